/** tests/fuzz/fuzz_national.c: no bytes make a state's list of licences or sales into
 * an unsound panel. */
#include "fuzz_vintage.h"
#include "ingest/footer.h"
#include "ingest/sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct armex_source *const sources[] = {
        &armex_source_netherlands, &armex_source_switzerland, &armex_source_eu_caat,
        &armex_source_uk_caat, &armex_source_dsca};
    const struct armex_ingest_options options = {.vintage = {2026, 2, 12}};
    struct armex_footer footer = {0};
    struct armex_document document = {
        .path = "x", .bytes = (const char *)data, .length = size, .footer = &footer};

    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct armex_vintage *vintage = NULL;
        struct armex_error error = {0};
        armex_status status;
        if (!armex_source_recognise(sources[i], &document))
            continue;
        status = armex_source_read(&vintage, sources[i], &document, &options, &error);
        check_answer(status, vintage, &error);
    }
    armex_footer_clear(&footer);
    return 0;
}
