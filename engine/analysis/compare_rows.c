/** analysis/compare_rows.c: one entity, one year, or a whole pair. */
#include <math.h>
#include <stdlib.h>

#include "analysis/compare_parts.h"

static const double *figures_a(const struct armex_pair *pair, size_t match)
{
    return pair->values + match * pair->n_years;
}

static const double *figures_b(const struct armex_pair *pair, size_t match)
{
    return pair->values + (pair->n_matches + match) * pair->n_years;
}

static struct armex_comparison nothing(void)
{
    return (struct armex_comparison){.entity = "",
                                     .name = "all",
                                     .scope_a = "",
                                     .scope_b = "",
                                     .unit_a = "",
                                     .unit_b = "",
                                     .levels = {0, NAN, NAN, NAN, NAN, NAN, NAN},
                                     .spearman = NAN,
                                     .kendall = NAN,
                                     .same_direction = NAN,
                                     .index_ratio = NAN,
                                     .nil_both = NAN,
                                     .lead = {0, NAN}};
}

static void count(struct armex_comparison *out, const double *a, const double *b,
                  size_t n)
{
    for (size_t i = 0; i < n; i++) {
        out->n += !isnan(a[i]) && !isnan(b[i]);
        out->only_a += !isnan(a[i]) && isnan(b[i]);
        out->only_b += isnan(a[i]) && !isnan(b[i]);
    }
}

/* Growth of a from the first to the last common year over that of b. */
static double index_ratio(const double *a, const double *b, size_t n)
{
    size_t first = n, last = n;

    for (size_t i = 0; i < n; i++)
        if (a[i] > 0.0 && b[i] > 0.0) {
            first = first == n ? i : first;
            last = i;
        }
    if (first == last)
        return NAN;
    const double ratio = (a[last] / a[first]) / (b[last] / b[first]);
    return isfinite(ratio) ? ratio : NAN;
}

armex_status armex_compare_match(struct armex_comparison *out,
                                 const struct armex_pair *pair, size_t match,
                                 struct armex_error *error)
{
    const struct armex_match *one = &pair->matches[match];
    const struct armex_series *series = &pair->a.panel->series[one->a];
    const double *a = figures_a(pair, match), *b = figures_b(pair, match);
    const struct armex_direction_agreement directions =
        armex_agreement_directions(a, b, pair->n_years);
    struct armex_rank_agreement ranks;
    armex_status status = armex_agreement_ranks(&ranks, a, b, pair->n_years, error);

    *out = nothing();
    out->entity = series->entity;
    out->name = series->name;
    count(out, a, b, pair->n_years);
    if (status)
        return status;
    out->spearman = ranks.spearman;
    out->kendall = ranks.kendall;
    if (directions.n)
        out->same_direction = (double)directions.same / (double)directions.n;
    out->index_ratio = index_ratio(a, b, pair->n_years);
    out->lead = armex_agreement_lead(a, b, pair->n_years);
    return one->refused
               ? ARMEX_OK
               : armex_agreement_levels(&out->levels, a, b, pair->n_years, error);
}

static bool is_nil(const struct armex_panel *panel, size_t s, int year)
{
    const armex_mark status = armex_panel_mark(panel, s, year) & ARMEX_STATUS_BITS;
    return armex_panel_value(panel, s, year) == 0.0 && status != ARMEX_BELOW;
}

/* Who delivers nothing by either count would make the two agree about nothing. */
static bool nil_in_both(const struct armex_pair *pair, const struct armex_match *match,
                        int year)
{
    return is_nil(pair->a.panel, match->a, year) &&
           is_nil(pair->b.panel, match->b, year);
}

/* The figures of one year of all that may be divided together. */
static size_t gather(double *a, double *b, const struct armex_pair *pair, size_t year)
{
    size_t n = 0;

    for (size_t m = 0; m < pair->n_matches; m++) {
        if (!pair->matches[m].pooled || pair->matches[m].refused)
            continue;
        a[n] = figures_a(pair, m)[year];
        b[n++] = figures_b(pair, m)[year];
    }
    return n;
}

/* Ranks across states need one unit on either side. Adds to `nil_both`. */
static armex_status rank_year(struct armex_rank_agreement *out, double *nil_both,
                              const struct armex_pair *pair, size_t year, double *work,
                              struct armex_error *error)
{
    double *b = work + pair->n_matches;
    size_t n = 0;

