/** chart/layout_dumbbell.c: where everything of a chart of two windows stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/pairs.h"
#include "chart/scene.h"

static const double text_size = 11.5, from_dot = 10.0;

struct dumbbells {
    const struct armex_standings *standings;
    struct armex_pairs pairs;
    struct armex_axis axis;
    double x0, x1, first, step, name_width;
};

static void figure_text(char out[ARMEX_FIGURE_SIZE], const struct dumbbells *rows,
                        double value)
{
    armex_figure(out, value, rows->pairs.scale, false);
}

static double figure_width(struct armex_drawing *drawing, const struct dumbbells *rows,
                           double value)
{
    char text[ARMEX_FIGURE_SIZE];
    figure_text(text, rows, value);
    return armex_font_width(drawing->font, text, text_size, ARMEX_BOLD);
}

static void difference_text(char out[ARMEX_FIGURE_SIZE], const struct dumbbells *rows,
                            size_t i, int *sign)
{
    const struct armex_pair *pair = &rows->pairs.items[i];
    armex_figure_difference(out, pair->now - pair->before, rows->pairs.scale, sign);
    if (!*out)
        snprintf(out, ARMEX_FIGURE_SIZE, "\u2013");
}

static bool is_subject(const struct dumbbells *rows, size_t i)
{
    return !strcmp(rows->pairs.items[i].item->entity, rows->standings->highlight);
}

/** Room for names, for figures left and right of the dots, and for differences. */
static void place(struct armex_drawing *drawing, struct dumbbells *rows)
{
    char text[ARMEX_FIGURE_SIZE];
    double names = 0.0, figures = 0.0, differences = 40.0;
    int sign;
    for (size_t i = 0; i < rows->pairs.n; i++) {
        const struct armex_pair *pair = &rows->pairs.items[i];
        names = fmax(
            names, armex_font_width(drawing->font, pair->item->name, 13.0, ARMEX_BOLD));
        figures = fmax(figures, fmax(figure_width(drawing, rows, pair->before),
                                     figure_width(drawing, rows, pair->now)));
        difference_text(text, rows, i, &sign);
        differences =
            fmax(differences, armex_font_width(drawing->font, text, 13.0, ARMEX_BOLD));
    }
    figures += from_dot + 6.0;
    rows->name_width = drawing->narrow ? drawing->width - 2.0 * ARMEX_MARGIN - 80.0
                                       : fmin(names, 200.0);
    rows->x0 =
        ceil(ARMEX_MARGIN + figures + (drawing->narrow ? 0.0 : rows->name_width + 6.0));
    rows->x1 = floor(drawing->width - ARMEX_MARGIN - figures -
                     (drawing->narrow ? 0.0 : differences + 12.0));
    rows->step = drawing->narrow ? 44.0 : 29.0;
    rows->first = floor(drawing->top + (drawing->narrow ? 76.0 : 55.0)) + 0.5;
}

static double x_of(const struct dumbbells *rows, double value)
{
    return rows->x0 + armex_axis_at(&rows->axis, value) * (rows->x1 - rows->x0);
}

static double y_of(const struct dumbbells *rows, size_t i)
{
    return rows->first + rows->step * (double)i;
}

/** Where names and differences stand: beside the dots, or above them. */
static double line_of(const struct armex_drawing *drawing, const struct dumbbells *rows,
                      size_t i)
{
    return y_of(rows, i) - (drawing->narrow ? 18.0 : 0.0);
}

/** A narrow picture has names where the grid would be; each figure is printed anyway.
 */
static void put_axis(struct armex_drawing *drawing, const struct dumbbells *rows)
{
    char text[ARMEX_FIGURE_SIZE];
    const struct armex_unit per_cent = {.kind = ARMEX_PERCENT};
    const struct armex_unit *unit =
        rows->pairs.share ? &per_cent : &rows->standings->unit;
    const size_t n = drawing->narrow ? 0 : rows->axis.n;
    const double top = rows->first - 8.0, bottom = y_of(rows, rows->pairs.n - 1) + 14.0;
    armex_scene_begin(&drawing->scene, "grid");
    for (size_t i = 0; i < n; i++)
        ARMEX_ROW(&drawing->scene, NULL, floor(x_of(rows, rows->axis.ticks[i])) + 0.5,
                  top, bottom - top);
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "zero");
    if (rows->axis.low < 0.0)
        ARMEX_ROW(&drawing->scene, NULL, floor(x_of(rows, 0.0)) + 0.5, top,
                  bottom - top);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "ticks");
    for (size_t i = 0; i < n; i++) {
        const bool named = i + 1 == n && rows->axis.ticks[i] != 0.0;
        armex_figure_tick(text, rows->axis.ticks[i], rows->pairs.scale,
                          armex_axis_decimals(&rows->axis, rows->pairs.scale),
                          named ? unit : NULL);
        ARMEX_ROW(&drawing->scene, text, x_of(rows, rows->axis.ticks[i]),
                  bottom + 14.0);
    }
    armex_scene_end(&drawing->scene);
}

