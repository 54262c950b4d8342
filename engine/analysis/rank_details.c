/** analysis/rank_details.c: how firmly each holds its rank. */
#include "analysis/rank_details.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/columns.h"
#include "analysis/rank_history.h"
#include "analysis/rank_rounding.h"
#include "analysis/row.h"

enum {
    RANK,
    ENTITY,
    NAME,
    VALUE,
    UNIT,
    YEARS_AT_RANK,
    RANK_SINCE,
    BEST_RANK,
    WORST_RANK,
    RANKED_SINCE,
    TO_NEXT,
    TO_NEXT_GROWTH,
    TO_LOSE,
    TO_LOSE_CHANGE,
    RANK_LOW,
    RANK_HIGH,
    YEAR,
    COLUMNS
};

static const struct armex_column columns[COLUMNS] = {
    [RANK] = {"rank", "Rank", "", "1 is the largest", ARMEX_COLUMN_NUMBER, false},
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [VALUE] = ARMEX_VALUE_COLUMN("figure or sum, in the unit of the row"),
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the amounts"),
    [YEARS_AT_RANK] = {"years_at_rank", "Years at it", "",
                       "rankings up to this one that had it at this rank",
                       ARMEX_COLUMN_COUNT, false},
    [RANK_SINCE] = {"rank_since", "Since", "year", "at this rank without a break",
                    ARMEX_COLUMN_YEAR, false},
    [BEST_RANK] = {"best_rank", "Best", "", "its best rank up to now",
                   ARMEX_COLUMN_NUMBER, false},
    [WORST_RANK] = {"worst_rank", "Worst", "", "its worst rank up to now",
                    ARMEX_COLUMN_NUMBER, false},
    [RANKED_SINCE] = {"ranked_since", "Ranked since", "year",
                      "has a figure without a break", ARMEX_COLUMN_YEAR, false},
    [TO_NEXT] = {"to_next", "To the next", "",
                 "so much more, and it draws level with the one above",
                 ARMEX_COLUMN_AMOUNT, true},
    [TO_NEXT_GROWTH] = {"to_next_growth", "To draw level above", "fraction",
                        "the same over its value", ARMEX_COLUMN_CHANGE, false},
    [TO_LOSE] = {"to_lose", "To lose", "",
                 "so much less, and the one below draws level", ARMEX_COLUMN_AMOUNT,
                 true},
    [TO_LOSE_CHANGE] = {"to_lose_change", "To be reached", "fraction",
                        "minus the same over its value", ARMEX_COLUMN_CHANGE, false},
    [RANK_LOW] =
        ARMEX_RANK_LOW_COLUMN("the best it may have, the figures being rounded"),
    [RANK_HIGH] = ARMEX_RANK_HIGH_COLUMN("the worst it may have"),
    [YEAR] = {"year", "Year", "year", "ranked for, of a window its last",
              ARMEX_COLUMN_YEAR, true},
};

/* The rankings, and the bounds of the last one's ranks. */
struct detailed {
    struct armex_rank_history history;
    double *low, *high;
};

/* What the past says of one entity's rank. */
struct past {
    size_t years_at_rank;
    int rank_since, ranked_since;
    double best, worst;
};

static struct past look_back(const struct armex_rank_history *history, size_t i)
{
    const double rank = armex_rank_history_ranks(history, history->last)[i];
    struct past out = {0, history->last, history->last, rank, rank};
    bool held = true, ranked = true;

    for (int year = history->last; year >= history->first; year--) {
        const double then = armex_rank_history_ranks(history, year)[i];
        held = held && then == rank;
        ranked = ranked && !isnan(then);
        out.rank_since = held ? year : out.rank_since;
        out.ranked_since = ranked ? year : out.ranked_since;
        out.years_at_rank += then == rank;
        out.best = fmin(out.best, then); // leaves NAN aside
        out.worst = fmax(out.worst, then);
    }
    return out;
}

static double finite_or_missing(double amount)
{
    return isfinite(amount) ? amount : NAN;
}

static double over(double amount, double value)
{
    return value > 0.0 ? finite_or_missing(amount / value) : NAN;
}

/* `above` and `below` are the values of the neighbours; NAN: none. */
static void put(struct armex_row *row, const struct detailed *detailed, size_t i,
                double above, double below)
{
    const struct armex_rank_history *history = &detailed->history;
    const struct past past = look_back(history, i);
    const double value = armex_rank_history_values(history, history->last)[i];
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, history->series[i]->unit);
    armex_row_add(row);
    armex_row_number(row, RANK, armex_rank_history_ranks(history, history->last)[i]);
    armex_row_text(row, ENTITY, history->series[i]->entity);
    armex_row_text(row, NAME, history->series[i]->name);
    armex_row_number(row, VALUE, value);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, YEARS_AT_RANK, (double)past.years_at_rank);
    armex_row_number(row, RANK_SINCE, past.rank_since);
    armex_row_number(row, BEST_RANK, past.best);
    armex_row_number(row, WORST_RANK, past.worst);
    armex_row_number(row, RANKED_SINCE, past.ranked_since);
    armex_row_number(row, TO_NEXT, finite_or_missing(above - value));
    armex_row_number(row, TO_NEXT_GROWTH, over(above - value, value));
    armex_row_number(row, TO_LOSE, finite_or_missing(value - below));
    armex_row_number(row, TO_LOSE_CHANGE, over(below - value, value));
    armex_row_number(row, RANK_LOW, detailed->low[i]);
    armex_row_number(row, RANK_HIGH, detailed->high[i]);
    armex_row_number(row, YEAR, history->last);
}

