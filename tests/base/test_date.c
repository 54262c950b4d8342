/** tests/base/test_date.c: days, months and years. */
#include "check.h"

#include <string.h>

#include "base/date.h"

static struct armex_date date(const char *text)
{
    struct armex_date out = {0};
    assert_true(armex_date_parse(&out, text, strlen(text)));
    return out;
}

static void a_month_counts_as_its_last_day(void **state)
{
    (void)state;
    assert_int_equal(armex_date_last_day(date("2023-12")), 20231231);
    assert_int_equal(armex_date_last_day(date("2024-02")), 20240229);
    assert_int_equal(armex_date_last_day(date("1900-02")), 19000228);
    assert_int_equal(armex_date_last_day(date("2011")), 20111231);
    assert_int_equal(armex_date_last_day(date("2026-01-14")), 20260114);
    assert_int_equal(armex_date_first_day(date("2023-12")), 20231201);
    assert_int_equal(armex_date_last_day((struct armex_date){0}), 0);
}

static void days_that_do_not_exist_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",        "23",       "2023-13", "2023-00",  "2023-02-29", "2023-1-01",
        "2023/12", "2023-12-", "0999",    "20231220", "2023-12-32"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct armex_date out = {0};
        assert_false(armex_date_parse(&out, wrong[i], strlen(wrong[i])));
    }
}

static void dates_are_written_as_they_were_known(void **state)
{
    (void)state;
    char text[ARMEX_DATE_SIZE];
    armex_date_write(text, date("2023-12"));
    assert_string_equal(text, "2023-12");
    armex_date_write(text, date("2026-01-14"));
    assert_string_equal(text, "2026-01-14");
    armex_date_for_people(text, date("2026-01-14"));
    assert_string_equal(text, "14 Jan 2026");
    armex_date_for_people(text, date("2023-12"));
    assert_string_equal(text, "Dec 2023");
    assert_int_equal(armex_date_for_people(text, (struct armex_date){0}), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_counts_as_its_last_day),
        cmocka_unit_test(days_that_do_not_exist_are_refused),
        cmocka_unit_test(dates_are_written_as_they_were_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
