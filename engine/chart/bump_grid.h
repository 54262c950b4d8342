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
    size_t entities; /**< all who have a rank, in the order of their first one */
    size_t subject;  /**< one of them */
    const size_t
        *entity_of;      /**< of every item of the standings, which of the entities */
    const size_t *found; /**< [entity][column]: its item of the standings, counted from
                              1; 0: none */
    bool numbered; /**< every column has room for its ranks; else only the two ends
                        have, and years stand as far apart as they are */
    bool fades; /**< more lines than the eye can follow: all but the leading are faint,
                     see armex_bump_is_faint() */
    double x0, x1, y0, step, bottom; /**< in pixels; step from row to row */
    bool names_left;                 /**< a narrow chart has no names there */
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

/** Whether an entity is drawn faintly: of a chart that fades, everybody but the
 * subject, who is among the first three at the end and, where there are names on the
 * left, at the beginning. */
bool armex_bump_is_faint(const struct armex_bump *bump, size_t entity);

/** Whether the column's ranks stand in circles. */
bool armex_bump_is_numbered(const struct armex_bump *bump, size_t column);

/** What every rank says when it is pointed at; where those are too many fields, the
 *  subject's and those of the two ends. */
void armex_bump_hovers(struct armex_drawing *drawing, const struct armex_bump *bump);

/** Where a column, or a point between two, and a row lie. */
double armex_bump_x(const struct armex_bump *bump, double column);
double armex_bump_y(const struct armex_bump *bump, double place);

/** Where a year lies, of a chart that is not numbered. */
double armex_bump_x_of_year(const struct armex_bump *bump, double year);

/** Pixels of the widest name that a column has on its side, at most so many as the side
 *  has. The left of a chart that fades names nobody who is faint. */
double armex_bump_widest_name(struct armex_drawing *drawing,
                              const struct armex_bump *bump, size_t column);

#endif
