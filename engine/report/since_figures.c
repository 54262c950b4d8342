/** report/since_figures.c: the figures of a page, each under a key that lasts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "chart/cells.h"
#include "report/contents.h"

/* The columns that tell a series from others, as they stand in its key. */
enum { ENTITY, MEASURE, SCOPE, FLOW, UNIT, NAME, TEXTS };

static const char *const text_names[TEXTS] = {"entity", "measure", "scope",
                                              "flow",   "unit",    "name"};

/* The rows of one exhibit on their way to figures. */
struct gathering {
    struct armex_since *since;
    struct armex_arena *arena;
    const struct armex_exhibit *exhibit;
    const struct armex_table *table;
    enum armex_since_kind kind;
    size_t texts[TEXTS], value, year, from, to; // columns; n_columns: none
    struct armex_since_figure series;           // of the row before; key NULL: none
    size_t row;                                 // that row
};

static const char *text_at(const struct gathering *from, size_t row, size_t which)
{
    return armex_cell_text(from->table, row, from->texts[which]);
}

/* "orders", and the scope where it is not the usual one of a state. */
static const char *what_at(const struct gathering *from, size_t row)
{
    const char *measure = text_at(from, row, MEASURE), *words = measure;
    const char *scope = text_at(from, row, SCOPE);
    enum armex_measure known;

    if (armex_measure_parse(&known, measure, strlen(measure)))
        words = armex_measure_words(known);
    if (!*scope || strcmp(scope, "national") == 0)
        return armex_arena_text(from->arena, words);
    return armex_arena_printf(from->arena, "%s, %s", words, scope);
}

/* A ranking moves on with its years: its key is the place on the page. */
static const char *key_at(const struct gathering *from, size_t row)
{
    const struct armex_notes *notes = &from->table->notes;
    const char *dataset = notes->n_sources ? notes->sources[0].dataset : "";
    const char *entity = text_at(from, row, ENTITY);

    if (from->kind == ARMEX_SINCE_RANK)
        return armex_arena_printf(from->arena, "rank|%s|%s", from->exhibit->item->id,
                                  entity);
    if (from->kind == ARMEX_SINCE_GROWTH)
        return armex_arena_printf(from->arena, "growth|%s|%s|%s|%s|%s", dataset, entity,
                                  text_at(from, row, MEASURE),
                                  text_at(from, row, SCOPE), text_at(from, row, UNIT));
    return armex_arena_printf(from->arena, "figure|%s|%s|%s|%s|%s|%s", dataset, entity,
                              text_at(from, row, MEASURE), text_at(from, row, SCOPE),
                              text_at(from, row, FLOW), text_at(from, row, UNIT));
}

static bool is_of_same_series(const struct gathering *from, size_t row)
{
    if (!from->series.key)
        return false;
    for (size_t i = 0; i < TEXTS; i++)
        if (strcmp(text_at(from, row, i), text_at(from, from->row, i)) != 0)
            return false;
    return true;
}

/* All of a figure but year and value. false: no memory. */
static bool take_series(struct gathering *from, size_t row)
{
    struct armex_since_figure *series = &from->series;

    series->kind = from->kind;
    series->key = key_at(from, row);
    series->name = armex_arena_text(from->arena, text_at(from, row, NAME));
    series->what = what_at(from, row);
    series->unit = from->kind == ARMEX_SINCE_FIGURE
                       ? armex_arena_text(from->arena, text_at(from, row, UNIT))
                       : "";
    from->row = row;
    return series->key && series->name && series->what && series->unit;
}

/* "2023", "2021 to 2023". */
static const char *when_at(const struct gathering *from, size_t row)
{
    char first[ARMEX_NUMBER_SIZE], last[ARMEX_NUMBER_SIZE];

    if (from->kind != ARMEX_SINCE_GROWTH) {
        const size_t length =
            armex_number_write(last, armex_cell_number(from->table, row, from->year));
        return armex_arena_copy(from->arena, last, length);
    }
    armex_number_write(first, armex_cell_number(from->table, row, from->from));
    armex_number_write(last, armex_cell_number(from->table, row, from->to));
    return armex_arena_printf(from->arena, "%s to %s", first, last);
}

static armex_status take_row(struct gathering *from, size_t row,
                             struct armex_error *error)
{
    const double value = armex_cell_number(from->table, row, from->value);
    struct armex_since_figure *out = &from->since->figures[from->since->n_figures];

    if (isnan(value))
        return ARMEX_OK;
    if (!is_of_same_series(from, row) && !take_series(from, row))
        return armex_fail_memory(error);
    *out = from->series;
    out->when = when_at(from, row);
    out->value = value;
    from->since->n_figures++;
    return out->when ? ARMEX_OK : armex_fail_memory(error);
}

static bool has(const struct armex_table *table, const char *column)
{
    return armex_table_column(table, column) < table->n_columns;
}

/* Claims, records, lists of publications and several rankings in one have no figures
 * that a key could tell apart. */
static bool is_compared(const struct armex_exhibit *exhibit)
{
    const struct armex_item *item = exhibit->item;
    const struct armex_table *table = exhibit->table;

    if (!table || item->kind == ARMEX_CHANGES || strcmp(item->value, "bump") == 0)
        return false;
    return has(table, "entity") && has(table, "measure") && !has(table, "decides") &&
           (has(table, "value") || has(table, "growth"));
}

static armex_status take_exhibit(struct armex_since *since, struct armex_arena *arena,
                                 const struct armex_exhibit *exhibit,
                                 struct armex_error *error)
{
    static const char *const values[] = {"value", "growth", "rank"};
    const struct armex_table *table = exhibit->table;
    struct gathering from = {
        .since = since, .arena = arena, .exhibit = exhibit, .table = table};
    armex_status status = ARMEX_OK;

    from.kind = has(table, "rank")     ? ARMEX_SINCE_RANK
                : has(table, "growth") ? ARMEX_SINCE_GROWTH
                                       : ARMEX_SINCE_FIGURE;
    for (size_t i = 0; i < TEXTS; i++)
        from.texts[i] = armex_table_column(table, text_names[i]);
    from.value = armex_table_column(table, values[from.kind]);
    from.year = armex_table_column(table, "year");
    from.from = armex_table_column(table, "from");
    from.to = armex_table_column(table, "to");
    for (size_t row = 0; !status && row < table->n_rows; row++)
        status = take_row(&from, row, error);
    return status;
}

/* Two exhibits may show the same figure. */
static void keep_each_once(struct armex_since *since)
{
    size_t kept = 0;

    armex_since_sort(since->figures, since->n_figures);
    for (size_t i = 0; i < since->n_figures; i++)
        if (!kept ||
            armex_since_order(&since->figures[kept - 1], &since->figures[i]) != 0)
            since->figures[kept++] = since->figures[i];
    since->n_figures = kept;
}

armex_status armex_since_gather(struct armex_since *since,
                                const struct armex_contents *contents,
                                struct armex_error *error)
{
    size_t most = 1;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; i < contents->n_exhibits; i++)
        if (is_compared(&contents->exhibits[i]))
            most += contents->exhibits[i].table->n_rows;
    *since = (struct armex_since){
        .figures = armex_arena_new(contents->arena, most, sizeof *since->figures)};
    if (!since->figures)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < contents->n_exhibits; i++)
        if (is_compared(&contents->exhibits[i]))
            status =
                take_exhibit(since, contents->arena, &contents->exhibits[i], error);
    if (!status)
        keep_each_once(since);
    return status;
}
