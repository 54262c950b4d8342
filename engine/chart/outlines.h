/**
 * chart/outlines.h: the outlines of states, from datasets/outlines/outlines.csv.
 *
 * Written into the library by the build. Rows of one ring follow each other, closed,
 * the largest ring of an entity first; an entity's rings follow each other.
 */
#ifndef ARMEX_CHART_OUTLINES_H
#define ARMEX_CHART_OUTLINES_H

#include <stddef.h>

struct armex_outline_point {
    char entity[4]; /**< ISO 3166-1 alpha-3, or XKX */
    short ring;     /**< from 1; 0: the entity is too small for more than this point */
    float lon, lat; /**< degrees */
};

extern const struct armex_outline_point armex_outline_points[];
extern const size_t armex_outline_points_n;

#endif
