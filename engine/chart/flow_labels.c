/** chart/flow_labels.c: the words beside the bars of suppliers and recipients. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/flow.h"
#include "chart/labels.h"
#include "chart/scene.h"

static const double wide_name = 12.5, narrow_name = 11.5, line = 17.0, two_lines = 27.0;
static const double wide_label = 150.0, narrow_label = 94.0, room_for_figure = 18.0;

static double name_size(const struct armex_drawing *drawing)
{
    return drawing->narrow ? narrow_name : wide_name;
}

static enum armex_weight weight_of(const struct armex_stream_end *end)
{
    return end->subject ? ARMEX_BOLD : ARMEX_REGULAR;
}

/** false: no memory. */
static bool label_narrow(struct armex_flow_labels *out, struct armex_drawing *drawing,
                         size_t side, size_t i, const struct armex_stream_end *end,
                         const char *figure)
{
    char *lines[2];
    const size_t n = armex_break_lines(lines, drawing, end->name, narrow_name,
                                       weight_of(end), narrow_label, 1);
    const bool fits = n == 1 && !strcmp(lines[0], end->name);
    const size_t broken =
        fits || n == SIZE_MAX
            ? n
            : armex_break_lines(lines, drawing, end->name, narrow_name, weight_of(end),
                                narrow_label - room_for_figure, 2);
    if (broken == SIZE_MAX)
        return false;
    out->broken[side][i] = broken == 2;
    out->first[side][i] = broken ? lines[0] : "";
    out->second[side][i] =
        armex_arena_printf(drawing->arena, "%s%s%s", broken == 2 ? lines[1] : "",
                           broken == 2 ? "\u00a0\u00a0" : "", figure);
    return out->second[side][i] != NULL;
}

static bool label_wide(struct armex_flow_labels *out, struct armex_drawing *drawing,
                       size_t side, size_t i, const struct armex_stream_end *end,
                       const char *figure)
{
    const char *name =
        armex_shorten(drawing, end->name, wide_name, weight_of(end), wide_label);
    out->second[side][i] = "";
    out->broken[side][i] = false;
    out->first[side][i] =
        name ? armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s", name, figure)
             : NULL;
    return out->first[side][i] != NULL;
}

armex_status armex_flow_labels_choose(struct armex_flow_labels *out,
                                      struct armex_drawing *drawing,
                                      struct armex_flow_places *flow,
                                      struct armex_error *error)
{
    char figure[ARMEX_FIGURE_SIZE];
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; i < flow->streams.n[side]; i++) {
            const struct armex_stream_end *end = &flow->streams.ends[side][i];
            armex_figure(figure, end->value, flow->figures, false);
            if (!(drawing->narrow ? label_narrow : label_wide)(out, drawing, side, i,
                                                               end, figure))
                return armex_fail_memory(error);
            const double first = armex_font_width(drawing->font, out->first[side][i],
                                                  name_size(drawing), weight_of(end));
            const double second = armex_font_width(drawing->font, out->second[side][i],
                                                   name_size(drawing), weight_of(end));
            flow->label_width = fmax(flow->label_width, fmax(first, second));
        }
    return ARMEX_OK;
}

/** Where the labels of a side stand, none on top of another. */
static armex_status place_labels(double *y, const struct armex_drawing *drawing,
                                 const struct armex_flow_places *flow, size_t side,
                                 struct armex_error *error)
{
    const size_t n = flow->streams.n[side];
    for (size_t i = 0; i < n; i++) {
        const struct armex_field field = armex_flow_bar(flow, side, i);
        y[i] = field.y + field.height / 2.0;
    }
    return armex_labels_place(y, n, drawing->narrow ? two_lines : line, flow->y0 - 2.0,
                              flow->y1 + 8.0, error);
}

/** Where the words of a side begin, or end. */
static double words_x(const struct armex_drawing *drawing,
                      const struct armex_flow_places *flow, size_t side)
{
    const double away =
        (drawing->narrow ? ARMEX_FLOW_ASIDE / 2.0 : ARMEX_FLOW_ASIDE) - 2.0;
    return side ? flow->x1 + away : flow->x0 - away;
}

/** The labels of a side: of the subject, or of the others. */
static void put_names(struct armex_drawing *drawing,
                      const struct armex_flow_places *flow,
                      const struct armex_flow_labels *labels, size_t side, bool subject,
                      const double *y)
{
    const double x = words_x(drawing, flow, side);
    for (size_t i = 0; i < flow->streams.n[side]; i++) {
        if (flow->streams.ends[side][i].subject != subject)
            continue;
        ARMEX_ROW(&drawing->scene, labels->first[side][i], x,
                  drawing->narrow ? y[i] - 6.5 : y[i]);
        if (labels->broken[side][i])
            ARMEX_ROW(&drawing->scene, labels->second[side][i], x, y[i] + 7.5);
    }
}

static void put_figures(struct armex_drawing *drawing,
                        const struct armex_flow_places *flow,
                        const struct armex_flow_labels *labels, size_t side,
                        const double *y)
{
    const double x = words_x(drawing, flow, side);
    for (size_t i = 0; drawing->narrow && i < flow->streams.n[side]; i++)
        if (!labels->broken[side][i])
            ARMEX_ROW(&drawing->scene, labels->second[side][i], x, y[i] + 7.5);
}

static void put_leaders(struct armex_drawing *drawing,
                        const struct armex_flow_places *flow,
                        const double y[2][ARMEX_STREAM_ENDS])
{
    armex_scene_begin(&drawing->scene, "leaders");
    for (size_t side = 0; !drawing->narrow && side < 2; side++)
        for (size_t i = 0; i < flow->streams.n[side]; i++) {
            const struct armex_field field = armex_flow_bar(flow, side, i);
            const double from = side ? flow->x1 + 2.0 : flow->x0 - 2.0;
            const double middle = field.y + field.height / 2.0;
            if (fabs(y[side][i] - middle) > field.height / 2.0)
                ARMEX_ROW(&drawing->scene, NULL, from, middle,
                          side ? ARMEX_FLOW_ASIDE - 7.0 : 7.0 - ARMEX_FLOW_ASIDE,
                          y[side][i] - middle);
        }
    armex_scene_end(&drawing->scene);
}

armex_status armex_flow_labels_put(struct armex_drawing *drawing,
                                   const struct armex_flow_places *flow,
                                   const struct armex_flow_labels *labels,
                                   struct armex_error *error)
{
    static const char *const blocks[2][2] = {{"left", "subject_left"},
                                             {"right", "subject_right"}};
    static const char *const figures[2] = {"left_figures", "right_figures"};
    double y[2][ARMEX_STREAM_ENDS];
    armex_status status = ARMEX_OK;
    for (size_t side = 0; !status && side < 2; side++)
        status = place_labels(y[side], drawing, flow, side, error);
    if (status)
        return status;
    armex_scene_number(&drawing->scene, "name_px", name_size(drawing));
    for (size_t side = 0; side < 2; side++) {
        for (int subject = 0; subject < 2; subject++) {
            armex_scene_begin_words(&drawing->scene, blocks[side][subject]);
            put_names(drawing, flow, labels, side, subject == 1, y[side]);
            armex_scene_end(&drawing->scene);
        }
        armex_scene_begin_words(&drawing->scene, figures[side]);
        put_figures(drawing, flow, labels, side, y[side]);
        armex_scene_end(&drawing->scene);
    }
    put_leaders(drawing, flow, y);
    return ARMEX_OK;
}
