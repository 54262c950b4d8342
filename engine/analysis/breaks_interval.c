/** analysis/breaks_interval.c: how surely a break lies where it was found. */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

#include "analysis/breaks.h"
#include "analysis/breaks_regime.h"

/* exp(a) Phi(-b) for b > 0: far out the factors overflow and vanish, the product not.
 */
static double scaled_tail(double a, double b)
{
    const double root_two_pi = 2.5066282746310002;

    if (b < 30.0)
        return exp(a) * gsl_cdf_ugaussian_Q(b);
    const double far = 1.0 / (b * b);
    return exp(a - 0.5 * b * b) / (b * root_two_pi) * (1.0 - far + 3.0 * far * far);
}

/* P(argmax V <= x): `drift` and `noise` are those after the break as parts of those
 * before: xi and phi of the paper's appendix B. */
static double distribution(double x, double drift, double noise)
{
    const double root_two_pi = 2.5066282746310002;
    const double t = fabs(x), root = sqrt(t);

    if (x < 0.0) {
        const double ratio = drift / noise, both = noise + drift;
        const double two = noise + 2.0 * drift;
        return -root * exp(-t / 8.0) / root_two_pi -
               noise / drift * two / both *
                   scaled_tail(ratio * (1.0 + ratio) * t / 2.0, (0.5 + ratio) * root) +
               (t / 2.0 - 2.0 + two * two / (both * drift)) *
                   scaled_tail(0.0, root / 2.0);
    }
    const double ratio = drift * drift / noise, both = noise + drift;
    const double two = 2.0 * noise + drift;
    return 1.0 + sqrt(ratio) * root * exp(-ratio * t / 8.0) / root_two_pi +
           drift / noise * two / both *
               scaled_tail(both * t / 2.0, (noise + drift / 2.0) / sqrt(noise) * root) -
           (two * two / (both * noise) - 2.0 + ratio * t / 2.0) *
               scaled_tail(0.0, sqrt(ratio * t) / 2.0);
}

/* Where the distribution reaches `level`, on the side of `sign`; NAN if nowhere. */
static double quantile(double level, double sign, double drift, double noise)
{
    double near = 0.0, far = 1.0;

    while (far < 1e12 && sign * (distribution(sign * far, drift, noise) - level) < 0.0)
        far *= 2.0;
    if (!(far < 1e12))
        return NAN;
    for (int i = 0; i < 200; i++) {
        const double middle = 0.5 * (near + far);
        if (sign * (distribution(sign * middle, drift, noise) - level) < 0.0)
            near = middle;
        else
            far = middle;
    }
    return sign * 0.5 * (near + far);
}

/* The squared change of the fit, averaged over the x of one regime: delta' Q delta. */
static double mean_square_change(const struct armex_regime *over,
                                 const struct armex_regime *a,
                                 const struct armex_regime *b,
                                 enum armex_break_model model)
{
    const double slope = armex_regime_slope(b, model) - armex_regime_slope(a, model);
    const double at_a =
        a->mean_y + armex_regime_slope(a, model) * (over->mean_x - a->mean_x);
    const double at_b =
        b->mean_y + armex_regime_slope(b, model) * (over->mean_x - b->mean_x);
    return (at_b - at_a) * (at_b - at_a) + slope * slope * over->xx / (double)over->n;
}

static struct armex_regime regime_of(const double *x, const double *y, size_t from,
                                     size_t to)
{
    struct armex_regime regime = {0};
    for (size_t i = from; i < to; i++)
        armex_regime_add(&regime, x[i], y[i]);
    return regime;
}

void armex_breaks_interval(double *lower, double *upper,
                           const struct armex_breaks *breaks, size_t m, size_t k,
                           const double *x, const double *y)
{
    const size_t place = breaks->place[m][k];
    const size_t from = k ? breaks->place[m][k - 1] : 0;
    const size_t to = k + 1 < m ? breaks->place[m][k + 1] : breaks->n;
    const struct armex_regime a = regime_of(x, y, from, place);
    const struct armex_regime b = regime_of(x, y, place, to);
    const double variance_a = armex_regime_squares(&a, breaks->model) / (double)a.n;
    const double variance_b = armex_regime_squares(&b, breaks->model) / (double)b.n;
    const double change_a = mean_square_change(&a, &a, &b, breaks->model);
    const double change_b = mean_square_change(&b, &a, &b, breaks->model);
    const double level = 0.025;

    *lower = *upper = NAN;
    if (!(variance_a > 0.0) || !(variance_b > 0.0) || !(change_a > 0.0) ||
        !(change_b > 0.0))
        return;
    const double drift = change_b / change_a;
    const double noise = drift * variance_b / variance_a;
    const double here = distribution(0.0, drift, noise);
    if (!(here > level && here < 1.0 - level))
        return;
    const double above = quantile(1.0 - level, 1.0, drift, noise);
    const double below = quantile(level, -1.0, drift, noise);
    *lower = (double)place - ceil(above * variance_a / change_a);
    *upper = (double)place - floor(below * variance_a / change_a);
}
