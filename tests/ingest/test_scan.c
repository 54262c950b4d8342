/** tests/ingest/test_scan.c: the ends of cells, by both forms of the scan and by
 * ingest/csv.h, on texts drawn at random. */
#include "ingest/scan.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "ingest/csv.h"
#include "random_text.h"

enum { SHORT = 700, LONGEST = 20000 };

/** A text with what a scan may read beyond its end. */
struct text {
    char bytes[LONGEST + 128];
    size_t length;
};

struct found {
    uint32_t ends[2 * LONGEST];
    size_t n;
    struct armex_scan scan;
};

static void scan_in_pieces(struct found *found, armex_scan_function *scan,
                           const struct text *text, uint32_t piece)
{
    found->scan = (struct armex_scan){.delimiter = ',', .may_open = 1};
    found->n = 0;
    for (uint32_t at = 0; at < text->length; at += piece) {
        const uint32_t left = (uint32_t)text->length - at;
        found->n += scan(&found->scan, text->bytes, at,
                         at + (left < piece ? left : piece), found->ends + found->n);
    }
}

/** Where each line begins, as csv.h counts lines. */
static size_t find_lines(size_t *starts, const struct text *text)
{
    size_t n = 0;

    starts[n++] = 0;
    for (size_t i = 0; i < text->length; i++) {
        const bool crlf = text->bytes[i] == '\r' && text->bytes[i + 1] == '\n';
        if ((text->bytes[i] == '\n' || text->bytes[i] == '\r') && !crlf)
            starts[n++] = i + 1;
    }
    return n;
}

/** What csv.h says: how many rows, and where each cell begins. false: it refuses. */
static bool read_csv(size_t *starts, size_t *n_cells, size_t *n_rows,
                     const struct text *text)
{
    static size_t lines[LONGEST + 2];
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    size_t n = 1;
    armex_status status =
        armex_csv_open(&csv, "x", text->bytes, text->length, ',', NULL);

    find_lines(lines, text);
    *n_cells = *n_rows = 0;
    while (!status && n) {
        status = armex_csv_next(csv, &cells, &n, NULL);
        *n_rows += !status && n;
        for (size_t i = 0; !status && i < n; i++)
            starts[(*n_cells)++] = lines[cells[i].line - 1] + cells[i].column - 1;
    }
    armex_csv_close(csv);
    return !status;
}

static void assert_as_csv(const struct found *found, const struct text *text)
{
    static size_t starts[LONGEST + 2];
    size_t n_cells, n_rows;
    const bool sound = read_csv(starts, &n_cells, &n_rows, text);
    const bool ended = found->n > 0 && text->length > 0 &&
                       found->ends[found->n - 1] == text->length - 1 &&
                       text->bytes[text->length - 1] != ',';

    // A quote that is never closed is seen at the end of the text only.
    if (sound != (found->scan.faults == 0 && found->scan.inside == 0))
        fail_msg("csv.h %s: %s", sound ? "reads" : "refuses", text->bytes);
    if (!sound || text->length == 0)
        return;
    assert_int_equal(found->n + !ended, n_cells);
    assert_int_equal(found->scan.lines + !ended, n_rows);
    for (size_t i = 1; i < n_cells; i++)
        assert_int_equal(starts[i], found->ends[i - 1] + 1);
}

static void assert_alike(const struct found *a, const struct found *b)
{
    assert_int_equal(a->n, b->n);
    assert_memory_equal(a->ends, b->ends, a->n * sizeof *a->ends);
    assert_int_equal(a->scan.lines, b->scan.lines);
    assert_true(a->scan.inside == b->scan.inside && a->scan.closed == b->scan.closed &&
                a->scan.may_open == b->scan.may_open &&
                !a->scan.faults == !b->scan.faults);
}

static void draw_length(struct text *text, const char *letters, size_t n,
                        uint64_t *state, size_t longest)
{
    memset(text, 0, sizeof *text);
    text->length = draw(state) % longest;
    draw_text(text->bytes, text->length, letters, n, state);
}

static void draw_one(struct text *text, const char *letters, size_t n, uint64_t *state)
{
    draw_length(text, letters, n, state, SHORT);
}

static void the_scan_finds_what_the_csv_reader_finds(void **unused)
{
    (void)unused;
    static const char *const letters[] = {"a,\"\n",        "ab,\n\r", "a,\"\"\"\n\r",
                                          "abcdefgh,\n\"", ",,\n",    "\"\"\"\"\"a,"};
    static struct text text;
    static struct found found;
    uint64_t state = 88172645463325252u;

    for (size_t i = 0; i < 6000; i++) {
        const char *some = letters[i % (sizeof letters / sizeof *letters)];
        draw_one(&text, some, strlen(some), &state);
        if (i % 2) { // few texts of many quotes are sound: shorter ones more often
            text.length %= 9;
            memset(text.bytes + text.length, 0, LONGEST - text.length);
        }
        scan_in_pieces(&found, armex_scan_portable, &text, LONGEST + 1);
        assert_as_csv(&found, &text);
    }
}

