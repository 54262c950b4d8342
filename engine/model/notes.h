/**
 * model/notes.h: where figures came from, and the words that must travel with them.
 */
#ifndef ARMEX_MODEL_NOTES_H
#define ARMEX_MODEL_NOTES_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/hash.h"

/** One publication of one dataset, as a citation needs it. Texts are never NULL. */
struct armex_provenance {
    const char *dataset; /**< "national-figures" */
    struct armex_date vintage;
    const char *title, *description, *publisher, *url, *licence;
    const char *file;      /**< source file's name, without its folder */
    const char *sha256;    /**< of that file */
    const char *retrieved; /**< ISO date, or "" */
    const char *version;   /**< of the program that ingested it */
};

/** Sources and notes in the order they were met, each once. Starts as {0}; everything
 *  lives in the arena of the panel or table that holds it. */
struct armex_notes {
    struct armex_provenance *sources;
    size_t n_sources;
    const char **notes;
    size_t n_notes;
};

/** Both copy into `arena`; a source or note that is there already is not added again.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_notes_source(struct armex_notes *notes, struct armex_arena *arena,
                                const struct armex_provenance *source,
                                struct armex_error *error);
armex_status armex_notes_add(struct armex_notes *notes, struct armex_arena *arena,
                             struct armex_error *error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/** Adds all that `from` holds. */
armex_status armex_notes_join(struct armex_notes *notes, struct armex_arena *arena,
                              const struct armex_notes *from,
                              struct armex_error *error);

#endif
