/**
 * analysis/robust_parts.h: what the files of robust share among themselves.
 */
#ifndef ARMEX_ANALYSIS_ROBUST_PARTS_H
#define ARMEX_ANALYSIS_ROBUST_PARTS_H

#include "analysis/claims_library.h"
#include "analysis/claims_parts.h"
#include "analysis/robust.h"

/** One way to ask, and what came of it. Borrows from the library. */
struct armex_choice {
    const struct armex_provenance *source;
    const struct armex_series *series;
    int start, end, window;
    struct armex_date told; /**< known by then; year 0: the vintage's own day */
    double found;
    unsigned digits;
    bool holds;
};

/** Grows; ended by free(items). */
struct armex_choices {
    struct armex_choice *items;
    size_t n, capacity;
    struct armex_error *error;
};

/** Every choice of one vintage. Errors: ARMEX_NO_MEMORY. */
armex_status armex_choices_of(struct armex_choices *out,
                              const struct armex_vintage *vintage,
                              const struct armex_statement *statement, int around);

/** The two tables of armex_robust(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_robust_summary(struct armex_table **out,
                                  const struct armex_choices *choices,
                                  const struct armex_statement *statement);
armex_status armex_robust_list(struct armex_table **out,
                               const struct armex_choices *choices,
                               const struct armex_statement *statement);

#endif
