/** cli/completions_zsh.c: completions for zsh. */
#include "cli/completions.h"

/** Within single quotes of an _arguments specification. */
static void add_escaped(struct armex_text *out, const char *words)
{
    for (const char *c = words; *c; c++) {
        if (*c == '\'')
            armex_text_add(out, "'\\'");
        else if (*c == '[' || *c == ']' || *c == ':' || *c == '\\')
            armex_text_add(out, "\\");
        armex_text_add_bytes(out, c, 1);
    }
}

static void add_completed(struct armex_text *out, enum armex_completed completed)
{
    static const char *const words[] = {
        [ARMEX_COMPLETE_NOTHING] = " ",
        [ARMEX_COMPLETE_FILES] = "_files",
        [ARMEX_COMPLETE_FOLDERS] = "_files -/",
        [ARMEX_COMPLETE_DATASETS] = "_armex_datasets",
        [ARMEX_COMPLETE_KINDS] = "_armex_kinds",
    };
    armex_text_add(out, words[completed]);
}

static void add_option(struct armex_text *out, const struct armex_option *option)
{
    armex_text_add(out, " \\\n            ");
    if (option->letter)
        armex_text_printf(out, "'(-%c --%s)'{-%c%s,--%s%s}'", option->letter,
                          option->name, option->letter, option->value ? "+" : "",
                          option->name, option->value ? "=" : "");
    else
        armex_text_printf(out, "'--%s%s", option->name, option->value ? "=" : "");
    armex_text_add(out, "[");
    add_escaped(out, option->help);
    armex_text_add(out, "]");
    if (option->value) {
        armex_text_add(out, ":");
        add_escaped(out, option->value);
        armex_text_add(out, ":");
        if (option->choices) {
            armex_text_add(out, "(");
            for (const char *c = option->choices; *c; c++)
                armex_text_add_bytes(out, *c == '|' ? " " : c, 1);
            armex_text_add(out, ")");
        } else {
            add_completed(out, armex_completed_by(option->value, ""));
        }
    }
    armex_text_add(out, "'");
}

/** The call of _arguments for a command, or for the program before its command. */
static armex_status add_arguments(struct armex_text *out,
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
    armex_text_add(out, command ? "_arguments -s" : "_arguments -s -C");
    for (size_t g = 0; g < n; g++)
        for (const struct armex_option *o = groups[g].options; o->name; o++)
            add_option(out, o);
    if (command) {
        armex_text_add(out, " \\\n            '*:");
        add_escaped(out, *command->operands ? command->operands : "nothing");
        armex_text_add(out, ":");
        add_completed(out, armex_completed_by(NULL, command->operands));
        armex_text_add(out, "'");
    }
    return ARMEX_OK;
}

armex_status armex_completions_zsh(struct armex_text *out,
                                   struct armex_session *session,
                                   struct armex_error *error)
{
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);
    armex_status status;

    armex_text_add(out,
                   "#compdef armex\n# completions of armex for zsh\n"
                   "_armex_datasets() {\n"
                   "    compadd -- $(" ARMEX_LIST_DATASETS ")\n}\n"
                   "_armex_kinds() {\n"
                   "    compadd -- $(" ARMEX_LIST_KINDS ")\n}\n"
                   "_armex() {\n    local curcontext=$curcontext state line\n    ");
    status = add_arguments(out, NULL, session, error);
    armex_text_add(out, " \\\n            '1:command:(");
    for (size_t i = 0; i < n; i++)
        armex_text_printf(out, "%s%s", i ? " " : "", commands[i]->name);
    armex_text_add(out, ")' \\\n            '*::argument:->argument'\n"
                        "    case $line[1] in\n");
    for (size_t i = 0; !status && i < n; i++) {
        armex_text_printf(out, "    %s)\n        ", commands[i]->name);
        status = add_arguments(out, commands[i], session, error);
        armex_text_add(out, "\n        ;;\n");
    }
    armex_text_add(out, "    esac\n}\n_armex \"$@\"\n");
    return status;
}
