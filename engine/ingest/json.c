/** ingest/json.c: jansson, with places. */
#include "ingest/json.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
        at++;
    return at;
}

/** The line and column of the byte at `offset`. */
static struct armex_place place_of(const struct armex_json *json, size_t offset)
{
    struct armex_place place = {json->file, 1, 1};

    for (size_t i = 0; i < offset && i < json->length; i++) {
        place.column++;
        if (json->bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

bool armex_is_json(const char *bytes, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";
    const char *end = bytes + length;

    if (length >= sizeof mark - 1 && memcmp(bytes, mark, sizeof mark - 1) == 0)
        bytes += sizeof mark - 1;
    bytes = skip_blanks(bytes, end);
    return bytes < end && (*bytes == '{' || *bytes == '[');
}

armex_status armex_json_read(struct armex_json *out, const char *file,
                             const char *bytes, size_t length,
                             struct armex_error *error)
{
    const char mark[] = "\xef\xbb\xbf";
    json_error_t wrong;

    if (length >= sizeof mark - 1 && memcmp(bytes, mark, sizeof mark - 1) == 0) {
        bytes += sizeof mark - 1;
        length -= sizeof mark - 1;
    }
    *out = (struct armex_json){NULL, file, bytes, length};
    out->root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &wrong);
    if (out->root)
        return ARMEX_OK;
    if (json_error_code(&wrong) == json_error_out_of_memory)
        return armex_fail_memory(error);
    // jansson says how many bytes it had read: the last of them is the one to look at.
    const size_t offset = wrong.position > 0 ? (size_t)wrong.position - 1 : 0;
    return armex_fail(error, ARMEX_BAD_INPUT, place_of(out, offset), "no JSON: %s",
                      wrong.text);
}

void armex_json_free(struct armex_json *json)
{
    json_decref(json->root);
    *json = (struct armex_json){0};
}

struct armex_node armex_json_top(const struct armex_json *json)
{
    return (struct armex_node){json, json->root, ""};
}

/** A value below `node`; a path too long to keep leads to the last place that fits. */
static struct armex_node below(const struct armex_node *node, const char *name,
                               json_t *value)
{
    struct armex_node found = *node;
    const size_t length = strlen(node->path);

    snprintf(found.path + length, sizeof found.path - length, "/%s", name);
    found.value = value;
    return found;
}

struct armex_node armex_node_member(const struct armex_node *node, const char *name)
{
    return below(node, name, json_object_get(node->value, name));
}

struct armex_node armex_node_item(const struct armex_node *node, size_t i)
{
    char name[24];

    snprintf(name, sizeof name, "%zu", i);
    return below(node, name, json_array_get(node->value, i));
}

bool armex_node_next(struct armex_node *member, const char **name,
                     const struct armex_node *object, void **at)
{
    *at = *at ? json_object_iter_next(object->value, *at)
              : json_object_iter(object->value);
    if (!*at)
        return false;
    *name = json_object_iter_key(*at);
    *member = below(object, *name, json_object_iter_value(*at));
    return true;
}

size_t armex_node_length(const struct armex_node *node)
{
    return json_array_size(node->value);
}

bool armex_node_is_object(const struct armex_node *node)
{
    return json_is_object(node->value);
}

bool armex_node_is_array(const struct armex_node *node)
{
    return json_is_array(node->value);
}

bool armex_node_is_null(const struct armex_node *node)
{
    return !node->value || json_is_null(node->value);
}

bool armex_node_index(size_t *out, const struct armex_node *node)
{
    if (!json_is_integer(node->value) || json_integer_value(node->value) < 0)
        return false;
    *out = (size_t)json_integer_value(node->value);
    return true;
}

bool armex_node_is_true(const struct armex_node *node)
{
    return json_is_true(node->value);
}

const char *armex_node_name(const struct armex_node *node, size_t i)
{
    void *at = json_object_iter(node->value);

    while (at && i--)
        at = json_object_iter_next(node->value, at);
    return at ? json_object_iter_key(at) : NULL;
}

armex_status armex_node_text(const char **out, const struct armex_node *node,
                             bool required, struct armex_error *error)
{
    const char *name = strrchr(node->path, '/');

    *out = "";
    if (!node->value && !required)
        return ARMEX_OK;
    if (!json_is_string(node->value))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                          node->value ? "'%s' is no text" : "'%s' is missing",
                          name ? name + 1 : "it");
    *out = json_string_value(node->value);
    return ARMEX_OK;
}

armex_status armex_node_spelling(const char **out, const struct armex_node *node,
                                 struct armex_arena *arena, struct armex_error *error)
{
    char number[ARMEX_NUMBER_SIZE];

