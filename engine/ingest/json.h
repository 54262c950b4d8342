/**
 * ingest/json.h: a JSON text (RFC 8259) whose every value still knows where it stood.
 *
 * jansson reads it; a value is found again in the bytes by the path that leads to it.
 */
#ifndef ARMEX_INGEST_JSON_H
#define ARMEX_INGEST_JSON_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"

struct json_t; /* jansson's */

/** Whether the text begins as an object or an array does: behind blanks and a byte
 * order mark. */
bool armex_is_json(const char *bytes, size_t length);

struct armex_json {
    struct json_t *root;
    const char *file;  /**< for messages; borrowed */
    const char *bytes; /**< borrowed */
    size_t length;
};

/** Reads `length` bytes, which must outlive it. Two members of one name are refused.
 *  Owner:  the caller, armex_json_free().
 *  Errors: ARMEX_BAD_INPUT at the byte where reading ended, ARMEX_NO_MEMORY. */
armex_status armex_json_read(struct armex_json *out, const char *file,
                             const char *bytes, size_t length,
                             struct armex_error *error);
void armex_json_free(struct armex_json *json); /* leaves {0}; fine on {0} */

/** A value and the way to it. Borrowed from its armex_json. */
struct armex_node {
    const struct armex_json *json;
    struct json_t *value; /**< NULL: there is none */
    char path[160];       /**< JSON pointer (RFC 6901): "/resources/0/path" */
};

struct armex_node armex_json_top(const struct armex_json *json);
struct armex_node armex_node_member(const struct armex_node *node, const char *name);
struct armex_node armex_node_item(const struct armex_node *node, size_t i);

/** The members of an object one after the other, in the order of the file: false after
 *  the last. `*at` is NULL at the start, and nobody else's business. */
bool armex_node_next(struct armex_node *member, const char **name,
                     const struct armex_node *object, void **at);

/** Items of an array, else 0. */
size_t armex_node_length(const struct armex_node *node);
bool armex_node_is_object(const struct armex_node *node);
bool armex_node_is_array(const struct armex_node *node);
bool armex_node_is_null(const struct armex_node *node); /* also where there is none */
bool armex_node_is_true(const struct armex_node *node);

/** The name of member `i` of an object, in the order of the file; NULL after the last.
 */
const char *armex_node_name(const struct armex_node *node, size_t i);

/** The line and column of the value in the file; of what should hold it where there is
 *  none. */
struct armex_place armex_node_place(const struct armex_node *node);

/** Its text, without a NUL inside; "" where there is none and it is not `required`.
 *  Errors: ARMEX_BAD_INPUT at its place: it is missing or no text. */
armex_status armex_node_text(const char **out, const struct armex_node *node,
                             bool required, struct armex_error *error);

/** A text, number or truth value as a csv would spell it, from `arena`.
 *  Errors: ARMEX_BAD_INPUT at its place, ARMEX_NO_MEMORY. */
armex_status armex_node_spelling(const char **out, const struct armex_node *node,
                                 struct armex_arena *arena, struct armex_error *error);

/** Whether it is a whole number that may count items, from 0. */
bool armex_node_index(size_t *out, const struct armex_node *node);

/** A number; `*out` stays as it was where there is none.
 *  Errors: ARMEX_BAD_INPUT at its place. */
armex_status armex_node_number(double *out, const struct armex_node *node,
                               struct armex_error *error);

#endif
