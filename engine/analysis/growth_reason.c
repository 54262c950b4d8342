/** analysis/growth_reason.c: why a rate of growth is undefined. */
#include "analysis/growth.h"

#include <math.h>

#include "base/text.h"

const char *armex_growth_reason_name(enum armex_growth_reason reason)
{
    static const char *const names[] = {
        [ARMEX_DEFINED] = "",
        [ARMEX_NO_MISSING] = "missing",
        [ARMEX_NO_ZERO_BASE] = "zero_base",
        [ARMEX_NO_RESOLUTION] = "below_resolution",
        [ARMEX_NO_NEW] = "new",
        [ARMEX_NO_CEASED] = "ceased",
        [ARMEX_NO_GAP] = "gap",
        [ARMEX_NO_UNIT_BREAK] = "unit_break",
        [ARMEX_NO_ENTITY_BREAK] = "entity_break",
    };
    return names[reason];
}

bool armex_growth_method_parse(enum armex_growth_method *out, const char *text,
                               size_t length)
{
    static const char *const names[] = {
        [ARMEX_GROWTH_YOY] = "yoy",     [ARMEX_GROWTH_LOG] = "log",
        [ARMEX_GROWTH_CAGR] = "cagr",   [ARMEX_GROWTH_SYMMETRIC] = "symmetric",
        [ARMEX_GROWTH_TREND] = "trend", [ARMEX_GROWTH_WINDOW] = "window",
    };
    const size_t n = sizeof names / sizeof *names;
    const size_t i = armex_word_index(names, n, text, length);
    if (i < n)
        *out = (enum armex_growth_method)i;
    return i < n;
}

static unsigned status_of(const struct armex_panel *panel, size_t s, int year)
{
    return armex_panel_mark(panel, s, year) & ARMEX_STATUS_BITS;
}

static bool has_value(const struct armex_panel *panel, size_t s, int year)
{
    return armex_mark_has_value(armex_panel_mark(panel, s, year)) &&
           !isnan(armex_panel_value(panel, s, year));
}

/* Whether any of the years from..to has a figure that says more than "none". */
static bool any_figure(const struct armex_panel *panel, size_t s, int from, int to)
{
    const int last = armex_panel_last_year(panel);

    if (from < panel->first_year)
        from = panel->first_year;
    for (int year = from; year <= to && year <= last; year++)
        if (has_value(panel, s, year) && status_of(panel, s, year) != ARMEX_NIL)
            return true;
    return false;
}

/* A break in the base year itself does no harm: both ends lie after it. */
static enum armex_growth_reason find_break(const struct armex_panel *panel, size_t s,
                                           int from, int to)
{
    armex_mark seen = 0;
    for (int year = from + 1; year <= to; year++)
        seen |= armex_panel_mark(panel, s, year);
    if (seen & ARMEX_ENTITY_BREAK)
        return ARMEX_NO_ENTITY_BREAK;
    return seen & ARMEX_UNIT_BREAK ? ARMEX_NO_UNIT_BREAK : ARMEX_DEFINED;
}

static enum armex_growth_reason find_missing(const struct armex_panel *panel, size_t s,
                                             int from, int to)
{
    const int before = from - 1;

    if (!has_value(panel, s, to))
        return ARMEX_NO_MISSING;
    if (has_value(panel, s, from))
        return ARMEX_DEFINED;
    return to == from + 1 && any_figure(panel, s, panel->first_year, before)
               ? ARMEX_NO_GAP
               : ARMEX_NO_MISSING;
}

/* What zeros do: `first` and `last` are figures, some of them perhaps zero or less. */
static enum armex_growth_reason find_zero(double first, double last,
                                          enum armex_growth_method method)
{
    switch (method) {
    case ARMEX_GROWTH_SYMMETRIC:
        return first >= 0.0 && last >= 0.0 && first + last > 0.0 ? ARMEX_DEFINED
                                                                 : ARMEX_NO_ZERO_BASE;
    case ARMEX_GROWTH_LOG:
        return first > 0.0 && last > 0.0 ? ARMEX_DEFINED : ARMEX_NO_ZERO_BASE;
    default:
        return first > 0.0 ? ARMEX_DEFINED : ARMEX_NO_ZERO_BASE;
    }
}

static enum armex_growth_reason find_nil(const struct armex_panel *panel, size_t s,
                                         int from, int to,
                                         enum armex_growth_method method)
{
    const int last_year = armex_panel_last_year(panel);
    const double last = armex_panel_value(panel, s, to);
    const bool some_at_end = last != 0.0 || status_of(panel, s, to) == ARMEX_BELOW;

    if (status_of(panel, s, from) == ARMEX_NIL && some_at_end &&
        method != ARMEX_GROWTH_SYMMETRIC &&
        !any_figure(panel, s, panel->first_year, from - 1))
        return ARMEX_NO_NEW;
    if (status_of(panel, s, to) == ARMEX_NIL && method == ARMEX_GROWTH_LOG &&
        armex_panel_value(panel, s, from) > 0.0 &&
        !any_figure(panel, s, to + 1, last_year))
        return ARMEX_NO_CEASED;
    if (status_of(panel, s, from) == ARMEX_BELOW ||
        status_of(panel, s, to) == ARMEX_BELOW)
        return ARMEX_NO_RESOLUTION;
    return find_zero(armex_panel_value(panel, s, from), last, method);
}

enum armex_growth_reason armex_growth_check(const struct armex_panel *panel, size_t s,
                                            int from, int to,
                                            enum armex_growth_method method)
{
    enum armex_growth_reason reason = find_break(panel, s, from, to);

    if (!reason && method != ARMEX_GROWTH_TREND)
        reason = find_missing(panel, s, from, to);
    if (!reason && method != ARMEX_GROWTH_TREND)
        reason = find_nil(panel, s, from, to, method);
    return reason;
}
