/** tests/fuzz/fuzz_comtrade.c: no rows of trade make an unsound panel, with arms picked
 * out or without. */
#include "fuzz_vintage.h"
#include "ingest/sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const datasets[] = {NULL, "every-commodity"};
    const struct armex_document document = {
        .path = "x.csv", .bytes = (const char *)data, .length = size};

    armex_source_comtrade.recognise(&document);
    for (size_t i = 0; i < 2; i++) {
        const struct armex_ingest_options options = {.vintage = {2026, 2, 12},
                                                     .dataset = datasets[i]};
        struct armex_vintage *vintage = NULL;
        struct armex_error error = {0};
        const armex_status status =
            armex_source_comtrade.read(&vintage, &document, &options, &error);
        check_answer(status, vintage, &error);
    }
    return 0;
}
