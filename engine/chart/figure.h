/**
 * chart/figure.h: figures and their units as people read them on a chart.
 *
 * Rounding is half up in decimal, at most one place.
 */
#ifndef ARMEX_CHART_FIGURE_H
#define ARMEX_CHART_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/unit.h"

#define ARMEX_FIGURE_SIZE 400 /* bytes that hold any figure, 1e308 with commas too */

/** The power of ten (0, 6, 9 or 12) that suits figures up to `most`: what is shown then
 *  has up to four digits before the point. */
int armex_figure_scale(double most);

/** "", "million", "billion", "trillion". */
const char *armex_figure_scale_word(int scale);

/** "17.3", "1,049", "−0.4", "0"; "<0.1" for what is not zero but would be printed so.
 *  Above 100, and where `whole`, without decimals. NAN gives "". */
void armex_figure(char out[ARMEX_FIGURE_SIZE], double value, int scale, bool whole);

/** The same with its unit, on its own scale: "$17.3 billion", "1,049 million TIV",
 *  "42%", "12.3 billion Swedish kronor". */
void armex_figure_with_unit(char out[ARMEX_FIGURE_SIZE], double value,
                            struct armex_unit unit);

/** The tick of an axis: "15", and where `unit` is given "$20 bn". */
void armex_figure_tick(char out[ARMEX_FIGURE_SIZE], double value, int scale,
                       int decimals, const struct armex_unit *unit);

/** A figure on its own scale: "11.5 bn", "700 m", "4,000"; with the sign of `unit`
 * unless that is NULL. */
void armex_figure_short(char out[ARMEX_FIGURE_SIZE], double value,
                        const struct armex_unit *unit);

/** A fraction as a share: "41.7%"; from `whole` on without decimals. */
void armex_figure_share(char out[ARMEX_FIGURE_SIZE], double fraction);

/** A change: "+17%", "−53%", "+3.1%", "×12" above +400 %, "0%". NAN gives "".
 *  `*sign` is of what is printed: −1, 0 or 1. */
void armex_figure_change(char out[ARMEX_FIGURE_SIZE], double change, int *sign);

/** A difference of two figures: "+7.3", "−10.9", "0"; on the scale of the figures.
 *  NAN gives "". `*sign` is of what is printed. */
void armex_figure_difference(char out[ARMEX_FIGURE_SIZE], double difference, int scale,
                             int *sign);

/** "2024"; there are many of them. */
void armex_year_text(char out[16], int year);

/** A rank as it is printed: "3", "2.5". */
void armex_rank_text(char out[32], double rank);

#endif
