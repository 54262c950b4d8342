/** chart/points.c: a table of `compare --by figure` as points. */
#include "chart/points.h"

#include <math.h>
#include <string.h>

#include "chart/cells.h"
#include "model/mark.h"

enum { MOST_POINTS = 5000, FEWEST_RATIOS = 3 };

struct side_columns {
    size_t dataset, vintage, measure, scope, value, unit, status, years;
};

struct reader {
    const struct armex_table *table;
    size_t entity, name, year, flow, unlike;
    struct side_columns a, b;
    bool ratio;        /**< of an agreement */
    size_t first, end; /**< rows of the pair of counts that is read */
};

static armex_status find_columns(struct reader *reader, const struct armex_chart *chart,
                                 struct armex_error *error)
{
    const struct armex_cell_want wants[] = {{"entity", &reader->entity, true},
                                            {"name", &reader->name, true},
                                            {"year", &reader->year, true},
                                            {"value_a", &reader->a.value, true},
                                            {"value_b", &reader->b.value, true},
                                            {"unit_a", &reader->a.unit, true},
                                            {"unit_b", &reader->b.unit, true},
                                            {"unlike", &reader->unlike, true},
                                            {"flow", &reader->flow, false},
                                            {"dataset_a", &reader->a.dataset, true},
                                            {"dataset_b", &reader->b.dataset, true},
                                            {"measure_a", &reader->a.measure, true},
                                            {"measure_b", &reader->b.measure, true},
                                            {"vintage_a", &reader->a.vintage, false},
                                            {"vintage_b", &reader->b.vintage, false},
                                            {"scope_a", &reader->a.scope, false},
                                            {"scope_b", &reader->b.scope, false},
                                            {"status_a", &reader->a.status, false},
                                            {"status_b", &reader->b.status, false},
                                            {"years_a", &reader->a.years, false},
                                            {"years_b", &reader->b.years, false}};
    reader->table = chart->table;
    reader->ratio = strcmp(chart->kind->name, "agreement") == 0;
    return armex_cells_find(chart->table, wants, sizeof wants / sizeof *wants,
                            chart->kind->name, "compare --by figure", error);
}

static bool same_cell(const struct reader *reader, size_t row, size_t other,
                      size_t column)
{
    return !strcmp(armex_cell_text(reader->table, row, column),
                   armex_cell_text(reader->table, other, column));
}

static bool same_pair(const struct reader *reader, size_t row, size_t other)
{
    const size_t columns[] = {reader->a.dataset, reader->a.vintage, reader->a.measure,
                              reader->b.dataset, reader->b.vintage, reader->b.measure};
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
        if (!same_cell(reader, row, other, columns[c]))
            return false;
    return true;
}

static bool within_one(const struct reader *reader, size_t row)
{
    const struct armex_table *table = reader->table;
    return !strcmp(armex_cell_text(table, row, reader->a.dataset),
                   armex_cell_text(table, row, reader->b.dataset)) &&
           !strcmp(armex_cell_text(table, row, reader->a.vintage),
                   armex_cell_text(table, row, reader->b.vintage));
}

/** Whether the pair that begins at `row` is told before the one chosen so far: it has a
 *  ratio where that matters, is of two datasets, or longer. */
static bool is_better(const struct reader *reader, size_t row, size_t end)
{
    const bool has = reader->end > reader->first;
    const struct armex_table *table = reader->table;
    if (!has)
        return true;
    const bool ratio = !*armex_cell_text(table, row, reader->unlike);
    const bool had = !*armex_cell_text(table, reader->first, reader->unlike);
    if (reader->ratio && ratio != had)
        return ratio;
    if (within_one(reader, row) != within_one(reader, reader->first))
        return !within_one(reader, row);
    return end - row > reader->end - reader->first;
}

static void choose_pair(struct reader *reader, struct armex_points *out)
{
    const size_t rows = reader->table->n_rows;
    size_t pairs = 0;
    for (size_t row = 0, end; row < rows; row = end) {
        end = row + 1;
        while (end < rows && same_pair(reader, row, end))
            end++;
        pairs++;
        if (is_better(reader, row, end)) {
            reader->first = row;
            reader->end = end;
        }
    }
    out->other_pairs = pairs ? pairs - 1 : 0;
}

static armex_mark mark_of(const struct reader *reader, size_t row, size_t column)
{
    const char *status = armex_cell_text(reader->table, row, column);
    armex_mark mark = ARMEX_FINAL;
    armex_mark_parse(&mark, status, strlen(status));
    return mark;
}

static bool is_nil(armex_mark mark)
{
    return (mark & ARMEX_STATUS_BITS) == ARMEX_NIL;
}

/** Whether the row holds a point: two figures, and for an agreement their ratio. */
static bool read_point(struct armex_point *out, const struct reader *reader, size_t row)
{
    const struct armex_table *table = reader->table;
    const double year = armex_cell_number(table, row, reader->year);
    const armex_mark a = mark_of(reader, row, reader->a.status);
    const armex_mark b = mark_of(reader, row, reader->b.status);
    *out = (struct armex_point){.entity = armex_cell_text(table, row, reader->entity),
                                .name = armex_cell_text(table, row, reader->name),
                                .a = armex_cell_number(table, row, reader->a.value),
                                .b = armex_cell_number(table, row, reader->b.value),
                                .soft = armex_mark_is_soft(a) || armex_mark_is_soft(b),
                                .none = is_nil(a) && is_nil(b)};
    if (!isfinite(out->a) || !isfinite(out->b) || !(year >= 1.0 && year <= 9999.0))
        return false;
    out->year = (int)year;
    return !reader->ratio ||
           (!*armex_cell_text(table, row, reader->unlike) && out->a > 0.0 &&
            out->b > 0.0 && isfinite(out->a / out->b) && out->a / out->b > 0.0);
}

