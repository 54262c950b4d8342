/** Counts set beside each other, by hand. */
#include "vintage_by_hand.h"

#include "analysis/agreement_unlike.h"
#include "analysis/compare.h"
#include "store/select.h"

/* The panel of a vintage by hand: with its provenance. Takes `panel` over. */
static struct armex_panel *sourced(const char *dataset, struct armex_panel *panel)
{
    const struct armex_selection all = {.any_measure = true, .scope = "all"};
    struct armex_vintage *vintage = vintage_by_hand(dataset, panel);
    struct armex_panel *out;
    assert_int_equal(armex_select(&out, vintage, &all, NULL), ARMEX_OK);
    armex_vintage_free(vintage);
    return out;
}

static struct armex_table *compare(struct armex_panel *a, struct armex_panel *b,
                                   enum armex_compare_by by)
{
    const struct armex_panel *panels[] = {a, b};
    struct armex_table *table;
    assert_int_equal(armex_compare(&table, panels, 2, by, 1, NULL), ARMEX_OK);
    armex_panel_free(a);
    armex_panel_free(b);
    return table;
}

static const struct by_hand first[] = {
    {.entity = "FRA",
     .name = "France",
     .marks = "FFF.",
     .values = (double[]){2, 4, 6, 0}},
    {.entity = "ITA",
     .name = "Italy",
     .marks = "FFFF",
     .values = (double[]){1, 9, 3, 5}},
    {.entity = "KOR",
     .name = "South Korea",
     .marks = "FFFF",
     .values = (double[]){3, 5, 1, 2}},
    {.entity = "WLD",
     .name = "World",
     .marks = "FFFF",
     .values = (double[]){9, 20, 30, 40}},
};
static const struct by_hand second[] = {
    {.entity = "FRA",
     .name = "France",
     .marks = "FFFF",
     .values = (double[]){1, 2, 3, 4}},
    {.entity = "KOR",
     .name = "South Korea",
     .marks = "FFFF",
     .values = (double[]){4, 1, 2, 3}},
    {.entity = "POL",
     .name = "Poland",
     .marks = "FFFF",
     .values = (double[]){1, 1, 1, 1}},
    {.entity = "WLD",
     .name = "World",
     .marks = "FFFF",
     .values = (double[]){10, 20, 30, 40}},
};

static void entities_come_after_the_pair_with_figures_that_both_have(void **state)
{
    (void)state;
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, first, 4)),
                sourced("two", panel_by_hand(2020, second, 4)), ARMEX_BY_ENTITY);

    assert_int_equal(table->n_rows, 4);
    assert_string_equal(word(table, 0, "entity"), "");
    assert_close(cell(table, 0, "n"), 7, 0); // the World's 4 are these again
    assert_close(cell(table, 0, "ratio"), 2.0, 1e-15);
    assert_string_equal(word(table, 1, "entity"), "FRA");
    assert_close(cell(table, 1, "n"), 3, 0);
    assert_close(cell(table, 1, "only_a"), 0, 0);
    assert_close(cell(table, 1, "only_b"), 1, 0);
    assert_close(cell(table, 1, "ratio"), 2.0, 1e-15);
    assert_close(cell(table, 1, "bias"), log(2.0), 1e-15);
    assert_close(cell(table, 1, "lower"), log(2.0), 1e-15);
    assert_close(cell(table, 1, "spearman"), 1.0, 1e-15);
    assert_close(cell(table, 1, "same_direction"), 1.0, 0);
    assert_close(cell(table, 1, "index_ratio"), 1.0, 1e-15);
    assert_string_equal(word(table, 2, "entity"), "KOR");
    assert_close(cell(table, 2, "same_direction"), 1.0 / 3.0, 1e-15); // only the last
    assert_string_equal(word(table, 3, "entity"), "WLD");
    assert_note(table->notes, "one (orders) has, two (orders) has not: Italy");
    assert_note(table->notes, "two (orders) has, one (orders) has not: Poland");
    armex_table_free(table);
}

