/** analysis/claims_find.c: what a series says of a statement. */
#include "analysis/claims_parts.h"

#include <math.h>
#include <string.h>

#include "analysis/caution.h"
#include "base/number.h"

/* A figure, and half a unit of the last digit that was printed of it. */
struct amount {
    double value, half;
    unsigned digits;
    struct armex_date told;
};

static const struct amount no_amount = {.value = NAN, .half = NAN};

static bool is_amount(const struct armex_series *series)
{
    return series->unit.kind == ARMEX_MONEY || series->unit.kind == ARMEX_TIV;
}

static enum armex_answers published_or_worked(bool published,
                                              const struct armex_series *series)
{
    if (published)
        return ARMEX_ANSWERS_PUBLISHED;
    return is_amount(series) ? ARMEX_ANSWERS_WORKED : ARMEX_ANSWERS_NOT;
}

/* Whether the base is the window that ends where the other begins. */
static bool follows(const struct armex_statement *statement, int years)
{
    return statement->at.to - statement->at.from + 1 == years &&
           statement->base.to - statement->base.from + 1 == years &&
           statement->base.to + 1 == statement->at.from;
}

enum armex_answers armex_claim_answers(const struct armex_statement *statement,
                                       const struct armex_series *series)
{
    const bool percent = series->unit.kind == ARMEX_PERCENT;

    if (!statement->scope && armex_is_by_order_year(series->scope))
        return ARMEX_ANSWERS_NOT;
    if (strcmp(series->entity, statement->entity->code) != 0 ||
        series->flow != statement->flow ||
        (!statement->any_measure && series->measure != statement->measure) ||
        (statement->scope && strcmp(series->scope, statement->scope) != 0))
        return ARMEX_ANSWERS_NOT;
    switch (statement->what) {
    case ARMEX_CLAIMED_RANK:
        return published_or_worked(series->unit.kind == ARMEX_RANK, series);
    case ARMEX_CLAIMED_SHARE:
        return published_or_worked(percent && !strcmp(series->scope, "share"), series);
    case ARMEX_CLAIMED_GROWTH:
        return published_or_worked(percent && !strcmp(series->scope, "change") &&
                                       follows(statement, series->period.years),
                                   series);
    case ARMEX_CLAIMED_CAGR:
        return published_or_worked(false, series);
    default:
        return is_amount(series) && (!statement->has_unit ||
                                     armex_unit_equal(series->unit, statement->unit))
                   ? ARMEX_ANSWERS_PUBLISHED
                   : ARMEX_ANSWERS_NOT;
    }
}

double armex_half_unit(double value, unsigned digits)
{
    const unsigned least = digits < 2 ? 2 : digits;

    if (!digits || value == 0.0 || isnan(value))
        return 0.0;
    return 0.5 * pow(10.0, floor(log10(fabs(value))) - (double)least + 1.0);
}

static struct amount amount_of_year(const struct armex_evidence *evidence, size_t s,
                                    int year)
{
    struct amount amount = {.value = armex_panel_value(evidence->panel, s, year)};
    size_t first, end;

    if (!evidence->publications || isnan(amount.value))
        return amount;
    armex_publications_of(evidence->publications, s, year, &first, &end);
    const size_t i = armex_publications_deciding(evidence->publications, first, end,
                                                 evidence->as_of);
    if (i < end) {
        amount.digits = evidence->publications->items[i].digits;
        amount.told = evidence->publications->items[i].published;
    }
    amount.half = armex_half_unit(amount.value, amount.digits);
    return amount;
}

/* The sum of the years, or the figure that covers them; NAN where one is missing. */
static struct amount amount_of(const struct armex_evidence *evidence, size_t s,
                               struct armex_claim_years years, int *window)
{
    const int length = years.to - years.from + 1;
    const struct armex_period period = evidence->panel->series[s].period;
    const int covered = (int)period.years;
    struct amount sum = {.value = 0.0};

    if (covered == length || (covered > 1 && length == 1)) {
        *window = covered == length ? 0 : covered;
        return amount_of_year(evidence, s, years.to);
    }
    if (covered != 1)
        return no_amount;
    for (int year = years.from; year <= years.to; year++) {
        const struct amount one = amount_of_year(evidence, s, year);
        sum.value += one.value;
        sum.half += one.half;
    }
    return isfinite(sum.value) ? sum : no_amount;
}

static void set(struct armex_finding *out, double value, double low, double high)
{
    out->value = isfinite(value) ? value : NAN;
    out->low = isfinite(low) ? low : out->value;
    out->high = isfinite(high) ? high : out->value;
}

/* The growth as a fraction, or a compound yearly rate. */
static double rate(const struct armex_statement *statement, double from, double to)
{
    const int years = statement->at.to - statement->base.to;

    if (!(from > 0.0))
        return NAN;
    if (statement->what == ARMEX_CLAIMED_GROWTH)
        return to / from - 1.0;
    return years > 0 && to >= 0.0 ? pow(to / from, 1.0 / years) - 1.0 : NAN;
}

