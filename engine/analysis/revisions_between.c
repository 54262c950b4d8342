/** analysis/revisions_between.c: two states of knowledge, figure by figure. */
#include "analysis/revisions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/columns.h"
#include "analysis/growth.h"
#include "analysis/rank_printed.h"
#include "analysis/row.h"

#include "base/number.h"

enum {
    ENTITY,
    NAME,
    YEAR,
    MEASURE,
    SCOPE,
    UNIT,
    BEFORE,
    AFTER,
    CHANGE,
    WHAT,
    RANK_BEFORE,
    RANK_AFTER,
    GROWTH_BEFORE,
    GROWTH_AFTER,
    COLUMNS
};

#define TEXT ARMEX_COLUMN_TEXT
#define AMOUNT ARMEX_COLUMN_AMOUNT
#define RATE ARMEX_COLUMN_CHANGE
#define NUMBER ARMEX_COLUMN_NUMBER

static const struct armex_column columns[COLUMNS] = {
    [ENTITY] = {"entity", "Code", "", "code of the entity", TEXT, true},
    [NAME] = ARMEX_NAME_COLUMN,
    [YEAR] = {"year", "Year", "year", "year of the figure", ARMEX_COLUMN_YEAR, false},
    [MEASURE] = ARMEX_MEASURE_COLUMN(false),
    [SCOPE] = {"scope", "Scope", "", "which count of it", TEXT, true},
    [UNIT] = ARMEX_UNIT_COLUMN("of before and after"),
    [BEFORE] = {"before", "Before", "", "the figure that stood", AMOUNT, false},
    [AFTER] = {"after", "After", "", "the figure that stands", AMOUNT, false},
    [CHANGE] = {"change", "Change", "fraction", "after over before, less 1", RATE,
                false},
    [WHAT] = {"what", "What", "", "revised, added, withdrawn or moved", TEXT, false},
    [RANK_BEFORE] = {"rank_before", "Rank was", "", "place that year, before", NUMBER,
                     false},
    [RANK_AFTER] = {"rank_after", "is", "", "place that year, after", NUMBER, false},
    [GROWTH_BEFORE] = {"growth_before", "Growth was", "fraction",
                       "on the year before, as it stood", RATE, false},
    [GROWTH_AFTER] = {"growth_after", "is", "fraction",
                      "on the year before, as it stands", RATE, false},
};

enum what { REVISED, ADDED, WITHDRAWN, MOVED, SAME, WHATS = SAME };

/* One panel with the place of every figure: ranks lie as the values do. */
struct state {
    const struct armex_panel *panel;
    double *ranks;
};

/* One figure in both states. */
struct revision {
    const struct armex_series *series;
    int year;
    struct {
        double value, rank, growth;
    } before, after;
};

struct between {
    const struct armex_selection *selection;
    struct state before, after;
    struct armex_row row;
    size_t counts[WHATS], ranks_moved;
    double *sizes; /* of the revisions */
};

static bool is_state(const struct armex_series *series)
{
    const struct armex_entity *entity = armex_entity_by_code(series->entity);
    return entity && entity->kind != ARMEX_AGGREGATE && entity->kind != ARMEX_UNKNOWN;
}

/* Whether they would stand in one ranking. */
static bool beside(const struct armex_series *a, const struct armex_series *b)
{
    return a->flow == b->flow && a->measure == b->measure &&
           a->period.years == b->period.years;
}

/* Whether all that stand beside `first` are in one unit, and no state is there twice.
 */
static bool can_be_ranked(const struct armex_panel *panel, size_t first)
{
    const struct armex_series *last = NULL; // series of one entity follow each other

    for (size_t s = first; s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s];
        if (!beside(&panel->series[first], series) || !is_state(series))
            continue;
        if (series->unit.kind == ARMEX_RANK ||
            (last && (!armex_unit_equal(last->unit, series->unit) ||
                      strcmp(last->entity, series->entity) == 0)))
            return false;
        last = series;
    }
    return last != NULL;
}

/* Ranks the series beside `first` in one year; they have not been ranked yet. */
static void rank_beside(struct state *state, size_t first, size_t year, double *work,
                        size_t *members, size_t *order)
{
    const struct armex_panel *panel = state->panel;
    double *ranks = work + panel->n_series;
    size_t n = 0, present = 0;

    for (size_t s = first; s < panel->n_series; s++) {
        const double value = panel->values[year * panel->n_series + s];
        if (!beside(&panel->series[first], &panel->series[s]) ||
            !is_state(&panel->series[s]))
            continue;
        work[n] = value > 0.0 ? value : NAN; // who exported nothing has no place
        present += value > 0.0;
        members[n++] = s;
    }
    armex_ranks(ranks, order, work, n, ARMEX_TIES_COMPETITION);
    for (size_t i = 0; present > 1 && i < n; i++)
        state->ranks[year * panel->n_series + members[i]] = ranks[i];
}

