/** ingest/unknown.c: nobody knows the file, so its user is told what it is. */
#include "ingest/unknown.h"

#include <string.h>

#include "base/text.h"
#include "ingest/archive.h"
#include "ingest/json.h"
#include "ingest/sheet.h"
#include "ingest/written_year.h"
#include "ingest/xlsx.h"

/** A column that is no year but something like it: a table of one column a year. */
static armex_status check_years(const struct armex_document *document,
                                const struct armex_cell *header, size_t n,
                                struct armex_error *error)
{
    for (size_t c = 0; c < n; c++) {
        const enum armex_year_kind kind =
            armex_written_year(header[c].text, header[c].length).kind;
        if (kind > ARMEX_CALENDAR_YEAR)
            return armex_fail(
                error, ARMEX_BAD_INPUT, armex_cell_place(document->path, &header[c]),
                "'%s' %s%s", armex_cell_clip(&header[c]).text, armex_year_words(kind),
                kind == ARMEX_FISCAL_YEAR
                    ? "; give a tidy csv with columns entity, year, value and "
                      "first_month, the month that such a year begins with"
                    : "");
    }
    return ARMEX_OK;
}

static armex_status fail_columns(const struct armex_document *document,
                                 const struct armex_cell *header, size_t n,
                                 struct armex_error *error)
{
    const armex_status status = check_years(document, header, n, error);

    if (status)
        return status;
    return armex_fail(
        error, ARMEX_BAD_INPUT, armex_cell_place(document->path, header),
        "the columns '%s' are of no known layout; armex ingest --list-sources names "
        "those that are; or give a tidy csv with columns entity, year, value, or a "
        "--map "
        "that says which columns these are",
        armex_header_words(header, n).text);
}

/** How files begin that hold no text, and what to do with them. */
static const struct {
    const char *beginning;
    const char *words;
} kinds[] = {
    {"\xd0\xcf\x11\xe0", "this is a workbook or document of the old kind (xls, doc); "
                         "save the table as csv"},
    {"%PDF-",
     "this is a PDF, and not a table; take the table from its publisher as csv"},
    {"SQLite format 3", "this is a database (SQLite); export its table as csv"},
    {"\x89HDF", "this is an HDF5 or netCDF file; export its table as csv"},
    {"PAR1", "this is a Parquet file; export its table as csv"},
};

/** "sheets 'Front page', 'Data'" of a workbook. */
static armex_status fail_workbook(const struct armex_document *document,
                                  struct armex_error *error)
{
    const size_t most = 8;
    struct armex_text names = {0};
    struct armex_xlsx *book = NULL;
    armex_status status = armex_xlsx_open(&book, document->path, document->bytes,
                                          document->length, error);

    if (status)
        return status;
    for (size_t i = 0; i < armex_xlsx_sheets(book) && i < most; i++)
        armex_text_printf(&names, "%s'%s'", i ? ", " : "",
                          armex_xlsx_sheet_name(book, i));
    if (armex_xlsx_sheets(book) > most)
        armex_text_printf(&names, " and %zu more", armex_xlsx_sheets(book) - most);
    status =
        names.failed
            ? armex_fail_memory(error)
            : armex_fail(error, ARMEX_BAD_INPUT,
                         (struct armex_place){document->path, 0, 0},
                         "this workbook is of no known layout (sheets %s); save the "
                         "sheet that is meant as csv",
                         names.length ? names.data : "none");
    armex_text_free(&names);
    armex_xlsx_close(book);
    return status;
}

static armex_status fail_text(const struct armex_document *document,
                              struct armex_error *error)
{
    const struct armex_place top = {document->path, 1, 1};
    const struct armex_cell *header = NULL;
    struct armex_csv *csv = NULL;
    size_t n = 0;
    armex_status status = armex_csv_open(&csv, document->path, document->bytes,
                                         document->length, 0, error);

    if (!status)
        status = armex_csv_next(csv, &header, &n, error);
    if (!status)
        status = n ? fail_columns(document, header, n, error)
                   : armex_fail(error, ARMEX_BAD_INPUT, top, "the file is empty");
    armex_csv_close(csv);
    return status;
}

armex_status armex_fail_unknown(const struct armex_document *document,
                                struct armex_error *error)
{
    const struct armex_place top = {document->path, 1, 1},
                             whole = {document->path, 0, 0};

    if (armex_is_json(document->bytes, document->length))
        return armex_fail(
            error, ARMEX_BAD_INPUT, top,
            "this json is no data package, which names its \"resources\", nor "
            "an SDMX message, which has \"dataSets\"");
    if (armex_is_zip(document->bytes, document->length))
        return fail_workbook(document, error);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const size_t length = strlen(kinds[i].beginning);
        if (document->length >= length &&
            memcmp(document->bytes, kinds[i].beginning, length) == 0)
            return armex_fail(error, ARMEX_BAD_INPUT, whole, "%s", kinds[i].words);
    }
    return fail_text(document, error);
}
