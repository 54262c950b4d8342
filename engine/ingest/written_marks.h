/**
 * ingest/written_marks.h: digits and the marks among them, rewritten plainly.
 */
#ifndef ARMEX_INGEST_WRITTEN_MARKS_H
#define ARMEX_INGEST_WRITTEN_MARKS_H

#include <stdbool.h>
#include <stddef.h>

enum { ARMEX_WRITTEN_SIZE = 64 }; /* longer ones are no figures */

enum armex_written_sense {
    ARMEX_WRITTEN_NONSENSE,
    ARMEX_WRITTEN_CLEAR,
    ARMEX_WRITTEN_TWO_WAYS, /**< "1,234": the mark may be either */
};

/** What the user says of commas in figures. Where they are decimal marks, points set
 *  thousands off, and the other way round. */
enum armex_comma {
    ARMEX_COMMA_EITHER,
    ARMEX_COMMA_DECIMAL,
    ARMEX_COMMA_THOUSANDS,
    ARMEX_COMMA_UNSURE, /**< nor is it known of a point: "1.234" may be 1234 */
};

/** Whether a plain number with a point in it may be another than it seems. */
static inline bool armex_comma_rules_points(enum armex_comma comma)
{
    return comma == ARMEX_COMMA_DECIMAL || comma == ARMEX_COMMA_UNSURE;
}

/** A figure in digits and at most one point, with '-' before it if it has one. */
struct armex_plain_figure {
    char text[ARMEX_WRITTEN_SIZE];
    char other[ARMEX_WRITTEN_SIZE]; /**< of two senses the one with the point */
};

/** Reads [sign]digits with marks among them: "1.234,5" becomes "1234.5". What
 *  base/number.h reads, with an exponent perhaps, stays as it is, unless the comma is
 *  decimal and it has a point. */
enum armex_written_sense armex_written_marks(struct armex_plain_figure *out,
                                             const char *text, size_t length,
                                             enum armex_comma comma);

/** The blank at the start of the text, ASCII or of another kind: its bytes, or 0. */
size_t armex_written_blank(const char *text, size_t length);

#endif