static bool is_first_of_its_kind(const struct armex_panel *panel, size_t s)
{
    size_t i = 0;

    while (!beside(&panel->series[i], &panel->series[s]))
        i++;
    return i == s;
}

/* The ranks printed with shares; where any are, none is counted. */
static void take_printed(struct state *state, const struct armex_panel *printed)
{
    const struct armex_panel *panel = state->panel;

    for (size_t s = 0; s < panel->n_series; s++)
        for (size_t y = 0; armex_is_share(&panel->series[s]) && y < panel->n_years; y++)
            state->ranks[y * panel->n_series + s] =
                armex_panel_value(printed, s, panel->first_year + (int)y);
}

static armex_status rank_all(struct state *out, struct armex_revised known,
                             struct armex_error *error)
{
    const struct armex_panel *panel = known.panel;
    const size_t n = panel->n_series, all = n * panel->n_years;
    double *work = calloc(2 * n + 1, sizeof *work);
    size_t *indices = calloc(2 * n + 1, sizeof *indices);

    *out = (struct state){panel, calloc(all + 1, sizeof *out->ranks)};
    if (work && indices && out->ranks) {
        for (size_t i = 0; i < all; i++)
            out->ranks[i] = NAN;
        if (known.ranks)
            take_printed(out, known.ranks);
        for (size_t s = 0; !known.ranks && s < n; s++)
            if (is_first_of_its_kind(panel, s) && can_be_ranked(panel, s))
                for (size_t y = 0; y < panel->n_years; y++)
                    rank_beside(out, s, y, work, indices, indices + n);
    }
    const bool failed = !work || !indices || !out->ranks;
    free(indices);
    free(work);
    return failed ? armex_fail_memory(error) : ARMEX_OK;
}

static double growth_into(const struct armex_panel *panel, size_t s, int year)
{
    if (armex_growth_check(panel, s, year - 1, year, ARMEX_GROWTH_YOY) != ARMEX_DEFINED)
        return NAN;
    return armex_panel_value(panel, s, year) / armex_panel_value(panel, s, year - 1) -
           1.0;
}

static double rank_of(const struct state *state, size_t s, int year)
{
    const struct armex_panel *panel = state->panel;

    if (year < panel->first_year || year >= panel->first_year + (int)panel->n_years)
        return NAN;
    return state->ranks[armex_panel_at(panel, s, year)];
}

static bool differ(double a, double b)
{
    return !isnan(a) && !isnan(b) && a != b;
}

static enum what what_happened(const struct revision *revision)
{
    const double before = revision->before.value, after = revision->after.value;

    if (isnan(before) && isnan(after))
        return SAME;
    if (isnan(before))
        return ADDED;
    if (isnan(after))
        return WITHDRAWN;
    if (before != after)
        return REVISED;
    return differ(revision->before.rank, revision->after.rank) ||
                   differ(revision->before.growth, revision->after.growth)
               ? MOVED
               : SAME;
}

static void put(struct between *run, const struct revision *revision, enum what what)
{
    static const char *const words[] = {"revised", "added", "withdrawn", "moved"};
    const struct armex_series *series = revision->series;
    const double before = revision->before.value, after = revision->after.value;
    const double change = before != 0.0 ? after / before - 1.0 : (double)NAN;
    struct armex_row *row = &run->row;
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    armex_row_add(row);
    armex_row_text(row, ENTITY, series->entity);
    armex_row_text(row, NAME, series->name);
    armex_row_number(row, YEAR, revision->year);
    armex_row_text(row, MEASURE, armex_measure_name(series->measure));
    armex_row_text(row, SCOPE, series->scope);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, BEFORE, before);
    armex_row_number(row, AFTER, after);
    armex_row_number(row, CHANGE, isfinite(change) ? change : NAN);
    armex_row_text(row, WHAT, words[what]);
    armex_row_number(row, RANK_BEFORE, revision->before.rank);
    armex_row_number(row, RANK_AFTER, revision->after.rank);
    armex_row_number(row, GROWTH_BEFORE, revision->before.growth);
    armex_row_number(row, GROWTH_AFTER, revision->after.growth);
    if (what == REVISED && isfinite(change))
        run->sizes[run->row.table->n_rows - 1] = fabs(change);
    run->ranks_moved += differ(revision->before.rank, revision->after.rank);
    run->counts[what]++;
}

