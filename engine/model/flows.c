/** model/flows.c: who delivered to whom, row by row. */
#include "model/flows.h"

#include <stdlib.h>
#include <string.h>

const char *armex_report_name(unsigned report)
{
    static const char *const names[ARMEX_REPORTS] = {
        "supplier", "recipient", "re-exports", "re-imports", "detail"};
    return names[report];
}

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
    flows->scope = "national";
    flows->n_entities = n_entities;
    flows->n_categories = n_categories;
    *out = flows;
    return ARMEX_OK;
}

void armex_flows_free(struct armex_flows *flows)
{
    if (!flows)
        return;
    if (flows->elsewhere.close)
        flows->elsewhere.close(flows->elsewhere.from);
    free(flows->items);
    free(flows->deals);
    armex_arena_free(flows->arena);
}

static armex_status grow(struct armex_flows *flows, bool with_deal,
                         struct armex_error *error)
{
    const size_t capacity = flows->capacity ? 2 * flows->capacity : 256;
    struct armex_flow *items =
        reallocarray(flows->items, capacity, sizeof *flows->items);

    if (!items)
        return armex_fail_memory(error);
    flows->items = items;
    if (with_deal) {
        struct armex_deal *deals =
            reallocarray(flows->deals, capacity, sizeof *flows->deals);
        if (!deals)
            return armex_fail_memory(error);
        flows->deals = deals;
    }
    flows->capacity = capacity;
    return ARMEX_OK;
}

static armex_status add(struct armex_flows *flows, const struct armex_flow *flow,
                        const struct armex_deal *deal, struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (flow->supplier >= flows->n_entities || flow->recipient >= flows->n_entities ||
        flow->category >= flows->n_categories)
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "flows: a row names nobody; please report this");
    if (flows->n && (deal != NULL) != (flows->deals != NULL))
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "flows: some rows have a deal, others none; please report "
                          "this");
    if (flows->n == flows->capacity)
        status = grow(flows, deal != NULL, error);
    if (!status && deal)
        flows->deals[flows->n] = *deal;
    if (!status)
        flows->items[flows->n++] = *flow;
    return status;
}

armex_status armex_flows_add(struct armex_flows *flows, struct armex_flow flow,
                             struct armex_error *error)
{
    return add(flows, &flow, NULL, error);
}

armex_status armex_flows_add_deal(struct armex_flows *flows, struct armex_flow flow,
                                  struct armex_deal deal, struct armex_error *error)
{
    return add(flows, &flow, &deal, error);
}

size_t armex_flows_count(const struct armex_flows *flows)
{
    return flows->n + flows->elsewhere.n;
}

armex_status armex_flows_read(const struct armex_flows *flows, struct armex_flow *out,
                              size_t first, size_t n, struct armex_error *error)
{
    if (flows->elsewhere.read)
        return flows->elsewhere.read(flows->elsewhere.from, out, first, n, error);
    memcpy(out, flows->items + first, n * sizeof *out);
    return ARMEX_OK;
}

const char *armex_deal_flag_name(unsigned i)
{
    static const char *const names[ARMEX_DEAL_FLAGS] = {
        "order_year_estimated", "number_ordered_estimated",
        "number_estimated",     "year_estimated",
        "second_hand",          "modernised",
        "local_production"};
    return i < ARMEX_DEAL_FLAGS ? names[i] : "";
}
