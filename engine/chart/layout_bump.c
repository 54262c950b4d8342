/** chart/layout_bump.c: where everything of a bump chart stands. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/scene.h"

enum { USUAL_ROWS = 16, MOST_ROWS = 24, CURVE = 16 };

struct grid {
    const struct armex_standings *standings;
    size_t columns, rows;
    double x0, x1, y0, step, bottom; /**< in pixels */
};

/** Place in the column, from 0: shared ranks stand below each other by code, so that no
 *  dot covers another, and a rank that is not there leaves its place empty. Or -1: not
 *  there. */
static long place_of(const struct grid *grid, size_t column, const char *entity)
{
    const struct armex_standings *standings = grid->standings;
    size_t first, end;
    armex_standings_of(standings, standings->years[column], &first, &end);
    for (size_t i = first; i < end; i++)
        if (!strcmp(standings->items[i].entity, entity))
            return (long)standings->items[i].place;
    return -1;
}

/** Sixteen rows, fewer when there are not so many, more when the subject needs them. */
static size_t count_rows(const struct grid *grid)
{
    size_t deepest = 0, subject = USUAL_ROWS;
    for (size_t c = 0; c < grid->columns; c++) {
        size_t first, end;
        armex_standings_of(grid->standings, grid->standings->years[c], &first, &end);
        const long place = place_of(grid, c, grid->standings->highlight);
        const size_t depth =
            end > first ? grid->standings->items[end - 1].place + 1 : 0;
        deepest = depth > deepest ? depth : deepest;
        if (place >= (long)subject && place < MOST_ROWS)
            subject = (size_t)place + 1;
    }
    return deepest < subject ? deepest : subject;
}

static bool is_within(const struct grid *grid, size_t i)
{
    return grid->standings->items[i].place < grid->rows;
}

static double x_of(const struct grid *grid, double column)
{
    if (grid->columns < 2)
        return (grid->x0 + grid->x1) / 2.0;
    return grid->x0 + column / (double)(grid->columns - 1) * (grid->x1 - grid->x0);
}

static double y_of(const struct grid *grid, double place)
{
    return grid->y0 + place * grid->step;
}

static double widest_name(struct armex_drawing *drawing, const struct grid *grid,
                          size_t column)
{
    size_t first, end;
    double widest = 0.0;
    armex_standings_of(grid->standings, grid->standings->years[column], &first, &end);
    for (size_t i = first; i < end && is_within(grid, i); i++)
        widest =
            fmax(widest, armex_font_width(drawing->font, grid->standings->items[i].name,
                                          12.5, ARMEX_BOLD));
    return fmin(widest, drawing->narrow ? 100.0 : 150.0);
}

static struct grid make_grid(struct armex_drawing *drawing,
                             const struct armex_standings *standings)
{
    struct grid grid = {.standings = standings, .columns = standings->n_years};
    grid.rows = count_rows(&grid);
    const double right = widest_name(drawing, &grid, grid.columns - 1);
    const double left = drawing->narrow ? 12.0 : widest_name(drawing, &grid, 0) + 16.0;
    grid.x0 = floor(fmax(ARMEX_MARGIN + left, 42.0));
    grid.x1 = floor(drawing->width - ARMEX_MARGIN - right - 16.0);
    grid.y0 = floor(drawing->top + 47.0);
    grid.step = 25.0;
    grid.bottom = y_of(&grid, (double)(grid.rows - 1)) + 14.0;
    return grid;
}

/** One step between two columns; what is below the chart is left out. */
static void put_step(struct armex_text *scene, const struct grid *grid, size_t column,
                     long from, long to)
{
    for (int i = 0; i <= CURVE; i++) {
        const double t = (double)i / CURVE;
        const double y =
            y_of(grid, (double)from + (double)(to - from) * t * t * (3.0 - 2.0 * t));
        if (y > grid->bottom)
            armex_scene_gap(scene);
        else
            ARMEX_ROW(scene, NULL, x_of(grid, (double)column + t), y);
    }
}

static void put_path(struct armex_drawing *drawing, const struct grid *grid,
                     const char *entity)
{
    long before = place_of(grid, 0, entity);
    for (size_t c = 1; c < grid->columns; c++) {
        const long place = place_of(grid, c, entity);
        if (before >= 0 && place >= 0 &&
            (before < (long)grid->rows || place < (long)grid->rows))
            put_step(&drawing->scene, grid, c - 1, before, place);
        else
            armex_scene_gap(&drawing->scene);
        before = place;
    }
    armex_scene_gap(&drawing->scene);
}

