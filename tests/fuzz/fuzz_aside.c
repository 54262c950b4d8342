/** tests/fuzz/fuzz_aside.c: whatever is wrong with a table, what is left of it without
 * the rows set aside is sound, and no row is lost on the way. */
#include <string.h>

#include "fuzz_vintage.h"
#include "ingest/footer.h"
#include "ingest/names.h"
#include "ingest/rejects.h"
#include "ingest/rows_of_text.h"
#include "ingest/sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Every row that was set aside stands in what was written of them. */
static void check_written(const struct armex_rejects *rejects)
{
    const char *text = armex_rejects_text(rejects);
    struct armex_text_row row = armex_text_rows(text, strlen(text));
    size_t n = 0;

    while (armex_text_row_next(&row))
        n++;
    if (n < armex_rejects_count(rejects))
        abort();
}

static void read_aside(const struct armex_source *source,
                       struct armex_document document)
{
    struct armex_footer footer = {0};
    struct armex_ingest_options options = {.vintage = {2026, 2, 12}};
    struct armex_vintage *vintage = NULL;
    struct armex_error error = {0};

    if (armex_names_create(&document.names, NULL, true, NULL) ||
        armex_rejects_create(&options.rejects, NULL))
        abort();
    document.rejects = options.rejects;
    document.footer = &footer;
    const armex_status status =
        armex_source_read(&vintage, source, &document, &options, &error);
    if (!status)
        check_written(options.rejects);
    check_answer(status, vintage, &error);
    armex_rejects_free(options.rejects);
    armex_names_free(document.names);
    armex_footer_clear(&footer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct armex_document document = {
        .path = "x.csv", .bytes = (const char *)data, .length = size};
    size_t n = 0;
    const struct armex_source *const *sources = armex_sources(&n);

    for (size_t i = 0; i < n; i++)
        if (armex_source_recognise(sources[i], &document)) {
            read_aside(sources[i], document);
            break;
        }
    return 0;
}
