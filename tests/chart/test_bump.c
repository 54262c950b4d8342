/** tests/chart/test_bump.c: how ranks changed from one year to the next. */
#include "blocks.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_and_goes_between_the_ends_of_a_bump_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
