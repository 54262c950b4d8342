/**
 * report/page.h: the page: one file of HTML that asks for nothing over a network.
 *
 * Order: title, standfirst, dates; findings; what
 * changed since last time; sections as the specification has them;
 * sources; provenance. It reads well at 320 px and on A4, in light and dark, without
 * its script (which only sorts tables), and to those who listen to it.
 */
#ifndef ARMEX_REPORT_PAGE_H
#define ARMEX_REPORT_PAGE_H

#include "report/contents.h"
#include "report/sections.h"

/** Writes what the page says of each table before the charts are drawn, while others
 *  draw them. Errors: ARMEX_BAD_SPEC for a column that is not there; ARMEX_NO_MEMORY.
 */
armex_status armex_page_prepare(struct armex_contents *contents,
                                struct armex_error *error);

/** A page of contents that are prepared, written while its charts are drawn. Starts as
 *  {0} with the first two. */
struct armex_page {
    struct armex_contents *contents;
    const struct armex_report_request *request;
    struct armex_sections sections;
    bool begun, done;
};

/** Appends what comes next, up to a chart that is not drawn yet; in the end the page is
 *  `done`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_page_go_on(struct armex_text *out, struct armex_page *page,
                              struct armex_error *error);

#endif
