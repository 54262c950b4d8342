/**
 * ingest/sources/macro_gdp.c: the gross domestic product of the United States, in
 * billions of current and of chained dollars (date,level-current,level-chained,...),
 * and the implicit deflator, which is 100 times the ratio of the two.
 *
 * The dollars of the chained column are those of the year in which both columns agree.
 */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "ingest/edition.h"
#include "ingest/figures.h"
#include "ingest/page.h"
#include "ingest/sources.h"
#include "ingest/sources/long_table.h"

static const char *const columns[] = {"date", "level-current", "level-chained"};
enum { DATE, CURRENT, CHAINED, COLUMNS };

struct table {
    const struct armex_page *page;
    size_t header, column[COLUMNS];
};

static bool find_table(struct table *out, const struct armex_page *page)
{
    *out = (struct table){.page = page,
                          .header = armex_page_header(page, columns, COLUMNS)};
    for (size_t i = 0; out->header < page->n_rows && i < COLUMNS; i++)
        out->column[i] = armex_page_column(&page->rows[out->header], columns[i]);
    return out->header < page->n_rows;
}

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    struct table table;
    const bool known = page && find_table(&table, page);

    armex_page_close(page);
    return known;
}

static struct armex_cell cell_of(const struct table *table, size_t r, size_t column)
{
    return armex_page_cell(&table->page->rows[r], table->column[column]);
}

/** The year whose dollars the chained column counts; 0 if the table does not tell. */
static short base_of(const struct table *table)
{
    for (size_t r = table->header + 1; r < table->page->n_rows; r++) {
        const struct armex_cell when = cell_of(table, r, DATE),
                                current = cell_of(table, r, CURRENT),
                                chained = cell_of(table, r, CHAINED);
        double a, b;
        int year;
        if (!armex_long_year(&year, table->page->file, &when, NULL) &&
            armex_number_parse(&a, current.text, current.length, 0) &&
            armex_number_parse(&b, chained.text, chained.length, 0) && a == b)
            return (short)year;
    }
    return 0;
}

/** The numbers of what is counted: GDP in current and in chained dollars, deflator. */
struct quantities {
    size_t current, chained, deflator;
};

static armex_status state_quantities(struct quantities *out,
                                     struct armex_figures *figures, short base,
                                     struct armex_error *error)
{
    struct armex_quantity gdp = {
        .measure = ARMEX_GDP,
        .unit = {.kind = ARMEX_MONEY, .currency = "usd"},
        .scope = "national",
    };
    struct armex_quantity deflator = {.measure = ARMEX_PRICE_INDEX,
                                      .unit.kind = ARMEX_INDEX,
                                      .scope = "gdp-deflator"};
    armex_status status = armex_figures_quantity(&out->current, figures, &gdp, error);

    gdp.unit.price_year = (short)(base ? base : ARMEX_PRICE_YEAR_UNKNOWN);
    if (!status)
        status = armex_figures_quantity(&out->chained, figures, &gdp, error);
    if (base)
        snprintf(deflator.unit.base, sizeof deflator.unit.base, "%d", base);
    return status ? status
                  : armex_figures_quantity(&out->deflator, figures, &deflator, error);
}

static armex_status take_row(struct armex_figures *figures, const struct table *table,
                             const struct quantities *quantities, size_t r,
                             struct armex_error *error)
{
    const int billion = 9;
    const struct armex_cell when = cell_of(table, r, DATE),
                            current = cell_of(table, r, CURRENT),
                            chained = cell_of(table, r, CHAINED);
    struct armex_slot slot = {.entity = armex_entity_by_code("USA"),
                              .exponent = billion};
    double a, b;
    armex_status status = armex_page_check_length(table->page, r, table->header, error);

    if (!status)
        status = armex_long_year(&slot.year, table->page->file, &when, error);
    slot.quantity = quantities->current;
    if (!status)
        status = armex_figures_take(figures, slot, &current, error);
    slot.quantity = quantities->chained;
    if (!status)
        status = armex_figures_take(figures, slot, &chained, error);
    slot.quantity = quantities->deflator;
    if (!status && armex_number_parse(&a, current.text, current.length, 0) &&
        armex_number_parse(&b, chained.text, chained.length, 0) && b > 0)
        status = armex_figures_put(figures, slot, 100.0 * a / b, ARMEX_FINAL, &chained,
                                   error);
    return status;
}

static armex_status publish(struct armex_vintage **out, struct armex_figures *figures,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    static const struct armex_edition edition = {
        .dataset = "gdp-us",
        .title = "Gross domestic product of the United States",
        .description = "The deflator is worked out: 100 times current over chained "
                       "dollars.",
        .publisher = "US Bureau of Economic Analysis",
        .url = "https://github.com/datasets/gdp-us",
        .licence = "PDDL",
    };
    struct armex_panel *panel = NULL;
    const armex_status status = armex_figures_panel(&panel, figures, error);

    return status
               ? status
               : armex_edition_publish(out, &edition, document, options, panel, error);
}

static armex_status read_table(struct armex_vintage **out, const struct table *table,
                               const struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    struct armex_figures *figures = NULL;
    struct quantities quantities = {0};
    armex_status status = armex_figures_create(&figures, document, error);

    if (!status)
        status = state_quantities(&quantities, figures, base_of(table), error);
    for (size_t r = table->header + 1; !status && r < table->page->n_rows; r++)
        status =
            armex_rejects_row(table->page->rejects,
                              take_row(figures, table, &quantities, r, error), error);
    if (!status)
        status = publish(out, figures, document, options, error);
    armex_figures_free(figures);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_page *page = NULL;
    struct table table;
    armex_status status = armex_page_open(&page, document, error);

    *out = NULL;
    if (!status && !find_table(&table, page))
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){document->path, 0, 0},
                            "there is no header with the columns date, level-current "
                            "and level-chained");
    if (!status)
        status = read_table(out, &table, document, options, error);
    armex_page_close(page);
    return status;
}

const struct armex_source armex_source_macro_gdp = {
    .name = "gdp-us",
    .credit = "GDP of the United States: date, level-current, level-chained",
    .recognise = recognise,
    .read = read,
};
