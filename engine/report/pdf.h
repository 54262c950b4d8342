/**
 * report/pdf.h: a document for paper becomes a PDF, by armex-paint.
 */
#ifndef ARMEX_REPORT_PDF_H
#define ARMEX_REPORT_PDF_H

#include "base/error.h"
#include "base/text.h"

/** Whether the program is there; NULL: "armex-paint" on the PATH. */
bool armex_pdf_there(const char *program);

/** Appends the PDF of a document (report/print.h): real text, charts as vectors.
 *  Errors: ARMEX_UNAVAILABLE when the program is missing, saying what to install;
 *          ARMEX_IO when it made none. */
armex_status armex_pdf_make(struct armex_text *out, const struct armex_text *document,
                            const char *program, struct armex_error *error);

#endif
