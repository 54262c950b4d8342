/** cli/dataset_contents.c: what one dataset counts, in which units, for which years. */
#include <stdlib.h>
#include <string.h>

#include "cli/coverage.h"
#include "cli/dataset_tables.h"
#include "cli/rows.h"

enum {
    MEASURE,
    FLOW,
    SCOPE,
    UNIT,
    FROM,
    TO,
    ENTITIES,
    OBSERVATIONS,
    NIL,
    COVERAGE,
    SERIES,
    N_COLUMNS
};

static const struct armex_column columns[N_COLUMNS] = {
    [MEASURE] = {"measure", "Measure", "", "What is counted", ARMEX_COLUMN_TEXT, false},
    [FLOW] = {"flow", "Flow", "", "Exports or imports", ARMEX_COLUMN_TEXT, true},
    [SCOPE] = {"scope", "Scope", "", "Which count of the measure", ARMEX_COLUMN_TEXT,
               false},
    [UNIT] = {"unit", "Unit", "", "In what it is counted", ARMEX_COLUMN_TEXT, false},
    [FROM] = {"from", "From", "year", "First year with a figure", ARMEX_COLUMN_YEAR,
              false},
    [TO] = {"to", "To", "year", "Last year with a figure", ARMEX_COLUMN_YEAR, false},
    [ENTITIES] = {"entities", "Entities", "", "How many states and others",
                  ARMEX_COLUMN_COUNT, false},
    [OBSERVATIONS] = {"observations", "Observations", "", "Figures", ARMEX_COLUMN_COUNT,
                      false},
    [NIL] = {"nil", "Nil", "", "Years of a series in which there was known to be none",
             ARMEX_COLUMN_COUNT, false},
    [COVERAGE] =
        {"coverage", "Coverage", "fraction",
         "Figures and nils for each series and year from the first to the last",
         ARMEX_COLUMN_FRACTION, false},
    [SERIES] = {"series", "Series", "", "How many series", ARMEX_COLUMN_COUNT, true}};

armex_status armex_dataset_contents_create(struct armex_table **out,
                                           struct armex_error *error)
{
    return armex_table_create(out, "dataset", columns, N_COLUMNS, error);
}

static bool same_kind(const struct armex_series *a, const struct armex_series *b)
{
    return a->measure == b->measure && a->flow == b->flow &&
           !strcmp(a->scope, b->scope) && armex_unit_equal(a->unit, b->unit);
}

static armex_status add_kind(struct armex_table *table, const struct armex_panel *panel,
                             size_t first, const bool *counts,
                             struct armex_error *error)
{
    const struct armex_series *series = &panel->series[first];
    const struct armex_coverage kind = armex_coverage_of(panel, counts);
    const double years = kind.last_year - kind.first_year + 1,
                 known = (double)kind.observations + (double)kind.nils;
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    return armex_table_row(
        table,
        (const union armex_cell[N_COLUMNS]){
            [MEASURE].text = armex_measure_name(series->measure),
            [FLOW].text = armex_direction_name(series->flow),
            [SCOPE].text = series->scope,
            [UNIT].text = unit,
            [FROM].number = armex_year_cell(kind.first_year),
            [TO].number = armex_year_cell(kind.last_year),
            [ENTITIES].number = (double)kind.entities,
            [OBSERVATIONS].number = (double)kind.observations,
            [NIL].number = (double)kind.nils,
            [COVERAGE].number = known / (years * (double)kind.series),
            [SERIES].number = (double)kind.series,
        },
        error);
}

/** Whether a row for `a` stands before one for `b`: by measure, the national count
 *  before narrower ones, then by scope and unit. */
static bool stands_before(const struct armex_series *a, const struct armex_series *b)
{
    const bool national_a = !strcmp(a->scope, "national"),
               national_b = !strcmp(b->scope, "national");
    char unit_a[ARMEX_UNIT_SIZE], unit_b[ARMEX_UNIT_SIZE];
    int order = (int)a->measure - (int)b->measure;

    if (!order)
        order = (int)a->flow - (int)b->flow;
    if (!order)
        order = (int)national_b - (int)national_a;
    if (!order)
        order = strcmp(a->scope, b->scope);
    armex_unit_write(unit_a, a->unit);
    armex_unit_write(unit_b, b->unit);
    return (order ? order : strcmp(unit_a, unit_b)) < 0;
}

/** The first of the series not done that no other stands before; n_series: none left.
 */
static size_t next_kind(const struct armex_panel *panel, const bool *done)
{
    size_t next = panel->n_series;

    for (size_t s = 0; s < panel->n_series; s++)
        if (!done[s] && (next == panel->n_series ||
                         stands_before(&panel->series[s], &panel->series[next])))
            next = s;
    return next;
}

/** A row for every kind of series. */
static armex_status add_kinds(struct armex_table *table,
                              const struct armex_panel *panel,
                              struct armex_error *error)
{
    bool *done = calloc(2 * panel->n_series + 1, sizeof *done);
    bool *counts;
    armex_status status = ARMEX_OK;

    if (!done)
        return armex_fail_memory(error);
    counts = done + panel->n_series;
    for (size_t s; !status && (s = next_kind(panel, done)) < panel->n_series;) {
        for (size_t i = 0; i < panel->n_series; i++) {
            counts[i] = same_kind(&panel->series[s], &panel->series[i]);
            done[i] |= counts[i];
        }
        status = add_kind(table, panel, s, counts, error);
    }
    free(done);
    return status;
}

static armex_status say_records(struct armex_table *table,
                                const struct armex_table *records,
                                struct armex_error *error)
{
    armex_status status = armex_notes_add(
        &table->notes, table->arena, error,
        "a table of %zu records, no observations; its columns:", records->n_rows);

    for (size_t i = 0; !status && i < records->n_columns; i++)
        status =
            armex_notes_add(&table->notes, table->arena, error, "%s: %s",
                            records->columns[i].name, records->columns[i].description);
    return status;
}

armex_status armex_dataset_contents_add(struct armex_table *table,
                                        const struct armex_vintage *vintage,
                                        struct armex_error *error)
{
    const struct armex_provenance *source = &vintage->provenance;
    armex_status status =
        armex_notes_source(&table->notes, table->arena, source, error);

    table->title = armex_arena_text(table->arena, source->title);
    if (!status && !table->title)
        status = armex_fail_memory(error);
    if (!status && *source->description)
        status = armex_notes_add(&table->notes, table->arena, error, "%s",
                                 source->description);
    if (!status && *source->url)
        status =
            armex_notes_add(&table->notes, table->arena, error, "from %s", source->url);
    if (!status)
        status =
            armex_notes_add(&table->notes, table->arena, error,
                            "read from %s, SHA-256 %s", source->file, source->sha256);
    if (!status && vintage->panel)
        status = add_kinds(table, vintage->panel, error);
    if (!status && vintage->records)
        status = say_records(table, vintage->records, error);
    return status;
}
