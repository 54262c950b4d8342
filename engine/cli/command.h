/**
 * cli/command.h: a command is data plus one function.
 *
 * Parser, help, manual and completions all read the same declaration. Each command
 * stands in command_NAME.c; commands.c lists them.
 */
#ifndef ARMEX_CLI_COMMAND_H
#define ARMEX_CLI_COMMAND_H

#include "cli/session.h"

enum { ARMEX_EXAMPLES = 9 };

struct armex_example {
    const char *line;  /**< as typed, on the datasets that ship with the program */
    const char *shows; /**< what comes out */
};

struct armex_command {
    const char *name, *summary;
    const char *operands;    /**< "FILE...", "[ID]", or "" */
    size_t least, most;      /**< how many of them */
    const char *description; /**< paragraphs, set apart by an empty line */
    const char *analyses;    /**< whose options of the query it takes: "show rank";
                                  "" only those that choose data, NULL none */
    const struct armex_option *options; /**< its own, ends with {0}; NULL: none */
    size_t size;                        /**< of the struct they fill */
    bool own_output; /**< what --output names is no table: a picture, a folder */
    struct armex_example examples[ARMEX_EXAMPLES]; /**< two at least */
    armex_status (*run)(struct armex_session *session, const void *own,
                        struct armex_error *error);
};

/** Every command there is, in the order of the help. */
const struct armex_command *const *armex_commands(size_t *n);

/** Errors: ARMEX_USAGE naming the nearest. */
armex_status armex_command_find(const struct armex_command **out, const char *name,
                                struct armex_error *error);

enum { ARMEX_GROUPS = 4 };

/** The groups of options that a command takes; `command` NULL: the program alone.
 *  They fill `session` and `own`; `own` NULL: only to be described.
 *  Owner: `session->arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_command_groups(struct armex_option_group out[ARMEX_GROUPS],
                                  size_t *n, const struct armex_command *command,
                                  struct armex_session *session, void *own,
                                  struct armex_error *error);

/** Does what the words after the program's name ask; what it has to say stands in
 *  `session` afterwards, also when it fails. */
armex_status armex_program(struct armex_session *session, const char *const *words,
                           size_t n, struct armex_error *error);

#endif
