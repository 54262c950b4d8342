/** chart/layout_scatter.c: where everything of a scatter stands. */
#include <math.h>

#include "chart/cloud.h"
#include "chart/layout.h"
#include "chart/ruler.h"
#include "chart/scene.h"

enum { ALONG = 80 };

static const double tick_size = 11.0, head_size = 12.0;

struct field {
    const struct armex_points *points;
    struct armex_ruler x, y;
    double x0, x1, y0, y1; /**< y0 is the upper edge */
    struct armex_cloud cloud;
};

static double x_of(const struct field *field, double value)
{
    return field->x0 + armex_axis_at(&field->x.axis, value) * (field->x1 - field->x0);
}

static double y_of(const struct field *field, double value)
{
    return field->y1 - armex_axis_at(&field->y.axis, value) * (field->y1 - field->y0);
}

/** One scale for both where their units are alike, and a square. */
static void scale(struct field *field)
{
    const struct armex_points *points = field->points;
    const bool log = points->log;
    double least[2], high[2];
    for (int b = 0; b < 2; b++) {
        least[b] = armex_points_least(points, b);
        high[b] = armex_points_high(points, b);
    }
    if (!points->unlike) {
        least[0] = least[1] = fmin(least[0], least[1]);
        high[0] = high[1] = fmax(high[0], high[1]);
    }
    field->x = armex_ruler_make(least[0], high[0], log, points->a.unit);
    field->y = armex_ruler_make(least[1], high[1], log, points->b.unit);
}

static void place(struct armex_drawing *drawing, struct field *field)
{
    char last[ARMEX_FIGURE_SIZE];
    scale(field);
    armex_ruler_text(last, &field->x, field->x.axis.n - 1);
    const double half =
        armex_font_width(drawing->font, last, tick_size, ARMEX_REGULAR) / 2.0;
    field->x0 =
        ARMEX_MARGIN + floor(armex_ruler_width(&field->y, drawing, tick_size)) + 9.5;
    field->x1 = drawing->width - ARMEX_MARGIN - ceil(half) + 0.5;
    field->y0 = floor(drawing->top + 56.0) + 0.5;
    if (!field->points->unlike) {
        const double side = fmin(field->x1 - field->x0, 520.0);
        field->x1 = field->x0 + side;
        field->y1 = field->y0 + side;
    } else {
        field->y1 = field->y0 + (drawing->narrow ? 280.0 : 400.0);
    }
}

/** The points; and where both are alike, dots along the line of equals, which names
 *  keep off. */
static armex_status mark_points(struct armex_drawing *drawing, struct field *field,
                                struct armex_error *error)
{
    const struct armex_points *points = field->points;
    const size_t along = points->unlike ? 0 : ALONG;
    struct armex_free_mark *marks =
        armex_arena_new(drawing->arena, points->n + along, sizeof *marks);
    if (!marks)
        return armex_fail_memory(error);
    for (size_t i = 0; i < points->n; i++)
        marks[i] = (struct armex_free_mark){x_of(field, points->items[i].a),
                                            y_of(field, points->items[i].b)};
    for (size_t i = 0; i < along; i++) {
        const double part = (double)i / ALONG;
        marks[points->n + i] =
            (struct armex_free_mark){field->x0 + part * (field->x1 - field->x0),
                                     field->y1 - part * (field->y1 - field->y0)};
    }
    field->cloud = (struct armex_cloud){
        points,
        {marks,
         points->n,
         along,
         {field->x0 + 2.0, field->y0 - 8.0, drawing->width - ARMEX_MARGIN - field->x0,
          field->y1 - field->y0 + 6.0}}};
    return ARMEX_OK;
}

static void put_grid(struct armex_drawing *drawing, const struct field *field)
{
    struct armex_text *scene = &drawing->scene;
    armex_scene_begin(scene, "grid");
    for (size_t i = 0; i < field->y.axis.n; i++)
        ARMEX_ROW(scene, NULL, field->x0,
                  floor(y_of(field, field->y.axis.ticks[i])) + 0.5,
                  field->x1 - field->x0, 0.0);
    for (size_t i = 0; i < field->x.axis.n; i++)
        ARMEX_ROW(scene, NULL, floor(x_of(field, field->x.axis.ticks[i])) + 0.5,
                  field->y0, 0.0, field->y1 - field->y0);
    armex_scene_end(scene);
    armex_scene_begin(scene, "base");
    ARMEX_ROW(scene, NULL, field->x0, field->y1, field->x1 - field->x0, 0.0);
    ARMEX_ROW(scene, NULL, field->x0, field->y0, 0.0, field->y1 - field->y0);
    armex_scene_end(scene);
    armex_scene_begin(scene, "equal");
    if (!field->points->unlike && field->points->n > 1) {
        ARMEX_ROW(scene, NULL, field->x0, field->y1);
        ARMEX_ROW(scene, NULL, field->x1, field->y0);
    }
    armex_scene_end(scene);
}

