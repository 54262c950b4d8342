/** store/put_flows.c: who delivered to whom, one place of dimension `delivery` a row.
 * (`flow` is a variable of the panel: exports or imports.) */
#include "store/vintage_write.h"

#include <math.h>

#include "base/text.h"

/** The fields of rows, one after another in one scratch array. */
struct columns {
    struct armex_put *put;
    const struct armex_axis *axis;
    const struct armex_flows *flows;
    void *scratch; /* eight bytes a row */
};

static struct armex_object *put_octets(struct columns *columns, const char *name,
                                       const char *long_name)
{
    const struct armex_variable variable = {
        name, long_name, ARMEX_FORM_UINT8, 1, {columns->axis, NULL}};
    return armex_put_variable(columns->put, &variable, columns->scratch);
}

static void put_shorts(struct columns *columns, const char *name, const char *long_name)
{
    const struct armex_variable variable = {
        name, long_name, ARMEX_FORM_INT16, 1, {columns->axis, NULL}};
    armex_put_variable(columns->put, &variable, columns->scratch);
}

static void put_wholes(struct columns *columns, const char *name, const char *long_name)
{
    const struct armex_variable variable = {
        name, long_name, ARMEX_FORM_UINT32, 1, {columns->axis, NULL}};
    armex_put_variable(columns->put, &variable, columns->scratch);
}

static struct armex_object *put_doubles(struct columns *columns, const char *name,
                                        const char *long_name, const char *units)
{
    const struct armex_variable variable = {
        name, long_name, ARMEX_FORM_DOUBLE, 1, {columns->axis, NULL}};
    struct armex_object *data =
        armex_put_variable(columns->put, &variable, columns->scratch);

    armex_put_text(columns->put, data, "units", units);
    armex_put_number(columns->put, data, "_FillValue", NAN);
    return data;
}

#define FILL(type, expression)                                                         \
    for (size_t i = 0; i < columns->flows->n; i++)                                     \
    ((type *)columns->scratch)[i] = columns->flows->expression

static void put_rows(struct columns *columns)
{
    struct armex_put *put = columns->put;
    char unit[ARMEX_UNIT_SIZE];

    FILL(uint32_t, items[i].supplier);
    put_wholes(columns, "flow_supplier",
               "place of the supplier along dimension flow_entity");
    FILL(uint32_t, items[i].recipient);
    put_wholes(columns, "flow_recipient",
               "place of the recipient along dimension flow_entity");
    FILL(uint32_t, items[i].category);
    put_wholes(columns, "flow_category",
               "place of the category along dimension flow_category_name");
    FILL(short, items[i].year);
    put_shorts(columns, "flow_year", "year that the row counts in");
    FILL(uint8_t, items[i].mark);
    put_octets(columns, "flow_status", "what is known of it, as in variable status");
    FILL(double, items[i].value);
    armex_unit_write(unit, columns->flows->unit);
    struct armex_object *value =
        put_doubles(columns, "flow_value", "what was delivered", unit);
    armex_put_text(put, value, "measure", armex_measure_name(columns->flows->measure));
    armex_put_text(put, value, "scope", columns->flows->scope);
    armex_put_text(put, value, "ancillary_variables", "flow_status");
}

static void put_flags(struct columns *columns)
{
    struct armex_put *put = columns->put;
    struct armex_text meanings = {0};
    uint8_t masks[ARMEX_DEAL_FLAGS];

    FILL(uint8_t, deals[i].flags);
    struct armex_object *flags =
        put_octets(columns, "flow_flags", "what is known of the deal; all off: new");
    for (unsigned i = 0; i < ARMEX_DEAL_FLAGS; i++) {
        masks[i] = (uint8_t)(1u << i);
        armex_text_printf(&meanings, "%s%s", i ? " " : "", armex_deal_flag_name(i));
    }
    armex_put_octets(put, flags, "flag_masks", masks, ARMEX_DEAL_FLAGS);
    if (!meanings.failed)
        armex_put_text(put, flags, "flag_meanings", meanings.data);
    put->failed = put->failed || meanings.failed;
    armex_text_free(&meanings);
}

/** Only where suppliers are not the only ones who report. */
static void put_reports(struct columns *columns)
{
    struct armex_put *put = columns->put;
    struct armex_text meanings = {0};
    uint8_t values[ARMEX_REPORTS];
    bool any = false;

    for (size_t i = 0; i < columns->flows->n; i++)
        any = any || columns->flows->items[i].report != ARMEX_BY_SUPPLIER;
    if (!any)
        return;
    FILL(uint8_t, items[i].report);
    struct armex_object *report = put_octets(
        columns, "flow_report", "who reports it; only suppliers' reports add up");
    for (unsigned i = 0; i < ARMEX_REPORTS; i++) {
        values[i] = (uint8_t)i;
        armex_text_printf(&meanings, "%s%s", i ? " " : "", armex_report_name(i));
    }
    armex_put_octets(put, report, "flag_values", values, ARMEX_REPORTS);
    if (!meanings.failed)
        armex_put_text(put, report, "flag_meanings", meanings.data);
    put->failed = put->failed || meanings.failed;
    armex_text_free(&meanings);
}

static void put_deals(struct columns *columns)
{
    FILL(uint32_t, deals[i].id);
    put_wholes(columns, "flow_deal", "the publisher's number of the deal; 0: none");
    FILL(short, deals[i].order_year);
    put_shorts(columns, "flow_order_year", "year of the order; 0: not given");
    FILL(double, deals[i].number);
    put_doubles(columns, "flow_number", "items delivered", "1");
    put_flags(columns);
}

void armex_put_flows(struct armex_put *put, const struct armex_flows *flows,
                     struct armex_arena *scratch)
{
    const struct armex_axis *entities =
        armex_put_dimension(put, "flow_entity", flows->n_entities);
    const struct armex_axis *categories =
        armex_put_dimension(put, "flow_category_name", flows->n_categories);
    struct columns columns = {put, armex_put_dimension(put, "delivery", flows->n),
                              flows,
                              armex_arena_new(scratch, flows->n, sizeof(double))};

    if (!columns.scratch) {
        put->failed = true;
        return;
    }
    armex_put_texts(put, "flow_entity_code", "code of a supplier or recipient",
                    entities, flows->entities);
    armex_put_texts(put, "flow_category_words", "what was delivered", categories,
                    flows->categories);
    put_rows(&columns);
    put_reports(&columns);
    if (flows->deals)
        put_deals(&columns);
}
