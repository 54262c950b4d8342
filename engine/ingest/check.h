/**
 * ingest/check.h: what a data package must be before anybody may rely on it.
 *
 *  source     every figure has publisher, title, url and published; every record has
 *             those of publisher, title, url, published and date that its table has
 *  duplicate  no two rows say the same series, year, day of publication and url
 *  magnitude  no amount is a factor of 1,000 or more away from the median of the other
 *             amounts of the same entity, flow, measure, scope and unit; a row whose
 *             status is nil or below is no amount, and a lone amount has no others
 *
 * A row that fails for a real reason is named among the exceptions: a sheet with the
 * columns `check` and `reason`, and any columns of the checked sheet that tell the row.
 * An exception that excuses nothing is a problem itself.
 */
#ifndef ARMEX_INGEST_CHECK_H
#define ARMEX_INGEST_CHECK_H

#include "ingest/layout.h"

/** Checks `sheet`. `observations` are its rows, sorted; NULL for records, which only
 *  the first check concerns. `exceptions` may be NULL.
 *  Errors: ARMEX_BAD_INPUT at the first problem; the message goes on with the next two
 *          and says how many more there are. ARMEX_NO_MEMORY. */
armex_status armex_package_check(const struct armex_sheet *sheet,
                                 const struct armex_defaults *defaults,
                                 const struct armex_observations *observations,
                                 const struct armex_sheet *exceptions,
                                 struct armex_error *error);

#endif
