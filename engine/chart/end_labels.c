/** chart/end_labels.c: the names of lines, where the lines end. */
#include "chart/end_labels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/labels.h"
#include "chart/scene.h"
#include "chart/words.h"

enum { LEADER = 18 };

static double last_figure(const struct armex_line *line)
{
    return line->values[line->last];
}

/** Downwards by last figure; equal ones in the order of the table. */
static int by_last_figure(const void *left, const void *right)
{
    const struct armex_end_label *a = left, *b = right;
    if (last_figure(a->line) != last_figure(b->line))
        return last_figure(a->line) > last_figure(b->line) ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/** The lines that may be named: those that end at all, and of more than have names none
 *  that ended with its state, whose leader would cross the years since. */
static size_t list(struct armex_end_label *all, const struct armex_lines *lines,
                   size_t most)
{
    size_t n = 0, lasting = 0;
    for (size_t i = 0; i < lines->n; i++)
        lasting += !lines->items[i].ended;
    for (size_t i = 0; i < lines->n; i++) {
        const struct armex_line *line = &lines->items[i];
        const bool crosses = line->ended && i != lines->highlight && lasting > most;
        if (line->first <= line->last && !crosses)
            all[n++].line = line;
    }
    return n;
}

/** Keeps the first `most` labels, the subject among them. */
static void keep(struct armex_end_labels *out, const struct armex_end_label *all,
                 size_t n, size_t most, const struct armex_line *subject)
{
    bool there = false;
    for (size_t i = 0; i < n && out->n < most; i++) {
        there = there || all[i].line == subject;
        if (out->n + 1 == most && !there)
            continue; // the last place is the subject's
        out->items[out->n++] = all[i];
    }
}

/** "South Korea  13.0", and the year of the figure when it is not the chart's last. */
static const char *label_text(struct armex_drawing *drawing,
                              const struct armex_lines *lines,
                              const struct armex_line *line)
{
    char figure[ARMEX_FIGURE_SIZE];
    const bool subject = line == &lines->items[lines->highlight];
    const double size = drawing->narrow ? 11.0 : subject ? 12.5 : 12.0;
    const enum armex_weight weight = subject ? ARMEX_BOLD : ARMEX_REGULAR;
    const char *name = armex_shorten(drawing, line->label, size, weight,
                                     drawing->narrow ? 86.0 : 150.0);
    const int scale = armex_figure_scale(fmax(fabs(lines->high), fabs(lines->low)));
    if (!name || drawing->narrow)
        return name;
    if (armex_lines_mix_scales(lines))
        armex_figure_short(figure, last_figure(line), NULL);
    else
        armex_figure(figure, last_figure(line), scale, false);
    if (line->last + 1 == lines->n_years)
        return armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s", name, figure);
    return armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s (%d)", name, figure,
                              lines->first_year + (int)line->last);
}

armex_status armex_end_labels_choose(struct armex_end_labels *out,
                                     struct armex_drawing *drawing,
                                     const struct armex_lines *lines,
                                     struct armex_error *error)
{
    const struct armex_line *subject = &lines->items[lines->highlight];
    *out = (struct armex_end_labels){.width = 14.0};
    if (lines->n < 2)
        return ARMEX_OK;
    struct armex_end_label *all =
        armex_arena_new(drawing->arena, lines->n, sizeof *all);
    if (!all)
        return armex_fail_memory(error);
    const size_t most = armex_named_lines(drawing->chart);
    const size_t n = list(all, lines, most);
    qsort(all, n, sizeof *all, by_last_figure);
    keep(out, all, n, most, subject);

    double widest = 0.0;
    for (size_t i = 0; i < out->n; i++) {
        struct armex_end_label *label = &out->items[i];
        label->text = label_text(drawing, lines, label->line);
        if (!label->text)
            return armex_fail_memory(error);
        const double width =
            armex_font_width(drawing->font, label->text, drawing->narrow ? 11.0 : 12.5,
                             label->line == subject ? ARMEX_BOLD : ARMEX_REGULAR);
        widest = width > widest ? width : widest;
    }
    out->width = LEADER + widest;
    return ARMEX_OK;
}

static void put_texts(const struct armex_end_labels *labels,
                      struct armex_drawing *drawing, const struct armex_plot *plot,
                      const double *y, bool of_subject)
{
    const struct armex_lines *lines = plot->lines;
    armex_scene_begin_words(&drawing->scene, of_subject ? "subject_label" : "labels");
    for (size_t i = 0; i < labels->n; i++)
        if ((labels->items[i].line == &lines->items[lines->highlight]) == of_subject)
            ARMEX_ROW(&drawing->scene, labels->items[i].text, plot->x1 + LEADER, y[i]);
    armex_scene_end(&drawing->scene);
}

armex_status armex_end_labels_put(struct armex_end_labels *labels,
                                  struct armex_drawing *drawing,
                                  const struct armex_plot *plot,
                                  struct armex_error *error)
{
    double y[ARMEX_NAMED_LINES];
    for (size_t i = 0; i < labels->n; i++) {
        y[i] = armex_plot_y(plot, last_figure(labels->items[i].line));
        if (isnan(y[i]))
            y[i] = plot->y1; // below a log scale
    }
    const armex_status status =
        armex_labels_place(y, labels->n, drawing->narrow ? 15.0 : 17.0, plot->y0 - 6.0,
                           plot->y1 + 4.0, error);
    if (status)
        return status;
    armex_scene_number(&drawing->scene, "label_px", drawing->narrow ? 11.0 : 12.0);
    armex_scene_number(&drawing->scene, "subject_px", drawing->narrow ? 11.0 : 12.5);
    put_texts(labels, drawing, plot, y, false);
    put_texts(labels, drawing, plot, y, true);
    armex_scene_begin(&drawing->scene, "leaders");
    for (size_t i = 0; i < labels->n; i++) {
        const struct armex_line *line = labels->items[i].line;
        const double from = armex_plot_y(plot, last_figure(line));
        const double x = armex_plot_x(plot, line->last) + 4.0;
        ARMEX_ROW(&drawing->scene, NULL, x, from, plot->x1 + LEADER - 4.0 - x,
                  y[i] - from);
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}
