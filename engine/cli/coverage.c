/** cli/coverage.c: how much a panel holds. */
#include "cli/coverage.h"

#include <string.h>

static void count_series(struct armex_coverage *coverage,
                         const struct armex_panel *panel, size_t s)
{
    for (size_t y = 0; y < panel->n_years; y++) {
        const int year = panel->first_year + (int)y;
        const armex_mark mark = panel->marks[y * panel->n_series + s];
        if (!armex_mark_has_value(mark))
            continue;
        if ((mark & ARMEX_STATUS_BITS) == ARMEX_NIL)
            coverage->nils++;
        else
            coverage->observations++;
        if (!coverage->first_year || year < coverage->first_year)
            coverage->first_year = year;
        if (year > coverage->last_year)
            coverage->last_year = year;
    }
}

struct armex_coverage armex_coverage_of(const struct armex_panel *panel,
                                        const bool *counts)
{
    struct armex_coverage coverage = {0};
    const char *entity = NULL;

    for (size_t s = 0; s < panel->n_series; s++) {
        if (counts && !counts[s])
            continue;
        coverage.series++;
        if (!entity || strcmp(entity, panel->series[s].entity) != 0)
            coverage.entities++; // series of one entity lie side by side
        entity = panel->series[s].entity;
        count_series(&coverage, panel, s);
    }
    return coverage;
}
