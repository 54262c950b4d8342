/** analysis/revisions.c: the figures that stood, one after the other. */
#include "analysis/revisions.h"

#include <math.h>

/* What stood, and since which publication. */
struct standing {
    double value;
    struct armex_date published;
};

struct history {
    struct standing first, previous, present;
    size_t figures, publications;
};

enum {
    ENTITY,
    NAME,
    YEAR,
    MEASURE,
    SCOPE,
    UNIT,
    FIRST,
    FIRST_PUBLISHED,
    PREVIOUS,
    PREVIOUS_PUBLISHED,
    VALUE,
    PUBLISHED,
    CHANGE,
    TOTAL_CHANGE,
    FIGURES,
    PUBLICATIONS,
    COLUMNS
};

#define AMOUNT ARMEX_COLUMN_AMOUNT
#define TEXT ARMEX_COLUMN_TEXT

static const struct armex_column columns[COLUMNS] = {
    {"entity", "Code", "", "Code of the entity", TEXT, true},
    {"name", "Country", "", "Name of the entity", TEXT, false},
    {"year", "Year", "year", "Year the figure is of", ARMEX_COLUMN_YEAR, false},
    {"measure", "Measure", "", "What is counted", TEXT, false},
    {"scope", "Scope", "", "Which count of the measure", TEXT, true},
    {"unit", "Unit", "", "Unit of the figures of this row", TEXT, false},
    {"first", "First", "", "The figure that stood first", AMOUNT, true},
    {"first_published", "Published", "", "When it was published", TEXT, true},
    {"previous", "Was", "", "The figure that stood before", AMOUNT, false},
    {"previous_published", "Published", "", "When that was published", TEXT, false},
    {"value", "Is now", "", "The figure that stands", AMOUNT, false},
    {"published", "Published", "", "When it was first published", TEXT, false},
    {"change", "Change", "fraction", "Present figure over the one before, less 1",
     ARMEX_COLUMN_CHANGE, false},
    {"total_change", "Since the first", "fraction",
     "Present figure over the first, less 1", ARMEX_COLUMN_CHANGE, true},
    {"figures", "Figures", "count", "How many figures stood one after the other",
     ARMEX_COLUMN_COUNT, false},
    {"publications", "Publications", "count",
     "How many publications there are, targets and errors included", ARMEX_COLUMN_COUNT,
     true},
};

/* Walks through time: after each day of publication, which figure decides? */
static struct history history_of(const struct armex_publications *all, size_t first,
                                 size_t end, int as_of)
{
    struct history history = {.publications = 0};

    for (size_t i = first; i < end; i++) {
        const int day = armex_date_last_day(all->items[i].published);
        if (as_of && day > as_of)
            break;
        history.publications++;
        const size_t d = armex_publications_deciding(all, first, end, day);
        if (d == end || isnan(all->items[d].value))
            continue;
        const struct standing now = {all->items[d].value, all->items[d].published};
        if (history.figures && now.value == history.present.value)
            continue;
        history.previous = history.present;
        history.present = now;
        if (history.figures++ == 0)
            history.first = now;
    }
    return history;
}

static double change(double from, double to)
{
    return from == 0.0 ? NAN : to / from - 1.0;
}

static armex_status set_words(struct armex_table *table,
                              const struct armex_series *series,
                              struct armex_error *error)
{
    char unit[ARMEX_UNIT_SIZE];
    armex_unit_write(unit, series->unit);
    const struct {
        size_t column;
        const char *text;
    } words[] = {{ENTITY, series->entity},
                 {NAME, series->name},
                 {MEASURE, armex_measure_name(series->measure)},
                 {SCOPE, series->scope},
                 {UNIT, unit}};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < sizeof words / sizeof *words; i++)
        status = armex_table_text(table, words[i].column, words[i].text, error);
    return status;
}

static armex_status set_standing(struct armex_table *table, size_t column,
                                 const struct standing *standing,
                                 struct armex_error *error)
{
    char date[ARMEX_DATE_SIZE];
    armex_status status = armex_table_number(table, column, standing->value, error);

    armex_date_write(date, standing->published);
    if (!status)
        status = armex_table_text(table, column + 1, date, error);
    return status;
}

static armex_status set_history(struct armex_table *table,
                                const struct history *history,
                                struct armex_error *error)
{
    armex_status status = set_standing(table, FIRST, &history->first, error);

    if (!status)
        status = set_standing(table, VALUE, &history->present, error);
    if (!status)
        status = armex_table_number(table, FIGURES, (double)history->figures, error);
    if (!status)
        status = armex_table_number(table, PUBLICATIONS, (double)history->publications,
                                    error);
    if (status || history->figures < 2)
        return status;
    status = set_standing(table, PREVIOUS, &history->previous, error);
    if (!status)
        status = armex_table_number(
            table, CHANGE, change(history->previous.value, history->present.value),
            error);
    if (!status)
        status = armex_table_number(
            table, TOTAL_CHANGE, change(history->first.value, history->present.value),
            error);
    return status;
}

/* The series of the vintage that `series` of the selection is; n_series if none. */
static size_t series_in(const struct armex_panel *panel,
                        const struct armex_series *series)
{
    size_t s = 0;
    while (s < panel->n_series && armex_series_compare(&panel->series[s], series) != 0)
        s++;
    return s;
}

static armex_status add_series(struct armex_table *table,
                               const struct armex_vintage *vintage,
                               const struct armex_panel *panel, size_t s,
                               const struct armex_selection *selection,
                               bool changed_only, struct armex_error *error)
{
    const struct armex_publications *all = vintage->publications;
    const size_t own = series_in(vintage->panel, &panel->series[s]);
    armex_status status = ARMEX_OK;

    for (size_t y = 0; !status && own < vintage->panel->n_series && y < panel->n_years;
         y++) {
        const int year = panel->first_year + (int)y;
        size_t first, end;
        armex_publications_of(all, own, year, &first, &end);
        const struct history history = history_of(all, first, end, selection->as_of);
        if (history.figures < (changed_only ? 2U : 1U))
            continue;
        status = armex_table_add(table, error);
        if (!status)
            status = set_words(table, &panel->series[s], error);
        if (!status)
            status = armex_table_number(table, YEAR, year, error);
        if (!status)
            status = set_history(table, &history, error);
    }
    return status;
}

armex_status armex_revisions(struct armex_table **out,
                             const struct armex_vintage *vintage,
                             const struct armex_selection *selection,
                             const struct armex_revisions_options *options,
                             struct armex_error *error)
{
    struct armex_panel *panel = NULL;
    struct armex_table *table = NULL;

    *out = NULL;
    if (!vintage->panel || !vintage->publications)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "%s keeps one figure an observation, not every publication: "
                          "there are no revisions to show",
                          vintage->provenance.dataset);
    armex_status status = armex_select(&panel, vintage, selection, error);
    if (!status)
        status = armex_table_create(&table, "revisions", columns, COLUMNS, error);
    for (size_t s = 0; !status && s < panel->n_series; s++)
        status = add_series(table, vintage, panel, s, selection, options->changed_only,
                            error);
    if (!status)
        status = armex_notes_join(&table->notes, table->arena, &panel->notes, error);
    armex_panel_free(panel);
    if (status)
        armex_table_free(table);
    else
        *out = table;
    return status;
}
