/**
 * ingest/sources/sdmx.c: SDMX-CSV 1.0 (DATAFLOW,...) and 2.0 (STRUCTURE,STRUCTURE_ID,
 * ACTION,...), and SDMX-JSON (sdmx_json.c), which holds the same: what armex exports,
 * and any annual data flow with REF_AREA, TIME_PERIOD and OBS_VALUE whose measure and
 * unit it knows or the user states.
 *
 * Dataset and vintage are those of the data flow: "ARMEX:NATIONAL_FIGURES(2026.11.23)".
 * With labels ("USA: United States") the codes count.
 */
#include <string.h>

#include "ingest/json.h"
#include "ingest/page.h"
#include "ingest/sources.h"
#include "ingest/sources/sdmx_json.h"
#include "ingest/sources/sdmx_rows.h"

/** Which column is which part; SIZE_MAX: there is none. */
struct layout {
    size_t column[ARMEX_SDMX_PARTS];
};

/** The code of "USA: United States". */
static struct armex_cell code_of(struct armex_cell cell)
{
    const char *label = cell.length ? memmem(cell.text, cell.length, ": ", 2) : NULL;

    if (label)
        cell.length = (size_t)(label - cell.text);
    return cell;
}

static size_t column_of(const struct armex_page_row *row, const char *name)
{
    for (size_t c = 0; c < row->n; c++) {
        const struct armex_cell code = code_of(row->cells[c]);
        if (armex_cell_is(&code, name))
            return c;
    }
    return SIZE_MAX;
}

/** Whether the first row is the header of a message. */
static bool find_columns(struct layout *out, const struct armex_page *page)
{
    size_t *column = out->column;

    if (!page->n_rows)
        return false;
    for (size_t i = 0; i < ARMEX_SDMX_PARTS; i++)
        column[i] = column_of(&page->rows[0], armex_sdmx_part_names[i]);
    if (column[ARMEX_SDMX_FLOW] == SIZE_MAX)
        column[ARMEX_SDMX_FLOW] = column_of(&page->rows[0], "STRUCTURE_ID");
    return column[ARMEX_SDMX_FLOW] != SIZE_MAX && column[ARMEX_SDMX_AREA] != SIZE_MAX &&
           column[ARMEX_SDMX_TIME] != SIZE_MAX && column[ARMEX_SDMX_VALUE] != SIZE_MAX;
}

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page;
    struct layout layout = {{0}};
    bool known = false;

    if (armex_is_json(document->bytes, document->length))
        return armex_sdmx_json_is(document);
    page = armex_page_glance(document);
    known = page && find_columns(&layout, page);
    armex_page_close(page);
    return known;
}

static struct armex_sdmx_row row_of(const struct armex_page *page,
                                    const struct layout *layout, size_t r)
{
    struct armex_sdmx_row row = {.place = armex_page_place(page, r), .number = r - 1};

    for (size_t i = 0; i < ARMEX_SDMX_PARTS; i++) {
        const size_t c = layout->column[i];
        row.cells[i] = c == SIZE_MAX ? (struct armex_cell){"", 0, 0, 0}
                                     : armex_page_cell(&page->rows[r], c);
        if (i != ARMEX_SDMX_FLOW) // whose own name holds a colon
            row.cells[i] = code_of(row.cells[i]);
    }
    return row;
}

/** Row 0 of the message is row 1 of the page. */
static struct armex_place place_of(const void *context, size_t i)
{
    const struct armex_page *page = context;
    return armex_page_place(page, i + 1);
}

static armex_status take_rows(struct armex_sdmx_rows *rows,
                              const struct armex_page *page, struct armex_error *error)
{
    const struct armex_place whole = {page->file, 0, 0};
    struct layout layout = {{0}};
    armex_status status = ARMEX_OK;

    if (!find_columns(&layout, page))
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "there is no header with the columns DATAFLOW, REF_AREA, "
                          "TIME_PERIOD and OBS_VALUE");
    if (page->n_rows == 1)
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "there is no row below the header");
    for (size_t r = 1; !status && r < page->n_rows; r++) {
        const struct armex_sdmx_row row = row_of(page, &layout, r);
        const armex_status length = armex_page_check_length(page, r, 0, error);
        status = length ? length : armex_sdmx_rows_take(rows, &row, error);
        status = armex_rejects_row(page->rejects, status, error);
    }
    rows->place = place_of;
    rows->context = page;
    return status;
}

static armex_status read_csv(struct armex_vintage **out,
                             const struct armex_document *document,
                             const struct armex_ingest_options *options,
                             struct armex_error *error)
{
    struct armex_sdmx_rows rows;
    struct armex_page *page = NULL;
    armex_status status = armex_sdmx_rows_open(&rows, document, options, error);

    if (!status)
        status = armex_page_open(&page, document, error);
    if (!status)
        status = take_rows(&rows, page, error);
    if (!status)
        status = armex_sdmx_rows_vintage(out, &rows, "Read from SDMX-CSV.", error);
    armex_sdmx_rows_close(&rows);
    armex_page_close(page);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    const bool json = armex_is_json(document->bytes, document->length);
    armex_status status;

    *out = NULL;
    status = json ? armex_sdmx_json_read(out, document, options, error)
                  : read_csv(out, document, options, error);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    return status;
}

const struct armex_source armex_source_sdmx = {
    .name = "sdmx",
    .credit = "SDMX-CSV and SDMX-JSON of annual data: REF_AREA, TIME_PERIOD, ...",
    .recognise = recognise,
    .read = read,
};
