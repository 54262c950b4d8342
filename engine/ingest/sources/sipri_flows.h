/**
 * ingest/sources/sipri_flows.h: deliveries of a SIPRI file on their way to a vintage.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_FLOWS_H
#define ARMEX_INGEST_SOURCES_SIPRI_FLOWS_H

#include "ingest/sources/sipri_vintage.h"
#include "ingest/sources/sipri_words.h"

/** Supplier, recipient and category are numbers of words until the vintage is made. */
struct armex_sipri_delivery {
    struct armex_flow flow;
    struct armex_deal deal;
    struct armex_place place;
};

struct armex_sipri_flows {
    struct armex_words *names, *categories;
    struct armex_sipri_delivery *items;
    size_t n, capacity;
};

/** Starts empty. Owner: the caller, armex_sipri_flows_close(), also after a failure.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_flows_open(struct armex_sipri_flows *flows,
                                    struct armex_error *error);
void armex_sipri_flows_close(struct armex_sipri_flows *flows); /* {0} is fine */

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_flows_add(struct armex_sipri_flows *flows,
                                   const struct armex_sipri_delivery *delivery,
                                   struct armex_error *error);

/** What a layout is. */
struct armex_sipri_kind {
    const char *dataset, *title, *description;
    const char *scope;
    bool with_deals;          /**< rows say more of their deals */
    const char *const *names; /**< columns that its header has, */
    size_t n_names;           /**< so many of them */
    armex_status (*read_rows)(struct armex_sipri_flows *flows,
                              const struct armex_sipri_reading *reading,
                              struct armex_error *error);
};

/** Makes the flows alone. A delivery that is nil is left out.
 *  Owner:  the caller, armex_flows_free(); Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_flows_make(struct armex_flows **out,
                                    struct armex_sipri_flows *from,
                                    const struct armex_sipri_kind *kind,
                                    struct armex_error *error);

/** Reads a register: the flows, and as its panel their totals over the years that the
 *  file covers, the world's among them. No numbered deal may have one year twice: a
 *  file pasted together twice doubles every figure.
 *  Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT, ARMEX_USAGE, ARMEX_NO_MEMORY. */
armex_status armex_sipri_flows_read(struct armex_vintage **out,
                                    const struct armex_sipri_kind *kind,
                                    const struct armex_document *document,
                                    const struct armex_ingest_options *options,
                                    struct armex_error *error);

/** Cells of a deal, at `file`. Errors: ARMEX_BAD_INPUT at the cell. */
armex_status armex_sipri_order_year(struct armex_deal *deal, const char *file,
                                    const struct armex_cell *cell,
                                    struct armex_error *error);
armex_status armex_sipri_number(struct armex_deal *deal, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error);
armex_status armex_sipri_status(struct armex_deal *deal, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error);

#endif
