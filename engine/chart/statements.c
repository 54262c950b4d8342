/** chart/statements.c: a table of `show --publications` as what was said when. */
#include "chart/statements.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/cells.h"
#include "chart/frame.h"

enum { MOST_YEARS = 24, MOST_YEARS_NARROW = 10 };

struct reader {
    const struct armex_table *table;
    size_t entity, name, year, value, unit, measure, scope, status, flow, published;
    size_t flag, decides, subject; /**< the last is a row */
};

static armex_status find_columns(struct reader *reader, const struct armex_chart *chart,
                                 struct armex_error *error)
{
    const struct armex_cell_want wants[] = {
        {"entity", &reader->entity, true}, {"name", &reader->name, true},
        {"year", &reader->year, true},     {"value", &reader->value, true},
        {"unit", &reader->unit, true},     {"measure", &reader->measure, false},
        {"scope", &reader->scope, false},  {"status", &reader->status, false},
        {"flow", &reader->flow, false},    {"published", &reader->published, false},
        {"flag", &reader->flag, false},    {"decides", &reader->decides, false}};
    reader->table = chart->table;
    return armex_cells_find(chart->table, wants, sizeof wants / sizeof *wants,
                            chart->kind->name, "show --publications", error);
}

static bool is_figure(const struct reader *reader, size_t row)
{
    const double year = armex_cell_number(reader->table, row, reader->year);
    return isfinite(armex_cell_number(reader->table, row, reader->value)) &&
           year >= 1.0 && year <= 9999.0;
}

/** The first row of the subject that has a figure. */
static armex_status find_subject(struct reader *reader, const char *code,
                                 struct armex_error *error)
{
    for (size_t row = 0; row < reader->table->n_rows; row++)
        if (is_figure(reader, row) &&
            (!code ||
             !strcmp(code, armex_cell_text(reader->table, row, reader->entity)))) {
            reader->subject = row;
            return ARMEX_OK;
        }
    return code ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                             "cannot highlight %s: it has no figure here", code)
                : armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                             "nothing to draw: no year has a figure");
}

static bool is_subject(const struct reader *reader, size_t row)
{
    const size_t columns[] = {reader->entity, reader->measure, reader->scope,
                              reader->unit, reader->flow};
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
        if (strcmp(armex_cell_text(reader->table, row, columns[c]),
                   armex_cell_text(reader->table, reader->subject, columns[c])) != 0)
            return false;
    return true;
}

static struct armex_statement statement_of(const struct reader *reader, size_t row)
{
    const struct armex_table *table = reader->table;
    const char *status = armex_cell_text(table, row, reader->status);
    const char *published = armex_cell_text(table, row, reader->published);
    struct armex_statement statement = {
        .year = (int)armex_cell_number(table, row, reader->year),
        .value = armex_cell_number(table, row, reader->value),
        .status = ARMEX_FINAL,
        .aside = *armex_cell_text(table, row, reader->flag) != '\0',
        .decides = !strcmp(armex_cell_text(table, row, reader->decides), "yes")};
    armex_mark_parse(&statement.status, status, strlen(status));
    armex_date_parse(&statement.published, published, strlen(published));
    return statement;
}

/** A statement and its row, which keeps equals in order. */
struct dated {
    struct armex_statement item;
    size_t row;
};

static int by_day(const void *left, const void *right)
{
    const struct dated *a = left, *b = right;
    const int day_a = armex_date_last_day(a->item.published);
    const int day_b = armex_date_last_day(b->item.published);
    if (a->item.year != b->item.year)
        return a->item.year < b->item.year ? -1 : 1;
    if (day_a != day_b)
        return day_a < day_b ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static bool repeats(const struct armex_statement *item,
                    const struct armex_statement *before)
{
    return item->year == before->year && item->value == before->value &&
           item->status == before->status && item->aside == before->aside;
}

/** Keeps the years that are shown, and of what is said again the first. */
static void keep(struct armex_statements *out, const struct dated *all, size_t n,
                 int most)
{
    const int last = all[n - 1].item.year;
    out->first_year = last;
    out->last_year = last;
    for (size_t i = 0; i < n; i++) {
        const struct armex_statement *item = &all[i].item;
        struct armex_statement *before = out->n ? &out->items[out->n - 1] : NULL;
        if (last - item->year >= most) {
            out->cut = out->cut ? out->cut : item->year;
            continue;
        }
        if (before && repeats(item, before)) {
            before->decides = before->decides || item->decides;
            continue;
        }
        out->items[out->n++] = *item;
        out->first_year = item->year < out->first_year ? item->year : out->first_year;
        out->low = fmin(out->low, item->value);
        out->high = fmax(out->high, item->value);
    }
}

static armex_status read_rows(struct armex_statements *out, struct armex_arena *arena,
                              const struct reader *reader, int most,
                              struct armex_error *error)
{
    const size_t rows = reader->table->n_rows;
    struct dated *all = armex_arena_new(arena, rows, sizeof *all);
    size_t n = 0;
    out->items = armex_arena_new(arena, rows, sizeof *out->items);
    if (!all || !out->items)
        return armex_fail_memory(error);
    for (size_t row = 0; row < rows; row++) {
        if (!is_figure(reader, row))
            continue;
        if (is_subject(reader, row))
            all[n++] = (struct dated){statement_of(reader, row), row};
        else
            out->others = true;
    }
    qsort(all, n, sizeof *all, by_day);
    keep(out, all, n, most);
    return ARMEX_OK;
}

armex_status armex_statements_read(struct armex_statements *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   struct armex_error *error)
{
    struct reader reader = {0};
    const bool narrow = armex_chart_is_narrow(chart);
    *out = (struct armex_statements){0};
    armex_status status = find_columns(&reader, chart, error);
    if (!status)
        status = find_subject(&reader, chart->highlight, error);
    if (status)
        return status;
    const char *unit = armex_cell_text(reader.table, reader.subject, reader.unit);
    const char *flow = armex_cell_text(reader.table, reader.subject, reader.flow);
    out->entity = armex_cell_text(reader.table, reader.subject, reader.entity);
    out->name = armex_cell_text(reader.table, reader.subject, reader.name);
    out->measure = armex_cell_text(reader.table, reader.subject, reader.measure);
    armex_direction_parse(&out->flow, flow, strlen(flow));
    if (!armex_unit_parse(&out->unit, unit, strlen(unit)))
        out->unit = (struct armex_unit){.kind = ARMEX_COUNT};
    return read_rows(out, arena, &reader, narrow ? MOST_YEARS_NARROW : MOST_YEARS,
                     error);
}

void armex_statements_of(const struct armex_statements *statements, int year,
                         size_t *first, size_t *end)
{
    size_t at = 0;
    while (at < statements->n && statements->items[at].year < year)
        at++;
    *first = at;
    while (at < statements->n && statements->items[at].year == year)
        at++;
    *end = at;
}

const struct armex_statement *armex_statements_standing(
    const struct armex_statements *statements, int year)
{
    const struct armex_statement *found = NULL;
    size_t first, end;
    armex_statements_of(statements, year, &first, &end);
    for (size_t i = first; i < end; i++) {
        const struct armex_statement *item = &statements->items[i];
        if (item->decides)
            return item;
        if (!item->aside && item->status != ARMEX_TARGET)
            found = item;
    }
    return found;
}
