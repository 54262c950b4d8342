/**
 * cli/help.h: what the tables of options and commands say of themselves, to a reader,
 * to man(1) and to shells. Running out of memory shows in `out->failed`.
 */
#ifndef ARMEX_CLI_HELP_H
#define ARMEX_CLI_HELP_H

#include "cli/command.h"

/** The program as a whole, or one command; 79 columns wide. Errors: ARMEX_NO_MEMORY. */
armex_status armex_help(struct armex_text *out, const struct armex_command *command,
                        struct armex_session *session, struct armex_error *error);

/** The manual page, in roff; `command` NULL: armex(1). Errors: ARMEX_NO_MEMORY. */
armex_status armex_manual(struct armex_text *out, const struct armex_command *command,
                          struct armex_session *session, struct armex_error *error);

/** The completions for "bash", "zsh" or "fish". Errors: ARMEX_NO_MEMORY. */
armex_status armex_completions(struct armex_text *out, const char *shell,
                               struct armex_session *session,
                               struct armex_error *error);

/** One exit status and its meaning, for help and manual; the last has no meaning. */
struct armex_exit_meaning {
    int code;
    const char *meaning;
};
extern const struct armex_exit_meaning armex_exit_meanings[];

/** What stands for the value of an option: its choices where they are short. */
const char *armex_option_placeholder(const struct armex_option *option);

#endif
