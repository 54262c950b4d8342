/** chart/finding_rank.c: titles of rank and bump charts that say what the data show. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/finding.h"
#include "chart/sentence.h"

static bool is_place(double rank)
{
    return rank >= 1.0 && rank == floor(rank);
}

/** Whether nobody else of that year has its rank. */
static bool alone(const struct armex_standings *standings,
                  const struct armex_standing *item)
{
    size_t first, end, same = 0;
    armex_standings_of(standings, item->year, &first, &end);
    for (size_t i = first; i < end; i++)
        same += standings->items[i].rank == item->rank;
    return same == 1;
}

/** ", with 42% of ...": what the leader leads with; "" when it cannot be said. */
static const char *lead(struct armex_arena *arena,
                        const struct armex_standings *standings,
                        const struct armex_standing *item)
{
    char much[ARMEX_FIGURE_SIZE], share[ARMEX_FIGURE_SIZE];
    if (!standings->one_unit || isnan(item->value))
        return armex_arena_text(arena, "");
    armex_figure_with_unit(much, item->value, standings->unit);
    if (standings->unit.kind == ARMEX_PERCENT)
        return armex_arena_printf(arena, ", with %s", much);
    if (isnan(item->share) || standings->unit.kind != ARMEX_TIV)
        return armex_arena_printf(arena, ", with %s", much);
    armex_figure_share(share, item->share);
    return armex_arena_printf(arena, ", with %s of all ranked", share);
}

static armex_status say_moved(const char **out, struct armex_arena *arena,
                              const char *who, const char *verb, double from, double to,
                              const char *rest, struct armex_error *error)
{
    const bool digits = from > 10.0 || to > 10.0; // one style within a phrase
    const char *before = digits ? armex_ordinal_digits(arena, (long)from)
                                : armex_ordinal(arena, (long)from);
    const char *after =
        digits ? armex_ordinal_digits(arena, (long)to) : armex_ordinal(arena, (long)to);
    *out = before && after && who && rest
               ? armex_arena_printf(arena, "%s %s from %s to %s%s", who, verb, before,
                                    after, rest)
               : NULL;
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

armex_status armex_finding_rank(const char **out, struct armex_arena *arena,
                                const struct armex_standings *standings,
                                struct armex_error *error)
{
    const int year = standings->years[standings->n_years - 1];
    const struct armex_standing *item =
        armex_standings_find(standings, year, standings->highlight);
    const char *what = armex_subject(standings->measure, standings->flow);
    *out = NULL;
    if (!item || !is_place(item->rank) || !alone(standings, item))
        return ARMEX_OK;

    const char *who = armex_with_article(arena, item->name, true);
    const char *by = armex_arena_printf(arena, " by %s", what);
    if (!who || !by)
        return armex_fail_memory(error);
    if (is_place(item->previous_rank) && item->previous_rank != item->rank)
        return say_moved(out, arena, who,
                         item->rank < item->previous_rank ? "rose" : "fell",
                         item->previous_rank, item->rank, by, error);
    const char *with = lead(arena, standings, item);
    const char *place = armex_ordinal(arena, (long)item->rank);
    if (!with || !place)
        return armex_fail_memory(error);
    *out = item->rank == 1.0
               ? armex_arena_printf(arena, "%s leads%s%s", who, by, with)
               : armex_arena_printf(arena, "%s ranks %s%s%s", who, place, by, with);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

/** First and last rank of the subject, when it has one each year and they bound all. */
static bool spans(const struct armex_standings *standings, double *from, double *to)
{
    double best = INFINITY, worst = 0.0;
    for (size_t y = 0; y < standings->n_years; y++) {
        const struct armex_standing *item =
            armex_standings_find(standings, standings->years[y], standings->highlight);
        if (!item || !is_place(item->rank) || !alone(standings, item))
            return false;
        best = item->rank < best ? item->rank : best;
        worst = item->rank > worst ? item->rank : worst;
        if (y == 0)
            *from = item->rank;
        *to = item->rank;
    }
    return (*from == worst && *to == best) || (*from == best && *to == worst);
}

armex_status armex_finding_bump(const char **out, struct armex_arena *arena,
                                const struct armex_standings *standings,
                                struct armex_error *error)
{
    double from = 0.0, to = 0.0;
    *out = NULL;
    if (standings->n_years < 2 || !spans(standings, &from, &to))
        return ARMEX_OK;
    const struct armex_standing *item =
        armex_standings_find(standings, standings->years[0], standings->highlight);
    const char *what = armex_subject(standings->measure, standings->flow);
    const char *who = armex_with_article(arena, item->name, true);
    const char *by = armex_arena_printf(arena, " by %s", what);
    const char *place = armex_ordinal(arena, (long)to);
    if (!who || !by || !place)
        return armex_fail_memory(error);
    if (from != to)
        return say_moved(out, arena, who, to < from ? "climbed" : "fell", from, to, by,
                         error);
    *out = to == 1.0 ? armex_arena_printf(arena, "%s led%s throughout", who, by)
                     : armex_arena_printf(arena, "%s stayed %s%s", who, place, by);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}
