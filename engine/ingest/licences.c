/** ingest/licences.c: licences added up. */
#include "ingest/licences.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ingest/headline.h"

armex_status armex_licences_open(struct armex_licences *licences,
                                 const struct armex_licence_kind *kind,
                                 const struct armex_document *document,
                                 struct armex_error *error)
{
    *licences = (struct armex_licences){.kind = kind,
                                        .names = document->names,
                                        .exporters = armex_tally_create(),
                                        .recipients = armex_tally_create()};
    const armex_status status = armex_ledger_open(&licences->ledger, error);

    return status || (licences->exporters && licences->recipients)
               ? status
               : armex_fail_memory(error);
}

void armex_licences_close(struct armex_licences *licences)
{
    armex_ledger_close(&licences->ledger);
    armex_tally_free(licences->exporters);
    armex_tally_free(licences->recipients);
    armex_text_free(&licences->unknown);
}

/** The number of a code, under which all its spellings are added up. */
static armex_status number_code(uint32_t *number, struct armex_licences *licences,
                                const char *code, struct armex_error *error)
{
    bool new;

    return armex_words_number(number, &new, licences->ledger.parties, code,
                              strlen(code), error);
}

static armex_status number_recipient(uint32_t *number, struct armex_licences *licences,
                                     const struct armex_cell *cell,
                                     struct armex_error *error)
{
    const size_t most_told = 12;
    struct armex_words *parties = licences->ledger.parties;
    bool new = false, known = true;
    armex_status status =
        armex_words_number(number, &new, parties, cell->text, cell->length, error);

    if (!status && new) {
        status = armex_recipient_code(&parties->codes[*number], &known, licences->names,
                                      cell, licences->kind->aliases,
                                      licences->kind->n_aliases, error);
        if (!status && !known && licences->n_unknown++ < most_told)
            armex_text_printf(&licences->unknown, "%s'%s'",
                              licences->n_unknown > 1 ? ", " : "",
                              armex_cell_clip(cell).text);
    }
    return status ? status
                  : number_code(number, licences, parties->codes[*number], error);
}

static struct armex_cell one_category(const struct armex_cell *cell)
{
    static const char several[] = "several", marks[] = ",;\n\r/";

    for (size_t i = 0; i < cell->length; i++)
        if (memchr(marks, cell->text[i], sizeof marks - 1))
            return (struct armex_cell){several, sizeof several - 1, cell->line,
                                       cell->column};
    return *cell;
}

static armex_status add_flow(struct armex_licences *licences,
                             const struct armex_licence *licence, uint32_t exporter,
                             struct armex_error *error)
{
    const struct armex_cell category = one_category(licence->category);
    const bool stated = !isnan(licence->value);
    struct armex_flow flow = {.supplier = exporter,
                              .year = (short)licence->year,
                              .mark = stated ? ARMEX_FINAL : ARMEX_UNKNOWN_YET,
                              .value = licence->value};
    armex_status status =
        number_recipient(&flow.recipient, licences, licence->recipient, error);

    if (!status)
        status = armex_ledger_category(&flow.category, &licences->ledger, category.text,
                                       category.length, error);
    if (!status)
        status = armex_ledger_add(&licences->ledger, &flow, error);
    if (!status)
        status = armex_tally_add(licences->recipients, flow.recipient, 0, licence->year,
                                 licence->value, error);
    return status;
}

armex_status armex_licences_add(struct armex_licences *licences,
                                const struct armex_licence *licence,
                                struct armex_error *error)
{
    uint32_t exporter = 0;

    licences->left_out += licence->left_out;
    if (licence->left_out)
        return ARMEX_OK;
    armex_status status =
        number_code(&exporter, licences, licence->exporter->code, error);

    licences->unstated += isnan(licence->value);
    licences->noted += licence->noted;
    if (!status)
        status =
            armex_tally_add(licences->exporters, exporter, (uint32_t)licence->scope,
                            licence->year, licence->value, error);
    if (!status && licence->scope == 0)
        status = add_flow(licences, licence, exporter, error);
    return status;
}

/** The series of pair `i` of a tally. */
static struct armex_series series_of(const struct armex_licences *licences,
                                     const struct armex_tally *tally, size_t i)
{
    const char *code = licences->ledger.parties->words[armex_tally_who(tally, i)];
    const struct armex_entity *entity = armex_names_by_code(licences->names, code);
    const bool exports = tally == licences->exporters;

    return (struct armex_series){
        .entity = code,
        .name = entity ? entity->name : code,
        .scope = exports ? licences->kind->scopes[armex_tally_what(tally, i)]
                         : licences->kind->recipients_scope,
        .unit = licences->kind->unit,
        .measure = ARMEX_LICENCES,
        .flow = exports ? ARMEX_EXPORTS : ARMEX_IMPORTS,
        .period = {1, 1}};
}

