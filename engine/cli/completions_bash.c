/** cli/completions_bash.c: completions for bash. */
#include "cli/completions.h"

static void add_choices(struct armex_text *out, const char *choices)
{
    armex_text_add(out, "words='");
    for (const char *c = choices; *c; c++)
        armex_text_add_bytes(out, *c == '|' ? " " : c, 1);
    armex_text_add(out, "'");
}

static void add_completed(struct armex_text *out, enum armex_completed completed)
{
    static const char *const words[] = {
        [ARMEX_COMPLETE_NOTHING] = ":",
        [ARMEX_COMPLETE_FILES] = "COMPREPLY=($(compgen -f -- \"$word\")); return",
        [ARMEX_COMPLETE_FOLDERS] = "COMPREPLY=($(compgen -d -- \"$word\")); return",
        [ARMEX_COMPLETE_DATASETS] = ("words=$(" ARMEX_LIST_DATASETS ")"),
        [ARMEX_COMPLETE_KINDS] = ("words=$(" ARMEX_LIST_KINDS ")"),
    };
    armex_text_add(out, words[completed]);
}

/** The values of one command's options: a branch each. */
static void add_values(struct armex_text *out, const char *command,
                       const struct armex_option_group *groups, size_t n)
{
    for (size_t g = 0; g < n; g++)
        for (const struct armex_option *o = groups[g].options; o->name; o++) {
            if (!o->value)
                continue;
            armex_text_printf(out, "        \"%s --%s\"", command, o->name);
            if (o->letter)
                armex_text_printf(out, " | \"%s -%c\"", command, o->letter);
            armex_text_add(out, ") ");
            if (o->choices)
                add_choices(out, o->choices);
            else
                add_completed(out, armex_completed_by(o->value, ""));
            armex_text_add(out, " ;;\n");
        }
}

static void add_names(struct armex_text *out, const struct armex_option_group *groups,
                      size_t n)
{
    for (size_t g = 0; g < n; g++)
        for (const struct armex_option *o = groups[g].options; o->name; o++)
            armex_text_printf(out, " --%s", o->name);
}

/** The words of one command: its options after a dash, else what it works on. */
static void add_words(struct armex_text *out, const struct armex_command *command,
                      const struct armex_option_group *groups, size_t n)
{
    armex_text_printf(out, "        %s)\n            options='",
                      command ? command->name : "''");
    add_names(out, groups, n);
    armex_text_add(out, "'\n            [[ $word == -* ]] || ");
    if (command) {
        add_completed(out, armex_completed_by(NULL, command->operands));
    } else {
        size_t n_commands;
        const struct armex_command *const *commands = armex_commands(&n_commands);
        armex_text_add(out, "words='");
        for (size_t i = 0; i < n_commands; i++)
            armex_text_printf(out, "%s%s", i ? " " : "", commands[i]->name);
        armex_text_add(out, "'");
    }
    armex_text_add(out, "\n            ;;\n");
}

armex_status armex_completions_bash(struct armex_text *out,
                                    struct armex_session *session,
                                    struct armex_error *error)
{
    struct armex_option_group groups[ARMEX_GROUPS];
    size_t n, n_commands;
    const struct armex_command *const *commands = armex_commands(&n_commands);
    armex_status status = ARMEX_OK;

    armex_text_add(out, "# completions of armex for bash\n"
                        "_armex() {\n"
                        "    local word=${COMP_WORDS[COMP_CWORD]} command= words= "
                        "options= i\n"
                        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                        "        case ${COMP_WORDS[i]} in\n"
                        "        ");
    for (size_t i = 0; i < n_commands; i++)
        armex_text_printf(out, "%s%s", i ? " | " : "", commands[i]->name);
    armex_text_add(out, ") command=${COMP_WORDS[i]}; break ;;\n"
                        "        esac\n    done\n"
                        "    case \"$command ${COMP_WORDS[COMP_CWORD-1]}\" in\n");
    for (size_t i = 0; !status && i <= n_commands; i++) {
        const struct armex_command *command = i < n_commands ? commands[i] : NULL;
        status = armex_command_groups(groups, &n, command, session, NULL, error);
        if (!status)
            add_values(out, command ? command->name : "", groups, n);
    }
    armex_text_add(out, "        *) case $command in\n");
    for (size_t i = 0; !status && i <= n_commands; i++) {
        const struct armex_command *command = i < n_commands ? commands[i] : NULL;
        status = armex_command_groups(groups, &n, command, session, NULL, error);
        if (!status)
            add_words(out, command, groups, n);
    }
    armex_text_add(out, "        esac ;;\n    esac\n"
                        "    [[ -n $words ]] || words=$options\n"
                        "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
                        "}\ncomplete -o filenames -F _armex armex\n");
    return status;
}
