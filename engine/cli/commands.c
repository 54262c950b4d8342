/** cli/commands.c: every command, and the options that each one takes. */
#include <string.h>

#include "analysis/query_check.h"
#include "base/offer.h"
#include "cli/command.h"
#include "cli/global_options.h"

extern const struct armex_command armex_command_ingest, armex_command_datasets,
    armex_command_entities, armex_command_show, armex_command_growth,
    armex_command_rank, armex_command_share, armex_command_trend, armex_command_flows,
    armex_command_compare, armex_command_check, armex_command_robust,
    armex_command_revisions, armex_command_plot, armex_command_report,
    armex_command_export, armex_command_fetch, armex_command_verify,
    armex_command_explain;

static const struct armex_command *const commands[] = {
    &armex_command_ingest,    &armex_command_datasets, &armex_command_entities,
    &armex_command_show,      &armex_command_growth,   &armex_command_rank,
    &armex_command_share,     &armex_command_trend,    &armex_command_flows,
    &armex_command_compare,   &armex_command_check,    &armex_command_robust,
    &armex_command_revisions, &armex_command_plot,     &armex_command_report,
    &armex_command_export,    &armex_command_fetch,    &armex_command_verify,
    &armex_command_explain,
};
enum { N_COMMANDS = sizeof commands / sizeof(void *) };

const struct armex_command *const *armex_commands(size_t *n)
{
    *n = N_COMMANDS;
    return commands;
}

/** "help", "version": commands of other programs, options here. */
static bool is_option(const struct armex_option *options, const char *name)
{
    while (options->name && strcmp(options->name, name) != 0)
        options++;
    return options->name;
}

armex_status armex_command_find(const struct armex_command **out, const char *name,
                                struct armex_error *error)
{
    const char *names[N_COMMANDS];

    for (size_t i = 0; i < N_COMMANDS; i++) {
        names[i] = commands[i]->name;
        *out = commands[i];
        if (!strcmp(name, names[i]))
            return ARMEX_OK;
    }
    *out = NULL;
    if (is_option(armex_global_options, name) || is_option(armex_program_options, name))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "there is no command '%s'; did you mean 'armex --%s'?", name,
                          name);
    return armex_fail_word(error, ARMEX_USAGE, "there is no command", name, names,
                           N_COMMANDS);
}

/** Whether the command has an option of that name itself, which then says more. */
static bool has_own(const struct armex_command *command, const char *name)
{
    for (const struct armex_option *own = command->options; own && own->name; own++)
        if (!strcmp(own->name, name))
            return true;
    return false;
}

/** The options of a query that bear on the command's analyses. NULL: no memory. */
static const struct armex_option *query_options(const struct armex_command *command,
                                                struct armex_arena *arena)
{
    size_t n, kept = 0;
    const struct armex_query_option *all = armex_query_options(&n);
    struct armex_option *out = armex_arena_new(arena, n + 1, sizeof *out);

    for (size_t i = 0; out && i < n; i++)
        if (!has_own(command, all[i].name) &&
            armex_query_option_applies(&all[i], command->analyses))
            out[kept++] = (struct armex_option){.name = all[i].name,
                                                .letter = all[i].letter,
                                                .value = all[i].value,
                                                .help = all[i].help,
                                                .choices = all[i].choices,
                                                .offset = all[i].offset};
    return out;
}

armex_status armex_command_groups(struct armex_option_group out[ARMEX_GROUPS],
                                  size_t *n, const struct armex_command *command,
                                  struct armex_session *session, void *own,
                                  struct armex_error *error)
{
    *n = 0;
    if (command && command->options)
        out[(*n)++] = (struct armex_option_group){"Options of this command",
                                                  command->options, own};
    if (command && command->analyses) {
        const struct armex_option *options = query_options(command, session->arena);
        if (!options)
            return armex_fail_memory(error);
        out[(*n)++] =
            (struct armex_option_group){"Choosing data", options, &session->query};
    }
    out[(*n)++] = (struct armex_option_group){"Options of every command",
                                              armex_global_options, &session->globals};
    if (!command)
        out[(*n)++] = (struct armex_option_group){
            "About the program", armex_program_options, &session->globals};
    return ARMEX_OK;
}
