/** render/view.c: what people are shown of a table. */
#include "render/view.h"

#include <string.h>

#include "base/ascii.h"
#include "model/unit.h"
#include "render/apart.h"
#include "render/render.h"

/* How the words of a unit and of a scale stand together: "USD million, 2020 prices". */
static void add_money(struct armex_text *out, struct armex_unit unit, const char *scale)
{
    for (const char *c = unit.currency; *c; c++)
        armex_text_printf(out, "%c", armex_upper(*c));
    armex_text_printf(out, "%s%s", *scale ? " " : "", scale);
    if (unit.price_year == ARMEX_PRICE_YEAR_UNKNOWN)
        armex_text_add(out, ", constant prices");
    else if (unit.price_year)
        armex_text_printf(out, ", %d prices", unit.price_year);
}

void armex_view_unit(struct armex_text *out, const char *unit, int scale)
{
    const char *word = armex_render_scale_word(scale);
    const char *gap = *word ? " " : "";
    struct armex_unit parsed;
    char words[64];

    if (!armex_unit_parse(&parsed, unit, strlen(unit))) {
        armex_view_clean(out, unit);
        armex_text_printf(out, "%s%s", *unit ? gap : "", word);
    } else if (parsed.kind == ARMEX_MONEY) {
        add_money(out, parsed, word);
    } else if (parsed.kind == ARMEX_TIV) {
        armex_text_printf(out, "TIV%s%s", gap, word);
    } else if (parsed.kind == ARMEX_PERCENT) {
        armex_text_add(out, "%");
    } else {
        armex_unit_words(words, parsed);
        armex_text_printf(out, "%s%s%s", words, gap, word);
    }
}

static size_t unit_column(const struct armex_table *table)
{
    const size_t column = armex_table_column(table, "unit");
    const bool found =
        column < table->n_columns && table->columns[column].type == ARMEX_COLUMN_TEXT;
    return found ? column : table->n_columns;
}

/* The one unit of all rows that name any; NULL when they differ or none does. */
static const char *shared_unit(const struct armex_table *table)
{
    const size_t column = unit_column(table);
    const char *shared = NULL;

    for (size_t row = 0; column < table->n_columns && row < table->n_rows; row++) {
        const char *unit = armex_table_get_text(table, row, column);
        if (!*unit)
            continue;
        if (shared && strcmp(shared, unit) != 0)
            return NULL;
        shared = unit;
    }
    return shared;
}

static bool has_amounts_without_unit(const struct armex_table *table)
{
    for (size_t i = 0; i < table->n_columns; i++)
        if (table->columns[i].type == ARMEX_COLUMN_AMOUNT && !*table->columns[i].unit &&
            !table->columns[i].machine)
            return true;
    return false;
}

static bool is_empty(const struct armex_table *table, size_t column)
{
    if (table->columns[column].type != ARMEX_COLUMN_TEXT || table->n_rows == 0)
        return false;
    for (size_t row = 0; row < table->n_rows; row++)
        if (*armex_table_get_text(table, row, column))
            return false;
    return true;
}

/* Units that say no more than the type of the column does. */
static bool goes_without_saying(const struct armex_column *column)
{
    static const char *const units[] = {"fraction", "year", "count", "rank", ""};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(column->unit, units[i]) == 0)
            return true;
    return false;
}

static void add_header(struct armex_text *out, const struct armex_column *column,
                       const char *shared, int scale)
{
    struct armex_text unit = {0};

    armex_view_clean(out, column->title);
    if (armex_view_is_fraction(column->type))
        armex_text_add(&unit, "%");
    else if (column->type == ARMEX_COLUMN_AMOUNT)
        armex_view_unit(&unit, !*column->unit && shared ? shared : column->unit, scale);
    else if (!goes_without_saying(column))
        armex_view_unit(&unit, column->unit, 0);
    if (unit.length) {
        armex_text_add(out, ", ");
        armex_text_add(out, unit.data);
    }
    out->failed = out->failed || unit.failed;
    armex_text_free(&unit);
}

static bool add_column(struct armex_view *view, size_t column, const char *shared)
{
    const struct armex_column *of = &view->table->columns[column];
    struct armex_view_column *shown = &view->columns[view->n++];
    struct armex_text header = {0};

    shown->column = column;
    shown->right = of->type != ARMEX_COLUMN_TEXT;
    shown->scale = armex_render_scale(view->table, column);
    shown->decimals = armex_view_decimals(view->table, column, shown->scale);
    shown->apart = armex_view_has_apart(view->table, column);
    armex_text_add(&header, "");
    add_header(&header, of, shared, shown->scale);
    if (!header.failed)
        shown->header = armex_arena_text(view->arena, header.data);
    armex_text_free(&header);
    return shown->header != NULL;
}

armex_status armex_view_begin(struct armex_view *out, const struct armex_table *table,
                              struct armex_error *error)
{
    const char *shared = shared_unit(table);
    const size_t hidden = shared && has_amounts_without_unit(table) ? unit_column(table)
                                                                    : table->n_columns;
    bool fits;

    *out = (struct armex_view){.table = table, .arena = armex_arena_create()};
    if (out->arena)
        out->columns =
            armex_arena_new(out->arena, table->n_columns, sizeof *out->columns);
    fits = out->columns != NULL;
    for (size_t i = 0; fits && i < table->n_columns; i++)
        if (!table->columns[i].machine && i != hidden && !is_empty(table, i))
            fits = add_column(out, i, shared);
    if (fits)
        return ARMEX_OK;
    armex_view_end(out);
    return armex_fail_memory(error);
}

void armex_view_end(struct armex_view *view)
{
    armex_arena_free(view->arena);
    *view = (struct armex_view){0};
}

void armex_view_cell(struct armex_text *out, const struct armex_view *view, size_t row,
                     size_t i)
{
    const struct armex_view_column *shown = &view->columns[i];
    const enum armex_column_type type = view->table->columns[shown->column].type;
    const int decimals = shown->apart
                             ? armex_view_apart(view->table, row, shown->column,
                                                shown->scale, shown->decimals)
                             : shown->decimals;

    if (type != ARMEX_COLUMN_TEXT)
        armex_view_number(out, type,
                          armex_table_get_number(view->table, row, shown->column),
                          shown->scale, decimals);
    else if (shown->column == unit_column(view->table))
        armex_view_unit(out, armex_table_get_text(view->table, row, shown->column), 0);
    else
        armex_view_clean(out, armex_table_get_text(view->table, row, shown->column));
}

void armex_view_source(struct armex_text *out, const struct armex_provenance *source)
{
    char date[ARMEX_DATE_SIZE];

    armex_date_for_people(date, source->vintage);
    if (*source->publisher) {
        armex_view_clean(out, source->publisher);
        armex_text_add(out, ", ");
    }
    if (*source->title) {
        armex_view_clean(out, source->title);
        armex_text_add(out, " ");
    }
    armex_text_add(out, "(");
    armex_view_clean(out, source->dataset);
    armex_text_printf(out, "%s%s)", *date ? ", " : "", date);
    if (*source->url) {
        armex_text_add(out, ", ");
        armex_view_clean(out, source->url);
    }
}
