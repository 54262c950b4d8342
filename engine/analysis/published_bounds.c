/** analysis/published_bounds.c: what tables of whole millions leave open. */
#include <math.h>
#include <string.h>

#include "analysis/published_parts.h"
#include "analysis/sipri_style.h"

static const double half_a_million = 0.5e6; // TIV that rounding a year may hide

/* What tables of states leave out: of exports unknown suppliers (up to 0.14 % of the
 * volume in any five years since 2000), of imports Taiwan, NATO, armed groups and
 * unknown recipients (up to 2.7 %), of which the first two have ranks. */
static const double most_absent[] = {[ARMEX_EXPORTS] = 0.002, [ARMEX_IMPORTS] = 0.03};
static const double ranks_absent[] = {[ARMEX_EXPORTS] = 0.0, [ARMEX_IMPORTS] = 2.0};

struct bounds {
    double low, high;
};

/* Five years, each printed to the million; 0 is anything below half of one, and a blank
 * is none at all. */
static struct bounds window(const struct armex_panel *panel, size_t s, int to)
{
    struct bounds sum = {0.0, 0.0};

    for (int year = to - ARMEX_SIPRI_WINDOW + 1; year <= to; year++) {
        const double value = armex_panel_value(panel, s, year);
        const armex_mark mark = armex_panel_mark(panel, s, year);
        if (isnan(value) || (mark & ARMEX_STATUS_BITS) == ARMEX_NIL)
            continue;
        sum.low += fmax(value - half_a_million, 0.0);
        sum.high += value + half_a_million;
    }
    return sum;
}

static struct bounds quotient(struct bounds a, struct bounds b)
{
    return (struct bounds){a.low / b.high, b.low > 0.0 ? a.high / b.low : HUGE_VAL};
}

static struct bounds world_of(const struct armex_held *held,
                              const struct armex_printed *printed, int to)
{
    const struct armex_panel *panel = held->panel;
    struct bounds sum = window(panel, armex_held_entity(panel, "WLD"), to);

    if (held->from->second_hand)
        sum.high *= 1.0 + most_absent[printed->flow];
    return sum;
}

/* Whether a figure printed with so many decimals may come from within the bounds. */
static bool meets(struct bounds bounds, const struct armex_printed *printed)
{
    const double half = 0.5 * pow(10.0, -printed->decimals);
    return 100.0 * bounds.low <= printed->value + half &&
           100.0 * bounds.high >= printed->value - half;
}

/* How many are surely larger, and how many may be, set the best and the worst rank. */
static bool rank_is_open(const struct armex_held *held,
                         const struct armex_printed *printed)
{
    const struct armex_table *ranking = held->ranking;
    const struct armex_panel *panel = held->panel;
    const size_t codes = armex_table_column(ranking, "entity");
    const size_t own = armex_held_entity(panel, printed->entity);
    double best = 1.0;
    double worst = 1.0 + (held->from->second_hand ? ranks_absent[printed->flow] : 0.0);

    if (own == panel->n_series)
        return false;
    const struct bounds mine = window(panel, own, held->edition);
    for (size_t row = 0; row < ranking->n_rows; row++) {
        const size_t s =
            armex_held_entity(panel, armex_table_get_text(ranking, row, codes));
        if (s == own || s == panel->n_series)
            continue;
        const struct bounds other = window(panel, s, held->edition);
        best += other.low > mine.high;
        worst += other.high >= mine.low;
    }
    return best <= printed->value && printed->value <= worst;
}

/* Years between the windows of a change; 0: it is no change. */
static int step_of(enum armex_printed_figure figure)
{
    switch (figure) {
    case ARMEX_PRINTED_CHANGE:
        return ARMEX_SIPRI_WINDOW;
    case ARMEX_PRINTED_CHANGE_10:
        return 2 * ARMEX_SIPRI_WINDOW;
    case ARMEX_PRINTED_CHANGE_15:
        return 3 * ARMEX_SIPRI_WINDOW;
    default:
        return 0;
    }
}

static bool change_is_open(const struct armex_held *held,
                           const struct armex_printed *printed, size_t own, int step)
{
    const int now = held->edition, then = now - step;
    const bool world = strcmp(printed->entity, "WLD") == 0;
    struct bounds change =
        world ? quotient(world_of(held, printed, now), world_of(held, printed, then))
              : quotient(window(held->panel, own, now), window(held->panel, own, then));

    change.low -= 1.0;
    change.high -= 1.0;
    return meets(change, printed);
}

/* The first five of the ranking together. */
static struct bounds top_five(const struct armex_held *held)
{
    const struct armex_table *ranking = held->ranking;
    const size_t codes = armex_table_column(ranking, "entity");
    struct bounds sum = {0.0, 0.0};

    for (size_t row = 0; row < ranking->n_rows && row < 5; row++) {
        const size_t s =
            armex_held_entity(held->panel, armex_table_get_text(ranking, row, codes));
        const struct bounds one = window(held->panel, s, held->edition);
        sum.low += one.low;
        sum.high += one.high;
    }
    return sum;
}

bool armex_held_leaves_open(const struct armex_held *held,
                            const struct armex_printed *printed)
{
    const struct armex_panel *panel = held->panel;
    const int year = held->edition - armex_printed_kinds[printed->figure].back;
    const size_t own = armex_held_entity(panel, printed->entity);
    const struct bounds world = world_of(held, printed, year);

    if (own == panel->n_series)
        return false;
    if (step_of(printed->figure))
        return change_is_open(held, printed, own, step_of(printed->figure));
    switch (printed->figure) {
    case ARMEX_PRINTED_RANK:
        return rank_is_open(held, printed);
    case ARMEX_PRINTED_SHARE:
    case ARMEX_PRINTED_PREVIOUS_SHARE:
        return meets(quotient(window(panel, own, year), world), printed);
    case ARMEX_PRINTED_TOP5:
        return meets(quotient(top_five(held), world), printed);
    default:
        return false;
    }
}
