/** tests/analysis/test_share.c: concentration year by year, worked out by hand. */
#include "analysis/share.h"
#include "by_hand.h"

static struct armex_table *share(int first_year, const struct by_hand *series, size_t n,
                                 struct armex_share_options options)
{
    struct armex_panel *panel = panel_by_hand(first_year, series, n);
    struct armex_table *table;
    struct armex_error error = {.message = ""};
    if (armex_share(&table, panel, &options, &error))
        fail_msg("%s", error.message);
    armex_panel_free(panel);
    return table;
}

static void refused(const struct by_hand *series, size_t n,
                    struct armex_share_options options, armex_status expected,
                    const char *message)
{
    struct armex_panel *panel = panel_by_hand(2022, series, n);
    struct armex_table *table;
    struct armex_error error = {.message = ""};
    assert_int_equal(armex_share(&table, panel, &options, &error), expected);
    assert_string_equal(error.message, message);
    assert_null(table);
    armex_panel_free(panel);
}

/* 2022: 6 2 2 -, 2023: 5 - 3 2 of South Korea, France, Israel, Sweden. */
static const struct by_hand four[] = {
    {.entity = "KOR", .marks = "FF", .values = (double[]){6, 5}},
    {.entity = "FRA", .name = "France", .marks = "F.", .values = (double[]){2, 0}},
    {.entity = "ISR", .name = "Israel", .marks = "FF", .values = (double[]){2, 3}},
    {.entity = "SWE", .name = "Sweden", .marks = "0F", .values = (double[]){0, 2}},
};

static void every_year_has_its_index_and_the_change_adds_up(void **state)
{
    (void)state;
    struct armex_table *table = share(2022, four, 4, (struct armex_share_options){0});

    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 0, "year"), 2022, 0);
    assert_close(cell(table, 0, "hhi"), 0.44, 1e-15);
    assert_close(cell(table, 0, "entities"), 3, 0); // none identified is no exporter
    assert_close(cell(table, 0, "cr4"), 1, 1e-15);
    assert_missing(cell(table, 0, "change"));
    assert_close(cell(table, 1, "hhi"), 0.38, 1e-15);
    assert_close(cell(table, 1, "effective_number"), 1 / 0.38, 1e-14);
    assert_close(cell(table, 1, "cr1"), 0.5, 0);
    assert_close(cell(table, 1, "total"), 10, 0);
    assert_close(cell(table, 1, "staying"), 0.25 - 0.36 + 0.09 - 0.04, 1e-15);
    assert_close(cell(table, 1, "entered"), 0.04, 1e-16);
    assert_close(cell(table, 1, "left"), -0.04, 1e-16);
    assert_close(cell(table, 1, "change"), 0.38 - 0.44, 1e-15);
    assert_string_equal(word(table, 1, "unit"), "usd");
    assert_note(table->notes, "shares are of the sum of those with a figure here");
    const char *const promised[] = {"year", "hhi",  "cr4", "effective_number",
                                    "gini", "theil"};
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(table->columns[i].name, promised[i]);
    armex_table_free(table);
}

static void entity_by_entity_the_parts_are_those_of_the_index(void **state)
{
    (void)state;
    struct armex_table *table = share(
        2022, four, 4, (struct armex_share_options){.from = 2023, .entities = true});
    double hhi = 0, change = 0;

    assert_int_equal(table->n_rows, 4);
    for (size_t row = 0; row < 4; row++) {
        const double part = cell(table, row, "hhi");
        hhi += isnan(part) ? 0 : part;
        change += cell(table, row, "change");
    }
    assert_close(hhi, 0.38, 1e-15);
    assert_close(change, -0.06, 1e-15);
    assert_string_equal(word(table, 0, "entity"), "FRA"); // by code
    assert_missing(cell(table, 0, "share"));
    assert_close(cell(table, 0, "previous_share"), 0.2, 0);
    assert_close(cell(table, 0, "change"), -0.04, 1e-16);
    armex_table_free(table);
}

