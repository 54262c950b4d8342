/** chart/layout_triangle.c: where everything of a triangle of growth stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/largest.h"
#include "chart/layout.h"
#include "chart/scene.h"
#include "chart/triangle.h"
#include "chart/words.h"

static const double full = 0.5, label_width = 32.0, bar_room = 86.0;

struct grid {
    struct armex_triangle triangle;
    const struct armex_line *line;
    size_t n;                       /**< years */
    double x0, y0, width, height;   /**< of the first cell; column i is year i */
    double calls_y, bars_y, zero_y; /**< of the callouts, the upper edge, the zero */
    double scale_y;                 /**< pixels of one unit of the figures */
    int scale;
    bool figures; /**< they fit into the cells */
};

/** "+34", "−9", "0", "×12". */
static void rate_text(char out[ARMEX_FIGURE_SIZE], double rate)
{
    int sign;
    if (rate > 9.0) {
        armex_figure_change(out, rate, &sign);
        return;
    }
    *out = '\0';
    if (isnan(rate))
        return;
    char digits[32];
    armex_number_for_people(digits, sizeof digits, rate * 100.0, 0);
    const bool none = !strcmp(digits, "0") || !strcmp(digits, "\u22120");
    snprintf(out, ARMEX_FIGURE_SIZE, "%s%s", rate > 0.0 && !none ? "+" : "",
             none ? "0" : digits);
}

static double widest_rate(struct armex_drawing *drawing, const struct grid *grid)
{
    char text[ARMEX_FIGURE_SIZE];
    double widest = 0.0;
    for (size_t from = 0; from < grid->n; from++)
        for (size_t to = from + 1; to < grid->n; to++) {
            rate_text(text, armex_stretch_rate(grid->line, from, to));
            widest = fmax(widest,
                          armex_font_width(drawing->font, text, 10.0, ARMEX_REGULAR));
        }
    return widest;
}

static double x_of(const struct grid *grid, size_t i)
{
    return grid->x0 + grid->width * (double)i;
}

static double y_of(const struct grid *grid, size_t row)
{
    return grid->y0 + grid->height * (double)row;
}

/** Whether the callouts fit into the corner that the triangle leaves free. */
static bool has_corner(const struct grid *grid)
{
    return grid->n >= 6 && x_of(grid, grid->n - 6) - label_width > 330.0 &&
           grid->height >= 18.0;
}

static void place(struct armex_drawing *drawing, struct grid *grid)
{
    const double room = drawing->width - 2.0 * ARMEX_MARGIN;
    const double bars = drawing->narrow ? 60.0 : bar_room;
    grid->n = grid->triangle.lines.n_years;
    grid->line = &grid->triangle.lines.items[0];
    grid->width = fmin(60.0, room / (double)grid->n);
    if (grid->width < label_width) // the first row has its label left of it
        grid->width = (room - label_width) / ((double)grid->n - 1.0);
    grid->x0 = fmax(ARMEX_MARGIN, ARMEX_MARGIN + label_width - grid->width);
    grid->figures = widest_rate(drawing, grid) + 3.0 <= grid->width;
    grid->height = grid->figures ? 19.0 : fmin(19.0, fmax(9.0, grid->width));
    grid->y0 = floor(drawing->top + 46.0);
    const double bottom = y_of(grid, grid->n - 1);
    grid->calls_y = has_corner(grid) ? y_of(grid, grid->n - 4) : bottom + 24.0;
    grid->bars_y = (has_corner(grid) ? bottom : grid->calls_y + 38.0) + 56.0;
    const struct armex_lines *lines = &grid->triangle.lines;
    grid->scale = armex_figure_scale(fmax(fabs(lines->high), fabs(lines->low)));
    grid->scale_y = bars / (lines->high - lines->low);
    grid->zero_y = floor(grid->bars_y + lines->high * grid->scale_y) + 0.5;
}

/** The stretches that have a rate. */
struct cells {
    size_t n;
    struct armex_stretch *items;
    int *steps;    /**< the shade of each */
    size_t *order; /**< of them by their shades */
};

static armex_status order_cells(struct cells *cells, struct armex_drawing *drawing,
                                const struct grid *grid, struct armex_error *error)
{
    const size_t spans = grid->triangle.spans;
    cells->steps = armex_arena_new(drawing->arena, spans, sizeof *cells->steps);
    cells->items = armex_arena_new(drawing->arena, spans, sizeof *cells->items);
    cells->order = armex_arena_new(drawing->arena, spans, sizeof *cells->order);
    if (!cells->steps || !cells->items || !cells->order)
        return armex_fail_memory(error);
    for (size_t from = 0; from < grid->n; from++)
        for (size_t to = from + 1; to < grid->n; to++) {
            const double rate = armex_stretch_rate(grid->line, from, to);
            if (isnan(rate))
                continue;
            cells->steps[cells->n] = armex_shade_step(rate / full);
            cells->items[cells->n++] = (struct armex_stretch){from, to, rate};
        }
    armex_shades_sort(cells->order, cells->steps, cells->n);
    return ARMEX_OK;
}

