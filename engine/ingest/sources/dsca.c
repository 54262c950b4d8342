/**
 * ingest/sources/dsca.c: arms sales of the United States by programme, recipient and
 * fiscal year, as Security Assistance Monitor collected them: an array of objects,
 * every value a text.
 *
 * "authorizations" are agreements where one government sells to another (FMS), and
 * licences where a company does (DCS): they are never one sum. "0" is none; but where a
 * programme has nothing but 0 for a whole year, nobody had counted it, and the year is
 * missing. "notifications" are sales announced to Congress, of which not all are made;
 * they are left out.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "ingest/columns.h"
#include "ingest/headline.h"
#include "ingest/json.h"
#include "ingest/licences.h"
#include "ingest/sources.h"

static const struct {
    const char *name;
    struct {
        const char *scope;
        enum armex_measure measure;
    } counts[2]; /* authorizations, deliveries */
} programmes[] = {
    {"Foreign Military Sales", {{"fms", ARMEX_AGREEMENTS}, {"fms", ARMEX_DELIVERIES}}},
    {"Foreign Military Construction Sales",
     {{"fms-construction", ARMEX_AGREEMENTS}, {"fms-construction", ARMEX_DELIVERIES}}},
    {"Excess Defense Articles Sales",
     {{"excess-defense-articles", ARMEX_AGREEMENTS},
      {"excess-defense-articles", ARMEX_DELIVERIES}}},
    {"Direct Commercial Sales",
     {{"dcs-articles", ARMEX_LICENCES}, {"dcs-shipments", ARMEX_DELIVERIES}}},
    {"Direct Commercial Sales Services",
     {{"dcs-services", ARMEX_LICENCES}, {"dcs-services", ARMEX_DELIVERIES}}},
    {"Commerce Arms Sales (600 Series)",
     {{"commerce-600-series", ARMEX_LICENCES},
      {"commerce-600-series", ARMEX_DELIVERIES}}},
};
enum { PROGRAMMES = sizeof programmes / sizeof *programmes };

static const char *const counts[2] = {"authorizations", "deliveries"};

static const struct armex_alias aliases[] = {
    {"Europe Regional", "several-recipients"},
    {"International Organizations", "international-organisations"},
};

/** What is counted: programme and count in one number, one of the tally's `what`. */
static uint32_t what_of(size_t programme, size_t count)
{
    return (uint32_t)(2 * programme + count);
}

static bool recognise(const struct armex_document *document)
{
    static const char *const members[] = {"\"program\"", "\"authorizations\"",
                                          "\"deliveries\"", "\"country\""};
    const size_t look = document->length < 4096 ? document->length : 4096;

    if (!document->length || *document->bytes != '[')
        return false;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (!memmem(document->bytes, look, members[i], strlen(members[i])))
            return false;
    return true;
}

struct reading {
    struct armex_words *parties; /* countries, and their codes */
    struct armex_tally *all, *recipients;
    struct armex_names *names;
};

static armex_status fail_at(const struct armex_node *node, const char *format,
                            const char *text, struct armex_error *error)
{
    const struct armex_cell cell = {text, strlen(text), 0, 0};
    return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node), format,
                      armex_cell_clip(&cell).text);
}

/** A member's text. */
static armex_status read_member(const char **out, struct armex_node *member,
                                const struct armex_node *record, const char *name,
                                struct armex_error *error)
{
    *member = armex_node_member(record, name);
    return armex_node_text(out, member, true, error);
}

static armex_status read_year(int *out, const struct armex_node *record,
                              struct armex_error *error)
{
    struct armex_node member;
    const char *text;
    long year = 0;
    armex_status status = read_member(&text, &member, record, "year", error);

    if (!status && !armex_whole_parse(&year, text, strlen(text), 1900, 2100))
        status = fail_at(&member, "'%s' is no year", text, error);
    *out = (int)year;
    return status;
}

