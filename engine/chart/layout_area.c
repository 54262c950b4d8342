/** chart/layout_area.c: where everything of stacked parts stands. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/bands.h"
#include "chart/figure.h"
#include "chart/labels.h"
#include "chart/layout.h"
#include "chart/plot_area.h"
#include "chart/scene.h"

enum { LEADER = 20 };

static const double sliver = 3.0, column = 26.0; // half the width of a year alone

struct area {
    struct armex_bands bands;
    struct armex_plot plot;
    const char *labels[ARMEX_BANDS + 1];
};

enum fill { SUBJECT_FILL, DEEP_FILL, PALE_FILL, REST_FILL };

static enum fill fill_of(const struct area *area, size_t band)
{
    if (!area->bands.items[band].line)
        return REST_FILL;
    return !band ? SUBJECT_FILL : band % 2 ? DEEP_FILL : PALE_FILL;
}

/** A name and the last figure, and its year when that is not the chart's last. */
static const char *label_of(struct armex_drawing *drawing, const struct area *area,
                            size_t b)
{
    const struct armex_band *band = &area->bands.items[b];
    const struct armex_lines *whole = &area->bands.whole;
    char figure[ARMEX_FIGURE_SIZE];
    const char *name =
        armex_shorten(drawing, band->name, 12.5, b ? ARMEX_REGULAR : ARMEX_BOLD,
                      drawing->narrow ? 90.0 : 150.0);
    if (!name || drawing->narrow)
        return name;
    armex_figure(figure, band->high[band->last] - band->low[band->last],
                 armex_figure_scale(whole->high), false);
    if (band->last + 1 == whole->n_years)
        return armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s", name, figure);
    return armex_arena_printf(drawing->arena, "%s\u00a0\u00a0%s (%d)", name, figure,
                              whole->first_year + (int)band->last);
}

static armex_status choose_labels(struct armex_drawing *drawing, struct area *area,
                                  double *widest, struct armex_error *error)
{
    *widest = 0.0;
    for (size_t b = 0; b < area->bands.n; b++) {
        area->labels[b] = label_of(drawing, area, b);
        if (!area->labels[b])
            return armex_fail_memory(error);
        *widest = fmax(*widest, armex_font_width(drawing->font, area->labels[b], 12.5,
                                                 b ? ARMEX_REGULAR : ARMEX_BOLD));
    }
    return ARMEX_OK;
}

static double half_width(const struct area *area)
{
    return area->bands.whole.n_years == 1 ? column : sliver;
}

static void put_band_row(struct armex_drawing *drawing, const struct area *area,
                         const struct armex_band *band, size_t year, double aside)
{
    ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&area->plot, year) + aside,
              armex_plot_y(&area->plot, band->low[year]),
              armex_plot_y(&area->plot, band->high[year]));
}

/** A year that neither runs on from the one before nor into the next is a sliver. */
static void put_band(struct armex_drawing *drawing, const struct area *area,
                     const struct armex_band *band)
{
    const size_t years = area->bands.whole.n_years;
    for (size_t year = 0; year < years; year++) {
        const bool runs_on = year + 1 < years && band->joined[year + 1];
        if (isnan(band->high[year]))
            continue;
        if (!band->joined[year] && !runs_on) {
            put_band_row(drawing, area, band, year, -half_width(area));
            put_band_row(drawing, area, band, year, half_width(area));
        } else {
            put_band_row(drawing, area, band, year, 0.0);
        }
        if (!runs_on)
            armex_scene_band_gap(&drawing->scene);
    }
}

static void put_bands(struct armex_drawing *drawing, const struct area *area,
                      const char *block, enum fill wanted)
{
    armex_scene_begin(&drawing->scene, block);
    for (size_t b = 0; b < area->bands.n; b++)
        if (fill_of(area, b) == wanted)
            put_band(drawing, area, &area->bands.items[b]);
    armex_scene_end(&drawing->scene);
}

