/**
 * analysis/minimise.h: the least value of a function of a few numbers.
 */
#ifndef ARMEX_ANALYSIS_MINIMISE_H
#define ARMEX_ANALYSIS_MINIMISE_H

#include <stddef.h>

#include "base/error.h"

/** What is minimised; must be finite. `context` is the caller's. */
typedef double armex_objective(const double *at, size_t n, void *context);

/** Moves `at[0..n)`, 1 to 4 numbers, to a minimum near where they stand.
 *
 *  Formula: the simplex of Nelder & Mead (1965), The Computer Journal 7, as GSL's
 *           nmsimplex2 with a first step of `step` in each direction, until the
 *           simplex is smaller than `close` or after 400 n steps. Nothing is drawn
 *           at random.
 *  Errors:  ARMEX_NO_MEMORY. GSL's error handler must be off
 *           (gsl_set_error_handler_off) for this to be a status; GSL itself ends the
 *           program otherwise. */
armex_status armex_minimise(double *at, size_t n, double step, double close,
                            armex_objective *function, void *context,
                            struct armex_error *error);

#endif
