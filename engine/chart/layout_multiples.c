/** chart/layout_multiples.c: where everything of small multiples stands. */
#include <math.h>
#include <stdio.h>

#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/scene.h"
#include "chart/words.h"

static const double gap_x = 20.0, gap_y = 62.0, edge = 4.0;

struct panels {
    struct armex_largest largest;
    size_t across;
    double y0, width, height, step; /**< of a panel; pixels of one year */
};

static bool is_subject(const struct panels *panels, size_t p)
{
    const struct armex_lines *lines = &panels->largest.lines;
    return panels->largest.rows[p] == &lines->items[lines->highlight];
}

static void place(struct panels *panels, const struct armex_chart *chart, double top)
{
    const bool narrow = armex_chart_is_narrow(chart);
    const double room = armex_chart_width(chart) - 2.0 * ARMEX_MARGIN + gap_x;
    panels->across = (size_t)fmax(1.0, floor(room / (narrow ? 150.0 : 175.0)));
    panels->width = room / (double)panels->across - gap_x;
    panels->height = narrow ? 84.0 : 104.0;
    panels->y0 = floor(top + 72.0) + 0.5;
    panels->step = (panels->width - 2.0 * edge) / (double)panels->largest.lines.n_years;
}

static double left_of(const struct panels *panels, size_t p)
{
    return ARMEX_MARGIN + (panels->width + gap_x) * (double)(p % panels->across);
}

static double top_of(const struct panels *panels, size_t p)
{
    const size_t row = p / panels->across;
    return panels->y0 + (panels->height + gap_y) * (double)row;
}

/** The middle of a year in its panel. */
static double x_of(const struct panels *panels, size_t p, size_t i)
{
    return left_of(panels, p) + edge + panels->step * ((double)i + 0.5);
}

/** Each panel has the scale of its own figures, and zero in it. */
static double y_of(const struct panels *panels, size_t p, double value)
{
    const struct armex_line *line = panels->largest.rows[p];
    double low = 0.0, high = 0.0;
    for (size_t i = line->first; i <= line->last; i++) {
        low = fmin(low, line->values[i]);
        high = fmax(high, line->values[i]);
    }
    const double part = high > low ? (value - low) / (high - low) : 0.0;
    return top_of(panels, p) + panels->height * (1.0 - part);
}

static double half_of(const struct panels *panels)
{
    return fmax(0.5, fmin(14.0, panels->step * 0.38));
}

static void put_bars(struct armex_drawing *drawing, const struct panels *panels,
                     const char *block, bool subject)
{
    const double half = half_of(panels);
    armex_scene_begin(&drawing->scene, block);
    for (size_t p = 0; p < panels->largest.n; p++) {
        const struct armex_line *line = panels->largest.rows[p];
        for (size_t i = line->first; i <= line->last; i++)
            if (is_subject(panels, p) == subject && !isnan(line->values[i]))
                ARMEX_ROW(&drawing->scene, NULL, x_of(panels, p, i) - half,
                          x_of(panels, p, i) + half, y_of(panels, p, 0.0),
                          y_of(panels, p, line->values[i]));
    }
    armex_scene_end(&drawing->scene);
}

static bool is_hollow(const struct panels *panels, size_t p, size_t i)
{
    const struct armex_line *line = panels->largest.rows[p];
    const double top = y_of(panels, p, line->values[i]);
    return half_of(panels) - 1.0 > 0.2 && armex_mark_is_soft(line->marks[i]) &&
           fabs(top - y_of(panels, p, 0.0)) > 2.0;
}

bool armex_panel_hollows(const struct armex_chart *chart,
                         const struct armex_largest *largest, size_t p, size_t i)
{
    struct panels panels = {.largest = *largest};
    place(&panels, chart, 0.0);
    return is_hollow(&panels, p, i);
}

/** Paper inside the bars that are less than firm, where there is an inside. */
static void put_hollow(struct armex_drawing *drawing, const struct panels *panels)
{
    const double half = half_of(panels) - 1.0;
    armex_scene_begin(&drawing->scene, "hollow");
    for (size_t p = 0; p < panels->largest.n; p++) {
        const struct armex_line *line = panels->largest.rows[p];
        for (size_t i = line->first; i <= line->last; i++) {
            const double zero = y_of(panels, p, 0.0);
            const double top = y_of(panels, p, line->values[i]);
            if (is_hollow(panels, p, i))
                ARMEX_ROW(&drawing->scene, NULL, x_of(panels, p, i) - half,
                          x_of(panels, p, i) + half, zero,
                          top + copysign(1.0, zero - top));
        }
    }
    armex_scene_end(&drawing->scene);
}

/** The mean of the years that end with i; NAN when one has no figure, or is counted
 *  differently from the one before. */
static double mean_at(const struct armex_line *line, size_t i)
{
    double sum = 0.0;
    if (i + 1 < line->first + ARMEX_MEAN_YEARS)
        return (double)NAN;
    for (size_t k = i + 1 - ARMEX_MEAN_YEARS; k <= i; k++) {
        if (k > i + 1 - ARMEX_MEAN_YEARS && armex_line_breaks(line, k))
            return (double)NAN;
        sum += line->values[k] / ARMEX_MEAN_YEARS;
    }
    return sum;
}