/** The programme; PROGRAMMES where it is empty. */
static armex_status read_programme(size_t *out, const struct armex_node *record,
                                   struct armex_error *error)
{
    struct armex_node member;
    const char *text;
    armex_status status = read_member(&text, &member, record, "program", error);

    *out = 0;
    while (!status && *out < PROGRAMMES && strcmp(text, programmes[*out].name) != 0)
        ++*out;
    if (!status && *out == PROGRAMMES && *text)
        status = fail_at(&member, "no programme is called '%s'", text, error);
    return status;
}

static armex_status read_country(uint32_t *number, struct reading *reading,
                                 const struct armex_node *record,
                                 struct armex_error *error)
{
    struct armex_words *parties = reading->parties;
    struct armex_node member;
    const char *text = "";
    bool new = false, known;
    armex_status status = read_member(&text, &member, record, "country", error);
    const struct armex_cell cell =
        armex_cell_trim((struct armex_cell){text, strlen(text), 0, 0});

    if (!status)
        status =
            armex_words_number(number, &new, parties, cell.text, cell.length, error);
    if (!status && new) {
        status = armex_recipient_code(&parties->codes[*number], &known, reading->names,
                                      &cell, aliases, sizeof aliases / sizeof *aliases,
                                      error);
        if (!status && !known)
            status = fail_at(&member, "no recipient is called '%s'", text, error);
    }
    if (!status) // under the code all spellings are added up
        status = armex_words_number(number, &new, parties, parties->codes[*number],
                                    strlen(parties->codes[*number]), error);
    return status;
}

static armex_status read_count(double *out, const struct armex_node *record,
                               const char *name, struct armex_error *error)
{
    struct armex_node member;
    const char *text;
    armex_status status = read_member(&text, &member, record, name, error);

    *out = 0.0;
    if (!status && *text &&
        (!armex_number_parse(out, text, strlen(text), 0) || *out < 0))
        status = fail_at(&member, "'%s' is no amount", text, error);
    return status;
}

static armex_status read_record(struct reading *reading,
                                const struct armex_node *record,
                                struct armex_error *error)
{
    size_t programme = 0;
    uint32_t country = 0;
    int year = 0;
    armex_status status = read_programme(&programme, record, error);

    if (!status)
        status = read_year(&year, record, error);
    if (!status)
        status = read_country(&country, reading, record, error);
    for (size_t c = 0; !status && programme < PROGRAMMES && c < 2; c++) {
        double value = 0.0;
        const uint32_t what = what_of(programme, c);
        status = read_count(&value, record, counts[c], error);
        if (!status)
            status = armex_tally_add(reading->all, 0, what, year, value, error);
        if (!status)
            status =
                armex_tally_add(reading->recipients, country, what, year, value, error);
    }
    return status;
}

static armex_status read_all(struct reading *reading, const struct armex_json *json,
                             struct armex_error *error)
{
    const struct armex_node top = armex_json_top(json);
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < armex_node_length(&top); i++) {
        const struct armex_node record = armex_node_item(&top, i);
        status = read_record(reading, &record, error);
    }
    return status;
}

static struct armex_series series_of(const struct armex_names *names, const char *code,
                                     uint32_t what, enum armex_flow_direction flow)
{
    const size_t programme = what / 2, count = what % 2;
    const signed char october = 10; // the first month of a fiscal year

    return (struct armex_series){
        .entity = code,
        .name = armex_names_by_code(names, code)->name, // which every code is from
        .scope = programmes[programme].counts[count].scope,
        .unit = {.kind = ARMEX_MONEY, .currency = "usd"},
        .measure = programmes[programme].counts[count].measure,
        .flow = flow,
        .period = {october, 1}};
}

/** Whether anybody counted it in that year. */
static bool is_counted(const struct reading *reading, uint32_t what, int year)
{
    for (size_t i = 0; i < armex_tally_count(reading->all); i++)
        if (armex_tally_what(reading->all, i) == what)
            return armex_tally_sum(reading->all, i, year).value > 0;
    return false;
}

