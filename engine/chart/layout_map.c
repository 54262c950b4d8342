/** chart/layout_map.c: where everything of a map of states stands. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "chart/equal_earth.h"
#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/map_classes.h"
#include "chart/outlines.h"
#include "chart/scene.h"

enum { NONE = ARMEX_MAP_CLASSES, HALO = 8 };

static const double north = 83.7, south = -56.0; // of all outlines
static const double grain = 0.5;                 // pixels that outlines are drawn to
static const double swatch = 22.0, swatch_height = 11.0;

/** A ring, or the point of a state too small for one. */
struct region {
    size_t from, n;                    /**< of the outline's points */
    const struct armex_standing *item; /**< NULL: it has no figure */
    size_t step;
    bool subject;
    double x0, x1, y0, y1; /**< what it covers */
};

struct map {
    struct armex_map_classes classes;
    const struct armex_standings *standings;
    struct region *regions;
    size_t n;
    double middle, y0, scale, bottom;
    double dot;
};

static void place_point(const struct map *map, double out[2], size_t point)
{
    const struct armex_outline_point *at = &armex_outline_points[point];
    double x, y, top;
    armex_equal_earth(&x, &top, 0.0, north);
    armex_equal_earth(&x, &y, at->lon, at->lat);
    out[0] = grain * round((map->middle + map->scale * x) / grain);
    out[1] = grain * round((map->y0 + map->scale * (top - y)) / grain);
}

static bool is_point(const struct region *region)
{
    return armex_outline_points[region->from].ring == 0;
}

static const char *code_of(const struct region *region)
{
    return armex_outline_points[region->from].entity;
}

static void measure(const struct map *map, struct region *region)
{
    double at[2];
    region->x0 = region->y0 = INFINITY;
    region->x1 = region->y1 = -INFINITY;
    for (size_t i = 0; i < region->n; i++) {
        place_point(map, at, region->from + i);
        region->x0 = fmin(region->x0, at[0]);
        region->x1 = fmax(region->x1, at[0]);
        region->y0 = fmin(region->y0, at[1]);
        region->y1 = fmax(region->y1, at[1]);
    }
}

static struct region region_at(const struct map *map, size_t from)
{
    struct region region = {.from = from};
    const struct armex_outline_point *first = &armex_outline_points[from];
    const struct armex_standings *standings = map->standings;
    while (from + region.n < armex_outline_points_n &&
           first[region.n].ring == first->ring &&
           !strcmp(first[region.n].entity, first->entity))
        region.n++;
    region.item = armex_standings_find(
        standings, standings->years[standings->n_years - 1], first->entity);
    region.step = region.item
                      ? armex_map_class(&map->classes,
                                        armex_map_figure(&map->classes, region.item))
                      : NONE;
    region.subject =
        standings->highlight && !strcmp(standings->highlight, first->entity);
    measure(map, &region);
    return region;
}

static armex_status find_regions(struct map *map, struct armex_arena *arena,
                                 struct armex_error *error)
{
    size_t most = 1;
    for (size_t i = 1; i < armex_outline_points_n; i++)
        most += armex_outline_points[i].ring != armex_outline_points[i - 1].ring ||
                strcmp(armex_outline_points[i].entity,
                       armex_outline_points[i - 1].entity) != 0;
    map->regions = armex_arena_new(arena, most, sizeof *map->regions);
    if (!map->regions)
        return armex_fail_memory(error);
    for (size_t from = 0; from < armex_outline_points_n;) {
        map->regions[map->n] = region_at(map, from);
        from += map->regions[map->n++].n;
    }
    return ARMEX_OK;
}

static void place(struct map *map, const struct armex_drawing *drawing)
{
    const double margin = drawing->narrow ? 6.0 : ARMEX_MARGIN;
    double x, top, low;
    armex_equal_earth(&x, &top, 0.0, north);
    armex_equal_earth(&x, &low, 0.0, south);
    map->middle = drawing->width / 2.0;
    map->scale = (map->middle - margin) / ARMEX_EQUAL_EARTH_X;
    map->y0 = floor(drawing->top + 26.0);
    map->bottom = map->y0 + map->scale * (top - low);
    map->dot = drawing->narrow ? 1.8 : 2.8;
}

/** A ring, its points on a grain of the picture, so that neighbours still meet. */
static void put_ring(struct armex_drawing *drawing, const struct map *map,
                     const struct region *region)
{
    double before[2] = {NAN, NAN}, at[2];
    for (size_t i = 0; i < region->n; i++) {
        place_point(map, at, region->from + i);
        if (at[0] != before[0] || at[1] != before[1])
            ARMEX_ROW(&drawing->scene, NULL, at[0], at[1]);
        memcpy(before, at, sizeof before);
    }
    armex_scene_gap(&drawing->scene);
}

