/**
 * analysis/share_parts.h: what the files of share share among themselves.
 */
#ifndef ARMEX_ANALYSIS_SHARE_PARTS_H
#define ARMEX_ANALYSIS_SHARE_PARTS_H

#include "analysis/concentration.h"
#include "analysis/rank_parts.h"
#include "analysis/share.h"
#include "store/listing.h"

/** One call of armex_share(). */
struct armex_share_run {
    struct armex_rank_run rank; /**< of the year at hand */
    struct armex_share_options options;
    struct armex_error *error;
    struct armex_table *table;
    double *values;              /**< scratch, one a contender */
    double total[ARMEX_MOMENTS]; /**< NAN: nobody, or a figure below zero */
    struct armex_listing negative, unknown, aggregates, soft;
    size_t fewest, most; /**< entities of a year */
    bool published;      /**< per cents that are shares already */
};

/** Makes the table, without rows. Errors: ARMEX_NO_MEMORY. */
armex_status armex_share_table(struct armex_share_run *run);

/** Adds the row, or rows, of the year at hand. Errors: ARMEX_NO_MEMORY. */
armex_status armex_share_put(struct armex_share_run *run);
armex_status armex_share_put_entities(struct armex_share_run *run);

/** Share of a contender that is no "unknown", at a moment; NAN: none. */
double armex_share_of(const struct armex_share_run *run,
                      const struct armex_contender *contender, int moment);

/** Turns the remarks into notes of the table. Errors: ARMEX_NO_MEMORY. */
armex_status armex_share_notes(struct armex_share_run *run);

#endif
