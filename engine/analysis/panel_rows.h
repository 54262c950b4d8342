/**
 * analysis/panel_rows.h: the arithmetic of one year's row, in two builds of the same
 * source: for any processor, and for those with AVX2.
 *
 * Every operation is exact IEEE arithmetic in a fixed order, without fused steps, so
 * the two give the same bits. Rows need no alignment and may have any length.
 */
#ifndef ARMEX_ANALYSIS_PANEL_ROWS_H
#define ARMEX_ANALYSIS_PANEL_ROWS_H

#include <stdbool.h>
#include <stddef.h>

/** What a row adds up to. */
struct armex_row_sum {
    double sum;    /**< of the figures that are there, in a fixed order */
    bool negative; /**< one of them is below zero */
};

/** Sums for a least-squares line through the logarithms of a tile; arrays of n. */
struct armex_row_fit {
    double *count, *t, *tt, *y, *ty;
};

struct armex_row_kernels {
    const char *name; /**< "plain", "avx2" */
    /** now/before - 1; NAN on a base of zero or less, and where it is beyond a double
     */
    void (*growth)(double *out, const double *before, const double *now, size_t n);
    /** ln x; NAN for what is not above zero, or infinite */
    void (*logarithm)(double *out, const double *x, size_t n);
    /** now - before */
    void (*difference)(double *out, const double *before, const double *now, size_t n);
    /** mean of the five rows years[0], years[1], ... added in that order */
    void (*mean)(double *out, const double *const years[5], size_t n);
    /** Puts x into `found`, and the year into `when`, where nothing was found yet; says
     *  whether something is still to be found. */
    bool (*find)(double *found, double *when, const double *x, double year, size_t n);
    /** Adds the logarithms `y` at time `t`; what is NAN is left out. */
    void (*fit)(const struct armex_row_fit *sums, const double *y, double t, size_t n);
    /** b of the line; NAN where the sums do not determine one */
    void (*slope)(double *out, const struct armex_row_fit *sums, size_t n);
    struct armex_row_sum (*sum)(const double *x, size_t n);
    /** x / total; `out` may be NULL. Gives the sum of the squares. */
    double (*share)(double *out, const double *x, double total, size_t n);
};

extern const struct armex_row_kernels armex_rows_plain;

/** The quickest build that this processor can run. */
const struct armex_row_kernels *armex_row_kernels(void);

/** The build for AVX2; NULL where compiler or processor has none. */
const struct armex_row_kernels *armex_rows_avx2(void);

#endif
