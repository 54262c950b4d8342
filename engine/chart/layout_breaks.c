/** chart/layout_breaks.c: where everything of a chart of breaks stands. */
#include <math.h>
#include <stdio.h>

#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/plot_area.h"
#include "chart/regimes.h"
#include "chart/scene.h"

/** The figure of a regime's level. */
struct level {
    char text[ARMEX_FIGURE_SIZE];
    struct armex_field at;
    double crossed; /**< pixels of what is drawn that run through it */
};

struct breaks {
    struct armex_regimes regimes;
    struct armex_plot plot;
    struct level *levels; /**< of those that have one, and room for it */
    size_t n_levels;
};

/** Where a calendar year lies, kept within the picture. */
static double x_of(const struct breaks *breaks, double year)
{
    const struct armex_plot *plot = &breaks->plot;
    const double at = armex_axis_at(&plot->years, year);
    return fmin(fmax(plot->x0 + at * (plot->x1 - plot->x0), plot->x0), plot->x1);
}

/** A break lies between the year before and the first year after. */
static double break_x(const struct breaks *breaks, size_t r)
{
    return x_of(breaks, breaks->regimes.lines.first_year +
                            (double)breaks->regimes.items[r].first - 0.5);
}

static void put_intervals(struct armex_drawing *drawing, const struct breaks *breaks)
{
    armex_scene_begin(&drawing->scene, "intervals");
    for (size_t r = 1; r < breaks->regimes.n; r++) {
        const struct armex_regime_fit *regime = &breaks->regimes.items[r];
        if (isnan(regime->lower) || isnan(regime->upper))
            continue;
        ARMEX_ROW(&drawing->scene, NULL, x_of(breaks, regime->lower - 0.5),
                  x_of(breaks, regime->upper - 0.5), breaks->plot.y0, breaks->plot.y1);
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "breaks");
    for (size_t r = 1; r < breaks->regimes.n; r++)
        ARMEX_ROW(&drawing->scene, NULL, floor(break_x(breaks, r)) + 0.5,
                  breaks->plot.y0 - 2.0, breaks->plot.y1 - breaks->plot.y0 + 2.0);
    armex_scene_end(&drawing->scene);
}

/** The year of every break above it, and its interval where neighbours leave room. */
static void put_years(struct armex_drawing *drawing, const struct breaks *breaks)
{
    char text[64];
    double free = ARMEX_MARGIN;
    armex_scene_begin_words(&drawing->scene, "break_years");
    for (size_t r = 1; r < breaks->regimes.n; r++) {
        const struct armex_regime_fit *regime = &breaks->regimes.items[r];
        const int year = breaks->regimes.lines.first_year + (int)regime->first;
        const double x = break_x(breaks, r);
        const double next =
            r + 1 < breaks->regimes.n ? break_x(breaks, r + 1) : drawing->width;
        snprintf(text, sizeof text, "%d (%.0f\u2013%.0f)", year, regime->lower,
                 regime->upper);
        double half =
            armex_font_width(drawing->font, text, 11.5, ARMEX_BOLD) / 2.0 + 3.0;
        if (isnan(regime->lower) || isnan(regime->upper) || drawing->narrow ||
            x - half < free || x + half > next - 20.0) {
            snprintf(text, sizeof text, "%d", year);
            half = armex_font_width(drawing->font, text, 11.5, ARMEX_BOLD) / 2.0 + 3.0;
        }
        if (x - half < free)
            continue; // the line is there, the title names its year
        ARMEX_ROW(&drawing->scene, text, fmin(x, drawing->width - ARMEX_MARGIN - half),
                  breaks->plot.y0 - 11.0);
        free = x + half;
    }
    armex_scene_end(&drawing->scene);
}

