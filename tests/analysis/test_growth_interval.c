/** Between which bounds growth lies when its figures were printed rounded, by hand. */
#include <stdlib.h>

#include "analysis/growth.h"
#include "analysis/rounding.h"
#include "by_hand.h"

static struct armex_table *grow(const struct by_hand *series,
                                struct armex_growth_options options)
{
    struct armex_panel *panel = panel_by_hand(2001, series, 1);
    struct armex_table *table;

    options.interval = true;
    assert_int_equal(armex_growth(&table, panel, &options, NULL), ARMEX_OK);
    armex_panel_free(panel);
    return table;
}

/* Whole millions, of which one is printed 0. */
static const double tiv[] = {2e6, 3e6, 0, 4e6, 0};
static const struct by_hand printed = {.unit = "tiv", .marks = "FF<F0", .values = tiv};

static void two_printed_and_three_printed_is_growth_by_0_to_133_per_cent(void **state)
{
    (void)state;
    struct armex_table *table = grow(&printed, (struct armex_growth_options){0});

    assert_close(cell(table, 0, "growth"), 0.5, 0);
    assert_close(cell(table, 0, "growth_low"), 0.0, 0);            // 2.5 over 2.5
    assert_close(cell(table, 0, "growth_high"), 4.0 / 3.0, 1e-15); // 3.5 over 1.5
    assert_note(table->notes,
                "bounds: every figure is taken as rounded to the last digit that the "
                "figures of its series have (a printed 0 lies between 0 and half of "
                "that): South Korea 1 million TIV");
    armex_table_free(table);
}

static void a_printed_0_leaves_bounds_where_there_are_any(void **state)
{
    (void)state;
    struct armex_table *table = grow(&printed, (struct armex_growth_options){0});

    // 3 million to between 0 and half a million: at least 82 % less
    assert_string_equal(word(table, 1, "reason"), "below_resolution");
    assert_true(isnan(cell(table, 1, "growth")));
    assert_close(cell(table, 1, "growth_low"), -1.0, 0);
    assert_close(cell(table, 1, "growth_high"), 0.5 / 2.5 - 1.0, 1e-15);
    // from there to 4 million: sevenfold at the least, and no most
    assert_close(cell(table, 2, "growth_low"), 3.5 / 0.5 - 1.0, 1e-14);
    assert_true(isnan(cell(table, 2, "growth_high")));
    // none identified is 0 and nothing else
    assert_close(cell(table, 3, "growth_low"), -1.0, 0);
    assert_close(cell(table, 3, "growth_high"), -1.0, 0);
    armex_table_free(table);
}

static void other_methods_have_bounds_of_their_own(void **state)
{
    (void)state;
    struct armex_table *logs =
        grow(&printed, (struct armex_growth_options){.method = ARMEX_GROWTH_LOG});
    struct armex_table *symmetric =
        grow(&printed, (struct armex_growth_options){.method = ARMEX_GROWTH_SYMMETRIC});

    assert_close(cell(logs, 0, "growth_high"), log(7.0 / 3.0), 1e-14);
    assert_true(isnan(cell(logs, 1, "growth_low"))); // ln 0
    assert_close(cell(logs, 1, "growth_high"), log(0.2), 1e-14);
    assert_close(cell(symmetric, 2, "growth_low"), 2.0 * 3.0 / 4.0, 1e-15);
    assert_close(cell(symmetric, 2, "growth_high"), 2.0, 0);
    armex_table_free(symmetric);
    armex_table_free(logs);
}

static void the_bounds_of_a_window_are_the_sums_of_its_years(void **state)
{
    (void)state;
    struct armex_table *table =
        grow(&printed,
             (struct armex_growth_options){
                 .method = ARMEX_GROWTH_WINDOW, .window = 2, .from = 2001, .to = 2004});

    // 2 + 3 is 4 to 6, 0 + 4 is 3.5 to 5
    assert_close(cell(table, 1, "growth"), -0.2, 1e-15);
    assert_close(cell(table, 1, "growth_low"), 3.5 / 6.0 - 1.0, 1e-15);
    assert_close(cell(table, 1, "growth_high"), 5.0 / 4.0 - 1.0, 1e-15);
    armex_table_free(table);
}

