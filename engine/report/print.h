/**
 * report/print.h: the page as a document for paper, in the lines that armex-paint
 * reads.
 *
 * The same words, charts, tables and sources in the same order as the page; the figures
 * of the charts follow at the end. The lines are those of report/press/document.h.
 */
#ifndef ARMEX_REPORT_PRINT_H
#define ARMEX_REPORT_PRINT_H

#include "report/contents.h"

/** Appends it. The contents are drawn.
 *  Errors: ARMEX_BAD_SPEC for a column that is not there; ARMEX_NO_MEMORY. */
armex_status armex_report_print(struct armex_text *out, struct armex_contents *contents,
                                const struct armex_report_request *request,
                                struct armex_error *error);

#endif
