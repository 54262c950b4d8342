/** model/notes.c: sources and notes, each once, in the order they were met. */
#include "model/notes.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* An arena cannot grow a thing, so lists are copied when their length is a power of 2.
 */
static void *grown(struct armex_arena *arena, const void *items, size_t n, size_t size)
{
    if (n & (n - 1))
        return (void *)items; // room is left
    void *more = armex_arena_new(arena, n ? 2 * n : 1, size);
    if (more && n)
        memcpy(more, items, n * size);
    return more;
}

static bool copy_source(struct armex_provenance *out, struct armex_arena *arena,
                        const struct armex_provenance *from)
{
    const struct {
        const char **to;
        const char *text;
    } texts[] = {
        {&out->dataset, from->dataset},
        {&out->title, from->title},
        {&out->description, from->description},
        {&out->publisher, from->publisher},
        {&out->url, from->url},
        {&out->licence, from->licence},
        {&out->file, from->file},
        {&out->sha256, from->sha256},
        {&out->retrieved, from->retrieved},
        {&out->version, from->version},
    };
    out->vintage = from->vintage;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!(*texts[i].to = armex_arena_text(arena, texts[i].text)))
            return false;
    return true;
}

armex_status armex_notes_source(struct armex_notes *notes, struct armex_arena *arena,
                                const struct armex_provenance *source,
                                struct armex_error *error)
{
    for (size_t i = 0; i < notes->n_sources; i++) {
        const struct armex_provenance *known = &notes->sources[i];
        if (!strcmp(known->dataset, source->dataset) &&
            !strcmp(known->sha256, source->sha256) &&
            armex_date_last_day(known->vintage) == armex_date_last_day(source->vintage))
            return ARMEX_OK;
    }
    struct armex_provenance *sources =
        grown(arena, notes->sources, notes->n_sources, sizeof *sources);
    if (!sources || !copy_source(&sources[notes->n_sources], arena, source))
        return armex_fail_memory(error);
    notes->sources = sources;
    notes->n_sources++;
    return ARMEX_OK;
}

static armex_status add_text(struct armex_notes *notes, struct armex_arena *arena,
                             const char *text, struct armex_error *error)
{
    for (size_t i = 0; i < notes->n_notes; i++)
        if (strcmp(notes->notes[i], text) == 0)
            return ARMEX_OK;
    const char **list = grown(arena, notes->notes, notes->n_notes, sizeof *list);
    char *copy = list ? armex_arena_text(arena, text) : NULL;
    if (!copy)
        return armex_fail_memory(error);
    list[notes->n_notes++] = copy;
    notes->notes = list;
    return ARMEX_OK;
}

armex_status armex_notes_add(struct armex_notes *notes, struct armex_arena *arena,
                             struct armex_error *error, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    char *words = length >= 0 ? armex_arena_new(arena, (size_t)length + 1, 1) : NULL;
    if (words)
        vsnprintf(words, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    return words ? add_text(notes, arena, words, error) : armex_fail_memory(error);
}

armex_status armex_notes_join(struct armex_notes *notes, struct armex_arena *arena,
                              const struct armex_notes *from, struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < from->n_sources; i++)
        status = armex_notes_source(notes, arena, &from->sources[i], error);
    for (size_t i = 0; !status && i < from->n_notes; i++)
        status = add_text(notes, arena, from->notes[i], error);
    return status;
}
