/** tests/ingest/test_csv.c: cells, and where they stand. Expected by hand from RFC
 * 4180. */
#include "ingest/csv.h"

#include <string.h>

#include "check.h"
#include "ingest/csv_stops.h"

static struct armex_csv *open_bytes(const char *bytes, size_t length)
{
    struct armex_csv *csv = NULL;
    assert_int_equal(armex_csv_open(&csv, "x.csv", bytes, length, 0, NULL), ARMEX_OK);
    return csv;
}

static struct armex_csv *open_text(const char *text)
{
    return open_bytes(text, strlen(text));
}

/** The next row is these cells, NULL after the last. */
static void assert_row(struct armex_csv *csv, const char *const *expected)
{
    const struct armex_cell *cells;
    struct armex_error error;
    size_t n = 0, i = 0;

    if (armex_csv_next(csv, &cells, &n, &error))
        fail_msg("%s", error.message);
    for (; expected[i]; i++) {
        assert_true(i < n);
        if (!armex_cell_is(&cells[i], expected[i]))
            fail_msg("cell %zu is '%.*s', not '%s'", i, (int)cells[i].length,
                     cells[i].text, expected[i]);
    }
    assert_int_equal(n, i);
}
#define ROW(...) ((const char *const[]){__VA_ARGS__, NULL})

static void assert_end(struct armex_csv *csv)
{
    const struct armex_cell *cells;
    size_t n = 1;
    assert_int_equal(armex_csv_next(csv, &cells, &n, NULL), ARMEX_OK);
    assert_int_equal(n, 0);
    armex_csv_close(csv);
}

/** Reading the text ends in this message. */
static void assert_fault(const char *bytes, size_t length, const char *message)
{
    struct armex_csv *csv = open_bytes(bytes, length);
    const struct armex_cell *cells;
    struct armex_error error = {0};
    size_t n = 1;
    armex_status status = ARMEX_OK;

    while (!status && n)
        status = armex_csv_next(csv, &cells, &n, &error);
    assert_int_equal(status, ARMEX_BAD_INPUT);
    assert_string_equal(error.message, message);
    armex_csv_close(csv);
}
#define FAULT(text, message) assert_fault(text, sizeof(text) - 1, message)

static void every_line_end_is_one_row(void **state)
{
    (void)state;
    static const char *const texts[] = {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r",
                                        "a,b\n1,2",
                                        "\xef\xbb\xbf\x61,b\n1,2"}; // \x61 is a
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct armex_csv *csv = open_text(texts[i]);
        assert_row(csv, ROW("a", "b"));
        assert_row(csv, ROW("1", "2"));
        assert_end(csv);
    }
}

static void quoted_cells_keep_what_is_in_them(void **state)
{
    (void)state;
    struct armex_csv *csv =
        open_text("\"a,b\",\"say \"\"yes\"\"\",\"two\r\nlines\",\"\"\n\"\"\"\",x,,\n");
    assert_row(csv, ROW("a,b", "say \"yes\"", "two\r\nlines", ""));
    assert_row(csv, ROW("\"", "x", "", ""));
    assert_end(csv);
}

static void cells_know_their_line_and_column_in_bytes(void **state)
{
    (void)state;
    struct armex_csv *csv =
        open_text("\xef\xbb\xbfT\xc3\xbcrkiye,\"x\ny\",z\r\n\na,\"b\"");
    const struct armex_cell *cells;
    size_t n;

    assert_int_equal(armex_csv_next(csv, &cells, &n, NULL), ARMEX_OK);
    assert_int_equal(cells[0].column, 1); // the byte order mark is no column
    assert_int_equal(cells[1].line, 1);
    assert_int_equal(cells[1].column, 10); // u with its dots takes two bytes
    assert_int_equal(cells[2].line, 2);
    assert_int_equal(cells[2].column, 4);
    assert_row(csv, ROW(""));
    assert_int_equal(armex_csv_next(csv, &cells, &n, NULL), ARMEX_OK);
    assert_int_equal(cells[1].line, 4);
    assert_int_equal(cells[1].column, 3); // that of the quote
    assert_end(csv);
}

static void the_delimiter_is_the_one_that_makes_rows_agree(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
    } cases[] = {
        {"a,b\n1,2\n", ','},
        {"a;b\n1,5;2,5\n3,5;4\n", ';'}, // decimal commas
        {"a\tb\nx, y\tz\n", '\t'},
        {"a|b|c\n1|2|3\n", '|'},
        {"only\none\ncolumn\n", ','},
        {"", ','},
        {"\"a;b;c\",d\n\"e;f;g\",h\n", ','}, // those in quotes do not count
        {"note; of, this\na,b,c\n1,2,3\n", ','},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(armex_csv_delimiter(cases[i].text, strlen(cases[i].text)),
                         cases[i].delimiter);
}

static void an_empty_text_has_no_row(void **state)
{
    (void)state;
    assert_end(open_text(""));
    assert_end(open_text("\xef\xbb\xbf"));
}

static void misplaced_quotes_are_refused_where_they_stand(void **state)
{
    (void)state;
    FAULT(
        "a,b\n1,2\"x\n",
        "x.csv:2:4: a quote stands inside a cell that does not begin with one; put the "
        "whole cell in quotes and double those in it");
    FAULT(
        "a,b\n1,\"2\"x\n",
        "x.csv:2:6: text follows the closing quote of a cell; a quote inside a quoted "
        "cell is written twice");
    FAULT("a,b\n1,\"2\n3,4\n", "x.csv:2:3: the quote that opens here is never closed");
    FAULT("a,b\n1,\"2\"\"", "x.csv:2:3: the quote that opens here is never closed");
}

