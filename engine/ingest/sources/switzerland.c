/**
 * ingest/sources/switzerland.c: licences under the Swiss act on goods control, in
 * German.
 *
 * One row a position of a licence. A position may list several goods, one a line, in
 * the columns of kind and number; its value is one. Kinds of goods are counted apart,
 * for only "Besondere militärische Güter" are arms, and they are not war material
 * either, which another act controls and another list counts.
 */
#include <string.h>

#include "ingest/columns.h"
#include "ingest/dates.h"
#include "ingest/licences.h"
#include "ingest/sources.h"

enum { ISSUED, RECIPIENT, KIND, NUMBER, VALUE, COLUMNS };

static const char *const names[COLUMNS] = {
    [ISSUED] = "Ausstellungsdatum",        [RECIPIENT] = "Bestimmungs-/Lieferland",
    [KIND] = "Position / G\xc3\xbcterart", [NUMBER] = "Position / EKN",
    [VALUE] = "Position / Wert [CHF]",
};

/* In the order of `scopes`. */
static const char *const kinds[] = {
    "Besondere milit\xc3\xa4rische G\xc3\xbcter",
    "Dual Use G\xc3\xbcter",
    "National kontrollierte G\xc3\xbcter",
    "Sanktionsg\xc3\xbcter",
    "Nuklearg\xc3\xbcter",
    "Chemikalien CW\xc3\x9c",
};
static const char *const scopes[] = {
    "special-military-goods", "dual-use-goods", "nationally-controlled-goods",
    "sanctioned-goods",       "nuclear-goods",  "chemicals",
    "several-kinds",          "other-goods"};
enum { KINDS = sizeof kinds / sizeof *kinds, SEVERAL = KINDS, OTHER };

static const struct armex_licence_kind kind = {
    .unit = {.kind = ARMEX_MONEY, .currency = "chf"},
    .scopes = scopes,
    .n_scopes = sizeof scopes / sizeof *scopes,
    .recipients_scope = "from-che",
};

static bool recognise(const struct armex_document *document)
{
    return armex_begins_with_columns(document, names, COLUMNS);
}

/** The next line of the cell, which moves on past it. */
static struct armex_cell next_line(struct armex_cell *rest)
{
    const char *end = memchr(rest->text, '\n', rest->length);
    struct armex_cell line = *rest;

    line.length = end ? (size_t)(end - rest->text) : rest->length;
    rest->text += line.length + (end != NULL);
    rest->length -= line.length + (end != NULL);
    return armex_cell_trim(line);
}

static size_t scope_of(const struct armex_cell *cell)
{
    struct armex_cell rest = *cell;
    const struct armex_cell first = next_line(&rest);
    size_t scope = 0;

    while (rest.length) {
        const struct armex_cell other = next_line(&rest);
        if (armex_cell_compare(&first, &other) != 0)
            return SEVERAL;
    }
    while (scope < KINDS && !armex_cell_is(&first, kinds[scope]))
        scope++;
    return scope < KINDS ? scope : OTHER;
}

static armex_status read_row(struct armex_licences *licences,
                             const struct armex_sheet *sheet, const size_t *columns,
                             size_t row, struct armex_error *error)
{
    const struct armex_cell
        issued = armex_cell_trim(*armex_sheet_cell(sheet, row, columns[ISSUED])),
        recipient = armex_cell_trim(*armex_sheet_cell(sheet, row, columns[RECIPIENT])),
        number = armex_cell_trim(*armex_sheet_cell(sheet, row, columns[NUMBER])),
        goods = armex_cell_trim(*armex_sheet_cell(sheet, row, columns[KIND]));
    struct armex_licence licence = {.exporter = armex_entity_by_code("CHE"),
                                    .recipient = &recipient,
                                    .category = &number,
                                    .scope = scope_of(&goods)};
    struct armex_date date;

    if (!armex_date_of_spreadsheet(&date, issued.text, issued.length))
        return armex_fail(
            error, ARMEX_BAD_INPUT, armex_sheet_place(sheet, row, columns[ISSUED]),
            "'%s' is no day of issue; write 31.12.2014", armex_cell_clip(&issued).text);
    licence.year = date.year;
    const armex_status status =
        armex_read_amount(&licence.value, sheet->file,
                          armex_sheet_cell(sheet, row, columns[VALUE]), error);
    return status ? status : armex_licences_add(licences, &licence, error);
}

static const struct armex_edition edition = {
    .dataset = "che-licences",
    .title = "Swiss licences under the act on goods control",
    .description =
        "Values of licences in the year of issue, by kind of goods. The headline, "
        "scope "
        "special-military-goods, counts arms that are not war material: that has a "
        "list "
        "of its own. Dual-use, nuclear and other goods are no arms and counted apart.",
    .publisher = "State Secretariat for Economic Affairs (SECO), Switzerland",
    .url = "https://www.seco.admin.ch",
    .licence = "free with attribution",
};

static armex_status read_sheet(struct armex_vintage **out,
                               const struct armex_sheet *sheet,
                               const struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    struct armex_licences licences;
    size_t columns[COLUMNS];
    armex_status status = armex_licences_open(&licences, &kind, document, error);

    if (!status)
        status = armex_columns_find(columns, sheet, names, COLUMNS, error);
    for (size_t row = 0; !status && row < sheet->n_rows; row++)
        status = armex_rejects_row(
            sheet->rejects, read_row(&licences, sheet, columns, row, error), error);
    if (!status)
        status =
            armex_licences_vintage(out, &licences, &edition, document, options, error);
    armex_licences_close(&licences);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    return armex_read_as_sheet(out, document, options, read_sheet, error);
}

const struct armex_source armex_source_switzerland = {
    .name = "switzerland",
    .credit = "the Swiss list of licences under the act on goods control (elic)",
    .recognise = recognise,
    .read = read,
};
