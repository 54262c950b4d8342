/** tests/fuzz/fuzz_totals.c: rows of trade add up to the same, however they are read.
 *
 *  The first byte says how: the order of the columns, the size of the chunks, the
 *  threads; the rest are rows. What ingest/csv.h reads one by one is what counts: every
 *  form of the scan and of the totals must come to the same sums, or refuse with the
 *  same words. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/text.h"
#include "ingest/one_by_one.h"
#include "ingest/stream_parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** One way of reading. */
struct way {
    const struct armex_row_sink *sink;
    armex_scan_function *scan;
    uint32_t chunk;
    unsigned threads;
};

struct outcome {
    struct armex_totals_worker workers[2]; /* the first has all */
    armex_status status;
    struct armex_error error;
};

static void begin(struct outcome *outcome, const struct armex_trade_columns *columns)
{
    *outcome = (struct outcome){.status = ARMEX_OK};
    for (size_t i = 0; i < 2; i++)
        outcome->workers[i].columns = columns;
}

static void read_stream(struct outcome *outcome, const char *path, struct way way)
{
    const struct armex_ingest_options options = {.threads = way.threads};
    void *each[2] = {&outcome->workers[0], &outcome->workers[1]};
    struct armex_stream *stream = NULL;

    outcome->status = armex_stream_open(&stream, path, &outcome->error);
    if (outcome->status || !stream)
        abort(); // the header is ours
    stream->scan = way.scan;
    stream->chunk = way.chunk;
    outcome->status = armex_stream_run(stream, way.sink, each, way.threads, &options,
                                       &outcome->error);
    if (armex_stream_misguessed(stream)) { // as whoever calls it does
        const struct armex_trade_columns *columns = outcome->workers[0].columns;
        for (size_t i = 0; i < 2; i++)
            armex_totals_worker_free(&outcome->workers[i]);
        begin(outcome, columns);
        outcome->status =
            armex_stream_run(stream, way.sink, each, 1, &options, &outcome->error);
    }
    if (!outcome->status && way.threads > 1)
        outcome->status = armex_totals_join(&outcome->workers[0], &outcome->workers[1],
                                            &outcome->error);
    armex_stream_close(stream);
}

static void read_csv(struct outcome *outcome, const char *path, const char *text,
                     size_t length, size_t columns)
{
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    size_t n = 1;
    armex_status status = armex_csv_open(&csv, path, text, length, ',', NULL);

    if (!status)
        status = armex_csv_next(csv, &cells, &n, NULL); // the header
    if (!status)
        armex_csv_trim(csv);
    while (!status && n > 0) {
        status = armex_csv_next(csv, &cells, &n, NULL);
        if (status || n == 0 || (n == 1 && cells[0].length == 0))
            continue;
        const bool fits = n == columns || (n == columns + 1 && !cells[columns].length);
        status = fits ? armex_totals_take_one(&outcome->workers[0], path, cells,
                                              columns, NULL)
                      : ARMEX_BAD_INPUT;
    }
    armex_csv_close(csv);
    outcome->status = status;
}

