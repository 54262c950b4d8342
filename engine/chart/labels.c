/** chart/labels.c: labels beside marks, none on top of another. */
#include "chart/labels.h"

#include <stdlib.h>

struct pool {
    double sum;
    size_t n;
};

static double mean(const struct pool *pool)
{
    return pool->sum / (double)pool->n;
}

armex_status armex_labels_place(double *y, size_t n, double height, double top,
                                double bottom, struct armex_error *error)
{
    if (!n)
        return ARMEX_OK;
    struct pool *pools = calloc(n, sizeof *pools);
    if (!pools)
        return armex_fail_memory(error);
    if (n > 1 && height * (double)(n - 1) > bottom - top)
        height = (bottom - top) / (double)(n - 1);
    const double last = bottom - height * (double)(n - 1);

    size_t used = 0, at = 0;
    for (size_t i = 0; i < n; i++) {
        pools[used++] = (struct pool){y[i] - height * (double)i, 1};
        while (used > 1 && mean(&pools[used - 2]) > mean(&pools[used - 1])) {
            pools[used - 2].sum += pools[used - 1].sum;
            pools[used - 2].n += pools[used - 1].n;
            used--;
        }
    }
    for (size_t p = 0; p < used; p++) {
        double q = mean(&pools[p]);
        q = q < top ? top : q > last ? last : q;
        for (size_t i = 0; i < pools[p].n; i++, at++)
            y[at] = q + height * (double)at;
    }
    free(pools);
    return ARMEX_OK;
}
