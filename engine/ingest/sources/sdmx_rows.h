/**
 * ingest/sources/sdmx_rows.h: the observations of an SDMX message, whatever it is
 * written in, become a vintage.
 *
 * A row is one observation with its key and attributes, as SDMX-CSV spells them; an
 * SDMX-JSON message is taken apart into the same rows (sdmx_json.c).
 */
#ifndef ARMEX_INGEST_SOURCES_SDMX_ROWS_H
#define ARMEX_INGEST_SOURCES_SDMX_ROWS_H

#include "ingest/ingest.h"
#include "ingest/observations.h"
#include "ingest/party.h"

enum armex_sdmx_part {
    ARMEX_SDMX_FLOW,
    ARMEX_SDMX_AREA,
    ARMEX_SDMX_TIME,
    ARMEX_SDMX_VALUE,
    ARMEX_SDMX_ACTION,
    ARMEX_SDMX_INDICATOR,
    ARMEX_SDMX_MEASURE,
    ARMEX_SDMX_DIRECTION,
    ARMEX_SDMX_SCOPE,
    ARMEX_SDMX_UNIT,
    ARMEX_SDMX_MULTIPLIER,
    ARMEX_SDMX_STATUS,
    ARMEX_SDMX_CONFIDENTIALITY,
    ARMEX_SDMX_PARTS
};

/** "DATAFLOW", "REF_AREA", ...: what the parts are called in a message. */
extern const char *const armex_sdmx_part_names[ARMEX_SDMX_PARTS];

/** One observation: codes without their labels; an empty cell where there is none. */
struct armex_sdmx_row {
    struct armex_cell cells[ARMEX_SDMX_PARTS];
    struct armex_place place;
    size_t number; /**< of the row in the message, from 0 */
};

struct armex_sdmx_rows {
    const struct armex_document *document;
    const struct armex_ingest_options *options;
    struct armex_observations *observations;
    struct armex_party party;
    struct armex_cell flow; /**< the one data flow there is */
    bool *breaks;           /**< by row */
    size_t n_breaks;
    /** Where row number `i` stands; `context` is the reader's. */
    struct armex_place (*place)(const void *context, size_t i);
    const void *context;
};

/** Starts empty. Texts of rows must last as long.
 *  Owner:  the caller, armex_sdmx_rows_close(), also after a failure.
 *  Errors: ARMEX_USAGE for options that are none, ARMEX_NO_MEMORY. */
armex_status armex_sdmx_rows_open(struct armex_sdmx_rows *rows,
                                  const struct armex_document *document,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error);
void armex_sdmx_rows_close(struct armex_sdmx_rows *rows);

/** Takes a row.
 *  Errors: ARMEX_BAD_INPUT at the cell, ARMEX_NO_MEMORY. */
armex_status armex_sdmx_rows_take(struct armex_sdmx_rows *rows,
                                  const struct armex_sdmx_row *row,
                                  struct armex_error *error);

/** Makes the vintage. `place` and `context` must be set.
 *  Owner:  the caller, armex_vintage_free(), also after a failure.
 *  Errors: ARMEX_BAD_INPUT at an observation that comes twice, ARMEX_NO_MEMORY; as
 *          armex_edition_vintage(). */
armex_status armex_sdmx_rows_vintage(struct armex_vintage **out,
                                     struct armex_sdmx_rows *rows,
                                     const char *description,
                                     struct armex_error *error);

#endif
