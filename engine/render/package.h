/**
 * render/package.h: a table as a Frictionless data package: a csv file and what it
 * means.
 */
#ifndef ARMEX_RENDER_PACKAGE_H
#define ARMEX_RENDER_PACKAGE_H

#include "base/text.h"
#include "model/table.h"

/** Appends a datapackage.json for `table`, whose csv bytes stand in observations.csv.
 *  Name, title, licence and sources are those of the table's notes, the first source
 *  first; `version` is that source's vintage. `program` is the version of armex.
 *  Source: Data Package v1, Tabular Data Resource and Table Schema,
 *          https://specs.frictionlessdata.io/
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_package_describe(struct armex_text *out,
                                    const struct armex_table *table,
                                    const struct armex_text *csv, const char *program,
                                    struct armex_error *error);

#endif
