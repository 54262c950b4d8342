/** tests/analysis/test_rank.c: rankings worked out by hand. */
#include "analysis/rank.h"
#include "analysis/rank_parts.h"
#include "by_hand.h"

static struct armex_table *rank(int first_year, const struct by_hand *series, size_t n,
                                struct armex_rank_options options)
{
    struct armex_panel *panel = panel_by_hand(first_year, series, n);
    struct armex_table *table;
    struct armex_error error = {.message = ""};
    if (armex_rank(&table, panel, &options, &error))
        fail_msg("%s", error.message);
    armex_panel_free(panel);
    return table;
}

static void check_row(const struct armex_table *table, size_t row, const char *entity,
                      double rank, double previous_rank)
{
    assert_string_equal(word(table, row, "entity"), entity);
    assert_same_value(cell(table, row, "rank"), rank);
    assert_same_value(cell(table, row, "previous_rank"), previous_rank);
}

static const struct by_hand four[] = {
    {.entity = "KOR", .name = "South Korea", .marks = "FF", .values = (double[]){4, 6}},
    {.entity = "FRA", .name = "France", .marks = "FP", .values = (double[]){8, 10}},
    {.entity = "ISR", .name = "Israel", .marks = ".F", .values = (double[]){0, 4}},
    {.entity = "SWE", .name = "Sweden", .marks = "F.", .values = (double[]){8, 0}},
};

static void the_largest_comes_first_with_its_share_and_what_was_before(void **state)
{
    (void)state;
    struct armex_table *table = rank(2022, four, 4, (struct armex_rank_options){0});

    assert_int_equal(table->n_rows, 3);
    check_row(table, 0, "FRA", 1, 1); // beside Sweden, then
    check_row(table, 1, "KOR", 2, 3);
    check_row(table, 2, "ISR", 3, NAN);
    assert_close(cell(table, 0, "share"), 0.5, 0);
    assert_close(cell(table, 1, "share"), 0.3, 0);
    assert_close(cell(table, 0, "previous_share"), 0.4, 0);
    assert_missing(cell(table, 2, "previous_share"));
    assert_close(cell(table, 0, "change"), 0.25, 0);
    assert_close(cell(table, 1, "change"), 0.5, 0);
    assert_missing(cell(table, 2, "change"));
    assert_string_equal(word(table, 0, "status"), "preliminary");
    assert_string_equal(word(table, 0, "unit"), "usd");
    assert_close(cell(table, 0, "year"), 2023, 0);
    assert_close(cell(table, 0, "coverage"), 1, 0);
    assert_note(table->notes, "share: of the sum of the 3 with a figure here");
    assert_note(table->notes, "no figure for 2023, so not ranked: Sweden");
    assert_note(table->notes, "not final: France 2023 (preliminary)");
    assert_string_equal(table->title, "Ranking by orders, 2023");
    armex_table_free(table);
}

static void an_earlier_year_can_be_asked_for(void **state)
{
    (void)state;
    struct armex_table *table =
        rank(2022, four, 4, (struct armex_rank_options){.year = 2022});
    assert_int_equal(table->n_rows, 3);
    check_row(table, 0, "FRA", 1, NAN); // equals by code
    check_row(table, 1, "SWE", 1, NAN);
    check_row(table, 2, "KOR", 3, NAN);
    armex_table_free(table);
}

static void windows_are_ranked_against_the_windows_before(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "FFFF", .values = (double[]){1, 1, 3, 3}},
        {.entity = "FRA", .marks = "FFFF", .values = (double[]){2, 2, 1, 1}},
        {.entity = "ISR",
         .name = "Israel",
         .marks = "FFF.",
         .values = (double[]){9, 9, 9, 0}},
    };
    struct armex_table *table =
        rank(2020, hands, 3, (struct armex_rank_options){.window = 2});
    assert_int_equal(table->n_rows, 2);
    check_row(table, 0, "KOR", 1, 3);
    check_row(table, 1, "FRA", 2, 2);
    assert_close(cell(table, 0, "value"), 6, 0);
    assert_close(cell(table, 0, "share"), 0.75, 0);
    assert_close(cell(table, 0, "previous_share"), 2.0 / 24, 0);
    assert_close(cell(table, 0, "change"), 2, 0);
    assert_close(cell(table, 0, "coverage"), 2, 0);
    assert_note(table->notes, "no sum for the 2 years to 2023 (a year missing, or a "
                              "break), so not ranked: Israel");
    armex_table_free(table);

    table =
        rank(2020, hands, 3, (struct armex_rank_options){.window = 2, .at_least = 1});
    check_row(table, 0, "ISR", 1, 1);
    assert_close(cell(table, 0, "coverage"), 1, 0);
    assert_note(table->notes, "sums of the years present only: Israel (1 of 2)");
    armex_table_free(table);
}

