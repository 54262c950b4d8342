/** ingest/sheet.c: rows gathered under their header. */
#include "ingest/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/footer.h"

static armex_status copy_cells(struct armex_cell **out, const struct armex_cell *cells,
                               size_t n, struct armex_error *error)
{
    *out = malloc(n * sizeof **out); // the reader held as many: no overflow
    if (!*out)
        return armex_fail_memory(error);
    memcpy(*out, cells, n * sizeof **out);
    return ARMEX_OK;
}

/** Of a table as it was published the first column may lack a name: programs number
 *  the rows there. */
static armex_status check_names(const struct armex_sheet *sheet, bool published,
                                struct armex_error *error)
{
    for (size_t i = 0; i < sheet->n_columns; i++) {
        const struct armex_cell *name = &sheet->header[i];
        if (!name->length && !(published && i == 0 && sheet->n_columns > 1))
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(sheet->file, name),
                              "column %zu of the header has no name", i + 1);
        for (size_t j = 0; j < i; j++)
            if (armex_cell_compare(&sheet->header[j], name) == 0)
                return armex_fail(error, ARMEX_BAD_INPUT,
                                  armex_cell_place(sheet->file, name),
                                  "columns %zu and %zu are both called '%s'", j + 1,
                                  i + 1, armex_cell_clip(name).text);
    }
    return ARMEX_OK;
}

/** How many cells there are without the empty ones at the end, but at least `least`:
 *  spreadsheets leave delimiters behind where something once stood. */
static size_t without_empty_end(const struct armex_cell *cells, size_t n, size_t least)
{
    while (n > least && !cells[n - 1].length)
        n--;
    return n;
}

static armex_status read_header(struct armex_sheet *sheet, bool published,
                                struct armex_error *error)
{
    const size_t most_columns = 10000; // names are compared each with each
    const struct armex_cell *cells = NULL;
    const struct armex_place top = {sheet->file, 1, 1};
    size_t n = 0;
    armex_status status = ARMEX_OK;

    for (size_t row = 0; !status && row <= sheet->above; row++)
        status = armex_csv_next(sheet->csv, &cells, &n, error);
    if (status)
        return status;
    if (n == 0)
        return armex_fail(error, ARMEX_BAD_INPUT, top,
                          "the file is empty; it needs a header line");
    if (n > most_columns)
        return armex_fail(error, ARMEX_BAD_INPUT, top,
                          "%zu columns are more than the %zu that are read", n,
                          most_columns);
    n = without_empty_end(cells, n, 1);
    status = copy_cells(&sheet->header, cells, n, error);
    if (!status) {
        for (size_t i = 0; i < n; i++)
            sheet->header[i] = armex_cell_trim(sheet->header[i]);
        sheet->n_columns = n;
        status = check_names(sheet, published, error);
    }
    return status;
}

static armex_status grow(struct armex_sheet *sheet, size_t *capacity,
                         struct armex_error *error)
{
    const size_t first = 256, row_size = sheet->n_columns * sizeof *sheet->cells;
    const size_t more = *capacity ? 2 * *capacity : first;
    struct armex_cell *cells = reallocarray(sheet->cells, more, row_size);

    if (!cells)
        return armex_fail_memory(error);
    sheet->cells = cells;
    *capacity = more;
    return ARMEX_OK;
}

static armex_status add_row(struct armex_sheet *sheet, const struct armex_cell *cells,
                            size_t n, size_t *capacity, struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (sheet->n_columns > 1 && !without_empty_end(cells, n, 0))
        return ARMEX_OK; // an empty line
    n = without_empty_end(cells, n, sheet->n_columns);
    if (n != sheet->n_columns)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          armex_cell_place(sheet->file, &cells[0]),
                          "this row has %zu cell%s, the header %zu", n,
                          n == 1 ? "" : "s", sheet->n_columns);
    if (sheet->n_rows == *capacity)
        status = grow(sheet, capacity, error);
    if (!status)
        memcpy(sheet->cells + sheet->n_rows++ * n, cells, n * sizeof *cells);
    return status;
}

/** A sheet that is being read. */
struct reading {
    struct armex_sheet *sheet;
    size_t capacity; /* rows that there is room for */
};

