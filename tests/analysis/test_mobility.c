/** How much a ranking moved against the one before, by hand and by R. */
#include "analysis/mobility.h"
#include "by_hand.h"
#include "reference/reference.h"

static struct armex_table *mobility(const struct by_hand *series, size_t n,
                                    struct armex_rank_options options)
{
    struct armex_panel *panel = panel_by_hand(2001, series, n);
    struct armex_table *table;

    assert_int_equal(armex_mobility(&table, panel, &options, NULL), ARMEX_OK);
    armex_panel_free(panel);
    return table;
}

/* 2001: A B C D; 2002: B A C D, 2003: the other way round, without D, with E. */
static const struct by_hand five[] = {
    {.entity = "AUT",
     .name = "Austria",
     .marks = "FFF",
     .values = (double[]){40, 35, 10}},
    {.entity = "BEL",
     .name = "Belgium",
     .marks = "FFF",
     .values = (double[]){30, 45, 20}},
    {.entity = "CHE",
     .name = "Switzerland",
     .marks = "FFF",
     .values = (double[]){20, 20, 30}},
    {.entity = "DEU",
     .name = "Germany",
     .marks = "FF.",
     .values = (double[]){10, 10, 0}},
    {.entity = "ESP", .name = "Spain", .marks = "0.F", .values = (double[]){0, 0, 5}}};

static void a_swap_of_two_among_four_is_counted(void **state)
{
    (void)state;
    struct armex_table *table =
        mobility(five, 5, (struct armex_rank_options){.year = 2002});

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "from"), 2001, 0);
    assert_close(cell(table, 0, "to"), 2002, 0);
    assert_close(cell(table, 0, "both"), 4, 0);
    // 1 - 6 (1 + 1) / (4 (16 - 1)); five pairs agree, one does not
    assert_close(cell(table, 0, "spearman"), 0.8, 1e-15);
    assert_close(cell(table, 0, "kendall"), 2.0 / 3.0, 1e-15);
    assert_close(cell(table, 0, "moved"), 0.5, 0);
    assert_close(cell(table, 0, "mean_move"), 0.5, 0);
    assert_close(cell(table, 0, "entered"), 0, 0);
    assert_string_equal(word(table, 0, "left_names"), "");
    armex_table_free(table);
}

static void who_comes_and_who_goes_is_named(void **state)
{
    (void)state;
    struct armex_table *table = mobility(five, 5, (struct armex_rank_options){0});

    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 1, "ranked_before"), 4, 0);
    assert_close(cell(table, 1, "ranked"), 4, 0);
    assert_close(cell(table, 1, "both"), 3, 0);
    // Belgium 1 to 2, Austria 2 to 3, Switzerland 3 to 1
    assert_close(cell(table, 1, "spearman"), -0.5, 1e-15);
    assert_close(cell(table, 1, "kendall"), -1.0 / 3.0, 1e-15);
    assert_close(cell(table, 1, "moved"), 1, 0);
    assert_close(cell(table, 1, "mean_move"), 4.0 / 3.0, 1e-15);
    assert_close(cell(table, 1, "entered"), 1, 0);
    assert_string_equal(word(table, 1, "entered_names"), "Spain");
    assert_string_equal(word(table, 1, "left_names"), "Germany");
    armex_table_free(table);
}

static void a_ranking_turned_round_has_correlations_of_minus_one(void **state)
{
    (void)state;
    const struct by_hand turned[] = {
        {.entity = "AUT", .marks = "FF", .values = (double[]){1, 4}},
        {.entity = "BEL", .marks = "FF", .values = (double[]){2, 3}},
        {.entity = "CHE", .marks = "FF", .values = (double[]){3, 2}},
        {.entity = "DEU", .marks = "FF", .values = (double[]){4, 1}}};
    struct armex_table *table = mobility(turned, 4, (struct armex_rank_options){0});

    assert_close(cell(table, 0, "spearman"), -1, 1e-15);
    assert_close(cell(table, 0, "kendall"), -1, 0);
    assert_close(cell(table, 0, "mean_move"), 2, 0);
    armex_table_free(table);
}

