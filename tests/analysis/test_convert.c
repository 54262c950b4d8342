/** tests/analysis/test_convert.c: money of one kind in another, worked out by hand. */
#include "analysis/convert.h"
#include "by_hand.h"

/* 2019 to 2022. One euro is 1.25, 1.2, 1.5 dollars; a dollar 1000, 1200, 1600, 1280
 * won. Prices double in the USA between 2019 and 2021, and in Korea between 2020 and
 * 2022. */
static const struct by_hand rate_hands[] = {
    {.entity = "EMU",
     .name = "Euro area",
     .marks = ".FFF",
     .unit = "usd-per-eur",
     .scope = "annual-average",
     .measure = ARMEX_EXCHANGE_RATE,
     .values = (double[]){0, 1.25, 1.2, 1.5}},
    {.entity = "KOR",
     .marks = "FFFF",
     .unit = "krw-per-usd",
     .scope = "annual-average",
     .measure = ARMEX_EXCHANGE_RATE,
     .values = (double[]){1000, 1200, 1600, 1280}},
};
static const struct by_hand deflator_hands[] = {
    {.entity = "KOR",
     .marks = "FFFF",
     .unit = "index-2020",
     .scope = "gdp-deflator",
     .measure = ARMEX_PRICE_INDEX,
     .values = (double[]){80, 100, 160, 200}},
    {.entity = "USA",
     .marks = "FFF.",
     .unit = "index-2019",
     .scope = "gdp-deflator",
     .measure = ARMEX_PRICE_INDEX,
     .values = (double[]){100, 125, 200, 0}},
    {.entity = "USA",
     .marks = "FFFF",
     .unit = "index-2019",
     .scope = "consumer-prices",
     .measure = ARMEX_PRICE_INDEX,
     .values = (double[]){1, 1, 1, 1}},
};

struct tables {
    struct armex_panel *fx, *deflators;
    struct armex_rates rates;
};

static struct tables make_tables(void)
{
    struct tables made = {.fx = panel_by_hand(2019, rate_hands, 2),
                          .deflators = panel_by_hand(2019, deflator_hands, 3)};
    const struct armex_provenance fx = {
        .dataset = "exchange-rates", .vintage = {2026, 11, 23}, .sha256 = "a"};
    const struct armex_provenance deflators = {
        .dataset = "deflators", .vintage = {2026, 11, 23}, .sha256 = "b"};
    armex_notes_source(&made.fx->notes, made.fx->arena, &fx, NULL);
    armex_notes_source(&made.deflators->notes, made.deflators->arena, &deflators, NULL);
    made.rates =
        (struct armex_rates){.exchange_rates = made.fx, .deflators = made.deflators};
    return made;
}

static armex_status try_convert(struct armex_panel **out, const struct by_hand *hands,
                                size_t n, const char *unit, struct armex_error *error)
{
    struct armex_panel *panel = panel_by_hand(2020, hands, n);
    struct tables tables = make_tables();
    struct armex_unit target;
    assert_true(armex_unit_parse(&target, unit, strlen(unit)));
    const armex_status status = armex_convert(out, panel, target, &tables.rates, error);
    armex_panel_free(tables.fx);
    armex_panel_free(tables.deflators);
    armex_panel_free(panel);
    return status;
}

static struct armex_panel *converted(const struct by_hand *hands, size_t n,
                                     const char *unit)
{
    struct armex_panel *made;
    struct armex_error error = {.message = ""};
    if (try_convert(&made, hands, n, unit, &error))
        fail_msg("%s", error.message);
    return made;
}

static void current_prices_go_by_the_rates_of_their_year(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "FRA", .marks = "FP", .unit = "eur", .values = (double[]){8, 10}},
        {.entity = "KOR",
         .marks = "FF",
         .unit = "krw",
         .values = (double[]){2400, 3200}},
    };
    struct armex_panel *made = converted(hands, 2, "usd");
    assert_close(armex_panel_value(made, 0, 2020), 10, 1e-14);
    assert_close(armex_panel_value(made, 0, 2021), 12, 1e-14);
    assert_int_equal(armex_panel_mark(made, 0, 2021), ARMEX_PRELIMINARY);
    assert_close(armex_panel_value(made, 1, 2021), 2, 1e-14);
    assert_int_equal(made->series[1].unit.kind, ARMEX_MONEY);
    assert_string_equal(made->series[1].unit.currency, "usd");
    assert_note(made->notes, "converted to USD by exchange-rates 2026-11-23 (yearly "
                             "averages)");
    assert_int_equal(made->notes.n_sources, 1);
    armex_panel_free(made);

    made = converted(hands, 2, "krw"); // 8 euro, 10 dollars, 12,000 won
    assert_close(armex_panel_value(made, 0, 2020), 12000, 1e-11);
    assert_close(armex_panel_value(made, 1, 2020), 2400, 0);
    armex_panel_free(made);
}

