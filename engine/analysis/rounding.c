/** analysis/rounding.c: between which bounds a figure lies that was printed rounded. */
#include "analysis/rounding.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum { DIGITS_KEPT = 12, NO_PLACE = 1000 };

static bool is_figure(const struct armex_panel *panel, size_t s, int year)
{
    const armex_mark mark = armex_panel_mark(panel, s, year) & ARMEX_STATUS_BITS;
    return armex_mark_has_value(mark) && mark != ARMEX_NIL && mark != ARMEX_BELOW;
}

/* The power of ten at which the last digit stands that is not 0: 6 for 4,000,000. */
static int place_of(double value)
{
    char text[ARMEX_NUMBER_SIZE];

    if (!isfinite(value) || value == 0.0)
        return NO_PLACE;
    armex_number_write(text, armex_round_digits(fabs(value), DIGITS_KEPT));
    const char *power = strchr(text, 'e'), *point = strchr(text, '.');
    const char *end = power ? power : text + strlen(text);
    const char *last = end;
    while (last > text && (last[-1] == '0' || last[-1] == '.'))
        last--;
    const int exponent = power ? (int)strtol(power + 1, NULL, 10) : 0;
    if (point && last > point)
        return exponent - (int)(last - point - 1);
    return exponent + (int)((point ? point : end) - last);
}

/* The steps of a series, by whether a per cent is 10 or more; else both are the same.
 */
struct steps {
    double of[2];
};

static bool is_large(const struct armex_series *series, double value)
{
    return series->unit.kind == ARMEX_PERCENT && fabs(value) >= 10.0;
}

static struct steps find_steps(const struct armex_panel *panel, size_t s)
{
    const struct armex_series *series = &panel->series[s];
    int place[2] = {NO_PLACE, NO_PLACE};
    struct steps out = {{0.0, 0.0}};

    if (series->unit.kind == ARMEX_COUNT)
        return out;
    for (size_t y = 0; y < panel->n_years; y++) {
        const int year = panel->first_year + (int)y;
        const double value = armex_panel_value(panel, s, year);
        int *least = &place[is_large(series, value)];
        if (is_figure(panel, s, year) && place_of(value) < *least)
            *least = place_of(value);
    }
    for (int i = 0; i < 2; i++) {
        const int highest = series->unit.kind == ARMEX_PERCENT ? 0 : NO_PLACE - 1;
        out.of[i] = place[i] == NO_PLACE
                        ? NAN
                        : pow(10.0, place[i] < highest ? place[i] : highest);
    }
    return out;
}

double armex_rounding_step(const struct armex_panel *panel, size_t s, int year)
{
    const double value = armex_panel_value(panel, s, year);
    return find_steps(panel, s).of[is_large(&panel->series[s], value)];
}

/* Where the series of the vintage stand in the panel; its n_series: nowhere. */
static void map_series(size_t *place, const struct armex_panel *panel,
                       const struct armex_panel *whole)
{
    for (size_t v = 0; v < whole->n_series; v++) {
        place[v] = 0;
        while (place[v] < panel->n_series &&
               armex_series_compare(&panel->series[place[v]], &whole->series[v]) != 0)
            place[v]++;
    }
}

static void take_step(double *steps, const struct armex_panel *panel, size_t s,
                      const struct armex_publication *decides)
{
    const double value = armex_panel_value(panel, s, decides->year);

    if (decides->digits && value != 0.0 && isfinite(value))
        steps[armex_panel_at(panel, s, decides->year)] =
            pow(10.0, floor(log10(fabs(value))) + 1.0 - decides->digits);
}

/* Publications are sorted by series and year, so those of a figure stand together. */
static void take_steps(double *steps, const size_t *place,
                       const struct armex_panel *panel,
                       const struct armex_publications *all, int as_of)
{
    for (size_t first = 0, end; first < all->n; first = end) {
        const struct armex_publication *item = &all->items[first];
        for (end = first + 1; end < all->n; end++)
            if (all->items[end].series != item->series ||
                all->items[end].year != item->year)
                break;
        const size_t decides = armex_publications_deciding(all, first, end, as_of);
        if (decides < end && place[item->series] < panel->n_series)
            take_step(steps, panel, place[item->series], &all->items[decides]);
    }
}

armex_status armex_rounding_published(double **out, const struct armex_panel *panel,
                                      const struct armex_vintage *vintage, int as_of,
                                      struct armex_error *error)
{
    const size_t n = panel->n_series * panel->n_years;
    double *steps;
    size_t *place;

    *out = NULL;
    if (!vintage->publications)
        return ARMEX_OK;
    steps = calloc(n + 1, sizeof *steps);
    place = calloc(vintage->panel->n_series + 1, sizeof *place);
    if (!steps || !place) {
        free(place);
        free(steps);
        return armex_fail_memory(error);
    }
    for (size_t i = 0; i < n; i++)
        steps[i] = NAN;
    map_series(place, panel, vintage->panel);
    take_steps(steps, place, panel, vintage->publications, as_of);
    free(place);
    *out = steps;
    return ARMEX_OK;
}

static armex_status copy_panel(struct armex_panel **out,
                               const struct armex_panel *panel,
                               struct armex_error *error)
{
    armex_status status = armex_panel_create(out, panel->n_series, panel->first_year,
                                             panel->n_years, error);
    for (size_t s = 0; !status && s < panel->n_series; s++)
        status = armex_series_copy(&(*out)->series[s], &panel->series[s], (*out)->arena,
                                   error);
    if (!status)
        memcpy((*out)->marks, panel->marks, panel->n_series * panel->n_years);
    return status;
}

static void bound(double *low, double *high, double value, double reach)
{
    *low = value >= 0.0 && value < reach ? 0.0 : value - reach;
    *high = value + reach;
}

static void bound_series(struct armex_panel *low, struct armex_panel *high,
                         const struct armex_panel *panel, const double *published,
                         size_t s)
{
    const struct steps steps = find_steps(panel, s);

    for (size_t y = 0; y < panel->n_years; y++) {
        const size_t at = y * panel->n_series + s;
        const armex_mark mark = panel->marks[at];
        const double value = panel->values[at];
        const double step = published && !isnan(published[at])
                                ? published[at]
                                : steps.of[is_large(&panel->series[s], value)];
        if (armex_mark_has_value(mark))
            bound(&low->values[at], &high->values[at], value,
                  (mark & ARMEX_STATUS_BITS) == ARMEX_NIL ? 0.0 : step / 2.0);
    }
}

armex_status armex_rounding_bounds(struct armex_panel **low, struct armex_panel **high,
                                   const struct armex_panel *panel, const double *steps,
                                   struct armex_error *error)
{
    armex_status status = copy_panel(low, panel, error);

    *high = NULL;
    if (!status)
        status = copy_panel(high, panel, error);
    for (size_t s = 0; !status && s < panel->n_series; s++)
        bound_series(*low, *high, panel, steps, s);
    if (status) {
        armex_panel_free(*low);
        armex_panel_free(*high);
        *low = *high = NULL;
    }
    return status;
}