static armex_status take_row(void *context, const struct armex_cell *cells, size_t n,
                             struct armex_error *error)
{
    struct reading *reading = context;

    return armex_rejects_row(
        reading->sheet->rejects,
        add_row(reading->sheet, cells, n, &reading->capacity, error), error);
}

static armex_status read_document(struct armex_sheet **out,
                                  const struct armex_document *document, char delimiter,
                                  size_t above, struct armex_error *error)
{
    struct armex_sheet *sheet = calloc(1, sizeof *sheet);
    struct reading reading = {sheet, 0};

    *out = NULL;
    if (!sheet)
        return armex_fail_memory(error);
    sheet->file = document->path;
    sheet->names = document->names;
    sheet->rejects = document->rejects;
    sheet->above = above;
    armex_status status = armex_csv_open(&sheet->csv, document->path, document->bytes,
                                         document->length, delimiter, error);
    if (!status)
        status = read_header(sheet, document->footer != NULL, error);
    if (!status)
        status = armex_footer_rows(sheet->csv, document, take_row, &reading, error);
    if (!status)
        *out = sheet;
    else
        armex_sheet_free(sheet);
    return status;
}

armex_status armex_sheet_read(struct armex_sheet **out, const char *file,
                              const char *bytes, size_t length, char delimiter,
                              struct armex_error *error)
{
    const struct armex_document document = {
        .path = file, .bytes = bytes, .length = length};
    return read_document(out, &document, delimiter, 0, error);
}

armex_status armex_sheet_of(struct armex_sheet **out,
                            const struct armex_document *document,
                            struct armex_error *error)
{
    return read_document(out, document, 0, 0, error);
}

bool armex_sheet_header(size_t *above, const struct armex_document *document,
                        armex_header_test *test, const void *context)
{
    const size_t glanced = 48; // rows; as of a page
    const struct armex_cell *cells = NULL;
    struct armex_csv *csv = NULL;
    bool found = false;
    size_t n = 1;

    if (armex_csv_open(&csv, document->path, document->bytes, document->length, 0,
                       NULL))
        return false;
    for (*above = 0; !found && n && *above < glanced; ++*above)
        found = !armex_csv_next(csv, &cells, &n, NULL) && n && test(context, cells, n);
    armex_csv_close(csv);
    *above = found ? *above - 1 : 0;
    return found;
}

armex_status armex_sheet_below(struct armex_sheet **out,
                               const struct armex_document *document,
                               armex_header_test *test, const void *context,
                               struct armex_error *error)
{
    size_t above = 0;

    armex_sheet_header(&above, document, test, context);
    return read_document(out, document, 0, above, error);
}

void armex_sheet_free(struct armex_sheet *sheet)
{
    if (sheet) {
        armex_csv_close(sheet->csv);
        free(sheet->header);
        free(sheet->cells);
        free(sheet);
    }
}

size_t armex_sheet_column(const struct armex_sheet *sheet, const char *name)
{
    size_t column = 0;

    while (column < sheet->n_columns && !armex_cell_is(&sheet->header[column], name))
        column++;
    return column;
}

const struct armex_cell *armex_sheet_cell(const struct armex_sheet *sheet, size_t row,
                                          size_t column)
{
    return &sheet->cells[row * sheet->n_columns + column];
}

struct armex_place armex_sheet_place(const struct armex_sheet *sheet, size_t row,
                                     size_t column)
{
    return armex_cell_place(sheet->file, armex_sheet_cell(sheet, row, column));
}

struct armex_header_words armex_header_words(const struct armex_cell *header, size_t n)
{
    const size_t most = 6, clip = 24;
    struct armex_header_words words = {{0}};
    size_t length = 0;

    for (size_t i = 0; i < n && i < most; i++)
        length += (size_t)snprintf(words.text + length, sizeof words.text - length,
                                   "%s%.*s", i ? ", " : "", (int)clip,
                                   armex_cell_clip(&header[i]).text);
    if (n > most)
        snprintf(words.text + length, sizeof words.text - length, " and %zu more",
                 n - most);
    return words;
}
