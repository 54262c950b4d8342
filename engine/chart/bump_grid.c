/** chart/bump_grid.c: where a bump chart has its columns and rows. */
#include "chart/bump_grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_ROWS = 16, MOST_ROWS = 24 };
enum { LEADING = 3, FOLLOWED = 8 }; /* rows that an eye follows through many years */

/* Pixels: the widest names, and what else a side has. A narrow chart names nobody on
 * its left. */
enum { WIDEST_NAME = 150, WIDEST_NAME_NARROW = 100, LEAST_LEFT = 42 };
enum { ASIDE = 14, LEAST_APART = 4 };

static const double numbered_step = 24.0; // a circle of 21 pixels, and air

/** An item of the standings, to be sorted by entity. */
struct named {
    const char *entity;
    size_t item;
};

static int by_entity(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    const int order = strcmp(a->entity, b->entity);
    return order ? order : (a->item > b->item) - (a->item < b->item);
}

/** `first[i]` becomes the first item of the entity of item i. */
static armex_status find_first(size_t *first, struct armex_arena *arena,
                               const struct armex_standings *standings,
                               struct armex_error *error)
{
    struct named *named = armex_arena_new(arena, standings->n, sizeof *named);
    if (!named)
        return armex_fail_memory(error);
    for (size_t i = 0; i < standings->n; i++)
        named[i] = (struct named){standings->items[i].entity, i};
    qsort(named, standings->n, sizeof *named, by_entity);
    for (size_t i = 0, begin = 0; i < standings->n; i++) {
        begin = strcmp(named[begin].entity, named[i].entity) == 0 ? begin : i;
        first[named[i].item] = named[begin].item;
    }
    return ARMEX_OK;
}

/** Numbers the entities as they come, and finds the items of each. */
static armex_status find_entities(struct armex_bump *out, struct armex_arena *arena,
                                  struct armex_error *error)
{
    const struct armex_standings *standings = out->standings;
    size_t *first = armex_arena_new(arena, standings->n, sizeof *first), *found;
    size_t *number = armex_arena_new(arena, standings->n, sizeof *number);
    if (!first || !number || find_first(first, arena, standings, error))
        return armex_fail_memory(error);
    for (size_t i = 0; i < standings->n; i++)
        number[i] = first[i] == i ? out->entities++ : number[first[i]];
    found = armex_arena_new(arena, out->entities * out->columns, sizeof *found);
    if (!found)
        return armex_fail_memory(error);
    memset(found, 0, out->entities * out->columns * sizeof *found);
    for (size_t c = 0; c < out->columns; c++)
        for (size_t i = standings->starts[c]; i < standings->starts[c + 1]; i++) {
            found[number[i] * out->columns + c] = i + 1;
            if (!strcmp(standings->items[i].entity, standings->highlight))
                out->subject = number[i];
        }
    out->found = found;
    out->entity_of = number;
    return ARMEX_OK;
}

const struct armex_standing *armex_bump_at(const struct armex_bump *bump, size_t entity,
                                           size_t column)
{
    const size_t item = bump->found[entity * bump->columns + column];
    return item ? &bump->standings->items[item - 1] : NULL;
}

bool armex_bump_shows(const struct armex_bump *bump,
                      const struct armex_standing *standing)
{
    return standing && standing->place < bump->rows;
}

static bool leads(const struct armex_bump *bump, size_t entity, size_t column)
{
    const struct armex_standing *item = armex_bump_at(bump, entity, column);
    return item && item->place < LEADING;
}

bool armex_bump_is_faint(const struct armex_bump *bump, size_t entity)
{
    return bump->fades && entity != bump->subject &&
           !leads(bump, entity, bump->columns - 1) &&
           !(bump->names_left && leads(bump, entity, 0));
}

bool armex_bump_is_numbered(const struct armex_bump *bump, size_t column)
{
    return bump->numbered || column == 0 || column + 1 == bump->columns;
}

/** Sixteen rows, fewer when there are not so many, more when the subject needs them. */
static size_t count_rows(const struct armex_bump *bump)
{
    const struct armex_standings *standings = bump->standings;
    size_t deepest = 0, subject = USUAL_ROWS;
    for (size_t c = 0; c < bump->columns; c++) {
        const struct armex_standing *own = armex_bump_at(bump, bump->subject, c);
        const size_t depth = standings->items[standings->starts[c + 1] - 1].place + 1;
        deepest = depth > deepest ? depth : deepest;
        if (own && own->place >= subject && own->place < MOST_ROWS)
            subject = own->place + 1;
    }
    return deepest < subject ? deepest : subject;
}

