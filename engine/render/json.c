/** render/json.c: one object for machines, a row a line. */
#include "render/formats.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* Bytes at the start of `text` that stand for themselves. */
static size_t plain_bytes(const char *text)
{
    size_t n = 0;

    while (text[n] >= ' ' && text[n] <= '~' && text[n] != '"' && text[n] != '\\' &&
           text[n] != '<')
        n++;
    return n;
}

/* Controls are escaped as JSON asks; '<' too, so that the text can stand in a page. */
void armex_json_text(struct armex_text *out, const char *text)
{
    const char *end = text + strlen(text);

    armex_text_add(out, "\"");
    while (text < end) {
        const size_t plain = plain_bytes(text);
        if (plain) {
            armex_text_add_bytes(out, text, plain);
            text += plain;
            continue;
        }
        const char *start = text;
        const unsigned c = armex_utf8_next(&text, end);
        if (c == '"' || c == '\\')
            armex_text_printf(out, "\\%c", (char)c);
        else if (c < 0x20 || c == '<' || (c >= 0x7f && c < 0xa0) || c == 0x2028 ||
                 c == 0x2029)
            armex_text_printf(out, "\\u%04x", c);
        else if (c == 0xfffd)
            armex_text_add(out, "\ufffd");
        else
            armex_text_add_bytes(out, start, (size_t)(text - start));
    }
    armex_text_add(out, "\"");
}

void armex_json_member(struct armex_text *out, const char *before, const char *key,
                       const char *value)
{
    armex_text_add(out, before);
    armex_json_text(out, key);
    armex_text_add(out, ": ");
    armex_json_text(out, value);
}

static void add_sources(struct armex_text *out, const struct armex_notes *notes)
{
    char date[ARMEX_DATE_SIZE];

    for (size_t i = 0; i < notes->n_sources; i++) {
        const struct armex_provenance *source = &notes->sources[i];
        armex_date_write(date, source->vintage);
        armex_text_add(out, i ? ",\n    {" : "\n    {");
        armex_json_member(out, "", "dataset", source->dataset);
        armex_json_member(out, ", ", "vintage", date);
        armex_json_member(out, ", ", "publisher", source->publisher);
        armex_json_member(out, ", ", "sha256", source->sha256);
        armex_text_add(out, "}");
    }
    armex_text_add(out, notes->n_sources ? "\n  ]" : "]");
}

static void add_columns(struct armex_text *out, const struct armex_table *table)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        armex_text_add(out, i ? ",\n    {" : "\n    {");
        armex_json_member(out, "", "name", table->columns[i].name);
        armex_json_member(out, ", ", "unit", table->columns[i].unit);
        armex_json_member(out, ", ", "description", table->columns[i].description);
        armex_text_add(out, "}");
    }
    armex_text_add(out, table->n_columns ? "\n  ]" : "]");
}

static void add_cell(struct armex_text *out, const struct armex_table *table,
                     size_t row, size_t column)
{
    char number[ARMEX_NUMBER_SIZE];

    if (table->columns[column].type == ARMEX_COLUMN_TEXT)
        armex_json_text(out, armex_table_get_text(table, row, column));
    else if (armex_number_write(number, armex_table_get_number(table, row, column)))
        armex_text_add(out, number);
    else
        armex_text_add(out, "null");
}

static void add_rows(struct armex_text *out, const struct armex_table *table)
{
    for (size_t row = 0; row < table->n_rows && !out->failed; row++) {
        armex_text_add(out, row ? ",\n    {" : "\n    {");
        for (size_t i = 0; i < table->n_columns; i++) {
            armex_text_add(out, i ? ", " : "");
            armex_json_text(out, table->columns[i].name);
            armex_text_add(out, ": ");
            add_cell(out, table, row, i);
        }
        armex_text_add(out, "}");
    }
    armex_text_add(out, table->n_rows ? "\n  ]" : "]");
}

static void add_notes(struct armex_text *out, const struct armex_notes *notes)
{
    for (size_t i = 0; i < notes->n_notes; i++) {
        armex_text_add(out, i ? ",\n    " : "\n    ");
        armex_json_text(out, notes->notes[i]);
    }
    armex_text_add(out, notes->n_notes ? "\n  ]" : "]");
}

void armex_render_json(struct armex_text *out, const struct armex_table *table,
                       const struct armex_render_options *options)
{
    armex_json_member(out, "{\n  ", "command",
                      options->command ? options->command : "");
    armex_json_member(out, ",\n  ", "version",
                      options->version ? options->version : "");
    armex_text_add(out, ",\n  \"sources\": [");
    add_sources(out, &table->notes);
    armex_text_add(out, ",\n  \"columns\": [");
    add_columns(out, table);
    armex_text_add(out, ",\n  \"rows\": [");
    add_rows(out, table);
    armex_text_add(out, ",\n  \"notes\": [");
    add_notes(out, &table->notes);
    armex_text_add(out, "\n}\n");
}
