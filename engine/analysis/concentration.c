/** analysis/concentration.c: how unequally a total is divided among entities. */
#include "analysis/concentration.h"

#include <gsl/gsl_sort.h>
#include <math.h>

static double share_of_largest(const double *values, size_t n, size_t k, double total)
{
    double sum = 0.0;
    for (size_t i = n; i > 0 && i > (n > k ? n - k : 0); i--)
        sum += values[i - 1] / total;
    return sum;
}

/* The figures that do not change when every value is multiplied by the same. */
static void describe_inside(struct armex_concentration *out, const double *values,
                            double sum)
{
    const double n = (double)out->entities;
    double squares = 0.0, places = 0.0;

    out->entropy = out->theil = 0.0;
    for (size_t i = 0; i < out->entities; i++) {
        const double q = values[i] / sum;
        squares += q * q;
        places += (double)(i + 1) * q;
        if (q > 0.0) { // the limit of q ln q is 0
            out->entropy -= q * log(q);
            out->theil += q * log(n * q);
        }
    }
    out->gini = fmax(0.0, 2.0 * places / n - (n + 1.0) / n);
    out->theil = fmax(0.0, out->theil);
    out->normalised =
        out->entities > 1 ? fmax(0.0, (squares - 1.0 / n) / (1.0 - 1.0 / n)) : 1.0;
}

struct armex_concentration armex_concentration(double *values, size_t n, double total)
{
    struct armex_concentration out = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, n};
    double sum = 0.0;

    gsl_sort(values, 1, n);
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    if (total <= 0.0)
        total = sum;
    if (!(sum > 0.0) || !isfinite(sum) || !isfinite(total))
        return out;
    out.hhi = 0.0;
    for (size_t i = 0; i < n; i++)
        out.hhi += (values[i] / total) * (values[i] / total);
    out.cr1 = share_of_largest(values, n, 1, total);
    out.cr4 = share_of_largest(values, n, 4, total);
    out.cr8 = share_of_largest(values, n, 8, total);
    out.effective_number = isfinite(1.0 / out.hhi) ? 1.0 / out.hhi : NAN;
    describe_inside(&out, values, sum);
    return out;
}
