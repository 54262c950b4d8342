/** chart/pairs.c: what the ranked were before and are now. */
#include "chart/pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/words.h"

static const double squeezed = 20.0; // times the least, on a scale from zero

double armex_standing_before(const struct armex_standing *item)
{
    if (isnan(item->change) || item->change <= -1.0)
        return (double)NAN;
    return item->value / (1.0 + item->change);
}

static struct armex_pair pair_of(const struct armex_standing *item, bool share)
{
    if (share)
        return (struct armex_pair){item, item->previous_share * 100.0,
                                   item->share * 100.0};
    return (struct armex_pair){item, armex_standing_before(item), item->value};
}

static int compare_places(const struct armex_standing *a,
                          const struct armex_standing *b)
{
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return strcmp(a->entity, b->entity);
}

static int by_difference(const void *left, const void *right)
{
    const struct armex_pair *a = left, *b = right;
    const double da = a->now - a->before, db = b->now - b->before;
    if (isnan(da) != isnan(db))
        return isnan(da) ? 1 : -1;
    if (da != db && !isnan(da))
        return da > db ? -1 : 1;
    return compare_places(a->item, b->item);
}

static void survey(struct armex_pairs *pairs)
{
    double greatest = 0.0;
    for (size_t i = 0; i < pairs->n; i++) {
        const struct armex_pair *pair = &pairs->items[i];
        pairs->low = fmin(pairs->low, fmin(pair->before, pair->now));
        pairs->high = fmax(pairs->high, fmax(pair->before, pair->now));
    }
    greatest = fmax(fabs(pairs->low), fabs(pairs->high));
    pairs->scale = pairs->share ? 0 : armex_figure_scale(greatest);
}

armex_status armex_pairs_read(struct armex_pairs *out, struct armex_arena *arena,
                              const struct armex_standings *standings, size_t most,
                              struct armex_error *error)
{
    const int year = standings->years[standings->n_years - 1];
    size_t first, end;
    *out = (struct armex_pairs){.share = armex_standings_show_share(standings)};
    armex_standings_of(standings, year, &first, &end);
    out->items = armex_arena_new(arena, most, sizeof *out->items);
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t i = first; i < end; i++) {
        const struct armex_standing *item = &standings->items[i];
        if (out->n < most)
            out->items[out->n++] = pair_of(item, out->share);
        else if (!strcmp(item->entity, standings->highlight))
            out->items[most - 1] = pair_of(item, out->share);
    }
    out->left_out = end - first - out->n;
    survey(out);
    qsort(out->items, out->n, sizeof *out->items, by_difference);
    armex_standings_label(out->label_now, standings, year);
    armex_standings_label_before(out->label_before, standings, year);
    return ARMEX_OK;
}

double armex_pairs_least(const struct armex_pairs *pairs)
{
    double least = pairs->high;
    for (size_t i = 0; i < pairs->n; i++)
        least = fmin(least, fmin(pairs->items[i].before, pairs->items[i].now));
    return least;
}

bool armex_pairs_need_log(const struct armex_pairs *pairs)
{
    const double least = armex_pairs_least(pairs);
    return least > 0.0 && pairs->high / squeezed > least;
}

const struct armex_pair *armex_pairs_subject(const struct armex_pairs *pairs,
                                             const struct armex_standings *standings)
{
    for (size_t i = 0; i < pairs->n; i++)
        if (!strcmp(pairs->items[i].item->entity, standings->highlight))
            return &pairs->items[i];
    return NULL;
}
