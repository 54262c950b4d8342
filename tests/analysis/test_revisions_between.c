/** Two states of knowledge by hand: what changed, and what it moved. */
#include "vintage_by_hand.h"

#include "analysis/revisions.h"

static const struct armex_selection everything = {.any_measure = true};

static struct armex_table *between(const struct by_hand *before, size_t n_before,
                                   const struct by_hand *after, size_t n_after,
                                   const struct armex_selection *selection)
{
    struct armex_panel *was = panel_by_hand(2020, before, n_before);
    struct armex_panel *is = panel_by_hand(2020, after, n_after);
    struct armex_table *table;

    assert_int_equal(armex_revisions_between(&table, (struct armex_revised){was, NULL},
                                             (struct armex_revised){is, NULL},
                                             selection, NULL),
                     ARMEX_OK);
    armex_panel_free(was);
    armex_panel_free(is);
    return table;
}

static const struct by_hand before[] = {
    {.entity = "FRA",
     .name = "France",
     .marks = "FF.",
     .values = (double[]){10, 20, 0}},
    {.entity = "ITA",
     .name = "Italy",
     .marks = "FFF",
     .values = (double[]){15, 15, 15}},
    {.entity = "POL", .name = "Poland", .marks = "FF.", .values = (double[]){1, 2, 0}},
    {.entity = "WLD",
     .name = "World",
     .marks = "FFF",
     .values = (double[]){90, 90, 90}}};
static const struct by_hand after[] = {
    {.entity = "FRA",
     .name = "France",
     .marks = "FFF",
     .values = (double[]){16, 20, 30}},
    {.entity = "ITA",
     .name = "Italy",
     .marks = "FFF",
     .values = (double[]){15, 15, 15}},
    {.entity = "POL", .name = "Poland", .marks = "F..", .values = (double[]){1, 0, 0}},
    {.entity = "WLD",
     .name = "World",
     .marks = "FFF",
     .values = (double[]){90, 90, 90}}};

static void each_kind_of_change_has_its_row_and_what_it_moved(void **state)
{
    (void)state;
    struct armex_table *table = between(before, 4, after, 4, &everything);

    assert_int_equal(table->n_rows, 5); // nothing of the world's moved
    assert_string_equal(word(table, 0, "what"), "revised"); // France 2020, 10 to 16
    assert_close(cell(table, 0, "change"), 0.6, 1e-15);
    assert_close(cell(table, 0, "rank_before"), 2, 0);
    assert_close(cell(table, 0, "rank_after"), 1, 0);
    assert_missing(cell(table, 0, "growth_before"));
    assert_string_equal(word(table, 1, "what"), "moved"); // 2021 stayed, growth did not
    assert_close(cell(table, 1, "growth_before"), 1.0, 1e-15);
    assert_close(cell(table, 1, "growth_after"), 0.25, 1e-15);
    assert_string_equal(word(table, 2, "what"), "added");
    assert_close(cell(table, 2, "after"), 30, 0);
    assert_missing(cell(table, 2, "before"));
    assert_missing(cell(table, 2, "change"));
    assert_string_equal(word(table, 3, "name"), "Italy"); // 2020: overtaken
    assert_string_equal(word(table, 3, "what"), "moved");
    assert_close(cell(table, 3, "rank_after"), 2, 0);
    // Italy 2022 is first of one, then second of two: the first is no rank
    assert_string_equal(word(table, 4, "name"), "Poland");
    assert_string_equal(word(table, 4, "what"), "withdrawn");
    armex_table_free(table);
}

static void nothing_changed_is_an_empty_table(void **state)
{
    (void)state;
    struct armex_table *table = between(before, 4, before, 4, &everything);

    assert_int_equal(table->n_rows, 0);
    assert_note(table->notes, "0 figures revised, 0 added, 0 withdrawn; 0 ranks moved");
    armex_table_free(table);
}

static void only_what_is_selected_has_rows_but_rivals_count(void **state)
{
    (void)state;
    const struct armex_entity *italy = armex_entity_by_code("ITA");
    const struct armex_selection one = {.entities = &italy,
                                        .n_entities = 1,
                                        .from = 2020,
                                        .to = 2020,
                                        .any_measure = true};
    struct armex_table *table = between(before, 4, after, 4, &one);

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "rank_before"), 1, 0);
    assert_close(cell(table, 0, "rank_after"), 2, 0);
    assert_note(table->notes, "0 figures revised, 0 added, 0 withdrawn; 1 ranks moved");
    armex_table_free(table);
}

static void a_series_that_is_gone_is_withdrawn_and_one_from_zero_has_no_rate(
    void **state)
{
    (void)state;
    const struct by_hand old[] = {
        {.entity = "FRA", .name = "France", .marks = "0F", .values = (double[]){0, 2}},
        {.entity = "ITA", .name = "Italy", .marks = "F.", .values = (double[]){7, 0}}};
    const struct by_hand new[] = {
        {.entity = "FRA", .name = "France", .marks = "FF", .values = (double[]){4, 2}}};
    struct armex_table *table = between(old, 2, new, 1, &everything);

    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "what"), "revised");
    assert_missing(cell(table, 0, "change"));
    assert_string_equal(word(table, 1, "what"), "withdrawn");
    assert_close(cell(table, 1, "before"), 7, 0);
    armex_table_free(table);
}

static void states_in_two_units_have_no_ranks(void **state)
{
    (void)state;
    const struct by_hand old[] = {
        {.entity = "FRA", .unit = "eur", .marks = "F", .values = (double[]){3}},
        {.entity = "KOR", .unit = "usd", .marks = "F", .values = (double[]){2}}};
    const struct by_hand new[] = {
        {.entity = "FRA", .unit = "eur", .marks = "F", .values = (double[]){1}},
        {.entity = "KOR", .unit = "usd", .marks = "F", .values = (double[]){2}}};
    struct armex_table *table = between(old, 2, new, 2, &everything);

    assert_int_equal(table->n_rows, 1);
    assert_missing(cell(table, 0, "rank_before"));
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_change_has_its_row_and_what_it_moved),
        cmocka_unit_test(nothing_changed_is_an_empty_table),
        cmocka_unit_test(only_what_is_selected_has_rows_but_rivals_count),
        cmocka_unit_test(
            a_series_that_is_gone_is_withdrawn_and_one_from_zero_has_no_rate),
        cmocka_unit_test(states_in_two_units_have_no_ranks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