static void put_ticks(struct armex_drawing *drawing, const struct field *field)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_words(&drawing->scene, "yticks");
    for (size_t i = 0; i < field->y.axis.n; i++) {
        armex_ruler_text(text, &field->y, i);
        ARMEX_ROW(&drawing->scene, text, field->x0 - 8.0,
                  y_of(field, field->y.axis.ticks[i]));
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "xticks");
    for (size_t i = 0; i < field->x.axis.n; i++) {
        armex_ruler_text(text, &field->x, i);
        ARMEX_ROW(&drawing->scene, text, x_of(field, field->x.axis.ticks[i]),
                  field->y1 + 15.0);
    }
    armex_scene_end(&drawing->scene);
}

/** What each axis counts: up above the left edge, across below the right one. */
static armex_status put_heads(struct armex_drawing *drawing, const struct field *field,
                              struct armex_error *error)
{
    const double room = drawing->width - 2.0 * ARMEX_MARGIN;
    for (int b = 0; b < 2; b++) {
        const char *name = armex_points_name(drawing->arena, field->points, b, true);
        const char *shown =
            name ? armex_shorten(drawing, name, head_size, ARMEX_BOLD, room) : NULL;
        if (!shown)
            return armex_fail_memory(error);
        armex_scene_begin_words(&drawing->scene, b ? "head_up" : "head_across");
        if (b)
            ARMEX_ROW(&drawing->scene, shown, ARMEX_MARGIN, field->y0 - 22.0);
        else
            ARMEX_ROW(&drawing->scene, shown, field->x1, field->y1 + 34.0);
        armex_scene_end(&drawing->scene);
    }
    return ARMEX_OK;
}

/** How many are larger than point i, equals by half, as a part of all. */
static double place_among(const struct armex_points *points, size_t i, bool b)
{
    double above = 0.0;
    for (size_t j = 0; j < points->n; j++) {
        const double own = b ? points->items[i].b : points->items[i].a;
        const double other = b ? points->items[j].b : points->items[j].a;
        above += other > own ? 1.0 : other == own && j != i ? 0.5 : 0.0;
    }
    return above / (double)points->n;
}

/** 1 for the largest down to 0, and by so much of all places as the ranks differ. */
static double telling(const struct armex_points *points, size_t point,
                      const void *context)
{
    const double a = place_among(points, point, false);
    const double b = place_among(points, point, true);
    (void)context;
    return 1.0 - fmin(a, b) + fabs(a - b);
}

static armex_status put_hovers(struct armex_drawing *drawing, const struct field *field,
                               struct armex_error *error)
{
    char a[ARMEX_FIGURE_SIZE], b[ARMEX_FIGURE_SIZE];
    const struct armex_points *points = field->points;
    for (size_t i = 0; i < points->n && i < ARMEX_HOVERS; i++) {
        const struct armex_point *point = &points->items[i];
        armex_figure_with_unit(a, point->a, points->a.unit);
        armex_figure_with_unit(b, point->b, points->b.unit);
        const char *words = armex_arena_printf(
            drawing->arena, "%s, %d: %s across, %s up", point->name, point->year, a, b);
        if (!words)
            return armex_fail_memory(error);
        armex_hover_add(drawing,
                        armex_field_around(field->cloud.ground.marks[i].x,
                                           field->cloud.ground.marks[i].y, 8.0),
                        words);
    }
    return ARMEX_OK;
}

armex_status armex_layout_scatter(struct armex_drawing *drawing,
                                  const struct armex_points *points,
                                  struct armex_error *error)
{
    struct field field = {.points = points};
    place(drawing, &field);
    armex_status status = mark_points(drawing, &field, error);
    if (status)
        return status;
    put_grid(drawing, &field);
    put_ticks(drawing, &field);
    armex_cloud_dots(drawing, &field.cloud);
    status = put_heads(drawing, &field, error);
    if (!status)
        status = armex_cloud_names(drawing, &field.cloud, telling, NULL, false, error);
    if (!status)
        status = put_hovers(drawing, &field, error);
    return status ? status : armex_frame_end(drawing, field.y1 + 40.0, error);
}
