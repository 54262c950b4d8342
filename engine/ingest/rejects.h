/**
 * ingest/rejects.h: rows that a source finds wrong, set aside so that the others are
 * read.
 *
 * A source says of each row that went wrong that it did (armex_rejects_row), and goes
 * on as if all were well. What it makes then is thrown away: the document is read again
 * without the rows that were said, until none is. So no source undoes anything, and a
 * row that only another row makes wrong (the same observation twice) is treated alike.
 */
#ifndef ARMEX_INGEST_REJECTS_H
#define ARMEX_INGEST_REJECTS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"

struct armex_rejects;

/** Starts empty. Owner: the caller, armex_rejects_free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_rejects_create(struct armex_rejects **out,
                                  struct armex_error *error);
void armex_rejects_free(struct armex_rejects *rejects); /* NULL is fine */

/** What a reader of rows makes of a row's status: ARMEX_OK where the row is set aside,
 *  else `status` as it is. `rejects` NULL: nothing is set aside. Only ARMEX_BAD_INPUT
 *  with a place in the file can be. */
armex_status armex_rejects_row(struct armex_rejects *rejects, armex_status status,
                               struct armex_error *error);

/** There is no header above the rows. NULL is fine. */
void armex_rejects_headless(struct armex_rejects *rejects);

/** Begins with the text of another file, which must last until armex_rejects_end():
 *  forgets all rows. NULL is fine. */
void armex_rejects_begin(struct armex_rejects *rejects, const char *bytes,
                         size_t length);

/** Whether rows were set aside since the document was last taken: then it is to be read
 *  again. NULL: false. */
bool armex_rejects_found(const struct armex_rejects *rejects);

/** The document without the rows that were set aside: their lines are empty, so that
 *  all others keep their numbers. It lives until the next call; some row must have been
 *  found since the last.
 *  Errors: ARMEX_BAD_INPUT, in `file`, when only lines were found that were set aside
 *          already; ARMEX_NO_MEMORY, also one that happened while rows were said. */
armex_status armex_rejects_rest(const char **bytes, size_t *length,
                                struct armex_rejects *rejects, const char *file,
                                struct armex_error *error);

/** What is said of a document that cannot be read without its rows either: `status`,
 * and in words how many went before and why the first did. NULL is fine. */
armex_status armex_rejects_blame(const struct armex_rejects *rejects,
                                 armex_status status, struct armex_error *error);

/** How many rows were set aside. NULL: 0. */
size_t armex_rejects_count(const struct armex_rejects *rejects);

/** "Rows set aside as wrong: 2 (lines 5, 9)."; nothing where there is none. NULL is
 *  fine. */
void armex_rejects_words(struct armex_text *out, const struct armex_rejects *rejects);

/** The file was read: writes down what was set aside. NULL is fine.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_rejects_end(struct armex_rejects *rejects,
                               struct armex_error *error);

/** After the end: the rows as they stand in the file, below its header, each with three
 *  cells more: line, column, reason. Lives as long as the rejects, or until the next
 *  file. */
const char *armex_rejects_text(const struct armex_rejects *rejects);

#endif