static struct armex_points_side side_of(const struct reader *reader,
                                        const struct side_columns *at)
{
    const struct armex_table *table = reader->table;
    const size_t row = reader->first;
    const double years = armex_cell_number(table, row, at->years);
    const char *unit = armex_cell_text(table, row, at->unit);
    struct armex_points_side side = {
        .dataset = armex_cell_text(table, row, at->dataset),
        .vintage = armex_cell_text(table, row, at->vintage),
        .measure = armex_cell_text(table, row, at->measure),
        .scope = armex_cell_text(table, row, at->scope),
        .years = years >= 1.0 && years <= 100.0 ? (int)years : 1};
    if (!armex_unit_parse(&side.unit, unit, strlen(unit)))
        side.unit = (struct armex_unit){.kind = ARMEX_COUNT};
    return side;
}

static armex_status check_units(const struct reader *reader, struct armex_error *error)
{
    for (size_t row = reader->first; row < reader->end; row++)
        for (int b = 0; b < 2; b++) {
            const struct side_columns *at = b ? &reader->b : &reader->a;
            if (!same_cell(reader, row, reader->first, at->unit))
                return armex_fail(
                    error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                    "the figures of %.80s are in several units, %.40s and %.40s; "
                    "--unit "
                    "usd sets money in one",
                    armex_cell_text(reader->table, row, at->dataset),
                    armex_cell_text(reader->table, reader->first, at->unit),
                    armex_cell_text(reader->table, row, at->unit));
        }
    return ARMEX_OK;
}

static armex_status read_rows(struct armex_points *out, struct armex_arena *arena,
                              const struct reader *reader, struct armex_error *error)
{
    out->items =
        armex_arena_new(arena, reader->end - reader->first, sizeof *out->items);
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t row = reader->first; row < reader->end; row++) {
        struct armex_point point;
        if (read_point(&point, reader, row))
            out->items[out->n++] = point;
        else
            out->set_aside++;
    }
    return ARMEX_OK;
}

static armex_status find_subject(struct armex_points *out, const char *code,
                                 struct armex_error *error)
{
    if (out->one_entity) // all are the subject
        return ARMEX_OK;
    for (size_t i = 0; code && i < out->n; i++)
        if (!strcmp(out->items[i].entity, code)) {
            out->highlight = out->items[i].entity;
            return ARMEX_OK;
        }
    return code ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                             "cannot highlight %s: it has no figure here", code)
                : ARMEX_OK;
}

/** An agreement is of ratios; what has none is refused with the reason. */
static armex_status check_ratios(const struct armex_points *points,
                                 const struct reader *reader, struct armex_error *error)
{
    if (points->unlike && !points->n)
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "agreement divides one count by the other, and %s of %.60s and "
            "%s of %.60s have no ratio: %.220s; a scatter shows both",
            points->a.measure, points->a.dataset, points->b.measure, points->b.dataset,
            points->unlike);
    if (reader->ratio && points->n < FEWEST_RATIOS)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "limits of agreement need three figures above 0 that both "
                          "have; these have %zu",
                          points->n);
    return ARMEX_OK;
}

static armex_status check_number(const struct armex_points *points,
                                 struct armex_error *error)
{
    if (!points->n)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nothing to draw: no entity has a figure in both");
    if (points->n > MOST_POINTS)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "cannot draw more than %d points; these are %zu", MOST_POINTS,
                          points->n);
    return ARMEX_OK;
}

armex_status armex_points_read(struct armex_points *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error)
{
    struct reader reader = {0};
    *out = (struct armex_points){0};
    armex_status status = find_columns(&reader, chart, error);
    if (status)
        return status;
    choose_pair(&reader, out);
    if (reader.first == reader.end)
        return check_number(out, error);
    const char *flow = armex_cell_text(reader.table, reader.first, reader.flow);
    const char *unlike = armex_cell_text(reader.table, reader.first, reader.unlike);
    out->a = side_of(&reader, &reader.a);
    out->b = side_of(&reader, &reader.b);
    out->unlike = *unlike ? unlike : NULL;
    armex_direction_parse(&out->flow, flow, strlen(flow));
    status = read_rows(out, arena, &reader, error);
    if (!status && reader.ratio)
        status = check_ratios(out, &reader, error);
    if (!status)
        status = check_units(&reader, error);
    if (status)
        return status;
    status = armex_points_narrow(out, arena, chart, reader.ratio, error);
    if (!status)
        status = check_number(out, error);
    return status ? status : find_subject(out, chart->highlight, error);
}

armex_status armex_points_figures(double *figures[2], struct armex_arena *arena,
                                  const struct armex_points *points,
                                  struct armex_error *error)
{
    figures[0] = armex_arena_new(arena, points->n, sizeof *figures[0]);
    figures[1] = armex_arena_new(arena, points->n, sizeof *figures[1]);
    if (!figures[0] || !figures[1])
        return armex_fail_memory(error);
    for (size_t i = 0; i < points->n; i++) {
        figures[0][i] = points->items[i].a;
        figures[1][i] = points->items[i].b;
    }
    return ARMEX_OK;
}
