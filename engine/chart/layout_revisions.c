/** chart/layout_revisions.c: where everything of successive publications stands. */
#include <math.h>
#include <stdio.h>

#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/scene.h"

enum look { FIRM, HOLLOW, ASIDE, TARGET, LOOKS };

struct slots {
    const struct armex_statements *statements;
    struct armex_axis axis;
    double x0, x1, y0, y1, width;
    int scale;
};

static enum look look_of(const struct armex_statement *item)
{
    if (item->status == ARMEX_TARGET)
        return TARGET;
    if (item->aside)
        return ASIDE;
    return armex_mark_is_soft(item->status) ? HOLLOW : FIRM;
}

static void tick_text(char out[ARMEX_FIGURE_SIZE], const struct slots *slots, size_t i)
{
    const bool named = i + 1 == slots->axis.n && slots->axis.ticks[i] != 0.0;
    armex_figure_tick(out, slots->axis.ticks[i], slots->scale,
                      armex_axis_decimals(&slots->axis, slots->scale),
                      named ? &slots->statements->unit : NULL);
}

static void place(struct armex_drawing *drawing, struct slots *slots)
{
    char text[ARMEX_FIGURE_SIZE];
    double widest = 0.0;
    const struct armex_statements *all = slots->statements;
    slots->axis = armex_axis_linear(all->low, all->high);
    slots->scale = armex_figure_scale(fmax(fabs(all->low), fabs(all->high)));
    for (size_t i = 0; i < slots->axis.n; i++) {
        tick_text(text, slots, i);
        widest =
            fmax(widest, armex_font_width(drawing->font, text, 11.0, ARMEX_REGULAR));
    }
    slots->x0 = ARMEX_MARGIN + floor(widest) + 10.0;
    slots->x1 = drawing->width - ARMEX_MARGIN;
    slots->width =
        fmin(120.0, (slots->x1 - slots->x0) / (all->last_year - all->first_year + 1.0));
    slots->y0 = floor(drawing->top + (drawing->narrow ? 104.0 : 64.0)) + 0.5;
    slots->y1 = slots->y0 + (all->low == all->high ? 100.0
                             : drawing->narrow     ? 240.0
                                                   : 320.0);
}

static double y_of(const struct slots *slots, double value)
{
    return slots->y1 - armex_axis_at(&slots->axis, value) * (slots->y1 - slots->y0);
}

static double middle_of(const struct slots *slots, int year)
{
    return slots->x0 + slots->width * (year - slots->statements->first_year + 0.5);
}

/** Statements of a year stand side by side in its slot. */
static double x_of(const struct slots *slots, size_t i)
{
    size_t first, end;
    const int year = slots->statements->items[i].year;
    armex_statements_of(slots->statements, year, &first, &end);
    const double apart =
        fmin(9.0, (slots->width - 6.0) / (double)(end - first > 1 ? end - first : 1));
    return middle_of(slots, year) +
           apart * ((double)(i - first) - (double)(end - first - 1) / 2.0);
}

static void put_axes(struct armex_drawing *drawing, const struct slots *slots)
{
    char text[ARMEX_FIGURE_SIZE];
    const struct armex_statements *all = slots->statements;
    for (int base = 0; base < 2; base++) {
        armex_scene_begin(&drawing->scene, base ? "base" : "grid");
        for (size_t i = 0; i < slots->axis.n; i++)
            if ((slots->axis.ticks[i] == 0.0) == (base == 1))
                ARMEX_ROW(&drawing->scene, NULL, slots->x0,
                          floor(y_of(slots, slots->axis.ticks[i])) + 0.5,
                          slots->x1 - slots->x0);
        armex_scene_end(&drawing->scene);
    }
    armex_scene_begin_words(&drawing->scene, "yticks");
    for (size_t i = 0; i < slots->axis.n; i++) {
        tick_text(text, slots, i);
        ARMEX_ROW(&drawing->scene, text, slots->x0 - 8.0,
                  y_of(slots, slots->axis.ticks[i]));
    }
    armex_scene_end(&drawing->scene);
    const int apart = (int)ceil(30.0 / slots->width);
    armex_scene_begin_words(&drawing->scene, "years");
    for (int year = all->last_year; year >= all->first_year; year -= apart) {
        snprintf(text, sizeof text, "%d", year);
        ARMEX_ROW(&drawing->scene, text, middle_of(slots, year), slots->y1 + 15.0);
    }
    armex_scene_end(&drawing->scene);
}

/** From one outcome said of a year to the next. */
static void put_paths(struct armex_drawing *drawing, const struct slots *slots)
{
    const struct armex_statements *all = slots->statements;
    int before = 0;
    armex_scene_begin(&drawing->scene, "paths");
    for (size_t i = 0; i < all->n; i++) {
        const enum look look = look_of(&all->items[i]);
        if (look != FIRM && look != HOLLOW)
            continue;
        if (all->items[i].year != before)
            armex_scene_gap(&drawing->scene);
        before = all->items[i].year;
        ARMEX_ROW(&drawing->scene, NULL, x_of(slots, i),
                  y_of(slots, all->items[i].value));
    }
    armex_scene_end(&drawing->scene);
}

struct key {
    const char *words;
    double x, y;
    bool shown;
};

