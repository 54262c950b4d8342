/**
 * analysis/claims_table.h: verdicts as a table.
 */
#ifndef ARMEX_ANALYSIS_CLAIMS_TABLE_H
#define ARMEX_ANALYSIS_CLAIMS_TABLE_H

#include "analysis/claims_parts.h"
#include "analysis/row.h"

/** A table of verdicts on its way. */
struct armex_verdicts {
    struct armex_row row;
    size_t counts[ARMEX_VERDICTS]; /**< rows of each verdict */
};

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_verdicts_begin(struct armex_verdicts *out,
                                  struct armex_error *error);

/** Adds the verdict of one vintage; `vintage_date` is the one the row names, `more`
 * ends the reason. Errors: ARMEX_NO_MEMORY. */
armex_status armex_verdicts_add(struct armex_verdicts *verdicts,
                                const struct armex_statement *statement,
                                const struct armex_vintage *vintage,
                                const struct armex_panel *panel,
                                const struct armex_judgement *judgement,
                                struct armex_date vintage_date, const char *more);

/** Adds a verdict that no dataset gave. Errors: ARMEX_NO_MEMORY. */
armex_status armex_verdicts_settle(struct armex_verdicts *verdicts,
                                   const struct armex_statement *statement,
                                   enum armex_verdict verdict, double found,
                                   const char *why);

/** Hands over the table with its notes. Owner: the caller, armex_table_free(). */
armex_status armex_verdicts_end(struct armex_table **out,
                                struct armex_verdicts *verdicts);

#endif
