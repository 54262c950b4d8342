/** base/number.c: decimal text and binary numbers, each way rounded once. */
#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_MANTISSA = 800, // no double needs more digits to be told from its neighbour
    FARTHEST_EXPONENT = 100000,
    MOST_EXACT_DIGITS = 15, // less than 2^53
};

/* A number taken apart: 0.digits times ten to the exponent. */
struct decimal {
    char digits[LONGEST_MANTISSA + 1];
    size_t n;
    long exponent;
    bool negative;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits with leading zeros dropped; what goes beyond the buffer only keeps it from
 * being a tie. */
static void take_digit(struct decimal *number, char digit, bool after_point)
{
    if (number->n == 0 && digit == '0') {
        number->exponent -= after_point;
        return;
    }
    if (number->n < LONGEST_MANTISSA)
        number->digits[number->n++] = digit;
    else if (digit != '0')
        number->digits[LONGEST_MANTISSA - 1] = '1';
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
        if (!is_digit(*text))
            return false;
        if (value < FARTHEST_EXPONENT)
            value = value * 10 + (*text - '0');
    }
    *out = negative ? -value : value;
    return true;
}

static bool take_apart(struct decimal *number, const char *text, size_t length)
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
        else if (is_digit(*text)) {
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

/* A mantissa of at most 15 digits and a power of ten that doubles hold exactly: one
 * operation rounds once.
 * Clinger, "How to read floating point numbers accurately", PLDI 1990. */
static bool scale_exactly(double *out, uint64_t mantissa, long exponent, bool negative)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const long most = sizeof powers / sizeof *powers - 1;

    if (exponent < -most || exponent > most)
        return false;
    const double value = exponent < 0 ? (double)mantissa / powers[-exponent]
                                      : (double)mantissa * powers[exponent];
    *out = negative ? -value : value;
    return true;
}

static bool put_together_exactly(double *out, const struct decimal *number)
{
    uint64_t mantissa = 0;

    if (number->n > MOST_EXACT_DIGITS)
        return false;
    for (size_t i = 0; i < number->n; i++)
        mantissa = 10 * mantissa + (uint64_t)(number->digits[i] - '0');
    return scale_exactly(out, mantissa, number->exponent - (long)number->n,
                         number->negative);
}

static double put_together(const struct decimal *number)
{
    double value;
    char text[LONGEST_MANTISSA + 32];

    if (number->n == 0)
        return number->negative ? -0.0 : 0.0;
    if (put_together_exactly(&value, number))
        return value;
    // No decimal point: strtod then reads the same in every locale.
    snprintf(text, sizeof text, "%s%.*se%ld", number->negative ? "-" : "",
             (int)number->n, number->digits, number->exponent - (long)number->n);
    return strtod(text, NULL);
}

/* Nearly every figure is a few digits, perhaps with a point: no need to keep them. */
static bool parse_short(double *out, const char *text, size_t length, int exponent)
{
    const bool negative = length > 0 && *text == '-';
    uint64_t mantissa = 0;
    size_t digits = 0;
    bool after_point = false;

    for (size_t i = negative; i < length; i++) {
        if (is_digit(text[i]) && digits < MOST_EXACT_DIGITS) {
            mantissa = 10 * mantissa + (uint64_t)(text[i] - '0');
            digits++;
            exponent -= after_point;
        } else if (text[i] == '.' && !after_point)
            after_point = true;
        else
            return false;
    }
    return digits > 0 && scale_exactly(out, mantissa, exponent, negative);
}

bool armex_number_parse(double *out, const char *text, size_t length, int exponent)
{
    struct decimal number;

    if (parse_short(out, text, length, exponent))
        return true;
    if (!take_apart(&number, text, length))
        return false;
    number.exponent += exponent;
    const double value = put_together(&number);
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
        if (!is_digit(text[i]))
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
    struct decimal number;

    if (!take_apart(&number, text, length))
        return 0;
    while (!point && number.n > 1 && number.digits[number.n - 1] == '0')
        number.n--;
    return number.n ? (unsigned)number.n : 1;
}

static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,
                                1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13,
                                1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20};
enum { POWERS = sizeof powers / sizeof *powers };

