/** report/columns.c: which columns of a table a page shows. */
#include "report/columns.h"

#include <math.h>
#include <string.h>

#include "render/apart.h"
#include "render/render.h"

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text), n = strlen(end);
    return length >= n && strcmp(text + length - n, end) == 0;
}

void armex_columns_text(struct armex_text *out, const char *column, const char *text)
{
    char people[ARMEX_DATE_SIZE];
    enum armex_measure measure;
    struct armex_date date;

    if (strcmp(column, "measure") == 0 &&
        armex_measure_parse(&measure, text, strlen(text)))
        text = armex_measure_words(measure);
    if (ends_with(column, "published") && armex_date_parse(&date, text, strlen(text))) {
        armex_date_for_people(people, date);
        text = people;
    }
    if (strcmp(column, "unit") == 0)
        armex_view_unit(out, text, 0);
    else
        armex_text_add(out, text);
}

static bool is_same_throughout(const struct armex_table *table, size_t column)
{
    if (table->columns[column].type != ARMEX_COLUMN_TEXT || table->n_rows < 2)
        return false;
    for (size_t row = 1; row < table->n_rows; row++)
        if (strcmp(armex_table_get_text(table, row, column),
                   armex_table_get_text(table, 0, column)) != 0)
            return false;
    return true;
}

static bool is_missing_throughout(const struct armex_table *table, size_t column)
{
    const bool text = table->columns[column].type == ARMEX_COLUMN_TEXT;

    for (size_t row = 0; row < table->n_rows; row++)
        if (text ? *armex_table_get_text(table, row, column) != 0
                 : !isnan(armex_table_get_number(table, row, column)))
            return false;
    return true;
}

/* Takes out what is the same in every row, and says it, and what no row has. */
static void fold(struct armex_view *view, struct armex_text *same)
{
    const struct armex_table *table = view->table;
    size_t kept = 0;

    for (size_t i = 0; i < view->n; i++) {
        const size_t column = view->columns[i].column;
        const bool last_hope = kept == 0 && i + 1 == view->n; // no table is all caption
        if (!last_hope && is_missing_throughout(table, column))
            continue;
        if (last_hope || !is_same_throughout(table, column)) {
            view->columns[kept++] = view->columns[i];
            continue;
        }
        armex_text_add(same, same->length ? ", " : "");
        armex_columns_text(same, table->columns[column].name,
                           armex_table_get_text(table, 0, column));
    }
    view->n = kept;
}

static struct armex_view_column column_of(const struct armex_view *view, size_t column)
{
    const struct armex_table *table = view->table;

    for (size_t i = 0; i < view->n; i++)
        if (view->columns[i].column == column)
            return view->columns[i];
    const bool text = table->columns[column].type == ARMEX_COLUMN_TEXT;
    const int scale = text ? 0 : armex_render_scale(table, column);
    return (struct armex_view_column){
        column, table->columns[column].title,
        scale,  text ? 0 : armex_view_decimals(table, column, scale),
        !text,  armex_view_has_apart(table, column)};
}

static armex_status name_columns(struct armex_view *view,
                                 const struct armex_labels *names,
                                 struct armex_error *error)
{
    const struct armex_table *table = view->table;
    struct armex_view_column *columns =
        armex_arena_new(view->arena, names->n, sizeof *columns);
    size_t n = 0;

    if (!columns)
        return armex_fail_memory(error);
    for (size_t i = 0; i < names->n; i++) {
        const size_t column = armex_table_column(table, names->items[i].text);
        if (column == table->n_columns)
            return armex_fail(error, ARMEX_BAD_SPEC, names->items[i].place,
                              "%s has no column '%s'", table->name,
                              names->items[i].text);
        const bool last_hope = n == 0 && i + 1 == names->n;
        if (last_hope || !is_missing_throughout(table, column))
            columns[n++] = column_of(view, column);
    }
    view->columns = columns;
    view->n = n;
    return ARMEX_OK;
}

armex_status armex_columns_choose(struct armex_view *out, struct armex_text *same,
                                  const struct armex_exhibit *exhibit,
                                  struct armex_error *error)
{
    armex_status status = armex_view_begin(out, exhibit->table, error);

    if (status)
        return status;
    if (exhibit->item->columns.n > 0)
        status = name_columns(out, &exhibit->item->columns, error);
    else
        fold(out, same);
    if (status)
        armex_view_end(out);
    return status;
}

bool armex_is_address(const char *text)
{
    return strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
}

void armex_address_host(struct armex_text *out, const char *address)
{
    const char *host = strchr(address, ':') + 3;
    armex_text_add_bytes(out, host, strcspn(host, "/?#"));
}