static void steps_are_found_in_the_figures(void **state)
{
    (void)state;
    const struct {
        const char *unit, *marks;
        double values[3], step;
    } cases[] = {{"usd", "FFF", {13.5e9, 14e9, 20e9}, 1e8},
                 {"tiv", "FFF", {0.1e6 + 0.2e6, 1e6, 2e6}, 1e5}, // 300,000.00000000006
                 {"usd", "FFF", {100, 200, 5000}, 100},
                 {"usd", "FFF", {0.25, 3, 4}, 0.01},
                 {"usd", "FFF", {-1.5, 3, 4}, 0.1},
                 {"usd", "F0.", {40, 0, 0}, 10},
                 {"usd", "<0.", {0, 0, 0}, NAN},
                 {"count", "FFF", {1, 20, 300}, 0},
                 {"percent", "FFF", {9.6, 10, 20}, 0.1}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct by_hand hand = {
            .unit = cases[i].unit, .marks = cases[i].marks, .values = cases[i].values};
        struct armex_panel *panel = panel_by_hand(2001, &hand, 1);
        const double step = armex_rounding_step(panel, 0, 2001);
        if (isnan(cases[i].step))
            assert_true(isnan(step));
        else
            assert_close(step, cases[i].step, 1e-12 * cases[i].step);
        if (strcmp(cases[i].unit, "percent") == 0)
            assert_close(armex_rounding_step(panel, 0, 2003), 1.0, 0);
        armex_panel_free(panel);
    }
}

/* 13.0 was printed with three digits, 14 with two, in this order. */
static void digits_as_published_go_before_those_found(void **state)
{
    (void)state;
    const double steps[] = {1e8, 1e9};
    const struct by_hand hand = {.marks = "FF", .values = (double[]){13e9, 14e9}};
    struct armex_table *table =
        grow(&hand, (struct armex_growth_options){.steps = steps});

    assert_close(cell(table, 0, "growth_low"), 13.5 / 13.05 - 1.0, 1e-15);
    assert_close(cell(table, 0, "growth_high"), 14.5 / 12.95 - 1.0, 1e-15);
    assert_note(table->notes,
                "bounds: every figure is taken as rounded to the significant digits it "
                "was printed with; zeros that end a whole number are not among them");
    armex_table_free(table);
}

static void published(struct armex_publications *all, short year, double value,
                      uint8_t digits)
{
    all->items[all->n++] = (struct armex_publication){.value = value,
                                                      .series = 1,
                                                      .note = "",
                                                      .year = year,
                                                      .published = {year, 12, 31},
                                                      .status = ARMEX_FINAL,
                                                      .digits = digits};
}

/* The vintage's second series is the panel's only one. */
static void the_digits_of_the_deciding_publication_are_found(void **state)
{
    (void)state;
    const struct armex_provenance provenance = {0};
    const double values[] = {13e9, 14e9, 0};
    const struct by_hand both[] = {{.entity = "FRA", .marks = "FFF", .values = values},
                                   {.marks = "FF0", .values = values}};
    struct armex_panel *panel = panel_by_hand(2001, &both[1], 1);
    struct armex_vintage vintage = {.provenance = provenance,
                                    .panel = panel_by_hand(2001, both, 2)};
    double *steps;

    assert_int_equal(armex_rounding_published(&steps, panel, &vintage, 0, NULL),
                     ARMEX_OK);
    assert_null(steps);
    assert_int_equal(armex_publications_create(&vintage.publications, 3, 1, NULL),
                     ARMEX_OK);
    vintage.publications->n = 0;
    published(vintage.publications, 2001, 13e9, 3);
    published(vintage.publications, 2002, 14e9, 2);
    published(vintage.publications, 2003, 0, 1);
    assert_int_equal(armex_rounding_published(&steps, panel, &vintage, 0, NULL),
                     ARMEX_OK);
    assert_close(steps[0], 1e8, 1e-4);
    assert_close(steps[1], 1e9, 1e-3);
    assert_true(isnan(steps[2]));
    free(steps);
    armex_publications_free(vintage.publications);
    armex_panel_free(vintage.panel);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_printed_and_three_printed_is_growth_by_0_to_133_per_cent),
        cmocka_unit_test(a_printed_0_leaves_bounds_where_there_are_any),
        cmocka_unit_test(other_methods_have_bounds_of_their_own),
        cmocka_unit_test(the_bounds_of_a_window_are_the_sums_of_its_years),
        cmocka_unit_test(steps_are_found_in_the_figures),
        cmocka_unit_test(digits_as_published_go_before_those_found),
        cmocka_unit_test(the_digits_of_the_deciding_publication_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