static void put_means(struct armex_drawing *drawing, const struct panels *panels,
                      const char *block, bool subject)
{
    const bool shown = panels->largest.lines.n_years >= ARMEX_MEAN_FROM;
    armex_scene_begin(&drawing->scene, block);
    for (size_t p = 0; shown && p < panels->largest.n; p++) {
        const struct armex_line *line = panels->largest.rows[p];
        if (is_subject(panels, p) != subject)
            continue;
        for (size_t i = line->first; i <= line->last; i++) {
            const double mean = mean_at(line, i);
            if (isnan(mean))
                armex_scene_gap(&drawing->scene);
            else
                ARMEX_ROW(&drawing->scene, NULL, x_of(panels, p, i),
                          y_of(panels, p, mean));
        }
        armex_scene_gap(&drawing->scene);
    }
    armex_scene_end(&drawing->scene);
}

static size_t peak_of(const struct armex_line *line)
{
    size_t peak = line->first;
    for (size_t i = line->first; i <= line->last; i++)
        if (line->values[i] > line->values[peak])
            peak = i;
    return peak;
}

/** Above the highest bar, but within the panel. */
static void put_peaks(struct armex_drawing *drawing, const struct panels *panels)
{
    char figure[ARMEX_FIGURE_SIZE], text[ARMEX_FIGURE_SIZE + 24];
    armex_scene_begin_words(&drawing->scene, "peaks");
    for (size_t p = 0; p < panels->largest.n; p++) {
        const struct armex_line *line = panels->largest.rows[p];
        const size_t peak = peak_of(line);
        armex_figure_short(figure, line->values[peak], NULL);
        snprintf(text, sizeof text, "%s in %d", figure,
                 panels->largest.lines.first_year + (int)peak);
        const double half =
            armex_font_width(drawing->font, text, 11.0, ARMEX_REGULAR) / 2.0;
        const double left = left_of(panels, p) + half;
        const double right = left_of(panels, p) + panels->width - half;
        ARMEX_ROW(&drawing->scene, text, fmax(left, fmin(right, x_of(panels, p, peak))),
                  top_of(panels, p) - 9.0);
    }
    armex_scene_end(&drawing->scene);
}

static void put_bases(struct armex_drawing *drawing, const struct panels *panels)
{
    armex_scene_begin(&drawing->scene, "base");
    for (size_t p = 0; p < panels->largest.n; p++)
        ARMEX_ROW(&drawing->scene, NULL, left_of(panels, p),
                  floor(y_of(panels, p, 0.0)) + 0.5, panels->width);
    armex_scene_end(&drawing->scene);
}

static void put_years(struct armex_drawing *drawing, const struct panels *panels,
                      bool last)
{
    char text[16];
    const struct armex_lines *lines = &panels->largest.lines;
    const int year = lines->first_year + (last ? (int)lines->n_years - 1 : 0);
    snprintf(text, sizeof text, "%d", year);
    armex_scene_begin_words(&drawing->scene, last ? "last_years" : "first_years");
    for (size_t p = 0; p < panels->largest.n && (!last || lines->n_years > 1); p++)
        ARMEX_ROW(&drawing->scene, text,
                  left_of(panels, p) + (last ? panels->width : 0.0),
                  top_of(panels, p) + panels->height + 12.0);
    armex_scene_end(&drawing->scene);
}

static armex_status put_names(struct armex_drawing *drawing,
                              const struct panels *panels, bool subject,
                              struct armex_error *error)
{
    armex_scene_begin_words(&drawing->scene, subject ? "subject_name" : "names");
    for (size_t p = 0; p < panels->largest.n; p++) {
        if (is_subject(panels, p) != subject)
            continue;
        const char *name = armex_shorten(drawing, panels->largest.rows[p]->label, 13.0,
                                         ARMEX_BOLD, panels->width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, left_of(panels, p), top_of(panels, p) - 29.0);
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

/** The whole height of a panel belongs to the year, for bars may be low. */
static void put_hovers(struct armex_drawing *drawing, const struct panels *panels)
{
    char year[16];
    const struct armex_lines *lines = &panels->largest.lines;
    for (size_t p = 0; p < panels->largest.n; p++) {
        const struct armex_line *line = panels->largest.rows[p];
        for (size_t i = line->first; i <= line->last; i++) {
            const struct armex_field field = {x_of(panels, p, i) - panels->step / 2.0,
                                              top_of(panels, p), panels->step,
                                              panels->height};
            snprintf(year, sizeof year, "%d", lines->first_year + (int)i);
            if (!isnan(line->values[i]))
                armex_hover_figure(drawing, field, line->label, year, line->values[i],
                                   lines->unit, line->marks[i]);
        }
    }
}

armex_status armex_layout_multiples(struct armex_drawing *drawing,
                                    const struct armex_lines *lines,
                                    struct armex_error *error)
{
    struct panels panels;
    armex_status status = armex_largest_choose(&panels.largest, drawing->arena, lines,
                                               ARMEX_PANELS, ARMEX_PANEL_YEARS, error);
    if (status)
        return status;
    place(&panels, drawing->chart, drawing->top);
    put_bars(drawing, &panels, "bars", false);
    put_bars(drawing, &panels, "accent_bars", true);
    put_hollow(drawing, &panels);
    put_means(drawing, &panels, "means", false);
    put_means(drawing, &panels, "accent_means", true);
    put_bases(drawing, &panels);
    put_peaks(drawing, &panels);
    put_years(drawing, &panels, false);
    put_years(drawing, &panels, true);
    put_hovers(drawing, &panels);
    status = put_names(drawing, &panels, false, error);
    if (!status)
        status = put_names(drawing, &panels, true, error);
    const double bottom = top_of(&panels, panels.largest.n - 1) + panels.height + 16.0;
    return status ? status : armex_frame_end(drawing, bottom, error);
}
