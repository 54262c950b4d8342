/**
 * report/origin.h: what a file made by this program says of where it comes from.
 *
 *     svg    <dc:source>, <dc:description>      png    iTXt Source, Comment
 *     pdf    /Keywords, /Comments               html   meta dcterms.source, .provenance
 *     tex    remarks, "% Sources: ", "% Made by: "
 *     json   sources or inputs, and command
 *     others the manifest.json of the report they are part of, found by their hash
 */
#ifndef ARMEX_REPORT_ORIGIN_H
#define ARMEX_REPORT_ORIGIN_H

#include "base/arena.h"
#include "base/error.h"

struct armex_origin_source {
    const char *dataset, *vintage, *sha256; /**< as written; never NULL */
};

struct armex_origin {
    const char *command; /**< "armex rank ..."; "" where it was made by the library */
    struct armex_origin_source *sources;
    size_t n_sources;
};

/** Owner:  texts live in `arena`.
 *  Errors: ARMEX_BAD_INPUT for a file that says nothing; ARMEX_NOT_FOUND, ARMEX_IO,
 *          ARMEX_NO_MEMORY. */
armex_status armex_origin_read(struct armex_origin *out, const char *path,
                               struct armex_arena *arena, struct armex_error *error);

#endif
