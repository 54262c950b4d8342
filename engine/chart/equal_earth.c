/** chart/equal_earth.c: the Equal Earth projection. */
#include "chart/equal_earth.h"

#include <math.h>

static const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;

void armex_equal_earth(double *x, double *y, double lon, double lat)
{
    const double radians = acos(-1.0) / 180.0, root = sqrt(3.0);
    const double t = asin(root / 2.0 * sin(lat * radians));
    const double square = t * t, sixth = square * square * square;
    *x =
        2.0 * root * lon * radians * cos(t) /
        (3.0 * (9.0 * a4 * sixth * square + 7.0 * a3 * sixth + 3.0 * a2 * square + a1));
    *y = t * (a4 * sixth * square + a3 * sixth + a2 * square + a1);
}
