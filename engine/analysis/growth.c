/** analysis/growth.c: growth rates of every series of a panel. */
#include "analysis/growth.h"

#include <math.h>
#include <string.h>

#include "analysis/growth_parts.h"
#include "analysis/window.h"

enum { USUAL_WINDOW = 5 };

double armex_growth_rate(enum armex_growth_method method, double first, double last)
{
    switch (method) {
    case ARMEX_GROWTH_LOG:
        return log(last) - log(first);
    case ARMEX_GROWTH_SYMMETRIC:
        return (last - first) / (0.5 * first + 0.5 * last); // the sum may overflow
    default:
        return last / first - 1.0;
    }
}

static double compound_rate(const struct armex_panel *panel, size_t s,
                            const struct armex_growth_row *row)
{
    if (armex_growth_check(panel, s, row->from, row->to, ARMEX_GROWTH_CAGR))
        return NAN;
    const double rate = pow(row->last / row->first, 1.0 / (row->to - row->from)) - 1.0;
    return isfinite(rate) ? rate : NAN;
}

struct armex_growth_row armex_growth_between(const struct armex_panel *panel, size_t s,
                                             int from, int to,
                                             enum armex_growth_method method)
{
    struct armex_growth_row row = {
        .from = from,
        .to = to,
        .first = armex_panel_value(panel, s, from),
        .last = armex_panel_value(panel, s, to),
        .growth = NAN,
        .standard_error = NAN,
        .reason = armex_growth_check(panel, s, from, to, method),
    };

    row.cagr = compound_rate(panel, s, &row);
    if (!row.reason && method != ARMEX_GROWTH_TREND) {
        const double rate = armex_growth_rate(method, row.first, row.last);
        if (isfinite(rate))
            row.growth = rate;
        else
            row.reason = ARMEX_NO_RESOLUTION;
    }
    return row;
}

/* Years of the figures that say more than "none identified". */
static bool find_life(const struct armex_panel *panel, size_t s, int *first, int *last)
{
    const int end = panel->first_year + (int)panel->n_years;
    bool found = false;

    for (int year = panel->first_year; year < end; year++) {
        const armex_mark mark = armex_panel_mark(panel, s, year);
        if (!armex_mark_has_value(mark) || (mark & ARMEX_STATUS_BITS) == ARMEX_NIL)
            continue;
        if (!found)
            *first = year;
        *last = year;
        found = true;
    }
    return found;
}

static bool is_nil(const struct armex_panel *panel, size_t s, int year)
{
    return (armex_panel_mark(panel, s, year) & ARMEX_STATUS_BITS) == ARMEX_NIL;
}

/* The years reported on for one series; false when it has no two. The step from a known
 * nothing to the first figure, and from the last to nothing, belong to yearly rates. */
static bool find_span(struct armex_span *span, const struct armex_growth_run *run,
                      size_t s)
{
    const enum armex_growth_method method = run->options.method;
    const bool yearly = method != ARMEX_GROWTH_CAGR && method != ARMEX_GROWTH_TREND;

    *span = (struct armex_span){run->options.from, run->options.to};
    if (!span->from || !span->to) {
        struct armex_span life;
        if (!find_life(run->panel, s, &life.from, &life.to))
            return false;
        if (yearly && is_nil(run->panel, s, life.from - 1))
            life.from--;
        if (yearly && is_nil(run->panel, s, life.to + 1))
            life.to++;
        if (!span->from)
            span->from = life.from;
        if (!span->to)
            span->to = life.to;
    }
    return span->from < span->to;
}

static armex_status grow_by_year(struct armex_growth_run *run, size_t s,
                                 struct armex_span span)
{
    armex_status status = ARMEX_OK;
    for (int to = span.from + 1; !status && to <= span.to; to++) {
        const struct armex_growth_row row =
            armex_growth_between(run->panel, s, to - 1, to, run->options.method);
        status = armex_growth_put(run, s, &row);
    }
    return status;
}

/* Windows end with the last year reported on. Those asked for lie within these years,
 * the base of the first perhaps before; of a life of its own, which begins with the
 * last year of its first window, the first window is the first base. */
