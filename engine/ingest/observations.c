/** ingest/observations.c: gathering rows and putting them in order. */
#include "ingest/observations.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

armex_status armex_observations_create(struct armex_observations **out, bool dated,
                                       struct armex_error *error)
{
    struct armex_observations *made = calloc(1, sizeof *made);

    *out = NULL;
    if (made)
        made->texts = armex_intern_create();
    if (!made || !made->texts) {
        free(made);
        return armex_fail_memory(error);
    }
    made->dated = dated;
    *out = made;
    return ARMEX_OK;
}

void armex_observations_free(struct armex_observations *observations)
{
    if (observations) {
        armex_intern_free(observations->texts);
        free(observations->items);
        free(observations);
    }
}

armex_status armex_observations_add(struct armex_observations *observations,
                                    const struct armex_observation *item,
                                    struct armex_error *error)
{
    const size_t first = 256, size = sizeof *item;

    if (observations->n == observations->capacity) {
        const size_t more = observations->n ? 2 * observations->n : first;
        struct armex_observation *items =
            more > SIZE_MAX / size ? NULL : realloc(observations->items, more * size);
        if (!items)
            return armex_fail_memory(error);
        observations->items = items;
        observations->capacity = more;
    }
    observations->items[observations->n++] = *item;
    return ARMEX_OK;
}

static int compare_dates(struct armex_date a, struct armex_date b)
{
    const int order = armex_date_last_day(a) - armex_date_last_day(b);
    return order ? order : armex_date_first_day(a) - armex_date_first_day(b);
}

static int compare_facts(const struct armex_observation *a,
                         const struct armex_observation *b, bool dated)
{
    int order = armex_series_compare(&a->series, &b->series);

    if (!order)
        order = a->year - b->year;
    if (!order && dated)
        order = compare_dates(a->published, b->published);
    if (!order && dated)
        order = strcmp(a->citation.url, b->citation.url);
    return order;
}

static int compare(const void *left, const void *right, void *dated)
{
    const struct armex_observation *a = left, *b = right;
    const int order = compare_facts(a, b, *(const bool *)dated);

    return order ? order : (a->row > b->row) - (a->row < b->row);
}

void armex_observations_sort(struct armex_observations *observations)
{
    if (observations->n)
        qsort_r(observations->items, observations->n, sizeof *observations->items,
                compare, &observations->dated);
}

bool armex_observations_same(const struct armex_observations *observations, size_t a,
                             size_t b)
{
    return compare_facts(&observations->items[a], &observations->items[b],
                         observations->dated) == 0;
}
