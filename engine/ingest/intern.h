/**
 * ingest/intern.h: each text once. A million rows name a hundred publishers.
 */
#ifndef ARMEX_INGEST_INTERN_H
#define ARMEX_INGEST_INTERN_H

#include <stddef.h>

struct armex_intern;

/** Owner: the caller, armex_intern_free(), which frees its texts. NULL: no memory. */
struct armex_intern *armex_intern_create(void);
void armex_intern_free(struct armex_intern *intern); /* NULL is fine */

/** The one NUL-terminated copy of these bytes: equal texts, equal pointers.
 *  NULL: no memory. */
const char *armex_intern_text(struct armex_intern *intern, const char *text,
                              size_t length);

#endif
