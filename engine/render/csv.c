/** render/csv.c: RFC 4180 with LF, safe to open in a spreadsheet. */
#include "render/formats.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static bool needs_quotes(const char *text)
{
    const size_t length = strlen(text);
    return strpbrk(text, ",\"\n\r") ||
           (length && (text[0] == ' ' || text[length - 1] == ' '));
}

/* What a spreadsheet would take for the beginning of a formula. */
static bool would_run(char first)
{
    return first == '=' || first == '+' || first == '-' || first == '@' ||
           first == '\t' || first == '\r';
}

static bool is_control(unsigned c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0);
}

/* Bytes at the start of `text` that stand for themselves. */
static size_t plain_bytes(const char *text)
{
    size_t n = 0;

    while (text[n] >= ' ' && text[n] <= '~' && text[n] != '"')
        n++;
    return n;
}

/* Bytes at the start of `text` that need neither quotes nor care; blanks at the ends
 * do. */
static size_t easy_bytes(const char *text)
{
    size_t n = 0;

    while ((unsigned char)(text[n] - ' ') <= '~' - ' ' && text[n] != '"' &&
           text[n] != ',')
        n++;
    return n && (text[0] == ' ' || text[n - 1] == ' ') ? 0 : n;
}

static void add_hard_text(struct armex_text *out, const char *text)
{
    const char *end = text + strlen(text);
    const bool quoted = needs_quotes(text);

    if (quoted)
        armex_text_add(out, "\"");
    if (would_run(*text))
        armex_text_add(out, "'");
    while (text < end) {
        const size_t plain = plain_bytes(text);
        if (plain) {
            armex_text_add_bytes(out, text, plain);
            text += plain;
            continue;
        }
        const char *start = text;
        const unsigned c = armex_utf8_next(&text, end);
        if (c == '"')
            armex_text_add(out, "\"\"");
        else if (c == 0xfffd || is_control(c))
            armex_text_add(out, "\ufffd");
        else
            armex_text_add_bytes(out, start, (size_t)(text - start));
    }
    if (quoted)
        armex_text_add(out, "\"");
}

static void add_text(struct armex_text *out, const char *text)
{
    const size_t easy = easy_bytes(text);

    if (!text[easy] && !would_run(*text))
        armex_text_add_bytes(out, text, easy);
    else
        add_hard_text(out, text);
}

/* Where the text of the row above was written, a place a column. */
struct written {
    const char *text;
    size_t offset, length;
};

/* Most texts are those of the row above, which are known as they were written. */
static void add_text_cell(struct armex_text *out, const char *text,
                          struct written *above)
{
    const size_t start = out->length;

    if (text != above->text)
        add_text(out, text);
    else if (armex_text_make_room(out, above->length))
        armex_text_add_bytes(out, out->data + above->offset, above->length);
    *above = (struct written){text, start, out->length - start};
}

static void add_cell(struct armex_text *out, const struct armex_table *table,
                     size_t row, size_t column, struct written *above)
{
    char number[ARMEX_NUMBER_SIZE];

    if (table->columns[column].type == ARMEX_COLUMN_TEXT)
        add_text_cell(out, armex_table_get_text(table, row, column), above);
    else
        armex_text_add_bytes(
            out, number,
            armex_number_write(number, armex_table_get_number(table, row, column)));
}

/* A line of one empty cell would be a blank line, which readers skip. */
static void end_line(struct armex_text *out, const struct armex_table *table,
                     size_t start)
{
    if (table->n_columns == 1 && out->length == start)
        armex_text_add(out, "\"\"");
    armex_text_add(out, "\n");
}

static void add_row(struct armex_text *out, const struct armex_table *table, size_t row,
                    struct written *above)
{
    const size_t start = out->length;

    for (size_t i = 0; i < table->n_columns; i++) {
        if (i)
            armex_text_add(out, ",");
        add_cell(out, table, row, i, &above[i]);
    }
    end_line(out, table, start);
}

void armex_render_csv(struct armex_text *out, const struct armex_table *table)
{
    struct written *above = calloc(table->n_columns + 1, sizeof *above);
    const size_t start = out->length;

    out->failed |= !above;
    for (size_t i = 0; i < table->n_columns; i++) {
        if (i)
            armex_text_add(out, ",");
        add_text(out, table->columns[i].name);
    }
    end_line(out, table, start);
    for (size_t row = 0; row < table->n_rows && !out->failed; row++)
        add_row(out, table, row, above);
    free(above);
}
