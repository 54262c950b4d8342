/** base/number.c: decimal text and binary numbers, each way rounded once. */
#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/decimal.h"

/* Nearly every figure is a few digits, perhaps with a point: no need to keep them. */
static bool parse_short(double *out, const char *text, size_t length, int exponent)
{
    const bool negative = length > 0 && *text == '-';
    uint64_t mantissa = 0;
    size_t digits = 0;
    bool after_point = false;

    for (size_t i = negative; i < length; i++) {
        if (armex_is_digit(text[i]) && digits < ARMEX_EXACT_DIGITS) {
            mantissa = 10 * mantissa + (uint64_t)(text[i] - '0');
            digits++;
            exponent -= after_point;
        } else if (text[i] == '.' && !after_point)
            after_point = true;
        else
            return false;
    }
    return digits > 0 && armex_decimal_scale(out, mantissa, exponent, negative);
}

bool armex_number_parse(double *out, const char *text, size_t length, int exponent)
{
    struct armex_decimal number;

    if (parse_short(out, text, length, exponent))
        return true;
    if (!armex_decimal_parse(&number, text, length))
        return false;
    number.exponent += exponent;
    const double value = armex_decimal_value(&number);
    if (!isfinite(value))
        return false;
    *out = value;
    return true;
}

bool armex_power_of_ten(int *out, const char *text, size_t length)
{
    if (length < 1 || length > 19 || text[0] != '1')
        return false;
    for (size_t i = 1; i < length; i++)
        if (text[i] != '0')
            return false;
    *out = (int)length - 1;
    return true;
}

bool armex_whole_parse(long *out, const char *text, size_t length, long least,
                       long most)
{
    const bool negative = length > 0 && text[0] == '-';
    long value = 0;

    if (length - negative < 1 || length - negative > 18)
        return false;
    for (size_t i = negative; i < length; i++) {
        if (!armex_is_digit(text[i]))
            return false;
        value = value * 10 + (text[i] - '0');
    }
    if (negative)
        value = -value;
    if (value < least || value > most)
        return false;
    *out = value;
    return true;
}

unsigned armex_number_digits(const char *text, size_t length)
{
    const char *point = memchr(text, '.', length);
    struct armex_decimal number;

    if (!armex_decimal_parse(&number, text, length))
        return 0;
    while (!point && number.n > 1 && number.digits[number.n - 1] == '0')
        number.n--;
    return number.n ? (unsigned)number.n : 1;
}

double armex_round_digits(double value, unsigned digits)
{
    struct armex_decimal number;

    if (!isfinite(value) || value == 0.0)
        return value;
    armex_decimal_shortest(&number, value);
    armex_decimal_round(&number, (long)digits);
    return armex_decimal_value(&number);
}

static char digit_at(const struct armex_decimal *number, long place)
{
    const bool there = place >= 0 && place < (long)number->n;
    return (char)(there ? number->digits[place] : '0');
}

static char *add_zeros(char *to, long n)
{
    memset(to, '0', n > 0 ? (size_t)n : 0);
    return to + (n > 0 ? n : 0);
}

/* 0.0012, 1200, 1.2: when the point lies near the digits. */
static size_t write_plain(char *out, const struct armex_decimal *number)
{
    const long n = (long)number->n, exponent = number->exponent;
    const long whole = exponent < 0 ? 0 : exponent < n ? exponent : n;
    char *to = add_zeros(mempcpy(out, number->digits, (size_t)whole), exponent - whole);

    if (exponent <= 0)
        *to++ = '0';
    if (n > whole) {
        *to++ = '.';
        to = add_zeros(to, -exponent);
        to = mempcpy(to, number->digits + whole, (size_t)(n - whole));
    }
    *to = '\0';
    return (size_t)(to - out);
}

double armex_number_shift(double value, int exponent)
{
    struct armex_decimal number;

    if (!isfinite(value) || value == 0.0 || exponent == 0)
        return value;
    armex_decimal_shortest(&number, value);
    number.exponent += exponent;
    const double shifted = armex_decimal_value(&number);
    return isfinite(shifted) ? shifted : value;
}

int armex_number_decimals(double value)
{
    struct armex_decimal number;

    if (!isfinite(value) || value == 0.0)
        return 0;
    armex_decimal_shortest(&number, value);
    const long places = (long)number.n - number.exponent;
    return places > 0 ? (int)places : 0;
}

