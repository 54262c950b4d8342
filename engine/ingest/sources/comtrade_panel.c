/** ingest/sources/comtrade_panel.c: totals of reporters become series. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "country/entity.h"
#include "ingest/edition.h"
#include "ingest/sources/comtrade.h"

enum { SIDES = 2, SCOPE_SIZE = 80, TOGETHER = 8 };

/** What each flow is called, after which its listed partners are too. */
static const struct {
    enum armex_flow_direction direction;
    const char *scope;
} kinds[ARMEX_TRADE_FLOWS] = {[ARMEX_TRADE_EXPORTS] = {ARMEX_EXPORTS, ""},
                              [ARMEX_TRADE_IMPORTS] = {ARMEX_IMPORTS, ""},
                              [ARMEX_TRADE_RE_EXPORTS] = {ARMEX_EXPORTS, "re-exports"},
                              [ARMEX_TRADE_RE_IMPORTS] = {ARMEX_IMPORTS, "re-imports"}};

/** One code of a reporter in the file, and the entity that it means. */
struct reporter {
    const char *code;
    uint64_t key;
    size_t number;
};

/** One series to be, of all years that were met. */
struct row {
    struct armex_series series;
    double *values;
    uint8_t *seen;
};

struct making {
    struct armex_arena *arena;
    const struct armex_map *map;
    const struct armex_totals_worker *totals;
    struct reporter *reporters;                        /* by code, then key */
    char scopes[ARMEX_TRADE_FLOWS][SIDES][SCOPE_SIZE]; /* [flow][world] */
    int first_year;
    size_t n_years; /* from then on */
    struct row *rows;
    size_t n;
};

static int compare_reporters(const void *a, const void *b)
{
    const struct reporter *x = a, *y = b;
    const int by_code = strcmp(x->code, y->code);

    return by_code ? by_code : (x->key > y->key) - (x->key < y->key);
}

static armex_status list_reporters(struct making *making, struct armex_error *error)
{
    const size_t n = making->totals->n_reporters;
    uint64_t *keys = armex_arena_new(making->arena, n + 1, sizeof *keys);

    making->reporters =
        armex_arena_new(making->arena, n + 1, sizeof *making->reporters);
    if (!keys || !making->reporters)
        return armex_fail_memory(error);
    armex_totals_reporters(keys, making->totals);
    for (size_t i = 0; i < n; i++) {
        char text[ARMEX_CODE_SIZE + 1];
        armex_code_text(text, keys[i]);
        making->reporters[i] = (struct reporter){
            armex_comtrade_party(making->arena, making->map, text, strlen(text)),
            keys[i], i};
        if (!making->reporters[i].code)
            return armex_fail_memory(error);
    }
    qsort(making->reporters, n, sizeof *making->reporters, compare_reporters);
    return ARMEX_OK;
}

/** "national", "re-exports"; of partners "to-chn", "re-exports-listed-partners". */
static armex_status name_scopes(struct making *making, const char *only,
                                struct armex_error *error)
{
    char partner[32] = "";
    const char *code =
        only ? armex_comtrade_party(making->arena, making->map, only, strlen(only))
             : "";

    if (!code)
        return armex_fail_memory(error);
    armex_slug(partner, sizeof partner, code, strlen(code));
    for (size_t flow = 0; flow < ARMEX_TRADE_FLOWS; flow++) {
        const char *kind = kinds[flow].scope, *hyphen = *kind ? "-" : "";
        char(*scopes)[SCOPE_SIZE] = making->scopes[flow];
        snprintf(scopes[true], SCOPE_SIZE, "%s", *kind ? kind : "national");
        if (*partner)
            snprintf(scopes[false], SCOPE_SIZE, "%s%s%s-%s", kind, hyphen,
                     kinds[flow].direction == ARMEX_EXPORTS ? "to" : "from", partner);
        else
            snprintf(scopes[false], SCOPE_SIZE, "%s%slisted-partners", kind, hyphen);
    }
    return ARMEX_OK;
}

