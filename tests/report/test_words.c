/** tests/report/test_words.c: figures as people say them, worked out by hand. */
#include "check.h"
#include "report/claim.h"
#include "report/figure.h"

#include <string.h>

static struct armex_report_figure amount(double value, const char *unit)
{
    struct armex_report_figure figure = {.value = value, .type = ARMEX_COLUMN_AMOUNT};
    figure.has_unit = armex_unit_parse(&figure.unit, unit, strlen(unit));
    assert_true(figure.has_unit);
    figure.rank = figure.unit.kind == ARMEX_RANK;
    return figure;
}

static struct armex_report_figure plain(double value, enum armex_column_type type)
{
    return (struct armex_report_figure){.value = value, .type = type};
}

static void assert_said(struct armex_report_figure figure, const char *style,
                        const char *words)
{
    struct armex_text out = {0};
    armex_report_figure_write(&out, &figure, style, strlen(style));
    assert_string_equal(out.data ? out.data : "", words);
    armex_text_free(&out);
}

static void assert_unit(struct armex_report_figure figure, const char *words)
{
    struct armex_text out = {0};
    armex_report_figure_unit(&out, &figure);
    assert_string_equal(out.data ? out.data : "", words);
    armex_text_free(&out);
}

static void amounts_carry_their_sign_scale_and_unit(void **state)
{
    (void)state;
    assert_said(amount(7.25e9, "usd"), "full", "$7.3 billion");
    assert_said(amount(13e9, "usd"), "short", "$13.0 bn");
    assert_said(amount(13e9, "usd"), "number", "13.0");
    assert_said(amount(157.5e9, "usd"), "full", "$158 billion");
    assert_said(amount(999.96e6, "usd"), "full", "$1.0 billion");
    assert_said(amount(-5e6, "eur"), "full", "\u2212€5.0 million");
    assert_said(amount(204e6, "tiv"), "full", "204 million TIV");
    assert_said(amount(1234, "tiv"), "full", "1,234 TIV");
    assert_said(amount(12, "tiv"), "full", "12 TIV");
    assert_said(amount(1.5e9, "nok"), "full", "1.5 billion NOK");
    assert_said(amount(2e9, "usd-2020"), "full", "$2.0 billion in prices of 2020");
    assert_unit(amount(13e9, "usd"), "$ bn");
    assert_unit(amount(204e6, "tiv"), "m TIV");
}

static void percentages_are_rounded_as_sipri_rounds(void **state)
{
    (void)state;
    assert_said(plain(0.0204, ARMEX_COLUMN_FRACTION), "full", "2.0%");
    assert_said(plain(0.417, ARMEX_COLUMN_FRACTION), "full", "42%");
    assert_said(plain(0.0996, ARMEX_COLUMN_FRACTION), "full", "10%");
    assert_said(plain(0.0, ARMEX_COLUMN_FRACTION), "full", "0%");
    assert_said(amount(2.0, "percent"), "full", "2.0%");
    assert_unit(amount(2.0, "percent"), "%");
}

static void changes_say_which_way_they_went(void **state)
{
    (void)state;
    assert_said(plain(0.793, ARMEX_COLUMN_CHANGE), "full", "+79%");
    assert_said(plain(-0.249, ARMEX_COLUMN_CHANGE), "full", "\u221225%");
    assert_said(plain(-0.249, ARMEX_COLUMN_CHANGE), "plain", "25%");
    assert_said(plain(-0.249, ARMEX_COLUMN_CHANGE), "moved", "fell 25%");
    assert_said(plain(0.793, ARMEX_COLUMN_CHANGE), "moved", "rose 79%");
    assert_said(plain(0.0002, ARMEX_COLUMN_CHANGE), "moved", "did not change");
    assert_said(plain(-0.12, ARMEX_COLUMN_CHANGE), "above", "12% below");
    assert_said(plain(0.5, ARMEX_COLUMN_CHANGE), "above", "50% above");
}

static void places_and_counts_have_words(void **state)
{
    (void)state;
    assert_said(amount(10, "rank"), "word", "tenth");
    assert_said(amount(10, "rank"), "ordinal", "10th");
    assert_said(amount(11, "rank"), "ordinal", "11th");
    assert_said(amount(22, "rank"), "ordinal", "22nd");
    assert_said(amount(111, "rank"), "ordinal", "111th");
    assert_said(amount(22, "rank"), "word", "22nd");
    assert_said(amount(10, "rank"), "full", "10");
    assert_said(plain(3, ARMEX_COLUMN_COUNT), "word", "three");
    assert_said(plain(2022, ARMEX_COLUMN_YEAR), "full", "2022");
    assert_said(plain(2.386, ARMEX_COLUMN_NUMBER), "full", "2.4");
}

static void a_text_that_is_a_date_can_be_read_as_one(void **state)
{
    (void)state;
    const struct armex_report_figure date = {.text = "2026-01-14", .value = NAN};
    const struct armex_report_figure word = {.text = "soon", .value = NAN};
    assert_said(date, "date", "14 Jan 2026");
    assert_said(date, "full", "2026-01-14");
    assert_said(word, "date", "soon");
    assert_unit(word, "");
}

static void a_claim_holds_when_the_figure_rounds_to_it(void **state)
{
    (void)state;
    struct armex_report_figure stated = amount(7.3e9, "usd"),
                               found = amount(7.25e9, "usd");
    assert_int_equal(armex_claim_judge(&stated, &found, false), ARMEX_CLAIM_HOLDS);
    stated.value = 14e9;
    found.value = 13e9;
    assert_int_equal(armex_claim_judge(&stated, &found, false), ARMEX_CLAIM_TOO_HIGH);
    found.value = 14.9e9;
    assert_int_equal(armex_claim_judge(&stated, &found, false), ARMEX_CLAIM_TOO_LOW);
    found.value = 14.4e9; // two digits were stated
    assert_int_equal(armex_claim_judge(&stated, &found, false), ARMEX_CLAIM_HOLDS);
    found.value = NAN;
    assert_int_equal(armex_claim_judge(&stated, &found, false), ARMEX_CLAIM_UNKNOWN);
}

static void a_place_holds_when_it_is_not_above(void **state)
{
    (void)state;
    const struct armex_report_figure ten = amount(10, "rank"), nine = amount(9, "rank");
    assert_int_equal(armex_claim_judge(&ten, &nine, true), ARMEX_CLAIM_HOLDS);
    assert_int_equal(armex_claim_judge(&ten, &ten, true), ARMEX_CLAIM_HOLDS);
    assert_int_equal(armex_claim_judge(&nine, &ten, true), ARMEX_CLAIM_TOO_LOW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_carry_their_sign_scale_and_unit),
        cmocka_unit_test(percentages_are_rounded_as_sipri_rounds),
        cmocka_unit_test(changes_say_which_way_they_went),
        cmocka_unit_test(places_and_counts_have_words),
        cmocka_unit_test(a_text_that_is_a_date_can_be_read_as_one),
        cmocka_unit_test(a_claim_holds_when_the_figure_rounds_to_it),
        cmocka_unit_test(a_place_holds_when_it_is_not_above),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
