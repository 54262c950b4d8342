/**
 * analysis/smooth_band.h: symmetric positive definite systems of five diagonals.
 */
#ifndef ARMEX_ANALYSIS_SMOOTH_BAND_H
#define ARMEX_ANALYSIS_SMOOTH_BAND_H

#include <stddef.h>

/** A = L D L', L with ones on its diagonal. Borrowed arrays of n each: first the
 *  diagonals of A, after armex_band_decompose() D and L. */
struct armex_band {
    size_t n;
    double *diagonal; /**< A(i,i), then D(i) */
    double *next;     /**< A(i,i+1), then L(i+1,i); the last is not read */
    double *second;   /**< A(i,i+2), then L(i+2,i); the last two are not read */
};

void armex_band_decompose(struct armex_band *band);

/** Solves A x = b in place, once decomposed. */
void armex_band_solve(const struct armex_band *band, double *x);

/** The same three diagonals of the inverse of a decomposed A.
 *  Source:  Hutchinson & de Hoog (1985), Numerische Mathematik 47. */
void armex_band_invert(struct armex_band *out, const struct armex_band *band);

#endif
