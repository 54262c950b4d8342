/** analysis/claims_records.c: claims out of a table. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/claims_stated.h"
#include "analysis/query_request.h"
#include "base/file.h"
#include "base/number.h"
#include "ingest/sheet.h"

enum field {
    ID,
    ENTITY,
    PREDICATE,
    YEAR_FROM,
    VALUE_FROM,
    YEAR_TO,
    VALUE_TO,
    UNIT,
    STATED,
    KIND,
    FIELDS
};

static const char *const field_names[FIELDS] = {
    "id",      "entity",   "predicate", "year_from", "value_from",
    "year_to", "value_to", "unit",      "stated",    "kind"};

/* The two figures of a claim; NAN where it states none. */
struct ends {
    double from, to;
    unsigned from_digits, to_digits;
};

/* One row, every cell as text. */
struct record {
    char cells[FIELDS][128];
    const char *file;
    size_t line;
    struct armex_error *error;
};

static armex_status fail(const struct record *record, enum field field,
                         const char *expected)
{
    return armex_fail(record->error, ARMEX_BAD_INPUT,
                      (struct armex_place){record->file, record->line, 1},
                      "claim %s: %s '%s' is not %s", record->cells[ID],
                      field_names[field], record->cells[field], expected);
}

static void read_cell(char out[128], const struct armex_table *table, size_t row,
                      size_t column)
{
    if (table->columns[column].type == ARMEX_COLUMN_TEXT)
        snprintf(out, 128, "%s", armex_table_get_text(table, row, column));
    else
        armex_number_write(out, armex_table_get_number(table, row, column));
}

/* A figure as written; NAN where the cell is empty. */
static armex_status read_figure(double *out, unsigned *digits,
                                const struct record *record, enum field field)
{
    const char *text = record->cells[field];
    const size_t length = strlen(text);

    *out = NAN;
    *digits = armex_number_digits(text, length);
    if (length && !armex_number_parse(out, text, length, 0))
        return fail(record, field, "a number");
    return ARMEX_OK;
}

static armex_status read_years(struct armex_claim_years *out,
                               const struct record *record, enum field field)
{
    *out = (struct armex_claim_years){0, 0};
    if (!*record->cells[field])
        return ARMEX_OK;
    return armex_years_parse(&out->from, &out->to, record->cells[field]) &&
                   out->from <= out->to
               ? ARMEX_OK
               : fail(record, field, "a year or a window such as 2019-23");
}

static armex_status read_predicate(struct armex_statement *out,
                                   const struct record *record)
{
    static const char *const words[] = {"value", "", "growth", "cagr", "rank", "share"};
    const char *text = record->cells[PREDICATE];
    const size_t n = sizeof words / sizeof *words;
    const size_t i = *text ? armex_word_index(words, n, text, strlen(text)) : n;

    if (i == n)
        return fail(record, PREDICATE, "value, growth, cagr, rank or share");
    out->what = (enum armex_claimed)i;
    return ARMEX_OK;
}

static armex_status read_kind(struct armex_statement *out, const struct record *record)
{
    const char *text = record->cells[KIND];

    out->any_measure = !*text;
    if (strcmp(text, "none") == 0) {
        out->any_measure = true;
        out->settled = ARMEX_NOT_COMPARABLE;
        out->why = "the figure is no measure of arms exports";
        return ARMEX_OK;
    }
    return !*text || armex_measure_parse(&out->measure, text, strlen(text))
               ? ARMEX_OK
               : fail(record, KIND, "a measure, or none");
}

static armex_status read_unit(struct armex_statement *out, const struct record *record)
{
    const char *text = record->cells[UNIT];

    if (!armex_unit_parse(&out->unit, text, strlen(text)))
        return strcmp(text, "ratio") == 0 ? ARMEX_OK : fail(record, UNIT, "a unit");
    out->has_unit = out->unit.kind == ARMEX_MONEY || out->unit.kind == ARMEX_TIV;
    return ARMEX_OK;
}

