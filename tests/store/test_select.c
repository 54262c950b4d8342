/** tests/store/test_select.c: the series and years that were asked for, and no other.
 */
#include "store/select.h"
#include "vintage_by_hand.h"

/* Ends the vintage too. */
static struct armex_panel *selected(struct armex_vintage *vintage,
                                    struct armex_selection selection)
{
    struct armex_panel *panel;
    struct armex_error error = {.message = ""};
    if (armex_select(&panel, vintage, &selection, &error))
        fail_msg("%s", error.message);
    armex_vintage_free(vintage);
    return panel;
}

static void refused(struct armex_vintage *vintage, struct armex_selection selection,
                    armex_status expected, const char *message)
{
    struct armex_panel *panel;
    struct armex_error error;
    assert_int_equal(armex_select(&panel, vintage, &selection, &error), expected);
    assert_null(panel);
    assert_string_equal(error.message, message);
    armex_vintage_free(vintage);
}

/* 2020 to 2022; the us-ita-estimate of South Korea is no headline. */
static struct armex_vintage *national(void)
{
    const struct by_hand hands[] = {
        {.entity = "DEU",
         .name = "Germany",
         .marks = "FF.",
         .unit = "eur",
         .measure = ARMEX_LICENCES,
         .scope = "individual-licences",
         .values = (double[]){5, 6, 0}},
        {.entity = "FRA",
         .name = "France",
         .marks = "FFF",
         .unit = "eur",
         .values = (double[]){1, 2, 3}},
        {.entity = "KOR", .marks = ".FF", .values = (double[]){0, 7, 17}},
        {.entity = "KOR",
         .marks = "F..",
         .scope = "us-ita-estimate",
         .values = (double[]){3, 0, 0}},
    };
    struct armex_panel *panel = panel_by_hand(2020, hands, 4);
    panel->series[3].headline = false;
    return vintage_by_hand("national-figures", panel);
}

#define ORDERS .measure = ARMEX_ORDERS

static void nothing_said_selects_every_headline_series(void **state)
{
    (void)state;
    struct armex_panel *panel =
        selected(national(), (struct armex_selection){.any_measure = true});
    assert_int_equal(panel->n_series, 3);
    assert_int_equal(panel->n_years, 3);
    assert_int_equal(panel->first_year, 2020);
    assert_string_equal(panel->series[0].entity, "DEU");
    assert_close(armex_panel_value(panel, 2, 2022), 17, 0);
    assert_int_equal(panel->notes.n_sources, 1);
    assert_string_equal(panel->notes.sources[0].dataset, "national-figures");
    assert_note(panel->notes, "the usual headline stands in for a national total: "
                              "Germany (licences, individual-licences)");
    armex_panel_free(panel);
}

static void entities_come_in_the_order_they_were_named(void **state)
{
    (void)state;
    const struct armex_entity *named[] = {armex_entity_by_code("KOR"),
                                          armex_entity_by_code("DEU"),
                                          armex_entity_by_code("FRA")};
    struct armex_panel *panel =
        selected(national(), (struct armex_selection){ORDERS, .entities = named,
                                                      .n_entities = 3, .from = 2021});
    assert_int_equal(panel->n_series, 2);
    assert_int_equal(panel->first_year, 2021);
    assert_string_equal(panel->series[0].entity, "KOR");
    assert_string_equal(panel->series[1].entity, "FRA");
    assert_close(armex_panel_value(panel, 1, 2022), 3, 0);
    assert_note(panel->notes, "nothing there for: Germany");
    armex_panel_free(panel);
}

static void scopes_can_be_named_or_all_taken(void **state)
{
    (void)state;
    struct armex_panel *panel = selected(
        national(), (struct armex_selection){ORDERS, .scope = "us-ita-estimate"});
    assert_int_equal(panel->n_series, 1);
    assert_close(armex_panel_value(panel, 0, 2020), 3, 0);
    armex_panel_free(panel);
    panel = selected(national(), (struct armex_selection){ORDERS, .scope = "all"});
    assert_int_equal(panel->n_series, 3);
    armex_panel_free(panel);
}

static void years_asked_for_are_there_even_where_the_data_end(void **state)
{
    (void)state;
    struct armex_panel *panel = selected(
        national(), (struct armex_selection){ORDERS, .from = 2021, .to = 2024});
    assert_int_equal(panel->first_year, 2021);
    assert_int_equal(panel->n_years, 4);
    assert_missing(armex_panel_value(panel, 0, 2024));
    armex_panel_free(panel);
}

