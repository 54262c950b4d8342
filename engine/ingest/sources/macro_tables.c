/**
 * ingest/sources/macro_tables.c: long tables of the World Bank's as the public
 * collection of "datasets" has them: Country Name,Country Code,Year,Value, whose column
 * does not say what it counts; and Country,Country Code,Year,Inflation, whose name does
 * not say which inflation.
 */
#include <math.h>
#include <string.h>

#include "ingest/sources.h"
#include "ingest/sources/long_table.h"

#define CREDIT                                                                         \
    {                                                                                  \
        .description = "", .publisher = "World Bank",                                  \
        .url = "https://datahub.io/core", .licence = "CC BY 4.0"                       \
    }

static const struct armex_long_layout values = {
    .name = "Country Name",
    .code = "Country Code",
    .time = "Year",
    .value = "Value",
    .alone = true,
    .credit = CREDIT,
};

static const struct armex_quantity inflation = {
    .measure = ARMEX_INFLATION, .unit.kind = ARMEX_PERCENT, .scope = "consumer-prices"};

/* The copies in public hands hold consumer prices, under the name "inflation-gdp": the
 * United States' 5.40 of 1990, where the GDP deflator rose by 3.7. A table that has
 * another figure there is not taken for consumer prices. */
static armex_status tell_which(struct armex_panel *panel, struct armex_error *error)
{
    const double consumer_prices = 5.40, nearly = 0.05;
    const int witness = 1990;
    bool told = false;

    for (size_t s = 0; s < panel->n_series && !told; s++)
        told = strcmp(panel->series[s].entity, "USA") == 0 &&
               fabs(armex_panel_value(panel, s, witness) - consumer_prices) < nearly;
    for (size_t s = 0; s < panel->n_series && !told; s++)
        panel->series[s].scope = "not-stated";
    return armex_notes_add(
        &panel->notes, panel->arena, error, "%s",
        told ? "this is the inflation of consumer prices and not of the GDP deflator, "
               "whatever the file is called: the United States' 5.40 % of 1990 tell"
             : "the table does not say which prices rose, consumer prices or the GDP "
               "deflator");
}

static const struct armex_long_layout inflations = {
    .name = "Country",
    .code = "Country Code",
    .time = "Year",
    .value = "Inflation",
    .alone = true,
    .credit = CREDIT,
    .quantity = &inflation,
    .finish = tell_which,
};

const struct armex_source armex_source_macro_values = {
    .name = "country-values",
    .credit =
        "Country Name, Country Code, Year, Value; --measure and --unit say of what",
    .table = &values,
};

const struct armex_source armex_source_macro_inflation = {
    .name = "country-inflation",
    .credit = "Country, Country Code, Year, Inflation",
    .table = &inflations,
};
