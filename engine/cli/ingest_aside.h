/**
 * cli/ingest_aside.h: --map, --unknown and --rejects: what the user says of names and
 * of rows that are wrong.
 */
#ifndef ARMEX_CLI_INGEST_ASIDE_H
#define ARMEX_CLI_INGEST_ASIDE_H

#include "ingest/ingest.h"

struct armex_map; /* ingest/map.h */

/** The words as given; NULL where not. */
struct armex_aside_words {
    const char *map, *unknown, *rejects;
};

/** What they come to: NULL where it was not given. */
struct armex_ingest_aside {
    struct armex_map *map;
    bool keep_unknown;
    struct armex_rejects *rejects;
    const char *path; /**< of the file for the rows; borrowed */
};

/** Owner:  the caller, armex_ingest_aside_close(), also after a failure.
 *  Errors: ARMEX_USAGE for another word, for rows of several files at once, and for a
 *          file that is itself read; as armex_map_read(); ARMEX_NO_MEMORY. */
armex_status armex_ingest_aside_open(struct armex_ingest_aside *out,
                                     const struct armex_aside_words *words,
                                     const char *const *files, size_t n_files,
                                     struct armex_error *error);
void armex_ingest_aside_close(struct armex_ingest_aside *aside);

/** Writes the rows that were set aside, whole or not at all; only the header where
 * there are none, and nothing where they were not asked for. `aside` is a struct
 *  armex_ingest_aside, once the file was read. Errors: as armex_file_write(). */
armex_status armex_ingest_aside_write(void *aside, struct armex_error *error);

#endif
