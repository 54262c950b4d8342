/** chart/free_labels.c: names beside points, none on another name or on a point. */
#include "chart/free_labels.h"

#include <math.h>

static const double mark_half = 4.5, gap = 8.0, between = 2.0;

static bool overlap(const struct armex_field *a, const struct armex_field *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width &&
           a->y < b->y + b->height && b->y < a->y + a->height;
}

static bool is_within(const struct armex_field *a, const struct armex_field *bounds)
{
    return a->x >= bounds->x && a->x + a->width <= bounds->x + bounds->width &&
           a->y >= bounds->y && a->y + a->height <= bounds->y + bounds->height;
}

/** Where the words stand at the place `at` of eight around a point. */
static struct armex_field place_of(const struct armex_free_label *label, size_t at,
                                   double width, double height)
{
    static const double across[] = {1, -1, 0, 0, 1, 1, -1, -1};
    static const double down[] = {0, 0, -1, 1, -1, 1, -1, 1};
    const bool corner = across[at] != 0.0 && down[at] != 0.0;
    const double near = corner ? 0.75 * gap : gap;
    const double x = label->x + across[at] * (near + width / 2.0);
    const double y = label->y + down[at] * (near + height / 2.0 - 1.0);
    return (struct armex_field){x - width / 2.0, y - height / 2.0, width, height};
}

static bool is_free(const struct armex_field *field, const struct armex_field *taken,
                    size_t n_taken, const struct armex_free_mark *marks, size_t n_marks)
{
    for (size_t i = 0; i < n_taken; i++)
        if (overlap(field, &taken[i]))
            return false;
    for (size_t i = 0; i < n_marks; i++) {
        const struct armex_field mark =
            armex_field_around(marks[i].x, marks[i].y, mark_half);
        if (overlap(field, &mark))
            return false;
    }
    return true;
}

/** The first free place of eight; false: none. */
static bool find_place(struct armex_field *out, const struct armex_free_label *label,
                       double width, double height, const struct armex_free_ground *on,
                       const struct armex_field *taken, size_t n_taken, size_t n_marks)
{
    for (size_t at = 0; at < 8; at++) {
        *out = place_of(label, at, width, height);
        if (is_within(out, &on->bounds) &&
            is_free(out, taken, n_taken, on->marks, n_marks))
            return true;
    }
    return false;
}

armex_status armex_free_labels_place(struct armex_free_label *labels, size_t n,
                                     const struct armex_free_ground *on, double size,
                                     struct armex_drawing *drawing,
                                     struct armex_error *error)
{
    struct armex_field *taken = armex_arena_new(drawing->arena, n, sizeof *taken);
    const size_t all = on->n_marks + on->n_shy;
    size_t n_taken = 0;
    if (!taken)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        struct armex_field *field = &taken[n_taken];
        const double width =
            armex_font_width(drawing->font, labels[i].text, size,
                             labels[i].bold ? ARMEX_BOLD : ARMEX_REGULAR) +
            between;
        const double height = size + between;
        labels[i].placed =
            find_place(field, &labels[i], width, height, on, taken, n_taken, all) ||
            find_place(field, &labels[i], width, height, on, taken, n_taken,
                       on->n_marks);
        if (!labels[i].placed)
            continue;
        labels[i].centre_x = field->x + width / 2.0;
        labels[i].centre_y = field->y + height / 2.0;
        n_taken++;
    }
    return ARMEX_OK;
}
