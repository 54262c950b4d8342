/** analysis/caution.c: what a reader must know before comparing figures. */
#include "analysis/caution.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"

size_t armex_unit_label(char out[ARMEX_UNIT_SIZE + 16], struct armex_unit unit)
{
    char code[ARMEX_UNIT_SIZE];
    const size_t size = ARMEX_UNIT_SIZE + 16;

    if (unit.kind == ARMEX_PERCENT)
        return (size_t)snprintf(out, size, "%%");
    if (unit.kind == ARMEX_TIV)
        return (size_t)snprintf(out, size, "TIV");
    if (unit.kind != ARMEX_MONEY) {
        armex_unit_write(code, unit);
        return (size_t)snprintf(out, size, "%s", code);
    }
    for (int i = 0; i < 4; i++)
        code[i] = armex_upper(unit.currency[i]);
    if (unit.price_year > 0)
        return (size_t)snprintf(out, size, "%s of %d", code, unit.price_year);
    return (size_t)snprintf(
        out, size, "%s%s", code,
        unit.price_year == ARMEX_PRICE_YEAR_UNKNOWN ? " (constant prices)" : "");
}

size_t armex_amount_words(char out[ARMEX_AMOUNT_SIZE], double value,
                          struct armex_unit unit)
{
    static const struct {
        double size;
        const char *word;
    } scales[] = {{1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}, {1.0, ""}};
    char number[ARMEX_NUMBER_SIZE], label[ARMEX_UNIT_SIZE + 16];
    const double rounded = armex_round_digits(value, 3);
    size_t i = 0;

    while (i < 3 && fabs(rounded) < scales[i].size)
        i++;
    const double scaled = rounded / scales[i].size;
    const int decimals = fabs(scaled) >= 100.0 ? 0 : fabs(scaled) >= 10.0 ? 1 : 2;
    size_t length = armex_number_for_people(number, sizeof number, scaled, decimals);
    if (decimals)
        while (length && number[length - 1] == '0')
            number[--length] = '\0';
    if (length && number[length - 1] == '.')
        number[--length] = '\0';
    armex_unit_label(label, unit);
    return (size_t)snprintf(out, ARMEX_AMOUNT_SIZE, "%s%s %s", number, scales[i].word,
                            label);
}

void armex_caution_soft(struct armex_listing *soft, const struct armex_panel *panel,
                        size_t s, int year)
{
    const armex_mark mark = armex_panel_mark(panel, s, year);
    const unsigned status = mark & ARMEX_STATUS_BITS;

    if (armex_mark_is_soft(mark))
        armex_listing_add(soft, ", ", "%s %d (%s)", panel->series[s].name, year,
                          status == ARMEX_PRELIMINARY || status == ARMEX_ESTIMATE
                              ? armex_mark_name(mark)
                              : "doubtful or rounded");
}

armex_status armex_caution_soft_note(struct armex_listing *soft,
                                     struct armex_notes *notes,
                                     struct armex_arena *arena,
                                     struct armex_error *error)
{
    return armex_listing_note(soft, notes, arena, "not final: ", "", error);
}

armex_status armex_caution_fiscal(struct armex_notes *notes, struct armex_arena *arena,
                                  const struct armex_panel *panel, const size_t *chosen,
                                  size_t n, struct armex_error *error)
{
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    struct armex_listing fiscal = {0};
    const struct armex_series *last = NULL; // series of one entity stand side by side

    for (size_t i = 0; i < n; i++) {
        const struct armex_series *series = &panel->series[chosen ? chosen[i] : i];
        const struct armex_period *period = &series->period;
        if (period->first_month <= 1 || period->first_month > 12 ||
            (last && strcmp(last->entity, series->entity) == 0 &&
             last->period.first_month == period->first_month))
            continue;
        armex_listing_add(&fiscal, ", ", "%s (from %s)", series->name,
                          months[period->first_month - 1]);
        last = series;
    }
    return armex_listing_note(
        &fiscal, notes, arena,
        "fiscal years, numbered by the year in which they end: ", "", error);
}

armex_status armex_caution_years(struct armex_notes *notes, struct armex_arena *arena,
                                 const struct armex_panel *panel,
                                 struct armex_error *error)
{
    signed char least = SCHAR_MAX, most = 0;

    for (size_t s = 0; s < panel->n_series; s++) {
        const signed char years = panel->series[s].period.years;
        if (years < least)
            least = years;
        if (years > most)
            most = years;
    }
    if (most <= 1)
        return ARMEX_OK;
    if (least < most)
        return armex_notes_add(notes, arena, error,
                               "some figures cover several years, up to %d: the year "
                               "named is the last of them",
                               most);
    return armex_notes_add(notes, arena, error,
                           "each figure covers the %d years that end with the year "
                           "named",
                           most);
}

bool armex_is_by_order_year(const char *scope)
{
    return strcmp(scope, "by-order-year") == 0;
}

armex_status armex_caution_order_year(struct armex_notes *notes,
                                      struct armex_arena *arena,
                                      struct armex_error *error)
{
    return armex_notes_add(
        notes, arena, error,
        "by year of order, not of delivery: each figure is what has come so far on the "
        "deals of that year, so the newest years are still growing and a fall at the "
        "end may be none; deliveries by their own year are in sipri-register and "
        "sipri-tiv");
}

bool armex_panel_one_subject(const struct armex_panel *panel)
{
    for (size_t s = 1; s < panel->n_series; s++)
        if (panel->series[s].measure != panel->series[0].measure ||
            strcmp(panel->series[s].scope, panel->series[0].scope) != 0)
            return false;
    return true;
}
