/** ingest/csv.c: one pass over the bytes; a cell is copied only to undouble quotes. */
#include "ingest/csv.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "ingest/csv_stops.h"
#include "ingest/rows_of_text.h"

/* What a byte means to a csv. */
enum { DELIMITER = 1, BREAK = 2, QUOTE = 4 };

enum fault { NO_FAULT, STRAY_QUOTE, AFTER_QUOTE, OPEN_QUOTE, NO_MEMORY };

struct armex_csv {
    struct armex_arena *arena; /* cells whose quotes were undoubled */
    const char *file;
    const char *at, *end;
    const char *line_start; /* the first byte of the line that `at` is in */
    size_t line;
    struct armex_cell *cells; /* of the newest row */
    size_t n, capacity;
    char delimiter;
    struct armex_stops stops;
    unsigned char kind[UINT8_MAX + 1]; /* of each byte; 0: one like others */
    bool is_trusted;                   /* to be UTF-8 */
    bool trims;                        /* cells */
    enum fault fault;
    size_t fault_line, fault_column;
};

armex_status armex_csv_open(struct armex_csv **out, const char *file, const char *bytes,
                            size_t length, char delimiter, struct armex_error *error)
{
    const char mark[] = "\xef\xbb\xbf";
    struct armex_csv *csv = calloc(1, sizeof *csv);

    *out = NULL;
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
        free(csv);
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE, "no csv delimiter");
    }
    if (csv)
        csv->arena = armex_arena_create();
    if (!csv || !csv->arena) {
        free(csv);
        return armex_fail_memory(error);
    }
    csv->file = file;
    csv->at = bytes;
    csv->end = bytes + length;
    if (length >= sizeof mark - 1 && memcmp(bytes, mark, sizeof mark - 1) == 0)
        csv->at += sizeof mark - 1; // editors do not count it as a column
    csv->line_start = csv->at;
    csv->line = 1;
    csv->delimiter = delimiter;
    if (!delimiter)
        csv->delimiter = armex_csv_delimiter(bytes, length);
    csv->stops.delimiter = csv->delimiter;
    csv->kind[(unsigned char)csv->delimiter] = DELIMITER;
    csv->kind['\n'] = csv->kind['\r'] = BREAK;
    csv->kind['"'] = QUOTE;
    *out = csv;
    return ARMEX_OK;
}

void armex_csv_begin_at(struct armex_csv *csv, size_t line)
{
    csv->line = line;
}

void armex_csv_trust(struct armex_csv *csv)
{
    csv->is_trusted = true;
}

void armex_csv_trim(struct armex_csv *csv)
{
    csv->trims = true;
}

void armex_csv_close(struct armex_csv *csv)
{
    if (csv) {
        armex_arena_free(csv->arena);
        free(csv->cells);
        free(csv);
    }
}

/** From the CR or LF at which the csv is. */
static void pass_line_break(struct armex_csv *csv)
{
    csv->at += armex_ends_line(csv->at, csv->end) ? 1 : 2;
    csv->line_start = csv->at;
    csv->line++;
}

static void blame(struct armex_csv *csv, enum fault fault, size_t line, size_t column)
{
    csv->fault = fault;
    csv->fault_line = line;
    csv->fault_column = column;
}

static void blame_here(struct armex_csv *csv, enum fault fault)
{
    blame(csv, fault, csv->line, (size_t)(csv->at - csv->line_start) + 1);
}

/** The first byte from `at` on of a kind that `stops`, quotes and breaks always; or the
 *  end. */
static const char *pass(struct armex_csv *csv, const char *at, unsigned stops)
{
    at = armex_stops_next(&csv->stops, at, csv->end);
    while (at < csv->end && !(csv->kind[(unsigned char)*at] & stops))
        at = armex_stops_next(&csv->stops, at + 1, csv->end);
    return at;
}