/** Whether an earlier column had the entity, so that its path is drawn already. */
static bool drawn_before(const struct grid *grid, size_t column, const char *entity)
{
    for (size_t c = 0; c < column; c++)
        if (place_of(grid, c, entity) >= 0)
            return true;
    return false;
}

static void put_paths(struct armex_drawing *drawing, const struct grid *grid)
{
    const struct armex_standings *standings = grid->standings;
    armex_scene_begin(&drawing->scene, "context");
    for (size_t c = 0; c < grid->columns; c++) {
        size_t first, end;
        armex_standings_of(standings, standings->years[c], &first, &end);
        for (size_t i = first; i < end; i++) {
            const char *entity = standings->items[i].entity;
            if (strcmp(entity, standings->highlight) != 0 &&
                !drawn_before(grid, c, entity))
                put_path(drawing, grid, entity);
        }
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "accent");
    put_path(drawing, grid, standings->highlight);
    armex_scene_end(&drawing->scene);
}

/** The most years that a figure of the column covers, when that is known. */
static bool is_short(const struct grid *grid, size_t column)
{
    size_t first, end;
    double most = 0.0;
    armex_standings_of(grid->standings, grid->standings->years[column], &first, &end);
    for (size_t i = first; i < end; i++)
        most = fmax(most, grid->standings->items[i].coverage);
    return most > 0.0 && most < grid->standings->window;
}

enum dot { CONTEXT_DOT, SUBJECT_DOT, HOLLOW_DOT };

static enum dot dot_of(const struct grid *grid, size_t column, const char *entity)
{
    if (strcmp(entity, grid->standings->highlight) != 0)
        return CONTEXT_DOT;
    return is_short(grid, column) ? HOLLOW_DOT : SUBJECT_DOT;
}

static void put_dots(struct armex_drawing *drawing, const struct grid *grid,
                     const char *block, enum dot wanted)
{
    char text[32];
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t c = 0; c < grid->columns; c++) {
        size_t first, end;
        armex_standings_of(grid->standings, grid->standings->years[c], &first, &end);
        for (size_t i = first; i < end && is_within(grid, i); i++) {
            const struct armex_standing *item = &grid->standings->items[i];
            if (dot_of(grid, c, item->entity) != wanted)
                continue;
            armex_rank_text(text, item->rank);
            ARMEX_ROW(&drawing->scene, text, x_of(grid, (double)c),
                      y_of(grid, (double)item->place));
        }
    }
    armex_scene_end(&drawing->scene);
}

