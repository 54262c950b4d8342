/**
 * ingest/observations.h: rows of figures, on their way to a panel.
 */
#ifndef ARMEX_INGEST_OBSERVATIONS_H
#define ARMEX_INGEST_OBSERVATIONS_H

#include "ingest/intern.h"
#include "model/publication.h"

/** One statement of one figure. Its texts are never NULL and live in the intern of the
 *  observations it belongs to, or as long as the program. */
struct armex_observation {
    struct armex_series series;
    struct armex_citation citation;
    const char *note;
    double value; /**< in the unit of the series; NAN where none was given */
    struct armex_date published;
    short year;
    armex_mark status;
    uint8_t flag;   /**< enum armex_flag */
    uint8_t digits; /**< significant digits as printed */
    size_t row;     /**< in the sheet it was read from */
};

struct armex_observations {
    struct armex_intern *texts;
    struct armex_observation *items;
    size_t n, capacity;
    bool dated; /**< each says when it was published: an observation may have several */
};

/** Starts empty. Owner: the caller, armex_observations_free().
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_observations_create(struct armex_observations **out, bool dated,
                                       struct armex_error *error);
void armex_observations_free(struct armex_observations *observations); /* NULL: fine */

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_observations_add(struct armex_observations *observations,
                                    const struct armex_observation *item,
                                    struct armex_error *error);

/** Puts them in the order series, year, published, url, row. */
void armex_observations_sort(struct armex_observations *observations);

/** Whether two say the same thing twice: one series, one year and, where they are
 *  dated, one day and one url. Such stand side by side once sorted. */
bool armex_observations_same(const struct armex_observations *observations, size_t a,
                             size_t b);

/** Makes the panel of sorted observations, with the publication that decides in each
 *  place, and the publications themselves, or NULL if they are not dated.
 *  Owner:  the caller, armex_panel_free() and armex_publications_free(); both NULL on
 *          failure.
 *  Errors: ARMEX_BAD_INPUT when there are none, or series and years span more cells
 * than a panel may have, naming `file`; ARMEX_NO_MEMORY. */
armex_status armex_observations_build(struct armex_panel **panel,
                                      struct armex_publications **publications,
                                      const struct armex_observations *observations,
                                      const char *file, struct armex_error *error);

#endif
