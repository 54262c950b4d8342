/** ingest/sources/sdmx_json.c: the numbers of a message looked up in its structure. */
#include "ingest/sources/sdmx_json.h"

#include <string.h>

#include "ingest/page.h"
#include "ingest/sources/sdmx_structure.h"

/** On the way through a message. */
struct walk {
    struct armex_sdmx_rows *rows; /* NULL: only looking for the place of a row */
    struct armex_arena *arena;
    const struct armex_node *data; /* structures and data sets stand in it */
    struct armex_sdmx_structure *structures;
    size_t n_structures;
    const struct armex_sdmx_structure *structure; /* of the data set walked through */
    const char *parts[ARMEX_SDMX_PARTS];          /* of the observation walked to */
    size_t n;                                     /* rows so far */
    size_t wanted;
    struct armex_place found; /* of the row wanted */
};

bool armex_sdmx_json_is(const struct armex_document *document)
{
    static const char sets[] = "\"dataSets\"", structure[] = "\"structure";
    const char *bytes = document->bytes;

    return armex_is_json(bytes, document->length) &&
           memmem(bytes, document->length, sets, sizeof sets - 1) &&
           memmem(bytes, document->length, structure, sizeof structure - 1);
}

static armex_status fail_number(const struct armex_node *node,
                                const struct armex_sdmx_component *component,
                                struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                      "this is the number of no value of %s, which has %zu",
                      component->id, component->n_values);
}

/** What the datum says of a component: a number of its values, or itself. */
static armex_status take_datum(struct walk *walk,
                               const struct armex_sdmx_component *component,
                               const struct armex_node *datum,
                               struct armex_error *error)
{
    const char **part = &walk->parts[component->part];
    size_t i = 0;

    if (component->part == ARMEX_SDMX_PARTS)
        return ARMEX_OK;
    *part = component->otherwise;
    if (armex_node_is_null(datum))
        return ARMEX_OK;
    if (!component->values)
        return armex_node_spelling(part, datum, walk->arena, error);
    if (!armex_node_index(&i, datum) || i >= component->n_values)
        return fail_number(datum, component, error);
    *part = component->values[i];
    return ARMEX_OK;
}

/** The data of an array, from item `from` on, for the components in their order. */
static armex_status take_data(struct walk *walk,
                              const struct armex_sdmx_components *components,
                              const struct armex_node *array, size_t from,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < components->n; i++) {
        const struct armex_node datum = armex_node_item(array, from + i);
        status = take_datum(walk, &components->items[i], &datum, error);
    }
    return status;
}

/** Reads one number of "0:12:3", and moves on past it; false: there is none. */
static bool next_number(size_t *out, const char **key)
{
    const size_t most = 1u << 30;
    const char *at = *key;

    for (*out = 0; *at >= '0' && *at <= '9' && *out < most; at++)
        *out = *out * 10 + (size_t)(*at - '0');
    if (at == *key || (*at && *at != ':'))
        return false;
    *key = *at ? at + 1 : at;
    return true;
}

/** The dimensions that the name of a series or observation tells. */
static armex_status take_key(struct walk *walk,
                             const struct armex_sdmx_components *dimensions,
                             const char *key, const struct armex_node *node,
                             struct armex_error *error)
{
    const char *rest = key;

    for (size_t i = 0; i < dimensions->n; i++) {
        const struct armex_sdmx_component *dimension = &dimensions->items[i];
        const bool last = i + 1 == dimensions->n;
        size_t number = 0;
        if (!next_number(&number, &rest) || (last && *rest))
            return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                              "the key '%.40s' does not number %zu dimensions", key,
                              dimensions->n);
        if (number >= dimension->n_values)
            return fail_number(node, dimension, error);
        if (dimension->part < ARMEX_SDMX_PARTS)
            walk->parts[dimension->part] = dimension->values[number];
    }
    return ARMEX_OK;
}

static struct armex_sdmx_row row_of(const struct walk *walk, struct armex_place place)
{
    struct armex_sdmx_row row = {.place = place, .number = walk->n};