static int compare_keys(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/** Codes of the reporters in their order, and the number of each. */
static uint64_t (*sort_reporters(const struct armex_totals_worker *worker))[2]
{
    uint64_t(*sorted)[2] = calloc(worker->n_reporters + 1, sizeof *sorted);
    uint64_t *keys = calloc(worker->n_reporters + 1, sizeof *keys);

    if (!sorted || !keys)
        abort();
    armex_totals_reporters(keys, worker);
    for (size_t i = 0; i < worker->n_reporters; i++) {
        sorted[i][0] = keys[i];
        sorted[i][1] = i;
    }
    free(keys);
    qsort(sorted, worker->n_reporters, sizeof *sorted, compare_keys);
    return sorted;
}

/** The World's figures and those of its partners, by the year. */
struct figures {
    double values[2][ARMEX_TOTALS_YEARS];
    uint8_t seen[2][ARMEX_TOTALS_YEARS];
};

static void read_figures(struct figures *out, const struct armex_totals_worker *worker,
                         size_t reporter, enum armex_trade_flow flow)
{
    memset(out, 0, sizeof *out);
    for (int world = 0; worker->first_year && world < 2; world++) {
        const int first = worker->first_year - ARMEX_TOTALS_FROM;
        armex_totals_sides(out->values[world] + first, out->seen[world] + first, worker,
                           reporter, flow, world);
        for (int year = 0; year < ARMEX_TOTALS_YEARS; year++)
            if (!out->seen[world][year]) // whichever years were met besides
                out->values[world][year] = 0;
    }
}

static void check_reporter(const struct armex_totals_worker *a, size_t in_a,
                           const struct armex_totals_worker *b, size_t in_b)
{
    struct figures x, y;

    for (int flow = 0; flow < ARMEX_TRADE_FLOWS; flow++) {
        read_figures(&x, a, in_a, (enum armex_trade_flow)flow);
        read_figures(&y, b, in_b, (enum armex_trade_flow)flow);
        if (memcmp(x.values, y.values, sizeof x.values) != 0 ||
            memcmp(x.seen, y.seen, sizeof x.seen) != 0)
            abort();
    }
}

static void check_sums(const struct armex_totals_worker *a,
                       const struct armex_totals_worker *b)
{
    uint64_t(*of_a)[2] = sort_reporters(a), (*of_b)[2] = sort_reporters(b);

    if (a->counted != b->counted || a->n_reporters != b->n_reporters ||
        memcmp(a->passed, b->passed, sizeof a->passed) != 0)
        abort();
    for (size_t i = 0; i < a->n_reporters; i++) {
        if (of_a[i][0] != of_b[i][0])
            abort();
        check_reporter(a, of_a[i][1], b, of_b[i][1]);
    }
    free(of_a);
    free(of_b);
}

static void end(struct outcome *outcome)
{
    armex_totals_worker_free(&outcome->workers[0]);
    armex_totals_worker_free(&outcome->workers[1]);
}

static void check_ways(const char *path, const char *text, size_t length,
                       const struct armex_trade_columns *columns, uint8_t how)
{
    const uint32_t small = 64u + 64u * (how >> 5);
    const unsigned threads = 1 + (how >> 4 & 1);
    const struct way ways[] = {
        {&one_by_one, armex_scan_portable, 1 << 12, 1},
        {armex_totals_sink_portable(), armex_scan_portable, small, threads},
        {armex_totals_sink(), armex_scan_best(), small, threads},
        {armex_totals_sink(), armex_scan_best(), 1 << 14, 1}};
    struct outcome plain, first, other;

    begin(&plain, columns);
    read_csv(&plain, path, text, length, 7);
    begin(&first, columns);
    read_stream(&first, path, ways[0]);
    // Other encodings than UTF-8 are read by a stream alone.
    if (armex_utf8_valid(text, length) && !plain.status != !first.status)
        abort();
    if (!plain.status && !first.status)
        check_sums(&plain.workers[0], &first.workers[0]);
    for (size_t i = 1; i < sizeof ways / sizeof *ways; i++) {
        begin(&other, columns);
        read_stream(&other, path, ways[i]);
        if (other.status != first.status ||
            (first.status && strcmp(other.error.message, first.error.message) != 0))
            abort();
        if (!first.status)
            check_sums(&first.workers[0], &other.workers[0]);
        end(&other);
    }
    end(&first);
    end(&plain);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char header[] = "a,b,c,d,e,f,g\n";
    static const struct armex_trade_columns layouts[] = {
        {.roles = {0, 1, 2, 3, 4}, .value = 5, .more = {{6, "C00", 3, false}}},
        {.roles = {6, 1, 2, 3, 4}, .value = 0, .levels = true},
        {.roles = {0, 1, 2, 4, 3}, .value = 6, .more = {{5, "H", 1, true}}}};
    struct armex_trade_columns columns;
    const size_t head = sizeof header - 1;
    char path[64];

    if (size < 1)
        return 0;
    columns = layouts[data[0] % 4 % 3];
    columns.n_more = columns.more[0].code && (data[0] & 8);
    char *text = malloc(head + size);
    const int file = memfd_create("trade", MFD_CLOEXEC);
    if (!text || file < 0)
        abort();
    memcpy(text, header, head);
    memcpy(text + head, data + 1, size - 1);
    const ssize_t length = (ssize_t)(head + size - 1);
    if (armex_csv_delimiter(text, (size_t)length) != ',') { // the header is another
        free(text);
        close(file);
        return 0;
    }
    if (write(file, text, (size_t)length) != length)
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    check_ways(path, text, (size_t)length, &columns, data[0]);
    close(file);
    free(text);
    return 0;
}