static size_t count_digits(uint32_t whole)
{
    size_t n = 1;

    for (uint32_t least = 10; n < 10 && whole >= least; least *= 10)
        n++;
    return n;
}

/* Years, ranks and counts: a whole number below 10^9, without a decimal's detour. */
static size_t write_whole(char *out, uint32_t whole, bool negative)
{
    const size_t n = count_digits(whole) + negative;

    *out = '-';
    for (size_t at = n; at > negative; whole /= 10)
        out[--at] = (char)('0' + whole % 10);
    out[n] = '\0';
    return n;
}

static size_t write_exponent(char *out, long exponent)
{
    *out = 'e';
    return 1 + write_whole(out + 1, (uint32_t)labs(exponent), exponent < 0);
}

size_t armex_number_write(char out[ARMEX_NUMBER_SIZE], double value)
{
    const long lowest = -4, highest = 17; // beyond these the exponent is written
    const double size = fabs(value), few = 1e9;
    struct armex_decimal number;
    size_t n = 0;

    out[0] = '\0';
    if (!isfinite(value))
        return 0;
    if (value == 0.0) {
        memcpy(out, "0", 2);
        return 1;
    }
    if (size < few && (double)(uint32_t)size == size)
        return write_whole(out, (uint32_t)size, value < 0.0);
    armex_decimal_shortest(&number, value);
    if (number.negative)
        out[n++] = '-';
    if (number.exponent > lowest && number.exponent <= highest)
        return n + write_plain(out + n, &number);
    const long exponent = number.exponent - 1;
    number.exponent = 1;
    n += write_plain(out + n, &number);
    return n + write_exponent(out + n, exponent);
}

/* Rounded to places behind the point, where that is no close call: the product is off
 * by less than a thousandth, and so is the shortest decimal from the number. */
static bool round_places(struct armex_decimal *number, double value, int decimals)
{
    const double limit = 1e12, close = 1e-3;
    const double scaled = decimals >= 0 && decimals < ARMEX_EXACT_POWERS
                              ? fabs(value) * armex_exact_powers[decimals]
                              : limit;
    const double below = floor(scaled), rest = scaled - below;

    if (!(scaled < limit) || fabs(rest - 0.5) < close)
        return false;
    armex_decimal_whole(number, (uint64_t)below + (rest > 0.5), (size_t)decimals);
    number->negative = value < 0.0;
    return true;
}

size_t armex_number_for_people(char *out, size_t size, double value, int decimals)
{
    struct armex_decimal number;
    const char *minus = "\u2212";
    size_t n = 0;

    if (size)
        out[0] = '\0';
    if (!isfinite(value) || size == 0)
        return 0;
    if (!round_places(&number, value, decimals)) {
        armex_decimal_shortest(&number, value == 0.0 ? 0.0 : value);
        armex_decimal_round(&number, number.exponent + decimals);
    }
    const long whole = number.n && number.exponent > 0 ? number.exponent : 0;
    const size_t need = (size_t)(whole + whole / 3 + decimals + 8);
    if (need > size)
        return 0;
    if (number.negative && number.n > 0)
        n = (size_t)(stpcpy(out, minus) - out);
    if (whole == 0)
        out[n++] = '0';
    for (long i = 0; i < whole; i++) {
        out[n++] = digit_at(&number, i);
        if ((whole - 1 - i) % 3 == 0 && i < whole - 1)
            out[n++] = ',';
    }
    if (decimals > 0)
        out[n++] = '.';
    for (long i = 0; i < decimals; i++)
        out[n++] = digit_at(&number, number.n ? number.exponent + i : -1);
    out[n] = '\0';
    return n;
}

struct armex_places armex_number_fixed(double value, int decimals)
{
    struct armex_places places = {""};
    char text[64]; // a locale's point may be of several bytes
    const int n =
        isfinite(value) ? snprintf(text, sizeof text, "%.*f", decimals, value) : 0;

    if (n <= 0)
        return places;
    if ((size_t)n < sizeof text && armex_decimal_set_point(text) < sizeof places.text)
        memcpy(places.text, text, strlen(text) + 1);
    else
        armex_number_write(places.text, value);
    return places;
}
