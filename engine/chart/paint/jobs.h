/**
 * chart/paint/jobs.h: pictures asked for in a stream, painted and handed back as PNG.
 *
 * A job is a line and what it announces, answered in the same order:
 *
 *     WIDTH HEIGHT ZOOM BYTES    pixels; pixels for a million units of the marks; so
 *                                many bytes of the program's own SVG follow
 *     BYTES                      of the PNG that follows
 *
 * A picture is painted as soon as it is asked for; two threads share several.
 */
#ifndef ARMEX_CHART_PAINT_JOBS_H
#define ARMEX_CHART_PAINT_JOBS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

/** Paints all jobs of standard input. Fonts are loaded before the first is there.
 *  Errors: ARMEX_BAD_INPUT for a job that is none, with its line, or a blank picture;
 *          ARMEX_IO; ARMEX_NO_MEMORY. Nothing is to be handed on then. */
armex_status paint_jobs(struct armex_text *out, bool several,
                        struct armex_error *error);

#endif
