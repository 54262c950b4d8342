/**
 * ingest/exceptions.h: rows that are known not to pass a check, and the reason.
 */
#ifndef ARMEX_INGEST_EXCEPTIONS_H
#define ARMEX_INGEST_EXCEPTIONS_H

#include "ingest/layout.h"

struct armex_exceptions {
    const struct armex_sheet *sheet; /**< NULL: there are none */
    const struct armex_sheet *checked;
    const struct armex_defaults *defaults;
    bool *used; /**< one a row */
};

/** Both sheets must outlive it.
 *  Owner:  the caller, armex_exceptions_close().
 *  Errors: ARMEX_BAD_INPUT at the header: no column check or reason, a column that the
 *          checked sheet lacks; ARMEX_NO_MEMORY. */
armex_status armex_exceptions_open(struct armex_exceptions *out,
                                   const struct armex_sheet *sheet,
                                   const struct armex_sheet *checked,
                                   const struct armex_defaults *defaults,
                                   struct armex_error *error);
void armex_exceptions_close(struct armex_exceptions *exceptions); /* {0} is fine */

/** Whether `row` of the checked sheet is excused from `check`, which is noted. */
bool armex_exceptions_excuse(struct armex_exceptions *exceptions, const char *check,
                             size_t row);

/** The first row at or after `from` that excused nothing, or the number of rows. */
size_t armex_exceptions_unused(const struct armex_exceptions *exceptions, size_t from);

#endif
