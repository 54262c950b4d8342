/** chart/steps.c: who moved a sum, and by how much. */
#include "chart/steps.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/pairs.h"

static const double small_steps = 0.3; // of the greatest sum

static int by_size(const void *left, const void *right)
{
    const struct armex_step *a = left, *b = right;
    if (fabs(a->change) != fabs(b->change))
        return fabs(a->change) > fabs(b->change) ? -1 : 1;
    return strcmp(a->item->entity, b->item->entity);
}

static int by_change(const void *left, const void *right)
{
    const struct armex_step *a = left, *b = right;
    if (a->change != b->change)
        return a->change > b->change ? -1 : 1;
    return strcmp(a->item->entity, b->item->entity);
}

static armex_status refuse(const struct armex_standings *standings,
                           struct armex_error *error)
{
    if (!standings->one_unit)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "cannot add figures of several units: choose one with "
                          "--unit");
    if (standings->unit.kind == ARMEX_PERCENT)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "a waterfall adds amounts, and shares always add up to "
                          "100%%: draw these as a 'slope' or a 'dumbbell'");
    return ARMEX_OK;
}

/** Every entity with both figures, and the two sums. */
static size_t collect(struct armex_steps *out, struct armex_step *all,
                      const struct armex_standings *standings, size_t first, size_t end)
{
    size_t n = 0;
    for (size_t i = first; i < end; i++) {
        const struct armex_standing *item = &standings->items[i];
        const double before = item->change == -1.0 && item->value == 0.0
                                  ? (double)NAN // from what to nothing is not known
                                  : armex_standing_before(item);
        if (isnan(before) || isnan(item->value)) {
            out->alone++;
            continue;
        }
        all[n++] = (struct armex_step){.item = item, .change = item->value - before};
        out->before += before;
        out->now += item->value;
    }
    return n;
}

/** Named steps, the one asked for among them, and the rest as one. */
static void choose(struct armex_steps *out, struct armex_step *all, size_t n,
                   const char *wanted)
{
    double rest = 0.0;
    qsort(all, n, sizeof *all, by_size);
    for (size_t i = 0; i < n; i++) {
        if (out->n < ARMEX_STEPS) {
            out->items[out->n++] = all[i];
            continue;
        }
        struct armex_step *last = &out->items[ARMEX_STEPS - 1];
        if (wanted && !strcmp(all[i].item->entity, wanted)) {
            const struct armex_step given_way = *last;
            *last = all[i];
            all[i] = given_way;
        }
        rest += all[i].change;
    }
    qsort(out->items, out->n, sizeof *out->items, by_change);
    out->summed = n;
    out->others = n - out->n;
    if (out->others)
        out->items[out->n++] = (struct armex_step){.change = rest};
}

static void find_subject(struct armex_steps *out, const char *wanted)
{
    const double way = out->now < out->before ? -1.0 : 1.0;
    for (size_t i = 1; i < out->n; i++)
        if (out->items[i].item &&
            out->items[i].change * way > out->items[out->subject].change * way)
            out->subject = i;
    for (size_t i = 0; wanted && i < out->n; i++)
        if (out->items[i].item && !strcmp(out->items[i].item->entity, wanted))
            out->subject = i;
}

static void stack(struct armex_steps *out)
{
    double sum = out->before;
    out->low = fmin(0.0, fmin(out->before, out->now));
    out->high = fmax(0.0, fmax(out->before, out->now));
    for (size_t i = 0; i < out->n; i++) {
        out->items[i].from = sum;
        sum += out->items[i].change;
        out->low = fmin(out->low, sum);
        out->high = fmax(out->high, sum);
    }
    out->scale = armex_figure_scale(fmax(fabs(out->low), fabs(out->high)));
}

armex_status armex_steps_read(struct armex_steps *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_standings *standings,
                              struct armex_error *error)
{
    const int year = standings->years[standings->n_years - 1];
    size_t first, end;
    *out = (struct armex_steps){0};
    const armex_status status = refuse(standings, error);
    if (status)
        return status;
    armex_standings_of(standings, year, &first, &end);
    struct armex_step *all = armex_arena_new(arena, end - first, sizeof *all);
    if (!all)
        return armex_fail_memory(error);
    const size_t n = collect(out, all, standings, first, end);
    if (!n)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nothing to draw: nobody has a figure both now and before");
    if (!isfinite(out->before) || !isfinite(out->now))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "cannot draw the change: the sum is beyond all numbers");
    choose(out, all, n, chart->highlight);
    find_subject(out, chart->highlight);
    stack(out);
    armex_standings_label(out->label_now, standings, year);
    armex_standings_label_before(out->label_before, standings, year);
    return ARMEX_OK;
}

bool armex_steps_cut(const struct armex_steps *steps)
{
    double low = steps->before, high = low;
    for (size_t i = 0; i < steps->n; i++) {
        low = fmin(low, steps->items[i].from + steps->items[i].change);
        high = fmax(high, steps->items[i].from + steps->items[i].change);
    }
    return low > 0.0 && high > low && high - low < small_steps * high;
}