static void windows_are_summed_and_compared_with_the_windows_before(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "FFFP", .values = (double[]){1, 2, 3, 3}},
        {.entity = "FRA", .marks = "FFFF", .values = (double[]){1, 0.5, 1, 1}},
    };
    struct armex_table *table =
        share(2020, hands, 2, (struct armex_share_options){.window = 2, .from = 2023});
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "hhi"), 0.75 * 0.75 + 0.25 * 0.25, 1e-15);
    assert_close(cell(table, 0, "change"), 0.625 - (1 + 4) / 9.0, 1e-15); // 3 and 1.5
    assert_note(table->notes, "sums of 2 years; each bears the number of its last, and "
                              "changes are against the sum 2 years before");
    assert_note(table->notes, "not final: South Korea 2023 (preliminary)");
    armex_table_free(table);
}

static void the_world_has_no_share_and_unknown_suppliers_count_in_the_total(
    void **state)
{
    (void)state;
    const double world = 100, six = 6, two = 2;
    const struct by_hand hands[] = {
        {.entity = "WLD", .name = "World", .marks = "F", .values = &world},
        {.entity = "KOR", .marks = "F", .values = &six},
        {.entity = "FRA", .marks = "F", .values = &two},
        {.entity = "unknown-supplier",
         .name = "unknown supplier(s)",
         .marks = "F",
         .values = &two},
    };
    struct armex_table *table = share(2023, hands, 4, (struct armex_share_options){0});
    assert_close(cell(table, 0, "hhi"), 0.4, 1e-15); // 0.36 + 0.04
    assert_close(cell(table, 0, "cr4"), 0.8, 1e-15);
    assert_close(cell(table, 0, "total"), 10, 0);
    assert_close(cell(table, 0, "entities"), 2, 0);
    assert_close(cell(table, 0, "gini"), 0.25, 1e-15); // of 6 and 2
    assert_note(table->notes,
                "in the total, but no exporter: unknown supplier(s) 2023");
    assert_note(table->notes, "an aggregate has no share beside states: World");
    armex_table_free(table);
}

static void published_shares_are_of_a_hundred_whoever_is_not_listed(void **state)
{
    (void)state;
    const double forty = 40, ten = 10;
    const struct by_hand hands[] = {
        {.entity = "KOR",
         .unit = "percent",
         .scope = "share",
         .marks = "F",
         .values = &forty,
         .years = 5},
        {.entity = "FRA",
         .unit = "percent",
         .scope = "share",
         .marks = "F",
         .values = &ten,
         .years = 5},
    };
    struct armex_table *table = share(2023, hands, 2, (struct armex_share_options){0});
    assert_close(cell(table, 0, "hhi"), 0.17, 1e-15);
    assert_close(cell(table, 0, "cr1"), 0.4, 0);
    assert_close(cell(table, 0, "hhi_normalised"), 0.36, 1e-15); // (0.68 - 0.5) / 0.5
    assert_note(
        table->notes,
        "each figure covers 5 years; changes are against that of 5 years before");
    armex_table_free(table);
}

static void what_cannot_be_shared_is_refused_in_words(void **state)
{
    (void)state;
    const struct by_hand unlike[] = {four[0],
                                     {.entity = "FRA",
                                      .name = "France",
                                      .unit = "eur",
                                      .marks = "FF",
                                      .values = (double[]){2, 2}}};
    const struct by_hand percent = {
        .unit = "percent", .scope = "gdp", .marks = "FF", .values = (double[]){2, 2}};
    const struct by_hand nobody = {.marks = ".0", .values = (double[]){0, 0}};
    refused(
        unlike, 2, (struct armex_share_options){0}, ARMEX_BAD_INPUT,
        "these cannot stand in one ranking: EUR: France; USD: South Korea; --unit usd "
        "converts them");
    refused(&percent, 1, (struct armex_share_options){0}, ARMEX_BAD_INPUT,
            "per cents of scope gdp are no shares of one total; --scope names another "
            "count");
    refused(&nobody, 1, (struct armex_share_options){0}, ARMEX_BAD_INPUT,
            "nobody has a figure in the years 2022 to 2023 here");
    refused(four, 4, (struct armex_share_options){.window = 2, .at_least = 3},
            ARMEX_USAGE, "a window of 2 years cannot have at least 3 present");
}

