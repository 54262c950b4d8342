/**
 * cli/ingest_table.h: what ingest says of the files it read.
 */
#ifndef ARMEX_CLI_INGEST_TABLE_H
#define ARMEX_CLI_INGEST_TABLE_H

#include "cli/session.h"
#include "ingest/ingest.h"

/** One row a file. Columns: file, dataset, vintage, series, from, to, observations,
 * nil, publications, stored. Owner: the caller. Errors: ARMEX_NO_MEMORY. */
armex_status armex_ingest_table_create(struct armex_table **out,
                                       struct armex_error *error);

/** Missing: a table of records has no series and no years. Errors: ARMEX_NO_MEMORY. */
armex_status armex_ingest_table_add(struct armex_table *table, const char *path,
                                    const struct armex_vintage *vintage,
                                    const char *stored, struct armex_error *error);

/** The sources that armex_ingest() knows. Errors: as armex_render(). */
armex_status armex_ingest_list_sources(struct armex_session *session,
                                       struct armex_error *error);

#endif
