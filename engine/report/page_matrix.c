/** report/page_matrix.c: a matrix of series and years as tables, each no wider than a
 * page of paper; the first column stays in sight where a screen is narrower. */
#include "report/matrix.h"
#include "report/page_parts.h"

/* One table of it: the columns first to end. */
struct block {
    const struct armex_matrix *matrix;
    const struct armex_exhibit *exhibit;
    size_t first, end;
    bool others; // the exhibit sets a series off against others
};

static bool sets_off(const struct block *block, const struct armex_matrix_line *line)
{
    return block->others && armex_exhibit_sets_off(block->exhibit, line->row);
}

static void add_caption(struct armex_text *out, struct armex_text *words,
                        const struct block *block, const char *same)
{
    words->length = 0;
    armex_matrix_caption(words, block->matrix, same, block->first, block->end);
    armex_html(out, "<caption>%s", words->data ? words->data : "");
    armex_text_add(out, "<span class=\"vh\" role=\"status\"></span></caption>\n");
}

/* Series across: the column that is set off is coloured as a whole. */
static void add_colours(struct armex_text *out, const struct block *block)
{
    const struct armex_matrix_line *lines = armex_matrix_across(block->matrix);
    bool any = false;

    for (size_t i = block->first; i < block->end; i++)
        any = any || sets_off(block, &lines[i]);
    if (!any || block->matrix->series_down)
        return;
    armex_text_add(out, "<colgroup><col>");
    for (size_t i = block->first; i < block->end; i++)
        armex_text_add(out,
                       sets_off(block, &lines[i]) ? "<col class=\"me\">" : "<col>");
    armex_text_add(out, "</colgroup>\n");
}

static void add_header(struct armex_text *out, const struct block *block)
{
    const struct armex_matrix *matrix = block->matrix;
    const struct armex_matrix_line *lines = armex_matrix_across(matrix);

    armex_text_add(out, "<thead><tr><th scope=\"col\">");
    armex_text_add(out, matrix->series_down ? "Name" : "Year");
    armex_text_add(out, "</th>");
    for (size_t i = block->first; i < block->end; i++) {
        armex_text_add(out, !matrix->series_down && sets_off(block, &lines[i])
                                ? "<th scope=\"col\" class=\"n me\">"
                                : "<th scope=\"col\" class=\"n\">");
        armex_html_text(out, lines[i].head);
        armex_text_add(out, "</th>");
    }
    armex_text_add(out, "</tr></thead>\n<tbody>\n");
}

/* What the long table has no row for is an empty cell. */
static void add_cell(struct armex_text *out, struct armex_text *words,
                     const struct armex_matrix *matrix, size_t row)
{
    if (row == matrix->view->table->n_rows) {
        armex_text_add(out, "<td></td>");
        return;
    }
    const char mark = armex_matrix_mark(matrix, row);
    armex_text_add(out, "<td");
    armex_page_table_cell(out, words, matrix->view, row, matrix->figure);
    if (mark) {
        armex_text_add(out, "<sup>");
        armex_text_add_bytes(out, &mark, 1);
        armex_text_add(out, "</sup>");
    }
    armex_text_add(out, "</td>");
}

static void add_row(struct armex_text *out, struct armex_text *words,
                    const struct block *block, size_t at)
{
    const struct armex_matrix *matrix = block->matrix;
    const struct armex_matrix_line *line = &armex_matrix_down(matrix)[at];
    const bool mine = matrix->series_down && sets_off(block, line);

    armex_text_add(out, mine ? "<tr class=\"me\">" : "<tr>");
    armex_text_add(out, "<th scope=\"row\">");
    armex_html_text(out, line->head);
    armex_text_add(out, "</th>");
    for (size_t i = block->first; i < block->end; i++)
        add_cell(out, words, matrix, armex_matrix_at(matrix, at, i));
    armex_text_add(out, "</tr>\n");
}

void armex_page_matrix(struct armex_text *out, const struct armex_matrix *matrix,
                       const struct armex_exhibit *exhibit, const char *same)
{
    const size_t columns = armex_matrix_columns(matrix);
    const size_t rows = armex_matrix_rows(matrix);
    struct block block = {matrix, exhibit, 0, 0, armex_exhibit_has_others(exhibit)};
    struct armex_text words = {0};

    for (; block.first < columns; block.first = block.end) {
        block.end = block.first + armex_matrix_block(matrix, block.first);
        armex_text_add(out, "<div class=\"scroll\"><table class=\"sort m\">");
        add_caption(out, &words, &block, same);
        add_colours(out, &block);
        add_header(out, &block);
        for (size_t i = 0; i < rows; i++)
            add_row(out, &words, &block, i);
        armex_text_add(out, "</tbody></table></div>\n");
    }
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}
