/** chart/values.c: the figures that stand beside the subject's line. */
#include "chart/values.h"

#include <math.h>

#include "chart/figure.h"
#include "chart/fitted.h"
#include "chart/scene.h"
#include "chart/words.h"

enum { SAMPLES = 4 };

static const double above = -14.0, below = 15.0, text_size = 12.5;
static const double half_height = 8.0, apart = 36.0;

static const struct armex_line *subject_of(const struct armex_plot *plot)
{
    return &plot->lines->items[plot->lines->highlight];
}

/** Where a line stands at a point of the picture's width; NAN: it has a gap there. */
static double height_at(const struct armex_plot *plot, const struct armex_line *line,
                        double x)
{
    if (plot->lines->n_years < 2)
        return armex_plot_y(plot, line->values[0]);
    const double step = armex_plot_x(plot, 1) - armex_plot_x(plot, 0);
    const double at = (x - plot->x0) / step;
    const double year = fmin(fmax(floor(at), 0.0), (double)plot->lines->n_years - 2.0);
    const size_t i = (size_t)year;
    const double from = armex_plot_y(plot, line->values[i]);
    const double to = armex_plot_y(plot, line->values[i + 1]);
    if (at < 0.0 || at > (double)plot->lines->n_years - 1.0)
        return (double)NAN;
    return from + (to - from) * (at - year);
}

/** Whether a figure that the subject is fitted to lies under a text at (x, y). */
static bool has_figure(const struct armex_plot *plot, double x, double y, double half)
{
    const struct armex_fitted *fitted = plot->lines->fitted;
    if (!fitted)
        return false;
    const struct armex_line *line = &fitted->figures.items[plot->lines->highlight];
    for (size_t i = line->first; i <= line->last; i++)
        if (fabs(armex_plot_x(plot, i) - x) < half + 4.0 &&
            fabs(armex_plot_y(plot, line->values[i]) - y) < half_height + 3.0)
            return true;
    return false;
}

/** Whether no line runs through a text at (x, y). */
static bool is_clear(const struct armex_plot *plot, double x, double y, double half)
{
    for (size_t l = 0; l < plot->lines->n; l++)
        for (int s = -SAMPLES; s <= SAMPLES; s++) {
            const double its =
                height_at(plot, &plot->lines->items[l], x + (half + 2.0) * s / SAMPLES);
            if (fabs(its - y) < half_height)
                return false;
        }
    return y + half_height < plot->y1 && !has_figure(plot, x, y, half);
}

static void put_value(struct armex_drawing *drawing, const struct armex_plot *plot,
                      size_t i)
{
    const struct armex_line *line = subject_of(plot);
    const double sides[] = {above, below};
    const double y = armex_plot_y(plot, line->values[i]);
    char text[ARMEX_FIGURE_SIZE];
    if (armex_lines_mix_scales(plot->lines))
        armex_figure_short(text, line->values[i], NULL);
    else
        armex_figure(text, line->values[i], plot->scale, false);
    const double half =
        armex_font_width(drawing->font, text, text_size, ARMEX_BOLD) / 2.0;
    const double x =
        fmin(fmax(armex_plot_x(plot, i), plot->x0 + half), drawing->width - 6.0 - half);
    for (size_t s = 0; s < 2; s++)
        if (is_clear(plot, x, y + sides[s], half)) {
            ARMEX_ROW(&drawing->scene, text, x, y + sides[s]);
            return;
        }
}

static size_t peak_of(const struct armex_line *line)
{
    size_t peak = line->first;
    for (size_t i = line->first; i <= line->last; i++)
        if (line->values[i] > line->values[peak])
            peak = i;
    return peak;
}

void armex_values_put(struct armex_drawing *drawing, const struct armex_plot *plot)
{
    const struct armex_line *line = subject_of(plot);
    const bool alone = plot->lines->n == 1;
    const size_t peak = peak_of(line);
    const double x = armex_plot_x(plot, peak);
    armex_scene_begin_words(&drawing->scene, "values");
    if (line->last < line->first) { // nothing could be fitted to it
        armex_scene_end(&drawing->scene);
        return;
    }
    if (alone || line->last != peak)
        put_value(drawing, plot, peak);
    if (alone && x - armex_plot_x(plot, line->first) >= apart)
        put_value(drawing, plot, line->first);
    if (alone && armex_plot_x(plot, line->last) - x >= apart)
        put_value(drawing, plot, line->last);
    armex_scene_end(&drawing->scene);
}
