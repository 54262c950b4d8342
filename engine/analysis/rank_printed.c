/** analysis/rank_printed.c: the ranks that a publisher printed beside its shares. */
#include "analysis/rank_printed.h"

#include <stdlib.h>
#include <string.h>

bool armex_is_share(const struct armex_series *series)
{
    return series->unit.kind == ARMEX_PERCENT && strcmp(series->scope, "share") == 0;
}

static bool is_rank(const struct armex_series *series)
{
    return series->unit.kind == ARMEX_RANK && strcmp(series->scope, "rank") == 0;
}

/* The series that the extra ones are made after; NULL: no figure is a share. */
static const struct armex_series *first_share(const struct armex_panel *panel)
{
    for (size_t s = 0; s < panel->n_series; s++)
        if (armex_is_share(&panel->series[s]))
            return &panel->series[s];
    return NULL;
}

/* What a share and its rank have in common beside the entity. */
static int compare_kind(const struct armex_series *a, const struct armex_series *b)
{
    const int left[] = {a->measure, a->flow, a->period.first_month, a->period.years};
    const int right[] = {b->measure, b->flow, b->period.first_month, b->period.years};

    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        if (left[i] != right[i])
            return left[i] < right[i] ? -1 : 1;
    return 0;
}

static int compare(const struct armex_series *a, const struct armex_series *b)
{
    const int order = strcmp(a->entity, b->entity);
    return order ? order : compare_kind(a, b);
}

/* The series of ranks in the order of compare(), and which of them need a share. */
struct match {
    const struct armex_panel *panel, *printed;
    const struct armex_series **ranks; /* sorted; n of them */
    bool *alone;                       /* likewise: of a kind with the shares, which
                                          have none of its entity; n_alone are */
    size_t n, n_alone;
};

static int by_what_they_share(const void *a, const void *b)
{
    return compare(*(const struct armex_series *const *)a,
                   *(const struct armex_series *const *)b);
}

/* Where the ranks of `series` stand among match->ranks; match->n: nowhere. */
static size_t find(const struct match *match, const struct armex_series *series)
{
    if (!match->n)
        return 0;
    const struct armex_series **found =
        bsearch(&series, match->ranks, match->n, sizeof(void *), by_what_they_share);
    return found ? (size_t)(found - match->ranks) : match->n;
}

static armex_status find_ranks(struct match *match, const struct armex_panel *printed,
                               struct armex_error *error)
{
    match->printed = printed;
    match->ranks = calloc(printed->n_series + 1, sizeof(void *));
    match->alone = calloc(printed->n_series + 1, sizeof *match->alone);
    if (!match->ranks || !match->alone)
        return armex_fail_memory(error);
    for (size_t s = 0; s < printed->n_series; s++)
        if (is_rank(&printed->series[s]))
            match->ranks[match->n++] = &printed->series[s];
    qsort(match->ranks, match->n, sizeof(void *), by_what_they_share);
    for (size_t i = 0; i < match->n; i++)
        match->alone[i] = compare_kind(match->ranks[i], first_share(match->panel)) == 0;
    for (size_t s = 0; s < match->panel->n_series; s++) {
        const size_t at = find(match, &match->panel->series[s]);
        if (at < match->n)
            match->alone[at] = false;
    }
    for (size_t i = 0; i < match->n; i++)
        match->n_alone += match->alone[i];
    return ARMEX_OK;
}

/* The row of ranks that belongs to series s of the figures, as far as there is one. */
static void put_ranks(struct armex_panel *out, size_t s, const struct match *match,
                      const struct armex_series *rank)
{
    const size_t from = (size_t)(rank - match->printed->series);

    for (size_t y = 0; y < out->n_years; y++) {
        const int year = out->first_year + (int)y;
        const size_t at = y * out->n_series + s;
        const armex_mark mark = armex_panel_mark(match->printed, from, year);
        const double value = armex_panel_value(match->printed, from, year);
        if (armex_mark_has_value(mark) && value >= 1.0) { // below, it is no rank
            out->values[at] = value;
            out->marks[at] = mark;
        }
    }
}

