/** tests/chart/test_subject.c: whom a chart speaks of where nobody is named. */
#include <math.h>

#include "chart/subject.h"
#include "tables.h"

/* France is asked for first, and has a row but no figure; Italy sold more than Spain.
 */
static const struct observation rows[] = {
    {"ESP", "Spain", 2022, 3e6, NULL},  {"ESP", "Spain", 2023, 4e6, NULL},
    {"FRA", "France", 2022, NAN, NULL}, {"FRA", "France", 2023, NAN, NULL},
    {"ITA", "Italy", 2022, 9e6, NULL},  {"ITA", "Italy", 2023, NAN, NULL},
};

static void who_has_only_missing_figures_is_not_in_a_table(void **state)
{
    (void)state;
    struct armex_table *table = show_of(rows, 6, "usd");

    assert_true(armex_subject_is_in(table, "ESP"));
    assert_true(armex_subject_is_in(table, "ITA"));
    assert_false(armex_subject_is_in(table, "FRA"));
    assert_false(armex_subject_is_in(table, "DEU"));
    armex_table_free(table);
}

static void the_subject_is_the_first_asked_for_that_has_figures_or_the_largest(
    void **state)
{
    (void)state;
    struct armex_table *table = show_of(rows, 6, "usd");

    assert_string_equal(armex_subject_default(table, "show", "ESP,ITA"), "ESP");
    assert_string_equal(armex_subject_default(table, "show", "FRA,ESP"), "ITA");
    assert_string_equal(armex_subject_default(table, "show", NULL), "ITA");
    assert_null(armex_subject_default(table, "rank", "FRA,ESP"));
    armex_table_free(table);
}

static void a_rank_counts_before_a_value_and_a_partner_is_in_too(void **state)
{
    (void)state;
    static const char *const names[] = {"entity", "partner", "value", "rank"};
    struct armex_table *table = empty_table("rank", names, 2, 4);

    armex_table_add(table, NULL);
    armex_table_text(table, 0, "FRA", NULL);
    armex_table_text(table, 1, "IND", NULL);
    armex_table_number(table, 2, 5e6, NULL);
    armex_table_number(table, 3, NAN, NULL);
    assert_false(armex_subject_is_in(table, "FRA"));
    assert_false(armex_subject_is_in(table, "IND"));
    armex_table_number(table, 3, 1, NULL);
    assert_true(armex_subject_is_in(table, "FRA"));
    assert_true(armex_subject_is_in(table, "IND"));
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_only_missing_figures_is_not_in_a_table),
        cmocka_unit_test(
            the_subject_is_the_first_asked_for_that_has_figures_or_the_largest),
        cmocka_unit_test(a_rank_counts_before_a_value_and_a_partner_is_in_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
