/** What a state reports against what its partners report of the same, by hand. */
#include "analysis/mirror.h"
#include "flows_by_hand.h"

enum { OWN = ARMEX_BY_SUPPLIER, MIRROR = ARMEX_BY_RECIPIENT };

/* France to India: 40 + 10 by France, 100 by India in 2020; 30 and 20 the year after.
   To Poland 50 that Poland, who reports nothing, does not confirm. Korea to India: 7 by
   India alone, who reports 1 of 2021 from Poland. */
static const struct delivery rows[] = {{FRA, IND, 2020, 40, 0, 0, 0, OWN},
                                       {FRA, IND, 2020, 10, 0, 0, 1, OWN},
                                       {FRA, IND, 2020, 100, 0, 0, 0, MIRROR},
                                       {FRA, IND, 2021, 30, 0, 0, 0, OWN},
                                       {FRA, IND, 2021, 20, 0, 0, 0, MIRROR},
                                       {FRA, POL, 2020, 50, 0, 0, 0, OWN},
                                       {KOR, IND, 2020, 7, 0, 0, 0, MIRROR},
                                       {POL, IND, 2021, 1, 0, 0, 0, MIRROR},
                                       {FRA, KOR, 2020, NAN, 0, 0, 0, OWN},
                                       {FRA, KOR, 2020, 9, 0, 0, 0, ARMEX_RE_EXPORTS}};
enum { ROWS = sizeof rows / sizeof *rows };

static void a_reporter_is_held_against_all_its_partners(void **state)
{
    (void)state;
    struct armex_table *table =
        flows_answer(armex_mirror, rows, ROWS,
                     (struct armex_bilateral_options){.from = 2020, .to = 2021});

    assert_int_equal(table->n_rows, 3);
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_close(cell(table, 0, "value"), 130, 0);
    assert_close(cell(table, 0, "mirrored"), 120, 0);
    assert_close(cell(table, 0, "pairs"), 3, 0);
    assert_close(cell(table, 0, "both"), 2, 0);
    // ln(50/100) and ln(30/20)
    assert_close(cell(table, 0, "log_ratio"), log(0.75) / 2.0, 1e-15);
    assert_close(cell(table, 0, "distance"), log(3.0) / 2.0, 1e-15);
    assert_close(cell(table, 0, "unmatched_own"), 50.0 / 130.0, 1e-15);
    assert_close(cell(table, 0, "silent"), 50.0 / 130.0, 1e-15);
    assert_close(cell(table, 0, "unmatched_partner"), 0, 0);
    assert_string_equal(table->title, "Exports as reported by both sides, 2020–21");
    assert_note(table->notes, "1 deliveries without a value take no part");
    armex_table_free(table);
}

static void who_reports_nothing_has_no_figure_and_no_ratio(void **state)
{
    (void)state;
    struct armex_table *table =
        flows_answer(armex_mirror, rows, ROWS,
                     (struct armex_bilateral_options){.from = 2020, .to = 2021});

    assert_string_equal(word(table, 1, "entity"), "KOR");
    assert_true(isnan(cell(table, 1, "value")));
    assert_close(cell(table, 1, "mirrored"), 7, 0);
    assert_close(cell(table, 1, "both"), 0, 0);
    assert_true(isnan(cell(table, 1, "log_ratio")));
    assert_true(isnan(cell(table, 1, "unmatched_own")));
    assert_close(cell(table, 1, "unmatched_partner"), 1, 0);
    armex_table_free(table);
}

static void imports_are_held_against_exporters(void **state)
{
    (void)state;
    const struct armex_entity *india = armex_entity_by_code("IND");
    struct armex_table *table =
        flows_answer(armex_mirror, rows, ROWS,
                     (struct armex_bilateral_options){.flow = ARMEX_IMPORTS,
                                                      .from = 2020,
                                                      .to = 2021,
                                                      .entities = &india,
                                                      .n_entities = 1});

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "value"), 128, 0);
    assert_close(cell(table, 0, "mirrored"), 80, 0);
    assert_close(cell(table, 0, "log_ratio"), -log(0.75) / 2.0, 1e-15);
    assert_close(cell(table, 0, "unmatched_own"), 8.0 / 128.0, 1e-15);
    assert_close(cell(table, 0, "silent"), 8.0 / 128.0, 1e-15);
    armex_table_free(table);
}

