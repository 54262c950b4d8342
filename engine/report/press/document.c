/** report/press/document.c: reading the lines that a document is written in. */
#include "report/press/document.h"

#include <string.h>

#include "base/number.h"

enum { MOST_FIELDS = 64 };

struct reader {
    struct press_document *document;
    char *at, *end;
    size_t line;
    const char *id; /* of the next block */
    struct armex_error *error;
};

static armex_status wrong(const struct reader *reader, const char *why)
{
    return armex_fail(reader->error, ARMEX_BAD_INPUT,
                      (struct armex_place){"document", reader->line, 0}, "%s", why);
}

/* Cuts a line at its tabs. Returns the number of fields, the keyword among them. */
static size_t cut(const char **fields, char *line)
{
    size_t n = 0;

    while (line && n < MOST_FIELDS)
        fields[n++] = strsep(&line, "\t");
    return n;
}

static struct press_block *add_block(struct reader *reader, enum press_kind kind,
                                     const char *const *fields, size_t n)
{
    struct press_document *document = reader->document;
    struct press_block *block = &document->blocks[document->n_blocks];

    *block = (struct press_block){.kind = kind, .id = reader->id, .n = n};
    block->fields = armex_arena_new(document->arena, n + 1, sizeof *block->fields);
    if (!block->fields)
        return NULL;
    for (size_t i = 0; i < n; i++)
        block->fields[i] = fields[i];
    document->n_blocks++;
    reader->id = NULL;
    return block;
}

static armex_status read_meta(struct press_document *document, const char *name,
                              const char *text)
{
    const struct {
        const char *name, **field;
    } known[] = {{"title", &document->title},       {"subject", &document->subject},
                 {"keywords", &document->keywords}, {"creator", &document->creator},
                 {"date", &document->date},         {"language", &document->language},
                 {"footer", &document->footer},     {"command", &document->command}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, name) == 0) {
            *known[i].field = text;
            return ARMEX_OK;
        }
    return ARMEX_BAD_INPUT;
}

static armex_status read_table(struct reader *reader, const char *sides)
{
    struct press_document *document = reader->document;

    if (!*sides || strspn(sides, "lr") != strlen(sides) || strlen(sides) >= MOST_FIELDS)
        return wrong(reader, "a table has columns l and r");
    document->tables[document->n_tables++] =
        (struct press_table){.sides = sides,
                             .n = strlen(sides),
                             .first = document->n_blocks,
                             .end = document->n_blocks};
    return ARMEX_OK;
}

static armex_status read_row(struct reader *reader, const struct press_style *style,
                             const char *const *cells, size_t n)
{
    struct press_document *document = reader->document;
    struct press_table *table =
        document->n_tables ? &document->tables[document->n_tables - 1] : NULL;
    const bool head = strcmp(style->tag, "TH") == 0;

    if (!table || table->end != document->n_blocks || n != table->n ||
        head != (table->end == table->first))
        return wrong(reader, "a row must fit the table above it");
    struct press_block *block = add_block(reader, PRESS_ROW, cells, n);
    if (!block)
        return armex_fail_memory(reader->error);
    block->style = style;
    block->keep = style->keep;
    block->before = head ? 8.0 : 0.0;
    block->table = document->n_tables - 1;
    table->end = document->n_blocks;
    return ARMEX_OK;
}

static armex_status read_chart(struct reader *reader, const char *bytes)
{
    long length;

    if (!armex_whole_parse(&length, bytes, strlen(bytes), 1, reader->end - reader->at))
        return wrong(reader, "a chart is so many bytes");
    struct press_block *block = add_block(reader, PRESS_PICTURE, NULL, 0);
    if (!block)
        return armex_fail_memory(reader->error);
    block->svg = reader->at;
    block->svg_bytes = (size_t)length;
    block->keep = true;
    block->before = 8.0;
    reader->at += length;
    return ARMEX_OK;
}

static armex_status read_words(struct reader *reader, const char *const *fields,
                               size_t n)
{
    const struct press_style *style = press_style_find(fields[0]);

    if (!style)
        return wrong(reader, "there is no such keyword");
    if (strcmp(style->tag, "TH") == 0 || strcmp(style->tag, "TD") == 0)
        return read_row(reader, style, fields + 1, n - 1);
    if (n != 2)
        return wrong(reader, "words are one field");
    struct press_block *block = add_block(reader, PRESS_WORDS, fields + 1, 1);
    if (!block)
        return armex_fail_memory(reader->error);
    block->style = style;
    block->keep = style->keep;
    block->before = style->before;
    return ARMEX_OK;
}

