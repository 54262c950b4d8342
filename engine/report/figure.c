/** report/figure.c: figures found in the answers to their questions. */
#include "report/figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "report/rows.h"

static armex_status no_column(const struct armex_table *table, const char *name,
                              struct armex_place place, struct armex_error *error)
{
    struct armex_text names = {0};
    for (size_t c = 0; c < table->n_columns; c++)
        armex_text_printf(&names, "%s%s", c ? ", " : "", table->columns[c].name);
    const armex_status status =
        armex_fail(error, ARMEX_BAD_SPEC, place, "%s has no column '%s'; there are: %s",
                   table->name, name, names.data ? names.data : "none");
    armex_text_free(&names);
    return status;
}

/* Texts by bytes, which is the order of dates as they are kept. */
static int compare_cells(const struct armex_table *table, size_t a, size_t b,
                         size_t column)
{
    if (table->columns[column].type == ARMEX_COLUMN_TEXT)
        return strcmp(armex_table_get_text(table, a, column),
                      armex_table_get_text(table, b, column));
    const double first = armex_table_get_number(table, a, column);
    const double second = armex_table_get_number(table, b, column);
    return (first > second) - (first < second);
}

static bool is_missing(const struct armex_table *table, size_t row, size_t column)
{
    return table->columns[column].type == ARMEX_COLUMN_TEXT
               ? !*armex_table_get_text(table, row, column)
               : isnan(armex_table_get_number(table, row, column));
}

/* The first row with the largest or smallest cell in column `by`; n_rows: none has any.
 */
static size_t extreme_row(const struct armex_table *table, const size_t *rows, size_t n,
                          size_t by, bool largest)
{
    size_t best = table->n_rows;

    for (size_t i = 0; i < n; i++) {
        if (is_missing(table, rows[i], by))
            continue;
        const int order =
            best < table->n_rows ? compare_cells(table, rows[i], best, by) : 0;
        if (best == table->n_rows || (largest ? order > 0 : order < 0))
            best = rows[i];
    }
    return best;
}

static armex_status pick_row(size_t *out, const struct armex_table *table,
                             const size_t *rows, size_t n,
                             const struct armex_report_figure_spec *spec,
                             struct armex_error *error)
{
    const char *by_name = spec->by ? spec->by : spec->column;
    const size_t by = armex_table_column(table, by_name);

    *out = table->n_rows;
    if (by == table->n_columns)
        return no_column(table, by_name, spec->place, error);
    if (n > 1 && spec->pick == ARMEX_PICK_ONLY)
        return armex_fail(error, ARMEX_BAD_SPEC, spec->place,
                          "%zu rows fit the figure '%s'; narrow the question, add "
                          "where, or pick first, last, largest or smallest",
                          n, spec->name);
    if (n == 0)
        return ARMEX_OK;
    if (spec->pick == ARMEX_PICK_ONLY || spec->pick == ARMEX_PICK_FIRST)
        *out = rows[0];
    else if (spec->pick == ARMEX_PICK_LAST)
        *out = rows[n - 1];
    else
        *out = extreme_row(table, rows, n, by, spec->pick == ARMEX_PICK_LARGEST);
    return ARMEX_OK;
}

/* The unit of an amount: of its row where the table has a column of units. */
static void find_unit(struct armex_report_figure *figure,
                      const struct armex_table *table, size_t row, size_t column)
{
    const size_t units = armex_table_column(table, "unit");
    const bool by_row =
        units < table->n_columns && table->columns[units].type == ARMEX_COLUMN_TEXT;
    const char *unit =
        by_row ? armex_table_get_text(table, row, units) : table->columns[column].unit;

    if (figure->type != ARMEX_COLUMN_AMOUNT && figure->type != ARMEX_COLUMN_NUMBER)
        return;
    figure->has_unit = armex_unit_parse(&figure->unit, unit, strlen(unit));
    figure->rank = figure->has_unit && figure->unit.kind == ARMEX_RANK;
}

static void take_cell(struct armex_report_figure *out, const struct armex_table *table,
                      size_t row, size_t column)
{
    out->type = table->columns[column].type;
    out->table = table;
    out->value = NAN;
    if (row == table->n_rows)
        return;
    if (out->type == ARMEX_COLUMN_TEXT) {
        const char *text = armex_table_get_text(table, row, column);
        out->text = *text ? text : NULL;
        return;
    }
    out->value = armex_table_get_number(table, row, column);
    find_unit(out, table, row, column);
    const char *name = table->columns[column].name;
    if (strcmp(name, "rank") == 0 || strcmp(name, "previous_rank") == 0)
        out->rank = true;
}

/* Keeps the rows that have a cell in the column `known`. */
static armex_status keep_known(size_t *rows, size_t *n, const struct armex_table *table,
                               const struct armex_report_figure_spec *spec,
                               struct armex_error *error)
{
    const size_t all = *n;

