/** tests/ingest/test_written.c: figures as people write them. Expected by hand. */
#include "ingest/written.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "check.h"

static const struct armex_unit usd = {.kind = ARMEX_MONEY, .currency = "usd"};

static armex_status read_as(struct armex_written *out, const char *text,
                            struct armex_writing writing, struct armex_error *error)
{
    const struct armex_cell cell = {text, strlen(text), 3, 7};
    writing.place = armex_cell_place("w.csv", &cell);
    return armex_written_read(out, &cell, &writing, error);
}

static struct armex_written said_by(const char *text, struct armex_writing writing)
{
    struct armex_written out;
    struct armex_error error = {0};
    if (read_as(&out, text, writing, &error))
        fail_msg("'%s' is refused: %s", text, error.message);
    return out;
}

static void expect_refused(const char *text, struct armex_writing writing,
                           const char *words)
{
    struct armex_written out;
    struct armex_error error = {0};
    if (read_as(&out, text, writing, &error) != ARMEX_BAD_INPUT)
        fail_msg("'%s' is read", text);
    assert_string_equal(error.message, words);
}

static void marks_that_can_mean_one_thing_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
        unsigned digits;
    } figures[] = {
        {"1,5", 1.5, 2},
        {"0,123", 0.123, 3}, // no thousands begin with a nought
        {"1,2345", 1.2345, 5},
        {"1234,567", 1234.567, 7},
        {"1,234.5", 1234.5, 5},
        {"1,234.567", 1234.567, 7},
        {"1.234,5", 1234.5, 5},
        {"1,234,567", 1234567, 7},
        {"1.234.567", 1234567, 7},
        {"1,234,567.25", 1234567.25, 9},
        {"1.234.567,25", 1234567.25, 9},
        {"1 234", 1234, 4},
        {"1 234,5", 1234.5, 5},
        {"12 345 678", 12345678, 8},
        {"1\xc2\xa0"
         "234,5",
         1234.5, 5}, // no-break
        {"1\xe2\x80\xaf"
         "234.5",
         1234.5, 5}, // narrow no-break
        {"1\xe2\x80\x89"
         "000",
         1000, 1}, // thin
        {"1'234.5", 1234.5, 5},
        {"1\xe2\x80\x99"
         "234",
         1234, 4}, // curly apostrophe
        {"-1 234,5", -1234.5, 5},
        {"\xe2\x88\x92"
         "5",
         -5, 1}, // U+2212
        {"\xe2\x88\x92"
         "1.234",
         -1.234, 4},
        {"+1 234", 1234, 4},
        {"0 ", 0, 1},
        {"\xc2\xa0"
         "7 ",
         7, 1},
        {" 1.234", 1.234, 4}, // as without the blank
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        const struct armex_written said =
            said_by(figures[i].text, (struct armex_writing){.unit = usd});
        assert_same_value(said.value, figures[i].value);
        assert_int_equal(said.mark, ARMEX_FINAL);
        assert_int_equal(said.digits, figures[i].digits);
        assert_false(said.doubtful);
    }
    assert_same_value(
        said_by("1,57", (struct armex_writing){.unit = usd, .exponent = 9}).value,
        1.57e9);
}

static void what_can_mean_two_things_is_refused_with_both(void **state)
{
    (void)state;
    struct armex_writing writing = {.unit = usd};
    expect_refused("1,234", writing,
                   "w.csv:3:7: '1,234' may be 1234 or 1.234; write the one that is "
                   "meant");
    expect_refused("-$12,500", writing,
                   "w.csv:3:7: '-$12,500' may be -12500 or -12.500; write the one that "
                   "is meant");
    writing.map_may_say = true;
    expect_refused("999,999", writing,
                   "w.csv:3:7: '999,999' may be 999999 or 999.999; write the one that "
                   "is meant, or say in a --map what the comma is: mark,\",\",decimal "
                   "or mark,\",\",thousands");
}

static void the_user_may_say_what_a_comma_is(void **state)
{
    (void)state;
    const struct armex_writing decimal = {.unit = usd, .comma = ARMEX_COMMA_DECIMAL},
                               thousands = {.unit = usd,
                                            .comma = ARMEX_COMMA_THOUSANDS};
    assert_same_value(said_by("1,234", decimal).value, 1.234);
    assert_same_value(said_by("1.234", decimal).value, 1234);
    assert_same_value(said_by("-1.234", decimal).value, -1234);
    assert_same_value(said_by("1.234,5", decimal).value, 1234.5);
    assert_same_value(said_by("1234", decimal).value, 1234);
    assert_same_value(said_by("1,234", thousands).value, 1234);
    assert_same_value(said_by("\xe2\x88\x92"
                              "1.234",
                              thousands)
                          .value,
                      -1.234);
    assert_same_value(said_by("1,234.5", thousands).value, 1234.5);
#define NO_NUMBER(text)                                                                \
    "w.csv:3:7: '" text "' is not a number; leave the cell empty if unknown"
    expect_refused("1.5", decimal, NO_NUMBER("1.5"));
    expect_refused("1,234.5", decimal, NO_NUMBER("1,234.5"));
    expect_refused("1,234,567", decimal, NO_NUMBER("1,234,567"));
    expect_refused("1,5", thousands, NO_NUMBER("1,5"));
    expect_refused("1.234,5", thousands, NO_NUMBER("1.234,5"));
    expect_refused("1.234.567", thousands, NO_NUMBER("1.234.567"));
}

