/** analysis/panel_math.c: a panel in tiles that stay in the cache. */
#include "analysis/panel_math.h"

#include <math.h>
#include <stdint.h>

#include "analysis/fast_threads.h"
#include "analysis/panel_rank.h"
#include "analysis/panel_rows.h"

/* Series in a tile: what one year of it takes, 8 kB, stays in the first cache, and all
 * that is kept between years in the second. */
enum { TILE = 1024 };

struct job {
    const struct armex_panel_results *out;
    const struct armex_row_kernels *rows;
    const double *values;
    size_t n_series, n_years;
};

/* What a tile remembers from year to year. */
struct tile {
    double logs[2][TILE];
    double sums[5][TILE];
    double found[2][TILE], when[2][TILE];
};

struct place {
    size_t first, n; /* series */
};

static const double *values_at(const struct job *job, size_t year, struct place place)
{
    return job->values + year * job->n_series + place.first;
}

static double *row_of(double *rows, const struct job *job, size_t row,
                      struct place place)
{
    return rows + row * job->n_series + place.first;
}

static void grow(const struct job *job, struct place place)
{
    for (size_t y = 1; y < job->n_years; y++)
        job->rows->growth(row_of(job->out->growth, job, y - 1, place),
                          values_at(job, y - 1, place), values_at(job, y, place),
                          place.n);
}

static void average(const struct job *job, struct place place)
{
    for (size_t y = 0; y + ARMEX_MEAN_YEARS <= job->n_years; y++) {
        const double *years[ARMEX_MEAN_YEARS];
        for (size_t i = 0; i < ARMEX_MEAN_YEARS; i++)
            years[i] = values_at(job, y + i, place);
        job->rows->mean(row_of(job->out->mean, job, y, place), years, place.n);
    }
}

/* Logarithms are taken once, for log growth and the trend alike. Time counts from the
 * middle of the years, which keeps the sums of the fit small. */
static void take_logs(const struct job *job, struct place place, struct tile *tile)
{
    const struct armex_row_fit fit = {tile->sums[0], tile->sums[1], tile->sums[2],
                                      tile->sums[3], tile->sums[4]};
    const double middle = ((double)job->n_years - 1.0) / 2.0;

    for (size_t i = 0; i < 5 * TILE; i++)
        tile->sums[i / TILE][i % TILE] = 0.0;
    for (size_t y = 0; y < job->n_years; y++) {
        double *now = tile->logs[y % 2], *before = tile->logs[(y + 1) % 2];
        job->rows->logarithm(now, values_at(job, y, place), place.n);
        if (job->out->log_growth && y > 0)
            job->rows->difference(row_of(job->out->log_growth, job, y - 1, place),
                                  before, now, place.n);
        if (job->out->slope)
            job->rows->fit(&fit, now, (double)y - middle, place.n);
    }
    if (job->out->slope)
        job->rows->slope(job->out->slope + place.first, &fit, place.n);
}

/* Reads years from an end until every series has shown a figure. */
static void find_ends(const struct job *job, struct place place, struct tile *tile)
{
    const size_t n = job->n_years;

    for (size_t end = 0; end < 2; end++)
        for (size_t i = 0; i < place.n; i++)
            tile->found[end][i] = tile->when[end][i] = NAN;
    for (size_t end = 0; end < 2; end++)
        for (size_t y = 0; y < n; y++) {
            const size_t year = end ? n - 1 - y : y;
            if (!job->rows->find(tile->found[end], tile->when[end],
                                 values_at(job, year, place), (double)year, place.n))
                break;
        }
}

static void compound(const struct job *job, struct place place, struct tile *tile)
{
    find_ends(job, place, tile);
    for (size_t i = 0; i < place.n; i++) {
        const double years = tile->when[1][i] - tile->when[0][i];
        const double first = tile->found[0][i], last = tile->found[1][i];
        const double rate = pow(last / first, 1.0 / years) - 1.0;
        const bool defined = first > 0.0 && years > 0.0 && isfinite(rate);
        job->out->cagr[place.first + i] = defined ? rate : NAN;
    }
}

static void do_tile(void *context, size_t piece, void *scratch)
{
    const struct job *job = context;
    const size_t first = piece * TILE, left = job->n_series - first;
    const struct place place = {first, left < TILE ? left : TILE};

    if (job->out->growth)
        grow(job, place);
    if (job->out->mean)
        average(job, place);
    if (job->out->log_growth || job->out->slope)
        take_logs(job, place, scratch);
    if (job->out->cagr)
        compound(job, place, scratch);
}

static void do_shares(const struct job *job, size_t year)
{
    const double *row = job->values + year * job->n_series;
    const struct armex_row_sum sum = job->rows->sum(row, job->n_series);
    const bool defined = sum.sum > 0.0 && isfinite(sum.sum) && !sum.negative;
    const struct place all = {0, job->n_series};
    double *shares = job->out->share ? row_of(job->out->share, job, year, all) : NULL;
    const double hhi =
        job->rows->share(shares, row, defined ? sum.sum : NAN, job->n_series);

    if (job->out->hhi)
        job->out->hhi[year] = defined ? hhi : NAN;
}

static void do_year(void *context, size_t year, void *scratch)
{
    const struct job *job = context;
    const size_t at = year * job->n_series;

    if (job->out->share || job->out->hhi)
        do_shares(job, year);
    if (job->out->rank)
        armex_panel_rank(job->out->rank + at, job->values + at, job->n_series, scratch);
}

static armex_status do_tiles(const struct job *job, int threads,
                             struct armex_error *error)
{
    const struct armex_panel_results *out = job->out;
    struct job copy = *job;

    if (!out->growth && !out->log_growth && !out->mean && !out->cagr && !out->slope)
        return ARMEX_OK;
    return armex_in_pieces(do_tile, &copy, (job->n_series + TILE - 1) / TILE, threads,
                           sizeof(struct tile), error);
}

static armex_status do_years(const struct job *job, int threads,
                             struct armex_error *error)
{
    const size_t scratch =
        job->out->rank ? armex_panel_rank_scratch(job->n_series) : sizeof(double);
    struct job copy = *job;

    if (!job->out->rank && !job->out->share && !job->out->hhi)
        return ARMEX_OK;
    if (!scratch)
        return armex_fail_memory(error);
    return armex_in_pieces(do_year, &copy, job->n_years, threads, scratch, error);
}

armex_status armex_panel_math(const struct armex_panel_results *out,
                              const double *values, size_t n_series, size_t n_years,
                              int threads, struct armex_error *error)
{
    const struct job job = {.out = out,
                            .rows = armex_row_kernels(),
                            .values = values,
                            .n_series = n_series,
                            .n_years = n_years};
    const armex_status status = do_tiles(&job, threads, error);
    return status ? status : do_years(&job, threads, error);
}
