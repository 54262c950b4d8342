/** chart/layout_line.c: where everything of a line chart stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/end_labels.h"
#include "chart/fitted.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/plot_area.h"
#include "chart/scene.h"
#include "chart/values.h"
#include "chart/words.h"

static const double dots_apart = 9.0; // nearer than that, single years make no dots

/** Whether a figure has no neighbour to be joined to by a line: what is counted
 *  differently, or of another state, is not joined. */
static bool is_isolated(const struct armex_line *line, size_t i)
{
    return (i == line->first || isnan(line->values[i - 1]) ||
            armex_line_breaks(line, i)) &&
           (i == line->last || isnan(line->values[i + 1]) ||
            armex_line_breaks(line, i + 1));
}

static void put_path(struct armex_drawing *drawing, const struct armex_plot *plot,
                     const struct armex_line *line)
{
    for (size_t i = line->first; i <= line->last; i++) {
        const double y = armex_plot_y(plot, line->values[i]);
        if (isnan(y) || armex_line_breaks(line, i))
            armex_scene_gap(&drawing->scene);
        if (!isnan(y))
            ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(plot, i), y);
    }
    armex_scene_gap(&drawing->scene);
}

static void put_paths(struct armex_drawing *drawing, const struct armex_plot *plot)
{
    const struct armex_lines *lines = plot->lines;
    armex_scene_begin(&drawing->scene, "context");
    for (size_t i = 0; i < lines->n; i++)
        if (i != lines->highlight)
            put_path(drawing, plot, &lines->items[i]);
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "accent");
    put_path(drawing, plot, &lines->items[lines->highlight]);
    armex_scene_end(&drawing->scene);
}

enum dot { NO_DOT, FIRM_DOT, HOLLOW_DOT };

/** What marks a figure: the end of a line, a figure alone, one that is not firm. */
static enum dot dot_of(const struct armex_plot *plot, const struct armex_line *line,
                       size_t i)
{
    const bool subject = line == &plot->lines->items[plot->lines->highlight];
    const double apart = plot->lines->n_years > 1
                             ? armex_plot_x(plot, 1) - armex_plot_x(plot, 0)
                             : dots_apart;
    if (isnan(line->values[i]))
        return NO_DOT;
    if (armex_mark_is_soft(line->marks[i]) && (subject || i == line->last))
        return HOLLOW_DOT;
    if (i == line->last || is_isolated(line, i))
        return FIRM_DOT;
    return subject && plot->lines->n == 1 && !plot->lines->fitted && apart >= dots_apart
               ? FIRM_DOT
               : NO_DOT;
}

static void put_dots(struct armex_drawing *drawing, const struct armex_plot *plot,
                     const char *name, bool subject, enum dot wanted)
{
    const struct armex_lines *lines = plot->lines;
    armex_scene_begin(&drawing->scene, name);
    for (size_t l = 0; l < lines->n; l++) {
        const struct armex_line *line = &lines->items[l];
        if ((l == lines->highlight) != subject)
            continue;
        for (size_t i = line->first; i <= line->last; i++)
            if (dot_of(plot, line, i) == wanted)
                ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(plot, i),
                          armex_plot_y(plot, line->values[i]),
                          !subject          ? 2.6
                          : i == line->last ? 4.4
                                            : 3.2);
    }
    armex_scene_end(&drawing->scene);
}

/** The height of a bound; what a log scale has no place for lies at its foot. */
static double bound_y(const struct armex_plot *plot, double bound)
{
    const double y = armex_plot_y(plot, bound);
    return isnan(y) && !isnan(bound) ? plot->y1 : y;
}

/** How far off the subject's fitted line may be. */
static void put_interval(struct armex_drawing *drawing, const struct armex_plot *plot)
{
    const struct armex_fitted *fitted = plot->lines->fitted;
    armex_scene_begin(&drawing->scene, "interval");
    for (size_t i = 0; fitted && fitted->lower && i < plot->lines->n_years; i++)
        if (isnan(fitted->lower[i]))
            armex_scene_band_gap(&drawing->scene);
        else
            ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(plot, i),
                      bound_y(plot, fitted->lower[i]), bound_y(plot, fitted->upper[i]));
    if (fitted)
        armex_scene_band_gap(&drawing->scene);
    armex_scene_end(&drawing->scene);
}

/** The radius of a figure's dot: dots of years close together must not run into a line.
 */
static double figure_radius(const struct armex_plot *plot)
{
    const double most = 3.2, least = 1.4;
    if (plot->lines->n_years < 2)
        return most;
    const double apart = armex_plot_x(plot, 1) - armex_plot_x(plot, 0);
    return fmax(least, fmin(most, 0.35 * apart));
}

/** The subject's figures, beneath the line that is fitted to them. */
static void put_figures(struct armex_drawing *drawing, const struct armex_plot *plot,
                        bool soft)
{
    const struct armex_fitted *fitted = plot->lines->fitted;
    armex_scene_begin(&drawing->scene, soft ? "figures_hollow" : "figures");
    if (fitted) {
        const struct armex_line *line = &fitted->figures.items[plot->lines->highlight];
        for (size_t i = line->first; i <= line->last; i++) {
            const double y = armex_plot_y(plot, line->values[i]);
            if (!isnan(y) && armex_mark_is_soft(line->marks[i]) == soft)
                ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(plot, i), y,
                          figure_radius(plot));
        }
    }
    armex_scene_end(&drawing->scene);
}