static void read_plain(struct armex_csv *csv, struct armex_cell *cell)
{
    const char *at = pass(csv, csv->at, DELIMITER | BREAK | QUOTE);

    cell->text = csv->at;
    cell->length = (size_t)(at - csv->at);
    csv->at = at;
    if (at < csv->end && *at == '"')
        blame_here(csv, STRAY_QUOTE);
}

/** A copy with every doubled quote made one. NULL: no memory. */
static const char *undouble(struct armex_csv *csv, const char *text, size_t length,
                            size_t *shorter)
{
    char *copy = armex_arena_copy(csv->arena, text, length);
    size_t kept = 0;

    for (size_t i = 0; copy && i < length; i++) {
        copy[kept++] = text[i];
        i += text[i] == '"'; // the quotes inside come in pairs: pass over the second
    }
    *shorter = kept;
    return copy;
}

/** Up to the next quote, or the end. */
static void pass_quoted(struct armex_csv *csv)
{
    for (;; pass_line_break(csv)) {
        csv->at = pass(csv, csv->at, BREAK | QUOTE);
        if (csv->at == csv->end || *csv->at == '"')
            return;
    }
}

static void read_quoted(struct armex_csv *csv, struct armex_cell *cell)
{
    const char *start = ++csv->at;
    bool doubled = false;

    for (; csv->at < csv->end; doubled = true, csv->at += 2) {
        pass_quoted(csv);
        if (csv->at + 1 >= csv->end || csv->at[1] != '"')
            break;
    }
    if (csv->at >= csv->end) {
        blame(csv, OPEN_QUOTE, cell->line, cell->column);
        return;
    }
    cell->text = start;
    cell->length = (size_t)(csv->at++ - start);
    if (doubled)
        cell->text = undouble(csv, start, cell->length, &cell->length);
    if (!cell->text)
        blame_here(csv, NO_MEMORY);
    else if (csv->at < csv->end &&
             !(csv->kind[(unsigned char)*csv->at] & (DELIMITER | BREAK)))
        blame_here(csv, AFTER_QUOTE);
}

static struct armex_cell *new_cell(struct armex_csv *csv)
{
    const size_t first = 32;

    if (csv->n == csv->capacity) {
        const size_t more = csv->capacity ? 2 * csv->capacity : first;
        struct armex_cell *cells = more > SIZE_MAX / sizeof *cells
                                       ? NULL
                                       : realloc(csv->cells, more * sizeof *cells);
        if (!cells)
            return NULL;
        csv->cells = cells;
        csv->capacity = more;
    }
    csv->cells[csv->n] = (struct armex_cell){csv->at, 0, (uint32_t)csv->line,
                                             (uint32_t)(csv->at - csv->line_start) + 1};
    return &csv->cells[csv->n++];
}

/* `"2018", "2019"`: somebody typed a blank after the comma, and nobody means it. */
static void pass_blanks_before_quote(struct armex_csv *csv)
{
    const char *at = csv->at;

    while (at < csv->end && *at == ' ')
        at++;
    if (at < csv->end && *at == '"')
        csv->at = at;
}

/** Where the cell at `at` ends, its quotes included, if it is one as nearly all are:
 *  plain, or a line's part in quotes without any in it. NULL: it may not be. */
static const char *end_of_easy(const struct armex_csv *csv, struct armex_stops *stops,
                               const char *at)
{
    const char *stop = armex_stops_next(stops, at + (*at == '"'), csv->end);

    if (*at != '"')
        return *at == ' ' ? NULL : stop;
    while (stop < csv->end && *stop == csv->delimiter)
        stop = armex_stops_next(stops, stop + 1, csv->end);
    return stop < csv->end && *stop == '"' ? stop + 1 : NULL;
}

/** Reads cells that a delimiter follows, up to one that needs more care. */
static void read_easy(struct armex_csv *csv)
{
    struct armex_stops stops = csv->stops; // in registers
    const char *at = csv->at;
    size_t n = csv->n;

    while (at < csv->end && n < csv->capacity) {
        const char *end = end_of_easy(csv, &stops, at);
        if (!end || end >= csv->end || *end != csv->delimiter)
            break;
        const size_t quoted = *at == '"';
        csv->cells[n++] = (struct armex_cell){
            at + quoted, (size_t)(end - at) - 2 * quoted, (uint32_t)csv->line,
            (uint32_t)(at - csv->line_start) + 1};
        at = end + 1;
    }
    if (stops.block > at)
        stops.block = NULL; // it looked ahead
    csv->stops = stops;
    csv->at = at;
    csv->n = n;
}