/* A whole number, of which `places` digits lie behind the point. */
static void take_whole(struct decimal *number, uint64_t whole, size_t places)
{
    char digits[20];
    size_t n = 0;

    for (uint64_t left = whole; left > 0; left /= 10)
        digits[n++] = (char)('0' + left % 10);
    number->exponent = (long)n - (long)places;
    number->n = n;
    for (size_t i = 0; i < n; i++)
        number->digits[i] = digits[n - 1 - i];
}

enum few_digits { FEW_UNSURE, FEW_WRITTEN, FEW_IMPOSSIBLE };

/* A number of at most 15 digits, as most figures are, without printf. Such a decimal is
 * a whole number below 10^15 over an exact power of ten, and their quotient is rounded
 * once, so trying each number of places finds it, or shows that there is none: the
 * product is off by less than a quarter, and rounds to the whole number sought. */
static enum few_digits write_few(struct decimal *number, double value)
{
    const double size = fabs(value), least = 1e-5, limit = 1e15;
    size_t places = 0;
    double whole = round(size);

    if (!(size >= least && size < limit))
        return FEW_UNSURE;
    while (whole >= limit || whole / powers[places] != size) {
        if (++places == POWERS || size * powers[places] >= limit)
            return FEW_IMPOSSIBLE;
        whole = round(size * powers[places]);
    }
    take_whole(number, (uint64_t)whole, places);
    number->negative = value < 0.0;
    while (number->n > 0 && number->digits[number->n - 1] == '0')
        number->n--;
    return FEW_WRITTEN;
}

__extension__ typedef unsigned __int128 wide; // gcc and clang have it, C17 has not

/* Whether whole / 10^places reads back to mantissa / 2^shift, both at most half the
 * distance to the next double apart; `power` is 10^places. */
static bool reads_back(wide whole, wide power, uint64_t mantissa, int shift)
{
    const uint64_t least_normal = UINT64_C(1) << 52; // doubles below lie twice as close
    const wide there = whole << shift, here = mantissa * power;
    const wide apart = there > here ? there - here : here - there;

    if (mantissa == least_normal && there < here)
        return 4 * apart <= power;
    return 2 * apart < power || (2 * apart == power && mantissa % 2 == 0);
}

/* numerator / 2^shift, rounded half to even. */
static uint64_t divide(wide numerator, int shift)
{
    const wide half = (wide)1 << (shift - 1);
    const wide rest = numerator & (2 * half - 1);
    const uint64_t whole = (uint64_t)(numerator >> shift);
    return whole + (rest > half || (rest == half && whole % 2 == 1));
}

/* The 16 or, when these do not read back, 17 digits of a number that has no fewer: as
 * printf rounds them, but without it. Between 10^-5 and 10^15 the mantissa times the
 * power of ten fits 128 bits, so every step is exact. false: it lies beyond. */
static bool write_many(struct decimal *number, double value)
{
    const double size = fabs(value), least = 1e-5, limit = 1e15;
    const wide sixteen_digits = UINT64_C(1000000000000000);
    wide power = 1;
    size_t places = 0;
    int exponent;

    if (!(size >= least && size < limit))
        return false;
    const uint64_t mantissa = (uint64_t)ldexp(frexp(size, &exponent), 53);
    const int shift = 53 - exponent;
    for (; mantissa * power >> shift < sixteen_digits; places++)
        power *= 10;
    uint64_t whole = divide(mantissa * power, shift);
    if (!reads_back(whole, power, mantissa, shift)) {
        whole = divide(mantissa * (power * 10), shift);
        places++;
    }
    take_whole(number, whole, places);
    number->negative = value < 0.0;
    return true;
}

/* A locale may have put any bytes where the point belongs. Returns the new length. */
static size_t set_point(char *text)
{
    size_t n = 0;
    bool point = false;

    for (const char *c = text; *c; c++) {
        if (is_digit(*c) || *c == '-' || *c == '+' || *c == 'e')
            text[n++] = *c;
        else if (!point) {
            text[n++] = '.';
            point = true;
        }
    }
    text[n] = '\0';
    return n;
}

