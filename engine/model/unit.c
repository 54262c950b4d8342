/** model/unit.c: units as text and back. */
#include "model/unit.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "model/currency.h"

enum { LONGEST = ARMEX_UNIT_SIZE - 1 };

static bool is_currency(const char *text)
{
    for (int i = 0; i < 3; i++)
        if (text[i] < 'a' || text[i] > 'z')
            return false;
    return true;
}

/* "usd", "usd-2020", "usd-constant" */
static bool parse_money(struct armex_unit *out, const char *text, size_t length)
{
    long year = ARMEX_CURRENT_PRICES;

    if (length < 3 || !is_currency(text))
        return false;
    if (strcmp(text + 3, "-constant") == 0)
        year = ARMEX_PRICE_YEAR_UNKNOWN;
    else if (length != 3 && !(length == 8 && text[3] == '-' &&
                              armex_whole_parse(&year, text + 4, 4, 1900, 2199)))
        return false;
    out->kind = ARMEX_MONEY;
    memcpy(out->currency, text, 3);
    out->price_year = (short)year;
    return true;
}

static bool parse_rate(struct armex_unit *out, const char *text, size_t length)
{
    if (length != 11 || !is_currency(text) || memcmp(text + 3, "-per-", 5) != 0 ||
        !is_currency(text + 8))
        return false;
    out->kind = ARMEX_RATE;
    memcpy(out->currency, text, 3);
    memcpy(out->per, text + 8, 3);
    return true;
}

static bool parse_index(struct armex_unit *out, const char *text, size_t length)
{
    const bool with_base = length >= 10 && length < 6 + sizeof out->base &&
                           memcmp(text, "index-", 6) == 0 &&
                           strspn(text + 6, "0123456789-") == length - 6;

    if (!with_base && strcmp(text, "index") != 0)
        return false;
    out->kind = ARMEX_INDEX;
    if (with_base)
        memcpy(out->base, text + 6, length - 6);
    return true;
}

bool armex_unit_parse(struct armex_unit *out, const char *text, size_t length)
{
    struct armex_unit unit = {0};
    char lower[LONGEST + 1] = "";

    if (length < 3 || length > LONGEST)
        return false;
    for (size_t i = 0; i < length; i++)
        lower[i] = armex_lower(text[i]);
    if (strlen(lower) != length)
        return false;
    if (strcmp(lower, "tiv") == 0)
        unit.kind = ARMEX_TIV;
    else if (strcmp(lower, "percent") == 0)
        unit.kind = ARMEX_PERCENT;
    else if (strcmp(lower, "rank") == 0)
        unit.kind = ARMEX_RANK;
    else if (strcmp(lower, "count") == 0)
        unit.kind = ARMEX_COUNT;
    else if (!parse_index(&unit, lower, length) && !parse_rate(&unit, lower, length) &&
             !parse_money(&unit, lower, length))
        return false;
    *out = unit;
    return true;
}

size_t armex_unit_write(char out[ARMEX_UNIT_SIZE], struct armex_unit unit)
{
    static const char *const plain[] = {
        [ARMEX_TIV] = "tiv",
        [ARMEX_PERCENT] = "percent",
        [ARMEX_RANK] = "rank",
        [ARMEX_COUNT] = "count",
    };
    int n = 0;

    if (unit.kind == ARMEX_RATE)
        n = snprintf(out, ARMEX_UNIT_SIZE, "%.3s-per-%.3s", unit.currency, unit.per);
    else if (unit.kind == ARMEX_INDEX)
        n = snprintf(out, ARMEX_UNIT_SIZE, "index%s%.11s", *unit.base ? "-" : "",
                     unit.base);
    else if (unit.kind != ARMEX_MONEY)
        n = snprintf(out, ARMEX_UNIT_SIZE, "%s", plain[unit.kind]);
    else if (unit.price_year == ARMEX_PRICE_YEAR_UNKNOWN)
        n = snprintf(out, ARMEX_UNIT_SIZE, "%.3s-constant", unit.currency);
    else if (unit.price_year)
        n = snprintf(out, ARMEX_UNIT_SIZE, "%.3s-%d", unit.currency, unit.price_year);
    else
        n = snprintf(out, ARMEX_UNIT_SIZE, "%.3s", unit.currency);
    return (size_t)n;
}

bool armex_unit_equal(struct armex_unit a, struct armex_unit b)
{
    return a.kind == b.kind && a.price_year == b.price_year &&
           strcmp(a.currency, b.currency) == 0 && strcmp(a.per, b.per) == 0 &&
           strcmp(a.base, b.base) == 0;
}

/* "KRW" from "krw". */
static const char *in_capitals(char spare[4], const char *code)
{
    for (int i = 0; i < 4; i++)
        spare[i] = armex_upper(code[i]);
    return spare;
}

/* The words of a currency, or its code in capitals. */
static const char *currency_words(char spare[4], const char *code)
{
    const struct armex_currency_name *known = armex_currency_of_code(code);
    return known && known->words ? known->words : in_capitals(spare, code);
}

size_t armex_unit_words(char out[64], struct armex_unit unit)
{
    static const char *const plain[] = {
        [ARMEX_TIV] = "TIV",
        [ARMEX_PERCENT] = "per cent",
        [ARMEX_RANK] = "rank",
        [ARMEX_COUNT] = "number",
    };
    char spare[4], other[4];
    int n = 0;

    if (unit.kind == ARMEX_RATE)
        n = snprintf(out, 64, "%s per %s", in_capitals(spare, unit.currency),
                     in_capitals(other, unit.per));
    else if (unit.kind == ARMEX_INDEX)
        n = *unit.base ? snprintf(out, 64, "index, %s = 100", unit.base)
                       : snprintf(out, 64, "index, base not stated");
    else if (unit.kind != ARMEX_MONEY)
        n = snprintf(out, 64, "%s", plain[unit.kind]);
    else if (unit.price_year == ARMEX_PRICE_YEAR_UNKNOWN)
        n = snprintf(out, 64, "%s, constant prices of a year not stated",
                     currency_words(spare, unit.currency));
    else if (unit.price_year)
        n = snprintf(out, 64, "%s of %d", currency_words(spare, unit.currency),
                     unit.price_year);
    else
        n = snprintf(out, 64, "%s", currency_words(spare, unit.currency));
    return (size_t)(n < 64 ? n : 63);
}

const char *armex_unit_sign(struct armex_unit unit)
{
    const struct armex_currency_name *known =
        unit.kind == ARMEX_MONEY ? armex_currency_of_code(unit.currency) : NULL;
    return known ? known->sign : "";
}
