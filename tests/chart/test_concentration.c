/** tests/chart/test_concentration.c: how concentrated exports are, by three measures.
 */
#include "blocks.h"
#include "courses.h"

static void the_title_compares_years_with_as_many_exporters(void **state)
{
    (void)state;
    struct armex_table *table = shares_of(spread, 3);
    const struct armex_chart chart = chart_of("concentration", table);
    expect_title(&chart,
                 "Less concentrated: as if 4.0 equal exporters shared it all, 2.0 in "
                 "2020",
                 "one over it is the number of equal exporters.");
    expect_words(&chart, "last_values", "4.0|100%|0.250");
    armex_table_free(table);
    const struct share_year unlike[] = {{2020, 0.5, 1.0, 2.0, 3},
                                        {2023, 0.25, 1.0, 4.0, 4}};
    table = shares_of(unlike, 2);
    const struct armex_chart other = chart_of("concentration", table);
    expect_title(&other,
                 "In 2023 as concentrated as if 4.0 equal exporters shared it all", "");
    armex_table_free(table);
}

static void years_in_which_hardly_anybody_is_listed_are_left_out(void **state)
{
    (void)state;
    const struct share_year rows[] = {{2019, 1.0, 1.0, 1.0, 1},
                                      {2020, 0.2, 0.7, 5.0, 20},
                                      {2021, 0.2, 0.7, 5.0, 20},
                                      {2022, 0.9, 1.0, 1.1, 4},
                                      {2023, 0.25, 0.8, 4.0, 5}};
    struct armex_table *table = shares_of(rows, 5);
    const struct armex_chart chart = chart_of("concentration", table);
    expect_title(&chart,
                 "In 2023 as concentrated as if 4.0 equal exporters shared it all",
                 "2 years with fewer than a quarter of 20 exporters are not shown.");
    expect_words(&chart, "last_values", "4.0|80.0%|0.250");
    armex_table_free(table);
}

static void a_missing_year_is_a_gap(void **state)
{
    (void)state;
    struct armex_table *table = shares_of(spread, 3);
    const struct armex_chart chart = chart_of("concentration", table);
    struct armex_text script = {0};
    size_t gaps = 0;
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), ARMEX_OK);
    char *path = block_of(script.data, "accent");
    for (const char *at = path; (at = strstr(at, "NaN\tNaN\n")); at++)
        gaps++;
    assert_int_equal(gaps, 6); // in each of three strips one gap and one end
    free(path);
    armex_text_free(&script);
    armex_table_free(table);
}

static void tables_without_an_index_are_refused(void **state)
{
    (void)state;
    const struct share_year none[] = {{2020, NAN, NAN, NAN, 0}};
    const struct share_year twice[] = {{2020, 0.5, 1.0, 2.0, 2},
                                       {2020, 0.5, 1.0, 2.0, 2}};
    struct armex_table *table = shares_of(none, 1);
    struct armex_chart chart = chart_of("concentration", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "nothing to draw: no year has an index of concentration");
    armex_table_free(table);
    table = shares_of(twice, 2);
    chart = chart_of("concentration", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "2020 has two indices: draw a table without --decompose");
    armex_table_free(table);
    table = show_of(korea, 6, "usd");
    chart = chart_of("concentration", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "a concentration chart draws a table of share, and this one has no "
                   "column 'hhi'");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_compares_years_with_as_many_exporters),
        cmocka_unit_test(years_in_which_hardly_anybody_is_listed_are_left_out),
        cmocka_unit_test(a_missing_year_is_a_gap),
        cmocka_unit_test(tables_without_an_index_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
