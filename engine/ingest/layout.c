/** ingest/layout.c: which column is which, and rows read by them. */
#include "ingest/layout.h"

#include <math.h>
#include <string.h>

#include "ingest/tidy_cell.h"

const struct armex_default *armex_default_find(const struct armex_defaults *defaults,
                                               const char *column)
{
    for (size_t i = 0; i < defaults->n; i++)
        if (strcmp(defaults->items[i].column, column) == 0)
            return &defaults->items[i];
    return NULL;
}

static struct armex_cell cell_of(const struct armex_default *stated)
{
    return (struct armex_cell){stated->text, strlen(stated->text), stated->place.line,
                               stated->place.column};
}

struct armex_cell armex_default_or_cell(const struct armex_sheet *sheet, size_t row,
                                        const char *column,
                                        const struct armex_defaults *defaults)
{
    const struct armex_default *stated = armex_default_find(defaults, column);
    const size_t c = armex_sheet_column(sheet, column);

    if (c < sheet->n_columns)
        return *armex_sheet_cell(sheet, row, c);
    return stated ? cell_of(stated) : (struct armex_cell){"", 0, 0, 0};
}

/** A row of which nothing is known yet. */
static struct armex_tidy_row blank_row(struct armex_intern *texts,
                                       struct armex_names *names)
{
    return (struct armex_tidy_row){
        .texts = texts,
        .names = names,
        .observation = {
            .series = {.entity = "",
                       .name = "",
                       .scope = "national",
                       .period = {.first_month = 1, .years = 1}},
            .citation = {"", "", ""},
            .note = "",
            .value = NAN,
        }};
}

static armex_status take_default(struct armex_tidy_row *row,
                                 const struct armex_default *stated, size_t kind,
                                 struct armex_error *error)
{
    const struct armex_cell cell = cell_of(stated);

    if (1u << kind == ARMEX_TIDY_VALUE)
        return armex_fail(error, ARMEX_BAD_INPUT, stated->place,
                          "a value cannot stand for every row; give it a column");
    return cell.length ? armex_tidy_kinds[kind].read(row, &cell, stated->place, error)
                       : ARMEX_OK;
}

static armex_status find_column(struct armex_layout *layout, struct armex_tidy_row *row,
                                const struct armex_defaults *defaults, size_t kind,
                                struct armex_error *error)
{
    const char *name = armex_tidy_kinds[kind].name;
    const struct armex_default *stated = armex_default_find(defaults, name);
    const size_t column = armex_sheet_column(layout->sheet, name);

    layout->columns[kind] = column;
    if (column == layout->sheet->n_columns && !stated)
        return ARMEX_OK;
    layout->given |= 1u << kind;
    return column == layout->sheet->n_columns ? take_default(row, stated, kind, error)
                                              : ARMEX_OK;
}

static armex_status check_required(const struct armex_layout *layout, unsigned required,
                                   struct armex_error *error)
{
    const struct armex_sheet *sheet = layout->sheet;

    for (size_t kind = 0; kind < ARMEX_TIDY_COLUMNS; kind++)
        if (required & ~layout->given & 1u << kind)
            return armex_fail(
                error, ARMEX_BAD_INPUT,
                armex_cell_place(sheet->file, &sheet->header[0]),
                "there is no column '%s' and no default for it; the columns are %s",
                armex_tidy_kinds[kind].name,
                armex_header_words(sheet->header, sheet->n_columns).text);
    return ARMEX_OK;
}

armex_status armex_layout_find(struct armex_layout *out,
                               const struct armex_sheet *sheet,
                               const struct armex_defaults *defaults, unsigned required,
                               struct armex_intern *texts, struct armex_error *error)
{
    struct armex_tidy_row row = blank_row(texts, sheet->names);
    armex_status status = ARMEX_OK;

    *out = (struct armex_layout){.sheet = sheet, .texts = texts, .required = required};
    for (size_t kind = 0; !status && kind < ARMEX_TIDY_COLUMNS; kind++)
        status = find_column(out, &row, defaults, kind, error);
    out->base = row.observation;
    out->exponent = row.exponent;
    out->has_status = row.has_status;
    return status ? status : check_required(out, required, error);
}

