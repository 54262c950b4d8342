/**
 * cli/global_options.h: the options that every command takes.
 */
#ifndef ARMEX_CLI_GLOBAL_OPTIONS_H
#define ARMEX_CLI_GLOBAL_OPTIONS_H

#include "cli/option.h"

/** Both end with {0} and fill struct armex_globals; the second is about the program. */
extern const struct armex_option armex_global_options[];
extern const struct armex_option armex_program_options[];

#endif
