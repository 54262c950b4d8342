/** tests/analysis/test_sipri_style.c: what SIPRI's fact sheets print, by edition. */
#include "analysis/sipri_style.h"
#include "by_hand.h"

static void check_printed(double fraction, int edition, const char *expected)
{
    char text[32];
    assert_int_equal(armex_sipri_percent(text, fraction, edition), strlen(expected));
    assert_string_equal(text, expected);
}

/* Register shares and changes of 2019–23 and what the edition of 2023 made of them. */
static void from_10_on_per_cents_are_whole_and_below_have_one_decimal(void **state)
{
    (void)state;
    check_printed(0.41716, 2023, "42");
    check_printed(0.01992, 2023, "2.0");
    check_printed(-0.03290, 2023, "−3.3");
    check_printed(-0.5255, 2023, "−53");
    check_printed(0.0996, 2023, "10"); // not 10.0
    check_printed(0.0994, 2023, "9.9");
    check_printed(0.0725, 2023, "7.3"); // 7.25 to the bit, halves up
    check_printed(66.3293, 2023, "6,633");
    check_printed(NAN, 2023, "");
}

static void until_the_edition_of_2014_every_per_cent_is_whole(void **state)
{
    (void)state;
    check_printed(0.0536, 2014, "5");
    check_printed(-0.434, 2014, "−43");
    check_printed(0.0590, 2015, "5.9");
    assert_int_equal(armex_sipri_column(2014), ARMEX_COLUMN_PRINTED_WHOLE);
    assert_int_equal(armex_sipri_column(2015), ARMEX_COLUMN_PRINTED);
    assert_int_equal(armex_sipri_decimals(5.9, 2014), 0);
    assert_int_equal(armex_sipri_decimals(5.9, 2018), 1);
    assert_int_equal(armex_sipri_decimals(-9.95, 2018), 0);
}

static void nato_is_an_importer_and_the_rebels_are_none(void **state)
{
    (void)state;
    assert_true(armex_sipri_ranks(ARMEX_ORGANISATION, ARMEX_IMPORTS));
    assert_false(armex_sipri_ranks(ARMEX_ORGANISATION, ARMEX_EXPORTS));
    assert_true(armex_sipri_ranks(ARMEX_STATE, ARMEX_EXPORTS));
    assert_true(armex_sipri_ranks(ARMEX_FORMER_STATE, ARMEX_EXPORTS));
    assert_false(armex_sipri_ranks(ARMEX_ARMED_GROUP, ARMEX_IMPORTS));
    assert_false(armex_sipri_ranks(ARMEX_UNKNOWN, ARMEX_EXPORTS));
    assert_false(armex_sipri_ranks(ARMEX_AGGREGATE, ARMEX_EXPORTS));
}

static const struct by_hand importers[] = {
    {.entity = "IND",
     .name = "India",
     .unit = "tiv",
     .marks = "FFFF",
     .values = (double[]){1, 1, 3, 3}},
    {.entity = "WLD",
     .name = "World",
     .unit = "tiv",
     .marks = "FFFF",
     .values = (double[]){10, 10, 10, 15}},
    {.entity = "nato",
     .name = "NATO",
     .unit = "tiv",
     .marks = "FFFF",
     .values = (double[]){1, 2, 2, 2}},
    {.entity = "pkk",
     .name = "PKK",
     .unit = "tiv",
     .marks = "FFFF",
     .values = (double[]){0, 0, 5, 5}},
};

static void the_table_of_importers_reads_as_the_fact_sheets(void **state)
{
    (void)state;
    struct armex_panel *panel = panel_by_hand(2020, importers, 4);
    const struct armex_rank_options options = {.window = 2, .style = ARMEX_STYLE_SIPRI};
    struct armex_table *table;

    for (size_t s = 0; s < panel->n_series; s++) {
        panel->series[s].flow = ARMEX_IMPORTS;
        panel->series[s].measure = ARMEX_DELIVERIES_TIV;
    }
    assert_int_equal(armex_rank(&table, panel, &options, NULL), ARMEX_OK);
    armex_panel_free(panel);
    assert_int_equal(table->n_rows, 2); // PKK would be the first
    assert_string_equal(table->title, "The largest importers of major arms, 2022–23");
    assert_string_equal(word(table, 1, "name"), "NATO");
    assert_string_equal(table->columns[armex_table_column(table, "name")].title,
                        "Importer");
    assert_true(table->columns[armex_table_column(table, "value")].machine);
    assert_true(table->columns[armex_table_column(table, "previous_rank")].machine);
    assert_note(table->notes, "share: of the world's total, with what armed groups, "
                              "organisations and the unknown received; change: of the "
                              "volume, of unrounded sums");
    assert_note(table->notes, "the world's volume changed by 25 % from 2020–21: 25 TIV "
                              "after 20 TIV");
    assert_note(table->notes, "importers counted here: 1 state"); // NATO is none
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_10_on_per_cents_are_whole_and_below_have_one_decimal),
        cmocka_unit_test(until_the_edition_of_2014_every_per_cent_is_whole),
        cmocka_unit_test(nato_is_an_importer_and_the_rebels_are_none),
        cmocka_unit_test(the_table_of_importers_reads_as_the_fact_sheets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
