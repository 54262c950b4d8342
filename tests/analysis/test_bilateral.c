/** Who supplies whom, by hand. */
#include "by_hand.h"

#include "analysis/bilateral.h"
#include "analysis/network.h"

enum { FRA, IND, ITA, RUS };
enum { AIRCRAFT, SHIPS };

/* Millions of TIV: RUS to IND 3 + 1, FRA to IND 4, FRA to ITA 2, ITA to FRA 1; a year
   earlier RUS to ITA 9; a delivery without a value. */
static struct armex_flows *flows(void)
{
    static const char *const entities[] = {"FRA", "IND", "ITA", "RUS"};
    static const char *const categories[] = {"Aircraft", "Ships"};
    static const struct {
        uint32_t from, to, category;
        short year;
        double value;
    } rows[] = {{RUS, IND, AIRCRAFT, 2020, 3e6}, {FRA, IND, AIRCRAFT, 2020, 4e6},
                {RUS, IND, SHIPS, 2021, 1e6},    {FRA, ITA, SHIPS, 2021, 2e6},
                {ITA, FRA, AIRCRAFT, 2021, 1e6}, {RUS, ITA, SHIPS, 2019, 9e6},
                {RUS, FRA, SHIPS, 2021, NAN},    {IND, FRA, SHIPS, 2021, 0.0}};
    struct armex_flows *made;

    assert_int_equal(armex_flows_create(&made, entities, 4, categories, 2, NULL),
                     ARMEX_OK);
    assert_true(armex_unit_parse(&made->unit, "tiv", 3));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct armex_flow row = {.supplier = rows[i].from,
                                       .recipient = rows[i].to,
                                       .category = rows[i].category,
                                       .year = rows[i].year,
                                       .mark = ARMEX_FINAL,
                                       .value = rows[i].value};
        assert_int_equal(armex_flows_add(made, row, NULL), ARMEX_OK);
    }
    // Italy's report of what came from Russia: the same goods, or not known to Russia
    const struct armex_flow mirror = {.supplier = RUS,
                                      .recipient = ITA,
                                      .category = SHIPS,
                                      .year = 2021,
                                      .mark = ARMEX_FINAL,
                                      .report = ARMEX_BY_RECIPIENT,
                                      .value = 5e6};
    assert_int_equal(armex_flows_add(made, mirror, NULL), ARMEX_OK);
    return made;
}

typedef armex_status answer(struct armex_table **, const struct armex_flows *,
                            const struct armex_bilateral_options *,
                            struct armex_error *);

static struct armex_table *ask(answer *how, struct armex_bilateral_options options)
{
    struct armex_flows *made = flows();
    struct armex_table *table;

    options.from = options.from ? options.from : 2020;
    options.to = 2021;
    assert_int_equal(how(&table, made, &options, NULL), ARMEX_OK);
    armex_flows_free(made);
    return table;
}

static void partners_of_an_importer_are_its_suppliers_with_their_shares(void **state)
{
    (void)state;
    const struct armex_entity *india = armex_entity_by_code("IND");
    struct armex_table *table =
        ask(armex_bilateral_partners,
            (struct armex_bilateral_options){
                .flow = ARMEX_IMPORTS, .entities = &india, .n_entities = 1});

    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "partner"), "FRA"); // equal to RUS: by code
    assert_close(cell(table, 0, "value"), 4e6, 0);
    assert_close(cell(table, 0, "share"), 0.5, 0);
    assert_close(cell(table, 0, "dependence"), 4.0 / 6.0, 1e-15);
    assert_string_equal(word(table, 1, "partner"), "RUS");
    assert_close(cell(table, 1, "value"), 4e6, 0); // both categories, both years
    assert_close(cell(table, 1, "dependence"), 1.0, 0);
    assert_string_equal(table->title, "Suppliers, 2020–21");
    assert_note(table->notes, "1 deliveries without a value take no part");
    armex_table_free(table);
}

static void a_partner_that_is_named_keeps_its_rank_and_its_share_of_all(void **state)
{
    (void)state;
    const struct armex_entity *france = armex_entity_by_code("FRA");
    const struct armex_entity *italy = armex_entity_by_code("ITA");
    struct armex_table *table = ask(
        armex_bilateral_partners,
        (struct armex_bilateral_options){
            .entities = &france, .n_entities = 1, .partners = &italy, .n_partners = 1});

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "rank"), 2, 0);
    assert_close(cell(table, 0, "share"), 2.0 / 6.0, 1e-15);
    armex_table_free(table);
}

