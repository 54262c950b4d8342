/** chart/layout_waterfall.c: where everything of the change of a sum stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/layout.h"
#include "chart/scene.h"
#include "chart/steps.h"

static const double half = 8.5, name_size = 13.0, figure_size = 12.0;

struct fall {
    struct armex_steps steps;
    struct armex_axis axis;
    double x0, x1, first, pitch, name_width;
    bool cut;
};

/** Row 0 is the sum before, row n + 1 the sum now. */
static double y_of(const struct fall *fall, size_t row)
{
    return fall->first + fall->pitch * (double)row;
}

static double x_of(const struct fall *fall, double value)
{
    return fall->x0 + armex_axis_at(&fall->axis, value) * (fall->x1 - fall->x0);
}

static const char *name_of(const struct fall *fall, size_t row)
{
    const struct armex_steps *steps = &fall->steps;
    if (row == 0)
        return *steps->label_before ? steps->label_before : "before";
    if (row == steps->n + 1)
        return *steps->label_now ? steps->label_now : "now";
    const struct armex_standing *item = steps->items[row - 1].item;
    return item ? item->name : "All others";
}

/** The figure of a row; `*sign` is 0 for a sum, and for a step that rounds to 0. */
static void figure_of(char out[ARMEX_FIGURE_SIZE], const struct fall *fall, size_t row,
                      int *sign)
{
    const struct armex_steps *steps = &fall->steps;
    *sign = 0;
    if (row == 0 || row == steps->n + 1)
        armex_figure(out, row ? steps->now : steps->before, steps->scale, false);
    else
        armex_figure_difference(out, steps->items[row - 1].change, steps->scale, sign);
}

static bool is_sum(const struct fall *fall, size_t row)
{
    return row == 0 || row == fall->steps.n + 1;
}

/** Where the bar of a row lies, from the lesser to the greater. */
static void bar_of(const struct fall *fall, size_t row, double *from, double *to)
{
    const struct armex_steps *steps = &fall->steps;
    double a = 0.0;
    double b = row ? steps->now : steps->before;
    if (!is_sum(fall, row)) {
        a = steps->items[row - 1].from;
        b = a + steps->items[row - 1].change;
    }
    *from = x_of(fall, fmin(a, b));
    *to = x_of(fall, fmax(a, b));
    if (is_sum(fall, row) && fall->cut)
        *from = *to - 3.0; // a mark: the length of a bar would lie
}

/** Small steps on great sums: the scale begins a little below the least sum. */
static struct armex_axis axis_of(const struct armex_steps *steps, bool cut)
{
    if (!cut)
        return armex_axis_linear(steps->low, steps->high);
    double low = steps->before, high = low;
    for (size_t i = 0; i < steps->n; i++) {
        low = fmin(low, steps->items[i].from + steps->items[i].change);
        high = fmax(high, steps->items[i].from + steps->items[i].change);
    }
    return (struct armex_axis){.low = low - 0.15 * (high - low), .high = high};
}

static void place(struct armex_drawing *drawing, struct fall *fall)
{
    char text[ARMEX_FIGURE_SIZE];
    double names = 0.0, figures = 0.0;
    int sign;
    for (size_t row = 0; row < fall->steps.n + 2; row++) {
        figure_of(text, fall, row, &sign);
        names = fmax(names, armex_font_width(drawing->font, name_of(fall, row),
                                             name_size, ARMEX_BOLD));
        figures = fmax(figures,
                       armex_font_width(drawing->font, text, figure_size, ARMEX_BOLD));
    }
    fall->name_width = fmin(names, drawing->narrow ? 104.0 : 190.0);
    fall->x0 = ceil(ARMEX_MARGIN + fall->name_width + 12.0);
    fall->x1 = floor(drawing->width - ARMEX_MARGIN - figures - 8.0);
    fall->first = floor(drawing->top + 36.0) + 0.5;
    fall->pitch = 26.0;
}