static void find_growth(struct armex_finding *out,
                        const struct armex_evidence *evidence,
                        const struct armex_statement *statement, size_t s)
{
    int ignored;
    const struct amount from = amount_of(evidence, s, statement->base, &ignored);
    const struct amount to = amount_of(evidence, s, statement->at, &out->window);

    set(out, rate(statement, from.value, to.value),
        rate(statement, from.value + from.half, to.value - to.half),
        rate(statement, from.value - from.half, to.value + to.half));
}

/* Whether b stands beside a in one count of all the world. */
static bool beside(const struct armex_series *a, const struct armex_series *b)
{
    return a->measure == b->measure && a->flow == b->flow &&
           a->period.years == b->period.years && strcmp(a->scope, b->scope) == 0 &&
           armex_unit_equal(a->unit, b->unit);
}

/* The series of the world beside s; n_series: none. */
static size_t world_of(const struct armex_panel *panel, size_t s)
{
    for (size_t i = 0; i < panel->n_series; i++)
        if (strcmp(panel->series[i].entity, "WLD") == 0 &&
            beside(&panel->series[s], &panel->series[i]))
            return i;
    return panel->n_series;
}

static void find_share(struct armex_finding *out, const struct armex_evidence *evidence,
                       const struct armex_statement *statement, size_t s)
{
    const size_t world = world_of(evidence->panel, s);

    if (world == evidence->panel->n_series)
        return;
    const struct amount part = amount_of(evidence, s, statement->at, &out->window);
    const struct amount all = amount_of(evidence, world, statement->at, &out->window);
    if (all.value > 0.0)
        set(out, part.value / all.value,
            (part.value - part.half) / (all.value + all.half),
            (part.value + part.half) / (all.value - all.half));
}

static bool is_ranked(const struct armex_series *series)
{
    const struct armex_entity *entity = armex_entity_by_code(series->entity);
    return entity &&
           (entity->kind == ARMEX_STATE || entity->kind == ARMEX_FORMER_STATE ||
            entity->kind == ARMEX_TERRITORY);
}

/* Only where the dataset counts the whole world is a place in it a rank, and only where
   what is left of the world beside the states it lists is too little for another. */
static void find_rank(struct armex_finding *out, const struct armex_evidence *evidence,
                      const struct armex_statement *statement, size_t s)
{
    const struct armex_panel *panel = evidence->panel;
    const double own = amount_of(evidence, s, statement->at, &out->window).value;
    const size_t world = world_of(panel, s);
    double rank = 1.0, listed = 0.0;
    int ignored;

    if (!(own > 0.0) || world == panel->n_series)
        return;
    for (size_t i = 0; i < panel->n_series; i++) {
        if (!beside(&panel->series[s], &panel->series[i]) ||
            !is_ranked(&panel->series[i]))
            continue;
        const double other = amount_of(evidence, i, statement->at, &ignored).value;
        rank += other > own;
        listed += isnan(other) ? 0.0 : other;
    }
    if (amount_of(evidence, world, statement->at, &ignored).value - listed <= own)
        set(out, rank, rank, rank);
}

static void find_published(struct armex_finding *out,
                           const struct armex_evidence *evidence,
                           const struct armex_statement *statement, size_t s)
{
    const bool percent = evidence->panel->series[s].unit.kind == ARMEX_PERCENT;
    const int years = statement->at.to - statement->at.from + 1;
    struct amount amount = amount_of(evidence, s, statement->at, &out->window);
    double value = percent ? amount.value / 100.0 : amount.value;

    if (statement->what == ARMEX_CLAIMED_MEAN)
        value /= years;
    set(out, value, value, value);
    if (years == 1 || evidence->panel->series[s].period.years == years) {
        out->digits = amount.digits;
        out->told = amount.told;
    }
    out->published = evidence->panel->series[s].unit.kind == ARMEX_RANK || percent;
}

bool armex_claim_find(struct armex_finding *out, const struct armex_evidence *evidence,
                      const struct armex_statement *statement, size_t s)
{
    *out = (struct armex_finding){.value = NAN, .low = NAN, .high = NAN, .series = s};
    switch (armex_claim_answers(statement, &evidence->panel->series[s])) {
    case ARMEX_ANSWERS_NOT:
        return false;
    case ARMEX_ANSWERS_PUBLISHED:
        find_published(out, evidence, statement, s);
        break;
    case ARMEX_ANSWERS_WORKED:
        if (statement->what == ARMEX_CLAIMED_RANK)
            find_rank(out, evidence, statement, s);
        else if (statement->what == ARMEX_CLAIMED_SHARE)
            find_share(out, evidence, statement, s);
        else
            find_growth(out, evidence, statement, s);
    }
    return !isnan(out->value);
}
