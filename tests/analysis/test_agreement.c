/** Agreement against R (reference/compare.R keeps how) and against answers by hand. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/agreement.h"

enum { MOST = 64 };

/* One case of reference/compare.csv. NA reads as missing. */
struct sample {
    double a[MOST], b[MOST];
    size_t n;
};

static double number(const char *text)
{
    return strncmp(text, "NA", 2) == 0 ? (double)NAN : strtod(text, NULL);
}

static struct sample read_case(const char *name)
{
    struct sample sample = {.n = 0};
    char line[256];
    FILE *file = fopen(TESTS "/analysis/reference/compare.csv", "r");

    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *a = strchr(line, ',');
        if (!a || strncmp(line, name, (size_t)(a - line)) != 0 ||
            strlen(name) != (size_t)(a - line))
            continue;
        assert_true(sample.n < MOST);
        sample.a[sample.n] = number(a + 1);
        sample.b[sample.n++] = number(strchr(a + 1, ',') + 1);
    }
    fclose(file);
    return sample;
}

static void expect(const char *name, const double r[10])
{
    const struct sample sample = read_case(name);
    struct armex_agreement levels;
    struct armex_rank_agreement ranks;

    assert_int_equal(
        armex_agreement_levels(&levels, sample.a, sample.b, sample.n, NULL), ARMEX_OK);
    assert_int_equal(armex_agreement_ranks(&ranks, sample.a, sample.b, sample.n, NULL),
                     ARMEX_OK);
    const double found[10] = {(double)levels.n,   levels.ratio,    levels.spread,
                              levels.bias,        levels.lower,    levels.upper,
                              levels.concordance, (double)ranks.n, ranks.spearman,
                              ranks.kendall};
    for (size_t i = 0; i < 10; i++)
        assert_close(found[i], r[i], 1e-13 * fmax(1.0, fabs(r[i])));
}

static void every_case_is_as_r_has_it(void **state)
{
    (void)state;
    char line[1024];
    size_t cases = 0;
    FILE *file = fopen(TESTS "/analysis/reference/compare_by_r.csv", "r");

    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *cell = strchr(line, ',');
        double r[10];
        if (line[0] == '#' || strncmp(line, "case,", 5) == 0)
            continue;
        assert_non_null(cell);
        *cell++ = '\0';
        for (size_t i = 0; i < 10; i++)
            r[i] = strtod(cell, &cell), cell += *cell == ',';
        expect(line, r);
        cases++;
    }
    fclose(file);
    assert_int_equal(cases, 5);
}

static void swapping_the_sides_turns_the_bias_and_leaves_the_ranks(void **state)
{
    (void)state;
    const struct sample s = read_case("growing");
    struct armex_agreement one, other;
    struct armex_rank_agreement ranks, turned;

    armex_agreement_levels(&one, s.a, s.b, s.n, NULL);
    armex_agreement_levels(&other, s.b, s.a, s.n, NULL);
    armex_agreement_ranks(&ranks, s.a, s.b, s.n, NULL);
    armex_agreement_ranks(&turned, s.b, s.a, s.n, NULL);
    assert_close(one.bias, -other.bias, 1e-15);
    assert_close(one.lower, -other.upper, 1e-15);
    assert_close(one.concordance, other.concordance, 1e-15);
    assert_close(ranks.kendall, turned.kendall, 0.0);
    assert_close(ranks.spearman, turned.spearman, 1e-15);
}

static void what_is_not_defined_is_missing_and_never_infinite(void **state)
{
    (void)state;
    const double nothing[] = {NAN, NAN, NAN}, zeros[] = {0.0, 0.0, 0.0};
    const double same[] = {5.0, 5.0, 5.0}, up[] = {1.0, 2.0, 3.0};
    struct armex_agreement levels;
    struct armex_rank_agreement ranks;

    armex_agreement_levels(&levels, nothing, up, 3, NULL);
    assert_int_equal(levels.n, 0);
    assert_missing(levels.ratio);
    assert_missing(levels.bias);
    armex_agreement_levels(&levels, zeros, up, 3, NULL);
    assert_int_equal(levels.n, 0);
    armex_agreement_levels(&levels, up, up, 1, NULL);
    assert_close(levels.ratio, 1.0, 0.0);
    assert_missing(levels.lower);
    assert_missing(levels.concordance);
    armex_agreement_ranks(&ranks, same, up, 3, NULL);
    assert_missing(ranks.spearman);
    assert_missing(ranks.kendall);
    armex_agreement_ranks(&ranks, up, up, 2, NULL);
    assert_missing(ranks.spearman);
    armex_agreement_levels(&levels, NULL, NULL, 0, NULL);
    assert_int_equal(levels.n, 0);
}

