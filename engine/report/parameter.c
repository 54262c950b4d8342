/** report/parameter.c: what may be chosen when a report is asked for. */
#include "report/parameter.h"

#include <string.h>

#include "base/number.h"
#include "base/offer.h"
#include "chart/sentence.h"
#include "country/entity.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define AT(field) offsetof(struct armex_parameter, field)

enum { MOST_PARAMETERS = 32, LARGEST_NUMBER = 1000000 };

static const char *const kinds[] = {"entity", "number", "text"};
static const char opening[] = "$(";

/* How a parameter may be said: $(entity), $(entity:name), $(entity:the). */
enum say { VALUE, NAME, MIDDLE, START };

static armex_status read_kind(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    struct armex_label label;
    const armex_status status = armex_yaml_label(yaml, value, &label);

    if (status)
        return status;
    *(const char **)field = label.text;
    return armex_word_index(kinds, COUNT(kinds), label.text, strlen(label.text)) <
                   COUNT(kinds)
               ? ARMEX_OK
               : armex_yaml_unknown(yaml, label.place, "there is no kind", label.text,
                                    kinds, COUNT(kinds));
}

static const struct armex_yaml_key keys[] = {
    {"kind", read_kind, AT(kind), true},
    {"about", armex_yaml_text, AT(about), true},
    {"default", armex_yaml_text_or_none, AT(otherwise), false},
};

static const char *setting_of(const struct armex_settings *settings, const char *name)
{
    const char *value = NULL;
    for (size_t i = 0; settings && i < settings->n; i++)
        if (strcmp(settings->items[i].name, name) == 0)
            value = settings->items[i].value;
    return value;
}

/* A brace would be read as a figure, and a control character is no word. */
static bool is_plain(const char *value)
{
    for (const char *c = value; *c; c++)
        if (strchr("{}$", *c) || (unsigned char)*c < ' ' || *c == 0x7f)
            return false;
    return armex_utf8_valid(value, strlen(value));
}

static armex_status settle_entity(struct armex_parameter *parameter,
                                  struct armex_error *error)
{
    const char *value = parameter->value;
    const struct armex_entity *entity = armex_entity_find(value, strlen(value));
    char meant[ARMEX_MEANT_SIZE];

    if (entity) {
        parameter->value = entity->code;
        parameter->title = entity->name;
        return ARMEX_OK;
    }
    if (armex_entity_meant(meant, value, "'"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%s: no country is called '%s'; did you mean %s?",
                          parameter->name, value, meant);
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "%s: no country is called '%s'", parameter->name, value);
}

static armex_status settle(struct armex_parameter *parameter, const char *given,
                           struct armex_error *error)
{
    long number;

    parameter->value = given ? given : parameter->otherwise;
    if (!parameter->value)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "this report needs --set %s=%s: %s", parameter->name,
                          strcmp(parameter->kind, "entity") == 0 ? "COUNTRY" : "VALUE",
                          parameter->about);
    parameter->title = parameter->value;
    if (!*parameter->value)
        return ARMEX_OK;
    if (!is_plain(parameter->value))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%s: '%s' is no plain text: no braces, no $", parameter->name,
                          parameter->value);
    if (strcmp(parameter->kind, "entity") == 0)
        return settle_entity(parameter, error);
    if (strcmp(parameter->kind, "number") == 0 &&
        !armex_whole_parse(&number, parameter->value, strlen(parameter->value), 1,
                           LARGEST_NUMBER))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%s: '%s' is not a number from 1 to %d", parameter->name,
                          parameter->value, LARGEST_NUMBER);
    return ARMEX_OK;
}

static armex_status check_settings(const struct armex_yaml *yaml,
                                   const struct armex_settings *settings)
{
    const char *names[MOST_PARAMETERS];

    for (size_t i = 0; i < yaml->n_parameters; i++)
        names[i] = yaml->parameters[i].name;
    for (size_t i = 0; settings && i < settings->n; i++) {
        const char *name = settings->items[i].name;
        if (armex_word_index(names, yaml->n_parameters, name, strlen(name)) <
            yaml->n_parameters)
            continue;
        const char *phrase = armex_arena_printf(yaml->arena, "%s takes no", yaml->file);
        return phrase ? armex_fail_word(yaml->error, ARMEX_USAGE, phrase, name, names,
                                        yaml->n_parameters)
                      : armex_fail_memory(yaml->error);
    }
    return ARMEX_OK;
}

static armex_status read_map(struct armex_yaml *yaml, struct armex_yaml_value map)
{
    struct armex_parameter *all =
        armex_arena_new(yaml->arena, MOST_PARAMETERS, sizeof *all);
    struct armex_yaml_value next;
    void *state = NULL;
    const char *name;
    armex_status status = ARMEX_OK;
    size_t n = 0;

    if (!all)
        return armex_fail_memory(yaml->error);
    if (!armex_yaml_is_map(map))
        return armex_yaml_fail(yaml, map.place,
                               "names are needed here, such as entity: {kind: entity, "
                               "about: the country}");
    while (!status && armex_yaml_next(yaml, map, &state, &name, &next)) {
        if (!name)
            return armex_fail_memory(yaml->error);
        if (n == MOST_PARAMETERS)
            return armex_yaml_fail(yaml, next.place, "more than %d parameters",
                                   MOST_PARAMETERS);
        all[n].name = name;
        all[n].place = next.place;
        status = armex_yaml_map(yaml, next, keys, COUNT(keys), &all[n++], NULL);
    }
    yaml->parameters = all;
    yaml->n_parameters = n;
    return status;
}

