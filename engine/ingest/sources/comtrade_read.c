/** ingest/sources/comtrade_read.c: all rows read, then the vintage that they make. */
#include "ingest/sources/comtrade_read.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/flows_made.h"
#include "ingest/sources.h"

/** A file being read. */
struct reading {
    const struct armex_comtrade_rows *rows;
    struct armex_trade_columns columns;
    bool inferred; /* its levels */
    const struct armex_ingest_options *options;
    struct armex_keeping keeping;
    struct armex_keeper *keepers; /* one a thread */
    unsigned n;
};

static struct armex_place whole(const struct reading *reading)
{
    return (struct armex_place){reading->rows->path, 0, 0};
}

static armex_status run(struct reading *reading, struct armex_error *error)
{
    const struct armex_row_sink *sink =
        reading->options->totals ? &armex_keeper_totals_sink : &armex_keeper_sink;
    void **each = calloc(reading->n, sizeof *each);

    if (!each)
        return armex_fail_memory(error);
    for (unsigned i = 0; i < reading->n; i++)
        each[i] = &reading->keepers[i];
    const armex_status status = reading->rows->run(reading->rows, sink, each,
                                                   reading->n, reading->options, error);
    free(each);
    if (status && reading->keeping.too_many)
        return armex_fail(error, ARMEX_BAD_INPUT, whole(reading),
                          "more than 65,536 parties or commodities trade here; is it "
                          "Comtrade's?");
    return status;
}

/** Says why nothing was counted. */
static armex_status fail_empty(const struct reading *reading, struct armex_error *error)
{
    struct armex_comtrade_blame blame = {reading->rows->header,
                                         reading->rows->n_columns, &reading->columns};
    void *each[1] = {&blame};
    const struct armex_ingest_options quietly = {.threads = 1};
    const armex_status status = reading->rows->run(
        reading->rows, &armex_comtrade_blame_sink, each, 1, &quietly, error);

    return status ? status
                  : armex_fail(error, ARMEX_BAD_INPUT, whole(reading),
                               "there is no row below the header");
}

static armex_status check_totals(const struct reading *reading,
                                 struct armex_error *error)
{
    const struct armex_totals_worker *totals = &reading->keepers[0].totals;

    if (totals->overflow)
        return armex_fail(
            error, ARMEX_BAD_INPUT, whole(reading),
            "a sum is beyond any trade there is; are the values dollars?");
    return totals->counted ? ARMEX_OK : fail_empty(reading, error);
}

static armex_status make_flows(struct armex_flows **out, const struct reading *reading,
                               struct armex_error *error)
{
    struct armex_words *parties = reading->keeping.parties;

    *out = NULL;
    if (reading->options->totals)
        return ARMEX_OK;
    for (size_t i = 0; i < parties->n; i++) {
        parties->codes[i] =
            armex_comtrade_party(parties->arena, reading->options->map,
                                 parties->words[i], strlen(parties->words[i]));
        if (!parties->codes[i])
            return armex_fail_memory(error);
    }
    return armex_keepers_flows(out, reading->keepers, reading->n, ARMEX_FLOWS_IN_MEMORY,
                               error);
}

static armex_status create_vintage(struct armex_vintage **out,
                                   const struct reading *reading,
                                   const struct armex_panel *panel,
                                   struct armex_error *error)
{
    const struct armex_ingest_options *options = reading->options;
    const bool chapter_alone = armex_comtrade_families(&reading->keepers[0].totals) ==
                               ARMEX_COMTRADE_CHAPTER_93;
    struct armex_provenance provenance = {
        .vintage = options->vintage,
        .title = chapter_alone ? "UN Comtrade: trade in arms (HS 93)"
                               : "UN Comtrade: trade in arms (HS 93, 8710, 8906.10)",
        .description =
            "Customs trade in arms and ammunition by reporter and year, in current US "
            "dollars, as reporters state it: sporting arms are among them, military "
            "aircraft are not. Exports include re-exports, imports re-imports; both "
            "are counted apart as well. Each state's imports are its own report, not "
            "the mirror of others' exports.",
        .publisher = "United Nations Statistics Division",
        .url = "https://comtradeplus.un.org",
        .licence = "UN Comtrade terms: re-dissemination limited",
        .file = armex_file_name(reading->rows->path),
        .sha256 = reading->rows->sha256,
        .retrieved = "",
        .version = options->version ? options->version : ""};
    const armex_status status = armex_dataset_name(
        &provenance.dataset, options, chapter_alone ? "comtrade-hs93" : "comtrade-arms",
        whole(reading), error);

