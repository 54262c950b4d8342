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

/** Appends the whole table to `out`. Machines read every column: numbers with as many
 *  digits as it takes to read them back, "" or null for missing. People read rounded
 *  figures under headers that name unit and scale ("Value, USD million"), per cent,
 *  "–" for missing and "<0.1" for what is not zero but would look it; columns marked
 *  `machine` are left out, so are texts that are empty in all rows, and the column
 *  "unit" where all rows share one unit.
 *
 *  text:      as wide as `width` where that can be: first the headers fold, then the
 *             longest texts are cut with "…"; numbers never are. Notes, sources below.
 *  csv:       RFC 4180 with LF in place of CRLF, and a ' before a text that a
 *             spreadsheet would run (= + - @ tab CR). No notes.
 *  json:      one object: command, version, sources, columns, rows, notes.
 *  markdown:  a table of GitHub's kind, notes and sources as a list below.
 *  latex:     a table for the package booktabs, notes and sources below.
 *
 *  Whatever stands in a text, the output is valid UTF-8 and the text does nothing: no
 *  formula, no markup, no command of TeX, no control of a terminal.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_render(struct armex_text *out, const struct armex_table *table,
                          enum armex_format format,
                          const struct armex_render_options *options,
                          struct armex_error *error);

/** One cell as people read it, without its unit; shared by charts and pages. Amounts of
 *  a column are scaled together: `scale` is the power of ten the header names. Decimals
 *  suit the whole column, which is looked through for each cell. Returns the length, or
 *  0 when `size` is too small or memory is short (`out` is then ""). */
size_t armex_render_cell(char *out, size_t size, const struct armex_table *table,
                         size_t row, size_t column, int scale);

/** The power of ten (0, 3, 6, 9) that suits the middle one of all amounts of the table
 *  in that column's unit; 0 for a column that holds no amounts. And its word. */
int armex_render_scale(const struct armex_table *table, size_t column);
const char *armex_render_scale_word(
    int scale); /* "", "thousand", "million", "billion" */

#endif
