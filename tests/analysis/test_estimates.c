/** How much of a figure rests on estimates, and how far off it may be, by hand. */
#include "analysis/estimates.h"
#include "flows_by_hand.h"

enum { YEAR = ARMEX_YEAR_ESTIMATED, NUMBER = ARMEX_NUMBER_ESTIMATED };

/* France: 60 firm, 30 of an estimated year, 10 of an estimated number; Korea 50. */
static const struct delivery rows[] = {
    {FRA, IND, 2020, 60, 1, 0, 0, 0},
    {FRA, IND, 2021, 30, 2, YEAR, 0, 0},
    {FRA, POL, 2021, 10, 3, NUMBER | ARMEX_ORDER_YEAR_ESTIMATED, 0, 0},
    {KOR, POL, 2020, 50, 4, 0, 0, 0},
    {KOR, POL, 2018, 5, 5, 0, 0, 0},
    {KOR, POL, 2022, 5, 6, 0, 0, 0}};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct armex_bilateral_options window = {
    .from = 2020, .to = 2021, .resamples = 1000};

static void parts_are_of_the_value_and_the_world_is_everybody(void **state)
{
    (void)state;
    struct armex_table *table = flows_answer(armex_estimates, rows, ROWS, window);

    assert_int_equal(table->n_rows, 3);
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_close(cell(table, 0, "value"), 100, 0);
    assert_close(cell(table, 0, "estimated"), 0.4, 1e-15);
    assert_close(cell(table, 0, "estimated_year"), 0.3, 1e-15);
    assert_close(cell(table, 0, "estimated_number"), 0.1, 1e-15);
    assert_close(cell(table, 0, "estimated_order"), 0.1, 1e-15);
    assert_close(cell(table, 0, "share"), 100.0 / 150.0, 1e-15);
    assert_close(cell(table, 1, "estimated"), 0, 0);
    assert_string_equal(word(table, 2, "entity"), "WLD");
    assert_true(isnan(cell(table, 2, "rank")));
    assert_close(cell(table, 2, "estimated"), 40.0 / 150.0, 1e-15);
    armex_table_free(table);
}

static void without_errors_every_draw_is_the_figure_itself(void **state)
{
    (void)state;
    struct armex_table *table = flows_answer(armex_estimates, rows, ROWS, window);

    for (size_t i = 0; i < 3; i++) {
        assert_close(cell(table, i, "low"), cell(table, i, "value"), 0);
        assert_close(cell(table, i, "high"), cell(table, i, "value"), 0);
        assert_close(cell(table, i, "share_low"), cell(table, i, "share"), 1e-15);
    }
    assert_close(cell(table, 1, "rank_low"), 2, 0);
    assert_close(cell(table, 1, "rank_high"), 2, 0);
    armex_table_free(table);
}

/* The year is always wrong: 2021's 30 goes to 2020 or, half of the time, to 2022. */
static void a_year_that_is_wrong_moves_a_delivery_out_of_the_window(void **state)
{
    (void)state;
    struct armex_bilateral_options options = window;
    options.year_error = 1.0;
    struct armex_table *table = flows_answer(armex_estimates, rows, ROWS, options);

    assert_close(cell(table, 0, "low"), 70, 0);
    assert_close(cell(table, 0, "high"), 100, 0);
    assert_close(cell(table, 0, "share_low"), 70.0 / 120.0, 1e-15);
    assert_close(cell(table, 1, "share_high"), 50.0 / 120.0, 1e-15);
    assert_close(cell(table, 2, "low"), 120, 0);
    armex_table_free(table);
}

/* 50 of Korea against France's 40 firm and 30 that are there half of the time. */
static void how_often_one_is_first_is_counted(void **state)
{
    (void)state;
    const struct delivery two[] = {{FRA, IND, 2020, 40, 1, 0, 0, 0},
                                   {FRA, IND, 2020, 30, 2, YEAR, 0, 0},
                                   {KOR, POL, 2020, 50, 3, 0, 0, 0},
                                   {POL, KOR, 2019, 1, 4, 0, 0, 0},
                                   {POL, KOR, 2021, 1, 5, 0, 0, 0}};
    struct armex_table *table =
        flows_answer(armex_estimates, two, 5,
                     (struct armex_bilateral_options){
                         .from = 2020, .to = 2020, .top = 1, .year_error = 0.5});

    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 0, "top_probability"), 0.5, 0.02);
    assert_close(cell(table, 0, "rank_low"), 1, 0);
    assert_close(cell(table, 0, "rank_high"), 2, 0);
    armex_table_free(table);
}

static void and_one_from_the_year_after_into_it(void **state)
{
    (void)state;
    struct armex_bilateral_options options = window;
    options.to = 2020;
    options.year_error = 1.0;
    struct armex_table *table = flows_answer(armex_estimates, rows, ROWS, options);

    assert_close(cell(table, 0, "value"), 60, 0);
    assert_close(cell(table, 0, "estimated"), 0, 0);
    assert_close(cell(table, 0, "low"), 60, 0);
    assert_close(cell(table, 0, "high"), 90, 0);
    armex_table_free(table);
}

static void nothing_is_moved_beyond_the_newest_year_recorded(void **state)
{
    (void)state;
    const struct delivery newest[] = {{FRA, IND, 2020, 60, 1, 0, 0, 0},
                                      {FRA, IND, 2021, 30, 2, YEAR, 0, 0}};
    struct armex_table *table = flows_answer(
        armex_estimates, newest, 2,
        (struct armex_bilateral_options){
            .from = 2020, .to = 2021, .year_error = 1.0, .resamples = 100});

    assert_close(cell(table, 0, "low"), 90, 0); // 2020 or, as 2022 is not yet, 2021
    assert_note(table->notes,
                "2021 is the newest year recorded: what will yet be found of it is in "
                "no interval, and nothing is drawn as delivered later");
    assert_note(
        table->notes,
        "intervals: 95 % of 100 draws (seed 1), each of which takes a deal's "
        "estimated years as right with probability 0 and as a year "
        "early or late with 0.5 each, and its estimated numbers as off by up to "
        "0 %; these are assumptions, not the publisher's");
    armex_table_free(table);
}

