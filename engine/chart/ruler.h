/**
 * chart/ruler.h: a scale of figures with the words of its ticks.
 */
#ifndef ARMEX_CHART_RULER_H
#define ARMEX_CHART_RULER_H

#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/frame.h"

struct armex_ruler {
    struct armex_axis axis;
    struct armex_unit unit;
    int scale;  /**< the power of ten that ticks are shown in */
    bool mixed; /**< ticks so far apart that each is on its own: "700 m", "$20 bn" */
};

/** From `least` to `high`; a log scale needs both above 0. */
struct armex_ruler armex_ruler_make(double least, double high, bool log,
                                    struct armex_unit unit);

/** What stands at tick i; the last names the unit. */
void armex_ruler_text(char out[ARMEX_FIGURE_SIZE], const struct armex_ruler *ruler,
                      size_t i);

/** The widest of them in pixels, regular and of `size`. */
double armex_ruler_width(const struct armex_ruler *ruler, struct armex_drawing *drawing,
                         double size);

/** Log scale of ratios around 1, "0.5×" to "4×": it always holds 1, and ticks at round
 *  ratios. Both must be above 0. */
struct armex_axis armex_ratio_axis(double low, double high);

/** "1.30×", "0.60×", "12×"; of a tick "1.3×", "0.6×". */
void armex_ratio_text(char out[ARMEX_FIGURE_SIZE], double ratio, bool tick);

#endif
