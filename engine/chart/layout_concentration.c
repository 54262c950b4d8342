/** chart/layout_concentration.c: where everything of a chart of concentration stands.
 *
 * Three strips above each other, one a measure, for they have three scales. */
#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/scene.h"

enum { STRIPS = 3 };

static const double strip_height = 84.0, strip_pitch = 130.0;

/** One measure over years. */
struct strip {
    const char *name;
    const double *values;
    double factor; /**< by which it is shown: 100 for per cents */
    int decimals;
    bool per_cent;
    double y0, high;
};

struct strips {
    const struct armex_concentrations *shares;
    struct armex_axis years;
    struct strip items[STRIPS];
    double x0, x1;
};

static double x_of(const struct strips *strips, size_t i)
{
    if (strips->shares->n_years == 1)
        return strips->x1 - 40.0;
    return strips->x0 +
           armex_axis_at(&strips->years, strips->shares->first_year + (double)i) *
               (strips->x1 - strips->x0);
}

static double y_of(const struct strip *strip, double value)
{
    return strip->y0 + strip_height * (1.0 - value / strip->high);
}

static void text_of(char out[ARMEX_FIGURE_SIZE], const struct strip *strip,
                    double value)
{
    if (strip->decimals == 3)
        snprintf(out, ARMEX_FIGURE_SIZE, "%s", armex_number_fixed(value, 3).text);
    else if (strip->per_cent)
        armex_figure_share(out, value);
    else
        armex_figure(out, value, 0, false);
}

static struct strips make(struct armex_drawing *drawing,
                          const struct armex_concentrations *shares)
{
    struct strips strips = {.shares = shares,
                            .items = {{"As if so many equal exporters shared it all",
                                       shares->effective, 1.0, 1, false, 0.0, 0.0},
                                      {"Share of the largest four",
                                       shares->largest_four, 100.0, 1, true, 0.0, 0.0},
                                      {"Herfindahl-Hirschman index", shares->hhi, 1.0,
                                       3, false, 0.0, 0.0}}};
    const double first = floor(drawing->top + 58.0) + 0.5;
    strips.x0 = ARMEX_MARGIN;
    strips.x1 = drawing->width - ARMEX_MARGIN - 56.0;
    strips.years = armex_axis_years(shares->first_year,
                                    shares->first_year + (int)shares->n_years - 1,
                                    strips.x1 - strips.x0, 44.0);
    for (size_t s = 0; s < STRIPS; s++) {
        struct strip *strip = &strips.items[s];
        strip->y0 = first + strip_pitch * (double)s;
        for (size_t i = 0; i < shares->n_years; i++)
            strip->high = fmax(strip->high, strip->values[i]);
        strip->high = strip->high > 0.0 ? strip->high : 1.0;
    }
    return strips;
}

static void put_paths(struct armex_drawing *drawing, const struct strips *strips)
{
    armex_scene_begin(&drawing->scene, "accent");
    for (size_t s = 0; s < STRIPS; s++) {
        const struct strip *strip = &strips->items[s];
        for (size_t i = 0; i < strips->shares->n_years; i++)
            if (isnan(strip->values[i]))
                armex_scene_gap(&drawing->scene);
            else
                ARMEX_ROW(&drawing->scene, NULL, x_of(strips, i),
                          y_of(strip, strip->values[i]));
        armex_scene_gap(&drawing->scene);
    }
    armex_scene_end(&drawing->scene);
}

/** Whether a year has no neighbour to be joined to, or is the last. */
static bool has_dot(const struct strips *strips, const double *values, size_t i)
{
    const size_t n = strips->shares->n_years;
    return !isnan(values[i]) &&
           (i + 1 == n || ((!i || isnan(values[i - 1])) && isnan(values[i + 1])));
}

static void put_dots(struct armex_drawing *drawing, const struct strips *strips)
{
    armex_scene_begin(&drawing->scene, "accent_dots");
    for (size_t s = 0; s < STRIPS; s++)
        for (size_t i = 0; i < strips->shares->n_years; i++)
            if (has_dot(strips, strips->items[s].values, i))
                ARMEX_ROW(&drawing->scene, NULL, x_of(strips, i),
                          y_of(&strips->items[s], strips->items[s].values[i]));
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "base");
    for (size_t s = 0; s < STRIPS; s++)
        ARMEX_ROW(&drawing->scene, NULL, strips->x0, strips->items[s].y0 + strip_height,
                  strips->x1 - strips->x0);
    armex_scene_end(&drawing->scene);
}

