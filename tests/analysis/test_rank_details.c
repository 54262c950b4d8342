/** How long and by how much each holds its rank, by hand. */
#include "analysis/rank_details.h"
#include "by_hand.h"

static const struct by_hand series[] = {{.entity = "FRA",
                                         .name = "France",
                                         .marks = "FFFF",
                                         .values = (double[]){50, 20, 60, 60}},
                                        {.entity = "ISR",
                                         .name = "Israel",
                                         .marks = "F0FF",
                                         .values = (double[]){10, 0, 20, 30}},
                                        {.entity = "KOR",
                                         .name = "South Korea",
                                         .marks = "FFFF",
                                         .values = (double[]){40, 40, 40, 40}},
                                        {.entity = "WLD",
                                         .name = "World",
                                         .marks = "FFFF",
                                         .values = (double[]){100, 60, 120, 130}}};

static struct armex_table *details(struct armex_rank_options options)
{
    struct armex_panel *panel = panel_by_hand(2001, series, 4);
    struct armex_table *table;

    assert_int_equal(armex_rank_details(&table, panel, &options, NULL), ARMEX_OK);
    armex_panel_free(panel);
    return table;
}

static void ranks_are_those_of_a_ranking_and_the_world_has_none(void **state)
{
    (void)state;
    struct armex_table *table = details((struct armex_rank_options){0});

    assert_int_equal(table->n_rows, 3);
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_string_equal(word(table, 1, "entity"), "KOR");
    assert_string_equal(word(table, 2, "name"), "Israel");
    assert_close(cell(table, 2, "rank"), 3, 0);
    assert_close(cell(table, 2, "value"), 30, 0);
    assert_string_equal(table->title, "How firm the ranks of 2004 are");
    armex_table_free(table);
}

static void the_past_of_a_rank_is_counted_and_its_last_run_dated(void **state)
{
    (void)state;
    struct armex_table *table = details((struct armex_rank_options){0});

    // France was first in 2001, second in 2002, first since
    assert_close(cell(table, 0, "years_at_rank"), 3, 0);
    assert_close(cell(table, 0, "rank_since"), 2003, 0);
    assert_close(cell(table, 0, "worst_rank"), 2, 0);
    assert_close(cell(table, 1, "best_rank"), 1, 0);
    // Israel had no rank in 2002: none was identified
    assert_close(cell(table, 2, "years_at_rank"), 3, 0);
    assert_close(cell(table, 2, "ranked_since"), 2003, 0);
    assert_close(cell(table, 0, "ranked_since"), 2001, 0);
    armex_table_free(table);
}

static void neighbours_draw_level_when_one_changes_by_so_much(void **state)
{
    (void)state;
    struct armex_table *table = details((struct armex_rank_options){0});

    assert_true(isnan(cell(table, 0, "to_next")));
    assert_close(cell(table, 0, "to_lose"), 20, 0);
    assert_close(cell(table, 0, "to_lose_change"), -1.0 / 3.0, 1e-15);
    assert_close(cell(table, 1, "to_next"), 20, 0);
    assert_close(cell(table, 1, "to_next_growth"), 0.5, 0);
    assert_close(cell(table, 1, "to_lose_change"), -0.25, 0);
    assert_true(isnan(cell(table, 2, "to_lose")));
    assert_true(isnan(cell(table, 2, "to_lose_change")));
    armex_table_free(table);
}

static void windows_end_in_every_year_and_the_top_keeps_its_neighbour(void **state)
{
    (void)state;
    struct armex_table *table =
        details((struct armex_rank_options){.window = 2, .top = 1});

    // sums: 2002 FRA 70 KOR 80, 2003 80 80, 2004 120 80; of equals both are first
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "years_at_rank"), 2, 0);
    assert_close(cell(table, 0, "rank_since"), 2003, 0);
    assert_close(cell(table, 0, "to_lose"), 40, 0);
    assert_note(table->notes,
                "figures cover 2 years; those who held a rank are counted in each year "
                "in which such figures end");
    assert_note(table->notes,
                "years at the rank: of the rankings from 2002 to 2004; neighbours draw "
                "level if one changes as said while the other stands still");
    armex_table_free(table);
}

