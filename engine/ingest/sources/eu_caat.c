/**
 * ingest/sources/eu_caat.c: brokering licences out of the European Union's annual
 * reports, as Campaign Against Arms Trade typed them in.
 *
 * No header: year, ISO-2 and name of the state that licensed, issued or refused, ISO-2
 * and name of the destination, licences, euros, categories, then quantities and
 * origins. Lists are set apart by "; ". In some copies the rows of one year stand there
 * twice: once as they should, and once as lists of Python's ("[u'AUSTRIA', 'issued',
 * ..."), which are left out, and counted in the description.
 */
#include <string.h>

#include "base/number.h"
#include "ingest/columns.h"
#include "ingest/footer.h"
#include "ingest/licences.h"
#include "ingest/party.h"
#include "ingest/sources.h"

enum {
    YEAR,
    CODE,
    NAME,
    DECISION,
    TO_CODE,
    TO_NAME,
    LICENCES,
    VALUE,
    CATEGORY,
    COLUMNS = 13
};

static const char *const scopes[] = {"brokering"};

static const struct armex_alias aliases[] = {
    {"Abu Dhabi", "ARE"},
    {"Dubai", "ARE"},
    {"Lao", "LAO"},
    {"Nordic countries", "several-recipients"},
    {"Worldwide excluding embargoed countries", "several-recipients"},
};

static const struct armex_licence_kind kind = {
    .unit = {.kind = ARMEX_MONEY, .currency = "eur"},
    .scopes = scopes,
    .n_scopes = 1,
    .recipients_scope = "brokering",
    .aliases = aliases,
    .n_aliases = sizeof aliases / sizeof *aliases,
};

static bool is_year(const struct armex_cell *cell)
{
    long year;

    return armex_whole_parse(&year, cell->text, cell->length, 1990, 2100);
}

static bool is_decision(const struct armex_cell *cell)
{
    return armex_cell_is(cell, "issued") || armex_cell_is(cell, "refused");
}

/** Cells without the blanks around them, and without those that a spreadsheet left
 *  behind the last column. false: they are too few, or too many. */
static bool take_cells(struct armex_cell out[COLUMNS], const struct armex_cell *cells,
                       size_t n)
{
    for (; n > COLUMNS; n--)
        if (armex_cell_trim(cells[n - 1]).length)
            return false;
    for (size_t c = 0; n == COLUMNS && c < COLUMNS; c++)
        out[c] = armex_cell_trim(cells[c]);
    return n == COLUMNS;
}

static bool recognise(const struct armex_document *document)
{
    const struct armex_cell *cells = NULL;
    struct armex_cell row[COLUMNS];
    struct armex_csv *csv = NULL;
    size_t n = 0;
    bool known;

    if (armex_csv_open(&csv, document->path, document->bytes, document->length, ',',
                       NULL))
        return false;
    if (armex_csv_next(csv, &cells, &n, NULL))
        n = 0;
    known = take_cells(row, cells, n) && is_year(&row[YEAR]) && row[CODE].length == 2 &&
            is_decision(&row[DECISION]);
    armex_csv_close(csv);
    return known;
}

/** What is left out. */
struct left_out {
    size_t refused, lists, first_list;
};

static bool is_python(const struct armex_cell *cell)
{
    return cell->length >= 2 && memcmp(cell->text, "[u", 2) == 0;
}

static armex_status find_exporter(const struct armex_entity **out,
                                  struct armex_names *names, const char *file,
                                  const struct armex_cell *cells,
                                  struct armex_error *error)
{
    struct armex_party party = {.names = names};
    const armex_status status =
        armex_party_find(&party, file, &cells[CODE], &cells[NAME], error);

    *out = party.entity;
    return status;
}

static armex_status read_row(struct armex_licences *licences, struct left_out *left,
                             const char *file, const struct armex_cell *cells,
                             struct armex_error *error)
{
    struct armex_licence licence = {
        .recipient = cells[TO_CODE].length == 2 ? &cells[TO_CODE] : &cells[TO_NAME],
        .category = &cells[CATEGORY]};
    long year = 0;
    armex_status status;

