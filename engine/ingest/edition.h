/**
 * ingest/edition.h: what a source says of the publication that a file is a copy of.
 */
#ifndef ARMEX_INGEST_EDITION_H
#define ARMEX_INGEST_EDITION_H

#include "ingest/ingest.h"

/** Texts must last until the vintage is made. */
struct armex_edition {
    const char *dataset, *title, *description, *publisher, *url, *licence;
    struct armex_date published; /**< year 0: the file does not say */
};

/** An empty vintage of the edition, under the name and date that the user insists on,
 *  else its own.
 *  Owner:  the caller, armex_vintage_free().
 *  Errors: ARMEX_BAD_INPUT when nobody says when it was published; as
 *          armex_dataset_name(); ARMEX_NO_MEMORY. */
armex_status armex_edition_vintage(struct armex_vintage **out,
                                   const struct armex_edition *edition,
                                   const struct armex_document *document,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error);

/** The same with `panel` in it, which it takes, also when it fails. */
armex_status armex_edition_publish(struct armex_vintage **out,
                                   const struct armex_edition *edition,
                                   const struct armex_document *document,
                                   const struct armex_ingest_options *options,
                                   struct armex_panel *panel,
                                   struct armex_error *error);

/** "Arms exports, TIV (2025)" gives "arms-exports-tiv-2025": the beginning of a text as
 *  a part of a dataset's name. Returns its length, less than `size`. */
size_t armex_slug(char *out, size_t size, const char *text, size_t length);

/** "some/Turkish exports (2).csv" gives "turkish-exports-2", as does ".csv.gz". */
size_t armex_name_of_file(char *out, size_t size, const char *path);

#endif
