/** cli/command_export.c: observations out, in the forms that others read. */
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/export_files.h"
#include "cli/suffix.h"
#include "cli/table_file.h"
#include "render/render.h"
#include "render/sdmx.h"
#include "render/tidy.h"

struct export_options {
    const char *as;
};

static const struct armex_option options[] = {
    {"as", 0, "FORM", "the form; else what the suffix of --output says, else csv",
     "csv|json|sdmx-csv|netcdf|package", offsetof(struct export_options, as), false},
    {0}};

enum form { CSV, JSON, SDMX, NETCDF, PACKAGE, FORMS };

/** The form that --as names, or --format, or the suffix of --output. */
static armex_status find_form(enum form *out, const struct armex_session *session,
                              const char *as, struct armex_error *error)
{
    static const struct {
        const char *word, *suffix;
    } forms[FORMS] = {[CSV] = {"csv", "csv"},
                      [JSON] = {"json", "json"},
                      [SDMX] = {"sdmx-csv", NULL},
                      [NETCDF] = {"netcdf", "nc"},
                      [PACKAGE] = {"package", NULL}};
    const char *path = session->globals.output;
    const char *word = as ? as : session->globals.format;
    enum armex_format table = ARMEX_FORMAT_CSV;

    *out = CSV;
    for (size_t i = 0; i < FORMS; i++)
        if (word ? !strcmp(word, forms[i].word)
                 : path && forms[i].suffix &&
                       !armex_suffix_among(path, &forms[i].suffix, 1)) {
            *out = (enum form)i;
            return ARMEX_OK;
        }
    if (word)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--format: export does not write %s; 'armex show' does",
                          word);
    const armex_status status =
        armex_table_file_format(&table, "--output", path, error);
    return status || table == ARMEX_FORMAT_CSV
               ? status
               : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "--output: export does not write %s; 'armex show' does",
                            armex_suffix(path));
}

static armex_status export_table(struct armex_session *session,
                                 const struct armex_panel *panel,
                                 enum armex_format format, struct armex_error *error)
{
    const struct armex_render_options how = {0, session->asked, session->version};
    struct armex_table *table = NULL;
    armex_status status = armex_tidy_table(&table, panel, error);

    if (!status)
        status = armex_render(&session->out, table, format, &how, error);
    armex_table_free(table);
    return status;
}

static armex_status export_panel(struct armex_session *session,
                                 const struct armex_panel *panel, enum form form,
                                 struct armex_error *error)
{
    switch (form) {
    case JSON:
        return export_table(session, panel, ARMEX_FORMAT_JSON, error);
    case SDMX:
        return armex_sdmx_csv(&session->out, panel, error);
    case NETCDF:
        session->output_done = true;
        return armex_export_netcdf(session->globals.output, panel, error);
    case PACKAGE:
        session->output_done = true;
        return armex_export_package(session->globals.output, panel, session->version,
                                    error);
    default:
        return export_table(session, panel, ARMEX_FORMAT_CSV, error);
    }
}

/** Whether all of a dataset is asked for, so that its file can be handed on as it is.
 */
static bool asks_for_all(const struct armex_query *query)
{
    struct armex_query rest = *query;
    static const struct armex_query nothing;

    rest.dataset = NULL;
    rest.as_of =
        NULL; // with a dataset it only picks the vintage, unless it is built in
    return !query->as_of && !memcmp(&rest, &nothing, sizeof rest);
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct export_options *given = own;
    enum form form;
    struct armex_store *store = NULL;
    struct armex_panel *panel = NULL;
    armex_status status = find_form(&form, session, given->as, error);

    if (status)
        return status;
    if (form >= NETCDF && !session->globals.output)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "where to? name a %s with --output",
                          form == NETCDF ? "file" : "folder");
    status = armex_session_store(&store, session, error);
    if (!status && form == NETCDF && asks_for_all(&session->query)) {
        session->output_done = true;
        status = armex_export_vintage(session->globals.output, store,
                                      session->query.dataset, error);
    } else if (!status) {
        session->query.analysis = "show"; // any measure, every year
        status = armex_query_panel(&panel, store, &session->query, error);
        if (!status)
            status = export_panel(session, panel, form, error);
    }
    armex_panel_free(panel);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_export = {
    .name = "export",
    .summary = "observations out: csv, json, SDMX-CSV, netCDF, Frictionless package",
    .operands = "",
    .description =
        "csv and json have the tidy layout that 'armex ingest' reads back. sdmx-csv is "
        "SDMX-CSV 1.0. netcdf is a file that any netCDF-4 tool opens: the stored "
        "vintage "
        "as it is when nothing but the dataset is named, else the selection. package "
        "is a "
        "new folder with a csv and a datapackage.json.\n\n"
        "Values are in base units (dollars, not millions) and read back exactly.",
    .analyses = "",
    .options = options,
    .size = sizeof(struct export_options),
    .examples =
        {{"armex export -d national-figures -e FRA,DEU -m licences -o licences.csv",
          "two states' export licences as a tidy csv"},
         {"armex export -d sipri-factsheets --as netcdf -o factsheets.nc",
          "a whole dataset for xarray, R or MATLAB"}},
    .own_output = true,
    .run = run};
