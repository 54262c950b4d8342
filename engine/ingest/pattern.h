/**
 * ingest/pattern.h: the `pattern` constraint of a table schema.
 *
 * Read: the common ground of XML Schema's and POSIX's extended regular expressions,
 * with \d, \w, \s and (?:...). A pattern is matched against the whole cell, by bytes.
 */
#ifndef ARMEX_INGEST_PATTERN_H
#define ARMEX_INGEST_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct armex_pattern;

/** Makes `text` ready. Patterns longer than 200 bytes, that refer back to what they
 *  matched, or whose counted repeats multiply to more than 1,000 are refused: a file
 *  from anywhere may not take all memory or time.
 *  Owner:  the caller, armex_pattern_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT at `place`, ARMEX_NO_MEMORY. */
armex_status armex_pattern_create(struct armex_pattern **out, const char *text,
                                  struct armex_place place, struct armex_error *error);
void armex_pattern_free(struct armex_pattern *pattern); /* NULL is fine */

/** Whether all of `text` matches. `*matches` is false when memory ran out.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_pattern_match(bool *matches, const struct armex_pattern *pattern,
                                 const char *text, size_t length,
                                 struct armex_error *error);

#endif
