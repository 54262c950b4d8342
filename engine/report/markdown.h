/**
 * report/markdown.h: the page as Markdown, for wikis and repositories.
 *
 * The same words, tables and sources in the same order; charts are the files beside it.
 * GitHub's kind of Markdown; whatever stands in a text, it is no markup.
 */
#ifndef ARMEX_REPORT_MARKDOWN_H
#define ARMEX_REPORT_MARKDOWN_H

#include "report/contents.h"

/** Appends it. Errors: ARMEX_BAD_SPEC for a column that is not there; ARMEX_NO_MEMORY.
 */
armex_status armex_report_markdown(struct armex_text *out,
                                   struct armex_contents *contents,
                                   const struct armex_report_request *request,
                                   struct armex_error *error);

#endif
