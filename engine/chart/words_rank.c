/** chart/words_rank.c: what rank and bump charts say. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/finding.h"
#include "chart/sentence.h"
#include "chart/words.h"

bool armex_standings_show_share(const struct armex_standings *standings)
{
    const enum armex_unit_kind kind = standings->unit.kind;
    if (!standings->one_unit || (kind != ARMEX_TIV && kind != ARMEX_PERCENT))
        return false;
    for (size_t i = 0; i < standings->n; i++)
        if (isnan(standings->items[i].share) && !isnan(standings->items[i].value))
            return false; // who has no figure at all has no share either
    return true;
}

static const char *subject(struct armex_arena *arena,
                           const struct armex_standings *standings)
{
    return armex_capitalised(arena, armex_subject(standings->measure, standings->flow));
}

static double most_of(const struct armex_standings *standings)
{
    double most = 0.0;
    for (size_t i = 0; i < standings->n; i++)
        if (fabs(standings->items[i].value) > most)
            most = fabs(standings->items[i].value);
    return most;
}

const char *armex_standings_subtitle(struct armex_arena *arena,
                                     const struct armex_standings *standings)
{
    char label[16];
    const char *what = subject(arena, standings);
    const char *unit = armex_words_unit(arena, standings->unit, most_of(standings));
    armex_standings_label(label, standings, standings->years[standings->n_years - 1]);
    if (!what || !unit)
        return NULL;
    if (armex_standings_show_share(standings))
        return armex_arena_printf(arena, "%s, share of %s%s%s, %%%s", what,
                                  standings->unit.kind == ARMEX_PERCENT
                                      ? "the world as published"
                                      : "all ranked",
                                  *label ? ", " : "", label,
                                  standings->unit.kind == ARMEX_TIV
                                      ? ", by volume in trend-indicator values (TIV)"
                                      : "");
    return armex_arena_printf(arena, "%s%s%s%s%s", what, *unit ? ", " : "", unit,
                              *label ? ", " : "", label);
}

const char *armex_standings_title(struct armex_arena *arena,
                                  const struct armex_standings *standings, bool bump)
{
    char first[16], last[16];
    const char *what = armex_subject(standings->measure, standings->flow);
    const char *start = subject(arena, standings);
    armex_standings_label(first, standings, standings->years[0]);
    armex_standings_label(last, standings, standings->years[standings->n_years - 1]);
    if (!start)
        return NULL;
    if (bump && standings->n_years > 1)
        return armex_arena_printf(arena, "Ranks by %s, %d\u2013%d", what,
                                  standings->years[0] - standings->window + 1,
                                  standings->years[standings->n_years - 1]);
    return armex_arena_printf(arena, "%s%s%s", start, *last ? ", " : "", last);
}

static const char *rank_notes(struct armex_arena *arena,
                              const struct armex_standings *standings)
{
    struct armex_text note = {0};
    char now[16], before[16];
    const int year = standings->years[standings->n_years - 1];
    bool changes = false;
    for (size_t i = 0; i < standings->n; i++)
        changes = changes || !isnan(standings->items[i].change);
    armex_standings_label(now, standings, year);
    armex_standings_label_before(before, standings, year);
    if (changes && *now)
        armex_text_printf(
            &note, "* %s against %s, from %s figures. \u00d7 means a multiple.", now,
            standings->window_known ? before : "what was published before",
            standings->unit.kind == ARMEX_PERCENT ? "published" : "unrounded");
    return armex_words_keep(arena, &note);
}

bool armex_standings_tells(const struct armex_standings *standings, size_t first,
                           size_t end, size_t i)
{
    const size_t leading = 20;
    return end - first <= ARMEX_TOLD_FIGURES || i - first < leading ||
           !strcmp(standings->items[i].entity, standings->highlight);
}

void armex_standings_say_rest(struct armex_text *text,
                              const struct armex_standings *standings, size_t first,
                              size_t end)
{
    size_t rest = 0;
    for (size_t i = first; i < end; i++)
        rest += !armex_standings_tells(standings, first, end, i);
    if (rest)
        armex_text_printf(text, "; %zu more", rest);
}

static const char *rank_figures(struct armex_arena *arena,
                                const struct armex_standings *standings)
{
    struct armex_text text = {0};
    char figure[ARMEX_FIGURE_SIZE], rank[32];
    size_t first, end;
    int sign;
    armex_text_add(&text, "Ranked bars.");
    armex_standings_of(standings, standings->years[standings->n_years - 1], &first,
                       &end);
    for (size_t i = first; i < end; i++) {
        const struct armex_standing *item = &standings->items[i];
        if (!armex_standings_tells(standings, first, end, i))
            continue;
        armex_figure_with_unit(figure, item->value, standings->unit);
        armex_rank_text(rank, item->rank);
        armex_text_printf(&text, "%s %s %s", i > first ? ";" : "", rank, item->name);
        if (*figure && standings->one_unit)
            armex_text_printf(&text, ", %s", figure);
        armex_figure_share(figure, item->share);
        if (*figure)
            armex_text_printf(&text, ", share %s", figure);
        armex_figure_change(figure, item->change, &sign);
        if (*figure)
            armex_text_printf(&text, ", change %s", figure);
    }
    armex_standings_say_rest(&text, standings, first, end);
    return armex_words_keep(arena, &text);
}

armex_status armex_words_rank(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_standings *standings,
                              struct armex_error *error)
{
    *out = (struct armex_chart_words){0};
    const armex_status status =
        armex_finding_rank(&out->title, arena, standings, error);
    if (status)
        return status;
    if (!out->title)
        out->title = armex_standings_title(arena, standings, false);
    out->subtitle = armex_standings_subtitle(arena, standings);
    out->note = rank_notes(arena, standings);
    out->description = rank_figures(arena, standings);
    return armex_words_finish(out, arena, chart, error);
}

static const char *bump_subtitle(struct armex_arena *arena,
                                 const struct armex_standings *standings)
{
    const char *what = armex_subject(standings->measure, standings->flow);
    const int last = standings->years[standings->n_years - 1];
    return armex_arena_printf(arena, "Rank by %s in each %s, %d\u2013%d", what,
                              standings->window > 1 ? "window" : "year",
                              standings->years[0] - standings->window + 1, last);
}

/** " In 2021–25, in brackets 1991–95: 1 United States (1), 2 South Korea (no rank)." */
static void say_last_ranks(struct armex_text *text,
                           const struct armex_standings *standings)
{
    const int from = standings->years[0], to = standings->years[standings->n_years - 1];
    char now[32], before[32];
    size_t first, end;
    armex_standings_of(standings, to, &first, &end);
    armex_standings_label(now, standings, to);
    armex_standings_label(before, standings, from);
    armex_text_printf(text, " In %s, in brackets %s:", now, before);
    for (size_t i = first; i < end; i++) {
        const struct armex_standing *item = &standings->items[i];
        const struct armex_standing *was =
            armex_standings_find(standings, from, item->entity);
        if (!armex_standings_tells(standings, first, end, i))
            continue;
        armex_rank_text(now, item->rank);
        armex_rank_text(before, was ? was->rank : (double)NAN);
        armex_text_printf(text, "%s %s %s (%s)", i > first ? "," : "", now, item->name,
                          was ? before : "no rank");
    }
    armex_standings_say_rest(text, standings, first, end);
    armex_text_add(text, ".");
}