/* A default that does not fit is a fault of the specification, at its place. */
static armex_status settle_all(struct armex_yaml *yaml,
                               const struct armex_settings *settings)
{
    struct armex_error met;

    for (size_t i = 0; i < yaml->n_parameters; i++) {
        struct armex_parameter *parameter = &yaml->parameters[i];
        const char *given = setting_of(settings, parameter->name);
        const armex_status status = settle(parameter, given, &met);
        if (status && !given && parameter->otherwise)
            return armex_yaml_fail(yaml, parameter->place, "%s", met.message);
        if (status)
            return armex_fail(yaml->error, status, ARMEX_NOWHERE, "%s", met.message);
    }
    return ARMEX_OK;
}

armex_status armex_parameters_read(struct armex_yaml *yaml,
                                   const struct armex_settings *settings)
{
    const struct armex_yaml_value root = armex_yaml_root(yaml);
    struct armex_yaml_value next;
    void *state = NULL;
    const char *name;
    armex_status status = ARMEX_OK;

    while (!status && armex_yaml_is_map(root) &&
           armex_yaml_next(yaml, root, &state, &name, &next))
        if (name && strcmp(name, "parameters") == 0)
            status = read_map(yaml, next);
    if (!status)
        status = check_settings(yaml, settings);
    return status ? status : settle_all(yaml, settings);
}

armex_status armex_parameters_skip(struct armex_yaml *yaml,
                                   struct armex_yaml_value value, void *field)
{
    (void)yaml;
    (void)value;
    (void)field;
    return ARMEX_OK;
}

/* The parameter that `length` bytes name, with or without how it is said. NULL: none.
 */
static const struct armex_parameter *named(const struct armex_yaml *yaml,
                                           const char *text, size_t length,
                                           enum say *say)
{
    static const char *const tails[] = {
        [VALUE] = "", [NAME] = ":name", [MIDDLE] = ":the", [START] = ":The"};

    *say = VALUE;
    for (size_t i = NAME; i < COUNT(tails) && *say == VALUE; i++) {
        const size_t tail = strlen(tails[i]);
        if (length > tail && memcmp(text + length - tail, tails[i], tail) == 0) {
            *say = (enum say)i;
            length -= tail;
        }
    }
    for (size_t i = 0; i < yaml->n_parameters; i++)
        if (strlen(yaml->parameters[i].name) == length &&
            memcmp(yaml->parameters[i].name, text, length) == 0)
            return &yaml->parameters[i];
    return NULL;
}

static armex_status fail_unknown(struct armex_yaml *yaml, struct armex_place place,
                                 const char *text, size_t length)
{
    const char *names[MOST_PARAMETERS];
    const char *name = armex_arena_copy(yaml->arena, text, length);

    if (!name)
        return armex_fail_memory(yaml->error);
    for (size_t i = 0; i < yaml->n_parameters; i++)
        names[i] = yaml->parameters[i].name;
    return armex_yaml_unknown(yaml, place, "there is no parameter", name, names,
                              yaml->n_parameters);
}

bool armex_parameters_none(const struct armex_yaml *yaml, const char *text,
                           size_t length)
{
    enum say say;
    if (length < 3 || memcmp(text, opening, 2) != 0 || text[length - 1] != ')')
        return false;
    const struct armex_parameter *parameter = named(yaml, text + 2, length - 3, &say);
    return parameter && !*parameter->value;
}

/* NULL: no memory. */
static const char *said(const struct armex_parameter *parameter,
                        struct armex_arena *arena, enum say say)
{
    if (say == VALUE)
        return parameter->value;
    return say == NAME ? parameter->title
                       : armex_with_article(arena, parameter->title, say == START);
}

armex_status armex_parameters_fill(struct armex_yaml *yaml, struct armex_place place,
                                   const char **text)
{
    const char *at = *text, *found;
    struct armex_text filled = {0};
    armex_status status = ARMEX_OK;
    enum say say;

    if (!yaml->n_parameters || !strstr(at, opening))
        return ARMEX_OK;
    while (!status && (found = strstr(at, opening))) {
        const char *inside = found + 2;
        const size_t length = strcspn(inside, ")");
        const struct armex_parameter *parameter =
            inside[length] ? named(yaml, inside, length, &say) : NULL;
        if (!parameter) {
            status = fail_unknown(yaml, place, inside, length);
            break;
        }
        armex_text_add_bytes(&filled, at, (size_t)(found - at));
        const char *words = said(parameter, yaml->arena, say);
        armex_text_add(&filled, words ? words : "");
        filled.failed = filled.failed || !words;
        at = inside + length + 1;
    }
    armex_text_add(&filled, at);
    if (!status) {
        *text = filled.failed ? NULL : armex_arena_text(yaml->arena, filled.data);
        status = *text ? ARMEX_OK : armex_fail_memory(yaml->error);
    }
    armex_text_free(&filled);
    return status;
}
