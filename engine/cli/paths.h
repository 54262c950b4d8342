/**
 * cli/paths.h: where the store and the program's own data are.
 */
#ifndef ARMEX_CLI_PATHS_H
#define ARMEX_CLI_PATHS_H

#include "base/arena.h"
#include "base/error.h"

/** Folders; NULL where there is none. Texts live in the arena. */
struct armex_paths {
    const char *store;     /**< the user's own; may not exist yet */
    const char *datasets;  /**< curated vintages that ship with the program */
    const char *plots;     /**< templates of charts */
    const char *reports;   /**< specifications of reports */
    const char *programs;  /**< where the running program is, and its helpers with it */
    const char *stand_ins; /**< libraries for gnuplot, of engine/chart/stand_ins */
};

/** The user's store is `given`, else $ARMEX_STORE, else $XDG_DATA_HOME/armex, else
 *  $HOME/.local/share/armex; an empty variable is none, and so is a relative path in
 *  the last two (XDG Base Directory Specification). The rest lies in share/armex and
 *  libexec/armex beside the program's folder or inside it.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_paths_find(struct armex_paths *out, const char *given,
                              struct armex_arena *arena, struct armex_error *error);

/** Where a program is that is installed beside this one: its path in the arena, or
 *  `name` itself, for the PATH to find. */
const char *armex_paths_helper(const struct armex_paths *paths, const char *name,
                               struct armex_arena *arena);

#endif
