/**
 * ingest/sources/sdmx_structure.h: the structure of an SDMX-JSON message: which
 * dimension, measure or attribute each number in its data stands for.
 */
#ifndef ARMEX_INGEST_SOURCES_SDMX_STRUCTURE_H
#define ARMEX_INGEST_SOURCES_SDMX_STRUCTURE_H

#include "ingest/json.h"
#include "ingest/sources/sdmx_rows.h"

/** A dimension, measure or attribute. Texts are of the message or the arena. */
struct armex_sdmx_component {
    const char *id;
    enum armex_sdmx_part part; /**< ARMEX_SDMX_PARTS: one that is not read */
    const char **values;       /**< the data have their numbers; NULL: themselves */
    size_t n_values;
    const char *otherwise; /**< where the data have none; "" for nothing */
};

struct armex_sdmx_components {
    struct armex_sdmx_component *items;
    size_t n;
};

/** Where in the data components stand. */
enum armex_sdmx_level {
    ARMEX_SDMX_DATA_SET,
    ARMEX_SDMX_SERIES,
    ARMEX_SDMX_OBSERVATION,
    ARMEX_SDMX_LEVELS
};

struct armex_sdmx_structure {
    const char *flow; /**< "ECB:EXR(1.0)" */
    struct armex_sdmx_components dimensions[ARMEX_SDMX_LEVELS],
        attributes[ARMEX_SDMX_LEVELS], measures;
};

/** Reads one structure object, of version 1.0, 2.0 or the drafts before them.
 *  Errors: ARMEX_BAD_INPUT at what is no structure, or says of groups of dimensions
 * what decides a figure; ARMEX_NO_MEMORY. */
armex_status armex_sdmx_structure_read(struct armex_sdmx_structure *out,
                                       const struct armex_node *node,
                                       struct armex_arena *arena,
                                       struct armex_error *error);

#endif
