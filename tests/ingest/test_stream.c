/** tests/ingest/test_stream.c: rows by several threads from chunks of all sizes, beside
 * what ingest/csv.h reads from the whole. */
#include "ingest/stream.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "check.h"
#include "ingest/stream_parts.h"
#include "random_text.h"

/** What a thread saw: rows, and a sum of their hashes that no order changes. */
struct tally {
    uint64_t rows, sum;
    size_t hasty; /* of so many rows one is left for take_one() */
};

/** FNV-1a over cells that are set apart. */
static uint64_t hash_cell(uint64_t hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    return (hash ^ 0x1ff) * 1099511628211u;
}

static size_t take(void *worker, const struct armex_rows *rows)
{
    struct tally *tally = worker;
    const uint32_t *ends = rows->ends;
    uint32_t start = rows->start;

    for (size_t row = 0; row < rows->n; row++) {
        uint64_t hash = 1469598103934665603u;
        if (memchr(rows->bytes + start, '"', ends[rows->n_cells - 1] - start) ||
            memmem(rows->bytes + start, ends[rows->n_cells - 1] - start, "bad", 3) ||
            ++tally->hasty % 7 == 0)
            return row; // with quotes, and now and then without
        for (size_t c = 0; c < 3; c++) {
            uint32_t end = ends[c];
            end -= c + 1 == rows->n_cells && end > start && rows->bytes[end] == '\n' &&
                   rows->bytes[end - 1] == '\r';
            const struct armex_cell cell = armex_cell_trim((struct armex_cell){
                .text = rows->bytes + start, .length = end - start});
            hash = hash_cell(hash, cell.text, cell.length);
            start = ends[c] + 1;
        }
        start = ends[rows->n_cells - 1] + 1;
        ends += rows->n_cells;
        tally->sum += hash;
        tally->rows++;
    }
    return rows->n;
}

static armex_status take_one(void *worker, const char *file,
                             const struct armex_cell *cells, size_t n,
                             struct armex_error *error)
{
    struct tally *tally = worker;
    uint64_t hash = 1469598103934665603u;

    assert_int_equal(n, 3);
    if (armex_cell_is(&cells[1], "bad"))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, &cells[1]),
                          "'bad' is bad");
    for (size_t i = 0; i < n; i++)
        hash = hash_cell(hash, cells[i].text, cells[i].length);
    tally->sum += hash;
    tally->rows++;
    return ARMEX_OK;
}

static const struct armex_row_sink sink = {.take = take, .take_one = take_one};