    if (!armex_whole_parse(&year, cells[YEAR].text, cells[YEAR].length, 1990, 2100))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, &cells[YEAR]),
                          "'%s' is no year", armex_cell_clip(&cells[YEAR]).text);
    if (!is_decision(&cells[DECISION]))
        return armex_fail(error, ARMEX_BAD_INPUT,
                          armex_cell_place(file, &cells[DECISION]),
                          "'%s' is neither 'issued' nor 'refused'",
                          armex_cell_clip(&cells[DECISION]).text);
    licence.year = (int)year;
    status = find_exporter(&licence.exporter, licences->names, file, cells, error);
    if (!status)
        status = armex_read_written_amount(&licence.value, file, &cells[VALUE], "eur",
                                           error);
    if (!status && armex_cell_is(&cells[DECISION], "refused")) {
        left->refused++;
        return ARMEX_OK;
    }
    return status ? status : armex_licences_add(licences, &licence, error);
}

/** A list that is being read. */
struct reading {
    struct armex_licences licences;
    struct left_out left;
    const struct armex_document *document;
};

static bool is_empty(const struct armex_cell *cells, size_t n)
{
    for (size_t c = 0; c < n; c++)
        if (armex_cell_trim(cells[c]).length)
            return false;
    return true;
}

static armex_status take_row(void *context, const struct armex_cell *cells, size_t n,
                             struct armex_error *error)
{
    struct reading *reading = context;
    struct left_out *left = &reading->left;
    const char *file = reading->document->path;
    struct armex_cell row[COLUMNS];
    armex_status status = ARMEX_OK;

    if (is_python(&cells[0]))
        left->first_list = left->lists++ ? left->first_list : cells[0].line;
    else if (is_empty(cells, n))
        return ARMEX_OK;
    else if (take_cells(row, cells, n))
        status = read_row(&reading->licences, left, file, row, error);
    else
        status = armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, &cells[0]),
                            "this row has %zu cells, and not %d", n, COLUMNS);
    return armex_rejects_row(reading->document->rejects, status, error);
}

static armex_status publish(struct armex_vintage **out, struct armex_licences *licences,
                            const struct left_out *left,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    struct armex_edition edition = {
        .dataset = "eu-licences",
        .title = "Brokering licences of the European Union's member states",
        .publisher = "Council of the European Union, annual reports on arms exports; "
                     "typed in by Campaign Against Arms Trade (CAAT)",
        .url = "https://github.com/caatdata/eu-arms-export-data",
        .licence = "see CAAT's repository",
    };
    struct armex_text words = {0};
    armex_status status;

    armex_text_add(
        &words, "Values of licences to broker deals between other states, in the year "
                "of issue: no exports of the member states. Who reports none has no "
                "figure.");
    if (left->refused)
        armex_text_printf(&words, " Refused licences are left out: %zu.",
                          left->refused);
    if (left->lists)
        armex_text_printf(
            &words,
            " Lines that are lists of a program and no rows are left out: "
            "%zu, from line %zu on.",
            left->lists, left->first_list);
    edition.description = words.data;
    status = words.failed ? armex_fail_memory(error)
                          : armex_licences_vintage(out, licences, &edition, document,
                                                   options, error);
    armex_text_free(&words);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct reading reading = {.document = document};
    struct armex_csv *csv = NULL;
    armex_status status =
        armex_licences_open(&reading.licences, &kind, document, error);

    *out = NULL;
    armex_rejects_headless(document->rejects);
    if (!status)
        status = armex_csv_open(&csv, document->path, document->bytes, document->length,
                                ',', error);
    if (!status)
        status = armex_footer_rows(csv, document, take_row, &reading, error);
    if (!status)
        status =
            publish(out, &reading.licences, &reading.left, document, options, error);
    armex_csv_close(csv);
    armex_licences_close(&reading.licences);
    return status;
}

const struct armex_source armex_source_eu_caat = {
    .name = "eu-caat",
    .credit = "CAAT's table of brokering licences in the EU's annual reports",
    .recognise = recognise,
    .read = read,
};
