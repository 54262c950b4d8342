/** report/yaml_map.c: a map whose keys a table declares, and the options of a query. */
#include <string.h>

#include "report/parameter.h"

enum { MOST_KEYS = 64 };

static const struct armex_yaml_key *key_named(const struct armex_yaml_key *keys,
                                              size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static const struct armex_query_option *option_named(const char *name)
{
    size_t n;
    const struct armex_query_option *options = armex_query_options(&n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(options[i].name, name) == 0)
            return &options[i];
    return NULL;
}

static armex_status unknown_key(struct armex_yaml *yaml, struct armex_place place,
                                const char *name, const struct armex_yaml_key *keys,
                                size_t n, bool with_options)
{
    const char *words[MOST_KEYS];
    size_t n_words = 0, n_options;
    const struct armex_query_option *options = armex_query_options(&n_options);

    for (size_t i = 0; i < n && n_words < MOST_KEYS; i++)
        words[n_words++] = keys[i].name;
    for (size_t i = 0; with_options && i < n_options && n_words < MOST_KEYS; i++)
        words[n_words++] = options[i].name;
    return armex_yaml_unknown(yaml, place, "there is no key", name, words, n_words);
}

/* An option without a value is a switch: yes and no. */
static armex_status read_option(struct armex_yaml *yaml, struct armex_yaml_value value,
                                const struct armex_query_option *option,
                                struct armex_query *query)
{
    const char **field = (const char **)((char *)query + option->offset);
    armex_status status = armex_yaml_text(yaml, value, field);

    if (status || option->value)
        return status;
    if (strcmp(*field, "no") == 0 || strcmp(*field, "false") == 0)
        *field = NULL;
    else if (strcmp(*field, "yes") == 0 || strcmp(*field, "true") == 0)
        *field = "yes";
    else
        status = armex_yaml_fail(yaml, value.place, "%s: '%s' is not yes or no",
                                 option->name, *field);
    return status;
}

/* A value that is nothing but a parameter that was not given. */
static bool is_not_given(const struct armex_yaml *yaml, struct armex_yaml_value value)
{
    size_t length = 0;
    const bool scalar = value.node && fy_node_get_type(value.node) == FYNT_SCALAR;
    const char *text = scalar ? fy_node_get_scalar(value.node, &length) : NULL;
    return text && armex_parameters_none(yaml, text, length);
}

static armex_status read_pair(struct armex_yaml *yaml, const char *name,
                              struct armex_yaml_value value,
                              const struct armex_yaml_key *keys, size_t n, void *out,
                              struct armex_query *query)
{
    const struct armex_yaml_key *key = key_named(keys, n, name);
    const struct armex_query_option *option = query ? option_named(name) : NULL;

    if (key)
        return key->read(yaml, value, (char *)out + key->offset);
    if (option)
        return read_option(yaml, value, option, query);
    return unknown_key(yaml, value.place, name, keys, n, query != NULL);
}

armex_status armex_yaml_map(struct armex_yaml *yaml, struct armex_yaml_value value,
                            const struct armex_yaml_key *keys, size_t n, void *out,
                            struct armex_query *query)
{
    bool seen[MOST_KEYS] = {false};
    void *state = NULL;
    const char *name;
    struct armex_yaml_value next;
    armex_status status = ARMEX_OK;

    if (!armex_yaml_is_map(value))
        return armex_yaml_fail(yaml, value.place,
                               "keys with values are needed here, such as %s: ...",
                               keys[0].name);
    while (!status && armex_yaml_next(yaml, value, &state, &name, &next)) {
        if (!name)
            return armex_fail_memory(yaml->error);
        const struct armex_yaml_key *key = key_named(keys, n, name);
        if (is_not_given(yaml, next))
            continue;
        if (key)
            seen[key - keys] = true;
        status = read_pair(yaml, name, next, keys, n, out, query);
    }
    for (size_t i = 0; !status && i < n; i++)
        if (keys[i].required && !seen[i])
            status = armex_yaml_fail(yaml, value.place, "the key '%s' is missing",
                                     keys[i].name);
    return status;
}
