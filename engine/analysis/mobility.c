/** analysis/mobility.c: how much a ranking moved against the one before it. */
#include "analysis/mobility.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/agreement.h"
#include "analysis/rank_history.h"
#include "analysis/row.h"
#include "store/listing.h"

enum {
    FROM,
    TO,
    RANKED_BEFORE,
    RANKED,
    BOTH,
    SPEARMAN,
    KENDALL,
    MOVED,
    MEAN_MOVE,
    ENTERED,
    LEFT,
    ENTERED_NAMES,
    LEFT_NAMES,
    COLUMNS
};

static const struct armex_column columns[COLUMNS] = {
    [FROM] = {"from", "From", "year", "year of the ranking before", ARMEX_COLUMN_YEAR,
              false},
    [TO] = {"to", "To", "year", "year of the ranking; of windows the last",
            ARMEX_COLUMN_YEAR, false},
    [RANKED_BEFORE] = {"ranked_before", "Ranked before", "", "how many",
                       ARMEX_COLUMN_COUNT, true},
    [RANKED] = {"ranked", "Ranked", "", "how many", ARMEX_COLUMN_COUNT, false},
    [BOTH] = {"both", "In both", "", "how many the correlations rest on",
              ARMEX_COLUMN_COUNT, false},
    [SPEARMAN] = {"spearman", "Spearman", "", "rank correlation of those in both",
                  ARMEX_COLUMN_NUMBER, false},
    [KENDALL] = {"kendall", "Kendall", "", "tau-b of those in both",
                 ARMEX_COLUMN_NUMBER, false},
    [MOVED] = {"moved", "Moved", "fraction", "of those in both: with another rank",
               ARMEX_COLUMN_FRACTION, false},
    [MEAN_MOVE] = {"mean_move", "By", "", "places, mean of those in both",
                   ARMEX_COLUMN_NUMBER, false},
    [ENTERED] = {"entered", "Entered", "", "in the ranking, not in the one before",
                 ARMEX_COLUMN_COUNT, false},
    [LEFT] = {"left", "Left", "", "in the one before, no more", ARMEX_COLUMN_COUNT,
              false},
    [ENTERED_NAMES] = {"entered_names", "Who entered", "", "by code", ARMEX_COLUMN_TEXT,
                       false},
    [LEFT_NAMES] = {"left_names", "Who left", "", "by code", ARMEX_COLUMN_TEXT, false},
};

/* Two rankings side by side, and what is found between them. */
struct pair {
    const struct armex_rank_history *history;
    int from, to, top;
    double *values[2]; /* of those compared, NAN for the others */
    size_t ranked[2], both, moved;
    double moves;
    struct armex_listing entered, left;
};

static bool is_in(const struct pair *pair, int year, size_t i)
{
    const double rank = armex_rank_history_ranks(pair->history, year)[i];
    return !isnan(rank) && (!pair->top || rank <= pair->top);
}

/* The value, the larger the better; of ranks as printed the rank, the less the better.
 */
static double compared_by(const struct armex_rank_history *history, int year, size_t i)
{
    return history->printed ? -armex_rank_history_ranks(history, year)[i]
                            : armex_rank_history_values(history, year)[i];
}

static void compare_one(struct pair *pair, size_t i)
{
    const char *name = pair->history->series[i]->name;
    const bool before = is_in(pair, pair->from, i), now = is_in(pair, pair->to, i);
    const double move = armex_rank_history_ranks(pair->history, pair->to)[i] -
                        armex_rank_history_ranks(pair->history, pair->from)[i];
    const bool compared = (before || now) && !isnan(move);

    pair->ranked[0] += before;
    pair->ranked[1] += now;
    if (now && !before)
        armex_listing_add(&pair->entered, ", ", "%s", name);
    if (before && !now)
        armex_listing_add(&pair->left, ", ", "%s", name);
    pair->values[0][i] = pair->values[1][i] = NAN;
    if (!compared)
        return;
    pair->values[0][i] = compared_by(pair->history, pair->from, i);
    pair->values[1][i] = compared_by(pair->history, pair->to, i);
    pair->both++;
    pair->moved += move != 0.0;
    pair->moves += fabs(move);
}