static void put_figures(struct armex_drawing *drawing, const struct breaks *breaks)
{
    const struct armex_line *line = breaks->regimes.lines.items;
    armex_scene_begin(&drawing->scene, "context");
    for (size_t i = line->first; i <= line->last; i++) {
        if (isnan(line->values[i]) || armex_line_breaks(line, i))
            armex_scene_gap(&drawing->scene);
        if (!isnan(line->values[i]))
            ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&breaks->plot, i),
                      armex_plot_y(&breaks->plot, line->values[i]));
    }
    armex_scene_end(&drawing->scene);
    for (int hollow = 0; hollow < 2; hollow++) {
        armex_scene_begin(&drawing->scene, hollow ? "hollow" : "dots");
        for (size_t i = line->first; i <= line->last; i++)
            if (!isnan(line->values[i]) &&
                armex_mark_is_soft(line->marks[i]) == (hollow == 1))
                ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&breaks->plot, i),
                          armex_plot_y(&breaks->plot, line->values[i]));
        armex_scene_end(&drawing->scene);
    }
}

/** The curve of a regime: exponential where it slopes. */
static void put_fits(struct armex_drawing *drawing, const struct breaks *breaks)
{
    armex_scene_begin(&drawing->scene, "accent");
    for (size_t r = 0; r < breaks->regimes.n; r++) {
        const struct armex_regime_fit *regime = &breaks->regimes.items[r];
        const double years = (double)(regime->last - regime->first);
        for (size_t i = regime->first; i <= regime->last; i++) {
            const double part = years > 0.0 ? (double)(i - regime->first) / years : 0.0;
            const double value =
                regime->begins * pow(regime->ends / regime->begins, part);
            const double y = armex_plot_y(&breaks->plot, value);
            if (isnan(y))
                armex_scene_gap(&drawing->scene);
            else
                ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&breaks->plot, i), y);
        }
        armex_scene_gap(&drawing->scene);
    }
    armex_scene_end(&drawing->scene);
}

/** How many pixels of a segment run through a text. */
static double run_through(struct armex_field text, double x0, double y0, double x1,
                          double y1)
{
    const int pixels = (int)ceil(hypot(x1 - x0, y1 - y0));
    double within = 0.0;
    if (fmax(x0, x1) < text.x || fmin(x0, x1) > text.x + text.width)
        return 0.0;
    for (int i = 0; i <= pixels; i++) {
        const double part = pixels ? (double)i / pixels : 0.0;
        const double x = x0 + part * (x1 - x0), y = y0 + part * (y1 - y0);
        within += x > text.x && x < text.x + text.width && y > text.y &&
                  y < text.y + text.height;
    }
    return within;
}

/** The same of everything that is drawn: figures, levels and the lines of breaks. */
static double crossed(const struct breaks *breaks, struct armex_field text)
{
    const struct armex_plot *plot = &breaks->plot;
    const struct armex_line *line = breaks->regimes.lines.items;
    double within = 0.0;
    for (size_t i = line->first; i < line->last; i++)
        if (!isnan(line->values[i]) && !isnan(line->values[i + 1]) &&
            !armex_line_breaks(line, i + 1))
            within += run_through(
                text, armex_plot_x(plot, i), armex_plot_y(plot, line->values[i]),
                armex_plot_x(plot, i + 1), armex_plot_y(plot, line->values[i + 1]));
    for (size_t r = 0; r < breaks->regimes.n; r++) {
        const struct armex_regime_fit *regime = &breaks->regimes.items[r];
        const double y = armex_plot_y(plot, regime->ends), x = break_x(breaks, r);
        within += run_through(text, armex_plot_x(plot, regime->first), y,
                              armex_plot_x(plot, regime->last), y);
        if (r && x > text.x && x < text.x + text.width)
            within += text.height;
    }
    const double beyond = text.y + text.height - plot->y1;
    return within + (beyond > 0.0 ? text.width * beyond : 0.0);
}

/** Where a level's figure is crossed by least: along the level, above it or below; of
 *  equals the first from its beginning, above. */
