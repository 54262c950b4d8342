/** model/flows_totals.c: what each supplier sent and each recipient got, year by year.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "country/entity.h"
#include "model/flows.h"

static const char world_code[] = "WLD";

/** Where each entity's series stands in the panel, n_entities entries a side; `none`
 *  for an entity without a row on that side. */
struct columns {
    size_t *of[2]; /* by enum armex_flow_direction */
    size_t world[2];
    size_t n;
    bool with_world;
};

static const size_t none = SIZE_MAX;

static uint32_t side_of(const struct armex_flow *flow, enum armex_flow_direction side)
{
    return side == ARMEX_EXPORTS ? flow->supplier : flow->recipient;
}

static void take_world(struct columns *columns, const bool sides[2])
{
    for (int side = ARMEX_EXPORTS; side <= ARMEX_IMPORTS; side++)
        if (sides[side])
            columns->world[side] = columns->n++;
    columns->with_world = true;
}

/* Numbers the series in the order of their codes, exports before imports. */
static armex_status number_series(struct columns *columns,
                                  const struct armex_flows *flows, const bool sides[2],
                                  bool world, struct armex_error *error)
{
    const size_t n = flows->n_entities;
    size_t *both = calloc(2 * n + 1, sizeof *both);

    *columns = (struct columns){.of = {both, both ? both + n : NULL}};
    if (!both)
        return armex_fail_memory(error);
    for (size_t i = 0; i < 2 * n; i++)
        both[i] = none;
    for (int side = ARMEX_EXPORTS; side <= ARMEX_IMPORTS; side++)
        for (size_t i = 0; sides[side] && i < flows->n; i++)
            if (flows->items[i].report == ARMEX_BY_SUPPLIER)
                columns->of[side][side_of(&flows->items[i], side)] = 0;
    for (size_t i = 0; i < n; i++) {
        if (world && !columns->with_world && strcmp(world_code, flows->entities[i]) < 0)
            take_world(columns, sides);
        for (int side = ARMEX_EXPORTS; side <= ARMEX_IMPORTS; side++)
            if (columns->of[side][i] != none)
                columns->of[side][i] = columns->n++;
    }
    if (world && !columns->with_world)
        take_world(columns, sides);
    return ARMEX_OK;
}

static armex_status name_series(struct armex_panel *panel, size_t s,
                                const struct armex_flows *flows, const char *code,
                                enum armex_flow_direction side,
                                struct armex_error *error)
{
    const struct armex_entity *entity = armex_entity_by_code(code);
    const struct armex_series series = {.entity = code,
                                        .name = entity ? entity->name : code,
                                        .scope = flows->scope,
                                        .unit = flows->unit,
                                        .measure = flows->measure,
                                        .flow = side,
                                        .period = {1, 1},
                                        .headline = true};
    return armex_series_copy(&panel->series[s], &series, panel->arena, error);
}

static armex_status name_all(struct armex_panel *panel, const struct armex_flows *flows,
                             const struct columns *columns, const bool sides[2],
                             struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (int side = ARMEX_EXPORTS; !status && side <= ARMEX_IMPORTS; side++) {
        for (size_t i = 0; !status && i < flows->n_entities; i++)
            if (columns->of[side][i] != none)
                status = name_series(panel, columns->of[side][i], flows,
                                     flows->entities[i], side, error);
        if (!status && columns->with_world && sides[side])
            status = name_series(panel, columns->world[side], flows, world_code, side,
                                 error);
    }
    return status;
}

static bool is_firm(armex_mark mark)
{
    return (mark & ARMEX_STATUS_BITS) == ARMEX_FINAL && !armex_mark_is_soft(mark);
}

static bool is(armex_mark mark, armex_mark status)
{
    return (mark & ARMEX_STATUS_BITS) == status;
}

static void add_flow(struct armex_panel *panel, size_t at,
                     const struct armex_flow *flow)
{
    double *value = &panel->values[at];
    armex_mark *mark = &panel->marks[at];

    if (is(flow->mark, ARMEX_NIL) && !isnan(flow->value))
        return; // nothing was identified: as if there were no row
    if (isnan(flow->value)) {
        if (is(*mark, ARMEX_NIL)) {
            *value = NAN; // a row stands there, so it is not "none identified"
            *mark = ARMEX_UNKNOWN_YET;
        }
        return;
    }
    if (!armex_mark_has_value(*mark) || is(*mark, ARMEX_NIL) ||
        is(*mark, ARMEX_BELOW)) {
        *value = flow->value;
        *mark = flow->mark;
    } else if (!is(flow->mark, ARMEX_BELOW)) {
        *value += flow->value;
        if (is_firm(*mark))
            *mark = flow->mark;
    }
}

static void add_all(struct armex_panel *panel, const struct armex_flows *flows,
                    const struct columns *columns, const bool sides[2])
{
    for (size_t i = 0; i < panel->n_series * panel->n_years; i++) {
        panel->values[i] = 0.0;
        panel->marks[i] = ARMEX_NIL;
    }
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (flow->report != ARMEX_BY_SUPPLIER)
            continue;
        for (int side = ARMEX_EXPORTS; side <= ARMEX_IMPORTS; side++) {
            if (!sides[side])
                continue;
            const size_t s = columns->of[side][side_of(flow, side)];
            add_flow(panel, armex_panel_at(panel, s, flow->year), flow);
            if (columns->with_world)
                add_flow(panel, armex_panel_at(panel, columns->world[side], flow->year),
                         flow);
        }
    }
}

static armex_status total(struct armex_panel **out, const struct armex_flows *flows,
                          const bool sides[2], int from, int to, bool world,
                          struct armex_error *error)
{
    struct armex_panel *panel = NULL;
    struct columns columns = {0};
    armex_status status = number_series(&columns, flows, sides, world, error);

    *out = NULL;
    if (!status)
        status =
            armex_panel_create(&panel, columns.n, from, (size_t)(to - from) + 1, error);
    if (!status)
        status = name_all(panel, flows, &columns, sides, error);
    if (!status) {
        add_all(panel, flows, &columns, sides);
        status = armex_notes_join(&panel->notes, panel->arena, &flows->notes, error);
    }
    free(columns.of[0]);
    if (status)
        armex_panel_free(panel);
    else
        *out = panel;
    return status;
}

static void find_years(const struct armex_flows *flows, int *from, int *to)
{
    *from = 0;
    *to = -1;
    for (size_t i = 0; i < flows->n; i++) {
        const int year = flows->items[i].year;
        *from = i && *from < year ? *from : year;
        *to = i && *to > year ? *to : year;
    }
}

armex_status armex_flows_totals(struct armex_panel **out,
                                const struct armex_flows *flows,
                                enum armex_flow_direction side,
                                struct armex_error *error)
{
    const bool sides[2] = {side == ARMEX_EXPORTS, side == ARMEX_IMPORTS};
    int from, to;

    find_years(flows, &from, &to);
    return total(out, flows, sides, from, to, false, error);
}

armex_status armex_flows_panel(struct armex_panel **out,
                               const struct armex_flows *flows, int from, int to,
                               bool world, struct armex_error *error)
{
    const bool sides[2] = {true, true};
    int first, last;

    *out = NULL;
    find_years(flows, &first, &last);
    if (to < from || (flows->n && (first < from || last > to)))
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "flows: a row lies outside the years; please report this");
    return total(out, flows, sides, from, to, world, error);
}
