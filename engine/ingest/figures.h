/**
 * ingest/figures.h: figures that a file gives once each, on their way to a panel.
 *
 * For tables of countries by years. Where a file publishes one observation several
 * times, ingest/observations.h.
 */
#ifndef ARMEX_INGEST_FIGURES_H
#define ARMEX_INGEST_FIGURES_H

#include "country/entity.h"
#include "ingest/csv.h"
#include "ingest/ingest.h"
#include "ingest/rejects.h"
#include "ingest/written_marks.h"

/** What is counted, and in what: a series without its country. */
struct armex_quantity {
    enum armex_measure measure;
    enum armex_flow_direction flow;
    struct armex_unit unit;
    const char *scope; /**< must last until the panel is made */
};

struct armex_figures;

/** Starts empty; figures given twice go to the document's rejects.
 *  Owner:  the caller, armex_figures_free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_figures_create(struct armex_figures **out,
                                  const struct armex_document *document,
                                  struct armex_error *error);
/** What the comma is in its cells; else it is what the user's map says. */
void armex_figures_comma(struct armex_figures *figures, enum armex_comma comma);
void armex_figures_free(struct armex_figures *figures); /* NULL is fine */

/** The number of the quantity; the same for the same one again.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_figures_quantity(size_t *number, struct armex_figures *figures,
                                    const struct armex_quantity *quantity,
                                    struct armex_error *error);

/** Where a figure belongs. */
struct armex_slot {
    size_t quantity; /**< its number */
    const struct armex_entity *entity;
    int year;
    int exponent; /**< the cell is in that power of ten: 9 for billions */
    bool noted;   /**< its column has the mark of a footnote: the figure is weak */
};

/** Takes what the cell says, as ingest/written.h has it; brackets are refused. A volume
 *  (TIV) of "0" is more than 0 and less than half a million, as SIPRI prints it.
 *  Errors: ARMEX_BAD_INPUT at the cell: no number, or one below zero where there is no
 *          such thing; ARMEX_NO_MEMORY. */
armex_status armex_figures_take(struct armex_figures *figures, struct armex_slot slot,
                                const struct armex_cell *cell,
                                struct armex_error *error);

/** Takes a figure that was worked out, at the place of `cell`.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_figures_put(struct armex_figures *figures, struct armex_slot slot,
                               double value, armex_mark mark,
                               const struct armex_cell *cell,
                               struct armex_error *error);

/** Makes the panel, with its headlines: every country that was taken, with a figure or
 *  without, over all years that were.
 *  Owner:  the caller, armex_panel_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT at a figure given twice, or when there is none at all;
 *          ARMEX_NO_MEMORY. */
armex_status armex_figures_panel(struct armex_panel **out,
                                 struct armex_figures *figures,
                                 struct armex_error *error);

#endif
