/** ingest/sources/sdmx_rows.c: observations of a message, read by their parts. */
#include "ingest/sources/sdmx_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "ingest/edition.h"
#include "ingest/headline.h"
#include "ingest/page.h"
#include "ingest/sources.h"
#include "ingest/sources/sdmx_codes.h"
#include "ingest/stated.h"
#include "ingest/tidy_cell.h"

const char *const armex_sdmx_part_names[ARMEX_SDMX_PARTS] = {
    "DATAFLOW",  "REF_AREA",   "TIME_PERIOD", "OBS_VALUE", "ACTION",
    "INDICATOR", "MEASURE",    "FLOW",        "SCOPE",     "UNIT_MEASURE",
    "UNIT_MULT", "OBS_STATUS", "CONF_STATUS"};

armex_status armex_sdmx_rows_open(struct armex_sdmx_rows *rows,
                                  const struct armex_document *document,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error)
{
    *rows = (struct armex_sdmx_rows){
        .document = document, .options = options, .party.names = document->names};
    const armex_status status = armex_stated_check(options, error);

    return status ? status
                  : armex_observations_create(&rows->observations, false, error);
}

void armex_sdmx_rows_close(struct armex_sdmx_rows *rows)
{
    armex_observations_free(rows->observations);
    free(rows->breaks);
}

static armex_status fail_at(const struct armex_sdmx_rows *rows,
                            const struct armex_cell *cell, const char *words,
                            struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT,
                      armex_cell_place(rows->document->path, cell), "'%s' %s",
                      armex_cell_clip(cell).text, words);
}

/** That there is one data flow, and that the row adds to it. */
static armex_status check_flow(struct armex_sdmx_rows *rows,
                               const struct armex_sdmx_row *row,
                               struct armex_error *error)
{
    const struct armex_cell *flow = &row->cells[ARMEX_SDMX_FLOW],
                            *action = &row->cells[ARMEX_SDMX_ACTION];

    if (!rows->flow.length)
        rows->flow = *flow;
    if (armex_cell_compare(flow, &rows->flow) != 0)
        return fail_at(rows, flow, "is a second data flow; give each a file of its own",
                       error);
    if (armex_cell_is(action, "D") || armex_cell_says(action, "Delete"))
        return fail_at(rows, action,
                       "asks to delete an observation; a vintage is never changed",
                       error);
    return ARMEX_OK;
}

static armex_status read_measure(struct armex_series *series,
                                 const struct armex_sdmx_rows *rows,
                                 const struct armex_sdmx_row *row,
                                 struct armex_error *error)
{
    const char *given = rows->options->measure;
    const struct armex_cell *cell = row->cells[ARMEX_SDMX_INDICATOR].length
                                        ? &row->cells[ARMEX_SDMX_INDICATOR]
                                        : &row->cells[ARMEX_SDMX_MEASURE],
                            *flow = &row->cells[ARMEX_SDMX_DIRECTION];
    const struct armex_sdmx_name name = armex_sdmx_name(cell),
                                 direction = armex_sdmx_name(flow);

    if (!given && !cell->length)
        return armex_fail(error, ARMEX_BAD_INPUT, row->place,
                          "nothing says what this row measures; give --measure");
    if (given ? !armex_measure_parse(&series->measure, given, strlen(given))
              : !armex_measure_parse(&series->measure, name.text, strlen(name.text)))
        return fail_at(rows, cell, "is no measure of armex's; give --measure", error);
    if (flow->length &&
        !armex_direction_parse(&series->flow, direction.text, strlen(direction.text)))
        return fail_at(rows, flow, "is no flow; flows are EXPORTS and IMPORTS", error);
    return ARMEX_OK;
}

static armex_status read_unit(struct armex_series *series,
                              const struct armex_sdmx_rows *rows,
                              const struct armex_sdmx_row *row,
                              struct armex_error *error)
{
    const char *given = rows->options->unit;
    const struct armex_cell *cell = &row->cells[ARMEX_SDMX_UNIT];
    const struct armex_sdmx_name name = armex_sdmx_name(cell);
    const char *text = given ? given
                       : strcmp(name.text, "pt") == 0 || strcmp(name.text, "pc") == 0
                           ? "percent"
                           : name.text;

