/** tests/chart/test_bump.c: how ranks changed from one year to the next. */
#include "blocks.h"
#include "chart/standings.h"

static void who_comes_and_goes_between_the_ends_of_a_bump_is_named(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "USA", "United States", 2013, 9e9, 0.5, NAN, NAN, NAN, 1},
        {2, "FRA", "France", 2013, 5e9, 0.3, NAN, NAN, NAN, 1},
        {1, "USA", "United States", 2014, 9e9, 0.5, NAN, NAN, NAN, 1},
        {2, "ISR", "Israel", 2014, 6e9, 0.3, NAN, NAN, NAN, 1},
        {3, "FRA", "France", 2014, 5e9, 0.2, NAN, NAN, NAN, 1},
        {1, "USA", "United States", 2015, 9e9, 0.5, NAN, NAN, NAN, 1}};
    struct armex_table *table = rank_of(rows, 6, "usd", "orders");
    const struct armex_chart chart = chart_of("bump", table);
    expect_words(&chart, "lost", "Israel"); // France is named on the left
    armex_table_free(table);
}

enum { YEARS = 60, WHO = 4 };

/** Sixty years of four: two change places every year, one is there from 1990 on. Owner:
 *  the test. */
static struct armex_table *long_ranks(void)
{
    static struct place rows[YEARS * WHO];
    static const char *const codes[] = {"USA", "FRA", "KOR", "ISR"};
    static const char *const names[] = {"United States", "France", "South Korea",
                                        "Israel"};
    size_t n = 0;
    for (int y = 0; y < YEARS; y++)
        for (int w = 0; w < WHO; w++) {
            const int place = w < 2 ? (w + y) % 2 : w;
            if (w < 3 || y >= 24)
                rows[n++] = (struct place){place + 1, codes[w], names[w], 1966 + y, 9e9,
                                           NAN,       NAN,      NAN,      NAN,      1};
        }
    return rank_of(rows, n, "usd", "orders");
}

static void sixty_years_are_drawn_with_ranks_at_both_ends(void **state)
{
    (void)state;
    struct armex_table *table = long_ranks();
    struct armex_chart chart = chart_of("bump", table);
    chart.highlight = "KOR";
    expect_title(&chart, "South Korea stayed third by arms export orders", "");
    expect_words(&chart, "windows", "1970|1980|1990|2000|2010|2025");
    expect_words(&chart, "dots", "1|2|1|2|4");
    expect_words(&chart, "accent_dots", "3|3");
    expect_words(&chart, "left", "United States|France");
    expect_words(&chart, "right", "France|United States|Israel");
    armex_table_free(table);
}

static void years_that_a_phone_has_no_room_for_are_named(void **state)
{
    (void)state;
    struct armex_table *table = long_ranks();
    struct armex_chart chart = chart_of("bump", table);
    chart.highlight = "KOR";
    chart.width = 328;
    expect_title(&chart, "South Korea stayed third by arms export orders",
                 "Years from 1966 to 1990 are not shown: the picture is too narrow for "
                 "them.");
    armex_table_free(table);
}

static void a_subject_that_neither_end_names_is_named_where_it_was_last(void **state)
{
    (void)state;
    struct place rows[3 * 40];
    size_t n = 0;
    for (int y = 0; y < 40; y++) {
        const struct place usa = {
            1, "USA", "United States", 1986 + y, 9e9, NAN, NAN, NAN, NAN, 1};
        const struct place swe = {2,   "SWE", "Sweden", 1986 + y, 1e9,
                                  NAN, NAN,   NAN,      NAN,      1};
        rows[n++] = usa;
        if (y > 9 && y < 21)
            rows[n++] = swe;
    }
    struct armex_table *table = rank_of(rows, n, "usd", "orders");
    struct armex_chart chart = chart_of("bump", table);
    chart.highlight = "SWE";
    expect_words(&chart, "subject_lost", "Sweden");
    expect_title(&chart, "Ranks by arms export orders, 1986\u20132025",
                 "In colour: Sweden.");
    chart.highlight = "USA";
    expect_words(&chart, "subject_lost", "");
    armex_table_free(table);
}

