/** ingest/delimiter.c: what sets the cells of a csv apart, when nobody says. */
#include <stdint.h>
#include <string.h>

#include "ingest/csv.h"

enum { SAMPLE_ROWS = 48, SAMPLE_BYTES = 64 * 1024, WIDTHS = 4096 };

/** How much of a table the rows at the beginning make under a delimiter: the rows of
 *  one width, times the delimiters in each; of all widths the one that gives most. */
static size_t weight(const char *bytes, size_t length, char delimiter)
{
    uint8_t rows[WIDTHS] = {0}; // by the cells in them, at most SAMPLE_ROWS
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    size_t most = 0, n = 1;

    if (armex_csv_open(&csv, NULL, bytes, length, delimiter, NULL))
        return 0;
    for (size_t row = 0; row < SAMPLE_ROWS && n; row++) {
        if (armex_csv_next(csv, &cells, &n, NULL))
            break;
        const size_t width = n < WIDTHS ? n : WIDTHS - 1;
        if (n && ++rows[width] * (width - 1) > most)
            most = rows[width] * (width - 1);
    }
    armex_csv_close(csv);
    return most;
}

/* The notes above a table are full of semicolons, and where the comma is the decimal
 * mark a row may hold more of these than of what delimits it; but rows of a table are
 * alike.
 */
char armex_csv_delimiter(const char *bytes, size_t length)
{
    static const char others[] = {';', '\t', '|'};
    const size_t looked_at = length < SAMPLE_BYTES ? length : SAMPLE_BYTES;
    char found = ',';
    size_t most = weight(bytes, looked_at, found);

    for (size_t i = 0; i < sizeof others; i++) {
        if (!memchr(bytes, others[i], looked_at))
            continue; // every row is one cell, or a mistake
        const size_t weighs = weight(bytes, looked_at, others[i]);
        if (weighs > most) {
            most = weighs;
            found = others[i];
        }
    }
    return found;
}
