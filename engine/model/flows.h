/**
 * model/flows.h: who delivered to whom: the sparse sibling of the panel.
 *
 * One row a (supplier, recipient, category, year); several rows of one key add up.
 */
#ifndef ARMEX_MODEL_FLOWS_H
#define ARMEX_MODEL_FLOWS_H

#include "model/panel.h"

struct armex_flow {
    uint32_t supplier, recipient, category; /**< indices into the lists of the flows */
    short year;
    armex_mark mark; /**< as in model/mark.h */
    double value;    /**< in the unit of the flows; NAN where none was given */
};

struct armex_flows {
    struct armex_arena *arena; /**< owns all that follows, and the flows */
    size_t n, capacity;
    struct armex_flow *items;
    const char **entities; /**< codes, sorted by bytes */
    size_t n_entities;
    const char **categories; /**< sorted by bytes */
    size_t n_categories;
    enum armex_measure measure;
    struct armex_unit unit;
    struct armex_notes notes;
};

/** Owner: the caller, armex_flows_free(). The lists are copied and must be sorted and
 *  free of doubles (else ARMEX_BUG). Errors: ARMEX_NO_MEMORY. */
armex_status armex_flows_create(struct armex_flows **out, const char *const *entities,
                                size_t n_entities, const char *const *categories,
                                size_t n_categories, struct armex_error *error);
void armex_flows_free(struct armex_flows *flows); /* NULL is fine */

/** Errors: ARMEX_NO_MEMORY; ARMEX_BUG for an index outside the lists. */
armex_status armex_flows_add(struct armex_flows *flows, struct armex_flow flow,
                             struct armex_error *error);

/** Year by year totals of each supplier (ARMEX_EXPORTS) or recipient (ARMEX_IMPORTS),
 * one series an entity that has any row, sums in the order of the rows. Missing: a year
 * without a row is ARMEX_NIL (none identified), value 0; a year whose rows all lack a
 * value is missing. An entity's mark is the softest of its rows. Owner:   the caller,
 * armex_panel_free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_flows_totals(struct armex_panel **out,
                                const struct armex_flows *flows,
                                enum armex_flow_direction side,
                                struct armex_error *error);

#endif
