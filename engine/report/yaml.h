/**
 * report/yaml.h: maps and lists of YAML into structs, by tables of their keys.
 *
 * Anchors, aliases, tags and merge keys are refused: a specification is read as it
 * stands there, and cannot grow while it is read.
 */
#ifndef ARMEX_REPORT_YAML_H
#define ARMEX_REPORT_YAML_H

#include <libfyaml.h>

#include "base/text.h"
#include "report/spec.h"

struct armex_parameter;

/** A document being read. Everything made from it is allocated in `arena`. */
struct armex_yaml {
    const char *file, *bytes;
    struct armex_arena *arena;
    struct armex_error *error;
    struct fy_document *document;
    struct armex_parameter *parameters; /**< report/parameter.h; none until read */
    size_t n_parameters;
};

/** One value at its place; the place of its key where it has none of its own. */
struct armex_yaml_value {
    struct fy_node *node;
    struct armex_place place;
};

/** Fills the field of a struct from a value. */
typedef armex_status armex_yaml_read(struct armex_yaml *yaml,
                                     struct armex_yaml_value value, void *field);

struct armex_yaml_key {
    const char *name;
    armex_yaml_read *read;
    size_t offset; /**< of the field in the struct */
    bool required;
};

/** Parses `bytes`, which must outlive it. Ended by armex_yaml_close().
 *  Errors: ARMEX_BAD_SPEC at the place, ARMEX_NO_MEMORY. */
armex_status armex_yaml_open(struct armex_yaml *yaml, size_t length);
void armex_yaml_close(struct armex_yaml *yaml);
struct armex_yaml_value armex_yaml_root(struct armex_yaml *yaml);

/** A map into the struct at `out`. With `query` the options of a question are keys too.
 *  Errors: ARMEX_BAD_SPEC: no map, a key unknown (with the nearest), a key missing. */
armex_status armex_yaml_map(struct armex_yaml *yaml, struct armex_yaml_value value,
                            const struct armex_yaml_key *keys, size_t n, void *out,
                            struct armex_query *query);

/** A list of things of `size` bytes, each read by `read`. A single value is a list of
 *  one. `*items` is NULL when the list is empty. */
armex_status armex_yaml_list(struct armex_yaml *yaml, struct armex_yaml_value value,
                             armex_yaml_read *read, size_t size, void **items,
                             size_t *n);

/** The next pair of a map; `*state` starts as NULL. false: no more. */
bool armex_yaml_next(struct armex_yaml *yaml, struct armex_yaml_value map, void **state,
                     const char **key, struct armex_yaml_value *value);

/** Whether `value` is a map. */
bool armex_yaml_is_map(struct armex_yaml_value value);

armex_yaml_read armex_yaml_text; /**< const char *: one line or many, not empty */
armex_yaml_read armex_yaml_text_or_none; /**< const char *, may be "" */
armex_yaml_read armex_yaml_words;        /**< struct armex_report_words */
armex_yaml_read armex_yaml_label;        /**< struct armex_label */
armex_yaml_read armex_yaml_figure;       /**< struct armex_report_figure_name */
armex_yaml_read armex_yaml_words_list;
armex_yaml_read armex_yaml_labels;
armex_yaml_read armex_yaml_where; /**< struct armex_where_list: a map COLUMN: TEXT */

/** Fails at a place of the document. */
armex_status armex_yaml_fail(struct armex_yaml *yaml, struct armex_place place,
                             const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Fails with "PHRASE 'WORD'", and with the nearest of `words` or all of them. */
armex_status armex_yaml_unknown(struct armex_yaml *yaml, struct armex_place place,
                                const char *phrase, const char *word,
                                const char *const *words, size_t n);

#endif
