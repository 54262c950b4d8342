/** tests/chart/test_existence.c: years in which a state did not exist. */
#include "blocks.h"
#include "fits.h"

static const struct observation after_union[] = {
    {"RUS", "Russia", 1990, 0, "nil"},
    {"RUS", "Russia", 1991, 0, "nil"},
    {"RUS", "Russia", 1992, 2e9, NULL},
    {"RUS", "Russia", 1993, 3e9, NULL},
    {"SUHH", "Soviet Union", 1990, 9e9, NULL},
    {"SUHH", "Soviet Union", 1991, 5e9, NULL},
    {"SUHH", "Soviet Union", 1992, 0, "nil"},
    {"SUHH", "Soviet Union", 1993, 0, "nil"},
    {"USA", "United States", 1990, 0, "nil"},
    {"USA", "United States", 1991, 7e9, NULL},
    {"USA", "United States", 1992, 8e9, NULL},
    {"USA", "United States", 1993, 9e9, NULL}};

enum { OF_RUSSIA = 4, OF_ALL = 12 };

static void a_line_begins_with_its_state_and_names_the_one_before(void **state)
{
    (void)state;
    struct armex_table *table = show_of(after_union, OF_ALL, "usd");
    struct armex_chart chart = chart_of("line", table);
    expect_title(
        &chart,
        "Russia\u2019s arms export orders reached a high of $3.0 billion in 1993",
        "No such state before: Russia 1992 (until then Soviet Union); "
        "--entities successor joins the two.");
    assert_int_equal(points_of(&chart, "accent"), 2);
    chart.highlight = "SUHH";
    assert_int_equal(points_of(&chart, "accent"), 2);
    expect_words(&chart, "subject_label", "Soviet Union\u00a0\u00a05.0 (1991)");
    chart.highlight = "USA"; // none identified is a figure of a state that exists
    assert_int_equal(points_of(&chart, "accent"), 4);
    armex_table_free(table);
}

static void a_former_state_says_when_it_ended(void **state)
{
    (void)state;
    struct armex_table *table = show_of(after_union + OF_RUSSIA, 8, "usd");
    const struct armex_chart chart = chart_of("line", table);
    expect_title(&chart,
                 "The Soviet Union\u2019s arms export orders fell from $9.0 billion in "
                 "1990 to $5.0 billion in 1991",
                 "No such state after: Soviet Union 1991.");
    armex_table_free(table);
}

static void a_figure_that_was_published_is_drawn_all_the_same(void **state)
{
    (void)state;
    struct observation rows[OF_RUSSIA];
    memcpy(rows, after_union, sizeof rows);
    rows[0] = (struct observation){"RUS", "Russia", 1990, 1e9, NULL};
    struct armex_table *table = show_of(rows, OF_RUSSIA, "usd");
    const struct armex_chart chart = chart_of("line", table);
    assert_int_equal(points_of(&chart, "accent"), 4);
    armex_table_free(table);
}

/** Czechoslovakia is joined to neither of the two that continue it. */
static void only_who_can_be_joined_is_offered(void **state)
{
    (void)state;
    struct observation rows[OF_RUSSIA + 3];
    memcpy(rows, after_union, sizeof *rows * OF_RUSSIA);
    rows[OF_RUSSIA] = (struct observation){"CZE", "Czechia", 1991, 0.0, "nil"};
    rows[OF_RUSSIA + 1] = (struct observation){"CZE", "Czechia", 1992, 0.0, "nil"};
    rows[OF_RUSSIA + 2] = (struct observation){"CZE", "Czechia", 1993, 1e9, NULL};
    struct armex_table *table = show_of(rows, OF_RUSSIA + 3, "usd");
    struct armex_chart chart = chart_of("line", table);
    chart.highlight = "RUS";
    expect_title(
        &chart,
        "Russia\u2019s arms export orders reached a high of $3.0 billion in 1993",
        "No such state before: Russia 1992 (until then Soviet Union), "
        "Czechia 1993 (until then Czechoslovakia); --entities "
        "successor joins those of Russia.");
    armex_table_free(table);
}

static void years_before_any_of_the_states_are_refused_with_the_reason(void **state)
{
    (void)state;
    struct armex_table *table = show_of(after_union, 2, "usd");
    const struct armex_chart chart = chart_of("line", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "nothing to draw: Russia did not exist before 1992, and "
                   "continues Soviet Union; --entities successor joins them");
    armex_table_free(table);
}

static void a_heat_map_leaves_those_years_blank(void **state)
{
    (void)state;
    struct armex_table *table = show_of(after_union, OF_ALL, "usd");
    const struct armex_chart chart = chart_of("heat", table);
    assert_int_equal(points_of(&chart, "figures"), 2 + 2 + 4);
    expect_title(
        &chart,
        "Russia\u2019s arms export orders reached a high of $3.0 billion in 1993",
        "Blank: no such state that year.");
    armex_table_free(table);
}

static void a_whole_is_not_torn_where_a_state_follows_another(void **state)
{
    (void)state;
    struct armex_table *table = show_of(after_union, OF_ALL, "usd");
    struct armex_chart chart = chart_of("area", table);
    chart.highlight = "RUS";
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_null(strstr(words.note, "who reports"));
    assert_non_null(strstr(words.note, "No such state before: Russia 1992"));
    expect_words(&chart, "subject_label", "Russia\u00a0\u00a03.0");
    expect_words(&chart, "labels",
                 "Soviet Union\u00a0\u00a05.0 (1991)|United States\u00a0\u00a09.0");
    armex_arena_free(arena);
    armex_table_free(table);
}

/** 1992 and 1993 are the only two years in a row. */
static void a_mean_reaches_no_year_before_the_state(void **state)
{
    (void)state;
    const struct fitted_year means[] = {
        {"RUS", "Russia", 1991, 0, 0, NAN, NAN, "nil", NULL},
        {"RUS", "Russia", 1992, 2e9, 1e9, NAN, NAN, NULL, NULL},
        {"RUS", "Russia", 1993, 4e9, 3e9, NAN, NAN, NULL, NULL}};
    struct armex_table *table = fit_of(means, 3, "mean", 2);
    const struct armex_chart chart = chart_of("line", table);
    assert_int_equal(points_of(&chart, "accent"), 1);
    assert_int_equal(points_of(&chart, "figures"), 2);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_begins_with_its_state_and_names_the_one_before),
        cmocka_unit_test(a_former_state_says_when_it_ended),
        cmocka_unit_test(a_figure_that_was_published_is_drawn_all_the_same),
        cmocka_unit_test(only_who_can_be_joined_is_offered),
        cmocka_unit_test(years_before_any_of_the_states_are_refused_with_the_reason),
        cmocka_unit_test(a_heat_map_leaves_those_years_blank),
        cmocka_unit_test(a_whole_is_not_torn_where_a_state_follows_another),
        cmocka_unit_test(a_mean_reaches_no_year_before_the_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
