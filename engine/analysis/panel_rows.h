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

enum {
    ARMEX_FIT_YEARS = 8,  /* rows that are fitted at once */
    ARMEX_FIT_FOLD = 40,  /* rows after which products must become logarithms */
    ARMEX_FIT_SERIES = 8, /* the arrays have room for a multiple of so many series */
};

/** What a least-squares line through logarithms is made of. A figure is 2^power times a
 *  fraction from 1 to 2; what is missing is 1. Running sums, and sums of these, weigh
 *  each year with its distance from the end. All is 0 before the first year, but the
 *  products 1. */
struct armex_row_fit {
    uint64_t *count, *count_sum, *count_sums; /**< of what is there */
    uint64_t *power, *power_sum;              /**< each power 1023 too large */
    double *product, *products;               /**< of fractions since the last fold */
    double *log, *log_sum;                    /**< of fractions before it */
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
    uint32_t *places; /**< of each of these keys: which one it was */
    uint64_t n;       /**< bucket n is that of the missing */
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
    /** Takes in the figures above zero of n_years rows, at most ARMEX_FIT_YEARS. */
    void (*fit)(const struct armex_row_fit *fit, const double *const *years,
                const double *const *ahead, size_t n_years, size_t n);
    /** Takes the logarithms of the products of the last n_years, at most
     *  ARMEX_FIT_FOLD: of so many fractions the weighed product stays below 2^820. */
    void (*fold)(const struct armex_row_fit *fit, size_t n_years, size_t n);
    /** b of the line through n_years, all folded; NAN where they determine none */
    void (*slope)(double *out, const struct armex_row_fit *fit, size_t n_years,
                  size_t n);
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
    /** Competition rank, from 1, of each of the n keys that were spread, where it was;
     *  0 for the missing. */
    void (*count)(uint32_t *ranks, const struct armex_rank_buckets *buckets, size_t n);
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
