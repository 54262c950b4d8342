/**
 * report/matrix.h: figures of several series, one a year, as a matrix of both.
 *
 * A long table says the name of a series again in every row. Where each of its rows is
 * one figure of a series and a year, and nothing but its status besides, the same is
 * said by a matrix of series and years.
 */
#ifndef ARMEX_REPORT_MATRIX_H
#define ARMEX_REPORT_MATRIX_H

#include "render/view.h"
#include "report/contents.h"

enum { ARMEX_MATRIX_MARKS = 8 };

/** A series or a year: a column or a row of the matrix. */
struct armex_matrix_line {
    const char *head; /**< "Germany, licences", "2023", "2019–23" */
    size_t row;       /**< the first row of the table that is of it */
    size_t width;     /**< characters that it takes as a column, with the gap */
};

/** Everything lives in the arena of the view. */
struct armex_matrix {
    const struct armex_view *view;
    struct armex_matrix_line *series, *years; /**< as they come; ascending */
    size_t n_series, n_years;                 /**< 0 series: no matrix */
    size_t *rows;      /**< of the table, [series][year]; n_rows: there is none */
    size_t figure;     /**< the column of the view whose cells they are */
    size_t status;     /**< a column of the table; n_columns: not told */
    const char *usual; /**< the status of most figures, or NULL */
    const char *marked[ARMEX_MATRIX_MARKS]; /**< the others, and the letter that stands
                                               for each */
    char letters[ARMEX_MATRIX_MARKS];
    size_t n_marked;
    bool of_ranks;
    bool series_down; /**< which takes less room: series down, years across */
};

/** The matrix of a chart's table as `view` shows it, columns folded; of a chart of
 *  ranks, the ranks. None where columns were named, where a row says more than its
 *  figure, where two rows are of one series and year, of fewer than two series, and
 *  where most of it would be empty.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_matrix_find(struct armex_matrix *out, const struct armex_view *view,
                               const struct armex_exhibit *exhibit,
                               struct armex_error *error);

/** How a page or paper writes a matrix, and a table as it stands; `same` is said of all
 *  figures, "" where there is nothing. */
struct armex_rows_writer {
    void (*matrix)(struct armex_text *out, const struct armex_matrix *matrix,
                   const struct armex_exhibit *exhibit, const char *same);
    void (*table)(struct armex_text *out, const struct armex_exhibit *exhibit,
                  const struct armex_view *view, const char *same);
};

/** Has the rows of an exhibit written, as a matrix where there is one.
 *  Errors: as armex_columns_choose(). */
armex_status armex_rows_write(struct armex_text *out,
                              const struct armex_exhibit *exhibit,
                              const struct armex_rows_writer *writer,
                              struct armex_error *error);

/** Whether the matrix of that chart would be of ranks. */
bool armex_matrix_is_of_ranks(const struct armex_exhibit *exhibit);

/** The letter of the figure's status; '\0': the usual one. */
char armex_matrix_mark(const struct armex_matrix *matrix, size_t row);

/** What stands across, what stands down the side, and how many of these there are. */
const struct armex_matrix_line *armex_matrix_across(const struct armex_matrix *matrix);
const struct armex_matrix_line *armex_matrix_down(const struct armex_matrix *matrix);
size_t armex_matrix_rows(const struct armex_matrix *matrix);

/** The row of the table at a row and column as they stand; n_rows: there is none. */
size_t armex_matrix_at(const struct armex_matrix *matrix, size_t row, size_t column);

/** Appends what is to be known of the columns first to `end`: "Value, USD million,
 *  orders; final unless marked e: estimate, p: preliminary; Andorra to Brazil". `same`
 *  is said of all figures. */
void armex_matrix_caption(struct armex_text *out, const struct armex_matrix *matrix,
                          const char *same, size_t first, size_t end);

/** How many columns it has besides the names of its rows: years or series. */
size_t armex_matrix_columns(const struct armex_matrix *matrix);

/** How many of the columns from `first` on stand in one table, so that none is wider
 *  than paper and all are alike: at least one. `first` is below the number of columns.
 */
size_t armex_matrix_block(const struct armex_matrix *matrix, size_t first);

#endif
