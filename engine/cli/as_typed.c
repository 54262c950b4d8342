/** cli/as_typed.c: the command as a line that a shell would read back. */
#include "cli/as_typed.h"

#include <string.h>

void armex_shell_quote(struct armex_text *out, const char *word)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789_@%+=:,./-";
    bool quote = !*word;

    for (const char *c = word; *c; c++) // what is no ASCII means nothing to a shell
        quote |= (unsigned char)*c < 0x80 && !strchr(plain, *c);
    if (!quote) {
        armex_text_add(out, word);
        return;
    }
    armex_text_add(out, "'");
    for (const char *c = word; *c; c++)
        if (*c == '\'')
            armex_text_add(out, "'\\''");
        else
            armex_text_add_bytes(out, c, 1);
    armex_text_add(out, "'");
}

/** Hands the text over to the arena. */
static const char *settle(struct armex_text *text, struct armex_arena *arena)
{
    const char *line = text->failed ? NULL : armex_arena_text(arena, text->data);
    armex_text_free(text);
    return line;
}

const char *armex_line_as_typed(const char *const *words, size_t n,
                                struct armex_arena *arena)
{
    struct armex_text line = {0};

    armex_text_add(&line, "armex");
    for (size_t i = 0; i < n; i++) {
        armex_text_add(&line, " ");
        armex_shell_quote(&line, words[i]);
    }
    return settle(&line, arena);
}

static void add_options(struct armex_text *line, const struct armex_option_group *group)
{
    for (const struct armex_option *option = group->options; option->name; option++) {
        const char *value = armex_option_value(group, option);
        if (!value || option->place)
            continue;
        armex_text_printf(line, " --%s", option->name);
        if (option->value) {
            armex_text_add(line, *value == '-' ? "=" : " ");
            armex_shell_quote(line, value);
        }
    }
}

const char *armex_line_as_asked(const char *command,
                                const struct armex_option_group *groups,
                                size_t n_groups, const struct armex_operands *operands,
                                struct armex_arena *arena)
{
    struct armex_text line = {0};

    armex_text_printf(&line, "armex %s", command);
    for (size_t i = 0; i < operands->n; i++) {
        armex_text_add(&line, " ");
        armex_shell_quote(&line, operands->items[i]);
    }
    for (size_t g = 0; g < n_groups; g++)
        add_options(&line, &groups[g]);
    return settle(&line, arena);
}
