/** report/same_data.c: charts of one page that show the same figures. */
#include "report/same_data.h"

#include <string.h>

#include "report/matrix.h"

/* A chart is told from another by its table, by what of it is shown and set off. */
static bool have_same_data(const struct armex_exhibit *a, const struct armex_exhibit *b)
{
    const char *a_mine = a->highlight ? a->highlight : "";
    const char *b_mine = b->highlight ? b->highlight : "";

    return a->csv.length == b->csv.length && a->csv.length &&
           memcmp(a->csv.data, b->csv.data, a->csv.length) == 0 &&
           strcmp(a->table->name, b->table->name) == 0 && strcmp(a_mine, b_mine) == 0 &&
           a->item->columns.n == 0 && b->item->columns.n == 0 &&
           armex_matrix_is_of_ranks(a) == armex_matrix_is_of_ranks(b);
}

const struct armex_exhibit *armex_same_data_first(const struct armex_contents *contents,
                                                  const struct armex_exhibit *exhibit)
{
    const struct armex_exhibit *first = contents->exhibits;

    while (first != exhibit &&
           (first->item->kind != ARMEX_CHART || !have_same_data(first, exhibit)))
        first++;
    return first;
}
