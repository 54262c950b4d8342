/**
 * store/select_parts.h: what the files of select share among themselves.
 */
#ifndef ARMEX_STORE_SELECT_PARTS_H
#define ARMEX_STORE_SELECT_PARTS_H

#include "store/select.h"

/** One call of armex_select(). */
struct armex_select_run {
    const struct armex_vintage *vintage;
    const struct armex_selection *selection;
    const struct armex_panel *known; /**< the vintage's panel as of the day asked for */
    struct armex_panel *panel;       /**< what is being made */
    size_t *chosen;                  /**< series of `known`, in the order of `panel` */
    size_t n_chosen;
    bool *joined; /**< a flag a series of `known`: it continues in a successor */
    struct armex_error *error;
};

/** Says which step of the selection leaves nothing, and what there is. ARMEX_USAGE. */
armex_status armex_select_explain(const struct armex_select_run *run);

/** Fails with ARMEX_USAGE when none of the years asked for are in the vintage. */
armex_status armex_select_check_years(const struct armex_select_run *run);

/** Fills the years before each successor's own figures. Errors: ARMEX_NO_MEMORY. */
armex_status armex_select_join(struct armex_select_run *run);

/** The notes that select.h promises, but that on what was joined.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_select_notes(struct armex_select_run *run);

#endif
