/**
 * analysis/mirror.h: what a state reports against what its partners report of the same.
 */
#ifndef ARMEX_ANALYSIS_MIRROR_H
#define ARMEX_ANALYSIS_MIRROR_H

#include "analysis/bilateral.h"

/** Of exports an entity's own reports stand against its partners' imports from it, of
 *  imports against its partners' exports to it. Everything is added up over categories,
 *  pair by pair and year by year.
 *
 *  Without partners: a row an entity, the largest first or as named. Columns: entity,
 *  name, value (own reports), mirrored (its partners'), unit, pairs (pairs and years of
 *  which either side reports), both, log_ratio (median over them), distance (mean of
 * its absolute values), unmatched_own (part of `value` that no partner reports), silent
 *  (part of `value` with partners who report nothing at all that year),
 *  unmatched_partner (part of `mirrored` that it does not report).
 *
 *  With partners, or options->pairs: a row a pair and year. Columns: entity, name,
 * partner, partner_name, year, value, mirrored, unit, log_ratio, ratio.
 *
 *  Formula: log_ratio = ln(own / partner's); ratio = own / partner's.
 *  Source:  Yeats (1978), Review of World Economics 114, on partner-country
 * comparisons. Missing: a pair that one side does not report has no ratio; it is
 * counted, never taken as zero. Rows without a value, or of 0, report nothing. Notes:
 * imports are mostly valued with freight and insurance, exports without. Owner:   the
 * caller, armex_table_free(); `*out` is NULL on failure. Errors:  ARMEX_BAD_INPUT for
 * flows that recipients do not report; ARMEX_USAGE where neither side reports anything
 * that fits; ARMEX_NO_MEMORY. */
armex_status armex_mirror(struct armex_table **out, const struct armex_flows *flows,
                          const struct armex_bilateral_options *options,
                          struct armex_error *error);

#endif