/** Adds what one code of a reporter has to the two rows of a flow: the partners' where
 *  the World has nothing. */
static void add_figures(struct row sides[SIDES], const struct making *making,
                        size_t number, enum armex_trade_flow flow)
{
    const bool world_is_there = armex_totals_has(making->totals, number, flow, true);
    uint8_t seen[SIDES][ARMEX_TOTALS_YEARS] = {{0}};
    double values[ARMEX_TOTALS_YEARS];

    for (int world = world_is_there; world >= 0; world--) {
        armex_totals_sides(values, seen[world], making->totals, number, flow, world);
        for (size_t y = 0; y < making->n_years; y++) {
            if (!world && seen[true][y])
                continue;
            if (seen[world][y] & ARMEX_SEEN_VALUE)
                sides[world].values[y] += values[y];
            sides[world].seen[y] |= seen[world][y];
        }
    }
}

static bool is_empty(const struct making *making, const struct row *row)
{
    for (size_t y = 0; y < making->n_years; y++)
        if (row->seen[y])
            return false;
    return true;
}

/** A row without figures. false: no memory. */
static bool begin_row(struct row *row, const struct making *making)
{
    *row = (struct row){
        .values = armex_arena_new(making->arena, making->n_years, sizeof *row->values),
        .seen = armex_arena_new(making->arena, making->n_years, sizeof *row->seen)};
    return row->values && row->seen;
}

/** Whether any of the reporters [first, end) has sums of the flow. */
static bool any_has(const struct making *making, size_t first, size_t end,
                    enum armex_trade_flow flow)
{
    bool any = false;

    for (size_t i = first; !any && i < end; i++)
        for (int world = 0; world < SIDES; world++)
            any = any || armex_totals_has(making->totals, making->reporters[i].number,
                                          flow, world);
    return any;
}

/** The rows of one flow of the reporters [first, end), who are one entity. Listed
 *  partners are what is meant where there is no total, but not of re-exports. */
static armex_status make_flow(struct making *making, size_t first, size_t end,
                              enum armex_trade_flow flow, struct armex_error *error)
{
    const char *code = making->reporters[first].code;
    const struct armex_entity *entity = armex_entity_by_code(code);
    struct row sides[SIDES];

    if (!any_has(making, first, end, flow))
        return ARMEX_OK;
    if (!begin_row(&sides[false], making) || !begin_row(&sides[true], making))
        return armex_fail_memory(error);
    for (size_t i = first; i < end; i++)
        add_figures(sides, making, making->reporters[i].number, flow);
    const bool national = !is_empty(making, &sides[true]), plain = !*kinds[flow].scope;
    for (size_t world = 0; world < SIDES; world++) {
        sides[world].series =
            (struct armex_series){.entity = code,
                                  .name = entity ? entity->name : code,
                                  .scope = making->scopes[flow][world],
                                  .unit = {ARMEX_MONEY, "usd", "", "", 0},
                                  .measure = ARMEX_CUSTOMS,
                                  .flow = kinds[flow].direction,
                                  .period = {1, 1},
                                  .headline = plain && (world || !national)};
        if (!is_empty(making, &sides[world]))
            making->rows[making->n++] = sides[world];
    }
    return ARMEX_OK;
}

static int compare_rows(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    return armex_series_compare(&x->series, &y->series);
}

static armex_status make_rows(struct making *making, struct armex_error *error)
{
    const struct reporter *reporters = making->reporters;
    const size_t n = making->totals->n_reporters;
    armex_status status = ARMEX_OK;

    making->first_year = making->totals->first_year;
    making->n_years = (size_t)(making->totals->last_year - making->first_year) + 1;
    making->rows = armex_arena_new(making->arena, n * SIDES * ARMEX_TRADE_FLOWS,
                                   sizeof *making->rows);
    if (!making->rows)
        return armex_fail_memory(error);
    for (size_t first = 0, end; !status && first < n; first = end) {
        end = first + 1;
        while (end < n && strcmp(reporters[end].code, reporters[first].code) == 0)
            end++;
        for (unsigned flow = 0; !status && flow < ARMEX_TRADE_FLOWS; flow++)
            status = make_flow(making, first, end, (enum armex_trade_flow)flow, error);
    }
    if (making->n)
        qsort(making->rows, making->n, sizeof *making->rows, compare_rows);
    return status;
}

