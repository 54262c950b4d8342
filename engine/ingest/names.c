/** ingest/names.c: names found, mapped, kept. */
#include "ingest/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/map.h"
#include "ingest/words.h"

enum { LONGEST_NAME = 1000, LONGEST_CODE = 47 };

struct armex_names {
    const struct armex_map *map;
    bool keep;
    struct armex_words *words;  /* folded names; word i is that of kept[i] */
    struct armex_entity **kept; /* from the words' arena */
    size_t capacity;
};

armex_status armex_names_create(struct armex_names **out, const struct armex_map *map,
                                bool keep, struct armex_error *error)
{
    struct armex_names *made = calloc(1, sizeof *made);

    *out = NULL;
    if (made)
        made->words = armex_words_create();
    if (!made || !made->words) {
        free(made);
        return armex_fail_memory(error);
    }
    made->map = map;
    made->keep = keep;
    *out = made;
    return ARMEX_OK;
}

void armex_names_free(struct armex_names *names)
{
    if (names) {
        armex_words_free(names->words);
        free(names->kept);
        free(names);
    }
}

const struct armex_map *armex_names_map(const struct armex_names *names)
{
    return names ? names->map : NULL;
}

const struct armex_entity *armex_names_find(const struct armex_names *names,
                                            const char *text, size_t length)
{
    const struct armex_entity *mapped =
        names && names->map ? armex_map_entity(names->map, text, length) : NULL;

    return mapped ? mapped : armex_entity_find(text, length);
}

/** "unlisted-" and the letters and digits of the folded name. */
static void make_code(char code[LONGEST_CODE + 1], const char *folded)
{
    const size_t longest = LONGEST_CODE - sizeof "-01234567" + 1;
    size_t n = (size_t)snprintf(code, LONGEST_CODE + 1, "unlisted");
    unsigned hash = 2166136261u; // FNV-1a
    bool whole = true;

    for (const char *at = folded; *at; at++) {
        const bool plain = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        hash = (hash ^ (unsigned char)*at) * 16777619u;
        if (n + 2 > longest || (!plain && *at != ' '))
            whole = false;
        else if (plain) {
            if (at == folded || at[-1] == ' ')
                code[n++] = '-';
            code[n++] = *at;
        }
    }
    code[n] = '\0';
    if (!whole)
        snprintf(code + n, LONGEST_CODE + 1 - n, "-%08x", hash);
}

static struct armex_entity *make_kept(struct armex_names *names, const char *folded,
                                      const struct armex_cell *name)
{
    static const char *const none[] = {NULL};
    struct armex_arena *arena = names->words->arena;
    struct armex_entity *kept = armex_arena_new(arena, 1, sizeof *kept);
    char code[LONGEST_CODE + 1];

    if (!kept)
        return NULL;
    make_code(code, folded);
    *kept = (struct armex_entity){
        .code = armex_arena_text(arena, code),
        .name = armex_arena_copy(arena, name->text, name->length),
        .alpha2 = "",
        .kind = ARMEX_UNKNOWN,
        .predecessors = none,
        .groups = none,
    };
    return kept->code && kept->name ? kept : NULL;
}

static bool has_room(struct armex_names *names)
{
    const size_t more = names->capacity ? 2 * names->capacity : 64;

    if (names->words->n < names->capacity)
        return true;
    struct armex_entity **kept = reallocarray(
        names->kept, more, sizeof *kept); // NOLINT(bugprone-sizeof-expression)
    if (!kept)
        return false;
    names->kept = kept;
    names->capacity = more;
    return true;
}

static armex_status keep_folded(const struct armex_entity **out,
                                struct armex_names *names, const char *folded,
                                const struct armex_cell *name,
                                struct armex_error *error)
{
    uint32_t number = 0;
    bool new = false;

    if (!has_room(names))
        return armex_fail_memory(error);
    const armex_status status =
        armex_words_number(&number, &new, names->words, folded, strlen(folded), error);
    if (status)
        return status;
    if (new)
        names->kept[number] = make_kept(names, folded, name);
    *out = names->kept[number];
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

/* What armex wrote itself comes back: "unlisted-ruritania" is that again. */
static const char *without_mark(const char *folded)
{
    static const char mark[] = "unlisted ";
    return strncmp(folded, mark, strlen(mark)) == 0 ? folded + strlen(mark) : folded;
}

armex_status armex_names_keep(const struct armex_entity **out,
                              struct armex_names *names, const struct armex_cell *code,
                              const struct armex_cell *name, struct armex_error *error)
{
    char *folded;
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (!names || !names->keep || !code->length || code->length > LONGEST_NAME ||
        name->length > LONGEST_NAME)
        return ARMEX_OK;
    folded = armex_fold(code->text, code->length);
    if (!folded)
        return armex_fail_memory(error);
    const char *bare = without_mark(folded);
    if (*bare)
        status = keep_folded(out, names, bare, name, error);
    free(folded);
    return status;
}

static armex_status fail_unknown(const char *file, const struct armex_cell *cell,
                                 struct armex_error *error)
{
    const struct armex_clip clip = armex_cell_clip(cell);
    const struct armex_place place = armex_cell_place(file, cell);
    char meant[ARMEX_MEANT_SIZE];

    if (!cell->length)
        return armex_fail(error, ARMEX_BAD_INPUT, place, "this row names no country");
    return armex_fail(error, ARMEX_BAD_INPUT, place,
                      armex_entity_meant(meant, clip.text, "")
                          ? "no entity is called '%s'; did you mean %s?"
                          : "no entity is called '%s'; armex entities lists them",
                      clip.text, meant);
}

armex_status armex_names_entity(const struct armex_entity **out,
                                struct armex_names *names, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    *out = cell->length ? armex_names_find(names, cell->text, cell->length) : NULL;
    if (!*out)
        status = armex_names_keep(out, names, cell, cell, error);
    return status || *out ? status : fail_unknown(file, cell, error);
}

const struct armex_entity *armex_names_by_code(const struct armex_names *names,
                                               const char *code)
{
    const size_t n = names ? names->words->n : 0;

    for (size_t i = 0; i < n; i++)
        if (names->kept[i] && strcmp(names->kept[i]->code, code) == 0)
            return names->kept[i];
    return armex_entity_by_code(code);
}

armex_status armex_names_restart(struct armex_names *names, struct armex_error *error)
{
    struct armex_words *fresh = names ? armex_words_create() : NULL;

    if (!names)
        return ARMEX_OK;
    if (!fresh)
        return armex_fail_memory(error);
    armex_words_free(names->words);
    names->words = fresh;
    return ARMEX_OK;
}

void armex_names_words(struct armex_text *out, const struct armex_names *names)
{
    const size_t n = names ? names->words->n : 0, most_told = 12;

    if (!n)
        return;
    armex_text_printf(out,
                      "Names that mean nobody known stand for themselves: %zu:", n);
    for (size_t i = 0; i < n && i < most_told; i++)
        armex_text_printf(out, "%s '%s' (%s)", i ? "," : "", names->kept[i]->name,
                          names->kept[i]->code);
    armex_text_add(out, n > most_told ? " and more." : ".");
}