static void bytes_that_are_no_text_are_refused_where_they_stand(void **state)
{
    (void)state;
    FAULT("a,b\nx,T\xfcrkiye\n",
          "x.csv:2:4: the byte 0xfc is not UTF-8; save the file as UTF-8");
    FAULT("a,b\n1,2\0\n",
          "x.csv:2:4: a NUL byte stands here; this is no text in UTF-8");
    FAULT("\x89PNG\r\n\x1a\n",
          "x.csv:1:1: the byte 0x89 is not UTF-8; save the file as UTF-8");
    FAULT("\xff\xfe"
          "a\0,\0",
          "x.csv:1:1: the byte 0xff is not UTF-8; save the file as UTF-8");
    FAULT("a,\"b\nc\xed\xa0\x80\"\n", // a surrogate
          "x.csv:2:2: the byte 0xed is not UTF-8; save the file as UTF-8");
    FAULT("a,b\xe2\x82", // cut inside a character
          "x.csv:1:4: the byte 0xe2 is not UTF-8; save the file as UTF-8");
}

static void the_replacement_character_itself_is_text(void **state)
{
    (void)state;
    struct armex_csv *csv = open_text("a,\xef\xbf\xbd\n");
    assert_row(csv, ROW("a", "\xef\xbf\xbd"));
    assert_end(csv);
}

static void a_long_cell_is_quoted_short_and_never_inside_a_character(void **state)
{
    (void)state;
    char long_text[100];
    memset(long_text, 'x', sizeof long_text);
    long_text[59] = '\xc3'; // one character, of which the cut would take a half
    long_text[60] = '\xbc';
    const struct armex_cell cell = {long_text, sizeof long_text, 1, 1};
    const struct armex_clip clip = armex_cell_clip(&cell);
    assert_int_equal(strlen(clip.text), 62);
    assert_string_equal(clip.text + 59, "...");
    const struct armex_cell exact = {long_text, 59, 1, 1};
    assert_int_equal(strlen(armex_cell_clip(&exact).text), 59);
}

static void a_wide_row_is_read_whole(void **state)
{
    (void)state;
    char text[2001];
    for (size_t i = 0; i < 2000; i++)
        text[i] = i % 2 ? ',' : '7';
    struct armex_csv *csv = open_bytes(text, 1999);
    const struct armex_cell *cells;
    size_t n;
    assert_int_equal(armex_csv_next(csv, &cells, &n, NULL), ARMEX_OK);
    assert_int_equal(n, 1000);
    for (size_t i = 0; i < n; i++)
        assert_true(armex_cell_is(&cells[i], "7"));
    assert_end(csv);
}

/** By hand: delimiter, quote, LF and CR, and no other byte, each where it stands. */
static void every_byte_stops_or_does_not_wherever_it_stands(void **state)
{
    (void)state;
    for (int c = 0; c <= UINT8_MAX; c++)
        for (unsigned at = 0; at < ARMEX_STOPS_BLOCK; at++) {
            char bytes[ARMEX_STOPS_BLOCK] = {0};
            const bool stops = c == ';' || c == '"' || c == '\n' || c == '\r';
            bytes[at] = (char)c;
            assert_true(armex_stops_of(bytes, ';') == (uint64_t)stops << at);
        }
}

/** A first cell of every length moves what follows over the ends of blocks. */
static void cells_are_the_same_wherever_a_block_ends(void **state)
{
    (void)state;
    static const char rest[] =
        ",\"a,b\",, \"\",\"c\"\"d,\"\r\n1,\"x\r\ny\",\"z\",4\n,\"\",";
    char text[3 * ARMEX_STOPS_BLOCK + sizeof rest], first[3 * ARMEX_STOPS_BLOCK + 1];

    for (size_t length = 1; length <= 3 * ARMEX_STOPS_BLOCK; length++) {
        memset(first, 'k', length);
        first[length] = '\0';
        stpcpy(stpcpy(text, first), rest);
        struct armex_csv *csv = open_text(text);
        assert_row(csv, ROW(first, "a,b", "", "", "c\"d,"));
        const struct armex_cell *cells;
        size_t n = 0;
        assert_int_equal(armex_csv_next(csv, &cells, &n, NULL), ARMEX_OK);
        assert_int_equal(n, 4);
        assert_true(armex_cell_is(&cells[1], "x\r\ny"));
        assert_int_equal(cells[1].line, 2);
        assert_int_equal(cells[1].column, 3);
        assert_true(armex_cell_is(&cells[2], "z"));
        assert_int_equal(cells[2].line, 3);
        assert_int_equal(cells[2].column, 4);
        assert_row(csv, ROW("", "", ""));
        assert_end(csv);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_end_is_one_row),
        cmocka_unit_test(quoted_cells_keep_what_is_in_them),
        cmocka_unit_test(cells_know_their_line_and_column_in_bytes),
        cmocka_unit_test(the_delimiter_is_the_one_that_makes_rows_agree),
        cmocka_unit_test(an_empty_text_has_no_row),
        cmocka_unit_test(misplaced_quotes_are_refused_where_they_stand),
        cmocka_unit_test(bytes_that_are_no_text_are_refused_where_they_stand),
        cmocka_unit_test(the_replacement_character_itself_is_text),
        cmocka_unit_test(a_long_cell_is_quoted_short_and_never_inside_a_character),
        cmocka_unit_test(a_wide_row_is_read_whole),
        cmocka_unit_test(every_byte_stops_or_does_not_wherever_it_stands),
        cmocka_unit_test(cells_are_the_same_wherever_a_block_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
