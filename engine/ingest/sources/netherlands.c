/**
 * ingest/sources/netherlands.c: the Dutch list of export licences for military goods.
 *
 * One row a licence, in Dutch. Columns that decide what a row counts:
 *   D/T     definitive export, or temporary (to show, to repair)
 *   Verl.   J: an earlier licence is prolonged (verlenging)
 *   V/N     V, M, J: it replaces or changes an earlier licence (vervanging), N: new;
 *           where empty, T.v.v. names the licence replaced (ter vervanging van)
 *   U/D     export (uitvoer): 2, U; transit (doorvoer): 3, D; 4 is none of both
 * A prolonged or replaced licence states its whole value again, so only first licences
 * add up. Days are mm/dd/yyyy, in some columns packed as 6012004 for 6 January 2004.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "ingest/columns.h"
#include "ingest/dates.h"
#include "ingest/licences.h"
#include "ingest/sources.h"

enum {
    ISSUED,
    CATEGORY,
    TEMPORARY,
    PROLONGED,
    REPLACES,
    TRANSIT,
    REPLACED,
    RECIPIENT,
    VALUE,
    COLUMNS
};

static const char *const names[COLUMNS] = {
    [ISSUED] = "afgifte datum",
    [CATEGORY] = "SGP",
    [TEMPORARY] = "D/T",
    [PROLONGED] = "Verl.",
    [REPLACES] = "V/N",
    [TRANSIT] = "U/D",
    [REPLACED] = "T.v.v.",
    [RECIPIENT] = "land van eindbestemming",
    [VALUE] = "waarde (\xe2\x82\xac)",
};

enum { DEFINITIVE, LOANED, RENEWED, TRANSITED, OTHER, SCOPES };

static const char *const scopes[SCOPES] = {"definitive", "temporary", "renewals",
                                           "transit", "other"};

static const struct armex_alias aliases[] = {
    {"EG LANDEN", "EUU"},
    {"EEG", "EUU"},
    {"EU LANDEN", "EUU"},
    {"EU LIDSTATEN", "EUU"},
    {"NAVO LANDEN", "nato"},
    {"NAVO+", "nato"},
    {"BES EILANDEN", "BES"},
    {"BOSNI\xc3\x8b-H", "BIH"},
    {"VOORM. JOEGOSL. REPUBL. MACEDONI\xc3\x8b", "MKD"},
    {"SOMALI\xc3\x8b (VN)", "united-nations"},
    {"EUROPA-NIET EU", "several-recipients"},
    {"DEMO WERELDWIJD", "several-recipients"},
    {"ALLE LANDEN MUV LANDEN VAN ZORG", "several-recipients"},
    {"LANDEN VAN TUSSENHANDEL", "several-recipients"},
};

static const struct armex_licence_kind kind = {
    .unit = {.kind = ARMEX_MONEY, .currency = "eur"},
    .scopes = scopes,
    .n_scopes = SCOPES,
    .recipients_scope = "from-nld",
    .aliases = aliases,
    .n_aliases = sizeof aliases / sizeof *aliases,
};

static bool recognise(const struct armex_document *document)
{
    return armex_begins_with_columns(document, names, COLUMNS);
}

static struct armex_cell trimmed(const struct armex_sheet *sheet, size_t row,
                                 size_t column)
{
    return armex_cell_trim(*armex_sheet_cell(sheet, row, column));
}

static bool is_one_of(const struct armex_cell *cell, const char *letters)
{
    return cell->length == 1 && strchr(letters, *cell->text);
}

static size_t scope_of(const struct armex_sheet *sheet, const size_t *columns,
                       size_t row)
{
    struct armex_cell cells[COLUMNS];

    for (size_t c = 0; c < COLUMNS; c++)
        cells[c] = trimmed(sheet, row, columns[c]);
    const struct armex_cell *replaced = &cells[REPLACED];
    const bool replaces = is_one_of(&cells[REPLACES], "VMJ") ||
                          (!is_one_of(&cells[REPLACES], "N") && replaced->length &&
                           !armex_cell_is(replaced, "0"));
    if (is_one_of(&cells[TRANSIT], "3D"))
        return TRANSITED;
    if (cells[TRANSIT].length && !is_one_of(&cells[TRANSIT], "2U"))
        return OTHER;
    if (is_one_of(&cells[PROLONGED], "J") || replaces)
        return RENEWED;
    return is_one_of(&cells[TEMPORARY], "T") ? LOANED : DEFINITIVE;
}

/** "01/05/2004", or packed without slashes and without a zero in front: "6012004". */
static armex_status read_year(int *out, const struct armex_sheet *sheet, size_t row,
                              size_t column, struct armex_error *error)
{
    const struct armex_cell cell = trimmed(sheet, row, column);
    struct armex_date date;
    long packed;

    if (armex_date_of_spreadsheet(&date, cell.text, cell.length)) {
        *out = date.year;
        return ARMEX_OK;
    }
    if (armex_whole_parse(&packed, cell.text, cell.length, 1011900, 31122100) &&
        packed % 10000 >= 1900 && packed % 10000 <= 2100) {
        *out = (int)(packed % 10000);
        return ARMEX_OK;
    }
    return armex_fail(error, ARMEX_BAD_INPUT, armex_sheet_place(sheet, row, column),
                      "'%s' is no day of issue; write 12/31/2014",
                      armex_cell_clip(&cell).text);
}

