/** cli/command_explain.c: where a chart, page or table comes from, and how it was made.
 */
#include "cli/command.h"
#include "cli/rows.h"
#include "report/origin.h"

enum { PATH, DATASET, VINTAGE, SHA256, COMMAND, N_COLUMNS };

static const struct armex_column columns[N_COLUMNS] = {
    [PATH] = {.name = "file",
              .title = "File",
              .description = "the file as it was named",
              .type = ARMEX_COLUMN_TEXT},
    [DATASET] = {.name = "dataset",
                 .title = "Dataset",
                 .description = "a dataset it was made from",
                 .type = ARMEX_COLUMN_TEXT},
    [VINTAGE] = {.name = "vintage",
                 .title = "Vintage",
                 .description = "which publication of it",
                 .type = ARMEX_COLUMN_TEXT},
    [SHA256] = {.name = "sha256",
                .title = "SHA-256",
                .description = "of the publisher's file",
                .type = ARMEX_COLUMN_TEXT},
    [COMMAND] = {.name = "command",
                 .title = "Command",
                 .description = "makes the file again from these",
                 .type = ARMEX_COLUMN_TEXT,
                 .machine = true}};

static armex_status add_row(struct armex_table *table, const char *path,
                            const struct armex_origin *origin,
                            const struct armex_origin_source *source,
                            struct armex_error *error)
{
    return armex_table_row(table,
                           (const union armex_cell[]){
                               [PATH].text = path,
                               [DATASET].text = source->dataset,
                               [VINTAGE].text = source->vintage,
                               [SHA256].text = source->sha256,
                               [COMMAND].text = origin->command,
                           },
                           error);
}

/** One row a source; a file without any has one of its own. */
static armex_status explain(struct armex_table *table, const char *path,
                            struct armex_error *error)
{
    static const struct armex_origin_source none = {"", "", ""};
    struct armex_origin origin = {0};
    armex_status status = armex_origin_read(&origin, path, table->arena, error);

    if (!status && !origin.n_sources)
        status = add_row(table, path, &origin, &none, error);
    for (size_t i = 0; !status && i < origin.n_sources; i++)
        status = add_row(table, path, &origin, &origin.sources[i], error);
    if (!status && *origin.command)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "%s is made by: %s", path, origin.command);
    return status;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    struct armex_table *table = NULL;
    armex_status status =
        armex_table_create(&table, "explain", columns, N_COLUMNS, error);

    (void)own;
    for (size_t i = 0; !status && i < session->operands.n; i++)
        status = explain(table, session->operands.items[i], error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    return status;
}

const struct armex_command armex_command_explain = {
    .name = "explain",
    .summary = "where a chart, page or table comes from",
    .operands = "FILE...",
    .least = 1,
    .most = (size_t)-1,
    .description =
        "Prints what a picture (svg, png, pdf, tex), a page (html) or a table (json) "
        "of "
        "armex says of itself: the datasets, the vintage and hash of each, and the "
        "command that makes it again. A csv has no room for that: one of a report "
        "is found in the manifest.json of the report.",
    .examples =
        {{"armex plot line -d national-figures -e KOR -m orders -o korea.svg && "
          "armex explain korea.svg",
          "a chart, and where it comes from"},
         {"armex rank -d national-figures -m orders -y 2023 --unit usd -f json "
          "-o ranks.json && armex explain ranks.json -f csv",
          "a table, and where it comes from"}},
    .run = run};
