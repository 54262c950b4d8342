/** report/matrix.c: figures of several series, one a year, as a matrix of both. */
#include "report/matrix.h"

#include <math.h>
#include <string.h>

#include "chart/cells.h"
#include "report/columns.h"
#include "report/matrix_parts.h"

enum {
    EMPTIEST = 3,        // cells to a figure
    EMPTIEST_RANKS = 10, // cells to a rank: who comes and goes has none between
    MOST_YEARS = 2000    // from the first to the last
};

/* What is found of the table on the way. */
struct reading {
    struct armex_matrix *out;
    const struct armex_table *table;
    size_t year, years; // columns of the table; n_columns: none
    size_t *naming;     // columns of the table whose texts tell series apart
    size_t n_naming;
    size_t *of;              // the series of each row
    int first_year, n_years; // that may be
};

bool armex_matrix_is_of_ranks(const struct armex_exhibit *exhibit)
{
    return strcmp(exhibit->item->value, "bump") == 0;
}

static size_t number_column(const struct armex_table *table, const char *name)
{
    const size_t column = armex_table_column(table, name);
    const bool found =
        column < table->n_columns && table->columns[column].type != ARMEX_COLUMN_TEXT;
    return found ? column : table->n_columns;
}

/* Sorts the columns of the view into the figure, the status and what names a series.
 * false: there is more in a row, or not that much. */
static bool sort_columns(struct reading *reading, const struct armex_view *view)
{
    const struct armex_table *table = reading->table;
    struct armex_matrix *out = reading->out;

    out->figure = view->n;
    out->status = table->n_columns;
    for (size_t i = 0; i < view->n; i++) {
        const size_t column = view->columns[i].column;
        const struct armex_column *about = &table->columns[column];
        const bool text = about->type == ARMEX_COLUMN_TEXT;
        if (text && strcmp(about->name, "status") == 0)
            out->status = column;
        else if (text)
            reading->naming[reading->n_naming++] = column;
        else if (strcmp(about->name, out->of_ranks ? "rank" : "value") == 0)
            out->figure = i;
        else if (!out->of_ranks && column != reading->year)
            return false;
    }
    return out->figure < view->n && reading->n_naming > 0;
}

static bool is_of(const struct reading *reading, size_t row, size_t series)
{
    const size_t first = reading->out->series[series].row;

    for (size_t i = 0; i < reading->n_naming; i++) {
        const size_t column = reading->naming[i];
        if (strcmp(armex_table_get_text(reading->table, row, column),
                   armex_table_get_text(reading->table, first, column)) != 0)
            return false;
    }
    return true;
}

/* Rows of a series stand together, or the series take turns: the same as before or the
 * next is nearly always the one. */
static void find_series(struct reading *reading)
{
    struct armex_matrix *out = reading->out;
    size_t s = 0;

    for (size_t row = 0; row < reading->table->n_rows; row++) {
        size_t looked = 0;
        while (looked < out->n_series && !is_of(reading, row, s)) {
            s = s + 1 < out->n_series ? s + 1 : 0;
            looked++;
        }
        if (looked == out->n_series) {
            s = out->n_series++;
            out->series[s].row = row;
        }
        reading->of[row] = s;
    }
}

/* false: a year is none. */
static bool find_span(struct reading *reading)
{
    double first = INFINITY, last = -INFINITY;

    for (size_t row = 0; row < reading->table->n_rows; row++) {
        const double year = armex_table_get_number(reading->table, row, reading->year);
        if (isnan(year))
            return false;
        first = fmin(first, year);
        last = fmax(last, year);
    }
    if (!(last - first < MOST_YEARS && fabs(first) < 1e6))
        return false;
    reading->first_year = (int)first;
    reading->n_years = (int)(last - first) + 1;
    return true;
}

static size_t year_of(const struct reading *reading, size_t row)
{
    return (size_t)((int)armex_table_get_number(reading->table, row, reading->year) -
                    reading->first_year);
}

/* "2019–23" of a window, else "2023". */
static bool name_year(const struct reading *reading, struct armex_matrix_line *year)
{
    char label[16];
    const int last =
        (int)armex_table_get_number(reading->table, year->row, reading->year);
    const double covers = armex_cell_number(reading->table, year->row, reading->years);
    const int years = covers >= 1.0 && covers < MOST_YEARS ? (int)covers : 1;

    armex_window_label(label, last - years + 1, last);
    year->head = armex_arena_text(reading->out->view->arena, label);
    return year->head != NULL;
}

/* The years that any row is of. `at` turns what year_of() says into their place.
 * false: no memory. */
static bool find_years(struct reading *reading, size_t *at)
{
    const size_t none = reading->table->n_rows;
    struct armex_matrix *out = reading->out;
    bool named = true;

    for (size_t i = 0; i < (size_t)reading->n_years; i++)
        at[i] = none;
    for (size_t row = none; row-- > 0;)
        at[year_of(reading, row)] = row;
    for (size_t i = 0; named && i < (size_t)reading->n_years; i++)
        if (at[i] < none) {
            out->years[out->n_years].row = at[i];
            named = name_year(reading, &out->years[out->n_years]);
            at[i] = out->n_years++;
        }
    return named;
}

