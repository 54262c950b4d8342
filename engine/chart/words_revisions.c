/** chart/words_revisions.c: what a chart of successive publications says. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/words.h"

/** The first outcome said of a year that was not set aside, or NULL. */
static const struct armex_statement *first_said(
    const struct armex_statements *statements, int year)
{
    size_t first, end;
    armex_statements_of(statements, year, &first, &end);
    for (size_t i = first; i < end; i++)
        if (!statements->items[i].aside && statements->items[i].status != ARMEX_TARGET)
            return &statements->items[i];
    return NULL;
}

/** The year whose figure has moved furthest since it was first said; 0: none has. */
static int moved_most(const struct armex_statements *statements)
{
    double furthest = 0.0;
    int found = 0;
    for (int year = statements->first_year; year <= statements->last_year; year++) {
        const struct armex_statement *from = first_said(statements, year);
        const struct armex_statement *to = armex_statements_standing(statements, year);
        if (from && to && fabs(to->value - from->value) > furthest) {
            furthest = fabs(to->value - from->value);
            found = year;
        }
    }
    return found;
}

static const char *title(struct armex_arena *arena,
                         const struct armex_statements *statements)
{
    char from[ARMEX_FIGURE_SIZE], to[ARMEX_FIGURE_SIZE];
    const int year = moved_most(statements);
    const char *who = armex_with_article(arena, statements->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    const char *what = armex_subject(statements->measure, statements->flow);
    if (!whose)
        return NULL;
    if (year) {
        armex_figure_with_unit(from, first_said(statements, year)->value,
                               statements->unit);
        armex_figure_with_unit(to, armex_statements_standing(statements, year)->value,
                               statements->unit);
    }
    if (!year || !strcmp(from, to))
        return armex_arena_printf(arena, "%s %s as published", whose, what);
    return armex_arena_printf(arena, "%s %s of %d were first put at %s, now at %s",
                              whose, what, year, from, to);
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_statements *statements)
{
    const char *what =
        armex_capitalised(arena, armex_subject(statements->measure, statements->flow));
    const char *unit = armex_words_unit(
        arena, statements->unit, fmax(fabs(statements->high), fabs(statements->low)));
    if (!what || !unit)
        return NULL;
    const char *start = armex_arena_printf(arena,
                                           "%s by year%s%s, as published at "
                                           "successive dates",
                                           what, *unit ? ", " : "", unit);
    if (!start || statements->first_year == statements->last_year)
        return start;
    return armex_arena_printf(arena, "%s, %d\u2013%d", start, statements->first_year,
                              statements->last_year);
}

static const char *notes_of(struct armex_arena *arena,
                            const struct armex_statements *statements)
{
    struct armex_text note = {0};
    armex_text_add(&note, "Within a year, left to right in order of publication; a "
                          "repeat of the same figure is drawn once. Bold: the figure "
                          "that stands.");
    if (statements->cut)
        armex_text_printf(&note, " Years from %d to %d are not shown.", statements->cut,
                          statements->first_year - 1);
    if (statements->others)
        armex_text_add(&note, " Other series of the table are not shown.");
    return armex_words_keep(arena, &note);
}

static const char *figures(struct armex_arena *arena,
                           const struct armex_statements *statements)
{
    struct armex_text text = {0};
    char figure[ARMEX_FIGURE_SIZE], date[ARMEX_DATE_SIZE];
    armex_text_add(&text, "Chart of successive publications.");
    for (size_t i = 0; i < statements->n; i++) {
        const struct armex_statement *item = &statements->items[i];
        armex_figure_with_unit(figure, item->value, statements->unit);
        armex_date_for_people(date, item->published);
        armex_text_printf(&text, " %d: %s, %s%s%s%s%s;", item->year, figure,
                          armex_mark_name(item->status), *date ? ", " : "", date,
                          item->aside ? ", set aside" : "",
                          item->decides ? ", stands" : "");
    }
    if (!text.failed)
        text.data[text.length - 1] = '.';
    return armex_words_keep(arena, &text);
}

armex_status armex_words_revisions(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_statements *statements,
                                   struct armex_error *error)
{
    *out = (struct armex_chart_words){
        .title = title(arena, statements),
        .subtitle = subtitle(arena, statements),
        .note = notes_of(arena, statements),
        .description = figures(arena, statements),
    };
    return armex_words_finish(out, arena, chart, error);
}