static void what_is_no_figure_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } refused[] = {
#define CASE(text) {text, NO_NUMBER(text)}
        CASE("12,34,567"), CASE("1.2.3"),     CASE("1,234.567.8"), CASE("12 34"),
        CASE("1234 567"),  CASE("0 123"),     CASE("012,345"),     CASE("1,"),
        CASE(",5"),        CASE("1'234 567"), CASE("1 234'567"),   CASE("1,,234"),
        CASE("--5"),       CASE("-(5)"),      CASE("+-5"),         CASE("million"),
        CASE("NATO 5"),    CASE("5 NATO"),    CASE("$"),           CASE("USD"),
        CASE("()"),        CASE("??"),        CASE("."),           CASE("yes"),
        CASE("1e400"),     CASE("1,5e3"),     CASE("$-5-"),        CASE("-$-5"),
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        expect_refused(refused[i].text, (struct armex_writing){.unit = usd},
                       refused[i].message);
    expect_refused("1\xff"
                   "5",
                   (struct armex_writing){.unit = usd}, NO_NUMBER("1?5"));
    char digits[200];
    struct armex_written out;
    memset(digits, '7', sizeof digits - 1);
    digits[1] = ' ';
    digits[sizeof digits - 1] = '\0';
    assert_int_equal(read_as(&out, digits, (struct armex_writing){.unit = usd}, NULL),
                     ARMEX_BAD_INPUT);
}

static void words_of_magnitude_are_powers_of_ten(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } figures[] = {
        {"12 million", 12e6},     {"1.2 bn", 1.2e9},
        {"1.2bn", 1.2e9},         {"$3.4B", 3.4e9},
        {"12 MIO", 12e6},         {"1,5 Mrd.", 1.5e9},
        {"3.5 thousand", 3500},   {"US$ 2 trillion", 2e12},
        {"2m USD", 2e6},          {"7k", 7000},
        {"-1.5 million", -1.5e6}, {"1,234,567 thousand", 1234567e3},
        {"12\xc2\xa0mln", 12e6},  {"1.2 bn $", 1.2e9},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        assert_same_value(
            said_by(figures[i].text, (struct armex_writing){.unit = usd}).value,
            figures[i].value);
    const struct armex_unit percent = {.kind = ARMEX_PERCENT};
    expect_refused("12 million", (struct armex_writing){.unit = percent},
                   NO_NUMBER("12 million"));
    expect_refused("12 b", (struct armex_writing){.unit = usd}, NO_NUMBER("12 b"));
    expect_refused("2 Billionen", (struct armex_writing){.unit = usd},
                   NO_NUMBER("2 Billionen")); // 10^12
    expect_refused("1 million bn", (struct armex_writing){.unit = usd},
                   NO_NUMBER("1 million bn"));
    expect_refused("12 million", (struct armex_writing){.unit = usd, .exponent = 6},
                   "w.csv:3:7: '12 million' says its power of ten, and so does the "
                   "table; write the digits alone");
}

static void a_mark_of_a_footnote_makes_a_figure_doubtful(void **state)
{
    (void)state;
    static const char *const figures[] = {
        "1234*",     "1 234\xc2\xb9", "1,234.0 **", "1234\xe2\x80\xa0",
        "1234 [a]",  "1234[12]",      "1234 (p)",   "1234\xc2\xb2\xc2\xb3",
        "~1234",     "ca. 1 234",     "c. 1234",    "$1234\xe2\x81\xb4",
        "1.234e3 *",
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        const struct armex_written said =
            said_by(figures[i], (struct armex_writing){.unit = usd});
        assert_same_value(said.value, 1234);
        assert_int_equal(said.mark, ARMEX_FINAL);
        assert_true(said.doubtful);
    }
    static const char *const refused[] = {"*", "[1]", "1234(1)", "5 (12)", "~"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char message[100];
        snprintf(message, sizeof message,
                 "w.csv:3:7: '%s' is not a number; leave the cell empty if unknown",
                 refused[i]);
        expect_refused(refused[i], (struct armex_writing){.unit = usd}, message);
    }
}

