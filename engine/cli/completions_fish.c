/** cli/completions_fish.c: completions for fish. */
#include "cli/completions.h"

/** In single quotes, which fish ends by ' and escapes by \. */
static void add_quoted(struct armex_text *out, const char *words)
{
    armex_text_add(out, "'");
    for (const char *c = words; *c; c++) {
        if (*c == '\'' || *c == '\\')
            armex_text_add(out, "\\");
        armex_text_add_bytes(out, *c == '|' ? " " : c, 1);
    }
    armex_text_add(out, "'");
}

static void add_completed(struct armex_text *out, enum armex_completed completed)
{
    static const char *const words[] = {
        [ARMEX_COMPLETE_NOTHING] = " -x",
        [ARMEX_COMPLETE_FILES] = " -rF",
        [ARMEX_COMPLETE_FOLDERS] = " -x -a '(__fish_complete_directories)'",
        [ARMEX_COMPLETE_DATASETS] = " -x -a '(__armex_datasets)'",
        [ARMEX_COMPLETE_KINDS] = (" -x -a '(" ARMEX_LIST_KINDS ")'"),
    };
    armex_text_add(out, words[completed]);
}

static void add_condition(struct armex_text *out, const struct armex_command *command)
{
    armex_text_printf(out, "complete -c armex -n '__fish_%s%s'",
                      command ? "seen_subcommand_from " : "use_subcommand",
                      command ? command->name : "");
}

static void add_option(struct armex_text *out, const struct armex_command *command,
                       const struct armex_option *option)
{
    add_condition(out, command);
    armex_text_printf(out, " -l %s", option->name);
    if (option->letter)
        armex_text_printf(out, " -s %c", option->letter);
    if (option->value && option->choices) {
        armex_text_add(out, " -x -a ");
        add_quoted(out, option->choices);
    } else if (option->value) {
        add_completed(out, armex_completed_by(option->value, ""));
    }
    armex_text_add(out, " -d ");
    add_quoted(out, option->help);
    armex_text_add(out, "\n");
}

static armex_status add_command(struct armex_text *out,
                                const struct armex_command *command,
                                struct armex_session *session,
                                struct armex_error *error)
{
    struct armex_option_group groups[ARMEX_GROUPS];
    size_t n;
    const armex_status status =
        armex_command_groups(groups, &n, command, session, NULL, error);

    if (status)
        return status;
    if (command) {
        const enum armex_completed by = armex_completed_by(NULL, command->operands);
        armex_text_printf(out, "complete -c armex -n __fish_use_subcommand -a %s -d ",
                          command->name);
        add_quoted(out, command->summary);
        armex_text_add(out, "\n");
        if (by != ARMEX_COMPLETE_NOTHING) {
            add_condition(out, command);
            add_completed(out, by);
            armex_text_add(out, "\n");
        }
    }
    for (size_t g = 0; g < n; g++)
        for (const struct armex_option *o = groups[g].options; o->name; o++)
            add_option(out, command, o);
    return ARMEX_OK;
}

armex_status armex_completions_fish(struct armex_text *out,
                                    struct armex_session *session,
                                    struct armex_error *error)
{
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);
    armex_status status;

    armex_text_add(out, "# completions of armex for fish\n"
                        "function __armex_datasets\n    " ARMEX_LIST_DATASETS "\nend\n"
                        "complete -c armex -f\n");
    status = add_command(out, NULL, session, error);
    for (size_t i = 0; !status && i < n; i++)
        status = add_command(out, commands[i], session, error);
    return status;
}
