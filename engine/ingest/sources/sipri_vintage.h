/**
 * ingest/sources/sipri_vintage.h: what every file of the Arms Transfers Database has in
 * common: whose deliveries it holds, which years it covers, which publication it is.
 *
 * Vintage: the day on which SIPRI's server generated the file, as the preamble says. A
 * file that has lost its preamble is dated by its last year: SIPRI releases each March
 * the years to the end of the one before, so figures to 2023 are of 2024-03. A note of
 * the panel then says so, and goes wherever its figures go.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_VINTAGE_H
#define ARMEX_INGEST_SOURCES_SIPRI_VINTAGE_H

#include "country/entity.h"
#include "ingest/sources/sipri_preamble.h"

/** Whose deliveries: NULL is everybody. Where one is set the totals of the other side
 *  are not national ones. */
struct armex_sipri_selection {
    const struct armex_entity *supplier, *recipient;
};

/** A file being read. */
struct armex_sipri_reading {
    const struct armex_document *document;
    const struct armex_ingest_options *options;
    struct armex_page *page;
    size_t header; /**< its row */
    struct armex_sipri_preamble preamble;
    struct armex_sipri_selection selection; /**< of the preamble: "all", "All countries"
                                                 and silence are everybody */
};

/** Begins; `options` and `document` must outlive the reading.
 *  Owner:  the caller, armex_sipri_end(), also after a failure.
 *  Errors: as armex_page_open(). */
armex_status armex_sipri_begin(struct armex_sipri_reading *reading,
                               const struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error);
void armex_sipri_end(struct armex_sipri_reading *reading);

/** Sets the header row, and reads what is above it.
 *  Errors: ARMEX_BAD_INPUT when there is no such row, naming `columns`, when nothing
 *          stands below it, or at a name in the preamble that means nobody. */
armex_status armex_sipri_set_header(struct armex_sipri_reading *reading, size_t header,
                                    const char *columns, struct armex_error *error);

/** Begins to read a layout whose header has the columns `names`. */
armex_status armex_sipri_begin_named(struct armex_sipri_reading *reading,
                                     const struct armex_document *document,
                                     const struct armex_ingest_options *options,
                                     const char *const *names, size_t n,
                                     struct armex_error *error);

/** Whether the document begins as a layout whose header has the columns `names`. */
bool armex_sipri_begins_with(const struct armex_document *document,
                             const char *const *names, size_t n);

struct armex_sipri_years {
    int from, to;
};

/** The years that a file covers, `found` being those of its first and last figure. A
 *  year in which nothing was found was looked at if it was asked for and SIPRI had
 *  released it when the file was generated: to the end of the last year from April on,
 *  to the end of the year before until then. */
struct armex_sipri_years armex_sipri_coverage(
    const struct armex_sipri_preamble *preamble, struct armex_sipri_years found);

/** What a source says of a file. */
struct armex_sipri_subject {
    const char *dataset; /**< "sipri-register"; a selection adds "-to-ukr" */
    const char *title;
    const char *description;
    int last_year; /**< that is covered */
};

/** An empty vintage with its provenance. Owner: the caller, armex_vintage_free().
 *  Errors: ARMEX_BAD_INPUT for a date that cannot be read; as armex_dataset_name();
 *          ARMEX_NO_MEMORY. */
armex_status armex_sipri_vintage(struct armex_vintage **out,
                                 const struct armex_sipri_reading *reading,
                                 const struct armex_sipri_subject *subject,
                                 struct armex_error *error);

/** Says of the panel's series what they are not: those of the side that a selection
 * does not cover whole get the scope "to-ukr" or "from-usa"; a vintage that was
 * inferred is noted. Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_qualify(struct armex_panel *panel,
                                 const struct armex_sipri_reading *reading,
                                 struct armex_error *error);

/** A figure in million TIV as printed: empty is ARMEX_NIL, "0" ARMEX_BELOW, both with
 *  the value 0; else ARMEX_FINAL and TIV.
 *  Errors: ARMEX_BAD_INPUT at the cell: no number, below zero or beyond belief. */
armex_status armex_sipri_tiv(double *value, armex_mark *mark, const char *file,
                             const struct armex_cell *cell, struct armex_error *error);

#endif
