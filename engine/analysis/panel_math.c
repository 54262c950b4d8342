/** analysis/panel_math.c: a panel in tiles that stay in the cache. */
#include "analysis/panel_math.h"

#include <math.h>
#include <string.h>

#include "analysis/panel_rank.h"
#include "analysis/panel_rows.h"
#include "analysis/panel_stream.h"
#include "base/threads.h"

/* Series in a tile: what one year of it takes, 4 kB, stays in the first cache, and all
 * that is kept between years in the second. */
enum { TILE = 512, LOGS = 2 };

/* The sums of a trend are exact integers for so many years, and far from overflow. */
enum { MOST_YEARS = 1 << 20 };

/* Bytes of results that no cache holds. */
static const size_t STREAM = (size_t)1 << 25;

struct job {
    const struct armex_panel_results *out;
    const struct armex_row_kernels *rows;
    const double *values;
    size_t n_series, n_years;
    bool stream; /* the results go past the cache */
};

/* What a tile remembers from year to year. */
struct tile {
    double row[TILE];
    double logs[LOGS][TILE];
    uint64_t sums[5][TILE];
    double products[4][TILE];
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

/* The row that will be read next; the same once more at the end. */
static const double *values_after(const struct job *job, size_t year,
                                  struct place place)
{
    return values_at(job, year + 1 < job->n_years ? year + 1 : year, place);
}

static void grow(const struct job *job, struct place place, struct tile *tile)
{
    for (size_t y = 1; y < job->n_years; y++) {
        double *row = row_of(job->out->growth, job, y - 1, place);
        job->rows->growth(job->stream ? tile->row : row, values_at(job, y - 1, place),
                          values_at(job, y, place), values_after(job, y, place),
                          place.n);
        if (job->stream)
            armex_stream(row, tile->row, place.n);
    }
}

static void average(const struct job *job, struct place place, struct tile *tile)
{
    for (size_t y = 0; y + ARMEX_MEAN_YEARS <= job->n_years; y++) {
        const size_t last = y + ARMEX_MEAN_YEARS - 1;
        const double *years[ARMEX_MEAN_YEARS];
        double *row = row_of(job->out->mean, job, y, place);
        for (size_t i = 0; i < ARMEX_MEAN_YEARS; i++)
            years[i] = values_at(job, y + i, place);
        job->rows->mean(job->stream ? tile->row : row, years,
                        values_after(job, last, place), place.n);
        if (job->stream)
            armex_stream(row, tile->row, place.n);
    }
}

static void give_log_growth(const struct job *job, struct place place,
                            struct tile *tile, size_t year)
{
    double *row = row_of(job->out->log_growth, job, year - 1, place);
    job->rows->difference(job->stream ? tile->row : row, tile->logs[(year - 1) % LOGS],
                          tile->logs[year % LOGS], place.n);
    if (job->stream)
        armex_stream(row, tile->row, place.n);
}

static void grow_in_logs(const struct job *job, struct place place, struct tile *tile)
{
    for (size_t y = 0; y < job->n_years; y++) {
        job->rows->logarithm(tile->logs[y % LOGS], values_at(job, y, place),
                             values_after(job, y, place), place.n);
        if (y > 0)
            give_log_growth(job, place, tile, y);
    }
}

static struct armex_row_fit new_fit(struct tile *tile)
{
    memset(tile->sums, 0, sizeof tile->sums);
    memset(tile->products, 0, sizeof tile->products);
    for (size_t i = 0; i < TILE; i++)
        tile->products[0][i] = tile->products[1][i] = 1.0;
    return (struct armex_row_fit){
        tile->sums[0],     tile->sums[1],     tile->sums[2],
        tile->sums[3],     tile->sums[4],     tile->products[0],
        tile->products[1], tile->products[2], tile->products[3]};
}

/* Takes in some years from `year` on, and says how many. */
static size_t fit_some(const struct job *job, struct place place,
                       const struct armex_row_fit *fit, size_t year)
{
    const double *years[ARMEX_FIT_YEARS], *ahead[ARMEX_FIT_YEARS];
    const size_t left = job->n_years - year;
    const size_t n = left < ARMEX_FIT_YEARS ? left : ARMEX_FIT_YEARS;

    for (size_t i = 0; i < n; i++) {
        const size_t next = year + i + ARMEX_FIT_YEARS;
        years[i] = values_at(job, year + i, place);
        ahead[i] = next < job->n_years ? values_at(job, next, place) : years[i];
    }
    job->rows->fit(fit, years, ahead, n, place.n);
    return n;
}

static void find_trend(const struct job *job, struct place place, struct tile *tile)
{
    const struct armex_row_fit fit = new_fit(tile);
    size_t unfolded = 0;

    for (size_t y = 0; y < job->n_years;) {
        const size_t n = fit_some(job, place, &fit, y);
        y += n;
        unfolded += n;
        if (unfolded + ARMEX_FIT_YEARS > ARMEX_FIT_FOLD || y == job->n_years) {
            job->rows->fold(&fit, unfolded, place.n);
            unfolded = 0;
        }
    }
    job->rows->slope(job->out->slope + place.first, &fit, job->n_years, place.n);
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
        grow(job, place, scratch);
    if (job->out->mean)
        average(job, place, scratch);
    if (job->out->log_growth)
        grow_in_logs(job, place, scratch);
    if (job->out->slope)
        find_trend(job, place, scratch);
    if (job->out->cagr)
        compound(job, place, scratch);
}

/* From the end, where the sum has just been: that much is still in the cache. */
static void give_shares(const struct job *job, size_t year, double total, double *block)
{
    const size_t at = year * job->n_series;

    for (size_t end = job->n_series; end > 0;) {
        const size_t n = end % TILE ? end % TILE : TILE;
        double *shares = job->out->share + at + end - n;
        end -= n;
        job->rows->share(job->stream ? block : shares, job->values + at + end,
                         job->values + at + (end > TILE ? end - TILE : 0), total, n);
        if (job->stream)
            armex_stream(shares, block, n);
    }
}

/* The squares of figures stand for those of shares where no double has ended. */
static double hhi_of(const struct job *job, const double *row, struct armex_row_sum sum)
{
    if (sum.sum > 1e-140 && sum.sum < 1e150)
        return sum.squares / (sum.sum * sum.sum);
    return job->rows->share(NULL, row, row, sum.sum, job->n_series);
}

static void do_shares(const struct job *job, size_t year, double *block)
{
    const double *row = job->values + year * job->n_series;
    const struct armex_row_sum sum = job->rows->sum(row, job->n_series);
    const bool defined = sum.sum > 0.0 && isfinite(sum.sum) && !sum.negative;

    if (job->out->share)
        give_shares(job, year, defined ? sum.sum : NAN, block);
    if (job->out->hhi)
        job->out->hhi[year] = defined ? hhi_of(job, row, sum) : NAN;
}

static void do_year(void *context, size_t year, void *scratch)
{
    const struct job *job = context;
    const size_t at = year * job->n_series;

    if (job->out->share || job->out->hhi)
        do_shares(job, year, scratch);
    if (job->out->rank)
        armex_panel_rank(job->out->rank + at, job->values + at, job->n_series, scratch);
}

/* Starting a thread takes as long as some ten thousand figures do, waking it as a few
 * thousand. */
static size_t worth_it(const struct job *job, size_t each)
{
    return job->n_series * job->n_years / each + 1;
}

static armex_status do_tiles(struct job *job, struct armex_threads *threads,
                             size_t most, struct armex_error *error)
{
    const struct armex_panel_results *out = job->out;

    if (!out->growth && !out->log_growth && !out->mean && !out->cagr && !out->slope)
        return ARMEX_OK;
    return armex_threads_do(threads, do_tile, job, (job->n_series + TILE - 1) / TILE,
                            most, sizeof(struct tile), error);
}

static armex_status do_years(struct job *job, struct armex_threads *threads,
                             size_t most, struct armex_error *error)
{
    const size_t ranks = armex_panel_rank_scratch(job->n_series);
    const size_t block = sizeof(double[TILE]);
    const size_t scratch = job->out->rank && ranks > block ? ranks : block;

    if (!job->out->rank && !job->out->share && !job->out->hhi)
        return ARMEX_OK;
    if (job->out->rank && !ranks)
        return armex_fail_memory(error);
    return armex_threads_do(threads, do_year, job, job->n_years, most, scratch, error);
}

static armex_status do_all(struct armex_threads *threads, size_t each,
                           const struct armex_panel_results *out, const double *values,
                           size_t n_series, size_t n_years, struct armex_error *error)
{
    struct job job = {.out = out,
                      .rows = armex_row_kernels(),
                      .values = values,
                      .n_series = n_series,
                      .n_years = n_years,
                      .stream = n_series > STREAM / sizeof(double) / (n_years + 1)};
    const size_t most = worth_it(&job, each);
    if (n_years > MOST_YEARS)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a panel of %zu years is too long; at most %d", n_years,
                          MOST_YEARS);
    const armex_status status = do_tiles(&job, threads, most, error);
    return status ? status : do_years(&job, threads, most, error);
}

armex_status armex_panel_math_by(struct armex_threads *threads,
                                 const struct armex_panel_results *out,
                                 const double *values, size_t n_series, size_t n_years,
                                 struct armex_error *error)
{
    return do_all(threads, (size_t)1 << 12, out, values, n_series, n_years, error);
}

armex_status armex_panel_math(const struct armex_panel_results *out,
                              const double *values, size_t n_series, size_t n_years,
                              int threads, struct armex_error *error)
{
    struct armex_threads *opened;
    armex_status status = armex_threads_open(&opened, threads, error);

    if (!status)
        status = do_all(opened, (size_t)1 << 16, out, values, n_series, n_years, error);
    armex_threads_close(opened);
    return status;
}
