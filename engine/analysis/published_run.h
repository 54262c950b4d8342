/**
 * analysis/published_run.h: one holding of registers against fact sheets.
 */
#ifndef ARMEX_ANALYSIS_PUBLISHED_RUN_H
#define ARMEX_ANALYSIS_PUBLISHED_RUN_H

#include "analysis/published_parts.h"

struct armex_published_run {
    struct armex_printed_list printed;
    struct armex_shelf shelf;
};

/** Ended by armex_published_end(), on failure too. Errors: as armex_printed_read(),
 *  armex_shelf_read(); ARMEX_NOT_FOUND where the facts have no edition. */
armex_status armex_published_begin(struct armex_published_run *out,
                                   const struct armex_store *store,
                                   struct armex_error *error);
void armex_published_end(struct armex_published_run *run);

/** One printed figure and what was found in its place. */
struct armex_cell_found {
    const struct armex_printed *printed;
    double found, rank; /**< NAN: none */
    enum armex_verdict verdict;
};

struct armex_cell_list {
    struct armex_cell_found *items; /**< as printed: by entity, figure */
    size_t n, counts[ARMEX_CELL_VERDICTS];
};

/** Every figure of one edition and flow; without `from` none of them is covered. Ended
 *  by armex_cells_end(), on failure too. Errors: as armex_held_make(). */
armex_status armex_cells_make(struct armex_cell_list *out,
                              const struct armex_published_run *run,
                              const struct armex_shelved *from, int edition,
                              enum armex_flow_direction flow,
                              struct armex_error *error);
void armex_cells_end(struct armex_cell_list *cells);

#define ARMEX_MONTH_SIZE 16

/** "2024-03" of a month as struct armex_edition has it. */
void armex_month_write(char out[ARMEX_MONTH_SIZE], int month);

/** Says what the verdicts that were met mean. Errors: ARMEX_NO_MEMORY. */
armex_status armex_published_notes(struct armex_table *table,
                                   const size_t counts[ARMEX_CELL_VERDICTS],
                                   struct armex_error *error);

/** ARMEX_NOT_FOUND: no stored register covers the edition; which file does. */
armex_status armex_published_missing(const struct armex_edition *edition,
                                     const struct armex_store *store,
                                     struct armex_error *error);

#endif