    if (!given && !cell->length)
        return armex_fail(error, ARMEX_BAD_INPUT, row->place,
                          "nothing says in what unit this row is; give --unit");
    if (!armex_unit_parse(&series->unit, text, strlen(text)))
        return fail_at(rows, cell, "is no unit of armex's; give --unit", error);
    return armex_tidy_measure_fits(series, armex_cell_place(rows->document->path, cell),
                                   error);
}

static armex_status read_area(struct armex_series *series, struct armex_sdmx_rows *rows,
                              const struct armex_cell *cell, struct armex_error *error)
{
    static const struct armex_cell none = {"", 0, 0, 0};
    const struct armex_sdmx_name name = armex_sdmx_name(cell);
    const struct armex_entity *entity = armex_entity_by_code(name.text);
    armex_status status = ARMEX_OK;

    if (!entity) {
        status =
            armex_party_find(&rows->party, rows->document->path, cell, &none, error);
        entity = rows->party.entity;
    }
    if (!status) {
        series->entity = entity->code;
        series->name = entity->name;
    }
    return status;
}

static armex_status read_series(struct armex_series *series,
                                struct armex_sdmx_rows *rows,
                                const struct armex_sdmx_row *row,
                                struct armex_error *error)
{
    const struct armex_cell *scope = &row->cells[ARMEX_SDMX_SCOPE];
    const struct armex_sdmx_name name = armex_sdmx_name(scope);
    const char *text = *name.text ? name.text : "national";
    armex_status status = read_area(series, rows, &row->cells[ARMEX_SDMX_AREA], error);

    if (!status)
        status = read_measure(series, rows, row, error);
    if (!status)
        status = read_unit(series, rows, row, error);
    if (!status && !armex_dataset_name_valid(text))
        status = fail_at(rows, scope,
                         "is no scope: one is letters, digits and underscores", error);
    if (!status) {
        series->scope =
            armex_intern_text(rows->observations->texts, text, strlen(text));
        status = series->scope ? ARMEX_OK : armex_fail_memory(error);
    }
    return status;
}

/** Whether CONF_STATUS says that the figure is kept back: not for publication,
 *  confidential, and confidential so that another cannot be worked out. */
static bool is_kept_back(const struct armex_cell *confidentiality)
{
    return confidentiality->length == 1 && strchr("NCSD", *confidentiality->text);
}

/** What a status without a figure, or with one, comes to. */
static armex_status settle(struct armex_observation *to,
                           const struct armex_sdmx_rows *rows,
                           const struct armex_sdmx_row *row,
                           const struct armex_cell *value, struct armex_error *error)
{
    if (to->status == ARMEX_BELOW)
        to->value = 0.0; // a printed 0, whatever stands there
    else if (!value->length && armex_mark_has_value(to->status))
        to->status = is_kept_back(&row->cells[ARMEX_SDMX_CONFIDENTIALITY])
                         ? ARMEX_WITHHELD
                         : ARMEX_MISSING;
    else if (value->length && !armex_mark_has_value(to->status) &&
             to->status != ARMEX_TARGET)
        return fail_at(rows, value, "is a value, yet the status says there is none",
                       error);
    return ARMEX_OK;
}

static armex_status read_value(struct armex_observation *to,
                               const struct armex_sdmx_rows *rows,
                               const struct armex_sdmx_row *row,
                               struct armex_error *error)
{
    const struct armex_cell *multiplier = &row->cells[ARMEX_SDMX_MULTIPLIER];
    struct armex_cell value = row->cells[ARMEX_SDMX_VALUE];
    struct armex_sdmx_status status;
    long exponent = 0;
    armex_status done = armex_sdmx_status(&status, rows->document->path,
                                          &row->cells[ARMEX_SDMX_STATUS], error);

