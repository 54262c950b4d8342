/** tests/chart/test_scatter.c: two counts of the same entities, one across, one up. */
#include "blocks.h"
#include "counts.h"

static void the_title_says_how_alike_the_orders_are(void **state)
{
    (void)state;
    // ranks differ by 0 0 1 1 0 0 0 0: rho = 1 - 6 x 2 / (8 x 63) = 0.976
    struct armex_table *table = counts_of(volumes, 8, &volume_and_value);
    const struct armex_chart chart = chart_of("scatter", table);
    expect_title(&chart,
                 "8 exporters stand in almost the same order by arms exports and by "
                 "deliveries of major arms",
                 "Spearman\u2019s rank correlation 0.98.");
    armex_table_free(table);
}

static void counts_of_one_measure_go_by_their_datasets(void **state)
{
    (void)state;
    struct armex_table *table = counts_of(volumes, 8, &alike);
    const struct armex_chart chart = chart_of("scatter", table);
    expect_title(&chart,
                 "8 exporters stand in almost the same order by sipri-tiv and by "
                 "sipri-register",
                 "On the line both say the same.");
    expect_words(&chart, "head_up", "sipri-register");
    expect_words(&chart, "head_across", "sipri-tiv");
    armex_table_free(table);
}

static void editions_of_one_dataset_go_by_their_days(void **state)
{
    (void)state;
    struct counted editions = alike;
    editions.dataset_b = editions.dataset_a;
    editions.vintage_a = "2025-03-10";
    struct armex_table *table = counts_of(volumes, 8, &editions);
    const struct armex_chart chart = chart_of("scatter", table);
    expect_words(&chart, "head_up", "The edition of 23 Nov 2026");
    expect_words(&chart, "head_across", "The edition of 10 Mar 2025");
    armex_table_free(table);
}

/** Five in an order that chance gives often: rho = 1 - 6 x 14 / (5 x 24) = 0.3. */
static const struct shared shuffled[] = {{"AAA", "Aland", 2024, 1, 2, NULL},
                                         {"BBB", "Beland", 2024, 2, 4, NULL},
                                         {"CCC", "Celand", 2024, 3, 1, NULL},
                                         {"DDD", "Deland", 2024, 4, 5, NULL},
                                         {"EEE", "Eeland", 2024, 5, 3, NULL}};

static void an_order_that_may_be_chance_is_no_finding(void **state)
{
    (void)state;
    struct armex_table *table = counts_of(shuffled, 5, &volume_and_value);
    struct armex_chart chart = chart_of("scatter", table);
    expect_title(
        &chart,
        "5 exporters stand in no common order by arms exports and by deliveries "
        "of major arms",
        "rank correlation 0.30.");
    armex_table_free(table);
    table = counts_of(shuffled, 3, &volume_and_value);
    chart = chart_of("scatter", table);
    expect_title(&chart, "Deliveries of major arms beside arms exports, 2024", "");
    armex_table_free(table);
}

static void only_units_alike_have_a_line_of_equals_and_one_scale(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct armex_table *table =
            counts_of(volumes, 8, i ? &alike : &volume_and_value);
        const struct armex_chart chart = chart_of("scatter", table);
        struct armex_text script = {0};
        assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), ARMEX_OK);
        char *line = block_of(script.data, "equal");
        char *across = block_of(script.data, "xticks");
        char *up = block_of(script.data, "yticks");
        assert_int_equal(*line != '\0', i);
        assert_int_equal(!strcmp(strrchr(across, '\t'), strrchr(up, '\t')), i);
        free(line);
        free(across);
        free(up);
        armex_text_free(&script);
        armex_table_free(table);
    }
}

static void scales_are_logarithmic_where_the_spread_asks_for_it(void **state)
{
    (void)state;
    struct armex_table *table = counts_of(volumes, 8, &alike); // 9,800 > 20 x 150
    struct armex_chart chart = chart_of("scatter", table);
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_string_equal(words.subtitle,
                        "Deliveries of major arms, billion TIV, 2024, log scales");
    armex_table_free(table);
    table = counts_of(volumes + 1, 6, &alike); // 2,300 < 20 x 210
    chart = chart_of("scatter", table);
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_null(strstr(words.subtitle, "log"));
    armex_arena_free(arena);
    armex_table_free(table);
}

static void nothing_has_no_place_on_a_log_scale_and_the_note_counts_it(void **state)
{
    (void)state;
    const struct shared rows[] = {{"AAA", "Aland", 2024, 1, 2, NULL},
                                  {"BBB", "Beland", 2024, 100, 90, NULL},
                                  {"CCC", "Celand", 2024, 0, 7, NULL},
                                  {"DDD", "Deland", 2024, 0, 0, NULL}};
    struct armex_table *table = counts_of(rows, 4, &alike);
    struct armex_chart chart = chart_of("scatter", table);
    expect_title(&chart, "sipri-register beside sipri-tiv, 2024",
                 "2 with nothing in one of them have no place here.");
    expect_words(&chart, "names", "Beland|Aland");
    armex_table_free(table);
    table = counts_of(rows + 1, 3, &alike); // mostly nothing: from zero
    chart = chart_of("scatter", table);
    expect_words(&chart, "names", "Beland|Celand|Deland");
    armex_table_free(table);
}

static void windows_are_named_and_the_last_full_year_is_shown(void **state)
{
    (void)state;
    struct shared rows[9];
    memcpy(rows, volumes, sizeof volumes);
    rows[8] = (struct shared){"KOR", "South Korea", 2025, 1e9, 1e9, NULL};
    struct armex_table *table = counts_of(rows, 9, &volume_and_value);
    const struct armex_chart chart = chart_of("scatter", table);
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_non_null(strstr(words.subtitle, "arms exports, billion US dollars, 2024."));
    assert_non_null(strstr(words.subtitle, "billion TIV, 2020\u201324"));
    armex_arena_free(arena);
    armex_table_free(table);
}