static void a_direction_counts_only_where_both_years_are_there(void **state)
{
    (void)state;
    //                    up  gap      down same
    const double a[] = {1, 2, NAN, 4, 3, 3};
    const double b[] = {5, 9, 9, 8, 9, 9};
    const struct armex_direction_agreement found = armex_agreement_directions(a, b, 6);

    assert_int_equal(found.n, 3);
    assert_int_equal(found.same, 2); // up with up, stayed with stayed
}

static void deliveries_that_follow_orders_by_two_years_are_found_to(void **state)
{
    (void)state;
    const double orders[] = {3, 7, 4, 9, 12, 8, 15, 11, 18, 14, 21};
    double deliveries[11] = {5, 4};
    for (size_t i = 2; i < 11; i++)
        deliveries[i] = 2.0 * orders[i - 2];

    struct armex_lead lead = armex_agreement_lead(orders, deliveries, 11);
    assert_int_equal(lead.lag, 2);
    assert_close(lead.correlation, 1.0, 1e-12);
    lead = armex_agreement_lead(deliveries, orders, 11);
    assert_int_equal(lead.lag, -2);
    lead = armex_agreement_lead(orders, orders, 5); // four changes are too few
    assert_int_equal(lead.lag, 0);
    assert_missing(lead.correlation);
}

/** As R's cor.test(method = "spearman", exact = FALSE) has it. */
static void how_often_chance_orders_as_alike_is_as_r_has_it(void **state)
{
    (void)state;
    assert_close(armex_agreement_chance(0.3, 5), 0.623837664781073, 1e-14);
    assert_close(armex_agreement_chance(-0.69, 11), 0.0187844036792695, 1e-14);
    assert_close(armex_agreement_chance(1.0, 5), 0.0, 0.0);
    assert_close(armex_agreement_chance(-1.0, 4), 0.0, 0.0);
    assert_true(isnan(armex_agreement_chance(0.9, 3)));
    assert_true(isnan(armex_agreement_chance((double)NAN, 9)));
}

static void of_an_even_number_the_two_middle_ratios_are_averaged(void **state)
{
    (void)state;
    const double a[] = {1.0, 8.0, 2.0, 40.0}, b[] = {1.0, 2.0, 1.0, 4.0};
    struct armex_agreement found;

    armex_agreement_levels(&found, a, b, 4, NULL); // ratios 1, 4, 2, 10
    assert_close(found.ratio, 3.0, 1e-14);
}

static void of_lags_that_fit_alike_the_nearest_is_named(void **state)
{
    (void)state;
    const double waves[] = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1}; // again after two years
    const struct armex_lead lead = armex_agreement_lead(waves, waves, 11);

    assert_int_equal(lead.lag, 0);
    assert_close(lead.correlation, 1.0, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_is_as_r_has_it),
        cmocka_unit_test(swapping_the_sides_turns_the_bias_and_leaves_the_ranks),
        cmocka_unit_test(what_is_not_defined_is_missing_and_never_infinite),
        cmocka_unit_test(how_often_chance_orders_as_alike_is_as_r_has_it),
        cmocka_unit_test(a_direction_counts_only_where_both_years_are_there),
        cmocka_unit_test(deliveries_that_follow_orders_by_two_years_are_found_to),
        cmocka_unit_test(of_an_even_number_the_two_middle_ratios_are_averaged),
        cmocka_unit_test(of_lags_that_fit_alike_the_nearest_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