static void ranks_of_a_year_are_of_states_and_the_world_is_none(void **state)
{
    (void)state;
    const struct by_hand a[] = {
        {.entity = "DEU", .name = "Germany", .marks = "FF", .values = (double[]){1, 4}},
        {.entity = "FRA", .name = "France", .marks = "FF", .values = (double[]){2, 3}},
        {.entity = "ITA", .name = "Italy", .marks = "FF", .values = (double[]){3, 2}},
        {.entity = "WLD", .name = "World", .marks = "FF", .values = (double[]){9, 9}}};
    const struct by_hand b[] = {
        {.entity = "DEU", .name = "Germany", .marks = "FF", .values = (double[]){1, 1}},
        {.entity = "FRA", .name = "France", .marks = "FF", .values = (double[]){2, 2}},
        {.entity = "ITA", .name = "Italy", .marks = "FF", .values = (double[]){3, 3}},
        {.entity = "WLD",
         .name = "World",
         .marks = "FF",
         .values = (double[]){0.5, 90}}};
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, a, 4)),
                sourced("two", panel_by_hand(2020, b, 4)), ARMEX_BY_YEAR);

    assert_int_equal(table->n_rows, 3);
    assert_close(cell(table, 0, "kendall"), 0.0, 1e-15); // mean of 1 and -1
    assert_missing(cell(table, 0, "year"));
    assert_close(cell(table, 1, "year"), 2020, 0);
    assert_close(cell(table, 1, "kendall"), 1.0, 1e-15);
    assert_close(cell(table, 2, "spearman"), -1.0, 1e-15);
    armex_table_free(table);
}

static void totals_alone_are_compared_with_each_other(void **state)
{
    (void)state;
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, first + 3, 1)),
                sourced("two", panel_by_hand(2020, second + 3, 1)), ARMEX_BY_PAIR);

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "n"), 4, 0);
    assert_close(cell(table, 0, "ratio"), 1.0, 0);
    armex_table_free(table);
}

static bool is_seen(const struct armex_table *table, const char *name)
{
    for (size_t c = 0; c < table->n_columns; c++)
        if (strcmp(table->columns[c].name, name) == 0)
            return !table->columns[c].machine;
    fail();
    return false;
}

static void vintages_of_one_dataset_are_told_apart(void **state)
{
    (void)state;
    const struct by_hand empty[] = {
        first[0], {.entity = "POL", .name = "Poland", .marks = "...."}};
    const struct armex_date later = {2031, 5, 4};
    struct armex_panel *newer = sourced("one", panel_by_hand(2020, second, 4));
    newer->notes.sources[0].vintage = later;
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, empty, 2)), newer, ARMEX_BY_PAIR);

    assert_true(is_seen(table, "vintage_a"));
    assert_true(is_seen(table, "vintage_b"));
    assert_string_equal(word(table, 0, "vintage_b"), "2031-05-04");
    // Poland stands in the older one without any figure, and the World is no state
    assert_note(table->notes, "one@2031-05-04 (orders) has, one@"
                              "2026-11-23"
                              " (orders) has not: South Korea, Poland");
    armex_table_free(table);
    table = compare(sourced("one", panel_by_hand(2020, first, 4)),
                    sourced("two", panel_by_hand(2020, second, 4)), ARMEX_BY_PAIR);
    assert_false(is_seen(table, "vintage_a"));
    armex_table_free(table);
}

static void tiv_is_never_divided_by_dollars_and_the_note_teaches_why(void **state)
{
    (void)state;
    const struct by_hand tiv = {
        .unit = "tiv", .marks = "FFF", .values = (double[]){1, 2, 3}};
    const struct by_hand usd = {
        .measure = ARMEX_DELIVERIES, .marks = "FFF", .values = (double[]){5, 6, 9}};
    struct armex_panel *volume = panel_by_hand(2020, &tiv, 1);
    volume->series[0].measure = ARMEX_DELIVERIES_TIV; // 0, which reads as left out
    struct armex_table *table =
        compare(sourced("one", volume), sourced("two", panel_by_hand(2020, &usd, 1)),
                ARMEX_BY_ENTITY);

    assert_int_equal(table->n_rows, 1);
    assert_missing(cell(table, 0, "ratio"));
    assert_missing(cell(table, 0, "bias"));
    assert_missing(cell(table, 0, "concordance"));
    assert_close(cell(table, 0, "spearman"), 1.0, 1e-15);
    assert_close(cell(table, 0, "same_direction"), 1.0, 0);
    assert_close(cell(table, 0, "index_ratio"), 3.0 / 1.8, 1e-15);
    assert_note(
        table->notes,
        "no ratio of deliveries-tiv to deliveries, only ranks, growth and "
        "direction: TIV measures military capability moved, not price: the same "
        "aircraft counts the same whether sold, lent or given, and 40 % of that "
        "when second-hand; there is no exchange rate to money");
    armex_table_free(table);
}

