/** tests/ingest/test_wide_sums.c: totals that a table prints, added up. Every table is
 * made up; sums by hand. */
#include "wide_files.h"

static void totals_that_do_not_add_up_are_told(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        read_text("Country,2019,2020,2021,Total\nFrance,1200.5,1300.7,1,2502.2\n"
                  "Germany,900.1,800.3,2,1700.4\nWorld,2100.6,2101.0,3,\n"
                  "Total,2100.6,2500.0,3.0,\nGrand total,1,2,,\n",
                  stated("deliveries", "usd"));
    assert_notes(vintage, "line 5, 'Total': the figures of 2020 add up to 2101.0 and "
                          "not 2500.0, which is 399.0 more");
    assert_notes(vintage, "line 6, 'Grand total': the figures of 2019 add up to 2100.6 "
                          "and not 1.0, which is 2099.6 less; nor is it the sum of 1 "
                          "other");
    assert_notes(vintage, "column 'Total': the figures of Germany add up to 1702.4 and "
                          "not 1700.4, which is 2.0 less");
    armex_vintage_free(vintage);
}

/* 5 + 3 = 8: the row that is there twice is counted once, in the total as well. */
static void a_row_that_is_there_twice_is_one_part_of_a_total(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        read_text("Country,2019,2020\nFrance,5,\nFrance,5,7\nPoland,3,1\nTotal,8,8\n",
                  stated("deliveries", "usd"));
    assert_false(notes(vintage, "add up to"));
    armex_vintage_free(vintage);
    vintage = read_text("Country,2019\nFrance,5\nFrance,5\nPoland,3\nTotal,13\n",
                        stated("deliveries", "usd"));
    assert_notes(vintage,
                 "line 5, 'Total': the figures of 2019 add up to 8 and not 13, "
                 "which is 5 more");
    armex_vintage_free(vintage);
}

static void what_rounding_or_unknown_figures_explain_is_not_told(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Country,2019\nFrance,1.4\nPoland,1.4\nTotal,3\n",      // 2.8
        "Country,2019\nFrance,1\nPoland,1\nSpain,1\nTotal,5\n", // 1.49 each, and 4.5
        "Country,2019\nFrance,1\nPoland,..\nTotal,9\n",
        "Country,2019\nFrance,1.2 bn\nPoland,900 million\nTotal,2.1 bn\n",
        "Country,2019\nFrance,1\nTotal,\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct armex_vintage *vintage =
            read_text(texts[i], stated("deliveries", "usd"));
        if (notes(vintage, "add up"))
            fail_msg("told of: %s", texts[i]);
        armex_vintage_free(vintage);
    }
    struct armex_vintage *vintage =
        read_text("Country,2019\nFrance,1\nPoland,1\nSpain,1\nTotal,6\n",
                  stated("deliveries", "usd"));
    assert_notes(vintage, "add up to 3 and not 6, which is 3 more");
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_that_do_not_add_up_are_told),
        cmocka_unit_test(a_row_that_is_there_twice_is_one_part_of_a_total),
        cmocka_unit_test(what_rounding_or_unknown_figures_explain_is_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
