/**
 * base/decimal_wide.h: whole numbers of 128 bits, in which decimals are exact.
 */
#ifndef ARMEX_BASE_DECIMAL_WIDE_H
#define ARMEX_BASE_DECIMAL_WIDE_H

#include <stdint.h>

__extension__ typedef unsigned __int128 armex_wide; // gcc and clang have it, C17 not

/** 10^exponent, 0 to 22. */
static inline armex_wide armex_wide_power(long exponent)
{
    static const uint64_t powers[] = {
        UINT64_C(1),          UINT64_C(10),          UINT64_C(100),
        UINT64_C(1000),       UINT64_C(10000),       UINT64_C(100000),
        UINT64_C(1000000),    UINT64_C(10000000),    UINT64_C(100000000),
        UINT64_C(1000000000), UINT64_C(10000000000), UINT64_C(100000000000),
    };
    const long most = sizeof powers / sizeof *powers - 1;

    return exponent > most ? (armex_wide)powers[most] * powers[exponent - most]
                           : powers[exponent];
}

#endif
