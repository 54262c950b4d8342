/**
 * report/press/flow.h: blocks one below the other, page after page.
 */
#ifndef ARMEX_REPORT_PRESS_FLOW_H
#define ARMEX_REPORT_PRESS_FLOW_H

#include "report/press/words.h"

/** Measures the blocks, places them and draws the pages on a surface of PDF. What
 *  belongs together stays together; a table that goes on repeats its head.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status press_flow(cairo_surface_t *surface, struct press_document *document,
                        struct armex_error *error);

#endif
