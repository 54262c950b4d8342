/** chart/standings.c: tables of `rank`, one below the other, as standings by year. */
#include "chart/standings.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart/bump_grid.h"
#include "chart/cells.h"
#include "model/panel.h"

enum { MOST_ROWS = 20000 };

struct columns {
    size_t rank, entity, name, year, value, unit, share, previous_rank, previous_share;
    size_t change, measure, scope, coverage, window, flow;
};

static armex_status find_columns(struct columns *at, const struct armex_chart *chart,
                                 struct armex_error *error)
{
    const bool bump = !strcmp(chart->kind->name, "bump");
    const struct armex_cell_want wants[] = {
        {"rank", &at->rank, true},
        {"entity", &at->entity, true},
        {"name", &at->name, true},
        {"year", &at->year, bump},
        {"value", &at->value, !bump},
        {"unit", &at->unit, false},
        {"share", &at->share, false},
        {"previous_rank", &at->previous_rank, false},
        {"previous_share", &at->previous_share, false},
        {"change", &at->change, false},
        {"measure", &at->measure, false},
        {"scope", &at->scope, false},
        {"coverage", &at->coverage, false},
        {"years", &at->window, false},
        {"flow", &at->flow, false},
    };
    return armex_cells_find(chart->table, wants, sizeof wants / sizeof *wants,
                            chart->kind->name, "rank", error);
}

static double known(double value)
{
    return isfinite(value) ? value : (double)NAN;
}

static struct armex_standing read_row(const struct armex_table *table,
                                      const struct columns *at, size_t row)
{
    const double year = armex_cell_number(table, row, at->year);
    return (struct armex_standing){
        .entity = armex_cell_text(table, row, at->entity),
        .name = armex_cell_text(table, row, at->name),
        .rank = known(armex_cell_number(table, row, at->rank)),
        .value = known(armex_cell_number(table, row, at->value)),
        .share = known(armex_cell_number(table, row, at->share)),
        .previous_rank = known(armex_cell_number(table, row, at->previous_rank)),
        .previous_share = known(armex_cell_number(table, row, at->previous_share)),
        .change = known(armex_cell_number(table, row, at->change)),
        .coverage = known(armex_cell_number(table, row, at->coverage)),
        .window = known(armex_cell_number(table, row, at->window)),
        .year = year >= 1.0 && year <= 9999.0 ? (int)year : 0,
    };
}

static void note_kind(struct armex_standings *out, const struct armex_table *table,
                      const struct columns *at, size_t row)
{
    struct armex_unit unit = {.kind = ARMEX_COUNT};
    const char *words = armex_cell_text(table, row, at->unit);
    const char *flow = armex_cell_text(table, row, at->flow);
    armex_unit_parse(&unit, words, strlen(words));
    if (out->n > 1) {
        out->one_unit = out->one_unit && armex_unit_equal(unit, out->unit);
        return;
    }
    out->unit = unit;
    out->one_unit = true;
    out->measure = armex_cell_text(table, row, at->measure);
    out->scope = armex_cell_text(table, row, at->scope);
    armex_direction_parse(&out->flow, flow, strlen(flow));
}

static int by_year_and_rank(const void *left, const void *right)
{
    const struct armex_standing *a = left, *b = right;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return strcmp(a->entity, b->entity);
}

static armex_status read_rows(struct armex_standings *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              struct armex_error *error)
{
    const struct armex_table *table = chart->table;
    struct columns at;
    armex_status status = find_columns(&at, chart, error);
    if (status)
        return status;
    if (table->n_rows > MOST_ROWS)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "cannot draw a ranking of %zu rows: choose entities",
                          table->n_rows);
    out->items = armex_arena_new(arena, table->n_rows, sizeof *out->items);
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t row = 0; row < table->n_rows; row++) {
        out->items[out->n] = read_row(table, &at, row);
        if (!(out->items[out->n].rank >= 1.0 && out->items[out->n].rank < 1e6))
            continue;
        out->n++;
        note_kind(out, table, &at, row);
    }
    if (!out->n)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nothing to draw: nobody has a rank");
    qsort(out->items, out->n, sizeof *out->items, by_year_and_rank);
    return ARMEX_OK;
}

static void find_window(struct armex_standings *out)
{
    out->window = 1;
    out->window_known = out->unit.kind != ARMEX_PERCENT;
    for (size_t i = 0; i < out->n; i++) {
        const struct armex_standing *item = &out->items[i];
        const double years = isnan(item->window) ? item->coverage : item->window;
        out->window_known = out->window_known || !isnan(item->window);
        if (years > out->window && years <= 100.0)
            out->window = (int)years;
    }
}

