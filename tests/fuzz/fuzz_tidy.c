/** tests/fuzz/fuzz_tidy.c: no bytes make a tidy csv into an unsound panel. */
#include "fuzz_vintage.h"
#include "ingest/footer.h"
#include "ingest/sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct armex_ingest_options options = {.vintage = {2026, 2, 12}};
    struct armex_footer footer = {0};
    const struct armex_document document = {.path = "x.csv",
                                            .bytes = (const char *)data,
                                            .length = size,
                                            .footer = &footer};
    struct armex_vintage *vintage = NULL;
    struct armex_error error = {0};
    armex_status status;

    armex_source_tidy.recognise(&document);
    status = armex_source_tidy.read(&vintage, &document, &options, &error);
    check_answer(status, vintage, &error);
    armex_footer_clear(&footer);
    return 0;
}