static void the_top_enters_and_leaves_within_the_whole_ranking(void **state)
{
    (void)state;
    struct armex_table *table =
        mobility(five, 5, (struct armex_rank_options){.top = 1, .from = 2003});

    // Belgium was first, Switzerland is; both have ranks in both years
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "ranked"), 1, 0);
    assert_close(cell(table, 0, "both"), 2, 0);
    assert_true(isnan(cell(table, 0, "spearman"))); // of two it says nothing
    assert_string_equal(word(table, 0, "entered_names"), "Switzerland");
    assert_string_equal(word(table, 0, "left_names"), "Belgium");
    armex_table_free(table);
}

static void windows_stand_against_those_that_share_no_year(void **state)
{
    (void)state;
    const struct by_hand four[] = {
        {.entity = "AUT", .marks = "FFFF", .values = (double[]){9, 9, 1, 1}},
        {.entity = "BEL", .marks = "FFFF", .values = (double[]){5, 5, 5, 5}},
        {.entity = "CHE", .marks = "FFFF", .values = (double[]){4, 4, 4, 4}}};
    struct armex_table *table =
        mobility(four, 3, (struct armex_rank_options){.window = 2});

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "from"), 2002, 0);
    assert_close(cell(table, 0, "to"), 2004, 0);
    assert_close(cell(table, 0, "moved"), 1, 0);
    armex_table_free(table);
}

/* Ties on both sides, two who enter and two who leave: reference/mobility.R. */
static void two_rankings_move_as_r_says(void **state)
{
    (void)state;
    static const char *const codes[] = {"AUT", "BEL", "CHE", "DEU", "ESP", "FRA",
                                        "GBR", "ITA", "KOR", "NLD", "NOR", "POL"};
    struct numbers before, now;
    struct by_hand hands[12];
    double values[12][2];
    char marks[12][3] = {{0}};

    reference(&before, "mobility", "before");
    reference(&now, "mobility", "now");
    for (size_t i = 0; i < 12; i++) {
        values[i][0] = before.at[i];
        values[i][1] = now.at[i];
        marks[i][0] = isnan(before.at[i]) ? '.' : 'F';
        marks[i][1] = isnan(now.at[i]) ? '.' : 'F';
        hands[i] = (struct by_hand){.entity = codes[i],
                                    .name = codes[i],
                                    .marks = marks[i],
                                    .values = values[i]};
    }
    struct armex_table *table = mobility(hands, 12, (struct armex_rank_options){0});
    static const char *const columns[] = {"spearman",  "kendall", "moved",
                                          "mean_move", "entered", "left"};
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
        assert_close(cell(table, 0, columns[c]),
                     reference_number("mobility", columns[c]), 1e-14);
    armex_table_free(table);
}

static void one_ranking_moves_against_nothing(void **state)
{
    (void)state;
    const struct armex_rank_options options = {.year = 2001};
    struct armex_panel *panel = panel_by_hand(2001, five, 5);
    struct armex_table *table;
    struct armex_error error;

    assert_int_equal(armex_mobility(&table, panel, &options, &error), ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "there are no two rankings here, one 1 year before the other");
    assert_null(table);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_swap_of_two_among_four_is_counted),
        cmocka_unit_test(who_comes_and_who_goes_is_named),
        cmocka_unit_test(a_ranking_turned_round_has_correlations_of_minus_one),
        cmocka_unit_test(the_top_enters_and_leaves_within_the_whole_ranking),
        cmocka_unit_test(windows_stand_against_those_that_share_no_year),
        cmocka_unit_test(two_rankings_move_as_r_says),
        cmocka_unit_test(one_ranking_moves_against_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
