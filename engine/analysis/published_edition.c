/** analysis/published_edition.c: one edition of SIPRI's fact sheet, figure by figure.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/columns.h"
#include "analysis/published_run.h"
#include "analysis/sipri_style.h"
#include "base/number.h"
#include "store/listing.h"

enum {
    FLOW,
    RANK,
    ENTITY,
    NAME,
    FIGURE,
    YEARS,
    PRINTED,
    FOUND,
    VERDICT,
    PRINTED_NUMBER,
    FOUND_NUMBER,
    DATASET,
    VINTAGE,
    URL,
    COLUMNS
};

static const struct armex_column columns[COLUMNS] = {
    [FLOW] = {"flow", "Table", "", "exports or imports", ARMEX_COLUMN_TEXT, false},
    [RANK] = ARMEX_RANK_COLUMN("as found"),
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [FIGURE] = {"figure", "Figure", "", "rank, share, previous_share, change, ...",
                ARMEX_COLUMN_TEXT, false},
    [YEARS] = {"years", "Years", "", "five years that it is about", ARMEX_COLUMN_TEXT,
               false},
    [PRINTED] = {"printed", "Printed", "", "per cent, or a rank", ARMEX_COLUMN_TEXT,
                 false},
    [FOUND] = {"found", "Found", "", "in the register, rounded as printed",
               ARMEX_COLUMN_TEXT, false},
    [VERDICT] = {"verdict", "Verdict", "",
                 "equal, open, revised, doubtful, differs or not_covered",
                 ARMEX_COLUMN_TEXT, false},
    [PRINTED_NUMBER] = {"printed_number", "Printed", "", "per cent, or a rank",
                        ARMEX_COLUMN_NUMBER, true},
    [FOUND_NUMBER] = {"found_number", "Found", "", "unrounded", ARMEX_COLUMN_NUMBER,
                      true},
    [DATASET] = {"dataset", "Dataset", "", "what it is held against", ARMEX_COLUMN_TEXT,
                 true},
    [VINTAGE] = {"vintage", "Vintage", "", "its vintage", ARMEX_COLUMN_TEXT, true},
    [URL] = {"url", "Page", "", "where the figure was read", ARMEX_COLUMN_TEXT, true},
};

static void put_number(struct armex_row *row, size_t column, double value, int decimals)
{
    char text[64] = "";

    if (!isnan(value))
        armex_number_for_people(text, sizeof text, value, decimals);
    armex_row_text(row, column, text);
}

static void put(struct armex_row *row, const struct armex_cell_found *cell,
                const struct armex_shelved *from)
{
    const struct armex_printed *printed = cell->printed;
    const struct armex_printed_kind *kind = &armex_printed_kinds[printed->figure];
    const int last = printed->edition - kind->back;
    char years[16], date[ARMEX_DATE_SIZE] = "";

    armex_window_label(years, last - ARMEX_SIPRI_WINDOW + 1, last);
    if (from)
        armex_date_write(date, from->stored->vintage);
    armex_row_add(row);
    armex_row_text(row, FLOW, armex_direction_name(printed->flow));
    armex_row_number(row, RANK, cell->rank);
    armex_row_text(row, ENTITY, printed->entity);
    armex_row_text(row, NAME, printed->name);
    armex_row_text(row, FIGURE, kind->name);
    armex_row_text(row, YEARS, years);
    put_number(row, PRINTED, printed->value, printed->decimals);
    put_number(row, FOUND, cell->found, printed->decimals);
    armex_row_text(row, VERDICT, armex_verdict_names[cell->verdict]);
    armex_row_number(row, PRINTED_NUMBER, printed->value);
    armex_row_number(row, FOUND_NUMBER, cell->found);
    armex_row_text(row, DATASET, from ? from->stored->dataset : "");
    armex_row_text(row, VINTAGE, date);
    armex_row_text(row, URL, printed->url);
}

/* By rank as found; the world, which has none, last. */
static int by_rank(const void *a, const void *b)
{
    const struct armex_cell_found *x = a, *y = b;

    if (isnan(x->rank) != isnan(y->rank))
        return isnan(x->rank) ? 1 : -1;
    if (!isnan(x->rank) && x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    const int order = strcmp(x->printed->entity, y->printed->entity);
    return order ? order : (int)x->printed->figure - (int)y->printed->figure;
}

/* "exports: 113 of 113 figures equal in sipri-register@2025-01-03, as needed". */
static armex_status note_flow(struct armex_table *table,
                              const struct armex_shelved *from,
                              const struct armex_cell_list *cells,
                              enum armex_flow_direction flow, struct armex_error *error)
{
    char date[ARMEX_DATE_SIZE];

    if (!cells->n)
        return ARMEX_OK;
    if (!from)
        return armex_notes_add(&table->notes, table->arena, error,
                               "%s: no stored register covers its five years",
                               armex_direction_name(flow));
    armex_date_write(date, from->stored->vintage);
    const armex_status status = armex_notes_source(&table->notes, table->arena,
                                                   &from->vintage->provenance, error);
    return status ? status
                  : armex_notes_add(&table->notes, table->arena, error,
                                    "%s: %zu of %zu figures are equal in %s@%s, %s",
                                    armex_direction_name(flow),
                                    cells->counts[ARMEX_CELL_EQUAL], cells->n,
                                    from->stored->dataset, date,
                                    from->release == cells->items[0].printed->edition
                                        ? "which is of the edition's release"
                                        : "which is of a later release");
}

static armex_status put_flow(struct armex_table *table,
                             size_t counts[ARMEX_CELL_VERDICTS],
                             const struct armex_published_run *run, int edition,
                             enum armex_flow_direction flow, struct armex_error *error)
{
    struct armex_row row = {.table = table, .error = error};
    const struct armex_shelved *from = armex_shelf_choose(&run->shelf, edition, flow);
    struct armex_cell_list cells;
    armex_status status = armex_cells_make(&cells, run, from, edition, flow, error);

    if (!status) {
        qsort(cells.items, cells.n, sizeof *cells.items, by_rank);
        for (size_t i = 0; i < cells.n; i++)
            put(&row, &cells.items[i], from);
        for (int verdict = 0; verdict < ARMEX_CELL_VERDICTS; verdict++)
            counts[verdict] += cells.counts[verdict];
        status = row.status;
    }
    if (!status)
        status = note_flow(table, from, &cells, flow, error);
    armex_cells_end(&cells);
    return status;
}

static armex_status fill(struct armex_table *table, size_t *differing,
                         const struct armex_published_run *run, int edition,
                         struct armex_error *error)
{
    size_t counts[ARMEX_CELL_VERDICTS] = {0};
    armex_status status = armex_notes_source(&table->notes, table->arena,
                                             &run->printed.facts->provenance, error);

    table->title = armex_arena_printf(
        table->arena, "Trends in International Arms Transfers, %d", edition);
    if (!status && !table->title)
        status = armex_fail_memory(error);
    if (!status)
        status = put_flow(table, counts, run, edition, ARMEX_EXPORTS, error);
    if (!status)
        status = put_flow(table, counts, run, edition, ARMEX_IMPORTS, error);
    *differing = counts[ARMEX_CELL_DIFFERS];
    return status ? status : armex_published_notes(table, counts, error);
}

static armex_status find_edition(const struct armex_edition **out,
                                 const struct armex_printed_list *printed, int edition,
                                 struct armex_error *error)
{
    struct armex_listing there = {0};

    for (size_t i = 0; i < printed->n_editions; i++) {
        *out = &printed->editions[i];
        if ((*out)->edition == edition)
            return ARMEX_OK;
    }
    for (size_t i = printed->n_editions; i > 0; i--) // the newest first
        armex_listing_add(&there, ", ", "%d", printed->editions[i - 1].edition);
    const char *words = armex_listing_words(&there);
    const armex_status status =
        there.text.failed
            ? armex_fail_memory(error)
            : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                         "no figure of an edition of %d is at hand; there are %s",
                         edition, words);
    armex_listing_free(&there);
    return status;
}

armex_status armex_published_edition(struct armex_table **out, size_t *differing,
                                     const struct armex_store *store, int edition,
                                     struct armex_error *error)
{
    const struct armex_edition *found = NULL;
    struct armex_published_run run;
    struct armex_table *table = NULL;
    armex_status status = armex_published_begin(&run, store, error);

    *out = NULL;
    if (!status)
        status = find_edition(&found, &run.printed, edition, error);
    if (!status && !armex_shelf_choose(&run.shelf, edition, ARMEX_EXPORTS) &&
        !armex_shelf_choose(&run.shelf, edition, ARMEX_IMPORTS))
        status = armex_published_missing(found, store, error);
    if (!status)
        status = armex_table_create(&table, "verify", columns, COLUMNS, error);
    if (!status)
        status = fill(table, differing, &run, edition, error);
    armex_published_end(&run);
    if (status)
        armex_table_free(table);
    else
        *out = table;
    return status;
}
