/** tests/chart/test_titles.c: a title says what the data show, or names the subject. */
#include "blocks.h"

/** Whether a line chart of these rows gets that title. */
static void expect_line(const struct observation *rows, size_t n, const char *unit,
                        const char *title)
{
    struct armex_table *table = show_of(rows, n, unit);
    const struct armex_chart chart = chart_of("line", table);
    expect_title(&chart, title, "");
    armex_table_free(table);
}

static void a_peak_inside_the_years_is_called_a_peak(void **state)
{
    (void)state;
    expect_line(
        korea, 6, "usd",
        "South Korea\u2019s arms export orders peaked at $17.3 billion in 2022");
    expect_line(korea, 6, "usd-2020",
                "South Korea\u2019s arms export orders peaked at $17.3 billion "
                "(2020 prices) in 2022");
    expect_line(korea, 6, "tiv",
                "South Korea\u2019s arms export orders peaked at 17.3 billion TIV in "
                "2022");
}

static void a_peak_at_the_end_is_a_high_so_far(void **state)
{
    (void)state;
    expect_line(korea, 3, "usd",
                "South Korea\u2019s arms export orders reached a high of $17.3 billion "
                "in 2022");
    struct observation soft[3];
    memcpy(soft, korea, sizeof soft);
    soft[2].status = "estimate";
    expect_line(soft, 3, "usd",
                "South Korea\u2019s arms export orders reached a high of an estimated "
                "$17.3 billion in 2022");
}

static void years_without_a_figure_forbid_to_call_it_the_peak(void **state)
{
    (void)state;
    struct observation gap[6];
    memcpy(gap, korea, sizeof gap);
    gap[1].value = NAN;
    gap[1].status = "withheld";
    expect_line(gap, 6, "usd",
                "South Korea\u2019s highest known arms export orders: $17.3 billion in "
                "2022");
}

static void a_fall_is_told_only_when_every_year_falls(void **state)
{
    (void)state;
    const struct observation down[] = {{"NLD", "Netherlands", 2020, 900e6, NULL},
                                       {"NLD", "Netherlands", 2021, 700e6, NULL},
                                       {"NLD", "Netherlands", 2022, 400e6, NULL}};
    expect_line(
        down, 3, "eur",
        "The Netherlands\u2019 arms export orders fell from \u20ac900 million in "
        "2020 to \u20ac400 million in 2022");
    struct observation bumpy[3];
    memcpy(bumpy, down, sizeof bumpy);
    bumpy[2].value = 800e6;
    expect_line(bumpy, 3, "eur",
                "The Netherlands\u2019 arms export orders, 2020\u20132022");
}

static void a_figure_of_several_years_names_them_all(void **state)
{
    (void)state;
    static const char *const words[] = {"KOR", "South Korea", "percent",
                                        "deliveries-tiv", "share"};
    static const char *const names[] = {"entity", "name", "unit",  "measure",
                                        "scope",  "year", "value", "years"};
    struct armex_table *table = empty_table("show", names, 5, 8);
    for (int year = 2023; year <= 2025; year++) {
        armex_table_add(table, NULL);
        for (size_t c = 0; c < 5; c++)
            armex_table_text(table, c, words[c], NULL);
        armex_table_number(table, 5, year, NULL);
        armex_table_number(table, 6, year - 2022.0, NULL);
        armex_table_number(table, 7, 5.0, NULL);
    }
    add_source(table);
    const struct armex_chart chart = chart_of("line", table);
    expect_title(&chart,
                 "South Korea\u2019s share of deliveries of major arms "
                 "reached a high of 3% in 2021\u201325",
                 "");
    armex_table_free(table);
}

static void ties_zeros_and_single_years_give_the_subject(void **state)
{
    (void)state;
    const struct observation tie[] = {{"KOR", "South Korea", 2020, 5e9, NULL},
                                      {"KOR", "South Korea", 2021, 5e9, NULL}};
    const struct observation zero[] = {{"KOR", "South Korea", 2020, 0, NULL},
                                       {"KOR", "South Korea", 2021, -1, NULL}};
    expect_line(tie, 2, "usd", "South Korea\u2019s arms export orders, 2020\u20132021");
    expect_line(zero, 2, "usd",
                "South Korea\u2019s arms export orders, 2020\u20132021");
    expect_line(korea, 1, "usd", "South Korea\u2019s arms export orders, 2020");
}

static void expect_rank(const char *kind, const struct place *rows, size_t n,
                        const char *unit, const char *highlight, const char *title)
{
    struct armex_table *table = rank_of(rows, n, unit, "deliveries-tiv");
    struct armex_chart chart = chart_of(kind, table);
    chart.highlight = highlight;
    expect_title(&chart, title, "");
    armex_table_free(table);
}

static void a_ranking_says_who_leads_and_who_moved(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "USA", "United States", 2023, 5e9, 0.5, 1, 0.4, 0.2, 5},
        {2, "FRA", "France", 2023, 3e9, 0.3, 3, 0.2, 0.3, 5},
        {3, "RUS", "Russia", 2023, 2e9, 0.2, 2, 0.4, -0.5, 5}};
    expect_rank(
        "rank", rows, 3, "tiv", NULL,
        "The United States leads by deliveries of major arms, with 50.0% of all "
        "ranked");
    expect_rank("rank", rows, 3, "tiv", "FRA",
                "France rose from third to second by deliveries of major arms");
    expect_rank("rank", rows, 3, "tiv", "RUS",
                "Russia fell from second to third by deliveries of major arms");
    expect_rank(
        "rank", rows, 3, "usd", NULL,
        "The United States leads by deliveries of major arms, with $5.0 billion");
}