static void put_bars(struct armex_drawing *drawing, const struct fall *fall,
                     const char *block, bool sums, int wanted)
{
    char text[ARMEX_FIGURE_SIZE];
    double from, to;
    int sign;
    armex_scene_begin(&drawing->scene, block);
    for (size_t row = 0; row < fall->steps.n + 2; row++) {
        figure_of(text, fall, row, &sign);
        if (is_sum(fall, row) != sums || sign != wanted)
            continue;
        bar_of(fall, row, &from, &to);
        to = fmax(to, from + 1.5); // what rounds to nothing still has its place
        ARMEX_ROW(&drawing->scene, NULL, from, to, y_of(fall, row) - half,
                  y_of(fall, row) + half);
    }
    armex_scene_end(&drawing->scene);
}

/** A thin line from the end of each row to the beginning of the next. */
static void put_joins(struct armex_drawing *drawing, const struct fall *fall)
{
    armex_scene_begin(&drawing->scene, "joins");
    for (size_t row = 0; row < fall->steps.n + 1; row++) {
        const double sum =
            row < fall->steps.n ? fall->steps.items[row].from : fall->steps.now;
        ARMEX_ROW(&drawing->scene, NULL, x_of(fall, sum), y_of(fall, row) + half,
                  fall->pitch - 2.0 * half);
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "zero");
    if (!fall->cut)
        ARMEX_ROW(&drawing->scene, NULL, floor(x_of(fall, 0.0)) + 0.5,
                  fall->first - half - 4.0,
                  y_of(fall, fall->steps.n + 1) - fall->first + 2.0 * half + 8.0);
    armex_scene_end(&drawing->scene);
}

static void put_figures(struct armex_drawing *drawing, const struct fall *fall,
                        const char *block, bool sums, int wanted)
{
    char text[ARMEX_FIGURE_SIZE];
    double from, to;
    int sign;
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t row = 0; row < fall->steps.n + 2; row++) {
        figure_of(text, fall, row, &sign);
        if (is_sum(fall, row) != sums || sign != wanted)
            continue;
        bar_of(fall, row, &from, &to);
        ARMEX_ROW(&drawing->scene, text, fmax(to, from + 1.5) + 6.0, y_of(fall, row));
    }
    armex_scene_end(&drawing->scene);
}

enum name { SUM_NAME, STEP_NAME, SUBJECT_NAME };

static armex_status put_names(struct armex_drawing *drawing, const struct fall *fall,
                              const char *block, enum name wanted,
                              struct armex_error *error)
{
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t row = 0; row < fall->steps.n + 2; row++) {
        const enum name its = is_sum(fall, row)                ? SUM_NAME
                              : row == fall->steps.subject + 1 ? SUBJECT_NAME
                                                               : STEP_NAME;
        if (its != wanted)
            continue;
        const char *name = armex_shorten(drawing, name_of(fall, row), name_size,
                                         its == STEP_NAME ? ARMEX_REGULAR : ARMEX_BOLD,
                                         fall->name_width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, ARMEX_MARGIN, y_of(fall, row));
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

armex_status armex_layout_waterfall(struct armex_drawing *drawing,
                                    const struct armex_standings *standings,
                                    struct armex_error *error)
{
    struct fall fall = {0};
    armex_status status =
        armex_steps_read(&fall.steps, drawing->arena, drawing->chart, standings, error);
    if (status)
        return status;
    fall.cut = armex_steps_cut(&fall.steps);
    fall.axis = axis_of(&fall.steps, fall.cut);
    place(drawing, &fall);
    put_joins(drawing, &fall);
    put_bars(drawing, &fall, "sums", true, 0);
    put_bars(drawing, &fall, "up_bars", false, 1);
    put_bars(drawing, &fall, "down_bars", false, -1);
    put_bars(drawing, &fall, "level_bars", false, 0);
    put_figures(drawing, &fall, "values", true, 0);
    put_figures(drawing, &fall, "up", false, 1);
    put_figures(drawing, &fall, "down", false, -1);
    put_figures(drawing, &fall, "level", false, 0);
    status = put_names(drawing, &fall, "sum_names", SUM_NAME, error);
    if (!status)
        status = put_names(drawing, &fall, "names", STEP_NAME, error);
    if (!status)
        status = put_names(drawing, &fall, "subject_name", SUBJECT_NAME, error);
    const double bottom = y_of(&fall, fall.steps.n + 1) + half + 8.0;
    return status ? status : armex_frame_end(drawing, bottom, error);
}
