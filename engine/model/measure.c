/** model/measure.c: the words for what is counted. */
#include "model/measure.h"

#include "base/text.h"

static const char *const names[ARMEX_MEASURES] = {
    [ARMEX_DELIVERIES_TIV] = "deliveries-tiv",
    [ARMEX_DELIVERIES] = "deliveries",
    [ARMEX_ORDERS] = "orders",
    [ARMEX_AGREEMENTS] = "agreements",
    [ARMEX_LICENCES] = "licences",
    [ARMEX_AUTHORISATIONS] = "authorisations",
    [ARMEX_CUSTOMS] = "customs",
    [ARMEX_PRICE_INDEX] = "price-index",
    [ARMEX_EXCHANGE_RATE] = "exchange-rate",
    [ARMEX_MILITARY_EXPENDITURE] = "military-expenditure",
    [ARMEX_GDP] = "gdp",
    [ARMEX_INFLATION] = "inflation",
    [ARMEX_ARMS_REVENUE] = "arms-revenue",
};

static const char *const words[ARMEX_MEASURES] = {
    [ARMEX_DELIVERIES_TIV] = "deliveries of major arms",
    [ARMEX_DELIVERIES] = "deliveries",
    [ARMEX_ORDERS] = "orders",
    [ARMEX_AGREEMENTS] = "government agreements",
    [ARMEX_LICENCES] = "export licences",
    [ARMEX_AUTHORISATIONS] = "export authorisations",
    [ARMEX_CUSTOMS] = "customs trade",
    [ARMEX_PRICE_INDEX] = "price index",
    [ARMEX_EXCHANGE_RATE] = "exchange rate",
    [ARMEX_MILITARY_EXPENDITURE] = "military expenditure",
    [ARMEX_GDP] = "gross domestic product",
    [ARMEX_INFLATION] = "inflation",
    [ARMEX_ARMS_REVENUE] = "arms revenue of companies",
};

static const char *const directions[] = {"exports", "imports"};

const char *armex_measure_name(enum armex_measure measure)
{
    return names[measure];
}

const char *armex_measure_words(enum armex_measure measure)
{
    return words[measure];
}

const char *const *armex_measure_names(void)
{
    return names;
}

bool armex_measure_parse(enum armex_measure *out, const char *text, size_t length)
{
    const size_t i = armex_word_index(names, ARMEX_MEASURES, text, length);
    if (i < ARMEX_MEASURES)
        *out = (enum armex_measure)i;
    return i < ARMEX_MEASURES;
}

const char *armex_direction_name(enum armex_flow_direction direction)
{
    return directions[direction];
}

bool armex_direction_parse(enum armex_flow_direction *out, const char *text,
                           size_t length)
{
    const size_t i = armex_word_index(directions, 2, text, length);
    if (i < 2)
        *out = (enum armex_flow_direction)i;
    return i < 2;
}
