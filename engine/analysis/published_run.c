/** analysis/published_run.c: one holding of registers against fact sheets. */
#include "analysis/published_run.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/sipri_style.h"

armex_status armex_published_begin(struct armex_published_run *out,
                                   const struct armex_store *store,
                                   struct armex_error *error)
{
    *out = (struct armex_published_run){0};
    armex_status status = armex_printed_read(&out->printed, store, error);

    if (!status && !out->printed.n_editions)
        status = armex_fail(error, ARMEX_NOT_FOUND, ARMEX_NOWHERE,
                            "sipri-factsheets quotes no edition of the fact sheet");
    return status ? status : armex_shelf_read(&out->shelf, store, &out->printed, error);
}

void armex_published_end(struct armex_published_run *run)
{
    armex_shelf_end(&run->shelf);
    armex_printed_end(&run->printed);
}

static void add(struct armex_cell_list *out, const struct armex_held *held,
                const struct armex_printed *printed)
{
    struct armex_cell_found *cell = &out->items[out->n++];

    *cell = (struct armex_cell_found){printed, NAN, NAN, ARMEX_CELL_NOT_COVERED};
    if (held->from) {
        cell->found = armex_held_value(held, printed);
        cell->rank = armex_held_rank(held, printed->entity);
        cell->verdict = armex_held_verdict(held, printed, cell->found);
    }
    out->counts[cell->verdict]++;
}

armex_status armex_cells_make(struct armex_cell_list *out,
                              const struct armex_published_run *run,
                              const struct armex_shelved *from, int edition,
                              enum armex_flow_direction flow, struct armex_error *error)
{
    struct armex_held held = {0};
    armex_status status = ARMEX_OK;

    *out = (struct armex_cell_list){.items =
                                        calloc(run->printed.n + 1, sizeof *out->items)};
    if (!out->items)
        return armex_fail_memory(error);
    if (from)
        status = armex_held_make(&held, from, edition, flow, error);
    for (size_t i = 0; !status && i < run->printed.n; i++)
        if (run->printed.items[i].edition == edition &&
            run->printed.items[i].flow == flow)
            add(out, &held, &run->printed.items[i]);
    armex_held_end(&held);
    return status;
}

void armex_cells_end(struct armex_cell_list *cells)
{
    free(cells->items);
    *cells = (struct armex_cell_list){0};
}

void armex_month_write(char out[ARMEX_MONTH_SIZE], int month)
{
    snprintf(out, ARMEX_MONTH_SIZE, "%04d-%02d", month / 12, month % 12 + 1);
}

armex_status armex_published_notes(struct armex_table *table,
                                   const size_t counts[ARMEX_CELL_VERDICTS],
                                   struct armex_error *error)
{
    static const char *const meanings[ARMEX_CELL_VERDICTS] = {
        [ARMEX_CELL_EQUAL] = "equal: rounded as printed, every digit agrees",
        [ARMEX_CELL_OPEN] =
            "open: the stored table leaves the printed figure open: it has whole "
            "millions of TIV a year, and at second hand states alone",
        [ARMEX_CELL_REVISED] = "revised: differs; the stored vintage is of a later "
                               "release, which counts the past anew",
        [ARMEX_CELL_DOUBTFUL] =
            "doubtful: differs; the page that quotes the figure cut its digits off or "
            "is "
            "flagged for another reason, or the stored table is at second hand",
        [ARMEX_CELL_DIFFERS] = "differs: in the very release of the edition",
        [ARMEX_CELL_NOT_COVERED] = "not covered: no stored register of SIPRI's has the "
                                   "years that the figure rests on",
    };
    armex_status status = ARMEX_OK;

    for (int verdict = 0; !status && verdict < ARMEX_CELL_VERDICTS; verdict++)
        if (counts[verdict])
            status = armex_notes_add(&table->notes, table->arena, error, "%s",
                                     meanings[verdict]);
    return status;
}

/* The list of deals is often what people took instead. */
static bool has_deals(const struct armex_store *store)
{
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);

    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i].dataset, "sipri-deals") == 0)
            return true;
    return false;
}

armex_status armex_published_missing(const struct armex_edition *edition,
                                     const struct armex_store *store,
                                     struct armex_error *error)
{
    char from[ARMEX_MONTH_SIZE], before[ARMEX_MONTH_SIZE];

    armex_month_write(from, edition->released);
    armex_month_write(before, edition->next);
    return armex_fail(
        error, ARMEX_NOT_FOUND, ARMEX_NOWHERE,
        "no stored register of SIPRI's covers the edition of %d: from "
        "https://www.sipri.org/databases/armstransfers take the trade register as csv "
        "with one row a delivery year, all suppliers to all recipients, deliveries of "
        "%d to %d, generated from %s on and before %s; `armex ingest` stores it%s",
        edition->edition, edition->edition - 2 * ARMEX_SIPRI_WINDOW + 1,
        edition->edition, from, before,
        has_deals(store)
            ? " (sipri-deals has one row a deal, which cannot be divided by years)"
            : "");
}
