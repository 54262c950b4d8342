/** analysis/ranks.c: ranks and their ties. */
#include "analysis/rank.h"

#include <gsl/gsl_heapsort.h>
#include <math.h>

#include "base/text.h"

static const char *const names[] = {
    [ARMEX_TIES_COMPETITION] = "competition",
    [ARMEX_TIES_DENSE] = "dense",
    [ARMEX_TIES_ORDINAL] = "ordinal",
    [ARMEX_TIES_FRACTIONAL] = "fractional",
};

enum { TIES = sizeof names / sizeof *names };

bool armex_ties_parse(enum armex_ties *out, const char *text, size_t length)
{
    const size_t i = armex_word_index(names, TIES, text, length);
    if (i < TIES)
        *out = (enum armex_ties)i;
    return i < TIES;
}

/* Largest first, missing last. A heap sort forgets the order of equals, so their place
 * in the array decides between them. */
static int largest_first(const void *first, const void *second)
{
    const double a = *(const double *)first, b = *(const double *)second;

    if (isnan(a) || isnan(b)) {
        if (isnan(a) != isnan(b))
            return isnan(a) ? 1 : -1;
    } else if (a != b) {
        return a < b ? 1 : -1;
    }
    return (first > second) - (first < second);
}

/* Rank of the element at `place` of a run of equals [first, end), counted from 0. */
static double rank_in_run(enum armex_ties ties, size_t place, size_t first, size_t end,
                          size_t runs)
{
    switch (ties) {
    case ARMEX_TIES_DENSE:
        return (double)runs + 1.0;
    case ARMEX_TIES_ORDINAL:
        return (double)place + 1.0;
    case ARMEX_TIES_FRACTIONAL:
        return ((double)(first + 1) + (double)end) / 2.0;
    case ARMEX_TIES_COMPETITION:
        break;
    }
    return (double)first + 1.0;
}

void armex_ranks(double *ranks, size_t *order, const double *values, size_t n,
                 enum armex_ties ties)
{
    size_t runs = 0;

    gsl_heapsort_index(order, values, n, sizeof *values, largest_first);
    for (size_t first = 0, end; first < n; first = end, runs++) {
        const double value = values[order[first]];
        for (end = first + 1; end < n && values[order[end]] == value;)
            end++;
        for (size_t place = first; place < end; place++)
            ranks[order[place]] =
                isnan(value) ? NAN : rank_in_run(ties, place, first, end, runs);
    }
}
