/** country/nearest.c: whom a misspelt name probably meant. */
#include "country/entity_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { LARGEST_DISTANCE = 4 }; // more slips than that are another word

struct search {
    const char *folded;
    size_t limit; /* a name farther away than this is of no interest */
    const struct armex_spelt *best;
};

static size_t first_limit(const char *folded)
{
    const char *next = folded, *end = folded + strlen(folded);
    size_t characters = 0, limit;

    while (next < end) {
        armex_utf8_next(&next, end);
        characters++;
    }
    limit = characters / 3;
    if (limit < 1)
        return 1;
    return limit < LARGEST_DISTANCE ? limit : LARGEST_DISTANCE;
}

/* A name with a star means an armed group or an organisation, and is compared only
   with such names; codes are too short for a slip to show what was meant. Returns
   whether the search is over: nothing can be nearer than what was found. */
static bool look_at(struct search *search, const struct armex_spelt *name)
{
    const char *text = armex_spelt_texts + name->text;
    if (name->spelling == ARMEX_SPELT_CODE ||
        !strchr(text, '*') != !strchr(search->folded, '*'))
        return false;
    const size_t distance = armex_edit_distance(search->folded, text, search->limit);
    if (distance > search->limit)
        return false;
    search->best = name;
    if (distance == 0)
        return true;
    search->limit = distance - 1;
    return search->limit == 0;
}

/* English names come first: among names equally near they are the likelier ones. */
static const struct armex_spelt *nearest_name(const char *folded)
{
    struct search search = {folded, first_limit(folded), NULL};
    for (int translated = 0; translated < 2; translated++)
        for (size_t i = 0; i < armex_entity_spelt_size; i++) {
            const struct armex_spelt *name = &armex_entity_spelt[i];
            if ((name->spelling == ARMEX_SPELT_TRANSLATED) == translated &&
                look_at(&search, name))
                return search.best;
        }
    return search.best;
}

const struct armex_entity *armex_entity_nearest(const char *name, const char **spelling)
{
    char *folded = armex_fold(name, strlen(name));
    const struct armex_spelt *best = folded && *folded ? nearest_name(folded) : NULL;

    free(folded);
    if (!best)
        return NULL;
    const struct armex_entity *entity = &armex_entity_table[best->target];
    *spelling = entity->name;
    return entity;
}
