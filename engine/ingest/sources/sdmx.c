/**
 * ingest/sources/sdmx.c: SDMX-CSV 1.0 (DATAFLOW,...) and 2.0 (STRUCTURE,STRUCTURE_ID,
 * ACTION,...): what armex exports, and any annual data flow with REF_AREA, TIME_PERIOD
 * and OBS_VALUE whose measure and unit it knows or the user states.
 *
 * Dataset and vintage are those of the data flow: "ARMEX:NATIONAL_FIGURES(2026.11.23)".
 * With labels ("USA: United States") the codes count.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "ingest/edition.h"
#include "ingest/headline.h"
#include "ingest/page.h"
#include "ingest/party.h"
#include "ingest/sources.h"
#include "ingest/sources/sdmx_codes.h"
#include "ingest/stated.h"
#include "ingest/tidy_cell.h"

enum {
    DATAFLOW,
    REF_AREA,
    TIME,
    VALUE,
    ACTION,
    INDICATOR,
    MEASURE,
    FLOW,
    SCOPE,
    UNIT,
    MULTIPLIER,
    STATUS,
    COLUMNS
};

static const char *const names[COLUMNS] = {
    "DATAFLOW", "REF_AREA", "TIME_PERIOD", "OBS_VALUE",    "ACTION",    "INDICATOR",
    "MEASURE",  "FLOW",     "SCOPE",       "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS"};

/** A message being read. */
struct message {
    const struct armex_document *document;
    const struct armex_ingest_options *options;
    struct armex_page *page;
    size_t column[COLUMNS]; /* SIZE_MAX: not there */
    struct armex_observations *rows;
    struct armex_party party;
    struct armex_cell flow; /* the one data flow there is */
    bool *breaks;           /* by row of the page */
};

/** The code of "USA: United States". */
static struct armex_cell code_of(struct armex_cell cell)
{
    const char *label = cell.length ? memmem(cell.text, cell.length, ": ", 2) : NULL;

    if (label)
        cell.length = (size_t)(label - cell.text);
    return cell;
}

static size_t column_of(const struct armex_page_row *row, const char *name)
{
    for (size_t c = 0; c < row->n; c++) {
        const struct armex_cell code = code_of(row->cells[c]);
        if (armex_cell_is(&code, name))
            return c;
    }
    return SIZE_MAX;
}

/** Whether the first row is the header of a message. */
static bool find_columns(size_t column[COLUMNS], const struct armex_page *page)
{
    if (!page->n_rows)
        return false;
    for (size_t i = 0; i < COLUMNS; i++)
        column[i] = column_of(&page->rows[0], names[i]);
    if (column[DATAFLOW] == SIZE_MAX)
        column[DATAFLOW] = column_of(&page->rows[0], "STRUCTURE_ID");
    return column[DATAFLOW] != SIZE_MAX && column[REF_AREA] != SIZE_MAX &&
           column[TIME] != SIZE_MAX && column[VALUE] != SIZE_MAX;
}

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    size_t column[COLUMNS];
    const bool known = page && find_columns(column, page);

    armex_page_close(page);
    return known;
}

static struct armex_cell cell_of(const struct message *message, size_t r, size_t which)
{
    const size_t c = message->column[which];
    return c == SIZE_MAX ? (struct armex_cell){"", 0, 0, 0}
                         : code_of(armex_page_cell(&message->page->rows[r], c));
}

static armex_status fail_at(const struct message *message,
                            const struct armex_cell *cell, const char *format,
                            struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT,
                      armex_cell_place(message->page->file, cell), "'%s' %s",
                      armex_cell_clip(cell).text, format);
}

/** That there is one data flow, and that the row adds to it. */
static armex_status check_flow(struct message *message, size_t r,
                               struct armex_error *error)
{
    const struct armex_cell action = cell_of(message, r, ACTION);
    const struct armex_cell flow =
        armex_page_cell(&message->page->rows[r], message->column[DATAFLOW]);

    if (!message->flow.length)
        message->flow = flow;
    if (armex_cell_compare(&flow, &message->flow) != 0)
        return fail_at(message, &flow,
                       "is a second data flow; give each a file of its own", error);
    if (action.length && armex_cell_is(&action, "D"))
        return fail_at(message, &action,
                       "asks to delete an observation; a vintage is never changed",
                       error);
    return ARMEX_OK;
}

static armex_status read_measure(struct armex_series *series,
                                 const struct message *message, size_t r,
                                 struct armex_error *error)
{
    const char *given = message->options->measure;
    const size_t which = message->column[INDICATOR] != SIZE_MAX ? INDICATOR : MEASURE;
    const struct armex_cell cell = cell_of(message, r, which),
                            flow = cell_of(message, r, FLOW);
    const struct armex_sdmx_name name = armex_sdmx_name(&cell),
                                 direction = armex_sdmx_name(&flow);

