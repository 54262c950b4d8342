/**
 * ingest/ingest.h: a publisher's file becomes a vintage.
 *
 * One source, one file under sources/, one row in the table in sources.c: a name, a
 * credit, how to recognise its files by what they hold, how to read them. Nothing here
 * leaves a file behind.
 */
#ifndef ARMEX_INGEST_INGEST_H
#define ARMEX_INGEST_INGEST_H

#include "model/vintage.h"

struct armex_map;   /* ingest/map.h */
struct armex_names; /* ingest/names.h */
struct armex_long_layout;
struct armex_licence_list;
struct armex_rejects; /* ingest/rejects.h */
struct armex_footer;  /* ingest/footer.h */

/** What the user insists on; {0} leaves everything to the file. */
struct armex_ingest_options {
    const char *source;        /**< name of the source, or NULL: recognise */
    const char *dataset;       /**< id to store it under, or NULL: the file's own */
    struct armex_date vintage; /**< year 0: the file's own */
    const char *publisher; /**< of a file in the layout of another, whose title, address
                                and licence are not its own; NULL: whose layout it is */
    const char *measure, *unit; /**< for a tidy csv that does not say, or NULL */
    const char *version;        /**< of the program, for the provenance; NULL: "" */

    const struct armex_map *map; /**< whom names mean before the table does, and which
                                      column is which; or NULL */
    bool keep_unknown; /**< a name that means nobody is an entity of its own */
    struct armex_rejects *rejects; /**< takes the rows of one file that are wrong; NULL:
                                        the first of them ends the reading */

    bool totals; /**< keep no flows, only each reporter's yearly totals */
    /** Folder of what a large file needs beside memory while it is read, in a file
     *  without a name; NULL, or where there is no such folder: $TMPDIR, else /tmp. */
    const char *scratch;
    unsigned threads; /**< at most so many read a large file; 0: one a processor */

    /** Told how far a large file is read, in bytes, about once a megabyte and by one
     *  thread at a time; false: give up. NULL: nobody wants to know. */
    bool (*progress)(void *context, uint64_t done, uint64_t all);
    void *progress_context;
};

struct armex_page;

/** Files that are read whole are no larger, in bytes. */
#define ARMEX_INGEST_LIMIT ((size_t)1 << 30)

/** A file in memory, as sources see it. `path` is for messages, never opened again by a
 *  csv source; a package opens its resources beside it. */
struct armex_document {
    const char *path;
    const char *bytes; /**< NUL-terminated */
    size_t length;
    bool is_utf8; /**< known to be, and without NUL */
    char sha256[ARMEX_SHA256_SIZE];
    struct armex_names *names;     /**< whom names mean; NULL: by the table alone */
    struct armex_rejects *rejects; /**< as the options have them */
    struct armex_footer *footer;   /**< takes what is passed over below its table; NULL:
                                        nothing is */
    struct armex_page **glance;    /**< keeps ingest/page.h's look at it; NULL: none */
};

struct armex_source {
    const char *name;   /**< as the user types it: "package", "tidy" */
    const char *credit; /**< one line on what it reads */
    const struct armex_long_layout *table;     /**< sources/long_table.h reads it, or */
    const struct armex_licence_list *licences; /**< ingest/licence_list.h, or */
    bool (*recognise)(const struct armex_document *document);
    armex_status (*read)(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error);
};

/** All sources, in the order in which they are asked. */
const struct armex_source *const *armex_sources(size_t *n);

/** Reads one file. "-" is standard input.
 *  Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_NOT_FOUND, ARMEX_IO; ARMEX_BAD_INPUT with file:line:column, also for a
 *          file no source recognises; ARMEX_USAGE for a source, measure or unit
 * unknown. */
armex_status armex_ingest(struct armex_vintage **out, const char *path,
                          const struct armex_ingest_options *options,
                          struct armex_error *error);

#endif
