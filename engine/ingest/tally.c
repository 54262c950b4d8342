/** ingest/tally.c: a hash table of sums. */
#include "ingest/tally.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    uint32_t who, what;
    int first, n; /* years that `sums` spans */
    struct armex_sum *sums;
};

struct armex_tally {
    struct entry *entries;
    size_t n, capacity;
    uint32_t *slots; /* of numbers + 1 */
    size_t n_slots;  /* a power of two */
    int from, to;
};

static const size_t first_slots = 4096; // a power of two

struct armex_tally *armex_tally_create(void)
{
    struct armex_tally *tally = calloc(1, sizeof *tally);

    if (tally) {
        tally->slots = calloc(first_slots, sizeof *tally->slots);
        tally->n_slots = first_slots;
        tally->to = -1;
    }
    if (tally && !tally->slots) {
        free(tally);
        tally = NULL;
    }
    return tally;
}

void armex_tally_free(struct armex_tally *tally)
{
    if (tally) {
        for (size_t i = 0; i < tally->n; i++)
            free(tally->entries[i].sums);
        free(tally->entries);
        free(tally->slots);
        free(tally);
    }
}

static uint32_t *slot_of(const struct armex_tally *tally, uint32_t who, uint32_t what)
{
    const uint64_t key = ((uint64_t)who << 32 | what) * 0x9e3779b97f4a7c15u;
    size_t i = (size_t)(key >> 32) & (tally->n_slots - 1);

    while (tally->slots[i] && (tally->entries[tally->slots[i] - 1].who != who ||
                               tally->entries[tally->slots[i] - 1].what != what))
        i = (i + 1) & (tally->n_slots - 1);
    return &tally->slots[i];
}

/** Room for one more entry. */
static bool grow(struct armex_tally *tally)
{
    if (tally->n == tally->capacity) {
        const size_t more = tally->capacity ? 2 * tally->capacity : 512;
        struct entry *entries = reallocarray(tally->entries, more, sizeof *entries);
        if (!entries)
            return false;
        tally->entries = entries;
        tally->capacity = more;
    }
    if (2 * tally->n < tally->n_slots)
        return true;
    const size_t more = tally->n_slots < first_slots ? first_slots : 2 * tally->n_slots;
    uint32_t *slots = calloc(more, sizeof *slots);
    if (!slots)
        return false;
    free(tally->slots);
    tally->slots = slots;
    tally->n_slots = more;
    for (size_t i = 0; i < tally->n; i++)
        *slot_of(tally, tally->entries[i].who, tally->entries[i].what) =
            (uint32_t)i + 1;
    return true;
}

static struct entry *entry_of(struct armex_tally *tally, uint32_t who, uint32_t what)
{
    uint32_t *slot = slot_of(tally, who, what);

    if (!*slot) {
        if (!grow(tally))
            return NULL;
        slot = slot_of(tally, who, what); // the table may have moved
        tally->entries[tally->n++] = (struct entry){.who = who, .what = what};
        *slot = (uint32_t)tally->n;
    }
    return &tally->entries[*slot - 1];
}

/** Makes the entry span the year. */
static bool span(struct entry *entry, int year)
{
    const int last = entry->first + entry->n - 1;
    const int first = entry->n && entry->first < year ? entry->first : year,
              to = entry->n && last > year ? last : year, n = to - first + 1;
    struct armex_sum *sums;

    if (n == entry->n)
        return true;
    sums = calloc((size_t)n, sizeof *sums);
    if (!sums)
        return false;
    if (entry->n)
        memcpy(sums + (entry->first - first), entry->sums,
               (size_t)entry->n * sizeof *sums);
    free(entry->sums);
    entry->sums = sums;
    entry->first = first;
    entry->n = n;
    return true;
}

armex_status armex_tally_add(struct armex_tally *tally, uint32_t who, uint32_t what,
                             int year, double value, struct armex_error *error)
{
    struct entry *entry = entry_of(tally, who, what);

    if (!entry || !span(entry, year))
        return armex_fail_memory(error);
    struct armex_sum *sum = &entry->sums[year - entry->first];
    if (isnan(value)) {
        sum->unstated++;
    } else {
        sum->value += value;
        sum->stated++;
    }
    tally->from = tally->to < 0 || year < tally->from ? year : tally->from;
    tally->to = tally->to < year ? year : tally->to;
    return ARMEX_OK;
}

size_t armex_tally_count(const struct armex_tally *tally)
{
    return tally->n;
}

uint32_t armex_tally_who(const struct armex_tally *tally, size_t i)
{
    return tally->entries[i].who;
}

uint32_t armex_tally_what(const struct armex_tally *tally, size_t i)
{
    return tally->entries[i].what;
}

size_t armex_tally_find(const struct armex_tally *tally, uint32_t who, uint32_t what)
{
    return *slot_of(tally, who, what) - 1;
}

void armex_tally_years(const struct armex_tally *tally, int *from, int *to)
{
    *from = tally->from;
    *to = tally->to;
}

struct armex_sum armex_tally_sum(const struct armex_tally *tally, size_t i, int year)
{
    const struct entry *entry = &tally->entries[i];

    if (year < entry->first || year >= entry->first + entry->n)
        return (struct armex_sum){0};
    return entry->sums[year - entry->first];
}

armex_status armex_tally_observe(struct armex_observations *to,
                                 const struct armex_series *series, int year,
                                 struct armex_sum sum, struct armex_error *error)
{
    const struct armex_observation observation = {
        .series = *series,
        .citation = {"", "", ""},
        .note = "",
        .value = sum.stated ? sum.value : NAN,
        .year = (short)year,
        .status = sum.stated ? ARMEX_FINAL : ARMEX_UNKNOWN_YET,
        .flag = sum.stated && sum.unstated ? ARMEX_DOUBTFUL : ARMEX_UNFLAGGED,
        .row = to->n};

    if (!sum.stated && !sum.unstated)
        return ARMEX_OK;
    if (isinf(sum.value))
        return armex_fail(
            error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
            "the figures of %s for %d add up to more than a number can hold",
            series->name, year);
    return armex_observations_add(to, &observation, error);
}
