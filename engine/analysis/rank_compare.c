/** analysis/rank_compare.c: what may stand in one ranking. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/rank_parts.h"

/* Only figures that are compared can be unlike: a series that is silent does no harm.
 */
static bool takes_part(const struct armex_rank_run *run,
                       const struct armex_contender *contender)
{
    return run->everybody || !isnan(contender->value[ARMEX_NOW]) ||
           !isnan(contender->value[ARMEX_BEFORE]);
}

/* A class of comparable series in words: "USD", "orders, USD". The scope of money is
 * its state's own business; per cents of different scopes are different things. */
static void class_of(char out[160], const struct armex_series *series, bool measures)
{
    char unit[ARMEX_UNIT_SIZE + 16];
    const bool ratio = series->unit.kind == ARMEX_PERCENT;

    armex_unit_label(unit, series->unit);
    snprintf(out, 160, "%s%s%s%s%.60s%s",
             measures ? armex_measure_name(series->measure) : "",
             measures ? " in " : "", unit, ratio ? " of scope " : "",
             ratio ? series->scope : "",
             series->period.years > 1 ? " over several years" : "");
}

static bool alike(const struct armex_series *a, const struct armex_series *b)
{
    return a->measure == b->measure && a->flow == b->flow &&
           armex_unit_equal(a->unit, b->unit) && a->period.years == b->period.years &&
           (a->unit.kind != ARMEX_PERCENT || strcmp(a->scope, b->scope) == 0);
}

/* "USD: Israel, South Korea; EUR: France". */
static void list_classes(struct armex_listing *out, const struct armex_rank_run *run,
                         bool measures)
{
    bool *told = calloc(run->n + 1, sizeof *told);
    char class[160];

    for (size_t i = 0; told && i < run->n; i++) {
        struct armex_listing names = {0};
        for (size_t k = i; k < run->n; k++) {
            const struct armex_contender *other = &run->contenders[k];
            if (told[k] || !takes_part(run, other) ||
                !alike(run->contenders[i].series, other->series))
                continue;
            told[k] = true;
            armex_listing_add(&names, ", ", "%s", other->series->name);
        }
        class_of(class, run->contenders[i].series, measures);
        if (names.n)
            armex_listing_add(out, "; ", "%s: %s", class, armex_listing_words(&names));
        armex_listing_free(&names);
    }
    if (!told)
        out->text.failed = true;
    free(told);
}

static armex_status refuse_unlike(const struct armex_rank_run *run, bool measures,
                                  const char *help)
{
    struct armex_listing classes = {0};
    armex_status status = ARMEX_NO_MEMORY;

    list_classes(&classes, run, measures);
    if (classes.text.failed)
        armex_fail_memory(run->error);
    else
        status = armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "these cannot stand in one ranking: %s; %s",
                            armex_listing_words(&classes), help);
    armex_listing_free(&classes);
    return status;
}

static armex_status check_alike(const struct armex_rank_run *run)
{
    const struct armex_series *first = NULL;
    bool one_measure = true, one_class = true, all_money = true;

    for (size_t i = 0; i < run->n; i++) {
        const struct armex_series *series = run->contenders[i].series;
        if (!takes_part(run, &run->contenders[i]))
            continue;
        first = first ? first : series;
        one_measure &= series->measure == first->measure && series->flow == first->flow;
        one_class &= alike(series, first);
        all_money &= series->unit.kind == ARMEX_MONEY && series->period.years <= 1;
    }
    if (one_class)
        return ARMEX_OK;
    if (!one_measure)
        return refuse_unlike(run, true, "--measure chooses one");
    return refuse_unlike(run, false,
                         all_money ? "--unit usd converts them"
                                   : "--scope or --entity chooses those that compare");
}

static armex_status check_once(const struct armex_rank_run *run)
{
    for (size_t i = 1; i < run->n; i++) {
        const struct armex_series *a = run->contenders[i - 1].series;
        const struct armex_series *b = run->contenders[i].series;
        if (strcmp(a->entity, b->entity) == 0)
            return armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "%s has several series here (%s %s, %s %s); choose one "
                              "with --measure and --scope",
                              a->name, armex_measure_name(a->measure), a->scope,
                              armex_measure_name(b->measure), b->scope);
    }
    return ARMEX_OK;
}

static armex_status check_figures(const struct armex_rank_run *run)
{
    for (size_t i = 0; i < run->n; i++) {
        const struct armex_series *series = run->contenders[i].series;
        const enum armex_unit_kind kind = series->unit.kind;
        char words[64];
        if (!takes_part(run, &run->contenders[i]) || kind == ARMEX_MONEY ||
            kind == ARMEX_TIV || kind == ARMEX_COUNT || kind == ARMEX_PERCENT)
            continue;
        armex_unit_words(words, series->unit);
        return armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "figures of %s (scope %s) are in %s, which have no largest; "
                          "--scope names another count, `show` prints these",
                          series->name, series->scope, words);
    }
    return ARMEX_OK;
}

static armex_status check_growth(const struct armex_rank_run *run)
{
    for (size_t i = 0; i < run->n && run->options.by == ARMEX_BY_GROWTH; i++)
        if (takes_part(run, &run->contenders[i]) &&
            run->contenders[i].series->unit.kind == ARMEX_PERCENT)
            return armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "published shares have no growth of volume to rank by; "
                              "where the source prints one it is a scope of its own: "
                              "--scope change");
    return ARMEX_OK;
}

static armex_status check(const struct armex_rank_run *run)
{
    armex_status status = check_figures(run);

    if (!status)
        status = check_growth(run);
    if (!status)
        status = check_alike(run);
    return status ? status : check_once(run);
}

void armex_rank_settle(struct armex_rank_run *run)
{
    struct armex_error refused;
    struct armex_rank_run all = *run;

    all.everybody = true;
    all.error = &refused;
    run->settled = check(&all) == ARMEX_OK;
}

armex_status armex_rank_compare(const struct armex_rank_run *run)
{
    bool any = false;
    for (size_t i = 0; i < run->n; i++)
        any |= !isnan(run->contenders[i].value[ARMEX_NOW]) ||
               !isnan(run->contenders[i].printed[ARMEX_NOW]);
    if (!any)
        return armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nobody has a figure for %d here", run->options.year);
    return run->settled ? ARMEX_OK : check(run);
}
