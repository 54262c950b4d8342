/**
 * ingest/sources/sipri_top100.c: total arms revenue of SIPRI's hundred largest arms
 * companies: one sheet, a row of years, a row of billions of dollars.
 *
 * The hundred are others each year, and what they earn at home is in it: it is no
 * trade. The world's series bears it. A row of changes is left out, for it follows.
 */
#include <stdlib.h>
#include <string.h>

#include "ingest/edition.h"
#include "ingest/sources.h"
#include "ingest/sources/sipri_workbook.h"

static const char current_row[] = "current US$ (billion)";

/** The row of figures, and in `*header` that of its years; 0: it is another workbook.
 */
static uint32_t find_rows(uint32_t *header, const struct armex_xlsx_sheet *sheet)
{
    const uint32_t look = 40;

    *header = armex_workbook_header(sheet, "");
    for (uint32_t row = *header + 1; *header && row <= look; row++) {
        const struct armex_xlsx_cell cell = armex_xlsx_at(sheet, row, 1);
        if (armex_xlsx_says(&cell, current_row))
            return row;
    }
    return 0;
}

/** Opens the workbook's only sheet. */
static armex_status open_sheet(struct armex_xlsx **book,
                               struct armex_xlsx_sheet **sheet,
                               const struct armex_document *document,
                               struct armex_error *error)
{
    const struct armex_place whole = {document->path, 0, 0};
    armex_status status =
        armex_xlsx_open(book, document->path, document->bytes, document->length, error);

    *sheet = NULL;
    if (!status && armex_xlsx_sheets(*book) != 1)
        status =
            armex_fail(error, ARMEX_BAD_INPUT, whole,
                       "the table of total arms revenue has one sheet, and not %zu",
                       armex_xlsx_sheets(*book));
    return status ? status : armex_xlsx_sheet_read(sheet, *book, 0, error);
}

static bool recognise(const struct armex_document *document)
{
    struct armex_xlsx *book = NULL;
    struct armex_xlsx_sheet *sheet = NULL;
    uint32_t header;
    const bool known = document->length && document->bytes[0] == 'P' &&
                       !open_sheet(&book, &sheet, document, NULL) &&
                       find_rows(&header, sheet);

    armex_xlsx_sheet_free(sheet);
    armex_xlsx_close(book);
    return known;
}

static armex_status take_row(struct armex_figures *figures,
                             const struct armex_xlsx_sheet *sheet,
                             struct armex_error *error)
{
    const struct armex_xlsx_cell top = {.row = 1, .column = 1};
    const struct armex_quantity revenue = {
        .measure = ARMEX_ARMS_REVENUE,
        .unit = {.kind = ARMEX_MONEY, .currency = "usd"},
        .scope = "top-100"};
    struct armex_slot slot = {.entity = armex_entity_by_code("WLD"), .exponent = 9};
    uint32_t header;
    const uint32_t row = find_rows(&header, sheet);
    armex_status status =
        row ? armex_figures_quantity(&slot.quantity, figures, &revenue, error)
            : armex_xlsx_fail(error, sheet, &top,
                              "no row of '%s' follows a row of years", current_row);

    for (uint16_t column = 2; !status && column <= sheet->n_columns; column++) {
        const struct armex_xlsx_cell head = armex_xlsx_at(sheet, header, column),
                                     cell = armex_xlsx_at(sheet, row, column);
        slot.year = armex_xlsx_year(&head);
        if (slot.year)
            status = armex_workbook_take(figures, slot, sheet, &cell, error);
    }
    return status;
}

/* The workbook's own date is that of a template of 2014, so the user must say. */
static const struct armex_edition edition = {
    .dataset = "sipri-top100",
    .title = "Total arms revenue of the SIPRI Top 100",
    .description =
        "Revenue from arms of the hundred largest arms companies of each "
        "year, at home and abroad: no exports. The companies are not the same "
        "from year to year.",
    .publisher = "Stockholm International Peace Research Institute (SIPRI)",
    .url = "https://www.sipri.org/databases/armsindustry",
    .licence = "(c) SIPRI; free with attribution for non-commercial use, larger "
               "re-publication needs SIPRI's consent",
};

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_xlsx *book = NULL;
    struct armex_xlsx_sheet *sheet = NULL;
    struct armex_figures *figures = NULL;
    struct armex_panel *panel = NULL;
    armex_status status = open_sheet(&book, &sheet, document, error);

    *out = NULL;
    if (!status)
        status = armex_figures_create(&figures, document, error);
    if (!status)
        status = take_row(figures, sheet, error);
    if (!status)
        status = armex_figures_panel(&panel, figures, error);
    if (!status)
        status = armex_edition_publish(out, &edition, document, options, panel, error);
    armex_figures_free(figures);
    armex_xlsx_sheet_free(sheet);
    armex_xlsx_close(book);
    return status;
}

const struct armex_source armex_source_sipri_top100 = {
    .name = "sipri-top100",
    .credit = "total arms revenue of SIPRI's Top 100 companies (xlsx)",
    .recognise = recognise,
    .read = read,
};
