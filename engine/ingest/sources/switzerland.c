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

#include "ingest/dates.h"
#include "ingest/licence_list.h"
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

/** The next line of the cell, which moves on past it and its LF, CRLF or CR. */
static struct armex_cell next_line(struct armex_cell *rest)
{
    struct armex_cell line = *rest;
    size_t n = 0;

    while (n < rest->length && rest->text[n] != '\n' && rest->text[n] != '\r')
        n++;
    line.length = n;
    n += n + 1 < rest->length && rest->text[n] == '\r' && rest->text[n + 1] == '\n';
    n += n < rest->length;
    rest->text += n;
    rest->length -= n;
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

static armex_status read_row(struct armex_licence *out, const char *file,
                             const struct armex_cell *cells, struct armex_error *error)
{
    const struct armex_cell *issued = &cells[ISSUED];
    struct armex_date date;

    *out = (struct armex_licence){.exporter = armex_entity_by_code("CHE"),
                                  .recipient = &cells[RECIPIENT],
                                  .category = &cells[NUMBER],
                                  .scope = scope_of(&cells[KIND])};
    if (!armex_date_of_spreadsheet(&date, issued->text, issued->length))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, issued),
                          "'%s' is no day of issue; write 31.12.2014",
                          armex_cell_clip(issued).text);
    out->year = date.year;
    return armex_read_written_amount(&out->value, file, &cells[VALUE], "chf", error);
}

static const struct armex_licence_list list = {
    .kind = {.unit = {.kind = ARMEX_MONEY, .currency = "chf"},
             .scopes = scopes,
             .n_scopes = sizeof scopes / sizeof *scopes,
             .recipients_scope = "from-che"},
    .edition =
        {.dataset = "che-licences",
         .title = "Swiss licences under the act on goods control",
         .description =
             "Values of licences in the year of issue, by kind of goods. The headline, "
             "scope special-military-goods, counts arms that are not war material: "
             "that has a list of its own. Dual-use, nuclear and other goods are no "
             "arms and counted apart.",
         .publisher = "State Secretariat for Economic Affairs (SECO), Switzerland",
         .url = "https://www.seco.admin.ch",
         .licence = "free with attribution"},
    .columns = names,
    .n_columns = COLUMNS,
    .read_row = read_row,
};

const struct armex_source armex_source_switzerland = {
    .name = "switzerland",
    .credit = "the Swiss list of licences under the act on goods control (elic)",
    .licences = &list,
};
