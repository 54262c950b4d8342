/** ingest/delimiter.c: what sets the cells of a csv apart, when nobody says. */
#include "ingest/csv.h"

enum { SAMPLE_ROWS = 32, SAMPLE_BYTES = 64 * 1024 };

/** How many rows agree on how many cells. */
struct agreement {
    size_t rows, cells;
};

static size_t sample(size_t counts[SAMPLE_ROWS], const char *bytes, size_t length,
                     char delimiter)
{
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    size_t rows = 0, n = 1;

    if (armex_csv_open(&csv, NULL, bytes, length, delimiter, NULL))
        return 0;
    while (rows < SAMPLE_ROWS && !armex_csv_next(csv, &cells, &n, NULL) && n)
        counts[rows++] = n;
    armex_csv_close(csv);
    return rows;
}

static struct agreement agreement(const size_t *counts, size_t rows)
{
    struct agreement best = {0, 0};

    for (size_t i = 0; i < rows; i++) {
        size_t same = 0;
        for (size_t j = 0; j < rows; j++)
            same += counts[j] == counts[i];
        if (counts[i] > 1 &&
            (same > best.rows || (same == best.rows && counts[i] > best.cells)))
            best = (struct agreement){same, counts[i]};
    }
    return best;
}

char armex_csv_delimiter(const char *bytes, size_t length)
{
    static const char candidates[] = {',', ';', '\t', '|'};
    struct agreement best = {0, 0};
    char found = ',';

    if (length > SAMPLE_BYTES)
        length = SAMPLE_BYTES;
    for (size_t i = 0; i < sizeof candidates; i++) {
        size_t counts[SAMPLE_ROWS];
        const size_t rows = sample(counts, bytes, length, candidates[i]);
        const struct agreement here = agreement(counts, rows);
        if (here.rows > best.rows ||
            (here.rows == best.rows && here.cells > best.cells)) {
            best = here;
            found = candidates[i];
        }
    }
    return found;
}
