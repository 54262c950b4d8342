/**
 * ingest/sources/wide.c: a table of countries by years as anybody makes one, with
 * titles, units, totals and columns of notes around its figures.
 *
 * Nobody is known to have published it: that is --publisher's to say. What it counts is
 * --measure's, and its unit --unit's, unless words around the table say it. A blank is
 * no figure.
 */
#include <string.h>

#include "ingest/edition.h"
#include "ingest/figures.h"
#include "ingest/page.h"
#include "ingest/party.h"
#include "ingest/sources.h"
#include "ingest/stated.h"
#include "ingest/wide_header.h"
#include "ingest/wide_sums.h"

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    const bool known = page && armex_wide_is(page);

    armex_page_close(page);
    return known;
}

/** A reading on its way from the header to the panel. */
struct reading {
    const struct armex_page *page;
    struct armex_wide_header header;
    struct armex_quantity quantity;
    struct armex_figures *figures;
    size_t number; /* of the quantity */
};

static armex_status find_quantity(struct reading *reading,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error)
{
    const struct armex_wide_header *header = &reading->header;
    struct armex_ingest_options stated = *options;
    char unit[ARMEX_UNIT_SIZE];
    armex_status status = ARMEX_OK;

    if (!stated.unit && header->unit.words.has_unit) {
        armex_unit_write(unit, header->unit.words.unit);
        stated.unit = unit;
    }
    if (!stated.unit)
        status = armex_said_unit_ask(&header->unit, error);
    if (status)
        return status;
    if (!stated.measure || !stated.unit)
        return armex_fail(
            error, ARMEX_BAD_INPUT, armex_page_place(reading->page, header->row),
            "this is a table of countries by years, and does not say "
            "what it counts; give %s%s%s",
            stated.measure ? "" : "--measure",
            stated.measure || stated.unit ? "" : " and ", stated.unit ? "" : "--unit");
    status = armex_stated_quantity(&reading->quantity, &stated, error);
    if (header->is_imports)
        reading->quantity.flow = ARMEX_IMPORTS;
    return status
               ? status
               : armex_said_unit_check(&header->unit, &reading->quantity.unit, error);
}

/** A line of a name alone that means nobody is a heading: "Western Europe". */
static bool is_heading(const struct reading *reading, const struct armex_cell *name,
                       const struct armex_page_row *row)
{
    for (size_t c = 0; c < row->n; c++)
        if (c != reading->header.name && row->cells[c].length)
            return false;
    return name->length &&
           !armex_names_find(reading->page->names, name->text, name->length);
}

static armex_status take_row(struct reading *reading, size_t r,
                             struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    const struct armex_wide_header *header = &reading->header;
    const struct armex_page_row *row = &page->rows[r];
    const struct armex_cell name = armex_page_cell(row, header->name),
                            none = {"", 0, name.line, name.column},
                            code = header->code < header->n
                                       ? armex_page_cell(row, header->code)
                                       : none;
    struct armex_party party = {.names = page->names};
    armex_status status = ARMEX_OK;

    if (is_heading(reading, &name, row)) {
        armex_page_pass(page, r);
        return ARMEX_OK;
    }
    status = armex_page_check_length(page, r, header->row, error);
    if (!status)
        status = armex_party_find(&party, page->file, &code, &name, error);
    for (size_t c = 0; !status && c < header->n; c++) {
        const struct armex_wide_column *column = &header->columns[c];
        const struct armex_cell cell = armex_page_cell(row, c);
        const struct armex_slot slot = {reading->number, party.entity, column->year,
                                        header->unit.words.exponent, column->noted};
        if (column->year)
            status = armex_figures_take(reading->figures, slot, &cell, error);
    }
    return status;
}

static armex_status take_rows(struct reading *reading,
                              const struct armex_document *document,
                              struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    armex_status status = armex_figures_create(&reading->figures, document, error);

    if (!status)
        armex_figures_comma(reading->figures, reading->header.comma);
    if (!status)
        status = armex_figures_quantity(&reading->number, reading->figures,
                                        &reading->quantity, error);
    for (size_t r = reading->header.first; !status && r < reading->header.end; r++)
        status = armex_rejects_row(page->rejects, take_row(reading, r, error), error);
    for (size_t r = reading->header.end; !status && r < page->n_rows; r++)
        armex_page_pass(page, r);
    return status;
}

static armex_status add_notes(struct armex_panel *panel, const struct reading *reading,
                              const struct armex_ingest_options *options,
                              struct armex_error *error)
{
    const struct armex_wide_header *header = &reading->header;
    char unit[ARMEX_UNIT_SIZE];
    armex_status status = ARMEX_OK;

    armex_unit_write(unit, reading->quantity.unit);
    if (*header->unit.said.text)
        status = armex_notes_add(&panel->notes, panel->arena, error,
                                 "line %zu says '%s': every figure counts 1%.*s %s",
                                 header->unit.place.line, header->unit.said.text,
                                 header->unit.words.exponent, "000000000000", unit);
    if (!status && !options->publisher)
        status = armex_notes_add(&panel->notes, panel->arena, error,
                                 "read as a table of countries by years; who published "
                                 "it is not known: say --publisher NAME");
    return status ? status : armex_wide_sums(panel, header, reading->page, error);
}

static armex_status publish(struct armex_vintage **out, const struct reading *reading,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    struct armex_panel *panel = NULL;
    char dataset[64];
    const struct armex_edition edition = {.dataset = dataset,
                                          .title = dataset,
                                          .description = "",
                                          .publisher = "",
                                          .url = "",
                                          .licence = ""};
    armex_status status = armex_figures_panel(&panel, reading->figures, error);

    armex_name_of_file(dataset, sizeof dataset, document->path);
    if (!status)
        status = add_notes(panel, reading, options, error);
    if (status) {
        armex_panel_free(panel);
        return status;
    }
    return armex_edition_publish(out, &edition, document, options, panel, error);
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_page *page = NULL;
    struct reading reading = {0};
    armex_status status = armex_page_open(&page, document, error);

    *out = NULL;
    reading.page = page;
    if (!status)
        status = armex_wide_read(&reading.header, page, error);
    if (!status)
        status = find_quantity(&reading, options, error);
    if (!status)
        status = take_rows(&reading, document, error);
    if (!status)
        status = publish(out, &reading, document, options, error);
    armex_figures_free(reading.figures);
    armex_page_close(page);
    return status;
}

const struct armex_source armex_source_wide = {
    .name = "wide",
    .credit = "a table of countries by years, of whomever: one row a country, one "
              "column a year",
    .recognise = recognise,
    .read = read,
};
