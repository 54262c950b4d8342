/** analysis/minimise.c: the least value of a function of a few numbers. */
#include "analysis/minimise.h"

#include <gsl/gsl_multimin.h>

struct problem {
    armex_objective *function;
    void *context;
};

static double call(const gsl_vector *at, void *given)
{
    const struct problem *problem = given;
    return problem->function(at->data, at->size, problem->context); // stride is 1
}

static void descend(gsl_multimin_fminimizer *minimizer, size_t n, double close)
{
    for (size_t i = 0; i < 400 * n; i++)
        if (gsl_multimin_fminimizer_iterate(minimizer) ||
            gsl_multimin_fminimizer_size(minimizer) < close)
            return;
}

armex_status armex_minimise(double *at, size_t n, double step, double close,
                            armex_objective *function, void *context,
                            struct armex_error *error)
{
    struct problem problem = {function, context};
    gsl_multimin_function call_it = {call, n, &problem};
    gsl_multimin_fminimizer *minimizer =
        gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, n);
    gsl_vector *start = gsl_vector_alloc(n), *steps = gsl_vector_alloc(n);
    armex_status status = ARMEX_OK;

    if (!minimizer || !start || !steps) {
        status = armex_fail_memory(error);
    } else {
        for (size_t i = 0; i < n; i++)
            gsl_vector_set(start, i, at[i]);
        gsl_vector_set_all(steps, step);
        if (!gsl_multimin_fminimizer_set(minimizer, &call_it, start, steps))
            descend(minimizer, n, close);
        for (size_t i = 0; i < n; i++)
            at[i] = gsl_vector_get(gsl_multimin_fminimizer_x(minimizer), i);
    }
    if (minimizer)
        gsl_multimin_fminimizer_free(minimizer);
    gsl_vector_free(steps);
    gsl_vector_free(start);
    return status;
}
