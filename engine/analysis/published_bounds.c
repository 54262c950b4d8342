/** analysis/published_bounds.c: what tables of whole millions leave open. */
#include <math.h>
#include <string.h>

#include "analysis/published_parts.h"
#include "analysis/sipri_style.h"

static const double half_a_million = 0.5e6; // TIV that rounding a year may hide

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

static size_t find(const struct armex_panel *panel, const char *entity)
{
    size_t s = 0;

    while (s < panel->n_series && strcmp(panel->series[s].entity, entity) != 0)
        s++;
    return s;
}

static struct bounds quotient(struct bounds a, struct bounds b)
{
    return (struct bounds){a.low / b.high, b.low > 0.0 ? a.high / b.low : HUGE_VAL};
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
    const size_t own = find(panel, printed->entity);
    double best = 1.0, worst = 1.0;

    if (own == panel->n_series)
        return false;
    const struct bounds mine = window(panel, own, held->edition);
    for (size_t row = 0; row < ranking->n_rows; row++) {
        const size_t s = find(panel, armex_table_get_text(ranking, row, codes));
        if (s == own || s == panel->n_series)
            continue;
        const struct bounds other = window(panel, s, held->edition);
        best += other.low > mine.high;
        worst += other.high >= mine.low;
    }
    return best <= printed->value && printed->value <= worst;
}

bool armex_held_leaves_open(const struct armex_held *held,
                            const struct armex_printed *printed)
{
    const struct armex_panel *panel = held->panel;
    const bool before = printed->figure == ARMEX_PRINTED_PREVIOUS_SHARE;
    const int year = held->edition - (before ? ARMEX_SIPRI_WINDOW : 0);
    const size_t own = find(panel, printed->entity), world = find(panel, "WLD");

    if (printed->figure == ARMEX_PRINTED_RANK)
        return rank_is_open(held, printed);
    if (own == panel->n_series || world == panel->n_series)
        return false;
    if (printed->figure == ARMEX_PRINTED_SHARE || before)
        return meets(quotient(window(panel, own, year), window(panel, world, year)),
                     printed);
    if (printed->figure != ARMEX_PRINTED_CHANGE)
        return false; // sums of many: half a million is nothing to them
    struct bounds change = quotient(window(panel, own, year),
                                    window(panel, own, year - ARMEX_SIPRI_WINDOW));
    change.low -= 1.0;
    change.high -= 1.0;
    return meets(change, printed);
}