/** Re-exports are what is meant where a reporter states nothing else. */
static void mark_rest(struct armex_panel *panel)
{
    for (size_t first = 0, end; first < panel->n_series; first = end) {
        const struct armex_series *series = &panel->series[first];
        bool any = false;
        for (end = first;
             end < panel->n_series && panel->series[end].flow == series->flow &&
             strcmp(panel->series[end].entity, series->entity) == 0;
             end++)
            any = any || panel->series[end].headline;
        if (!any)
            panel->series[first].headline = true;
    }
}

/** The first and last year, since the first that was met, in which anything is. */
static void find_span(const struct making *making, size_t *from, size_t *to)
{
    uint8_t any[ARMEX_TOTALS_YEARS] = {0};
    size_t first = 0, last = making->n_years - 1;

    for (size_t s = 0; s < making->n; s++)
        for (size_t y = 0; y < making->n_years; y++)
            any[y] |= making->rows[s].seen[y];
    while (first < last && !any[first])
        first++;
    while (last > first && !any[last])
        last--;
    *from = first;
    *to = last;
}

static armex_mark mark_of(unsigned seen)
{
    return !(seen & ARMEX_SEEN_VALUE) ? ARMEX_UNKNOWN_YET
           : seen & ARMEX_SEEN_BLANK  ? ARMEX_FINAL | ARMEX_WEAK
                                      : ARMEX_FINAL;
}

/** The years [from, to] of some series, first to last: side by side they are what the
 *  processor fetches at once. */
static void fill_years(struct armex_panel *panel, const struct making *making,
                       size_t first, size_t from, size_t to)
{
    const size_t end = making->n - first < TOGETHER ? making->n : first + TOGETHER;

    for (size_t y = from; y <= to; y++)
        for (size_t s = first; s < end; s++) {
            const struct row *row = &making->rows[s];
            const size_t at = (y - from) * panel->n_series + s;
            if (!row->seen[y])
                continue;
            panel->marks[at] = mark_of(row->seen[y]);
            if (armex_mark_has_value(panel->marks[at]))
                panel->values[at] = row->values[y];
        }
}

static armex_status fill_panel(struct armex_panel **out, const struct making *making,
                               struct armex_error *error)
{
    size_t from, to;
    struct armex_panel *panel;

    find_span(making, &from, &to);
    armex_status status = armex_panel_create(
        out, making->n, making->first_year + (int)from, to - from + 1, error);
    if (status)
        return status;
    panel = *out;
    for (size_t s = 0; s < making->n; s += TOGETHER)
        fill_years(panel, making, s, from, to);
    for (size_t s = 0; !status && s < making->n; s++)
        status = armex_series_copy(&panel->series[s], &making->rows[s].series,
                                   panel->arena, error);
    if (!status)
        mark_rest(panel);
    return status;
}

armex_status armex_comtrade_panel(struct armex_panel **out,
                                  const struct armex_totals_worker *totals,
                                  const char *only, const struct armex_map *map,
                                  struct armex_error *error)
{
    struct making making = {
        .arena = armex_arena_create(), .map = map, .totals = totals};
    armex_status status = making.arena ? ARMEX_OK : armex_fail_memory(error);

    *out = NULL;
    if (!status)
        status = list_reporters(&making, error);
    if (!status)
        status = name_scopes(&making, only, error);
    if (!status)
        status = make_rows(&making, error);
    if (!status)
        status = fill_panel(out, &making, error);
    if (status) {
        armex_panel_free(*out);
        *out = NULL;
    }
    armex_arena_free(making.arena);
    return status;
}
