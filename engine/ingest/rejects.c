/** ingest/rejects.c: which rows, and the document without them. */
#include "ingest/rejects.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ingest/rows_of_text.h"

/* Why the row that holds that line was set aside. */
struct reject {
    size_t line, column;
    const char *reason;
};

struct armex_rejects {
    struct armex_arena *reasons;
    struct reject *items;
    size_t n, capacity, taken; /* so many of them are out of the rest */
    const char *bytes;
    size_t length;
    char *rest;
    struct armex_text text;
    bool headless, failed; /* no memory for a row that was said */
};

armex_status armex_rejects_create(struct armex_rejects **out, struct armex_error *error)
{
    struct armex_rejects *made = calloc(1, sizeof *made);

    *out = NULL;
    if (made)
        made->reasons = armex_arena_create();
    if (!made || !made->reasons) {
        free(made);
        return armex_fail_memory(error);
    }
    *out = made;
    return ARMEX_OK;
}

void armex_rejects_free(struct armex_rejects *rejects)
{
    if (rejects) {
        armex_arena_free(rejects->reasons);
        free(rejects->items);
        free(rejects->rest);
        armex_text_free(&rejects->text);
        free(rejects);
    }
}

static bool add(struct armex_rejects *rejects, const struct armex_error *error)
{
    struct reject item = {error->line, error->column, NULL};

    if (rejects->n == rejects->capacity) {
        const size_t more = rejects->capacity ? 2 * rejects->capacity : 64;
        struct reject *items = reallocarray(rejects->items, more, sizeof *items);
        if (!items)
            return false;
        rejects->items = items;
        rejects->capacity = more;
    }
    item.reason = armex_arena_text(rejects->reasons, error->message + error->words);
    if (!item.reason)
        return false;
    rejects->items[rejects->n++] = item;
    return true;
}

armex_status armex_rejects_row(struct armex_rejects *rejects, armex_status status,
                               struct armex_error *error)
{
    if (status != ARMEX_BAD_INPUT || !rejects || !error || !error->line)
        return status;
    if (!rejects->failed && !add(rejects, error))
        rejects->failed = true;
    return ARMEX_OK;
}

void armex_rejects_headless(struct armex_rejects *rejects)
{
    if (rejects)
        rejects->headless = true;
}

void armex_rejects_begin(struct armex_rejects *rejects, const char *bytes,
                         size_t length)
{
    if (rejects) {
        rejects->bytes = bytes;
        rejects->length = length;
        rejects->n = rejects->taken = 0;
        rejects->headless = false;
        armex_text_free(&rejects->text);
    }
}

bool armex_rejects_found(const struct armex_rejects *rejects)
{
    return rejects && (rejects->failed || rejects->n > rejects->taken);
}

static int compare(const void *left, const void *right)
{
    const struct reject *a = left, *b = right;

    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/** Sorts them by line, and keeps the first of each row. */
static void settle(struct armex_rejects *rejects)
{
    struct armex_text_row row = armex_text_rows(rejects->bytes, rejects->length);
    size_t kept = 0, i = 0;

    qsort(rejects->items, rejects->n, sizeof *rejects->items, compare);
    while (i < rejects->n && armex_text_row_next(&row)) {
        if (rejects->items[i].line >= row.next_line)
            continue;
        rejects->items[kept++] = rejects->items[i];
        while (i < rejects->n && rejects->items[i].line < row.next_line)
            i++;
    }
    rejects->n = kept;
}

/** An empty line for every line that the row has, at most one a byte: CRLF each, for a
 *  CR and an LF that come to stand side by side would be one. */
static size_t keep_lines(char *to, const struct armex_text_row *row)
{
    const size_t lines = row->next_line - row->line;

    for (size_t i = 0; i < lines; i++) {
        to[2 * i] = '\r';
        to[2 * i + 1] = '\n';
    }
    return 2 * lines;
}

/** What is wrong with a row cannot go on for ever: the last that was said, though the
 *  row was set aside already. */
static armex_status fail_again(const struct reject *item, const char *file,
                               struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT,
                      (struct armex_place){file, item->line, item->column}, "%s",
                      item->reason);
}