/* false: two rows are of one series and year. */
static bool place_rows(struct reading *reading, const size_t *at)
{
    struct armex_matrix *out = reading->out;
    const size_t none = reading->table->n_rows;

    for (size_t i = 0; i < out->n_series * out->n_years; i++)
        out->rows[i] = none;
    for (size_t row = 0; row < none; row++) {
        size_t *cell =
            &out->rows[reading->of[row] * out->n_years + at[year_of(reading, row)]];
        if (*cell < none)
            return false;
        *cell = row;
    }
    return true;
}

/* "Germany, licences": a series by all that tells it from others. */
static bool name_series(const struct reading *reading, struct armex_matrix_line *series)
{
    const struct armex_table *table = reading->table;
    struct armex_text words = {0};

    armex_text_add(&words, "");
    for (size_t i = 0; i < reading->n_naming; i++) {
        const size_t column = reading->naming[i];
        const char *text = armex_table_get_text(table, series->row, column);
        armex_text_add(&words, *text && words.length ? ", " : "");
        armex_columns_text(&words, table->columns[column].name, text);
    }
    if (!words.failed)
        series->head = armex_arena_text(reading->out->view->arena, words.data);
    armex_text_free(&words);
    return series->head != NULL;
}

static bool name_all_series(const struct reading *reading)
{
    bool named = true;
    for (size_t s = 0; named && s < reading->out->n_series; s++)
        named = name_series(reading, &reading->out->series[s]);
    return named;
}

/* false: no memory. */
static bool make_room(struct reading *reading, const struct armex_view *view)
{
    const size_t rows = reading->table->n_rows;

    reading->naming = armex_arena_new(view->arena, view->n, sizeof *reading->naming);
    reading->of = armex_arena_new(view->arena, rows, sizeof *reading->of);
    reading->out->series =
        armex_arena_new(view->arena, rows, sizeof *reading->out->series);
    return reading->naming && reading->of && reading->out->series;
}

static bool is_worth_it(const struct reading *reading)
{
    const struct armex_matrix *out = reading->out;
    const size_t emptiest = reading->out->of_ranks ? EMPTIEST_RANKS : EMPTIEST;

    return out->n_series > 1 && out->n_years > 1 &&
           out->n_series <= emptiest * reading->table->n_rows / out->n_years;
}

/* false: no memory; `*fits`: it is a matrix. */
static bool fill(bool *fits, struct reading *reading)
{
    struct armex_matrix *out = reading->out;
    struct armex_arena *arena = out->view->arena;

    find_series(reading);
    if (!find_span(reading))
        return true;
    size_t *at = armex_arena_new(arena, (size_t)reading->n_years, sizeof *at);
    out->years = armex_arena_new(arena, (size_t)reading->n_years, sizeof *out->years);
    if (!at || !out->years || !find_years(reading, at))
        return false;
    if (!is_worth_it(reading))
        return true;
    out->rows = armex_arena_new(arena, out->n_series * out->n_years, sizeof *out->rows);
    *fits = out->rows && place_rows(reading, at);
    return out->rows && (!*fits || name_all_series(reading));
}

armex_status armex_matrix_find(struct armex_matrix *out, const struct armex_view *view,
                               const struct armex_exhibit *exhibit,
                               struct armex_error *error)
{
    const struct armex_table *table = view->table;
    struct reading reading = {.out = out,
                              .table = table,
                              .year = number_column(table, "year"),
                              .years = armex_table_column(table, "years")};
    bool fits = false;

    *out = (struct armex_matrix){.view = view,
                                 .of_ranks = armex_matrix_is_of_ranks(exhibit)};
    if (exhibit->item->kind != ARMEX_CHART || exhibit->item->columns.n > 0 ||
        reading.year == table->n_columns || table->n_rows == 0)
        return ARMEX_OK;
    if (!make_room(&reading, view))
        return armex_fail_memory(error);
    if (sort_columns(&reading, view) && !fill(&fits, &reading))
        return armex_fail_memory(error);
    if (!fits || !armex_matrix_find_marks(out))
        out->n_series = 0;
    else
        armex_matrix_measure(out);
    return ARMEX_OK;
}

size_t armex_matrix_at(const struct armex_matrix *matrix, size_t row, size_t column)
{
    const size_t series = matrix->series_down ? row : column;
    const size_t year = matrix->series_down ? column : row;

    return matrix->rows[series * matrix->n_years + year];
}

armex_status armex_rows_write(struct armex_text *out,
                              const struct armex_exhibit *exhibit,
                              const struct armex_rows_writer *writer,
                              struct armex_error *error)
{
    struct armex_matrix matrix;
    struct armex_view view;
    struct armex_text same = {0};
    armex_status status = armex_columns_choose(&view, &same, exhibit, error);

    if (!status) {
        const char *said = same.data ? same.data : "";
        status = armex_matrix_find(&matrix, &view, exhibit, error);
        if (!status && matrix.n_series)
            writer->matrix(out, &matrix, exhibit, said);
        else if (!status)
            writer->table(out, exhibit, &view, said);
        armex_view_end(&view);
    }
    out->failed = out->failed || same.failed;
    armex_text_free(&same);
    return status;
}
