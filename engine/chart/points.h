/**
 * chart/points.h: a table of `compare --by figure` as points: two counts of one thing.
 */
#ifndef ARMEX_CHART_POINTS_H
#define ARMEX_CHART_POINTS_H

#include "base/text.h"
#include "chart/chart.h"
#include "model/measure.h"
#include "model/unit.h"

/** One of the two counts. */
struct armex_points_side {
    const char *dataset, *vintage, *measure, *scope;
    struct armex_unit unit;
    int years; /**< that each figure stands for: 5 of a window */
};

struct armex_point {
    const char *entity, *name;
    int year;
    double a, b;
    bool soft; /**< one of the two is preliminary, estimated or doubtful */
    bool none; /**< both say that there was none identified */
};

struct armex_points {
    size_t n;
    struct armex_point *items; /**< in the order of the table */
    struct armex_points_side a, b;
    enum armex_flow_direction flow;
    const char *highlight; /**< code of the subject; NULL: none */
    const char *unlike;    /**< why a / b means nothing; NULL: it has a meaning */
    bool one_entity;       /**< the points are its years, and all are the subject */
    bool log;              /**< of a scatter: only log scales show the points apart */
    size_t nothing;        /**< points left out, for a log scale has no 0 */
    size_t none;           /**< entities left out: both identified nothing of them */
    const char *aside;     /**< who is not drawn beside states, see chart/aside.h; NULL:
                                nobody */
    int first_year, last_year;
    size_t other_pairs; /**< of counts in the table, which are not read */
    size_t set_aside;   /**< years or figures that the kind cannot show */
};

/** Reads the pair of counts that has most figures; of different datasets or vintages
 *  rather than of one. Without those who stand aside (chart/aside.h), and without the
 *  entities of which neither count has identified anything: equal nothings are no
 *  agreement. A scatter keeps the last year that has half as many figures as the
 *  fullest; of a single entity all its years. It has log scales where one side of those
 *  above 0 is more than 20 times another, and they are half of all or more. An
 *  agreement keeps all that have a ratio: both above 0.
 *
 *  Owner:   everything lives in `arena`; texts are borrowed.
 *  Errors:  ARMEX_BAD_INPUT for a table of another kind, without a figure, or in
 *           several units; ARMEX_USAGE for an agreement of counts without a ratio,
 *           saying why, or of fewer than three pairs, or when the highlighted entity is
 *           not in it; ARMEX_NO_MEMORY. */
armex_status armex_points_read(struct armex_points *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error);

/** Keeps of all points read those that are shown: armex_points_read() says which, and
 *  calls it. `ratio`: of an agreement. Errors: ARMEX_NO_MEMORY. */
armex_status armex_points_narrow(struct armex_points *out, struct armex_arena *arena,
                                 const struct armex_chart *chart, bool ratio,
                                 struct armex_error *error);

/** What sets the sides apart: what they count, else their dataset, else their vintage:
 *  "arms exports", "share of deliveries of major arms", "comtrade-arms", "the edition
 *  of 12 Mar 2024". At the start of a sentence with a capital, save for a dataset.
 *  NULL: no memory. */
const char *armex_points_name(struct armex_arena *arena,
                              const struct armex_points *points, bool b, bool starts);

/** "2024"; of a window "2020–24"; of several years "2001–2024". NULL: no memory. */
const char *armex_points_when(struct armex_arena *arena,
                              const struct armex_points *points, bool b);

/** Adds that hollow points are not firm, where there are any. */
void armex_points_say_soft(struct armex_text *note, const struct armex_points *points);

/** Adds who is left out: those with nothing on either side, those who stand aside. */
void armex_points_say_left_out(struct armex_text *note,
                               const struct armex_points *points);

/** Ends a note of sentences that each end with a blank: with how many other pairs of
 *  counts the table has, and how to choose. `note` is freed. NULL: no memory. */
const char *armex_points_end_note(struct armex_arena *arena, struct armex_text *note,
                                  const struct armex_points *points);

/** The figures of either side in two arrays, as analyses take them, which live in
 *  `arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_points_figures(double *figures[2], struct armex_arena *arena,
                                  const struct armex_points *points,
                                  struct armex_error *error);

/** The greatest figure of a side, from 0 up, and its least. */
double armex_points_high(const struct armex_points *points, bool b);
double armex_points_least(const struct armex_points *points, bool b);

/** "South Korea" or, where years are the points, "2024". NULL: no memory. */
const char *armex_point_label(struct armex_arena *arena,
                              const struct armex_points *points,
                              const struct armex_point *point);

#endif
