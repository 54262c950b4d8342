/** store/put_flows.c: who delivered to whom, one place of dimension `delivery` a row.
 * (`flow` is a variable of the panel: exports or imports.) */
#include "store/vintage_write.h"

#include <math.h>

#include "base/text.h"
#include "store/put_rows.h"

/** The file that rows go into, and which columns they have there. */
struct rows {
    struct armex_put *put;
    const struct armex_axis *axis;
    const struct armex_flows *flows;
    struct armex_row_column columns[ARMEX_ROW_COLUMNS];
    size_t n_columns;
};

/** Makes room for one column, to which the caller may add attributes. */
static struct armex_object *make_column(struct rows *rows, const char *name,
                                        const char *long_name, size_t field,
                                        enum armex_row_form form)
{
    struct armex_row_column *column = &rows->columns[rows->n_columns++];
    const struct armex_variable variable = {
        name, long_name, armex_row_form(form), 1, {rows->axis, NULL}};

    *column = (struct armex_row_column){.field = field, .form = form};
    return armex_put_room(rows->put, &variable, &column->room);
}

static void make_indices(struct rows *rows, const char *name, const char *long_name,
                         size_t field, size_t n_list)
{
    make_column(rows, name, long_name, field, armex_row_index(n_list));
}

/** Whether all rows in memory have the same of something, at `field`. */
static bool is_one_octet(const struct armex_flows *flows, size_t field)
{
    for (size_t i = 1; i < flows->n; i++)
        if (((const uint8_t *)&flows->items[i])[field] !=
            ((const uint8_t *)&flows->items[0])[field])
            return false;
    return true;
}

/** One mark stands for all rows if it is that of all of them. */
static void make_marks(struct rows *rows)
{
    static const char name[] = "flow_status",
                      long_name[] = "what is known of it, as in variable status";
    const struct armex_flows *flows = rows->flows;
    const size_t field = offsetof(struct armex_flow, mark);
    const armex_mark mark = flows->n ? flows->items[0].mark : ARMEX_FINAL;

    if (armex_flows_count(flows) > 0 && !flows->elsewhere.unstated &&
        is_one_octet(flows, field))
        armex_put_variable(rows->put,
                           &(struct armex_variable){
                               name, long_name, ARMEX_FORM_UINT8, 0, {NULL, NULL}},
                           &mark);
    else
        make_column(rows, name, long_name, field, ARMEX_ROW_OCTET);
}

static void make_values(struct rows *rows)
{
    struct armex_put *put = rows->put;
    char unit[ARMEX_UNIT_SIZE];
    struct armex_object *value =
        make_column(rows, "flow_value", "what was delivered",
                    offsetof(struct armex_flow, value), ARMEX_ROW_VALUE);

    armex_unit_write(unit, rows->flows->unit);
    armex_put_text(put, value, "units", unit);
    armex_put_number(put, value, "_FillValue", NAN);
    armex_put_text(put, value, "measure", armex_measure_name(rows->flows->measure));
    armex_put_text(put, value, "scope", rows->flows->scope);
    armex_put_text(put, value, "ancillary_variables", "flow_status");
}

/** Only where suppliers are not the only ones who report. */
static void make_reports(struct rows *rows)
{
    struct armex_put *put = rows->put;
    const struct armex_flows *flows = rows->flows;
    const size_t field = offsetof(struct armex_flow, report);
    struct armex_text meanings = {0};
    uint8_t values[ARMEX_REPORTS];

    if (!flows->elsewhere.others && is_one_octet(flows, field) &&
        (flows->n == 0 || flows->items[0].report == ARMEX_BY_SUPPLIER))
        return;
    struct armex_object *report = make_column(
        rows, "flow_report", "who reports it; only suppliers' reports add up", field,
        ARMEX_ROW_OCTET);
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

static void put_rows(struct rows *rows)
{
    const struct armex_flows *flows = rows->flows;

    make_indices(rows, "flow_supplier",
                 "place of the supplier along dimension flow_entity",
                 offsetof(struct armex_flow, supplier), flows->n_entities);
    make_indices(rows, "flow_recipient",
                 "place of the recipient along dimension flow_entity",
                 offsetof(struct armex_flow, recipient), flows->n_entities);
    make_indices(rows, "flow_category",
                 "place of the category along dimension flow_category_name",
                 offsetof(struct armex_flow, category), flows->n_categories);
    make_column(rows, "flow_year", "year that the row counts in",
                offsetof(struct armex_flow, year), ARMEX_ROW_YEAR);
    make_marks(rows);
    make_values(rows);
    make_reports(rows);
    armex_put_rows(rows->put, rows->columns, rows->n_columns, flows);
}

/** The fields of deals, one after another in one scratch array. */
struct deals {
    struct armex_put *put;
    const struct armex_axis *axis;
    const struct armex_flows *flows;
    void *scratch; /* eight bytes a row */
};

#define FILL(type, field)                                                              \
    for (size_t i = 0; i < deals->flows->n; i++)                                       \
    ((type *)deals->scratch)[i] = deals->flows->deals[i].field

static struct armex_object *put_deal_column(const struct deals *deals, const char *name,
                                            const char *long_name, enum armex_form form)
{
    const struct armex_variable variable = {
        name, long_name, form, 1, {deals->axis, NULL}};
    return armex_put_variable(deals->put, &variable, deals->scratch);
}

static void put_flags(const struct deals *deals)
{
    struct armex_put *put = deals->put;
    struct armex_text meanings = {0};
    uint8_t masks[ARMEX_DEAL_FLAGS];

    FILL(uint8_t, flags);
    struct armex_object *flags =
        put_deal_column(deals, "flow_flags", "what is known of the deal; all off: new",
                        ARMEX_FORM_UINT8);
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

static void put_deals(const struct deals *deals)
{
    FILL(uint32_t, id);
    put_deal_column(deals, "flow_deal", "the publisher's number of the deal; 0: none",
                    ARMEX_FORM_UINT32);
    FILL(short, order_year);
    put_deal_column(deals, "flow_order_year", "year of the order; 0: not given",
                    ARMEX_FORM_INT16);
    FILL(double, number);
    struct armex_object *number =
        put_deal_column(deals, "flow_number", "items delivered", ARMEX_FORM_DOUBLE);
    armex_put_text(deals->put, number, "units", "1");
    armex_put_number(deals->put, number, "_FillValue", NAN);
    put_flags(deals);
}

void armex_put_flows(struct armex_put *put, const struct armex_flows *flows,
                     struct armex_arena *scratch)
{
    const struct armex_axis *entities =
        armex_put_dimension(put, "flow_entity", flows->n_entities);
    const struct armex_axis *categories =
        armex_put_dimension(put, "flow_category_name", flows->n_categories);
    const struct armex_axis *axis =
        armex_put_dimension(put, "delivery", armex_flows_count(flows));
    struct rows rows = {.put = put, .axis = axis, .flows = flows};

    armex_put_texts(put, "flow_entity_code", "code of a supplier or recipient",
                    entities, flows->entities);
    armex_put_texts(put, "flow_category_words", "what was delivered", categories,
                    flows->categories);
    put_rows(&rows);
    if (!flows->deals)
        return;
    const struct deals deals = {put, axis, flows,
                                armex_arena_new(scratch, flows->n, sizeof(double))};
    if (deals.scratch)
        put_deals(&deals);
    else
        put->failed = true;
}
