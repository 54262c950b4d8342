/** cli/option_elsewhere.c: whose option it is, for who gave it to another command. */
#include "cli/option_elsewhere.h"

#include <string.h>

#include "analysis/query_check.h"
#include "cli/command.h"

static bool has(const struct armex_command *command, const char *name)
{
    size_t n;
    const struct armex_query_option *query = armex_query_options(&n);

    for (const struct armex_option *own = command->options; own && own->name; own++)
        if (!strcmp(own->name, name))
            return true;
    for (size_t i = 0; command->analyses && i < n; i++)
        if (!strcmp(query[i].name, name) &&
            armex_query_option_applies(&query[i], command->analyses))
            return true;
    return false;
}

bool armex_option_elsewhere(struct armex_text *out, const char *name)
{
    const char *last = NULL;
    size_t n, found = 0;
    const struct armex_command *const *commands = armex_commands(&n);

    for (size_t i = 0; i < n; i++) {
        if (!has(commands[i], name))
            continue;
        if (last)
            armex_text_printf(out, "%sarmex %s", found > 1 ? ", " : "", last);
        last = commands[i]->name;
        found++;
    }
    if (last)
        armex_text_printf(out, "%sarmex %s %s it", found > 1 ? " and " : "", last,
                          found > 1 ? "have" : "has");
    return last;
}
