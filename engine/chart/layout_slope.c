/** chart/layout_slope.c: where everything of a slope chart stands. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/labels.h"
#include "chart/layout.h"
#include "chart/pairs.h"
#include "chart/scene.h"

enum { LEADER = 22 };

static const double size = 12.0, subject_size = 12.5, line_height = 17.0;

/** The label of a figure: on the left before, on the right now. */
struct end {
    const struct armex_pair *pair;
    double value, y, label_y;
    const char *text;
    bool subject;
};

struct slopes {
    struct armex_pairs pairs;
    const char *highlight;
    struct armex_unit unit;
    struct armex_axis axis;
    double x0, x1, y0, y1;
    struct end left[ARMEX_SLOPES], right[ARMEX_SLOPES];
    size_t n_left, n_right;
};

static double y_of(const struct slopes *slopes, double value)
{
    const double at = armex_axis_at(&slopes->axis, value);
    return slopes->y1 - at * (slopes->y1 - slopes->y0);
}

/** Downwards by figure; equal ones as they are ranked. */
static int by_value(const void *left, const void *right)
{
    const struct end *a = left, *b = right;
    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    if (a->pair->item->rank != b->pair->item->rank)
        return a->pair->item->rank < b->pair->item->rank ? -1 : 1;
    return strcmp(a->pair->item->entity, b->pair->item->entity);
}

/** "34.4  United States" or "United States  34.4"; narrow pictures name one side. */
static const char *label_text(struct armex_drawing *drawing,
                              const struct slopes *slopes, const struct end *end,
                              bool left)
{
    char figure[ARMEX_FIGURE_SIZE];
    armex_figure(figure, end->value, slopes->pairs.scale, false);
    if (left && drawing->narrow)
        return armex_arena_text(drawing->arena, figure);
    const char *name = armex_shorten(drawing, end->pair->item->name, subject_size,
                                     end->subject ? ARMEX_BOLD : ARMEX_REGULAR,
                                     drawing->narrow ? 108.0 : 150.0);
    if (!name)
        return NULL;
    return armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s", left ? name : figure,
                              left ? figure : name);
}

static armex_status collect(struct armex_drawing *drawing, struct slopes *slopes,
                            bool left, struct armex_error *error)
{
    struct end *ends = left ? slopes->left : slopes->right;
    size_t n = 0;
    for (size_t i = 0; i < slopes->pairs.n; i++) {
        const struct armex_pair *pair = &slopes->pairs.items[i];
        struct end end = {.pair = pair, .value = left ? pair->before : pair->now};
        if (isnan(end.value))
            continue;
        end.subject = !strcmp(pair->item->entity, slopes->highlight);
        end.text = label_text(drawing, slopes, &end, left);
        if (!end.text)
            return armex_fail_memory(error);
        ends[n++] = end;
    }
    if (n)
        qsort(ends, n, sizeof *ends, by_value);
    *(left ? &slopes->n_left : &slopes->n_right) = n;
    return ARMEX_OK;
}

static double widest(struct armex_drawing *drawing, const struct end *ends, size_t n)
{
    double most = 0.0;
    for (size_t i = 0; i < n; i++)
        most =
            fmax(most, armex_font_width(drawing->font, ends[i].text,
                                        ends[i].subject ? subject_size : size,
                                        ends[i].subject ? ARMEX_BOLD : ARMEX_REGULAR));
    return most;
}

static armex_status place_labels(struct slopes *slopes, struct end *ends, size_t n,
                                 struct armex_error *error)
{
    double y[ARMEX_SLOPES];
    for (size_t i = 0; i < n; i++)
        y[i] = ends[i].y = y_of(slopes, ends[i].value);
    const armex_status status =
        armex_labels_place(y, n, line_height, slopes->y0, slopes->y1, error);
    for (size_t i = 0; !status && i < n; i++)
        ends[i].label_y = y[i];
    return status;
}

/** The figures stand at the ends of every line, so there are no ticks. */
static void place(struct armex_drawing *drawing, struct slopes *slopes)
{
    const size_t rows =
        slopes->n_left > slopes->n_right ? slopes->n_left : slopes->n_right;
    const double least = drawing->narrow ? 220.0 : 300.0;
    if (armex_pairs_need_log(&slopes->pairs)) // no ticks, so no round numbers either
        slopes->axis = (struct armex_axis){.log = true,
                                           .low = armex_pairs_least(&slopes->pairs),
                                           .high = slopes->pairs.high};
    else
        slopes->axis = armex_axis_linear(slopes->pairs.low, slopes->pairs.high);
    slopes->x0 = ceil(ARMEX_MARGIN + LEADER +
                      fmax(widest(drawing, slopes->left, slopes->n_left), 20.0));
    slopes->x1 = floor(drawing->width - ARMEX_MARGIN - LEADER -
                       fmax(widest(drawing, slopes->right, slopes->n_right), 20.0));
    slopes->y0 = floor(drawing->top + 56.0) + 0.5;
    slopes->y1 = slopes->y0 + (rows < 2 ? 60.0 : fmax(least, 22.0 * (double)rows));
}

