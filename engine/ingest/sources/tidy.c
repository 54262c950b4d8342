/**
 * ingest/sources/tidy.c: a csv in armex's own layout, alone.
 *
 * Its header holds entity, year and value, however their letters are cased, and any
 * other column of the layout (datasets/README.md); columns of other names are passed
 * over, and so are titles above the header. A table of countries, years and one column
 * of figures may call them otherwise (ingest/tidy_bare.h). Without `published`
 * each observation may stand once. The vintage is the latest day of publication in it.
 */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "ingest/commas.h"
#include "ingest/edition.h"
#include "ingest/headline.h"
#include "ingest/map.h"
#include "ingest/sources.h"
#include "ingest/stated.h"
#include "ingest/tidy_bare.h"
#include "ingest/tidy_cell.h"
#include "ingest/tidy_titles.h"
#include "ingest/tidy_totals.h"

/** Whether the row is the header: by the map's names where it has some. */
static bool is_header(const void *context, const struct armex_cell *cells, size_t n)
{
    static const char *const needed[] = {"entity", "year", "value"};
    const struct armex_map *map = context;
    struct armex_tidy_bare bare;
    size_t found = 0;

    if (armex_map_has_columns(map))
        return armex_map_fits(map, cells, n);
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        for (size_t c = 0; c < n; c++) {
            const struct armex_cell name = armex_cell_trim(cells[c]);
            if (armex_cell_says(&name, needed[i])) {
                found++;
                break;
            }
        }
    return found == sizeof needed / sizeof *needed ||
           armex_tidy_bare_find(&bare, cells, n);
}

static bool recognise(const struct armex_document *document)
{
    size_t above;
    return armex_sheet_header(&above, document, is_header, NULL);
}

/** Whether one of the columns that the layout needs has another name. */
static bool is_bare(struct armex_tidy_bare *out, const struct armex_sheet *sheet)
{
    static const char *const needed[] = {"entity", "year", "value"};
    bool has_all = true;

    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        has_all &= armex_sheet_column(sheet, needed[i]) < sheet->n_columns;
    return !has_all && armex_tidy_bare_find(out, sheet->header, sheet->n_columns);
}

/** "Year" and "VALUE" are columns of the layout, unless one has its very name; a bare
 *  table's countries may be importers, which is so of every row. */
static void name_columns(struct armex_defaults *defaults, struct armex_sheet *sheet,
                         const struct armex_map *map)
{
    const struct armex_defaults every = armex_map_defaults(map);
    struct armex_tidy_bare bare;

    for (size_t kind = 0; kind < ARMEX_TIDY_COLUMNS; kind++) {
        const char *name = armex_tidy_kinds[kind].name;
        size_t column = 0;
        if (armex_sheet_column(sheet, name) < sheet->n_columns)
            continue;
        while (column < sheet->n_columns &&
               !armex_cell_says(&sheet->header[column], name))
            column++;
        if (column < sheet->n_columns)
            sheet->header[column].text = name;
    }
    if (armex_map_has_columns(map) || !is_bare(&bare, sheet))
        return;
    armex_tidy_bare_name(sheet, &bare);
    if (bare.is_imports && !armex_default_find(&every, "flow") &&
        armex_sheet_column(sheet, "flow") == sheet->n_columns)
        defaults->items[defaults->n++] = (struct armex_default){
            "flow", "imports",
            armex_cell_place(sheet->file, &sheet->header[bare.entity])};
}

/** What the user's map says of every row. */
static armex_status add_default(struct armex_defaults *defaults,
                                const struct armex_sheet *sheet,
                                struct armex_default said, struct armex_error *error)
{
    if (armex_sheet_column(sheet, said.column) < sheet->n_columns)
        return armex_fail(error, ARMEX_BAD_INPUT, said.place,
                          "%s has a column '%s' of its own", sheet->file, said.column);
    defaults->items[defaults->n++] = said;
    return ARMEX_OK;
}

/** What the user says where neither the file nor his map does. */
static armex_status add_option(struct armex_defaults *defaults,
                               const struct armex_sheet *sheet, const char *column,
                               const char *text, struct armex_error *error)
{
    const size_t c = armex_sheet_column(sheet, column);

    if (!text && armex_default_find(defaults, column))
        return ARMEX_OK;
    if (text && armex_default_find(defaults, column))
        return armex_fail(error, ARMEX_USAGE,
                          armex_default_find(defaults, column)->place,
                          "the map says it of every row; leave out --%s", column);
    if (text && c < sheet->n_columns)
        return armex_fail(
            error, ARMEX_USAGE, armex_cell_place(sheet->file, &sheet->header[c]),
            "the file has a column '%s' of its own; leave out --%s", column, column);
    if (!text && c == sheet->n_columns)
        return armex_fail(
            error, ARMEX_BAD_INPUT, armex_cell_place(sheet->file, &sheet->header[0]),
            "there is no column '%s'; add it, or give --%s", column, column);
    if (text)
        defaults->items[defaults->n++] =
            (struct armex_default){column, text, ARMEX_NOWHERE};
    return ARMEX_OK;
}