static void read_row(struct armex_csv *csv)
{
    for (;;) {
        read_easy(csv);
        if (csv->at < csv->end && *csv->at == ' ')
            pass_blanks_before_quote(csv);
        struct armex_cell *cell = new_cell(csv);
        if (!cell)
            blame_here(csv, NO_MEMORY);
        else if (csv->at < csv->end && *csv->at == '"')
            read_quoted(csv, cell);
        else
            read_plain(csv, cell);
        if (csv->fault || csv->at >= csv->end || *csv->at != csv->delimiter)
            break;
        csv->at++;
    }
    if (!csv->fault && csv->at < csv->end)
        pass_line_break(csv);
}

/** The first byte of [from, to) that is NUL or no UTF-8, or `to`. `place` holds the
 * line of `from` and is moved along. */
static const char *bad_byte(const char *from, const char *to, struct armex_place *place)
{
    const char *line_start = from, *at, *next;

    for (at = from; at < to; at = next) {
        next = at;
        armex_utf8_next(&next, to);
        if (*at == 0 || ((unsigned char)*at >= 0x80 && next == at + 1))
            break;
        if (armex_ends_line(at, to)) {
            place->line++;
            line_start = next;
        }
    }
    place->column = (size_t)(at - line_start) + 1;
    return at;
}

static armex_status fail_bytes(const struct armex_csv *csv, const char *from,
                               const char *to, size_t line, struct armex_error *error)
{
    struct armex_place place = {csv->file, line, 1};
    const char *bad = bad_byte(from, to, &place);
    const unsigned byte = bad < to ? (unsigned char)*bad : 0;

    if (byte == 0)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "a NUL byte stands here; this is no text in UTF-8");
    return armex_fail(error, ARMEX_BAD_INPUT, place,
                      "the byte 0x%02x is not UTF-8; save the file as UTF-8", byte);
}

static armex_status fail_fault(const struct armex_csv *csv, struct armex_error *error)
{
    static const char *const words[] = {
        [STRAY_QUOTE] = "a quote stands inside a cell that does not begin with one; "
                        "put the whole cell in quotes and double those in it",
        [AFTER_QUOTE] = "text follows the closing quote of a cell; a quote inside a "
                        "quoted cell is written twice",
        [OPEN_QUOTE] = "the quote that opens here is never closed",
    };
    const struct armex_place place = {csv->file, csv->fault_line, csv->fault_column};

    if (csv->fault == NO_MEMORY)
        return armex_fail_memory(error);
    return armex_fail(error, ARMEX_BAD_INPUT, place, "%s", words[csv->fault]);
}

armex_status armex_csv_next(struct armex_csv *csv, const struct armex_cell **cells,
                            size_t *n, struct armex_error *error)
{
    const char *const start = csv->at;
    const size_t line = csv->line;

    *n = 0;
    *cells = NULL;
    csv->n = 0;
    if (csv->at >= csv->end)
        return ARMEX_OK;
    read_row(csv);
    // A file that is no text shows as broken bytes first, whatever its quotes do.
    if (csv->fault != NO_MEMORY && !csv->is_trusted &&
        !armex_utf8_valid(start, (size_t)(csv->at - start)))
        return fail_bytes(csv, start, csv->at, line, error);
    if (csv->fault)
        return fail_fault(csv, error);
    for (size_t i = 0; csv->trims && i < csv->n; i++)
        csv->cells[i] = armex_cell_trim(csv->cells[i]);
    *cells = csv->cells;
    *n = csv->n;
    return ARMEX_OK;
}

char armex_csv_delimits(const struct armex_csv *csv)
{
    return csv->delimiter;
}
