/** chart/words_triangle.c: what a triangle of growth says. */
#include <math.h>

#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/triangle.h"
#include "chart/words.h"

/** In how many stretches it grew: no start or end is singled out. */
static armex_status find_title(const char **out, struct armex_arena *arena,
                               const struct armex_triangle *triangle,
                               struct armex_error *error)
{
    const struct armex_lines *lines = &triangle->lines;
    const struct armex_line *line = &lines->items[0];
    if (triangle->spans < 3)
        return armex_lines_title(out, arena, lines, error);
    const char *who = armex_with_article(arena, line->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    const char *what = armex_lines_counted(lines);
    if (!whose)
        return armex_fail_memory(error);
    if (triangle->grown == triangle->spans)
        *out =
            armex_arena_printf(arena, "%s %s grew between any two years", whose, what);
    else if (!triangle->grown)
        *out =
            armex_arena_printf(arena, "%s %s grew between no two years", whose, what);
    else
        *out = armex_arena_printf(arena, "%s %s grew over %zu of %zu spans of years",
                                  whose, what, triangle->grown, triangle->spans);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

static const char *notes_of(struct armex_arena *arena,
                            const struct armex_triangle *triangle)
{
    struct armex_text note = {0};
    bool soft = false;
    const struct armex_line *line = &triangle->lines.items[0];
    for (size_t i = line->first; i <= line->last; i++)
        soft = soft || (!isnan(line->values[i]) && armex_mark_is_soft(line->marks[i]));
    armex_lines_say_breaks(&note, &triangle->lines);
    armex_lines_say_fiscal(&note, &triangle->lines);
    armex_text_add(&note, "Shades end at 50%.");
    if (triangle->gaps)
        armex_text_add(&note, " Blank: no rate, for want of figures above zero or "
                              "across a break.");
    if (soft)
        armex_text_add(&note, " Pale bars: preliminary, estimated or doubtful.");
    if (triangle->cut)
        armex_text_printf(&note, " Years from %d to %d are not shown.", triangle->cut,
                          triangle->lines.first_year - 1);
    return armex_words_keep(arena, &note);
}

/** " 1990 to 2025 +8.1%;" */
static void say_stretch(struct armex_text *text, const struct armex_triangle *triangle,
                        const struct armex_stretch *stretch)
{
    char figure[ARMEX_FIGURE_SIZE];
    int sign;
    armex_figure_change(figure, stretch->rate, &sign);
    if (*figure)
        armex_text_printf(text, " %d to %d %s;",
                          triangle->lines.first_year + (int)stretch->from,
                          triangle->lines.first_year + (int)stretch->to, figure);
}

/** The stretches that the callouts name. */
static void say_extremes(struct armex_text *text, const struct armex_triangle *triangle)
{
    say_stretch(text, triangle, &triangle->whole);
    armex_text_add(text, " highest");
    say_stretch(text, triangle, &triangle->best);
    armex_text_add(text, " lowest");
    say_stretch(text, triangle, &triangle->worst);
}

static void say_all(struct armex_text *text, const struct armex_triangle *triangle)
{
    const struct armex_line *line = &triangle->lines.items[0];
    for (size_t from = line->first; from < line->last; from++)
        for (size_t to = from + 1; to <= line->last; to++) {
            const struct armex_stretch stretch = {from, to,
                                                  armex_stretch_rate(line, from, to)};
            say_stretch(text, triangle, &stretch);
        }
}

static const char *rates(struct armex_arena *arena,
                         const struct armex_triangle *triangle)
{
    struct armex_text text = {0};
    const char *levels =
        armex_lines_figures(arena, &triangle->lines, "Triangle of growth.");
    if (!levels)
        return NULL;
    armex_text_add(&text, levels);
    armex_text_add(&text, " Growth a year:");
    if (triangle->spans > ARMEX_TOLD_FIGURES)
        say_extremes(&text, triangle);
    else
        say_all(&text, triangle);
    if (text.length && !text.failed)
        text.data[text.length - 1] = '.';
    return armex_words_keep(arena, &text);
}

armex_status armex_words_triangle(struct armex_chart_words *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  const struct armex_lines *lines,
                                  struct armex_error *error)
{
    struct armex_triangle triangle;
    *out = (struct armex_chart_words){0};
    armex_status status = armex_triangle_read(&triangle, arena, chart, lines, error);
    if (!status)
        status = find_title(&out->title, arena, &triangle, error);
    if (status)
        return status;
    const char *span = armex_lines_span(arena, &triangle.lines);
    const char *what = armex_capitalised(arena, armex_lines_counted(&triangle.lines));
    out->subtitle =
        span && what ? armex_arena_printf(arena,
                                          "%s: mean growth a year, %%, for every start "
                                          "and end year, %s",
                                          what, span)
                     : NULL;
    out->note = notes_of(arena, &triangle);
    out->description = rates(arena, &triangle);
    return armex_words_finish(out, arena, chart, error);
}