/** Keeps the rows of windows that do not overlap, counted back from the last. */
static void keep_columns(struct armex_standings *out, int most)
{
    const int last = out->items[out->n - 1].year;
    int columns = 0, before = 0;
    size_t from = out->n;
    while (from > 0) {
        const int year = out->items[from - 1].year;
        if ((last - year) % out->window == 0 && (!columns || year != before)) {
            if (columns == most) {
                out->cut = out->items[0].year;
                break;
            }
            columns++;
            before = year;
        }
        from--;
    }
    size_t kept = 0;
    for (size_t i = from; i < out->n; i++)
        if ((last - out->items[i].year) % out->window == 0)
            out->items[kept++] = out->items[i];
    out->n = kept;
}

static armex_status list_years(struct armex_standings *out, struct armex_arena *arena,
                               struct armex_error *error)
{
    out->years = armex_arena_new(arena, out->n, sizeof *out->years);
    out->starts = armex_arena_new(arena, out->n + 1, sizeof *out->starts);
    if (!out->years || !out->starts)
        return armex_fail_memory(error);
    for (size_t i = 0; i < out->n; i++)
        if (!out->n_years || out->years[out->n_years - 1] != out->items[i].year) {
            out->starts[out->n_years] = i;
            out->years[out->n_years++] = out->items[i].year;
        }
    out->starts[out->n_years] = out->n;
    return ARMEX_OK;
}

static void give_places(struct armex_standings *out)
{
    for (size_t y = 0; y < out->n_years; y++) {
        size_t next = 0;
        for (size_t i = out->starts[y]; i < out->starts[y + 1]; i++) {
            const size_t rank = (size_t)out->items[i].rank;
            out->items[i].place = rank > next + 1 ? rank - 1 : next;
            next = out->items[i].place + 1;
        }
    }
}

static int by_code(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/** Two figures for one place in the picture are a table that was not meant for it. */
static armex_status refuse_doubles(const struct armex_standings *standings,
                                   struct armex_arena *arena, struct armex_error *error)
{
    const char **codes = armex_arena_new(arena, standings->n, sizeof *codes);
    if (!codes)
        return armex_fail_memory(error);
    for (size_t y = 0; y < standings->n_years; y++) {
        size_t first, end;
        armex_standings_of(standings, standings->years[y], &first, &end);
        for (size_t i = first; i < end; i++)
            codes[i - first] = standings->items[i].entity;
        qsort(codes, end - first, sizeof *codes, by_code);
        for (size_t i = 1; i < end - first; i++)
            if (!strcmp(codes[i - 1], codes[i]))
                return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                                  "cannot draw the ranking: %s has two ranks for %d",
                                  codes[i], standings->years[y]);
    }
    return ARMEX_OK;
}

static armex_status find_subject(struct armex_standings *out, const char *code,
                                 bool last_only, struct armex_error *error)
{
    size_t first, end;
    armex_standings_of(out, out->years[out->n_years - 1], &first, &end);
    out->highlight = code ? code : out->items[first].entity;
    for (size_t i = last_only ? first : 0; i < out->n; i++)
        if (!strcmp(out->items[i].entity, out->highlight))
            return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "cannot highlight %s: it has no rank here", code);
}

armex_status armex_standings_read(struct armex_standings *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  struct armex_error *error)
{
    *out = (struct armex_standings){.measure = "", .scope = ""};
    armex_status status = read_rows(out, arena, chart, error);
    if (status)
        return status;
    find_window(out);
    if (!strcmp(chart->kind->name, "bump"))
        keep_columns(out, armex_bump_most_columns(chart));
    status = list_years(out, arena, error);
    if (!status)
        give_places(out);
    if (!status)
        status = refuse_doubles(out, arena, error);
    if (!status)
        status = find_subject(out, chart->highlight, !strcmp(chart->kind->name, "rank"),
                              error);
    return status;
}

void armex_standings_of(const struct armex_standings *standings, int year,
                        size_t *first, size_t *end)
{
    *first = *end = 0;
    for (size_t y = 0; y < standings->n_years; y++)
        if (standings->years[y] == year) {
            *first = standings->starts[y];
            *end = standings->starts[y + 1];
        }
}

const struct armex_standing *armex_standings_find(
    const struct armex_standings *standings, int year, const char *entity)
{
    size_t first, end;
    armex_standings_of(standings, year, &first, &end);
    for (size_t i = first; i < end; i++)
        if (!strcmp(standings->items[i].entity, entity))
            return &standings->items[i];
    return NULL;
}

size_t armex_standings_label(char out[16], const struct armex_standings *standings,
                             int year)
{
    out[0] = '\0';
    if (year <= 0)
        return 0;
    if (standings->window > 1)
        return armex_window_label(out, year - standings->window + 1, year);
    return (size_t)snprintf(out, 16, "%d", year);
}

size_t armex_standings_label_before(char out[16],
                                    const struct armex_standings *standings, int year)
{
    if (year > 0 && !standings->window_known)
        return (size_t)snprintf(out, 16, "before");
    return armex_standings_label(out, standings, year - standings->window);
}
