/** ingest/indicator.c: the indicators that arms exports are set against. */
#include "ingest/indicator.h"

#include <string.h>

#include "base/ascii.h"
#include "base/number.h"

static const struct armex_indicator indicators[] = {
    {"MS.MIL.XPRT.KD", "Arms exports", "national", ARMEX_DELIVERIES_TIV, ARMEX_EXPORTS,
     "tiv"},
    {"MS.MIL.MPRT.KD", "Arms imports", "national", ARMEX_DELIVERIES_TIV, ARMEX_IMPORTS,
     "tiv"},
    {"MS.MIL.XPND.CD", "Military expenditure", "national", ARMEX_MILITARY_EXPENDITURE,
     ARMEX_EXPORTS, NULL},
    {"MS.MIL.XPND.GD.ZS", "Military expenditure (% of GDP)", "share-of-gdp",
     ARMEX_MILITARY_EXPENDITURE, ARMEX_EXPORTS, "percent"},
    {"MS.MIL.XPND.ZS", "Military expenditure (% of general government expenditure)",
     "share-of-government-spending", ARMEX_MILITARY_EXPENDITURE, ARMEX_EXPORTS,
     "percent"},
    {"NY.GDP.MKTP.CD", "GDP (current US", "national", ARMEX_GDP, ARMEX_EXPORTS, "usd"},
    {"NY.GDP.MKTP.KD", "GDP (constant 20", "national", ARMEX_GDP, ARMEX_EXPORTS, NULL},
    {"NY.GDP.DEFL.ZS", "GDP deflator (base year varies", "gdp-deflator",
     ARMEX_PRICE_INDEX, ARMEX_EXPORTS, NULL},
    {"FP.CPI.TOTL", "Consumer price index", "consumer-prices", ARMEX_PRICE_INDEX,
     ARMEX_EXPORTS, NULL},
    {"NY.GDP.DEFL.KD.ZG", "Inflation, GDP deflator (annual", "gdp-deflator",
     ARMEX_INFLATION, ARMEX_EXPORTS, "percent"},
    {"FP.CPI.TOTL.ZG", "Inflation, consumer prices", "consumer-prices", ARMEX_INFLATION,
     ARMEX_EXPORTS, "percent"},
    {"PA.NUS.FCRF", "Official exchange rate", "national", ARMEX_EXCHANGE_RATE,
     ARMEX_EXPORTS, "lcu-per-usd"},
};
enum { INDICATORS = sizeof indicators / sizeof *indicators };

const struct armex_indicator *armex_indicators(size_t *n)
{
    *n = INDICATORS;
    return indicators;
}

const struct armex_indicator *armex_indicator_by_code(const struct armex_cell *code)
{
    for (size_t i = 0; i < INDICATORS; i++)
        if (armex_cell_says(code, indicators[i].code))
            return &indicators[i];
    return NULL;
}

/* Columns are named in the words of the title, joined by '_'. */
static bool begins(const struct armex_cell *name, const char *title)
{
    const size_t length = strlen(title);

    if (name->length < length)
        return false;
    for (size_t i = 0; i < length; i++) {
        const char c = (char)(name->text[i] == '_' ? ' ' : name->text[i]);
        if (armex_lower(c) != armex_lower(title[i]))
            return false;
    }
    return true;
}

const struct armex_indicator *armex_indicator_by_name(const struct armex_cell *name)
{
    const struct armex_indicator *found = NULL;

    for (size_t i = 0; i < INDICATORS; i++)
        if (begins(name, indicators[i].title) &&
            (!found || strlen(indicators[i].title) > strlen(found->title)))
            found = &indicators[i]; // the longest title says most
    return found;
}

/** "constant 2015 US$": the year after the word. 0: none. */
static short year_after(const struct armex_cell *name, const char *words)
{
    const char *at = armex_cell_find(name, words);
    long year = 0;

    if (!at || (size_t)(name->text + name->length - at) < strlen(words) + 4 ||
        !armex_whole_parse(&year, at + strlen(words), 4, 1900, 2199))
        return 0;
    return (short)year;
}

/** "2010 = 100": the year before the words. 0: none. */
static short year_before(const struct armex_cell *name, const char *words)
{
    const char *at = armex_cell_find(name, words);
    long year = 0;

    if (!at || at - name->text < 4 || !armex_whole_parse(&year, at - 4, 4, 1900, 2199))
        return 0;
    return (short)year;
}

static bool is_dollars(const struct armex_cell *name)
{
    return armex_cell_find(name, "US$") || armex_cell_find(name, "USD") ||
           armex_cell_find(name, "US dollar");
}

static struct armex_unit dollars_of(short year)
{
    return (struct armex_unit){
        .kind = ARMEX_MONEY, .currency = "usd", .price_year = year};
}

static struct armex_unit index_of(short year)
{
    struct armex_unit unit = {.kind = ARMEX_INDEX};

    for (int i = 3; year && i >= 0; i--, year = (short)(year / 10))
        unit.base[i] = (char)('0' + year % 10);
    return unit;
}

bool armex_indicator_unit(struct armex_unit *out, const struct armex_cell *name)
{
    const short constant = year_after(name, "constant ");
    const short base = year_before(name, " = 100");

    if (armex_cell_find(name, "trend indicator") || armex_cell_find(name, "sipri_tiv"))
        *out = (struct armex_unit){.kind = ARMEX_TIV};
    else if (armex_cell_find(name, "LCU per US$"))
        armex_unit_parse(out, "lcu-per-usd", strlen("lcu-per-usd"));
    else if (armex_cell_find(name, "%"))
        *out = (struct armex_unit){.kind = ARMEX_PERCENT};
    else if (base)
        *out = index_of(base);
    else if (armex_cell_find(name, "base year varies"))
        *out = index_of(0);
    else if (constant && is_dollars(name))
        *out = dollars_of(constant);
    else if (armex_cell_find(name, "constant") && is_dollars(name))
        *out = dollars_of(ARMEX_PRICE_YEAR_UNKNOWN);
    else if (armex_cell_find(name, "current") && is_dollars(name))
        *out = dollars_of(ARMEX_CURRENT_PRICES);
    else
        return false;
    return true;
}
