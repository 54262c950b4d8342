/** ingest/schema.c: a table schema out of its JSON. */
#include "ingest/schema.h"

#include <math.h>
#include <string.h>

static const char *const type_names[ARMEX_FIELD_TYPES] = {
    [ARMEX_FIELD_STRING] = "string", [ARMEX_FIELD_INTEGER] = "integer",
    [ARMEX_FIELD_NUMBER] = "number", [ARMEX_FIELD_YEAR] = "year",
    [ARMEX_FIELD_DATE] = "date",     [ARMEX_FIELD_BOOLEAN] = "boolean",
    [ARMEX_FIELD_ANY] = "any",
};

static armex_status read_type(enum armex_field_type *out, const struct armex_node *node,
                              struct armex_error *error)
{
    const char *name;
    const armex_status status = armex_node_text(&name, node, false, error);

    *out = ARMEX_FIELD_STRING; // what a field is that does not say
    for (int type = 0; !status && type < ARMEX_FIELD_TYPES; type++)
        if (!*name || strcmp(name, type_names[type]) == 0) {
            *out = *name ? (enum armex_field_type)type : ARMEX_FIELD_STRING;
            return ARMEX_OK;
        }
    return status ? status
                  : armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                               "the type '%s' is not read; types are string, integer, "
                               "number, year, date, boolean, any",
                               name);
}

/** A list of texts, or one text that stands for a list of one. */
static armex_status read_list(const char ***out, size_t *n, const struct armex_node *at,
                              struct armex_arena *arena, struct armex_error *error)
{
    const bool array = armex_node_is_array(at);
    const size_t length = array ? armex_node_length(at) : at->value != NULL;
    armex_status status = ARMEX_OK;

    *n = 0;
    *out = armex_arena_new(arena, length, sizeof **out);
    if (!*out)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < length; i++) {
        const struct armex_node item = array ? armex_node_item(at, i) : *at;
        status = armex_node_spelling(&(*out)[i], &item, arena, error);
    }
    if (!status)
        *n = length;
    return status;
}

static armex_status read_pattern(struct armex_field *field,
                                 const struct armex_node *constraints,
                                 struct armex_error *error)
{
    const struct armex_node node = armex_node_member(constraints, "pattern");
    const char *text;
    armex_status status = armex_node_text(&text, &node, false, error);

    if (!status && node.value)
        status =
            armex_pattern_create(&field->pattern, text, armex_node_place(&node), error);
    return status;
}

static armex_status read_bounds(struct armex_field *field,
                                const struct armex_node *constraints,
                                struct armex_error *error)
{
    const struct {
        const char *name;
        double *bound, none;
    } bounds[] = {{"minimum", &field->minimum, -HUGE_VAL},
                  {"maximum", &field->maximum, HUGE_VAL},
                  {"minLength", &field->min_length, -HUGE_VAL},
                  {"maxLength", &field->max_length, HUGE_VAL}};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < sizeof bounds / sizeof *bounds; i++) {
        const struct armex_node node = armex_node_member(constraints, bounds[i].name);
        *bounds[i].bound = bounds[i].none;
        status = armex_node_number(bounds[i].bound, &node, error);
    }
    return status;
}

static armex_status read_constraints(struct armex_field *field,
                                     const struct armex_node *node,
                                     struct armex_arena *arena,
                                     struct armex_error *error)
{
    const struct armex_node at = armex_node_member(node, "constraints");
    const struct armex_node required = armex_node_member(&at, "required");
    const struct armex_node unique = armex_node_member(&at, "unique");
    const struct armex_node allowed = armex_node_member(&at, "enum");
    armex_status status = read_bounds(field, &at, error);

    field->required = armex_node_is_true(&required);
    field->unique = armex_node_is_true(&unique);
    if (!status)
        status = read_list(&field->allowed, &field->n_allowed, &allowed, arena, error);
    if (!status)
        status = read_pattern(field, &at, error);
    return status;
}

static armex_status read_field(struct armex_field *field, const struct armex_node *node,
                               struct armex_arena *arena, struct armex_error *error)
{
    const struct {
        const char *name, **text;
    } texts[] = {{"name", &field->name},
                 {"title", &field->title},
                 {"unit", &field->unit},
                 {"description", &field->description}};
    const struct armex_node type = armex_node_member(node, "type");
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < sizeof texts / sizeof *texts; i++) {
        const struct armex_node text = armex_node_member(node, texts[i].name);
        status = armex_node_text(texts[i].text, &text, i == 0, error);
        if (!status && !(*texts[i].text = armex_arena_text(arena, *texts[i].text)))
            status = armex_fail_memory(error);
    }
    if (!status)
        status = read_type(&field->type, &type, error);
    if (!status)
        status = read_constraints(field, node, arena, error);
    return status;
}

static armex_status read_fields(struct armex_schema *schema,
                                const struct armex_node *node,
                                struct armex_error *error)
{
    const struct armex_node fields = armex_node_member(node, "fields");
    const size_t n = armex_node_length(&fields);
    armex_status status = ARMEX_OK;

    if (!n)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&fields),
                          "the schema names no fields");
    schema->fields = armex_arena_new(schema->arena, n, sizeof *schema->fields);
    if (!schema->fields)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < n; i++) {
        const struct armex_node field = armex_node_item(&fields, i);
        schema->n_fields = i + 1; // so that a pattern already made is freed
        status = read_field(&schema->fields[i], &field, schema->arena, error);
    }
    return status;
}

armex_status armex_schema_read(struct armex_schema **out, const struct armex_node *node,
                               struct armex_error *error)
{
    const struct armex_node missing = armex_node_member(node, "missingValues");
    const struct armex_node key = armex_node_member(node, "primaryKey");
    struct armex_arena *arena = armex_arena_create();
    struct armex_schema *schema =
        arena ? armex_arena_new(arena, 1, sizeof *schema) : NULL;
    armex_status status;

    *out = NULL;
    if (!schema) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    schema->arena = arena;
    status = read_fields(schema, node, error);
    if (!status)
        status =
            read_list(&schema->missing, &schema->n_missing, &missing, arena, error);
    if (!status)
        status = read_list(&schema->key, &schema->n_key, &key, arena, error);
    if (!status)
        *out = schema;
    else
        armex_schema_free(schema);
    return status;
}

void armex_schema_free(struct armex_schema *schema)
{
    if (schema) {
        for (size_t i = 0; i < schema->n_fields; i++)
            armex_pattern_free(schema->fields[i].pattern);
        armex_arena_free(schema->arena);
    }
}
