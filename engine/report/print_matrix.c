/** report/print_matrix.c: a matrix of series and years on paper. */
#include "report/print_parts.h"

static void add_head(struct armex_text *out, const struct armex_matrix *matrix,
                     size_t first, size_t end)
{
    const struct armex_matrix_line *lines = armex_matrix_across(matrix);

    armex_text_add(out, "table\tl");
    for (size_t i = first; i < end; i++)
        armex_text_add(out, "r");
    armex_text_add(out, matrix->series_down ? "\nhead\tName" : "\nhead\tYear");
    for (size_t i = first; i < end; i++) {
        armex_text_add(out, "\t");
        armex_print_text(out, lines[i].head);
    }
    armex_text_add(out, "\n");
}

/* The letter of a status stays with its figure: a blank that does not break. */
static void add_cell(struct armex_text *out, struct armex_text *words,
                     const struct armex_matrix *matrix, size_t row)
{
    armex_text_add(out, "\t");
    if (row == matrix->view->table->n_rows)
        return;
    const char mark = armex_matrix_mark(matrix, row);
    words->length = 0;
    armex_view_cell(words, matrix->view, row, matrix->figure);
    armex_print_text(out, words->data ? words->data : "");
    if (mark)
        armex_text_printf(out, "\u00a0%c", mark);
}

void armex_print_matrix(struct armex_text *out, const struct armex_matrix *matrix,
                        const struct armex_exhibit *exhibit, const char *same)
{
    const bool others = armex_exhibit_has_others(exhibit) && matrix->series_down;
    const size_t rows = armex_matrix_rows(matrix);
    struct armex_text words = {0};
    size_t end;

    for (size_t first = 0; first < armex_matrix_columns(matrix); first = end) {
        end = first + armex_matrix_block(matrix, first);
        words.length = 0;
        armex_matrix_caption(&words, matrix, same, first, end);
        armex_print_line(out, "sub", words.data);
        add_head(out, matrix, first, end);
        for (size_t row = 0; row < rows; row++) {
            const struct armex_matrix_line *line = &armex_matrix_down(matrix)[row];
            armex_text_add(out, others && armex_exhibit_sets_off(exhibit, line->row)
                                    ? "mine\t"
                                    : "row\t");
            armex_print_text(out, line->head);
            for (size_t i = first; i < end; i++)
                add_cell(out, &words, matrix, armex_matrix_at(matrix, row, i));
            armex_text_add(out, "\n");
        }
    }
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}
