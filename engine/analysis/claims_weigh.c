/** analysis/claims_weigh.c: does a figure bear out a claim? */
#include <math.h>
#include <string.h>

#include "analysis/claims_parts.h"
#include "base/number.h"

/* Two ways to the same number may differ in the last bits. */
static const double same_number = 1e-12;

static bool is_same(double a, double b)
{
    return fabs(a - b) <= same_number * fmax(fabs(a), fabs(b));
}

/* In what the claim counts: growth as a person states it, "14 times" or per cent. */
static double as_claimed(const struct armex_statement *statement, double value)
{
    switch (statement->what) {
    case ARMEX_CLAIMED_GROWTH:
        return statement->times ? value + 1.0 : value * 100.0;
    case ARMEX_CLAIMED_CAGR:
    case ARMEX_CLAIMED_SHARE:
        return value * 100.0;
    default:
        return value;
    }
}

static double claimed_of(const struct armex_statement *statement)
{
    return statement->times ? statement->figure
                            : as_claimed(statement, statement->figure);
}

/* The digits after the first `digits` cut off, as some publishers print. */
static double cut_digits(double value, unsigned digits)
{
    const double rounded = armex_round_digits(value, digits);
    const double unit = pow(10.0, floor(log10(fabs(rounded))) - (double)digits + 1.0);

    if (fabs(rounded) <= fabs(value))
        return rounded;
    return armex_round_digits(copysign(fabs(rounded) - unit, value), digits);
}

bool armex_claim_rounds(const struct armex_statement *statement,
                        const struct armex_finding *finding)
{
    const unsigned digits = statement->digits;
    const double found = as_claimed(statement, finding->value);
    const double claimed = claimed_of(statement);

    return digits && found != 0.0 &&
           (is_same(armex_round_digits(found, digits), claimed) ||
            is_same(cut_digits(found, digits), claimed));
}

static enum armex_verdict weigh_equal(const struct armex_statement *statement,
                                      const struct armex_finding *finding,
                                      double claimed, double found)
{
    const unsigned digits = statement->digits;
    const double low = as_claimed(statement, finding->low);
    const double high = as_claimed(statement, finding->high);

    if (is_same(claimed, found))
        return ARMEX_SUPPORTED;
    if (statement->what == ARMEX_CLAIMED_RANK)
        return ARMEX_CONTRADICTED;
    if (armex_claim_rounds(statement, finding))
        return ARMEX_ROUNDING;
    if (finding->digits >= 2 && finding->digits < digits &&
        is_same(armex_round_digits(claimed, finding->digits), found))
        return ARMEX_ROUNDING;
    if (digits && low < high && armex_round_digits(low, digits) <= claimed &&
        claimed <= armex_round_digits(high, digits))
        return ARMEX_ROUNDING;
    return ARMEX_CONTRADICTED;
}

static bool is_nearly(double claimed, double found)
{
    return found * claimed > 0.0 && fabs(found) >= 0.9 * fabs(claimed) &&
           fabs(found) <= fabs(claimed);
}

static enum armex_verdict holds(bool bound)
{
    return bound ? ARMEX_SUPPORTED : ARMEX_CONTRADICTED;
}

enum armex_verdict armex_claim_weigh(const struct armex_statement *statement,
                                     const struct armex_finding *finding)
{
    const double claimed = claimed_of(statement);
    const double found = as_claimed(statement, finding->value);
    const bool same = is_same(claimed, found);

    switch (statement->relation) {
    case ARMEX_AT_LEAST:
        return holds(same || found > claimed);
    case ARMEX_AT_MOST:
        return holds(same || found < claimed);
    case ARMEX_MORE_THAN:
        return holds(!same && found > claimed);
    case ARMEX_LESS_THAN:
        return holds(!same && found < claimed);
    case ARMEX_ABOUT:
        return holds(fabs(found - claimed) <= 0.05 * fabs(claimed));
    case ARMEX_NEARLY: // a shade above is the figure itself, rounded
        return is_nearly(claimed, found)
                   ? ARMEX_SUPPORTED
                   : weigh_equal(statement, finding, claimed, found);
    default:
        return weigh_equal(statement, finding, claimed, found);
    }
}

/* Whether a verdict on a headline or another series is to be preferred. */
static bool is_better(enum armex_verdict verdict, const struct armex_finding *finding,
                      enum armex_verdict best, const struct armex_finding *than,
                      const struct armex_panel *panel)
{
    const bool headline = panel->series[finding->series].headline;
    const bool was = panel->series[than->series].headline;

    if (verdict != best)
        return verdict < best;
    if (finding->published != than->published)
        return finding->published;
    return headline && !was;
}

bool armex_claim_best(struct armex_finding *out, enum armex_verdict *verdict,
                      bool *answered, const struct armex_evidence *evidence,
                      const struct armex_statement *statement)
{
    const struct armex_panel *panel = evidence->panel;
    bool any = false;

    for (size_t s = 0; s < panel->n_series; s++) {
        struct armex_finding finding;
        if (armex_claim_answers(statement, &panel->series[s]) == ARMEX_ANSWERS_NOT)
            continue;
        *answered = true;
        if (!armex_claim_find(&finding, evidence, statement, s))
            continue;
        const enum armex_verdict one = armex_claim_weigh(statement, &finding);
        if (!any || is_better(one, &finding, *verdict, out, panel)) {
            *out = finding;
            *verdict = one;
        }
        any = true;
    }
    return any;
}
