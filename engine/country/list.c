/** country/list.c: the entities that a list of names means. */
#include "country/entity_table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PARTS = 6 }; // no name has more commas than this less one

/* A list cut at its commas; a name is one part, or several with commas between. */
struct cut {
    const char **starts; /* n + 1 of them; part i ends one before starts[i + 1] */
    size_t *steps;       /* how many parts the name that begins at part i takes; 0: none
                            that leaves the rest readable */
    size_t n;
};

struct naming {
    const struct armex_entity **entities; /* one block with what follows them */
    size_t n;
    bool *seen;                    /* by index of the entity */
    struct armex_entity *unlisted; /* room for one a part of the list */
    size_t n_unlisted;
    char *texts; /* room for the list's codes */
};

static size_t length_of(const struct cut *cut, size_t part, size_t parts)
{
    return (size_t)(cut->starts[part + parts] - cut->starts[part]) - 1;
}

static void trim(const char **name, size_t *length)
{
    while (*length && **name == ' ') {
        ++*name;
        --*length;
    }
    while (*length && (*name)[*length - 1] == ' ')
        --*length;
}

static bool is_all(const char *name, size_t length)
{
    trim(&name, &length);
    return length == 3 && strncmp(name, "all", 3) == 0;
}

static bool is_unlisted(const char *name, size_t length)
{
    trim(&name, &length);
    return armex_entity_unlisted(name, length);
}

static bool has_meaning(const struct cut *cut, size_t part, size_t parts)
{
    const char *name = cut->starts[part];
    const size_t length = length_of(cut, part, parts);
    return armex_group_find(name, length) || armex_entity_find(name, length) ||
           is_all(name, length) || is_unlisted(name, length);
}

static bool cut_list(struct cut *cut, const char *list)
{
    const char *end = list;
    cut->n = 1;
    for (; *end; end++)
        cut->n += *end == ',';
    cut->starts = calloc(cut->n + 1, sizeof *cut->starts);
    cut->steps = calloc(cut->n + 1, sizeof *cut->steps);
    if (!cut->starts || !cut->steps)
        return false;
    for (size_t i = 0; i < cut->n; i++) {
        cut->starts[i] = list;
        list += strcspn(list, ",") + 1;
    }
    cut->starts[cut->n] = end + 1;
    return true;
}

/* Reads from the end, so that a step is taken only where the rest can be read. A name
   is as short as can be: "China,Taiwan" means two, "Korea, Republic of" one. */
static void read_backwards(struct cut *cut)
{
    cut->steps[cut->n] = 1;
    for (size_t i = cut->n; i-- > 0;)
        for (size_t parts = 1; parts <= MOST_PARTS && i + parts <= cut->n; parts++)
            if (cut->steps[i + parts] && has_meaning(cut, i, parts)) {
                cut->steps[i] = parts;
                break;
            }
}

/* The first part at which no reading of what stands before it can go on. */
static size_t first_unreadable(struct cut *cut)
{
    size_t farthest = 0;
    memset(cut->steps, 0, (cut->n + 1) * sizeof *cut->steps);
    cut->steps[0] = 1;
    for (size_t i = 0; i < cut->n; i++) {
        if (!cut->steps[i])
            continue;
        farthest = i;
        for (size_t parts = 1; parts <= MOST_PARTS && i + parts <= cut->n; parts++)
            if (has_meaning(cut, i, parts))
                cut->steps[i + parts] = 1;
    }
    return farthest;
}

static armex_status fail_at(struct cut *cut, struct armex_error *error)
{
    const size_t part = first_unreadable(cut);
    const char *start = cut->starts[part];
    const size_t length = length_of(cut, part, 1);
    char meant[ARMEX_MEANT_SIZE], *word = strndup(start + strspn(start, " "), length);

    if (!word)
        return armex_fail_memory(error);
    word[strcspn(word, ",")] = '\0';
    const armex_status status =
        !*word ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "a name is missing in the list of countries")
        : armex_entity_meant(meant, word, "'")
            ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                         "no country or group is called '%s'; did you mean "
                         "%s?",
                         word, meant)
            : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                         "no country or group is called '%s'; `armex entities` "
                         "lists them",
                         word);
    free(word);
    return status;
}

static void add(struct naming *naming, size_t index)
{
    if (!naming->seen[index])
        naming->entities[naming->n++] = &armex_entity_table[index];
    naming->seen[index] = true;
}

static void add_unlisted(struct naming *naming, const char *name, size_t length)
{
    static const char *const none[] = {NULL};
    struct armex_entity *made = &naming->unlisted[naming->n_unlisted];

    trim(&name, &length);
    for (size_t i = 0; i < naming->n_unlisted; i++)
        if (strlen(naming->unlisted[i].code) == length &&
            memcmp(naming->unlisted[i].code, name, length) == 0)
            return;
    memcpy(naming->texts, name, length);
    *made = (struct armex_entity){.code = naming->texts,
                                  .name = naming->texts,
                                  .alpha2 = "",
                                  .kind = ARMEX_UNKNOWN,
                                  .predecessors = none,
                                  .groups = none};
    naming->texts += length + 1;
    naming->n_unlisted++;
    naming->entities[naming->n++] = made;
}

static void add_name(struct naming *naming, const char *name, size_t length)
{
    if (is_unlisted(name, length)) {
        add_unlisted(naming, name, length);
        return;
    }
    const struct armex_group *group = armex_group_find(name, length);
    const struct armex_entity *entity = armex_entity_find(name, length);

    if (!group && entity)
        add(naming, (size_t)(entity - armex_entity_table));
    for (size_t i = 0; (group || !entity) && i < armex_entity_table_size; i++)
        if (!group || armex_entity_in(&armex_entity_table[i], group->code))
            add(naming, i);
}

static armex_status read_list(struct naming *naming, struct cut *cut, const char *list,
                              struct armex_error *error)
{
    if (!cut_list(cut, list))
        return armex_fail_memory(error);
    read_backwards(cut);
    if (!cut->steps[0])
        return fail_at(cut, error);
    for (size_t i = 0; i < cut->n; i += cut->steps[i])
        add_name(naming, cut->starts[i], length_of(cut, i, cut->steps[i]));
    return ARMEX_OK;
}

/** One block: every entity there can be and one more, unlisted ones, their codes. */
static bool make_room(struct naming *naming, const char *list)
{
    size_t parts = 1;

    for (const char *at = list; *at; at++)
        parts += *at == ',';
    const size_t pointers =
        (armex_entity_table_size + parts + 1) * sizeof(const struct armex_entity *);
    const size_t made = parts * sizeof *naming->unlisted;
    char *block = calloc(1, pointers + made + strlen(list) + 1);

    *naming = (struct naming){.seen = calloc(armex_entity_table_size, sizeof(bool))};
    naming->entities = (const struct armex_entity **)(void *)block;
    naming->unlisted = block ? (struct armex_entity *)(void *)(block + pointers) : NULL;
    naming->texts = block ? block + pointers + made : NULL;
    return block && naming->seen;
}

armex_status armex_entities_named(const struct armex_entity ***out, size_t *n,
                                  const char *list, struct armex_error *error)
{
    struct cut cut = {0};
    struct naming naming;
    armex_status status = make_room(&naming, list)
                              ? read_list(&naming, &cut, list, error)
                              : armex_fail_memory(error);

    *out = status ? NULL : naming.entities;
    *n = status ? 0 : naming.n;
    if (status)
        free(naming.entities);
    free(naming.seen);
    free(cut.starts);
    free(cut.steps);
    return status;
}
