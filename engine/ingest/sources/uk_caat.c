/**
 * ingest/sources/uk_caat.c: licences of the United Kingdom out of its Strategic Export
 * Controls database, as Campaign Against Arms Trade collects them.
 *
 * One row a licence, rating and country: licence_group, date (a day, or a month in
 * newer copies), rating, count, value in pounds, country, refused (1). A rating of the
 * military list begins with ML, or with PL50 where the list is Britain's own; the
 * others are dual-use goods, and goods controlled for a country or an end use.
 */
#include <string.h>

#include "ingest/licence_list.h"
#include "ingest/sources.h"

enum { GROUP, DATE, RATING, COUNT, VALUE, COUNTRY, REFUSED, COLUMNS };

static const char *const names[COLUMNS] = {
    "licence_group", "date", "rating", "count", "value", "country", "refused"};

enum { MILITARY, OTHER, SCOPES };

static const char *const scopes[SCOPES] = {"military-list", "other-goods"};

static const struct armex_alias aliases[] = {
    {"Guinea, Republic of", "GIN"},
    {"Hong Kong Special Administrative Region", "HKG"},
    {"Sudan, South", "SSD"},
};

static bool begins_with(const struct armex_cell *cell, const char *beginning)
{
    const size_t length = strlen(beginning);
    return cell->length >= length && memcmp(cell->text, beginning, length) == 0;
}

static armex_status read_refused(bool *out, const char *file,
                                 const struct armex_cell *cell,
                                 struct armex_error *error)
{
    *out = armex_cell_is(cell, "1");
    return *out || armex_cell_is(cell, "0")
               ? ARMEX_OK
               : armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                            "'%s' is neither 0 (granted) nor 1 (refused)",
                            armex_cell_clip(cell).text);
}

static armex_status read_row(struct armex_licence *out, const char *file,
                             const struct armex_cell *cells, struct armex_error *error)
{
    const struct armex_cell *when = &cells[DATE], *rating = &cells[RATING];
    struct armex_date date;

    *out = (struct armex_licence){
        .exporter = armex_entity_by_code("GBR"),
        .recipient = &cells[COUNTRY],
        .category = rating,
        .scope = begins_with(rating, "ML") || begins_with(rating, "PL50") ? MILITARY
                                                                          : OTHER};
    if (!armex_date_parse(&date, when->text, when->length))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, when),
                          "'%s' is no date; write 2014-12-31 or 2014-12",
                          armex_cell_clip(when).text);
    out->year = date.year;
    const armex_status status =
        read_refused(&out->left_out, file, &cells[REFUSED], error);
    return status ? status
                  : armex_read_written_amount(&out->value, file, &cells[VALUE], "gbp",
                                              error);
}

static const struct armex_licence_list list = {
    .kind = {.unit = {.kind = ARMEX_MONEY, .currency = "gbp"},
             .scopes = scopes,
             .n_scopes = SCOPES,
             .recipients_scope = "from-gbr",
             .aliases = aliases,
             .n_aliases = sizeof aliases / sizeof *aliases,
             .left_out_words = "Refused licences are left out, by rating and country"},
    .edition =
        {.dataset = "gbr-licences",
         .title = "Export licences of the United Kingdom",
         .description =
             "Values of goods on licences in the year of issue. The headline, scope "
             "military-list, counts ratings ML and PL50; dual-use and other goods are "
             "no arms and counted apart. Open licences state no value. The last year "
             "may not be whole.",
         .publisher = "Department for Business and Trade (ECJU), United Kingdom; "
                      "collected by Campaign Against Arms Trade (CAAT)",
         .url = "https://github.com/caatdata/uk-arms-export-data",
         .licence = "see CAAT's repository"},
    .columns = names,
    .n_columns = COLUMNS,
    .read_row = read_row,
};

const struct armex_source armex_source_uk_caat = {
    .name = "uk-caat",
    .credit = "CAAT's list of the United Kingdom's export licences (values.csv)",
    .licences = &list,
};
