/**
 * analysis/robust.h: one claim under every choice that could have been made: how often
 * does it hold?
 */
#ifndef ARMEX_ANALYSIS_ROBUST_H
#define ARMEX_ANALYSIS_ROBUST_H

#include "analysis/claims.h"

struct armex_robust_options {
    const char *dataset; /**< "ID" or "ID@VINTAGE": only this one; NULL: all */
    int around;          /**< years that start and end are moved by at most; 0: 2 */
    bool choices;        /**< a row a choice, not a summary */
};

/** Judges the statement under every choice of
 *    dataset:  every newest vintage that can answer, and every older one stored;
 *    count:    every series of it that can (scopes of the same measure);
 *    end:      the year claimed, and each up to `around` years before and after;
 *    start:    the same of the base, of growth; it stays before the end;
 *    window:   one year, three, five, and the window claimed, of series that are
 * yearly; of amounts the mean of its years; vintage:  each figure that stood one after
 * the other, of vintages that keep publications, with the day it was first known by. A
 * choice for which there is no figure is none. The claim holds where its verdict would
 *  be supported or rounding (analysis/claims.h).
 *
 *  Summary: columns choice, of, holds, n, share: first all together, then each value of
 *           each choice that has several; share = holds / n.
 *  Choices: columns dataset, vintage, measure, scope, start, end, window, found, unit,
 *           found_words, holds ("yes" or "no"); start is missing but for growth.
 *  Order:   as named above.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_USAGE where no choice has a figure; as armex_store_find(),
 *           armex_vintage_read(); ARMEX_NO_MEMORY. */
armex_status armex_robust(struct armex_table **out, const struct armex_store *store,
                          const struct armex_statement *statement,
                          const struct armex_robust_options *options,
                          struct armex_error *error);

#endif
