/** analysis/kalman_fit.c: the variances under which a series is most likely. */
#include <math.h>
#include <stdbool.h>

#include "analysis/kalman.h"
#include "analysis/kalman_filter.h"
#include "analysis/minimise.h"

struct series {
    const double *y;
    size_t n;
};

/* Three proportions of one variance, from two angles: each may be 0, as it often is. */
static struct armex_local_trend from_angles(const double *angle)
{
    const double first = sin(angle[0]), second = sin(angle[1]);
    const double rest = first * first;

    return (struct armex_local_trend){.irregular = 1.0 - rest,
                                      .level = rest * (1.0 - second * second),
                                      .slope = rest * second * second};
}

/* Minus twice the log-likelihood per observation, the common scale solved for. */
static double misfit(const double *angle, size_t n, void *context)
{
    const struct series *series = context;
    const struct armex_local_trend model = from_angles(angle);
    const struct armex_kalman_sums sums =
        armex_kalman_filter(NULL, &model, series->y, series->n);
    const double count = (double)(sums.n - ARMEX_START), tiny = 1e-300;

    (void)n;
    return log(fmax(sums.squares / count, tiny)) + sums.log_variance / count;
}

static bool on_one_line(const double *y, size_t n, size_t *observed)
{
    double largest = 0.0, furthest = 0.0;
    size_t first = 0, last = 0;

    *observed = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(y[i])) {
            if (!(*observed)++)
                first = i;
            last = i;
            largest = fmax(largest, fabs(y[i]));
        }
    for (size_t i = first; i <= last && *observed > 1; i++) {
        const double at = (double)(i - first) / (double)(last - first);
        if (!isnan(y[i]))
            furthest =
                fmax(furthest, fabs(y[i] - y[first] - at * (y[last] - y[first])));
    }
    return furthest <= 1e-12 * largest;
}

armex_status armex_local_trend_fit(struct armex_local_trend *out, const double *y,
                                   size_t n, struct armex_error *error)
{
    static const double starts[] = {0.3, 0.8, 1.3}; // within 0 and pi/2
    struct series series = {y, n};
    double best[2] = {0}, least = INFINITY;
    armex_status status = ARMEX_OK;
    size_t observed;

    const bool line = on_one_line(y, n, &observed);
    if (observed < 5)
        return armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                          "a local trend needs 5 figures, found %zu", observed);
    if (line)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "all figures lie on one line: there is nothing to smooth");
    for (int i = 0; !status && i < 9; i++) {
        double angle[2] = {starts[i / 3], starts[i % 3]};
        status = armex_minimise(angle, 2, 0.2, 1e-7, misfit, &series, error);
        const double found = misfit(angle, 2, &series);
        if (found < least) {
            least = found;
            best[0] = angle[0];
            best[1] = angle[1];
        }
    }
    if (status)
        return status;
    *out = from_angles(best);
    const struct armex_kalman_sums sums = armex_kalman_filter(NULL, out, y, n);
    const double scale = sums.squares / (double)(sums.n - ARMEX_START);
    *out = (struct armex_local_trend){scale * out->irregular, scale * out->level,
                                      scale * out->slope};
    return ARMEX_OK;
}
