/** analysis/compare_apart.c: the states that two counts rank far apart. */
#include <math.h>
#include <stdlib.h>

#include "analysis/compare_parts.h"
#include "analysis/rank.h"

enum {
    ENTITY,
    NAME,
    YEAR,
    DATASET_A,
    VINTAGE_A,
    DATASET_B,
    VINTAGE_B,
    MEASURE_A,
    MEASURE_B,
    N,
    RANK_A,
    RANK_B,
    APART,
    COLUMNS
};

#define TEXT ARMEX_COLUMN_TEXT
#define COUNT ARMEX_COLUMN_COUNT

static const struct armex_column columns[COLUMNS] = {
    [ENTITY] = {"entity", "Code", "", "code of the state", TEXT, true},
    [NAME] = {"name", "Name", "", "name of the state", TEXT, false},
    [YEAR] = {"year", "Year", "year", "the year", ARMEX_COLUMN_YEAR, false},
    [DATASET_A] = ARMEX_DATASET_A_COLUMN,
    [VINTAGE_A] = ARMEX_VINTAGE_A_COLUMN,
    [DATASET_B] = ARMEX_DATASET_B_COLUMN,
    [VINTAGE_B] = ARMEX_VINTAGE_B_COLUMN,
    [MEASURE_A] = ARMEX_MEASURE_A_COLUMN,
    [MEASURE_B] = ARMEX_MEASURE_B_COLUMN,
    [N] = {"n", "Ranked", "", "states that both have in that year", COUNT, false},
    [RANK_A] = {"rank_a", "Rank in A", "", "its rank among them in the one", COUNT,
                false},
    [RANK_B] = {"rank_b", "Rank in B", "", "its rank among them in the other", COUNT,
                false},
    [APART] = {"apart", "Apart", "", "places between the two", COUNT, false},
};

armex_status armex_compare_apart_table(struct armex_table **out, bool vintages,
                                       int beyond, struct armex_error *error)
{
    armex_status status = armex_table_create(out, "compare", columns, COLUMNS, error);

    if (status)
        return status;
    (*out)->title = "Ranked far apart";
    (*out)->columns[VINTAGE_A].machine = !vintages;
    (*out)->columns[VINTAGE_B].machine = !vintages;
    return armex_notes_add(
        &(*out)->notes, (*out)->arena, error,
        "states whose ranks are more than %d place%s apart, of those "
        "that both have a figure of in that year",
        beyond, beyond == 1 ? "" : "s");
}

/** A state both have in a year. */
struct standing {
    size_t match;
    double rank[2];
};

/** Scratch for one year. */
struct year {
    struct standing *standings;
    double *figures, *ranks;
    size_t *order;
    size_t n;
};

static double figure(const struct armex_pair *pair, int side, size_t match, size_t year)
{
    const size_t first = side ? pair->n_matches : 0;
    return pair->values[(first + match) * pair->n_years + year];
}

/* Who is known to have delivered nothing has no place, as in any ranking. */
static bool has_place(const struct armex_panel *panel, size_t s, int year)
{
    const armex_mark mark = armex_panel_mark(panel, s, year);

    return !isnan(armex_panel_value(panel, s, year)) &&
           (mark & ARMEX_STATUS_BITS) != ARMEX_NIL;
}

static bool has_places(const struct armex_pair *pair, size_t match, int year)
{
    return pair->matches[match].state &&
           has_place(pair->a.panel, pair->matches[match].a, year) &&
           has_place(pair->b.panel, pair->matches[match].b, year);
}

static void rank_year(struct year *year, const struct armex_pair *pair, size_t at)
{
    year->n = 0;
    for (size_t m = 0; m < pair->n_matches; m++)
        if (has_places(pair, m, pair->from + (int)at))
            year->standings[year->n++].match = m;
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < year->n; i++)
            year->figures[i] = figure(pair, side, year->standings[i].match, at);
        armex_ranks(year->ranks, year->order, year->figures, year->n,
                    ARMEX_TIES_COMPETITION);
        for (size_t i = 0; i < year->n; i++)
            year->standings[i].rank[side] = year->ranks[i];
    }
}

static double apart(const struct standing *standing)
{
    return fabs(standing->rank[0] - standing->rank[1]);
}

/* The farthest first, equals by code, as the matches stand. */
static int by_distance(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;

    if (apart(x) < apart(y) || apart(x) > apart(y))
        return apart(x) > apart(y) ? -1 : 1;
    return x->match < y->match ? -1 : x->match > y->match;
}

static void put_standing(struct armex_row *row, const struct armex_pair *pair,
                         const struct standing *standing, size_t n, int year)
{
    const struct armex_series *series =
        &pair->a.panel->series[pair->matches[standing->match].a];

    armex_row_add(row);
    armex_row_text(row, ENTITY, series->entity);
    armex_row_text(row, NAME, series->name);
    armex_row_number(row, YEAR, year);
    armex_compare_put_count(row, &pair->a, DATASET_A, MEASURE_A, VINTAGE_A);
    armex_compare_put_count(row, &pair->b, DATASET_B, MEASURE_B, VINTAGE_B);
    armex_row_number(row, N, (double)n);
    armex_row_number(row, RANK_A, standing->rank[0]);
    armex_row_number(row, RANK_B, standing->rank[1]);
    armex_row_number(row, APART, apart(standing));
}

static void put_years(struct armex_row *row, const struct armex_pair *pair, int beyond,
                      struct year *year)
{
    for (size_t y = 0; y < pair->n_years; y++) {
        rank_year(year, pair, y);
        qsort(year->standings, year->n, sizeof *year->standings, by_distance);
        for (size_t i = 0; i < year->n && apart(&year->standings[i]) > beyond; i++)
            put_standing(row, pair, &year->standings[i], year->n, pair->from + (int)y);
    }
}

armex_status armex_compare_apart(struct armex_row *row, const struct armex_pair *pair,
                                 int beyond, struct armex_error *error)
{
    const size_t n = pair->n_matches + 1;
    struct year year = {calloc(n, sizeof *year.standings),
                        calloc(n, sizeof *year.figures), calloc(n, sizeof *year.ranks),
                        calloc(n, sizeof *year.order), 0};
    armex_status status = row->status;

    if (!year.standings || !year.figures || !year.ranks || !year.order)
        status = armex_fail_memory(error);
    else if (!status && (!pair->a.one_unit || !pair->b.one_unit))
        status = armex_compare_note_units(row->table, error);
    else if (!status)
        put_years(row, pair, beyond, &year);
    free(year.standings);
    free(year.figures);
    free(year.ranks);
    free(year.order);
    return status ? status : row->status;
}
