/** chart/points_words.c: what the sides and the points of two counts are called. */
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "chart/aside.h"
#include "chart/points.h"
#include "chart/sentence.h"
#include "chart/words.h"
#include "model/panel.h"

static bool is_share(const struct armex_points_side *side)
{
    return side->unit.kind == ARMEX_PERCENT && !strncmp(side->scope, "share", 5);
}

static const char *counted(const struct armex_points *points,
                           const struct armex_points_side *side)
{
    return is_share(side) ? armex_share_subject(side->measure, points->flow)
                          : armex_subject(side->measure, points->flow);
}

static const char *edition(struct armex_arena *arena,
                           const struct armex_points_side *side)
{
    struct armex_date date = {0};
    char words[ARMEX_DATE_SIZE];
    if (!armex_date_parse(&date, side->vintage, strlen(side->vintage)) ||
        !armex_date_for_people(words, date))
        return armex_arena_text(arena, side->dataset);
    return armex_arena_printf(arena, "the edition of %s", words);
}

static bool count_alike(const struct armex_points *points)
{
    return !strcmp(points->a.measure, points->b.measure) &&
           is_share(&points->a) == is_share(&points->b);
}

const char *armex_points_name(struct armex_arena *arena,
                              const struct armex_points *points, bool b, bool starts)
{
    const struct armex_points_side *side = b ? &points->b : &points->a;
    const bool alike = count_alike(points);
    if (alike && strcmp(points->a.dataset, points->b.dataset) != 0)
        return armex_arena_text(arena, side->dataset);
    const char *name =
        alike ? edition(arena, side) : armex_arena_text(arena, counted(points, side));
    return name && starts ? armex_capitalised(arena, name) : name;
}

const char *armex_points_when(struct armex_arena *arena,
                              const struct armex_points *points, bool b)
{
    const int years = b ? points->b.years : points->a.years;
    const int first = points->first_year, last = points->last_year;
    char label[16];
    if (first != last && years == 1)
        return armex_arena_printf(arena, "%d\u2013%d", first, last);
    if (years == 1)
        return armex_arena_printf(arena, "%d", last);
    if (first != last)
        return armex_arena_printf(arena, "windows of %d years to %d\u2013%d", years,
                                  first, last);
    armex_window_label(label, last - years + 1, last);
    return armex_arena_text(arena, label);
}

void armex_points_say_soft(struct armex_text *note, const struct armex_points *points)
{
    size_t soft = 0;
    for (size_t i = 0; i < points->n; i++)
        soft += points->items[i].soft;
    if (soft)
        armex_text_add(note, "Hollow: preliminary, estimated or doubtful. ");
}

void armex_points_say_left_out(struct armex_text *note,
                               const struct armex_points *points)
{
    if (points->none)
        armex_text_printf(note, "%zu with nothing in both %s not shown. ", points->none,
                          points->none == 1 ? "is" : "are");
    armex_say_aside(note, points->aside);
}

const char *armex_points_end_note(struct armex_arena *arena, struct armex_text *note,
                                  const struct armex_points *points)
{
    if (points->other_pairs)
        armex_text_printf(note,
                          "%zu more pair%s of counts %s not shown; a measure and two "
                          "datasets choose.",
                          points->other_pairs, points->other_pairs == 1 ? "" : "s",
                          points->other_pairs == 1 ? "is" : "are");
    return armex_words_keep(arena, note);
}

static double figure(const struct armex_points *points, size_t i, bool b)
{
    return b ? points->items[i].b : points->items[i].a;
}

double armex_points_high(const struct armex_points *points, bool b)
{
    double high = 0.0;
    for (size_t i = 0; i < points->n; i++)
        high = fmax(high, figure(points, i, b));
    return high;
}

double armex_points_least(const struct armex_points *points, bool b)
{
    double least = figure(points, 0, b);
    for (size_t i = 1; i < points->n; i++)
        least = fmin(least, figure(points, i, b));
    return least;
}

const char *armex_point_label(struct armex_arena *arena,
                              const struct armex_points *points,
                              const struct armex_point *point)
{
    if (points->one_entity)
        return armex_arena_printf(arena, "%d", point->year);
    return armex_arena_text(arena, point->name);
}
