/** chart/cloud.c: points of two counts in a picture, and the names of the telling. */
#include "chart/cloud.h"

#include <stdlib.h>
#include <string.h>

#include "chart/scene.h"

enum { MOST_NAMES = 60 };

static const double label_size = 12.0;

bool armex_is_subject(const struct armex_points *points, size_t point)
{
    return points->one_entity ||
           (points->highlight &&
            !strcmp(points->items[point].entity, points->highlight));
}

static void put_dots(struct armex_drawing *drawing, const struct armex_cloud *cloud,
                     const char *block, bool subject, bool soft)
{
    const struct armex_points *points = cloud->points;
    armex_scene_begin(&drawing->scene, block);
    for (size_t i = 0; i < points->n; i++)
        if (armex_is_subject(points, i) == subject && points->items[i].soft == soft)
            ARMEX_ROW(&drawing->scene, NULL, cloud->ground.marks[i].x,
                      cloud->ground.marks[i].y);
    armex_scene_end(&drawing->scene);
}

void armex_cloud_dots(struct armex_drawing *drawing, const struct armex_cloud *cloud)
{
    put_dots(drawing, cloud, "dots", false, false);
    put_dots(drawing, cloud, "hollow", false, true);
    put_dots(drawing, cloud, "accent_dots", true, false);
    put_dots(drawing, cloud, "accent_hollow", true, true);
}

struct candidate {
    size_t point;
    double score;
    bool subject;
};

static int by_score(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->subject != b->subject)
        return a->subject ? -1 : 1;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->point < b->point ? -1 : a->point > b->point;
}

static struct candidate *candidates(size_t *n, struct armex_drawing *drawing,
                                    const struct armex_cloud *cloud,
                                    armex_telling *telling, const void *context)
{
    const struct armex_points *points = cloud->points;
    struct candidate *out = armex_arena_new(drawing->arena, points->n, sizeof *out);
    *n = 0;
    for (size_t i = 0; out && i < points->n; i++) {
        const double score = telling(points, i, context);
        const bool subject = !points->one_entity && armex_is_subject(points, i);
        if (score >= 0.0)
            out[(*n)++] = (struct candidate){i, score, subject};
    }
    if (out)
        qsort(out, *n, sizeof *out, by_score);
    *n = *n < MOST_NAMES ? *n : MOST_NAMES;
    return out;
}

static const char *name_of(struct armex_drawing *drawing,
                           const struct armex_points *points,
                           const struct armex_point *point, bool bold, bool years)
{
    const char *name = armex_point_label(drawing->arena, points, point);
    const char *shown = name ? armex_shorten(drawing, name, label_size,
                                             bold ? ARMEX_BOLD : ARMEX_REGULAR,
                                             drawing->narrow ? 110.0 : 150.0)
                             : NULL;
    if (!shown || !years || points->one_entity)
        return shown;
    return armex_arena_printf(drawing->arena, "%s %d", shown, point->year);
}

static void put_names(struct armex_drawing *drawing,
                      const struct armex_free_label *labels, size_t n, bool subject)
{
    armex_scene_begin_words(&drawing->scene, subject ? "subject_names" : "names");
    for (size_t i = 0; i < n; i++)
        if (labels[i].placed && labels[i].bold == subject)
            ARMEX_ROW(&drawing->scene, labels[i].text, labels[i].centre_x,
                      labels[i].centre_y);
    armex_scene_end(&drawing->scene);
}

armex_status armex_cloud_names(struct armex_drawing *drawing,
                               const struct armex_cloud *cloud, armex_telling *telling,
                               const void *context, bool years,
                               struct armex_error *error)
{
    struct armex_free_label labels[MOST_NAMES] = {{0}};
    const struct armex_points *points = cloud->points;
    size_t n;
    const struct candidate *order = candidates(&n, drawing, cloud, telling, context);
    if (!order)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        const size_t at = order[i].point;
        labels[i] = (struct armex_free_label){
            .x = cloud->ground.marks[at].x,
            .y = cloud->ground.marks[at].y,
            .bold = order[i].subject,
            .text =
                name_of(drawing, points, &points->items[at], order[i].subject, years)};
        if (!labels[i].text)
            return armex_fail_memory(error);
    }
    const armex_status status =
        armex_free_labels_place(labels, n, &cloud->ground, label_size, drawing, error);
    put_names(drawing, labels, n, false);
    put_names(drawing, labels, n, true);
    return status;
}