static void constant_prices_go_by_the_deflator(void **state)
{
    (void)state;
    const struct by_hand euros = {
        .entity = "FRA", .marks = "FF", .unit = "eur", .values = (double[]){8, 10}};
    struct armex_panel *made = converted(&euros, 1, "usd-2021");
    assert_close(armex_panel_value(made, 0, 2020), 16, 1e-14); // 10 dollars x 200/125
    assert_close(armex_panel_value(made, 0, 2021), 12, 1e-14);
    assert_note(made->notes, "converted to USD of 2021 by exchange-rates 2026-11-23 "
                             "(yearly averages) and deflators 2026-11-23 (GDP "
                             "deflators)");
    armex_panel_free(made);

    const struct by_hand dollars = {.marks = "FF", .values = (double[]){10, 20}};
    made = converted(&dollars, 1, "usd-2019");
    assert_close(armex_panel_value(made, 0, 2020), 8, 1e-14);
    assert_close(armex_panel_value(made, 0, 2021), 10, 1e-14);
    assert_note(made->notes, "converted to USD of 2019 by deflators 2026-11-23 (GDP "
                             "deflators)");
    armex_panel_free(made);

    made = converted(&dollars, 1, "krw-2020"); // to won of its year, then its deflator
    assert_close(armex_panel_value(made, 0, 2020), 12000, 1e-11);
    assert_close(armex_panel_value(made, 0, 2021), 20000, 1e-11); // 32,000 x 100/160
    armex_panel_free(made);
}

static void constant_prices_of_another_year_use_their_own_deflator_first(void **state)
{
    (void)state;
    const struct by_hand won = {
        .marks = "FF", .unit = "krw-2020", .values = (double[]){800, 1600}};
    struct armex_panel *made = converted(&won, 1, "usd-2021");
    assert_close(armex_panel_value(made, 0, 2020), 0.8, 1e-15); // x 160/100 / 1600
    assert_close(armex_panel_value(made, 0, 2021), 1.6, 1e-15);
    armex_panel_free(made);

    made = converted(&won, 1, "usd");
    assert_close(armex_panel_value(made, 0, 2020), 800.0 / 1200, 1e-15);
    assert_close(armex_panel_value(made, 0, 2021), 1.6, 1e-15); // x 160/100 / 1600
    armex_panel_free(made);
}

static void fiscal_years_weigh_the_months_of_both_calendar_years(void **state)
{
    (void)state;
    const struct by_hand april = {.marks = "FF",
                                  .unit = "krw",
                                  .first_month = 4,
                                  .values = (double[]){1050, 1300}};
    struct armex_panel *made = converted(&april, 1, "usd");
    // April 2019 to March 2020: 9 months at 1000, 3 at 1200
    assert_close(armex_panel_value(made, 0, 2020), 1, 1e-15);
    assert_close(armex_panel_value(made, 0, 2021), 1, 1e-15); // 1300 a dollar
    armex_panel_free(made);

    const struct by_hand october = {
        .marks = "F", .first_month = 10, .values = (double[]){475}};
    made = converted(&october, 1, "usd-2021");
    // October 2019 to September 2020: (3 x 100 + 9 x 125) / 12 = 118.75
    assert_close(armex_panel_value(made, 0, 2020), 800, 1e-11);
    armex_panel_free(made);
}

static void figures_in_the_unit_already_stay_to_the_bit(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.marks = "F", .values = (double[]){0.1}},
        {.entity = "FRA", .marks = "F", .unit = "eur", .values = (double[]){8}},
    };
    struct armex_panel *made = converted(hands, 2, "usd");
    assert_same_value(armex_panel_value(made, 0, 2020), 0.1);
    armex_panel_free(made);
    made = converted(hands, 1, "usd");
    assert_int_equal(made->notes.n_notes, 0);
    assert_int_equal(made->notes.n_sources, 0);
    armex_panel_free(made);
}

