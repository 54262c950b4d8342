/** tests/base/test_number.c: decimal text and doubles, there and back. */
#include "check.h"

#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static double parsed(const char *text, int exponent)
{
    double value = NAN;
    assert_true(armex_number_parse(&value, text, strlen(text), exponent));
    return value;
}

static void numbers_scaled_by_ten_are_rounded_only_once(void **state)
{
    (void)state;
    assert_same_value(parsed("1.57", 9), 1570000000.0);
    assert_same_value(parsed("7.25", 9), 7250000000.0);
    assert_same_value(parsed("13.5", 9), 13500000000.0);
    assert_same_value(parsed("0.36", 6), 360000.0);
    assert_same_value(parsed("-2.5e-1", 1), -2.5);
    assert_same_value(parsed("+00012.50", 0), 12.5);
    assert_same_value(parsed("0", 9), 0.0);
    assert_same_value(parsed("4.9e-324", 0), 4.9406564584124654e-324);
}

static void text_that_is_no_number_is_refused_whole(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",    " 1", "1 ", "1,5",   "n.a.",   "inf", "nan",   "0x1", "1e",
        "1e+", ".",  "-",  "1.2.3", "1e9999", "--1", "1e400", "٣",   "1e1.5"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        double value = 42.0;
        assert_false(armex_number_parse(&value, wrong[i], strlen(wrong[i]), 0));
        assert_same_value(value, 42.0);
    }
}

static void a_thousand_digits_are_rounded_like_the_exact_number(void **state)
{
    (void)state;
    char text[1100];
    /* 2^53 + 1 is a tie that goes to even, unless anything follows it. */
    memset(text, '0', sizeof text);
    memcpy(text, "9007199254740993.", 17);
    text[1050] = '\0';
    assert_same_value(parsed(text, 0), 9007199254740992.0);
    text[1049] = '1';
    assert_same_value(parsed(text, 0), 9007199254740994.0);
}

static void every_double_reads_back_from_its_shortest_text(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0.1, "0.1"},
                 {13500000000.0, "13500000000"},
                 {-0.25, "-0.25"},
                 {1.0 / 3.0, "0.3333333333333333"},
                 {0.1 + 0.2, "0.30000000000000004"},
                 {1e300, "1e300"},
                 {1.5e-7, "1.5e-7"},
                 {0.00012, "0.00012"},
                 {2065055.21, "2065055.21"},
                 {0.0, "0"},
                 {NAN, ""}};
    char text[ARMEX_NUMBER_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(armex_number_write(text, cases[i].value),
                         strlen(cases[i].text));
        assert_string_equal(text, cases[i].text);
    }
    uint64_t bits = 88172645463325252u; // Marsaglia's xorshift64, fixed seed
    for (int i = 0; i < 20000; i++) {
        double value, back;
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        const size_t length = armex_number_write(text, value);
        assert_true(length < ARMEX_NUMBER_SIZE);
        assert_true(armex_number_parse(&back, text, length, 0));
        assert_same_value(back, value);
    }
}

/* Its digits alone, without zeros before and behind them. */
static size_t take_digits(char *out, const char *text)
{
    size_t n = 0;

    for (; *text && *text != 'e'; text++)
        if (*text >= (n ? '0' : '1') && *text <= '9')
            out[n++] = *text;
    while (n > 0 && out[n - 1] == '0')
        n--;
    out[n] = '\0';
    return n;
}

/* Against the fewest digits from 15 on that printf rounds to and strtod reads back. */
static void check_shortest(double value)
{
    char text[ARMEX_NUMBER_SIZE], own[ARMEX_NUMBER_SIZE], printed[64];
    const size_t length = armex_number_write(text, value);
    int digits = 15;

    assert_int_equal(length, strlen(text));
    assert_same_value(strtod(text, NULL), value);
    assert_same_value(parsed(text, 0), value);
    do
        snprintf(printed, sizeof printed, "%.*e", digits - 1, value);
    while (strtod(printed, NULL) != value && ++digits <= 17);
    take_digits(own, text);
    take_digits(printed, printed);
    assert_string_equal(own, printed);
}

static void no_text_is_longer_than_need_be_or_other_than_printf_rounds_it(void **state)
{
    (void)state;
    uint64_t bits = 2463534242u;
    for (int i = 1; i < 20000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        check_shortest(1.0 / i);
        check_shortest((double)(bits % 1000000007) / 1000.0);
        check_shortest(-ldexp((double)(bits >> 11), -(int)(bits % 75)));
        check_shortest(nextafter((double)(bits % 1000) / 100.0 + 0.01, INFINITY));
    }
    for (int exponent = -30; exponent < 60; exponent++) // gaps differ on both sides
        check_shortest(ldexp(1.0, exponent));
}

static void long_decimals_are_read_as_strtod_reads_them(void **state)
{
    (void)state;
    char text[64];
    uint64_t bits = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        const uint64_t whole = bits >> (i % 60), places = bits * 11 >> (10 + i % 45);
        snprintf(text, sizeof text, "%" PRIu64 ".%" PRIu64, whole, places);
        assert_same_value(parsed(text, 0), strtod(text, NULL));
        snprintf(text, sizeof text, "%" PRIu64 "e%d", whole, i % 45 - 22);
        assert_same_value(parsed(text, 0), strtod(text, NULL));
    }
    /* Half way between two doubles: to the even one, unless anything follows. */
    assert_same_value(parsed("9007199254740993", 0), 9007199254740992.0);
    assert_same_value(parsed("900719925474099.3", 1), 9007199254740992.0);
    assert_same_value(parsed("900719925474099.301", 1), 9007199254740994.0);
}

