/** country/generate_field.c: field.csv, what the field adds to ISO 3166. */
#include "country/generate.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"

enum {
    KIND,
    CODE,
    NAME,
    M49,
    FIRST_YEAR,
    LAST_YEAR,
    PREDECESSORS,
    MEMBERS,
    NAMES,
    COLUMNS
};

enum { LARGEST_FILE = 16 << 20 };

struct reader {
    struct armex_arena *arena;
    const char *path, *next;
    size_t line;
    struct armex_error *error;
};

static armex_status fail_here(const struct reader *reader, const char *what)
{
    const struct armex_place place = {reader->path, reader->line, 1};
    return armex_fail(reader->error, ARMEX_BAD_INPUT, place, "%s", what);
}

/* Reads one cell in place; what ends it (',', '\n' or NUL) is put into `*end`. */
static char *read_cell(struct reader *reader, char *end)
{
    struct armex_text cell = {0};
    bool quoted = *reader->next == '"';
    const char *next = reader->next + quoted;

    armex_text_add(&cell, "");
    for (; *next; next++) {
        if (quoted && next[0] == '"' && next[1] == '"')
            next++;
        else if (quoted && *next == '"') {
            quoted = false;
            continue;
        } else if (!quoted && (*next == ',' || *next == '\n'))
            break;
        armex_text_add_bytes(&cell, next, 1);
    }
    *end = *next;
    reader->next = next + (*next != '\0');
    char *copy = cell.failed || quoted
                     ? NULL
                     : armex_arena_copy(reader->arena, cell.data, cell.length);
    armex_text_free(&cell);
    return copy;
}

/* Cuts `cell` at its semicolons, in place. */
static generate_list read_list(struct reader *reader, char *cell)
{
    size_t n = *cell != '\0';
    for (const char *c = cell; *c; c++)
        n += *c == ';';
    const char **list = armex_arena_new(reader->arena, n + 1, sizeof *list);
    for (size_t i = 0; list && i < n; i++) {
        char *end = strchr(cell, ';');
        list[i] = cell;
        if (end) {
            *end = '\0';
            cell = end + 1;
        }
    }
    return list;
}

static armex_status read_whole(short *out, const struct reader *reader,
                               const char *cell)
{
    long value = 0;
    if (*cell && !armex_whole_parse(&value, cell, strlen(cell), 1, 9999))
        return fail_here(reader, "a year or an M49 code is a whole number");
    *out = (short)value;
    return ARMEX_OK;
}

static armex_status read_row(struct generate_row *row, struct reader *reader)
{
    char *cells[COLUMNS], end = ',';

    for (size_t i = 0; i < COLUMNS; i++) {
        cells[i] = end == ',' ? read_cell(reader, &end) : NULL;
        if (!cells[i])
            return fail_here(reader, "a row has 9 cells, quotes come in pairs");
    }
    if (end == ',')
        return fail_here(reader, "a row has 9 cells, this one has more");
    *row = (struct generate_row){.kind = cells[KIND],
                                 .code = cells[CODE],
                                 .name = cells[NAME],
                                 .predecessors = read_list(reader, cells[PREDECESSORS]),
                                 .members = read_list(reader, cells[MEMBERS]),
                                 .names = read_list(reader, cells[NAMES]),
                                 .line = reader->line};
    if (!row->predecessors || !row->members || !row->names)
        return armex_fail_memory(reader->error);
    if (!*row->code || !*row->name)
        return fail_here(reader, "a row has a code and a name");
    armex_status status = read_whole(&row->m49, reader, cells[M49]);
    if (!status)
        status = read_whole(&row->first_year, reader, cells[FIRST_YEAR]);
    if (!status)
        status = read_whole(&row->last_year, reader, cells[LAST_YEAR]);
    return status;
}

static size_t count_lines(const char *text)
{
    size_t n = 1;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

armex_status generate_read_field(struct generate_field *out, struct armex_arena *arena,
                                 const char *path, struct armex_error *error)
{
    static const char header[] =
        "kind,code,name,m49,first_year,last_year,predecessors,members,names\n";
    struct reader reader = {arena, path, NULL, 1, error};
    char *text = NULL;
    size_t length = 0;
    armex_status status = armex_file_read(&text, &length, path, LARGEST_FILE, error);

    if (!status && strncmp(text, header, sizeof header - 1) != 0)
        status = fail_here(&reader, "the first line does not name the nine columns");
    if (!status) {
        out->rows = armex_arena_new(arena, count_lines(text), sizeof *out->rows);
        if (!out->rows)
            status = armex_fail_memory(error);
        reader.next = text + sizeof header - 1;
    }
    while (!status && *reader.next) {
        reader.line++;
        status = read_row(&out->rows[out->n++], &reader);
    }
    free(text);
    return status;
}