static void pairs_are_all_there_with_the_totals_of_either_side(void **state)
{
    (void)state;
    const struct armex_entity *india = armex_entity_by_code("IND");
    struct armex_table *table =
        ask(armex_bilateral_pairs, (struct armex_bilateral_options){.top = 1});

    assert_int_equal(table->n_rows, 4);
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_string_equal(word(table, 0, "partner"), "IND");
    assert_close(cell(table, 0, "value"), 4e6, 0);
    assert_close(cell(table, 0, "sent"), 6e6, 0);
    assert_close(cell(table, 0, "got"), 8e6, 0);
    assert_close(cell(table, 0, "from"), 2020, 0);
    assert_close(cell(table, 0, "to"), 2021, 0);
    assert_string_equal(table->title, "Who supplied whom, 2020–21");
    armex_table_free(table);

    table = ask(armex_bilateral_pairs,
                (struct armex_bilateral_options){
                    .flow = ARMEX_IMPORTS, .entities = &india, .n_entities = 1});
    assert_int_equal(table->n_rows, 2); // the supplier stays the entity
    assert_string_equal(word(table, 1, "entity"), "RUS");
    assert_string_equal(word(table, 1, "partner"), "IND");
    armex_table_free(table);
}

static void a_category_is_its_own_whole(void **state)
{
    (void)state;
    const char *ships = "Ships";
    struct armex_table *table =
        ask(armex_bilateral_partners,
            (struct armex_bilateral_options){.categories = &ships, .n_categories = 1});

    assert_int_equal(table->n_rows, 2); // of all together, the largest first
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_close(cell(table, 0, "share"), 2.0 / 3.0, 1e-15);
    assert_string_equal(word(table, 1, "entity"), "RUS");
    assert_note(table->notes, "of these categories only: Ships");
    armex_table_free(table);
}

static void who_leans_on_few_has_a_high_index(void **state)
{
    (void)state;
    struct armex_table *table =
        ask(armex_bilateral_dependence,
            (struct armex_bilateral_options){.flow = ARMEX_IMPORTS, .from = 2019});

    assert_string_equal(word(table, 0, "entity"), "ITA"); // 9 from RUS, 2 from FRA
    assert_close(cell(table, 0, "partners"), 2, 0);
    assert_string_equal(word(table, 0, "top_partner"), "RUS");
    assert_close(cell(table, 0, "top_share"), 9.0 / 11.0, 1e-15);
    assert_close(cell(table, 0, "hhi"), (81.0 + 4.0) / 121.0, 1e-15);
    assert_close(cell(table, 0, "effective_number"), 121.0 / 85.0, 1e-14);
    assert_string_equal(word(table, 1, "entity"), "IND");
    assert_close(cell(table, 1, "hhi"), 0.5, 1e-15);
    armex_table_free(table);
}

static void a_matrix_has_others_and_totals_so_that_its_rows_add_up(void **state)
{
    (void)state;
    struct armex_table *table =
        ask(armex_bilateral_matrix, (struct armex_bilateral_options){.top = 1});

    assert_int_equal(table->n_rows, 1);
    assert_string_equal(word(table, 0, "entity"), "FRA"); // 6 of 11
    assert_close(cell(table, 0, "IND"), 4e6, 0);
    assert_close(cell(table, 0, "others"), 2e6, 0);
    assert_close(cell(table, 0, "total"), 6e6, 0);
    armex_table_free(table);
}

static void a_network_knows_what_comes_back(void **state)
{
    (void)state;
    struct armex_table *table =
        ask(armex_network, (struct armex_bilateral_options){.top = 2});

    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "entity"), "IND"); // 8; FRA has 6 and 1
    assert_close(cell(table, 0, "suppliers"), 2, 0);
    assert_close(cell(table, 0, "recipients"), 0, 0);
    assert_missing(cell(table, 0, "reciprocity"));
    assert_string_equal(word(table, 1, "entity"), "FRA");
    assert_close(cell(table, 1, "exports"), 6e6, 0);
    assert_close(cell(table, 1, "imports"), 1e6, 0);
    assert_close(cell(table, 1, "reciprocity"), 1.0 / 6.0, 1e-15);
    // FRA-ITA both ways: 2 of 4 links, 1 + 1 of 11 million
    assert_note(table->notes,
                "4 entities, 4 links, density 0.3333; 0.5000 of the links "
                "and 0.1818 of the volume go both ways");
    armex_table_free(table);
}

static void who_sent_nothing_is_named_and_years_without_a_delivery_are_refused(
    void **state)
{
    (void)state;
    const struct armex_entity *india = armex_entity_by_code("IND");
    const struct armex_bilateral_options none = {.from = 1950, .to = 1951};
    struct armex_flows *made = flows();
    struct armex_error error;
    struct armex_table *table =
        ask(armex_bilateral_partners,
            (struct armex_bilateral_options){.entities = &india, .n_entities = 1});

    assert_int_equal(table->n_rows, 0);
    assert_note(table->notes, "no exports identified: India");
    armex_table_free(table);
    assert_int_equal(armex_bilateral_partners(&table, made, &none, &error),
                     ARMEX_USAGE);
    assert_null(table);
    assert_string_equal(error.message,
                        "nothing was delivered from 1950 to 1951 that fits");
    armex_flows_free(made);
}

