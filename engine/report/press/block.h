/**
 * report/press/block.h: one block of a document: its height, and drawing it.
 */
#ifndef ARMEX_REPORT_PRESS_BLOCK_H
#define ARMEX_REPORT_PRESS_BLOCK_H

#include "report/press/words.h"

/** Gives every block its height; words longer than a page become several blocks.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status press_blocks_measure(const struct press_sheet *sheet,
                                  struct press_document *document,
                                  struct armex_error *error);

void press_block_draw(const struct press_sheet *sheet, const struct press_block *block,
                      double y);

/** The headings as the outline beside the pages. */
void press_outline(cairo_surface_t *surface, const struct press_document *document);

#endif
