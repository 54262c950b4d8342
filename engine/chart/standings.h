/**
 * chart/standings.h: tables of `rank`, one below the other, as standings by year.
 *
 * A rank chart draws the rows of the last year. A bump chart draws a table in which the
 * tables of several years follow each other, told apart by their column `year`; the
 * columns rank, entity, name and year are all it needs.
 */
#ifndef ARMEX_CHART_STANDINGS_H
#define ARMEX_CHART_STANDINGS_H

#include "chart/chart.h"
#include "model/measure.h"
#include "model/unit.h"

struct armex_standing {
    const char *entity, *name;
    double rank; /**< 2.5 is a shared rank */
    double value, share, previous_rank, previous_share, change; /**< NAN: not known */
    double coverage; /**< years that its figure was added up from */
    double window;   /**< years that its figure stands for; NAN: the table has no such
                          column, and coverage says it, save for published shares */
    int year;        /**< 0: not known */
    size_t place;    /**< from 0, its row in the column of its year: ranks that nobody
                          has here stay empty, shared ones stand below each other */
};

struct armex_standings {
    size_t n, n_years;
    struct armex_standing *items; /**< by year, rank, then entity code */
    int *years;                   /**< ascending */
    size_t *starts;               /**< where each year begins in items, and n */
    int cut;    /**< of a bump too narrow for all years, the first that is not shown; 0:
                     all are */
    int window; /**< years each figure stands for: the most of `window` or `coverage` */
    bool window_known;
    const char *highlight; /**< code of the subject */
    const char *measure, *scope;
    enum armex_flow_direction flow;
    struct armex_unit unit;
    bool one_unit; /**< all rows are counted in it */
};

/** Everything lives in `arena`; texts are borrowed from the table. Rows without a rank
 *  are left out. Without chart->highlight the subject is who leads the last year.
 *  A bump chart shows windows that do not overlap, and the last of them where it is too
 *  narrow for all: 81 at 720 pixels, 35 on a phone.
 *  Errors: ARMEX_BAD_INPUT for a table of another kind or without a ranked row, or with
 *          an entity twice in a year; ARMEX_USAGE when the highlighted entity is not in
 *          it; ARMEX_NO_MEMORY. */
armex_status armex_standings_read(struct armex_standings *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  struct armex_error *error);

/** The rows of one year: [*first, *end). */
void armex_standings_of(const struct armex_standings *standings, int year,
                        size_t *first, size_t *end);

/** The row of an entity in a year, or NULL. */
const struct armex_standing *armex_standings_find(
    const struct armex_standings *standings, int year, const char *entity);

/** What the year is compared with: the year or window before; "before" when the table
 *  does not say how long that is. */
size_t armex_standings_label_before(char out[16],
                                    const struct armex_standings *standings, int year);

/** "2023", or of a window "2019–23"; "" for a year not known. */
size_t armex_standings_label(char out[16], const struct armex_standings *standings,
                             int year);

#endif
