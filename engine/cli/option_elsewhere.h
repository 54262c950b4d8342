/**
 * cli/option_elsewhere.h: the commands that take an option which another does not.
 */
#ifndef ARMEX_CLI_OPTION_ELSEWHERE_H
#define ARMEX_CLI_OPTION_ELSEWHERE_H

#include "base/text.h"

/** Appends "armex rank, armex flows and armex plot have it" for the option `--NAME`.
 *  false: no command has one, and nothing was added. */
bool armex_option_elsewhere(struct armex_text *out, const char *name);

#endif