static void years_are_the_points_of_a_single_entity(void **state)
{
    (void)state;
    struct shared rows[6];
    for (int i = 0; i < 6; i++)
        rows[i] = (struct shared){"KOR",         "South Korea", 2019 + i,
                                  1e9 * (i + 1), 2e9 * (i + 1), NULL};
    struct armex_table *table = counts_of(rows, 6, &alike);
    const struct armex_chart chart = chart_of("scatter", table);
    expect_title(&chart,
                 "South Korea: 6 years stand in almost the same order by sipri-tiv and "
                 "by sipri-register",
                 "rank correlation 1.00.");
    expect_words(&chart, "names", "2024|2023|2022|2021|2020|2019");
    expect_words(&chart, "subject_names", "");
    armex_table_free(table);
}

static void names_that_would_collide_are_left_out_and_the_subject_never(void **state)
{
    (void)state;
    struct shared rows[40];
    static char codes[40][16];
    for (int i = 0; i < 40; i++) { // all on one spot
        snprintf(codes[i], sizeof codes[i], "X%02d", i);
        rows[i] = (struct shared){codes[i], codes[i], 2024, 5e8, 5e8, NULL};
    }
    struct armex_table *table = counts_of(rows, 40, &volume_and_value);
    struct armex_chart chart = chart_of("scatter", table);
    chart.highlight = "X39";
    struct armex_text script = {0};
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), ARMEX_OK);
    char *names = block_of(script.data, "names");
    size_t n = 0;
    for (const char *at = names; (at = strchr(at, '\n')); at++)
        n++;
    assert_in_range(n, 1, 7); // eight places around a point, one of them the subject's
    free(names);
    armex_text_free(&script);
    expect_words(&chart, "subject_names", "X39");
    armex_table_free(table);
}

static void several_units_are_refused_with_the_way_out(void **state)
{
    (void)state;
    struct counted euros = volume_and_value;
    struct armex_error error;
    struct armex_text script = {0};
    struct armex_table *table = counts_of(volumes, 4, &volume_and_value);
    euros.unit_a = "eur";
    add_counts(table, volumes + 4, 4, &euros);
    const struct armex_chart chart = chart_of("scatter", table);
    assert_int_equal(armex_chart_script(&script, &chart, &tools, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "the figures of national-figures are in several units, usd and "
                        "eur; --unit usd sets money in one");
    armex_table_free(table);
}

static void of_several_pairs_the_fullest_of_two_datasets_is_drawn(void **state)
{
    (void)state;
    struct counted own = volume_and_value;
    struct armex_table *table = counts_of(volumes, 2, &volume_and_value);
    own.measure_a = "orders";
    add_counts(table, volumes, 6, &own);
    own.dataset_b = "national-figures";
    own.measure_b = "licences";
    add_counts(table, volumes, 8, &own);
    struct armex_chart chart = chart_of("scatter", table);
    expect_words(&chart, "head_across", "Arms export orders");
    expect_title(
        &chart,
        "6 exporters stand in much the same order by arms export orders and by "
        "deliveries of major arms",
        "2 more pairs of counts are not shown");
    armex_table_free(table);
}

static void a_subject_without_a_figure_is_refused(void **state)
{
    (void)state;
    struct armex_error error;
    struct armex_text script = {0};
    struct armex_table *table = counts_of(volumes, 8, &alike);
    struct armex_chart chart = chart_of("scatter", table);
    chart.highlight = "POL";
    assert_int_equal(armex_chart_script(&script, &chart, &tools, &error), ARMEX_USAGE);
    assert_string_equal(error.message, "cannot highlight POL: it has no figure here");
    armex_table_free(table);
}

static void what_is_no_figure_is_no_point(void **state)
{
    (void)state;
    const struct shared rows[] = {{"AAA", "Aland", 2024, NAN, 1, NULL},
                                  {"BBB", "Beland", 2024, INFINITY, 1, NULL},
                                  {"CCC", "Celand", -5, 1, 1, NULL}};
    struct armex_error error;
    struct armex_text script = {0};
    struct armex_table *table = counts_of(rows, 3, &alike);
    const struct armex_chart chart = chart_of("scatter", table);
    assert_int_equal(armex_chart_script(&script, &chart, &tools, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "nothing to draw: no entity has a figure in both");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_says_how_alike_the_orders_are),
        cmocka_unit_test(counts_of_one_measure_go_by_their_datasets),
        cmocka_unit_test(editions_of_one_dataset_go_by_their_days),
        cmocka_unit_test(an_order_that_may_be_chance_is_no_finding),
        cmocka_unit_test(only_units_alike_have_a_line_of_equals_and_one_scale),
        cmocka_unit_test(scales_are_logarithmic_where_the_spread_asks_for_it),
        cmocka_unit_test(nothing_has_no_place_on_a_log_scale_and_the_note_counts_it),
        cmocka_unit_test(windows_are_named_and_the_last_full_year_is_shown),
        cmocka_unit_test(years_are_the_points_of_a_single_entity),
        cmocka_unit_test(names_that_would_collide_are_left_out_and_the_subject_never),
        cmocka_unit_test(several_units_are_refused_with_the_way_out),
        cmocka_unit_test(of_several_pairs_the_fullest_of_two_datasets_is_drawn),
        cmocka_unit_test(a_subject_without_a_figure_is_refused),
        cmocka_unit_test(what_is_no_figure_is_no_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
