/** tests/chart/test_transfers.c: suppliers by recipients, as charts of flows read them.
 */
#include "tables.h"

#include <math.h>
#include <stdio.h>

#include "chart/transfers.h"

static armex_status read_rows(struct armex_transfers *out, struct armex_arena *arena,
                              const struct delivery *rows, size_t n,
                              const char *highlight, struct armex_error *error)
{
    struct armex_table *table = pairs_of(rows, n);
    struct armex_chart chart = chart_of("matrix", table);
    chart.highlight = highlight;
    const armex_status status = armex_transfers_read(out, arena, &chart, error);
    for (size_t i = 0; !status && i < out->n_suppliers; i++) // they are the table's
        out->suppliers[i].code = armex_arena_text(arena, out->suppliers[i].code);
    for (size_t i = 0; !status && i < out->n_recipients; i++)
        out->recipients[i].code = armex_arena_text(arena, out->recipients[i].code);
    armex_table_free(table);
    return status;
}

static void the_largest_come_first_and_shares_are_of_all_that_was_got(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_transfers transfers;
    assert_int_equal(read_rows(&transfers, arena, deliveries, 8, NULL, NULL), ARMEX_OK);
    assert_int_equal(transfers.n_suppliers, 4);
    assert_string_equal(transfers.suppliers[0].code, "USA");
    assert_string_equal(transfers.suppliers[1].code, "KOR");
    assert_string_equal(transfers.recipients[0].code, "SAU");
    assert_string_equal(transfers.recipients[1].code, "IND");
    assert_close(armex_transfers_share(&transfers, 0, 0), 0.74, 1e-12);
    assert_close(armex_transfers_rest(&transfers, 4, 0), 0.2, 1e-12);
    assert_close(armex_transfers_rest(&transfers, 1, 1), 1.0 - 260.0 / 800.0, 1e-12);
    assert_string_equal(armex_transfers_span(arena, &transfers), "2020–24");
    armex_arena_free(arena);
}

static void a_total_below_its_parts_is_their_sum(void **state)
{
    (void)state;
    static const struct delivery rows[] = {
        {"USA", "United States", "SAU", "Saudi Arabia", 740, 1, NAN},
        {"FRA", "France", "SAU", "Saudi Arabia", 260, 1, 500},
        {"FRA", "France", "SAU", "Saudi Arabia", -5, 1, 500},
        {"FRA", "France", "IND", "India", NAN, 1, 500},
    };
    struct armex_arena *arena = armex_arena_create();
    struct armex_transfers transfers;
    assert_int_equal(read_rows(&transfers, arena, rows, 4, NULL, NULL), ARMEX_OK);
    assert_int_equal(transfers.n_recipients, 1);
    assert_close(transfers.recipients[0].total, 1e9, 0);
    assert_close(armex_transfers_rest(&transfers, 2, 0), 0.0, 0);
    armex_arena_free(arena);
}

static void a_subject_further_down_takes_the_last_place(void **state)
{
    (void)state;
    static struct delivery rows[14];
    static char codes[14][4];
    for (size_t i = 0; i < 14; i++) {
        snprintf(codes[i], sizeof codes[i], "X%02d", (int)i);
        rows[i] = (struct delivery){codes[i],          codes[i], "IND", "India",
                                    100.0 - (double)i, 100,      2000};
    }
    struct armex_arena *arena = armex_arena_create();
    struct armex_transfers transfers;
    assert_int_equal(read_rows(&transfers, arena, rows, 14, "X12", NULL), ARMEX_OK);
    assert_int_equal(transfers.n_suppliers, ARMEX_PARTIES);
    assert_int_equal(transfers.all_suppliers, 14);
    assert_string_equal(transfers.suppliers[ARMEX_PARTIES - 1].code, "X12");
    assert_close(transfers.values[ARMEX_PARTIES - 1][0], 88e6, 0);
    armex_arena_free(arena);
}

static void what_cannot_be_drawn_is_refused_with_the_reason(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_transfers transfers;
    struct armex_error error = {0};
    assert_int_equal(read_rows(&transfers, arena, deliveries, 0, NULL, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "nothing to draw: nothing was delivered");
    assert_int_equal(read_rows(&transfers, arena, deliveries, 8, "NOR", &error),
                     ARMEX_USAGE);
    assert_string_equal(
        error.message,
        "'NOR' is to be highlighted, and neither supplied nor got anything");
    struct armex_table *other = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("matrix", other);
    assert_int_equal(armex_transfers_read(&transfers, arena, &chart, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "a matrix chart draws a table of flows --as pairs, "
                        "and this one has no column 'partner'");
    armex_table_free(other);
    armex_arena_free(arena);
}

static void a_matrix_says_who_leans_on_one_and_every_share(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    struct armex_table *table = pairs_of(deliveries, 8);
    const struct armex_chart chart = chart_of("matrix", table);
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_string_equal(
        words.title, "Two of three recipients get at least half of their arms from one "
                     "supplier");
    assert_string_equal(words.subtitle, "Share of each recipient’s imports of major "
                                        "arms by supplier, %, 2020–24");
    assert_string_equal(words.note, "Bold: at least half. Blank: no delivery.");
    assert_non_null(strstr(words.description,
                           "Saudi Arabia, 1.0 billion TIV: United States 74.0%, France "
                           "6.0%, all others 20.0%."));
    armex_table_free(table);
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_come_first_and_shares_are_of_all_that_was_got),
        cmocka_unit_test(a_total_below_its_parts_is_their_sum),
        cmocka_unit_test(a_subject_further_down_takes_the_last_place),
        cmocka_unit_test(what_cannot_be_drawn_is_refused_with_the_reason),
        cmocka_unit_test(a_matrix_says_who_leans_on_one_and_every_share),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
