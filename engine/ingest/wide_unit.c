/** ingest/wide_unit.c: units found around a table. */
#include "ingest/wide_unit.h"

#include <string.h>

#include "base/number.h"
#include "ingest/written.h"

/** A figure, or a word that stands for none. */
static bool is_figure(const struct armex_cell *cell)
{
    struct armex_plain_figure figure;
    armex_mark mark;

    return armex_written_word(&mark, cell->text, cell->length) ||
           armex_written_marks(&figure, cell->text, cell->length, ARMEX_COMMA_EITHER) !=
               ARMEX_WRITTEN_NONSENSE;
}

/** Whether the row names nobody, and has words where figures are due. */
static bool is_row_of_words(const struct armex_wide_header *header,
                            const struct armex_page_row *row)
{
    static const char *const units[] = {"unit", "units", "einheit", "unidad", "in"};
    const struct armex_cell name = armex_page_cell(row, header->name);
    bool any = false;

    for (size_t i = 0; name.length && i < sizeof units / sizeof *units; i++)
        any |= armex_cell_says(&name, units[i]);
    if (name.length && !any)
        return false;
    for (size_t c = 0; c < header->n && c < row->n; c++)
        if (header->columns[c].year && row->cells[c].length &&
            !is_figure(&row->cells[c]))
            return true;
    return false;
}

static armex_status take_row(struct armex_wide_header *out,
                             const struct armex_page *page, size_t r,
                             struct armex_error *error)
{
    const struct armex_page_row *row = &page->rows[r];
    armex_status status = ARMEX_OK;

    for (size_t c = 0; !status && c < out->n && c < row->n; c++) {
        const struct armex_cell *cell = &row->cells[c];
        struct armex_unit_words words;
        if (!out->columns[c].year || !cell->length)
            continue;
        status =
            armex_unit_words_read(&words, cell->text, cell->length)
                ? armex_said_unit_take(&out->unit, &words, cell, page->file, error)
                : armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(page->file, cell),
                             "'%s' stands below a year in a row that names no "
                             "country, and is neither a figure nor a unit that is "
                             "known; write the unit as 'USD million', or leave "
                             "the row out",
                             armex_cell_clip(cell).text);
    }
    return status;
}

/** Titles and notes: what they say holds for the whole table. */
static armex_status take_titles(struct armex_wide_header *out,
                                const struct armex_page *page, size_t from, size_t to,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t r = from; !status && r < to; r++)
        for (size_t c = 0; !status && c < page->rows[r].n; c++) {
            const struct armex_cell *cell = &page->rows[r].cells[c];
            struct armex_unit_words words;
            if (cell->length && armex_unit_words_find(&words, cell->text, cell->length))
                status =
                    armex_said_unit_take(&out->unit, &words, cell, page->file, error);
        }
    return status;
}

/** Lines of words alone among the rows, which name nobody with figures. */
static armex_status take_lines(struct armex_wide_header *out,
                               const struct armex_page *page, struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t r = out->first; !status && r < out->end; r++)
        if (page->rows[r].n == 1)
            status = take_titles(out, page, r, r + 1, error);
    return status;
}

armex_status armex_wide_find_unit(struct armex_wide_header *out,
                                  const struct armex_page *page,
                                  struct armex_error *error)
{
    const struct armex_cell *corner = &page->rows[out->row].cells[out->name];
    struct armex_unit_words words;
    armex_status status = ARMEX_OK;

    if (out->first < out->end && is_row_of_words(out, &page->rows[out->first]))
        status = take_row(out, page, out->first++, error);
    if (!status && armex_unit_words_find(&words, corner->text, corner->length))
        status = armex_said_unit_take(&out->unit, &words, corner, page->file, error);
    if (!status)
        status = take_titles(out, page, 0, out->row, error);
    if (!status)
        status = take_lines(out, page, error);
    return status ? status : take_titles(out, page, out->end, page->n_rows, error);
}
