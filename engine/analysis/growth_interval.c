/** analysis/growth_interval.c: between which bounds a rate of growth lies. */
#include "analysis/growth_interval.h"

#include <math.h>

#include "analysis/growth_parts.h"
#include "analysis/window.h"

static armex_status add_up(struct armex_panel **panel, int window, int at_least,
                           struct armex_error *error)
{
    struct armex_panel *sums = NULL;
    const armex_status status =
        armex_window(&sums, *panel, ARMEX_WINDOW_SUM, window, at_least, error);

    if (!status) {
        armex_panel_free(*panel);
        *panel = sums;
    }
    return status;
}

armex_status armex_growth_print(struct armex_growth_printed *out,
                                const struct armex_panel *panel,
                                const struct armex_growth_options *options,
                                struct armex_error *error)
{
    const bool sums = options->method == ARMEX_GROWTH_WINDOW;
    armex_status status =
        armex_rounding_bounds(&out->low, &out->high, panel, options->steps, error);

    if (!status && sums)
        status = add_up(&out->low, options->window, options->at_least, error);
    if (!status && sums)
        status = add_up(&out->high, options->window, options->at_least, error);
    return status;
}

void armex_growth_print_end(struct armex_growth_printed *printed)
{
    armex_panel_free(printed->low);
    armex_panel_free(printed->high);
    *printed = (struct armex_growth_printed){NULL, NULL};
}

static double rate(enum armex_growth_method method, double first, double last)
{
    const double found = armex_growth_rate(method, first, last);
    return isfinite(found) ? found : NAN;
}

struct armex_growth_interval armex_growth_interval(
    const struct armex_growth_printed *printed, size_t s, int from, int to,
    enum armex_growth_method method, enum armex_growth_reason reason)
{
    const struct armex_panel *low = printed->low, *high = printed->high;

    if (reason != ARMEX_DEFINED && reason != ARMEX_NO_RESOLUTION)
        return (struct armex_growth_interval){NAN, NAN};
    return (struct armex_growth_interval){
        rate(method, armex_panel_value(high, s, from), armex_panel_value(low, s, to)),
        rate(method, armex_panel_value(low, s, from), armex_panel_value(high, s, to))};
}
