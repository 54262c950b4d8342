/** ingest/sources/comtrade_care.c: what the end of a table of trade tells of it. */
#include <string.h>

#include "ingest/footer.h"
#include "ingest/sources/comtrade.h"

/** Where the last line with anything in it begins; `*length` without its end. */
static const char *last_line(const char *text, size_t *length)
{
    static const char ends[] = "\r\n ,;\t";
    size_t end = *length, start;

    while (end && memchr(ends, text[end - 1], sizeof ends - 1))
        end--;
    for (start = end; start && text[start - 1] != '\n' && text[start - 1] != '\r';)
        start--;
    *length = end - start;
    return text + start;
}

bool armex_comtrade_care(const char *bytes, size_t length)
{
    const size_t most = ARMEX_COMTRADE_TAIL;
    struct armex_footer footer = {0};
    const struct armex_document document = {.path = "", .footer = &footer};
    const struct armex_cell *cells = NULL;
    struct armex_csv *csv = NULL;
    size_t tail = length < most ? length : most, n = 0;
    const char *line = last_line(bytes + (length - tail), &tail);
    bool care = false;

    if (!armex_csv_open(&csv, document.path, line, tail, 0, NULL) &&
        !armex_csv_next(csv, &cells, &n, NULL))
        care = armex_footer_is(&document, cells, n);
    armex_csv_close(csv);
    return care;
}
