/** ingest/sources/comtrade.c: rows of trade, of which those with arms are taken. */
#include "ingest/sources/comtrade.h"

#include <math.h>
#include <string.h>

#include "ingest/edition.h"
#include "ingest/sources.h"

static bool recognise(const struct armex_document *document)
{
    const struct armex_cell *cells = NULL;
    struct armex_comtrade_layout layout;
    struct armex_csv *csv = NULL;
    size_t n = 0;
    bool known;

    if (armex_csv_open(&csv, document->path, document->bytes, document->length, 0,
                       NULL))
        return false;
    if (armex_csv_next(csv, &cells, &n, NULL))
        n = 0;
    known = armex_comtrade_header(&layout, cells, n);
    armex_csv_close(csv);
    return known;
}

static armex_status read_party(uint32_t *out, struct armex_comtrade *comtrade,
                               const struct armex_comtrade_row *row,
                               enum armex_comtrade_column iso,
                               struct armex_error *error)
{
    const struct armex_cell cells[3] = {armex_comtrade_cell_of(row, iso),
                                        armex_comtrade_cell_of(row, iso + 1),
                                        armex_comtrade_cell_of(row, iso + 2)};
    return armex_comtrade_party(out, comtrade, cells, error);
}

/** A row between two parties, as flows keep it. */
static armex_status keep_flow(struct armex_comtrade *comtrade, unsigned flow,
                              uint32_t reporter, struct armex_flow trade,
                              struct armex_error *error)
{
    static const uint8_t reports[ARMEX_COMTRADE_FLOWS] = {
        ARMEX_BY_SUPPLIER, ARMEX_BY_RECIPIENT, ARMEX_RE_EXPORTS, ARMEX_RE_IMPORTS};
    const uint32_t partner = trade.recipient;
    const bool supplies =
        flow == ARMEX_COMTRADE_EXPORTS || flow == ARMEX_COMTRADE_RE_EXPORTS;

    if (!comtrade->has_partner)
        comtrade->only_partner = partner;
    else if (comtrade->only_partner != partner)
        comtrade->only_partner = UINT32_MAX;
    comtrade->has_partner = true;
    if (flow >= ARMEX_COMTRADE_FLOWS)
        return ARMEX_OK;
    trade.supplier = supplies ? reporter : partner;
    trade.recipient = supplies ? partner : reporter;
    trade.report = reports[flow];
    return armex_ledger_add(&comtrade->ledger, &trade, error);
}

static armex_status take_row(struct armex_comtrade *comtrade,
                             const struct armex_comtrade_row *row,
                             struct armex_error *error)
{
    const struct armex_cell commodity =
                                armex_comtrade_cell_of(row, ARMEX_COMTRADE_COMMODITY),
                            value = armex_comtrade_cell_of(row, ARMEX_COMTRADE_VALUE);
    struct armex_flow trade = {0};
    uint32_t reporter = 0;
    unsigned flow = 0;
    int year = 0;
    armex_status status = armex_comtrade_year(&year, row, error);

    if (!status)
        status = armex_comtrade_flow_read(&flow, comtrade, row, error);
    if (!status)
        status =
            read_party(&reporter, comtrade, row, ARMEX_COMTRADE_REPORTER_ISO, error);
    if (!status)
        status = read_party(&trade.recipient, comtrade, row, ARMEX_COMTRADE_PARTNER_ISO,
                            error);
    if (!status)
        status = armex_ledger_category(&trade.category, &comtrade->ledger,
                                       commodity.text, commodity.length, error);
    if (!status)
        status = armex_read_amount(&trade.value, comtrade->file, &value, error);
    if (status)
        return status;
    const bool world = trade.recipient == comtrade->world;
    trade.year = (short)year;
    trade.mark = isnan(trade.value) ? ARMEX_UNKNOWN_YET : ARMEX_FINAL;
    status = armex_tally_add(comtrade->sums, reporter,
                             armex_comtrade_what(trade.category, flow, world), year,
                             trade.value, error);
    return status || world ? status : keep_flow(comtrade, flow, reporter, trade, error);
}

static armex_status read_row(struct armex_comtrade *comtrade,
                             const struct armex_cell *cells, struct armex_error *error)
{
    const struct armex_comtrade_row row = {comtrade, cells};
    const armex_status status = armex_comtrade_check_kind(&row, error);

    if (status)
        return status;
    if (!comtrade->every_commodity && !armex_comtrade_is_arms(&row)) {
        if (!comtrade->n_others++) {
            comtrade->other = armex_comtrade_cell_of(&row, ARMEX_COMTRADE_COMMODITY);
            comtrade->other_scheme = !armex_comtrade_is_harmonized(&row);
        }
        return ARMEX_OK;
    }
    if (!armex_comtrade_is_whole(&row)) {
        comtrade->n_details++;
        return ARMEX_OK;
    }
    return take_row(comtrade, &row, error);
}

/** A row is as long as the header, or one empty cell longer. */
static armex_status check_length(const struct armex_comtrade *comtrade,
                                 const struct armex_cell *cells, size_t n,
                                 struct armex_error *error)
{
    const size_t due = comtrade->layout.n_columns;

    if (n == due || (n == due + 1 && !cells[due].length))
        return ARMEX_OK;
    return armex_fail(
        error, ARMEX_BAD_INPUT, armex_cell_place(comtrade->file, &cells[0]),
        "this row has %zu cell%s, the header %zu", n, n == 1 ? "" : "s", due);
}

static armex_status read_rows(struct armex_comtrade *comtrade, struct armex_csv *csv,
                              struct armex_error *error)
{
    const struct armex_cell *cells = NULL;
    size_t n = 0;
    armex_status status = armex_csv_next(csv, &cells, &n, error);