static void states_in_several_currencies_are_not_ranked(void **state)
{
    (void)state;
    const struct by_hand mixed[] = {
        {.entity = "DEU", .unit = "eur", .marks = "F", .values = (double[]){1}},
        {.entity = "KOR", .unit = "usd", .marks = "F", .values = (double[]){2}},
        {.entity = "POL", .unit = "eur", .marks = "F", .values = (double[]){3}}};
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, mixed, 3)),
                sourced("two", panel_by_hand(2020, mixed, 3)), ARMEX_BY_PAIR);

    assert_int_equal(table->n_rows, 1);
    assert_missing(cell(table, 0, "spearman"));
    assert_close(cell(table, 0, "ratio"), 1.0, 0);
    assert_note(table->notes,
                "states are counted in several currencies, so their ranks "
                "are not compared; --unit usd sets them in one");
    armex_table_free(table);
}

/* Two more have nothing on one side or the other, and no place. Of 2021 four states:
   one has 8 7 6 5, two has 1 7 8 5; 7 and 5 stay, the others are 2 and 3 places apart.
   Of 2020 nobody moved. */
static void states_ranked_far_apart_come_with_both_ranks(void **state)
{
    (void)state;
    const struct by_hand a[] = {
        {.entity = "DEU", .name = "Germany", .marks = "FF", .values = (double[]){9, 8}},
        {.entity = "FRA", .name = "France", .marks = "FF", .values = (double[]){4, 7}},
        {.entity = "ITA", .name = "Italy", .marks = "FF", .values = (double[]){3, 6}},
        {.entity = "KOR", .name = "Korea", .marks = "FF", .values = (double[]){2, 5}},
        {.entity = "POL", .name = "Poland", .marks = "F0", .values = (double[]){1, 0}},
        {.entity = "SWE", .name = "Sweden", .marks = "FF", .values = (double[]){1, 9}},
        {.entity = "WLD", .name = "World", .marks = "FF", .values = (double[]){1, 1}}};
    const struct by_hand b[] = {
        {.entity = "DEU", .name = "Germany", .marks = "FF", .values = (double[]){9, 1}},
        {.entity = "FRA", .name = "France", .marks = "FF", .values = (double[]){4, 7}},
        {.entity = "ITA", .name = "Italy", .marks = "FF", .values = (double[]){3, 8}},
        {.entity = "KOR", .name = "Korea", .marks = "FF", .values = (double[]){2, 5}},
        {.entity = "POL", .name = "Poland", .marks = "FF", .values = (double[]){1, 9}},
        {.entity = "SWE", .name = "Sweden", .marks = "F0", .values = (double[]){1, 0}},
        {.entity = "WLD", .name = "World", .marks = "FF", .values = (double[]){9, 99}}};
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, a, 7)),
                sourced("two", panel_by_hand(2020, b, 7)), ARMEX_BY_RANK);

    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "entity"), "DEU");
    assert_close(cell(table, 0, "year"), 2021, 0);
    assert_close(cell(table, 0, "n"), 4, 0);
    assert_close(cell(table, 0, "rank_a"), 1, 0);
    assert_close(cell(table, 0, "rank_b"), 4, 0);
    assert_close(cell(table, 0, "apart"), 3, 0);
    assert_string_equal(word(table, 1, "entity"), "ITA");
    assert_close(cell(table, 1, "apart"), 2, 0);
    assert_note(table->notes,
                "states whose ranks are more than 1 place apart, of those "
                "that both have a figure of in that year");
    armex_table_free(table);
}

/* Three states go opposite ways, Korea's printed 0 is last in both: tau 0. Poland, nil
   in both, would make it 0.22. */
