/** analysis/yearly_notes.c: the notes of several years' answers, said once. */
#include "analysis/yearly_notes.h"

#include <stdlib.h>
#include <string.h>

#include "store/listing.h"

/* One note, and the years that had it. */
struct armex_yearly_note {
    const char *text;          /* in the arena */
    struct armex_text earlier; /* "2014, 2016–2018, " before the last run of years */
    int first, last;           /* of the last run */
    int n_years;
    bool said;
};

static void put_run(struct armex_text *out, int first, int last)
{
    if (first == last)
        armex_text_printf(out, "%d", first);
    else
        armex_text_printf(out, "%d\u2013%d", first, last);
}

static struct armex_yearly_note *find(const struct armex_yearly_notes *yearly,
                                      const char *text)
{
    for (size_t i = 0; i < yearly->n; i++)
        if (strcmp(yearly->items[i].text, text) == 0)
            return &yearly->items[i];
    return NULL;
}

static armex_status append(struct armex_yearly_notes *yearly, struct armex_arena *arena,
                           const char *text, int year, struct armex_error *error)
{
    if (yearly->n == yearly->capacity) {
        const size_t capacity = yearly->capacity ? 2 * yearly->capacity : 16;
        struct armex_yearly_note *items =
            realloc(yearly->items, capacity * sizeof *items);
        if (!items)
            return armex_fail_memory(error);
        yearly->items = items;
        yearly->capacity = capacity;
    }
    const struct armex_yearly_note item = {.text = armex_arena_text(arena, text),
                                           .first = year,
                                           .last = year,
                                           .n_years = 1};
    if (!item.text)
        return armex_fail_memory(error);
    yearly->items[yearly->n++] = item;
    return ARMEX_OK;
}

static void repeat(struct armex_yearly_note *note, int year, int step)
{
    note->n_years++;
    if (year - note->last > step) {
        put_run(&note->earlier, note->first, note->last);
        armex_text_add(&note->earlier, ", ");
        note->first = year;
    }
    note->last = year;
}

armex_status armex_yearly_notes_add(struct armex_yearly_notes *yearly,
                                    struct armex_notes *out, struct armex_arena *arena,
                                    const struct armex_notes *notes, int year,
                                    struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    yearly->n_years++;
    for (size_t i = 0; !status && i < notes->n_sources; i++)
        status = armex_notes_source(out, arena, &notes->sources[i], error);
    for (size_t i = 0; !status && i < notes->n_notes; i++) {
        struct armex_yearly_note *known = find(yearly, notes->notes[i]);
        if (known)
            repeat(known, year, yearly->step);
        else
            status = append(yearly, arena, notes->notes[i], year, error);
    }
    return status;
}

/* How many bytes of the note are said once for all that begin alike, with ": "; all of
 * it where there is no such beginning. */
static size_t head_of(const char *text)
{
    const char *colon = strstr(text, ": ");
    return colon ? (size_t)(colon - text) + 2 : strlen(text);
}

static bool alike(const char *a, const char *b)
{
    const size_t length = head_of(a);
    return length == head_of(b) && memcmp(a, b, length) == 0;
}

/* "Israel (2022)"; the years are left out where the words name them. */
static void list(struct armex_listing *out, struct armex_yearly_note *note)
{
    const char *tail = note->text + head_of(note->text);

    put_run(&note->earlier, note->first, note->last);
    const char *years = note->earlier.failed ? "" : note->earlier.data;
    if (note->earlier.failed)
        out->text.failed = true;
    else if (strstr(tail, years))
        armex_listing_add(out, "; ", "%s", tail);
    else
        armex_listing_add(out, "; ", "%s%s(%s)", tail, *tail ? " " : "", years);
    note->said = true;
}

/* All that begin as items[first], which has not been said. */
static armex_status write_group(struct armex_yearly_notes *yearly, size_t first,
                                struct armex_notes *out, struct armex_arena *arena,
                                struct armex_error *error)
{
    const char *text = yearly->items[first].text;
    const size_t length = head_of(text);
    struct armex_listing group = {0};
    const char *head =
        armex_arena_printf(arena, "%.*s%s", (int)length, text, text[length] ? "" : " ");

    for (size_t i = first; i < yearly->n; i++)
        if (!yearly->items[i].said && yearly->items[i].n_years < yearly->n_years &&
            alike(yearly->items[i].text, text))
            list(&group, &yearly->items[i]);
    if (head)
        return armex_listing_note(&group, out, arena, head, "", error);
    armex_listing_free(&group);
    return armex_fail_memory(error);
}

armex_status armex_yearly_notes_common(struct armex_yearly_notes *yearly,
                                       struct armex_notes *out,
                                       struct armex_arena *arena,
                                       struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < yearly->n; i++) {
        if (yearly->items[i].n_years < yearly->n_years)
            continue;
        status = armex_notes_add(out, arena, error, "%s", yearly->items[i].text);
        yearly->items[i].said = true;
    }
    return status;
}

armex_status armex_yearly_notes_others(struct armex_yearly_notes *yearly,
                                       struct armex_notes *out,
                                       struct armex_arena *arena,
                                       struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < yearly->n; i++)
        if (!yearly->items[i].said && yearly->items[i].n_years < yearly->n_years)
            status = write_group(yearly, i, out, arena, error);
    return status;
}

void armex_yearly_notes_end(struct armex_yearly_notes *yearly)
{
    for (size_t i = 0; i < yearly->n; i++)
        armex_text_free(&yearly->items[i].earlier);
    free(yearly->items);
    *yearly = (struct armex_yearly_notes){.step = yearly->step};
}
