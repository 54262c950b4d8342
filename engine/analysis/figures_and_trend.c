/** analysis/figures_and_trend.c: figures, and what a trend says of them, in one table.
 */
#include "analysis/figures_and_trend.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

enum { MOST_COLUMNS = 64 };

static armex_status create(struct armex_table **out, const struct armex_table *figures,
                           const struct armex_table *trend, struct armex_error *error)
{
    struct armex_column columns[MOST_COLUMNS];
    size_t n = 0;
    for (size_t c = 0; c < figures->n_columns && n < MOST_COLUMNS; c++)
        columns[n++] = figures->columns[c];
    for (size_t c = 0; c < trend->n_columns && n + 1 < MOST_COLUMNS; c++)
        if (armex_table_column(figures, trend->columns[c].name) == figures->n_columns)
            columns[n++] = trend->columns[c];
    columns[n++] = (struct armex_column){
        .name = "fit",
        .title = "Fit",
        .unit = "",
        .description = "what a row of the trend was fitted by; none: a figure",
        .type = ARMEX_COLUMN_TEXT};
    return armex_table_create(out, "figures_and_trend", columns, n, error);
}

/** The rows that a table adds. */
struct part {
    const struct armex_table *table;
    const char *fit; /**< "" of figures */
    double years;    /**< that each row of a mean or median covers; NAN: says itself */
};

static struct part part_of_trend(const struct armex_table *fitted,
                                 const struct armex_query *query)
{
    const char *fit = query->forecast ? "forecast" : query->fit ? query->fit : "line";
    long window = ARMEX_TREND_WINDOW;
    if (query->window) // the trend was made, so it is a number
        armex_whole_parse(&window, query->window, strlen(query->window), 1, 100);
    const bool windowed = !strcmp(fit, "mean") || !strcmp(fit, "median");
    return (struct part){fitted, fit, windowed ? (double)window : (double)NAN};
}

/** Adds the rows of a part to the columns of the same names, all but the values of a
 *  trend: the figures have theirs already. */
static armex_status stack(struct armex_table *table, struct part part,
                          struct armex_error *error)
{
    const struct armex_table *from = part.table;
    const size_t skipped =
        *part.fit ? armex_table_column(from, "value") : from->n_columns;
    const size_t years = armex_table_column(table, "years");
    armex_status status = ARMEX_OK;
    for (size_t row = 0; !status && row < from->n_rows; row++) {
        status = armex_table_add(table, error);
        for (size_t c = 0; !status && c < from->n_columns; c++)
            if (c != skipped)
                status = armex_table_copy_cell(
                    table, armex_table_column(table, from->columns[c].name), from, row,
                    c, error);
        if (!status && !isnan(part.years))
            status = armex_table_number(table, years, part.years, error);
        if (!status)
            status = armex_table_text(table, table->n_columns - 1, part.fit, error);
    }
    return status;
}

static armex_status join_notes(struct armex_table *table,
                               const struct armex_notes *from,
                               struct armex_error *error)
{
    struct armex_notes *notes = &table->notes;
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < from->n_sources; i++)
        status = armex_notes_source(notes, table->arena, &from->sources[i], error);
    for (size_t i = 0; !status && i < from->n_notes; i++) {
        bool said = false;
        for (size_t j = 0; j < notes->n_notes; j++)
            said = said || !strcmp(notes->notes[j], from->notes[i]);
        if (!said)
            status = armex_notes_add(notes, table->arena, error, "%s", from->notes[i]);
    }
    return status;
}

static armex_status join(struct armex_table **out, const struct armex_table *figures,
                         struct part trend, struct armex_error *error)
{
    struct armex_table *table = NULL;
    armex_status status = create(&table, figures, trend.table, error);
    if (!status)
        status = stack(table, (struct part){figures, "", (double)NAN}, error);
    if (!status)
        status = stack(table, trend, error);
    if (!status)
        status = join_notes(table, &figures->notes, error);
    if (!status)
        status = join_notes(table, &trend.table->notes, error);
    if (status)
        armex_table_free(table);
    else
        *out = table;
    return status;
}

armex_status armex_figures_and_trend(struct armex_table **out,
                                     const struct armex_store *store,
                                     const struct armex_query *query,
                                     struct armex_error *error)
{
    struct armex_query show = *query, trend = *query;
    struct armex_table *figures = NULL, *fitted = NULL;
    *out = NULL;
    show.analysis = "show";
    show.fit = show.forecast = show.window = show.at_least = show.levels = NULL;
    trend.analysis = "trend";
    // the trend first: it asks for one measure, and `show` then takes the same
    armex_status status = armex_query_answer(&fitted, store, &trend, error);
    if (!status)
        status = armex_query_answer(&figures, store, &show, error);
    if (!status)
        status = join(out, figures, part_of_trend(fitted, query), error);
    armex_table_free(figures);
    armex_table_free(fitted);
    return status;
}
