/** ingest/words.c: a hash table of names. */
#include "ingest/words.h"

#include <stdlib.h>
#include <string.h>

struct armex_words *armex_words_create(void)
{
    const size_t first = 1024; // a power of two
    struct armex_arena *arena = armex_arena_create();
    struct armex_words *words = arena ? armex_arena_new(arena, 1, sizeof *words) : NULL;

    if (words) {
        words->arena = arena;
        words->n_slots = first;
        words->slots = calloc(first, sizeof *words->slots);
    } else
        armex_arena_free(arena);
    if (words && !words->slots) {
        armex_arena_free(arena);
        words = NULL;
    }
    return words;
}

void armex_words_free(struct armex_words *words)
{
    if (words) {
        free(words->words);
        free(words->codes);
        free(words->slots);
        armex_arena_free(words->arena);
    }
}

static uint64_t hash(const char *text, size_t length)
{
    uint64_t h = 14695981039346656037u; // FNV-1a

    for (size_t i = 0; i < length; i++)
        h = (h ^ (unsigned char)text[i]) * 1099511628211u;
    return h ^ h >> 29;
}

/** The slot where the word is, or where it would be. */
static uint32_t *slot_of(const struct armex_words *words, const char *text,
                         size_t length)
{
    size_t i = hash(text, length) & (words->n_slots - 1);

    while (words->slots[i]) {
        const char *word = words->words[words->slots[i] - 1];
        if (strncmp(word, text, length) == 0 && !word[length])
            break;
        i = (i + 1) & (words->n_slots - 1);
    }
    return &words->slots[i];
}

static bool widen(struct armex_words *words)
{
    uint32_t *old = words->slots;

    words->slots = calloc(2 * words->n_slots, sizeof *words->slots);
    if (!words->slots) {
        words->slots = old;
        return false;
    }
    words->n_slots *= 2;
    for (uint32_t i = 0; i < words->n; i++)
        *slot_of(words, words->words[i], strlen(words->words[i])) = i + 1;
    free(old);
    return true;
}

static bool grow(struct armex_words *words)
{
    const size_t more = words->capacity ? 2 * words->capacity : 256;
    const char **texts = reallocarray(words->words, more, sizeof *texts);

    if (texts)
        words->words = texts;
    const char **codes = texts ? reallocarray(words->codes, more, sizeof *codes) : NULL;
    if (!codes)
        return false;
    words->codes = codes;
    words->capacity = more;
    return true;
}

armex_status armex_words_number(uint32_t *number, bool *new, struct armex_words *words,
                                const char *text, size_t length,
                                struct armex_error *error)
{
    uint32_t *slot = slot_of(words, text, length);

    *new = !*slot;
    if (*new) {
        if ((2 * words->n >= words->n_slots && !widen(words)) ||
            (words->n == words->capacity && !grow(words)) ||
            !(words->words[words->n] = armex_arena_copy(words->arena, text, length)))
            return armex_fail_memory(error);
        words->codes[words->n] = words->words[words->n];
        slot = slot_of(words, text, length); // the table may have been widened
        *slot = (uint32_t)++words->n;
    }
    *number = *slot - 1;
    return ARMEX_OK;
}

const char *armex_words_code(const struct armex_words *words, const char *text)
{
    const uint32_t slot = *slot_of(words, text, strlen(text));
    return slot ? words->codes[slot - 1] : NULL;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

armex_status armex_words_sort(struct armex_words *words, struct armex_error *error)
{
    words->list = armex_arena_new(words->arena, words->n, sizeof *words->list);
    words->place = armex_arena_new(words->arena, words->n, sizeof *words->place);
    if (!words->list || !words->place)
        return armex_fail_memory(error);
    if (words->n) {
        memcpy(words->list, words->codes, words->n * sizeof *words->list);
        qsort(words->list, words->n, sizeof *words->list, compare_texts);
    }
    words->n_list = 0;
    for (size_t i = 0; i < words->n; i++)
        if (!i || strcmp(words->list[i], words->list[words->n_list - 1]) != 0)
            words->list[words->n_list++] = words->list[i];
    for (size_t i = 0; i < words->n; i++) {
        const char *const *found = bsearch(&words->codes[i], words->list, words->n_list,
                                           sizeof *words->list, compare_texts);
        words->place[i] = (uint32_t)(found - words->list); // it was put there above
    }
    return ARMEX_OK;
}
