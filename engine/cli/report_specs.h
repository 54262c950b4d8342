/**
 * cli/report_specs.h: the specifications of reports that ship with the program.
 */
#ifndef ARMEX_CLI_REPORT_SPECS_H
#define ARMEX_CLI_REPORT_SPECS_H

#include "cli/session.h"

/** Appends the names of the built-in reports to `out`, one a line.
 *  Errors: ARMEX_NOT_FOUND when share/armex/reports is missing; ARMEX_NO_MEMORY. */
armex_status armex_report_specs_list(struct armex_session *session,
                                     struct armex_error *error);

/** The path of a built-in report, in the session's arena.
 *  Errors: ARMEX_USAGE naming the nearest; as above. */
armex_status armex_report_specs_find(const char **out, const char *name,
                                     const struct armex_session *session,
                                     struct armex_error *error);

/** Hands over a specification to begin with: `builtin`, or with NULL one that explains
 *  itself. It goes to `path`, a file that is not there yet, or to `out` for NULL.
 *  Errors: ARMEX_CANNOT_CREATE when something stands at `path`; ARMEX_IO; as above. */
armex_status armex_report_specs_copy(struct armex_session *session, const char *builtin,
                                     const char *path, struct armex_error *error);

#endif