static size_t extreme(const struct strips *strips, const double *values, double sign)
{
    const size_t n = strips->shares->n_years;
    size_t best = n;
    for (size_t i = 0; i < n; i++)
        if (!isnan(values[i]) && (best == n || sign * values[i] > sign * values[best]))
            best = i;
    return best;
}

/** The figure of the last year beside it, the greatest above and the least below where
 *  they are far enough from it and from the base. */
static void put_values(struct armex_drawing *drawing, const struct strips *strips)
{
    char text[ARMEX_FIGURE_SIZE];
    const size_t n = strips->shares->n_years;
    armex_scene_begin_words(&drawing->scene, "extremes");
    for (size_t s = 0; s < STRIPS; s++) {
        const struct strip *strip = &strips->items[s];
        const size_t most = extreme(strips, strip->values, 1.0);
        const size_t least = extreme(strips, strip->values, -1.0);
        for (int low = 0; low < 2; low++) {
            const size_t i = low ? least : most;
            if (i >= n || (low && least == most) ||
                x_of(strips, n - 1) - x_of(strips, i) < 44.0 ||
                (low &&
                 y_of(strip, strip->values[i]) > strip->y0 + strip_height - 20.0))
                continue;
            text_of(text, strip, strip->values[i]);
            const double half =
                armex_font_width(drawing->font, text, 11.0, ARMEX_REGULAR) / 2.0;
            ARMEX_ROW(&drawing->scene, text, fmax(x_of(strips, i), strips->x0 + half),
                      y_of(strip, strip->values[i]) + (low ? 13.0 : -12.0));
        }
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "last_values");
    for (size_t s = 0; s < STRIPS; s++) {
        const struct strip *strip = &strips->items[s];
        text_of(text, strip, strip->values[n - 1]);
        if (!isnan(strip->values[n - 1]))
            ARMEX_ROW(&drawing->scene, text, x_of(strips, n - 1) + 9.0,
                      y_of(strip, strip->values[n - 1]));
    }
    armex_scene_end(&drawing->scene);
}

static void put_hovers(struct armex_drawing *drawing, const struct strips *strips)
{
    char figure[ARMEX_FIGURE_SIZE], words[3 * ARMEX_FIGURE_SIZE];
    for (size_t s = 0; s < STRIPS; s++) {
        const struct strip *strip = &strips->items[s];
        for (size_t i = 0; i < strips->shares->n_years; i++) {
            text_of(figure, strip, strip->values[i]);
            snprintf(words, sizeof words, "%s, %d: %s", strip->name,
                     strips->shares->first_year + (int)i, figure);
            armex_hover_add(
                drawing,
                armex_field_around(x_of(strips, i), y_of(strip, strip->values[i]), 9.0),
                words);
        }
    }
}

static armex_status put_names(struct armex_drawing *drawing,
                              const struct strips *strips, struct armex_error *error)
{
    char text[16];
    const double bottom = strips->items[STRIPS - 1].y0 + strip_height;
    armex_scene_begin_words(&drawing->scene, "names");
    for (size_t s = 0; s < STRIPS; s++) {
        const char *name =
            armex_shorten(drawing, strips->items[s].name, 12.5, ARMEX_BOLD,
                          drawing->width - 2.0 * ARMEX_MARGIN);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, strips->x0, strips->items[s].y0 - 31.0);
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "xticks");
    for (size_t i = 0; i < strips->years.n; i++) {
        const int year = (int)strips->years.ticks[i];
        snprintf(text, sizeof text, "%d", year);
        const double half =
            armex_font_width(drawing->font, text, 11.0, ARMEX_REGULAR) / 2.0;
        const double x = x_of(strips, (size_t)(year - strips->shares->first_year));
        ARMEX_ROW(&drawing->scene, text, fmax(x, strips->x0 + half), bottom + 15.0);
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

armex_status armex_layout_concentration(struct armex_drawing *drawing,
                                        const struct armex_concentrations *shares,
                                        struct armex_error *error)
{
    const struct strips strips = make(drawing, shares);
    put_paths(drawing, &strips);
    put_dots(drawing, &strips);
    put_values(drawing, &strips);
    put_hovers(drawing, &strips);
    const armex_status status = put_names(drawing, &strips, error);
    const double bottom = strips.items[STRIPS - 1].y0 + strip_height + 16.0;
    return status ? status : armex_frame_end(drawing, bottom, error);
}
