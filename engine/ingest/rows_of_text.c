/** ingest/rows_of_text.c: line breaks outside quotes, and what lies between them. */
#include "ingest/rows_of_text.h"

#include <string.h>

struct armex_text_row armex_text_rows(const char *bytes, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";
    const size_t skipped =
        length >= sizeof mark - 1 && memcmp(bytes, mark, sizeof mark - 1) == 0
            ? sizeof mark - 1
            : 0;
    return (struct armex_text_row){bytes + skipped, 0, 1, 1, bytes + length};
}

bool armex_text_row_next(struct armex_text_row *row)
{
    const char *at = row->text + row->length;
    bool quoted = false, ended = false;

    row->text = at;
    row->line = row->next_line;
    for (; at < row->end && !ended; at++) {
        quoted ^= *at == '"';
        if (armex_ends_line(at, row->end)) {
            row->next_line++;
            ended = !quoted;
        }
    }
    row->length = (size_t)(at - row->text);
    row->next_line += !ended; // the last line may have no end
    return row->length > 0;
}

size_t armex_text_row_content(const struct armex_text_row *row)
{
    size_t n = row->length;

    while (n && (row->text[n - 1] == '\n' || row->text[n - 1] == '\r'))
        n--;
    return n;
}

struct armex_text_row_cells armex_text_row_cells(const struct armex_text_row *row,
                                                 char delimiter)
{
    const size_t length = armex_text_row_content(row);
    struct armex_text_row_cells cells = {1, 0};
    bool quoted = false;

    for (size_t i = 0; i < length; i++) {
        quoted ^= row->text[i] == '"';
        if (row->text[i] == delimiter && !quoted)
            cells.all++;
        else if (row->text[i] != ' ')
            cells.filled = cells.all;
    }
    return cells;
}

struct armex_text_header armex_text_find_header(const char *bytes, size_t length)
{
    static const char delimiters[] = {',', ';', '\t', '|'};
    const size_t glanced = 48;
    struct armex_text_header found = {.delimiter = ','};

    for (size_t d = 0; d < sizeof delimiters; d++) {
        struct armex_text_row row = armex_text_rows(bytes, length);
        for (size_t r = 0; r < glanced && armex_text_row_next(&row); r++) {
            const struct armex_text_row_cells cells =
                armex_text_row_cells(&row, delimiters[d]);
            if (cells.filled > found.cells.filled)
                found = (struct armex_text_header){row, cells, delimiters[d]};
        }
    }
    return found;
}
