/** tests/ingest/test_sipri_deals.c: SIPRI's register with one row a deal. The files are
 *  described in files/README.md; sums by hand. */
#include <stdio.h>

#include "ingest_files.h"

#define DEALS FILES "sipri-deals/"

static const struct armex_ingest_options none = {0};

static double exports(const struct armex_panel *panel, const char *entity, int year)
{
    const size_t s = series_named(panel, entity, ARMEX_DELIVERIES_TIV, "by-order-year");
    assert_int_equal(panel->series[s].flow, ARMEX_EXPORTS); // before imports
    return armex_panel_value(panel, s, year);
}

static void volumes_stand_in_the_year_of_the_order(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(DEALS "good.csv", none);
    const struct armex_panel *panel = vintage->panel;
    assert_string_equal(vintage->provenance.dataset, "sipri-deals");
    assert_same_value(exports(panel, "FRA", 2001), 7.52e6);
    assert_same_value(exports(panel, "FRA", 2002), 0.0);
    assert_same_value(exports(panel, "WLD", 2001), 7.52e6);
    assert_same_value(exports(panel, "unknown-supplier", 2002), 0.0);
    const size_t s =
        series_named(panel, "unknown-supplier", ARMEX_DELIVERIES_TIV, "by-order-year");
    assert_int_equal(armex_panel_mark(panel, s, 2002), ARMEX_BELOW); // came, under 0.5
    armex_vintage_free(vintage);
}

static void a_row_split_within_its_comment_is_joined(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(DEALS "good.csv", none);
    // 0.36 to the PKK and 0.2 of the split row, both ordered in 2003
    assert_same_value(exports(vintage->panel, "SWE", 2003), 0.56e6);
    armex_vintage_free(vintage);
}

static void a_deal_not_delivered_yet_is_nil(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(DEALS "good.csv", none);
    const struct armex_panel *panel = vintage->panel;
    const size_t s = series_named(panel, "SWE", ARMEX_DELIVERIES_TIV, "by-order-year");
    assert_int_equal(armex_panel_mark(panel, s, 2005), ARMEX_NIL);
    assert_int_equal(vintage->flows->n, 4);
    armex_vintage_free(vintage);
}

static void question_marks_flag_what_stands_left_of_them(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(DEALS "good.csv", none);
    const struct armex_deal *deals = vintage->flows->deals;
    assert_int_equal(deals[0].flags,
                     ARMEX_NUMBER_ORDERED_ESTIMATED | ARMEX_NUMBER_ESTIMATED);
    assert_int_equal(deals[1].flags, ARMEX_ORDER_YEAR_ESTIMATED |
                                         ARMEX_NUMBER_ESTIMATED | ARMEX_SECOND_HAND);
    assert_int_equal(deals[2].flags, 0);
    assert_same_value(deals[0].number, 5.0);
    armex_vintage_free(vintage);
}

static void what_does_not_read_is_refused_at_its_place(void **state)
{
    (void)state;
    static const char *const refused[][2] = {
        {"split-elsewhere.csv", ":13:1: this row has 8 cells, the header 16"},
        {"comma.csv", ":13:1: this row has 17 cells, the header 16"},
        {"no-order-year.csv", ":14:22: the deal has no year of order"},
        {"wrong-years.csv", ":13:54: 'later' is no year of delivery"},
        {"wrong-mark.csv", ":13:23: 'x' stands where only a question mark may"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char path[512], message[1024];
        snprintf(path, sizeof path, "%s%s", DEALS, refused[i][0]);
        snprintf(message, sizeof message, "%s%s", path, refused[i][1]);
        assert_refused(path, none, ARMEX_BAD_INPUT, message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(volumes_stand_in_the_year_of_the_order),
        cmocka_unit_test(a_row_split_within_its_comment_is_joined),
        cmocka_unit_test(a_deal_not_delivered_yet_is_nil),
        cmocka_unit_test(question_marks_flag_what_stands_left_of_them),
        cmocka_unit_test(what_does_not_read_is_refused_at_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
