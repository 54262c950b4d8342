/** tests/ingest/test_world_names.c: whoever the table of entities says is the World is
 * so as a partner of trade, where most partners are turned away by their first bytes.
 */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/file.h"
#include "country/entity.h"
#include "ingest/csv.h"
#include "ingest/totals.h"

/** Both, and without the case of their letters. */
static void assert_is_world(const char *text, size_t length)
{
    char other[128];

    assert_true(length && length < sizeof other);
    print_message("[ world    ] %.*s\n", (int)length, text);
    assert_string_equal(armex_entity_find(text, length)->code, "WLD");
    assert_true(armex_trade_is_world(text, length));
    for (size_t i = 0; i < length; i++)
        other[i] = armex_upper(text[i]);
    assert_true(armex_trade_is_world(other, length));
    for (size_t i = 0; i < length; i++)
        other[i] = armex_lower(text[i]);
    assert_true(armex_trade_is_world(other, length));
}

/** Those of a list set apart by semicolons; returns how many. */
static size_t assert_all(const struct armex_cell *list)
{
    const char *at = list->text, *end = at + list->length;
    size_t n = 0;

    while (at < end) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        const size_t length = (size_t)((stop ? stop : end) - at);
        // a code that one publisher of charts made up, and no customs office writes
        if (length != 8 || memcmp(at, "OWID_WRL", 8) != 0)
            assert_is_world(at, length);
        at += length + 1;
        n++;
    }
    return n;
}

static void every_spelling_of_the_world_is_the_world_of_trade(void **state)
{
    (void)state;
    enum { CODE = 1, NAME = 2, SPELLINGS = 8, COLUMNS = 9 };
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    char *bytes = NULL;
    size_t length = 0, n = 1, found = 0;

    assert_int_equal(armex_file_read(&bytes, &length,
                                     TESTS "/../engine/country/field.csv", 1 << 24,
                                     NULL),
                     ARMEX_OK);
    assert_int_equal(armex_csv_open(&csv, "field.csv", bytes, length, ',', NULL),
                     ARMEX_OK);
    while (!armex_csv_next(csv, &cells, &n, NULL) && n) {
        if (n != COLUMNS || !armex_cell_says(&cells[CODE], "WLD"))
            continue;
        assert_is_world(cells[CODE].text, cells[CODE].length);
        assert_is_world(cells[NAME].text, cells[NAME].length);
        found += assert_all(&cells[SPELLINGS]);
    }
    assert_true(found > 30);
    armex_csv_close(csv);
    free(bytes);
}

/* What begins as a name of it, and is another. */
static void nobody_else_is_the_world_of_trade(void **state)
{
    (void)state;
    static const char *const others[] = {"Worldwide",  "Welt am Sonntag",
                                         "Mondovi",    "Tous",
                                         "Luxembourg", "Mundolandia",
                                         "Svealand",   "Dunkirk",
                                         "Allemagne",  "1",
                                         "W01",        ""};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(armex_trade_is_world(others[i], strlen(others[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_spelling_of_the_world_is_the_world_of_trade),
        cmocka_unit_test(nobody_else_is_the_world_of_trade),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