/** A height near y at which no grid line runs through a text. */
static double off_grid(const struct armex_plot *plot, double y)
{
    for (size_t i = 0; i < plot->figures.n; i++) {
        const double line = armex_plot_y(plot, plot->figures.ticks[i]);
        if (fabs(line - y) < 9.0)
            return line - 10.0;
    }
    return y;
}

/** Room for a word between two years, which ends of the line at its height narrow: they
 *  have a label. */
static double gap_room(const struct armex_plot *plot, const struct armex_line *line,
                       size_t before, size_t after, double y)
{
    const double margin = 7.0, label = 32.0, height = 28.0;
    double room = armex_plot_x(plot, after) - armex_plot_x(plot, before) - 2.0 * margin;
    if ((before == line->first &&
         fabs(armex_plot_y(plot, line->values[before]) - y) < height) ||
        (after == line->last &&
         fabs(armex_plot_y(plot, line->values[after]) - y) < height))
        room -= 2.0 * (label - margin); // the word stands in the middle
    return room;
}

/** A word in each gap of a line alone that has room for it. */
static void put_gaps(struct armex_drawing *drawing, const struct armex_plot *plot)
{
    const struct armex_line *line = &plot->lines->items[plot->lines->highlight];
    armex_scene_begin_words(&drawing->scene, "gaps");
    const bool alone = plot->lines->n == 1 && !plot->lines->fitted;
    for (size_t i = line->first; alone && i <= line->last; i++) {
        size_t end = i;
        if (!isnan(line->values[i]))
            continue;
        while (isnan(line->values[end]))
            end++;
        const char *word = armex_gap_word(line->marks[i]);
        const double from = armex_plot_x(plot, i - 1), to = armex_plot_x(plot, end);
        const double y = off_grid(plot, (armex_plot_y(plot, line->values[i - 1]) +
                                         armex_plot_y(plot, line->values[end])) /
                                            2.0);
        if (armex_font_width(drawing->font, word, 11.0, ARMEX_REGULAR) <
            gap_room(plot, line, i - 1, end, y))
            ARMEX_ROW(&drawing->scene, word, (from + to) / 2.0, y);
        i = end;
    }
    armex_scene_end(&drawing->scene);
}

/** A dashed line before each year from which on the subject is not to be compared, and
 *  a word above it where there is room beside the one before. */
static void put_breaks(struct armex_drawing *drawing, const struct armex_plot *plot,
                       bool words)
{
    const struct armex_line *line = &plot->lines->items[plot->lines->highlight];
    double free = ARMEX_MARGIN;
    if (words)
        armex_scene_begin_words(&drawing->scene, "break_words");
    else
        armex_scene_begin(&drawing->scene, "breaks");
    for (size_t i = line->first + 1; i <= line->last; i++) {
        if (!armex_line_breaks(line, i))
            continue;
        const double x = (armex_plot_x(plot, i - 1) + armex_plot_x(plot, i)) / 2.0;
        const char *word = armex_break_word(line->marks[i]);
        const double half =
            armex_font_width(drawing->font, word, 11.0, ARMEX_REGULAR) / 2.0;
        const double at = fmin(x, drawing->width - ARMEX_MARGIN - half);
        if (!words)
            ARMEX_ROW(&drawing->scene, NULL, floor(x) + 0.5, plot->y0 - 2.0,
                      plot->y1 - plot->y0 + 2.0);
        else if (at - half >= free) {
            ARMEX_ROW(&drawing->scene, word, at, plot->y0 - 10.0);
            free = at + half + 8.0;
        }
    }
    armex_scene_end(&drawing->scene);
}

/** The subject lies above the others. */
static void put_hovers(struct armex_drawing *drawing, const struct armex_plot *plot)
{
    const struct armex_lines *lines = plot->lines;
    for (size_t i = 0; lines->n * lines->n_years <= ARMEX_HOVERS && i < lines->n; i++)
        if (i != lines->highlight)
            armex_plot_hovers(drawing, plot, &lines->items[i]);
    if (lines->fitted)
        armex_plot_hovers(drawing, plot,
                          &lines->fitted->figures.items[lines->highlight]);
    armex_plot_hovers(drawing, plot, &lines->items[lines->highlight]);
}

armex_status armex_layout_line(struct armex_drawing *drawing,
                               const struct armex_lines *lines,
                               struct armex_error *error)
{
    struct armex_end_labels labels;
    armex_status status = armex_end_labels_choose(&labels, drawing, lines, error);
    if (status)
        return status;
    const struct armex_plot plot = armex_plot_make(drawing, lines, labels.width);
    armex_plot_axes(drawing, &plot);
    put_breaks(drawing, &plot, false);
    put_breaks(drawing, &plot, true);
    if (!lines->base) { // an index is fitted nothing to
        put_interval(drawing, &plot);
        put_figures(drawing, &plot, false);
        put_figures(drawing, &plot, true);
    }
    put_paths(drawing, &plot);
    put_dots(drawing, &plot, "context_dots", false, FIRM_DOT);
    put_dots(drawing, &plot, "context_hollow", false, HOLLOW_DOT);
    put_dots(drawing, &plot, "accent_dots", true, FIRM_DOT);
    put_dots(drawing, &plot, "accent_hollow", true, HOLLOW_DOT);
    armex_values_put(drawing, &plot);
    put_gaps(drawing, &plot);
    put_hovers(drawing, &plot);
    status = armex_end_labels_put(&labels, drawing, &plot, error);
    return status ? status : armex_frame_end(drawing, plot.y1 + 16.0, error);
}
