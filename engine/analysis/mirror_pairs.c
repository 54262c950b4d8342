/** analysis/mirror_pairs.c: both sides' reports of each pair and year, side by side. */
#include "analysis/mirror_pairs.h"

#include <math.h>
#include <stdlib.h>

enum { YEARS_UNLESS_NAMED = 5 };

double armex_mirror_log_ratio(const struct armex_mirrored *pair)
{
    const double *values = pair->values;
    const double ratio = log(values[ARMEX_OWN]) - log(values[ARMEX_PARTNERS]);
    return isfinite(ratio) ? ratio : NAN; // ln 0: not reported
}

static bool is_mirrored(const struct armex_flow *flow)
{
    return flow->report == ARMEX_BY_SUPPLIER || flow->report == ARMEX_BY_RECIPIENT;
}

static armex_status find_years(struct armex_mirror_pairs *out,
                               const struct armex_bilateral_options *options,
                               struct armex_error *error)
{
    const struct armex_flows *flows = out->flows;
    bool mirrored = false;
    int last = 0;

    for (size_t i = 0; i < flows->n; i++) {
        mirrored |= flows->items[i].report == ARMEX_BY_RECIPIENT;
        if (is_mirrored(&flows->items[i]) && flows->items[i].year > last)
            last = flows->items[i].year;
    }
    out->to = options->to ? options->to : last;
    out->from = options->from ? options->from : out->to - YEARS_UNLESS_NAMED + 1;
    if (mirrored)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                      "no recipient reports here, so there is nothing to hold against "
                      "the suppliers' reports; customs data have both");
}

static int by_pair(const void *a, const void *b)
{
    const struct armex_mirrored *x = a, *y = b;

    if (x->entity != y->entity)
        return x->entity < y->entity ? -1 : 1;
    if (x->partner != y->partner)
        return x->partner < y->partner ? -1 : 1;
    return (x->year > y->year) - (x->year < y->year);
}

static void keep(struct armex_mirror_pairs *out,
                 const struct armex_bilateral_options *options)
{
    const struct armex_flows *flows = out->flows;
    const bool exports = options->flow == ARMEX_EXPORTS;
    const unsigned own = exports ? ARMEX_BY_SUPPLIER : ARMEX_BY_RECIPIENT;

    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (!is_mirrored(flow) || flow->year < out->from || flow->year > out->to ||
            !armex_edges_category(flows, flow->category, options))
            continue;
        if (isnan(flow->value))
            out->without_value++;
        if (!(flow->value > 0.0))
            continue;
        struct armex_mirrored *item = &out->items[out->n++];
        *item = (struct armex_mirrored){
            .entity = exports ? flow->supplier : flow->recipient,
            .partner = exports ? flow->recipient : flow->supplier,
            .year = flow->year};
        item->values[flow->report == own ? ARMEX_OWN : ARMEX_PARTNERS] = flow->value;
    }
}

/* Each side's rows add up in the order of the rows: merge sort keeps it, qsort not. */
static armex_status sort(struct armex_mirror_pairs *out, struct armex_error *error)
{
    struct armex_mirrored *from = out->items;
    struct armex_mirrored *to = calloc(out->n + 1, sizeof *to);

    if (!to)
        return armex_fail_memory(error);
    for (size_t run = 1; run < out->n; run *= 2) {
        for (size_t start = 0; start < out->n; start += 2 * run) {
            const size_t middle = start + run < out->n ? start + run : out->n;
            const size_t end = start + 2 * run < out->n ? start + 2 * run : out->n;
            size_t a = start, b = middle;
            for (size_t k = start; k < end; k++)
                to[k] = b >= end || (a < middle && by_pair(&from[a], &from[b]) <= 0)
                            ? from[a++]
                            : from[b++];
        }
        struct armex_mirrored *swap = from;
        from = to;
        to = swap;
    }
    out->items = from;
    free(to);
    return ARMEX_OK;
}

static void join(struct armex_mirror_pairs *out)
{
    size_t kept = 0;

    for (size_t i = 0; i < out->n; i++) {
        const struct armex_mirrored *item = &out->items[i];
        struct armex_mirrored *last = kept ? &out->items[kept - 1] : NULL;
        if (last && by_pair(last, item) == 0) {
            last->values[ARMEX_OWN] += item->values[ARMEX_OWN];
            last->values[ARMEX_PARTNERS] += item->values[ARMEX_PARTNERS];
        } else {
            out->items[kept++] = *item;
        }
    }
    out->n = kept;
}

/* Whether a partner reports anything in a year, whatever the category or partner. */
static armex_status find_silent(struct armex_mirror_pairs *out,
                                const struct armex_bilateral_options *options,
                                struct armex_error *error)
{
    const struct armex_flows *flows = out->flows;
    const bool exports = options->flow == ARMEX_EXPORTS;
    const unsigned others = exports ? ARMEX_BY_RECIPIENT : ARMEX_BY_SUPPLIER;
    const size_t years = (size_t)(out->to - out->from) + 1;
    bool *speaks = calloc(flows->n_entities * years + 1, sizeof *speaks);

    if (!speaks)
        return armex_fail_memory(error);
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        const uint32_t partner = exports ? flow->recipient : flow->supplier;
        if (flow->report == others && flow->year >= out->from && flow->year <= out->to)
            speaks[partner * years + (size_t)(flow->year - out->from)] = true;
    }
    for (size_t i = 0; i < out->n; i++)
        out->items[i].silent = !speaks[out->items[i].partner * years +
                                       (size_t)(out->items[i].year - out->from)];
    free(speaks);
    return ARMEX_OK;
}

armex_status armex_mirror_pairs(struct armex_mirror_pairs *out,
                                const struct armex_flows *flows,
                                const struct armex_bilateral_options *options,
                                struct armex_error *error)
{
    *out = (struct armex_mirror_pairs){.flows = flows};
    armex_status status = find_years(out, options, error);

    if (!status && !(out->items = calloc(flows->n + 1, sizeof *out->items)))
        status = armex_fail_memory(error);
    if (!status) {
        keep(out, options);
        status = sort(out, error);
    }
    if (!status) {
        join(out);
        status = find_silent(out, options, error);
    }
    if (!status && !out->n)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "nothing was reported from %d to %d that fits", out->from,
                            out->to);
    return status;
}

void armex_mirror_pairs_end(struct armex_mirror_pairs *pairs)
{
    free(pairs->items);
    *pairs = (struct armex_mirror_pairs){0};
}
