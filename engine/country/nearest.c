/** country/nearest.c: whom a misspelt name probably meant. */
#include "country/entity_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum {
    LARGEST_DISTANCE = 4, // more slips than that are another word
    FURTHER_THAN_BEST = 1 // what is farther than that is no rival of the best
};

struct found {
    const struct armex_entity *entity;
    size_t distance;
};

struct search {
    const char *folded;
    size_t limit; /* a name farther away than this is of no interest */
    struct found found[ARMEX_NEAREST_ENTITIES]; /* by distance, then as they came */
    size_t n;
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

static void drop(struct search *search, size_t at)
{
    search->n--;
    memmove(&search->found[at], &search->found[at + 1],
            (search->n - at) * sizeof *search->found);
}

/* An entity has many names: the nearest of them counts. */
static void insert(struct search *search, struct found found)
{
    size_t at;

    for (size_t i = 0; i < search->n; i++)
        if (search->found[i].entity == found.entity) {
            if (search->found[i].distance <= found.distance)
                return;
            drop(search, i);
        }
    for (at = search->n; at && search->found[at - 1].distance > found.distance;)
        at--;
    if (at == ARMEX_NEAREST_ENTITIES)
        return;
    search->n += search->n < ARMEX_NEAREST_ENTITIES;
    memmove(&search->found[at + 1], &search->found[at],
            (search->n - 1 - at) * sizeof *search->found);
    search->found[at] = found;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* A name with a star means an armed group or an organisation, and is compared only
   with such names; codes are too short for a slip to show what was meant. */
static void look_at(struct search *search, const struct armex_spelt *name)
{
    const char *text = armex_spelt_texts + name->text;

    if (name->spelling == ARMEX_SPELT_CODE ||
        !strchr(text, '*') != !strchr(search->folded, '*'))
        return;
    const size_t distance = armex_edit_distance(search->folded, text, search->limit);
    if (distance > search->limit)
        return;
    insert(search, (struct found){&armex_entity_table[name->target], distance});
    search->limit = least(search->limit, distance + FURTHER_THAN_BEST);
}

static void look_at_all(struct search *search, bool translated)
{
    for (size_t i = 0; i < armex_entity_spelt_size; i++)
        if ((armex_entity_spelt[i].spelling == ARMEX_SPELT_TRANSLATED) == translated)
            look_at(search, &armex_entity_spelt[i]);
    while (search->n && search->found[search->n - 1].distance >
                            search->found[0].distance + FURTHER_THAN_BEST)
        search->n--;
}

/* English names are the likelier ones: one of another language must be nearer than any
   of them to be heard. */
static void look(struct search *search)
{
    look_at_all(search, false);
    if (search->n && search->found[0].distance == 0)
        return;
    if (search->n)
        search->limit = search->found[0].distance - 1;
    look_at_all(search, true);
}

size_t armex_entities_nearest(const struct armex_entity *out[ARMEX_NEAREST_ENTITIES],
                              const char *name)
{
    char *folded = armex_fold(name, strlen(name));
    struct search search = {.folded = folded};

    if (folded && *folded) {
        search.limit = first_limit(folded);
        look(&search);
    }
    free(folded);
    for (size_t i = 0; i < search.n; i++)
        out[i] = search.found[i].entity;
    return search.n;
}

bool armex_entity_meant(char out[ARMEX_MEANT_SIZE], const char *name, const char *quote)
{
    const struct armex_entity *nearest[ARMEX_NEAREST_ENTITIES];
    const size_t n = armex_entities_nearest(nearest, name);
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < n && used < ARMEX_MEANT_SIZE; i++)
        used += (size_t)snprintf(out + used, ARMEX_MEANT_SIZE - used, "%s%s%s%s",
                                 !i          ? ""
                                 : i + 1 < n ? ", "
                                             : " or ",
                                 quote, nearest[i]->name, quote);
    return n > 0;
}
