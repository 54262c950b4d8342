/** ingest/repeat.c: rows of a sheet that say again what a row above them said. */
#include "ingest/sheet.h"

#include <stdlib.h>

struct key {
    const struct armex_sheet *sheet;
    const size_t *columns;
    size_t n;
};

static int compare_keys(const struct key *key, size_t a, size_t b)
{
    int order = 0;

    for (size_t i = 0; !order && i < key->n; i++)
        order = armex_cell_compare(armex_sheet_cell(key->sheet, a, key->columns[i]),
                                   armex_sheet_cell(key->sheet, b, key->columns[i]));
    return order;
}

static int compare_rows(const void *left, const void *right, void *key)
{
    const size_t a = *(const size_t *)left, b = *(const size_t *)right;
    const int order = compare_keys(key, a, b);

    return order ? order : (a > b) - (a < b); // the uppermost of equals comes first
}

static bool all_empty(const struct key *key, size_t row)
{
    for (size_t i = 0; i < key->n; i++)
        if (armex_sheet_cell(key->sheet, row, key->columns[i])->length)
            return false;
    return true;
}

armex_status armex_sheet_repeat(size_t *row, size_t *earlier,
                                const struct armex_sheet *sheet, const size_t *columns,
                                size_t n, bool with_empty, struct armex_error *error)
{
    struct key key = {sheet, columns, n};
    size_t *order = calloc(sheet->n_rows + 1, sizeof *order);
    size_t first = 0; // of the run of equal keys

    *row = *earlier = sheet->n_rows;
    if (!order)
        return armex_fail_memory(error);
    for (size_t i = 0; i < sheet->n_rows; i++)
        order[i] = i;
    qsort_r(order, sheet->n_rows, sizeof *order, compare_rows, &key);
    for (size_t i = 1; i < sheet->n_rows; i++) {
        if (compare_keys(&key, order[first], order[i]) != 0)
            first = i;
        else if (order[i] < *row && (with_empty || !all_empty(&key, order[i]))) {
            *row = order[i];
            *earlier = order[first];
        }
    }
    free(order);
    return ARMEX_OK;
}
