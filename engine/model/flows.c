/** model/flows.c: who delivered to whom, and the totals of each. */
#include "model/flows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool copy_list(const char ***out, struct armex_arena *arena,
                      const char *const *from, size_t n)
{
    const char **list = armex_arena_new(arena, n, sizeof *list);
    for (size_t i = 0; list && i < n; i++)
        if (!(list[i] = armex_arena_text(arena, from[i])))
            return false;
    *out = list;
    return list != NULL;
}

static bool is_sorted(const char *const *list, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (strcmp(list[i - 1], list[i]) >= 0)
            return false;
    return true;
}

armex_status armex_flows_create(struct armex_flows **out, const char *const *entities,
                                size_t n_entities, const char *const *categories,
                                size_t n_categories, struct armex_error *error)
{
    *out = NULL;
    if (!is_sorted(entities, n_entities) || !is_sorted(categories, n_categories))
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "flows: the lists are not sorted; please report this");
    struct armex_arena *arena = armex_arena_create();
    struct armex_flows *flows = arena ? armex_arena_new(arena, 1, sizeof *flows) : NULL;
    if (!flows || !copy_list(&flows->entities, arena, entities, n_entities) ||
        !copy_list(&flows->categories, arena, categories, n_categories)) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    flows->arena = arena;
    flows->n_entities = n_entities;
    flows->n_categories = n_categories;
    *out = flows;
    return ARMEX_OK;
}

void armex_flows_free(struct armex_flows *flows)
{
    if (!flows)
        return;
    free(flows->items);
    armex_arena_free(flows->arena);
}

armex_status armex_flows_add(struct armex_flows *flows, struct armex_flow flow,
                             struct armex_error *error)
{
    if (flow.supplier >= flows->n_entities || flow.recipient >= flows->n_entities ||
        flow.category >= flows->n_categories)
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "flows: a row names nobody; please report this");
    if (flows->n == flows->capacity) {
        const size_t capacity = flows->capacity ? 2 * flows->capacity : 256;
        struct armex_flow *items =
            reallocarray(flows->items, capacity, sizeof *flows->items);
        if (!items)
            return armex_fail_memory(error);
        flows->items = items;
        flows->capacity = capacity;
    }
    flows->items[flows->n++] = flow;
    return ARMEX_OK;
}

static uint32_t side_of(const struct armex_flow *flow, enum armex_flow_direction side)
{
    return side == ARMEX_EXPORTS ? flow->supplier : flow->recipient;
}

/* Column of each entity in the panel, or n_entities for one without a row. */
static size_t number_series(size_t *column, const struct armex_flows *flows,
                            enum armex_flow_direction side, int *first, int *last)
{
    size_t n = 0;

    for (size_t i = 0; i < flows->n_entities; i++)
        column[i] = flows->n_entities;
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        column[side_of(flow, side)] = 0;
        *first = i && *first < flow->year ? *first : flow->year;
        *last = i && *last > flow->year ? *last : flow->year;
    }
    for (size_t i = 0; i < flows->n_entities; i++)
        if (column[i] == 0)
            column[i] = n++;
    return n;
}

static bool name_series(struct armex_panel *panel, const struct armex_flows *flows,
                        const size_t *column, enum armex_flow_direction side)
{
    for (size_t i = 0; i < flows->n_entities; i++) {
        if (column[i] == flows->n_entities)
            continue;
        struct armex_series *series = &panel->series[column[i]];
        *series = (struct armex_series){.unit = flows->unit,
                                        .measure = flows->measure,
                                        .flow = side,
                                        .period = {1, 1},
                                        .headline = true};
        series->entity = armex_arena_text(panel->arena, flows->entities[i]);
        series->name = series->entity;
        series->scope = armex_arena_text(panel->arena, "national");
        if (!series->entity || !series->scope)
            return false;
    }
    return true;
}

static bool is_firm(armex_mark mark)
{
    return (mark & ARMEX_STATUS_BITS) == ARMEX_FINAL && !armex_mark_is_soft(mark);
}

static void add_flow(struct armex_panel *panel, size_t at,
                     const struct armex_flow *flow)
{
    double *value = &panel->values[at];
    armex_mark *mark = &panel->marks[at];

    if (isnan(flow->value)) {
        if ((*mark & ARMEX_STATUS_BITS) == ARMEX_NIL) {
            *value = NAN; // a row stands there, so it is not "none identified"
            *mark = ARMEX_UNKNOWN_YET;
        }
        return;
    }
    if (!armex_mark_has_value(*mark) || (*mark & ARMEX_STATUS_BITS) == ARMEX_NIL) {
        *value = flow->value;
        *mark = flow->mark;
    } else {
        *value += flow->value;
        if (is_firm(*mark))
            *mark = flow->mark;
    }
}

armex_status armex_flows_totals(struct armex_panel **out,
                                const struct armex_flows *flows,
                                enum armex_flow_direction side,
                                struct armex_error *error)
{
    size_t *column = calloc(flows->n_entities + 1, sizeof *column);
    struct armex_panel *panel = NULL;
    int first = 0, last = -1;
    armex_status status = column ? ARMEX_OK : armex_fail_memory(error);

    *out = NULL;
    if (!status) {
        const size_t n = number_series(column, flows, side, &first, &last);
        status =
            armex_panel_create(&panel, n, first, (size_t)(last - first + 1), error);
    }
    if (!status && !name_series(panel, flows, column, side))
        status = armex_fail_memory(error);
    for (size_t i = 0; !status && i < panel->n_series * panel->n_years; i++) {
        panel->values[i] = 0.0;
        panel->marks[i] = ARMEX_NIL;
    }
    for (size_t i = 0; !status && i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        const size_t s = column[side_of(flow, side)];
        add_flow(panel, armex_panel_at(panel, s, flow->year), flow);
    }
    if (!status)
        status = armex_notes_join(&panel->notes, panel->arena, &flows->notes, error);
    free(column);
    if (status)
        armex_panel_free(panel);
    else
        *out = panel;
    return status;
}
