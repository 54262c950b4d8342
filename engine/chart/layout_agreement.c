/** chart/layout_agreement.c: where everything of a chart of agreement stands. */
#include <math.h>

#include "chart/cloud.h"
#include "chart/labels.h"
#include "chart/layout.h"
#include "chart/limits.h"
#include "chart/ruler.h"
#include "chart/scene.h"

enum { LEVELS = 3 }; // upper limit, mean, lower limit

static const double squeezed = 20.0; // times the least, on a scale from zero
static const double tick_size = 11.0, level_size = 12.0;

struct strip {
    const struct armex_points *points;
    struct armex_limits limits;
    struct armex_axis ratios;
    struct armex_ruler means;
    double levels[LEVELS]; /**< downwards */
    const char *words[LEVELS];
    double x0, x1, y0, y1; /**< y0 is the upper edge */
    struct armex_cloud cloud;
};

static double mean_of(const struct armex_point *point)
{
    return sqrt(point->a) * sqrt(point->b); // the product may be beyond a double
}

static double x_of(const struct strip *strip, double mean)
{
    return strip->x0 +
           armex_axis_at(&strip->means.axis, mean) * (strip->x1 - strip->x0);
}

static double y_of(const struct strip *strip, double ratio)
{
    return strip->y1 - armex_axis_at(&strip->ratios, ratio) * (strip->y1 - strip->y0);
}

static void scale(struct strip *strip)
{
    const struct armex_points *points = strip->points;
    double low = strip->levels[2], high = strip->levels[0];
    double least = mean_of(points->items), most = least;
    for (size_t i = 0; i < points->n; i++) {
        const double ratio = points->items[i].a / points->items[i].b;
        low = fmin(low, ratio);
        high = fmax(high, ratio);
        least = fmin(least, mean_of(&points->items[i]));
        most = fmax(most, mean_of(&points->items[i]));
    }
    strip->ratios = armex_ratio_axis(low, high);
    strip->means =
        armex_ruler_make(least, most, most / squeezed > least, points->a.unit);
}

/** "2.8× upper limit"; narrow pictures have the figure alone. */
static armex_status word_levels(struct armex_drawing *drawing, struct strip *strip,
                                struct armex_error *error)
{
    static const char *const names[] = {" upper limit", " on average", " lower limit"};
    char text[ARMEX_FIGURE_SIZE];
    for (size_t i = 0; i < LEVELS; i++) {
        armex_ratio_text(text, strip->levels[i], false);
        strip->words[i] = armex_arena_printf(drawing->arena, "%s%s", text,
                                             drawing->narrow ? "" : names[i]);
        if (!strip->words[i])
            return armex_fail_memory(error);
    }
    return ARMEX_OK;
}

static double widest_ratio(struct armex_drawing *drawing, const struct strip *strip)
{
    char text[ARMEX_FIGURE_SIZE];
    double widest = 0.0;
    for (size_t i = 0; i < strip->ratios.n; i++) {
        armex_ratio_text(text, strip->ratios.ticks[i], true);
        widest = fmax(widest,
                      armex_font_width(drawing->font, text, tick_size, ARMEX_REGULAR));
    }
    return widest;
}

static void place(struct armex_drawing *drawing, struct strip *strip)
{
    double right = 0.0;
    for (size_t i = 0; i < LEVELS; i++)
        right = fmax(right, armex_font_width(drawing->font, strip->words[i], level_size,
                                             ARMEX_BOLD));
    strip->x0 = ARMEX_MARGIN + floor(widest_ratio(drawing, strip)) + 9.5;
    strip->x1 = floor(drawing->width - ARMEX_MARGIN - right - 8.0) + 0.5;
    strip->y0 = floor(drawing->top + 54.0) + 0.5;
    strip->y1 = strip->y0 + (drawing->narrow ? 260.0 : 360.0);
    strip->cloud.ground.bounds = (struct armex_field){
        strip->x0, strip->y0, strip->x1 - strip->x0, strip->y1 - strip->y0};
}