    if (!spec->known)
        return ARMEX_OK;
    const size_t column = armex_table_column(table, spec->known);
    if (column == table->n_columns)
        return no_column(table, spec->known, spec->place, error);
    *n = 0;
    for (size_t i = 0; i < all; i++)
        if (!is_missing(table, rows[i], column))
            rows[(*n)++] = rows[i];
    return ARMEX_OK;
}

/* Keeps the rows of the year that another figure is. */
static armex_status keep_year(size_t *rows, size_t *n, const struct armex_table *table,
                              const struct armex_report_figure_spec *spec,
                              const struct armex_report_figure *figures,
                              struct armex_error *error)
{
    const size_t all = *n, column = armex_table_column(table, "year");

    if (!spec->year_of.name.text)
        return ARMEX_OK;
    if (column == table->n_columns)
        return no_column(table, "year", spec->place, error);
    *n = 0;
    for (size_t i = 0; i < all; i++)
        if (armex_table_get_number(table, rows[i], column) ==
            figures[spec->year_of.index].value)
            rows[(*n)++] = rows[i];
    return ARMEX_OK;
}

static armex_status answer_cell(struct armex_report_figure *out,
                                const struct armex_report_figure_spec *spec,
                                const struct armex_report_figure *figures,
                                struct armex_answers *answers,
                                struct armex_error *error)
{
    const struct armex_table *table;
    size_t *rows = NULL, n = 0, row;
    armex_status status =
        armex_answers_ask(&table, answers, &spec->query, spec->place, error);

    if (status)
        return status;
    const size_t column = armex_table_column(table, spec->column);
    if (column == table->n_columns)
        return no_column(table, spec->column, spec->place, error);
    status = armex_rows_where(&rows, &n, table, &spec->where, error);
    if (!status)
        status = keep_known(rows, &n, table, spec, error);
    if (!status)
        status = keep_year(rows, &n, table, spec, figures, error);
    if (!status)
        status = pick_row(&row, table, rows, n, spec, error);
    if (!status)
        take_cell(out, table, row, column);
    free(rows);
    return status;
}

static armex_status combine(struct armex_report_figure *out,
                            const struct armex_report_figure_spec *spec,
                            const struct armex_report_figure *a,
                            const struct armex_report_figure *b,
                            struct armex_error *error)
{
    if (a->text || b->text || a->has_unit != b->has_unit ||
        (a->has_unit && !armex_unit_equal(a->unit, b->unit)))
        return armex_fail(error, ARMEX_BAD_SPEC, spec->place,
                          "'%s': '%s' and '%s' are of unlike units", spec->name,
                          spec->of[0].name.text, spec->of[1].name.text);
    *out = *b;
    if (spec->kind == ARMEX_REPORT_FIGURE_DIFFERENCE) {
        out->value = b->value - a->value;
        out->rank = false;
        return ARMEX_OK;
    }
    const bool ratio = spec->kind == ARMEX_REPORT_FIGURE_RATIO;
    const double base = ratio ? b->value : a->value;
    const double quotient = ratio ? a->value / b->value : b->value / a->value - 1.0;
    out->value = base == 0.0 ? NAN : quotient;
    out->type = ratio ? ARMEX_COLUMN_NUMBER : ARMEX_COLUMN_CHANGE;
    out->has_unit = out->rank = false;
    return ARMEX_OK;
}

armex_status armex_report_figures_answer(struct armex_report_figures *out,
                                         const struct armex_spec *spec,
                                         struct armex_answers *answers,
                                         struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    out->items = calloc(spec->n_figures + 1, sizeof *out->items);
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < spec->n_figures; i++) {
        const struct armex_report_figure_spec *figure = &spec->figures[i];
        status = figure->kind == ARMEX_REPORT_FIGURE_CELL
                     ? answer_cell(&out->items[i], figure, out->items, answers, error)
                     : combine(&out->items[i], figure, &out->items[figure->of[0].index],
                               &out->items[figure->of[1].index], error);
    }
    if (status)
        armex_report_figures_free(out);
    return status;
}

void armex_report_figures_free(struct armex_report_figures *figures)
{
    free(figures->items);
    figures->items = NULL;
}

bool armex_report_figure_missing(const struct armex_report_figure *figure)
{
    return !figure->text && isnan(figure->value);
}

static bool holds(const struct armex_condition *condition,
                  const struct armex_report_figures *figures)
{
    const struct armex_report_figure *left = &figures->items[condition->left.index];
    const struct armex_report_figure *right =
        condition->right.name.text ? &figures->items[condition->right.index] : NULL;
    const double a = left->value, b = right ? right->value : condition->number;
    const char *sign = condition->sign;

    if (left->text || (right && right->text) || isnan(a) || isnan(b))
        return false;
    if (strcmp(sign, "=") == 0)
        return a == b;
    if (strcmp(sign, "!=") == 0)
        return a != b;
    if (a == b)
        return sign[1] == '=';
    return (a < b) == (sign[0] == '<');
}

bool armex_conditions_hold(const struct armex_conditions *conditions,
                           const struct armex_report_figures *figures)
{
    for (size_t i = 0; i < conditions->n; i++)
        if (!holds(&conditions->items[i], figures))
            return false;
    return true;
}