static void ties_share_a_rank_as_asked(void **state)
{
    (void)state;
    const double one = 1, five = 5, seven = 7;
    const struct by_hand hands[] = {
        {.entity = "SWE", .name = "Sweden", .marks = "F", .values = &five},
        {.entity = "FRA", .marks = "F", .values = &five},
        {.entity = "ISR", .marks = "F", .values = &seven},
        {.entity = "KOR", .marks = "F", .values = &one},
    };
    const struct {
        enum armex_ties ties;
        double ranks[4];
    } cases[] = {
        {ARMEX_TIES_COMPETITION, {1, 2, 2, 4}},
        {ARMEX_TIES_DENSE, {1, 2, 2, 3}},
        {ARMEX_TIES_ORDINAL, {1, 2, 3, 4}},
        {ARMEX_TIES_FRACTIONAL, {1, 2.5, 2.5, 4}},
    };
    for (size_t i = 0; i < 4; i++) {
        struct armex_table *table =
            rank(2023, hands, 4, (struct armex_rank_options){.ties = cases[i].ties});
        const char *codes[] = {"ISR", "FRA", "SWE", "KOR"};
        for (size_t row = 0; row < 4; row++)
            check_row(table, row, codes[row], cases[i].ranks[row], NAN);
        armex_table_free(table);
    }
    struct armex_table *table =
        rank(2023, hands, 4, (struct armex_rank_options){.top = 2});
    assert_int_equal(table->n_rows, 2);
    assert_note(table->notes, "rank 2 is shared by those left out: Sweden");
    armex_table_free(table);
}

/* Windows of two years: Israel had a figure long before, France none. */
static void by_growth_who_is_new_is_told_by_all_windows_before(void **state)
{
    (void)state;
    const double values[] = {3, 3, 0, 0, 0, 0, 0, 0, 5, 6};
    const struct by_hand hands[] = {
        {.entity = "KOR",
         .marks = "FFFFFFFFFF",
         .values = (double[]){1, 2, 3, 4, 5, 6, 7, 8, 9, 9}},
        {.entity = "FRA", .name = "France", .marks = "00000000FF", .values = values},
        {.entity = "ISR", .name = "Israel", .marks = "FF000000FF", .values = values},
    };
    struct armex_table *table =
        rank(2020, hands, 3,
             (struct armex_rank_options){.by = ARMEX_BY_GROWTH, .window = 2});
    assert_int_equal(table->n_rows, 1);
    assert_note(table->notes, "growth undefined, so not ranked: France (new), Israel "
                              "(zero_base)");
    armex_table_free(table);
}

static void by_growth_the_change_decides_and_the_undefined_are_named(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "FFF", .values = (double[]){1, 2, 3}},
        {.entity = "FRA", .marks = "FFF", .values = (double[]){4, 4, 8}},
        {.entity = "ISR",
         .name = "Israel",
         .marks = "F<F",
         .values = (double[]){1, 0, 9}},
        {.entity = "SWE",
         .name = "Sweden",
         .marks = "FFU",
         .values = (double[]){1, 2, 9}},
    };
    struct armex_table *table =
        rank(2021, hands, 4, (struct armex_rank_options){.by = ARMEX_BY_GROWTH});
    assert_int_equal(table->n_rows, 2);
    check_row(table, 0, "FRA", 1, 3); // 2021 to 2022: KOR and SWE +100 %, FRA 0
    check_row(table, 1, "KOR", 2, 1);
    assert_note(table->notes, "growth undefined, so not ranked: Israel "
                              "(below_resolution), Sweden (unit_break)");
    armex_table_free(table);
}

