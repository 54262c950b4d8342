/**
 * report/press/document.h: the lines that a document is written in.
 *
 * A line is a keyword and its fields, set apart by tabs; keywords come as follows.
 *
 *     meta NAME TEXT            title, subject, keywords, creator, command, language,
 *                               footer, date (2026-02-12)
 *     STYLE TEXT                words in a style of report/press/style.c
 *     id NAME                   what follows is where links to NAME lead
 *     finding NUMBER LABEL WORDS SEE   a number beside its words
 *     table SIDES               of every column l or r: names left, numbers right
 *     head CELL...              its columns' names, again on every page
 *     row CELL..., mine CELL... a row, one that is set off
 *     chart BYTES               so many bytes of the program's own SVG follow
 *
 * Words may hold the marks of report/press/marks.h: links to "#ID" of the document or
 * to an address, and bold.
 */
#ifndef ARMEX_REPORT_PRESS_DOCUMENT_H
#define ARMEX_REPORT_PRESS_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"
#include "report/press/marks.h"
#include "report/press/press.h"

enum press_kind { PRESS_WORDS, PRESS_FINDING, PRESS_ROW, PRESS_PICTURE };

struct press_block {
    enum press_kind kind;
    const struct press_style *style; /**< of words and rows */
    const char *id;                  /**< NULL: nothing leads here */
    const char **fields;
    size_t n;
    const char *svg; /**< of a picture */
    size_t svg_bytes;
    size_t table;  /**< of a row */
    bool keep;     /**< with what follows, on one page */
    double before; /**< space above it, unless it begins a page */
    double height; /**< once measured */
    double full;   /**< height of a picture that is not drawn smaller */
};

struct press_table {
    const char *sides;
    size_t n;            /**< columns */
    size_t first, end;   /**< its blocks; the first is its head */
    double *at, *widths; /**< of columns, once measured */
};

struct press_document {
    struct armex_arena *arena; /**< owns all of this */
    const char *title, *subject, *keywords, *creator, *date, *language, *footer,
        *command;
    struct press_block *blocks;
    size_t n_blocks;
    struct press_table *tables;
    size_t n_tables;
};

/** Reads a document; `bytes` must outlive it and is cut into its fields.
 *  Owner:  the caller, press_document_free().
 *  Errors: ARMEX_BAD_INPUT with the line; ARMEX_NO_MEMORY. */
armex_status press_document_read(struct press_document *out, char *bytes, size_t length,
                                 struct armex_error *error);
void press_document_free(struct press_document *document);

/** Whether a link to `id` leads anywhere. */
bool press_document_has(const struct press_document *document, const char *id);

#endif
