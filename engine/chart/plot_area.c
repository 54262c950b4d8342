/** chart/plot_area.c: the rectangle of a line chart and its two axes. */
#include "chart/plot_area.h"

#include <math.h>
#include <stdio.h>

#include "chart/figure.h"
#include "chart/fitted.h"
#include "chart/hover.h"
#include "chart/scene.h"
#include "chart/words.h"

static const double tick_size = 11.0;

static void tick_text(char out[ARMEX_FIGURE_SIZE], const struct armex_plot *plot,
                      size_t i)
{
    const struct armex_axis *axis = &plot->figures;
    const bool named = i + 1 == axis->n && axis->ticks[i] != 0.0;
    if (armex_lines_mix_scales(plot->lines))
        armex_figure_short(out, axis->ticks[i], named ? &plot->lines->unit : NULL);
    else
        armex_figure_tick(out, axis->ticks[i], plot->scale,
                          armex_axis_decimals(axis, plot->scale),
                          named ? &plot->lines->unit : NULL);
}

static double widest_tick(struct armex_drawing *drawing, const struct armex_plot *plot)
{
    char text[ARMEX_FIGURE_SIZE];
    double widest = 0.0;
    for (size_t i = 0; i < plot->figures.n; i++) {
        tick_text(text, plot, i);
        const double width =
            armex_font_width(drawing->font, text, tick_size, ARMEX_REGULAR);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/** A single dot, or nothing but zeros, needs no more than a strip. */
static double height_of(const struct armex_drawing *drawing,
                        const struct armex_lines *lines)
{
    if ((lines->n_years == 1 && lines->n == 1) || lines->low == lines->high)
        return 160.0;
    return drawing->narrow ? 240.0 : 350.0;
}

struct armex_plot armex_plot_make(struct armex_drawing *drawing,
                                  const struct armex_lines *lines, double right)
{
    const int last = lines->first_year + (int)lines->n_years - 1;
    const double greatest = fmax(fabs(lines->high), fabs(lines->low));
    struct armex_plot plot = {.lines = lines, .scale = armex_figure_scale(greatest)};
    if (armex_lines_need_log(lines))
        plot.figures = armex_axis_log(armex_lines_least(lines, true), lines->high);
    else
        plot.figures = armex_axis_linear(lines->low, lines->high);
    plot.x0 = ARMEX_MARGIN + floor(widest_tick(drawing, &plot)) + 9.0;
    plot.x1 = drawing->width - ARMEX_MARGIN - ceil(right);
    plot.y0 = floor(drawing->top + 36.0) + 0.5;
    plot.y1 = plot.y0 + height_of(drawing, lines);
    plot.years = armex_axis_years(lines->first_year, last, plot.x1 - plot.x0, 44.0);
    return plot;
}

double armex_plot_x(const struct armex_plot *plot, size_t i)
{
    if (plot->lines->n_years == 1 && plot->lines->n > 1)
        return plot->x1 - 40.0; // near the names
    return plot->x0 + armex_axis_at(&plot->years, plot->lines->first_year + (double)i) *
                          (plot->x1 - plot->x0);
}

double armex_plot_y(const struct armex_plot *plot, double value)
{
    const double at = armex_axis_at(&plot->figures, value);
    return at >= -1e-9 ? plot->y1 - at * (plot->y1 - plot->y0) : (double)NAN;
}

static bool is_base(const struct armex_axis *axis, size_t i)
{
    return axis->log ? i == 0 : axis->ticks[i] == 0.0;
}

static void put_lines(struct armex_drawing *drawing, const struct armex_plot *plot,
                      bool base)
{
    struct armex_text *scene = &drawing->scene;
    armex_scene_begin(scene, base ? "base" : "grid");
    for (size_t i = 0; i < plot->figures.n; i++)
        if (is_base(&plot->figures, i) == base) {
            const double y = armex_plot_y(plot, plot->figures.ticks[i]);
            ARMEX_ROW(scene, NULL, plot->x0, floor(y) + 0.5, plot->x1 - plot->x0);
        }
    armex_scene_end(scene);
}

void armex_plot_axes(struct armex_drawing *drawing, const struct armex_plot *plot)
{
    struct armex_text *scene = &drawing->scene;
    char text[ARMEX_FIGURE_SIZE];
    put_lines(drawing, plot, false);
    put_lines(drawing, plot, true);

    armex_scene_begin_words(scene, "yticks");
    for (size_t i = 0; i < plot->figures.n; i++) {
        tick_text(text, plot, i);
        ARMEX_ROW(scene, text, plot->x0 - 8.0,
                  armex_plot_y(plot, plot->figures.ticks[i]));
    }
    armex_scene_end(scene);

    armex_scene_begin(scene, "xmarks");
    for (size_t i = 0; i < plot->years.n; i++)
        ARMEX_ROW(scene, NULL,
                  floor(armex_plot_x(
                      plot, (size_t)(plot->years.ticks[i] - plot->lines->first_year))) +
                      0.5,
                  plot->y1);
    armex_scene_end(scene);

    armex_scene_begin_words(scene, "xticks");
    for (size_t i = 0; i < plot->years.n; i++) {
        const int year = (int)plot->years.ticks[i];
        snprintf(text, sizeof text, "%d", year);
        ARMEX_ROW(scene, text,
                  armex_plot_x(plot, (size_t)(year - plot->lines->first_year)),
                  plot->y1 + 16.0);
    }
    armex_scene_end(scene);
}

/** "South Korea", and of what is fitted "South Korea, five-year mean"; NULL: no memory.
 */
static const char *name_of(struct armex_drawing *drawing, const struct armex_plot *plot,
                           const struct armex_line *line)
{
    const struct armex_lines *lines = plot->lines;
    const bool fitted =
        lines->fitted && line >= lines->items && line < lines->items + lines->n;
    const char *fit =
        fitted ? armex_fit_name(drawing->arena, lines->fitted, false) : NULL;
    if (!fitted)
        return line->label;
    return fit ? armex_arena_printf(drawing->arena, "%s, %s", line->label, fit) : NULL;
}

void armex_plot_hovers(struct armex_drawing *drawing, const struct armex_plot *plot,
                       const struct armex_line *line)
{
    const double most = 9.0, least = 2.0; // half the width of a field
    const double step = plot->lines->n_years > 1
                            ? armex_plot_x(plot, 1) - armex_plot_x(plot, 0)
                            : 2.0 * most;
    const double half = fmax(least, fmin(most, step / 2.0));
    char year[16];
    const char *name = name_of(drawing, plot, line);
    drawing->hovers.failed = drawing->hovers.failed || !name;
    for (size_t i = line->first; name && i <= line->last; i++) {
        const double y = armex_plot_y(plot, line->values[i]);
        armex_year_text(year, plot->lines->first_year + (int)i);
        armex_hover_figure(drawing, armex_field_around(armex_plot_x(plot, i), y, half),
                           name, year, line->values[i], plot->lines->unit,
                           line->marks[i]);
    }
}
