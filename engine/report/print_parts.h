/**
 * report/print_parts.h: the parts of a document for paper.
 */
#ifndef ARMEX_REPORT_PRINT_PARTS_H
#define ARMEX_REPORT_PRINT_PARTS_H

#include "report/contents.h"
#include "report/matrix.h"

/** Appends words that came in with data: one line, without tab, control or mark. */
void armex_print_text(struct armex_text *out, const char *words);

/** Appends a line of one style; nothing for NULL and for no words. */
void armex_print_line(struct armex_text *out, const char *style, const char *words);

/** Appends a link: to "#ID" of the document, or to an address. */
void armex_print_link(struct armex_text *out, const char *target, const char *words);

/** Appends the exhibit's table, cells as people read them. Errors: as
 *  armex_columns_choose(). */
armex_status armex_print_rows(struct armex_text *out,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error);

/** Appends a matrix of figures as tables; `same` is said of all its figures. */
void armex_print_matrix(struct armex_text *out, const struct armex_matrix *matrix,
                        const struct armex_exhibit *exhibit, const char *same);

/** What an answer says of itself, and where it comes from. */
void armex_print_origin(struct armex_text *out, const struct armex_contents *contents,
                        const struct armex_table *table);

/** Key findings, unless none can be said. */
void armex_print_findings(struct armex_text *out, struct armex_contents *contents);

/** What changed since last time, unless nothing did. */
void armex_print_since(struct armex_text *out, const struct armex_contents *contents);

/** A claim: its parts, stated and found, and the verdict. */
void armex_print_claim(struct armex_text *out, struct armex_contents *contents,
                       const struct armex_exhibit *exhibit);

/** The table of sources, and how the report was made. */
void armex_print_sources(struct armex_text *out, const struct armex_contents *contents,
                         const struct armex_report_request *request);

#endif
