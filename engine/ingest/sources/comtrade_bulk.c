/**
 * ingest/sources/comtrade_bulk.c: UN Comtrade's files, bulk downloads among them.
 *
 * Layout: one row a reporter, partner, commodity, flow and year, values in US dollars.
 * Of the commodities those are taken that are arms in every edition of the Harmonized
 * System: chapter 93, tanks (8710) and warships (890610). Re-exports and re-imports are
 * counts of their own, for exports and imports contain them. A year without a row was
 * not reported: it is missing, not nil.
 */
#include "ingest/sources/comtrade_bulk.h"

#include <math.h>
#include <stdlib.h>

#include "country/entity.h"
#include "ingest/sources.h"
#include "ingest/sources/comtrade_bulk_notes.h"

static const struct {
    enum armex_trade_flow flow;
    enum armex_flow_direction direction;
    const char *scope;
} counts[] = {{ARMEX_TRADE_EXPORTS, ARMEX_EXPORTS, "national"},
              {ARMEX_TRADE_RE_EXPORTS, ARMEX_EXPORTS, "re-exports"},
              {ARMEX_TRADE_IMPORTS, ARMEX_IMPORTS, "national"},
              {ARMEX_TRADE_RE_IMPORTS, ARMEX_IMPORTS, "re-imports"}};
enum { COUNTS = sizeof counts / sizeof *counts };

/** A reporter of the totals, by its code. */
struct reporter {
    char code[ARMEX_CODE_SIZE + 1];
    size_t number;
};

static int compare_reporters(const void *a, const void *b)
{
    return strcmp(((const struct reporter *)a)->code,
                  ((const struct reporter *)b)->code);
}

/** In the order of their codes. NULL: no memory. */
static struct reporter *sort_reporters(const struct armex_totals_worker *totals)
{
    const size_t n = totals->n_reporters;
    struct reporter *reporters = calloc(n + 1, sizeof *reporters);
    uint64_t *keys = calloc(n + 1, sizeof *keys);

    if (reporters && keys) {
        armex_totals_reporters(keys, totals);
        for (size_t i = 0; i < n; i++) {
            armex_code_text(reporters[i].code, keys[i]);
            reporters[i].number = i;
        }
        qsort(reporters, n, sizeof *reporters, compare_reporters);
    }
    const bool complete = keys != NULL;
    free(keys);
    if (complete)
        return reporters;
    free(reporters);
    return NULL;
}

/** Which years have a figure, or a row without one. */
struct span {
    int first, last;
    bool any;
};

static struct span find_span(const struct armex_totals_worker *totals, size_t reporter,
                             enum armex_trade_flow flow)
{
    struct span span = {0, 0, false};

    for (int year = ARMEX_TOTALS_FROM; year < ARMEX_TOTALS_FROM + ARMEX_TOTALS_YEARS;
         year++)
        if (armex_totals_figure(NULL, totals, reporter, flow, year)) {
            span.first = span.any ? span.first : year;
            span.last = year;
            span.any = true;
        }
    return span;
}

static armex_status fill_series(struct armex_panel *panel, size_t s,
                                const struct armex_totals_worker *totals,
                                const struct reporter *reporter, size_t count,
                                struct armex_error *error)
{
    const struct armex_entity *entity = armex_entity_by_code(reporter->code);
    const struct armex_series series = {
        .entity = reporter->code,
        .name = entity ? entity->name : reporter->code,
        .scope = counts[count].scope,
        .unit = {ARMEX_MONEY, "usd", "", "", 0},
        .measure = ARMEX_CUSTOMS,
        .flow = counts[count].direction,
        .period = {1, 1},
        .headline = strcmp(counts[count].scope, "national") == 0};

    for (size_t y = 0; y < panel->n_years; y++) {
        const size_t at = y * panel->n_series + s;
        if (armex_totals_figure(&panel->values[at], totals, reporter->number,
                                counts[count].flow, panel->first_year + (int)y))
            panel->marks[at] =
                isnan(panel->values[at]) ? ARMEX_UNKNOWN_YET : ARMEX_FINAL;
    }
    return armex_series_copy(&panel->series[s], &series, panel->arena, error);
}

/** The years that any series spans, and how many series there are. */
static struct span span_all(const struct armex_totals_worker *totals, size_t *n)
{
    struct span all = {0, 0, false};

    *n = 0;
    for (size_t i = 0; i < totals->n_reporters; i++)
        for (size_t c = 0; c < COUNTS; c++) {
            const struct span span = find_span(totals, i, counts[c].flow);
            if (!span.any)
                continue;
            all.first = all.any && all.first < span.first ? all.first : span.first;
            all.last = all.any && all.last > span.last ? all.last : span.last;
            all.any = true;
            ++*n;
        }
    return all;
}

static armex_status build_panel(struct armex_panel **out,
                                const struct armex_totals_worker *totals,
                                struct armex_error *error)
{
    struct reporter *reporters = sort_reporters(totals);
    size_t n, s = 0;
    const struct span all = span_all(totals, &n);

