/**
 * ingest/sources/sipri_deals.c: SIPRI's register with one row a deal.
 *
 * Columns are found by their names; the three that are called " " hold "?" where the
 * value to their left is an estimate. SIPRI quotes nothing, so a line break within
 * Comments splits a row in two, which are joined again: the first ends with the
 * comment, the second begins with the rest of it. Any other row of the wrong length is
 * refused.
 *
 * The volume of a deal is given for all its years of delivery together ("2010; 2012"),
 * and most of the volume belongs to deals of several years: it cannot be said how much
 * came in which. So the figures of this dataset stand in the year of the ORDER, scope
 * by-order-year: what was delivered up to the day of the file on deals ordered in that
 * year. Summed over the years it is all that a supplier delivered. By year of delivery:
 * sipri-register. A deal without any year of delivery adds nothing: it is nil.
 */
#include <string.h>

#include "ingest/sources.h"
#include "ingest/sources/sipri_flows.h"

enum column {
    SUPPLIER,
    RECIPIENT,
    ORDER_YEAR,
    YEARS,
    VALUE,
    NUMBER_ORDERED,
    DESCRIPTION,
    NUMBER,
    STATUS,
    COMMENTS,
    ORDER_YEAR_ESTIMATED,
    NUMBER_ORDERED_ESTIMATED,
    NUMBER_ESTIMATED,
    COLUMNS,
    NEEDED = NUMBER_ORDERED,
    NAMED = ORDER_YEAR_ESTIMATED
};

static const char *const names[NAMED] = {
    "Supplier",
    "Recipient",
    "Year of order",
    "Year(s) of delivery",
    "SIPRI TIV of delivered weapons",
    "Number ordered",
    "Weapon description",
    "Number delivered",
    "status",
    "Comments",
};

/** A column without a name that says which of a named one are estimates. */
static const struct {
    enum column column, of;
    uint8_t flag;
} estimates[] = {
    {ORDER_YEAR_ESTIMATED, ORDER_YEAR, ARMEX_ORDER_YEAR_ESTIMATED},
    {NUMBER_ORDERED_ESTIMATED, NUMBER_ORDERED, ARMEX_NUMBER_ORDERED_ESTIMATED},
    {NUMBER_ESTIMATED, NUMBER, ARMEX_NUMBER_ESTIMATED},
};
enum { ESTIMATES = sizeof estimates / sizeof *estimates };

static bool recognise(const struct armex_document *document)
{
    return armex_sipri_begins_with(document, names, NEEDED);
}

static void find_columns(size_t at[COLUMNS], const struct armex_page_row *header)
{
    for (int c = 0; c < NAMED; c++)
        at[c] = armex_page_column(header, names[c]);
    for (int i = 0; i < ESTIMATES; i++) {
        const size_t next = at[estimates[i].of] + 1;
        at[estimates[i].column] =
            next < header->n && !header->cells[next].length ? next : header->n;
    }
}

/** The row being read. */
struct row {
    const struct armex_page *page;
    struct armex_cell cells[COLUMNS];
};

/* Both halves are as long as a line break in Comments makes them, or padded alike. */
static bool is_split(const struct armex_page *page, size_t r, size_t header,
                     size_t comments)
{
    const size_t length = page->rows[header].n;
    const size_t first = comments + 1, second = length - comments;

    if (comments >= length || r + 1 >= page->n_rows)
        return false;
    const struct armex_page_row *a = &page->rows[r], *b = &page->rows[r + 1];
    return a->n <= first && b->n <= second &&
           ((a->written == first && b->written == second) ||
            (a->written >= length && b->written >= length));
}

/** Gathers the cells of the row, or of its two halves; `*next` is the row after it. */
static armex_status take_row(struct row *row, size_t *next,
                             const struct armex_sipri_reading *reading,
                             const size_t at[COLUMNS], size_t r,
                             struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    const size_t comments = at[COMMENTS];
    const bool split = is_split(page, r, reading->header, comments);

    row->page = page;
    *next = r + (split ? 2 : 1);
    for (int c = 0; c < COLUMNS; c++)
        row->cells[c] = split && at[c] > comments
                            ? armex_page_cell(&page->rows[r + 1], at[c] - comments)
                            : armex_page_cell(&page->rows[r], at[c]);
    return split ? ARMEX_OK : armex_page_check_length(page, r, reading->header, error);
}

/* "2010; 2012": only whether there are any; SIPRI says not how much came in which. */
static armex_status check_years(bool *delivered, const struct row *row,
                                struct armex_error *error)
{
    struct armex_cell rest = row->cells[YEARS];

