/**
 * model/mark.h: the status of one observation. A blank is not a zero.
 *
 * The low four bits say what is known; the others are flags that may come with it.
 */
#ifndef ARMEX_MODEL_MARK_H
#define ARMEX_MODEL_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint8_t armex_mark;

enum {
    ARMEX_MISSING = 0, /**< no figure known; the value is NAN */
    ARMEX_FINAL,       /**< a figure as published */
    ARMEX_PRELIMINARY, /**< published with a word that it may change */
    ARMEX_ESTIMATE,    /**< somebody's estimate */
    ARMEX_TARGET,      /**< a goal, never an outcome; the value is NAN */
    ARMEX_NIL,         /**< none identified (SIPRI's blank); the value is 0 */
    ARMEX_BELOW,       /**< printed "0": more than 0, less than half the last digit;
                            the value is 0, and growth from it is undefined */
    ARMEX_WITHHELD,    /**< exists and is not published; NAN */
    ARMEX_UNKNOWN_YET, /**< not available (".."); NAN */
    ARMEX_NO_STATE,    /**< the state did not exist ("xxx"); NAN */
    ARMEX_STATUSES,    /**< how many there are */

    ARMEX_STATUS_BITS = 0x0f,
    ARMEX_WEAK = 0x10,       /**< flagged doubtful or rounded, nothing better stands */
    ARMEX_UNIT_BREAK = 0x20, /**< from here on counted differently */
    ARMEX_ENTITY_BREAK = 0x40, /**< from here on another state */
};

/** "missing", "final", "preliminary", ... of the low bits; and back. */
const char *armex_mark_name(armex_mark mark);
bool armex_mark_parse(armex_mark *out, const char *text, size_t length);

/** Whether a value stands there: final, preliminary, estimate, nil, below. */
static inline bool armex_mark_has_value(armex_mark mark)
{
    const unsigned with_value = 1U << ARMEX_FINAL | 1U << ARMEX_PRELIMINARY |
                                1U << ARMEX_ESTIMATE | 1U << ARMEX_NIL |
                                1U << ARMEX_BELOW;
    return with_value >> (mark & ARMEX_STATUS_BITS) & 1U;
}

/** Whether the figure is less than firm: preliminary, estimate or weak. */
bool armex_mark_is_soft(armex_mark mark);

#endif
