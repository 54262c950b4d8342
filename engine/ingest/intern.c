/** ingest/intern.c: an open-addressed table of texts. Nothing ever sees its order. */
#include "ingest/intern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct armex_intern {
    struct armex_arena *arena;
    const char **slots; /* NULL: free */
    size_t n, size;     /* size is a power of two, at most half full */
};

struct armex_intern *armex_intern_create(void)
{
    const size_t first = 256;
    struct armex_intern *intern = calloc(1, sizeof *intern);

    if (!intern)
        return NULL;
    intern->arena = armex_arena_create();
    intern->slots = calloc(first, sizeof *intern->slots);
    intern->size = first;
    if (intern->arena && intern->slots)
        return intern;
    armex_intern_free(intern);
    return NULL;
}

void armex_intern_free(struct armex_intern *intern)
{
    if (intern) {
        armex_arena_free(intern->arena);
        free(intern->slots);
        free(intern);
    }
}

/** FNV-1a, 64 bits. Source: RFC 9923. */
static size_t hash_of(const char *text, size_t length)
{
    uint64_t hash = 0xcbf29ce484222325u;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3u;
    return (size_t)(hash ^ hash >> 32);
}

static size_t slot_of(const char *const *slots, size_t size, const char *text,
                      size_t length)
{
    size_t slot = hash_of(text, length) & (size - 1);

    while (slots[slot] &&
           (strncmp(slots[slot], text, length) != 0 || slots[slot][length]))
        slot = (slot + 1) & (size - 1);
    return slot;
}

static int grow(struct armex_intern *intern)
{
    const size_t size = 2 * intern->size;
    const char **slots = calloc(size, sizeof *slots);

    if (!slots)
        return 0;
    for (size_t i = 0; i < intern->size; i++)
        if (intern->slots[i])
            slots[slot_of(slots, size, intern->slots[i], strlen(intern->slots[i]))] =
                intern->slots[i];
    free(intern->slots);
    intern->slots = slots;
    intern->size = size;
    return 1;
}

const char *armex_intern_text(struct armex_intern *intern, const char *text,
                              size_t length)
{
    if (2 * intern->n >= intern->size && !grow(intern))
        return NULL;
    const size_t slot = slot_of(intern->slots, intern->size, text, length);
    if (!intern->slots[slot]) {
        intern->slots[slot] = armex_arena_copy(intern->arena, text, length);
        intern->n += intern->slots[slot] != NULL;
    }
    return intern->slots[slot];
}