    *delivered = rest.length > 0;
    while (rest.length) {
        const char *end = memchr(rest.text, ';', rest.length);
        struct armex_cell year = rest;
        if (end)
            year.length = (size_t)(end - rest.text);
        while (year.length && year.text[year.length - 1] == ' ')
            year.length--;
        if (!armex_cell_year(&year))
            return armex_fail(
                error, ARMEX_BAD_INPUT, armex_cell_place(row->page->file, &year),
                "'%s' is no year of delivery", armex_cell_clip(&year).text);
        const size_t used = end ? (size_t)(end - rest.text) + 1 : rest.length;
        rest.text += used;
        rest.length -= used;
        rest.column += used;
        while (rest.length && *rest.text == ' ') {
            rest.text++;
            rest.length--;
            rest.column++;
        }
    }
    return ARMEX_OK;
}

static armex_status read_estimates(struct armex_deal *deal, const struct row *row,
                                   struct armex_error *error)
{
    for (int i = 0; i < ESTIMATES; i++) {
        const struct armex_cell *cell = &row->cells[estimates[i].column];
        if (armex_cell_says(cell, "?"))
            deal->flags |= estimates[i].flag;
        else if (cell->length)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(row->page->file, cell),
                              "'%s' stands where only a question mark may",
                              armex_cell_clip(cell).text);
    }
    return ARMEX_OK;
}

static armex_status read_deal(struct armex_deal *deal, const struct row *row,
                              struct armex_error *error)
{
    const struct armex_cell *ordered = &row->cells[ORDER_YEAR];
    armex_status status = armex_sipri_order_year(deal, row->page->file, ordered, error);

    if (!status && !deal->order_year)
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            armex_cell_place(row->page->file, ordered),
                            "the deal has no year of order");
    if (!status)
        status = armex_sipri_number(deal, row->page->file, &row->cells[NUMBER], error);
    if (!status)
        status = armex_sipri_status(deal, row->page->file, &row->cells[STATUS], error);
    if (!status)
        status = read_estimates(deal, row, error);
    return status;
}

static armex_status read_flow(struct armex_sipri_flows *flows, const struct row *row,
                              struct armex_error *error)
{
    struct armex_sipri_delivery delivery = {
        .place = armex_cell_place(row->page->file, &row->cells[SUPPLIER])};
    struct armex_flow *flow = &delivery.flow;
    bool delivered = false;
    armex_status status = armex_sipri_name(&flow->supplier, flows->names, row->page,
                                           &row->cells[SUPPLIER], error);

    if (!status)
        status = armex_sipri_name(&flow->recipient, flows->names, row->page,
                                  &row->cells[RECIPIENT], error);
    if (!status)
        status = armex_sipri_category(&flow->category, flows->categories,
                                      &row->cells[DESCRIPTION], error);
    if (!status)
        status = armex_sipri_tiv(&flow->value, &flow->mark, row->page->file,
                                 &row->cells[VALUE], error);
    if (!status)
        status = check_years(&delivered, row, error);
    if (!status)
        status = read_deal(&delivery.deal, row, error);
    if (status)
        return status;
    flow->year = delivery.deal.order_year;
    if (!delivered && flow->mark == ARMEX_BELOW)
        flow->mark = ARMEX_NIL; // ordered, and nothing has come yet
    return armex_sipri_flows_add(flows, &delivery, error);
}

static armex_status read_rows(struct armex_sipri_flows *flows,
                              const struct armex_sipri_reading *reading,
                              struct armex_error *error)
{
    size_t at[COLUMNS], next = 0;
    armex_status status = ARMEX_OK;

    find_columns(at, &reading->page->rows[reading->header]);
    for (size_t r = reading->header + 1; !status && r < reading->page->n_rows;
         r = next) {
        struct row row;
        status = take_row(&row, &next, reading, at, r, error);
        if (!status)
            status = read_flow(flows, &row, error);
        status = armex_rejects_row(reading->page->rejects, status, error);
    }
    return status;
}

static const struct armex_sipri_kind kind = {
    .dataset = "sipri-deals",
    .title = "SIPRI Arms Transfers Database: register of deals",
    .description =
        "Major arms delivered so far on the deals of each year of order, in SIPRI "
        "trend-indicator values (TIV), which measure military capability moved and not "
        "money paid. Recent years grow as deliveries follow their orders. For years of "
        "delivery see sipri-register.",
    .scope = "by-order-year",
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

const struct armex_source armex_source_sipri_deals = {
    .name = "sipri-deals",
    .credit = "SIPRI's arms transfers register, one row a deal",
    .recognise = recognise,
    .read = read,
};
