/** store/get_flows.c: who delivered to whom. */
#include "store/vintage_read.h"

#include <stdlib.h>
#include <string.h>

/** The fields of rows, one after another in one scratch array. */
struct columns {
    struct armex_get *get;
    struct armex_flows *to;
    void *scratch; /* eight bytes a row */
};

#define GET(name, memory, type, expression)                                            \
    do {                                                                               \
        const type *column = columns->scratch;                                         \
        if (!armex_get_values(columns->get, name, memory, columns->to->n,              \
                              columns->scratch))                                       \
            return false;                                                              \
        for (size_t i = 0; i < columns->to->n; i++)                                    \
            columns->to->expression = column[i];                                       \
    } while (0)

static bool get_rows(struct columns *columns)
{
    GET("flow_supplier", ARMEX_AS_UINT32, uint32_t, items[i].supplier);
    GET("flow_recipient", ARMEX_AS_UINT32, uint32_t, items[i].recipient);
    GET("flow_category", ARMEX_AS_UINT32, uint32_t, items[i].category);
    GET("flow_year", ARMEX_AS_SHORT, short, items[i].year);
    GET("flow_status", ARMEX_AS_UNSIGNED_CHAR, uint8_t, items[i].mark);
    GET("flow_value", ARMEX_AS_DOUBLE, double, items[i].value);
    if (armex_get_has(columns->get, "flow_report"))
        GET("flow_report", ARMEX_AS_UNSIGNED_CHAR, uint8_t, items[i].report);
    return true;
}

static bool get_deals(struct columns *columns)
{
    GET("flow_deal", ARMEX_AS_UINT32, uint32_t, deals[i].id);
    GET("flow_order_year", ARMEX_AS_SHORT, short, deals[i].order_year);
    GET("flow_flags", ARMEX_AS_UNSIGNED_CHAR, uint8_t, deals[i].flags);
    GET("flow_number", ARMEX_AS_DOUBLE, double, deals[i].number);
    return true;
}

static bool check_rows(struct armex_get *get, const struct armex_flows *flows)
{
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (flow->supplier >= flows->n_entities ||
            flow->recipient >= flows->n_entities ||
            flow->category >= flows->n_categories || flow->report >= ARMEX_REPORTS ||
            (flow->mark & ARMEX_STATUS_BITS) >= ARMEX_STATUSES)
            return armex_get_fault(get, "a flow is none");
    }
    return true;
}

static bool get_meaning(struct armex_get *get, struct armex_flows *to)
{
    const char *unit = armex_get_text(get, "flow_value", "units", to->arena);
    const char *measure = armex_get_text(get, "flow_value", "measure", to->arena);
    const char *scope = armex_get_text(get, "flow_value", "scope", to->arena);

    if (!unit || !measure || !scope)
        return false;
    to->scope = scope;
    return (armex_unit_parse(&to->unit, unit, strlen(unit)) &&
            armex_measure_parse(&to->measure, measure, strlen(measure))) ||
           armex_get_fault(get, "a measure or unit is none");
}

static bool is_sorted(const char *const *list, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (strcmp(list[i - 1], list[i]) >= 0)
            return false;
    return true;
}

/** The flows without rows, for their lists. */
static armex_status create(struct armex_vintage *vintage, struct armex_get *get,
                           struct armex_arena *scratch, struct armex_error *error)
{
    size_t entities[2], categories[2];

    if (!armex_get_shape(get, "flow_entity_code", 16, entities) ||
        !armex_get_shape(get, "flow_category_words", 16, categories))
        return ARMEX_BAD_INPUT;
    const char **codes = armex_arena_new(scratch, entities[0], sizeof *codes);
    const char **words = armex_arena_new(scratch, categories[0], sizeof *words);
    if (!codes || !words)
        return armex_fail_memory(error);
    if (!armex_get_texts(get, "flow_entity_code", entities[0], scratch, codes) ||
        !armex_get_texts(get, "flow_category_words", categories[0], scratch, words))
        return ARMEX_BAD_INPUT;
    if (!is_sorted(codes, entities[0]) || !is_sorted(words, categories[0])) {
        armex_get_fault(get, "a list of flows is not sorted");
        return ARMEX_BAD_INPUT;
    }
    return armex_flows_create(&vintage->flows, codes, entities[0], words, categories[0],
                              error);
}

static armex_status make_room(struct columns *columns, size_t n, bool with_deals,
                              struct armex_arena *scratch, struct armex_error *error)
{
    struct armex_flows *to = columns->to;

    to->items = calloc(n + 1, sizeof *to->items);
    to->deals = with_deals ? calloc(n + 1, sizeof *to->deals) : NULL;
    columns->scratch = armex_arena_new(scratch, n, sizeof(double));
    if (!to->items || (with_deals && !to->deals) || !columns->scratch)
        return armex_fail_memory(error);
    to->n = to->capacity = n;
    return ARMEX_OK;
}

armex_status armex_get_flows(struct armex_vintage *vintage, struct armex_get *get,
                             struct armex_error *error)
{
    const bool with_deals = armex_get_has(get, "flow_deal");
    struct armex_arena *scratch = armex_arena_create();
    size_t shape[2] = {0, 0};
    armex_status status = scratch ? ARMEX_OK : armex_fail_memory(error);

    if (!status && !armex_get_shape(get, "flow_value", sizeof(double), shape))
        status = ARMEX_BAD_INPUT;
    if (!status)
        status = create(vintage, get, scratch, error);
    struct columns columns = {get, vintage->flows, NULL};
    if (!status)
        status = make_room(&columns, shape[0], with_deals, scratch, error);
    if (!status && !(get_rows(&columns) && (!with_deals || get_deals(&columns)) &&
                     check_rows(get, columns.to) && get_meaning(get, columns.to)))
        status = ARMEX_BAD_INPUT;
    armex_arena_free(scratch);
    return status;
}
