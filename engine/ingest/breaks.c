/** ingest/breaks.c: years from which on figures do not compare with earlier ones. */
#include <math.h>
#include <string.h>

#include "ingest/headline.h"

static bool concerns(const struct armex_series *series, const struct armex_series *name)
{
    return strcmp(series->entity, name->entity) == 0 && series->flow == name->flow &&
           series->measure == name->measure && strcmp(series->scope, name->scope) == 0;
}

/** The first year with a figure at or after `year`, or 0. */
static int first_figure(const struct armex_panel *panel, size_t s, int year)
{
    const int end = panel->first_year + (int)panel->n_years;

    for (int y = year > panel->first_year ? year : panel->first_year; y < end; y++)
        if (!isnan(armex_panel_value(panel, s, y)))
            return y;
    return 0;
}

static armex_status mark_break(struct armex_panel *panel,
                               const struct armex_observation *line,
                               struct armex_place place, struct armex_error *error)
{
    bool found = false;

    for (size_t s = 0; s < panel->n_series; s++) {
        if (!concerns(&panel->series[s], &line->series))
            continue;
        const int year = first_figure(panel, s, line->year);
        found = true;
        if (year)
            panel->marks[armex_panel_at(panel, s, year)] |= ARMEX_UNIT_BREAK;
    }
    if (found)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, place, "%s has no series of %s, scope %s",
                      line->series.name, armex_measure_name(line->series.measure),
                      line->series.scope);
}

armex_status armex_breaks_mark(struct armex_panel *panel,
                               const struct armex_sheet *stated,
                               const struct armex_defaults *defaults,
                               struct armex_error *error)
{
    const unsigned required =
        ARMEX_TIDY_ENTITY | ARMEX_TIDY_MEASURE | ARMEX_TIDY_SCOPE | ARMEX_TIDY_YEAR;
    struct armex_intern *texts;
    struct armex_observation line;
    struct armex_layout layout;
    armex_status status;

    if (!stated)
        return ARMEX_OK;
    texts = armex_intern_create();
    status = texts
                 ? armex_layout_find(&layout, stated, defaults, required, texts, error)
                 : armex_fail_memory(error);
    for (size_t row = 0; !status && row < stated->n_rows; row++) {
        status = armex_layout_read(&line, &layout, row, error);
        if (!status)
            status = mark_break(panel, &line, armex_sheet_place(stated, row, 0), error);
    }
    armex_intern_free(texts);
    return status;
}
