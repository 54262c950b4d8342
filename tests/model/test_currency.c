/** tests/model/test_currency.c: currencies by code, word and sign. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "ingest/csv.h"
#include "model/currency.h"

/** Those of "krw-per-usd". */
static void assert_known(const struct armex_cell *unit)
{
    assert_true(unit->length == strlen("krw-per-usd"));
    print_message("[ currency ] %.*s\n", (int)unit->length, unit->text);
    assert_non_null(armex_currency_of_code(unit->text));
    assert_non_null(armex_currency_of_code(unit->text + unit->length - 3));
}

static void every_currency_with_a_rate_of_exchange_is_known(void **state)
{
    (void)state;
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    char *bytes = NULL;
    size_t length = 0, n = 1, unit = 0, rows = 0;

    assert_int_equal(armex_file_read(&bytes, &length,
                                     TESTS
                                     "/../datasets/exchange-rates/observations.csv",
                                     1 << 24, NULL),
                     ARMEX_OK);
    assert_int_equal(armex_csv_open(&csv, "rates", bytes, length, ',', NULL), ARMEX_OK);
    assert_int_equal(armex_csv_next(csv, &cells, &n, NULL), ARMEX_OK);
    while (unit < n && !armex_cell_is(&cells[unit], "unit"))
        unit++;
    assert_true(unit < n);
    for (; !armex_csv_next(csv, &cells, &n, NULL) && n; rows++)
        assert_known(&cells[unit]);
    assert_true(rows > 1000);
    armex_csv_close(csv);
    free(bytes);
}

static void three_letters_in_either_case_may_be_a_code(void **state)
{
    (void)state;
    assert_string_equal(armex_currency_of_code("KRW")->words, "won");
    assert_null(armex_currency_of_code("dem")->words);
    assert_null(armex_currency_of_code("uae"));
    assert_null(armex_currency_of_code("us"));
    assert_true(armex_currency_among("jpy cny", "CNY"));
    assert_false(armex_currency_among("jpy cny", "pyc"));
}

static void the_longest_sign_at_either_end_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *text, *codes;
        size_t front, back;
    } cases[] = {
        {"US$m", "usd", 3, 0},
        {"us$", "usd", 3, 3},
        {"5 A$", "aud", 0, 2},
        {"\xe2\x82\xac", "eur", 3, 3},
        {"7\xc2\xa3", "gbp", 0, 2},
        {"\xc2\xa5 1", "jpy cny", 2, 0},
        {"5", "", 0, 0},
        {"", "", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = cases[i].text, *codes = "";
        const size_t length = strlen(text);
        assert_int_equal(armex_currency_sign(&codes, text, length, false),
                         cases[i].front);
        assert_int_equal(armex_currency_sign(&codes, text, length, true),
                         cases[i].back);
        assert_string_equal(codes, cases[i].codes);
    }
}

static void the_longest_words_are_found_with_or_without_their_s(void **state)
{
    (void)state;
    const char *codes = "";
    assert_int_equal(armex_currency_words(&codes, "Pound sterling", 14), 5);
    assert_string_equal(codes, "gbp egp iep cyp");
    assert_int_equal(armex_currency_words(&codes, "pounds sterling, m", 18), 15);
    assert_string_equal(codes, "gbp");
    assert_int_equal(armex_currency_words(&codes, "US dollar", 9), 9);
    assert_string_equal(codes, "usd");
    assert_int_equal(armex_currency_words(&codes, "tonnes", 6), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_currency_with_a_rate_of_exchange_is_known),
        cmocka_unit_test(three_letters_in_either_case_may_be_a_code),
        cmocka_unit_test(the_longest_sign_at_either_end_is_found),
        cmocka_unit_test(the_longest_words_are_found_with_or_without_their_s),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
