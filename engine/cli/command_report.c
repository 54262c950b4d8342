/** cli/command_report.c: a whole report: page, charts, tables, manifest. */
#include <string.h>

#include "cli/command.h"
#include "cli/report_specs.h"
#include "cli/settings.h"
#include "report/report.h"

struct report_options {
    const char *builtin, *list_builtin, *init, *entity, *set, *formats, *if_changed,
        *check;
};

#define FIELD(name) offsetof(struct report_options, name)

/* Whether to make it is no part of how it is made. */
static const struct armex_option options[] = {
    {"builtin", 0, "NAME", "a report that ships with the program, instead of SPEC.yaml",
     NULL, FIELD(builtin), false},
    {"list-builtin", 0, NULL, "list the reports that ship with the program, one a line",
     NULL, FIELD(list_builtin), false},
    {"init", 0, NULL,
     "write a first specification that explains itself, or a copy of --builtin, to "
     "SPEC.yaml or standard output",
     NULL, FIELD(init), false},
    {"entity", 'e', "NAME", "the country of a report on any: --set entity=NAME", NULL,
     FIELD(entity), false},
    {"set", 0, "LIST", "parameters of the report, NAME=VALUE, set apart by commas",
     NULL, FIELD(set), false},
    {"formats", 0, "LIST",
     "of html, pdf, markdown, files, set apart by commas: files alone makes charts, "
     "tables and manifest and no page, else html is always made; all are unless the "
     "specification names some",
     NULL, FIELD(formats), false},
    {"if-changed", 0, NULL,
     "do nothing where inputs, specification and program are as in the manifest", NULL,
     FIELD(if_changed), true},
    {"check", 0, NULL,
     "write nothing: say whether the report is up to date (exit 1: it is not)", NULL,
     FIELD(check), true},
    {0}};

static armex_status read_spec(const char **out, const struct armex_session *session,
                              const struct report_options *given,
                              struct armex_error *error)
{
    const bool named = session->operands.n != 0;

    if (named == (given->builtin != NULL))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "which report? name either SPEC.yaml or --builtin NAME");
    if (named)
        *out = session->operands.items[0];
    const armex_status status =
        named ? ARMEX_OK : armex_report_specs_find(out, given->builtin, session, error);
    if (!status && (!session->globals.output || !strcmp(session->globals.output, "-")))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "where to? name a folder with --output");
    return status;
}

/** A specification to begin with; it never takes the place of one that is there. */
static armex_status init(struct armex_session *session,
                         const struct report_options *given, struct armex_error *error)
{
    const char *path = session->operands.n ? session->operands.items[0] : NULL;

    if (path && session->globals.output)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "where to? --init writes to '%s' or to --output, not to both",
                          path);
    if (path && strcmp(path, "-") == 0)
        path = NULL;
    return armex_report_specs_copy(session, given->builtin, path, error);
}

/** The page's path is the answer; what was done to it are words. */
static void say_outcome(struct armex_session *session,
                        const struct armex_report_request *request,
                        const struct armex_report_outcome *outcome)
{
    armex_text_printf(&session->out, "%s/%s\n", request->folder, outcome->shows);
    if (outcome->written && outcome->no_pdf)
        armex_text_add(&session->words,
                       "there is no report.pdf, for armex-paint is not installed\n");
    if (outcome->written && outcome->no_png)
        armex_text_add(
            &session->words,
            "there are no charts as png, for armex-paint is not installed\n");
    if (!outcome->written)
        armex_text_add(&session->words, "the report is up to date\n");
    else if (outcome->left_out)
        armex_text_printf(&session->words,
                          "%zu findings, words or exhibits are left out: their "
                          "figures are missing, or what they say does not hold\n",
                          outcome->left_out);
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct report_options *given = own;
    const struct armex_chart_tools tools = {
        .plots = session->paths.plots,
        .painter = armex_paths_helper(&session->paths, "armex-paint", session->arena),
        .stand_ins = session->paths.stand_ins};
    struct armex_report_request request = {.folder = session->globals.output,
                                           .command = session->asked,
                                           .version = session->version,
                                           .formats = given->formats,
                                           .pdf_program = tools.painter,
                                           .tools = &tools,
                                           .if_changed = given->if_changed != NULL,
                                           .check = given->check != NULL};
    struct armex_report_outcome outcome;
    struct armex_store *store = NULL;
    armex_status status;

    if (given->list_builtin)
        return armex_report_specs_list(session, error);
    if (given->init)
        return init(session, given, error);
    status = read_spec(&request.spec, session, given, error);
    if (!status)
        status = armex_settings_read(&request.settings, given->set, given->entity,
                                     session->arena, error);
    if (!status)
        status = armex_session_store(&store, session, error);
    if (!status) {
        session->output_done = true;
        status = armex_report(&outcome, store, &request, error);
    }
    if (!status)
        say_outcome(session, &request, &outcome);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_report = {
    .name = "report",
    .summary = "a whole report: page, charts, tables, manifest",
    .operands = "[SPEC.yaml]",
    .most = 1,
    .description =
        "Builds the report that SPEC.yaml describes into the folder --output, and "
        "prints "
        "the path of its page. The folder changes as a whole or not at all; the "
        "manifest in it names every source with its hash. The page is index.html, "
        "report.pdf the same on paper, report.md the same for wikis. Needs gnuplot, "
        "and armex-paint for the PDF and for charts as png.\n\nA first "
        "SPEC.yaml, with a word on every part of it, is written by --init.\n\n"
        "Reports that ship with armex are named by --list-builtin; country-profile is "
        "on any country (--entity France), world-ranking may set one off, and "
        "dataset-comparison sets two datasets beside each other (--set a=ID,b=ID).",
    .options = options,
    .size = sizeof(struct report_options),
    .examples =
        {{"armex report --builtin south-korea -o korea",
          "South Korea as an exporter, as a page in the folder korea"},
         {"armex report --init report.yaml && armex report report.yaml -o report",
          "a specification to make one's own, and what it makes"}},
    .own_output = true,
    .run = run};
