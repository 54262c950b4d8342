/** analysis/published_editions.c: which editions the stored registers reproduce. */
#include <stdio.h>
#include <string.h>

#include "analysis/published_parts.h"
#include "analysis/published_run.h"
#include "analysis/sipri_style.h"

enum {
    EDITION,
    FLOW,
    NEEDS_FROM,
    NEEDS_BEFORE,
    NEEDS_YEARS,
    DATASET,
    VINTAGE,
    FIT,
    CELLS,
    FIRST_VERDICT,
    COLUMNS = FIRST_VERDICT + ARMEX_CELL_VERDICTS
};

#define VERDICT(which, title, what)                                                    \
    [FIRST_VERDICT + (which)] = {NULL, title, "", what, ARMEX_COLUMN_COUNT, false}

static const struct armex_column columns[COLUMNS] = {
    [EDITION] = {"edition", "Edition", "year", "year in the title of the fact sheet",
                 ARMEX_COLUMN_YEAR, false},
    [FLOW] = {"flow", "Table", "", "exports or imports", ARMEX_COLUMN_TEXT, false},
    [NEEDS_FROM] = {"needs_from", "Needs from", "",
                    "month from which on the register must have been generated",
                    ARMEX_COLUMN_TEXT, false},
    [NEEDS_BEFORE] = {"needs_before", "Before", "",
                      "month of the next release: the register must be older",
                      ARMEX_COLUMN_TEXT, false},
    [NEEDS_YEARS] = {"needs_years", "Years", "",
                     "years of delivery that the register must have", ARMEX_COLUMN_TEXT,
                     false},
    [DATASET] = {"dataset", "Dataset", "", "what it is held against", ARMEX_COLUMN_TEXT,
                 false},
    [VINTAGE] = {"vintage", "Vintage", "", "its vintage", ARMEX_COLUMN_TEXT, false},
    [FIT] = {"fit", "Fit", "", "as needed, second hand, later release, or none",
             ARMEX_COLUMN_TEXT, false},
    [CELLS] = {"cells", "Cells", "", "figures that were quoted", ARMEX_COLUMN_COUNT,
               false},
    VERDICT(ARMEX_CELL_EQUAL, "Equal", "every printed digit agrees"),
    VERDICT(ARMEX_CELL_OPEN, "Open", "the table leaves the printed figure open"),
    VERDICT(ARMEX_CELL_REVISED, "Revised", "differs in a later release"),
    VERDICT(ARMEX_CELL_DOUBTFUL, "Doubtful",
            "differs, and one of the two is at second hand"),
    VERDICT(ARMEX_CELL_DIFFERS, "Differs", "differs in the edition's own release"),
    VERDICT(ARMEX_CELL_NOT_COVERED, "Not covered", "the vintage lacks the years"),
};

static armex_status create(struct armex_table **out, struct armex_error *error)
{
    struct armex_column named[COLUMNS];

    memcpy(named, columns, sizeof named);
    for (int verdict = 0; verdict < ARMEX_CELL_VERDICTS; verdict++)
        named[FIRST_VERDICT + verdict].name = armex_verdict_names[verdict];
    const armex_status status =
        armex_table_create(out, "verify", named, COLUMNS, error);
    if (!status)
        (*out)->title = "SIPRI’s fact sheets against the stored registers";
    return status;
}

static void put_needs(struct armex_row *row, const struct armex_edition *edition)
{
    char years[24], month[ARMEX_MONTH_SIZE];

    armex_row_number(row, EDITION, edition->edition);
    armex_month_write(month, edition->released);
    armex_row_text(row, NEEDS_FROM, month);
    armex_month_write(month, edition->next);
    armex_row_text(row, NEEDS_BEFORE, month);
    snprintf(years, sizeof years, "%d-%d",
             edition->edition - 2 * ARMEX_SIPRI_WINDOW + 1, edition->edition);
    armex_row_text(row, NEEDS_YEARS, years);
}

static void put(struct armex_row *row, const struct armex_edition *edition,
                enum armex_flow_direction flow, const struct armex_shelved *from,
                const struct armex_cell_list *cells)
{
    char date[ARMEX_DATE_SIZE] = "";

    armex_row_add(row);
    put_needs(row, edition);
    armex_row_text(row, FLOW, armex_direction_name(flow));
    if (from)
        armex_date_write(date, from->stored->vintage);
    armex_row_text(row, DATASET, from ? from->stored->dataset : "");
    armex_row_text(row, VINTAGE, date);
    armex_row_text(row, FIT,
                   !from                               ? "none"
                   : from->release != edition->edition ? "later release"
                   : from->second_hand                 ? "second hand"
                                                       : "as needed");
    armex_row_number(row, CELLS, (double)cells->n);
    for (int verdict = 0; verdict < ARMEX_CELL_VERDICTS; verdict++)
        armex_row_number(row, FIRST_VERDICT + (size_t)verdict,
                         (double)cells->counts[verdict]);
}

static armex_status put_all(struct armex_table *table, size_t *differing,
                            const struct armex_published_run *run,
                            struct armex_error *error)
{
    struct armex_row row = {.table = table, .error = error};
    struct armex_notes *notes = &table->notes;
    size_t counts[ARMEX_CELL_VERDICTS] = {0};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < run->printed.n_editions * 2; i++) {
        const struct armex_edition *edition = &run->printed.editions[i / 2];
        const enum armex_flow_direction flow = i % 2 ? ARMEX_IMPORTS : ARMEX_EXPORTS;
        const struct armex_shelved *from =
            armex_shelf_choose(&run->shelf, edition->edition, flow);
        struct armex_cell_list cells;
        status = armex_cells_make(&cells, run, from, edition->edition, flow, error);
        if (!status && cells.n)
            put(&row, edition, flow, from, &cells);
        for (int verdict = 0; !status && verdict < ARMEX_CELL_VERDICTS; verdict++)
            counts[verdict] += cells.counts[verdict];
        if (!status && cells.n && from)
            status = armex_notes_source(notes, table->arena, &from->vintage->provenance,
                                        error);
        armex_cells_end(&cells);
        status = status ? status : row.status;
    }
    *differing = counts[ARMEX_CELL_DIFFERS];
    return status ? status : armex_published_notes(table, counts, error);
}

armex_status armex_published_editions(struct armex_table **out, size_t *differing,
                                      const struct armex_store *store,
                                      struct armex_error *error)
{
    struct armex_published_run run;
    struct armex_table *table = NULL;
    armex_status status = armex_published_begin(&run, store, error);

    *out = NULL;
    if (!status && run.shelf.n == 0) {
        const size_t last = run.printed.n_editions - 1;
        status = armex_published_missing(&run.printed.editions[last], store, error);
    }
    if (!status)
        status = create(&table, error);
    if (!status)
        status = armex_notes_source(&table->notes, table->arena,
                                    &run.printed.facts->provenance, error);
    if (!status)
        status = put_all(table, differing, &run, error);
    armex_published_end(&run);
    if (status)
        armex_table_free(table);
    else
        *out = table;
    return status;
}
