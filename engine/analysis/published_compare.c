/** analysis/published_compare.c: a printed figure against a register's. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/published_parts.h"
#include "analysis/sipri_style.h"
#include "base/number.h"

enum { TOP = 5, LONGEST = 64 };

const char *const armex_verdict_names[ARMEX_CELL_VERDICTS] = {
    [ARMEX_CELL_EQUAL] = "equal",     [ARMEX_CELL_OPEN] = "open",
    [ARMEX_CELL_REVISED] = "revised", [ARMEX_CELL_DOUBTFUL] = "doubtful",
    [ARMEX_CELL_DIFFERS] = "differs", [ARMEX_CELL_NOT_COVERED] = "not_covered",
};

static double cell_of(const struct armex_held *held, const char *entity,
                      const char *column)
{
    const struct armex_table *ranking = held->ranking;
    const size_t codes = armex_table_column(ranking, "entity");

    for (size_t row = 0; row < ranking->n_rows; row++)
        if (strcmp(armex_table_get_text(ranking, row, codes), entity) == 0)
            return armex_table_get_number(ranking, row,
                                          armex_table_column(ranking, column));
    return NAN;
}

double armex_held_rank(const struct armex_held *held, const char *entity)
{
    return cell_of(held, entity, "rank");
}

/* Five years of the world, the last of them `to`. */
static double window(const struct armex_panel *panel, size_t s, int to)
{
    double sum = 0.0;

    for (int year = to - ARMEX_SIPRI_WINDOW + 1; year <= to; year++)
        sum += armex_panel_value(panel, s, year);
    return sum;
}

static double world_change(const struct armex_held *held, int years)
{
    const struct armex_panel *panel = held->panel;

    const size_t world = armex_held_entity(panel, "WLD");

    return window(panel, world, held->edition) /
               window(panel, world, held->edition - years) -
           1.0;
}

static int largest_first(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

/* The five largest shares of the column together. */
static double top_share(const struct armex_held *held, const char *name)
{
    const struct armex_table *ranking = held->ranking;
    const size_t column = armex_table_column(ranking, name);
    double best[TOP + 1] = {0};

    for (size_t row = 0; row < ranking->n_rows; row++) {
        const double share = armex_table_get_number(ranking, row, column);
        best[TOP] = isnan(share) ? 0.0 : share;
        qsort(best, TOP + 1, sizeof *best, largest_first);
    }
    return best[0] + best[1] + best[2] + best[3] + best[4];
}

static bool is_covered(const struct armex_held *held,
                       const struct armex_printed *printed)
{
    const int reach = armex_printed_kinds[printed->figure].reach;
    return held->from->first_year <= held->edition - reach + 1;
}

static double fraction_of(const struct armex_held *held,
                          const struct armex_printed *printed)
{
    const bool world = strcmp(printed->entity, "WLD") == 0;

    switch (printed->figure) {
    case ARMEX_PRINTED_SHARE:
    case ARMEX_PRINTED_PREVIOUS_SHARE:
        return cell_of(held, printed->entity,
                       armex_printed_kinds[printed->figure].name);
    case ARMEX_PRINTED_CHANGE:
        return world ? world_change(held, ARMEX_SIPRI_WINDOW)
                     : cell_of(held, printed->entity, "change");
    case ARMEX_PRINTED_TOP5:
        return top_share(held, "share");
    case ARMEX_PRINTED_PREVIOUS_TOP5:
        return top_share(held, "previous_share");
    case ARMEX_PRINTED_CHANGE_10:
        return world ? world_change(held, 10) : NAN;
    case ARMEX_PRINTED_CHANGE_15:
        return world ? world_change(held, 15) : NAN;
    case ARMEX_PRINTED_RANK:
    case ARMEX_PRINTED_FIGURES:
        break;
    }
    return NAN;
}

double armex_held_value(const struct armex_held *held,
                        const struct armex_printed *printed)
{
    if (!is_covered(held, printed))
        return NAN;
    if (printed->figure == ARMEX_PRINTED_RANK)
        return armex_held_rank(held, printed->entity);
    return armex_sipri_per_cent_of(fraction_of(held, printed));
}

static bool prints_alike(double a, double b, int decimals)
{
    char first[LONGEST], second[LONGEST];

    return !isnan(a) && !isnan(b) &&
           armex_number_for_people(first, sizeof first, a, decimals) > 0 &&
           armex_number_for_people(second, sizeof second, b, decimals) > 0 &&
           strcmp(first, second) == 0;
}

enum armex_verdict armex_held_verdict(const struct armex_held *held,
                                      const struct armex_printed *printed, double found)
{
    if (!is_covered(held, printed))
        return ARMEX_CELL_NOT_COVERED;
    if (prints_alike(printed->value, found, printed->decimals))
        return ARMEX_CELL_EQUAL;
    if (!held->right)
        return ARMEX_CELL_REVISED;
    if (held->from->rounded && armex_held_leaves_open(held, printed))
        return ARMEX_CELL_OPEN;
    return printed->flagged || held->from->second_hand ? ARMEX_CELL_DOUBTFUL
                                                       : ARMEX_CELL_DIFFERS;
}
