/** render/scale.c: the power of ten in which a column of amounts reads best. */
#include "render/render.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The middle one of all amounts that share the unit of `column`, zeros aside: first and
   last of a table of growth are read against each other. NAN if there is none. */
static double middle_amount(const struct armex_table *table, size_t column)
{
    const char *unit = table->columns[column].unit;
    double *sizes = calloc(table->n_rows * table->n_columns + 1, sizeof *sizes);
    double middle = NAN;
    size_t n = 0;

    for (size_t i = 0; sizes && i < table->n_columns; i++)
        for (size_t row = 0; row < table->n_rows; row++)
            if (table->columns[i].type == ARMEX_COLUMN_AMOUNT &&
                strcmp(table->columns[i].unit, unit) == 0) {
                const double size = fabs(armex_table_get_number(table, row, i));
                if (size > 0.0) // NAN is not
                    sizes[n++] = size;
            }
    if (n) {
        qsort(sizes, n, sizeof *sizes, compare);
        middle = sizes[n / 2];
    }
    free(sizes);
    return middle;
}

int armex_render_scale(const struct armex_table *table, size_t column)
{
    if (table->columns[column].type != ARMEX_COLUMN_AMOUNT)
        return 0;
    const double middle = middle_amount(table, column);
    if (middle >= 1e9)
        return 9;
    if (middle >= 1e6)
        return 6;
    return middle >= 1e4 ? 3 : 0; // 1,234 is read more easily than 1.2 thousand
}

const char *armex_render_scale_word(int scale)
{
    static const char *const words[] = {"", "thousand", "million", "billion"};
    return scale >= 0 && scale <= 9 && scale % 3 == 0 ? words[scale / 3] : "";
}