/* To France 4 from nobody knows whom, 3 from India, 2 from Italy; to Italy 1 from
   India; to nobody knows whom 1 from India. */
static struct armex_table *ask_of_unknown(answer *how,
                                          struct armex_bilateral_options options)
{
    static const char *const entities[] = {"FRA", "IND", "ITA", "unknown-recipient",
                                           "unknown-supplier"};
    static const char *const categories[] = {"Ships"};
    static const struct {
        uint32_t from, to;
        double value;
    } rows[] = {{4, FRA, 4}, {IND, FRA, 3}, {ITA, FRA, 2}, {IND, ITA, 1}, {IND, 3, 1}};
    struct armex_flows *made;
    struct armex_table *table;

    assert_int_equal(armex_flows_create(&made, entities, 5, categories, 1, NULL),
                     ARMEX_OK);
    assert_true(armex_unit_parse(&made->unit, "tiv", 3));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct armex_flow row = {.supplier = rows[i].from,
                                       .recipient = rows[i].to,
                                       .year = 2021,
                                       .mark = ARMEX_FINAL,
                                       .value = rows[i].value};
        assert_int_equal(armex_flows_add(made, row, NULL), ARMEX_OK);
    }
    assert_int_equal(how(&table, made, &options, NULL), ARMEX_OK);
    armex_flows_free(made);
    return table;
}

static void who_is_not_known_counts_in_the_total_and_stands_last(void **state)
{
    (void)state;
    const struct armex_entity *france = armex_entity_by_code("FRA");
    struct armex_table *table = ask_of_unknown(
        armex_bilateral_partners,
        (struct armex_bilateral_options){
            .flow = ARMEX_IMPORTS, .entities = &france, .n_entities = 1, .top = 1});

    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "partner"), "IND");
    assert_close(cell(table, 0, "rank"), 1, 0);
    assert_close(cell(table, 0, "share"), 3.0 / 9.0, 1e-15);
    assert_string_equal(word(table, 1, "partner"), "unknown-supplier");
    assert_missing(cell(table, 1, "rank"));
    assert_close(cell(table, 1, "share"), 4.0 / 9.0, 1e-15);
    armex_table_free(table);
    table = ask_of_unknown(armex_bilateral_partners,
                           (struct armex_bilateral_options){.flow = ARMEX_EXPORTS});
    assert_int_equal(table->n_rows, 3);
    assert_close(cell(table, 2, "rank"), 3, 0);
    assert_string_equal(word(table, 2, "entity"), "IND");
    assert_string_equal(word(table, 2, "partner"), "ITA");
    assert_note(table->notes, "in the total, but without a rank, the one side being "
                              "unknown: 5 TIV");
    armex_table_free(table);
}

static void dependence_is_on_those_known_and_of_all(void **state)
{
    (void)state;
    struct armex_table *table =
        ask_of_unknown(armex_bilateral_dependence,
                       (struct armex_bilateral_options){.flow = ARMEX_IMPORTS});

    assert_int_equal(table->n_rows, 3);
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_close(cell(table, 0, "partners"), 2, 0);
    assert_string_equal(word(table, 0, "top_partner"), "IND");
    assert_close(cell(table, 0, "top_share"), 3.0 / 9.0, 1e-15);
    assert_close(cell(table, 0, "hhi"), (9.0 + 4.0) / 81.0, 1e-15);
    assert_close(cell(table, 0, "unknown_share"), 4.0 / 9.0, 1e-15);
    assert_string_equal(word(table, 1, "entity"), "ITA");
    assert_close(cell(table, 1, "rank"), 2, 0);
    assert_string_equal(word(table, 2, "entity"), "unknown-recipient");
    assert_missing(cell(table, 2, "rank"));
    armex_table_free(table);
    table = ask_of_unknown(armex_bilateral_dependence,
                           (struct armex_bilateral_options){.flow = ARMEX_EXPORTS});
    assert_string_equal(word(table, 2, "entity"), "unknown-supplier");
    assert_string_equal(word(table, 2, "top_partner"), "FRA");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(partners_of_an_importer_are_its_suppliers_with_their_shares),
        cmocka_unit_test(a_partner_that_is_named_keeps_its_rank_and_its_share_of_all),
        cmocka_unit_test(pairs_are_all_there_with_the_totals_of_either_side),
        cmocka_unit_test(a_category_is_its_own_whole),
        cmocka_unit_test(who_leans_on_few_has_a_high_index),
        cmocka_unit_test(a_matrix_has_others_and_totals_so_that_its_rows_add_up),
        cmocka_unit_test(a_network_knows_what_comes_back),
        cmocka_unit_test(
            who_sent_nothing_is_named_and_years_without_a_delivery_are_refused),
        cmocka_unit_test(who_is_not_known_counts_in_the_total_and_stands_last),
        cmocka_unit_test(dependence_is_on_those_known_and_of_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
