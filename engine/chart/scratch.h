/**
 * chart/scratch.h: a file in memory, which another program opens by its name.
 *
 * It stands in no folder: whoever is killed leaves nothing behind.
 */
#ifndef ARMEX_CHART_SCRATCH_H
#define ARMEX_CHART_SCRATCH_H

#include "base/error.h"
#include "base/text.h"

/** Bytes that hold any name of a scratch file. */
enum { ARMEX_SCRATCH_NAME = 64 };

/** Owner:  the caller, close(); `*out` is -1 on failure.
 *  Errors: ARMEX_CANNOT_CREATE, also where there is no /proc to name it by. */
armex_status armex_scratch_create(int *out, struct armex_error *error);

/** Its name, good for this program's children while it is open. */
void armex_scratch_name(char out[ARMEX_SCRATCH_NAME], int file);

/** Errors: ARMEX_IO. */
armex_status armex_scratch_write(int file, const char *bytes, size_t length,
                                 struct armex_error *error);

/** Appends all that stands in it to `out`. Errors: ARMEX_IO, also beyond `limit` bytes;
 *  ARMEX_NO_MEMORY. */
armex_status armex_scratch_read(struct armex_text *out, int file, size_t limit,
                                struct armex_error *error);

#endif
