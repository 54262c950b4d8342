/** cli/command_report.c: a whole report from a specification. */
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/command.h"

struct report_options {
    const char *builtin, *list, *init, *if_changed, *check;
};

#define FIELD(name) offsetof(struct report_options, name)

static const struct armex_option options[] = {
    {"builtin", 0, "NAME", "a specification that ships with the program", NULL,
     FIELD(builtin), false},
    {"list", 0, NULL, "list the names of those, one a line", NULL, FIELD(list), false},
    {"init", 0, NULL, "write the specification itself, to start one's own from", NULL,
     FIELD(init), true},
    {"if-changed", 0, NULL, "leave a report that is up to date as it is", NULL,
     FIELD(if_changed), true},
    {"check", 0, NULL, "write nothing; status 1 when the report is out of date", NULL,
     FIELD(check), true},
    {0}};

enum { LARGEST_SPEC = 1 << 20 };

static const char suffix[] = ".yaml";

/** Names of the built-in specifications, without their suffix. Owner: the caller: one
 *  free() for all. */
static armex_status builtin_names(char ***out, size_t *n,
                                  const struct armex_session *session,
                                  struct armex_error *error)
{
    const char *folder = session->paths.reports;

    if (!folder)
        return armex_fail(error, ARMEX_UNAVAILABLE, ARMEX_NOWHERE,
                          "the built-in specifications are missing: "
                          "share/armex/reports is not beside the program");
    const armex_status status = armex_folder_list(out, n, folder, suffix, error);
    for (size_t i = 0; !status && i < *n; i++)
        (*out)[i][strlen((*out)[i]) - (sizeof suffix - 1)] = '\0';
    return status;
}

static armex_status unknown_name(const char *name, char *const *names, size_t n,
                                 struct armex_error *error)
{
    const char *nearest = armex_nearest(name, (const char *const *)names, n);

    if (nearest)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--builtin: there is no '%s'; did you mean '%s'?", name,
                          nearest);
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--builtin: there is no '%s'; --list names what there is", name);
}

/** The path of the specification: the operand, or the built-in one of that name. */
static armex_status find_spec(const char **out, struct armex_session *session,
                              const char *builtin, struct armex_error *error)
{
    const struct armex_operands *operands = &session->operands;
    char **names = NULL;
    size_t n = 0;

    if ((builtin != NULL) == (operands->n > 0))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          builtin ? "either --builtin or a file, not both"
                                  : "name a specification, or one of --list with "
                                    "--builtin");
    if (!builtin) {
        *out = operands->items[0];
        return ARMEX_OK;
    }
    armex_status status = builtin_names(&names, &n, session, error);
    if (!status &&
        armex_word_index((const char *const *)names, n, builtin, strlen(builtin)) == n)
        status = unknown_name(builtin, names, n, error);
    free(names);
    if (status)
        return status;
    *out = armex_arena_printf(session->arena, "%s/%s%s", session->paths.reports,
                              builtin, suffix);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

static armex_status list_names(struct armex_session *session, struct armex_error *error)
{
    char **names = NULL;
    size_t n = 0;
    const armex_status status = builtin_names(&names, &n, session, error);

    for (size_t i = 0; !status && i < n; i++)
        armex_text_printf(&session->out, "%s\n", names[i]);
    free(names);
    return status;
}

static armex_status write_spec(struct armex_session *session, const char *path,
                               struct armex_error *error)
{
    char *bytes = NULL;
    size_t length = 0;
    const armex_status status =
        armex_file_read(&bytes, &length, path, LARGEST_SPEC, error);

    if (!status)
        armex_text_add_bytes(&session->out, bytes, length);
    free(bytes);
    return status;
}

/** A run that went well is silent, unless something is missing from the page. */
static void tell(struct armex_session *session,
                 const struct armex_report_outcome *outcome)
{
    const char *folder = session->globals.output;

    if (session->globals.quiet)
        return;
    if (session->globals.verbose)
        armex_text_printf(&session->words, "%s: %s, %zu charts, %zu tables\n", folder,
                          outcome->written ? "written" : "up to date", outcome->charts,
                          outcome->tables);
    if (outcome->left_out)
        armex_text_printf(&session->words,
                          "%s: left out, being untrue or unknown: %zu; see left_out "
                          "in manifest.json\n",
                          folder, outcome->left_out);
}

static armex_status make(struct armex_session *session, const char *spec,
                         const struct report_options *given, struct armex_error *error)
{
    const struct armex_chart_tools tools = {session->paths.plots, NULL};
    const struct armex_report_request request = {.spec = spec,
                                                 .folder = session->globals.output,
                                                 .command = session->asked,
                                                 .version = session->version,
                                                 .tools = &tools,
                                                 .if_changed = given->if_changed,
                                                 .check = given->check};
    struct armex_report_outcome outcome;
    struct armex_store *store = NULL;

    if (!request.folder || !strcmp(request.folder, "-"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a report is a folder: name it with --output");
    session->output_done = true;
    armex_status status = armex_session_store(&store, session, error);
    if (!status)
        status = armex_report(&outcome, store, &request, error);
    if (!status)
        tell(session, &outcome);
    armex_store_close(store);
    return status;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct report_options *given = own;
    const char *spec = NULL;

    if (given->list)
        return list_names(session, error);
    const armex_status status = find_spec(&spec, session, given->builtin, error);
    if (status)
        return status;
    return given->init ? write_spec(session, spec, error)
                       : make(session, spec, given, error);
}

const struct armex_command armex_command_report = {
    .name = "report",
    .summary = "a whole report: a page, its charts and tables, a manifest",
    .operands = "[SPEC.yaml]",
    .most = 1,
    .description =
        "Makes the folder --output from a specification in YAML: index.html, one file "
        "that needs no network and prints well; every chart as svg, png and pdf; every "
        "table as csv; manifest.json, which says what it was made from, with hashes. "
        "The folder appears whole or not at all. Needs gnuplot.\n\n"
        "A specification holds no numbers: it names figures, each a question with the "
        "options of the command line, and its words have their names in braces. "
        "--builtin NAME --init writes one to start from; faults in it are named with "
        "line and column.",
    .analyses = NULL,
    .options = options,
    .size = sizeof(struct report_options),
    .examples = {{"armex report --builtin south-korea -o korea",
                  "the report on South Korea's exports, in korea/index.html"},
                 {"armex report --builtin south-korea --init -o own.yaml",
                  "its specification, to be changed"}},
    .run = run};
