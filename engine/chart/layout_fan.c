/** chart/layout_fan.c: where everything of the years to come stands. */
#include <math.h>
#include <stdlib.h>

#include "chart/figure.h"
#include "chart/labels.h"
#include "chart/layout.h"
#include "chart/outlook.h"
#include "chart/plot_area.h"
#include "chart/scene.h"

enum { LEADER = 18, ENDS = 5 };

/** A figure of the last year, beside it. */
struct end {
    double value, from, y;
    const char *text;
    bool middle;
};

struct fan {
    struct armex_outlook outlook;
    struct armex_plot plot;
    struct end ends[ENDS];
    size_t n_ends;
};

/** Where a figure lies; what a log scale has no place for lies at its foot. */
static double y_of(const struct fan *fan, double value)
{
    const double y = armex_plot_y(&fan->plot, value);
    return isnan(y) && !isnan(value) ? fan->plot.y1 : y;
}

static size_t last_known(const struct fan *fan)
{
    return fan->outlook.lines.items->last;
}

static int downwards(const void *left, const void *right)
{
    const struct end *a = left, *b = right;
    return (a->value < b->value) - (a->value > b->value);
}

static armex_status choose_ends(struct armex_drawing *drawing, struct fan *fan,
                                double *width, struct armex_error *error)
{
    const struct armex_outlook_year *year = &fan->outlook.years[fan->outlook.n - 1];
    const double high = fmax(fan->outlook.lines.high, -fan->outlook.lines.low);
    const double values[ENDS] = {year->upper, year->upper_80, year->value,
                                 year->lower_80, year->lower};
    static const char *const levels[ENDS] = {"95%", "80%", NULL, "80%", "95%"};
    char figure[ARMEX_FIGURE_SIZE];
    *width = 0.0;
    for (size_t i = 0; i < ENDS; i++) {
        struct end end = {.value = values[i], .middle = !levels[i]};
        if (isnan(end.value))
            continue;
        armex_figure(figure, end.value, armex_figure_scale(high), false);
        end.text = levels[i]
                       ? armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s", figure,
                                            levels[i])
                       : armex_arena_printf(drawing->arena, "%s\u00a0\u00a0in\u00a0%d",
                                            figure, year->year);
        if (!end.text)
            return armex_fail_memory(error);
        *width =
            fmax(*width, armex_font_width(drawing->font, end.text, 12.5, ARMEX_BOLD));
        fan->ends[fan->n_ends++] = end;
    }
    qsort(fan->ends, fan->n_ends, sizeof *fan->ends, downwards);
    return ARMEX_OK;
}

/** From the last figure, where nothing is uncertain, outwards. */
static void put_band(struct armex_drawing *drawing, const struct fan *fan,
                     const char *block, bool wide)
{
    const size_t last = last_known(fan);
    const double known = y_of(fan, fan->outlook.lines.items->values[last]);
    armex_scene_begin(&drawing->scene, block);
    ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&fan->plot, last), known, known);
    for (size_t i = 0; i < fan->outlook.n; i++) {
        const struct armex_outlook_year *year = &fan->outlook.years[i];
        const double low = wide ? year->lower : year->lower_80;
        const double high = wide ? year->upper : year->upper_80;
        if (isnan(low) || isnan(high))
            break;
        ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&fan->plot, last + 1 + i),
                  y_of(fan, low), y_of(fan, high));
    }
    armex_scene_band_gap(&drawing->scene);
    armex_scene_end(&drawing->scene);
}

static void put_paths(struct armex_drawing *drawing, const struct fan *fan)
{
    const struct armex_line *line = fan->outlook.lines.items;
    armex_scene_begin(&drawing->scene, "accent");
    for (size_t i = line->first; i <= line->last; i++) {
        if (isnan(line->values[i]) || armex_line_breaks(line, i))
            armex_scene_gap(&drawing->scene);
        if (!isnan(line->values[i]))
            ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&fan->plot, i),
                      y_of(fan, line->values[i]));
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "middle");
    ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&fan->plot, line->last),
              y_of(fan, line->values[line->last]));
    for (size_t i = 0; i < fan->outlook.n; i++)
        ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&fan->plot, line->last + 1 + i),
                  y_of(fan, fan->outlook.years[i].value));
    armex_scene_end(&drawing->scene);
}

/** A year alone has a dot, and one that is not firm a hollow one. */
static void put_dots(struct armex_drawing *drawing, const struct fan *fan, bool hollow)
{
    const struct armex_line *line = fan->outlook.lines.items;
    armex_scene_begin(&drawing->scene, hollow ? "accent_hollow" : "accent_dots");
    for (size_t i = line->first; i <= line->last; i++)
        if (!isnan(line->values[i]) && armex_mark_is_soft(line->marks[i]) == hollow &&
            (hollow || i == line->last))
            ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&fan->plot, i),
                      y_of(fan, line->values[i]));
    armex_scene_end(&drawing->scene);
}

static armex_status put_ends(struct armex_drawing *drawing, struct fan *fan,
                             struct armex_error *error)
{
    double y[ENDS];
    const double x = fan->plot.x1 + LEADER;
    for (size_t i = 0; i < fan->n_ends; i++)
        y[i] = fan->ends[i].from = y_of(fan, fan->ends[i].value);
    const armex_status status = armex_labels_place(
        y, fan->n_ends, 17.0, fan->plot.y0 - 6.0, fan->plot.y1 + 4.0, error);
    if (status)
        return status;
    for (int middle = 0; middle < 2; middle++) {
        armex_scene_begin_words(&drawing->scene, middle ? "middle_label" : "labels");
        for (size_t i = 0; i < fan->n_ends; i++)
            if (fan->ends[i].middle == (middle == 1))
                ARMEX_ROW(&drawing->scene, fan->ends[i].text, x, y[i]);
        armex_scene_end(&drawing->scene);
    }
    armex_scene_begin(&drawing->scene, "leaders");
    for (size_t i = 0; i < fan->n_ends; i++)
        ARMEX_ROW(&drawing->scene, NULL, fan->plot.x1 + 3.0, fan->ends[i].from,
                  LEADER - 7.0, y[i] - fan->ends[i].from);
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

armex_status armex_layout_fan(struct armex_drawing *drawing,
                              const struct armex_lines *lines,
                              struct armex_error *error)
{
    struct fan fan = {.n_ends = 0};
    double width;
    armex_status status =
        armex_outlook_read(&fan.outlook, drawing->arena, drawing->chart, lines, error);
    if (!status)
        status = choose_ends(drawing, &fan, &width, error);
    if (status)
        return status;
    fan.plot = armex_plot_make(drawing, &fan.outlook.lines, LEADER + width);
    armex_plot_axes(drawing, &fan.plot);
    put_band(drawing, &fan, "wide_band", true);
    put_band(drawing, &fan, "narrow_band", false);
    put_paths(drawing, &fan);
    put_dots(drawing, &fan, false);
    put_dots(drawing, &fan, true);
    status = put_ends(drawing, &fan, error);
    return status ? status : armex_frame_end(drawing, fan.plot.y1 + 16.0, error);
}
