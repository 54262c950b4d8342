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
#include <string.h>

#include "base/number.h"
#include "ingest/dates.h"
#include "ingest/licence_list.h"
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

static bool is_one_of(const struct armex_cell *cell, const char *letters)
{
    return cell->length == 1 && strchr(letters, *cell->text);
}

static size_t scope_of(const struct armex_cell *cells)
{
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
static armex_status read_year(int *out, const char *file, const struct armex_cell *cell,
                              struct armex_error *error)
{
    struct armex_date date;
    long packed;

    if (armex_date_of_spreadsheet(&date, cell->text, cell->length)) {
        *out = date.year;
        return ARMEX_OK;
    }
    if (armex_whole_parse(&packed, cell->text, cell->length, 1011900, 31122100) &&
        packed % 10000 >= 1900 && packed % 10000 <= 2100) {
        *out = (int)(packed % 10000);
        return ARMEX_OK;
    }
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                      "'%s' is no day of issue; write 12/31/2014",
                      armex_cell_clip(cell).text);
}

static armex_status read_row(struct armex_licence *out, const char *file,
                             const struct armex_cell *cells, struct armex_error *error)
{
    *out = (struct armex_licence){.exporter = armex_entity_by_code("NLD"),
                                  .recipient = &cells[RECIPIENT],
                                  .category = &cells[CATEGORY],
                                  .scope = scope_of(cells)};
    out->noted = out->scope < RENEWED && !cells[PROLONGED].length &&
                 !cells[REPLACES].length; // such stand for first ones
    const armex_status status = read_year(&out->year, file, &cells[ISSUED], error);
    return status ? status
                  : armex_read_written_amount(&out->value, file, &cells[VALUE], "eur",
                                              error);
}

static const struct armex_licence_list list = {
    .kind = {.unit = {.kind = ARMEX_MONEY, .currency = "eur"},
             .scopes = scopes,
             .n_scopes = SCOPES,
             .recipients_scope = "from-nld",
             .aliases = aliases,
             .n_aliases = sizeof aliases / sizeof *aliases,
             .noted_words = "Licences that do not say whether they renew another count "
                            "as first ones"},
    .edition =
        {.dataset = "nld-licences",
         .title = "Dutch export licences for military goods",
         .description =
             "Values of licences in the year of issue, by final destination. The "
             "headline, scope definitive, counts first licences for definitive "
             "export; prolonged and replaced licences state their whole value again "
             "and are renewals; temporary exports and transit are counted apart. The "
             "totals in the ministry's annual reports differ.",
         .publisher = "Ministry of Foreign Affairs of the Netherlands",
         .url = "https://www.rijksoverheid.nl/onderwerpen/"
                "exportcontrole-strategische-goederen",
         .licence = "government open data"},
    .columns = names,
    .n_columns = COLUMNS,
    .read_row = read_row,
};

const struct armex_source armex_source_netherlands = {
    .name = "netherlands",
    .credit = "the Dutch list of export licences for military goods",
    .licences = &list,
};
