/** One claim under every choice, in a store by hand. */
#include "vintage_by_hand.h"

#include <stdio.h>
#include <unistd.h>

#include "analysis/robust.h"

/* A store in the folder of the test, with the vintages of one dataset. */
static struct armex_store *store_of(struct armex_vintage **vintages, size_t n)
{
    struct armex_store *store;
    static int folders;
    char folder[64];

    snprintf(folder, sizeof folder, "store-%d-%d", (int)getpid(), folders++);
    assert_int_equal(armex_store_open(&store, folder, NULL, NULL), ARMEX_OK);
    for (size_t i = 0; i < n; i++) {
        enum armex_added added;
        struct armex_error error;
        if (armex_store_add(&added, store, vintages[i], &error))
            fail_msg("%s", error.message);
        armex_vintage_free(vintages[i]);
    }
    return store;
}

static struct armex_table *ask(struct armex_store *store, const char *claim,
                               struct armex_robust_options options)
{
    struct armex_statements statements = {.arena = armex_arena_create()};
    struct armex_table *table;
    struct armex_error error;

    assert_int_equal(armex_claim_read(&statements, "1", claim, &error), ARMEX_OK);
    if (armex_robust(&table, store, &statements.items[0], &options, &error))
        fail_msg("%s", error.message);
    armex_arena_free(statements.arena);
    return table;
}

/* 100, 200, 100, 300 in 2020 to 2023; the last was 150 when it was first told. */
static struct armex_store *four_years(void)
{
    const struct by_hand series = {.marks = "....", .values = (double[]){0, 0, 0, 0}};
    const struct publication_by_hand told[] = {
        {0, 2020, 100, ARMEX_FINAL, "2021-01-01", "A"},
        {0, 2021, 200, ARMEX_FINAL, "2022-01-01", "A"},
        {0, 2022, 100, ARMEX_FINAL, "2023-01-01", "A"},
        {0, 2023, 150, ARMEX_PRELIMINARY, "2024-01-01", "A"},
        {0, 2023, 300, ARMEX_FINAL, "2025-01-01", "A"}};
    struct armex_vintage *vintage =
        vintage_by_hand("mine", panel_by_hand(2020, &series, 1));

    publish_by_hand(vintage, told, sizeof told / sizeof *told);
    return store_of(&vintage, 1);
}

static void every_start_end_and_figure_is_a_choice_once(void **state)
{
    (void)state;
    struct armex_store *store = four_years();
    struct armex_table *table =
        ask(store, "KOR orders growth 2020-2023 > 0 %",
            (struct armex_robust_options){.around = 1, .choices = true});

    /* start 2020, 2021 (2019 has no figure); end 2022, 2023 (2024 has none): 2020-22:
       0; 2021-22: -50 %; 2020-23: 200 and 50 %; 2021-23: 50 and -25 % */
    assert_int_equal(table->n_rows, 6);
    assert_close(cell(table, 0, "start"), 2020, 0);
    assert_close(cell(table, 0, "end"), 2022, 0);
    assert_close(cell(table, 0, "found"), 0.0, 0);
    assert_string_equal(word(table, 0, "holds"), "no");
    assert_close(cell(table, 1, "found"), -0.5, 0);
    assert_close(cell(table, 2, "found"), 2.0, 0);
    assert_close(cell(table, 3, "found"), 0.5, 0);
    assert_string_equal(word(table, 3, "vintage"), "2024-01-01");
    assert_string_equal(word(table, 3, "holds"), "yes");
    assert_close(cell(table, 5, "found"), -0.25, 0);
    assert_string_equal(table->title,
                        "South Korea: growth of orders 2020 to 2023, more "
                        "than 0 % holds in 3 of 6 choices");
    armex_table_free(table);
    armex_store_close(store);
}

static void the_summary_counts_each_value_of_each_choice(void **state)
{
    (void)state;
    struct armex_store *store = four_years();
    struct armex_table *table = ask(store, "KOR orders growth 2020-2023 > 0 %",
                                    (struct armex_robust_options){.around = 1});

    assert_string_equal(word(table, 0, "choice"), "all");
    assert_close(cell(table, 0, "holds"), 3, 0);
    assert_close(cell(table, 0, "n"), 6, 0);
    assert_close(cell(table, 0, "share"), 0.5, 0);
    assert_string_equal(word(table, 1, "choice"), "start"); // one dataset, one count
    assert_string_equal(word(table, 1, "of"), "2020");
    assert_close(cell(table, 1, "n"), 3, 0);
    assert_close(cell(table, 1, "holds"), 2, 0);
    for (size_t row = 0; row < table->n_rows; row++)
        assert_string_not_equal(word(table, row, "choice"),
                                "window"); // always one year
    armex_table_free(table);
    armex_store_close(store);
}

static void an_amount_over_a_window_is_the_mean_of_its_years(void **state)
{
    (void)state;
    struct armex_store *store = four_years();
    struct armex_table *table =
        ask(store, "KOR orders 2022 >= 130 usd",
            (struct armex_robust_options){.around = 1, .choices = true});
    size_t windows = 0;

    for (size_t row = 0; row < table->n_rows; row++) {
        if (cell(table, row, "window") != 3)
            continue;
        windows++;
        if (cell(table, row, "end") == 2022)
            assert_close(cell(table, row, "found"), 400.0 / 3.0, 1e-12);
    }
    assert_int_equal(windows, 3); // 2022 once, 2023 with either figure
    armex_table_free(table);
    armex_store_close(store);
}

static void nothing_to_judge_by_is_said(void **state)
{
    (void)state;
    struct armex_statements statements = {.arena = armex_arena_create()};
    const struct armex_robust_options options = {0};
    struct armex_store *store = four_years();
    struct armex_table *table;
    struct armex_error error;

    armex_claim_read(&statements, "1", "FRA orders 2022 = 1 bn usd", NULL);
    assert_int_equal(
        armex_robust(&table, store, &statements.items[0], &options, &error),
        ARMEX_USAGE);
    assert_null(table);
    assert_string_equal(error.message,
                        "no dataset holds such a figure of France in those years");
    armex_arena_free(statements.arena);
    armex_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_start_end_and_figure_is_a_choice_once),
        cmocka_unit_test(the_summary_counts_each_value_of_each_choice),
        cmocka_unit_test(an_amount_over_a_window_is_the_mean_of_its_years),
        cmocka_unit_test(nothing_to_judge_by_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
