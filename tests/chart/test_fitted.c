/** tests/chart/test_fitted.c: a line chart of what a trend fits to each series. */
#include "blocks.h"
#include "fits.h"

static struct armex_chart_words words_of(const struct armex_chart *chart,
                                         struct armex_arena *arena)
{
    struct armex_chart_words words;
    struct armex_error error = {0};
    if (armex_chart_words(&words, arena, chart, &error))
        fail_msg("%s", error.message);
    return words;
}

static void means_are_the_line_and_the_figures_are_dots(void **state)
{
    (void)state;
    struct armex_table *table = fit_of(two_year_means, 6, "mean", 2);
    const struct armex_chart chart = chart_of("line", table);
    assert_int_equal(rows_of(&chart, "figures"), 4);        // 2020, 2021, 2022 and 2024
    assert_int_equal(rows_of(&chart, "figures_hollow"), 1); // 2025 is preliminary
    assert_int_equal(rows_of(&chart, "interval"), 1); // no bound, so the gap alone
    // 2021, 2022, then a gap that nothing leads across, and 2025; a gap ends it
    assert_int_equal(rows_of(&chart, "accent"), 6);
    expect_words(&chart, "gaps", ""); // its word would stand among dots
    armex_table_free(table);
}

static void the_subtitle_says_what_is_drawn(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *means = fit_of(two_year_means, 6, "mean", 2);
    struct armex_table *spline = fit_of(smooth, 6, "spline", 0);
    struct armex_table *three = fit_of(three_fits, 7, "median", 12);
    struct armex_chart chart = chart_of("line", means);
    assert_string_equal(words_of(&chart, arena).subtitle,
                        "Arms export orders, billion US dollars, 2020\u20132025: "
                        "two-year means, trailing; dots: the figures");
    chart.table = spline;
    assert_string_equal(words_of(&chart, arena).subtitle,
                        "Arms export orders, billion US dollars, 2020\u20132025: "
                        "smoothing spline; dots: the figures; shaded: 95% interval");
    chart.table = three;
    chart.highlight = "KOR";
    assert_string_equal(words_of(&chart, arena).subtitle,
                        "Arms export orders, billion US dollars, 2021\u20132023: "
                        "12-year medians, trailing; dots: South Korea\u2019s figures");
    armex_table_free(three);
    armex_table_free(spline);
    armex_table_free(means);
    armex_arena_free(arena);
}

static void a_mean_is_called_an_average_where_its_window_is_whole(void **state)
{
    (void)state;
    struct fitted_year whole[6];
    memcpy(whole, two_year_means, sizeof whole);
    struct armex_table *table = fit_of(whole, 3, "mean", 2);
    struct armex_chart chart = chart_of("line", table);
    expect_title(&chart,
                 "South Korea\u2019s arms export orders averaged $12.0 billion a year "
                 "in 2021\u201322",
                 "");
    armex_table_free(table);
    whole[3].value = 11.0e9;
    whole[3].fitted = 14.0e9;
    whole[3].status = NULL;
    table = fit_of(whole, 4, "mean", 2);
    chart.table = table;
    expect_title(&chart,
                 "South Korea\u2019s arms export orders averaged $14.0 billion a year "
                 "in 2022\u201323, up from $5.0 billion in 2020\u201321",
                 "");
    armex_table_free(table);
}

static void a_mean_of_a_window_with_a_gap_is_no_finding(void **state)
{
    (void)state;
    struct fitted_year torn[6];
    memcpy(torn, two_year_means, sizeof torn);
    torn[4].fitted = 9.0e9; // --at-least 1: 2023 has no figure
    struct armex_table *table = fit_of(torn, 5, "mean", 2);
    const struct armex_chart chart = chart_of("line", table);
    expect_title(&chart, "South Korea\u2019s arms export orders, 2020\u20132024",
                 "South Korea, no figure: 2023.");
    armex_table_free(table);
}