static void put_box(struct armex_drawing *drawing, double x, double y)
{
    ARMEX_ROW(&drawing->scene, NULL, x, y);
    ARMEX_ROW(&drawing->scene, NULL, x + swatch, y);
    ARMEX_ROW(&drawing->scene, NULL, x + swatch, y + swatch_height);
    ARMEX_ROW(&drawing->scene, NULL, x, y + swatch_height);
    ARMEX_ROW(&drawing->scene, NULL, x, y);
    armex_scene_gap(&drawing->scene);
}

/** A class of the key: where its box stands, and its words. */
struct key {
    double x, y;
    const char *words;
};

/** The key below the map, in as many rows as it needs; the last says what has no
 *  figure. */
static armex_status place_keys(struct key *keys, struct armex_drawing *drawing,
                               struct map *map, struct armex_error *error)
{
    double x = ARMEX_MARGIN, y = floor(map->bottom) + 14.0;
    for (size_t step = 0; step <= NONE; step++) {
        if (step >= map->classes.n && step != NONE)
            continue;
        struct key *key = &keys[step];
        key->words = step == NONE
                         ? "no figure"
                         : armex_map_class_label(drawing->arena, &map->classes, step);
        if (!key->words)
            return armex_fail_memory(error);
        const double width =
            swatch + 5.0 +
            armex_font_width(drawing->font, key->words, 11.0, ARMEX_REGULAR);
        if (x > ARMEX_MARGIN && x + width > drawing->width - ARMEX_MARGIN) {
            x = ARMEX_MARGIN;
            y += 20.0;
        }
        key->x = x;
        key->y = y;
        x += width + 14.0;
    }
    map->bottom = y + swatch_height;
    return ARMEX_OK;
}

static void put_key_words(struct armex_drawing *drawing, const struct key *keys)
{
    armex_scene_begin_words(&drawing->scene, "keys");
    for (size_t step = 0; step <= NONE; step++)
        if (keys[step].words)
            ARMEX_ROW(&drawing->scene, keys[step].words, keys[step].x + swatch + 5.0,
                      keys[step].y + swatch_height / 2.0);
    armex_scene_end(&drawing->scene);
}

/** The land of a class; `none` is outlined only. */
static void put_land(struct armex_drawing *drawing, const struct map *map,
                     const struct key *keys, size_t step)
{
    char name[16] = "none";
    if (step != NONE)
        snprintf(name, sizeof name, "land%zu", step + 1);
    armex_scene_begin(&drawing->scene, name);
    for (size_t i = 0; i < map->n; i++)
        if (map->regions[i].step == step && !is_point(&map->regions[i]))
            put_ring(drawing, map, &map->regions[i]);
    if (keys[step].words)
        put_box(drawing, keys[step].x, keys[step].y);
    armex_scene_end(&drawing->scene);
}

static double shade_of(const struct map *map, size_t step)
{
    return map->classes.n > 1
               ? 0.16 + 0.84 * (double)step / (double)(map->classes.n - 1)
               : 0.6;
}

static void put_dots(struct armex_drawing *drawing, const struct map *map)
{
    armex_scene_begin(&drawing->scene, "dots");
    for (size_t i = 0; i < map->n; i++) {
        const struct region *region = &map->regions[i];
        if (is_point(region) && region->step != NONE && !region->subject)
            ARMEX_ROW(&drawing->scene, NULL, region->x0, region->y0, map->dot,
                      shade_of(map, region->step));
    }
    armex_scene_end(&drawing->scene);
}

/** The subject: outlined, or a dot in accent. */
static void put_subject(struct armex_drawing *drawing, const struct map *map)
{
    for (int dots = 0; dots < 2; dots++) {
        armex_scene_begin(&drawing->scene, dots ? "subject_dot" : "subject");
        for (size_t i = 0; i < map->n; i++) {
            const struct region *region = &map->regions[i];
            if (!region->subject || is_point(region) != (dots == 1))
                continue;
            if (dots)
                ARMEX_ROW(&drawing->scene, NULL, region->x0, region->y0,
                          1.3 * map->dot);
            else
                put_ring(drawing, map, region);
        }
        armex_scene_end(&drawing->scene);
    }
}

static const struct region *subject_of(const struct map *map)
{
    for (size_t i = 0; i < map->n; i++)
        if (map->regions[i].subject)
            return &map->regions[i];
    return NULL;
}

static const char *label_of(struct armex_drawing *drawing, const struct map *map,
                            const struct region *region)
{
    char figure[ARMEX_FIGURE_SIZE] = "";
    if (!region->item)
        return NULL;
    armex_map_figure_text(figure, &map->classes, region->item);
    return armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s", region->item->name,
                              figure);
}