static void by_share_the_share_stands_first(void **state)
{
    (void)state;
    struct armex_table *table =
        rank(2022, four, 4, (struct armex_rank_options){.by = ARMEX_BY_SHARE});
    assert_true(armex_table_column(table, "share") <
                armex_table_column(table, "value"));
    check_row(table, 0, "FRA", 1, 1);
    assert_close(cell(table, 0, "value"), 10, 0);
    assert_string_equal(word(table, 0, "unit"), "usd");
    armex_table_free(table);
}

static void the_world_and_the_unknown_are_no_states(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "WLD", .name = "World", .marks = "F", .values = (double[]){99}},
        {.entity = "unknown-supplier",
         .name = "unknown supplier(s)",
         .marks = "F",
         .values = (double[]){6}},
        {.entity = "KOR", .marks = "F", .values = (double[]){2}},
        {.entity = "ISR", .marks = "0", .values = (double[]){0}},
    };
    struct armex_table *table = rank(2023, hands, 4, (struct armex_rank_options){0});
    assert_int_equal(table->n_rows, 1);
    check_row(table, 0, "KOR", 1, NAN);
    assert_close(cell(table, 0, "share"), 0.25, 0);
    assert_note(table->notes, "an aggregate is not ranked beside states: World");
    assert_note(table->notes, "in the sum, but not ranked: unknown supplier(s)");
    assert_note(table->notes, "none identified then, so not ranked: 1 more");
    armex_table_free(table);
}

static void published_shares_are_ranked_as_they_are(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "USA",
         .marks = "F....F",
         .values = (double[]){34, 0, 0, 0, 0, 42},
         .unit = "percent",
         .scope = "share",
         .years = 5},
        {.entity = "FRA",
         .marks = "F....F",
         .values = (double[]){7.2, 0, 0, 0, 0, 11},
         .unit = "percent",
         .scope = "share",
         .years = 5},
    };
    struct armex_table *table = rank(2018, hands, 2, (struct armex_rank_options){0});
    check_row(table, 0, "USA", 1, 1);
    assert_close(cell(table, 0, "value"), 42, 0);
    assert_close(cell(table, 0, "share"), 0.42, 1e-15);
    assert_close(cell(table, 1, "previous_share"), 0.072, 1e-15); // of 2014-18
    assert_missing(cell(table, 1, "change")); // 7.2 to 11 % is no change of volume
    assert_close(cell(table, 1, "years"), 5, 0);
    assert_note(
        table->notes,
        "shares as published, and as rounded there: those printed alike share a "
        "rank; no change is given, for the change of a share is not that of the "
        "volume behind it");
    assert_string_equal(table->title, "Ranking by orders, 2019–23");
    armex_table_free(table);
}

static void refusal(const struct by_hand *hands, size_t n, const char *message)
{
    struct armex_panel *panel = panel_by_hand(2023, hands, n);
    const struct armex_rank_options options = {0};
    struct armex_table *table;
    struct armex_error error;
    assert_int_equal(armex_rank(&table, panel, &options, &error), ARMEX_BAD_INPUT);
    assert_null(table);
    assert_string_equal(error.message, message);
    armex_panel_free(panel);
}

/* A sum of five years beside the figure of one. */
static void refused_over_several_years(void)
{
    const double one = 1;
    refusal(
        (struct by_hand[]){
            {.entity = "KOR", .marks = "F", .values = &one, .unit = "tiv", .years = 5},
            {.entity = "FRA",
             .name = "France",
             .marks = "F",
             .values = &one,
             .unit = "tiv"}},
        2,
        "these cannot stand in one ranking: TIV: France; TIV over several years: "
        "South Korea; --scope or --entity chooses those that compare");
}

