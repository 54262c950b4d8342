/**
 * ingest/sources/sipri_register.c: SIPRI's register with one row a delivery year of a
 * deal: who delivered what to whom, and its volume.
 *
 * Columns are found by their names: Supplier, Recipient, Delivery year and TIV delivery
 * values are needed; SIPRI AT Database ID, Armament category, Order date, Numbers
 * delivered, Status, Local production and the "is estimate" columns are read where they
 * are. The value is used as given: number times unit value differs from it where the
 * unit value was rounded to two decimals. One deal may not have one year twice.
 *
 * The panel is the sum of the rows by supplier (exports) and recipient (imports); a
 * year without a row is nil: SIPRI found no delivery. WLD is the sum of all rows.
 */
#include "base/number.h"
#include "ingest/sources.h"
#include "ingest/sources/sipri_flows.h"

enum column {
    SUPPLIER,
    RECIPIENT,
    YEAR,
    VALUE,
    ID,
    CATEGORY,
    ORDER_YEAR,
    NUMBER,
    STATUS,
    ORDER_YEAR_ESTIMATED,
    NUMBER_ESTIMATED,
    YEAR_ESTIMATED,
    LOCAL,
    COLUMNS,
    NEEDED = ID
};

static const char *const names[COLUMNS] = {
    "Supplier",
    "Recipient",
    "Delivery year",
    "TIV delivery values",
    "SIPRI AT Database ID",
    "Armament category",
    "Order date",
    "Numbers delivered",
    "Status",
    "Order date is estimate",
    "Numbers delivered is estimate",
    "Delivery year is estimate",
    "Local production",
};

static bool recognise(const struct armex_document *document)
{
    return armex_sipri_begins_with(document, names, NEEDED);
}

/** The row being read. */
struct row {
    const struct armex_page *page;
    struct armex_cell cells[COLUMNS];
};

static armex_status read_flag(struct armex_deal *deal, const struct row *row,
                              enum column column, uint8_t flag,
                              struct armex_error *error)
{
    const struct armex_cell *cell = &row->cells[column];

    if (armex_cell_says(cell, "yes")) {
        deal->flags |= flag;
        return ARMEX_OK;
    }
    if (!cell->length || armex_cell_says(cell, "no"))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(row->page->file, cell),
                      "'%s' is neither Yes nor No", armex_cell_clip(cell).text);
}

static armex_status read_id(struct armex_deal *deal, const struct row *row,
                            struct armex_error *error)
{
    const struct armex_cell *cell = &row->cells[ID];
    long id = 0;

    if (cell->length && !armex_whole_parse(&id, cell->text, cell->length, 1, INT32_MAX))
        return armex_fail(error, ARMEX_BAD_INPUT,
                          armex_cell_place(row->page->file, cell),
                          "'%s' is no number of a deal", armex_cell_clip(cell).text);
    deal->id = (uint32_t)id;
    return ARMEX_OK;
}

static armex_status read_deal(struct armex_deal *deal, const struct row *row,
                              struct armex_error *error)
{
    static const struct {
        enum column column;
        uint8_t flag;
    } flags[] = {{ORDER_YEAR_ESTIMATED, ARMEX_ORDER_YEAR_ESTIMATED},
                 {NUMBER_ESTIMATED, ARMEX_NUMBER_ESTIMATED},
                 {YEAR_ESTIMATED, ARMEX_YEAR_ESTIMATED},
                 {LOCAL, ARMEX_LOCAL_PRODUCTION}};
    armex_status status = read_id(deal, row, error);

    if (!status)
        status = armex_sipri_order_year(deal, row->page->file, &row->cells[ORDER_YEAR],
                                        error);
    if (!status)
        status = armex_sipri_number(deal, row->page->file, &row->cells[NUMBER], error);
    if (!status)
        status = armex_sipri_status(deal, row->page->file, &row->cells[STATUS], error);
    for (size_t i = 0; !status && i < sizeof flags / sizeof *flags; i++)
        status = read_flag(deal, row, flags[i].column, flags[i].flag, error);
    return status;
}

static armex_status read_flow(struct armex_sipri_flows *flows, const struct row *row,
                              struct armex_error *error)
{
    const struct armex_cell *year = &row->cells[YEAR];
    struct armex_sipri_delivery delivery = {
        .flow.year = armex_cell_year(year),
        .place = armex_cell_place(row->page->file, year)};
    struct armex_flow *flow = &delivery.flow;
    armex_status status = ARMEX_OK;

    if (!flow->year)
        return armex_fail(error, ARMEX_BAD_INPUT, delivery.place,
                          "'%s' is no year of delivery", armex_cell_clip(year).text);
    status = armex_sipri_name(&flow->supplier, flows->names, row->page,
                              &row->cells[SUPPLIER], error);
    if (!status)
        status = armex_sipri_name(&flow->recipient, flows->names, row->page,
                                  &row->cells[RECIPIENT], error);
    if (!status)
        status = armex_sipri_category(&flow->category, flows->categories,
                                      &row->cells[CATEGORY], error);
    if (!status)
        status = armex_sipri_tiv(&flow->value, &flow->mark, row->page->file,
                                 &row->cells[VALUE], error);
    if (!status)
        status = read_deal(&delivery.deal, row, error);
    if (!status)
        status = armex_sipri_flows_add(flows, &delivery, error);
    return status;
}

static armex_status read_rows(struct armex_sipri_flows *flows,
                              const struct armex_sipri_reading *reading,
                              struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    const size_t header = reading->header;
    size_t at[COLUMNS];
    armex_status status = ARMEX_OK;

    for (int c = 0; c < COLUMNS; c++)
        at[c] = armex_page_column(&page->rows[header], names[c]);
    for (size_t r = header + 1; !status && r < page->n_rows; r++) {
        struct row row = {page, {{0}}};
        status = armex_page_check_length(page, r, header, error);
        for (int c = 0; c < COLUMNS; c++)
            row.cells[c] = armex_page_cell(&page->rows[r], at[c]);
        if (!status)
            status = read_flow(flows, &row, error);
        status = armex_rejects_row(page->rejects, status, error);
    }
    return status;
}

static const struct armex_sipri_kind kind = {
    .dataset = "sipri-register",
    .title = "SIPRI Arms Transfers Database: register of deliveries",
    .description = "Deliveries of major arms by year of delivery, in SIPRI "
                   "trend-indicator values (TIV), which measure military capability "
                   "moved and not money paid.",
    .scope = "national",
    .with_deals = true,
    .names = names,
    .n_names = NEEDED,
    .read_rows = read_rows,
};

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    return armex_sipri_flows_read(out, &kind, document, options, error);
}

const struct armex_source armex_source_sipri_register = {
    .name = "sipri-register",
    .credit = "SIPRI's arms transfers register, one row a delivery year of a deal",
    .recognise = recognise,
    .read = read,
};
