/** tests/analysis/test_rank_partners.c: main partners beside a ranking, by hand. */
#include "analysis/rank_partners.h"
#include "by_hand.h"

#include <stdio.h>

enum { FRA, IND, ITA, QAT, RUS, UNKNOWN };

/* Exports of 2021 and 2022: FRA to IND 4 + 4, to ITA 1, to QAT 1, to RUS 2, to unknown
 * 8; ITA to QAT 3. What FRA sent in 2020 lies outside of the window. */
static struct armex_flows *flows(void)
{
    static const char *const entities[] = {"FRA", "IND", "ITA",
                                           "QAT", "RUS", "unknown-recipient"};
    static const char *const categories[] = {"Ships"};
    static const struct {
        uint32_t from, to;
        short year;
        double value;
    } rows[] = {{FRA, IND, 2021, 4}, {FRA, IND, 2022, 4},     {FRA, ITA, 2021, 1},
                {FRA, QAT, 2022, 1}, {FRA, RUS, 2021, 2},     {FRA, UNKNOWN, 2022, 8},
                {ITA, QAT, 2022, 3}, {FRA, QAT, 2020, 900.0}, {ITA, RUS, 2020, 5}};
    struct armex_flows *made;

    assert_int_equal(armex_flows_create(&made, entities, 6, categories, 1, NULL),
                     ARMEX_OK);
    assert_true(armex_unit_parse(&made->unit, "tiv", 3));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct armex_flow row = {.supplier = rows[i].from,
                                       .recipient = rows[i].to,
                                       .year = rows[i].year,
                                       .mark = ARMEX_FINAL,
                                       .value = rows[i].value};
        assert_int_equal(armex_flows_add(made, row, NULL), ARMEX_OK);
    }
    return made;
}

static struct armex_table *ranking(enum armex_flow_direction flow,
                                   enum armex_rank_style style)
{
    const struct armex_rank_options options = {
        .window = 2, .year = 2022, .style = style, .partners = true};
    struct armex_flows *made = flows();
    struct armex_panel *all, *panel;
    struct armex_table *table;
    size_t kept = 0;

    assert_int_equal(armex_flows_panel(&all, made, 2019, 2022, true, NULL), ARMEX_OK);
    for (size_t s = 0; s < all->n_series; s++)
        kept += all->series[s].flow == flow;
    assert_int_equal(armex_panel_create(&panel, kept, 2019, 4, NULL), ARMEX_OK);
    for (size_t s = 0, k = 0; s < all->n_series; s++) {
        if (all->series[s].flow != flow)
            continue;
        assert_int_equal(
            armex_series_copy(&panel->series[k], &all->series[s], panel->arena, NULL),
            ARMEX_OK);
        for (int year = 2019; year <= 2022; year++) {
            panel->values[armex_panel_at(panel, k, year)] =
                armex_panel_value(all, s, year);
            panel->marks[armex_panel_at(panel, k, year)] =
                armex_panel_mark(all, s, year);
        }
        k++;
    }
    armex_panel_free(all);
    assert_int_equal(armex_rank(&table, panel, &options, NULL), ARMEX_OK);
    armex_panel_free(panel);
    assert_int_equal(armex_rank_add_partners(&table, made, flow, &options, NULL),
                     ARMEX_OK);
    armex_flows_free(made);
    return table;
}

static void check_partner(const struct armex_table *table, size_t row, int n,
                          const char *name, double share)
{
    char column[32];
    snprintf(column, sizeof column, "partner_%d_name", n);
    assert_string_equal(word(table, row, column), name);
    snprintf(column, sizeof column, "partner_%d_share", n);
    assert_same_value(cell(table, row, column), share);
}

static void an_exporters_three_main_recipients_stand_beside_it(void **state)
{
    (void)state;
    struct armex_table *table = ranking(ARMEX_EXPORTS, ARMEX_STYLE_SIPRI);

    assert_string_equal(
        table->title,
        "The largest exporters of major arms and their main recipients, 2021–22");
    assert_string_equal(word(table, 0, "entity"), "FRA");
    // 20 in all, 8 of them to nobody knows whom: that counts, and is no recipient
    check_partner(table, 0, 1, "India", 8.0 / 20);
    check_partner(table, 0, 2, "Russia", 2.0 / 20);
    check_partner(table, 0, 3, "Italy", 1.0 / 20); // beside Qatar's, by code
    assert_string_equal(word(table, 0, "partner_3"), "ITA");
    check_partner(table, 1, 1, "Qatar", 1.0);
    check_partner(table, 1, 2, "", NAN);
    check_partner(table, 1, 3, "", NAN);
    assert_int_equal(table->columns[armex_table_column(table, "partner_1_share")].type,
                     ARMEX_COLUMN_PRINTED);
    assert_note(table->notes, "share of a recipient: of all that the exporter sent");
    assert_note(table->notes, "exporters counted here: 2 states");
    armex_table_free(table);
}

static void an_importer_has_main_suppliers(void **state)
{
    (void)state;
    struct armex_table *table = ranking(ARMEX_IMPORTS, ARMEX_STYLE_PLAIN);

    assert_string_equal(word(table, 1, "entity"), "QAT");
    check_partner(table, 1, 1, "Italy", 0.75);
    check_partner(table, 1, 2, "France", 0.25);
    check_partner(table, 1, 3, "", NAN);
    assert_int_equal(table->columns[armex_table_column(table, "partner_1_share")].type,
                     ARMEX_COLUMN_FRACTION);
    assert_note(table->notes, "share of a supplier: of all that the importer got");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_exporters_three_main_recipients_stand_beside_it),
        cmocka_unit_test(an_importer_has_main_suppliers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
