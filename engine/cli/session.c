/** cli/session.c: one run of the program: what was asked, and what it has to say. */
#include "cli/session.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/table_file.h"

armex_status armex_session_begin(struct armex_session *session,
                                 struct armex_error *error)
{
    *session = (struct armex_session){.version = ARMEX_VERSION, .command = ""};
    session->arena = armex_arena_create();
    return session->arena ? ARMEX_OK : armex_fail_memory(error);
}

void armex_session_end(struct armex_session *session)
{
    armex_text_free(&session->out);
    armex_text_free(&session->words);
    armex_arena_free(session->arena);
    *session = (struct armex_session){0};
}

/** Says something that is no error; control characters do not reach the terminal. */
static void say(struct armex_session *session, const char *before, const char *path,
                const char *after)
{
    struct armex_error words;

    armex_fail(&words, ARMEX_OK, ARMEX_NOWHERE, "%s%s%s", before, path, after);
    armex_text_printf(&session->words, "armex: %s\n", words.message);
}

armex_status armex_session_store(struct armex_store **out,
                                 struct armex_session *session,
                                 struct armex_error *error)
{
    const struct armex_paths *paths = &session->paths;
    struct stat entry;

    if (session->globals.store && !session->globals.quiet && stat(paths->store, &entry))
        say(session, "there is no store at ", paths->store,
            " yet; only the datasets that ship with the program are seen");
    if (session->globals.verbose) {
        say(session, "store: ", paths->store ? paths->store : "none", "");
        say(session, "beneath it: ", paths->datasets ? paths->datasets : "none", "");
    }
    return armex_store_open(out, paths->store, paths->datasets, error);
}

armex_status armex_session_table(struct armex_session *session,
                                 const struct armex_table *table,
                                 struct armex_error *error)
{
    const char *word = session->globals.format;
    const struct armex_render_options options = {session->width, session->typed,
                                                 session->version};
    enum armex_format format = ARMEX_FORMAT_TEXT;
    armex_status status = ARMEX_OK;

    if (!session->globals.format)
        status = armex_table_file_format(&format, "--output", session->globals.output,
                                         error);
    else if (!armex_format_parse(&format, word, strlen(word)))
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "--format: '%s' is no format", word);
    if (status)
        return status;
    return armex_render(&session->out, table, format, &options, error);
}

static bool shows(const struct armex_session *session)
{
    return !session->globals.quiet && !session->globals.no_progress;
}

void armex_session_progress(const struct armex_session *session, size_t done,
                            size_t all)
{
    if (session->progress && all > 1 && shows(session))
        session->progress(done, all);
}

void armex_session_reading(const struct armex_session *session, uint64_t done,
                           uint64_t all)
{
    if (session->reading && shows(session))
        session->reading(done, all);
}

bool armex_session_stopped(const struct armex_session *session)
{
    return session->stopped && session->stopped();
}

void armex_session_complain(struct armex_session *session,
                            const struct armex_error *error)
{
    armex_error_lines(&session->words, session->command, error);
}
