/** analysis/ranks.c: ranks and their ties. */
#include "analysis/rank.h"

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

/* Whether index a comes before b: the larger value first, equals as they stand. Without
 * a branch, for which way it went could not be foretold. */
static bool precedes(const double *values, size_t a, size_t b)
{
    return (values[a] > values[b]) | ((values[a] == values[b]) & (a < b));
}

/* Makes order[root..n) a heap that has the last to come on top, if it is one but for
 * its root. By Floyd's way: the later child moves up, down to a leaf, and who was the
 * root climbs from there, mostly not far. */
static void sift(size_t *order, size_t root, size_t n, const double *values)
{
    const size_t moved = order[root];
    size_t hole = root;

    for (size_t child = 2 * hole + 1; child < n; child = 2 * hole + 1) {
        if (child + 1 < n)
            child += precedes(values, order[child], order[child + 1]);
        order[hole] = order[child];
        hole = child;
    }
    while (hole > root && precedes(values, order[(hole - 1) / 2], moved)) {
        order[hole] = order[(hole - 1) / 2];
        hole = (hole - 1) / 2;
    }
    order[hole] = moved;
}

/* Heap sort by index, which calls nobody for a comparison: rankings of thirty years are
 * sorted for one chart. */
static void sort(size_t *order, size_t n, const double *values)
{
    for (size_t root = n / 2; root-- > 0;)
        sift(order, root, n, values);
    for (size_t end = n; end-- > 1;) {
        const size_t last = order[0];
        order[0] = order[end];
        order[end] = last;
        sift(order, 0, end, values);
    }
}

enum { MOVES = 8 }; // of each, on the average, before a heap is quicker

/* Sorts what is nearly sorted by insertion; false, and not sorted, where it is not. */
static bool insert_each(size_t *order, size_t n, const double *values)
{
    size_t moves = MOVES * n;

    for (size_t i = 1; i < n; i++) {
        const size_t moved = order[i];
        size_t hole = i;
        for (; hole > 0 && moves > 0 && precedes(values, moved, order[hole - 1]);
             hole--, moves--)
            order[hole] = order[hole - 1];
        order[hole] = moved;
    }
    return moves > 0;
}

/* From any order: those with a value first, sorted; then the missing. Returns how many
 * have one. */
static size_t put_in_order(size_t *order, const double *values, size_t n)
{
    size_t present = 0;

    for (size_t i = 0; i < n; i++)
        if (!isnan(values[order[i]]))
            order[present++] = order[i];
    for (size_t end = n, i = n; i-- > 0;)
        if (isnan(values[i]))
            order[--end] = i;
    if (!insert_each(order, present, values))
        sort(order, present, values);
    return present;
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

void armex_ranks_again(double *ranks, size_t *order, const double *values, size_t n,
                       enum armex_ties ties)
{
    const size_t present = put_in_order(order, values, n);
    size_t runs = 0;

    for (size_t first = 0, end; first < present; first = end, runs++) {
        const double value = values[order[first]];
        for (end = first + 1; end < present && values[order[end]] == value;)
            end++;
        for (size_t place = first; place < end; place++)
            ranks[order[place]] = rank_in_run(ties, place, first, end, runs);
    }
    for (size_t place = present; place < n; place++)
        ranks[order[place]] = NAN;
}

void armex_ranks(double *ranks, size_t *order, const double *values, size_t n,
                 enum armex_ties ties)
{
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    armex_ranks_again(ranks, order, values, n, ties);
}
