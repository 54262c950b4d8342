/**
 * ingest/ledger.h: who sent what to whom, row by row, on its way to flows.
 */
#ifndef ARMEX_INGEST_LEDGER_H
#define ARMEX_INGEST_LEDGER_H

#include "ingest/words.h"
#include "model/flows.h"

/** Supplier, recipient and category of its rows are numbers of words until the flows
 *  are made. */
struct armex_ledger {
    struct armex_words *parties, *categories;
    struct armex_flow *items;
    size_t n, capacity;
};

/** What its figures are. `scope` as of armex_flows. */
struct armex_ledger_kind {
    enum armex_measure measure;
    struct armex_unit unit;
    const char *scope;
};

/** Starts empty. Owner: the caller, armex_ledger_close(), also after a failure.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_ledger_open(struct armex_ledger *ledger, struct armex_error *error);
void armex_ledger_close(struct armex_ledger *ledger); /* {0} is fine */

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_ledger_add(struct armex_ledger *ledger,
                              const struct armex_flow *flow, struct armex_error *error);

/** The number of a category, as printed; empty: "not stated".
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_ledger_category(uint32_t *number, struct armex_ledger *ledger,
                                   const char *text, size_t length,
                                   struct armex_error *error);

/** Makes the flows. Owner: the caller, armex_flows_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_ledger_flows(struct armex_flows **out, struct armex_ledger *ledger,
                                const struct armex_ledger_kind *kind,
                                struct armex_error *error);

#endif