static armex_status find_vintage(struct armex_date *out,
                                 const struct armex_observations *rows,
                                 const struct armex_ingest_options *options,
                                 const char *file, struct armex_error *error)
{
    *out = options->vintage;
    if (out->year)
        return ARMEX_OK;
    for (size_t i = 0; i < rows->n; i++)
        if (armex_date_last_day(rows->items[i].published) > armex_date_last_day(*out))
            *out = rows->items[i].published;
    if (out->year)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){file, 0, 0},
                      "nothing in the file says when it was published; give --vintage "
                      "DATE, or a column 'published'");
}

/** The publisher and address that all rows share, or "". */
static struct armex_citation shared_citation(const struct armex_observations *rows)
{
    struct armex_citation shared = {"", "", ""};

    if (rows->n)
        shared = rows->items[0].citation;
    for (size_t i = 0; i < rows->n; i++) { // equal texts are equal pointers
        if (rows->items[i].citation.publisher != shared.publisher)
            shared.publisher = "";
        if (rows->items[i].citation.url != shared.url)
            shared.url = "";
    }
    return shared;
}

static armex_status create_vintage(struct armex_vintage **out,
                                   const struct armex_document *document,
                                   const struct armex_observations *rows,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error)
{
    const struct armex_citation shared = shared_citation(rows);
    const struct armex_place whole = {document->path, 0, 0};
    char own[64];
    struct armex_provenance provenance = {
        .description = "",
        .publisher = shared.publisher,
        .url = shared.url,
        .licence = "",
        .file = armex_file_name(document->path),
        .sha256 = document->sha256,
        .retrieved = "",
        .version = options->version ? options->version : "",
    };
    armex_status status;

    armex_name_of_file(own, sizeof own, document->path);
    status = armex_dataset_name(&provenance.dataset, options, own, whole, error);
    provenance.title = provenance.dataset;
    if (!status)
        status =
            find_vintage(&provenance.vintage, rows, options, document->path, error);
    if (!status)
        status = armex_vintage_create(out, &provenance, error);
    return status;
}

static armex_status fail_repeat(const struct armex_sheet *sheet, size_t row,
                                size_t earlier, bool dated, struct armex_error *error)
{
    const size_t entity = armex_sheet_column(sheet, "entity");

    return armex_fail(error, ARMEX_BAD_INPUT, armex_sheet_place(sheet, row, entity),
                      "this observation stands in line %zu already%s",
                      armex_sheet_place(sheet, earlier, entity).line,
                      dated ? "" : ", and is another; leave out the row that is wrong");
}

static bool says_the_same(const struct armex_observation *a,
                          const struct armex_observation *b)
{
    return a->status == b->status && a->flag == b->flag &&
           (a->value == b->value || (isnan(a->value) && isnan(b->value)));
}

/** Takes the rows out that say once more what a row before them says. Where each has a
 *  date of its own, one publication stands there twice: those stay, and are refused. */
static armex_status drop_echoes(struct armex_text *told,
                                struct armex_observations *rows,
                                const struct armex_sheet *sheet)
{
    const size_t entity = armex_sheet_column(sheet, "entity");
    size_t kept = 0, dropped = 0, of = 0, row = 0;

    for (size_t i = 0; !rows->dated && i < rows->n; i++) {
        if (kept && armex_observations_same(rows, kept - 1, i) &&
            says_the_same(&rows->items[kept - 1], &rows->items[i])) {
            of = dropped ? of : rows->items[kept - 1].row;
            row = dropped++ ? row : rows->items[i].row;
            continue;
        }
        rows->items[kept++] = rows->items[i];
    }
    if (dropped) {
        rows->n = kept;
        armex_text_printf(told,
                          "%zu row%s say%s once more what a row above says: %s in "
                          "line %zu, of line %zu",
                          dropped, dropped == 1 ? "" : "s", dropped == 1 ? "s" : "",
                          dropped == 1 ? "that" : "first that",
                          armex_sheet_place(sheet, row, entity).line,
                          armex_sheet_place(sheet, of, entity).line);
    }
    return told->failed ? ARMEX_NO_MEMORY : ARMEX_OK;
}

/** The first row, from the top, that says again what a row above it says; or all such
 *  rows set aside. */
static armex_status refuse_repeats(const struct armex_observations *rows,
                                   const struct armex_sheet *sheet,
                                   struct armex_error *error)
{
    size_t first = 0, row = sheet->n_rows, earlier = 0;
    armex_status status = ARMEX_OK;

