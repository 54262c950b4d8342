/** tests/chart/test_aside.c: who is not drawn beside states. */
#include "blocks.h"
#include "counts.h"

static const struct observation with_world[] = {
    {"FRA", "France", 2024, 2e9, NULL},
    {"USA", "United States", 2024, 9e9, NULL},
    {"WLD", "World", 2024, 30e9, NULL},
    {"unknown-supplier", "unknown supplier", 2024, 1e9, NULL}};

static void the_world_and_the_unknown_are_not_drawn_beside_states(void **state)
{
    (void)state;
    struct armex_table *table = show_of(with_world, 4, "usd");
    struct armex_chart chart = chart_of("line", table);
    chart.asked = "all";
    expect_words(&chart, "labels", "United States\u00a0\u00a09.0");
    expect_words(&chart, "yticks", "0|2|4|6|$8 bn"); // the scale is that of the states
    expect_title(&chart, "Arms export orders, 2024",
                 "Not drawn beside states: World, unknown supplier.");
    chart.kind = armex_chart_kind_find("index");
    expect_words(&chart, "labels", "United States\u00a0\u00a0100");
    chart.kind = armex_chart_kind_find("heat");
    expect_words(&chart, "figures", "9.0|2.0");
    chart.kind = armex_chart_kind_find("multiples");
    expect_title(&chart, "Arms export orders, 2024",
                 "Not drawn beside states: World, unknown supplier.");
    armex_table_free(table);
}

static void who_is_named_is_drawn(void **state)
{
    (void)state;
    struct armex_table *table = show_of(with_world, 4, "usd");
    struct armex_chart chart = chart_of("line", table);
    chart.asked = "France,world";
    expect_words(&chart, "labels",
                 "World\u00a0\u00a030.0|United States\u00a0\u00a09.0");
    chart.kind = armex_chart_kind_find("heat");
    expect_words(&chart, "figures", "30.0|9.0|2.0");
    chart.kind = armex_chart_kind_find("line");
    chart.asked = NULL;
    chart.highlight = "WLD";
    expect_words(&chart, "subject_label", "World\u00a0\u00a030.0");
    armex_table_free(table);
}

static void whom_nobody_knows_is_drawn_by_the_whole_of_its_code(void **state)
{
    (void)state;
    const struct observation rows[] = {{"FRA", "France", 2024, 2e9, NULL},
                                       {"unlisted-a", "Somebody", 2024, 1e9, NULL}};
    struct armex_table *table = show_of(rows, 2, "usd");
    struct armex_chart chart = chart_of("line", table);
    chart.asked = "FRA,unlisted-ab";
    expect_title(&chart, "France\u2019s arms export orders, 2024",
                 "Not drawn beside states: Somebody.");
    chart.asked = "FRA, unlisted-a";
    expect_words(&chart, "labels", "Somebody\u00a0\u00a01.0");
    armex_table_free(table);
}

static void the_world_alone_is_drawn(void **state)
{
    (void)state;
    struct armex_table *table = show_of(with_world + 2, 1, "usd");
    const struct armex_chart chart = chart_of("line", table);
    expect_title(&chart, "The world\u2019s arms export orders, 2024", "");
    armex_table_free(table);
}

static void two_counts_are_of_states_that_have_something(void **state)
{
    (void)state;
    struct shared rows[10];
    memcpy(rows, volumes, sizeof volumes);
    rows[8] =
        (struct shared){"unknown-supplier", "unknown supplier", 2024, 9e6, 8e6, NULL};
    rows[9] = (struct shared){"PER", "Peru", 2024, 0, 0, "nil"};
    struct armex_table *table = counts_of(rows, 10, &alike);
    struct armex_chart chart = chart_of("scatter", table);
    expect_title(&chart,
                 "8 exporters stand in almost the same order by sipri-tiv and by "
                 "sipri-register",
                 "1 with nothing in both is not shown. Not drawn beside states: "
                 "unknown supplier.");
    chart.kind = armex_chart_kind_find("agreement");
    expect_title(
        &chart,
        "On average sipri-tiv is 1.02\u00d7 sipri-register; 7 of 8 figures lie "
        "between 0.58\u00d7 and 1.81\u00d7",
        "Not drawn beside states: unknown supplier.");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_world_and_the_unknown_are_not_drawn_beside_states),
        cmocka_unit_test(who_is_named_is_drawn),
        cmocka_unit_test(whom_nobody_knows_is_drawn_by_the_whole_of_its_code),
        cmocka_unit_test(the_world_alone_is_drawn),
        cmocka_unit_test(two_counts_are_of_states_that_have_something),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
