/** tests/ingest/test_written_year.c: years as people write them. Expected by hand. */
#include "ingest/written_year.h"

#include <string.h>

#include "check.h"

static void a_year_is_told_from_what_is_more_or_less(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum armex_year_kind kind;
        int year;
        bool noted;
    } years[] = {
        {"2019", ARMEX_CALENDAR_YEAR, 2019, false},
        {" 2019.0\xc2\xa0", ARMEX_CALENDAR_YEAR, 2019, false},
        {"2019-01-01", ARMEX_CALENDAR_YEAR, 2019, false},
        {"2019-12-31", ARMEX_CALENDAR_YEAR, 2019, false},
        {"31.12.2019", ARMEX_CALENDAR_YEAR, 2019, false},
        {"12/31/2019", ARMEX_CALENDAR_YEAR, 2019, false},
        {"1.1.2019", ARMEX_CALENDAR_YEAR, 2019, false},
        {"31.12.2018/19", ARMEX_NO_YEAR, 0, false},
        {"30.12.2019", ARMEX_NO_YEAR, 0, false},
        {"2019*", ARMEX_CALENDAR_YEAR, 2019, true},
        {"2019 (p)", ARMEX_CALENDAR_YEAR, 2019, true},
        {"2019\xc2\xb9", ARMEX_CALENDAR_YEAR, 2019, true},
        {"FY2019", ARMEX_FISCAL_YEAR, 2019, false},
        {"fy 2019*", ARMEX_FISCAL_YEAR, 2019, true},
        {"2018/19", ARMEX_FISCAL_YEAR, 2019, false},
        {"2018-2019", ARMEX_FISCAL_YEAR, 2019, false},
        {"2018\xe2\x80\x93"
         "19",
         ARMEX_FISCAL_YEAR, 2019, false},
        {"1999/00", ARMEX_FISCAL_YEAR, 2000, false},
        {"2015-19", ARMEX_SEVERAL_YEARS, 2019, false},
        {"2011-2015", ARMEX_SEVERAL_YEARS, 2015, false},
        {"2011-12", ARMEX_UNSURE_YEAR, 2011, false},
        {"2019-03", ARMEX_PART_OF_A_YEAR, 2019, false},
        {"2019Q1", ARMEX_PART_OF_A_YEAR, 2019, false},
        {"2019-Q4", ARMEX_PART_OF_A_YEAR, 2019, false},
        {"2019M11", ARMEX_PART_OF_A_YEAR, 2019, false},
        {"Q1 2019", ARMEX_PART_OF_A_YEAR, 0, false},
        {"", ARMEX_NO_YEAR, 0, false},
        {"19", ARMEX_NO_YEAR, 0, false},
        {"2301", ARMEX_NO_YEAR, 0, false},
        {"2019Q5", ARMEX_NO_YEAR, 2019, false},
        {"20190", ARMEX_NO_YEAR, 2019, false},
        {"2019/18/17", ARMEX_NO_YEAR, 2019, false},
    };
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        const struct armex_written_year said =
            armex_written_year(years[i].text, strlen(years[i].text));
        if (said.kind != years[i].kind || said.noted != years[i].noted)
            fail_msg("'%s' is %d", years[i].text, said.kind);
        assert_int_equal(said.year, years[i].year);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_is_told_from_what_is_more_or_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