/* The fewest digits that read back to the same double. */
static void shortest(struct decimal *number, double value)
{
    const enum few_digits few = write_few(number, value);
    char text[64];

    if (few == FEW_WRITTEN)
        return;
    const bool many = few == FEW_IMPOSSIBLE && write_many(number, value);
    for (int digits = few == FEW_IMPOSSIBLE ? 16 : 15; !many && digits <= 17;
         digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, value);
        if (take_apart(number, text, set_point(text)) && put_together(number) == value)
            break;
    }
    while (number->n > 0 && number->digits[number->n - 1] == '0')
        number->n--;
}

/* Half away from zero at the `keep`-th digit (which may lie before the first). */
static void round_decimal(struct decimal *number, long keep)
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

double armex_round_digits(double value, unsigned digits)
{
    struct decimal number;

    if (!isfinite(value) || value == 0.0)
        return value;
    shortest(&number, value);
    round_decimal(&number, (long)digits);
    return put_together(&number);
}

static char digit_at(const struct decimal *number, long place)
{
    const bool there = place >= 0 && place < (long)number->n;
    return (char)(there ? number->digits[place] : '0');
}

/* 0.0012, 1200, 1.2: when the point lies near the digits. */
static size_t write_plain(char *out, const struct decimal *number)
{
    const long whole = number->exponent > 0 ? number->exponent : 1;
    size_t n = 0;

    for (long i = 0; i < whole; i++)
        out[n++] = digit_at(number, number->exponent > 0 ? i : -1);
    if ((long)number->n > number->exponent) {
        out[n++] = '.';
        for (long i = number->exponent > 0 ? whole : number->exponent;
             i < (long)number->n; i++)
            out[n++] = digit_at(number, i);
    }
    out[n] = '\0';
    return n;
}

size_t armex_number_write(char out[ARMEX_NUMBER_SIZE], double value)
{
    const long lowest = -4, highest = 17; // beyond these the exponent is written
    struct decimal number;
    size_t n = 0;

    out[0] = '\0';
    if (!isfinite(value))
        return 0;
    if (value == 0.0) {
        memcpy(out, "0", 2);
        return 1;
    }
    shortest(&number, value);
    if (number.negative)
        out[n++] = '-';
    if (number.exponent > lowest && number.exponent <= highest)
        return n + write_plain(out + n, &number);
    const long exponent = number.exponent - 1;
    number.exponent = 1;
    n += write_plain(out + n, &number);
    return n + (size_t)snprintf(out + n, ARMEX_NUMBER_SIZE - n, "e%ld", exponent);
}

/* Rounded to places behind the point, where that is no close call: the product is off
 * by less than a thousandth, and so is the shortest decimal from the number. */
static bool round_places(struct decimal *number, double value, int decimals)
{
    const double limit = 1e12, close = 1e-3;
    const double scaled =
        decimals >= 0 && decimals < POWERS ? fabs(value) * powers[decimals] : limit;
    const double below = floor(scaled), rest = scaled - below;

    if (!(scaled < limit) || fabs(rest - 0.5) < close)
        return false;
    take_whole(number, (uint64_t)below + (rest > 0.5), (size_t)decimals);
    number->negative = value < 0.0;
    return true;
}

size_t armex_number_for_people(char *out, size_t size, double value, int decimals)
{
    struct decimal number;
    const char *minus = "\u2212";
    size_t n = 0;

    if (size)
        out[0] = '\0';
    if (!isfinite(value) || size == 0)
        return 0;
    if (!round_places(&number, value, decimals)) {
        shortest(&number, value == 0.0 ? 0.0 : value);
        round_decimal(&number, number.exponent + decimals);
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

struct armex_places armex_number_places(double value, int decimals)
{
    struct armex_places places = {""};
    char text[64]; // a locale's point may be of several bytes
    const int n =
        isfinite(value) ? snprintf(text, sizeof text, "%.*f", decimals, value) : 0;

    if (n <= 0)
        return places;
    if ((size_t)n < sizeof text && set_point(text) < sizeof places.text)
        memcpy(places.text, text, strlen(text) + 1);
    else
        armex_number_write(places.text, value);
    return places;
}