static armex_status read_row(struct armex_licences *licences,
                             const struct armex_sheet *sheet, const size_t *columns,
                             size_t row, struct armex_error *error)
{
    const struct armex_cell recipient = trimmed(sheet, row, columns[RECIPIENT]),
                            category = trimmed(sheet, row, columns[CATEGORY]);
    struct armex_licence licence = {.exporter = armex_entity_by_code("NLD"),
                                    .recipient = &recipient,
                                    .category = &category,
                                    .scope = scope_of(sheet, columns, row)};
    armex_status status = read_year(&licence.year, sheet, row, columns[ISSUED], error);

    if (!status)
        status = armex_read_amount(&licence.value, sheet->file,
                                   armex_sheet_cell(sheet, row, columns[VALUE]), error);
    if (!status)
        status = armex_licences_add(licences, &licence, error);
    return status;
}

/** Licences that do not say whether they renew another: such stand for first ones. */
static size_t count_silent(const struct armex_sheet *sheet, const size_t *columns)
{
    size_t n = 0;

    for (size_t row = 0; row < sheet->n_rows; row++)
        n += scope_of(sheet, columns, row) < RENEWED &&
             !trimmed(sheet, row, columns[PROLONGED]).length &&
             !trimmed(sheet, row, columns[REPLACES]).length;
    return n;
}

static armex_status publish(struct armex_vintage **out, struct armex_licences *licences,
                            size_t silent, const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    struct armex_edition edition = {
        .dataset = "nld-licences",
        .title = "Dutch export licences for military goods",
        .publisher = "Ministry of Foreign Affairs of the Netherlands",
        .url = "https://www.rijksoverheid.nl/onderwerpen/"
               "exportcontrole-strategische-goederen",
        .licence = "government open data",
    };
    struct armex_text words = {0};
    armex_status status;

    armex_text_add(
        &words,
        "Values of licences in the year of issue, by final destination. The "
        "headline, scope definitive, counts first licences for definitive "
        "export; prolonged and replaced licences state their whole value again "
        "and are renewals; temporary exports and transit are counted apart. The "
        "totals in the ministry's annual reports differ.");
    if (silent)
        armex_text_printf(&words,
                          " Licences that do not say whether they renew another count "
                          "as first ones: %zu.",
                          silent);
    edition.description = words.data;
    status = words.failed ? armex_fail_memory(error)
                          : armex_licences_vintage(out, licences, &edition, document,
                                                   options, error);
    armex_text_free(&words);
    return status;
}

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
        status = publish(out, &licences, count_silent(sheet, columns), document,
                         options, error);
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

const struct armex_source armex_source_netherlands = {
    .name = "netherlands",
    .credit = "the Dutch list of export licences for military goods",
    .recognise = recognise,
    .read = read,
};
