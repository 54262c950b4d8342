/** analysis/claims_say.c: claims, figures and verdicts as a person reads them. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/claims_parts.h"
#include "base/number.h"

const char *armex_verdict_name(enum armex_verdict verdict)
{
    static const char *const names[ARMEX_VERDICTS] = {
        [ARMEX_SUPPORTED] = "supported",
        [ARMEX_ROUNDING] = "rounding",
        [ARMEX_OTHER_VINTAGE] = "other_vintage",
        [ARMEX_OTHER_WINDOW] = "other_window",
        [ARMEX_CONTRADICTED] = "contradicted",
        [ARMEX_NOT_COMPARABLE] = "not_comparable",
        [ARMEX_NO_DATA] = "no_data"};
    return verdict < ARMEX_VERDICTS ? names[verdict] : "";
}

void armex_claim_years_words(struct armex_text *out, struct armex_claim_years years)
{
    char label[16];

    if (years.from == years.to) {
        armex_text_printf(out, "%d", years.to);
        return;
    }
    armex_window_label(label, years.from, years.to);
    armex_text_add(out, label);
}

/* Rounded to `digits`, without the zeros that would pretend to more. */
static void add_number(struct armex_text *out, double value, unsigned digits)
{
    char text[ARMEX_NUMBER_SIZE];

    armex_number_write(text, armex_round_digits(value, digits));
    if (text[0] == '-')
        armex_text_printf(out, "\u2212%s", text + 1);
    else
        armex_text_add(out, text);
}

static void add_amount(struct armex_text *out, struct armex_unit unit, double value,
                       unsigned digits)
{
    static const struct {
        double size;
        const char *word;
    } scales[] = {{1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}, {1.0, ""}};
    char label[ARMEX_UNIT_SIZE + 16];
    size_t i = 0;

    while (i < 3 && fabs(armex_round_digits(value, digits)) < scales[i].size)
        i++;
    add_number(out, value / scales[i].size, digits);
    armex_text_add(out, scales[i].word);
    if (unit.kind != ARMEX_MONEY && unit.kind != ARMEX_TIV)
        return; // a claim that names no currency
    armex_unit_label(label, unit);
    armex_text_printf(out, " %s", label);
}

void armex_claim_figure_words(struct armex_text *out,
                              const struct armex_statement *statement,
                              struct armex_unit unit, double value, unsigned digits)
{
    const unsigned kept = digits > 3 ? digits : 3;

    if (isnan(value)) {
        armex_text_add(out, "");
    } else if (statement->what == ARMEX_CLAIMED_RANK) {
        armex_text_printf(out, "rank %.0f", value);
    } else if (statement->times) {
        add_number(out, value + 1.0, kept);
        armex_text_add(out, " times");
    } else if (statement->what == ARMEX_CLAIMED_VALUE ||
               statement->what == ARMEX_CLAIMED_MEAN) {
        add_amount(out, unit, value, kept);
    } else {
        add_number(out, value * 100.0, kept);
        armex_text_add(out, " %");
    }
}

static const char *word_of(enum armex_claimed what)
{
    static const char *const words[] = {
        [ARMEX_CLAIMED_VALUE] = "",
        [ARMEX_CLAIMED_MEAN] = "mean of ",
        [ARMEX_CLAIMED_GROWTH] = "growth of ",
        [ARMEX_CLAIMED_CAGR] = "yearly growth of ",
        [ARMEX_CLAIMED_RANK] = "rank by ",
        [ARMEX_CLAIMED_SHARE] = "share of ",
    };
    return words[what];
}

static const char *relation_words(enum armex_relation relation)
{
    static const char *const words[] = {
        [ARMEX_EQUAL] = "",
        [ARMEX_ABOUT] = ", about",
        [ARMEX_NEARLY] = ", nearly",
        [ARMEX_AT_LEAST] = ", at least",
        [ARMEX_AT_MOST] = ", at most",
        [ARMEX_MORE_THAN] = ", more than",
        [ARMEX_LESS_THAN] = ", less than",
    };
    return words[relation];
}