    if (!given && !cell.length)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(message->page, r),
                          "nothing says what this row measures; give --measure");
    if (given ? !armex_measure_parse(&series->measure, given, strlen(given))
              : !armex_measure_parse(&series->measure, name.text, strlen(name.text)))
        return fail_at(message, &cell, "is no measure of armex's; give --measure",
                       error);
    if (flow.length &&
        !armex_direction_parse(&series->flow, direction.text, strlen(direction.text)))
        return fail_at(message, &flow, "is no flow; flows are EXPORTS and IMPORTS",
                       error);
    return ARMEX_OK;
}

static armex_status read_unit(struct armex_series *series,
                              const struct message *message, size_t r,
                              struct armex_error *error)
{
    const char *given = message->options->unit;
    const struct armex_cell cell = cell_of(message, r, UNIT);
    const struct armex_sdmx_name name = armex_sdmx_name(&cell);
    const char *text = given ? given
                       : strcmp(name.text, "pt") == 0 || strcmp(name.text, "pc") == 0
                           ? "percent"
                           : name.text;

    if (!given && !cell.length)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(message->page, r),
                          "nothing says in what unit this row is; give --unit");
    if (!armex_unit_parse(&series->unit, text, strlen(text)))
        return fail_at(message, &cell, "is no unit of armex's; give --unit", error);
    return armex_tidy_measure_fits(series, armex_cell_place(message->page->file, &cell),
                                   error);
}

static armex_status read_area(struct armex_series *series, struct message *message,
                              size_t r, struct armex_error *error)
{
    const struct armex_cell cell = cell_of(message, r, REF_AREA), none = {"", 0, 0, 0};
    const struct armex_sdmx_name name = armex_sdmx_name(&cell);
    const struct armex_entity *entity = armex_entity_by_code(name.text);
    armex_status status = ARMEX_OK;

    if (!entity) {
        status =
            armex_party_find(&message->party, message->page->file, &cell, &none, error);
        entity = message->party.entity;
    }
    if (!status) {
        series->entity = entity->code;
        series->name = entity->name;
    }
    return status;
}

static armex_status read_series(struct armex_series *series, struct message *message,
                                size_t r, struct armex_error *error)
{
    const struct armex_cell scope = cell_of(message, r, SCOPE);
    const struct armex_sdmx_name name = armex_sdmx_name(&scope);
    const char *text = *name.text ? name.text : "national";
    armex_status status = read_area(series, message, r, error);

    if (!status)
        status = read_measure(series, message, r, error);
    if (!status)
        status = read_unit(series, message, r, error);
    if (!status && !armex_dataset_name_valid(text))
        status = fail_at(message, &scope,
                         "is no scope: one is letters, digits and underscores", error);
    if (!status) {
        series->scope = armex_intern_text(message->rows->texts, text, strlen(text));
        status = series->scope ? ARMEX_OK : armex_fail_memory(error);
    }
    return status;
}

/** What a status without a figure, or with one, comes to. */
static armex_status settle(struct armex_observation *row, const struct message *message,
                           const struct armex_cell *value, struct armex_error *error)
{
    if (row->status == ARMEX_BELOW)
        row->value = 0.0; // a printed 0, whatever stands there
    else if (!value->length && armex_mark_has_value(row->status))
        row->status = ARMEX_MISSING;
    else if (value->length && !armex_mark_has_value(row->status) &&
             row->status != ARMEX_TARGET)
        return fail_at(message, value, "is a value, yet the status says there is none",
                       error);
    return ARMEX_OK;
}

static armex_status read_value(struct armex_observation *row, struct message *message,
                               size_t r, struct armex_error *error)
{
    const struct armex_cell multiplier = cell_of(message, r, MULTIPLIER);
    const struct armex_cell state = cell_of(message, r, STATUS);
    struct armex_cell value = cell_of(message, r, VALUE);
    struct armex_sdmx_status status;
    long exponent = 0;
    armex_status done = armex_sdmx_status(&status, message->page->file, &state, error);

    if (done)
        return done;
    if (armex_cell_says(&value, "NaN"))
        value.length = 0;
    row->status = status.mark;
    row->flag = (uint8_t)status.flag;
    row->value = NAN;
    message->breaks[r] = status.is_break;
    if (multiplier.length &&
        !armex_whole_parse(&exponent, multiplier.text, multiplier.length, -15, 15))
        return fail_at(message, &multiplier, "is no power of ten from -15 to 15",
                       error);
    if (value.length &&
        !armex_number_parse(&row->value, value.text, value.length, (int)exponent))
        return fail_at(message, &value,
                       "is not a number; leave the cell empty if unknown", error);
    const unsigned digits = armex_number_digits(value.text, value.length);
    row->digits = (uint8_t)(digits < UINT8_MAX ? digits : UINT8_MAX);
    return settle(row, message, &value, error);
}

