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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_and_goes_between_the_ends_of_a_bump_is_named),
        cmocka_unit_test(a_rank_that_nobody_has_keeps_its_place),
        cmocka_unit_test(a_rank_without_a_figure_has_a_row_without_a_bar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
