/** tests/check.h: what every test file shares; cmocka and its includes come with it. */
#ifndef ARMEX_TESTS_CHECK_H
#define ARMEX_TESTS_CHECK_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/** `actual` is within `tolerance` of `expected`; a NAN on either side never is.
 *  cmocka 1.1.5 compares floats in single precision; this compares doubles. */
#define assert_close(actual, expected, tolerance)                                      \
    do {                                                                               \
        const double actual_ = (actual), expected_ = (expected);                       \
        if (!(fabs(actual_ - expected_) <= (tolerance)))                               \
            fail_msg("%s is %.17g, not %.17g", #actual, actual_, expected_);           \
    } while (0)

/** `actual` is within `tolerance` of `expected` in proportion to `expected`. */
#define assert_close_relative(actual, expected, tolerance)                             \
    assert_close(actual, expected, fabs(expected) * (tolerance))

/** `actual` is missing: NAN, which is neither 0 nor infinite. */
#define assert_missing(actual)                                                         \
    do {                                                                               \
        const double actual_ = (actual);                                               \
        if (!isnan(actual_))                                                           \
            fail_msg("%s is %.17g, not missing", #actual, actual_);                    \
    } while (0)

/** Both are missing, or they are the same number bit for bit. */
#define assert_same_value(actual, expected)                                            \
    do {                                                                               \
        const double actual_ = (actual), expected_ = (expected);                       \
        if (!(isnan(actual_) && isnan(expected_)) &&                                   \
            (actual_ != expected_ || signbit(actual_) != signbit(expected_)))          \
            fail_msg("%s is %.17g, not %.17g", #actual, actual_, expected_);           \
    } while (0)

#endif