static void states_nil_in_both_do_not_make_ranks_agree(void **state)
{
    (void)state;
    const struct by_hand a[] = {
        {.entity = "DEU", .marks = "F0", .values = (double[]){3, 0}},
        {.entity = "FRA", .marks = "F0", .values = (double[]){2, 0}},
        {.entity = "ITA", .marks = "F.", .values = (double[]){1, 0}},
        {.entity = "KOR", .marks = "<.", .values = (double[]){0, 0}},
        {.entity = "POL", .marks = "0.", .values = (double[]){0, 0}}};
    const struct by_hand b[] = {
        {.entity = "DEU", .marks = "F0", .values = (double[]){1, 0}},
        {.entity = "FRA", .marks = "FF", .values = (double[]){2, 5}},
        {.entity = "ITA", .marks = "F.", .values = (double[]){3, 0}},
        {.entity = "KOR", .marks = "<.", .values = (double[]){0, 0}},
        {.entity = "POL", .marks = "0.", .values = (double[]){0, 0}}};
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, a, 5)),
                sourced("two", panel_by_hand(2020, b, 5)), ARMEX_BY_YEAR);

    assert_int_equal(table->n_rows, 3);
    assert_close(cell(table, 0, "kendall"), 0.0, 1e-15);
    assert_close(cell(table, 0, "nil_both"), 2, 0);
    assert_close(cell(table, 1, "kendall"), 0.0, 1e-15);
    assert_close(cell(table, 1, "nil_both"), 1, 0);
    assert_close(cell(table, 1, "n"), 5, 0); // both have it all the same
    assert_missing(cell(table, 2, "kendall"));
    assert_close(cell(table, 2, "nil_both"), 1, 0);
    assert_note(table->notes, "rank correlations of a year leave out states that are "
                              "nil in both: 2 of one (orders) and two (orders)");
    armex_table_free(table);
}

static void a_reason_against_ratios_is_said_once_for_all_its_pairs(void **state)
{
    (void)state;
    const struct by_hand money[] = {
        {.entity = "FRA", .marks = "F", .values = (double[]){1}},
        {.entity = "KOR", .marks = "F", .values = (double[]){2}},
        {.entity = "KOR",
         .marks = "F",
         .values = (double[]){3},
         .measure = ARMEX_DELIVERIES}};
    const struct by_hand volume[] = {
        {.entity = "FRA", .unit = "tiv", .marks = "F", .values = (double[]){4}},
        {.entity = "KOR", .unit = "tiv", .marks = "F", .values = (double[]){5}}};
    struct armex_panel *tiv = panel_by_hand(2020, volume, 2);
    tiv->series[0].measure = tiv->series[1].measure = ARMEX_DELIVERIES_TIV;
    struct armex_table *table = compare(sourced("one", panel_by_hand(2020, money, 3)),
                                        sourced("two", tiv), ARMEX_BY_PAIR);
    size_t reasons = 0;

    assert_int_equal(table->n_rows, 3);
    assert_note(
        table->notes,
        "no ratio in 2 pairs: deliveries to deliveries-tiv, orders to "
        "deliveries-tiv; only ranks, growth and direction: TIV measures military "
        "capability moved, not price: the same aircraft counts the same whether sold, "
        "lent or given, and 40 % of that when second-hand; there is no exchange rate "
        "to money");
    for (size_t i = 0; i < table->notes.n_notes; i++)
        reasons += strncmp(table->notes.notes[i], "no ratio", 8) == 0;
    assert_int_equal(reasons, 2); // orders are no deliveries
    assert_false(is_seen(table, "ratio"));
    armex_table_free(table);
}

static void who_is_missing_is_named_of_three_pairs_at_most(void **state)
{
    (void)state;
    const struct by_hand money[] = {
        {.entity = "FRA", .marks = "F", .values = (double[]){1}},
        {.marks = "F", .values = (double[]){2}},
        {.marks = "F", .values = (double[]){3}, .measure = ARMEX_DELIVERIES},
        {.marks = "F", .values = (double[]){3}, .measure = ARMEX_LICENCES}};
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, money, 4)),
                sourced("two", panel_by_hand(2020, money, 2)), ARMEX_BY_PAIR);

    assert_int_equal(table->n_rows, 6);
    assert_true(is_seen(table, "ratio")); // of orders to orders
    assert_note(table->notes,
                "who is in the one count and not in the other is said of up to 3 "
                "pairs; these are 6: name datasets, or a measure with -m");
    armex_table_free(table);
}

