/** report/since_json.c: figures and changes as a manifest keeps them. */
#include "report/since_json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const figure_kinds[] = {"figure", "growth", "rank"};
static const char *const change_kinds[] = {"data",    "rank",   "new",
                                           "revised", "growth", "gone"};
enum { FIGURE_KINDS = 3 };

static json_t *text_of(const char *text)
{
    json_t *string = json_string(text);
    return string ? string : json_string("(not UTF-8)");
}

static json_t *number_of(double value)
{
    return isnan(value) ? json_null() : json_real(value);
}

json_t *armex_since_figures_json(const struct armex_since *since)
{
    json_t *array = json_array();

    for (size_t i = 0; i < since->n_figures; i++) {
        const struct armex_since_figure *figure = &since->figures[i];
        json_array_append_new(
            array,
            json_pack("{so so so so so so so}", "kind",
                      text_of(figure_kinds[figure->kind]), "key", text_of(figure->key),
                      "name", text_of(figure->name), "what", text_of(figure->what),
                      "when", text_of(figure->when), "unit", text_of(figure->unit),
                      "value", number_of(figure->value)));
    }
    return array;
}

json_t *armex_since_changes_json(const struct armex_since *since)
{
    json_t *array = json_array();

    for (size_t i = 0; i < since->n_changes; i++) {
        const struct armex_since_change *change = &since->changes[i];
        json_array_append_new(
            array, json_pack("{so so so so so so so so}", "change",
                             text_of(change_kinds[change->kind]), "name",
                             text_of(change->name), "what", text_of(change->what),
                             "when", text_of(change->when), "when_before",
                             text_of(change->when_before), "unit",
                             text_of(change->unit), "before", number_of(change->before),
                             "now", number_of(change->now)));
    }
    return array;
}

/* A copy of a text; "" for what is none. NULL: no memory. */
static const char *text_in(const json_t *object, const char *key,
                           struct armex_arena *arena)
{
    return armex_arena_text(arena, json_string_value(json_object_get(object, key)));
}

static double number_in(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_number(value) ? json_number_value(value) : NAN;
}

/* Which of `kinds` the text is, or n. */
static size_t kind_in(const json_t *object, const char *key, const char *const *kinds,
                      size_t n)
{
    const char *text = json_string_value(json_object_get(object, key));
    size_t i = 0;
    while (i < n && (!text || strcmp(text, kinds[i]) != 0))
        i++;
    return i;
}

static int by_key(const void *a, const void *b)
{
    const struct armex_since_figure *first = a, *second = b;
    return strcmp(first->key, second->key);
}

bool armex_since_figures_read(struct armex_since_figure **out, size_t *n,
                              const json_t *array, struct armex_arena *arena)
{
    const size_t most = json_array_size(array);
    struct armex_since_figure *figures = armex_arena_new(arena, most, sizeof *figures);

    *out = figures;
    *n = 0;
    for (size_t i = 0; figures && i < most; i++) {
        const json_t *object = json_array_get(array, i);
        const size_t kind = kind_in(object, "kind", figure_kinds, FIGURE_KINDS);
        struct armex_since_figure *figure = &figures[*n];
        *figure = (struct armex_since_figure){
            (enum armex_since_kind)kind,    text_in(object, "key", arena),
            text_in(object, "name", arena), text_in(object, "what", arena),
            text_in(object, "when", arena), text_in(object, "unit", arena),
            number_in(object, "value")};
        if (!figure->key || !figure->name || !figure->what || !figure->when ||
            !figure->unit)
            return false;
        *n += kind < FIGURE_KINDS && *figure->key && !isnan(figure->value);
    }
    if (figures)
        qsort(figures, *n, sizeof *figures, by_key);
    return figures != NULL;
}

bool armex_since_changes_read(struct armex_since *since, const json_t *array,
                              struct armex_arena *arena)
{
    const size_t most = json_array_size(array);

    since->changes = armex_arena_new(arena, most, sizeof *since->changes);
    since->n_changes = 0;
    for (size_t i = 0; since->changes && i < most; i++) {
        const json_t *object = json_array_get(array, i);
        const size_t kind = kind_in(object, "change", change_kinds, ARMEX_SINCE_KINDS);
        struct armex_since_change *change = &since->changes[since->n_changes];
        *change = (struct armex_since_change){
            .kind = (enum armex_since_change_kind)kind,
            .name = text_in(object, "name", arena),
            .what = text_in(object, "what", arena),
            .when = text_in(object, "when", arena),
            .when_before = text_in(object, "when_before", arena),
            .unit = text_in(object, "unit", arena),
            .before = number_in(object, "before"),
            .now = number_in(object, "now")};
        if (!change->name || !change->what || !change->when || !change->when_before ||
            !change->unit)
            return false;
        since->n_changes += kind < ARMEX_SINCE_KINDS;
    }
    return since->changes != NULL;
}