static void a_shift_of_the_point_is_of_the_decimal_that_people_see(void **state)
{
    (void)state;
    assert_same_value(armex_number_shift(0.0725, 2), 7.25);
    assert_same_value(armex_number_shift(0.07, 2), 7.0); // 0.07 * 100 is more
    assert_same_value(armex_number_shift(-1234567.0, -6), -1.234567);
    assert_same_value(armex_number_shift(1e300, 20), 1e300); // beyond a double
    assert_missing(armex_number_shift(NAN, 2));
    assert_int_equal(armex_number_decimals(1.25), 2);
    assert_int_equal(armex_number_decimals(1200.0), 0);
    assert_int_equal(armex_number_decimals(1.0 / 3.0), 16);
    assert_int_equal(armex_number_decimals(-0.0015), 4);
    assert_int_equal(armex_number_decimals(0.0), 0);
}

static void a_german_locale_changes_nothing(void **state)
{
    (void)state;
    char text[ARMEX_NUMBER_SIZE];
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "de_DE"))
        skip(); // the locale is not on this machine
    armex_number_write(text, 2.5);
    assert_string_equal(text, "2.5");
    assert_same_value(parsed("2.5", 0), 2.5);
    assert_string_equal(armex_number_fixed(2.5, 3).text, "2.500");
    setlocale(LC_ALL, "C");
}

static void places_are_as_many_as_were_asked_for(void **state)
{
    (void)state;
    assert_string_equal(armex_number_fixed(0.125, 4).text, "0.1250");
    assert_string_equal(armex_number_fixed(-1234.5, 1).text, "-1234.5");
    assert_string_equal(armex_number_fixed(1234.0, 0).text, "1234");
    assert_string_equal(armex_number_fixed(NAN, 2).text, "");
    assert_string_equal(armex_number_fixed(1e300, 2).text, "1e300"); // would not fit
}

static const char *people(double value, int decimals)
{
    static char text[64];
    armex_number_for_people(text, sizeof text, value, decimals);
    return text;
}

static void people_read_rounded_halves_up_and_a_real_minus(void **state)
{
    (void)state;
    assert_string_equal(people(7.25, 1), "7.3");
    assert_string_equal(people(-52.55, 1), "−52.6");
    assert_string_equal(people(1049.0, 0), "1,049");
    assert_string_equal(people(1234567.891, 2), "1,234,567.89");
    assert_string_equal(people(999.96, 1), "1,000.0");
    assert_string_equal(people(-0.04, 1), "0.0");
    assert_string_equal(people(0.05, 1), "0.1");
    assert_string_equal(people(0.0, 0), "0");
    assert_string_equal(people(NAN, 1), "");
    assert_string_equal(people(2.675, 2), "2.68"); // less than that in binary
    assert_string_equal(people(1.005, 2), "1.01");
    assert_string_equal(people(0.4994, 0), "0");
    assert_string_equal(people(999999999.94, 1), "999,999,999.9");
    assert_string_equal(people(999999999.96, 1), "1,000,000,000.0");
    assert_string_equal(people(123456789012.25, 1), "123,456,789,012.3");
    assert_string_equal(people(0.0364, 3), "0.036");
    assert_string_equal(people(-1234.5678, 4), "−1,234.5678");
    char tight[4];
    assert_int_equal(armex_number_for_people(tight, sizeof tight, 123456.0, 1), 0);
}

static void digits_count_what_a_figure_claims_to_know(void **state)
{
    (void)state;
    assert_int_equal(armex_number_digits("14000", 5), 2);
    assert_int_equal(armex_number_digits("13.50", 5), 4);
    assert_int_equal(armex_number_digits("0.07", 4), 1);
    assert_int_equal(armex_number_digits("253.23", 6), 5);
    assert_int_equal(armex_number_digits("0", 1), 1);
    assert_int_equal(armex_number_digits("x", 1), 0);
    assert_same_value(armex_round_digits(253.23, 2), 250.0);
    assert_same_value(armex_round_digits(13.5e9, 2), 14e9);
    assert_same_value(armex_round_digits(9.96, 2), 10.0);
    assert_same_value(armex_round_digits(-0.125, 2), -0.13);
}

static void whole_numbers_and_powers_of_ten_keep_their_bounds(void **state)
{
    (void)state;
    long value = 0;
    int power = 0;
    assert_true(armex_whole_parse(&value, "-12", 3, -20, 20));
    assert_int_equal(value, -12);
    assert_false(armex_whole_parse(&value, "21", 2, -20, 20));
    assert_false(armex_whole_parse(&value, "", 0, -20, 20));
    assert_false(armex_whole_parse(&value, "99999999999999999999", 20, 0, 9));
    assert_true(armex_power_of_ten(&power, "10000000", 8));
    assert_int_equal(power, 7);
    assert_false(armex_power_of_ten(&power, "20", 2));
    assert_false(armex_power_of_ten(&power, "", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_scaled_by_ten_are_rounded_only_once),
        cmocka_unit_test(text_that_is_no_number_is_refused_whole),
        cmocka_unit_test(a_thousand_digits_are_rounded_like_the_exact_number),
        cmocka_unit_test(every_double_reads_back_from_its_shortest_text),
        cmocka_unit_test(no_text_is_longer_than_need_be_or_other_than_printf_rounds_it),
        cmocka_unit_test(long_decimals_are_read_as_strtod_reads_them),
        cmocka_unit_test(a_shift_of_the_point_is_of_the_decimal_that_people_see),
        cmocka_unit_test(a_german_locale_changes_nothing),
        cmocka_unit_test(places_are_as_many_as_were_asked_for),
        cmocka_unit_test(people_read_rounded_halves_up_and_a_real_minus),
        cmocka_unit_test(digits_count_what_a_figure_claims_to_know),
        cmocka_unit_test(whole_numbers_and_powers_of_ten_keep_their_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