static armex_status read_cell(struct armex_tidy_row *row,
                              const struct armex_layout *layout, size_t at, size_t kind,
                              struct armex_error *error)
{
    struct armex_cell cell;
    struct armex_place place;

    if (layout->columns[kind] == layout->sheet->n_columns)
        return ARMEX_OK;
    cell = armex_cell_trim(*armex_sheet_cell(layout->sheet, at, layout->columns[kind]));
    place = armex_cell_place(layout->sheet->file, &cell);
    if (cell.length)
        return armex_tidy_kinds[kind].read(row, &cell, place, error);
    if (layout->required & ~(unsigned)ARMEX_TIDY_VALUE & 1u << kind)
        return armex_fail(error, ARMEX_BAD_INPUT, place, "'%s' is empty",
                          armex_tidy_kinds[kind].name);
    return ARMEX_OK;
}

/** The cell to look at when measure and unit disagree: the one that is in the sheet. */
static struct armex_place unit_place(const struct armex_layout *layout, size_t at)
{
    const size_t n = layout->sheet->n_columns;
    const char *const names[] = {"unit", "measure"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const size_t column = armex_sheet_column(layout->sheet, names[i]);
        if (column < n)
            return armex_sheet_place(layout->sheet, at, column);
    }
    return armex_sheet_place(layout->sheet, at, 0);
}

/** Of a fiscal year somebody must say when it begins. */
static armex_status check_fiscal(const struct armex_tidy_row *row,
                                 const struct armex_layout *layout,
                                 struct armex_error *error)
{
    if (!row->fiscal.length || layout->given & ARMEX_TIDY_FIRST_MONTH)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, row->fiscal_place,
                      "'%s' is a fiscal year; say in a column 'first_month', or in a "
                      "--map as every,first_month,10, with which month it begins",
                      armex_cell_clip(&row->fiscal).text);
}

armex_status armex_layout_read(struct armex_observation *out,
                               const struct armex_layout *layout, size_t row,
                               struct armex_error *error)
{
    const unsigned counted = ARMEX_TIDY_MEASURE | ARMEX_TIDY_UNIT;
    struct armex_tidy_row reading = {.observation = layout->base,
                                     .texts = layout->texts,
                                     .names = layout->sheet->names,
                                     .comma = layout->sheet->comma,
                                     .exponent = layout->exponent,
                                     .has_status = layout->has_status};
    armex_status status = ARMEX_OK;

    reading.observation.row = row;
    for (size_t kind = 0; !status && kind < ARMEX_TIDY_COLUMNS; kind++)
        status = read_cell(&reading, layout, row, kind, error);
    if (!status)
        status = check_fiscal(&reading, layout, error);
    if (!status && (layout->given & counted) == counted)
        status = armex_tidy_measure_fits(&reading.observation.series,
                                         unit_place(layout, row), error);
    if (!status && layout->given & ARMEX_TIDY_VALUE)
        status = armex_tidy_value(&reading, error);
    if (reading.is_noted && reading.observation.flag == ARMEX_UNFLAGGED)
        reading.observation.flag = ARMEX_DOUBTFUL;
    if (!status)
        *out = reading.observation;
    return status;
}

armex_status armex_layout_observations(struct armex_observations **out,
                                       const struct armex_sheet *sheet,
                                       const struct armex_defaults *defaults,
                                       struct armex_error *error)
{
    const unsigned required = ARMEX_TIDY_ENTITY | ARMEX_TIDY_YEAR | ARMEX_TIDY_VALUE |
                              ARMEX_TIDY_MEASURE | ARMEX_TIDY_UNIT;
    struct armex_observations *made = NULL;
    struct armex_observation item;
    struct armex_layout layout = {0};
    armex_status status = armex_observations_create(&made, false, error);

    *out = NULL;
    if (!status)
        status =
            armex_layout_find(&layout, sheet, defaults, required, made->texts, error);
    for (size_t row = 0; !status && row < sheet->n_rows; row++) {
        status = armex_layout_read(&item, &layout, row, error);
        if (!status)
            status = armex_observations_add(made, &item, error);
        status = armex_rejects_row(sheet->rejects, status, error);
    }
    if (!status) {
        made->dated = layout.given & ARMEX_TIDY_PUBLISHED;
        armex_observations_sort(made);
        *out = made;
    } else {
        armex_observations_free(made);
    }
    return status;
}