static void quoted_rows_of_any_length_are_sound(void **unused)
{
    (void)unused;
    static const char *const cells[] = {"\"\"", "\"a\"\"b\"", "\"x,\n\"", "plain",
                                        "",     "\"\"\"\"",   "1985",     "\"\r\n,\""};
    static struct text text;
    static struct found found;
    uint64_t state = 2463534242u;

    for (size_t i = 0; i < 3000; i++) {
        memset(&text, 0, sizeof text);
        while (text.length < (i % 600) && text.length < SHORT - 16) {
            const char *cell = cells[draw(&state) % (sizeof cells / sizeof *cells)];
            const char *end = draw(&state) % 4 ? "," : draw(&state) % 2 ? "\n" : "\r\n";
            text.length += (size_t)sprintf(text.bytes + text.length, "%s%s", cell, end);
        }
        scan_in_pieces(&found, armex_scan_portable, &text, LONGEST + 1);
        assert_true(found.scan.faults == 0 && found.scan.inside == 0);
        assert_as_csv(&found, &text);
    }
}

static void pieces_give_what_the_whole_gives(void **unused)
{
    (void)unused;
    static struct text text;
    static struct found whole, pieces;
    uint64_t state = 123456789;

    for (size_t i = 0; i < 2000; i++) {
        draw_one(&text, "ab,\"\n\r", 6, &state);
        scan_in_pieces(&whole, armex_scan_portable, &text, LONGEST + 1);
        scan_in_pieces(&pieces, armex_scan_portable, &text, 64 * (1 + i % 5));
        assert_alike(&whole, &pieces);
    }
}

static void any_bytes(struct text *text, size_t i, uint64_t *state, size_t longest)
{
    char all[256];

    for (int c = 0; c < 256; c++)
        all[c] = (char)c;
    if (i % 2)
        draw_length(text, all, 256, state, longest);
    else
        draw_length(text, "a,\"\n\r\0\t", 7, state, longest);
}

static void assert_quick_as_portable(armex_scan_function *quick,
                                     const struct text *text, uint32_t piece)
{
    static struct found portable, other;

    scan_in_pieces(&portable, armex_scan_portable, text, piece);
    scan_in_pieces(&other, quick, text, piece);
    assert_alike(&portable, &other);
}

static void the_quick_form_gives_what_the_portable_gives_on_any_bytes(void **unused)
{
    (void)unused;
#ifdef __x86_64__
    static struct text text;
    uint64_t state = 362436069;

    if (!armex_has_avx2())
        skip();
    for (size_t i = 0; i < 6000; i++) {
        any_bytes(&text, i, &state, SHORT);
        assert_quick_as_portable(armex_scan_avx2, &text, 64 * (uint32_t)(1 + i % 5));
    }
#else
    skip();
#endif
}

/** Longer texts, which the widest form reads 4 KiB at a time. */
static void the_widest_form_gives_what_the_portable_gives_on_any_bytes(void **unused)
{
    (void)unused;
#ifdef __x86_64__
    static const char *const letters[] = {"ab,\n\"", "abcdefghij,\n",     "\"\",\n",
                                          ",",       "abc,\n\r\"def;|gh", "a,\n\t"};
    static struct text text;
    uint64_t state = 521288629;

    if (!armex_has_avx512())
        skip();
    for (size_t i = 0; i < 1500; i++) {
        const char *some = letters[i % (sizeof letters / sizeof *letters)];
        if (i % 7)
            draw_length(&text, some, strlen(some), &state, LONGEST);
        else
            any_bytes(&text, i, &state, LONGEST);
        if (i % 11 == 0) // a byte that is odd, far in
            text.bytes[text.length - text.length / 3] = i % 2 ? '\0' : '\r';
        assert_quick_as_portable(armex_scan_avx512, &text, LONGEST + 1);
        assert_quick_as_portable(armex_scan_avx512, &text, 4096);
        assert_quick_as_portable(armex_scan_avx512, &text, 64 * (uint32_t)(1 + i % 99));
    }
#else
    skip();
#endif
}

static void a_nul_byte_is_a_fault_and_a_quote_amid_a_cell_is_one(void **unused)
{
    (void)unused;
    static const struct {
        const char *bytes;
        size_t length;
        bool fault;
    } cases[] = {
        {"a,b\n", 4, false},     {"a\0b\n", 4, true},          {"a,b\"c\"\n", 7, true},
        {"\"a\"b\n", 5, true},   {"\"a\"\"b\",c\n", 9, false}, {"\"\",\n", 4, false},
        {"\"a\"\r\n", 5, false}, {"\"a\"\rb", 5, false},       {"x\"", 2, true}};
    static struct text text;
    static struct found found;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        memset(&text, 0, sizeof text);
        memcpy(text.bytes, cases[i].bytes, cases[i].length);
        text.length = cases[i].length;
        scan_in_pieces(&found, armex_scan_best(), &text, LONGEST + 1);
        assert_int_equal(found.scan.faults != 0, cases[i].fault);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scan_finds_what_the_csv_reader_finds),
        cmocka_unit_test(quoted_rows_of_any_length_are_sound),
        cmocka_unit_test(pieces_give_what_the_whole_gives),
        cmocka_unit_test(the_quick_form_gives_what_the_portable_gives_on_any_bytes),
        cmocka_unit_test(the_widest_form_gives_what_the_portable_gives_on_any_bytes),
        cmocka_unit_test(a_nul_byte_is_a_fault_and_a_quote_amid_a_cell_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