static void who_is_fitted_nothing_is_left_out_and_named(void **state)
{
    (void)state;
    struct armex_table *table = fit_of(three_fits, 7, "hp", 0);
    struct armex_chart chart = chart_of("line", table);
    expect_title(&chart, "Arms export orders, 2021\u20132023",
                 "No line for Israel: fewer than five years have a figure.");
    armex_notes_add(&table->notes, table->arena, NULL, "made by hand");
    expect_title(&chart, "Arms export orders, 2021\u20132023",
                 "five years have a figure. Made by hand.");
    expect_words(&chart, "subject_label", "France\u00a0\u00a015.0");
    expect_words(&chart, "labels", "South Korea\u00a0\u00a014.0");
    chart.highlight = "ISR"; // its figures are drawn, and nobody takes its place
    expect_words(&chart, "subject_label", "");
    expect_words(&chart, "labels",
                 "France\u00a0\u00a015.0|South Korea\u00a0\u00a014.0");
    assert_int_equal(rows_of(&chart, "figures"), 1);
    assert_int_equal(rows_of(&chart, "accent"), 1); // which ends the line
    armex_table_free(table);
}

static void nothing_fitted_at_all_is_refused_with_the_reason(void **state)
{
    (void)state;
    struct armex_table *table = fit_of(three_fits + 6, 1, "hp", 0);
    const struct armex_chart chart = chart_of("line", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "nothing to draw: no line can be fitted to Israel: fewer than "
                   "five years have a figure");
    armex_table_free(table);
}

static void who_does_not_see_it_reads_the_line_and_the_figures(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = fit_of(two_year_means, 6, "mean", 2);
    const struct armex_chart chart = chart_of("line", table);
    const char *read = words_of(&chart, arena).description;
    assert_non_null(strstr(read,
                           "Line chart of two-year means. South Korea: 2021 $5.0 "
                           "billion, 2022 $12.0 billion, 2023 not available, 2024 "
                           "not available, 2025 $12.0 billion. Figures. South "
                           "Korea: 2020 $3.0 billion, 2021 $7.0 billion"));
    armex_table_free(table);
    armex_arena_free(arena);
}

static void line_and_dot_say_which_they_are(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_text out = {0};
    struct armex_table *table = fit_of(two_year_means, 6, "mean", 2);
    const struct armex_chart chart = chart_of("line", table);
    assert_int_equal(armex_chart_draw(&out, &chart, &tools, NULL), ARMEX_OK);
    assert_non_null(strstr(
        out.data, "<title>South Korea, two-year mean, 2022: $12.0 billion</title>"));
    assert_non_null(strstr(
        out.data, "<title>South Korea, 2025: $15.0 billion, preliminary</title>"));
    armex_text_free(&out);
    armex_table_free(table);
}

static void an_interval_is_within_the_picture(void **state)
{
    (void)state;
    struct armex_table *table = fit_of(smooth, 6, "local", 0);
    const struct armex_chart chart = chart_of("line", table);
    assert_int_equal(rows_of(&chart, "interval"), 7);   // six years and the end
    expect_words(&chart, "yticks", "0|5|10|15|$20 bn"); // 22.1 is the highest bound
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_are_the_line_and_the_figures_are_dots),
        cmocka_unit_test(the_subtitle_says_what_is_drawn),
        cmocka_unit_test(a_mean_is_called_an_average_where_its_window_is_whole),
        cmocka_unit_test(a_mean_of_a_window_with_a_gap_is_no_finding),
        cmocka_unit_test(who_is_fitted_nothing_is_left_out_and_named),
        cmocka_unit_test(nothing_fitted_at_all_is_refused_with_the_reason),
        cmocka_unit_test(who_does_not_see_it_reads_the_line_and_the_figures),
        cmocka_unit_test(line_and_dot_say_which_they_are),
        cmocka_unit_test(an_interval_is_within_the_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
