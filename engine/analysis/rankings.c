/** analysis/rankings.c: the rankings of several years in one table. */
#include "analysis/rankings.h"

#include <stdio.h>
#include <string.h>

#include "analysis/query_rank.h"
#include "analysis/rankings_gaps.h"
#include "analysis/yearly_notes.h"
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

/** The rankings so far. */
struct stack {
    char years[32]; /**< of the query, where none were named */
    struct armex_asked asked;
    struct span span;
    struct armex_table *table;
    struct armex_yearly_notes notes;
    struct armex_rankings_gaps left_out; /**< years in which nothing can be ranked */
};

static int later(int a, int b)
{
    return a > b ? a : b;
}

static int first_held(const struct armex_asked *asked)
{
    return asked->vintage->panel->first_year;
}

static int last_held(const struct armex_asked *asked)
{
    return armex_panel_last_year(asked->vintage->panel);
}

/** Asks once for all the years; `query` is a ranking's, which is borrowed and, where it
 *  names no years, gets those of the stack. */
static armex_status ask(struct stack *stack, const struct armex_store *store,
                        struct armex_query *query, struct armex_error *error)
{
    const bool named = query->years;
    struct span *span = &stack->span;
    armex_status status = ARMEX_OK;
    int first = 0;

    span->step = window_of(query);
    if (!named) {
        status = armex_query_ranked_year(&first, &span->to, store, query, error);
        span->from = later(span->to - RANKINGS * span->step + 1, first);
        snprintf(stack->years, sizeof stack->years, "%d-%d", span->from, span->to);
        query->years = stack->years;
    }
    if (!status)
        status = armex_query_ask_rankings(&stack->asked, store, query, error);
    if (status)
        return status;
    const struct armex_selection *selection = &stack->asked.request.selection;
    span->from = selection->from ? selection->from : first_held(&stack->asked);
    span->to = selection->to ? selection->to : last_held(&stack->asked);
    return ARMEX_OK;
}

/** One ranking. Years that the vintage does not reach are refused as a query is. */
static armex_status rank_year(struct armex_table **out, struct stack *stack,
                              const struct armex_store *store,
                              const struct armex_query *query, int year,
                              struct armex_error *error)
{
    const int from = year - stack->span.step + 1;
    struct armex_query one = *query;
    char years[32];

    if (year >= first_held(&stack->asked) && from <= last_held(&stack->asked))
        return armex_query_asked_year(out, &stack->asked, year, error);
    snprintf(years, sizeof years, "%d-%d", from, year);
    one.years = years;
    return armex_query_answer(out, store, &one, error);
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
            status = armex_table_copy_cell(table, c, more, row, c, error);
    }
    return status;
}

/** Adds what was answered for a year. */
static armex_status take(struct stack *stack, const struct armex_table *one, int year,
                         struct armex_error *error)
{
    const armex_status status =
        armex_yearly_notes_add(&stack->notes, &stack->table->notes, stack->table->arena,
                               &one->notes, year, error);
    return status ? status : stack_rows(stack->table, one, error);
}

/** Adds one year; a year in which nothing can be ranked is left out and noted. */
static armex_status add_year(struct stack *stack, const struct armex_store *store,
                             const struct armex_query *query, int year,
                             struct armex_error *error)
{
    struct armex_error found = {0};
    struct armex_table *one = NULL;
    armex_status status = rank_year(&one, stack, store, query, year, &found);

    // The last year was answered, so what is wrong is wrong with this year alone.
    if (status == ARMEX_BAD_INPUT || status == ARMEX_USAGE)
        return armex_rankings_gap(&stack->left_out, stack->table->arena, year,
                                  stack->span.step, found.message, error);
    if (status && error)
        *error = found;
    if (!status)
        status = take(stack, one, year, error);
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

/** All the years, the oldest first, in a table of the last one's columns: what cannot
 *  be ranked at all fails there. */
static armex_status rank_years(struct stack *stack, const struct armex_store *store,
                               const struct armex_query *query,
                               struct armex_error *error)
{
    const struct span span = stack->span;
    struct armex_table *last = NULL;
    armex_status status = rank_year(&last, stack, store, query, span.to, error);

    stack->notes.step = span.step;
    if (!status)
        status = armex_table_create(&stack->table, "rankings", last->columns,
                                    last->n_columns, error);
    for (int year = first_ranked(span); !status && year < span.to; year += span.step)
        status = add_year(stack, store, query, year, error);
    if (!status)
        status = take(stack, last, span.to, error);
    armex_table_free(last);
    if (!status)
        status = armex_yearly_notes_common(&stack->notes, &stack->table->notes,
                                           stack->table->arena, error);
    if (!status)
        status = armex_rankings_gaps_end(&stack->left_out, stack->table->arena, error);
    if (!status)
        status = armex_notes_join(&stack->table->notes, stack->table->arena,
                                  &stack->left_out.notes, error);
    return status ? status
                  : armex_yearly_notes_others(&stack->notes, &stack->table->notes,
                                              stack->table->arena, error);
}

armex_status armex_rankings(struct armex_table **out, const struct armex_store *store,
                            const struct armex_query *query, struct armex_error *error)
{
    struct armex_query ranking = *query;
    struct stack stack = {.table = NULL};

    ranking.analysis = "rank";
    armex_status status = ask(&stack, store, &ranking, error);
    if (!status)
        status = rank_years(&stack, store, &ranking, error);
    armex_yearly_notes_end(&stack.notes);
    armex_rankings_gaps_free(&stack.left_out);
    armex_query_asked_end(&stack.asked);
    if (status)
        armex_table_free(stack.table);
    *out = status ? NULL : stack.table;
    return status;
}