static void history_brings_the_other_years_along(void **state)
{
    (void)state;
    const struct armex_entity *germany = armex_entity_by_code("DEU");
    struct armex_panel *panel =
        selected(national(), (struct armex_selection){.measure = ARMEX_LICENCES,
                                                      .from = 2022,
                                                      .to = 2022,
                                                      .history = true,
                                                      .entities = &germany,
                                                      .n_entities = 1});
    assert_int_equal(panel->first_year, 2020);
    assert_int_equal(panel->n_years, 3);
    assert_close(armex_panel_value(panel, 0, 2020), 5, 0);
    assert_note(panel->notes, "nothing there for: Germany"); // in 2022
    armex_panel_free(panel);
}

static void an_earlier_day_knows_what_was_published_by_then(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "..U", .values = (double[]){0, 0, 1}};
    const struct publication_by_hand published[] = {
        {0, 2022, 13.0, ARMEX_FINAL, "2026-01-14", "DAPA"},
        {0, 2022, 14.0, ARMEX_PRELIMINARY, "2023-12", "Yonhap"},
    };
    for (int day = 20231230; day <= 20231231; day++) {
        struct armex_vintage *vintage =
            vintage_by_hand("national-figures", panel_by_hand(2020, &hand, 1));
        publish_by_hand(vintage, published, 2);
        assert_close(armex_panel_value(vintage->panel, 0, 2022), 13, 0);
        struct armex_panel *panel =
            selected(vintage, (struct armex_selection){ORDERS, .as_of = day});
        if (day == 20231231) { // December is known on its last day
            assert_close(armex_panel_value(panel, 0, 2022), 14, 0);
            assert_int_equal(armex_panel_mark(panel, 0, 2022),
                             ARMEX_PRELIMINARY | ARMEX_UNIT_BREAK);
        } else {
            assert_missing(armex_panel_value(panel, 0, 2022));
        }
        armex_panel_free(panel);
    }
}

static struct armex_vintage *russia(void)
{
    const struct by_hand hands[] = {
        {.entity = "RUS",
         .name = "Russia",
         .marks = "000FF",
         .values = (double[]){0, 0, 0, 4, 5},
         .unit = "tiv"},
        {.entity = "SUHH",
         .name = "Soviet Union",
         .marks = "FPF00",
         .values = (double[]){1, 2, 3, 0, 0},
         .unit = "tiv"},
    };
    return vintage_by_hand("sipri-register", panel_by_hand(1989, hands, 2));
}

static void as_published_a_state_never_spans_another(void **state)
{
    (void)state;
    struct armex_panel *panel = selected(russia(), (struct armex_selection){ORDERS});
    assert_int_equal(panel->n_series, 2);
    assert_int_equal(armex_panel_mark(panel, 0, 1991), ARMEX_NIL);
    armex_panel_free(panel);
}

static void a_successor_continues_its_predecessor_after_a_break(void **state)
{
    (void)state;
    struct armex_panel *panel =
        selected(russia(), (struct armex_selection){ORDERS, .successor = true});
    assert_int_equal(panel->n_series, 1); // the Soviet Union is not counted twice
    assert_string_equal(panel->series[0].entity, "RUS");
    for (int year = 1989; year <= 1993; year++)
        assert_close(armex_panel_value(panel, 0, year), year - 1988, 0);
    assert_int_equal(armex_panel_mark(panel, 0, 1990), ARMEX_PRELIMINARY);
    assert_int_equal(armex_panel_mark(panel, 0, 1992),
                     ARMEX_FINAL | ARMEX_ENTITY_BREAK);
    assert_note(panel->notes,
                "joined as successors: Russia from 1992 continues Soviet Union");
    armex_panel_free(panel);
}

static void what_two_states_continue_is_joined_to_neither(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "CSHH",
         .name = "Czechoslovakia",
         .marks = "F..",
         .values = (double[]){7, 0, 0}},
        {.entity = "CZE",
         .name = "Czechia",
         .marks = ".FF",
         .values = (double[]){0, 2, 3}},
        {.entity = "SVK",
         .name = "Slovakia",
         .marks = ".FF",
         .values = (double[]){0, 1, 1}},
    };
    struct armex_panel *panel =
        selected(vintage_by_hand("sipri-register", panel_by_hand(1992, hands, 3)),
                 (struct armex_selection){ORDERS, .successor = true});
    double sum = 0;

    assert_int_equal(panel->n_series, 3);
    for (size_t s = 0; s < 3; s++)
        if (armex_mark_has_value(armex_panel_mark(panel, s, 1992)))
            sum += armex_panel_value(panel, s, 1992);
    assert_close(sum, 7, 0); // once, not twice
    assert_note(panel->notes, "not joined, for several states continue it: "
                              "Czechoslovakia to Czechia, Czechoslovakia to Slovakia");
    armex_panel_free(panel);
}

