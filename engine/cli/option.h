/**
 * cli/option.h: options as data, and the parser that reads them.
 *
 * One table of options feeds the parser, the help, the manual and the completions, so
 * they cannot disagree. GNU conventions: --name VALUE, --name=VALUE, -n VALUE, -nVALUE,
 * switches of one letter together (-qv), `--` ends the options, `-` alone is an
 * operand. Names are never shortened: a script that leans on a shortened name breaks
 * when a new option comes.
 */
#ifndef ARMEX_CLI_OPTION_H
#define ARMEX_CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/** One option. The field it fills is a `const char *`: NULL until given, then the value
 *  as typed; "yes" for a switch. Given twice, the last stands; a LIST, and an
 *  ID[@VINTAGE], grow instead. */
struct armex_option {
    const char *name;    /**< "entity": typed as --entity */
    char letter;         /**< 'e': typed as -e; 0: none */
    const char *value;   /**< what stands for the value in help; NULL: a switch */
    const char *help;    /**< what it does, without a full stop */
    const char *choices; /**< "text|csv": the only values there are; NULL: any */
    size_t offset;       /**< of the field in the group's struct */
    bool place;          /**< says where from or where to, not what: no part of what a
                              picture says about its making */
};

/** Options that fill the same struct. */
struct armex_option_group {
    const char *title;                  /**< for help: "Choosing data" */
    const struct armex_option *options; /**< ends with {0} */
    void *values;                       /**< the struct; NULL where none is read */
};

/** What the parser leaves: words that are no options. They are borrowed from the words
 *  that were read. */
struct armex_operands {
    const char **items;
    size_t n;
    size_t read; /**< how many words were used up */
};

/** Reads `words[0..n)` into the structs of the groups; with `only_leading` it stops at
 *  the first operand, which is then not among `operands`.
 *  Owner:  everything lives in `arena` or in the words.
 *  Errors: ARMEX_USAGE naming the word and the nearest right one; ARMEX_NO_MEMORY. */
armex_status armex_options_read(struct armex_operands *operands,
                                const struct armex_option_group *groups,
                                size_t n_groups, const char *const *words, size_t n,
                                bool only_leading, struct armex_arena *arena,
                                struct armex_error *error);

/** The value of an option of that group; NULL: not given. */
const char *armex_option_value(const struct armex_option_group *group,
                               const struct armex_option *option);

/** The parts of "text|csv", in `arena`. NULL: no memory. */
const char **armex_option_choices(size_t *n, const char *choices,
                                  struct armex_arena *arena);

#endif