    if (done)
        return done;
    if (armex_cell_says(&value, "NaN"))
        value.length = 0;
    to->status = status.mark;
    to->flag = (uint8_t)status.flag;
    to->value = NAN;
    rows->breaks[to->row] = status.is_break;
    if (multiplier->length &&
        !armex_whole_parse(&exponent, multiplier->text, multiplier->length, -15, 15))
        return fail_at(rows, multiplier, "is no power of ten from -15 to 15", error);
    if (value.length &&
        !armex_number_parse(&to->value, value.text, value.length, (int)exponent))
        return fail_at(rows, &value, "is not a number; leave the cell empty if unknown",
                       error);
    const unsigned digits = armex_number_digits(value.text, value.length);
    to->digits = (uint8_t)(digits < UINT8_MAX ? digits : UINT8_MAX);
    return settle(to, rows, row, &value, error);
}

static armex_status make_room(struct armex_sdmx_rows *rows, size_t number,
                              struct armex_error *error)
{
    const size_t more = number < 128 ? 256 : 2 * number;
    bool *breaks;

    if (number < rows->n_breaks)
        return ARMEX_OK;
    breaks = reallocarray(rows->breaks, more, sizeof *breaks);
    if (!breaks)
        return armex_fail_memory(error);
    rows->breaks = breaks;
    rows->n_breaks = more;
    return ARMEX_OK;
}

armex_status armex_sdmx_rows_take(struct armex_sdmx_rows *rows,
                                  const struct armex_sdmx_row *row,
                                  struct armex_error *error)
{
    struct armex_observation item = {
        .citation = {"", "", ""}, .note = "", .row = row->number};
    armex_status status = make_room(rows, row->number, error);

    if (!status)
        status = check_flow(rows, row, error);
    if (!status)
        status = read_series(&item.series, rows, row, error);
    if (!status)
        status = armex_sdmx_time(&item.series.period, &item.year, rows->document->path,
                                 &row->cells[ARMEX_SDMX_TIME], error);
    if (!status)
        status = read_value(&item, rows, row, error);
    return status ? status : armex_observations_add(rows->observations, &item, error);
}

static armex_status fail_twice(const struct armex_sdmx_rows *rows, size_t row,
                               size_t first, struct armex_error *error)
{
    return armex_rejects_row(rows->document->rejects,
                             armex_fail(error, ARMEX_BAD_INPUT,
                                        rows->place(rows->context, row),
                                        "this observation stands in line %zu already",
                                        rows->place(rows->context, first).line),
                             error);
}

/** No key comes twice, and breaks go into the panel. Rows are sorted as it is. */
static armex_status finish(struct armex_panel *panel,
                           const struct armex_sdmx_rows *rows,
                           struct armex_error *error)
{
    const struct armex_observations *from = rows->observations;
    const struct armex_defaults none = {NULL, 0};
    armex_status status = ARMEX_OK;
    size_t s = 0;

    for (size_t i = 0; !status && i < from->n; i++) {
        const struct armex_observation *item = &from->items[i];
        if (i && armex_observations_same(from, i - 1, i))
            status = fail_twice(rows, item->row, from->items[i - 1].row, error);
        if (armex_series_compare(&panel->series[s], &item->series) != 0)
            s++;
        if (rows->breaks[item->row])
            panel->marks[armex_panel_at(panel, s, item->year)] |= ARMEX_UNIT_BREAK;
    }
    return status ? status : armex_headlines_mark(panel, NULL, &none, error);
}

armex_status armex_sdmx_rows_vintage(struct armex_vintage **out,
                                     struct armex_sdmx_rows *rows,
                                     const char *description, struct armex_error *error)
{
    const struct armex_sdmx_flow flow = armex_sdmx_flow(&rows->flow);
    const struct armex_clip title = armex_cell_clip(&rows->flow);
    const struct armex_edition edition = {.dataset = flow.dataset.text,
                                          .title = title.text,
                                          .description = description,
                                          .publisher = "",
                                          .url = "",
                                          .licence = "",
                                          .published = flow.date};
    struct armex_publications *unused = NULL;
    armex_status status;

    armex_observations_sort(rows->observations);
    status = armex_edition_vintage(out, &edition, rows->document, rows->options, error);
    if (!status)
        status = armex_observations_build(&(*out)->panel, &unused, rows->observations,
                                          rows->document->path, error);
    return status ? status : finish((*out)->panel, rows, error);
}