static void a_chain_of_predecessors_breaks_at_every_link(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "CSXX",
         .name = "Serbia and Montenegro",
         .marks = ".F.",
         .values = (double[]){0, 2, 0}},
        {.entity = "SRB",
         .name = "Serbia",
         .marks = "..F",
         .values = (double[]){0, 0, 3}},
        {.entity = "YUCS",
         .name = "Yugoslavia",
         .marks = "F..",
         .values = (double[]){1, 0, 0}},
    };
    const struct armex_entity *serbia = armex_entity_by_code("SRB");
    struct armex_panel *panel =
        selected(vintage_by_hand("sipri-register", panel_by_hand(2004, hands, 3)),
                 (struct armex_selection){ORDERS, .successor = true,
                                          .entities = &serbia, .n_entities = 1});
    for (int year = 2004; year <= 2006; year++)
        assert_close(armex_panel_value(panel, 0, year), year - 2003, 0);
    assert_int_equal(armex_panel_mark(panel, 0, 2005),
                     ARMEX_FINAL | ARMEX_ENTITY_BREAK);
    assert_int_equal(armex_panel_mark(panel, 0, 2006),
                     ARMEX_FINAL | ARMEX_ENTITY_BREAK);
    armex_panel_free(panel);
}

static void what_is_not_there_is_answered_with_what_is(void **state)
{
    (void)state;
    const struct armex_entity *named[] = {armex_entity_by_code("DEU"),
                                          armex_entity_by_code("JPN")};
    refused(national(), (struct armex_selection){.measure = ARMEX_CUSTOMS}, ARMEX_USAGE,
            "national-figures holds no customs; it has orders, licences");
    refused(national(), (struct armex_selection){ORDERS, .flow = ARMEX_IMPORTS},
            ARMEX_USAGE, "national-figures holds no imports; it has exports");
    refused(national(),
            (struct armex_selection){ORDERS, .entities = named, .n_entities = 2},
            ARMEX_USAGE,
            "national-figures holds no orders of Germany, Japan; it has of these: "
            "licences");
    refused(
        national(),
        (struct armex_selection){ORDERS, .entities = named + 1, .n_entities = 1},
        ARMEX_USAGE,
        "national-figures holds no orders of Japan, and nothing else of them either");
    refused(
        national(), (struct armex_selection){ORDERS, .scope = "natonal"}, ARMEX_USAGE,
        "national-figures holds no scope 'natonal' there; did you mean 'national'?");
    refused(national(), (struct armex_selection){ORDERS, .scope = "xyz"}, ARMEX_USAGE,
            "national-figures holds no scope 'xyz' there; --scope may be national, "
            "us-ita-estimate");
    refused(national(), (struct armex_selection){ORDERS, .from = 2030, .to = 2031},
            ARMEX_USAGE,
            "national-figures holds the years 2020 to 2022, not 2030 to 2031");
    refused(national(), (struct armex_selection){ORDERS, .from = 2022, .to = 2021},
            ARMEX_USAGE, "the years 2022 to 2021 run backwards; write 2021-2022");
    refused(vintage_by_hand("claims", NULL), (struct armex_selection){0},
            ARMEX_BAD_INPUT,
            "claims holds records, not observations; `show` prints them");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_said_selects_every_headline_series),
        cmocka_unit_test(entities_come_in_the_order_they_were_named),
        cmocka_unit_test(scopes_can_be_named_or_all_taken),
        cmocka_unit_test(years_asked_for_are_there_even_where_the_data_end),
        cmocka_unit_test(history_brings_the_other_years_along),
        cmocka_unit_test(an_earlier_day_knows_what_was_published_by_then),
        cmocka_unit_test(as_published_a_state_never_spans_another),
        cmocka_unit_test(a_successor_continues_its_predecessor_after_a_break),
        cmocka_unit_test(a_chain_of_predecessors_breaks_at_every_link),
        cmocka_unit_test(what_two_states_continue_is_joined_to_neither),
        cmocka_unit_test(what_is_not_there_is_answered_with_what_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
