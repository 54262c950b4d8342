/** base/decimal_shortest.c: the fewest digits that mean one double and no other. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "base/decimal_wide.h"

/* Takes `n` zeros off the end of `*whole` if it has them; `power` is 10^n, a constant
 * where this is called, so that nothing is divided. */
static inline size_t take_zeros(uint64_t *whole, uint64_t power, size_t n)
{
    const bool there = *whole % power == 0;

    *whole = there ? *whole / power : *whole;
    return there ? n : 0;
}

/* The zeros at its end, of which there are at most 15 here. */
static size_t take_all_zeros(uint64_t *whole)
{
    size_t zeros = take_zeros(whole, 100000000, 8);

    zeros += take_zeros(whole, 10000, 4);
    zeros += take_zeros(whole, 100, 2);
    return zeros + take_zeros(whole, 10, 1);
}

void armex_decimal_whole(struct armex_decimal *out, uint64_t whole, size_t places)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    const size_t zeros = take_all_zeros(&whole);
    char digits[20];
    size_t at = sizeof digits;

    for (; whole >= 10; whole /= 100)
        memcpy(digits + (at -= 2), pairs + 2 * (whole % 100), 2);
    if (whole > 0)
        digits[--at] = (char)('0' + whole);
    out->n = sizeof digits - at;
    out->exponent = (long)(out->n + zeros) - (long)places;
    memcpy(out->digits, digits + at, out->n);
}

/* Whether whole / 10^places reads back to mantissa / 2^shift, both at most half the
 * distance to the next double apart; `power` is 10^places. */
static bool reads_back(armex_wide whole, armex_wide power, uint64_t mantissa, int shift)
{
    const uint64_t least_normal = UINT64_C(1) << 52; // doubles below lie twice as close
    const armex_wide there = whole << shift, here = mantissa * power;
    const armex_wide apart = there > here ? there - here : here - there;

    if (mantissa == least_normal && there < here)
        return 4 * apart <= power;
    return 2 * apart < power || (2 * apart == power && mantissa % 2 == 0);
}

/* numerator / 2^shift, rounded half to even. */
static uint64_t divide(armex_wide numerator, int shift)
{
    const armex_wide half = (armex_wide)1 << (shift - 1);
    const armex_wide rest = numerator & (2 * half - 1);
    const uint64_t whole = (uint64_t)(numerator >> shift);
    return whole + (rest > half || (rest == half && whole % 2 == 1));
}

/* The places behind the point with which `size` is a number of 17 digits. A binary
 * exponent tells the decimal one to within one; the product tells which. */
static int places_of_seventeen(uint64_t mantissa, int shift)
{
    const armex_wide eighteen_digits = UINT64_C(100000000000000000);
    const int below = 20, exponent = 52 - shift; // of two; log10(2) is 1233 / 4096
    const int places = 16 + below - (exponent * 1233 + below * 4096) / 4096;

    return mantissa * armex_wide_power(places) >> shift < eighteen_digits ? places
                                                                          : places - 1;
}

/* Most figures have three places at most: a whole number of thousandths that is divided
 * by a thousand gives just that double, or none with three places does. */
static bool write_few(struct armex_decimal *number, double size)
{
    const double *powers = armex_exact_powers, limit = 1e15;

    for (size_t places = 0; places <= 3; places++) {
        const double scaled = size * powers[places];
        const uint64_t whole = scaled < limit ? (uint64_t)(scaled + 0.5) : 0;
        if (whole > 0 && (double)whole / powers[places] == size) {
            armex_decimal_whole(number, whole, places);
            return true;
        }
    }
    return false;
}

/* Between 10^-5 and 10^15, as nearly every figure lies, the mantissa times the power of
 * ten fits 128 bits, so every step is exact. Two decimals of at most 15 digits never
 * mean the same double: if there is one that does, it is what the 17 digits round to.
 * Else 16 digits may do, and 17 always do; both as printf rounds them. */
static bool write_usual(struct armex_decimal *number, double value)
{
    const double size = fabs(value), least = 1e-5, limit = 1e15;
    uint64_t bits;

    if (!(size >= least && size < limit))
        return false;
    number->negative = value < 0.0;
    if (write_few(number, size))
        return true;
    memcpy(&bits, &size, sizeof bits);
    const uint64_t mantissa = (bits & (UINT64_MAX >> 12)) | UINT64_C(1) << 52;
    const int shift = 1075 - (int)(bits >> 52);
    const int places = places_of_seventeen(mantissa, shift);
    const armex_wide power = armex_wide_power(places);
    const uint64_t seventeen = divide(mantissa * power, shift);
    const uint64_t fifteen = (seventeen + 50) / 100;
    if (reads_back((armex_wide)fifteen * 100, power, mantissa, shift)) {
        armex_decimal_whole(number, fifteen, (size_t)places - 2);
        return true;
    }
    const armex_wide tenth = armex_wide_power(places - 1);
    const uint64_t sixteen = divide(mantissa * tenth, shift);
    if (reads_back(sixteen, tenth, mantissa, shift))
        armex_decimal_whole(number, sixteen, (size_t)places - 1);
    else
        armex_decimal_whole(number, seventeen, (size_t)places);
    return true;
}

void armex_decimal_shortest(struct armex_decimal *out, double value)
{
    char text[64];

    if (write_usual(out, value))
        return;
    bool same = false;
    for (int digits = 15; !same && digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, value);
        same = armex_decimal_parse(out, text, armex_decimal_set_point(text)) &&
               armex_decimal_value(out) == value;
    }
    while (out->n > 0 && out->digits[out->n - 1] == '0')
        out->n--;
}