    *out = (struct armex_rank_agreement){0, NAN, NAN};
    if (!pair->a.one_unit || !pair->b.one_unit)
        return ARMEX_OK;
    *nil_both = isnan(*nil_both) ? 0.0 : *nil_both;
    for (size_t m = 0; m < pair->n_matches; m++) {
        if (!pair->matches[m].state)
            continue;
        if (nil_in_both(pair, &pair->matches[m], pair->from + (int)year)) {
            *nil_both += 1.0;
            continue;
        }
        work[n] = figures_a(pair, m)[year];
        b[n++] = figures_b(pair, m)[year];
    }
    return armex_agreement_ranks(out, work, b, n, error);
}

/* Of all that have both years on both sides. */
static void add_directions(struct armex_direction_agreement *sum,
                           const struct armex_pair *pair, size_t from, size_t n)
{
    for (size_t m = 0; m < pair->n_matches; m++) {
        if (!pair->matches[m].pooled)
            continue;
        const struct armex_direction_agreement one = armex_agreement_directions(
            figures_a(pair, m) + from, figures_b(pair, m) + from, n);
        sum->n += one.n;
        sum->same += one.same;
    }
}

armex_status armex_compare_year(struct armex_comparison *out,
                                const struct armex_pair *pair, int year,
                                struct armex_error *error)
{
    const size_t at = (size_t)(year - pair->from);
    double *work = calloc(2 * pair->n_matches + 1, sizeof *work);
    struct armex_direction_agreement directions = {0, 0};
    struct armex_rank_agreement ranks = {0, NAN, NAN};

    *out = nothing();
    out->year = year;
    if (!work)
        return armex_fail_memory(error);
    for (size_t m = 0; m < pair->n_matches; m++)
        if (pair->matches[m].pooled)
            count(out, figures_a(pair, m) + at, figures_b(pair, m) + at, 1);
    armex_status status = rank_year(&ranks, &out->nil_both, pair, at, work, error);
    out->spearman = ranks.spearman;
    out->kendall = ranks.kendall;
    if (at > 0)
        add_directions(&directions, pair, at - 1, 2);
    if (directions.n)
        out->same_direction = (double)directions.same / (double)directions.n;
    if (!status) {
        double *b = work + pair->n_matches;
        const size_t n = gather(work, b, pair, at);
        status = armex_agreement_levels(&out->levels, work, b, n, error);
    }
    free(work);
    return status;
}

/* The mean of the rank correlations of the years that have one. */
static armex_status mean_ranks(struct armex_comparison *out,
                               const struct armex_pair *pair, double *work,
                               struct armex_error *error)
{
    double spearman = 0.0, kendall = 0.0, years = 0.0;
    armex_status status = ARMEX_OK;

    for (size_t y = 0; !status && y < pair->n_years; y++) {
        struct armex_rank_agreement ranks;
        status = rank_year(&ranks, &out->nil_both, pair, y, work, error);
        if (status || isnan(ranks.spearman))
            continue;
        spearman += ranks.spearman;
        kendall += ranks.kendall;
        years += 1.0;
    }
    if (years > 0.0) {
        out->spearman = spearman / years;
        out->kendall = kendall / years;
    }
    return status;
}

armex_status armex_compare_pair(struct armex_comparison *out,
                                const struct armex_pair *pair,
                                struct armex_error *error)
{
    const size_t all = pair->n_matches * pair->n_years;
    double *work = calloc(2 * all + 1, sizeof *work);
    struct armex_direction_agreement directions = {0, 0};
    size_t n = 0;

    *out = nothing();
    if (!work)
        return armex_fail_memory(error);
    for (size_t m = 0; m < pair->n_matches; m++)
        if (pair->matches[m].pooled)
            count(out, figures_a(pair, m), figures_b(pair, m), pair->n_years);
    add_directions(&directions, pair, 0, pair->n_years);
    if (directions.n)
        out->same_direction = (double)directions.same / (double)directions.n;
    armex_status status = mean_ranks(out, pair, work, error);
    for (size_t y = 0; y < pair->n_years; y++)
        n += gather(work + n, work + all + n, pair, y);
    if (!status)
        status = armex_agreement_levels(&out->levels, work, work + all, n, error);
    free(work);
    return status;
}