static void a_currency_must_be_that_of_the_unit(void **state)
{
    (void)state;
    static const struct {
        const char *text, *unit, *found; // NULL: it agrees
    } cases[] = {
        {"$5", "usd", NULL},
        {"$ 5", "usd-2020", NULL},
        {"US$5", "usd", NULL},
        {"5 USD", "usd-constant", NULL},
        {"USD 5", "usd", NULL},
        {"$5 USD", "usd", NULL},
        {"$5", "aud", NULL},
        {"A$5", "aud", NULL},
        {"-\xe2\x82\xac"
         "5",
         "eur", NULL},
        {"5\xc2\xa0\xe2\x82\xac", "eur", NULL},
        {"\xc2\xa3"
         "5",
         "gbp", NULL},
        {"\xe2\x82\xa9"
         "5",
         "krw", NULL},
        {"\xc2\xa5"
         "5",
         "cny", NULL},
        {"CHF 5", "chf", NULL},
        {"5 KRW", "krw-per-usd", NULL},
        {"5 EUR", "lcu", NULL},
        {"5%", "percent", NULL},
        {"5 TIV", "tiv", NULL},
        {"$5", "eur", "$"},
        {"US$5", "aud", "US$"},
        {"A$5", "usd", "A$"},
        {"5 EUR", "usd", "EUR"},
        {"EUR 5", "usd", "EUR"},
        {"$5 EUR", "usd", "EUR"},
        {"5%", "usd", "%"},
        {"5%", "lcu", "%"},
        {"$5", "tiv", "$"},
        {"5 \xe2\x82\xac", "percent", "\xe2\x82\xac"},
        {"5 RAN", "rank", "RAN"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct armex_writing writing = {.comma = ARMEX_COMMA_EITHER};
        char message[128];
        assert_true(
            armex_unit_parse(&writing.unit, cases[i].unit, strlen(cases[i].unit)));
        if (!cases[i].found) {
            assert_same_value(fabs(said_by(cases[i].text, writing).value), 5);
            continue;
        }
        snprintf(message, sizeof message,
                 "w.csv:3:7: '%s' is in %s, yet the unit is %s", cases[i].text,
                 cases[i].found, cases[i].unit);
        expect_refused(cases[i].text, writing, message);
    }
}

static void words_and_dashes_say_why_there_is_no_figure(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        armex_mark mark;
    } words[] = {
        {"", ARMEX_MISSING},
        {"  ", ARMEX_MISSING},
        {"\xc2\xa0", ARMEX_MISSING},
        {"-", ARMEX_MISSING},
        {"--", ARMEX_MISSING},
        {"\xe2\x80\x93", ARMEX_MISSING},
        {" \xe2\x80\x94 ", ARMEX_MISSING},
        {"NA", ARMEX_MISSING},
        {"n.a.", ARMEX_MISSING},
        {"N/A", ARMEX_MISSING},
        {"#N/A", ARMEX_MISSING},
        {"n.d.", ARMEX_MISSING},
        {"k.A.", ARMEX_MISSING},
        {"NULL", ARMEX_MISSING},
        {"NaN", ARMEX_MISSING},
        {":", ARMEX_MISSING},
        {"..", ARMEX_UNKNOWN_YET},
        {"...", ARMEX_UNKNOWN_YET},
        {". .", ARMEX_UNKNOWN_YET},
        {"\xe2\x80\xa6", ARMEX_UNKNOWN_YET},
        {"?", ARMEX_UNKNOWN_YET},
        {"xxx", ARMEX_NO_STATE},
        {"Xxx ", ARMEX_NO_STATE},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct armex_written said =
            said_by(words[i].text, (struct armex_writing){.unit = usd});
        assert_missing(said.value);
        assert_int_equal(said.mark, words[i].mark);
        assert_int_equal(said.digits, 0);
    }
}

static void a_question_mark_beside_a_figure_doubts_it(void **state)
{
    (void)state;
    static const char *const texts[] = {"12?", "12 ?", "?12", "$12?"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct armex_written said =
            said_by(texts[i], (struct armex_writing){.unit = usd});
        assert_same_value(said.value, 12);
        assert_true(said.doubtful);
    }
}

static void brackets_are_read_only_where_something_says_what_they_mean(void **state)
{
    (void)state;
    const struct armex_writing unsure = {.unit = usd, .is_unsure = true};
    assert_same_value(said_by("(12)", unsure).value, 12);
    assert_same_value(said_by("( $1,5 )", unsure).value, 1.5);
    expect_refused(
        "(12)", (struct armex_writing){.unit = usd},
        "w.csv:3:7: '(12)' may be a figure below zero or one that is unsure; "
        "write it without brackets");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_that_can_mean_one_thing_are_read),
        cmocka_unit_test(what_can_mean_two_things_is_refused_with_both),
        cmocka_unit_test(the_user_may_say_what_a_comma_is),
        cmocka_unit_test(what_is_no_figure_is_refused),
        cmocka_unit_test(words_of_magnitude_are_powers_of_ten),
        cmocka_unit_test(a_mark_of_a_footnote_makes_a_figure_doubtful),
        cmocka_unit_test(a_currency_must_be_that_of_the_unit),
        cmocka_unit_test(words_and_dashes_say_why_there_is_no_figure),
        cmocka_unit_test(a_question_mark_beside_a_figure_doubts_it),
        cmocka_unit_test(brackets_are_read_only_where_something_says_what_they_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