/* Those ranked, from the first on: places in the history's lists. */
struct listed {
    size_t *order, n;
    const double *keys; /* what they are ordered by, the largest first */
};

/* How many stand beside place `k` of the list at its rank, from it upwards. */
static size_t equals_above(const struct listed *listed, size_t k)
{
    size_t n = 1;

    while (n <= k &&
           listed->keys[listed->order[k - n]] == listed->keys[listed->order[k]])
        n++;
    return n;
}

/* The value of the one at `upper` of the list, or at the next place, as its neighbour
 * has to reach it. NAN: none, or among printed ranks one between the two is not there,
 * or their shares stand the other way round. */
static double neighbour(const struct armex_rank_history *history,
                        const struct listed *listed, size_t upper, bool next)
{
    const double *values = armex_rank_history_values(history, history->last);
    const double *ranks = armex_rank_history_ranks(history, history->last);

    if (upper >= listed->n || upper + 1 >= listed->n)
        return NAN;
    const size_t above = listed->order[upper], below = listed->order[upper + 1];
    if (history->printed &&
        (ranks[below] - ranks[above] > (double)equals_above(listed, upper) ||
         values[above] < values[below]))
        return NAN;
    return values[next ? below : above];
}

static armex_status put_all(struct armex_row *row, const struct detailed *detailed,
                            const struct armex_rank_options *options)
{
    const struct armex_rank_history *history = &detailed->history;
    const double *ranks = armex_rank_history_ranks(history, history->last);
    size_t *order = calloc(history->n + 1, sizeof *order);
    double *keys = calloc(2 * history->n + 1, sizeof *keys);

    if (!order || !keys) {
        free(keys);
        free(order);
        return armex_fail_memory(row->error);
    }
    struct listed listed = {order, 0, keys};
    for (size_t i = 0; i < history->n; i++)
        keys[i] = -ranks[i]; // the first is the largest
    armex_ranks(keys + history->n, order, keys, history->n, options->ties);
    while (listed.n < history->n && !isnan(keys[order[listed.n]]))
        listed.n++;
    for (size_t k = 0; k < listed.n; k++)
        if (!options->top || k < (size_t)options->top)
            put(row, detailed, order[k],
                k ? neighbour(history, &listed, k - 1, false) : NAN,
                neighbour(history, &listed, k, true));
    free(keys);
    free(order);
    return row->status;
}

static armex_status note(struct armex_table *table,
                         const struct armex_rank_history *history,
                         const struct armex_panel *panel, bool printed,
                         struct armex_error *error)
{
    armex_status status =
        armex_notes_join(&table->notes, table->arena, &panel->notes, error);
    int first = history->first;

    while (first < history->last && !armex_rank_history_any(history, first))
        first++;
    table->title =
        armex_arena_printf(table->arena, "How firm the ranks of %d are", history->last);
    if (!status && !table->title)
        status = armex_fail_memory(error);
    if (!status && history->step > 1)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "figures cover %d years; those who held a rank are "
                                 "counted in each year in which such figures end",
                                 history->step);
    if (!status)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "years at the rank: of the rankings from %d to %d; "
                                 "neighbours draw level if "
                                 "one changes as said while the other stands still",
                                 first, history->last);
    if (!status && history->printed)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "ranks as printed: years and neighbours are those of "
                                 "whom a rank was printed, and no rounding moves them");
    if (!status && printed && !history->printed)
        status =
            armex_notes_add(&table->notes, table->arena, error,
                            "rank from and to: wherever the figures lie within the "
                            "rounding of the last digit they were printed with");
    return status;
}

static armex_status find_bounds(struct detailed *out, const struct armex_panel *panel,
                                const struct armex_rank_options *options,
                                struct armex_error *error)
{
    const size_t n = out->history.n;

    out->low = calloc(n + 1, sizeof *out->low);
    out->high = calloc(n + 1, sizeof *out->high);
    if (!out->low || !out->high)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        out->low[i] = out->high[i] = NAN;
    return options->printed && !out->history.printed
               ? armex_rank_rounding(out->low, out->high, &out->history, panel, options,
                                     error)
               : ARMEX_OK;
}

armex_status armex_rank_details(struct armex_table **out,
                                const struct armex_panel *panel,
                                const struct armex_rank_options *options,
                                struct armex_error *error)
{
    struct detailed detailed = {.low = NULL};
    struct armex_row row = {.error = error};
    armex_status status = armex_rank_history(&detailed.history, panel, options, error);

    if (!status)
        status = find_bounds(&detailed, panel, options, error);
    if (!status)
        status =
            armex_table_create(&row.table, "rank-details", columns, COLUMNS, error);
    if (!status)
        status = put_all(&row, &detailed, options);
    if (!status && !row.table->n_rows)
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "nobody has a figure for %d here", detailed.history.last);
    if (!status)
        status = note(row.table, &detailed.history, panel, options->printed, error);
    armex_rank_history_end(&detailed.history);
    free(detailed.low);
    free(detailed.high);
    if (status)
        armex_table_free(row.table);
    *out = status ? NULL : row.table;
    return status;
}