static void a_partner_that_is_named_has_a_row_a_year(void **state)
{
    (void)state;
    const struct armex_entity *france = armex_entity_by_code("FRA");
    const struct armex_entity *partners[] = {armex_entity_by_code("IND"),
                                             armex_entity_by_code("POL")};
    struct armex_table *table =
        flows_answer(armex_mirror, rows, ROWS,
                     (struct armex_bilateral_options){.from = 2020,
                                                      .to = 2021,
                                                      .entities = &france,
                                                      .n_entities = 1,
                                                      .partners = partners,
                                                      .n_partners = 2});

    assert_int_equal(table->n_rows, 3);
    assert_string_equal(word(table, 0, "partner_name"), "India");
    assert_close(cell(table, 0, "year"), 2020, 0);
    assert_close(cell(table, 0, "value"), 50, 0); // of both categories
    assert_close(cell(table, 0, "ratio"), 0.5, 0);
    assert_close(cell(table, 1, "log_ratio"), log(1.5), 1e-15);
    assert_string_equal(word(table, 2, "partner"), "POL");
    assert_true(isnan(cell(table, 2, "mirrored")));
    assert_true(isnan(cell(table, 2, "ratio")));
    armex_table_free(table);
}

static void all_pairs_are_had_without_naming_them(void **state)
{
    (void)state;
    struct armex_table *table = flows_answer(
        armex_mirror, rows, ROWS,
        (struct armex_bilateral_options){.from = 2020, .to = 2021, .pairs = true});

    assert_int_equal(table->n_rows, 5);
    assert_string_equal(word(table, 3, "entity"), "KOR");
    assert_string_equal(word(table, 4, "entity"), "POL");
    armex_table_free(table);
}

static void a_category_is_compared_alone(void **state)
{
    (void)state;
    const char *ships = "Ships";
    struct armex_table *table = flows_answer(
        armex_mirror, rows, ROWS,
        (struct armex_bilateral_options){
            .from = 2020, .to = 2021, .categories = &ships, .n_categories = 1});

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "value"), 10, 0);
    assert_close(cell(table, 0, "silent"), 0, 0); // India reports, though no ships
    assert_close(cell(table, 0, "unmatched_own"), 1, 0);
    armex_table_free(table);
}

static void a_sum_beyond_a_double_is_missing(void **state)
{
    (void)state;
    const struct delivery huge[] = {{FRA, IND, 2020, 1.7e308, 0, 0, 0, OWN},
                                    {FRA, IND, 2020, 1.7e308, 0, 0, 1, OWN},
                                    {FRA, IND, 2020, 1.0, 0, 0, 0, MIRROR}};
    struct armex_table *table =
        flows_answer(armex_mirror, huge, 3,
                     (struct armex_bilateral_options){.from = 2020, .to = 2020});

    assert_true(isnan(cell(table, 0, "value")));
    assert_true(isnan(cell(table, 0, "log_ratio")));
    assert_close(cell(table, 0, "mirrored"), 1, 0);
    armex_table_free(table);
}

static void one_sided_flows_have_no_mirror(void **state)
{
    (void)state;
    flows_refused(armex_mirror, rows, 2, false, ARMEX_BAD_INPUT,
                  "no recipient reports here, so there is nothing to hold against the "
                  "suppliers' reports; customs data have both");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reporter_is_held_against_all_its_partners),
        cmocka_unit_test(who_reports_nothing_has_no_figure_and_no_ratio),
        cmocka_unit_test(imports_are_held_against_exporters),
        cmocka_unit_test(a_partner_that_is_named_has_a_row_a_year),
        cmocka_unit_test(all_pairs_are_had_without_naming_them),
        cmocka_unit_test(a_category_is_compared_alone),
        cmocka_unit_test(a_sum_beyond_a_double_is_missing),
        cmocka_unit_test(one_sided_flows_have_no_mirror),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