static void place_level(struct level *level, const struct breaks *breaks, size_t r,
                        double y, double width)
{
    const struct armex_regime_fit *regime = &breaks->regimes.items[r];
    const double from = armex_plot_x(&breaks->plot, regime->first) + 2.0;
    const double room = armex_plot_x(&breaks->plot, regime->last) - width - from;
    const double half = 8.0, sides[] = {y - 12.0, y + 13.0};
    const size_t steps = 16, places = 2 * (steps + 1); // on either side
    level->crossed = INFINITY;
    for (size_t i = 0; i < places; i++) {
        const size_t step = i / 2;
        const double part = (double)step / (double)steps;
        const struct armex_field at = {from + part * fmax(0.0, room),
                                       sides[i % 2] - half, width, 2.0 * half};
        const double own = crossed(breaks, at);
        if (own < level->crossed) {
            level->crossed = own;
            level->at = at;
        }
    }
}

/** The level of every regime beside its line; of sloped ones there is none. */
static armex_status place_levels(struct breaks *breaks, struct armex_drawing *drawing,
                                 struct armex_error *error)
{
    const struct armex_regimes *regimes = &breaks->regimes;
    const int scale = armex_figure_scale(regimes->lines.high);
    breaks->levels =
        armex_arena_new(drawing->arena, regimes->n, sizeof *breaks->levels);
    if (!breaks->levels)
        return armex_fail_memory(error);
    for (size_t r = 0; r < regimes->n; r++) {
        struct level *level = &breaks->levels[breaks->n_levels];
        const struct armex_regime_fit *regime = &regimes->items[r];
        const double from = armex_plot_x(&breaks->plot, regime->first);
        const double to = armex_plot_x(&breaks->plot, regime->last);
        const double y = armex_plot_y(&breaks->plot, regime->ends);
        if (isnan(y) || regimes->sloped)
            continue;
        armex_figure(level->text, regime->ends, scale, false);
        const double width =
            armex_font_width(drawing->font, level->text, 12.5, ARMEX_BOLD) + 4.0;
        if (width + 2.0 > fmax(to - from, 40.0))
            continue;
        place_level(level, breaks, r, y, width);
        breaks->n_levels++;
    }
    return ARMEX_OK;
}

/** A plate of paper lies under a figure that something runs through wherever it stands.
 */
static void put_levels(struct armex_drawing *drawing, const struct breaks *breaks)
{
    armex_scene_begin(&drawing->scene, "plates");
    for (size_t i = 0; i < breaks->n_levels; i++) {
        const struct armex_field *at = &breaks->levels[i].at;
        if (breaks->levels[i].crossed > 0.0)
            ARMEX_ROW(&drawing->scene, NULL, at->x - 2.0, at->x + at->width, at->y,
                      at->y + at->height);
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "levels");
    for (size_t i = 0; i < breaks->n_levels; i++) {
        const struct level *level = &breaks->levels[i];
        ARMEX_ROW(&drawing->scene, level->text, level->at.x,
                  level->at.y + level->at.height / 2.0);
    }
    armex_scene_end(&drawing->scene);
}

armex_status armex_layout_breaks(struct armex_drawing *drawing,
                                 const struct armex_lines *lines,
                                 struct armex_error *error)
{
    struct breaks breaks = {.plot = {.scale = 0}};
    armex_status status = armex_regimes_read(&breaks.regimes, drawing->arena,
                                             drawing->chart, lines, error);
    if (status)
        return status;
    breaks.plot = armex_plot_make(drawing, &breaks.regimes.lines, 14.0);
    status = place_levels(&breaks, drawing, error);
    if (status)
        return status;
    armex_plot_axes(drawing, &breaks.plot);
    put_intervals(drawing, &breaks);
    put_years(drawing, &breaks);
    put_figures(drawing, &breaks);
    put_fits(drawing, &breaks);
    put_levels(drawing, &breaks);
    armex_plot_hovers(drawing, &breaks.plot, breaks.regimes.lines.items);
    return armex_frame_end(drawing, breaks.plot.y1 + 16.0, error);
}
