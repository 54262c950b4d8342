/** analysis/rankings.c: the rankings of several years in one table. */
#include "analysis/rankings.h"

#include <stdio.h>
#include <string.h>

#include "analysis/rankings_gaps.h"
#include "base/number.h"

enum { RANKINGS = 10 };

/** The years that are ranked: to, to - step, ... as long as a window fits behind. */
struct span {
    int from, to, step;
};

/** The window the query names; what it says that means nothing is the query's to say.
 */
static int window_of(const struct armex_query *query)
{
    long window = 1;

    if (query->window)
        armex_whole_parse(&window, query->window, strlen(query->window), 1, 100);
    return (int)window;
}

static armex_status rank_year(struct armex_table **out, const struct armex_store *store,
                              const struct armex_query *query, struct span span,
                              int year, struct armex_error *error)
{
    struct armex_query one = *query;
    char years[32];

    snprintf(years, sizeof years, "%d-%d", year - span.step + 1, year);
    one.analysis = "rank";
    one.years = years;
    return armex_query_answer(out, store, &one, error);
}

/** The year that a ranking chooses when none is named. */
static armex_status last_year(int *year, const struct armex_store *store,
                              const struct armex_query *query,
                              struct armex_error *error)
{
    struct armex_query one = *query;
    struct armex_table *table = NULL;
    armex_status status;

    one.analysis = "rank";
    status = armex_query_answer(&table, store, &one, error);
    if (status)
        return status;
    const size_t column = armex_table_column(table, "year");
    if (column < table->n_columns && table->n_rows)
        *year = (int)armex_table_get_number(table, 0, column);
    else
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "nothing can be ranked: no entity has a figure");
    armex_table_free(table);
    return status;
}

static armex_status find_span(struct span *span, const struct armex_store *store,
                              const struct armex_query *query,
                              struct armex_error *error)
{
    struct armex_panel *panel = NULL;
    armex_status status = armex_query_panel(&panel, store, query, error);

    if (status)
        return status;
    span->step = window_of(query);
    span->from = panel->first_year;
    span->to = panel->first_year + (int)panel->n_years - 1;
    armex_panel_free(panel);
    if (query->years)
        return ARMEX_OK;
    status = last_year(&span->to, store, query, error);
    if (span->from < span->to - RANKINGS * span->step + 1)
        span->from = span->to - RANKINGS * span->step + 1;
    return status;
}

/** The rankings so far. */
struct stack {
    struct armex_table *table;
    struct armex_rankings_gaps left_out; /**< years in which nothing can be ranked */
    bool begun;
};

static bool has_note(const struct armex_notes *notes, const char *note)
{
    for (size_t i = 0; i < notes->n_notes; i++)
        if (!strcmp(notes->notes[i], note))
            return true;
    return false;
}

/** Keeps the notes that hold for every year: what is missing in one shows by itself. */
static armex_status stack_notes(struct stack *stack, const struct armex_notes *more,
                                struct armex_error *error)
{
    struct armex_notes *notes = &stack->table->notes;
    struct armex_arena *arena = stack->table->arena;
    armex_status status = ARMEX_OK;
    size_t kept = 0;

    for (size_t i = 0; !status && i < more->n_sources; i++)
        status = armex_notes_source(notes, arena, &more->sources[i], error);
    for (size_t i = 0; !status && !stack->begun && i < more->n_notes; i++)
        status = armex_notes_add(notes, arena, error, "%s", more->notes[i]);
    for (size_t i = 0; i < notes->n_notes; i++)
        if (has_note(more, notes->notes[i]))
            notes->notes[kept++] = notes->notes[i];
    notes->n_notes = kept;
    stack->begun = true;
    return status;
}

/** Adds the rows of `more`, which has the same columns. */
static armex_status stack_rows(struct armex_table *table,
                               const struct armex_table *more,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t row = 0; !status && row < more->n_rows; row++) {
        status = armex_table_add(table, error);
        for (size_t c = 0; !status && c < table->n_columns; c++)
            status = table->columns[c].type == ARMEX_COLUMN_TEXT
                         ? armex_table_text(table, c,
                                            armex_table_get_text(more, row, c), error)
                         : armex_table_number(
                               table, c, armex_table_get_number(more, row, c), error);
    }
    return status;
}

/** An empty table of the last year's columns: what cannot be ranked fails here. */
static armex_status create(struct armex_table **out, const struct armex_store *store,
                           const struct armex_query *query, struct span span,
                           struct armex_error *error)
{
    struct armex_table *last = NULL;
    armex_status status = rank_year(&last, store, query, span, span.to, error);

    if (!status)
        status =
            armex_table_create(out, "rankings", last->columns, last->n_columns, error);
    armex_table_free(last);
    return status;
}

/** Adds one year; a year in which nothing can be ranked is left out and noted. */
static armex_status add_year(struct stack *stack, const struct armex_store *store,
                             const struct armex_query *query, struct span span,
                             int year, struct armex_error *error)
{
    struct armex_error found = {0};
    struct armex_table *one = NULL;
    armex_status status = rank_year(&one, store, query, span, year, &found);

    // The last year was answered, so what is wrong is wrong with this year alone.
    if (status == ARMEX_BAD_INPUT || status == ARMEX_USAGE)
        return armex_rankings_gap(&stack->left_out, stack->table->arena, year,
                                  span.step, found.message, error);
    if (status && error)
        *error = found;
    if (!status)
        status = stack_notes(stack, &one->notes, error);
    if (!status)
        status = stack_rows(stack->table, one, error);
    armex_table_free(one);
    return status;
}

/** The oldest year whose window lies within the span. */
static int first_ranked(struct span span)
{
    int year = span.to;

    while (year - 2 * span.step + 1 >= span.from)
        year -= span.step;
    return year;
}

armex_status armex_rankings(struct armex_table **out, const struct armex_store *store,
                            const struct armex_query *query, struct armex_error *error)
{
    struct span span = {0};
    struct stack stack = {0};
    armex_status status = find_span(&span, store, query, error);

    *out = NULL;
    if (!status)
        status = create(&stack.table, store, query, span, error);
    int year = status ? 0 : first_ranked(span); // without a span there is no first
    for (; !status && year <= span.to; year += span.step)
        status = add_year(&stack, store, query, span, year, error);
    if (!status)
        status = armex_rankings_gaps_end(&stack.left_out, stack.table->arena, error);
    if (!status)
        status = armex_notes_join(&stack.table->notes, stack.table->arena,
                                  &stack.left_out.notes, error);
    armex_rankings_gaps_free(&stack.left_out);
    if (status)
        armex_table_free(stack.table);
    else
        *out = stack.table;
    return status;
}