static void unlike_figures_are_refused_by_name(void **state)
{
    (void)state;
    const double one = 1;
    refusal(
        (struct by_hand[]){
            {.entity = "KOR", .marks = "F", .values = &one},
            {.entity = "FRA",
             .name = "France",
             .marks = "F",
             .values = &one,
             .unit = "eur"},
            {.entity = "ISR", .name = "Israel", .marks = "F", .values = &one}},
        3,
        "these cannot stand in one ranking: EUR: France; USD: Israel, South Korea; "
        "--unit usd converts them");
    refusal(
        (struct by_hand[]){{.entity = "KOR", .marks = "F", .values = &one},
                           {.entity = "FRA",
                            .name = "France",
                            .marks = "F",
                            .values = &one,
                            .measure = ARMEX_LICENCES}},
        2,
        "these cannot stand in one ranking: licences in USD: France; orders in USD: "
        "South Korea; --measure chooses one");
    refusal(
        (struct by_hand[]){
            {.entity = "KOR", .marks = "F", .values = &one, .unit = "usd-2020"},
            {.entity = "FRA", .name = "France", .marks = "F", .values = &one}},
        2,
        "these cannot stand in one ranking: USD: France; USD of 2020: South Korea; "
        "--unit usd converts them");
    refusal((struct by_hand[]){{.entity = "KOR",
                                .marks = "F",
                                .values = &one,
                                .unit = "percent",
                                .scope = "change"},
                               {.entity = "FRA",
                                .name = "France",
                                .marks = "F",
                                .values = &one,
                                .unit = "percent",
                                .scope = "share"}},
            2,
            "these cannot stand in one ranking: % of scope share: France; % of scope "
            "change: South Korea; --scope or --entity chooses those that compare");
    refused_over_several_years();
}

static void what_has_no_largest_is_refused(void **state)
{
    (void)state;
    const double one = 1;
    refusal(&(struct by_hand){.marks = "F", .values = &one, .unit = "rank"}, 1,
            "figures of South Korea (scope national) are in rank, which have no "
            "largest; --scope names another count, `show` prints these");
    refusal(&(struct by_hand){.marks = ".", .values = &one}, 1,
            "nobody has a figure for 2023 here");
    refusal(
        (struct by_hand[]){{.marks = "F", .values = &one},
                           {.marks = "F", .values = &one, .scope = "us-ita-estimate"}},
        2,
        "South Korea has several series here (orders national, orders "
        "us-ita-estimate); choose one with --measure and --scope");
}

static void a_silent_series_of_another_unit_does_no_harm(void **state)
{
    (void)state;
    const double one = 1;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "F", .values = &one},
        {.entity = "FRA", .marks = ".", .values = &one, .unit = "eur"},
    };
    struct armex_table *table = rank(2023, hands, 2, (struct armex_rank_options){0});
    assert_int_equal(table->n_rows, 1);
    armex_table_free(table);
}

static const struct by_hand world[] = {
    {.entity = "FRA",
     .name = "France",
     .unit = "tiv",
     .marks = "FFFF",
     .values = (double[]){2, 2, 3, 4}},
    {.entity = "SUHH",
     .name = "Soviet Union",
     .unit = "tiv",
     .marks = "FFF0",
     .values = (double[]){6, 2, 1, 0}},
    {.entity = "WLD",
     .name = "World",
     .unit = "tiv",
     .marks = "FFFF",
     .values = (double[]){10, 10, 10, 10}},
    {.entity = "nato",
     .name = "NATO",
     .unit = "tiv",
     .marks = "FFFF",
     .values = (double[]){2, 2, 5, 5}},
    {.entity = "pkk",
     .name = "PKK",
     .unit = "tiv",
     .marks = "0FFF",
     .values = (double[]){0, 4, 1, 1}},
};

static void sipris_style_ranks_states_in_shares_of_the_world(void **state)
{
    (void)state;
    struct armex_table *table =
        rank(2020, world, 5,
             (struct armex_rank_options){.window = 2, .style = ARMEX_STYLE_SIPRI});
    assert_int_equal(table->n_rows, 2);
    check_row(table, 0, "FRA", 1, 2);
    check_row(table, 1, "SUHH", 2, 1);
    assert_close(cell(table, 0, "share"), 7.0 / 20, 0);
    assert_close(cell(table, 0, "previous_share"), 4.0 / 20, 0);
    assert_close(cell(table, 0, "change"), 0.75, 0);
    assert_close(cell(table, 1, "share"), 1.0 / 20, 0);
    assert_string_equal(table->columns[armex_table_column(table, "share")].title,
                        "Share, 2022–23");
    assert_string_equal(
        table->columns[armex_table_column(table, "previous_rank")].title,
        "Rank, 2020–21");
    assert_string_equal(table->columns[armex_table_column(table, "change")].title,
                        "Change from 2020–21");
    assert_note(table->notes, "share: of the world's total, with what armed groups, "
                              "organisations and the unknown delivered; change: of the "
                              "volume, of unrounded sums");
    assert_note(table->notes,
                "the world's volume changed by 0.0 % from 2020–21: 20 TIV "
                "after 20 TIV");
    assert_note(table->notes, "exporters counted here: 2 states");
    assert_note(table->notes, "in the sum, but not ranked: NATO, PKK");
    armex_table_free(table);
}

