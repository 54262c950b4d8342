/** cli/completions.c: which shell's completions are asked for. */
#include <string.h>

#include "cli/completions.h"
#include "cli/help.h"

armex_status armex_completions(struct armex_text *out, const char *shell,
                               struct armex_session *session, struct armex_error *error)
{
    armex_status status;

    if (!strcmp(shell, "bash"))
        status = armex_completions_bash(out, session, error);
    else if (!strcmp(shell, "zsh"))
        status = armex_completions_zsh(out, session, error);
    else
        status = armex_completions_fish(out, session, error);
    return !status && out->failed ? armex_fail_memory(error) : status;
}

enum armex_completed armex_completed_by(const char *value, const char *operands)
{
    const char *word = value ? value : operands;

    if (!strcmp(word, "DIR"))
        return ARMEX_COMPLETE_FOLDERS;
    if (!strncmp(word, "FILE", 4) || strstr(word, "SPEC"))
        return ARMEX_COMPLETE_FILES;
    if (!strcmp(word, "ID[@VINTAGE]") || !strcmp(word, "[ID]") ||
        !strcmp(word, "[DATASET]"))
        return ARMEX_COMPLETE_DATASETS;
    return !strcmp(word, "KIND") ? ARMEX_COMPLETE_KINDS : ARMEX_COMPLETE_NOTHING;
}
