/** tests/fuzz/fuzz_csv.c: no bytes make the csv reader read astray.
 *
 *  Whatever it reads: cells lie in the bytes or are shorter than them, hold no NUL, and
 *  the lines never run backwards; a refusal has a place. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_cell(const struct armex_cell *cell, size_t size, size_t line)
{
    if (cell->length > size || cell->line < line || cell->column == 0 ||
        memchr(cell->text, 0, cell->length))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct armex_cell *cells;
    struct armex_error error = {0};
    struct armex_csv *csv = NULL;
    size_t n = 1, line = 1;
    armex_status status =
        armex_csv_open(&csv, "x", (const char *)data, size, 0, &error);

    while (!status && n) {
        status = armex_csv_next(csv, &cells, &n, &error);
        for (size_t i = 0; !status && i < n; i++) {
            check_cell(&cells[i], size, line);
            line = cells[i].line;
        }
    }
    if (status && status != ARMEX_NO_MEMORY && strncmp(error.message, "x:", 2) != 0)
        abort();
    armex_csv_close(csv);
    return 0;
}