    for (size_t i = 1; !status && i < rows->n; i++) {
        if (!armex_observations_same(rows, first, i))
            first = i;
        else if (sheet->rejects)
            status = armex_rejects_row(sheet->rejects,
                                       fail_repeat(sheet, rows->items[i].row,
                                                   rows->items[first].row, rows->dated,
                                                   error),
                                       error);
        else if (rows->items[i].row < row) {
            row = rows->items[i].row;
            earlier = rows->items[first].row;
        }
    }
    return status || row == sheet->n_rows
               ? status
               : fail_repeat(sheet, row, earlier, rows->dated, error);
}

static armex_status build(struct armex_vintage *vintage,
                          const struct armex_observations *rows,
                          const struct armex_sheet *sheet, struct armex_error *error)
{
    const struct armex_defaults none = {NULL, 0};
    armex_status status = armex_observations_build(
        &vintage->panel, &vintage->publications, rows, sheet->file, error);

    return status ? status : armex_headlines_mark(vintage->panel, NULL, &none, error);
}

/** As the user says, or as all values together show it. */
static enum armex_comma comma_of(const struct armex_sheet *sheet,
                                 const struct armex_map *map)
{
    const enum armex_comma said = armex_map_comma(map);
    const size_t value = armex_sheet_column(sheet, "value");
    struct armex_commas commas = {false, false, false};

    for (size_t r = 0; value < sheet->n_columns && r < sheet->n_rows; r++)
        armex_commas_see(&commas, armex_sheet_cell(sheet, r, value));
    return said ? said : armex_commas_judge(&commas, armex_csv_delimits(sheet->csv));
}

/** The columns by the names of the layout, and what holds for every row. */
static armex_status read_layout(struct armex_defaults *defaults,
                                struct armex_sheet *sheet,
                                const struct armex_tidy_title *title,
                                const struct armex_ingest_options *options,
                                struct armex_error *error)
{
    const struct armex_map *map = options->map;
    const struct armex_defaults every = armex_map_defaults(map);
    armex_status status = armex_stated_check(options, error);

    if (!status && armex_map_has_columns(map))
        status = armex_map_columns(map, sheet, error);
    name_columns(defaults, sheet, map);
    sheet->comma = comma_of(sheet, map);
    for (size_t i = 0; !status && i < every.n; i++)
        status = add_default(defaults, sheet, every.items[i], error);
    if (!status)
        status = armex_tidy_title_take(defaults, title, sheet, options->unit, error);
    if (!status)
        status = add_option(defaults, sheet, "measure", options->measure, error);
    if (!status)
        status = add_option(defaults, sheet, "unit", options->unit, error);
    return status;
}

static armex_status read_sheet(struct armex_vintage **out,
                               const struct armex_document *document,
                               struct armex_sheet *sheet,
                               const struct armex_tidy_title *title,
                               const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    struct armex_default stated[ARMEX_TIDY_COLUMNS + 5];
    struct armex_defaults defaults = {stated, 0};
    struct armex_observations *rows = NULL;
    struct armex_text echoes = {0};
    armex_status status = read_layout(&defaults, sheet, title, options, error);

    if (!status)
        status = armex_layout_observations(&rows, sheet, &defaults, error);
    if (!status && drop_echoes(&echoes, rows, sheet))
        status = armex_fail_memory(error);
    if (!status)
        status = refuse_repeats(rows, sheet, error);
    if (!status)
        status = create_vintage(out, document, rows, options, error);
    if (!status)
        status = build(*out, rows, sheet, error);
    if (!status)
        status = armex_tidy_totals((*out)->panel, document->footer, sheet, rows, error);
    if (!status && echoes.length)
        status = armex_notes_add(&(*out)->panel->notes, (*out)->panel->arena, error,
                                 "%s", echoes.data);
    armex_text_free(&echoes);
    armex_observations_free(rows);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_tidy_title title = {.unit_text = ""};
    struct armex_sheet *sheet = NULL;
    armex_status status =
        armex_sheet_below(&sheet, document, is_header, options->map, error);

    *out = NULL;
    if (!status)
        status = armex_tidy_title_find(&title, document, sheet, error);
    if (!status)
        status = read_sheet(out, document, sheet, &title, options, error);
    if (!status && *title.unit.said.text)
        status = armex_notes_add(&(*out)->panel->notes, (*out)->panel->arena, error,
                                 "line %zu says '%s': %s", title.unit.place.line,
                                 title.unit.said.text,
                                 "figures are counted so, where no column says another "
                                 "unit or multiplier");
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    armex_sheet_free(sheet);
    return status;
}

const struct armex_source armex_source_tidy = {
    .name = "tidy",
    .credit = "csv with columns entity, year, value and others of armex's own layout, "
              "or of country, year and one column of figures",
    .recognise = recognise,
    .read = read,
};
