/** analysis/window.c: sums and means over trailing years. */
#include "analysis/window.h"

#include <math.h>

#include "store/listing.h"

/* gsl_movstat would add up what is missing, and its workspace ends the program when
 * memory is short; a window has a handful of years, so each is simply added up. */
struct window {
    double sum;
    int present;
    bool any_figure, any_below, broken;
    armex_mark softest, weak;
};

enum { LONGEST_WINDOW = 100 }; // a period counts its years in a signed char

static int softness(armex_mark mark)
{
    const unsigned status = mark & ARMEX_STATUS_BITS;
    return status == ARMEX_ESTIMATE ? 2 : status == ARMEX_PRELIMINARY;
}

static bool is_there(double value, armex_mark mark)
{
    return armex_mark_has_value(mark) && !isnan(value);
}

static void take_year(struct window *window, double value, armex_mark mark)
{
    const unsigned status = mark & ARMEX_STATUS_BITS;

    if (!is_there(value, mark))
        return;
    window->present++;
    window->sum += value;
    window->weak |= mark & ARMEX_WEAK;
    if (status == ARMEX_BELOW)
        window->any_below = true;
    else if (status != ARMEX_NIL)
        window->any_figure = true;
    if (status != ARMEX_FINAL && softness(mark) > softness(window->softest))
        window->softest = (armex_mark)status;
}

static struct window look_back(const struct armex_panel *panel, size_t s, int year,
                               int length)
{
    struct window window = {.softest = ARMEX_FINAL};
    const int begin = year - length + 1,
              first = begin < panel->first_year ? panel->first_year : begin;
    size_t at = armex_panel_at(panel, s, first);

    // All of a year's figures lie side by side, so that the next is n_series on.
    for (int y = first; y <= year && armex_panel_holds(panel, y);
         y++, at += panel->n_series) {
        const armex_mark mark = panel->marks[at];
        take_year(&window, panel->values[at], mark);
        if (y > begin && (mark & (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK)))
            window.broken = true;
    }
    return window;
}

int armex_window_coverage(const struct armex_panel *panel, size_t s, int year,
                          int length)
{
    return look_back(panel, s, year, length).present;
}

static armex_mark mark_of(const struct window *window)
{
    armex_mark status = window->softest;
    if (!window->any_figure)
        status = window->any_below ? ARMEX_BELOW : ARMEX_NIL;
    return status | window->weak;
}

/* Whether a sum of several of its figures means anything. */
static bool adds_up(const struct armex_series *series)
{
    const enum armex_unit_kind kind = series->unit.kind;
    return (kind == ARMEX_TIV || kind == ARMEX_MONEY || kind == ARMEX_COUNT) &&
           series->period.years <= 1;
}

static armex_status check_request(const struct armex_panel *panel,
                                  enum armex_window_kind kind, int length, int at_least,
                                  struct armex_error *error)
{
    if (length < 1 || length > LONGEST_WINDOW)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a window of %d years is none; give 1 to %d", length,
                          LONGEST_WINDOW);
    if ((size_t)length > panel->n_years)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a window of %d years is longer than the %zu years there are",
                          length, panel->n_years);
    if (at_least < 0 || at_least > length)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a window of %d years cannot have at least %d present",
                          length, at_least);
    for (size_t s = 0; kind == ARMEX_WINDOW_SUM && length > 1 && s < panel->n_series;
         s++) {
        const struct armex_series *series = &panel->series[s];
        if (series->period.years > 1)
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "each figure of %s covers %d years already; leave out "
                              "--window",
                              series->name, series->period.years);
        if (!adds_up(series)) {
            char words[64];
            armex_unit_words(words, series->unit);
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "figures of %s are in %s, which do not add up over "
                              "years; leave out --window",
                              series->name, words);
        }
    }
    return ARMEX_OK;
}

/* The years of the panel among from..to. */
static armex_status clip(int *from, int *to, const struct armex_panel *panel,
                         struct armex_error *error)
{
    const int first = panel->first_year, last = armex_panel_last_year(panel);

    if (*from > *to || *to < first || *from > last)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%d to %d lie outside the years %d to %d", *from, *to, first,
                          last);
    *from = *from < first ? first : *from;
    *to = *to > last ? last : *to;
    return ARMEX_OK;
}

/* Says whether the window is a sum with years missing. */
static bool fill_cell(struct armex_panel *out, const struct armex_panel *panel,
                      enum armex_window_kind kind, size_t s, int year, int length,
                      int at_least)
{
    const armex_mark mark = armex_panel_mark(panel, s, year);
    const armex_mark breaks = mark & (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK);
    const size_t at = armex_panel_at(out, s, year);

    out->marks[at] = breaks;
    if (at_least == length && !is_there(armex_panel_value(panel, s, year), mark))
        return false; // whatever the years before have
    const struct window window = look_back(panel, s, year, length);
    const double value =
        kind == ARMEX_WINDOW_MEAN ? window.sum / window.present : window.sum;
    if (window.broken || window.present < at_least || window.present == 0 ||
        !isfinite(value))
        return false;
    out->values[at] = value;
    out->marks[at] |= mark_of(&window);
    return kind == ARMEX_WINDOW_SUM && window.present < length;
}

static armex_status fill(struct armex_panel *out, const struct armex_panel *panel,
                         enum armex_window_kind kind, int length, int at_least,
                         struct armex_error *error)
{
    const int last = armex_panel_last_year(out);
    struct armex_listing partial = {0};

    for (size_t s = 0; s < panel->n_series; s++) {
        size_t sums = 0;
        for (int year = out->first_year; year <= last; year++)
            sums += fill_cell(out, panel, kind, s, year, length, at_least);
        if (sums)
            armex_listing_add(&partial, ", ", "%s", panel->series[s].name);
    }
    return armex_listing_note(&partial, &out->notes, out->arena,
                              "some windows add up only the years present: ", "",
                              error);
}

armex_status armex_window_years(struct armex_panel **out,
                                const struct armex_panel *panel,
                                enum armex_window_kind kind, int length, int at_least,
                                int from, int to, struct armex_error *error)
{
    struct armex_panel *made = NULL;
    armex_status status = check_request(panel, kind, length, at_least, error);

    *out = NULL;
    if (!status)
        status = clip(&from, &to, panel, error);
    if (!status)
        status = armex_panel_create(&made, panel->n_series, from,
                                    (size_t)(to - from) + 1, error);
    if (!status)
        status = armex_notes_join(&made->notes, made->arena, &panel->notes, error);
    for (size_t s = 0; !status && s < panel->n_series; s++) {
        status =
            armex_series_copy(&made->series[s], &panel->series[s], made->arena, error);
        if (!status && kind == ARMEX_WINDOW_SUM)
            made->series[s].period.years =
                (signed char)(made->series[s].period.years * length);
    }
    if (!status)
        status = fill(made, panel, kind, length, at_least ? at_least : length, error);
    if (status)
        armex_panel_free(made);
    else
        *out = made;
    return status;
}

armex_status armex_window(struct armex_panel **out, const struct armex_panel *panel,
                          enum armex_window_kind kind, int length, int at_least,
                          struct armex_error *error)
{
    return armex_window_years(out, panel, kind, length, at_least, panel->first_year,
                              armex_panel_last_year(panel), error);
}