static armex_status read_finding(struct reader *reader, const char *const *fields)
{
    struct press_block *block = add_block(reader, PRESS_FINDING, fields, 4);

    if (!block)
        return armex_fail_memory(reader->error);
    block->before = 10.0;
    return ARMEX_OK;
}

static armex_status read_line(struct reader *reader, char *line)
{
    const char *fields[MOST_FIELDS] = {0};
    const size_t n = cut(fields, line);
    const char *const word = fields[0];

    if (strcmp(word, "meta") == 0 && n == 3)
        return read_meta(reader->document, fields[1], fields[2])
                   ? wrong(reader, "there is no such fact")
                   : ARMEX_OK;
    if (strcmp(word, "id") == 0 && n == 2) {
        reader->id = fields[1];
        return ARMEX_OK;
    }
    if (strcmp(word, "table") == 0 && n == 2)
        return read_table(reader, fields[1]);
    if (strcmp(word, "chart") == 0 && n == 2)
        return read_chart(reader, fields[1]);
    if (strcmp(word, "finding") == 0 && n == 5)
        return read_finding(reader, fields + 1);
    return read_words(reader, fields, n);
}

/* Whether the block is said of the table above it. */
static bool is_said_below(const struct press_document *document, size_t i)
{
    return i < document->n_blocks &&
           (document->blocks[i].style == press_style_find("note") ||
            document->blocks[i].style == press_style_find("source"));
}

/* Four rows stay with the head, the last four together and with what is said below: a
 * table of eight or fewer is never parted. */
static void tie_rows(struct press_document *document)
{
    enum { TOGETHER = 4 };

    for (size_t t = 0; t < document->n_tables; t++) {
        const struct press_table *table = &document->tables[t];
        const bool few = table->end - table->first <= 2 * TOGETHER + 1;
        for (size_t i = table->first; i + 1 < table->end; i++)
            document->blocks[i].keep =
                few || i < table->first + TOGETHER || i + TOGETHER >= table->end;
        if (table->end > table->first)
            document->blocks[table->end - 1].keep = is_said_below(document, table->end);
    }
}

/* Where figures are from stands on the page of what is said last of them. */
static void tie_sources(struct press_document *document)
{
    const struct press_style *note = press_style_find("note");
    const struct press_style *source = press_style_find("source");

    for (size_t i = 0; i + 1 < document->n_blocks; i++)
        if (document->blocks[i].style == note &&
            document->blocks[i + 1].style == source)
            document->blocks[i].keep = true;
}

static bool make_room(struct press_document *document, const char *bytes, size_t length)
{
    size_t lines = 1;

    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n';
    document->arena = armex_arena_create();
    if (!document->arena)
        return false;
    document->blocks =
        armex_arena_new(document->arena, lines, sizeof *document->blocks);
    document->tables =
        armex_arena_new(document->arena, lines, sizeof *document->tables);
    return document->blocks && document->tables;
}

armex_status press_document_read(struct press_document *out, char *bytes, size_t length,
                                 struct armex_error *error)
{
    struct reader reader = {
        .document = out, .at = bytes, .end = bytes + length, .error = error};
    armex_status status = ARMEX_OK;

    *out = (struct press_document){.title = "",
                                   .subject = "",
                                   .keywords = "",
                                   .creator = "",
                                   .date = "",
                                   .language = "en",
                                   .footer = "",
                                   .command = ""};
    if (!make_room(out, bytes, length))
        status = armex_fail_memory(error);
    while (!status && reader.at < reader.end) {
        char *line = reader.at;
        char *end = memchr(line, '\n', (size_t)(reader.end - line));
        reader.line++;
        if (!end) {
            status = wrong(&reader, "the last line has no end");
            break;
        }
        *end = '\0';
        reader.at = end + 1;
        if (*line)
            status = read_line(&reader, line);
    }
    if (!status) {
        tie_rows(out);
        tie_sources(out);
    }
    return status;
}

void press_document_free(struct press_document *document)
{
    armex_arena_free(document->arena);
    *document = (struct press_document){0};
}

bool press_document_has(const struct press_document *document, const char *id)
{
    for (size_t i = 0; i < document->n_blocks; i++)
        if (document->blocks[i].id && strcmp(document->blocks[i].id, id) == 0)
            return true;
    return false;
}
