/**
 * cli/dataset_tables.h: datasets as a list, and the contents of one.
 */
#ifndef ARMEX_CLI_DATASET_TABLES_H
#define ARMEX_CLI_DATASET_TABLES_H

#include "store/store.h"

/** One row a vintage. Columns: dataset, vintage, publisher, measures, from, to,
 *  entities, observations; for machines title, units, series, licence, url, sha256,
 *  retrieved, builtin.
 *  Owner: the caller. Errors: ARMEX_NO_MEMORY. */
armex_status armex_dataset_list_create(struct armex_table **out,
                                       struct armex_error *error);

/** `vintage` was read with ARMEX_PANEL_ONLY. Errors: ARMEX_NO_MEMORY. */
armex_status armex_dataset_list_add(struct armex_table *table,
                                    const struct armex_vintage *vintage,
                                    const struct armex_stored *stored,
                                    struct armex_error *error);

/** One row a measure, flow, scope and unit. Columns: measure, flow, scope, unit, from,
 *  to, entities, observations, coverage (figures for each year from the first to the
 *  last of them and each series, as a fraction); for machines series.
 *  Owner: the caller. Errors: ARMEX_NO_MEMORY. */
armex_status armex_dataset_contents_create(struct armex_table **out,
                                           struct armex_error *error);

/** A vintage of records has no such rows: its columns are named in a note. What the
 *  source says of itself stands in the notes. Errors: ARMEX_NO_MEMORY. */
armex_status armex_dataset_contents_add(struct armex_table *table,
                                        const struct armex_vintage *vintage,
                                        struct armex_error *error);

#endif
