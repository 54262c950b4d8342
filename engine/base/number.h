/**
 * base/number.h: numbers to text and back, exactly, whatever the locale.
 */
#ifndef ARMEX_BASE_NUMBER_H
#define ARMEX_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#define ARMEX_NUMBER_SIZE                                                              \
    32 /* bytes that hold any number armex_number_write() writes */

/** Reads [+-]digits[.digits][e[+-]digits], the whole of `length` bytes, times ten to
 * the power `exponent`, correctly rounded once: "1.57" with 9 is 1570000000 to the bit.
 *  No blanks, no "inf", no "nan", no hex. false: not a number, or beyond a double. */
bool armex_number_parse(double *out, const char *text, size_t length, int exponent);

/** The power of ten that `text` spells ("1", "1000000"); false if it is no such power.
 */
bool armex_power_of_ten(int *out, const char *text, size_t length);

/** A whole number within [least, most], no sign but '-', no blanks. */
bool armex_whole_parse(long *out, const char *text, size_t length, long least,
                       long most);

/** Significant digits of a number as written: "14000" has 2 (trailing zeros of a whole
 *  number may be padding), "13.50" has 4, "0.07" has 1. 0: not a number. */
unsigned armex_number_digits(const char *text, size_t length);

/** `value` rounded half away from zero, in decimal, to `digits` significant digits. */
double armex_round_digits(double value, unsigned digits);

/** `value` times ten to the power `exponent`, rounded once from its shortest decimal:
 *  0.0725 by 2 is 7.25, not 7.2499...; as it is where the product is beyond a double.
 */
double armex_number_shift(double value, int exponent);

/** Places behind the point that its shortest decimal has: 1.25 has 2, 1200 has 0. */
int armex_number_decimals(double value);

/** The shortest text that reads back to the same double; "" for NAN.
 *  Returns its length. Infinite values do not occur: they are written as "" too. */
size_t armex_number_write(char out[ARMEX_NUMBER_SIZE], double value);

/** `value` with so many decimal places and a point before them, in every locale, as the
 *  message or note that it stands in has it; the shortest text where that is longer
 * than fits. NAN and infinite values give "". */
struct armex_places {
    char text[ARMEX_NUMBER_SIZE];
};
struct armex_places armex_number_fixed(double value, int decimals);

/** For people: `decimals` places, rounded half up in decimal (7.25 is "7.3"), thousands
 *  set off by commas, U+2212 as minus, no "-0". NAN gives "". Returns the length,
 *  or 0 when `size` is too small. */
size_t armex_number_for_people(char *out, size_t size, double value, int decimals);

#endif
