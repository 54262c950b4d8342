/** chart/layout_heat.c: where everything of a heat map stands. */
#include <math.h>
#include <stdio.h>

#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/largest.h"
#include "chart/layout.h"
#include "chart/scene.h"
#include "chart/words.h"

static const double figure_size = 10.5, row_height = 21.0, widest_cell = 56.0;

struct cells {
    struct armex_largest heat;
    double x0, y0, width; /**< of the first cell, and how wide each is */
    double name_width;
    int scale;
    bool figures;   /**< they fit into the cells */
    size_t n;       /**< cells with a figure, row by row */
    size_t *places; /**< of each, its row times n_years, plus its year */
    int *steps;     /**< of each, its shade */
    size_t *order;  /**< of them, the palest first */
};

static double widest_name(struct armex_drawing *drawing,
                          const struct armex_largest *heat)
{
    double widest = 0.0;
    for (size_t i = 0; i < heat->n; i++)
        widest = fmax(widest, armex_font_width(drawing->font, heat->rows[i]->label,
                                               13.0, ARMEX_BOLD));
    return widest;
}

static double widest_figure(struct armex_drawing *drawing, const struct cells *cells)
{
    char text[ARMEX_FIGURE_SIZE];
    double widest = 0.0;
    for (size_t r = 0; r < cells->heat.n; r++)
        for (size_t i = 0; i < cells->heat.lines.n_years; i++) {
            armex_figure(text, cells->heat.rows[r]->values[i], cells->scale, false);
            widest = fmax(widest, armex_font_width(drawing->font, text, figure_size,
                                                   ARMEX_REGULAR));
        }
    return widest;
}

static void place(struct armex_drawing *drawing, struct cells *cells)
{
    const struct armex_lines *lines = &cells->heat.lines;
    cells->scale = armex_figure_scale(cells->heat.most);
    cells->name_width =
        fmin(widest_name(drawing, &cells->heat), drawing->narrow ? 96.0 : 160.0);
    cells->x0 = ceil(ARMEX_MARGIN + cells->name_width + 10.0);
    cells->width = fmin(widest_cell, (drawing->width - ARMEX_MARGIN - cells->x0) /
                                         (double)lines->n_years);
    cells->figures = widest_figure(drawing, cells) + 4.0 <= cells->width;
    cells->y0 = floor(drawing->top + (cells->figures ? 40.0 : 60.0));
}

static double left_of(const struct cells *cells, size_t year)
{
    return cells->x0 + cells->width * (double)year;
}

static double top_of(const struct cells *cells, size_t row)
{
    return cells->y0 + row_height * (double)row;
}

/** A key of shades, where no figures say what they mean. */
static void put_key(struct armex_drawing *drawing, const struct cells *cells)
{
    const double y = drawing->top + 24.0;
    const double low = cells->heat.low < 0.0 ? -1.0 : 0.0;
    for (int i = 0; i < 8; i++) {
        const double part = low + (1.0 - low) * i / 7.0, x = cells->x0 + 14.0 * i;
        ARMEX_ROW(&drawing->scene, NULL, x, x + 13.0, y - 5.0, y + 5.0,
                  armex_shade_step(copysign(sqrt(fabs(part)), part)));
    }
}

static void put_key_words(struct armex_drawing *drawing, const struct cells *cells)
{
    char low[ARMEX_FIGURE_SIZE], high[ARMEX_FIGURE_SIZE];
    const struct armex_largest *heat = &cells->heat;
    const double y = drawing->top + 24.0;
    armex_scene_begin_words(&drawing->scene, "key_low");
    armex_figure(low, heat->low < 0.0 ? -heat->most : 0.0, cells->scale, false);
    if (!cells->figures)
        ARMEX_ROW(&drawing->scene, low, cells->x0 - 6.0, y);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "key_high");
    armex_figure(high, heat->most, cells->scale, false);
    if (!cells->figures)
        ARMEX_ROW(&drawing->scene, high, cells->x0 + 8.0 * 14.0 + 5.0, y);
    armex_scene_end(&drawing->scene);
}

static armex_status order_cells(struct armex_drawing *drawing, struct cells *cells,
                                struct armex_error *error)
{
    const size_t n_years = cells->heat.lines.n_years, all = cells->heat.n * n_years;
    cells->places = armex_arena_new(drawing->arena, all, sizeof *cells->places);
    cells->steps = armex_arena_new(drawing->arena, all, sizeof *cells->steps);
    cells->order = armex_arena_new(drawing->arena, all, sizeof *cells->order);
    if (!cells->places || !cells->steps || !cells->order)
        return armex_fail_memory(error);
    for (size_t place = 0; place < all; place++) {
        const double value = cells->heat.rows[place / n_years]->values[place % n_years];
        if (isnan(value))
            continue;
        cells->steps[cells->n] =
            armex_shade_step(armex_largest_part(&cells->heat, value));
        cells->places[cells->n++] = place;
    }
    armex_shades_sort(cells->order, cells->steps, cells->n);
    return ARMEX_OK;
}

