/** render/apart.c: rounding must not hide a revision. */
#include "render/apart.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

// FAR: publications of one figure that are held against each other
enum { KEYS = 4, FAR = 32, LARGEST_NUMBER = 512, MOST_DECIMALS = 6 };

/** What says that two rows speak of one figure; n_columns where the table lacks it. */
struct keys {
    size_t columns[KEYS];
    bool any; /* entity and year at least */
};

static struct keys find_keys(const struct armex_table *table)
{
    static const char *const names[KEYS] = {"entity", "year", "measure", "scope"};
    struct keys keys;

    for (size_t i = 0; i < KEYS; i++)
        keys.columns[i] = armex_table_column(table, names[i]);
    keys.any = keys.columns[0] < table->n_columns && keys.columns[1] < table->n_columns;
    return keys;
}

static bool same_cell(const struct armex_table *table, size_t column, size_t a,
                      size_t b)
{
    if (column == table->n_columns)
        return true;
    if (table->columns[column].type != ARMEX_COLUMN_TEXT)
        return armex_table_get_number(table, a, column) ==
               armex_table_get_number(table, b, column);
    return strcmp(armex_table_get_text(table, a, column),
                  armex_table_get_text(table, b, column)) == 0;
}

static bool same_figure(const struct armex_table *table, const struct keys *keys,
                        size_t a, size_t b)
{
    for (size_t i = 0; i < KEYS; i++)
        if (!same_cell(table, keys->columns[i], a, b))
            return false;
    return true;
}

/** The decimals at which a and b look different; `decimals` where none would do. */
static int tell_apart(double a, double b, int scale, int decimals)
{
    const double noise = 1e-9;
    char one[LARGEST_NUMBER], other[LARGEST_NUMBER];

    if (!(fabs(a - b) > noise * fmax(fabs(a), fabs(b)))) // NAN is not
        return decimals;
    for (int places = decimals; places <= MOST_DECIMALS; places++) {
        armex_number_for_people(one, sizeof one, armex_number_shift(a, -scale), places);
        armex_number_for_people(other, sizeof other, armex_number_shift(b, -scale),
                                places);
        if (strcmp(one, other) != 0)
            return places;
    }
    return decimals;
}

/** The column whose figures are read against those of `column`, or n_columns. */
static size_t find_other(const struct armex_table *table, size_t column)
{
    static const char *const pairs[][2] = {{"previous", "value"}, {"before", "after"}};
    const char *name = table->columns[column].name;

    for (size_t i = 0; i < 2; i++)
        for (size_t side = 0; side < 2; side++)
            if (strcmp(name, pairs[i][side]) == 0) {
                const size_t other = armex_table_column(table, pairs[i][1 - side]);
                return other < table->n_columns &&
                               table->columns[other].type == ARMEX_COLUMN_AMOUNT
                           ? other
                           : table->n_columns;
            }
    return table->n_columns;
}

/** The decimals at which the figure differs visibly from those of its figure's other
 *  rows on one side: `step` is 1 or -1, as a size_t. */
static int apart_from_rows(const struct armex_table *table, const struct keys *keys,
                           size_t row, size_t step, size_t column, int scale,
                           int decimals)
{
    const double value = armex_table_get_number(table, row, column);
    size_t other = row + step;

    // before the first row the index has wrapped around and is too large as well
    for (int i = 0; i < FAR && other < table->n_rows; i++, other += step) {
        if (!same_figure(table, keys, row, other))
            break;
        decimals = tell_apart(value, armex_table_get_number(table, other, column),
                              scale, decimals);
    }
    return decimals;
}

int armex_view_apart(const struct armex_table *table, size_t row, size_t column,
                     int scale, int decimals)
{
    const size_t other = find_other(table, column);
    const struct keys keys = find_keys(table);

    if (other < table->n_columns)
        decimals =
            tell_apart(armex_table_get_number(table, row, column),
                       armex_table_get_number(table, row, other), scale, decimals);
    if (!keys.any)
        return decimals;
    decimals = apart_from_rows(table, &keys, row, (size_t)-1, column, scale, decimals);
    return apart_from_rows(table, &keys, row, 1, column, scale, decimals);
}

bool armex_view_has_apart(const struct armex_table *table, size_t column)
{
    const struct keys keys = find_keys(table);

    if (table->columns[column].type != ARMEX_COLUMN_AMOUNT)
        return false;
    if (find_other(table, column) < table->n_columns)
        return true;
    for (size_t row = 1; keys.any && row < table->n_rows; row++)
        if (same_figure(table, &keys, row, row - 1))
            return true;
    return false;
}