static void a_comparison_names_its_years_only_when_they_are_known(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "USA", "United States", 2023, 42, 0.42, 1, 0.34, 0.24, 1}};
    const char *const units[] = {"percent", "usd"};
    const char *const notes[] = {
        "* 2023 against what was published before, from published figures. \u00d7 "
        "means "
        "a multiple.",
        "* 2023 against 2022, from unrounded figures. \u00d7 means a multiple."};
    for (int i = 0; i < 2; i++) {
        struct armex_table *table = rank_of(rows, 1, units[i], "deliveries-tiv");
        const struct armex_chart chart = chart_of("rank", table);
        struct armex_arena *arena = armex_arena_create();
        struct armex_chart_words words;
        assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
        assert_string_equal(words.note, notes[i]);
        armex_arena_free(arena);
        armex_table_free(table);
    }
}

static void a_shared_rank_is_no_finding(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "USA", "United States", 2023, 5e9, 0.5, NAN, NAN, NAN, 1},
        {1, "FRA", "France", 2023, 5e9, 0.5, NAN, NAN, NAN, 1}};
    expect_rank("rank", rows, 2, "tiv", "USA", "Deliveries of major arms, 2023");
}

static void a_climb_is_told_when_first_and_last_bound_it(void **state)
{
    (void)state;
    struct place rows[] = {
        {1, "USA", "United States", 2021, NAN, NAN, NAN, NAN, NAN, 1},
        {2, "KOR", "South Korea", 2021, NAN, NAN, NAN, NAN, NAN, 1},
        {1, "KOR", "South Korea", 2022, NAN, NAN, NAN, NAN, NAN, 1},
        {2, "USA", "United States", 2022, NAN, NAN, NAN, NAN, NAN, 1},
        {1, "KOR", "South Korea", 2023, NAN, NAN, NAN, NAN, NAN, 1},
        {2, "USA", "United States", 2023, NAN, NAN, NAN, NAN, NAN, 1}};
    expect_rank("bump", rows, 6, "tiv", "KOR",
                "South Korea climbed from second to first by deliveries of major arms");
    expect_rank("bump", rows, 6, "tiv", "USA",
                "The United States fell from first to second by deliveries of major "
                "arms");
    rows[4].rank = 2; // back where it began: its best was in between
    rows[5].rank = 1;
    expect_rank("bump", rows, 6, "tiv", "KOR",
                "Ranks by deliveries of major arms, 2021\u20132023");
}

static void what_was_given_stands_and_notes_and_source_travel(void **state)
{
    (void)state;
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    assert_int_equal(
        armex_notes_add(&table->notes, table->arena, NULL, "Rates of the year"), 0);
    chart.title = "Mine";
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_string_equal(words.title, "Mine");
    assert_string_equal(words.subtitle,
                        "Arms export orders, billion US dollars, 2020\u20132025");
    assert_string_equal(words.note, "Hollow: preliminary. Rates of the year.");
    assert_string_equal(
        words.source,
        "Source: armex (national-figures, vintage 23 Nov 2026). CC BY 4.0.");
    assert_non_null(strstr(words.description, "2022 $17.3 billion"));
    armex_arena_free(arena);
    armex_table_free(table);
}

/** Of the others only the last figure has a dot. */
static void a_note_says_hollow_only_of_dots_that_are(void **state)
{
    (void)state;
    struct observation rows[] = {{"KOR", "South Korea", 2023, 3e9, NULL},
                                 {"KOR", "South Korea", 2024, 4e9, NULL},
                                 {"FRA", "France", 2023, 5e9, "estimate"},
                                 {"FRA", "France", 2024, 6e9, NULL}};
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    struct armex_table *table = show_of(rows, 4, "usd");
    struct armex_chart chart = chart_of("line", table);
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_null(strstr(words.note, "Hollow"));
    armex_table_free(table);
    rows[3].status = "preliminary";
    chart.table = table = show_of(rows, 4, "usd");
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_non_null(strstr(words.note, "Hollow: preliminary."));
    chart.highlight = "FRA";
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_non_null(strstr(words.note, "Hollow: preliminary or estimated."));
    armex_table_free(table);
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_says_hollow_only_of_dots_that_are),
        cmocka_unit_test(a_peak_inside_the_years_is_called_a_peak),
        cmocka_unit_test(a_peak_at_the_end_is_a_high_so_far),
        cmocka_unit_test(years_without_a_figure_forbid_to_call_it_the_peak),
        cmocka_unit_test(a_fall_is_told_only_when_every_year_falls),
        cmocka_unit_test(a_figure_of_several_years_names_them_all),
        cmocka_unit_test(ties_zeros_and_single_years_give_the_subject),
        cmocka_unit_test(a_ranking_says_who_leads_and_who_moved),
        cmocka_unit_test(a_comparison_names_its_years_only_when_they_are_known),
        cmocka_unit_test(a_shared_rank_is_no_finding),
        cmocka_unit_test(a_climb_is_told_when_first_and_last_bound_it),
        cmocka_unit_test(what_was_given_stands_and_notes_and_source_travel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