static armex_status observe(struct armex_observations *to,
                            const struct reading *reading,
                            const struct armex_tally *tally, struct armex_error *error)
{
    const bool exports = tally == reading->all;
    armex_status status = ARMEX_OK;
    int from, last;

    armex_tally_years(tally, &from, &last);
    for (size_t i = 0; !status && i < armex_tally_count(tally); i++) {
        const uint32_t what = armex_tally_what(tally, i);
        const char *code =
            exports ? "USA" : reading->parties->words[armex_tally_who(tally, i)];
        const struct armex_series series = series_of(
            reading->names, code, what, exports ? ARMEX_EXPORTS : ARMEX_IMPORTS);
        for (int year = from; !status && year <= last; year++) {
            const size_t before = to->n;
            if (is_counted(reading, what, year))
                status = armex_tally_observe(to, &series, year,
                                             armex_tally_sum(tally, i, year), error);
            if (to->n > before && to->items[before].value == 0)
                to->items[before].status = ARMEX_NIL; // "0" is none
        }
    }
    return status;
}

static armex_status make_panel(struct armex_panel **out, const struct reading *reading,
                               const char *file, struct armex_error *error)
{
    const struct armex_defaults none = {NULL, 0};
    struct armex_publications *publications = NULL;
    struct armex_observations *rows = NULL;
    armex_status status = armex_observations_create(&rows, false, error);

    *out = NULL;
    if (!status)
        status = observe(rows, reading, reading->all, error);
    if (!status)
        status = observe(rows, reading, reading->recipients, error);
    if (!status) {
        armex_observations_sort(rows);
        status = armex_observations_build(out, &publications, rows, file, error);
    }
    if (!status)
        status = armex_headlines_mark(*out, NULL, &none, error);
    armex_observations_free(rows);
    return status;
}

static const struct armex_edition edition = {
    .dataset = "dsca-arms-sales",
    .title = "United States arms sales by programme and recipient",
    .description =
        "By fiscal year, which ends in September. Agreements (FMS), licences (DCS) and "
        "deliveries are each counted by programme, and add up to nothing. A year in "
        "which a programme has no figure above 0 for anybody had not been counted. "
        "Imports are those from the United States. Notifications to Congress are left "
        "out.",
    .publisher = "U.S. Defense Security Cooperation Agency, Departments of State and "
                 "Commerce; collected by Security Assistance Monitor",
    .url = "https://securityassistance.org",
    .licence = "figures of the U.S. government; compilation by Security Assistance "
               "Monitor",
};

/** Reads the document into sums, and these into a vintage. */
static armex_status read_sums(struct armex_vintage **out, struct reading *reading,
                              const struct armex_document *document,
                              const struct armex_ingest_options *options,
                              struct armex_error *error)
{
    struct armex_json json = {0};
    struct armex_panel *panel = NULL;
    armex_status status = armex_json_read(&json, document->path, document->bytes,
                                          document->length, error);

    if (!status)
        status = read_all(reading, &json, error);
    if (!status)
        status = make_panel(&panel, reading, document->path, error);
    if (!status)
        status = armex_edition_publish(out, &edition, document, options, panel, error);
    armex_json_free(&json);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct reading reading = {armex_words_create(), armex_tally_create(),
                              armex_tally_create(), document->names};
    armex_status status;

    *out = NULL;
    if (reading.parties && reading.all && reading.recipients)
        status = read_sums(out, &reading, document, options, error);
    else
        status = armex_fail_memory(error);
    armex_words_free(reading.parties);
    armex_tally_free(reading.all);
    armex_tally_free(reading.recipients);
    return status;
}

const struct armex_source armex_source_dsca = {
    .name = "dsca",
    .credit =
        "United States arms sales by programme (json of Security Assistance Monitor)",
    .recognise = recognise,
    .read = read,
};
