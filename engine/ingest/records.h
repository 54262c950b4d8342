/**
 * ingest/records.h: a table of records out of a sheet and its schema.
 */
#ifndef ARMEX_INGEST_RECORDS_H
#define ARMEX_INGEST_RECORDS_H

#include "ingest/schema.h"
#include "model/table.h"

/** Columns in the order of the sheet. Years stay years, integers become counts, numbers
 *  numbers, all else text. The sheet must have passed armex_schema_check().
 *  Missing: an empty cell: NAN in a number, "" in a text.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_records_read(struct armex_table **out, const char *name,
                                const char *title, const struct armex_sheet *sheet,
                                const struct armex_schema *schema,
                                struct armex_error *error);

#endif