    if (!reporters)
        return armex_fail_memory(error);
    armex_status status = armex_panel_create(
        out, n, all.first, (size_t)all.last - (size_t)all.first + 1, error);

    for (size_t i = 0; !status && i < totals->n_reporters; i++)
        for (size_t c = 0; !status && c < COUNTS; c++)
            if (find_span(totals, reporters[i].number, counts[c].flow).any)
                status = fill_series(*out, s++, totals, &reporters[i], c, error);
    free(reporters);
    return status;
}

/** Only chapter 93, or tanks and warships too. */
static const char *own_name(const struct armex_totals_worker *totals)
{
    const struct armex_codes *codes = &totals->codes[ARMEX_TRADE_COMMODITY];
    const uint64_t chapter = armex_code_key("93\0\0\0\0\0", 2);

    for (size_t i = 0; codes->slots && i <= codes->mask; i++)
        if (armex_code_is_plain(&codes->slots[i]) &&
            !(codes->slots[i].value & ARMEX_TRADE_PASSED) &&
            (codes->slots[i].key & 0xffff) != chapter)
            return "comtrade-arms";
    return "comtrade-hs93";
}

static armex_status create_vintage(struct armex_vintage **out, const char *path,
                                   const struct armex_totals_worker *totals,
                                   const struct armex_panel *panel,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error)
{
    struct armex_provenance provenance = {
        .vintage = options->vintage,
        .title = "UN Comtrade: trade in arms and ammunition",
        .description = "Customs trade of each reporter with the world, by year, in "
                       "current US dollars",
        .publisher = "United Nations Statistics Division",
        .url = "https://comtradeplus.un.org/",
        .licence = "UN Comtrade terms of use: re-dissemination limited",
        .file = armex_file_name(path),
        .sha256 = "",
        .retrieved = "",
        .version = options->version ? options->version : ""};
    armex_status status =
        armex_dataset_name(&provenance.dataset, options, own_name(totals),
                           (struct armex_place){path, 0, 0}, error);

    if (!provenance.vintage.year)
        provenance.vintage.year = (short)(panel->first_year + (int)panel->n_years - 1);
    return status ? status : armex_vintage_create(out, &provenance, error);
}

static armex_status check_totals(const struct armex_totals_worker *totals,
                                 const char *path, struct armex_error *error)
{
    const struct armex_place place = {path, 0, 0};

    if (totals->overflow)
        return armex_fail(
            error, ARMEX_BAD_INPUT, place,
            "a sum is beyond any trade there is; are the values dollars?");
    if (totals->counted == 0)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "none of its rows is of arms (chapter 93, headings 8710 and "
                          "8906.10 of the HS) and of all trade with a partner");
    return ARMEX_OK;
}

static armex_status make_vintage(struct armex_vintage **out, const char *path,
                                 const struct armex_totals_worker *totals,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    struct armex_panel *panel = NULL;
    armex_status status = check_totals(totals, path, error);

    if (!status)
        status = build_panel(&panel, totals, error);
    if (!status && panel)
        status = armex_comtrade_bulk_notes(panel, totals, options, error);
    if (!status && panel)
        status = create_vintage(out, path, totals, panel, options, error);
    if (status || !panel)
        armex_panel_free(panel);
    else
        (*out)->panel = panel;
    return status;
}

static armex_status add_up(struct armex_vintage **out, struct armex_stream *stream,
                           const struct armex_trade_columns *columns, const char *path,
                           const struct armex_ingest_options *options,
                           struct armex_error *error)
{
    const unsigned n = armex_stream_threads(options);
    struct armex_totals_worker *workers = calloc(n, sizeof *workers);
    void **each = calloc(n, sizeof *each);

    if (!workers || !each) {
        free(workers);
        free(each);
        return armex_fail_memory(error);
    }
    for (unsigned i = 0; i < n; i++) {
        workers[i].columns = columns;
        each[i] = &workers[i];
    }
    armex_status status =
        armex_stream_run(stream, armex_totals_sink(), each, n, options, error);
    for (unsigned i = 1; !status && i < n; i++)
        status = armex_totals_join(&workers[0], &workers[i], error);
    if (!status)
        status = make_vintage(out, path, &workers[0], options, error);
    for (unsigned i = 0; i < n; i++)
        armex_totals_worker_free(&workers[i]);
    free(workers);
    free(each);
    return status;
}

armex_status armex_comtrade_bulk(struct armex_vintage **out, const char *path,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    struct armex_trade_columns columns;
    struct armex_stream *stream = NULL;
    size_t n;
    armex_status status = armex_stream_open(&stream, path, error);

    *out = NULL;
    if (status == ARMEX_BAD_INPUT) // no csv: packed, a workbook; others know better
        return ARMEX_OK;
    if (status || !stream)
        return status;
    const struct armex_cell *header = armex_stream_header(stream, &n);
    if (armex_comtrade_bulk_columns(&columns, header, n))
        status = add_up(out, stream, &columns, path, options, error);
    armex_stream_close(stream);
    return status;
}
