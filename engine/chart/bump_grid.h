/**
 * chart/bump_grid.h: where a bump chart has its columns and rows, and who stands there.
 */
#ifndef ARMEX_CHART_BUMP_GRID_H
#define ARMEX_CHART_BUMP_GRID_H

#include "chart/frame.h"
#include "chart/standings.h"

/** Pixels from the middle of a rank to the name beside it. */
enum { ARMEX_BUMP_BESIDE = 16 };

struct armex_bump {
    const struct armex_standings *standings;
    size_t columns, rows;
    size_t entities;     /**< all who have a rank, in the order of their first one */
    size_t subject;      /**< one of them */
    const size_t *found; /**< [entity][column]: its item of the standings, counted from
                              1; 0: none */
    bool numbered; /**< every column has room for its ranks; else only the two ends
                        have, and years stand as far apart as they are */
    double x0, x1, y0, step, bottom; /**< in pixels; step from row to row */
    double aside;  /**< how far outside its column an end has its ranks */
    double across; /**< from column to column, at the mean */
};

/** Everything lives in the drawing's arena. Errors: ARMEX_NO_MEMORY. */
armex_status armex_bump_make(struct armex_bump *out, struct armex_drawing *drawing,
                             const struct armex_standings *standings,
                             struct armex_error *error);

/** Columns that the chart has room for beside the names at its ends, however long. */
int armex_bump_most_columns(const struct armex_chart *chart);

/** The rank of an entity in a column, or NULL. */
const struct armex_standing *armex_bump_at(const struct armex_bump *bump, size_t entity,
                                           size_t column);

/** Whether the chart is high enough for it. */
bool armex_bump_shows(const struct armex_bump *bump,
                      const struct armex_standing *standing);

/** Where a column, or a point between two, and a row lie. */
double armex_bump_x(const struct armex_bump *bump, double column);
double armex_bump_y(const struct armex_bump *bump, double place);

/** Where a year lies, of a chart that is not numbered. */
double armex_bump_x_of_year(const struct armex_bump *bump, double year);

/** Pixels of the widest name in a column, at most so many as a side has. */
double armex_bump_widest_name(struct armex_drawing *drawing,
                              const struct armex_bump *bump, size_t column);

#endif
