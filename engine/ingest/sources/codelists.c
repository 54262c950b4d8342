/**
 * ingest/sources/codelists.c: lists of codes and words about countries or indicators,
 * which come with the figures and hold none: recognised, to say what they are.
 */
#include "ingest/page.h"
#include "ingest/sources.h"

#define COUNTRY_CODES                                                                  \
    "this is a list of country codes, not observations; armex knows these codes "      \
    "already"
#define STATE_YEARS                                                                    \
    "this lists which states there were in which year, not observations; armex knows " \
    "these states already"
#define ABOUT_COUNTRIES                                                                \
    "these are the World Bank's notes on countries, not observations; the figures "    \
    "are "                                                                             \
    "in the file API_... beside it, or WDIData.csv"
#define ABOUT_INDICATORS                                                               \
    "these are the World Bank's notes on indicators, not observations; the figures "   \
    "are "                                                                             \
    "in the file API_... beside it, or WDIData.csv"
#define PRODUCT_CODES                                                                  \
    "this is a list of product codes, not observations; arms are the codes that "      \
    "begin "                                                                           \
    "with 93"

enum { MOST_COLUMNS = 3 };

/* Columns that no other kind of file has; `all`: there are no more than these. */
static const struct {
    const char *columns[MOST_COLUMNS];
    size_t n;
    bool all;
    const char *reason;
} lists[] = {
    {{"StateAbb", "CCode", "StateNme"}, 3, false, COUNTRY_CODES},
    {{"cowc", "cown", "year"}, 3, false, STATE_YEARS},
    {{"gwc", "gwn", "year"}, 3, false, STATE_YEARS},
    {{"M49 Code", "ISO-alpha3 Code"}, 2, false, COUNTRY_CODES},
    {{"country.name.en.regex"}, 1, false, COUNTRY_CODES},
    {{"ISO3166-1-Alpha-3", "ISO3166-1-numeric"}, 2, false, COUNTRY_CODES},
    {{"wb_api2c", "wb_api3c"}, 2, false, COUNTRY_CODES},
    {{"country_code", "iso_3digit_alpha"}, 2, false, COUNTRY_CODES},
    {{"Country Code", "Region", "IncomeGroup"}, 3, false, ABOUT_COUNTRIES},
    {{"Country Code", "Short Name", "Table Name"}, 3, false, ABOUT_COUNTRIES},
    {{"Series Code", "Topic", "Indicator Name"}, 3, false, ABOUT_INDICATORS},
    {{"INDICATOR_CODE", "INDICATOR_NAME"}, 2, false, ABOUT_INDICATORS},
    {{"code", "description"}, 2, true, PRODUCT_CODES},
};
enum { LISTS = sizeof lists / sizeof *lists };

/** Which of them the header in the page's first row is; LISTS if none. */
static size_t find_list(const struct armex_page *page)
{
    size_t i = 0;

    for (; page->n_rows && i < LISTS; i++)
        if (armex_page_header(page, lists[i].columns, lists[i].n) == 0 &&
            (!lists[i].all || page->rows[0].n == lists[i].n))
            break;
    return page->n_rows ? i : LISTS;
}

static size_t find(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    const size_t found = page ? find_list(page) : LISTS;

    armex_page_close(page);
    return found;
}

static bool recognise(const struct armex_document *document)
{
    return find(document) < LISTS;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    const size_t found = find(document);

    (void)options;
    *out = NULL;
    return armex_fail(error, ARMEX_BAD_INPUT,
                      (struct armex_place){document->path, 0, 0}, "%s",
                      found < LISTS ? lists[found].reason
                                    : "this is no list of codes that armex knows");
}

const struct armex_source armex_source_codelists = {
    .name = "codelists",
    .credit = "lists of codes and notes, which hold no figures: says what they are",
    .recognise = recognise,
    .read = read,
};
