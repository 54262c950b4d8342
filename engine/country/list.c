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
    const struct armex_entity **entities;
    size_t n;
    bool *seen; /* by index of the entity */
};

static size_t length_of(const struct cut *cut, size_t part, size_t parts)
{
    return (size_t)(cut->starts[part + parts] - cut->starts[part]) - 1;
}

static bool is_all(const char *name, size_t length)
{
    while (length && *name == ' ') {
        name++;
        length--;
    }
    while (length && name[length - 1] == ' ')
        length--;
    return length == 3 && strncmp(name, "all", 3) == 0;
}

static bool has_meaning(const struct cut *cut, size_t part, size_t parts)
{
    const char *name = cut->starts[part];
    const size_t length = length_of(cut, part, parts);
    return armex_group_find(name, length) || armex_entity_find(name, length) ||
           is_all(name, length);
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
    const char *spelling = NULL;
    char *word = strndup(start + strspn(start, " "), length);

    if (!word)
        return armex_fail_memory(error);
    word[strcspn(word, ",")] = '\0';
    armex_entity_nearest(word, &spelling);
    const armex_status status =
        !*word     ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                                "a name is missing in the list of countries")
        : spelling ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                                "no country or group is called '%s'; did you mean "
                                "'%s'?",
                                word, spelling)
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

static void add_name(struct naming *naming, const char *name, size_t length)
{
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

armex_status armex_entities_named(const struct armex_entity ***out, size_t *n,
                                  const char *list, struct armex_error *error)
{
    struct cut cut = {0};
    struct naming naming = {
        calloc(armex_entity_table_size, sizeof(const struct armex_entity *)), 0,
        calloc(armex_entity_table_size, sizeof(bool))};
    armex_status status = naming.entities && naming.seen
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
