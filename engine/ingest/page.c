/** ingest/page.c: rows without what spreadsheets add. */
#include "ingest/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "ingest/footer.h"

static const size_t glanced = 48; /* rows; the longest preamble has eleven */

/** Most cells need no look at their blanks. */
static bool is_trimmed(const struct armex_cell *cell)
{
    if (!cell->length)
        return true;
    const char first = *cell->text, last = cell->text[cell->length - 1];
    return first > ' ' && first < 0x7f && last > ' ' && last < 0x7f;
}

static bool is_empty(const struct armex_cell *cell)
{
    return is_trimmed(cell) ? !cell->length : !armex_cell_trim(*cell).length;
}

static armex_status keep_row(struct armex_page *page, const struct armex_cell *cells,
                             size_t n, struct armex_error *error)
{
    const size_t written = n;

    while (n && is_empty(&cells[n - 1]))
        n--;
    if (!n)
        return ARMEX_OK; // nothing but commas
    if (page->n_rows == page->capacity) {
        const size_t more = page->capacity ? 2 * page->capacity : 256;
        struct armex_page_row *rows =
            reallocarray(page->rows, more, sizeof *page->rows);
        if (!rows)
            return armex_fail_memory(error);
        page->rows = rows;
        page->capacity = more;
    }
    struct armex_cell *copy = armex_arena_room(page->arena, n, sizeof *copy);
    if (!copy)
        return armex_fail_memory(error);
    memcpy(copy, cells, n * sizeof *copy);
    for (size_t i = 0; i < n; i++)
        if (!is_trimmed(&copy[i]))
            copy[i] = armex_cell_trim(copy[i]);
    page->rows[page->n_rows++] = (struct armex_page_row){copy, n, written};
    return ARMEX_OK;
}

static armex_status read_rows(struct armex_page *page, size_t most,
                              struct armex_error *error)
{
    const struct armex_cell *cells;
    size_t n = 1;
    armex_status status = ARMEX_OK;

    while (!status && n && page->n_rows < most) {
        status = armex_csv_next(page->csv, &cells, &n, error);
        if (!status && n)
            status = keep_row(page, cells, n, error);
    }
    return status;
}

static struct armex_page *create(const struct armex_document *document)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_page *page = arena ? armex_arena_new(arena, 1, sizeof *page) : NULL;

    if (page)
        *page = (struct armex_page){.arena = arena,
                                    .file = document->path,
                                    .document = document,
                                    .names = document->names,
                                    .rejects = document->rejects};
    else
        armex_arena_free(arena);
    return page;
}

/** Makes the reader of the first `length` bytes. */
static armex_status open_csv(struct armex_page *page,
                             const struct armex_document *document, size_t length,
                             struct armex_error *error)
{
    const armex_status status =
        armex_csv_open(&page->csv, page->file, document->bytes, length, 0, error);

    if (!status && document->is_utf8)
        armex_csv_trust(page->csv);
    return status;
}

armex_status armex_page_open(struct armex_page **out,
                             const struct armex_document *document,
                             struct armex_error *error)
{
    struct armex_page *page = create(document);
    armex_status status = page ? ARMEX_OK : armex_fail_memory(error);

    *out = NULL;
    if (!status)
        status = open_csv(page, document, document->length, error);
    if (!status)
        status = read_rows(page, SIZE_MAX, error);
    if (status)
        armex_page_close(page);
    else
        *out = page;
    return status;
}

/** The whole lines at the beginning of a long text. */
static size_t whole_lines(const char *bytes, size_t length)
{
    const size_t most = (size_t)64 << 10;
    size_t n = length;

    if (length > most)
        for (n = most; n && bytes[n - 1] != '\n' && bytes[n - 1] != '\r';)
            n--;
    return n;
}

static struct armex_page *glance(const struct armex_document *document)
{
    struct armex_page *page = create(document);

    if (!page)
        return NULL;
    if (open_csv(page, document, whole_lines(document->bytes, document->length),
                 NULL) ||
        (read_rows(page, glanced, NULL) && !page->n_rows)) {
        armex_page_close(page);
        return NULL;
    }
    return page;
}

struct armex_page *armex_page_glance(const struct armex_document *document)
{
    struct armex_page **kept = document->glance;

    if (!kept)
        return glance(document);
    if (!*kept)
        *kept = glance(document);
    if (*kept)
        (*kept)->is_kept = true;
    return *kept;
}

void armex_page_forget(const struct armex_document *document)
{
    struct armex_page **kept = document->glance;

    if (!kept)
        return;
    if (*kept)
        (*kept)->is_kept = false;
    armex_page_close(*kept);
    *kept = NULL;
}

void armex_page_close(struct armex_page *page)
{
    if (page && !page->is_kept) {
        armex_csv_close(page->csv);
        free(page->rows);
        armex_arena_free(page->arena);
    }
}

size_t armex_page_end(const struct armex_page *page, size_t header)
{
    size_t end = page->n_rows;

    while (end > header + 1 &&
           armex_footer_is(page->document, page->rows[end - 1].cells,
                           page->rows[end - 1].n))
        end--;
    return end;
}

void armex_page_pass(const struct armex_page *page, size_t row)
{
    armex_footer_take(page->document->footer, page->rows[row].cells, page->rows[row].n);
}

void armex_page_cut(struct armex_page *page, size_t header)
{
    const size_t end = armex_page_end(page, header);

    for (size_t r = end; r < page->n_rows; r++)
        armex_page_pass(page, r);
    page->n_rows = end;
}

struct armex_cell armex_page_cell(const struct armex_page_row *row, size_t column)
{
    if (column < row->n)
        return row->cells[column];
    const struct armex_cell *last = &row->cells[row->n - 1];
    return (struct armex_cell){"", 0, last->line, last->column + last->length};
}

armex_status armex_page_check_length(const struct armex_page *page, size_t row,
                                     size_t header, struct armex_error *error)
{
    const size_t due = page->rows[header].n;
    const struct armex_page_row *given = &page->rows[row];
    const size_t n = given->n > due ? given->n : given->written;

    if (given->n <= due && given->written >= due)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(page, row),
                      "this row has %zu cell%s, the header %zu", n, n == 1 ? "" : "s",
                      due);
}

struct armex_place armex_page_place(const struct armex_page *page, size_t row)
{
    return armex_cell_place(page->file, &page->rows[row].cells[0]);
}

size_t armex_page_column(const struct armex_page_row *row, const char *name)
{
    size_t column = 0;

    while (column < row->n && !armex_cell_says(&row->cells[column], name))
        column++;
    return column;
}

size_t armex_page_header(const struct armex_page *page, const char *const *names,
                         size_t n)
{
    size_t row = 0;

    for (; row < page->n_rows; row++) {
        size_t found = 0;
        while (found < n &&
               armex_page_column(&page->rows[row], names[found]) < page->rows[row].n)
            found++;
        if (found == n)
            break;
    }
    return row;
}

short armex_cell_year(const struct armex_cell *cell)
{
    long year = 0;

    if (!armex_whole_parse(&year, cell->text, cell->length, 1900, 2100))
        year = 0;
    return (short)year;
}