/* A factor drawn evenly from 0.8 to 1.2 has its 2.5 % quantile at 0.81. */
static void numbers_are_off_evenly_and_alike_within_a_deal(void **state)
{
    (void)state;
    const struct delivery one_deal[] = {{FRA, IND, 2020, 50, 7, NUMBER, 0, 0},
                                        {FRA, IND, 2021, 50, 7, NUMBER, 0, 0}};
    const struct delivery two_deals[] = {{FRA, IND, 2020, 50, 7, NUMBER, 0, 0},
                                         {FRA, IND, 2021, 50, 8, NUMBER, 0, 0}};
    const struct delivery unnumbered[] = {{FRA, IND, 2020, 50, 0, NUMBER, 0, 0},
                                          {FRA, IND, 2021, 50, 0, NUMBER, 0, 0}};
    const struct armex_bilateral_options options = {
        .from = 2020, .to = 2021, .number_error = 0.2};
    struct armex_table *one = flows_answer(armex_estimates, one_deal, 2, options);
    struct armex_table *two = flows_answer(armex_estimates, two_deals, 2, options);
    struct armex_table *none = flows_answer(armex_estimates, unnumbered, 2, options);

    assert_close(cell(one, 0, "low"), 81, 0.3);
    assert_close(cell(one, 0, "high"), 119, 0.3);
    // the sum of two even draws: 80 + 40 * sqrt(0.025 / 2)
    assert_close(cell(two, 0, "low"), 80.0 + 40.0 * sqrt(0.0125), 0.5);
    assert_close(cell(none, 0, "low"), 80.0 + 40.0 * sqrt(0.0125), 0.5);
    armex_table_free(none);
    armex_table_free(two);
    armex_table_free(one);
}

static void threads_and_the_order_of_rows_change_nothing_and_the_seed_does(void **state)
{
    (void)state;
    struct delivery turned[ROWS];
    struct armex_bilateral_options options = window;
    options.year_error = 0.5;
    options.number_error = 0.2;
    options.threads = 1;
    struct armex_table *one = flows_answer(armex_estimates, rows, ROWS, options);
    options.threads = 7;
    struct armex_table *seven = flows_answer(armex_estimates, rows, ROWS, options);
    for (size_t i = 0; i < ROWS; i++)
        turned[i] = rows[ROWS - 1 - i];
    struct armex_table *other = flows_answer(armex_estimates, turned, ROWS, options);
    options.seed = 2;
    struct armex_table *seed = flows_answer(armex_estimates, rows, ROWS, options);

    for (size_t i = 0; i < 3; i++) {
        assert_same_value(cell(one, i, "low"), cell(seven, i, "low"));
        assert_same_value(cell(one, i, "share_high"), cell(seven, i, "share_high"));
        assert_close(cell(one, i, "low"), cell(other, i, "low"), 1e-12);
    }
    assert_true(cell(one, 0, "low") != cell(seed, 0, "low"));
    armex_table_free(seed);
    armex_table_free(other);
    armex_table_free(seven);
    armex_table_free(one);
}

/* By year of order the year of the order is the one that may be wrong. */
static void by_year_of_order_the_order_may_move(void **state)
{
    (void)state;
    const struct delivery ordered[] = {
        {FRA, IND, 2020, 60, 1, ARMEX_ORDER_YEAR_ESTIMATED, 0, 0},
        {FRA, IND, 2020, 30, 2, YEAR, 0, 0},
        {FRA, IND, 2018, 1, 3, 0, 0, 0},
        {FRA, IND, 2022, 1, 4, 0, 0, 0}};
    const struct armex_bilateral_options options = {
        .from = 2020, .to = 2020, .year_error = 1.0, .resamples = 100};
    struct armex_flows *made = flows_by_hand(ordered, 4, true);
    struct armex_table *table;

    made->scope = "by-order-year";
    assert_int_equal(armex_estimates(&table, made, &options, NULL), ARMEX_OK);
    assert_close(cell(table, 0, "estimated_year"), 2.0 / 3.0, 1e-15);
    assert_close(cell(table, 0, "high"), 30, 0);
    armex_table_free(table);
    armex_flows_free(made);
}

static void flows_that_do_not_say_are_refused(void **state)
{
    (void)state;
    flows_refused(armex_estimates, rows, ROWS, false, ARMEX_BAD_INPUT,
                  "these flows do not say which of their figures are estimates; "
                  "SIPRI's register does");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_of_the_value_and_the_world_is_everybody),
        cmocka_unit_test(without_errors_every_draw_is_the_figure_itself),
        cmocka_unit_test(a_year_that_is_wrong_moves_a_delivery_out_of_the_window),
        cmocka_unit_test(how_often_one_is_first_is_counted),
        cmocka_unit_test(and_one_from_the_year_after_into_it),
        cmocka_unit_test(nothing_is_moved_beyond_the_newest_year_recorded),
        cmocka_unit_test(numbers_are_off_evenly_and_alike_within_a_deal),
        cmocka_unit_test(
            threads_and_the_order_of_rows_change_nothing_and_the_seed_does),
        cmocka_unit_test(by_year_of_order_the_order_may_move),
        cmocka_unit_test(flows_that_do_not_say_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
