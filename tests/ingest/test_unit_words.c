/** tests/ingest/test_unit_words.c: units as people write them above their tables. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/unit_words.h"

static void assert_reads(const char *text, const char *unit, int exponent)
{
    struct armex_unit_words words;
    char written[ARMEX_UNIT_SIZE] = "";

    print_message("[ words    ] %s\n", text);
    assert_true(armex_unit_words_read(&words, text, strlen(text)));
    if (words.has_unit)
        armex_unit_write(written, words.unit);
    assert_string_equal(written, unit);
    assert_int_equal(words.exponent, exponent);
    assert_int_equal(words.has_exponent, exponent != 0);
}

static void units_are_read_with_their_powers_of_ten(void **state)
{
    (void)state;
    assert_reads("(US$ m)", "usd", 6);
    assert_reads("(US$ m.)", "usd", 6);
    assert_reads("US$m", "usd", 6);
    assert_reads("USDm", "usd", 6);
    assert_reads("USD million", "usd", 6);
    assert_reads("million USD", "usd", 6);
    assert_reads("in millions of US dollars", "usd", 6);
    assert_reads("[million US$]", "usd", 6);
    assert_reads("Mio. EUR", "eur", 6);
    assert_reads("Mio. \xe2\x82\xac", "eur", 6);
    assert_reads("en millions d'euros", "eur", 6);
    assert_reads("Angaben in Mrd. Euro", "eur", 9);
    assert_reads("\xc2\xa3"
                 "bn",
                 "gbp", 9);
    assert_reads("NOK '000", "nok", 3);
    assert_reads("thousand CHF", "chf", 3);
    assert_reads("USD", "usd", 0);
    assert_reads("million TIV", "tiv", 6);
    assert_reads("SIPRI trend indicator values", "tiv", 0);
    assert_reads("%", "percent", 0);
    assert_reads("in millions", "", 6);
    assert_reads("(million yen)", "jpy", 6);
    assert_reads("(million Swiss francs)", "chf", 6);
    assert_reads("(BAM million)", "bam", 6);
    assert_reads("(SKK million)", "skk", 6);
    assert_reads("(US$ tn)", "usd", 12);
    assert_reads("billion Korean won", "krw", 9);
    assert_reads("in billion won", "krw", 9);
    assert_reads("thousand convertible marks", "bam", 3);
    assert_reads("Swiss franc", "chf", 0);
    assert_reads("million pounds sterling", "gbp", 6);
}

/* What these words are short for, nobody but the publisher knows. */
static void money_of_several_states_is_no_unit_but_says_whose_it_may_be(void **state)
{
    (void)state;
    static const struct {
        const char *text, *either;
        int exponent;
    } cases[] = {
        {"($ m)", "usd aud cad hkd nzd sgd twd", 6},
        {"million dollars, current prices", "usd aud cad hkd nzd sgd twd", 6},
        {"(million pounds)", "gbp egp iep cyp", 6},
        {"\xc2\xa5 bn", "jpy cny", 9},
        {"pounds", "gbp egp iep cyp", 0},
    };
    static const char *const none[] = {"$ $",          "$ USD",         "USD $",
                                       "constant $ m", "contracts won", "won",
                                       "won, millions"};
    struct armex_unit_words words;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("[ words    ] %s\n", cases[i].text);
        assert_true(
            armex_unit_words_read(&words, cases[i].text, strlen(cases[i].text)));
        assert_false(words.has_unit);
        assert_string_equal(words.either, cases[i].either);
        assert_int_equal(words.exponent, cases[i].exponent);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(armex_unit_words_read(&words, none[i], strlen(none[i])));
}

static void prices_are_those_that_are_said(void **state)
{
    (void)state;
    assert_reads("US$ m, current prices", "usd", 6);
    assert_reads("constant 2020 US$ m", "usd-2020", 6);
    assert_reads("million EUR at constant 2015 prices", "eur-2015", 6);
    assert_reads("constant US$", "usd-constant", 0);
    assert_reads("usd-2019", "usd-2019", 0);
}

static void what_says_anything_else_is_not_read(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "  ",
        "()",
        "France",
        "US",
        "market",
        "mars",
        "Billionen EUR",
        "billones USD",
        "USD EUR",
        "million bn",
        "2019",
        "US$ 2019",
        "USD 5 million",
        "5",
        "constant",
        "current % ",
        "current constant USD",
        "million tonnes",
        "xyz",
        "ABC",
        "UAE",
        "Exports in US$ m",
    };
    struct armex_unit_words words;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_message("[ words    ] %s\n", texts[i]);
        assert_false(armex_unit_words_read(&words, texts[i], strlen(texts[i])));
    }
}

static void titles_have_them_in_brackets_or_at_their_end(void **state)
{
    (void)state;
    static const struct {
        const char *title, *unit;
        int exponent;
    } titles[] = {
        {"Arms exports by country (US$ m), 2019-2020", "usd", 6},
        {"Arms exports (by country) in million euros", "eur", 6},
        {"All figures are in US$ bn", "usd", 9},
        {"TIV", "tiv", 0},
        {"Arms exports in euros", "eur", 0},
        {"Figures in millions", "", 6},
        {"Exports (thousands)", "", 3},
        {"Exports, millions", "", 6},
        {"Country (EUR)", "eur", 0},
    };
    static const char *const none[] = {"Arms exports by country",
                                       "Annex B",
                                       "1 EUR = 1.1 USD",
                                       "Source: SIPRI, TIV",
                                       "Part K",
                                       "Sold for USD 5 million",
                                       "Arms exports of the UAE",
                                       "Table 1 (m)",
                                       "",
                                       ")("};
    struct armex_unit_words words;
    char written[ARMEX_UNIT_SIZE];
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        print_message("[ title    ] %s\n", titles[i].title);
        assert_true(
            armex_unit_words_find(&words, titles[i].title, strlen(titles[i].title)));
        armex_unit_write(written, words.unit);
        assert_int_equal(words.has_unit, *titles[i].unit != 0);
        if (words.has_unit)
            assert_string_equal(written, titles[i].unit);
        assert_int_equal(words.exponent, titles[i].exponent);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(armex_unit_words_find(&words, none[i], strlen(none[i])));
}

/* Titles are anybody's: of a long one, only so much is a unit. */
static void long_titles_take_no_longer_than_they_are(void **state)
{
    (void)state;
    enum { LENGTH = 1 << 20 };
    char *title = malloc(LENGTH);
    struct armex_unit_words words;
    assert_non_null(title);
    for (size_t i = 0; i < LENGTH; i++)
        title[i] = "in "[i % 3];
    title[LENGTH - 1] = 'x';
    assert_false(armex_unit_words_find(&words, title, LENGTH));
    memset(title, ')', LENGTH);
    assert_false(armex_unit_words_find(&words, title, LENGTH));
    memset(title, 'x', LENGTH);
    memcpy(title + LENGTH - 17, " in million euros", 17);
    assert_true(armex_unit_words_find(&words, title, LENGTH));
    assert_int_equal(words.exponent, 6);
    memcpy(title, "(US$ bn)", 8);
    assert_true(armex_unit_words_find(&words, title, LENGTH));
    assert_int_equal(words.exponent, 9);
    free(title);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_read_with_their_powers_of_ten),
        cmocka_unit_test(money_of_several_states_is_no_unit_but_says_whose_it_may_be),
        cmocka_unit_test(prices_are_those_that_are_said),
        cmocka_unit_test(what_says_anything_else_is_not_read),
        cmocka_unit_test(titles_have_them_in_brackets_or_at_their_end),
        cmocka_unit_test(long_titles_take_no_longer_than_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