static void put_rules(struct armex_drawing *drawing, const struct slopes *slopes)
{
    const double top = slopes->y0 - 12.0, length = slopes->y1 - slopes->y0 + 24.0;
    armex_scene_begin(&drawing->scene, "rules");
    ARMEX_ROW(&drawing->scene, NULL, floor(slopes->x0) + 0.5, top, length);
    ARMEX_ROW(&drawing->scene, NULL, floor(slopes->x1) + 0.5, top, length);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "head_before");
    ARMEX_ROW(&drawing->scene, slopes->pairs.label_before, slopes->x0,
              slopes->y0 - 28.0);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "head_now");
    ARMEX_ROW(&drawing->scene, slopes->pairs.label_now, slopes->x1, slopes->y0 - 28.0);
    armex_scene_end(&drawing->scene);
}

static void put_paths(struct armex_drawing *drawing, const struct slopes *slopes,
                      const char *block, bool subject)
{
    armex_scene_begin(&drawing->scene, block);
    for (size_t i = 0; i < slopes->pairs.n; i++) {
        const struct armex_pair *pair = &slopes->pairs.items[i];
        if (isnan(pair->before) || isnan(pair->now) ||
            !strcmp(pair->item->entity, slopes->highlight) != subject)
            continue;
        ARMEX_ROW(&drawing->scene, NULL, slopes->x0, y_of(slopes, pair->before));
        ARMEX_ROW(&drawing->scene, NULL, slopes->x1, y_of(slopes, pair->now));
        armex_scene_gap(&drawing->scene);
    }
    armex_scene_end(&drawing->scene);
}

static void put_dots(struct armex_drawing *drawing, const struct slopes *slopes,
                     const char *block, bool subject)
{
    armex_scene_begin(&drawing->scene, block);
    for (size_t i = 0; i < slopes->n_left; i++)
        if (slopes->left[i].subject == subject)
            ARMEX_ROW(&drawing->scene, NULL, slopes->x0, slopes->left[i].y);
    for (size_t i = 0; i < slopes->n_right; i++)
        if (slopes->right[i].subject == subject)
            ARMEX_ROW(&drawing->scene, NULL, slopes->x1, slopes->right[i].y);
    armex_scene_end(&drawing->scene);
}

static void put_labels(struct armex_drawing *drawing, const struct slopes *slopes,
                       const char *block, bool left, bool subject)
{
    const struct end *ends = left ? slopes->left : slopes->right;
    const size_t n = left ? slopes->n_left : slopes->n_right;
    const double x = left ? slopes->x0 - LEADER : slopes->x1 + LEADER;
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t i = 0; i < n; i++)
        if (ends[i].subject == subject)
            ARMEX_ROW(&drawing->scene, ends[i].text, x, ends[i].label_y);
    armex_scene_end(&drawing->scene);
}

static void put_leaders(struct armex_drawing *drawing, const struct slopes *slopes)
{
    const double from = 6.0, length = LEADER - 10.0;
    armex_scene_begin(&drawing->scene, "leaders");
    for (size_t i = 0; i < slopes->n_left; i++)
        ARMEX_ROW(&drawing->scene, NULL, slopes->x0 - from, slopes->left[i].y, -length,
                  slopes->left[i].label_y - slopes->left[i].y);
    for (size_t i = 0; i < slopes->n_right; i++)
        ARMEX_ROW(&drawing->scene, NULL, slopes->x1 + from, slopes->right[i].y, length,
                  slopes->right[i].label_y - slopes->right[i].y);
    armex_scene_end(&drawing->scene);
}

static void put_hovers(struct armex_drawing *drawing, const struct slopes *slopes)
{
    const struct armex_unit per_cent = {.kind = ARMEX_PERCENT};
    const struct armex_unit unit = slopes->pairs.share ? per_cent : slopes->unit;
    for (size_t i = 0; i < slopes->n_left + slopes->n_right; i++) {
        const bool left = i < slopes->n_left;
        const struct end *end =
            left ? &slopes->left[i] : &slopes->right[i - slopes->n_left];
        armex_hover_figure(
            drawing, armex_field_around(left ? slopes->x0 : slopes->x1, end->y, 8.0),
            end->pair->item->name,
            left ? slopes->pairs.label_before : slopes->pairs.label_now, end->value,
            unit, ARMEX_FINAL);
    }
}

static void put_all(struct armex_drawing *drawing, const struct slopes *slopes)
{
    put_rules(drawing, slopes);
    put_leaders(drawing, slopes);
    put_paths(drawing, slopes, "context", false);
    put_paths(drawing, slopes, "accent", true);
    put_dots(drawing, slopes, "dots", false);
    put_dots(drawing, slopes, "accent_dots", true);
    put_labels(drawing, slopes, "left", true, false);
    put_labels(drawing, slopes, "subject_left", true, true);
    put_labels(drawing, slopes, "right", false, false);
    put_labels(drawing, slopes, "subject_right", false, true);
    put_hovers(drawing, slopes);
}

armex_status armex_layout_slope(struct armex_drawing *drawing,
                                const struct armex_standings *standings,
                                struct armex_error *error)
{
    struct slopes slopes = {.highlight = standings->highlight, .unit = standings->unit};
    armex_status status =
        armex_pairs_read(&slopes.pairs, drawing->arena, standings, ARMEX_SLOPES, error);
    if (!status)
        status = collect(drawing, &slopes, true, error);
    if (!status)
        status = collect(drawing, &slopes, false, error);
    if (status)
        return status;
    place(drawing, &slopes);
    status = place_labels(&slopes, slopes.left, slopes.n_left, error);
    if (!status)
        status = place_labels(&slopes, slopes.right, slopes.n_right, error);
    if (status)
        return status;
    put_all(drawing, &slopes);
    return armex_frame_end(drawing, slopes.y1 + 18.0, error);
}
