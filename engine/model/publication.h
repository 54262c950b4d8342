/**
 * model/publication.h: every statement of a figure that was ever published, and the
 * rule that picks the one which decides.
 *
 * Rule (also in datasets/README.md). Of several publications of one observation the
 * latest published decides; a date known to the month or year counts as its last day.
 * Targets and figures flagged misprint, misdated, partial, excluded or superseded never
 * decide; doubtful and rounded ones only where nothing better stands. A later figure
 * that is the earlier one rounded (to the later one's own significant digits) repeats
 * it and does not replace it. Same date: final before preliminary before estimate, then
 * more significant digits, then first by publisher and url in byte order.
 */
#ifndef ARMEX_MODEL_PUBLICATION_H
#define ARMEX_MODEL_PUBLICATION_H

#include <stdint.h>

#include "model/panel.h"

enum armex_flag {
    ARMEX_UNFLAGGED,
    ARMEX_DOUBTFUL,
    ARMEX_ROUNDED,
    ARMEX_PARTIAL,
    ARMEX_SUPERSEDED,
    ARMEX_EXCLUDED,
    ARMEX_MISPRINT,
    ARMEX_MISDATED,
    ARMEX_FLAGS
};

/** "" for unflagged, "doubtful", ...; and back. */
const char *armex_flag_name(enum armex_flag flag);
bool armex_flag_parse(enum armex_flag *out, const char *text, size_t length);

struct armex_citation {
    const char *publisher, *title, *url;
};

struct armex_publication {
    double value;    /**< in the unit of its series; NAN where none was given */
    uint32_t series; /**< index into the panel */
    uint32_t citation;
    const char *note; /**< never NULL */
    short year;
    struct armex_date published;
    armex_mark status; /**< low bits of model/mark.h */
    uint8_t flag;      /**< enum armex_flag */
    uint8_t digits;    /**< significant digits as printed */
};

/** All publications of a panel's observations, sorted by series, year, last day of
 *  `published`, then publisher, url, value. */
struct armex_publications {
    struct armex_arena *arena; /**< owns all that follows, and this */
    size_t n, n_citations;
    struct armex_publication *items;
    struct armex_citation *citations;
};

/** Owner: the caller, armex_publications_free(). Items and citations start empty.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_publications_create(struct armex_publications **out, size_t n,
                                       size_t n_citations, struct armex_error *error);
void armex_publications_free(struct armex_publications *publications); /* NULL: fine */

/** Puts them in the order named above. */
void armex_publications_sort(struct armex_publications *publications);

/** Which publication decides among `items[first..end)`, all of one observation, in the
 *  order above, for a reader on day `as_of` (yyyymmdd; 0: who knows all).
 *  Returns its index, or `end` when none may decide. */
size_t armex_publications_deciding(const struct armex_publications *publications,
                                   size_t first, size_t end, int as_of);

/** Fills `panel`'s values and marks with what was known on day `as_of`. Breaks already
 *  marked stay. Where only a target stands the mark says so and the value is NAN. */
void armex_publications_choose(const struct armex_publications *publications,
                               struct armex_panel *panel, int as_of);

/** The items of one observation: [*first, *end), empty if there are none. */
void armex_publications_of(const struct armex_publications *publications, size_t series,
                           int year, size_t *first, size_t *end);

#endif
