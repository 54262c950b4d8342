/**
 * base/decimal.h: a number taken apart into decimal digits; what number.c is made of.
 */
#ifndef ARMEX_BASE_DECIMAL_H
#define ARMEX_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    ARMEX_DECIMAL_DIGITS = 800, /* no double needs more to be told from its neighbour */
    ARMEX_EXACT_DIGITS = 15,    /* a double holds any whole number of so many */
    ARMEX_EXACT_POWERS = 23,    /* and so many powers of ten, the first 1 */
};

extern const double armex_exact_powers[ARMEX_EXACT_POWERS];

/** 0.digits times ten to the exponent; zero has no digits. */
struct armex_decimal {
    char digits[ARMEX_DECIMAL_DIGITS + 1];
    size_t n;
    long exponent;
    bool negative;
};

/** Takes [+-]digits[.digits][e[+-]digits] apart, the whole of `length` bytes. What goes
 *  beyond the digits kept only keeps them from being a tie. false: not a number. */
bool armex_decimal_parse(struct armex_decimal *out, const char *text, size_t length);

/** Puts a point where printf put whatever the locale has for one, which may be any
 *  bytes. Returns the new length. */
size_t armex_decimal_set_point(char *text);

/** mantissa * 10^exponent, the mantissa of ARMEX_EXACT_DIGITS at most, where one
 *  operation on doubles is exact but for its one rounding. false: it would not be. */
bool armex_decimal_scale(double *out, uint64_t mantissa, long exponent, bool negative);

/** The nearest double, rounded once; infinite beyond the largest. */
double armex_decimal_value(const struct armex_decimal *number);

/** The fewest digits that read back to the same finite `value`; of those the nearest.
 *  No zeros at the end. */
void armex_decimal_shortest(struct armex_decimal *out, double value);

/** A whole number, of which `places` digits lie behind the point. */
void armex_decimal_whole(struct armex_decimal *out, uint64_t whole, size_t places);

/** Half away from zero at the `keep`-th digit (which may lie before the first). */
void armex_decimal_round(struct armex_decimal *number, long keep);

#endif