void armex_claim_words(struct armex_text *out, const struct armex_statement *statement)
{
    armex_text_printf(out, "%s%s", word_of(statement->what),
                      statement->any_measure ? armex_direction_name(statement->flow)
                                             : armex_measure_name(statement->measure));
    if (statement->scope)
        armex_text_printf(out, " (%s)", statement->scope);
    if (statement->at.to)
        armex_text_add(out, " ");
    if (statement->base.to) {
        armex_claim_years_words(out, statement->base);
        armex_text_add(out, " to ");
    }
    if (statement->at.to)
        armex_claim_years_words(out, statement->at);
    armex_text_add(out, relation_words(statement->relation));
}

/* "orders", or "agreements (crs-estimate)" where the count is not the usual one. */
static void add_series(struct armex_text *out, const struct armex_statement *statement,
                       const struct armex_series *series, bool published)
{
    armex_text_printf(out, "%s%s", word_of(statement->what),
                      armex_measure_name(series->measure));
    if (published)
        armex_text_add(out, " as published");
    else if (strcmp(series->scope, "national") != 0)
        armex_text_printf(out, " (%s)", series->scope);
}

static void add_years_found(struct armex_text *out,
                            const struct armex_statement *statement,
                            const struct armex_finding *finding)
{
    const int to = statement->at.to;

    armex_text_add(out, " ");
    if (statement->base.to) {
        armex_claim_years_words(out, statement->base);
        armex_text_add(out, " to ");
    }
    if (finding->window) {
        armex_claim_years_words(
            out, (struct armex_claim_years){to - finding->window + 1, to});
        armex_text_printf(out, ", the %d years that end in %d", finding->window, to);
    } else {
        armex_claim_years_words(out, statement->at);
    }
}

static void add_figure(struct armex_text *out, const struct armex_statement *statement,
                       const struct armex_panel *panel,
                       const struct armex_finding *finding)
{
    armex_claim_figure_words(out, statement, panel->series[finding->series].unit,
                             finding->value, finding->digits);
}

/* What stands, beside what was found elsewhere. */
static void add_standing(struct armex_text *out,
                         const struct armex_statement *statement,
                         const struct armex_panel *panel,
                         const struct armex_finding *standing)
{
    if (isnan(standing->value)) {
        armex_text_add(out, "; no figure stands for the years claimed");
        return;
    }
    armex_text_add(out, "; what stands is ");
    add_figure(out, statement, panel, standing);
}

static void add_difference(struct armex_text *out,
                           const struct armex_statement *statement, double found)
{
    const bool amount =
        statement->what == ARMEX_CLAIMED_VALUE || statement->what == ARMEX_CLAIMED_MEAN;

    if (!amount || statement->relation != ARMEX_EQUAL || found == 0.0)
        return;
    const double off = statement->figure / found - 1.0;
    armex_text_add(out, ": the claim is ");
    add_number(out, fabs(off) * 100.0, 2);
    armex_text_printf(out, " %% too %s", off > 0.0 ? "high" : "low");
}

void armex_claim_reason(struct armex_text *out, const struct armex_statement *statement,
                        const struct armex_panel *panel,
                        const struct armex_judgement *judgement)
{
    const struct armex_finding *found = &judgement->found;
    const struct armex_series *series = &panel->series[found->series];
    struct armex_statement shown = *statement;
    char date[ARMEX_DATE_SIZE];

    if (judgement->verdict == ARMEX_OTHER_WINDOW) {
        shown.base = judgement->base;
        shown.at = judgement->at;
    }
    add_series(out, statement, series, found->published);
    add_years_found(out, &shown, found);
    switch (judgement->verdict) {
    case ARMEX_ROUNDING:
        armex_text_add(out, armex_claim_rounds(statement, found)
                                ? "; the same once rounded"
                                : "; within the rounding of the published figures");
        break;
    case ARMEX_OTHER_VINTAGE:
        armex_date_for_people(date, judgement->day);
        armex_text_printf(out, " as known %s %s", judgement->day.day ? "on" : "in",
                          date);
        add_standing(out, statement, panel, &judgement->standing);
        break;
    case ARMEX_OTHER_WINDOW:
        add_standing(out, statement, panel, &judgement->standing);
        break;
    case ARMEX_CONTRADICTED:
        add_difference(out, statement, found->value);
        break;
    default:
        break;
    }
}
