/**
 * analysis/panel_rows.h: the arithmetic of one year's row.
 *
 * Three builds of the same source: for any processor, for those with AVX2 and for those
 * with AVX-512. Every operation is exact IEEE arithmetic in a fixed order, fused where
 * the source says so and nowhere else, so all give the same bits. Rows need no
 * alignment and may have any length.
 */
#ifndef ARMEX_ANALYSIS_PANEL_ROWS_H
#define ARMEX_ANALYSIS_PANEL_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a row adds up to. */
struct armex_row_sum {
    double sum;     /**< of the figures that are there, in a fixed order */
    double squares; /**< of theirs; infinite or zero where a double ends */
    bool negative;  /**< one of them is below zero */
};

enum { ARMEX_FIT_YEARS = 4 }; /* rows that are fitted at once */

/** Sums for a least-squares line through the logarithms of a tile; arrays of n. */
struct armex_row_fit {
    double *count, *t, *tt, *y, *ty;
};

/** What a row ranks between; the infinities the wrong way round where nothing is there.
 */
struct armex_rank_extent {
    double near; /**< least distance from zero of what is not zero */
    double least, most;
};

/** A figure's key counts the doubles between it and the largest, without those between
 *  zero and what is nearest to it: ascending keys, descending figures. */
struct armex_rank_scale {
    uint64_t near;    /**< bits of the extent's */
    uint64_t top;     /**< steps from zero to the largest */
    uint64_t missing; /**< key of NAN */
};

enum {
    ARMEX_RANK_CROWD = 16,  /* keys of a bucket that are compared one by one */
    ARMEX_RANK_BEYOND = 16, /* keys beyond the last that can be read, and are largest */
};

/** Keys in buckets of 2^shift, the first from `least` on. */
struct armex_rank_buckets {
    uint32_t
        *starts;    /**< n + 1: bucket b holds keys[starts[b]] to [starts[b + 1] - 1] */
    uint64_t *keys; /**< in ascending buckets, each in no order; and room for
                     ARMEX_RANK_BEYOND more */
    uint64_t n;     /**< bucket n is that of the missing */
    uint64_t least;
    int shift;
    bool crowded;    /**< above ARMEX_RANK_CROWD keys a bucket is in ascending order */
    uint32_t before; /**< how many larger figures are in no bucket */
};

/** The arithmetic. Row `ahead` is only fetched into the cache, for the next call. */
struct armex_row_kernels {
    const char *name; /**< "plain", "avx2", "avx512" */
    /** now/before - 1; NAN on a base of zero or less, and where it is beyond a double
     */
    void (*growth)(double *out, const double *before, const double *now,
                   const double *ahead, size_t n);
    /** ln x; NAN for what is not above zero, or infinite */
    void (*logarithm)(double *out, const double *x, const double *ahead, size_t n);
    /** now - before */
    void (*difference)(double *out, const double *before, const double *now, size_t n);
    /** mean of the five rows years[0], years[1], ... added in that order */
    void (*mean)(double *out, const double *const years[5], const double *ahead,
                 size_t n);
    /** Puts x into `found`, and the year into `when`, where nothing was found yet; says
     *  whether something is still to be found. */
    bool (*find)(double *found, double *when, const double *x, double year, size_t n);
    /** Adds the logarithms of n_years rows, at most ARMEX_FIT_YEARS, the first at
     *  time `first`; what is NAN is left out. */
    void (*fit)(const struct armex_row_fit *sums, const double *const *years,
                size_t n_years, double first, size_t n);
    /** b of the line; NAN where the sums do not determine one */
    void (*slope)(double *out, const struct armex_row_fit *sums, size_t n);
    struct armex_row_sum (*sum)(const double *x, size_t n);
    /** x / total; `out` may be NULL. Gives the sum of the squares. */
    double (*share)(double *out, const double *x, const double *ahead, double total,
                    size_t n);
    struct armex_rank_extent (*extent)(const double *x, size_t n);
    void (*keys)(uint64_t *out, const double *x, size_t n,
                 const struct armex_rank_scale *scale);
    /** Puts the keys in their buckets, those of the missing too; says how full the
     * fullest is. */
    uint32_t (*spread)(const struct armex_rank_buckets *buckets, const uint64_t *keys,
                       size_t n);
    /** Competition rank of each key, from 1; 0 for the missing. */
    void (*count)(uint32_t *ranks, const struct armex_rank_buckets *buckets,
                  const uint64_t *keys, size_t n);
    /** The ranks as figures; 0 becomes NAN. */
    void (*ranks)(double *out, const uint32_t *ranks, size_t n);
};

extern const struct armex_row_kernels armex_rows_plain;

/** The quickest build that this processor can run. */
const struct armex_row_kernels *armex_row_kernels(void);

/** The builds for wide registers; NULL where the processor has none. */
const struct armex_row_kernels *armex_rows_avx2(void);
const struct armex_row_kernels *armex_rows_avx512(void);

#endif