/** " No rank any more: Italy (5), Ukraine (9)." */
static void say_lost_ranks(struct armex_text *text,
                           const struct armex_standings *standings)
{
    const int from = standings->years[0], to = standings->years[standings->n_years - 1];
    char rank[32];
    size_t first, end, said = 0;
    armex_standings_of(standings, from, &first, &end);
    for (size_t i = first; i < end; i++) {
        const struct armex_standing *item = &standings->items[i];
        if (armex_standings_find(standings, to, item->entity) ||
            !armex_standings_tells(standings, first, end, i))
            continue;
        armex_rank_text(rank, item->rank);
        armex_text_printf(text, "%s %s (%s)",
                          said++ ? "," : " No rank any more:", item->name, rank);
    }
    armex_text_add(text, said ? "." : "");
}

/** Whether neither the first nor the last year ranks the subject, whose name stands at
 *  no end then. */
static bool is_nameless(const struct armex_standings *standings)
{
    const int first = standings->years[0],
              last = standings->years[standings->n_years - 1];
    return !armex_standings_find(standings, first, standings->highlight) &&
           !armex_standings_find(standings, last, standings->highlight);
}

static const char *name_of_subject(const struct armex_standings *standings)
{
    for (size_t i = 0; i < standings->n; i++)
        if (!strcmp(standings->items[i].entity, standings->highlight))
            return standings->items[i].name;
    return "";
}

static const char *bump_notes(struct armex_arena *arena,
                              const struct armex_standings *standings)
{
    const int until = standings->years[0] - standings->window;
    const int from = standings->cut - standings->window + 1;
    struct armex_text note = {0};
    if (is_nameless(standings))
        armex_text_printf(&note, "In colour: %s.", name_of_subject(standings));
    if (standings->cut)
        armex_text_printf(&note,
                          "%sYears from %d to %d are not shown: the picture is too "
                          "narrow for them.",
                          note.length ? " " : "", from, until);
    return armex_words_keep(arena, &note);
}

static const char *bump_figures(struct armex_arena *arena,
                                const struct armex_standings *standings)
{
    struct armex_text text = {0};
    char label[16], rank[32];
    armex_text_add(&text, "Bump chart.");
    if (standings->n > ARMEX_TOLD_FIGURES && standings->n_years > 1) {
        say_last_ranks(&text, standings);
        say_lost_ranks(&text, standings);
        return armex_words_keep(arena, &text);
    }
    for (size_t y = 0; y < standings->n_years; y++) {
        size_t first, end;
        armex_standings_of(standings, standings->years[y], &first, &end);
        armex_standings_label(label, standings, standings->years[y]);
        armex_text_printf(&text, " %s:", label);
        for (size_t i = first; i < end; i++) {
            armex_rank_text(rank, standings->items[i].rank);
            armex_text_printf(&text, "%s %s %s", i > first ? "," : "", rank,
                              standings->items[i].name);
        }
        armex_text_add(&text, ".");
    }
    return armex_words_keep(arena, &text);
}

armex_status armex_words_bump(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_standings *standings,
                              struct armex_error *error)
{
    *out = (struct armex_chart_words){0};
    const armex_status status =
        armex_finding_bump(&out->title, arena, standings, error);
    if (status)
        return status;
    if (!out->title)
        out->title = armex_standings_title(arena, standings, true);
    out->subtitle = bump_subtitle(arena, standings);
    out->note = bump_notes(arena, standings);
    out->description = bump_figures(arena, standings);
    return armex_words_finish(out, arena, chart, error);
}