/** Each says its figure. */
static void put_cells(struct armex_drawing *drawing, const struct cells *cells)
{
    char when[16];
    const struct armex_lines *lines = &cells->heat.lines;
    armex_scene_begin(&drawing->scene, "cells");
    for (size_t n = 0; n < cells->n; n++) {
        const size_t cell = cells->order[n];
        const size_t r = cells->places[cell] / lines->n_years;
        const size_t i = cells->places[cell] % lines->n_years;
        const struct armex_line *line = cells->heat.rows[r];
        ARMEX_ROW(&drawing->scene, NULL, left_of(cells, i), left_of(cells, i + 1) - 1.0,
                  top_of(cells, r), top_of(cells, r + 1) - 1.0, cells->steps[cell]);
        armex_year_text(when, lines->first_year + (int)i);
        armex_hover_mark(drawing, line->label, when, line->values[i], lines->unit,
                         line->marks[i]);
    }
    if (!cells->figures)
        put_key(drawing, cells);
    armex_scene_end(&drawing->scene);
}

/** A line around what is less than firm. */
static void put_outlines(struct armex_drawing *drawing, const struct cells *cells)
{
    armex_scene_begin(&drawing->scene, "outlines");
    for (size_t r = 0; r < cells->heat.n; r++)
        for (size_t i = 0; i < cells->heat.lines.n_years; i++) {
            const double x0 = left_of(cells, i) + 1.0, x1 = left_of(cells, i + 1) - 2.0;
            const double y0 = top_of(cells, r) + 1.0, y1 = top_of(cells, r + 1) - 2.0;
            if (isnan(cells->heat.rows[r]->values[i]) ||
                !armex_mark_is_soft(cells->heat.rows[r]->marks[i]))
                continue;
            ARMEX_ROW(&drawing->scene, NULL, x0, y0);
            ARMEX_ROW(&drawing->scene, NULL, x1, y0);
            ARMEX_ROW(&drawing->scene, NULL, x1, y1);
            ARMEX_ROW(&drawing->scene, NULL, x0, y1);
            ARMEX_ROW(&drawing->scene, NULL, x0, y0);
            armex_scene_gap(&drawing->scene);
        }
    armex_scene_end(&drawing->scene);
}

static void put_figures(struct armex_drawing *drawing, const struct cells *cells)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_shaded_words(&drawing->scene, "figures");
    for (size_t cell = 0; cells->figures && cell < cells->n; cell++) {
        const size_t r = cells->places[cell] / cells->heat.lines.n_years;
        const size_t i = cells->places[cell] % cells->heat.lines.n_years;
        armex_figure(text, cells->heat.rows[r]->values[i], cells->scale, false);
        ARMEX_ROW(&drawing->scene, text, left_of(cells, i) + cells->width / 2.0 - 0.5,
                  top_of(cells, r) + row_height / 2.0 - 0.5, cells->steps[cell]);
    }
    armex_scene_end(&drawing->scene);
}

/** Every year where it fits, else round ones. */
static void put_years(struct armex_drawing *drawing, const struct cells *cells)
{
    char text[16];
    const struct armex_lines *lines = &cells->heat.lines;
    const int last = lines->first_year + (int)lines->n_years - 1;
    const struct armex_axis axis = armex_axis_years(
        lines->first_year, last, cells->width * (double)(lines->n_years - 1), 34.0);
    const bool all = cells->width >= 29.0;
    armex_scene_begin_words(&drawing->scene, "years");
    for (size_t i = 0; i < (all ? lines->n_years : axis.n); i++) {
        const int year = all ? lines->first_year + (int)i : (int)axis.ticks[i];
        snprintf(text, sizeof text, "%d", year);
        ARMEX_ROW(&drawing->scene, text,
                  left_of(cells, (size_t)(year - lines->first_year)) +
                      cells->width / 2.0,
                  cells->y0 - 10.0);
    }
    armex_scene_end(&drawing->scene);
}

static armex_status put_names(struct armex_drawing *drawing, const struct cells *cells,
                              bool subject, struct armex_error *error)
{
    const struct armex_lines *lines = &cells->heat.lines;
    armex_scene_begin_words(&drawing->scene, subject ? "subject_name" : "names");
    for (size_t r = 0; r < cells->heat.n; r++) {
        if ((cells->heat.rows[r] == &lines->items[lines->highlight]) != subject)
            continue;
        const char *name =
            armex_shorten(drawing, cells->heat.rows[r]->label, 13.0,
                          subject ? ARMEX_BOLD : ARMEX_REGULAR, cells->name_width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, ARMEX_MARGIN,
                  top_of(cells, r) + row_height / 2.0 - 0.5);
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

armex_status armex_layout_heat(struct armex_drawing *drawing,
                               const struct armex_lines *lines,
                               struct armex_error *error)
{
    struct cells cells = {0};
    armex_status status =
        armex_largest_choose(&cells.heat, drawing->arena, lines, ARMEX_HEAT_ROWS,
                             armex_heat_years(drawing->chart), error);
    if (status)
        return status;
    place(drawing, &cells);
    status = order_cells(drawing, &cells, error);
    if (status)
        return status;
    put_cells(drawing, &cells);
    put_outlines(drawing, &cells);
    put_figures(drawing, &cells);
    put_key_words(drawing, &cells);
    put_years(drawing, &cells);
    status = put_names(drawing, &cells, false, error);
    if (!status)
        status = put_names(drawing, &cells, true, error);
    return status ? status
                  : armex_frame_end(drawing, top_of(&cells, cells.heat.n), error);
}
