/**
 * ingest/schema.h: a Frictionless table schema, and whether a sheet keeps to it.
 *
 * Types: string, integer, number, year, date (YYYY-MM-DD), boolean, any. Constraints:
 * required, unique, enum, pattern, minimum, maximum, minLength, maxLength (in bytes).
 * Source: Table Schema, https://specs.frictionlessdata.io/table-schema/
 */
#ifndef ARMEX_INGEST_SCHEMA_H
#define ARMEX_INGEST_SCHEMA_H

#include "ingest/json.h"
#include "ingest/pattern.h"
#include "ingest/sheet.h"

enum armex_field_type {
    ARMEX_FIELD_STRING,
    ARMEX_FIELD_INTEGER,
    ARMEX_FIELD_NUMBER,
    ARMEX_FIELD_YEAR,
    ARMEX_FIELD_DATE,
    ARMEX_FIELD_BOOLEAN,
    ARMEX_FIELD_ANY,
    ARMEX_FIELD_TYPES
};

struct armex_field {
    const char *name, *title, *unit, *description; /**< never NULL */
    enum armex_field_type type;
    bool required, unique;
    double minimum, maximum;       /**< -HUGE_VAL, HUGE_VAL: none */
    double min_length, max_length; /**< the same */
    const char **allowed;          /**< the enum */
    size_t n_allowed;
    struct armex_pattern *pattern; /**< NULL: none */
};

struct armex_schema {
    struct armex_arena *arena; /**< owns all that follows, and the schema */
    struct armex_field *fields;
    size_t n_fields;
    const char **missing; /**< cells that say "no value" */
    size_t n_missing;
    const char **key; /**< names of the primary key's fields */
    size_t n_key;
};

/** Reads a schema.
 *  Owner:  the caller, armex_schema_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT at the place in the JSON, ARMEX_NO_MEMORY. */
armex_status armex_schema_read(struct armex_schema **out, const struct armex_node *node,
                               struct armex_error *error);
void armex_schema_free(struct armex_schema *schema); /* NULL is fine */

/** Checks that the sheet has exactly the schema's fields, in any order, and that every
 *  cell, column and key is as the schema says. Cells that say "no value" are made
 * empty. Errors: ARMEX_BAD_INPUT at the first cell that is not, ARMEX_NO_MEMORY. */
armex_status armex_schema_check(const struct armex_schema *schema,
                                struct armex_sheet *sheet, struct armex_error *error);

#endif
