/**
 * chart/equal_earth.h: the Equal Earth projection: areas are in proportion everywhere.
 */
#ifndef ARMEX_CHART_EQUAL_EARTH_H
#define ARMEX_CHART_EQUAL_EARTH_H

/** Half the width of the world, at the equator. */
#define ARMEX_EQUAL_EARTH_X 2.70663

/** Where a place lies; y grows northwards, and the equator is 0.
 *  Formula: sin t = (sqrt 3 / 2) sin lat;
 *           x = 2 sqrt 3 lon cos t / (3 (9 A4 t^8 + 7 A3 t^6 + 3 A2 t^2 + A1)),
 *           y = A4 t^9 + A3 t^7 + A2 t^3 + A1 t.
 *  Source:  Savric, Patterson, Jenny, The Equal Earth map projection, International
 *           Journal of Geographical Information Science 33 (2019).
 *  Unit:    radii of the sphere; degrees in. */
void armex_equal_earth(double *x, double *y, double lon, double lat);

#endif