/** How many points of outlines lie under a text that begins at x, its middle at y. */
static size_t covered(const struct map *map, double x, double y, double width)
{
    const double half = 9.0;
    size_t n = 0;
    double at[2];
    for (size_t r = 0; r < map->n; r++) {
        const struct region *region = &map->regions[r];
        if (region->x1 < x || region->x0 > x + width || region->y1 < y - half ||
            region->y0 > y + half)
            continue;
        for (size_t i = 0; i < region->n; i++) {
            place_point(map, at, region->from + i);
            n += at[0] > x && at[0] < x + width && fabs(at[1] - y) < half;
        }
    }
    return n;
}

/** Beside the subject, where the fewest outlines lie under its name: to its right or
 *  left, at the height of its middle, or higher or lower; on it where there is no room
 *  on either side. */
static void place_label(double at[2], const struct armex_drawing *drawing,
                        const struct map *map, const struct region *subject,
                        double width)
{
    static const double heights[] = {0.5, 0.7, 0.3, 0.9, 0.1};
    const double least = drawing->narrow ? 6.0 : ARMEX_MARGIN, gap = 6.0;
    const double most = drawing->width - least - width;
    const double sides[] = {subject->x1 + gap, subject->x0 - gap - width};
    size_t fewest = SIZE_MAX;
    at[0] = fmax(least, fmin(sides[0], most));
    at[1] = (subject->y0 + subject->y1) / 2.0;
    for (size_t i = 0; i < 2 * (sizeof heights / sizeof *heights); i++) {
        const double x = sides[i % 2];
        const double y = subject->y0 + heights[i / 2] * (subject->y1 - subject->y0);
        const bool fits = x >= least && x <= most;
        const size_t n = fits ? covered(map, x, y, width) : SIZE_MAX;
        if (n < fewest) {
            fewest = n;
            at[0] = x;
            at[1] = y;
        }
    }
}

/** The name of the subject beside it; around it the same in paper colour, so that it
 *  reads on any land. */
static armex_status put_label(struct armex_drawing *drawing, const struct map *map,
                              struct armex_error *error)
{
    const struct region *subject = subject_of(map);
    const char *words = subject ? label_of(drawing, map, subject) : NULL;
    double at[2] = {0.0, 0.0};
    if (subject && !words)
        return armex_fail_memory(error);
    if (subject)
        place_label(at, drawing, map, subject,
                    armex_font_width(drawing->font, words, 13.0, ARMEX_BOLD));
    for (int i = 0; i <= HALO; i++) {
        const double angle = 2.0 * acos(-1.0) * i / HALO, away = i < HALO ? 1.6 : 0.0;
        if (i == 0 || i == HALO)
            armex_scene_begin_words(&drawing->scene, i ? "label" : "halo");
        if (words)
            ARMEX_ROW(&drawing->scene, words, at[0] + away * cos(angle),
                      at[1] + away * sin(angle));
        if (i >= HALO - 1)
            armex_scene_end(&drawing->scene);
    }
    return ARMEX_OK;
}

/** "South Korea, 2019–23: 2.0%", at what a state covers; the small lie on the large. */
static void put_hovers(struct armex_drawing *drawing, const struct map *map)
{
    char label[16];
    const struct armex_standings *standings = map->standings;
    armex_standings_label(label, standings, standings->years[standings->n_years - 1]);
    for (size_t i = 0; i < map->n; i++) {
        const struct region *region = &map->regions[i];
        const bool largest = !i || strcmp(code_of(region), code_of(region - 1)) != 0;
        const struct armex_field field = {region->x0 - 2.0, region->y0 - 2.0,
                                          region->x1 - region->x0 + 4.0,
                                          region->y1 - region->y0 + 4.0};
        if (region->item && largest)
            armex_hover_figure(drawing, field, region->item->name, label,
                               armex_map_figure(&map->classes, region->item),
                               map->classes.unit, ARMEX_FINAL);
    }
}

armex_status armex_layout_map(struct armex_drawing *drawing,
                              const struct armex_standings *standings,
                              struct armex_error *error)
{
    struct map map = {.standings = standings};
    struct key keys[NONE + 1] = {{0}};
    armex_status status =
        armex_map_classes_make(&map.classes, drawing->arena, standings, error);
    if (status)
        return status;
    place(&map, drawing);
    status = find_regions(&map, drawing->arena, error);
    if (!status)
        status = place_keys(keys, drawing, &map, error);
    if (status)
        return status;
    for (size_t step = 0; step <= NONE; step++)
        put_land(drawing, &map, keys, step);
    armex_scene_number(&drawing->scene, "classes", (double)map.classes.n);
    put_key_words(drawing, keys);
    put_dots(drawing, &map);
    put_subject(drawing, &map);
    put_hovers(drawing, &map);
    status = put_label(drawing, &map, error);
    return status ? status : armex_frame_end(drawing, map.bottom + 6.0, error);
}