static armex_status take_row(struct message *message, size_t r,
                             struct armex_error *error)
{
    struct armex_observation row = {.citation = {"", "", ""}, .note = "", .row = r};
    const struct armex_cell time = cell_of(message, r, TIME);
    armex_status status = armex_page_check_length(message->page, r, 0, error);

    if (!status)
        status = check_flow(message, r, error);
    if (!status)
        status = read_series(&row.series, message, r, error);
    if (!status)
        status = armex_sdmx_time(&row.series.period, &row.year, message->page->file,
                                 &time, error);
    if (!status)
        status = read_value(&row, message, r, error);
    return status ? status : armex_observations_add(message->rows, &row, error);
}

static armex_status fail_twice(const struct message *message,
                               const struct armex_observation *row,
                               const struct armex_observation *first,
                               struct armex_error *error)
{
    return armex_rejects_row(
        message->document->rejects,
        armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(message->page, row->row),
                   "this observation stands in line %zu already",
                   armex_page_place(message->page, first->row).line),
        error);
}

/** No key comes twice, and breaks go into the panel. Rows are sorted as it is. */
static armex_status finish(struct armex_panel *panel, const struct message *message,
                           struct armex_error *error)
{
    const struct armex_observations *rows = message->rows;
    const struct armex_defaults none = {NULL, 0};
    armex_status status = ARMEX_OK;
    size_t s = 0;

    for (size_t i = 0; !status && i < rows->n; i++) {
        const struct armex_observation *row = &rows->items[i];
        if (i && armex_observations_same(rows, i - 1, i))
            status = fail_twice(message, row, &rows->items[i - 1], error);
        if (armex_series_compare(&panel->series[s], &row->series) != 0)
            s++;
        if (message->breaks[row->row])
            panel->marks[armex_panel_at(panel, s, row->year)] |= ARMEX_UNIT_BREAK;
    }
    return status ? status : armex_headlines_mark(panel, NULL, &none, error);
}

static armex_status publish(struct armex_vintage **out, const struct message *message,
                            struct armex_error *error)
{
    const struct armex_sdmx_flow flow = armex_sdmx_flow(&message->flow);
    const struct armex_clip title = armex_cell_clip(&message->flow);
    const struct armex_edition edition = {.dataset = flow.dataset.text,
                                          .title = title.text,
                                          .description = "Read from SDMX-CSV.",
                                          .publisher = "",
                                          .url = "",
                                          .licence = "",
                                          .published = flow.date};
    struct armex_publications *unused = NULL;
    armex_status status = armex_edition_vintage(out, &edition, message->document,
                                                message->options, error);

    if (!status)
        status = armex_observations_build(&(*out)->panel, &unused, message->rows,
                                          message->document->path, error);
    return status ? status : finish((*out)->panel, message, error);
}

static armex_status open_message(struct message *message, struct armex_error *error)
{
    armex_status status = armex_page_open(&message->page, message->document, error);

    if (!status)
        status = armex_stated_check(message->options, error);
    if (!status && !find_columns(message->column, message->page))
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){message->document->path, 0, 0},
                            "there is no header with the columns DATAFLOW, REF_AREA, "
                            "TIME_PERIOD and OBS_VALUE");
    if (!status && message->page->n_rows == 1)
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){message->document->path, 0, 0},
                            "there is no row below the header");
    if (!status)
        status = armex_observations_create(&message->rows, false, error);
    if (!status) {
        message->breaks = armex_arena_new(message->page->arena, message->page->n_rows,
                                          sizeof *message->breaks);
        status = message->breaks ? ARMEX_OK : armex_fail_memory(error);
    }
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct message message = {
        .document = document, .options = options, .party.names = document->names};
    armex_status status = open_message(&message, error);

    *out = NULL;
    for (size_t r = 1; !status && r < message.page->n_rows; r++)
        status =
            armex_rejects_row(document->rejects, take_row(&message, r, error), error);
    if (!status) {
        armex_observations_sort(message.rows);
        status = publish(out, &message, error);
    }
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    armex_observations_free(message.rows);
    armex_page_close(message.page);
    return status;
}

const struct armex_source armex_source_sdmx = {
    .name = "sdmx",
    .credit = "SDMX-CSV of annual data: REF_AREA, TIME_PERIOD, OBS_VALUE, ...",
    .recognise = recognise,
    .read = read,
};
