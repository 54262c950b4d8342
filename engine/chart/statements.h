/**
 * chart/statements.h: a table of `show --publications` as what was said when.
 */
#ifndef ARMEX_CHART_STATEMENTS_H
#define ARMEX_CHART_STATEMENTS_H

#include "base/date.h"
#include "chart/chart.h"
#include "model/mark.h"
#include "model/measure.h"
#include "model/unit.h"

struct armex_statement {
    int year;
    double value;
    armex_mark status; /**< a target is no outcome */
    struct armex_date published;
    bool aside;   /**< flagged: it must not decide */
    bool decides; /**< the figure that stands */
};

struct armex_statements {
    size_t n;
    struct armex_statement
        *items; /**< by year, then day; of a month or year, its last */
    const char *entity, *name, *measure;
    enum armex_flow_direction flow;
    struct armex_unit unit;
    int first_year, last_year;
    double low, high; /**< zero is always between them */
    bool others;      /**< the table has other series, which are not read */
    int cut;          /**< the first year of the table, where some are not shown; 0 */
};

/** The statements of the highlighted entity, or of the first, of one measure, scope and
 *  unit; the last 24 years of them, 10 in a narrow picture. A statement that repeats
 *  the one before it, status and all, is left out unless it decides. Without a column
 *  `published` they stay as they are in the table. Everything lives in `arena`.
 *  Errors: ARMEX_BAD_INPUT for a table of another kind or without a figure; ARMEX_USAGE
 *          when the highlighted entity is not in it; ARMEX_NO_MEMORY. */
armex_status armex_statements_read(struct armex_statements *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   struct armex_error *error);

/** The statements of a year: [*first, *end). */
void armex_statements_of(const struct armex_statements *statements, int year,
                         size_t *first, size_t *end);

/** The outcome that stands for a year: the deciding one, else the last that is neither
 *  a target nor set aside; NULL: none. */
const struct armex_statement *armex_statements_standing(
    const struct armex_statements *statements, int year);

#endif
