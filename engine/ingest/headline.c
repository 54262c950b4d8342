/** ingest/headline.c: the figure people usually mean. */
#include "ingest/headline.h"

#include <math.h>
#include <string.h>

static bool one_question(const struct armex_series *a, const struct armex_series *b)
{
    return strcmp(a->entity, b->entity) == 0 && a->flow == b->flow &&
           a->measure == b->measure;
}

static bool constant_prices(const struct armex_series *series)
{
    return series->unit.kind == ARMEX_MONEY &&
           series->unit.price_year != ARMEX_CURRENT_PRICES;
}

static size_t years_with_figures(const struct armex_panel *panel, size_t s)
{
    size_t n = 0;

    for (size_t y = 0; y < panel->n_years; y++)
        n += !isnan(panel->values[y * panel->n_series + s]);
    return n;
}

/** Whether series b is rather meant than series a, which comes first in the panel. */
static bool rather(const struct armex_panel *panel, size_t a, size_t b)
{
    const struct armex_series *first = &panel->series[a], *second = &panel->series[b];
    const bool national = strcmp(first->scope, "national") == 0;
    const bool constant = constant_prices(first);

    if (national != (strcmp(second->scope, "national") == 0))
        return !national;
    if (constant != constant_prices(second))
        return constant;
    return years_with_figures(panel, b) > years_with_figures(panel, a);
}

/** Gives each group that has no headline yet the likeliest one. */
static void choose_rest(struct armex_panel *panel)
{
    for (size_t first = 0, end; first < panel->n_series; first = end) {
        size_t best = first;
        bool stated = false;
        for (end = first; end < panel->n_series &&
                          one_question(&panel->series[first], &panel->series[end]);
             end++) {
            stated = stated || panel->series[end].headline;
            if (rather(panel, best, end))
                best = end;
        }
        if (!stated)
            panel->series[best].headline = true;
    }
}

static bool is_named(const struct armex_series *series, const struct armex_series *name)
{
    return one_question(series, name) && strcmp(series->scope, name->scope) == 0 &&
           armex_unit_equal(series->unit, name->unit) &&
           series->period.first_month == name->period.first_month;
}

static armex_status mark_stated(struct armex_panel *panel,
                                const struct armex_series *name,
                                struct armex_place place, struct armex_error *error)
{
    size_t found = panel->n_series;

    for (size_t s = panel->n_series; s-- > 0;) {
        if (one_question(&panel->series[s], name) && panel->series[s].headline)
            return armex_fail(error, ARMEX_BAD_INPUT, place,
                              "%s already has a headline for %s", name->name,
                              armex_measure_name(name->measure));
        if (is_named(&panel->series[s], name))
            found = s; // of equals the first
    }
    if (found == panel->n_series)
        return armex_fail(
            error, ARMEX_BAD_INPUT, place,
            "%s has no series of %s, scope %s, in this unit and from this "
            "month",
            name->name, armex_measure_name(name->measure), name->scope);
    panel->series[found].headline = true;
    return ARMEX_OK;
}

armex_status armex_headlines_mark(struct armex_panel *panel,
                                  const struct armex_sheet *stated,
                                  const struct armex_defaults *defaults,
                                  struct armex_error *error)
{
    const unsigned required = ARMEX_TIDY_ENTITY | ARMEX_TIDY_MEASURE |
                              ARMEX_TIDY_SCOPE | ARMEX_TIDY_UNIT |
                              ARMEX_TIDY_FIRST_MONTH;
    struct armex_intern *texts = armex_intern_create();
    struct armex_observation line;
    struct armex_layout layout;
    armex_status status = texts ? ARMEX_OK : armex_fail_memory(error);

    if (!status && stated)
        status = armex_layout_find(&layout, stated, defaults, required, texts, error);
    for (size_t row = 0; !status && stated && row < stated->n_rows; row++) {
        status = armex_layout_read(&line, &layout, row, error);
        if (!status)
            status = mark_stated(panel, &line.series, armex_sheet_place(stated, row, 0),
                                 error);
    }
    if (!status)
        choose_rest(panel);
    armex_intern_free(texts);
    return status;
}
