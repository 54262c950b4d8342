/** tests/render/test_apart.c: rounding does not hide what publications differ by. */
#include "tables.h"

#include "render/apart.h"

static const struct armex_column statements[] = {
    {"entity", "Code", "", "", ARMEX_COLUMN_TEXT, true},
    {"year", "Year", "year", "", ARMEX_COLUMN_YEAR, false},
    {"scope", "Scope", "", "", ARMEX_COLUMN_TEXT, false},
    {"value", "Value", "usd", "", ARMEX_COLUMN_AMOUNT, false}};

static const struct armex_column revised[] = {
    {"previous", "Was", "usd", "", ARMEX_COLUMN_AMOUNT, false},
    {"value", "Is now", "usd", "", ARMEX_COLUMN_AMOUNT, false}};

struct statement {
    const char *entity;
    double year;
    const char *scope;
    double value;
};

/* Of the first row. */
static int decimals_of(const struct statement *rows, size_t n)
{
    struct armex_table *table = table_of(statements, 4);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
        assert_int_equal(armex_table_text(table, 0, rows[i].entity, NULL), ARMEX_OK);
        assert_int_equal(armex_table_number(table, 1, rows[i].year, NULL), ARMEX_OK);
        assert_int_equal(armex_table_text(table, 2, rows[i].scope, NULL), ARMEX_OK);
        assert_int_equal(armex_table_number(table, 3, rows[i].value, NULL), ARMEX_OK);
    }
    const int decimals = armex_view_apart(table, 0, 3, 9, 1);
    armex_table_free(table);
    return decimals;
}

static void statements_of_one_figure_that_differ_look_different(void **state)
{
    (void)state;
    const struct statement two[] = {{"KOR", 2022, "", 17.33e9},
                                    {"KOR", 2022, "", 17.3e9}};
    assert_int_equal(decimals_of(two, 2), 2);
    const struct statement between[] = {{"KOR", 2022, "", 17.333e9},
                                        {"KOR", 2022, "", 12e9},
                                        {"KOR", 2022, "", 17.334e9}};
    assert_int_equal(decimals_of(between, 3), 3);
    const struct statement apart[] = {{"KOR", 2022, "", 17.33e9},
                                      {"KOR", 2022, "", 16.3e9}};
    assert_int_equal(decimals_of(apart, 2), 1);
}

static void figures_of_other_years_states_or_scopes_may_look_alike(void **state)
{
    (void)state;
    const struct statement rows[] = {{"KOR", 2022, "", 17.33e9},
                                     {"KOR", 2023, "", 17.3e9},
                                     {"FRA", 2023, "", 17.34e9},
                                     {"FRA", 2023, "all", 17.31e9}};
    assert_int_equal(decimals_of(rows, 4), 1);
}

static void noise_of_doubles_and_missing_figures_ask_for_no_digits(void **state)
{
    (void)state;
    const struct statement rows[] = {{"KOR", 2022, "", 17.3e9},
                                     {"KOR", 2022, "", 17.3e9 * (1.0 + 1e-12)},
                                     {"KOR", 2022, "", NAN}};
    assert_int_equal(decimals_of(rows, 3), 1);
    const struct statement fine[] = {{"KOR", 2022, "", 17.3e9},
                                     {"KOR", 2022, "", 17.3e9 + 100}};
    assert_int_equal(decimals_of(fine, 2),
                     1); // 0.0000001 billion is beyond what is shown
}

static void a_figure_and_the_one_before_it_look_different(void **state)
{
    (void)state;
    struct armex_table *table = table_of(revised, 2);
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 0, 3.42e9, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 1, 3.416e9, NULL), ARMEX_OK);
    assert_renders(table, ARMEX_FORMAT_MARKDOWN,
                   "| Was, USD billion | Is now, USD billion |\n"
                   "| ---: | ---: |\n"
                   "| 3.420 | 3.416 |\n");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statements_of_one_figure_that_differ_look_different),
        cmocka_unit_test(figures_of_other_years_states_or_scopes_may_look_alike),
        cmocka_unit_test(noise_of_doubles_and_missing_figures_ask_for_no_digits),
        cmocka_unit_test(a_figure_and_the_one_before_it_look_different),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
