/** analysis/compare_notes.c: the words that go with agreement. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/compare_parts.h"
#include "country/entity.h"
#include "store/listing.h"

enum { PAIRS_NAMED = 3, WORDS = 160 };

static bool has(const struct armex_count *count, const char *entity)
{
    for (size_t s = 0; s < count->panel->n_series; s++)
        if (count->panel->series[s].measure == count->measure &&
            strcmp(count->panel->series[s].entity, entity) == 0 &&
            armex_has_figure(count->panel, s))
            return true;
    return false;
}

/* "sipri-tiv", of two vintages "sipri-tiv@2024-11-02". */
static void name_count(char out[WORDS], const struct armex_count *count, bool vintage)
{
    char date[ARMEX_DATE_SIZE];

    armex_date_write(date, count->source->vintage);
    snprintf(out, WORDS, "%.120s%s%s", count->source->dataset, vintage ? "@" : "",
             vintage ? date : "");
}

static bool is_absent(const struct armex_count *there, size_t s,
                      const struct armex_count *not_there)
{
    const struct armex_series *series = &there->panel->series[s];
    return series->measure == there->measure &&
           !armex_entity_is_aggregate(series->entity) &&
           armex_has_figure(there->panel, s) && !has(not_there, series->entity);
}

static bool any_absent(const struct armex_count *there,
                       const struct armex_count *not_there)
{
    for (size_t s = 0; s < there->panel->n_series; s++)
        if (is_absent(there, s, not_there))
            return true;
    return false;
}

/* Entities of the one count that the other knows nothing of. */
static armex_status note_absent(struct armex_table *table,
                                const struct armex_count *there,
                                const struct armex_count *not_there,
                                struct armex_error *error)
{
    const bool vintages = armex_count_vintages(there, not_there);
    struct armex_listing absent = {0};
    char one[WORDS], other[WORDS], before[2 * WORDS + 100];

    for (size_t s = 0; s < there->panel->n_series; s++)
        if (is_absent(there, s, not_there))
            armex_listing_add(&absent, ", ", "%s", there->panel->series[s].name);
    name_count(one, there, vintages);
    name_count(other, not_there, vintages);
    snprintf(before, sizeof before, "%s (%s) has, %s (%s) has not: ", one,
             armex_measure_name(there->measure), other,
             armex_measure_name(not_there->measure));
    return armex_listing_note(&absent, &table->notes, table->arena, before, "", error);
}

/* Room for one more: twice as much whenever a power of two is reached. */
static armex_status put(struct armex_compare_remarks *remarks,
                        struct armex_compare_remark remark, struct armex_error *error)
{
    const size_t n = remarks->n;

    if ((n & (n - 1)) == 0) {
        void *items = reallocarray(remarks->items, n ? 2 * n : 1, sizeof remark);
        if (!items)
            return armex_fail_memory(error);
        remarks->items = items;
    }
    remarks->items[remarks->n++] = remark;
    return ARMEX_OK;
}

static bool is_reason(const struct armex_compare_remark *remark, const char *reason)
{
    return remark->refused && strcmp(remark->refused, reason) == 0;
}

static bool is_there(const struct armex_compare_remarks *remarks, size_t from,
                     size_t end, const char *reason)
{
    for (size_t i = from; i < end; i++)
        if (is_reason(&remarks->items[i], reason))
            return true;
    return false;
}

armex_status armex_compare_remark(struct armex_compare_remarks *remarks,
                                  const struct armex_count *a,
                                  const struct armex_count *b,
                                  const struct armex_pair *pair, double nil_both,
                                  struct armex_error *error)
{
    const struct armex_compare_remark whole = {a, b, NULL, nil_both};
    const size_t first = remarks->n;
    armex_status status = put(remarks, whole, error);

    for (size_t m = 0; !status && m < pair->n_matches; m++) {
        const char *refused = pair->matches[m].refused;
        if (refused && !is_there(remarks, first, remarks->n, refused))
            status =
                put(remarks, (struct armex_compare_remark){a, b, refused, NAN}, error);
    }
    return status;
}

/* Whether a pair of these measures stands before `end` under the same reason. */
static bool is_named(const struct armex_compare_remarks *remarks, size_t end)
{
    const struct armex_compare_remark *one = &remarks->items[end];

    for (size_t i = 0; i < end; i++) {
        const struct armex_compare_remark *other = &remarks->items[i];
        if (is_reason(other, one->refused) && other->a->measure == one->a->measure &&
            other->b->measure == one->b->measure)
            return true;
    }
    return false;
}

