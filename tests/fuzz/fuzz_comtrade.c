/** tests/fuzz/fuzz_comtrade.c: no rows of trade make an unsound vintage, and the three
 * ways to read them agree: from memory, from a file, and its rows put aside. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/text.h"
#include "fuzz_vintage.h"
#include "ingest/flows_made.h"
#include "ingest/footer.h"
#include "ingest/sources.h"
#include "ingest/sources/comtrade.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_trade(const struct armex_flows *flows)
{
    for (size_t i = 0; i < armex_flows_count(flows); i++) {
        struct armex_flow flow;
        if (armex_flows_read(flows, &flow, i, 1, NULL) ||
            flow.supplier >= flows->n_entities || flow.recipient >= flows->n_entities ||
            flow.category >= flows->n_categories || flow.report >= ARMEX_REPORTS ||
            flow.value < 0 || isnan(flow.value) == armex_mark_has_value(flow.mark))
            abort();
    }
}

static bool is_same_row(const struct armex_flow *a, const struct armex_flow *b)
{
    return a->supplier == b->supplier && a->recipient == b->recipient &&
           a->category == b->category && a->year == b->year && a->mark == b->mark &&
           a->report == b->report && !(a->value < b->value) && !(a->value > b->value);
}

static void compare_flows(const struct armex_flows *a, const struct armex_flows *b)
{
    const size_t n = a ? armex_flows_count(a) : 0;

    if (!a != !b || (b && armex_flows_count(b) != n))
        abort();
    for (size_t i = 0; i < n; i++) {
        struct armex_flow x, y;
        if (armex_flows_read(a, &x, i, 1, NULL) ||
            armex_flows_read(b, &y, i, 1, NULL) || !is_same_row(&x, &y))
            abort();
    }
}

static void compare_panels(const struct armex_panel *a, const struct armex_panel *b)
{
    const size_t n = a->n_series * a->n_years;

    if (a->n_series != b->n_series || a->n_years != b->n_years ||
        a->first_year != b->first_year || memcmp(a->marks, b->marks, n) != 0 ||
        memcmp(a->values, b->values, n * sizeof *a->values) != 0)
        abort();
}

/** The bytes as a file, by a name that is good until the next call. */
static const char *file_of(const uint8_t *data, size_t size)
{
    static char name[64];
    static int file = -1;

    if (file < 0)
        file = memfd_create("x.csv", MFD_CLOEXEC);
    if (file < 0 || ftruncate(file, 0) || pwrite(file, data, size, 0) != (ssize_t)size)
        abort();
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    return name;
}

/** All rows from the spool. */
static void compare_spooled(const struct armex_flows *memory, const char *path)
{
    const struct armex_ingest_options options = {.threads = 1};
    struct armex_trade_columns columns;
    struct armex_stream *stream = NULL;
    struct armex_flows *flows = NULL;
    struct armex_keeping keeping;
    size_t n;

    if (armex_stream_open(&stream, path, NULL) ||
        armex_keeping_open(&keeping, NULL, NULL))
        abort();
    const struct armex_cell *header = armex_stream_header(stream, &n);
    if (!armex_comtrade_bulk_columns(&columns, header, n))
        abort();
    struct armex_keeper keeper = {.totals.columns = &columns, .shared = &keeping};
    void *each[1] = {&keeper};
    if (armex_stream_run(stream, &armex_keeper_sink, each, 1, &options, NULL))
        abort();
    for (size_t i = 0; i < keeping.parties->n; i++)
        keeping.parties->codes[i] = armex_comtrade_party(
            keeping.parties->arena, NULL, keeping.parties->words[i],
            strlen(keeping.parties->words[i]));
    if (armex_keepers_flows(&flows, &keeper, 1, 0, NULL) ||
        (memory == NULL) != (flows == NULL) ||
        (memory && armex_flows_count(memory) != armex_flows_count(flows)))
        abort();
    if (flows)
        check_trade(flows);
    if (columns.levels) // else they may have been inferred
        compare_flows(memory, flows);
    armex_flows_free(flows);
    armex_keeper_close(&keeper);
    armex_keeping_close(&keeping);
    armex_stream_close(stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct armex_footer footer = {0};
    const struct armex_document document = {.path = "x.csv",
                                            .bytes = (const char *)data,
                                            .length = size,
                                            .footer = &footer};
    const char *path = file_of(data, size);
    const bool care = armex_comtrade_care((const char *)data, size);

    armex_source_comtrade.recognise(&document);
    for (int totals = 0; totals < 2; totals++) {
        const struct armex_ingest_options options = {
            .vintage = {2026, 2, 12}, .totals = totals, .threads = 1};
        struct armex_vintage *memory = NULL, *stream = NULL;
        struct armex_error of_memory = {0}, of_stream = {0};
        const armex_status a = armex_source_comtrade.read(&memory, &document, &options,
                                                          &of_memory),
                           b = armex_comtrade_bulk(&stream, path, &options, &of_stream);
        if (!a && !stream != care) // what memory holds a file holds too
            abort();
        if (!b && stream && a && armex_utf8_valid((const char *)data, size))
            abort();
        if (!a && stream) {
            compare_panels(memory->panel, stream->panel);
            compare_flows(memory->flows, stream->flows);
        }
        if (stream && stream->flows)
            check_trade(stream->flows);
        if (stream && !totals)
            compare_spooled(stream->flows, path);
        check_answer(a, memory, &of_memory);
        if (b || stream)
            check_answer(b, stream, &of_stream);
    }
    armex_footer_clear(&footer);
    return 0;
}
