/** cli/help.c: help for a reader at a terminal. */
#include "cli/help.h"

#include <string.h>

enum { LINE = 79, INDENT = 27 };

const struct armex_exit_meaning armex_exit_meanings[] = {
    {0, "done"},
    {1, "done, and the answer is \"no\": a stored file was altered"},
    {64, "wrong usage"},
    {65, "the data are wrong, or do not allow what was asked"},
    {66, "an input is missing"},
    {69, "a program that is needed is missing (gnuplot)"},
    {70, "a bug in armex itself"},
    {71, "the machine has no memory left"},
    {73, "the output cannot be created there"},
    {74, "reading or writing failed, such as on a full disk"},
    {75, "another run holds the lock: try again later"},
    {78, "the specification of a report is wrong"},
    {0, NULL}};

const char *armex_option_placeholder(const struct armex_option *option)
{
    const bool small = option->choices && strlen(option->choices) <= 20;
    return small && option->value ? option->choices : option->value;
}

static void add_blanks(struct armex_text *out, size_t n)
{
    while (n--)
        armex_text_add(out, " ");
}

/** Words of `text` in lines that start at column `indent`; the first starts at `at`. */
static void add_wrapped(struct armex_text *out, const char *text, size_t at,
                        size_t indent)
{
    bool first = true; // in its line

    for (size_t length; *text; text += length + strspn(text + length, " ")) {
        length = strcspn(text, " ");
        if (!first && at + 1 + length > LINE) {
            armex_text_add(out, "\n");
            at = 0;
            first = true;
        }
        const size_t gap = first ? (at < indent ? indent - at : 0) : 1;
        add_blanks(out, gap);
        armex_text_add_bytes(out, text, length);
        at += gap + length;
        first = false;
    }
    armex_text_add(out, "\n");
}

static void add_option(struct armex_text *out, const struct armex_option *option,
                       struct armex_arena *arena)
{
    const char *value = armex_option_placeholder(option);
    const char *letter =
        option->letter ? armex_arena_printf(arena, "-%c, ", option->letter) : "    ";
    const char *typed = armex_arena_printf(arena, "  %s--%s%s%s", letter, option->name,
                                           value ? " " : "", value ? value : "");
    const char *help = option->help;
    if (option->choices && option->value && value != option->choices) {
        struct armex_text list = {0};
        for (const char *c = option->choices; *c; c++)
            armex_text_add_bytes(&list, *c == '|' ? ", " : c, *c == '|' ? 2 : 1);
        help = armex_arena_printf(arena, "%s: %s", help, list.data ? list.data : "");
        out->failed |= list.failed;
        armex_text_free(&list);
    }
    if (!letter || !typed || !help) {
        out->failed = true;
        return;
    }
    armex_text_add(out, typed);
    if (strlen(typed) >= INDENT) {
        armex_text_add(out, "\n");
        add_wrapped(out, help, 0, INDENT);
    } else {
        add_wrapped(out, help, strlen(typed), INDENT);
    }
}

static void add_groups(struct armex_text *out, const struct armex_option_group *groups,
                       size_t n, struct armex_arena *arena)
{
    for (size_t g = 0; g < n; g++) {
        armex_text_printf(out, "\n%s:\n", groups[g].title);
        for (const struct armex_option *o = groups[g].options; o->name; o++)
            add_option(out, o, arena);
    }
}

static void add_paragraphs(struct armex_text *out, const char *text)
{
    for (const char *end; *text; text = end + strspn(end, "\n")) {
        end = strchr(text, '\n') ? strchr(text, '\n') : text + strlen(text);
        char line[1024];
        const size_t length =
            (size_t)(end - text) < sizeof line ? (size_t)(end - text) : sizeof line - 1;
        memcpy(line, text, length);
        line[length] = '\0';
        armex_text_add(out, "\n");
        add_wrapped(out, line, 0, 0);
    }
}

static void add_command(struct armex_text *out, const struct armex_command *command)
{
    armex_text_printf(out, "Usage: armex %s%s%s [OPTIONS]\n", command->name,
                      *command->operands ? " " : "", command->operands);
    add_wrapped(out, command->summary, 0, 0);
    add_paragraphs(out, command->description);
}

static void add_examples(struct armex_text *out, const struct armex_command *command)
{
    armex_text_add(out, "\nExamples:\n");
    for (size_t i = 0; i < ARMEX_EXAMPLES && command->examples[i].line; i++) {
        armex_text_printf(out, "  %s\n", command->examples[i].line);
        add_wrapped(out, command->examples[i].shows, 0, 6);
    }
}

static void add_program(struct armex_text *out)
{
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);

    armex_text_add(out, "Usage: armex [OPTIONS] COMMAND [OPTIONS] [ARGUMENTS]\n"
                        "Arms-export figures turned into rankings, growth rates and "
                        "charts.\n\nCommands:\n");
    for (size_t i = 0; i < n; i++) {
        armex_text_printf(out, "  %s", commands[i]->name);
        add_wrapped(out, commands[i]->summary, 2 + strlen(commands[i]->name), 14);
    }
}

static void add_end(struct armex_text *out)
{
    armex_text_add(out, "\nExamples:\n"
                        "  armex datasets\n"
                        "      what is there\n"
                        "  armex show -d national-figures -e 'South Korea' -m orders\n"
                        "      South Korea's arms export orders, year by year\n"
                        "\nExit status:\n");
    for (const struct armex_exit_meaning *m = armex_exit_meanings; m->meaning; m++)
        armex_text_printf(out, "  %2d  %s\n", m->code, m->meaning);
    armex_text_add(out, "\n'armex COMMAND --help' tells more of each command.\n");
}

armex_status armex_help(struct armex_text *out, const struct armex_command *command,
                        struct armex_session *session, struct armex_error *error)
{
    struct armex_option_group groups[ARMEX_GROUPS];
    size_t n;
    const armex_status status =
        armex_command_groups(groups, &n, command, session, NULL, error);

    if (status)
        return status;
    if (command)
        add_command(out, command);
    else
        add_program(out);
    add_groups(out, groups, n, session->arena);
    if (command)
        add_examples(out, command);
    else
        add_end(out);
    return out->failed ? armex_fail_memory(error) : ARMEX_OK;
}
