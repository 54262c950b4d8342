/** model/publication.c: the rule that picks the figure which decides. */
#include "model/publication.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

static const char *const flag_names[ARMEX_FLAGS] = {
    [ARMEX_UNFLAGGED] = "",
    [ARMEX_DOUBTFUL] = "doubtful",
    [ARMEX_ROUNDED] = "rounded",
    [ARMEX_PARTIAL] = "partial",
    [ARMEX_SUPERSEDED] = "superseded",
    [ARMEX_EXCLUDED] = "excluded",
    [ARMEX_MISPRINT] = "misprint",
    [ARMEX_MISDATED] = "misdated",
};

const char *armex_flag_name(enum armex_flag flag)
{
    return flag_names[flag];
}

bool armex_flag_parse(enum armex_flag *out, const char *text, size_t length)
{
    const size_t i = armex_word_index(flag_names, ARMEX_FLAGS, text, length);
    if (i < ARMEX_FLAGS)
        *out = (enum armex_flag)i;
    return i < ARMEX_FLAGS;
}

armex_status armex_publications_create(struct armex_publications **out, size_t n,
                                       size_t n_citations, struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_publications *made =
        arena ? armex_arena_new(arena, 1, sizeof *made) : NULL;

    *out = NULL;
    if (made) {
        made->arena = arena;
        made->n = n;
        made->n_citations = n_citations;
        made->items = armex_arena_new(arena, n, sizeof *made->items);
        made->citations = armex_arena_new(arena, n_citations, sizeof *made->citations);
    }
    if (!made || !made->items || !made->citations) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    *out = made;
    return ARMEX_OK;
}

void armex_publications_free(struct armex_publications *publications)
{
    if (publications)
        armex_arena_free(publications->arena);
}

static int order_of(double a, double b)
{
    return (a > b) - (a < b);
}

/* NAN last, so that the order is total. */
static int order_of_values(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return order_of(a, b);
}

static int by_observation_then_date(const void *first, const void *second,
                                    void *context)
{
    const struct armex_publication *a = first, *b = second;
    const struct armex_citation *citations = context;
    int order = order_of(a->series, b->series);

    if (!order)
        order = a->year - b->year;
    if (!order)
        order = armex_date_last_day(a->published) - armex_date_last_day(b->published);
    if (!order)
        order =
            strcmp(citations[a->citation].publisher, citations[b->citation].publisher);
    if (!order)
        order = strcmp(citations[a->citation].url, citations[b->citation].url);
    if (!order)
        order = order_of_values(a->value, b->value);
    if (!order)
        order = a->flag - b->flag;
    return order ? order : strcmp(a->note, b->note);
}

void armex_publications_sort(struct armex_publications *publications)
{
    qsort_r(publications->items, publications->n, sizeof *publications->items,
            by_observation_then_date, publications->citations);
}

/* 2: may decide; 1: only where nothing better stands; 0: never. */
static int strength(const struct armex_publication *item)
{
    const armex_mark status = item->status & ARMEX_STATUS_BITS;
    if (status == ARMEX_TARGET || status == ARMEX_MISSING)
        return 0;
    if (item->flag == ARMEX_UNFLAGGED)
        return 2;
    return item->flag == ARMEX_DOUBTFUL || item->flag == ARMEX_ROUNDED;
}

static int firmness(armex_mark status)
{
    switch (status & ARMEX_STATUS_BITS) {
    case ARMEX_PRELIMINARY:
        return 1;
    case ARMEX_ESTIMATE:
        return 0;
    default:
        return 2;
    }
}

/* Whether `later` only says again, with fewer digits, what `earlier` said. */
static bool repeats(const struct armex_publication *later,
                    const struct armex_publication *earlier)
{
    return later->digits < earlier->digits && later->digits > 0 &&
           armex_round_digits(earlier->value, later->digits) == later->value;
}

/* Whether `item`, which comes after `best` in the order of the list, takes its place.
 */
static bool replaces(const struct armex_publication *item,
                     const struct armex_publication *best)
{
    if (repeats(item, best))
        return false;
    if (armex_date_last_day(item->published) != armex_date_last_day(best->published))
        return true;
    const int firmer = firmness(item->status) - firmness(best->status);
    if (firmer)
        return firmer > 0;
    return item->digits > best->digits; // of equals the first in the list stays
}

size_t armex_publications_deciding(const struct armex_publications *publications,
                                   size_t first, size_t end, int as_of)
{
    const struct armex_publication *items = publications->items;
    size_t best = end;
    int best_strength = 0;

    for (size_t i = first; i < end; i++) {
        const int held = strength(&items[i]);
        if (as_of && armex_date_last_day(items[i].published) > as_of)
            break; // sorted by date: the rest was not known either
        if (held == 0 || held < best_strength)
            continue;
        if (best == end || held > best_strength || replaces(&items[i], &items[best])) {
            best = i;
            best_strength = held;
        }
    }
    return best;
}

static bool has_target(const struct armex_publications *publications, size_t first,
                       size_t end, int as_of)
{
    for (size_t i = first; i < end; i++) {
        const struct armex_publication *item = &publications->items[i];
        if ((item->status & ARMEX_STATUS_BITS) == ARMEX_TARGET &&
            (!as_of || armex_date_last_day(item->published) <= as_of))
            return true;
    }
    return false;
}

static size_t end_of_observation(const struct armex_publications *publications,
                                 size_t first)
{
    const struct armex_publication *items = publications->items;
    size_t end = first;
    while (end < publications->n && items[end].series == items[first].series &&
           items[end].year == items[first].year)
        end++;
    return end;
}

static void clear(struct armex_panel *panel)
{
    for (size_t i = 0; i < panel->n_series * panel->n_years; i++) {
        panel->values[i] = NAN;
        panel->marks[i] &= ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK;
    }
}

void armex_publications_choose(const struct armex_publications *publications,
                               struct armex_panel *panel, int as_of)
{
    clear(panel);
    for (size_t first = 0, end; first < publications->n; first = end) {
        const struct armex_publication *item = &publications->items[first];
        end = end_of_observation(publications, first);
        const size_t at = armex_panel_at(panel, item->series, item->year);
        const size_t best =
            armex_publications_deciding(publications, first, end, as_of);
        if (best < end) {
            item = &publications->items[best];
            panel->values[at] = item->value;
            panel->marks[at] |= item->status & ARMEX_STATUS_BITS;
            if (item->flag != ARMEX_UNFLAGGED)
                panel->marks[at] |= ARMEX_WEAK;
        } else if (has_target(publications, first, end, as_of)) {
            panel->marks[at] |= ARMEX_TARGET;
        }
    }
}

void armex_publications_of(const struct armex_publications *publications, size_t series,
                           int year, size_t *first, size_t *end)
{
    size_t low = 0, high = publications->n;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct armex_publication *item = &publications->items[middle];
        if (item->series < series || (item->series == series && item->year < year))
            low = middle + 1;
        else
            high = middle;
    }
    *first = *end = low;
    if (low < publications->n && publications->items[low].series == series &&
        publications->items[low].year == year)
        *end = end_of_observation(publications, low);
}
