/** Concentration, by hand and by R. */
#include "analysis/concentration.h"
#include "reference/reference.h"

static void concentration_is_what_the_definitions_say(void **state)
{
    (void)state;
    struct numbers shares;
    reference(&shares, "series", "shares");
    const struct armex_concentration found =
        armex_concentration(shares.at, shares.n, 0.0);
    const double ratios[] = {found.cr1, found.cr4, found.cr8};
    check_reference(&found.hhi, 1, "concentration", "hhi", 1e-14);
    check_reference(&found.normalised, 1, "concentration", "normalised", 1e-14);
    check_reference(ratios, 3, "concentration", "cr", 1e-14);
    check_reference(&found.entropy, 1, "concentration", "entropy", 1e-14);
    check_reference(&found.gini, 1, "concentration", "gini", 1e-14);
    check_reference(&found.theil, 1, "concentration", "theil", 1e-14);
    assert_close(found.theil, log(10) - found.entropy, 1e-14);
    assert_close(found.effective_number, 1 / found.hhi, 0);
    assert_int_equal(found.entities, 10);
}

static void equals_are_as_many_as_they_are_and_one_alone_has_all(void **state)
{
    (void)state;
    double equals[] = {2, 2, 2, 2, 2}, alone[] = {0, 7, 0};
    struct armex_concentration found = armex_concentration(equals, 5, 0.0);
    assert_close(found.effective_number, 5, 1e-14);
    assert_close(found.hhi, 0.2, 1e-15);
    assert_close(found.normalised, 0, 1e-15);
    assert_close(found.gini, 0, 1e-15);
    assert_close(found.theil, 0, 1e-15);
    assert_close(found.entropy, log(5), 1e-15);
    found = armex_concentration(alone, 3, 0.0);
    assert_close(found.hhi, 1, 0);
    assert_close(found.normalised, 1, 1e-15);
    assert_close(found.gini, 2.0 / 3, 1e-15); // 1 - 1/n: two share nothing
    assert_close(found.theil, log(3), 1e-15);
    assert_close(found.entropy, 0, 0);
}

static void a_part_that_is_nobodys_lowers_the_index_alone(void **state)
{
    (void)state;
    double values[] = {1, 3};
    const struct armex_concentration found = armex_concentration(values, 2, 8.0);
    assert_close(found.hhi, (1 + 9) / 64.0, 1e-16);
    assert_close(found.cr1, 0.375, 0);
    assert_close(found.cr4, 0.5, 0);
    assert_close(found.gini, 0.25, 1e-15);       // of 1 and 3: |1-3| 2 / (2 n^2 mean)
    assert_close(found.normalised, 0.25, 1e-15); // (10/16 - 1/2) / (1/2)
}

static void nothing_to_divide_is_missing_and_the_largest_figures_do_no_harm(
    void **state)
{
    (void)state;
    double zeros[] = {0, 0}, large[] = {1.5e308, 1.5e308}, tiny[] = {5e-324, 5e-324};
    assert_missing(armex_concentration(zeros, 2, 0.0).hhi);
    assert_missing(armex_concentration(zeros, 0, 0.0).gini);
    assert_missing(armex_concentration(large, 2, 0.0).hhi); // the sum is no number
    assert_close(armex_concentration(tiny, 2, 0.0).hhi, 0.5, 0);
}

static void no_rounding_makes_equals_less_than_equal(void **state)
{
    (void)state;
    double equals[100];

    for (size_t n = 1; n <= 100; n++) { // 49 times 1/49 is below 1
        for (size_t i = 0; i < n; i++)
            equals[i] = 0.1;
        const struct armex_concentration found = armex_concentration(equals, n, 0.0);
        assert_true(found.gini >= 0.0 && found.gini < 1e-14);
        assert_true(found.theil >= 0.0 && found.theil < 1e-14);
        assert_true(n == 1 || (found.normalised >= 0.0 && found.normalised < 1e-14));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(concentration_is_what_the_definitions_say),
        cmocka_unit_test(equals_are_as_many_as_they_are_and_one_alone_has_all),
        cmocka_unit_test(a_part_that_is_nobodys_lowers_the_index_alone),
        cmocka_unit_test(
            nothing_to_divide_is_missing_and_the_largest_figures_do_no_harm),
        cmocka_unit_test(no_rounding_makes_equals_less_than_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
