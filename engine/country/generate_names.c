/** country/generate_names.c: folded names, each with one meaning. */
#include "country/generate.h"

#include <stdlib.h>
#include <string.h>

static bool looks_like_a_code(const char *folded)
{
    size_t n = 0;
    for (; folded[n]; n++)
        if ((unsigned char)folded[n] >= 0x80)
            return false;
    return n <= 3;
}

static bool make_room(struct generate_names *names)
{
    if (names->n < names->capacity)
        return true;
    const size_t capacity = names->capacity ? 2 * names->capacity : 1024;
    struct generate_name *more = armex_arena_new(names->arena, capacity, sizeof *more);
    if (!more)
        return false;
    if (names->n)
        memcpy(more, names->items, names->n * sizeof *more);
    names->items = more;
    names->capacity = capacity;
    return true;
}

armex_status generate_name_add(struct generate_names *names, const char *text,
                               size_t target, enum armex_spelling spelling,
                               struct armex_error *error)
{
    char *folded = armex_fold(text, strlen(text));
    armex_status status = ARMEX_OK;

    if (!folded)
        return armex_fail_memory(error);
    if (*folded && (spelling != ARMEX_SPELT_TRANSLATED || !looks_like_a_code(folded))) {
        const bool article = strncmp(folded, "the ", 4) == 0; // see spelt.c
        const char *copy = armex_arena_text(names->arena, folded + (article ? 4 : 0));
        if (copy && make_room(names))
            names->items[names->n++] = (struct generate_name){copy, target, spelling};
        else
            status = armex_fail_memory(error);
    }
    free(folded);
    return status;
}

static int compare_names(const void *a, const void *b)
{
    const struct generate_name *x = a, *y = b;
    const int order = strcmp(x->text, y->text);
    if (order)
        return order;
    if (x->spelling != y->spelling)
        return x->spelling < y->spelling ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

/* Whether the names of items[0..n), all of one text, that are as strong as the first
   agree on whom they mean. */
static bool agree(const struct generate_name *items, size_t n)
{
    const bool translated = items->spelling == ARMEX_SPELT_TRANSLATED;
    for (size_t i = 1; i < n; i++)
        if (items[i].target != items->target &&
            (translated || items[i].spelling != ARMEX_SPELT_TRANSLATED))
            return false;
    return true;
}

armex_status generate_names_settle(struct generate_names *names,
                                   struct armex_error *error)
{
    size_t kept = 0, end = 0;

    if (names->n) // qsort must not be given NULL
        qsort(names->items, names->n, sizeof *names->items, compare_names);
    for (size_t i = 0; i < names->n; i = end) {
        const struct generate_name *first = &names->items[i];
        for (end = i + 1;
             end < names->n && strcmp(names->items[end].text, first->text) == 0;)
            end++;
        if (agree(first, end - i))
            names->items[kept++] = *first;
        else if (first->spelling != ARMEX_SPELT_TRANSLATED)
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "'%s' means two entities", first->text);
    }
    names->n = kept;
    return ARMEX_OK;
}
