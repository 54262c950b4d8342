/** cli/program.c: from the words typed to the command that answers them. */
#include <string.h>

#include "base/number.h"
#include "cli/as_typed.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/table_file.h"
#include "country/entity.h"

/** What the program says of itself; *done is whether that was asked. */
static armex_status say_of_itself(bool *done, struct armex_session *session,
                                  const struct armex_command *command,
                                  struct armex_error *error)
{
    const struct armex_globals *globals = &session->globals;

    *done = true;
    if (globals->version)
        armex_text_printf(&session->out, "armex %s\n", session->version);
    else if (globals->completions)
        return armex_completions(&session->out, globals->completions, session, error);
    else if (globals->man)
        return armex_manual(&session->out, command, session, error);
    else if (globals->help)
        return armex_help(&session->out, command, session, error);
    else
        *done = false;
    return session->out.failed ? armex_fail_memory(error) : ARMEX_OK;
}

static armex_status take_threads(struct armex_session *session,
                                 struct armex_error *error)
{
    const char *text = session->globals.threads;
    long threads;

    session->query.threads = text;
    if (!text || armex_whole_parse(&threads, text, strlen(text), 1, 1024))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--threads: '%s' is not a number from 1 to 1024", text);
}

static armex_status check_operands(const struct armex_session *session,
                                   const struct armex_command *command,
                                   struct armex_error *error)
{
    const size_t n = session->operands.n;

    if (n < command->least)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "something is missing: armex %s %s", command->name,
                          command->operands);
    if (n > command->most) {
        const char *word = session->operands.items[command->most];
        const bool entity =
            command->analyses && (armex_entity_find(word, strlen(word)) ||
                                  armex_group_find(word, strlen(word)));
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "'%s' is one word too many for armex %s%s%s%s", word,
                          command->name, entity ? "; did you mean --entity '" : "",
                          entity ? word : "", entity ? "'?" : "");
    }
    return ARMEX_OK;
}

/** Reads what follows the command's name, and answers it. */
static armex_status run_command(struct armex_session *session,
                                const struct armex_command *command,
                                const char *const *words, size_t n,
                                struct armex_error *error)
{
    struct armex_option_group groups[ARMEX_GROUPS];
    size_t n_groups;
    bool done = false;
    enum armex_format untold;
    armex_status status;
    void *own = armex_arena_new(session->arena, 1, command->size + 1);

    if (!own)
        return armex_fail_memory(error);
    session->command = command->name;
    status = armex_command_groups(groups, &n_groups, command, session, own, error);
    if (!status)
        status = armex_options_read(&session->operands, groups, n_groups, words, n,
                                    false, session->arena, error);
    if (!status)
        status = say_of_itself(&done, session, command, error);
    if (status || done)
        return status;
    status = check_operands(session, command, error);
    if (!status)
        status = take_threads(session, error);
    if (!status && !command->own_output && !session->globals.format)
        status = armex_table_file_format(&untold, "--output", session->globals.output,
                                         error); // before anything is done
    if (!status)
        status = armex_paths_find(&session->paths, session->globals.store,
                                  session->arena, error);
    if (status)
        return status;
    session->asked = armex_line_as_asked(command->name, groups, n_groups,
                                         &session->operands, session->arena);
    return session->asked ? command->run(session, own, error)
                          : armex_fail_memory(error);
}

armex_status armex_program(struct armex_session *session, const char *const *words,
                           size_t n, struct armex_error *error)
{
    struct armex_option_group groups[ARMEX_GROUPS];
    const struct armex_command *command = NULL;
    struct armex_operands before = {0};
    size_t n_groups;
    bool done = false;
    armex_status status;

    session->typed = armex_line_as_typed(words, n, session->arena);
    if (!session->typed)
        return armex_fail_memory(error);
    status = armex_command_groups(groups, &n_groups, NULL, session, NULL, error);
    if (!status)
        status = armex_options_read(&before, groups, n_groups, words, n, true,
                                    session->arena, error);
    if (!status && before.read < n)
        status = armex_command_find(&command, words[before.read], error);
    if (!status && command)
        return run_command(session, command, words + before.read + 1,
                           n - before.read - 1, error);
    if (!status)
        status = say_of_itself(&done, session, NULL, error);
    if (status || done)
        return status;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "nothing was asked; try 'armex datasets' to see what is there");
}