    for (size_t i = 0; i < ARMEX_SDMX_PARTS; i++) {
        const char *text = walk->parts[i] ? walk->parts[i] : "";
        row.cells[i] =
            (struct armex_cell){text, strlen(text), place.line, place.column};
    }
    return row;
}

/* To find a place takes a search through the message: only what is wrong is worth it.
 */
static armex_status take_row(struct walk *walk, const struct armex_node *node,
                             struct armex_error *error)
{
    struct armex_sdmx_row row =
        row_of(walk, (struct armex_place){node->json->file, 0, 0});
    armex_status status = ARMEX_OK;

    if (walk->rows)
        status = armex_sdmx_rows_take(walk->rows, &row, error);
    else if (walk->n == walk->wanted)
        walk->found = armex_node_place(node);
    if (status == ARMEX_BAD_INPUT) {
        row = row_of(walk, armex_node_place(node));
        status = armex_sdmx_rows_take(walk->rows, &row, error);
    }
    walk->n++;
    return status;
}

static armex_status walk_observations(struct walk *walk, const struct armex_node *all,
                                      struct armex_error *error)
{
    const struct armex_sdmx_structure *structure = walk->structure;
    struct armex_node node;
    const char *key;
    void *at = NULL;
    armex_status status = ARMEX_OK;

    while (!status && armex_node_next(&node, &key, all, &at)) {
        status = take_key(walk, &structure->dimensions[ARMEX_SDMX_OBSERVATION], key,
                          &node, error);
        if (!status && !armex_node_is_array(&node))
            status = armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                                "an observation is an array of its value and "
                                "attributes");
        if (!status)
            status = take_data(walk, &structure->measures, &node, 0, error);
        if (!status)
            status = take_data(walk, &structure->attributes[ARMEX_SDMX_OBSERVATION],
                               &node, structure->measures.n, error);
        if (!status)
            status = take_row(walk, &node, error);
    }
    return status;
}

static armex_status walk_series(struct walk *walk, const struct armex_node *all,
                                struct armex_error *error)
{
    const struct armex_sdmx_structure *structure = walk->structure;
    struct armex_node node;
    const char *key;
    void *at = NULL;
    armex_status status = ARMEX_OK;

    while (!status && armex_node_next(&node, &key, all, &at)) {
        const struct armex_node attributes = armex_node_member(&node, "attributes"),
                                observations = armex_node_member(&node, "observations");
        status = take_key(walk, &structure->dimensions[ARMEX_SDMX_SERIES], key, &node,
                          error);
        if (!status)
            status = take_data(walk, &structure->attributes[ARMEX_SDMX_SERIES],
                               &attributes, 0, error);
        if (!status)
            status = walk_observations(walk, &observations, error);
    }
    return status;
}

/** Dimensions of the whole data set have one value each, and no number anywhere. */
static armex_status take_fixed(struct walk *walk, const struct armex_node *set,
                               struct armex_error *error)
{
    const struct armex_sdmx_components *fixed =
        &walk->structure->dimensions[ARMEX_SDMX_DATA_SET];

    for (size_t i = 0; i < fixed->n; i++) {
        const struct armex_sdmx_component *dimension = &fixed->items[i];
        if (dimension->part == ARMEX_SDMX_PARTS)
            continue;
        if (dimension->n_values != 1)
            return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(set),
                              "%s has %zu values for the whole data set, and not one",
                              dimension->id, dimension->n_values);
        walk->parts[dimension->part] = dimension->values[0];
    }
    return ARMEX_OK;
}

/** NULL: there is none of that number, and the error says so. */
static const struct armex_sdmx_structure *find_structure(const struct walk *walk,
                                                         const struct armex_node *set,
                                                         struct armex_error *error)
{
    const struct armex_node node = armex_node_member(set, "structure");
    size_t i = 0;

    if ((!armex_node_is_null(&node) && !armex_node_index(&i, &node)) ||
        i >= walk->n_structures) {
        armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                   "this is the number of no structure; there are %zu",
                   walk->n_structures);
        return NULL;
    }
    return &walk->structures[i];
}