static armex_status mark_points(struct armex_drawing *drawing, struct strip *strip,
                                struct armex_error *error)
{
    const struct armex_points *points = strip->points;
    struct armex_free_mark *marks =
        armex_arena_new(drawing->arena, points->n, sizeof *marks);
    if (!marks)
        return armex_fail_memory(error);
    for (size_t i = 0; i < points->n; i++) {
        const struct armex_point *point = &points->items[i];
        marks[i] = (struct armex_free_mark){x_of(strip, mean_of(point)),
                                            y_of(strip, point->a / point->b)};
    }
    strip->cloud.points = points;
    strip->cloud.ground.marks = marks;
    strip->cloud.ground.n_marks = points->n;
    return ARMEX_OK;
}

static void put_grid(struct armex_drawing *drawing, const struct strip *strip)
{
    struct armex_text *scene = &drawing->scene;
    const double width = strip->x1 - strip->x0;
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin(scene, "grid");
    for (size_t i = 0; i < strip->ratios.n; i++)
        ARMEX_ROW(scene, NULL, strip->x0,
                  floor(y_of(strip, strip->ratios.ticks[i])) + 0.5, width);
    armex_scene_end(scene);
    armex_scene_begin(scene, "base");
    ARMEX_ROW(scene, NULL, strip->x0, floor(y_of(strip, 1.0)) + 0.5, width);
    armex_scene_end(scene);
    armex_scene_begin_words(scene, "yticks");
    for (size_t i = 0; i < strip->ratios.n; i++) {
        armex_ratio_text(text, strip->ratios.ticks[i], true);
        ARMEX_ROW(scene, text, strip->x0 - 8.0, y_of(strip, strip->ratios.ticks[i]));
    }
    armex_scene_end(scene);
    armex_scene_begin(scene, "xmarks");
    for (size_t i = 0; i < strip->means.axis.n; i++)
        ARMEX_ROW(scene, NULL, floor(x_of(strip, strip->means.axis.ticks[i])) + 0.5,
                  strip->y1);
    armex_scene_end(scene);
    armex_scene_begin_words(scene, "xticks");
    for (size_t i = 0; i < strip->means.axis.n; i++) {
        armex_ruler_text(text, &strip->means, i);
        ARMEX_ROW(scene, text, x_of(strip, strip->means.axis.ticks[i]),
                  strip->y1 + 16.0);
    }
    armex_scene_end(scene);
}

static armex_status put_levels(struct armex_drawing *drawing, const struct strip *strip,
                               struct armex_error *error)
{
    struct armex_text *scene = &drawing->scene;
    double y[LEVELS], label_y[LEVELS];
    for (size_t i = 0; i < LEVELS; i++)
        label_y[i] = y[i] = y_of(strip, strip->levels[i]);
    const armex_status status =
        armex_labels_place(label_y, LEVELS, 16.0, strip->y0, strip->y1, error);
    armex_scene_begin(scene, "band");
    ARMEX_ROW(scene, NULL, strip->x0, strip->x1, y[0], y[2]);
    armex_scene_end(scene);
    armex_scene_begin(scene, "limits");
    ARMEX_ROW(scene, NULL, strip->x0, y[0], strip->x1 - strip->x0);
    ARMEX_ROW(scene, NULL, strip->x0, y[2], strip->x1 - strip->x0);
    armex_scene_end(scene);
    armex_scene_begin(scene, "average");
    ARMEX_ROW(scene, NULL, strip->x0, y[1], strip->x1 - strip->x0);
    armex_scene_end(scene);
    armex_scene_begin_words(scene, "limit_words");
    ARMEX_ROW(scene, strip->words[0], strip->x1 + 8.0, label_y[0]);
    ARMEX_ROW(scene, strip->words[2], strip->x1 + 8.0, label_y[2]);
    armex_scene_end(scene);
    armex_scene_begin_words(scene, "average_words");
    ARMEX_ROW(scene, strip->words[1], strip->x1 + 8.0, label_y[1]);
    armex_scene_end(scene);
    return status;
}

