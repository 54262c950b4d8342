/** tests/fuzz/fuzz_sipri.c: no bytes make a file of SIPRI's into an unsound vintage. */
#include "fuzz_vintage.h"
#include "ingest/sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_flows(const struct armex_flows *flows)
{
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (flow->supplier >= flows->n_entities ||
            flow->recipient >= flows->n_entities ||
            flow->category >= flows->n_categories)
            abort();
        if (!isfinite(flow->value) || flow->value < 0.0 || flow->mark == ARMEX_NIL)
            abort(); // a row is a delivery
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct armex_source *const sources[] = {
        &armex_source_sipri_register, &armex_source_sipri_deals,
        &armex_source_sipri_tiv, &armex_source_sipri_refused};
    const struct armex_ingest_options options = {0};
    const struct armex_document document = {
        .path = "x.csv", .bytes = (const char *)data, .length = size};

    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct armex_vintage *vintage = NULL;
        struct armex_error error = {0};
        sources[i]->recognise(&document);
        const armex_status status =
            sources[i]->read(&vintage, &document, &options, &error);
        if (vintage && vintage->flows)
            check_flows(vintage->flows);
        check_answer(status, vintage, &error);
    }
    return 0;
}
