/** report/since_read.c: figures and changes out of a manifest, which may be anybody's.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/since_json.h"

/* A copy of a text; "" for what is none. NULL: no memory. */
static const char *text_in(const json_t *object, const char *key,
                           struct armex_arena *arena)
{
    return armex_arena_text(arena, json_string_value(json_object_get(object, key)));
}

static double number_of(const json_t *value)
{
    return json_is_number(value) ? json_number_value(value) : NAN;
}

/* Which of `words` the text is, or n. */
static size_t kind_in(const json_t *object, const char *key, const char *const *words,
                      size_t n)
{
    const char *kind = json_string_value(json_object_get(object, key));
    size_t i = 0;

    while (i < n && (!kind || strcmp(kind, words[i]) != 0))
        i++;
    return i;
}

static bool is_known(const struct armex_since_figure *figure)
{
    return *figure->key && isfinite(figure->value);
}

/* A series: as many years as values. false: no memory. */
static bool read_series(struct armex_since_figure *out, size_t *n, const json_t *whens,
                        const json_t *values, const struct armex_since_figure *series,
                        struct armex_arena *arena)
{
    for (size_t i = 0; i < json_array_size(whens) && i < json_array_size(values); i++) {
        struct armex_since_figure *figure = &out[*n];
        *figure = *series;
        figure->when =
            armex_arena_text(arena, json_string_value(json_array_get(whens, i)));
        figure->value = number_of(json_array_get(values, i));
        if (!figure->when)
            return false;
        *n += is_known(figure);
    }
    return true;
}

static bool read_object(struct armex_since_figure *out, size_t *n, const json_t *object,
                        struct armex_arena *arena)
{
    const size_t kind =
        kind_in(object, "kind", armex_since_figure_words, ARMEX_SINCE_FIGURE_KINDS);

    if (kind == ARMEX_SINCE_FIGURE_KINDS)
        return true;
    const struct armex_since_figure series = {.kind = (enum armex_since_kind)kind,
                                              .key = text_in(object, "key", arena),
                                              .name = text_in(object, "name", arena),
                                              .what = text_in(object, "what", arena),
                                              .unit = text_in(object, "unit", arena)};
    if (!series.key || !series.name || !series.what || !series.unit)
        return false;
    return read_series(out, n, json_object_get(object, "when"),
                       json_object_get(object, "value"), &series, arena);
}

bool armex_since_figures_read(struct armex_since_figure **out, size_t *n,
                              const json_t *array, struct armex_arena *arena)
{
    const size_t objects = json_array_size(array);
    size_t all = 0;

    for (size_t i = 0; i < objects; i++) {
        const size_t years =
            json_array_size(json_object_get(json_array_get(array, i), "when"));
        all += years ? years : 1; // a series without a year is none of ours
    }
    *out = armex_arena_new(arena, all, sizeof **out);
    *n = 0;
    bool whole = *out != NULL;
    for (size_t i = 0; whole && i < objects; i++)
        whole = read_object(*out, n, json_array_get(array, i), arena);
    if (*n < all)
        *n = 0; // to know half of them would make news of the other half
    if (whole)
        armex_since_sort(*out, *n);
    return whole;
}

bool armex_since_changes_read(struct armex_since *since, const json_t *array,
                              struct armex_arena *arena)
{
    const size_t most = json_array_size(array);

    since->changes = armex_arena_new(arena, most, sizeof *since->changes);
    since->n_changes = 0;
    for (size_t i = 0; since->changes && i < most; i++) {
        const json_t *object = json_array_get(array, i);
        const size_t kind =
            kind_in(object, "change", armex_since_change_words, ARMEX_SINCE_KINDS);
        struct armex_since_change *change = &since->changes[since->n_changes];
        *change = (struct armex_since_change){
            .kind = (enum armex_since_change_kind)kind,
            .name = text_in(object, "name", arena),
            .what = text_in(object, "what", arena),
            .when = text_in(object, "when", arena),
            .when_before = text_in(object, "when_before", arena),
            .unit = text_in(object, "unit", arena),
            .before = number_of(json_object_get(object, "before")),
            .now = number_of(json_object_get(object, "now"))};
        if (!change->name || !change->what || !change->when || !change->when_before ||
            !change->unit)
            return false;
        since->n_changes += kind < ARMEX_SINCE_KINDS;
    }
    return since->changes != NULL;
}