/** The place of a year between the first, at 0, and the last, at 1. */
static double part_of_year(const struct armex_bump *bump, double year)
{
    const int *years = bump->standings->years;
    return (year - years[0]) / (double)(years[bump->columns - 1] - years[0]);
}

/** The same of a column. */
static double part_of(const struct armex_bump *bump, size_t column)
{
    return bump->numbered ? (double)column / (double)(bump->columns - 1)
                          : part_of_year(bump, bump->standings->years[column]);
}

double armex_bump_x_of_year(const struct armex_bump *bump, double year)
{
    return bump->x0 + part_of_year(bump, year) * (bump->x1 - bump->x0);
}

double armex_bump_x(const struct armex_bump *bump, double column)
{
    if (bump->columns < 2)
        return (bump->x0 + bump->x1) / 2.0;
    const double left = fmin(floor(column), (double)bump->columns - 2.0);
    const double from = part_of(bump, (size_t)left),
                 to = part_of(bump, (size_t)left + 1);
    return bump->x0 + (from + (to - from) * (column - left)) * (bump->x1 - bump->x0);
}

double armex_bump_y(const struct armex_bump *bump, double place)
{
    return bump->y0 + place * bump->step;
}

double armex_bump_widest_name(struct armex_drawing *drawing,
                              const struct armex_bump *bump, size_t column)
{
    const struct armex_standings *standings = bump->standings;
    double widest = 0.0;
    for (size_t i = standings->starts[column]; i < standings->starts[column + 1]; i++)
        if (armex_bump_shows(bump, &standings->items[i]) &&
            (column || !armex_bump_is_faint(bump, bump->entity_of[i])))
            widest =
                fmax(widest, armex_font_width(drawing->font, standings->items[i].name,
                                              12.5, ARMEX_BOLD));
    return fmin(widest, drawing->narrow ? WIDEST_NAME_NARROW : WIDEST_NAME);
}

static void place_ends(struct armex_bump *out, struct armex_drawing *drawing)
{
    const double right = armex_bump_widest_name(drawing, out, out->columns - 1);
    const double left =
        out->names_left ? armex_bump_widest_name(drawing, out, 0) + ARMEX_BUMP_BESIDE
                        : 0.0;
    out->x0 = floor(fmax(ARMEX_MARGIN + left, LEAST_LEFT));
    out->x1 = floor(drawing->width - ARMEX_MARGIN - right - ARMEX_BUMP_BESIDE);
}

static void place_columns(struct armex_bump *out, struct armex_drawing *drawing)
{
    const double steps = (double)(out->columns > 1 ? out->columns - 1 : 1);
    out->names_left = !drawing->narrow;
    place_ends(out, drawing);
    out->numbered = (out->x1 - out->x0) / steps >= numbered_step || out->columns < 3;
    out->fades = !out->numbered && out->rows > FOLLOWED;
    if (out->fades)
        place_ends(out, drawing);
    out->aside = out->numbered ? 0.0 : ASIDE; // lines as near as these would be covered
    out->x0 += drawing->narrow ? 0.0 : out->aside;
    out->x1 -= out->aside;
    out->across = (out->x1 - out->x0) / steps;
}

int armex_bump_most_columns(const struct armex_chart *chart)
{
    const bool narrow = armex_chart_is_narrow(chart);
    const int right = ARMEX_MARGIN + (narrow ? WIDEST_NAME_NARROW : WIDEST_NAME) +
                      ARMEX_BUMP_BESIDE + ASIDE;
    const int left = narrow ? LEAST_LEFT : right;
    return (armex_chart_width(chart) - left - right) / LEAST_APART + 1;
}

armex_status armex_bump_make(struct armex_bump *out, struct armex_drawing *drawing,
                             const struct armex_standings *standings,
                             struct armex_error *error)
{
    *out = (struct armex_bump){.standings = standings, .columns = standings->n_years};
    const armex_status status = find_entities(out, drawing->arena, error);
    if (status)
        return status;
    out->rows = count_rows(out);
    place_columns(out, drawing);
    out->y0 = floor(drawing->top + 47.0);
    out->step = 25.0;
    out->bottom = armex_bump_y(out, (double)(out->rows - 1)) + 14.0;
    return ARMEX_OK;
}
