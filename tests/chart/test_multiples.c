/** tests/chart/test_multiples.c: a panel for each series, on a scale of its own. */
#include "blocks.h"

static void panels_stand_by_size_and_label_their_peaks(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, 1e9, NULL},
                                       {"KOR", "South Korea", 2021, NAN, "withheld"},
                                       {"KOR", "South Korea", 2022, 4e6, NULL},
                                       {"FRA", "France", 2020, 7e9, NULL},
                                       {"FRA", "France", 2022, 9.5e9, "estimate"}};
    struct armex_table *table = show_of(rows, 5, "usd");
    const struct armex_chart chart = chart_of("multiples", table);
    expect_words(&chart, "peaks", "9.5 bn in 2022|1 bn in 2020");
    expect_words(&chart, "names", "France");
    expect_words(&chart, "subject_name", "South Korea");
    expect_words(&chart, "first_years", "2020|2020");
    assert_int_equal(points_of(&chart, "accent_bars"), 2); // the year withheld has none
    assert_int_equal(points_of(&chart, "hollow"), 1);
    expect_title(&chart,
                 "South Korea\u2019s highest known arms export orders: $1.0 billion in "
                 "2020",
                 "Each panel has its own scale");
    armex_table_free(table);
}

/** Bars of fifty years have no inside on this page. */
static void a_note_says_hollow_only_of_bars_that_are(void **state)
{
    (void)state;
    struct observation rows[50];
    struct armex_arena *arena = armex_arena_create();
    for (int i = 0; i < 50; i++)
        rows[i] = (struct observation){"KOR", "South Korea", 1976 + i, 1e9,
                                       i == 49 ? "preliminary" : NULL};
    for (size_t from = 0; from <= 40; from += 40) {
        struct armex_table *table = show_of(rows + from, 50 - from, "usd");
        const struct armex_chart chart = chart_of("multiples", table);
        struct armex_chart_words words;
        assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
        assert_int_equal(points_of(&chart, "hollow"), from ? 1 : 0);
        assert_int_equal(strstr(words.note, "Hollow") != NULL, from ? 1 : 0);
        armex_table_free(table);
    }
    armex_arena_free(arena);
}

/** `n` years from 2001 on, all alike but for one without a figure. */
static struct armex_table *years(int n, int missing)
{
    struct observation rows[40];
    for (int i = 0; i < n; i++)
        rows[i] = (struct observation){"KOR", "South Korea", 2001 + i,
                                       i == missing ? NAN : 1e9,
                                       i == missing ? "withheld" : NULL};
    return show_of(rows, (size_t)n, "usd");
}

static void an_average_needs_ten_years_and_five_figures_in_a_row(void **state)
{
    (void)state;
    const struct {
        int years, missing;
        size_t points;
    } cases[] = {{9, -1, 0}, {10, -1, 6}, {12, 6, 3}}; // 2005-06 and 2012 of the last
    for (size_t i = 0; i < 3; i++) {
        struct armex_table *table = years(cases[i].years, cases[i].missing);
        const struct armex_chart chart = chart_of("multiples", table);
        if (points_of(&chart, "accent_means") != cases[i].points)
            fail_msg("case %zu: %zu points", i, points_of(&chart, "accent_means"));
        armex_table_free(table);
    }
}

static void twenty_four_panels_are_the_most(void **state)
{
    (void)state;
    struct observation rows[30];
    static char codes[30][16];
    for (int i = 0; i < 30; i++) {
        snprintf(codes[i], sizeof codes[i], "X%02d", i);
        rows[i] = (struct observation){codes[i], codes[i], 2020, 1e9 * (30 - i), NULL};
    }
    struct armex_table *table = show_of(rows, 30, "usd");
    struct armex_chart chart = chart_of("multiples", table);
    chart.highlight = "X29";
    assert_int_equal(points_of(&chart, "bars"), 23);
    assert_int_equal(points_of(&chart, "accent_bars"), 1);
    expect_title(&chart, "Arms export orders, 2020", "6 more are not shown.");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_says_hollow_only_of_bars_that_are),
        cmocka_unit_test(panels_stand_by_size_and_label_their_peaks),
        cmocka_unit_test(an_average_needs_ten_years_and_five_figures_in_a_row),
        cmocka_unit_test(twenty_four_panels_are_the_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
