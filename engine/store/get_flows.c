/** store/get_flows.c: who delivered to whom. */
#include "store/vintage_read.h"

#include <stdlib.h>
#include <string.h>

/** Rows whose columns are read one after another, block by block. */
struct rows {
    struct armex_get *get;
    const struct armex_flows *to; /* their lists */
    struct armex_flow *items;     /* NULL: they are checked, and not kept */
};

static bool fail_row(const struct rows *rows)
{
    return armex_get_fault(rows->get, "a flow is none");
}

/** A column of places in a list of `n_list`, for the field at that offset. */
struct places {
    const struct rows *rows;
    size_t field, n_list;
};

static bool get_places(void *context, const void *values, size_t first, size_t n)
{
    const struct places *places = context;
    const uint32_t *column = values;
    struct armex_flow *items = places->rows->items;

    for (size_t i = 0; i < n; i++)
        if (column[i] >= places->n_list)
            return fail_row(places->rows);
    for (size_t i = 0; items && i < n; i++)
        memcpy((char *)&items[first + i] + places->field, &column[i], sizeof *column);
    return true;
}

static bool get_year(void *context, const void *values, size_t first, size_t n)
{
    const struct rows *rows = context;
    const short *years = values;

    for (size_t i = 0; rows->items && i < n; i++)
        rows->items[first + i].year = years[i];
    return true;
}

static bool get_mark(void *context, const void *values, size_t first, size_t n)
{
    const struct rows *rows = context;
    const uint8_t *marks = values;

    for (size_t i = 0; i < n; i++)
        if ((marks[i] & ARMEX_STATUS_BITS) >= ARMEX_STATUSES)
            return fail_row(rows);
    for (size_t i = 0; rows->items && i < n; i++)
        rows->items[first + i].mark = marks[i];
    return true;
}

static bool get_report(void *context, const void *values, size_t first, size_t n)
{
    const struct rows *rows = context;
    const uint8_t *reports = values;

    for (size_t i = 0; i < n; i++)
        if (reports[i] >= ARMEX_REPORTS)
            return fail_row(rows);
    for (size_t i = 0; rows->items && i < n; i++)
        rows->items[first + i].report = reports[i];
    return true;
}

static bool get_value(void *context, const void *values, size_t first, size_t n)
{
    const struct rows *rows = context;
    const double *figures = values;

    for (size_t i = 0; rows->items && i < n; i++)
        rows->items[first + i].value = figures[i];
    return true;
}

/** Who, to whom, and what. */
static bool get_parties(struct rows *rows, size_t n)
{
    const struct {
        const char *name;
        struct places places;
    } columns[] = {
        {"flow_supplier",
         {rows, offsetof(struct armex_flow, supplier), rows->to->n_entities}},
        {"flow_recipient",
         {rows, offsetof(struct armex_flow, recipient), rows->to->n_entities}},
        {"flow_category",
         {rows, offsetof(struct armex_flow, category), rows->to->n_categories}}};

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        struct places places = columns[i].places;
        if (!armex_get_blocks(rows->get, columns[i].name, ARMEX_AS_UINT32, n,
                              get_places, &places))
            return false;
    }
    return true;
}

static bool get_rows(struct rows *rows, size_t n)
{
    static const struct {
        const char *name;
        enum armex_number as;
        armex_block_visitor *visit;
    } columns[] = {{"flow_year", ARMEX_AS_SHORT, get_year},
                   {"flow_status", ARMEX_AS_UNSIGNED_CHAR, get_mark},
                   {"flow_value", ARMEX_AS_DOUBLE, get_value},
                   {"flow_report", ARMEX_AS_UNSIGNED_CHAR, get_report}};
    const size_t all = sizeof columns / sizeof *columns,
                 had = armex_get_has(rows->get, "flow_report") ? all : all - 1;

    if (!get_parties(rows, n))
        return false;
    for (size_t i = 0; i < had; i++)
        if (!armex_get_blocks(rows->get, columns[i].name, columns[i].as, n,
                              columns[i].visit, rows))
            return false;
    return true;
}

/** The fields of deals, one after another in one scratch array. */
#define GET(name, memory, type, field)                                                 \
    do {                                                                               \
        const type *column = scratch;                                                  \
        if (!armex_get_values(get, name, memory, to->n, scratch))                      \
            return false;                                                              \
        for (size_t i = 0; i < to->n; i++)                                             \
            to->deals[i].field = column[i];                                            \
    } while (0)

static bool get_deals(struct armex_get *get, struct armex_flows *to, void *scratch)
{
    GET("flow_deal", ARMEX_AS_UINT32, uint32_t, id);
    GET("flow_order_year", ARMEX_AS_SHORT, short, order_year);
    GET("flow_flags", ARMEX_AS_UNSIGNED_CHAR, uint8_t, flags);
    GET("flow_number", ARMEX_AS_DOUBLE, double, number);
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

/** Room for `n` rows in memory. */
static armex_status make_room(struct armex_flows *to, size_t n, bool with_deals,
                              struct armex_error *error)
{
    to->items = calloc(n + 1, sizeof *to->items);
    to->deals = with_deals ? calloc(n + 1, sizeof *to->deals) : NULL;
    if (!to->items || (with_deals && !to->deals))
        return armex_fail_memory(error);
    to->n = to->capacity = n;
    return ARMEX_OK;
}

static armex_status get_all(struct armex_flows *to, struct armex_get *get, size_t n,
                            bool keep, struct armex_arena *scratch,
                            struct armex_error *error)
{
    const bool with_deals = armex_get_has(get, "flow_deal");
    void *column = with_deals ? armex_arena_new(scratch, n, sizeof(double)) : NULL;
    armex_status status = with_deals && !column ? armex_fail_memory(error) : ARMEX_OK;

    if (!status && (keep || with_deals))
        status = make_room(to, n, with_deals, error);
    if (status)
        return status;
    struct rows rows = {get, to, to->items};
    return get_rows(&rows, n) && (!with_deals || get_deals(get, to, column)) &&
                   get_meaning(get, to)
               ? ARMEX_OK
               : ARMEX_BAD_INPUT;
}

armex_status armex_get_flows(struct armex_vintage *vintage, struct armex_get *get,
                             bool keep, struct armex_error *error)
{
    struct armex_arena *scratch = armex_arena_create();
    size_t shape[2] = {0, 0};
    armex_status status = scratch ? ARMEX_OK : armex_fail_memory(error);

    if (!status && !armex_get_shape(get, "flow_value", sizeof(double), shape))
        status = ARMEX_BAD_INPUT;
    if (!status)
        status = create(vintage, get, scratch, error);
    if (!status)
        status = get_all(vintage->flows, get, shape[0], keep, scratch, error);
    armex_arena_free(scratch);
    return status;
}