    *out = NULL;
    if (json_is_string(node->value))
        *out = armex_arena_text(arena, json_string_value(node->value));
    else if (json_is_integer(node->value))
        *out = armex_arena_printf(arena, "%" JSON_INTEGER_FORMAT,
                                  json_integer_value(node->value));
    else if (json_is_real(node->value)) {
        armex_number_write(number, json_real_value(node->value));
        *out = armex_arena_text(arena, number);
    } else if (json_is_boolean(node->value))
        *out = armex_arena_text(arena, json_is_true(node->value) ? "true" : "false");
    else
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                          "this is neither a text nor a number");
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

armex_status armex_node_number(double *out, const struct armex_node *node,
                               struct armex_error *error)
{
    if (!node->value)
        return ARMEX_OK;
    if (!json_is_number(node->value))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                          "this is no number");
    *out = json_number_value(node->value);
    return ARMEX_OK;
}

/* Finding a value again. The text has been read once, so it is known to be JSON. */

static const char *skip_string(const char *at, const char *end)
{
    for (at++; at < end && *at != '"'; at++)
        at += *at == '\\' && at + 1 < end;
    return at < end ? at + 1 : end;
}

/** The first byte after the value at `at`: brackets balance, strings are whole. */
static const char *skip_value(const char *at, const char *end)
{
    size_t depth = 0;

    while (at < end) {
        if (*at == '"')
            at = skip_string(at, end);
        else if (!depth && (*at == ',' || *at == '}' || *at == ']'))
            break;
        else {
            depth += *at == '{' || *at == '[';
            depth -= *at == '}' || *at == ']';
            at++;
        }
    }
    return at;
}

/** The value of member `name` of the object, or item number `name` of the array, at
 *  `at`; NULL if it is not found. Names that need escapes are not. */
static const char *step(const char *at, const char *end, const char *name,
                        size_t length)
{
    const bool object = at < end && *at == '{';
    size_t index = 0, wanted = 0;

    for (size_t i = 0; !object && i < length; i++)
        wanted = wanted * 10 + (size_t)(name[i] - '0');
    if (at >= end || (*at != '{' && *at != '['))
        return NULL;
    for (at = skip_blanks(at + 1, end); at < end && *at != '}' && *at != ']'; index++) {
        bool found = index == wanted;
        if (object) {
            const char *key = at + 1;
            at = skip_string(at, end);
            found = (size_t)(at - key) == length + 1 && !memcmp(key, name, length);
            at = skip_blanks(skip_blanks(at, end) + 1, end); // past the colon
        }
        if (found)
            return at;
        at = skip_value(at, end);
        at = at < end && *at == ',' ? skip_blanks(at + 1, end) : at;
    }
    return NULL;
}

struct armex_place armex_node_place(const struct armex_node *node)
{
    const char *const end = node->json->bytes + node->json->length;
    const char *at = skip_blanks(node->json->bytes, end), *path = node->path;

    while (*path == '/') {
        const size_t length = strcspn(path + 1, "/");
        const char *next = step(at, end, path + 1, length);
        if (!next)
            break;
        at = next;
        path += length + 1;
    }
    return place_of(node->json, (size_t)(at - node->json->bytes));
}
