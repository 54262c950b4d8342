/**
 * render/render.h: a table as text for a terminal, csv, json, markdown or latex.
 */
#ifndef ARMEX_RENDER_RENDER_H
#define ARMEX_RENDER_RENDER_H

#include "base/text.h"
#include "model/table.h"

enum armex_format {
    ARMEX_FORMAT_TEXT,
    ARMEX_FORMAT_CSV,
    ARMEX_FORMAT_JSON,
    ARMEX_FORMAT_MARKDOWN,
    ARMEX_FORMAT_LATEX,
};

struct armex_render_options {
    size_t width;        /**< columns of the terminal; 0: no limit. For text only */
    const char *command; /**< as typed, for json's `command`; NULL: "" */
    const char *version; /**< of the program; NULL: "" */
};

bool armex_format_parse(enum armex_format *out, const char *text, size_t length);

/** Appends the whole table to `out`, notes and sources with it where the format has
 * room for them (json always; text, markdown and latex below the table; csv never).
 *  Machines read numbers of 17 significant digits where needed and "" or null for
 * missing; people read rounded figures, per cent and the word or sign for missing
 * ("–"). csv: RFC 4180 with CRLF left out (LF), and a leading ' before a text cell that
 * a spreadsheet would run (= + - @ tab CR). json: one object: command, version,
 * sources, columns, rows, notes. Columns with `machine` are left out of text, markdown,
 * latex. Errors: ARMEX_NO_MEMORY. */
armex_status armex_render(struct armex_text *out, const struct armex_table *table,
                          enum armex_format format,
                          const struct armex_render_options *options,
                          struct armex_error *error);

/** One cell as people read it, without its unit; shared by charts and pages. Amounts of
 * a column are scaled together: `scale` is the power of ten the header names. */
size_t armex_render_cell(char *out, size_t size, const struct armex_table *table,
                         size_t row, size_t column, int scale);

/** The power of ten (0, 3, 6, 9) that suits a column of amounts, and its word. */
int armex_render_scale(const struct armex_table *table, size_t column);
const char *armex_render_scale_word(
    int scale); /* "", "thousand", "million", "billion" */

#endif
