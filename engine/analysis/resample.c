/** analysis/resample.c: ranks drawn again and again. */
#include "analysis/resample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/resample_table.h"
#include "base/threads.h"

#ifdef __x86_64__
#define WITH_POPCNT __attribute__((target("popcnt")))
#endif

enum { MOST_PARTS = 8 };

struct drawing {
    struct armex_resample_table table;
    const struct armex_resample_options *options;
    uint64_t key;
    size_t n_parts, n_words; /* words of a set of places */
    uint32_t *counts;        /* n_parts x n x n: series i at rank r + 1 */
};

/* The places that one resample has chosen. */
struct chosen {
    uint64_t *places; /* a bit each, n_words */
    uint32_t *before; /* chosen ones before each word */
    uint32_t *above;  /* of each series */
};

static uint64_t mix(uint64_t z)
{
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

/* 64 random bits for a pair of series: SplitMix64's output at a place of its stream. */
static uint64_t draw(uint64_t key, uint64_t resample, uint64_t pair)
{
    const uint64_t golden = 0x9e3779b97f4a7c15;
    return mix(key + golden * ((resample << 32) + pair + 1));
}

static inline void choose(const struct chosen *chosen, const struct drawing *drawing,
                          size_t i, uint32_t random)
{
    const struct armex_resampled *series = &drawing->table.series[i];
    const uint32_t outcome = (uint32_t)((uint64_t)random * series->outcomes >> 32);
    const struct armex_outcome way = series->ways[series->sums[outcome]];

    chosen->places[way.place / 64] |= (uint64_t)1 << way.place % 64;
    chosen->above[i] = way.above;
}

static inline __attribute__((always_inline)) void resample_once(
    const struct drawing *drawing, const struct chosen *chosen, uint64_t resample,
    uint32_t *counts)
{
    const size_t n = drawing->table.n;
    uint32_t before = 0;

    memset(chosen->places, 0, drawing->n_words * sizeof *chosen->places);
    for (size_t i = 0; i < n; i += 2) {
        const uint64_t random = draw(drawing->key, resample, i / 2);
        choose(chosen, drawing, i, (uint32_t)random);
        if (i + 1 < n)
            choose(chosen, drawing, i + 1, (uint32_t)(random >> 32));
    }
    for (size_t w = 0; w < drawing->n_words; w++) {
        chosen->before[w] = before;
        before += (uint32_t)__builtin_popcountll(chosen->places[w]);
    }
    for (size_t i = 0; i < n; i++) {
        const uint32_t above = chosen->above[i];
        const uint64_t part =
            chosen->places[above / 64] & (((uint64_t)1 << above % 64) - 1);
        counts[i * n + chosen->before[above / 64] +
               (uint32_t)__builtin_popcountll(part)]++;
    }
}

struct part {
    uint64_t first, end; /* resamples */
    uint32_t *counts;
};

static void draw_plain(const struct drawing *drawing, const struct chosen *chosen,
                       struct part part)
{
    for (uint64_t r = part.first; r < part.end; r++)
        resample_once(drawing, chosen, r, part.counts);
}

#ifdef WITH_POPCNT
static WITH_POPCNT void draw_quick(const struct drawing *drawing,
                                   const struct chosen *chosen, struct part part)
{
    for (uint64_t r = part.first; r < part.end; r++)
        resample_once(drawing, chosen, r, part.counts);
}
#endif

static void do_part(void *context, size_t piece, void *scratch)
{
    const struct drawing *drawing = context;
    const size_t n = drawing->table.n, words = drawing->n_words;
    const uint64_t all = drawing->options->resamples, parts = drawing->n_parts;
    const struct part part = {all / parts * piece,
                              piece + 1 < parts ? all / parts * (piece + 1) : all,
                              drawing->counts + piece * n * n};
    uint64_t *places = scratch;
    const struct chosen chosen = {places, (uint32_t *)(places + words),
                                  (uint32_t *)(places + words) + words};

#ifdef WITH_POPCNT
    if (__builtin_cpu_supports("popcnt")) {
        draw_quick(drawing, &chosen, part);
        return;
    }
#endif
    draw_plain(drawing, &chosen, part);
}

/* Joins the parts' counts of one series into the first. */
static const uint32_t *join(const struct drawing *drawing, size_t i)
{
    const size_t n = drawing->table.n;
    uint32_t *counts = drawing->counts + i * n;
    for (size_t part = 1; part < drawing->n_parts; part++)
        for (size_t r = 0; r < n; r++)
            counts[r] += counts[part * n * n + r];
    return counts;
}

static struct armex_rank_interval sum_up(const struct drawing *drawing, size_t i)
{
    const uint32_t *counts = join(drawing, i);
    const uint64_t all = drawing->options->resamples;
    struct armex_rank_interval out = {NAN, NAN, 0.0};
    uint64_t so_far = 0;

    for (size_t r = 0; r < drawing->table.n; r++) {
        so_far += counts[r];
        if (isnan(out.low) && so_far * 40 >= all) // 1/40 is 2.5 %
            out.low = (double)(r + 1);
        if (isnan(out.high) && so_far * 40 >= all * 39)
            out.high = (double)(r + 1);
        if ((long long)r < drawing->options->top)
            out.top = (double)so_far / (double)all;
    }
    return out;
}

static armex_status draw_all(struct drawing *drawing, struct armex_error *error)
{
    const size_t n = drawing->table.n;
    const int threads = drawing->options->threads;
    const size_t scratch = drawing->n_words * 12 + n * sizeof(uint32_t);

    drawing->n_parts = threads < 1 ? 1 : (size_t)threads;
    if (drawing->n_parts > MOST_PARTS)
        drawing->n_parts = MOST_PARTS;
    if (n > UINT32_MAX / (n + 1)) // counts would be beyond any sense
        return armex_fail_memory(error);
    drawing->counts = calloc(drawing->n_parts * n * n + 1, sizeof *drawing->counts);
    if (!drawing->counts)
        return armex_fail_memory(error);
    return armex_in_pieces(do_part, drawing, drawing->n_parts, threads, scratch, error);
}

armex_status armex_rank_resample(struct armex_rank_interval *out, const double *values,
                                 size_t n_series, size_t n_years,
                                 const struct armex_resample_options *options,
                                 struct armex_error *error)
{
    struct drawing drawing = {.options = options, .key = mix(options->seed)};

    if (n_years > ARMEX_RESAMPLE_YEARS || options->resamples < 1 ||
        options->resamples > UINT32_MAX)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "resampling takes 1 to %d years and 1 resample or more",
                          ARMEX_RESAMPLE_YEARS);
    armex_status status =
        armex_resample_table(&drawing.table, values, n_series, n_years, error);
    drawing.n_words = drawing.table.n_places / 64 + 1;
    if (!status)
        status = draw_all(&drawing, error);
    for (size_t s = 0; !status && s < n_series; s++)
        out[s] = (struct armex_rank_interval){NAN, NAN, NAN};
    for (size_t i = 0; !status && i < drawing.table.n; i++)
        out[drawing.table.series[i].series] = sum_up(&drawing, i);
    free(drawing.counts);
    armex_resample_table_free(&drawing.table);
    return status;
}
