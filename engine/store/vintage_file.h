/**
 * store/vintage_file.h: one vintage as one HDF5 file that any netCDF-4 tool opens.
 *
 * Written once, whole or not at all, the same bytes for the same vintage; never
 * changed. The layout (names, dimensions, attributes) is described in vintage_file.c's
 * head.
 */
#ifndef ARMEX_STORE_VINTAGE_FILE_H
#define ARMEX_STORE_VINTAGE_FILE_H

#include "model/vintage.h"

/** What to read: a ranking needs the panel, `--as-of` the publications too. */
enum armex_vintage_parts {
    ARMEX_PROVENANCE_ONLY,
    ARMEX_PANEL_ONLY,
    ARMEX_EVERYTHING,
    ARMEX_EVERYTHING_CHECKED, /**< all of it, but flows' rows are not kept */
};

/** Errors: ARMEX_CANNOT_CREATE, ARMEX_IO, ARMEX_NO_MEMORY; nothing is left then. */
armex_status armex_vintage_write(const struct armex_vintage *vintage, const char *path,
                                 struct armex_error *error);

/** Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_NOT_FOUND; ARMEX_BAD_INPUT for a file that is not one of ours, damaged
 * or hostile, with the path and what to do; ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_vintage_read(struct armex_vintage **out, const char *path,
                                enum armex_vintage_parts parts,
                                struct armex_error *error);

/** Reads the whole file against the checksums in it and the totals it recorded.
 *  Errors: ARMEX_ANSWER_NO saying what differs; else as armex_vintage_read(). */
armex_status armex_vintage_verify(const char *path, struct armex_error *error);

#endif