static armex_status read_subject(struct armex_statement *out,
                                 const struct record *record)
{
    const char *code = record->cells[ENTITY];
    armex_status status = ARMEX_OK;

    out->id = record->cells[ID];
    out->entity = armex_entity_find(code, strlen(code));
    if (!out->entity)
        status = fail(record, ENTITY, "a country's code or name");
    if (!status)
        status = read_predicate(out, record);
    if (!status)
        status = read_kind(out, record);
    if (!status)
        status = read_unit(out, record);
    if (!status)
        status = read_years(&out->base, record, YEAR_FROM);
    if (!status)
        status = read_years(&out->at, record, YEAR_TO);
    if (!status && !out->at.to)
        status = fail(record, YEAR_TO, "a year");
    return status;
}

/* What the two figures of the claim give, and what their digits leave room for; NAN
   without both. */
static struct armex_finding own_growth(const struct ends *ends)
{
    const double from = ends->from, to = ends->to;
    const double from_half = armex_half_unit(from, ends->from_digits);
    const double to_half = armex_half_unit(to, ends->to_digits);

    if (!(from > 0.0) || !(to >= 0.0))
        return (struct armex_finding){.value = NAN};
    return (struct armex_finding){.value = to / from - 1.0,
                                  .low = (to - to_half) / (from + from_half) - 1.0,
                                  .high = (to + to_half) / (from - from_half) - 1.0};
}

/* A statement of one figure that stands at one end of the claim. */
static armex_status add_end(struct armex_statements *out,
                            const struct armex_statement *claim,
                            struct armex_claim_years years, double figure,
                            unsigned digits, bool last, struct armex_error *error)
{
    struct armex_statement end = *claim;

    if (isnan(figure) || !years.to)
        return ARMEX_OK;
    if (claim->what == ARMEX_CLAIMED_GROWTH || claim->what == ARMEX_CLAIMED_CAGR)
        end.what = ARMEX_CLAIMED_VALUE;
    if (claim->what == ARMEX_CLAIMED_SHARE) {
        figure /= 100.0;
        digits = digits < 2 ? 2 : digits;
    }
    // words such as "more than" belong to the figure that is stated last
    if (!last || end.what != claim->what)
        end.relation = ARMEX_EQUAL;
    end.base = (struct armex_claim_years){0, 0};
    end.times = false;
    end.at = years;
    end.figure = figure;
    end.digits = digits;
    return armex_statements_add(out, &end, error);
}

static armex_status add_growth(struct armex_statements *out,
                               const struct armex_statement *claim,
                               const struct ends *ends, struct armex_error *error)
{
    struct armex_statement own = *claim;
    armex_status status = armex_statements_add(out, claim, error);

    const struct armex_finding finding = own_growth(ends);
    if (status || claim->what != ARMEX_CLAIMED_GROWTH || isnan(finding.value) ||
        armex_claim_weigh(claim, &finding) != ARMEX_CONTRADICTED)
        return status;
    own.own = finding.value;
    own.settled = ARMEX_CONTRADICTED;
    own.why = "the claim's own two figures give another";
    return armex_statements_add(out, &own, error);
}

static armex_status add_record(struct armex_statements *out,
                               const struct record *record)
{
    struct armex_statement claim = {.settled = ARMEX_VERDICTS, .own = NAN, .why = ""};
    struct armex_stated stated = armex_stated_read(record->cells[STATED]);
    struct ends ends;
    armex_status status = read_subject(&claim, record);
    const struct armex_claim_years base = claim.base;

    if (!status)
        status = read_figure(&ends.from, &ends.from_digits, record, VALUE_FROM);
    if (!status)
        status = read_figure(&ends.to, &ends.to_digits, record, VALUE_TO);
    if (status)
        return status;
    claim.relation = stated.relation;
    if (stated.mean && claim.what == ARMEX_CLAIMED_VALUE && base.from) {
        claim.what = ARMEX_CLAIMED_MEAN;
        claim.at.from = base.from < claim.at.from ? base.from : claim.at.from;
    }
    if ((claim.what == ARMEX_CLAIMED_GROWTH || claim.what == ARMEX_CLAIMED_CAGR) &&
        !claim.has_unit && !isnan(stated.figure) && base.to) {
        claim.figure = stated.times ? stated.figure : stated.figure / 100.0;
        claim.times = stated.times;
        claim.digits = stated.digits < 2 ? 2 : stated.digits;
        status = add_growth(out, &claim, &ends, record->error);
    }
    if (!status)
        status = add_end(out, &claim, base, ends.from, ends.from_digits, false,
                         record->error);
    return status ? status
                  : add_end(out, &claim, claim.at, ends.to, ends.to_digits, true,
                            record->error);
}