static void put_cell(struct armex_drawing *drawing, const struct grid *grid,
                     const struct armex_stretch *stretch, int step)
{
    char rate[ARMEX_FIGURE_SIZE], words[ARMEX_FIGURE_SIZE + 48];
    const int first_year = grid->triangle.lines.first_year;
    int sign;
    ARMEX_ROW(&drawing->scene, NULL, x_of(grid, stretch->to),
              x_of(grid, stretch->to + 1) - 1.0, y_of(grid, stretch->from),
              y_of(grid, stretch->from + 1) - 1.0, step);
    armex_figure_change(rate, stretch->rate, &sign);
    snprintf(words, sizeof words, "%d to %d: %s a year",
             first_year + (int)stretch->from, first_year + (int)stretch->to, rate);
    armex_hover_mark_words(drawing, words);
}

/** Each says its rate. */
static void put_cells(struct armex_drawing *drawing, const struct grid *grid,
                      const struct cells *cells)
{
    armex_scene_begin(&drawing->scene, "cells");
    for (size_t i = 0; i < cells->n; i++) {
        const size_t cell = cells->order[i];
        put_cell(drawing, grid, &cells->items[cell], cells->steps[cell]);
    }
    armex_scene_end(&drawing->scene);
}

static void put_figures(struct armex_drawing *drawing, const struct grid *grid,
                        const struct cells *cells)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_shaded_words(&drawing->scene, "figures");
    for (size_t i = 0; grid->figures && i < cells->n; i++) {
        const struct armex_stretch *stretch = &cells->items[i];
        rate_text(text, stretch->rate);
        ARMEX_ROW(
            &drawing->scene, text, x_of(grid, stretch->to) + grid->width / 2.0 - 0.5,
            y_of(grid, stretch->from) + grid->height / 2.0 - 0.5, cells->steps[i]);
    }
    armex_scene_end(&drawing->scene);
}

static void put_outline(struct armex_drawing *drawing, const struct grid *grid,
                        const struct armex_stretch *stretch)
{
    const double x0 = x_of(grid, stretch->to) + 0.5, x1 = x0 + grid->width - 2.0;
    const double y0 = y_of(grid, stretch->from) + 0.5, y1 = y0 + grid->height - 2.0;
    ARMEX_ROW(&drawing->scene, NULL, x0, y0);
    ARMEX_ROW(&drawing->scene, NULL, x1, y0);
    ARMEX_ROW(&drawing->scene, NULL, x1, y1);
    ARMEX_ROW(&drawing->scene, NULL, x0, y1);
    ARMEX_ROW(&drawing->scene, NULL, x0, y0 - 1.0);
    armex_scene_gap(&drawing->scene);
}

/** The stretches that the callouts name. */
static void put_outlines(struct armex_drawing *drawing, const struct grid *grid)
{
    armex_scene_begin(&drawing->scene, "outlines");
    put_outline(drawing, grid, &grid->triangle.whole);
    put_outline(drawing, grid, &grid->triangle.best);
    put_outline(drawing, grid, &grid->triangle.worst);
    armex_scene_end(&drawing->scene);
}

static void put_call(struct armex_drawing *drawing, const struct grid *grid,
                     const char *word, const struct armex_stretch *stretch, double y)
{
    char rate[ARMEX_FIGURE_SIZE], text[ARMEX_FIGURE_SIZE + 64];
    const int first_year = grid->triangle.lines.first_year;
    int sign;
    armex_figure_change(rate, stretch->rate, &sign);
    snprintf(text, sizeof text, "%s%d to %d: %s a year", word,
             first_year + (int)stretch->from, first_year + (int)stretch->to, rate);
    ARMEX_ROW(&drawing->scene, text, ARMEX_MARGIN, y);
}

static void put_calls(struct armex_drawing *drawing, const struct grid *grid)
{
    const struct armex_triangle *triangle = &grid->triangle;
    armex_scene_begin_words(&drawing->scene, "call");
    put_call(drawing, grid, "", &triangle->whole, grid->calls_y);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "calls");
    if (triangle->spans > 1) {
        put_call(drawing, grid, "highest, ", &triangle->best, grid->calls_y + 20.0);
        put_call(drawing, grid, "lowest, ", &triangle->worst, grid->calls_y + 38.0);
    }
    armex_scene_end(&drawing->scene);
}

