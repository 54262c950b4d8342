/** report/since_compare.c: two lists of figures, and what differs between them. */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "report/since.h"

int armex_since_order(const struct armex_since_figure *a,
                      const struct armex_since_figure *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    const int keys = a->key == b->key ? 0 : strcmp(a->key, b->key);
    if (keys || a->kind == ARMEX_SINCE_RANK)
        return keys;
    return strcmp(a->when, b->when);
}

static int by_order(const void *a, const void *b)
{
    return armex_since_order(a, b);
}

void armex_since_sort(struct armex_since_figure *figures, size_t n)
{
    qsort(figures, n, sizeof *figures, by_order);
}

/* A growth rate comes and goes with the figures it is made of, which are said. */
static void add_one_sided(struct armex_since *since,
                          const struct armex_since_figure *figure, bool is_new)
{
    if (figure->kind != ARMEX_SINCE_FIGURE)
        return;
    since->changes[since->n_changes++] =
        (struct armex_since_change){.kind = is_new ? ARMEX_SINCE_NEW : ARMEX_SINCE_GONE,
                                    .name = figure->name,
                                    .what = figure->what,
                                    .when = figure->when,
                                    .when_before = figure->when,
                                    .unit = figure->unit,
                                    .before = is_new ? NAN : figure->value,
                                    .now = is_new ? figure->value : NAN};
}

static void add_both_sided(struct armex_since *since,
                           const struct armex_since_figure *before,
                           const struct armex_since_figure *now)
{
    static const enum armex_since_change_kind kinds[] = {
        [ARMEX_SINCE_FIGURE] = ARMEX_SINCE_REVISED,
        [ARMEX_SINCE_GROWTH] = ARMEX_SINCE_GREW,
        [ARMEX_SINCE_RANK] = ARMEX_SINCE_MOVED};

    if (before->value == now->value)
        return;
    since->changes[since->n_changes++] =
        (struct armex_since_change){.kind = kinds[now->kind],
                                    .name = now->name,
                                    .what = now->what,
                                    .when = now->when,
                                    .when_before = before->when,
                                    .unit = now->unit,
                                    .before = before->value,
                                    .now = now->value};
}

/* Stable by hand: by kind, and as found (in order) within it. */
static armex_status sort_by_kind(struct armex_since *since, struct armex_arena *arena,
                                 struct armex_error *error)
{
    struct armex_since_change *sorted =
        armex_arena_new(arena, since->n_changes, sizeof *sorted);
    size_t n = 0;

    if (!sorted)
        return armex_fail_memory(error);
    for (int kind = 0; kind < ARMEX_SINCE_KINDS; kind++)
        for (size_t i = 0; i < since->n_changes; i++)
            if (since->changes[i].kind == (enum armex_since_change_kind)kind)
                sorted[n++] = since->changes[i];
    since->changes = sorted;
    return ARMEX_OK;
}

armex_status armex_since_compare(struct armex_since *since,
                                 const struct armex_since_figure *before, size_t n,
                                 struct armex_arena *arena, struct armex_error *error)
{
    struct armex_since_change *all =
        armex_arena_new(arena, since->n_changes + since->n_figures + n, sizeof *all);
    size_t i = 0, j = 0;

    if (!all)
        return armex_fail_memory(error);
    if (since->n_changes)
        memcpy(all, since->changes, since->n_changes * sizeof *all);
    since->changes = all;
    while (i < n || j < since->n_figures) {
        const int order = i == n ? 1
                          : j == since->n_figures
                              ? -1
                              : armex_since_order(&before[i], &since->figures[j]);
        if (order < 0)
            add_one_sided(since, &before[i++], false);
        else if (order > 0)
            add_one_sided(since, &since->figures[j++], true);
        else
            add_both_sided(since, &before[i++], &since->figures[j++]);
    }
    return sort_by_kind(since, arena, error);
}
