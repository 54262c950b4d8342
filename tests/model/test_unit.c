/** tests/model/test_unit.c: units and measures as text and back. */
#include "check.h"

#include <string.h>

#include "model/measure.h"
#include "model/unit.h"

static void every_unit_reads_back(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words;
    } units[] = {
        {"tiv", "TIV"},
        {"usd", "US dollars"},
        {"usd-2020", "US dollars of 2020"},
        {"gbp-constant", "pounds, constant prices of a year not stated"},
        {"krw-per-usd", "KRW per USD"},
        {"index-2017", "index, 2017 = 100"},
        {"index-1982-84", "index, 1982-84 = 100"},
        {"index", "index, base not stated"},
        {"lcu-per-usd", "LCU per USD"},
        {"percent", "per cent"},
        {"rank", "rank"},
        {"count", "number"},
        {"xyz", "XYZ"},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct armex_unit unit;
        char text[ARMEX_UNIT_SIZE], words[64];
        assert_true(armex_unit_parse(&unit, units[i].text, strlen(units[i].text)));
        armex_unit_write(text, unit);
        assert_string_equal(text, units[i].text);
        armex_unit_words(words, unit);
        assert_string_equal(words, units[i].words);
        assert_true(armex_unit_equal(unit, unit));
    }
}

static void what_is_no_unit_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "us",
                                        "usdx",
                                        "usd-20",
                                        "usd-1",
                                        "usd-abcd",
                                        "usd-9999",
                                        "index-",
                                        "krw-per",
                                        "krw-per-us",
                                        "$",
                                        "index-2017;x",
                                        "index-20172017201720172017"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct armex_unit unit;
        assert_false(armex_unit_parse(&unit, wrong[i], strlen(wrong[i])));
    }
    struct armex_unit unit;
    assert_false(armex_unit_parse(&unit, "us\0d", 4));
}

static void prices_of_two_years_are_two_units(void **state)
{
    (void)state;
    struct armex_unit now, then;
    assert_true(armex_unit_parse(&now, "USD", 3));
    assert_true(armex_unit_parse(&then, "usd-2020", 8));
    assert_false(armex_unit_equal(now, then));
    assert_string_equal(armex_unit_sign(now), "$");
}

static void every_measure_has_a_name_and_words(void **state)
{
    (void)state;
    for (int i = 0; i < ARMEX_MEASURES; i++) {
        const char *name = armex_measure_name((enum armex_measure)i);
        enum armex_measure back;
        assert_true(armex_measure_parse(&back, name, strlen(name)));
        assert_int_equal(back, i);
        assert_true(strlen(armex_measure_words(back)) > 0);
        assert_string_equal(armex_measure_names()[i], name);
    }
    enum armex_measure none;
    enum armex_flow_direction direction;
    assert_false(armex_measure_parse(&none, "order", 5));
    assert_true(armex_direction_parse(&direction, "imports", 7));
    assert_string_equal(armex_direction_name(direction), "imports");
    assert_false(armex_direction_parse(&direction, "out", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_unit_reads_back),
        cmocka_unit_test(what_is_no_unit_is_refused),
        cmocka_unit_test(prices_of_two_years_are_two_units),
        cmocka_unit_test(every_measure_has_a_name_and_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