static void sipris_style_needs_the_worlds_total(void **state)
{
    (void)state;
    struct armex_panel *panel = panel_by_hand(2022, four, 4);
    const struct armex_rank_options options = {.window = 1, .style = ARMEX_STYLE_SIPRI};
    struct armex_table *table;
    struct armex_error error;
    assert_int_equal(armex_rank(&table, panel, &options, &error), ARMEX_BAD_INPUT);
    assert_null(table);
    assert_string_equal(error.message,
                        "SIPRI's style has shares of the world's total, and there is "
                        "none here; leave out --style, or take a dataset that has WLD");
    armex_panel_free(panel);
}

static void check_same(const struct armex_table *table, const struct armex_table *other)
{
    static const char *const numbers[] = {
        "rank", "value", "share", "previous_rank", "previous_share", "change", "year"};
    assert_int_equal(table->n_rows, other->n_rows);
    for (size_t row = 0; row < table->n_rows; row++) {
        assert_string_equal(word(table, row, "entity"), word(other, row, "entity"));
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            assert_same_value(cell(table, row, numbers[i]),
                              cell(other, row, numbers[i]));
    }
    assert_int_equal(table->notes.n_notes, other->notes.n_notes);
    for (size_t i = 0; i < table->notes.n_notes; i++)
        assert_string_equal(table->notes.notes[i], other->notes.notes[i]);
}

/* Ten years in which the order changes, figures are missing and nobody has one in 2006.
 */
static const struct by_hand ten_years[] = {
    {.entity = "DEU",
     .name = "Germany",
     .marks = "FFFFFF.FFF",
     .values = (double[]){5, 1, 7, 2, 8, 3, 0, 4, 9, 6}},
    {.entity = "FRA",
     .name = "France",
     .marks = "FF.FFF.FFF",
     .values = (double[]){4, 4, 0, 8, 1, 9, 0, 4, 2, 7}},
    {.entity = "ISR",
     .name = "Israel",
     .marks = "..F00F.FFF",
     .values = (double[]){0, 0, 3, 0, 0, 5, 0, 4, 8, 1}},
    {.entity = "KOR",
     .name = "South Korea",
     .marks = "FFFFF<.FFF",
     .values = (double[]){1, 2, 3, 4, 5, 0, 0, 7, 8, 9}},
};

/* Each of the years is asked for, in that order, of one run and alone. */
static void check_run(struct armex_rank_options options, const int *years, size_t n)
{
    struct armex_panel *panel = panel_by_hand(2000, ten_years, 4);
    struct armex_table *table, *alone;
    struct armex_rank_run run;

    assert_int_equal(armex_rank_begin(&run, panel, &options, NULL), ARMEX_OK);
    for (size_t i = 0; i < n; i++) {
        options.year = years[i];
        const armex_status status = armex_rank(&alone, panel, &options, NULL);
        assert_int_equal(armex_rank_answer(&table, &run, years[i], NULL), status);
        if (!status)
            check_same(table, alone);
        armex_table_free(alone);
        armex_table_free(table);
    }
    armex_rank_end(&run);
    armex_panel_free(panel);
}

static void the_rankings_of_a_run_are_those_of_each_year_alone(void **state)
{
    (void)state;
    const int years[] = {2009, 2001, 2002, 2003, 2004, 2005, 2006, 2006,
                         2007, 2008, 2009, 2005, 2003, 2004, 2004, 2002};
    for (int by = ARMEX_BY_VALUE; by <= ARMEX_BY_SHARE; by++)
        for (int window = 1; window <= 3; window++)
            for (int ties = ARMEX_TIES_COMPETITION; ties <= ARMEX_TIES_FRACTIONAL;
                 ties++)
                check_run((struct armex_rank_options){.by = (enum armex_rank_by)by,
                                                      .window = window,
                                                      .ties = (enum armex_ties)ties},
                          years, sizeof years / sizeof *years);
}