static void put(struct armex_row *row, struct pair *pair,
                const struct armex_rank_agreement *found)
{
    const double both = pair->both ? (double)pair->both : NAN;

    armex_row_add(row);
    armex_row_number(row, FROM, pair->from);
    armex_row_number(row, TO, pair->to);
    armex_row_number(row, RANKED_BEFORE, (double)pair->ranked[0]);
    armex_row_number(row, RANKED, (double)pair->ranked[1]);
    armex_row_number(row, BOTH, (double)pair->both);
    armex_row_number(row, SPEARMAN, found->spearman);
    armex_row_number(row, KENDALL, found->kendall);
    armex_row_number(row, MOVED, (double)pair->moved / both);
    armex_row_number(row, MEAN_MOVE, pair->moves / both);
    armex_row_number(row, ENTERED, (double)pair->entered.n);
    armex_row_number(row, LEFT, (double)pair->left.n);
    armex_row_text(row, ENTERED_NAMES, armex_listing_words(&pair->entered));
    armex_row_text(row, LEFT_NAMES, armex_listing_words(&pair->left));
}

static armex_status put_pair(struct armex_row *row,
                             const struct armex_rank_history *history, int year,
                             int top)
{
    const size_t n = history->n;
    double *room = calloc(2 * n + 1, sizeof *room);
    struct pair pair = {history,
                        year - history->step,
                        year,
                        top,
                        {room, room + n},
                        {0, 0},
                        0,
                        0,
                        0.0,
                        {{0}, 0},
                        {{0}, 0}};
    struct armex_rank_agreement found;
    armex_status status = room ? ARMEX_OK : armex_fail_memory(row->error);

    for (size_t i = 0; !status && i < n; i++)
        compare_one(&pair, i);
    if (!status)
        status = armex_agreement_ranks(&found, room, room + n, n, row->error);
    if (!status && (pair.entered.text.failed || pair.left.text.failed))
        status = armex_fail_memory(row->error);
    if (!status) {
        put(row, &pair, &found);
        status = row->status;
    }
    armex_listing_free(&pair.entered);
    armex_listing_free(&pair.left);
    free(room);
    return status;
}

/* The pairs, the oldest first. */
static armex_status put_all(struct armex_row *row,
                            const struct armex_rank_history *history,
                            const struct armex_rank_options *options)
{
    int year = history->last;
    armex_status status = ARMEX_OK;

    while (year - 2 * history->step >= history->first &&
           year - history->step >= options->from)
        year -= history->step;
    for (; !status && year <= history->last; year += history->step)
        if (year - history->step >= history->first &&
            armex_rank_history_any(history, year) &&
            armex_rank_history_any(history, year - history->step))
            status = put_pair(row, history, year, options->top);
    if (!status && !row->table->n_rows)
        status =
            armex_fail(row->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                       "there are no two rankings here, one %d year%s before the other",
                       history->step, history->step == 1 ? "" : "s");
    return status;
}

static armex_status note(struct armex_table *table,
                         const struct armex_rank_history *history,
                         const struct armex_panel *panel, int top,
                         struct armex_error *error)
{
    armex_status status =
        armex_notes_join(&table->notes, table->arena, &panel->notes, error);

    table->title = "How much the ranking moved";
    if (!status && history->step > 1)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "figures cover %d years, and each ranking stands "
                                 "against that of %d years before",
                                 history->step, history->step);
    if (!status && top)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "of the first %d: correlations and moves are of all "
                                 "who stand among them in "
                                 "either ranking and have a rank in both",
                                 top);
    if (!status && history->printed)
        return armex_notes_add(&table->notes, table->arena, error,
                               "ranks as printed: of some years only the first few are "
                               "at hand, so who entered or left may only be printed "
                               "now or then; correlations are of the ranks");
    if (!status)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "who entered had no figure before, or one outside the "
                                 "ranking: that a figure is there need not mean that "
                                 "exports began");
    return status;
}

armex_status armex_mobility(struct armex_table **out, const struct armex_panel *panel,
                            const struct armex_rank_options *options,
                            struct armex_error *error)
{
    struct armex_rank_history history;
    struct armex_row row = {.error = error};
    armex_status status = armex_rank_history(&history, panel, options, error);

    if (!status)
        status = armex_table_create(&row.table, "mobility", columns, COLUMNS, error);
    if (!status)
        status = put_all(&row, &history, options);
    if (!status)
        status = note(row.table, &history, panel, options->top, error);
    armex_rank_history_end(&history);
    if (status)
        armex_table_free(row.table);
    *out = status ? NULL : row.table;
    return status;
}
