/** tests/fuzz/fuzz_publishers.c: no bytes make a table of countries and years, or an
 * SDMX message, into an unsound vintage, whichever source they are given to. */
#include "fuzz_vintage.h"
#include "ingest/footer.h"
#include "ingest/sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** As found, and as a user would insist. */
static void read_both_ways(const struct armex_source *source,
                           struct armex_document document)
{
    struct armex_footer footer = {0};
    static const struct armex_ingest_options ways[] = {
        {.vintage = {2026, 2, 12}},
        {.vintage = {2026, 2, 12}, .measure = "gdp", .unit = "usd"}};

    document.footer = &footer;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct armex_vintage *vintage = NULL;
        struct armex_error error = {0};
        const armex_status status =
            armex_source_read(&vintage, source, &document, &ways[i], &error);
        check_answer(status, vintage, &error);
    }
    armex_footer_clear(&footer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct armex_source *const sources[] = {&armex_source_sdmx,
                                                         &armex_source_worldbank,
                                                         &armex_source_databank,
                                                         &armex_source_gapminder,
                                                         &armex_source_gapminder_wide,
                                                         &armex_source_owid,
                                                         &armex_source_macro_values,
                                                         &armex_source_macro_inflation,
                                                         &armex_source_macro_cpi,
                                                         &armex_source_macro_rates,
                                                         &armex_source_macro_gdp,
                                                         &armex_source_codelists,
                                                         &armex_source_wide};
    const struct armex_document document = {
        .path = "x.csv", .bytes = (const char *)data, .length = size};

    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (armex_source_recognise(sources[i], &document))
            read_both_ways(sources[i], document);
    return 0;
}