armex_status armex_claims_from_table(struct armex_statements *out,
                                     const struct armex_table *table, const char *file,
                                     const size_t *lines, struct armex_error *error)
{
    size_t columns[FIELDS];
    armex_status status = ARMEX_OK;

    for (size_t f = 0; f < FIELDS; f++) {
        columns[f] = armex_table_column(table, field_names[f]);
        if (columns[f] == table->n_columns)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              (struct armex_place){file, lines ? 1 : 0, 1},
                              "a table of claims has a column '%s'; see `armex show -d "
                              "claims` for one",
                              field_names[f]);
    }
    for (size_t row = 0; !status && row < table->n_rows; row++) {
        struct record record = {
            .file = file, .line = lines ? lines[row] : 0, .error = error};
        for (size_t f = 0; f < FIELDS; f++)
            read_cell(record.cells[f], table, row, columns[f]);
        status = add_record(out, &record);
    }
    return status;
}

/* The sheet as a table of texts, with the line of each row. */
static armex_status table_of(struct armex_table **out, size_t **lines,
                             const struct armex_sheet *sheet, struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_column *columns =
        arena ? armex_arena_new(arena, sheet->n_columns, sizeof *columns) : NULL;
    armex_status status = ARMEX_OK;

    *lines = calloc(sheet->n_rows + 1, sizeof **lines);
    for (size_t c = 0; columns && c < sheet->n_columns; c++) {
        const char *name =
            armex_arena_copy(arena, sheet->header[c].text, sheet->header[c].length);
        columns[c] = (struct armex_column){name ? name : "",  "",   "", "",
                                           ARMEX_COLUMN_TEXT, false};
    }
    status = columns && *lines
                 ? armex_table_create(out, "claims", columns, sheet->n_columns, error)
                 : armex_fail_memory(error);
    for (size_t row = 0; !status && row < sheet->n_rows; row++) {
        (*lines)[row] = armex_sheet_cell(sheet, row, 0)->line;
        status = armex_table_add(*out, error);
        for (size_t c = 0; !status && c < sheet->n_columns; c++) {
            const struct armex_cell *cell = armex_sheet_cell(sheet, row, c);
            const char *text =
                armex_arena_copy((*out)->arena, cell->text, cell->length);
            status = text ? armex_table_text(*out, c, text, error)
                          : armex_fail_memory(error);
        }
    }
    armex_arena_free(arena);
    return status;
}

armex_status armex_claims_from_file(struct armex_statements *out, const char *path,
                                    struct armex_error *error)
{
    enum { MOST_BYTES = 64 << 20 };
    struct armex_sheet *sheet = NULL;
    struct armex_table *table = NULL;
    size_t *lines = NULL, length = 0;
    char *bytes = NULL;
    armex_status status = armex_file_read(&bytes, &length, path, MOST_BYTES, error);

    if (!status)
        status = armex_sheet_read(&sheet, path, bytes, length, 0, error);
    if (!status)
        status = table_of(&table, &lines, sheet, error);
    if (!status)
        status = armex_claims_from_table(out, table, path, lines, error);
    free(lines);
    armex_table_free(table);
    armex_sheet_free(sheet);
    free(bytes);
    return status;
}