/* All figures are in tens: 25 to 35, 35 to 45 and 55 to 65 do not meet. */
static void rounding_that_cannot_change_the_order_leaves_the_ranks(void **state)
{
    (void)state;
    struct armex_table *table = details((struct armex_rank_options){.printed = true});
    struct armex_table *plain = details((struct armex_rank_options){0});

    for (size_t i = 0; i < 3; i++) {
        assert_close(cell(table, i, "rank_low"), cell(table, i, "rank"), 0);
        assert_close(cell(table, i, "rank_high"), cell(table, i, "rank"), 0);
        assert_true(isnan(cell(plain, i, "rank_low")));
    }
    assert_note(table->notes, "rank from and to: wherever the figures lie within the "
                              "rounding of the last digit they were printed with");
    armex_table_free(plain);
    armex_table_free(table);
}

/* In steps of 24: France 48 to 72, South Korea 28 to 52, Israel 18 to 42. */
static void figures_that_rounding_may_swap_share_their_ranks(void **state)
{
    (void)state;
    double steps[16];
    for (size_t i = 0; i < 16; i++)
        steps[i] = 24;
    struct armex_table *table =
        details((struct armex_rank_options){.printed = true, .steps = steps});
    struct armex_table *sums = details(
        (struct armex_rank_options){.window = 2, .printed = true, .steps = steps});

    assert_close(cell(table, 0, "rank_low"), 1, 0);
    assert_close(cell(table, 0, "rank_high"), 2, 0);
    assert_close(cell(table, 1, "rank_low"), 1, 0);
    assert_close(cell(table, 1, "rank_high"), 3, 0);
    assert_close(cell(table, 2, "rank_low"), 2, 0);
    assert_close(cell(table, 2, "rank_high"), 3, 0);
    // of two years: 96 to 144, 56 to 104, 26 to 74
    assert_close(cell(sums, 0, "rank_high"), 2, 0);
    assert_close(cell(sums, 2, "rank_low"), 2, 0);
    armex_table_free(sums);
    armex_table_free(table);
}

static void check_refusal(struct armex_rank_options options, armex_status expected,
                          const char *message)
{
    struct armex_panel *panel = panel_by_hand(2001, series, 4);
    struct armex_table *table;
    struct armex_error error;

    assert_int_equal(armex_rank_details(&table, panel, &options, &error), expected);
    assert_string_equal(error.message, message);
    assert_null(table);
    armex_panel_free(panel);
}

static void what_cannot_be_ranked_is_refused(void **state)
{
    (void)state;
    check_refusal((struct armex_rank_options){.by = ARMEX_BY_GROWTH}, ARMEX_USAGE,
                  "--details and --mobility are about ranks by value; leave out --by "
                  "growth");
    check_refusal((struct armex_rank_options){.year = 2009}, ARMEX_USAGE,
                  "2009 lies outside the years 2001 to 2004");
    check_refusal((struct armex_rank_options){.year = 2001, .window = 2},
                  ARMEX_BAD_INPUT,
                  "nobody has a figure for such a window up to 2001 here");
    check_refusal((struct armex_rank_options){.window = 2, .at_least = 3}, ARMEX_USAGE,
                  "a window of 2 years cannot have at least 3 present");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_are_those_of_a_ranking_and_the_world_has_none),
        cmocka_unit_test(the_past_of_a_rank_is_counted_and_its_last_run_dated),
        cmocka_unit_test(neighbours_draw_level_when_one_changes_by_so_much),
        cmocka_unit_test(windows_end_in_every_year_and_the_top_keeps_its_neighbour),
        cmocka_unit_test(rounding_that_cannot_change_the_order_leaves_the_ranks),
        cmocka_unit_test(figures_that_rounding_may_swap_share_their_ranks),
        cmocka_unit_test(what_cannot_be_ranked_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