static void below_zero_there_are_no_shares_and_the_largest_doubles_are_no_total(
    void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "FF", .values = (double[]){6, 1.5e308}},
        {.entity = "FRA", .marks = "FF", .values = (double[]){-2, 1.5e308}},
    };
    struct armex_table *table = share(2022, hands, 2, (struct armex_share_options){0});
    for (size_t row = 0; row < 2; row++) {
        assert_missing(cell(table, row, "hhi"));
        assert_missing(cell(table, row, "total"));
        assert_missing(cell(table, row, "change"));
        assert_close(cell(table, row, "entities"), 2, 0);
    }
    assert_note(table->notes, "a figure below zero, so no shares: 2022");
    armex_table_free(table);
}

static void a_share_of_nothing_says_whether_it_was_too_little_to_print(void **state)
{
    (void)state;
    const struct by_hand two[] = {
        {.entity = "KOR", .marks = "FF", .values = (double[]){6, 5}},
        {.entity = "SWE", .name = "Sweden", .marks = "<F", .values = (double[]){0, 2}}};
    struct armex_table *table = share(
        2022, two, 2, (struct armex_share_options){.from = 2023, .entities = true});

    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 1, "previous_share"), 0, 0);
    assert_string_equal(word(table, 1, "previous_status"), "below_resolution");
    assert_string_equal(word(table, 1, "status"), "final");
    const size_t before = armex_table_column(table, "previous_status");
    assert_false(table->columns[before].machine);
    assert_true(table->columns[armex_table_column(table, "status")].machine);
    armex_table_free(table);
}

static void published_shares_beyond_a_hundred_are_of_their_sum(void **state)
{
    (void)state;
    const double eighty = 80, forty = 40;
    const struct by_hand hands[] = {
        {.entity = "KOR",
         .unit = "percent",
         .scope = "share",
         .marks = "F",
         .values = &eighty},
        {.entity = "FRA",
         .unit = "percent",
         .scope = "share",
         .marks = "F",
         .values = &forty},
    };
    struct armex_table *table = share(2023, hands, 2, (struct armex_share_options){0});
    assert_close(cell(table, 0, "cr1"), 2.0 / 3, 1e-15);
    assert_close(cell(table, 0, "hhi"), 5.0 / 9, 1e-15);
    armex_table_free(table);
}

/* 2022: 6 and 4 of nobody knows whom; 2023 the latter alone. */
static void who_is_unknown_has_no_part_in_the_change_and_makes_no_year(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "FF.", .values = (double[]){6, 6, 0}},
        {.entity = "unknown-supplier",
         .name = "unknown supplier(s)",
         .marks = "FFF",
         .values = (double[]){4, 2, 3}},
    };
    struct armex_table *table = share(2022, hands, 2, (struct armex_share_options){0});
    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 1, "hhi"), 0.5625, 1e-15);
    assert_close(cell(table, 1, "staying"), 0.5625 - 0.36, 1e-15);
    assert_close(cell(table, 1, "change"), 0.5625 - 0.36, 1e-15);
    armex_table_free(table);
    refused(&hands[1], 1, (struct armex_share_options){0}, ARMEX_BAD_INPUT,
            "nobody has a figure in the years 2022 to 2024 here");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_year_has_its_index_and_the_change_adds_up),
        cmocka_unit_test(entity_by_entity_the_parts_are_those_of_the_index),
        cmocka_unit_test(windows_are_summed_and_compared_with_the_windows_before),
        cmocka_unit_test(
            the_world_has_no_share_and_unknown_suppliers_count_in_the_total),
        cmocka_unit_test(published_shares_are_of_a_hundred_whoever_is_not_listed),
        cmocka_unit_test(what_cannot_be_shared_is_refused_in_words),
        cmocka_unit_test(
            below_zero_there_are_no_shares_and_the_largest_doubles_are_no_total),
        cmocka_unit_test(a_share_of_nothing_says_whether_it_was_too_little_to_print),
        cmocka_unit_test(published_shares_beyond_a_hundred_are_of_their_sum),
        cmocka_unit_test(who_is_unknown_has_no_part_in_the_change_and_makes_no_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