/** Years above the cells and below the bars, every one where it fits. */
static void put_years(struct armex_drawing *drawing, const struct grid *grid)
{
    char text[16];
    const int first = grid->triangle.lines.first_year, last = first + (int)grid->n - 1;
    const struct armex_axis axis =
        armex_axis_years(first, last, grid->width * (double)(grid->n - 1), 34.0);
    const bool all = grid->width >= 29.0;
    const double floor_y =
        grid->zero_y - fmin(grid->triangle.lines.low, 0.0) * grid->scale_y;
    armex_scene_begin_words(&drawing->scene, "years");
    for (size_t i = 0; i < (all ? grid->n : axis.n); i++) {
        const int year = all ? first + (int)i : (int)axis.ticks[i];
        const double x = x_of(grid, (size_t)(year - first)) + grid->width / 2.0;
        snprintf(text, sizeof text, "%d", year);
        if (year > first)
            ARMEX_ROW(&drawing->scene, text, x, grid->y0 - 9.0);
        ARMEX_ROW(&drawing->scene, text, x, floor_y + 13.0);
    }
    armex_scene_end(&drawing->scene);
    const size_t apart = (size_t)ceil(13.0 / grid->height);
    armex_scene_begin_words(&drawing->scene, "starts");
    for (size_t i = 0; i + 1 < grid->n; i += apart) {
        snprintf(text, sizeof text, "%d", first + (int)i);
        ARMEX_ROW(&drawing->scene, text, x_of(grid, i + 1) - 6.0,
                  y_of(grid, i) + grid->height / 2.0 - 0.5);
    }
    armex_scene_end(&drawing->scene);
}

static void put_bars(struct armex_drawing *drawing, const struct grid *grid,
                     const char *block, bool soft)
{
    const double gap = fmin(5.0, grid->width * 0.15);
    armex_scene_begin(&drawing->scene, block);
    for (size_t i = 0; i < grid->n; i++)
        if (!isnan(grid->line->values[i]) &&
            armex_mark_is_soft(grid->line->marks[i]) == soft)
            ARMEX_ROW(&drawing->scene, NULL, x_of(grid, i) + gap,
                      x_of(grid, i + 1) - gap, grid->zero_y,
                      grid->zero_y - grid->line->values[i] * grid->scale_y);
    armex_scene_end(&drawing->scene);
}

static void put_levels(struct armex_drawing *drawing, const struct grid *grid)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_words(&drawing->scene, "levels");
    for (size_t i = 0; i < grid->n; i++) {
        const double value = grid->line->values[i];
        armex_figure(text, value, grid->scale, false);
        if (!isnan(value) &&
            armex_font_width(drawing->font, text, 10.0, ARMEX_REGULAR) < grid->width)
            ARMEX_ROW(&drawing->scene, text, x_of(grid, i) + grid->width / 2.0,
                      grid->zero_y - fmax(value, 0.0) * grid->scale_y - 8.0);
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "base");
    ARMEX_ROW(&drawing->scene, NULL, grid->x0, grid->zero_y,
              grid->width * (double)grid->n);
    armex_scene_end(&drawing->scene);
}

static void put_hovers(struct armex_drawing *drawing, const struct grid *grid)
{
    char when[16];
    const struct armex_lines *lines = &grid->triangle.lines;
    for (size_t i = 0; i < grid->n; i++) {
        const struct armex_field bar = {x_of(grid, i), grid->bars_y, grid->width,
                                        (lines->high - lines->low) * grid->scale_y};
        snprintf(when, sizeof when, "%d", lines->first_year + (int)i);
        if (!isnan(grid->line->values[i]))
            armex_hover_figure(drawing, bar, grid->line->label, when,
                               grid->line->values[i], lines->unit,
                               grid->line->marks[i]);
    }
}

static armex_status put_heads(struct armex_drawing *drawing, const struct grid *grid,
                              struct armex_error *error)
{
    const struct armex_lines *lines = &grid->triangle.lines;
    const char *unit = armex_words_unit(drawing->arena, lines->unit,
                                        fmax(fabs(lines->high), fabs(lines->low)));
    const char *figures = unit ? armex_arena_printf(drawing->arena, "Figures%s%s",
                                                    *unit ? ", " : "", unit)
                               : NULL;
    if (!figures)
        return armex_fail_memory(error);
    armex_scene_begin_words(&drawing->scene, "heads");
    ARMEX_ROW(&drawing->scene, "Start year", ARMEX_MARGIN, drawing->top + 23.0);
    ARMEX_ROW(&drawing->scene, figures, ARMEX_MARGIN, grid->bars_y - 26.0);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "head_end");
    ARMEX_ROW(&drawing->scene, "End year", x_of(grid, grid->n), drawing->top + 23.0);
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

armex_status armex_layout_triangle(struct armex_drawing *drawing,
                                   const struct armex_lines *lines,
                                   struct armex_error *error)
{
    struct grid grid = {0};
    struct cells cells = {0};
    armex_status status = armex_triangle_read(&grid.triangle, drawing->arena,
                                              drawing->chart, lines, error);
    if (status)
        return status;
    place(drawing, &grid);
    status = order_cells(&cells, drawing, &grid, error);
    if (status)
        return status;
    put_cells(drawing, &grid, &cells);
    put_figures(drawing, &grid, &cells);
    put_outlines(drawing, &grid);
    put_calls(drawing, &grid);
    put_years(drawing, &grid);
    put_bars(drawing, &grid, "bars", false);
    put_bars(drawing, &grid, "soft_bars", true);
    put_levels(drawing, &grid);
    put_hovers(drawing, &grid);
    status = put_heads(drawing, &grid, error);
    const double bottom =
        grid.zero_y - fmin(grid.triangle.lines.low, 0.0) * grid.scale_y + 16.0;
    return status ? status : armex_frame_end(drawing, bottom, error);
}