    if (!provenance.vintage.year)
        provenance.vintage.year = (short)(panel->first_year + (int)panel->n_years - 1);
    return status ? status : armex_vintage_create(out, &provenance, error);
}

/** The partner that all rows have but those of the World, as the file has it. NULL:
 *  there are several, or none. */
static const char *only_partner(const struct reading *reading)
{
    const char *only = NULL;

    for (unsigned i = 0; i < reading->n; i++) {
        const struct armex_keeper *keeper = &reading->keepers[i];
        if (keeper->several ||
            (only && *keeper->partner && strcmp(only, keeper->partner) != 0))
            return NULL;
        if (*keeper->partner)
            only = keeper->partner;
    }
    return only;
}

static armex_status publish(struct armex_vintage **out, const struct reading *reading,
                            struct armex_error *error)
{
    struct armex_panel *panel = NULL;
    struct armex_flows *flows = NULL;
    armex_status status = check_totals(reading, error);

    if (!status)
        status =
            armex_comtrade_panel(&panel, &reading->keepers[0].totals,
                                 only_partner(reading), reading->options->map, error);
    if (!status)
        status = make_flows(&flows, reading, error);
    const struct armex_comtrade_told told = {&reading->keepers[0].totals, flows,
                                             reading->options, reading->inferred,
                                             *reading->rows->sha256 != '\0'};
    if (!status)
        status = armex_comtrade_notes(panel, &told, error);
    if (!status)
        status = create_vintage(out, reading, panel, error);
    if (status) {
        armex_panel_free(panel);
        armex_flows_free(flows);
    } else {
        (*out)->panel = panel;
        (*out)->flows = flows;
    }
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_comtrade_rows *rows,
                         const struct armex_trade_columns *columns, unsigned n,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct reading reading = {.rows = rows,
                              .columns = *columns,
                              .options = options,
                              .keepers = calloc(n, sizeof *reading.keepers),
                              .n = n};
    armex_status status = armex_keeping_open(&reading.keeping, options->scratch, error);

    if (!status && !reading.keepers)
        status = armex_fail_memory(error);
    if (!status && !columns->levels)
        reading.columns.levels = reading.inferred =
            armex_comtrade_nested(rows, columns);
    for (unsigned i = 0; !status && i < n; i++)
        reading.keepers[i] = (struct armex_keeper){.totals.columns = &reading.columns,
                                                   .shared = &reading.keeping};
    if (!status)
        status = run(&reading, error);
    for (unsigned i = 1; !status && i < n; i++)
        status = armex_totals_join(&reading.keepers[0].totals,
                                   &reading.keepers[i].totals, error);
    if (!status)
        status = publish(out, &reading, error);
    for (unsigned i = 0; reading.keepers && i < n; i++)
        armex_keeper_close(&reading.keepers[i]);
    free(reading.keepers);
    armex_keeping_close(&reading.keeping);
    return status;
}

armex_status armex_comtrade_read(struct armex_vintage **out,
                                 const struct armex_comtrade_rows *rows,
                                 const struct armex_trade_columns *columns, unsigned n,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    const armex_status status =
        armex_comtrade_check_world(options->map, rows->path, error);

    *out = NULL;
    return status ? status : read(out, rows, columns, n, options, error);
}