static void put_bars(struct armex_drawing *drawing, const struct dumbbells *rows,
                     const char *block, int wanted)
{
    char text[ARMEX_FIGURE_SIZE];
    int sign;
    armex_scene_begin(&drawing->scene, block);
    for (size_t i = 0; i < rows->pairs.n; i++) {
        const struct armex_pair *pair = &rows->pairs.items[i];
        difference_text(text, rows, i, &sign);
        if (sign == wanted && !isnan(pair->now) && !isnan(pair->before))
            ARMEX_ROW(&drawing->scene, NULL, x_of(rows, pair->before), y_of(rows, i),
                      x_of(rows, pair->now) - x_of(rows, pair->before));
    }
    armex_scene_end(&drawing->scene);
}

static void put_dots(struct armex_drawing *drawing, const struct dumbbells *rows,
                     const char *block, int wanted)
{
    char text[ARMEX_FIGURE_SIZE];
    int sign;
    armex_scene_begin(&drawing->scene, block);
    for (size_t i = 0; i < rows->pairs.n; i++) {
        difference_text(text, rows, i, &sign);
        if (sign == wanted && !isnan(rows->pairs.items[i].now))
            ARMEX_ROW(&drawing->scene, NULL, x_of(rows, rows->pairs.items[i].now),
                      y_of(rows, i));
    }
    armex_scene_end(&drawing->scene);
}

static void put_before(struct armex_drawing *drawing, const struct dumbbells *rows)
{
    armex_scene_begin(&drawing->scene, "before");
    for (size_t i = 0; i < rows->pairs.n; i++)
        if (!isnan(rows->pairs.items[i].before))
            ARMEX_ROW(&drawing->scene, NULL, x_of(rows, rows->pairs.items[i].before),
                      y_of(rows, i));
    armex_scene_end(&drawing->scene);
}

/** One figure of a row and the side of its dot on which it stands. */
struct mark {
    double value;
    bool left;
};

/** Figures stand outside: the lesser one left of its dot, the greater right. A figure
 *  without a partner stands right. */
static struct mark mark_of(const struct armex_pair *pair, bool now)
{
    const bool rose = !(pair->now < pair->before);
    return (struct mark){now ? pair->now : pair->before,
                         !isnan(pair->before) && !isnan(pair->now) && rose != now};
}

/** Paper beneath the figures, so that no grid line runs through them. */
static void put_backs(struct armex_drawing *drawing, const struct dumbbells *rows)
{
    armex_scene_begin(&drawing->scene, "backs");
    for (size_t i = 0; i < 2 * rows->pairs.n; i++) {
        const struct mark mark = mark_of(&rows->pairs.items[i / 2], i % 2);
        const double y = y_of(rows, i / 2), x = x_of(rows, mark.value);
        const double width = figure_width(drawing, rows, mark.value) + 2.0;
        if (isnan(mark.value))
            continue;
        const double from = mark.left ? x - from_dot - width : x + from_dot - 2.0;
        ARMEX_ROW(&drawing->scene, NULL, from, from + width + 2.0, y - 8.0, y + 8.0);
    }
    armex_scene_end(&drawing->scene);
}

static void put_figures(struct armex_drawing *drawing, const struct dumbbells *rows,
                        const char *block, bool now, bool left)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t i = 0; i < rows->pairs.n; i++) {
        const struct mark mark = mark_of(&rows->pairs.items[i], now);
        figure_text(text, rows, mark.value);
        if (!isnan(mark.value) && mark.left == left)
            ARMEX_ROW(&drawing->scene, text,
                      x_of(rows, mark.value) + (left ? -from_dot : from_dot),
                      y_of(rows, i));
    }
    armex_scene_end(&drawing->scene);
}

static armex_status put_names(struct armex_drawing *drawing,
                              const struct dumbbells *rows, bool subject,
                              struct armex_error *error)
{
    armex_scene_begin_words(&drawing->scene, subject ? "subject_name" : "names");
    for (size_t i = 0; i < rows->pairs.n; i++) {
        if (is_subject(rows, i) != subject)
            continue;
        const char *name =
            armex_shorten(drawing, rows->pairs.items[i].item->name, 13.0,
                          subject ? ARMEX_BOLD : ARMEX_REGULAR, rows->name_width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, ARMEX_MARGIN, line_of(drawing, rows, i));
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

static void put_differences(struct armex_drawing *drawing, const struct dumbbells *rows,
                            const char *block, int wanted)
{
    char text[ARMEX_FIGURE_SIZE];
    int sign;
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t i = 0; i < rows->pairs.n; i++) {
        difference_text(text, rows, i, &sign);
        if (sign == wanted)
            ARMEX_ROW(&drawing->scene, text, drawing->width - ARMEX_MARGIN,
                      line_of(drawing, rows, i));
    }
    armex_scene_end(&drawing->scene);
}

/** The windows, named at the dots of the first row; moved apart where they are near,
 *  and away from the head of the last column. */
static void put_windows(struct armex_drawing *drawing, const struct dumbbells *rows,
                        double y, double right)
{
    const struct armex_pair *pair = &rows->pairs.items[0];
    const bool both = !isnan(pair->before) && !isnan(pair->now);
    const double before_half =
        armex_font_width(drawing->font, rows->pairs.label_before, 11.0, ARMEX_REGULAR) /
        2.0;
    const double now_half =
        armex_font_width(drawing->font, rows->pairs.label_now, 11.0, ARMEX_BOLD) / 2.0;
    const double apart = before_half + now_half + 12.0;
    double before = x_of(rows, pair->before);
    double now = x_of(rows, isnan(pair->now) ? 0.0 : pair->now);
    if (both && fabs(now - before) < apart) {
        const double middle = (now + before) / 2.0;
        const double half = now < before ? -apart / 2.0 : apart / 2.0;
        before = middle - half;
        now = middle + half;
    }
    const double over =
        both && before > now ? before + before_half - right : now + now_half - right;
    if (over > 0.0) {
        now -= over;
        before -= both && fabs(now - before) < apart ? over : 0.0;
    }
    armex_scene_begin_words(&drawing->scene, "head_before");
    if (both)
        ARMEX_ROW(&drawing->scene, rows->pairs.label_before, before, y);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "head_now");
    ARMEX_ROW(&drawing->scene, rows->pairs.label_now, now, y);
    armex_scene_end(&drawing->scene);
}

