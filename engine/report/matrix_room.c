/** report/matrix_room.c: how much room a matrix takes, and which way round less. */
#include <math.h>
#include <string.h>

#include "report/matrix_parts.h"

enum {
    GAP = 2,           // characters between columns
    PAPER = 112,       // characters across a page of A4
    LONGEST_SIDE = 24, // of a name down the side; what is longer folds
    YEAR = 4
};

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Columns of the longest word: a head folds between words. */
static size_t longest_word(const char *head)
{
    struct armex_text word = {0};
    size_t longest = 0;

    for (; *head; head += strspn(head, " ")) {
        const size_t length = strcspn(head, " ");
        word.length = 0;
        armex_text_add_bytes(&word, head, length);
        if (!word.data)
            break; // no memory
        longest = larger(longest, armex_text_columns(word.data));
        head += length;
    }
    armex_text_free(&word);
    return longest;
}

/* Characters of a cell. */
static size_t width_of(const struct armex_matrix *matrix, size_t row)
{
    struct armex_text words = {0};

    armex_view_cell(&words, matrix->view, row, matrix->figure);
    const size_t width = words.data ? armex_text_columns(words.data) : 0;
    armex_text_free(&words);
    return width;
}

/* The widest cell: of the largest figure or the least, with a mark where there are. */
static size_t widest_cell(const struct armex_matrix *matrix)
{
    const struct armex_table *table = matrix->view->table;
    const size_t column = matrix->view->columns[matrix->figure].column;
    size_t least = 0, most = 0;

    for (size_t row = 1; row < table->n_rows; row++) {
        const double value = armex_table_get_number(table, row, column);
        if (!(value >= armex_table_get_number(table, least, column)))
            least = isnan(value) ? least : row;
        if (!(value <= armex_table_get_number(table, most, column)))
            most = isnan(value) ? most : row;
    }
    return larger(width_of(matrix, least), width_of(matrix, most)) +
           (matrix->n_marked > 0);
}

static size_t side(const struct armex_matrix *matrix)
{
    size_t longest = YEAR;

    for (size_t s = 0; matrix->series_down && s < matrix->n_series; s++)
        longest = larger(longest, armex_text_columns(matrix->series[s].head));
    return (longest < LONGEST_SIDE ? longest : LONGEST_SIDE) + GAP;
}

static size_t set_widths(struct armex_matrix_line *lines, size_t n, size_t cell)
{
    size_t all = 0;

    for (size_t i = 0; i < n; i++) {
        lines[i].width = larger(longest_word(lines[i].head), cell) + GAP;
        all += lines[i].width;
    }
    return all;
}

void armex_matrix_measure(struct armex_matrix *matrix)
{
    const size_t cell = widest_cell(matrix);
    const size_t years = set_widths(matrix->years, matrix->n_years, cell);
    const size_t across =
        set_widths(matrix->series, matrix->n_series, cell) + side(matrix);

    matrix->series_down = true;
    matrix->series_down = years + side(matrix) < across;
}

const struct armex_matrix_line *armex_matrix_across(const struct armex_matrix *matrix)
{
    return matrix->series_down ? matrix->years : matrix->series;
}

const struct armex_matrix_line *armex_matrix_down(const struct armex_matrix *matrix)
{
    return matrix->series_down ? matrix->series : matrix->years;
}

size_t armex_matrix_rows(const struct armex_matrix *matrix)
{
    return matrix->series_down ? matrix->n_series : matrix->n_years;
}

size_t armex_matrix_columns(const struct armex_matrix *matrix)
{
    return matrix->series_down ? matrix->n_years : matrix->n_series;
}

/* How many columns from `first` on fit beside each other: at least one. */
static size_t fitting(const struct armex_matrix *matrix, size_t first)
{
    const struct armex_matrix_line *lines = armex_matrix_across(matrix);
    const size_t n = armex_matrix_columns(matrix);
    size_t taken = side(matrix) + lines[first].width, end = first + 1;

    while (end < n && taken + lines[end].width <= PAPER)
        taken += lines[end++].width;
    return end - first;
}

/* As many to a block as make all blocks alike, and no more of them than must be. */
size_t armex_matrix_block(const struct armex_matrix *matrix, size_t first)
{
    const size_t n = armex_matrix_columns(matrix), most = fitting(matrix, first);
    size_t blocks = 1;

    for (size_t at = first + most; at < n; at += fitting(matrix, at))
        blocks++;
    const size_t fair = (n - first + blocks - 1) / blocks;
    return fair < most ? fair : most;
}
