/** analysis/smooth_band.c: symmetric positive definite systems of five diagonals. */
#include "analysis/smooth_band.h"

void armex_band_decompose(struct armex_band *band)
{
    double *d = band->diagonal, *l1 = band->next, *l2 = band->second;

    for (size_t i = 0; i < band->n; i++) {
        if (i >= 1)
            d[i] -= l1[i - 1] * l1[i - 1] * d[i - 1];
        if (i >= 2)
            d[i] -= l2[i - 2] * l2[i - 2] * d[i - 2];
        if (i + 1 < band->n) {
            if (i >= 1)
                l1[i] -= l2[i - 1] * l1[i - 1] * d[i - 1];
            l1[i] /= d[i];
        }
        if (i + 2 < band->n)
            l2[i] /= d[i];
    }
}

void armex_band_solve(const struct armex_band *band, double *x)
{
    const double *l1 = band->next, *l2 = band->second;

    for (size_t i = 1; i < band->n; i++)
        x[i] -= l1[i - 1] * x[i - 1] + (i > 1 ? l2[i - 2] * x[i - 2] : 0.0);
    for (size_t i = 0; i < band->n; i++)
        x[i] /= band->diagonal[i];
    for (size_t i = band->n; i-- > 0;)
        x[i] -= (i + 1 < band->n ? l1[i] * x[i + 1] : 0.0) +
                (i + 2 < band->n ? l2[i] * x[i + 2] : 0.0);
}

void armex_band_invert(struct armex_band *out, const struct armex_band *band)
{
    const size_t n = band->n;
    const double *l1 = band->next, *l2 = band->second;

    out->n = n;
    for (size_t i = n; i-- > 0;) {
        const double a = i + 1 < n ? l1[i] : 0.0, b = i + 2 < n ? l2[i] : 0.0;
        const double one = i + 1 < n ? out->diagonal[i + 1] : 0.0;
        const double between = i + 2 < n ? out->next[i + 1] : 0.0;
        const double two = i + 2 < n ? out->diagonal[i + 2] : 0.0;
        out->next[i] = -a * one - b * between;
        out->second[i] = -a * between - b * two;
        out->diagonal[i] =
            1.0 / band->diagonal[i] - a * out->next[i] - b * out->second[i];
    }
}
