/**
 * cli/settings.h: `--set NAME=VALUE,NAME=VALUE` as a list.
 */
#ifndef ARMEX_CLI_SETTINGS_H
#define ARMEX_CLI_SETTINGS_H

#include "base/arena.h"
#include "report/report.h"

/** Reads `list`; a comma that no NAME= follows belongs to the value, as in
 *  "entity=Korea, Republic of". `entity`, where it is given, is one more at the end.
 *  Either may be NULL. Owner: everything lives in `arena`.
 *  Errors: ARMEX_USAGE when it does not begin with NAME=, ARMEX_NO_MEMORY. */
armex_status armex_settings_read(struct armex_settings *out, const char *list,
                                 const char *entity, struct armex_arena *arena,
                                 struct armex_error *error);

#endif
