/** report/since_figures.c: the figures of a page, each under a key that lasts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "report/contents.h"

static const char *text_at(const struct armex_table *table, size_t row,
                           const char *name)
{
    const size_t column = armex_table_column(table, name);
    return column < table->n_columns && table->columns[column].type == ARMEX_COLUMN_TEXT
               ? armex_table_get_text(table, row, column)
               : "";
}

static double number_at(const struct armex_table *table, size_t row, const char *name)
{
    const size_t column = armex_table_column(table, name);
    return column < table->n_columns && table->columns[column].type != ARMEX_COLUMN_TEXT
               ? armex_table_get_number(table, row, column)
               : NAN;
}

static const char *year_at(struct armex_arena *arena, const struct armex_table *table,
                           size_t row, const char *name)
{
    char year[ARMEX_NUMBER_SIZE];
    armex_number_write(year, number_at(table, row, name));
    return armex_arena_text(arena, year);
}

/* "orders", and the scope where it is not the usual one of a state. */
static const char *what_at(struct armex_arena *arena, const struct armex_table *table,
                           size_t row)
{
    const char *measure = text_at(table, row, "measure"), *words = measure;
    const char *scope = text_at(table, row, "scope");
    enum armex_measure known;

    if (armex_measure_parse(&known, measure, strlen(measure)))
        words = armex_measure_words(known);
    if (!*scope || strcmp(scope, "national") == 0)
        return armex_arena_text(arena, words);
    return armex_arena_printf(arena, "%s, %s", words, scope);
}

static const char *dataset_of(const struct armex_table *table)
{
    return table->notes.n_sources ? table->notes.sources[0].dataset : "";
}

static void take_figure(struct armex_since_figure *out, struct armex_arena *arena,
                        const struct armex_table *table, size_t row)
{
    out->kind = ARMEX_SINCE_FIGURE;
    out->value = number_at(table, row, "value");
    out->unit = armex_arena_text(arena, text_at(table, row, "unit"));
    out->when = year_at(arena, table, row, "year");
    out->key = armex_arena_printf(
        arena, "figure|%s|%s|%s|%s|%s|%s|%s", dataset_of(table),
        text_at(table, row, "entity"), text_at(table, row, "measure"),
        text_at(table, row, "scope"), text_at(table, row, "flow"),
        text_at(table, row, "unit"), out->when ? out->when : "");
}

static void take_growth(struct armex_since_figure *out, struct armex_arena *arena,
                        const struct armex_table *table, size_t row)
{
    const char *from = year_at(arena, table, row, "from");
    const char *to = year_at(arena, table, row, "to");

    out->kind = ARMEX_SINCE_GROWTH;
    out->value = number_at(table, row, "growth");
    out->unit = "";
    out->when = from && to ? armex_arena_printf(arena, "%s to %s", from, to) : NULL;
    out->key =
        armex_arena_printf(arena, "growth|%s|%s|%s|%s|%s|%s", dataset_of(table),
                           text_at(table, row, "entity"),
                           text_at(table, row, "measure"), text_at(table, row, "scope"),
                           text_at(table, row, "unit"), out->when ? out->when : "");
}

/* A ranking moves on with its years: its key is the place on the page. */
static void take_rank(struct armex_since_figure *out, struct armex_arena *arena,
                      const struct armex_exhibit *exhibit, size_t row)
{
    const struct armex_table *table = exhibit->table;

    out->kind = ARMEX_SINCE_RANK;
    out->value = number_at(table, row, "rank");
    out->unit = "";
    out->when = year_at(arena, table, row, "year");
    out->key = armex_arena_printf(arena, "rank|%s|%s", exhibit->item->id,
                                  text_at(table, row, "entity"));
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

static armex_status take_row(struct armex_since *since,
                             const struct armex_contents *contents,
                             const struct armex_exhibit *exhibit, size_t row,
                             struct armex_error *error)
{
    const struct armex_table *table = exhibit->table;
    struct armex_since_figure *out = &since->figures[since->n_figures];

    if (has(table, "rank"))
        take_rank(out, contents->arena, exhibit, row);
    else if (has(table, "growth"))
        take_growth(out, contents->arena, table, row);
    else
        take_figure(out, contents->arena, table, row);
    out->name = armex_arena_text(contents->arena, text_at(table, row, "name"));
    out->what = what_at(contents->arena, table, row);
    if (!out->key || !out->name || !out->what || !out->when || !out->unit)
        return armex_fail_memory(error);
    since->n_figures += !isnan(out->value);
    return ARMEX_OK;
}

static int by_key(const void *a, const void *b)
{
    const struct armex_since_figure *first = a, *second = b;
    return strcmp(first->key, second->key);
}

/* Two exhibits may show the same figure. */
static void keep_each_once(struct armex_since *since)
{
    size_t kept = 0;

    qsort(since->figures, since->n_figures, sizeof *since->figures, by_key);
    for (size_t i = 0; i < since->n_figures; i++)
        if (!kept || strcmp(since->figures[kept - 1].key, since->figures[i].key) != 0)
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
    for (size_t i = 0; i < contents->n_exhibits; i++) {
        const struct armex_exhibit *exhibit = &contents->exhibits[i];
        if (!is_compared(exhibit))
            continue;
        for (size_t row = 0; !status && row < exhibit->table->n_rows; row++)
            status = take_row(since, contents, exhibit, row, error);
    }
    keep_each_once(since);
    return status;
}