/* The reason of remark `first`, once for all pairs it is true of. */
static armex_status note_reason(struct armex_table *table,
                                const struct armex_compare_remarks *remarks,
                                size_t first, struct armex_error *error)
{
    const char *reason = remarks->items[first].refused;
    struct armex_listing measures = {0};
    char before[64];
    size_t pairs = 0;

    for (size_t i = first; i < remarks->n; i++) {
        const struct armex_compare_remark *one = &remarks->items[i];
        if (!is_reason(one, reason))
            continue;
        pairs++;
        if (!is_named(remarks, i))
            armex_listing_add(&measures, ", ", "%s to %s",
                              armex_measure_name(one->a->measure),
                              armex_measure_name(one->b->measure));
    }
    snprintf(before, sizeof before,
             pairs == 1 ? "no ratio of " : "no ratio in %zu pairs: ", pairs);
    char after[512];
    snprintf(after, sizeof after, "%s only ranks, growth and direction: %s",
             pairs == 1 ? "," : ";", reason);
    return armex_listing_note(&measures, &table->notes, table->arena, before, after,
                              error);
}

static armex_status note_reasons(struct armex_table *table,
                                 const struct armex_compare_remarks *remarks,
                                 struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < remarks->n; i++)
        if (remarks->items[i].refused &&
            !is_there(remarks, 0, i, remarks->items[i].refused))
            status = note_reason(table, remarks, i, error);
    return status;
}

armex_status armex_compare_note_units(struct armex_table *table,
                                      struct armex_error *error)
{
    return armex_notes_add(&table->notes, table->arena, error,
                           "states are counted in several currencies, so their ranks "
                           "are not compared; --unit usd sets them in one");
}

static armex_status note_nil(struct armex_table *table,
                             const struct armex_compare_remarks *remarks,
                             struct armex_error *error)
{
    struct armex_listing nil = {0};

    for (size_t i = 0; i < remarks->n; i++) {
        const struct armex_compare_remark *one = &remarks->items[i];
        const bool vintages = armex_count_vintages(one->a, one->b);
        char a[WORDS], b[WORDS];
        if (!(one->nil_both > 0.0)) // NAN is not
            continue;
        name_count(a, one->a, vintages);
        name_count(b, one->b, vintages);
        armex_listing_add(&nil, ", ", "%.0f of %s (%s) and %s (%s)", one->nil_both, a,
                          armex_measure_name(one->a->measure), b,
                          armex_measure_name(one->b->measure));
    }
    return armex_listing_note(
        &nil, &table->notes, table->arena,
        "rank correlations of a year leave out states that are nil in both: ", "",
        error);
}

static armex_status note_who_is_missing(struct armex_table *table,
                                        const struct armex_compare_remarks *remarks,
                                        struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    size_t pairs = 0;
    bool any = false;

    for (size_t i = 0; i < remarks->n; i++) {
        const struct armex_compare_remark *one = &remarks->items[i];
        pairs += !one->refused;
        any = any || any_absent(one->a, one->b) || any_absent(one->b, one->a);
    }
    if (any && pairs > PAIRS_NAMED)
        return armex_notes_add(&table->notes, table->arena, error,
                               "who is in the one count and not in the other is said "
                               "of up to %d pairs; these are %zu: name datasets, or a "
                               "measure with -m",
                               PAIRS_NAMED, pairs);
    for (size_t i = 0; !status && i < remarks->n; i++) {
        const struct armex_compare_remark *one = &remarks->items[i];
        if (one->refused)
            continue;
        status = note_absent(table, one->a, one->b, error);
        if (!status)
            status = note_absent(table, one->b, one->a, error);
    }
    return status;
}

armex_status armex_compare_notes(struct armex_table *table,
                                 const struct armex_compare_remarks *remarks,
                                 struct armex_error *error)
{
    armex_status status = note_reasons(table, remarks, error);
    bool several = false;

    for (size_t i = 0; i < remarks->n; i++)
        several |= !remarks->items[i].a->one_unit || !remarks->items[i].b->one_unit;
    if (!status && several)
        status = armex_compare_note_units(table, error);
    if (!status)
        status = note_nil(table, remarks, error);
    return status ? status : note_who_is_missing(table, remarks, error);
}
