/** ingest/amount.c: decimal figures to whole numbers, and back. */
#include "ingest/amount.h"

#include "base/ascii.h"
#include "base/number.h"

const uint64_t armex_amount_units[ARMEX_AMOUNT_PLACES + 1] = {1000000000000000000u,
                                                              100000000000000000u,
                                                              10000000000000000u,
                                                              1000000000000000u,
                                                              100000000000000u,
                                                              10000000000000u,
                                                              1000000000000u,
                                                              100000000000u,
                                                              10000000000u,
                                                              1000000000u,
                                                              100000000u,
                                                              10000000u,
                                                              1000000u,
                                                              100000u,
                                                              10000u,
                                                              1000u,
                                                              100u,
                                                              10u,
                                                              1u};

/** The power of ten behind the 'e', held within what could matter. */
static long exponent_of(const char *at, const char *end)
{
    const long most = 1000000000;
    const bool negative = at < end && *at == '-';
    long power = 0;

    for (at += at < end && (*at == '-' || *at == '+'); at < end; at++)
        power = power < most ? 10 * power + (*at - '0') : most;
    return negative ? -power : power;
}

bool armex_amount_parse(armex_amount *out, const char *text, size_t length)
{
    const char *const end = text + length, *mantissa_end = text, *point = NULL;
    const double most = 1e16;
    armex_amount amount = 0;
    double rough;

    if (!armex_number_parse(&rough, text, length, 0) || *text == '-' || rough > most)
        return false;
    while (mantissa_end < end && *mantissa_end != 'e' && *mantissa_end != 'E')
        mantissa_end++;
    for (const char *at = text; at < mantissa_end; at++)
        if (*at == '.')
            point = at;
    long place = (long)((point ? point : mantissa_end) - text) +
                 (mantissa_end < end ? exponent_of(mantissa_end + 1, end) : 0);
    place -= *text == '+';
    // `place` digits stand before the point; from there on, 18 more count.
    for (const char *at = text; at < mantissa_end; at++) {
        if (!armex_is_digit(*at))
            continue;
        place--;
        if (place >= -ARMEX_AMOUNT_PLACES)
            amount = 10 * amount + (unsigned)(*at - '0');
        else if (place == -ARMEX_AMOUNT_PLACES - 1)
            amount += *at >= '5';
    }
    for (; place > -ARMEX_AMOUNT_PLACES && amount; place--)
        amount *= 10;
    *out = amount;
    return amount / armex_amount_units[0] < (uint64_t)most;
}

/** Few places and few digits, as most sums have them: one division of whole numbers
 * that a double holds is rounded once. */
static bool value_of_few(double *out, armex_amount amount)
{
    static const unsigned places[] = {15, 0, 3, 6};
    const uint64_t most = (uint64_t)1 << 53;

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const uint64_t unit = armex_amount_units[places[i]];
        const armex_amount whole = amount / unit;
        if (whole < most && whole * unit == amount) {
            *out = (double)(uint64_t)whole /
                   (double)armex_amount_units[ARMEX_AMOUNT_PLACES - places[i]];
            return true;
        }
    }
    return false;
}

double armex_amount_value(armex_amount amount)
{
    char digits[40];
    size_t at = sizeof digits;
    double value = 0.0;

    if (value_of_few(&value, amount))
        return value;
    do
        digits[--at] = (char)('0' + (unsigned)(amount % 10));
    while (amount /= 10);
    armex_number_parse(&value, digits + at, sizeof digits - at, -ARMEX_AMOUNT_PLACES);
    return value;
}