/** Shared ranks stand below each other; a printed rank stands where it belongs though
 *  nobody at hand has the one above. */
static void a_rank_that_nobody_has_keeps_its_place(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "FRA", "France", 2025, 9e9, 0.5, NAN, NAN, NAN, 1},
        {1, "USA", "United States", 2025, 9e9, 0.5, NAN, NAN, NAN, 1},
        {3, "ITA", "Italy", 2025, 5e9, 0.5, NAN, NAN, NAN, 1},
        {7, "ISR", "Israel", 2025, NAN, NAN, NAN, NAN, NAN, 1},
        {9, "KOR", "South Korea", 2025, 3e9, 0.3, NAN, NAN, NAN, 1},
        {9.5, "ESP", "Spain", 2025, 2e9, 0.3, NAN, NAN, NAN, 1}};
    const size_t places[] = {0, 1, 2, 6, 8, 9};
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = rank_of(rows, 6, "usd", "orders");
    const struct armex_chart chart = chart_of("bump", table);
    struct armex_standings standings;

    assert_int_equal(armex_standings_read(&standings, arena, &chart, NULL), ARMEX_OK);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(standings.items[i].place, places[i]);
    expect_words(&chart, "dots", "1|3|7|9|9.5"); // the subject has a dot of its own
    armex_table_free(table);
    armex_arena_free(arena);
}

/** A printed rank without a share has a row, and the chart still is one of shares. */
static void a_rank_without_a_figure_has_a_row_without_a_bar(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "USA", "United States", 2025, 42, 0.42, 1, 0.36, NAN, 1},
        {7, "ISR", "Israel", 2025, NAN, NAN, 8, 0.03, NAN, 1},
        {9, "KOR", "South Korea", 2025, 3, 0.03, 9, 0.027, NAN, 1}};
    struct armex_table *table = rank_of(rows, 3, "percent", "deliveries-tiv");
    const struct armex_chart chart = chart_of("rank", table);

    expect_words(&chart, "ranks", "1|7|9");
    expect_words(&chart, "values", "42.0%|–|3.0%");
    armex_table_free(table);
}

/** Ten over forty years, who change places with their neighbours. Owner: the test. */
static struct armex_table *crowded_ranks(void)
{
    static const char *const codes[] = {"USA", "FRA", "DEU", "ITA", "GBR",
                                        "ISR", "ESP", "SWE", "NLD", "KOR"};
    static struct place rows[40 * 10];
    size_t n = 0;
    for (int y = 0; y < 40; y++)
        for (int w = 0; w < 10; w++)
            rows[n++] = (struct place){1 + (w ^ (y % 2)),
                                       codes[w],
                                       codes[w],
                                       1986 + y,
                                       9e9,
                                       NAN,
                                       NAN,
                                       NAN,
                                       NAN,
                                       1};
    return rank_of(rows, n, "usd", "orders");
}

static void of_many_the_leading_are_drawn_and_the_rest_is_faint(void **state)
{
    (void)state;
    struct armex_table *table = crowded_ranks();
    struct armex_chart chart = chart_of("bump", table);
    chart.highlight = "KOR";
    expect_words(&chart, "left", "USA|FRA|DEU|ITA");
    expect_words(&chart, "right", "FRA|USA|ITA|DEU");
    expect_words(&chart, "right_faint", "ISR|GBR|SWE|ESP|NLD");
    chart.width = 328; // which has no names on its left: who led then is faint
    expect_words(&chart, "right", "FRA|USA|ITA");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_and_goes_between_the_ends_of_a_bump_is_named),
        cmocka_unit_test(sixty_years_are_drawn_with_ranks_at_both_ends),
        cmocka_unit_test(years_that_a_phone_has_no_room_for_are_named),
        cmocka_unit_test(a_subject_that_neither_end_names_is_named_where_it_was_last),
        cmocka_unit_test(of_many_the_leading_are_drawn_and_the_rest_is_faint),
        cmocka_unit_test(a_rank_that_nobody_has_keeps_its_place),
        cmocka_unit_test(a_rank_without_a_figure_has_a_row_without_a_bar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