static void put_heads(struct armex_drawing *drawing, const struct dumbbells *rows)
{
    const double y = line_of(drawing, rows, 0) - (drawing->narrow ? 18.0 : 20.0);
    const char *word = rows->pairs.share ? "Points" : "Change";
    const double right = drawing->width - ARMEX_MARGIN;
    put_windows(drawing, rows, y,
                right - 12.0 -
                    armex_font_width(drawing->font, word, 11.0, ARMEX_REGULAR));
    armex_scene_begin_words(&drawing->scene, "head_change");
    ARMEX_ROW(&drawing->scene, word, right, y);
    armex_scene_end(&drawing->scene);
}

static void pair_text(char out[ARMEX_FIGURE_SIZE], const struct dumbbells *rows,
                      double value)
{
    const struct armex_unit per_cent = {.kind = ARMEX_PERCENT};
    armex_figure_with_unit(out, value,
                           rows->pairs.share ? per_cent : rows->standings->unit);
    if (!*out || isnan(value))
        snprintf(out, ARMEX_FIGURE_SIZE, "no figure");
}

/** "South Korea, 2014–18: 2.3 billion TIV; 2019–23: 2.5 billion TIV" */
static void put_hovers(struct armex_drawing *drawing, const struct dumbbells *rows)
{
    char before[ARMEX_FIGURE_SIZE], now[ARMEX_FIGURE_SIZE];
    for (size_t i = 0; i < rows->pairs.n; i++) {
        const struct armex_pair *pair = &rows->pairs.items[i];
        const double top = line_of(drawing, rows, i) - rows->step / 2.0;
        const struct armex_field row = {
            ARMEX_MARGIN, top, drawing->width - 2.0 * ARMEX_MARGIN, rows->step};
        struct armex_text words = {0};
        pair_text(before, rows, pair->before);
        pair_text(now, rows, pair->now);
        armex_text_printf(&words, "%s, %s: %s; %s: %s", pair->item->name,
                          rows->pairs.label_before, before, rows->pairs.label_now, now);
        if (!words.failed)
            armex_hover_add(drawing, row, words.data);
        drawing->hovers.failed = drawing->hovers.failed || words.failed;
        armex_text_free(&words);
    }
}

armex_status armex_layout_dumbbell(struct armex_drawing *drawing,
                                   const struct armex_standings *standings,
                                   struct armex_error *error)
{
    struct dumbbells rows = {.standings = standings};
    armex_status status = armex_pairs_read(&rows.pairs, drawing->arena, standings,
                                           ARMEX_DUMBBELLS, error);
    if (status)
        return status;
    rows.axis = armex_axis_linear(rows.pairs.low, rows.pairs.high);
    place(drawing, &rows);
    put_axis(drawing, &rows);
    put_backs(drawing, &rows);
    put_bars(drawing, &rows, "up_bars", 1);
    put_bars(drawing, &rows, "down_bars", -1);
    put_before(drawing, &rows);
    put_dots(drawing, &rows, "up_dots", 1);
    put_dots(drawing, &rows, "down_dots", -1);
    put_dots(drawing, &rows, "level_dots", 0);
    put_figures(drawing, &rows, "before_left", false, true);
    put_figures(drawing, &rows, "before_right", false, false);
    put_figures(drawing, &rows, "now_left", true, true);
    put_figures(drawing, &rows, "now_right", true, false);
    put_differences(drawing, &rows, "up", 1);
    put_differences(drawing, &rows, "down", -1);
    put_differences(drawing, &rows, "level", 0);
    put_heads(drawing, &rows);
    put_hovers(drawing, &rows);
    status = put_names(drawing, &rows, false, error);
    if (!status)
        status = put_names(drawing, &rows, true, error);
    const double bottom =
        y_of(&rows, rows.pairs.n - 1) + (drawing->narrow ? 8.0 : 28.0);
    return status ? status : armex_frame_end(drawing, bottom, error);
}