static armex_status grow_by_window(struct armex_growth_run *run, size_t s,
                                   struct armex_span span)
{
    const int length = run->options.window;
    const int first_end = span.from + length - (run->options.from ? 1 : 0);
    armex_status status = ARMEX_OK;

    for (int i = (span.to - first_end) / length; !status && i >= 0; i--) {
        const int to = span.to - i * length;
        const struct armex_growth_row row =
            armex_growth_between(run->panel, s, to - length, to, ARMEX_GROWTH_WINDOW);
        if (to >= first_end)
            status = armex_growth_put(run, s, &row);
    }
    return status;
}

static armex_status grow_at_once(struct armex_growth_run *run, size_t s,
                                 struct armex_span span)
{
    struct armex_growth_row row =
        armex_growth_between(run->panel, s, span.from, span.to, run->options.method);
    armex_status status = ARMEX_OK;

    if (run->options.method == ARMEX_GROWTH_TREND)
        status = armex_growth_fit(&row, run->panel, s, run->error);
    return status ? status : armex_growth_put(run, s, &row);
}

static armex_status grow(struct armex_growth_run *run)
{
    armex_status status = ARMEX_OK;

    for (size_t s = 0; !status && s < run->panel->n_series; s++) {
        struct armex_span span;
        if (run->options.hide_world && strcmp(run->panel->series[s].entity, "WLD") == 0)
            continue;
        if (!find_span(&span, run, s)) {
            armex_listing_add(&run->short_ones, ", ", "%s", run->panel->series[s].name);
            continue;
        }
        switch (run->options.method) {
        case ARMEX_GROWTH_CAGR:
        case ARMEX_GROWTH_TREND:
            status = grow_at_once(run, s, span);
            break;
        case ARMEX_GROWTH_WINDOW:
            status = grow_by_window(run, s, span);
            break;
        default:
            status = grow_by_year(run, s, span);
        }
    }
    return status;
}

static armex_status check_years(const struct armex_growth_options *options,
                                struct armex_error *error)
{
    const int years = options->to - options->from + 1;
    const bool both = options->from && options->to;

    if (options->method == ARMEX_GROWTH_WINDOW && options->window < 1)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a window of %d years is none; give 1 or more",
                          options->window);
    if (both && options->method == ARMEX_GROWTH_WINDOW && years < options->window)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "the years %d to %d hold no window of %d years",
                          options->from, options->to, options->window);
    if (both && options->method != ARMEX_GROWTH_WINDOW && years < 2)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "growth needs two years, and %d is one; write %d-%d",
                          options->from, options->from - 1, options->from);
    if (options->method == ARMEX_GROWTH_TREND &&
        (options->contribution || options->interval))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a trend has a standard error and no ends; --%s goes with "
                          "the other methods",
                          options->contribution ? "contribution" : "interval");
    return ARMEX_OK;
}

/* Windows, the whole, the bounds: whatever the rows will be made of. */
static armex_status prepare(struct armex_growth_run *run, struct armex_panel **windows)
{
    const struct armex_growth_options *options = &run->options;
    armex_status status = ARMEX_OK;

    if (options->contribution)
        status = armex_growth_check_whole(run->panel, run->error);
    if (!status && options->interval)
        status = armex_growth_print(&run->printed, run->panel, options, run->error);
    if (!status && options->method == ARMEX_GROWTH_WINDOW) {
        status = armex_window(windows, run->panel, ARMEX_WINDOW_SUM, options->window,
                              options->at_least, run->error);
        run->panel = *windows;
    }
    return status;
}

armex_status armex_growth(struct armex_table **out, const struct armex_panel *panel,
                          const struct armex_growth_options *options,
                          struct armex_error *error)
{
    struct armex_growth_run run = {
        .yearly = panel, .panel = panel, .options = *options, .error = error};
    struct armex_panel *windows = NULL;

    *out = NULL;
    if (!run.options.window)
        run.options.window = USUAL_WINDOW;
    armex_status status = check_years(&run.options, error);
    if (!status)
        status = prepare(&run, &windows);
    if (!status)
        status = armex_growth_table(&run);
    if (!status)
        status = grow(&run);
    if (!status)
        status = armex_growth_notes(&run);
    armex_growth_end(&run);
    armex_panel_free(windows);
    if (status)
        armex_table_free(run.table);
    else
        *out = run.table;
    return status;
}