static void write_file(const char *bytes, size_t length)
{
    FILE *file = fopen("stream.csv", "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/** How often several threads took quotes wrongly, and one had to read again. */
static size_t misguessed;

/** All rows of stream.csv by `n` threads. */
static armex_status read_stream(struct tally *all, uint32_t chunk, unsigned n,
                                armex_scan_function *scan, struct armex_error *error)
{
    const struct armex_ingest_options options = {.threads = n};
    struct armex_stream *stream = NULL;
    struct tally tallies[4] = {{0}};
    void *workers[4];
    armex_status status = armex_stream_open(&stream, "stream.csv", error);

    *all = (struct tally){0};
    if (status)
        return status;
    assert_non_null(stream);
    stream->chunk = chunk;
    stream->scan = scan;
    for (unsigned i = 0; i < n; i++)
        workers[i] = &tallies[i];
    status = armex_stream_run(stream, &sink, workers, n, &options, error);
    if (armex_stream_misguessed(stream)) {
        assert_true(n > 1);
        assert_int_equal(status, ARMEX_TRY_AGAIN);
        misguessed++;
        memset(tallies, 0, sizeof tallies);
        status = armex_stream_run(stream, &sink, workers, 1, &options, error);
        assert_false(armex_stream_misguessed(stream));
    }
    for (unsigned i = 0; i < n; i++) {
        all->rows += tallies[i].rows;
        all->sum += tallies[i].sum;
    }
    armex_stream_close(stream);
    return status;
}

/** The same by csv.h, below the header; rows as long as it, or one empty cell longer.
 */
static armex_status read_whole(struct tally *all, const char *bytes, size_t length,
                               struct armex_error *error)
{
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    size_t n = 1;
    armex_status status = armex_csv_open(&csv, "stream.csv", bytes, length, ',', error);

    *all = (struct tally){0};
    if (!status)
        armex_csv_trim(csv);
    for (size_t row = 0; !status && n; row++) {
        status = armex_csv_next(csv, &cells, &n, error);
        if (status || !n || row == 0 || (n == 1 && !cells[0].length))
            continue;
        if (n != 3 && !(n == 4 && !cells[3].length))
            status = armex_fail(
                error, ARMEX_BAD_INPUT, armex_cell_place("stream.csv", cells),
                "this row has %zu cell%s, the header 3", n, n == 1 ? "" : "s");
        else
            status = take_one(all, "stream.csv", cells, 3, error);
    }
    armex_csv_close(csv);
    return status;
}

static const uint32_t chunks[] = {16, 64, 65, 127, 1000, 4096};

/** Every chunk, number of threads and form of scan gives what csv.h gives. */
static void assert_as_whole(const char *bytes, size_t length)
{
    struct armex_error expected_error = {0}, error = {0};
    struct tally expected, got;
    const armex_status status = read_whole(&expected, bytes, length, &expected_error);

    write_file(bytes, length);
    for (size_t i = 0; i < 3 * sizeof chunks / sizeof *chunks; i++) {
        error.message[0] = '\0';
        assert_int_equal(read_stream(&got, chunks[i / 3], 1 + (unsigned)(i % 3),
                                     i % 2 ? armex_scan_portable : armex_scan_best(),
                                     &error),
                         status);
        if (status)
            assert_string_equal(error.message, expected_error.message);
        else
            assert_true(got.rows == expected.rows && got.sum == expected.sum);
    }
}

static size_t draw_rows(char *out, size_t n, const char *const *cells, size_t n_cells,
                        const char *end, bool one_more, uint64_t *state)
{
    size_t length = (size_t)sprintf(out, "a,b,c%s", end);

    for (size_t row = 0; row < n; row++)
        length +=
            (size_t)sprintf(out + length, "%s,%s,%s%s%s", cells[draw(state) % n_cells],
                            cells[draw(state) % n_cells], cells[draw(state) % n_cells],
                            one_more ? "," : "", end);
    return length;
}

static void rows_are_the_same_wherever_chunks_are_cut(void **unused)
{
    (void)unused;
    static const char *const plain[] = {"1", "", "abc", "longer than most cells are",
                                        "2022"};
    static const char *const quoted[] = {
        "\"x, y\"", "\"\"", "\"a\"\"b\"", "plain", "\"two\nlines\"", "\"r\r\nn\"", ""};
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    static char bytes[200000];
    uint64_t state = 88675123;

    for (size_t i = 0; i < 36; i++) {
        const bool quotes = i % 2;
        size_t length = draw_rows(bytes, i * 4, quotes ? quoted : plain, quotes ? 7 : 5,
                                  ends[i % 3], i % 4 == 3, &state);
        assert_as_whole(bytes, length);
        if (length > 8)
            assert_as_whole(bytes, length - strlen(ends[i % 3])); // no last line break
    }
}

static void texts_drawn_at_random_are_read_or_refused_alike(void **unused)
{
    (void)unused;
    static char bytes[4096];
    uint64_t state = 5783321;

    for (size_t i = 0; i < 250; i++) {
        const size_t length = 6 + draw(&state) % (i % 2 ? 20 : 300);
        memcpy(bytes, "a,b,c\n", 6);
        draw_text(bytes + 6, length - 6, "12,,\"\n\r", i % 3 ? 5 : 7, &state);
        assert_as_whole(bytes, length);
    }
}

static void the_first_fault_of_the_file_is_the_one_that_is_told(void **unused)
{
    (void)unused;
    static char bytes[60000];
    static const char *const faults[] = {
        "1,bad,3\n",    "1,2\n",      "1,2,3,4\n",       "1,2\"x,3\n",
        "1,\"2\"x,3\n", "1,\"2,3\n4", "\xc3\xbc,bad,1\n"};

    for (size_t fault = 0; fault < sizeof faults / sizeof *faults; fault++) {
        size_t length = (size_t)sprintf(bytes, "a,b,c\n");
        for (int row = 0; row < 2000; row++)
            length += (size_t)sprintf(bytes + length, "%s",
                                      row == 700 || row == 1500 ? faults[fault]
                                      : row % 9                 ? "11,22,33\n"
                                                                : "1,\"2\n2\",3\n");
        assert_as_whole(bytes, length);
    }
}

/** Two short rows with the cells of one, wherever a chunk ends among them. */
static void short_rows_at_the_end_of_a_chunk_are_no_row(void **unused)
{
    (void)unused;
    struct armex_error error = {0};
    char bytes[256];
    struct tally got;

    for (uint32_t chunk = 64; chunk < 128; chunk++) {
        size_t length = (size_t)sprintf(bytes, "a,b,c\n");
        while (length < 90)
            length += (size_t)sprintf(bytes + length, "11,22,33\n");
        length += (size_t)sprintf(bytes + length, "1,2\n3\n11,22,33\n");
        write_file(bytes, length);
        assert_int_equal(read_stream(&got, chunk, 2, armex_scan_best(), &error),
                         ARMEX_BAD_INPUT);
        assert_string_equal(error.message,
                            "stream.csv:12:1: this row has 2 cells, the header 3");
    }
}

static void a_byte_order_mark_within_the_file_is_part_of_its_cell(void **unused)
{
    (void)unused;
    struct armex_error error = {0};
    struct tally got;

    write_file("a,b,c\n\xef\xbb\xbf\"1\",2,3\n", 17);
    assert_int_equal(read_stream(&got, 64, 1, armex_scan_best(), &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(
        error.message,
        "stream.csv:2:4: a quote stands inside a cell that does not begin "
        "with one; put the whole cell in quotes and double those in it");
}

static void a_nul_byte_is_refused_with_its_place(void **unused)
{
    (void)unused;
    const char bytes[] = "a,b,c\n1,2,3\n1,2\0,3\n";
    struct armex_error error = {0};
    struct tally got;

    write_file(bytes, sizeof bytes - 1);
    assert_int_equal(read_stream(&got, 64, 2, armex_scan_best(), &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "stream.csv:3:4: a NUL byte stands here; this is "
                        "no text in UTF-8");
}

static void other_encodings_will_do_where_ascii_is_ascii(void **unused)
{
    (void)unused;
    const char bytes[] = "a,b,c\n1,T\xfcrkiye,3\n1,bad\xfc,3\n";
    struct armex_error error = {0};
    struct tally got;

    write_file(bytes, sizeof bytes - 1);
    assert_int_equal(read_stream(&got, 16, 2, armex_scan_best(), &error), ARMEX_OK);
    assert_int_equal(got.rows, 2);
}

static void a_row_may_be_a_megabyte_long_and_no_longer(void **unused)
{
    (void)unused;
    const size_t sizes[] = {100000, 900000, 1300000};
    struct armex_error error = {0};
    struct tally got;

    for (size_t i = 0; i < 3; i++) {
        char *bytes = malloc(sizes[i] + 100);
        assert_non_null(bytes);
        size_t length = (size_t)sprintf(bytes, "a,b,c\n1,2,3\n1,\"");
        memset(bytes + length, i ? '\n' : ',', sizes[i]);
        length += sizes[i];
        length += (size_t)sprintf(bytes + length, "\",3\n4,5,6\n");
        write_file(bytes, length);
        free(bytes);
        const armex_status status =
            read_stream(&got, 1 << 17, 2, armex_scan_best(), &error);
        assert_int_equal(status, i < 2 ? ARMEX_OK : ARMEX_BAD_INPUT);
        if (i < 2)
            assert_int_equal(got.rows, 3);
    }
    assert_string_equal(error.message,
                        "stream.csv:3:3: the quote that opens here is never closed");
}

/** A note of many lines that look like rows, over several chunks; `quotes` within it.
 */
static void write_long_note(const char *line, const char *quotes)
{
    enum { LINES = 400 };
    struct armex_text text = {0};

    armex_text_add(&text, "a,b,c\n1,2,3\n1,\"");
    for (size_t i = 0; i < LINES; i++)
        armex_text_add(&text, line);
    armex_text_printf(&text, "%s\",3\n4,5,6\n7,8,9\n", quotes);
    assert_false(text.failed);
    write_file(text.data, text.length);
    armex_text_free(&text);
}

/** Expected: three rows above, in and below the note, as a reader of the csv would say.
 */
static void chunks_that_lie_about_their_quotes_are_read_again(void **unused)
{
    (void)unused;
    static const struct {
        const char *line;
        bool seen; /* what stands there can only stand within quotes */
    } notes[] = {{"1,2,3\n", false},
                 {"1,\"\",3\n", false},
                 {"1,\"\"2\"\",3\n", true},
                 {"no \"\"row\"\" at all\n", true}};
    struct tally got, one;
    struct armex_error error;

    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        write_long_note(notes[i].line, "");
        misguessed = 0;
        assert_int_equal(read_stream(&got, 1 << 9, 2, armex_scan_best(), &error),
                         ARMEX_OK);
        assert_int_equal(misguessed, notes[i].seen ? 0 : 1);
        assert_int_equal(got.rows, 4);
        assert_int_equal(read_stream(&one, 1 << 9, 1, armex_scan_best(), &error),
                         ARMEX_OK);
        assert_true(one.rows == got.rows && one.sum == got.sum);
    }
}

/** A row that only looks wrong because its chunk was taken wrongly is no fault, and one
 *  that is a fault is named by its own line. */
static void what_was_taken_wrongly_is_no_fault(void **unused)
{
    (void)unused;
    struct tally got;
    struct armex_error error = {0};

    write_long_note("1,bad,3\n", "");
    misguessed = 0;
    assert_int_equal(read_stream(&got, 1 << 9, 2, armex_scan_best(), &error), ARMEX_OK);
    assert_int_equal(misguessed, 1);
    assert_int_equal(got.rows, 4);
    write_long_note("1,2,3\n", "\",3\n1,bad,3\n4,\"");
    assert_int_equal(read_stream(&got, 1 << 9, 2, armex_scan_best(), &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "stream.csv:404:3: 'bad' is bad");
}

static bool give_up(void *context, uint64_t done, uint64_t all)
{
    (void)context;
    return done > all;
}

static void reading_ends_when_it_is_asked_to(void **unused)
{
    (void)unused;
    const struct armex_ingest_options options = {.progress = give_up};
    struct armex_stream *stream = NULL;
    struct tally tally = {0};
    void *workers[1] = {&tally};
    struct armex_error error = {0};

    write_file("a,b,c\n1,2,3\n", 12);
    assert_int_equal(armex_stream_open(&stream, "stream.csv", NULL), ARMEX_OK);
    assert_int_equal(armex_stream_run(stream, &sink, workers, 1, &options, &error),
                     ARMEX_TRY_AGAIN);
    assert_string_equal(error.message,
                        "stream.csv: reading was stopped, and nothing of it was kept");
    armex_stream_close(stream);
}

static void a_file_that_is_not_there_is_said(void **unused)
{
    (void)unused;
    struct armex_stream *stream = (struct armex_stream *)unused;
    struct armex_error error = {0};

    assert_int_equal(armex_stream_open(&stream, "nowhere.csv", &error),
                     ARMEX_NOT_FOUND);
    assert_null(stream);
    assert_string_equal(error.message,
                        "nowhere.csv: cannot be opened: No such file or directory");
    assert_int_equal(armex_stream_open(&stream, "/dev/null", &error), ARMEX_OK);
    assert_null(stream);
}

static void a_file_without_rows_has_none(void **unused)
{
    (void)unused;
    assert_as_whole("a,b,c\n", 6);
    assert_as_whole("a,b,c", 5);
    assert_as_whole("a,b,c\n\n\r\n\n", 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_same_wherever_chunks_are_cut),
        cmocka_unit_test(texts_drawn_at_random_are_read_or_refused_alike),
        cmocka_unit_test(the_first_fault_of_the_file_is_the_one_that_is_told),
        cmocka_unit_test(short_rows_at_the_end_of_a_chunk_are_no_row),
        cmocka_unit_test(a_byte_order_mark_within_the_file_is_part_of_its_cell),
        cmocka_unit_test(a_nul_byte_is_refused_with_its_place),
        cmocka_unit_test(other_encodings_will_do_where_ascii_is_ascii),
        cmocka_unit_test(a_row_may_be_a_megabyte_long_and_no_longer),
        cmocka_unit_test(chunks_that_lie_about_their_quotes_are_read_again),
        cmocka_unit_test(what_was_taken_wrongly_is_no_fault),
        cmocka_unit_test(reading_ends_when_it_is_asked_to),
        cmocka_unit_test(a_file_that_is_not_there_is_said),
        cmocka_unit_test(a_file_without_rows_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
