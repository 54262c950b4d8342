/** analysis/robust_choices.c: every way to ask one vintage. */
#include <math.h>
#include <stdlib.h>

#include "analysis/claims_evidence.h"
#include "analysis/robust_parts.h"

/* The vintage on each day that told something new, the latest first; the first is now.
 */
struct days {
    struct armex_date *dates;
    struct armex_evidence *states;
    size_t n;
};

struct asking {
    struct armex_choices *out;
    const struct armex_vintage *vintage;
    const struct armex_statement *statement;
    struct days days;
    int around;
};

static armex_status add(struct armex_choices *out, const struct armex_choice *choice)
{
    if (out->n == out->capacity) {
        const size_t capacity = 2 * out->capacity + 64;
        struct armex_choice *items =
            reallocarray(out->items, capacity, sizeof *out->items);
        if (!items)
            return armex_fail_memory(out->error);
        out->items = items;
        out->capacity = capacity;
    }
    out->items[out->n++] = *choice;
    return ARMEX_OK;
}

static bool grows(const struct armex_statement *statement)
{
    return statement->base.to != 0;
}

/* The statement as it would read with other years. */
static struct armex_statement reworded(const struct armex_statement *statement,
                                       int start, int end, int window)
{
    struct armex_statement other = *statement;

    other.at = (struct armex_claim_years){end - window + 1, end};
    if (grows(statement))
        other.base = (struct armex_claim_years){start - window + 1, start};
    if (other.what == ARMEX_CLAIMED_VALUE && window > 1 &&
        statement->at.from == statement->at.to)
        other.what = ARMEX_CLAIMED_MEAN; // a sum would not be what was claimed
    return other;
}

/* Asks one series day by day; a figure counts once as long as it stood. */
static armex_status ask_days(struct asking *run, const struct armex_statement *other,
                             size_t s, int start, int window)
{
    struct armex_choice choice = {.source = &run->vintage->provenance,
                                  .series = &run->vintage->panel->series[s],
                                  .start = start,
                                  .end = other->at.to,
                                  .window = window,
                                  .found = NAN};
    armex_status status = ARMEX_OK;

    for (size_t d = 0; !status && d < run->days.n; d++) {
        struct armex_finding finding;
        if (!armex_claim_find(&finding, &run->days.states[d], other, s) ||
            finding.window || finding.value == choice.found)
            continue;
        const enum armex_verdict verdict = armex_claim_weigh(other, &finding);
        choice.found = finding.value;
        choice.digits = finding.digits;
        choice.told = finding.told.year ? finding.told : run->days.dates[d];
        choice.holds = verdict == ARMEX_SUPPORTED || verdict == ARMEX_ROUNDING;
        status = add(run->out, &choice);
    }
    return status;
}

static armex_status ask_starts(struct asking *run, size_t s, int end, int window)
{
    const struct armex_statement *statement = run->statement;
    const int claimed = statement->base.to;
    armex_status status = ARMEX_OK;

    if (!grows(statement)) {
        const struct armex_statement other = reworded(statement, 0, end, window);
        return ask_days(run, &other, s, 0, window);
    }
    for (int start = claimed - run->around; !status && start <= claimed + run->around;
         start++) {
        const struct armex_statement other = reworded(statement, start, end, window);
        if (start < end && start <= end - window) // windows that overlap prove nothing
            status = ask_days(run, &other, s, start, window);
    }
    return status;
}

static armex_status ask_series(struct asking *run, size_t s)
{
    const int own = run->statement->at.to - run->statement->at.from + 1;
    const int covered = run->vintage->panel->series[s].period.years;
    const int windows[] = {1, 3, 5, own};
    const int claimed = run->statement->at.to;
    armex_status status = ARMEX_OK;

    for (size_t w = 0; w < sizeof windows / sizeof *windows; w++) {
        const bool twice = w == 3 && (own == 1 || own == 3 || own == 5);
        if (twice || (covered > 1 && windows[w] != covered))
            continue;
        for (int end = claimed - run->around; !status && end <= claimed + run->around;
             end++)
            status = ask_starts(run, s, end, windows[w]);
    }
    return status;
}

static void free_days(struct days *days)
{
    for (size_t d = 0; d < days->n; d++)
        armex_panel_free((struct armex_panel *)days->states[d].panel);
    free(days->states);
    free(days->dates);
}

/* Days on which any figure within reach of the choices was told. */
static armex_status make_days(struct days *out, const struct armex_vintage *vintage,
                              const struct armex_statement *statement, int around,
                              struct armex_error *error)
{
    enum { LONGEST_WINDOW = 10 };
    struct armex_statement wide = *statement;
    struct armex_date *told = NULL;
    size_t n = 0;

    wide.at.from =
        (grows(statement) ? wide.base.from : wide.at.from) - around - LONGEST_WINDOW;
    wide.at.to += around;
    *out = (struct days){NULL, NULL, 0};
    armex_status status = armex_evidence_days(&told, &n, vintage, &wide, 0, error);
    out->dates = calloc(n + 1, sizeof *out->dates);
    out->states = calloc(n + 1, sizeof *out->states);
    if (!status && (!out->dates || !out->states))
        status = armex_fail_memory(error);
    for (size_t d = 0; !status && d <= n; d++) {
        const int day = d ? armex_date_last_day(told[d - 1]) : 0;
        struct armex_panel *panel = NULL;
        status = armex_evidence_panel(&panel, vintage, day, error);
        if (status)
            break;
        out->dates[d] = d ? told[d - 1] : (struct armex_date){0};
        out->states[d] = (struct armex_evidence){panel, vintage->publications, day};
        out->n++;
    }
    free(told);
    return status;
}

armex_status armex_choices_of(struct armex_choices *out,
                              const struct armex_vintage *vintage,
                              const struct armex_statement *statement, int around)
{
    struct asking run = {
        .out = out, .vintage = vintage, .statement = statement, .around = around};
    armex_status status = make_days(&run.days, vintage, statement, around, out->error);

    for (size_t s = 0; !status && s < vintage->panel->n_series; s++) {
        const struct armex_series *series = &vintage->panel->series[s];
        struct armex_statement any = *statement;
        if (grows(statement)) // a printed change answers for its own windows only
            any = reworded(statement, statement->at.to - series->period.years,
                           statement->at.to, series->period.years);
        if (armex_claim_answers(&any, series) != ARMEX_ANSWERS_NOT)
            status = ask_series(&run, s);
    }
    free_days(&run.days);
    return status;
}
