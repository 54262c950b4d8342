/** report/matrix_marks.c: a letter for each status but the usual one, and what a
 * caption says of them. */
#include <string.h>

#include "report/matrix_parts.h"

enum { MOST = ARMEX_MATRIX_MARKS + 1 };

struct counts {
    const char *words[MOST];
    size_t rows[MOST], n;
};

/* false: there are more than have room. */
static bool count(struct counts *counts, const char *status)
{
    size_t i = 0;

    while (i < counts->n && strcmp(counts->words[i], status) != 0)
        i++;
    if (i == MOST)
        return false;
    if (i == counts->n)
        counts->words[counts->n++] = status;
    counts->rows[i]++;
    return true;
}

/* The first letter of a word that stands for no other yet; '*': all do. */
static char letter_of(const struct armex_matrix *matrix, const char *word)
{
    for (; *word; word++)
        if (*word >= 'a' && *word <= 'z' &&
            !memchr(matrix->letters, *word, matrix->n_marked))
            return *word;
    return '*';
}

bool armex_matrix_find_marks(struct armex_matrix *matrix)
{
    const struct armex_table *table = matrix->view->table;
    struct counts counts = {.n = 0};
    size_t usual = 0;

    if (matrix->status == table->n_columns)
        return true;
    for (size_t row = 0; row < table->n_rows; row++)
        if (!count(&counts, armex_table_get_text(table, row, matrix->status)))
            return false;
    for (size_t i = 1; i < counts.n; i++)
        if (counts.rows[i] > counts.rows[usual])
            usual = i;
    matrix->usual = counts.words[usual];
    for (size_t i = 0; i < counts.n; i++)
        if (i != usual) {
            matrix->letters[matrix->n_marked] = letter_of(matrix, counts.words[i]);
            matrix->marked[matrix->n_marked++] = counts.words[i];
        }
    return true;
}

char armex_matrix_mark(const struct armex_matrix *matrix, size_t row)
{
    if (!matrix->n_marked)
        return '\0';
    const char *status = armex_table_get_text(matrix->view->table, row, matrix->status);
    for (size_t i = 0; i < matrix->n_marked; i++)
        if (strcmp(matrix->marked[i], status) == 0)
            return matrix->letters[i];
    return '\0';
}

void armex_matrix_caption(struct armex_text *out, const struct armex_matrix *matrix,
                          const char *same, size_t first, size_t end)
{
    const struct armex_matrix_line *lines = armex_matrix_across(matrix);

    armex_text_add(out, matrix->view->columns[matrix->figure].header);
    armex_text_add(out, *same ? ", " : "");
    armex_text_add(out, same);
    if (matrix->of_ranks)
        armex_text_add(out, "; blank: not among those ranked");
    if (matrix->n_marked)
        armex_text_printf(out, "; %s unless marked",
                          *matrix->usual ? matrix->usual : "status not told");
    for (size_t i = 0; i < matrix->n_marked; i++)
        armex_text_printf(out, "%s %c: %s", i ? "," : "", matrix->letters[i],
                          matrix->marked[i]);
    if (end - first < armex_matrix_columns(matrix))
        armex_text_printf(out, "; %s to %s", lines[first].head, lines[end - 1].head);
}
