/**
 * analysis/agreement_unlike.h: what must not be divided by each other, and why.
 */
#ifndef ARMEX_ANALYSIS_AGREEMENT_UNLIKE_H
#define ARMEX_ANALYSIS_AGREEMENT_UNLIKE_H

#include "model/panel.h"

/** A sentence that says why the figures of two series have no meaningful ratio, in
 *  words for a person who is about to take it; NULL when they have one: the same
 *  measure, unit and length of period. Scopes may differ. */
const char *armex_unlike(const struct armex_series *a, const struct armex_series *b);

#endif
