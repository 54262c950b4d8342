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

/** " 2024: $15.0 billion, preliminary, 3 Feb 2025, stands;" */
static void say_statement(struct armex_text *text,
                          const struct armex_statements *statements,
                          const struct armex_statement *item)
{
    char figure[ARMEX_FIGURE_SIZE], date[ARMEX_DATE_SIZE];
    armex_figure_with_unit(figure, item->value, statements->unit);
    armex_date_for_people(date, item->published);
    armex_text_printf(text, " %d: %s, %s%s%s%s%s;", item->year, figure,
                      armex_mark_name(item->status), *date ? ", " : "", date,
                      item->aside ? ", set aside" : "",
                      item->decides ? ", stands" : "");
}

/** What was first said of a year and what stands, and how many others were said. */
static void say_year(struct armex_text *text, const struct armex_statements *statements,
                     int year)
{
    const struct armex_statement *standing =
        armex_statements_standing(statements, year);
    const struct armex_statement *said = first_said(statements, year);
    size_t first, end;
    armex_statements_of(statements, year, &first, &end);
    const size_t told = (said != NULL) + (standing && standing != said);
    if (said)
        say_statement(text, statements, said);
    if (standing && standing != said)
        say_statement(text, statements, standing);
    if (!told && end > first)
        armex_text_printf(text, " %d: no outcome;", year);
    else if (end - first > told)
        armex_text_printf(text, " %zu more;", end - first - told);
}

/** Every statement, or of more than ARMEX_TOLD_FIGURES the ends of each year's. */
static const char *figures(struct armex_arena *arena,
                           const struct armex_statements *statements)
{
    struct armex_text text = {0};
    armex_text_add(&text, "Chart of successive publications.");
    if (statements->n > ARMEX_TOLD_FIGURES)
        for (int year = statements->first_year; year <= statements->last_year; year++)
            say_year(&text, statements, year);
    else
        for (size_t i = 0; i < statements->n; i++)
            say_statement(&text, statements, &statements->items[i]);
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
