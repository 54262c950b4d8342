/** tests/analysis/test_rank_interval.c: rank intervals as a ranking shows them. */
#include <errno.h>
#include <pthread.h>

#include "analysis/rank.h"
#include "by_hand.h"

static int threads_asked_for;

/* In place of the system's: a machine that gives no thread, and counts. */
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                   void *(*run)(void *), void *argument)
{
    (void)thread, (void)attributes, (void)run, (void)argument;
    threads_asked_for++;
    return EAGAIN;
}

static const struct by_hand three[] = {
    {.entity = "KOR", .name = "South Korea", .marks = "FF", .values = (double[]){1, 3}},
    {.entity = "FRA", .name = "France", .marks = "FF", .values = (double[]){9, 8}},
    {.entity = "ISR", .name = "Israel", .marks = "FF", .values = (double[]){2, 2}},
};

static armex_status rank(struct armex_table **out, struct armex_rank_options options,
                         struct armex_error *error)
{
    struct armex_panel *panel = panel_by_hand(2022, three, 3);
    options.interval = true;
    const armex_status status = armex_rank(out, panel, &options, error);
    armex_panel_free(panel);
    return status;
}

/* The sums of South Korea are 2, 4, 4, 6; Israel's always 4; France's 16 and more. */
static void each_row_says_how_far_its_rank_may_be_off(void **state)
{
    (void)state;
    struct armex_table *table;
    const struct armex_rank_options options = {.window = 2, .top = 2, .seed = 1};

    assert_int_equal(rank(&table, options, NULL), ARMEX_OK);
    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 0, "rank_low"), 1, 0);
    assert_close(cell(table, 0, "rank_high"), 1, 0);
    assert_close(cell(table, 0, "top_probability"), 1, 0);
    assert_string_equal(word(table, 1, "entity"), "ISR"); // before KOR by code
    assert_close(cell(table, 1, "rank_low"), 2, 0);
    assert_close(cell(table, 1, "rank_high"), 3, 0);
    assert_close(cell(table, 1, "top_probability"), 0.75, 0.025);
    assert_string_equal(
        table->columns[armex_table_column(table, "top_probability")].title,
        "Among the first 2");
    assert_note(
        table->notes,
        "rank interval: from the 2.5th to the 97.5th percentile of the ranks in "
        "10000 resamples (seed 1); in each, every entity's 2 years are drawn "
        "anew with replacement, apart from the others'; it shows how much the "
        "order rests on single years, not errors of measurement");
    armex_table_free(table);
}

static int threads_beside_the_first(int most)
{
    struct armex_table *table;
    const struct armex_rank_options options = {.window = 2, .seed = 1, .threads = most};

    threads_asked_for = 0;
    assert_int_equal(rank(&table, options, NULL), ARMEX_OK);
    assert_close(cell(table, 1, "rank_high"), 3, 0);
    armex_table_free(table);
    return threads_asked_for;
}

static void no_more_threads_are_taken_than_allowed(void **state)
{
    (void)state;
    assert_int_equal(threads_beside_the_first(1), 0);
    assert_int_equal(threads_beside_the_first(2), 1);
    assert_int_equal(threads_beside_the_first(5), 4);
}

static void a_ranking_without_intervals_has_no_such_columns(void **state)
{
    (void)state;
    struct armex_table *table;
    struct armex_panel *panel = panel_by_hand(2022, three, 3);
    assert_int_equal(
        armex_rank(&table, panel, &(struct armex_rank_options){.window = 2}, NULL),
        ARMEX_OK);
    assert_int_equal(armex_table_column(table, "rank_low"), table->n_columns);
    armex_table_free(table);
    armex_panel_free(panel);
}

static void refused(struct armex_rank_options options, const char *message)
{
    struct armex_table *table;
    struct armex_error error;
    assert_int_equal(rank(&table, options, &error), ARMEX_USAGE);
    assert_null(table);
    assert_string_equal(error.message, message);
}

static void what_has_no_years_to_draw_from_is_refused(void **state)
{
    (void)state;
    refused((struct armex_rank_options){0},
            "--interval draws the years of a window anew; give --window 2 to 6");
    refused((struct armex_rank_options){.window = 2, .by = ARMEX_BY_GROWTH},
            "--interval is about ranks by value; leave out --by growth");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_says_how_far_its_rank_may_be_off),
        cmocka_unit_test(no_more_threads_are_taken_than_allowed),
        cmocka_unit_test(a_ranking_without_intervals_has_no_such_columns),
        cmocka_unit_test(what_has_no_years_to_draw_from_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