armex_status armex_rejects_rest(const char **bytes, size_t *length,
                                struct armex_rejects *rejects, const char *file,
                                struct armex_error *error)
{
    struct armex_text_row row = armex_text_rows(rejects->bytes, rejects->length);
    char *rest = rejects->failed ? NULL : malloc(2 * rejects->length + 1);
    size_t n = 0, i = 0;

    if (!rest)
        return armex_fail_memory(error);
    const struct reject last = rejects->items[rejects->n - 1];
    settle(rejects);
    if (rejects->n <= rejects->taken) {
        free(rest);
        return fail_again(&last, file, error);
    }
    while (armex_text_row_next(&row)) {
        const bool aside = i < rejects->n && rejects->items[i].line < row.next_line;
        if (aside) {
            n += keep_lines(rest + n, &row);
            i++;
        } else {
            memcpy(rest + n, row.text, row.length);
            n += row.length;
        }
    }
    rest[n] = '\0';
    free(rejects->rest);
    rejects->rest = rest;
    rejects->taken = rejects->n;
    *bytes = rest;
    *length = n;
    return ARMEX_OK;
}

armex_status armex_rejects_blame(const struct armex_rejects *rejects,
                                 armex_status status, struct armex_error *error)
{
    const size_t n = armex_rejects_count(rejects);
    struct armex_error was;

    if (status != ARMEX_BAD_INPUT || !n || !error)
        return status;
    was = *error;
    armex_fail(error, status, ARMEX_NOWHERE,
               "%s; without %zu row%s set aside, the first in line %zu: %s",
               was.message, n, n == 1 ? "" : "s", rejects->items[0].line,
               rejects->items[0].reason);
    error->line = was.line;
    error->column = was.column;
    error->words = was.words;
    return status;
}

size_t armex_rejects_count(const struct armex_rejects *rejects)
{
    return rejects ? rejects->n : 0;
}

void armex_rejects_words(struct armex_text *out, const struct armex_rejects *rejects)
{
    const size_t n = armex_rejects_count(rejects), most_told = 12;

    if (!n)
        return;
    armex_text_printf(out, "Rows set aside as wrong: %zu (line%s", n,
                      n == 1 ? "" : "s");
    for (size_t i = 0; i < n && i < most_told; i++)
        armex_text_printf(out, "%s %zu", i ? "," : "", rejects->items[i].line);
    armex_text_add(out, n > most_told ? " and more)." : ").");
}

/** Line, column and reason behind a row. */
static void add_reason(struct armex_text *out, const struct reject *item,
                       char delimiter)
{
    armex_text_printf(out, "%c%zu%c%zu%c\"", delimiter, item->line, delimiter,
                      item->column, delimiter);
    for (const char *at = item->reason; *at; at++) {
        armex_text_add_bytes(out, at, 1);
        if (*at == '"')
            armex_text_add(out, "\"");
    }
    armex_text_add(out, "\"\n");
}

/** The row without its line break, as long as the header. */
static void add_row(struct armex_text *out, const struct armex_text_row *row,
                    const struct armex_text_header *header)
{
    armex_text_add_bytes(out, row->text, armex_text_row_content(row));
    for (size_t n = armex_text_row_cells(row, header->delimiter).all;
         n < header->cells.all; n++)
        armex_text_add_bytes(out, &header->delimiter, 1);
}

armex_status armex_rejects_end(struct armex_rejects *rejects, struct armex_error *error)
{
    struct armex_text_row row;
    struct armex_text_header header;

    if (!rejects)
        return ARMEX_OK;
    row = armex_text_rows(rejects->bytes, rejects->length);
    header = armex_text_find_header(rejects->bytes, rejects->length);
    if (!rejects->headless && header.row.text) {
        const char d = header.delimiter;
        add_row(&rejects->text, &header.row, &header);
        armex_text_printf(&rejects->text, "%cline%ccolumn%creason\n", d, d, d);
    }
    for (size_t i = 0; i < rejects->n && armex_text_row_next(&row);)
        if (rejects->items[i].line < row.next_line) {
            add_row(&rejects->text, &row, &header);
            add_reason(&rejects->text, &rejects->items[i++], header.delimiter);
        }
    return rejects->text.failed ? armex_fail_memory(error) : ARMEX_OK;
}

const char *armex_rejects_text(const struct armex_rejects *rejects)
{
    return rejects->text.data ? rejects->text.data : "";
}
