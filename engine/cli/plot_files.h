/**
 * cli/plot_files.h: picture, script and data of one chart, all in place or none.
 */
#ifndef ARMEX_CLI_PLOT_FILES_H
#define ARMEX_CLI_PLOT_FILES_H

#include "base/file.h"
#include "base/text.h"

enum { ARMEX_PLOT_PICTURE, ARMEX_PLOT_SCRIPT, ARMEX_PLOT_DATA, ARMEX_PLOT_FILES };

struct armex_plot_file {
    const char *path; /**< NULL: not wanted; "-": into `out` */
    struct armex_text bytes;
};

/** Writes them; what is for standard output is appended to `out`. On failure nothing is
 *  left of any that could not be finished, and nothing is put in place before all are
 *  whole. Errors: as armex_aside_open() and armex_aside_commit(); ARMEX_NO_MEMORY. */
armex_status armex_plot_files_write(
    struct armex_text *out, const struct armex_plot_file files[ARMEX_PLOT_FILES],
    struct armex_error *error);

#endif
