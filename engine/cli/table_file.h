/**
 * cli/table_file.h: the format that the name of a table's file asks for.
 */
#ifndef ARMEX_CLI_TABLE_FILE_H
#define ARMEX_CLI_TABLE_FILE_H

#include "render/render.h"

/** Sets `*out` to what the suffix of `path` says (csv, json, md, tex, txt) and leaves
 * it where that says nothing: no path, "-", no suffix, or one that stands for no
 * format. `option` is the one that named the path, for the message. Errors: ARMEX_USAGE
 * for a suffix that promises what no table is written as (xlsx). */
armex_status armex_table_file_format(enum armex_format *out, const char *option,
                                     const char *path, struct armex_error *error);

#endif
