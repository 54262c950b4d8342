/**
 * cli/completions.h: what each shell is told, from the tables of options and commands.
 */
#ifndef ARMEX_CLI_COMPLETIONS_H
#define ARMEX_CLI_COMPLETIONS_H

#include "cli/command.h"

/** What a word may be completed by, apart from fixed choices. */
enum armex_completed {
    ARMEX_COMPLETE_NOTHING,
    ARMEX_COMPLETE_FILES,
    ARMEX_COMPLETE_FOLDERS,
    ARMEX_COMPLETE_DATASETS, /**< what armex itself lists */
    ARMEX_COMPLETE_KINDS,    /**< of charts */
};

/** After what stands for the value in help, or for the operands when `value` is NULL.
 */
enum armex_completed armex_completed_by(const char *value, const char *operands);

/** Shell commands that print datasets and kinds of charts, one a line. */
#define ARMEX_LIST_DATASETS                                                            \
    "armex datasets -f csv 2>/dev/null | sed -e 1d -e 's/,.*//' | sort -u"
#define ARMEX_LIST_KINDS "armex plot --list-kinds 2>/dev/null"

/** Each appends to `out`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_completions_bash(struct armex_text *out,
                                    struct armex_session *session,
                                    struct armex_error *error);
armex_status armex_completions_zsh(struct armex_text *out,
                                   struct armex_session *session,
                                   struct armex_error *error);
armex_status armex_completions_fish(struct armex_text *out,
                                    struct armex_session *session,
                                    struct armex_error *error);

#endif