/** What the marks mean, in as many lines as it takes; only marks that occur. */
static void place_keys(struct armex_drawing *drawing, const struct slots *slots,
                       struct key keys[LOOKS])
{
    static const char *const words[LOOKS] = {"final", "preliminary or estimate",
                                             "set aside", "target"};
    double x = ARMEX_MARGIN, y = drawing->top + 29.0;
    for (size_t look = 0; look < LOOKS; look++) {
        keys[look] = (struct key){.words = words[look]};
        for (size_t i = 0; i < slots->statements->n; i++)
            keys[look].shown =
                keys[look].shown || look_of(&slots->statements->items[i]) == look;
        const double width =
            armex_font_width(drawing->font, words[look], 12.0, ARMEX_REGULAR) + 30.0;
        if (!keys[look].shown)
            continue;
        if (x + width > drawing->width - ARMEX_MARGIN) {
            x = ARMEX_MARGIN;
            y += 18.0;
        }
        keys[look].x = x;
        keys[look].y = y;
        x += width;
    }
}

static void put_keys(struct armex_drawing *drawing, const struct key keys[LOOKS])
{
    armex_scene_begin_words(&drawing->scene, "keys");
    for (size_t look = 0; look < LOOKS; look++)
        if (keys[look].shown)
            ARMEX_ROW(&drawing->scene, keys[look].words, keys[look].x + 16.0,
                      keys[look].y);
    armex_scene_end(&drawing->scene);
}

static void put_dots(struct armex_drawing *drawing, const struct slots *slots,
                     const char *block, enum look look, const struct key *key)
{
    const struct armex_statements *all = slots->statements;
    armex_scene_begin(&drawing->scene, block);
    for (size_t i = 0; i < all->n; i++)
        if (look_of(&all->items[i]) == look)
            ARMEX_ROW(&drawing->scene, NULL, x_of(slots, i),
                      y_of(slots, all->items[i].value));
    if (key->shown)
        ARMEX_ROW(&drawing->scene, NULL, key->x + 6.0, key->y);
    armex_scene_end(&drawing->scene);
}

/** Where the figure that stands is printed: above the outcomes of its year, or below
 *  them where a target would be taken for it. */
static double value_height(const struct slots *slots, int year)
{
    const struct armex_statements *all = slots->statements;
    double top = slots->y1, bottom = slots->y0;
    size_t first, end;
    armex_statements_of(all, year, &first, &end);
    for (size_t i = first; i < end; i++) {
        if (look_of(&all->items[i]) == TARGET)
            continue;
        top = fmin(top, y_of(slots, all->items[i].value));
        bottom = fmax(bottom, y_of(slots, all->items[i].value));
    }
    for (size_t i = first; i < end; i++) {
        const double y = y_of(slots, all->items[i].value);
        if (look_of(&all->items[i]) == TARGET && y < top && y > top - 26.0 &&
            bottom + 22.0 < slots->y1)
            return bottom + 15.0;
    }
    return top - 14.0;
}

static void put_values(struct armex_drawing *drawing, const struct slots *slots)
{
    char text[ARMEX_FIGURE_SIZE];
    const struct armex_statements *all = slots->statements;
    armex_scene_begin_words(&drawing->scene, "values");
    for (int year = all->first_year; year <= all->last_year; year++) {
        const struct armex_statement *item = armex_statements_standing(all, year);
        if (!item)
            continue;
        armex_figure(text, item->value, slots->scale, false);
        if (armex_font_width(drawing->font, text, 12.0, ARMEX_BOLD) <=
            slots->width + 4.0)
            ARMEX_ROW(&drawing->scene, text, middle_of(slots, year),
                      value_height(slots, year));
    }
    armex_scene_end(&drawing->scene);
}

/** What was said of a year, and when. */
static void put_hovers(struct armex_drawing *drawing, const struct slots *slots)
{
    const struct armex_statements *all = slots->statements;
    for (size_t i = 0; i < all->n; i++) {
        char date[ARMEX_DATE_SIZE], when[ARMEX_DATE_SIZE + 48];
        const struct armex_statement *item = &all->items[i];
        const bool dated = armex_date_for_people(date, item->published) > 0;
        snprintf(when, sizeof when, "%d%s%s%s", item->year,
                 look_of(item) == TARGET  ? ", target"
                 : look_of(item) == ASIDE ? ", set aside"
                                          : "",
                 dated ? ", published " : "", dated ? date : "");
        armex_hover_figure(
            drawing, armex_field_around(x_of(slots, i), y_of(slots, item->value), 5.0),
            "", when, item->value, all->unit, item->status);
    }
}

armex_status armex_layout_revisions(struct armex_drawing *drawing,
                                    const struct armex_statements *statements,
                                    struct armex_error *error)
{
    struct slots slots = {.statements = statements};
    struct key keys[LOOKS];
    place(drawing, &slots);
    put_axes(drawing, &slots);
    place_keys(drawing, &slots, keys);
    put_keys(drawing, keys);
    put_paths(drawing, &slots);
    put_dots(drawing, &slots, "aside", ASIDE, &keys[ASIDE]);
    put_dots(drawing, &slots, "firm", FIRM, &keys[FIRM]);
    put_dots(drawing, &slots, "hollow", HOLLOW, &keys[HOLLOW]);
    put_dots(drawing, &slots, "targets", TARGET, &keys[TARGET]);
    put_values(drawing, &slots);
    put_hovers(drawing, &slots);
    return armex_frame_end(drawing, slots.y1 + 20.0, error);
}