/** Who lies outside is named, the farthest first; and the subject's last year, or all
 *  years where there is but one entity. */
static double telling(const struct armex_points *points, size_t point,
                      const void *context)
{
    const struct armex_point *own = &points->items[point];
    const double beyond = armex_limits_beyond(context, own);
    bool last = armex_is_subject(points, point);
    for (size_t i = 0; last && !points->one_entity && i < points->n; i++)
        last = !armex_is_subject(points, i) || points->items[i].year <= own->year;
    return beyond > 0.0 || last ? beyond : -1.0;
}

/** What each axis counts: up above the left edge, across below the right one. */
static armex_status put_heads(struct armex_drawing *drawing, const struct strip *strip,
                              struct armex_error *error)
{
    const char *a = armex_points_name(drawing->arena, strip->points, false, true);
    const char *b = armex_points_name(drawing->arena, strip->points, true, false);
    const char *up =
        a && b ? armex_arena_printf(drawing->arena, "%s as a multiple of %s", a, b)
               : NULL;
    const char *shown = up ? armex_shorten(drawing, up, level_size, ARMEX_BOLD,
                                           drawing->width - 2.0 * ARMEX_MARGIN)
                           : NULL;
    if (!shown)
        return armex_fail_memory(error);
    armex_scene_begin_words(&drawing->scene, "head_up");
    ARMEX_ROW(&drawing->scene, shown, ARMEX_MARGIN, strip->y0 - 20.0);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "head_across");
    ARMEX_ROW(&drawing->scene, "Mean of both", strip->x1, strip->y1 + 34.0);
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

static armex_status put_hovers(struct armex_drawing *drawing, const struct strip *strip,
                               struct armex_error *error)
{
    char ratio[ARMEX_FIGURE_SIZE], a[ARMEX_FIGURE_SIZE], b[ARMEX_FIGURE_SIZE];
    const struct armex_points *points = strip->points;
    for (size_t i = 0; i < points->n && i < ARMEX_HOVERS; i++) {
        const struct armex_point *point = &points->items[i];
        armex_ratio_text(ratio, point->a / point->b, false);
        armex_figure_with_unit(a, point->a, points->a.unit);
        armex_figure_with_unit(b, point->b, points->b.unit);
        const char *words =
            armex_arena_printf(drawing->arena, "%s, %d: %s, %s beside %s", point->name,
                               point->year, ratio, a, b);
        if (!words)
            return armex_fail_memory(error);
        armex_hover_add(drawing,
                        armex_field_around(strip->cloud.ground.marks[i].x,
                                           strip->cloud.ground.marks[i].y, 7.0),
                        words);
    }
    return ARMEX_OK;
}

armex_status armex_layout_agreement(struct armex_drawing *drawing,
                                    const struct armex_points *points,
                                    struct armex_error *error)
{
    struct strip strip = {.points = points};
    armex_status status =
        armex_limits_find(&strip.limits, drawing->arena, points, error);
    if (status)
        return status;
    strip.levels[0] = exp(strip.limits.levels.upper);
    strip.levels[1] = exp(strip.limits.levels.bias);
    strip.levels[2] = exp(strip.limits.levels.lower);
    scale(&strip);
    status = word_levels(drawing, &strip, error);
    if (status)
        return status;
    place(drawing, &strip);
    status = mark_points(drawing, &strip, error);
    if (status)
        return status;
    put_grid(drawing, &strip);
    armex_cloud_dots(drawing, &strip.cloud);
    status = put_heads(drawing, &strip, error);
    if (!status)
        status = put_levels(drawing, &strip, error);
    if (!status)
        status = armex_cloud_names(drawing, &strip.cloud, telling, &strip.limits, true,
                                   error);
    if (!status)
        status = put_hovers(drawing, &strip, error);
    return status ? status : armex_frame_end(drawing, strip.y1 + 40.0, error);
}
