/** base/decimal.c: digits taken out of a text, put together, and rounded. */
#include "base/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/decimal_wide.h"

enum {
    FARTHEST_EXPONENT = 100000,
    MOST_WHOLE_DIGITS = 19, // less than 2^64
};

/* Digits with leading zeros dropped; what goes beyond the buffer only keeps it from
 * being a tie. */
static void take_digit(struct armex_decimal *number, char digit, bool after_point)
{
    if (number->n == 0 && digit == '0') {
        number->exponent -= after_point;
        return;
    }
    if (number->n < ARMEX_DECIMAL_DIGITS)
        number->digits[number->n++] = digit;
    else if (digit != '0')
        number->digits[ARMEX_DECIMAL_DIGITS - 1] = '1';
    number->exponent += !after_point;
}

static bool take_exponent(long *out, const char *text, const char *end)
{
    bool negative = false;
    long value = 0;

    if (text < end && (*text == '+' || *text == '-'))
        negative = *text++ == '-';
    if (text == end)
        return false;
    for (; text < end; text++) {
        if (!armex_is_digit(*text))
            return false;
        if (value < FARTHEST_EXPONENT)
            value = value * 10 + (*text - '0');
    }
    *out = negative ? -value : value;
    return true;
}

bool armex_decimal_parse(struct armex_decimal *number, const char *text, size_t length)
{
    const char *end = text + length;
    bool after_point = false, any = false;
    long exponent = 0;

    number->n = 0;
    number->exponent = 0;
    number->negative = text < end && *text == '-';
    if (text < end && (*text == '+' || *text == '-'))
        text++;
    for (; text < end && *text != 'e' && *text != 'E'; text++) {
        if (*text == '.' && !after_point)
            after_point = true;
        else if (armex_is_digit(*text)) {
            take_digit(number, *text, after_point);
            any = true;
        } else
            return false;
    }
    if (!any || (text < end && !take_exponent(&exponent, text + 1, end)))
        return false;
    number->exponent += exponent;
    return true;
}

size_t armex_decimal_set_point(char *text)
{
    size_t n = 0;
    bool point = false;

    for (const char *c = text; *c; c++) {
        if (armex_is_digit(*c) || *c == '-' || *c == '+' || *c == 'e')
            text[n++] = *c;
        else if (!point) {
            text[n++] = '.';
            point = true;
        }
    }
    text[n] = '\0';
    return n;
}

const double armex_exact_powers[ARMEX_EXACT_POWERS] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* A mantissa of at most 15 digits and a power of ten that doubles hold exactly: one
 * operation rounds once.
 * Clinger, "How to read floating point numbers accurately", PLDI 1990. */
bool armex_decimal_scale(double *out, uint64_t mantissa, long exponent, bool negative)
{
    const double *powers = armex_exact_powers;
    const long most = ARMEX_EXACT_POWERS - 1;

    if (exponent < -most || exponent > most)
        return false;
    const double value = exponent < 0 ? (double)mantissa / powers[-exponent]
                                      : (double)mantissa * powers[exponent];
    *out = negative ? -value : value;
    return true;
}

/* A mantissa of 64 bits and a power of ten of as many. Their product is exact in 128
 * bits; of their quotient 64 bits and more are, and whether anything is left over is
 * kept as the lowest. The one rounding is that to a double. */
static bool scale_whole(double *out, uint64_t mantissa, long exponent)
{
    const long most = MOST_WHOLE_DIGITS;

    if (exponent < -most || exponent > most || mantissa == 0)
        return false;
    if (exponent >= 0) {
        *out = (double)(mantissa * armex_wide_power(exponent));
        return true;
    }
    const armex_wide power = armex_wide_power(-exponent);
    const int shift = 64 + __builtin_clzll(mantissa);
    const armex_wide numerator = (armex_wide)mantissa << shift;
    const armex_wide quotient = numerator / power;
    *out = ldexp((double)(quotient | (quotient * power != numerator)), -shift);
    return true;
}

static bool put_together_exactly(double *out, const struct armex_decimal *number)
{
    const long exponent = number->exponent - (long)number->n;
    uint64_t mantissa = 0;

    if (number->n > MOST_WHOLE_DIGITS)
        return false;
    for (size_t i = 0; i < number->n; i++)
        mantissa = 10 * mantissa + (uint64_t)(number->digits[i] - '0');
    if (number->n <= ARMEX_EXACT_DIGITS &&
        armex_decimal_scale(out, mantissa, exponent, number->negative))
        return true;
    if (!scale_whole(out, mantissa, exponent))
        return false;
    *out = number->negative ? -*out : *out;
    return true;
}

double armex_decimal_value(const struct armex_decimal *number)
{
    double value;
    char text[ARMEX_DECIMAL_DIGITS + 32];

    if (number->n == 0)
        return number->negative ? -0.0 : 0.0;
    if (put_together_exactly(&value, number))
        return value;
    // No decimal point: strtod then reads the same in every locale.
    snprintf(text, sizeof text, "%s%.*se%ld", number->negative ? "-" : "",
             (int)number->n, number->digits, number->exponent - (long)number->n);
    return strtod(text, NULL);
}

/* Half away from zero at the `keep`-th digit (which may lie before the first). */
void armex_decimal_round(struct armex_decimal *number, long keep)
{
    if (keep >= (long)number->n)
        return;
    bool up = keep >= 0 && number->digits[keep] >= '5';
    number->n = keep > 0 ? (size_t)keep : 0;
    for (size_t i = number->n; up && i-- > 0;) {
        up = number->digits[i] == '9';
        number->digits[i] = (char)(up ? '0' : number->digits[i] + 1);
    }
    if (up) {
        memmove(number->digits + 1, number->digits, number->n);
        number->digits[0] = '1';
        number->n++;
        number->exponent++;
    }
    while (number->n > 0 && number->digits[number->n - 1] == '0')
        number->n--;
}
