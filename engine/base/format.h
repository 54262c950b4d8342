/**
 * base/format.h: words and whole numbers into a text, faster than printf.
 */
#ifndef ARMEX_BASE_FORMAT_H
#define ARMEX_BASE_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/** vsnprintf(), but that texts, characters and whole numbers (%s %.3s %.*s %c %d %u %x
 *  %X, the numbers also as l and z, and with zeros up to a width: %02x), which are
 *  nearly all that is ever asked for, are written here at a fifth of its cost. Anything
 *  else is left to vsnprintf() altogether. */
int armex_format(char *out, size_t size, const char *format, va_list arguments)
    __attribute__((format(printf, 3, 0)));

/** snprintf() by the same. */
int armex_print(char *out, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
