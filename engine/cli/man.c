/** cli/man.c: the manual pages, in the man(7) macros of roff. */
#include <string.h>

#include "base/ascii.h"
#include "cli/help.h"

/** One character as roff reads it, such that it can be pasted back into a shell. */
static void add_character(struct armex_text *out, char c)
{
    switch (c) {
    case '\\':
        armex_text_add(out, "\\e");
        break;
    case '-':
        armex_text_add(out, "\\-");
        break;
    case '\'':
        armex_text_add(out, "\\(aq");
        break;
    case '"':
        armex_text_add(out, "\\(dq");
        break;
    case '~':
        armex_text_add(out, "\\(ti");
        break;
    default:
        armex_text_add_bytes(out, &c, 1);
    }
}

/** Text as roff reads it; a dot that begins it is no request. */
static void add_roff(struct armex_text *out, const char *text)
{
    if (*text == '.')
        armex_text_add(out, "\\&");
    for (const char *c = text; *c; c++)
        add_character(out, *c);
}

static void add_upper(struct armex_text *out, const char *text)
{
    for (const char *c = text; *c; c++) {
        const char upper = armex_upper(*c);
        armex_text_add_bytes(out, &upper, 1);
    }
}

static void add_section(struct armex_text *out, const char *title)
{
    armex_text_add(out, ".SH ");
    add_upper(out, title);
    armex_text_add(out, "\n");
}

static void add_line(struct armex_text *out, const char *text)
{
    add_roff(out, text);
    armex_text_add(out, "\n");
}

static void add_paragraphs(struct armex_text *out, const char *text)
{
    for (size_t length; *text; text += length + strspn(text + length, "\n")) {
        length = strcspn(text, "\n");
        armex_text_add(out, ".PP\n");
        struct armex_text one = {0};
        armex_text_add_bytes(&one, text, length);
        add_line(out, one.data ? one.data : "");
        out->failed |= one.failed;
        armex_text_free(&one);
    }
}

static void add_option(struct armex_text *out, const struct armex_option *option)
{
    const char *value = armex_option_placeholder(option);

    armex_text_add(out, ".TP\n\\fB");
    if (option->letter)
        armex_text_printf(out, "\\-%c\\fR, \\fB", option->letter);
    armex_text_add(out, "\\-\\-");
    add_roff(out, option->name);
    armex_text_add(out, "\\fR");
    if (value) {
        armex_text_add(out, " \\fI");
        add_roff(out, value);
        armex_text_add(out, "\\fR");
    }
    armex_text_add(out, "\n");
    add_roff(out, option->help);
    if (option->choices && option->value && value != option->choices) {
        armex_text_add(out, ": ");
        for (const char *c = option->choices; *c; c++)
            if (*c == '|')
                armex_text_add(out, ", ");
            else
                add_character(out, *c);
    }
    armex_text_add(out, ".\n");
}

static void add_example(struct armex_text *out, const char *line, const char *shows)
{
    armex_text_add(out, ".TP\n.B ");
    add_line(out, line);
    add_line(out, shows);
}

static void add_command(struct armex_text *out, const struct armex_command *command)
{
    add_section(out, "name");
    armex_text_printf(out, "armex\\-%s \\- ", command->name);
    add_line(out, command->summary);
    add_section(out, "synopsis");
    armex_text_printf(out, ".B armex %s\n", command->name);
    if (*command->operands)
        armex_text_printf(out, ".I %s\n", command->operands);
    armex_text_add(out, ".RI [ OPTIONS ]\n");
    add_section(out, "description");
    add_paragraphs(out, command->description);
}

static void add_program(struct armex_text *out)
{
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);

    add_section(out, "name");
    armex_text_add(out,
                   "armex \\- arms-export figures turned into rankings, growth rates "
                   "and charts\n");
    add_section(out, "synopsis");
    armex_text_add(out, ".B armex\n.RI [ OPTIONS ]\n.I COMMAND\n.RI [ OPTIONS ]\n"
                        ".RI [ ARGUMENTS ]\n");
    add_section(out, "commands");
    for (size_t i = 0; i < n; i++) {
        armex_text_printf(out, ".TP\n\\fBarmex\\-%s\\fR(1)\n", commands[i]->name);
        add_line(out, commands[i]->summary);
    }
}

static void add_environment(struct armex_text *out)
{
    add_section(out, "environment");
    armex_text_add(out,
                   ".TP\n.B ARMEX_STORE\nThe store, unless \\-\\-store names one.\n"
                   ".TP\n.B XDG_DATA_HOME\nThe store is its folder armex, unless "
                   "either of these names one; by default ~/.local/share.\n");
    add_section(out, "exit status");
    for (const struct armex_exit_meaning *m = armex_exit_meanings; m->meaning; m++) {
        armex_text_printf(out, ".TP\n.B %d\n", m->code);
        add_line(out, m->meaning);
    }
}

armex_status armex_manual(struct armex_text *out, const struct armex_command *command,
                          struct armex_session *session, struct armex_error *error)
{
    struct armex_option_group groups[ARMEX_GROUPS];
    size_t n;
    armex_status status =
        armex_command_groups(groups, &n, command, session, NULL, error);

    if (status)
        return status;
    armex_text_add(out, ".TH ARMEX");
    armex_text_add(out, command ? "\\-" : "");
    add_upper(out, command ? command->name : "");
    armex_text_printf(out, " 1 \"\" \"armex %s\" \"armex\"\n", session->version);
    if (command)
        add_command(out, command);
    else
        add_program(out);
    for (size_t g = 0; g < n; g++) {
        add_section(out, groups[g].title);
        for (const struct armex_option *o = groups[g].options; o->name; o++)
            add_option(out, o);
    }
    if (command) {
        add_section(out, "examples");
        for (size_t i = 0; i < ARMEX_EXAMPLES && command->examples[i].line; i++)
            add_example(out, command->examples[i].line, command->examples[i].shows);
        add_section(out, "see also");
        armex_text_add(out, ".BR armex (1)\n");
    } else {
        add_environment(out);
    }
    return out->failed ? armex_fail_memory(error) : ARMEX_OK;
}