/* Steps of a window: the years that a chart of ranks asks for. */
static void windows_of_a_run_follow_each_other(void **state)
{
    (void)state;
    const int years[] = {2001, 2003, 2005, 2007, 2009, 2008, 2009};
    check_run((struct armex_rank_options){.window = 2, .at_least = 1}, years, 7);
}

/* The first year says nothing of Sweden's euros, the second does, and the third not. */
static void who_is_unlike_is_refused_in_the_years_in_which_it_is_compared(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "FFFF", .values = (double[]){1, 2, 3, 4}},
        {.entity = "SWE",
         .name = "Sweden",
         .unit = "eur",
         .marks = "..F.",
         .values = (double[]){0, 0, 9, 0}},
    };
    const armex_status expected[] = {ARMEX_OK, ARMEX_OK, ARMEX_BAD_INPUT,
                                     ARMEX_BAD_INPUT};
    const struct armex_rank_options options = {.by = ARMEX_BY_VALUE};
    struct armex_panel *panel = panel_by_hand(2000, hands, 2);
    struct armex_rank_run run;

    assert_int_equal(armex_rank_begin(&run, panel, &options, NULL), ARMEX_OK);
    for (int i = 0; i < 4; i++) {
        struct armex_table *table;
        assert_int_equal(armex_rank_answer(&table, &run, 2000 + i, NULL), expected[i]);
        armex_table_free(table);
    }
    armex_rank_end(&run);
    armex_panel_free(panel);
}

/* Of Sweden one figure covers five years: before 2005 stands 2000, not 2004. */
static void what_comes_before_is_each_ones_own(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "KOR", .marks = "FFFFFF", .values = (double[]){1, 2, 3, 4, 5, 6}},
        {.entity = "SWE",
         .name = "Sweden",
         .years = 5,
         .marks = "F.....",
         .values = (double[]){9}},
    };
    const struct armex_rank_options options = {.by = ARMEX_BY_VALUE};
    struct armex_panel *panel = panel_by_hand(2000, hands, 2);
    struct armex_rank_run run;

    assert_int_equal(armex_rank_begin(&run, panel, &options, NULL), ARMEX_OK);
    for (int year = 2000; year <= 2005; year++) {
        struct armex_table *table;
        assert_int_equal(armex_rank_answer(&table, &run, year, NULL),
                         year % 5 ? ARMEX_OK : ARMEX_BAD_INPUT);
        armex_table_free(table);
    }
    armex_rank_end(&run);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_comes_first_with_its_share_and_what_was_before),
        cmocka_unit_test(an_earlier_year_can_be_asked_for),
        cmocka_unit_test(windows_are_ranked_against_the_windows_before),
        cmocka_unit_test(ties_share_a_rank_as_asked),
        cmocka_unit_test(the_rankings_of_a_run_are_those_of_each_year_alone),
        cmocka_unit_test(windows_of_a_run_follow_each_other),
        cmocka_unit_test(who_is_unlike_is_refused_in_the_years_in_which_it_is_compared),
        cmocka_unit_test(what_comes_before_is_each_ones_own),
        cmocka_unit_test(by_growth_who_is_new_is_told_by_all_windows_before),
        cmocka_unit_test(by_growth_the_change_decides_and_the_undefined_are_named),
        cmocka_unit_test(by_share_the_share_stands_first),
        cmocka_unit_test(the_world_and_the_unknown_are_no_states),
        cmocka_unit_test(published_shares_are_ranked_as_they_are),
        cmocka_unit_test(unlike_figures_are_refused_by_name),
        cmocka_unit_test(what_has_no_largest_is_refused),
        cmocka_unit_test(a_silent_series_of_another_unit_does_no_harm),
        cmocka_unit_test(sipris_style_ranks_states_in_shares_of_the_world),
        cmocka_unit_test(sipris_style_needs_the_worlds_total),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
