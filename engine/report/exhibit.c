/** report/exhibit.c: which rows of a table are of the entity that it sets off. */
#include <string.h>

#include "report/contents.h"

bool armex_exhibit_sets_off(const struct armex_exhibit *exhibit, size_t row)
{
    const struct armex_table *table = exhibit->table;
    const size_t entity = armex_table_column(table, "entity");

    return exhibit->highlight && entity < table->n_columns &&
           table->columns[entity].type == ARMEX_COLUMN_TEXT &&
           strcmp(armex_table_get_text(table, row, entity), exhibit->highlight) == 0;
}

const char *armex_exhibit_nothing(const struct armex_exhibit *exhibit)
{
    return exhibit->item->kind == ARMEX_CHANGES ? "None of these figures has changed."
                                                : "No figure answers this question.";
}

bool armex_exhibit_has_others(const struct armex_exhibit *exhibit)
{
    for (size_t row = 0; row < exhibit->table->n_rows; row++)
        if (!armex_exhibit_sets_off(exhibit, row))
            return true;
    return false;
}
