/** chart/words_figures.c: the figures of lines, for those who do not see them. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"
#include "chart/words.h"

enum { LINES_TOLD = 12, FEW = 4 };

/** What a line comes down to; years are places in its values. */
struct course {
    size_t figures, gaps;
    size_t low, high;
    size_t preliminary, estimated, doubtful;
};

static struct course run(const struct armex_line *line)
{
    struct course course = {.low = line->first, .high = line->first};
    for (size_t i = line->first; i <= line->last; i++) {
        const unsigned status = line->marks[i] & ARMEX_STATUS_BITS;
        if (isnan(line->values[i])) {
            course.gaps++;
            continue;
        }
        course.figures++;
        if (line->values[i] < line->values[course.low])
            course.low = i;
        if (line->values[i] > line->values[course.high])
            course.high = i;
        if (line->marks[i] & ARMEX_WEAK)
            course.doubtful++;
        else if (status == ARMEX_PRELIMINARY)
            course.preliminary++;
        else if (status == ARMEX_ESTIMATE)
            course.estimated++;
    }
    return course;
}

static size_t figures_of(const struct armex_lines *lines)
{
    size_t figures = 0;
    for (size_t l = 0; l < lines->n; l++)
        figures += run(&lines->items[l]).figures;
    return figures;
}

/** " South Korea: 2003 $144 million, 2004 withheld, 2005 $262 million." */
static void say_all(struct armex_text *text, const struct armex_lines *lines,
                    const struct armex_line *line)
{
    char figure[ARMEX_FIGURE_SIZE];
    armex_text_printf(text, " %s:", line->label);
    for (size_t i = line->first; i <= line->last; i++) {
        armex_figure_with_unit(figure, line->values[i], lines->unit);
        armex_text_printf(
            text, "%s %d %s", i > line->first ? "," : "", lines->first_year + (int)i,
            isnan(line->values[i]) ? armex_gap_word(line->marks[i]) : figure);
    }
    armex_text_add(text, ".");
}

static void say_figure(struct armex_text *text, const struct armex_lines *lines,
                       const struct armex_line *line, const char *before, size_t i)
{
    char figure[ARMEX_FIGURE_SIZE];
    armex_figure_with_unit(figure, line->values[i], lines->unit);
    armex_text_printf(text, "%s %s in %d", before, figure, lines->first_year + (int)i);
}

static void say_count(struct armex_text *text, size_t n, const char *what)
{
    if (n)
        armex_text_printf(text, "; %zu %s", n, what);
}

/** " Cameroon: 221 million TIV in 1965, 338 million TIV in 2024; highest 574 million
 *  TIV in 1985, lowest 128 million TIV in 2010; no figure in 12 years; 1 preliminary."
 */
static void say_short(struct armex_text *text, const struct armex_lines *lines,
                      const struct armex_line *line, const struct course *course)
{
    armex_text_printf(text, " %s:", line->label);
    say_figure(text, lines, line, "", line->first);
    say_figure(text, lines, line, ",", line->last);
    say_figure(text, lines, line, "; highest", course->high);
    say_figure(text, lines, line, ", lowest", course->low);
    if (course->gaps)
        armex_text_printf(text, "; no figure in %zu year%s", course->gaps,
                          course->gaps == 1 ? "" : "s");
    say_count(text, course->preliminary, "preliminary");
    say_count(text, course->estimated, "estimated");
    say_count(text, course->doubtful, "doubtful");
    armex_text_add(text, ".");
}

static void say_line(struct armex_text *text, const struct armex_lines *lines,
                     const struct armex_line *line, bool all)
{
    const struct course course = run(line);
    if (line->last < line->first) // nothing could be fitted to it
        return;
    if (all || course.figures + course.gaps <= FEW)
        say_all(text, lines, line);
    else
        say_short(text, lines, line, &course);
}

/** A line, and what it must have reached to be told. */
struct told {
    const struct armex_line *line;
    double reached;
};

/** Equals as in the table. */
static int highest_first(const void *left, const void *right)
{
    const struct told *a = left, *b = right;
    if (a->reached != b->reached)
        return a->reached > b->reached ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

/** The subject, then those that reached highest, and the best of the others. */
static void say_leading(struct armex_text *text, const struct armex_lines *lines,
                        struct told *told)
{
    char figure[ARMEX_FIGURE_SIZE];
    for (size_t l = 0; l < lines->n; l++) {
        const struct armex_line *line = &lines->items[l];
        const double highest = line->values[run(line).high];
        told[l] = (struct told){line, l == lines->highlight ? INFINITY : highest};
    }
    qsort(told, lines->n, sizeof *told, highest_first);
    for (size_t l = 0; l < LINES_TOLD; l++)
        say_line(text, lines, told[l].line, false);
    armex_figure_with_unit(figure, told[LINES_TOLD].reached, lines->unit);
    armex_text_printf(text, " %zu more, none above %s.", lines->n - LINES_TOLD, figure);
}

const char *armex_lines_figures(struct armex_arena *arena,
                                const struct armex_lines *lines, const char *kind)
{
    struct armex_text text = {0};
    const bool all = figures_of(lines) <= ARMEX_TOLD_FIGURES;
    const bool most = all || lines->n <= LINES_TOLD;
    struct told *told = most ? NULL : armex_arena_new(arena, lines->n, sizeof *told);
    if (!most && !told)
        return NULL;
    armex_text_add(&text, kind);
    if (!most)
        say_leading(&text, lines, told);
    for (size_t l = 0; most && l < lines->n; l++)
        say_line(&text, lines, &lines->items[l], all);
    return armex_words_keep(arena, &text);
}