static armex_status put_names(struct armex_drawing *drawing, const struct grid *grid,
                              const char *block, size_t column, bool subject,
                              struct armex_error *error)
{
    const struct armex_standings *standings = grid->standings;
    const bool left = column == 0 && grid->columns > 1;
    const double width = widest_name(drawing, grid, column);
    const double x = left ? grid->x0 - 16.0 : x_of(grid, (double)column) + 16.0;
    size_t first, end;
    armex_standings_of(standings, standings->years[column], &first, &end);
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t i = first; i < end && is_within(grid, i); i++) {
        const struct armex_standing *item = &standings->items[i];
        if (!strcmp(item->entity, standings->highlight) != subject ||
            (left && drawing->narrow) || (strstr(block, "left") && !left))
            continue;
        const char *name = armex_shorten(drawing, item->name, 12.5,
                                         subject ? ARMEX_BOLD : ARMEX_REGULAR, width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, x, y_of(grid, (double)item->place));
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

static bool is_shown(const struct grid *grid, size_t column, const char *entity)
{
    const long place = place_of(grid, column, entity);
    return place >= 0 && place < (long)grid->rows;
}

/** Whether the column is the last that shows an entity which neither end names. */
static bool is_nameless(const struct grid *grid, size_t column, const char *entity)
{
    bool later = false;
    for (size_t c = column + 1; c < grid->columns; c++)
        later = later || is_shown(grid, c, entity);
    return !later && !is_shown(grid, 0, entity);
}

/** Names beside the last ranks of those who are named at neither end. */
static armex_status put_lost_names(struct armex_drawing *drawing,
                                   const struct grid *grid, struct armex_error *error)
{
    const struct armex_standings *standings = grid->standings;
    const double room = x_of(grid, 1.0) - x_of(grid, 0.0) - 40.0;
    armex_scene_begin_words(&drawing->scene, "lost");
    for (size_t c = 1; c + 1 < grid->columns && room > 40.0; c++) {
        size_t first, end;
        armex_standings_of(standings, standings->years[c], &first, &end);
        for (size_t i = first; i < end && is_within(grid, i); i++) {
            if (!is_nameless(grid, c, standings->items[i].entity))
                continue;
            const char *name = armex_shorten(drawing, standings->items[i].name, 11.0,
                                             ARMEX_REGULAR, room);
            if (!name)
                return armex_fail_memory(error);
            ARMEX_ROW(&drawing->scene, name, x_of(grid, (double)c) + 13.0,
                      y_of(grid, (double)grid->standings->items[i].place));
        }
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

/** Heads of the columns, from the last backwards, where they have room. */
static void put_heads(struct armex_drawing *drawing, const struct grid *grid)
{
    char label[16];
    double free_until = INFINITY;
    armex_scene_begin_words(&drawing->scene, "windows");
    for (size_t c = grid->columns; c-- > 0;) {
        armex_standings_label(label, grid->standings, grid->standings->years[c]);
        const double half =
            armex_font_width(drawing->font, label, 11.5, ARMEX_REGULAR) / 2.0;
        const double x = fmax(x_of(grid, (double)c), half + 4.0);
        if (x + half + 6.0 > free_until)
            continue;
        ARMEX_ROW(&drawing->scene, label, x, grid->y0 - 24.0);
        free_until = x - half;
    }
    armex_scene_end(&drawing->scene);
}

static void put_hover(struct armex_drawing *drawing, struct armex_field field,
                      const char *when, const struct armex_standing *item,
                      const struct armex_standings *standings)
{
    char rank[32], figure[ARMEX_FIGURE_SIZE] = "";
    struct armex_text words = {0};
    armex_rank_text(rank, item->rank);
    if (standings->one_unit && !isnan(item->value))
        armex_figure_with_unit(figure, item->value, standings->unit);
    armex_text_printf(&words, "%s, %s: rank %s%s%s", item->name, when, rank,
                      *figure ? ", " : "", figure);
    if (!words.failed)
        armex_hover_add(drawing, field, words.data);
    drawing->hovers.failed = drawing->hovers.failed || words.failed;
    armex_text_free(&words);
}

static void put_hovers(struct armex_drawing *drawing, const struct grid *grid)
{
    char when[16];
    for (size_t c = 0; c < grid->columns; c++) {
        size_t first, end;
        const int year = grid->standings->years[c];
        armex_standings_label(when, grid->standings, year);
        armex_standings_of(grid->standings, year, &first, &end);
        for (size_t i = first; i < end && is_within(grid, i); i++)
            put_hover(drawing,
                      armex_field_around(
                          x_of(grid, (double)c),
                          y_of(grid, (double)grid->standings->items[i].place), 12.0),
                      when, &grid->standings->items[i], grid->standings);
    }
}

armex_status armex_layout_bump(struct armex_drawing *drawing,
                               const struct armex_standings *standings,
                               struct armex_error *error)
{
    const struct grid grid = make_grid(drawing, standings);
    const size_t last = grid.columns - 1;
    put_heads(drawing, &grid);
    put_paths(drawing, &grid);
    put_dots(drawing, &grid, "dots", CONTEXT_DOT);
    put_dots(drawing, &grid, "accent_dots", SUBJECT_DOT);
    put_dots(drawing, &grid, "accent_hollow", HOLLOW_DOT);
    put_hovers(drawing, &grid);
    armex_status status = put_lost_names(drawing, &grid, error);
    if (!status)
        status = put_names(drawing, &grid, "left", 0, false, error);
    if (!status)
        status = put_names(drawing, &grid, "subject_left", 0, true, error);
    if (!status)
        status = put_names(drawing, &grid, "right", last, false, error);
    if (!status)
        status = put_names(drawing, &grid, "subject_right", last, true, error);
    return status ? status : armex_frame_end(drawing, grid.bottom + 2.0, error);
}