static void put_figures(struct armex_panel *out, const struct armex_panel *panel)
{
    for (size_t y = 0; y < panel->n_years; y++)
        for (size_t s = 0; s < panel->n_series; s++) {
            out->values[y * out->n_series + s] = panel->values[y * panel->n_series + s];
            out->marks[y * out->n_series + s] = panel->marks[y * panel->n_series + s];
        }
}

/* A share without a figure, of whom a rank was printed. */
static struct armex_series share_of(const struct armex_series *rank,
                                    const struct armex_series *any)
{
    struct armex_series out = *rank;

    out.scope = any->scope;
    out.unit = any->unit;
    out.headline = any->headline;
    return out;
}

static armex_status copy_series(struct armex_panel *figures, struct armex_panel *ranks,
                                const struct match *match, struct armex_error *error)
{
    const struct armex_panel *panel = match->panel;
    armex_status status = ARMEX_OK;
    size_t s = 0;

    for (; !status && s < panel->n_series; s++) {
        const size_t at = find(match, &panel->series[s]);
        status = armex_series_copy(&figures->series[s], &panel->series[s],
                                   figures->arena, error);
        if (at < match->n)
            put_ranks(ranks, s, match, match->ranks[at]);
    }
    for (size_t i = 0; !status && i < match->n; i++) {
        if (!match->alone[i])
            continue;
        const struct armex_series share = share_of(match->ranks[i], first_share(panel));
        status = armex_series_copy(&figures->series[s], &share, figures->arena, error);
        put_ranks(ranks, s++, match, match->ranks[i]);
    }
    for (s = 0; !status && s < figures->n_series; s++)
        status = armex_series_copy(&ranks->series[s], &figures->series[s], ranks->arena,
                                   error);
    return status;
}

static armex_status align(struct armex_panel **figures, struct armex_panel **ranks,
                          const struct match *match, struct armex_error *error)
{
    const struct armex_panel *panel = match->panel;
    const size_t n = panel->n_series + match->n_alone;
    armex_status status =
        armex_panel_create(figures, n, panel->first_year, panel->n_years, error);

    if (!status)
        status = armex_panel_create(ranks, n, panel->first_year, panel->n_years, error);
    if (!status)
        status = copy_series(*figures, *ranks, match, error);
    if (status)
        return status;
    put_figures(*figures, panel);
    return armex_notes_join(&(*figures)->notes, (*figures)->arena, &panel->notes,
                            error);
}

/* Whether the vintage prints ranks that the selection meets. */
static bool prints(const struct armex_vintage *vintage,
                   const struct armex_selection *ranks)
{
    for (size_t s = 0; s < vintage->panel->n_series; s++)
        if (is_rank(&vintage->panel->series[s]) &&
            armex_selection_wants(ranks, &vintage->panel->series[s]))
            return true;
    return false;
}

armex_status armex_printed_ranks(struct armex_panel **panel, struct armex_panel **ranks,
                                 const struct armex_vintage *vintage,
                                 const struct armex_selection *selection,
                                 struct armex_error *error)
{
    struct armex_selection of_ranks = *selection, of_anybody;
    struct armex_panel *printed = NULL, *figures = NULL;
    struct match match = {.panel = *panel};
    armex_status status = ARMEX_OK;

    *ranks = NULL;
    of_ranks.scope = "rank";
    of_anybody = of_ranks;
    of_anybody.n_entities = 0;
    if (!first_share(*panel) || !prints(vintage, &of_anybody))
        return ARMEX_OK;
    if (prints(vintage, &of_ranks)) // a selection that meets nothing is refused
        status = armex_select(&printed, vintage, &of_ranks, error);
    if (!status && printed)
        status = find_ranks(&match, printed, error);
    if (!status)
        status = align(&figures, ranks, &match, error);
    free(match.alone);
    free(match.ranks);
    armex_panel_free(printed);
    if (status) {
        armex_panel_free(figures);
        armex_panel_free(*ranks);
        *ranks = NULL;
        return status;
    }
    armex_panel_free(*panel);
    *panel = figures;
    return ARMEX_OK;
}

bool armex_rank_is_printed(const struct armex_rank_options *options)
{
    return options->printed_ranks && options->by != ARMEX_BY_GROWTH &&
           options->window == 1;
}