/** The upper edge of every band, in paper colour between neighbours. */
static void put_edges(struct armex_drawing *drawing, const struct area *area)
{
    armex_scene_begin(&drawing->scene, "edges");
    for (size_t b = 0; b + 1 < area->bands.n; b++) {
        const struct armex_band *band = &area->bands.items[b];
        for (size_t year = 0; year < area->bands.whole.n_years; year++) {
            if (!band->joined[year])
                armex_scene_gap(&drawing->scene);
            if (!isnan(band->high[year]))
                ARMEX_ROW(&drawing->scene, NULL, armex_plot_x(&area->plot, year),
                          armex_plot_y(&area->plot, band->high[year]));
        }
        armex_scene_gap(&drawing->scene);
    }
    armex_scene_end(&drawing->scene);
}

/** The middle of a band in its last year. */
struct tag {
    size_t band;
    double from, y;
};

static int downwards(const void *left, const void *right)
{
    const struct tag *a = left, *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->band > b->band ? -1 : a->band < b->band;
}

static armex_status place_labels(const struct armex_drawing *drawing,
                                 const struct area *area, struct tag *tags,
                                 struct armex_error *error)
{
    const size_t n = area->bands.n;
    double y[ARMEX_BANDS + 1];
    for (size_t b = 0; b < n; b++) {
        const struct armex_band *band = &area->bands.items[b];
        const double middle = (band->low[band->last] + band->high[band->last]) / 2.0;
        tags[b] = (struct tag){b, armex_plot_y(&area->plot, middle), 0.0};
    }
    qsort(tags, n, sizeof *tags, downwards);
    for (size_t i = 0; i < n; i++)
        y[i] = tags[i].from;
    const armex_status status =
        armex_labels_place(y, n, drawing->narrow ? 15.0 : 17.0, area->plot.y0 - 6.0,
                           area->plot.y1 + 4.0, error);
    for (size_t i = 0; i < n; i++)
        tags[i].y = y[i];
    return status;
}

static armex_status put_labels(struct armex_drawing *drawing, const struct area *area,
                               struct armex_error *error)
{
    struct tag tags[ARMEX_BANDS + 1];
    const size_t n = area->bands.n;
    const double x = area->plot.x1 + LEADER;
    const armex_status status = place_labels(drawing, area, tags, error);
    if (status)
        return status;
    for (int subject = 0; subject < 2; subject++) {
        armex_scene_begin_words(&drawing->scene, subject ? "subject_label" : "labels");
        for (size_t i = 0; i < n; i++)
            if ((tags[i].band == 0) == (subject == 1))
                ARMEX_ROW(&drawing->scene, area->labels[tags[i].band], x, tags[i].y);
        armex_scene_end(&drawing->scene);
    }
    armex_scene_begin(&drawing->scene, "leaders");
    for (size_t i = 0; i < n; i++) {
        const size_t last = area->bands.items[tags[i].band].last;
        const double from = armex_plot_x(&area->plot, last) + half_width(area) + 1.0;
        ARMEX_ROW(&drawing->scene, NULL, from, tags[i].from, x - 4.0 - from,
                  tags[i].y - tags[i].from);
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

armex_status armex_layout_area(struct armex_drawing *drawing,
                               const struct armex_lines *lines,
                               struct armex_error *error)
{
    struct area area = {.labels = {NULL}};
    double widest;
    armex_status status =
        armex_bands_read(&area.bands, drawing->arena, drawing->chart, lines, error);
    if (!status)
        status = choose_labels(drawing, &area, &widest, error);
    if (status)
        return status;
    area.plot = armex_plot_make(drawing, &area.bands.whole, LEADER + widest);
    armex_plot_axes(drawing, &area.plot);
    put_bands(drawing, &area, "accent_bands", SUBJECT_FILL);
    put_bands(drawing, &area, "deep_bands", DEEP_FILL);
    put_bands(drawing, &area, "pale_bands", PALE_FILL);
    put_bands(drawing, &area, "rest_bands", REST_FILL);
    put_edges(drawing, &area);
    status = put_labels(drawing, &area, error);
    return status ? status : armex_frame_end(drawing, area.plot.y1 + 16.0, error);
}
