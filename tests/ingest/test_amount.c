/** tests/ingest/test_amount.c: figures as whole numbers, and back to the nearest
 * double. Expected by hand. */
#include "ingest/amount.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "check.h"
#include "random_text.h"

static armex_amount amount_of(const char *text)
{
    armex_amount amount = 0;
    if (!armex_amount_parse(&amount, text, strlen(text)))
        fail_msg("'%s' is refused", text);
    return amount;
}

static void tenths_add_up_to_what_people_expect(void **state)
{
    (void)state;
    const armex_amount sum = amount_of("0.1") + amount_of("0.2");
    assert_same_value(armex_amount_value(sum), 0.3); // in doubles 0.30000000000000004
    assert_same_value(armex_amount_value(amount_of("1234567.891")), 1234567.891);
}

static void a_figure_may_be_written_in_many_ways(void **state)
{
    (void)state;
    static const char *const ways[] = {"1500",     "1500.",  "+1500", "1500.000",
                                       "01500",    "1.5e3",  "15e+2", "150000e-2",
                                       "0.0015E6", "00.15e4"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        assert_same_value(armex_amount_value(amount_of(ways[i])), 1500.0);
}

static void the_nineteenth_place_is_rounded_away_half_up(void **state)
{
    (void)state;
    assert_true(amount_of("0.0000000000000000014") == 1);
    assert_true(amount_of("0.0000000000000000015") == 2);
    assert_true(amount_of("0.0000000000000000004999") == 0);
    assert_true(amount_of("5e-19") == 1);
    assert_true(amount_of("1e-400") == 0);
}

static void what_is_no_amount_is_refused(void **state)
{
    (void)state;
    static const char *const none[] = {
        "",   "-1",   "x",  "1,5", "1e16",  "nan",  "inf", "1.2.3",        ".",
        "1e", "0x10", " 1", "1 ",  "1e999", "-0.1", "e5",  "1e99999999999"};
    armex_amount amount;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (armex_amount_parse(&amount, none[i], strlen(none[i])))
            fail_msg("'%s' is read", none[i]);
    assert_true(armex_amount_parse(&amount, "9999999999999999", 16));
    assert_true(armex_amount_parse(&amount, "0e99999999", 10));
}

static void the_value_is_the_nearest_double(void **state)
{
    (void)state;
    uint64_t seed = 521288629;

    for (int i = 0; i < 20000; i++) { // strtod rounds the same text once
        char text[40];
        const unsigned long long whole = draw(&seed) % 10000000000000000u;
        const int places = (int)(draw(&seed) % 19);
        double expected;
        const int length = snprintf(
            text, sizeof text, "%llu.%0*llu", whole >> (draw(&seed) % 50), places,
            (unsigned long long)(draw(&seed) % (places < 6 ? 1 : 1000000)));
        assert_true(armex_number_parse(&expected, text, (size_t)length, 0));
        assert_same_value(armex_amount_value(amount_of(text)), expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tenths_add_up_to_what_people_expect),
        cmocka_unit_test(a_figure_may_be_written_in_many_ways),
        cmocka_unit_test(the_nineteenth_place_is_rounded_away_half_up),
        cmocka_unit_test(what_is_no_amount_is_refused),
        cmocka_unit_test(the_value_is_the_nearest_double),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