    if (!status && !armex_comtrade_header(&comtrade->layout, cells, n))
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){comtrade->file, 1, 1},
                            "the first row does not have Comtrade's columns for year, "
                            "reporter, partner, flow, commodity and value");
    while (!status) {
        status = armex_csv_next(csv, &cells, &n, error);
        if (status || !n)
            break;
        if (n == 1 && !cells[0].length)
            continue; // an empty line
        status = check_length(comtrade, cells, n, error);
        if (!status)
            status = read_row(comtrade, cells, error);
    }
    return status;
}

/** Nothing was taken: says what there is, and what to fetch. */
static armex_status fail_empty(const struct armex_comtrade *comtrade,
                               struct armex_error *error)
{
    const struct armex_place whole = {comtrade->file, 0, 0};

    if (comtrade->n_others)
        return armex_fail(
            error, ARMEX_BAD_INPUT, whole,
            "no row is of arms (HS chapter 93): they are of '%s'%s and the like; "
            "download commodity 93, or give --dataset ID to keep these",
            armex_cell_clip(&comtrade->other).text,
            comtrade->other_scheme ? " in another classification than the HS" : "");
    return armex_fail(error, ARMEX_BAD_INPUT, whole,
                      comtrade->n_details
                          ? "every row is the part of a whole (by transport, customs "
                            "procedure or second partner); download the wholes"
                          : "there is no row below the header");
}

static armex_status open_comtrade(struct armex_comtrade *comtrade, const char *file,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error)
{
    bool new;
    *comtrade = (struct armex_comtrade){
        .file = file,
        .every_commodity =
            options->dataset && strcmp(options->dataset, "comtrade-hs93") != 0,
        .sums = armex_tally_create(),
        .flows = armex_words_create(),
    };
    armex_status status = armex_ledger_open(&comtrade->ledger, error);

    if (!status && (!comtrade->sums || !comtrade->flows))
        status = armex_fail_memory(error);
    if (!status)
        status = armex_words_number(&comtrade->world, &new, comtrade->ledger.parties,
                                    "WLD", 3, error);
    return status;
}

static void close_comtrade(struct armex_comtrade *comtrade)
{
    armex_ledger_close(&comtrade->ledger);
    armex_tally_free(comtrade->sums);
    armex_words_free(comtrade->flows);
    armex_text_free(&comtrade->unknown);
}

/** What the vintage's description tells of the file. */
static void describe(struct armex_text *words, const struct armex_comtrade *comtrade)
{
    armex_text_add(
        words,
        comtrade->every_commodity
            ? "Goods through customs, in current US dollars, as reporters state them."
            : "Arms and ammunition (HS chapter 93) through customs, in current US "
              "dollars, as reporters state them: sporting arms are among them, ships, "
              "aircraft and tanks are not.");
    armex_text_add(words, " Exports include re-exports, imports re-imports; both are "
                          "counted apart as well. Each state's imports are its own "
                          "report, not the mirror of others' exports.");
    if (comtrade->n_details || comtrade->n_others)
        armex_text_add(words, " Left out:");
    if (comtrade->n_details)
        armex_text_printf(words, " %zu parts of other rows%s", comtrade->n_details,
                          comtrade->n_others ? ";" : ".");
    if (comtrade->n_others)
        armex_text_printf(words, " %zu of other goods.", comtrade->n_others);
    if (comtrade->n_unknown)
        armex_text_printf(words,
                          " Codes that mean no party armex knows stand as they are: "
                          "%s%s.",
                          comtrade->unknown.failed ? "" : comtrade->unknown.data,
                          comtrade->n_unknown > 12 ? " and more" : "");
}

static armex_status publish(struct armex_vintage **out, struct armex_comtrade *comtrade,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    const struct armex_ledger_kind kind = {
        ARMEX_CUSTOMS, {.kind = ARMEX_MONEY, .currency = "usd"}, "national"};
    struct armex_edition edition = {
        .dataset = "comtrade-hs93",
        .title = comtrade->every_commodity ? "UN Comtrade: trade in goods"
                                           : "UN Comtrade: trade in arms (HS 93)",
        .publisher = "United Nations Statistics Division, UN Comtrade",
        .url = "https://comtradeplus.un.org",
        .licence = "UN Comtrade terms: re-dissemination limited",
    };
    struct armex_panel *panel = NULL;
    struct armex_text words = {0};
    armex_status status;

    describe(&words, comtrade);
    status = armex_comtrade_totals(&panel, comtrade, &words, error);
    if (!status && (words.failed || comtrade->unknown.failed)) {
        armex_panel_free(panel);
        status = armex_fail_memory(error);
    }
    if (!status) {
        edition.description = words.data;
        status = armex_edition_publish(out, &edition, document, options, panel, error);
    }
    if (!status && comtrade->ledger.n)
        status = armex_ledger_flows(&(*out)->flows, &comtrade->ledger, &kind, error);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    armex_text_free(&words);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_comtrade comtrade;
    struct armex_csv *csv = NULL;
    armex_status status = open_comtrade(&comtrade, document->path, options, error);

    *out = NULL;
    if (!status)
        status = armex_csv_open(&csv, document->path, document->bytes, document->length,
                                0, error);
    if (!status)
        status = read_rows(&comtrade, csv, error);
    if (!status && !armex_tally_count(comtrade.sums))
        status = fail_empty(&comtrade, error);
    if (!status)
        status = publish(out, &comtrade, document, options, error);
    armex_csv_close(csv);
    close_comtrade(&comtrade);
    return status;
}

const struct armex_source armex_source_comtrade = {
    .name = "comtrade",
    .credit = "UN Comtrade's tables of trade in arms (HS chapter 93), of every layout",
    .recognise = recognise,
    .read = read,
};
