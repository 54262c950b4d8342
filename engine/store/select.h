/**
 * store/select.h: out of a vintage, the series and years that were asked for.
 */
#ifndef ARMEX_STORE_SELECT_H
#define ARMEX_STORE_SELECT_H

#include "country/entity.h"
#include "model/vintage.h"

/** {0} selects every headline series over all years. */
struct armex_selection {
    const struct armex_entity *const *entities; /**< only these, in this order */
    size_t n_entities;                          /**< 0: all */
    int from, to;     /**< years; 0: the first, the last. Years asked for that the
                           vintage does not reach are there, and missing */
    bool history;     /**< all other years come along: what was before tells a new
                           exporter from a gap. Notes are about from..to all the same */
    bool any_measure; /**< else only `measure` */
    enum armex_measure measure;
    enum armex_flow_direction flow;
    const char *scope; /**< NULL: headline series; "all": every one; else that name */
    int as_of;         /**< yyyymmdd; 0: all that is known. Needs the publications */
    bool successor;    /**< join a state's predecessors to it, with an entity break */
};

/** A new panel with the vintage's provenance among its notes. Notes say which scope
 *  stands in for a national total, which entities have nothing there, and what was
 *  joined.
 *
 *  Successors: years before the successor's first figure are filled from its
 *           predecessors' series of the same flow, measure, scope, unit and period, of
 *           several the first that has a figure; the first year that is the successor's
 *           own again is marked ARMEX_ENTITY_BREAK. Where all entities are selected, a
 *           predecessor that was joined does not stand a second time on its own. A
 *           state that several others continue (Czechoslovakia) is joined to none.
 *  Owner:   the caller, armex_panel_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_USAGE when nothing fits, saying what the vintage does hold (measures,
 *           scopes, years, nearest words); ARMEX_BAD_INPUT for a vintage of records;
 *           ARMEX_NO_MEMORY. */
armex_status armex_select(struct armex_panel **out, const struct armex_vintage *vintage,
                          const struct armex_selection *selection,
                          struct armex_error *error);

/** Whether the selection wants this series, years apart. */
bool armex_selection_wants(const struct armex_selection *selection,
                           const struct armex_series *series);

#endif
