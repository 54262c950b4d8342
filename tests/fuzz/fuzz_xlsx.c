/** tests/fuzz/fuzz_xlsx.c: no XML makes a workbook that reads beyond itself. The first
 * byte says which part the others are, for a checksum guards a whole archive. */
#include "fuzz_vintage.h"
#include "ingest/sources.h"
#include "ingest/xlsx.h"
#include "zip_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_sheet(const struct armex_xlsx_sheet *sheet)
{
    for (size_t i = 0; i < sheet->n; i++) {
        const struct armex_xlsx_cell *cell = &sheet->cells[i];
        const struct armex_xlsx_cell found =
            armex_xlsx_at(sheet, cell->row, cell->column);
        double number;
        if (!cell->length || cell->text[cell->length] || cell->row > sheet->n_rows ||
            cell->column > sheet->n_columns || found.text != cell->text)
            abort();
        armex_xlsx_year(cell);
        if (armex_xlsx_number(&number, cell, 6) && !isfinite(number))
            abort();
    }
    armex_xlsx_at(sheet, 7, 7);
}

static void read_workbook(const struct armex_text *zip)
{
    struct armex_xlsx *book = NULL;
    struct armex_error error = {0};

    if (armex_xlsx_open(&book, "x.xlsx", zip->data, zip->length, &error)) {
        if (!*error.message)
            abort();
        return;
    }
    for (size_t i = 0; i < armex_xlsx_sheets(book); i++) {
        struct armex_xlsx_sheet *sheet = NULL;
        if (!armex_xlsx_sheet_read(&sheet, book, i, &error))
            check_sheet(sheet);
        armex_xlsx_sheet_free(sheet);
    }
    armex_xlsx_close(book);
}

static void read_as(const struct armex_source *source, const struct armex_text *zip)
{
    const struct armex_ingest_options options = {.vintage = {2026, 2, 12}};
    const struct armex_document document = {
        .path = "x.xlsx", .bytes = zip->data, .length = zip->length};
    struct armex_vintage *vintage = NULL;
    struct armex_error error = {0};
    armex_status status;

    source->recognise(&document);
    status = source->read(&vintage, &document, &options, &error);
    check_answer(status, vintage, &error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct xlsx_parts parts = {.workbook = "<w><sheets><sheet name=\"Share of GDP\" "
                                           "id=\"rId1\"/></sheets></w>"};
    char *text = size ? malloc(size) : NULL;

    if (!text)
        return 0;
    memcpy(text, data + 1, size - 1);
    text[size - 1] = '\0';
    *(data[0] == 'w'   ? &parts.workbook
      : data[0] == 'r' ? &parts.relations
      : data[0] == 't' ? &parts.strings
      : data[0] == 's' ? &parts.styles
      : data[0] == 'p' ? &parts.properties
                       : &parts.sheet) = text;
    struct armex_text zip = xlsx_of(&parts);
    if (!zip.failed) {
        read_workbook(&zip);
        read_as(&armex_source_sipri_milex, &zip);
        read_as(&armex_source_sipri_top100, &zip);
    }
    armex_text_free(&zip);
    free(text);
    return 0;
}
