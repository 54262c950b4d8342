/**
 * cli/publishers.h: where publishers offer their newest files.
 *
 * Facts, one row each: a dataset, or a family of them by how its name begins. What is
 * offered by a form or under another name every year cannot be fetched; the row then
 * says where a person finds it.
 */
#ifndef ARMEX_CLI_PUBLISHERS_H
#define ARMEX_CLI_PUBLISHERS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"

struct armex_publisher {
    const char *dataset;   /**< "cpi-us"; "owid-" with a hyphen at its end: a family */
    const char *publisher; /**< "Our World in Data" */
    const char *address;   /**< with %s for the rest of a family's name */
    bool by_hand;          /**< the address is a page for people, and no file */
};

const struct armex_publisher *armex_publishers(size_t *n);

/** The address of a dataset's newest file, in the arena.
 *  Errors: ARMEX_USAGE for a name that is no dataset's, or nobody's, naming the
 *          nearest, or saying where a person finds it; ARMEX_NO_MEMORY. */
armex_status armex_publisher_address(const char **out, const char *dataset,
                                     struct armex_arena *arena,
                                     struct armex_error *error);

#endif
