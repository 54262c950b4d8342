/** tests/country/test_published_names.c: every name in publishers' own files is known.
 *
 * The files are not ours to ship; the tests are skipped where they are not at hand.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "country/entity.h"

#ifndef TESTS
#define TESTS "tests"
#endif

#define DATA TESTS "/../../shared/data/"

enum { LARGEST_FILE = 64 << 20 };

/* The first cells of a line, quotes taken off; a cell holds no line break here. */
static const char *read_cell(char out[256], const char *line)
{
    const bool quoted = *line == '"';
    size_t n = 0;

    line += quoted;
    while (*line && *line != '\n' && *line != (quoted ? '"' : ',')) {
        if (n < 255)
            out[n++] = *line;
        line++;
    }
    out[n] = '\0';
    line += quoted && *line == '"';
    return *line == ',' ? line + 1 : line;
}

static void must_be_known(const char *name, const char *path)
{
    if (!armex_entity_find(name, strlen(name)))
        fail_msg("%s: nobody is called '%s'", path, name);
}

/* Runs through the lines after the one that begins with `header`; returns how many
   names were seen, each of the first `n_columns` cells of a line. */
static size_t check_names(const char *path, const char *header, size_t n_columns)
{
    struct armex_error error = {0};
    char *text = NULL, cell[256];
    size_t length = 0, seen = 0;

    if (armex_file_read(&text, &length, path, LARGEST_FILE, &error) == ARMEX_NOT_FOUND)
        skip();
    assert_int_equal(error.status, ARMEX_OK);
    if (!text)
        return 0;
    const char *line = text + (strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0);
    while (line && strncmp(line, header, strlen(header)) != 0) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    while (line && (line = strchr(line, '\n')) && *++line) {
        const char *next = line;
        for (size_t i = 0; i < n_columns; i++) {
            next = read_cell(cell, next);
            if (strncmp(cell, "Total", 5) != 0 && strcmp(cell, "\r") != 0 && *cell) {
                must_be_known(cell, path);
                seen++;
            }
        }
    }
    free(text);
    return seen;
}

static void every_name_of_sipris_recipients_is_known(void **state)
{
    (void)state;
    assert_true(check_names(DATA "sipri/import-export-values_1950-2024.csv",
                            "Recipient,", 1) > 250);
}

static void every_name_of_sipris_suppliers_is_known(void **state)
{
    (void)state;
    assert_true(check_names(DATA "sipri/import-export-values_1950-2024_1950-2024.csv",
                            "Exports by,", 1) > 100);
    assert_true(check_names(DATA "sipri/us_import-export-values.csv", "supplier,", 2) >
                100);
}

static void every_name_and_code_of_the_world_bank_is_known(void **state)
{
    (void)state;
    static const char *const quoted[] = {
        DATA "worldbank/API_MS.MIL.MPRT.KD_DS2_en_csv_v2_1745336.csv",
        DATA "worldbank/API_MS.MIL.XPRT.KD_DS2_en_csv_v2_1740278.csv",
        DATA "worldbank/API_NY.GDP.DEFL.ZS_DS2_en_csv_v2_1070444.csv",
        DATA "worldbank/API_FP.CPI.TOTL_DS2_en_csv_v2_284.csv",
        DATA "worldbank/API_NY.GDP.MKTP.CD_DS2_en_csv_v2.csv",
        DATA "worldbank/API_PA.NUS.FCRF_DS2_en_csv_v2_5839703.csv",
    };
    for (size_t i = 0; i < sizeof quoted / sizeof *quoted; i++)
        assert_true(check_names(quoted[i], "\"Country Name\",", 2) > 500);
    assert_true(check_names(DATA
                            "worldbank/API_MS.MIL.XPND.CD_DS2_en_csv_v2_5363327.csv",
                            "Country Name,", 2) > 500);
}

static void every_name_of_gapminder_and_our_world_in_data_is_known(void **state)
{
    (void)state;
    assert_true(check_names(DATA "gapminder/arms_exports_us_inflation_adjusted.csv",
                            "country,", 1) > 100);
    assert_true(check_names(DATA "owid/military-expenditure-total.csv", "Entity,", 2) >
                5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_of_sipris_recipients_is_known),
        cmocka_unit_test(every_name_of_sipris_suppliers_is_known),
        cmocka_unit_test(every_name_and_code_of_the_world_bank_is_known),
        cmocka_unit_test(every_name_of_gapminder_and_our_world_in_data_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