static void figures_stand_side_by_side_where_both_have_one(void **state)
{
    (void)state;
    struct armex_table *table =
        compare(sourced("one", panel_by_hand(2020, first, 4)),
                sourced("two", panel_by_hand(2020, second, 4)), ARMEX_BY_FIGURE);

    assert_int_equal(table->n_rows, 7); // France 3 years, South Korea 4, not the World
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_close(cell(table, 0, "year"), 2020, 0);
    assert_close(cell(table, 0, "value_a"), 2, 0);
    assert_close(cell(table, 0, "value_b"), 1, 0);
    assert_close(cell(table, 0, "ratio"), 2, 0);
    assert_string_equal(word(table, 0, "dataset_b"), "two");
    assert_string_equal(word(table, 0, "status_a"), "final");
    assert_string_equal(word(table, 0, "unlike"), "");
    assert_string_equal(word(table, 6, "entity"), "KOR");
    assert_close(cell(table, 6, "year"), 2023, 0);
    assert_close(cell(table, 6, "years_a"), 1, 0);
    armex_table_free(table);
}

static void one_count_alone_is_refused(void **state)
{
    (void)state;
    struct armex_panel *panel = sourced("one", panel_by_hand(2020, first, 4));
    const struct armex_panel *panels[] = {panel};
    struct armex_table *table;
    struct armex_error error;

    assert_int_equal(armex_compare(&table, panels, 1, ARMEX_BY_PAIR, 0, &error),
                     ARMEX_USAGE);
    assert_null(table);
    assert_string_equal(error.message,
                        "there is one count only; name two datasets, two vintages, or "
                        "one with several measures");
    armex_panel_free(panel);
}

static void figures_of_unlike_kinds_have_no_ratio(void **state)
{
    (void)state;
    const struct by_hand kinds[] = {
        {.marks = "F", .values = (double[]){1}},
        {.marks = "F", .values = (double[]){1}, .unit = "eur"},
        {.marks = "F", .values = (double[]){1}, .unit = "usd-2020"},
        {.marks = "F", .values = (double[]){1}, .unit = "rank"},
        {.marks = "F", .values = (double[]){1}, .years = 5},
        {.marks = "F", .values = (double[]){1}, .scope = "by-order-year"},
        {.marks = "F", .values = (double[]){1}, .measure = ARMEX_DELIVERIES},
        {.marks = "F", .values = (double[]){1}, .measure = ARMEX_LICENCES},
        {.marks = "F", .values = (double[]){1}, .measure = ARMEX_CUSTOMS}};
    const size_t n = sizeof kinds / sizeof *kinds;
    struct armex_panel *panel = panel_by_hand(2020, kinds, n);

    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            const char *why = armex_unlike(&panel->series[i], &panel->series[j]);
            // two ranks are alike, and yet no amounts
            assert_true((why == NULL) == (i == j && i != 3));
            assert_ptr_equal(why, armex_unlike(&panel->series[j], &panel->series[i]));
        }
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entities_come_after_the_pair_with_figures_that_both_have),
        cmocka_unit_test(ranks_of_a_year_are_of_states_and_the_world_is_none),
        cmocka_unit_test(totals_alone_are_compared_with_each_other),
        cmocka_unit_test(vintages_of_one_dataset_are_told_apart),
        cmocka_unit_test(tiv_is_never_divided_by_dollars_and_the_note_teaches_why),
        cmocka_unit_test(states_in_several_currencies_are_not_ranked),
        cmocka_unit_test(states_ranked_far_apart_come_with_both_ranks),
        cmocka_unit_test(states_nil_in_both_do_not_make_ranks_agree),
        cmocka_unit_test(a_reason_against_ratios_is_said_once_for_all_its_pairs),
        cmocka_unit_test(who_is_missing_is_named_of_three_pairs_at_most),
        cmocka_unit_test(figures_stand_side_by_side_where_both_have_one),
        cmocka_unit_test(one_count_alone_is_refused),
        cmocka_unit_test(figures_of_unlike_kinds_have_no_ratio),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