static size_t find_series(const struct armex_panel *panel,
                          const struct armex_series *series)
{
    size_t s = 0;

    while (s < panel->n_series && armex_series_compare(&panel->series[s], series) != 0)
        s++;
    return s;
}

/* Series `s` of the one, `other` of the other; n_series where it has none. */
static void put_series(struct between *run, size_t before, size_t after, int from,
                       int to)
{
    const struct armex_panel *was = run->before.panel, *is = run->after.panel;

    for (int year = from; year <= to; year++) {
        struct revision revision = {
            .series = after < is->n_series ? &is->series[after] : &was->series[before],
            .year = year,
            .before = {NAN, NAN, NAN},
            .after = {NAN, NAN, NAN}};
        if (before < was->n_series) {
            revision.before.value = armex_panel_value(was, before, year);
            revision.before.rank = rank_of(&run->before, before, year);
            revision.before.growth = growth_into(was, before, year);
        }
        if (after < is->n_series) {
            revision.after.value = armex_panel_value(is, after, year);
            revision.after.rank = rank_of(&run->after, after, year);
            revision.after.growth = growth_into(is, after, year);
        }
        const enum what what = what_happened(&revision);
        if (what != SAME && !run->row.status)
            put(run, &revision, what);
    }
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The middle size of the revisions; sizes of other rows are below 0. */
static armex_status note_sizes(struct between *run)
{
    struct armex_table *table = run->row.table;
    double *sizes = run->sizes;
    size_t n = 0;

    for (size_t i = 0; i < table->n_rows; i++)
        if (sizes[i] >= 0.0)
            sizes[n++] = sizes[i];
    if (n == 0)
        return ARMEX_OK;
    qsort(sizes, n, sizeof *sizes, by_size);
    return armex_notes_add(
        &table->notes, table->arena, run->row.error,
        "the middle revision is by %s %%, the largest by %s %%",
        armex_number_fixed(100.0 * 0.5 * (sizes[(n - 1) / 2] + sizes[n / 2]), 1).text,
        armex_number_fixed(100.0 * sizes[n - 1], 1).text);
}

static armex_status add_notes(struct between *run)
{
    struct armex_table *table = run->row.table;
    const armex_status status = armex_notes_add(
        &table->notes, table->arena, run->row.error,
        "%zu figures revised, %zu added, %zu withdrawn; %zu ranks moved",
        run->counts[REVISED], run->counts[ADDED], run->counts[WITHDRAWN],
        run->ranks_moved);
    return status ? status : note_sizes(run);
}

static void compare(struct between *run)
{
    const struct armex_panel *was = run->before.panel, *is = run->after.panel;
    const int was_end = armex_panel_last_year(was);
    const int is_end = armex_panel_last_year(is);
    const struct armex_selection *selection = run->selection;
    int from = was->first_year < is->first_year ? was->first_year : is->first_year;
    int to = was_end > is_end ? was_end : is_end;

    from = selection->from ? selection->from : from;
    to = selection->to ? selection->to : to;
    for (size_t s = 0; s < is->n_series; s++)
        if (armex_selection_wants(selection, &is->series[s]))
            put_series(run, find_series(was, &is->series[s]), s, from, to);
    for (size_t s = 0; s < was->n_series; s++)
        if (armex_selection_wants(selection, &was->series[s]) &&
            find_series(is, &was->series[s]) == is->n_series)
            put_series(run, s, is->n_series, from, to);
}

armex_status armex_revisions_between(struct armex_table **out,
                                     struct armex_revised before,
                                     struct armex_revised after,
                                     const struct armex_selection *selection,
                                     struct armex_error *error)
{
    const size_t most = before.panel->n_series * before.panel->n_years +
                        after.panel->n_series * after.panel->n_years;
    struct between run = {.selection = selection,
                          .row = {.error = error},
                          .sizes = calloc(most + 1, sizeof *run.sizes)};
    armex_status status = run.sizes ? ARMEX_OK : armex_fail_memory(error);

    for (size_t i = 0; run.sizes && i < most; i++)
        run.sizes[i] = -1.0;
    if (!status)
        status = rank_all(&run.before, before, error);
    if (!status)
        status = rank_all(&run.after, after, error);
    if (!status)
        status =
            armex_table_create(&run.row.table, "revisions", columns, COLUMNS, error);
    if (!status) {
        compare(&run);
        status = run.row.status ? run.row.status : add_notes(&run);
    }
    free(run.after.ranks);
    free(run.before.ranks);
    free(run.sizes);
    if (status)
        armex_table_free(run.row.table);
    *out = status ? NULL : run.row.table;
    return status;
}