static void what_has_no_rate_becomes_missing_and_is_named(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.entity = "FRA",
         .name = "France",
         .marks = "FFF",
         .unit = "eur",
         .first_month = 7,
         .values = (double[]){1, 12, 3}},
        {.entity = "SWE",
         .name = "Sweden",
         .marks = "FFF",
         .unit = "sek",
         .values = (double[]){1, 2, 3}},
        {.entity = "USA",
         .name = "United States",
         .marks = "FFF",
         .unit = "tiv",
         .values = (double[]){1, 2, 3}},
        {.entity = "GBR",
         .name = "United Kingdom",
         .marks = "FFF",
         .unit = "usd-constant",
         .values = (double[]){1, 2, 3}},
        {.entity = "ISR",
         .name = "Israel",
         .marks = "FFF",
         .unit = "eur",
         .years = 5,
         .values = (double[]){1, 2, 3}},
        {.entity = "KOR",
         .marks = "U0<",
         .unit = "krw",
         .values = (double[]){1200, 0, 0}},
    };
    struct armex_panel *made = converted(hands, 6, "usd");
    assert_missing(armex_panel_value(made, 0, 2020)); // half of it in 2019
    assert_close(armex_panel_value(made, 0, 2021), 12 * (1.25 + 1.2) / 2, 1e-13);
    assert_int_equal(armex_panel_mark(made, 0, 2020), ARMEX_MISSING);
    assert_missing(armex_panel_value(made, 1, 2021));
    assert_int_equal(armex_panel_mark(made, 5, 2020), ARMEX_FINAL | ARMEX_UNIT_BREAK);
    assert_int_equal(armex_panel_mark(made, 5, 2021), ARMEX_NIL);
    assert_int_equal(armex_panel_mark(made, 5, 2022), ARMEX_BELOW);
    assert_note(made->notes,
                "not converted, so missing: Sweden: no exchange rate of its currency; "
                "United States: TIV is a volume, not money; United Kingdom: constant "
                "prices of a year that is not stated; Israel: a sum of several years "
                "has no year's rate");
    assert_note(made->notes, "no rate, so missing: France (2020)");
    armex_panel_free(made);
}

static void refusal(const char *from, const char *to, armex_status expected,
                    const char *message)
{
    const struct by_hand hand = {.marks = "F", .unit = from, .values = (double[]){1}};
    struct armex_panel *made;
    struct armex_error error;
    assert_int_equal(try_convert(&made, &hand, 1, to, &error), expected);
    assert_null(made);
    assert_string_equal(error.message, message);
}

static void what_cannot_be_had_is_refused_with_the_nearest_that_can(void **state)
{
    (void)state;
    refusal("tiv", "usd", ARMEX_BAD_INPUT,
            "nothing here can be converted: South Korea: TIV is a volume, not money");
    refusal("usd", "tiv", ARMEX_USAGE,
            "TIV is a volume: no money can be converted to it");
    refusal("usd", "krv", ARMEX_USAGE,
            "there is no exchange rate of 'krv'; did you mean 'krw'?");
    refusal("usd", "zzz", ARMEX_USAGE,
            "there is no exchange rate of 'zzz'; there are eur, krw, usd");
    refusal(
        "usd", "usd-2030", ARMEX_USAGE,
        "the GDP deflator for usd runs from 2019 to 2021; the nearest price year to "
        "2030 is usd-2021");
    refusal("usd", "eur-2020", ARMEX_USAGE,
            "there is no GDP deflator for eur, so no eur of 2020; usd-2020 can be had");
    refusal("usd", "usd-constant", ARMEX_USAGE,
            "constant prices need a year; write usd-2020");
    refusal("usd", "percent", ARMEX_USAGE,
            "nothing can be converted to per cent; give a currency (usd) or a currency "
            "and price year (usd-2020)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(current_prices_go_by_the_rates_of_their_year),
        cmocka_unit_test(constant_prices_go_by_the_deflator),
        cmocka_unit_test(constant_prices_of_another_year_use_their_own_deflator_first),
        cmocka_unit_test(fiscal_years_weigh_the_months_of_both_calendar_years),
        cmocka_unit_test(figures_in_the_unit_already_stay_to_the_bit),
        cmocka_unit_test(what_has_no_rate_becomes_missing_and_is_named),
        cmocka_unit_test(what_cannot_be_had_is_refused_with_the_nearest_that_can),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
