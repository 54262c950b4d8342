/**
 * chart/map_classes.h: the figures of a map, and the few classes they are coloured in.
 */
#ifndef ARMEX_CHART_MAP_CLASSES_H
#define ARMEX_CHART_MAP_CLASSES_H

#include "chart/figure.h"
#include "chart/standings.h"

enum { ARMEX_MAP_CLASSES = 5 };

struct armex_map_classes {
    size_t n;                             /**< classes */
    double limits[ARMEX_MAP_CLASSES - 1]; /**< n - 1, ascending: 1, 2 or 5 times a power
                                               of ten; a step begins at its limit */
    double greatest;
    struct armex_unit unit; /**< per cents, where shares are shown */
    bool share;
    size_t first, end; /**< the rows of the last year, in standings->items */
};

/** Limits near the quantiles 0.35, 0.6, 0.8 and 0.93 of the figures above 0: few states
 *  export much, and most of those little. Limits that coincide, or part nothing, fall
 *  away. Errors: ARMEX_NO_MEMORY. */
armex_status armex_map_classes_make(struct armex_map_classes *out,
                                    struct armex_arena *arena,
                                    const struct armex_standings *standings,
                                    struct armex_error *error);

/** The figure of a row as the map shows it: per cents where it shows shares. NAN: none.
 */
double armex_map_figure(const struct armex_map_classes *classes,
                        const struct armex_standing *item);

/** The same with its unit: "2.0%", "$4.3 billion"; "" for none. */
void armex_map_figure_text(char out[ARMEX_FIGURE_SIZE],
                           const struct armex_map_classes *classes,
                           const struct armex_standing *item);

/** Which class a figure is of, from 0; ARMEX_MAP_CLASSES: it is none. */
size_t armex_map_class(const struct armex_map_classes *classes, double figure);

/** "under 0.5", "0.5–2", "20 and more"; NULL: no memory. */
const char *armex_map_class_label(struct armex_arena *arena,
                                  const struct armex_map_classes *classes, size_t step);

/** Whether an entity has an outline, or a point at least. */
bool armex_map_has(const char *entity);

#endif
