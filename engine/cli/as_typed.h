/**
 * cli/as_typed.h: the command as a line that a shell would read back.
 */
#ifndef ARMEX_CLI_AS_TYPED_H
#define ARMEX_CLI_AS_TYPED_H

#include "base/text.h"
#include "cli/option.h"

/** Appends `word`, quoted where a shell needs it: South Korea gives 'South Korea'. */
void armex_shell_quote(struct armex_text *out, const char *word);

/** "armex rank -y 2023": the words as they were typed. NULL: no memory.
 *  Owner: the text lives in `arena`. */
const char *armex_line_as_typed(const char *const *words, size_t n,
                                struct armex_arena *arena);

/** "armex rank --years 2023": what was asked, without where from and where to, and in
 *  the order of the tables: what is asked alike reads alike. NULL: no memory. */
const char *armex_line_as_asked(const char *command,
                                const struct armex_option_group *groups,
                                size_t n_groups, const struct armex_operands *operands,
                                struct armex_arena *arena);

#endif