/** Whether the list has licences of the headline's scope in that year. */
static bool covers(const struct armex_licences *licences, int year)
{
    for (size_t i = 0; i < armex_tally_count(licences->recipients); i++) {
        const struct armex_sum sum = armex_tally_sum(licences->recipients, i, year);
        if (sum.stated || sum.unstated)
            return true;
    }
    return false;
}

static armex_status observe_nil(struct armex_observations *to,
                                const struct armex_series *series, int year,
                                struct armex_error *error)
{
    const struct armex_observation nil = {.series = *series,
                                          .citation = {"", "", ""},
                                          .note = "",
                                          .value = 0.0,
                                          .year = (short)year,
                                          .status = ARMEX_NIL,
                                          .row = to->n};
    return armex_observations_add(to, &nil, error);
}

static armex_status observe(struct armex_observations *to,
                            const struct armex_licences *licences,
                            const struct armex_tally *tally, struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    int from, last;

    armex_tally_years(licences->exporters, &from, &last);
    for (int year = from; !status && year <= last; year++) {
        const bool nil = tally == licences->recipients && covers(licences, year);
        for (size_t i = 0; !status && i < armex_tally_count(tally); i++) {
            const struct armex_series series = series_of(licences, tally, i);
            const struct armex_sum sum = armex_tally_sum(tally, i, year);
            if (nil && !sum.stated && !sum.unstated)
                status = observe_nil(to, &series, year, error);
            else
                status = armex_tally_observe(to, &series, year, sum, error);
        }
    }
    return status;
}

static armex_status make_panel(struct armex_panel **out,
                               const struct armex_licences *licences, const char *file,
                               struct armex_error *error)
{
    const struct armex_defaults none = {NULL, 0};
    struct armex_publications *publications = NULL;
    struct armex_observations *rows = NULL;
    armex_status status = armex_observations_create(&rows, false, error);

    *out = NULL;
    if (!status)
        status = observe(rows, licences, licences->exporters, error);
    if (!status)
        status = observe(rows, licences, licences->recipients, error);
    if (!status) {
        armex_observations_sort(rows);
        status = armex_observations_build(out, &publications, rows, file, error);
    }
    for (size_t s = 0; !status && s < (*out)->n_series; s++)
        (*out)->series[s].headline =
            strcmp((*out)->series[s].scope, licences->kind->scopes[0]) == 0;
    if (!status)
        status = armex_headlines_mark(*out, NULL, &none, error);
    armex_observations_free(rows);
    return status;
}

/** The source's words, and what it could not know before it read the file. */
static armex_status describe(struct armex_text *out,
                             const struct armex_licences *licences,
                             const char *description, struct armex_error *error)
{
    armex_text_add(out, description);
    if (licences->left_out)
        armex_text_printf(out, " %s: %zu.", licences->kind->left_out_words,
                          licences->left_out);
    if (licences->noted)
        armex_text_printf(out, " %s: %zu.", licences->kind->noted_words,
                          licences->noted);
    if (licences->unstated)
        armex_text_printf(out,
                          " Licences that state no value: %zu; the sums they are "
                          "missing from are marked weak.",
                          licences->unstated);
    if (licences->n_unknown)
        armex_text_printf(out,
                          " Recipients whose names mean no single state are counted as "
                          "unknown: %s%s.",
                          licences->unknown.failed ? "" : licences->unknown.data,
                          licences->n_unknown > 12 ? " and more" : "");
    return out->failed || licences->unknown.failed ? armex_fail_memory(error)
                                                   : ARMEX_OK;
}

armex_status armex_licences_vintage(struct armex_vintage **out,
                                    struct armex_licences *licences,
                                    const struct armex_edition *edition,
                                    const struct armex_document *document,
                                    const struct armex_ingest_options *options,
                                    struct armex_error *error)
{
    const struct armex_ledger_kind kind = {ARMEX_LICENCES, licences->kind->unit,
                                           licences->kind->scopes[0]};
    struct armex_edition described = *edition;
    struct armex_panel *panel = NULL;
    struct armex_text words = {0};
    armex_status status = make_panel(&panel, licences, document->path, error);

    *out = NULL;
    if (!status)
        status = describe(&words, licences, edition->description, error);
    if (!status) {
        described.description = words.data;
        status =
            armex_edition_publish(out, &described, document, options, panel, error);
    }
    if (!status)
        status = armex_ledger_flows(&(*out)->flows, &licences->ledger, &kind, error);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    armex_text_free(&words);
    return status;
}