static armex_status walk_set(struct walk *walk, const struct armex_node *set,
                             struct armex_error *error)
{
    const struct armex_node action = armex_node_member(set, "action"),
                            attributes = armex_node_member(set, "attributes"),
                            series = armex_node_member(set, "series"),
                            observations = armex_node_member(set, "observations");
    armex_status status = ARMEX_OK;

    walk->structure = find_structure(walk, set, error);
    if (!walk->structure)
        return ARMEX_BAD_INPUT;
    memset(walk->parts, 0, sizeof walk->parts);
    walk->parts[ARMEX_SDMX_FLOW] = walk->structure->flow;
    status = armex_node_text(&walk->parts[ARMEX_SDMX_ACTION], &action, false, error);
    if (!status)
        status = take_fixed(walk, set, error);
    if (!status)
        status = take_data(walk, &walk->structure->attributes[ARMEX_SDMX_DATA_SET],
                           &attributes, 0, error);
    if (!status)
        status = walk_series(walk, &series, error);
    return status ? status : walk_observations(walk, &observations, error);
}

static armex_status walk_all(struct walk *walk, struct armex_error *error)
{
    const struct armex_node sets = armex_node_member(walk->data, "dataSets");
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < armex_node_length(&sets); i++) {
        const struct armex_node set = armex_node_item(&sets, i);
        status = walk_set(walk, &set, error);
    }
    return status;
}

static struct armex_place place_of(const void *context, size_t number)
{
    struct walk again = *(const struct walk *)context;

    again.rows = NULL;
    again.n = 0;
    again.wanted = number;
    walk_all(&again, NULL); // which went well before
    return again.found;
}

/** Version 2.0 has a list of structures, those before it one. */
static armex_status read_structures(struct walk *walk, struct armex_error *error)
{
    const struct armex_node list = armex_node_member(walk->data, "structures"),
                            one = armex_node_member(walk->data, "structure");
    const bool several = armex_node_is_array(&list);
    armex_status status = ARMEX_OK;

    walk->n_structures = several ? armex_node_length(&list) : 1;
    walk->structures =
        armex_arena_new(walk->arena, walk->n_structures + 1, sizeof *walk->structures);
    if (!walk->structures)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < walk->n_structures; i++) {
        const struct armex_node item = armex_node_item(&list, i);
        const struct armex_node *node = several ? &item : &one;
        status = armex_node_is_object(node)
                     ? armex_sdmx_structure_read(&walk->structures[i], node,
                                                 walk->arena, error)
                     : armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                                  "here should be the structure of an SDMX message");
    }
    return status;
}

static armex_status read_message(struct armex_vintage **out, struct walk *walk,
                                 struct armex_error *error)
{
    armex_status status = read_structures(walk, error);

    if (!status)
        status = walk_all(walk, error);
    if (!status && !walk->n)
        status = armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(walk->data),
                            "there is no observation in this message");
    walk->rows->place = place_of;
    walk->rows->context = walk;
    return status ? status
                  : armex_sdmx_rows_vintage(out, walk->rows, "Read from SDMX-JSON.",
                                            error);
}

armex_status armex_sdmx_json_read(struct armex_vintage **out,
                                  const struct armex_document *document,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error)
{
    struct armex_json json = {0};
    struct armex_sdmx_rows rows;
    struct walk walk = {.rows = &rows, .arena = armex_arena_create()};
    armex_status status = armex_sdmx_rows_open(&rows, document, options, error);

    if (!status && !walk.arena)
        status = armex_fail_memory(error);
    if (!status)
        status = armex_json_read(&json, document->path, document->bytes,
                                 document->length, error);
    if (!status) {
        const struct armex_node top = armex_json_top(&json),
                                data = armex_node_member(&top, "data");
        walk.data = armex_node_is_object(&data) ? &data : &top;
        status = read_message(out, &walk, error);
    }
    armex_sdmx_rows_close(&rows);
    armex_arena_free(walk.arena);
    armex_json_free(&json);
    return status;
}
