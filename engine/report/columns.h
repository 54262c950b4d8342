/**
 * report/columns.h: which columns of a table a page shows.
 */
#ifndef ARMEX_REPORT_COLUMNS_H
#define ARMEX_REPORT_COLUMNS_H

#include "render/view.h"
#include "report/contents.h"

/** A view whose columns are those the item names, in its order, or else those for
 *  people, without those that are missing in every row and the texts that are the same
 *  in every row: these are said once, in `*same` ("Orders, national"; appended).
 *  Owner:  the caller, armex_view_end().
 *  Errors: ARMEX_BAD_SPEC for a column that is not there; ARMEX_NO_MEMORY. */
armex_status armex_columns_choose(struct armex_view *out, struct armex_text *same,
                                  const struct armex_exhibit *exhibit,
                                  struct armex_error *error);

/** Appends a text cell as people read it: a measure or unit in words, a date as
 *  people write it, anything else as it is. */
void armex_columns_text(struct armex_text *out, const char *column, const char *text);

/** Whether a text is an address of the web, which is shown as a link. */
bool armex_is_address(const char *text);

/** Appends the host of an address, which is shown for it, being short. */
void armex_address_host(struct armex_text *out, const char *address);

#endif
