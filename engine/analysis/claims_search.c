/** analysis/claims_search.c: a figure that does not stand, looked for elsewhere. */
#include <math.h>
#include <stdlib.h>

#include "analysis/claims_evidence.h"

static bool bears_out(enum armex_verdict verdict)
{
    return verdict == ARMEX_SUPPORTED || verdict == ARMEX_ROUNDING;
}

/* Whether the claim leaves room: what has room is borne out somewhere by chance. */
static bool is_bound(const struct armex_statement *statement)
{
    return statement->relation != ARMEX_EQUAL;
}

static struct armex_claim_years moved(struct armex_claim_years years, int by)
{
    return (struct armex_claim_years){years.from + by, years.to + by};
}

/* Judges the statement on the evidence as if it were about other years. */
static bool holds_for(struct armex_judgement *out,
                      const struct armex_evidence *evidence,
                      const struct armex_statement *statement,
                      struct armex_claim_years base, struct armex_claim_years at)
{
    struct armex_statement other = *statement;
    struct armex_finding finding;
    enum armex_verdict verdict;
    bool answered = false;

    other.base = base;
    other.at = at;
    if ((base.from == statement->base.from && base.to == statement->base.to &&
         at.from == statement->at.from && at.to == statement->at.to) ||
        (base.to && base.to >= at.to) ||
        !armex_claim_best(&finding, &verdict, &answered, evidence, &other) ||
        finding.window || !bears_out(verdict))
        return false;
    out->found = finding;
    out->base = base;
    out->at = at;
    return true;
}

/* A window of that many years with the same end; growth then against the one before. */
static bool holds_for_window(struct armex_judgement *out,
                             const struct armex_evidence *evidence,
                             const struct armex_statement *statement, int length)
{
    const struct armex_claim_years at = {statement->at.to - length + 1,
                                         statement->at.to};
    const bool grows = statement->base.to != 0;

    return holds_for(out, evidence, statement,
                     grows ? moved(at, -length) : statement->base, at);
}

/* Ends one year off: fiscal for calendar years, a year misread, a base chosen well. */
static bool holds_nearby(struct armex_judgement *out,
                         const struct armex_evidence *evidence,
                         const struct armex_statement *statement)
{
    static const int steps[][2] = {{-1, -1}, {1, 1}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    const bool grows = statement->base.to != 0;

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const struct armex_claim_years base =
            grows ? moved(statement->base, steps[i][0]) : statement->base;
        if (holds_for(out, evidence, statement, base,
                      moved(statement->at, steps[i][1])))
            return true;
    }
    return false;
}

static bool other_window(struct armex_judgement *out,
                         const struct armex_evidence *evidence,
                         const struct armex_statement *statement)
{
    static const int lengths[] = {1, 2, 3, 4, 5, 10};
    const bool placed =
        statement->what == ARMEX_CLAIMED_RANK || statement->what == ARMEX_CLAIMED_SHARE;

    // a bound that holds in some other year proves nothing; a rank needs its window
    if (is_bound(statement) && !placed)
        return false;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        if (holds_for_window(out, evidence, statement, lengths[i]))
            return true;
    return !is_bound(statement) && holds_nearby(out, evidence, statement);
}

/* What stood on one day; `*best` says what it was good for so far. */
static armex_status weigh_day(struct armex_judgement *out, enum armex_verdict *best,
                              const struct armex_vintage *vintage,
                              const struct armex_statement *statement,
                              struct armex_date day, struct armex_error *error)
{
    struct armex_evidence then = {.publications = vintage->publications,
                                  .as_of = armex_date_last_day(day)};
    struct armex_panel *panel = NULL;
    struct armex_finding finding;
    enum armex_verdict verdict;
    bool answered = false;
    const armex_status status =
        armex_evidence_panel(&panel, vintage, then.as_of, error);

    then.panel = panel;
    if (!status && armex_claim_best(&finding, &verdict, &answered, &then, statement) &&
        bears_out(verdict) && verdict < *best) {
        out->found = finding;
        out->day = finding.told.year ? finding.told : day;
        *best = verdict;
    }
    armex_panel_free(panel);
    return status;
}

/* The latest day on which the very figure stood; else one that rounds to it. */
static armex_status other_vintage(struct armex_judgement *out, bool *found,
                                  const struct armex_vintage *vintage,
                                  const struct armex_statement *statement, int as_of,
                                  struct armex_error *error)
{
    struct armex_date *days = NULL;
    enum armex_verdict best = ARMEX_CONTRADICTED;
    size_t n = 0;
    armex_status status =
        armex_evidence_days(&days, &n, vintage, statement, as_of, error);

    for (size_t i = 0; !status && best != ARMEX_SUPPORTED && i < n; i++)
        status = weigh_day(out, &best, vintage, statement, days[i], error);
    *found = bears_out(best);
    free(days);
    return status;
}

static armex_status search(struct armex_judgement *out, bool *bears,
                           const struct armex_vintage *vintage,
                           const struct armex_evidence *evidence,
                           const struct armex_statement *statement,
                           struct armex_error *error)
{
    bool before = false;
    const armex_status status =
        other_vintage(out, &before, vintage, statement, evidence->as_of, error);

    if (before)
        out->verdict = ARMEX_OTHER_VINTAGE;
    else if (other_window(out, evidence, statement))
        out->verdict = ARMEX_OTHER_WINDOW;
    *bears = *bears || out->verdict != ARMEX_CONTRADICTED;
    return status;
}

armex_status armex_claim_judgement(struct armex_judgement *out, bool *bears,
                                   bool *answered, const struct armex_vintage *vintage,
                                   const struct armex_statement *statement, int as_of,
                                   struct armex_error *error)
{
    struct armex_evidence now = {.publications = vintage->publications, .as_of = as_of};
    struct armex_panel *panel = NULL;
    bool any = false;
    armex_status status = armex_evidence_panel(&panel, vintage, as_of, error);

    *out = (struct armex_judgement){.verdict = ARMEX_CONTRADICTED,
                                    .standing = {.value = NAN}};
    now.panel = panel;
    *bears = false;
    if (!status) {
        *bears = armex_claim_best(&out->standing, &out->verdict, &any, &now, statement);
        out->found = out->standing;
        if (any && !bears_out(out->verdict))
            status = search(out, bears, vintage, &now, statement, error);
    }
    *answered = *answered || any;
    armex_panel_free(panel);
    return status;
}
