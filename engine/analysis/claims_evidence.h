/**
 * analysis/claims_evidence.h: what was known on a day, and on which days it changed.
 */
#ifndef ARMEX_ANALYSIS_CLAIMS_EVIDENCE_H
#define ARMEX_ANALYSIS_CLAIMS_EVIDENCE_H

#include "analysis/claims_parts.h"
#include "model/vintage.h"

/** The vintage's panel as it was known on day `as_of`; its series keep their places,
 * and their texts stay the vintage's. Without publications, or `as_of` 0: as it is.
 *  Owner: the caller, armex_panel_free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_evidence_panel(struct armex_panel **out,
                                  const struct armex_vintage *vintage, int as_of,
                                  struct armex_error *error);

/** The dates on which any figure that may answer the statement was published, up to
 *  day `as_of` (0: all), the latest first, each once.
 *  Owner: the caller, free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_evidence_days(struct armex_date **out, size_t *n,
                                 const struct armex_vintage *vintage,
                                 const struct armex_statement *statement, int as_of,
                                 struct armex_error *error);

#endif
