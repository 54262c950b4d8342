/** analysis/convert.c: figures of one currency or price year in another. */
#include "analysis/convert.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/convert_check.h"
#include "analysis/rates.h"

/* Units of `to` for one of `from` in that period. */
static double exchange(const struct armex_currency *from,
                       const struct armex_currency *to, int year, int first_month)
{
    if (strcmp(from->code, to->code) == 0)
        return 1.0;
    return armex_currency_rate(to, year, first_month) /
           armex_currency_rate(from, year, first_month);
}

/* What one unit of `series` in `year` is worth in the unit asked for; NAN: not known.
 * Constant prices of a fiscal year p are prices of the calendar year p. */
static double factor(const struct armex_conversion *conversion,
                     const struct armex_series *series, int year)
{
    const struct armex_currency from =
        armex_currency_find(conversion->rates, series->unit.currency);
    const struct armex_currency *to = &conversion->target;
    const signed char month = series->period.first_month;
    const int q = series->unit.price_year, p = conversion->unit.price_year;

    if (q && p)
        return armex_currency_deflator(&from, p, 1) /
               armex_currency_deflator(&from, q, 1) * exchange(&from, to, p, 1);
    double worth = exchange(&from, to, year, month);
    if (q)
        worth *= armex_currency_deflator(&from, year, month) /
                 armex_currency_deflator(&from, q, 1);
    if (p)
        worth *= armex_currency_deflator(to, p, 1) /
                 armex_currency_deflator(to, year, month);
    return worth;
}

static bool worth_a_note(const struct armex_rates *rates, int year)
{
    return (!rates->from || year >= rates->from) && (!rates->to || year <= rates->to);
}

static void convert_cell(struct armex_panel *out, const struct armex_panel *panel,
                         size_t at, double worth)
{
    const double value = panel->values[at] * worth;

    if (panel->values[at] == 0.0) { // nothing is nothing in any currency
        out->values[at] = 0.0;
        out->marks[at] = panel->marks[at];
    } else if (isfinite(value)) {
        out->values[at] = value;
        out->marks[at] = panel->marks[at];
    } else {
        out->values[at] = NAN;
        out->marks[at] = panel->marks[at] & (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK);
        if (isnan(panel->values[at])) // missing before: for its own reason
            out->marks[at] = panel->marks[at];
    }
}

static void convert_series(struct armex_panel *out, const struct armex_panel *panel,
                           size_t s, const struct armex_conversion *conversion,
                           struct armex_listing *lost)
{
    struct armex_listing years = {0};

    for (size_t y = 0; y < panel->n_years; y++) {
        const int year = panel->first_year + (int)y;
        const size_t at = y * panel->n_series + s;
        convert_cell(out, panel, at, factor(conversion, &panel->series[s], year));
        if (isnan(out->values[at]) && !isnan(panel->values[at]) &&
            worth_a_note(conversion->rates, year))
            armex_listing_add(&years, ", ", "%d", year);
    }
    if (years.n)
        armex_listing_add(lost, "; ", "%s (%s)", panel->series[s].name,
                          armex_listing_words(&years));
    armex_listing_free(&years);
}

static void copy_series(struct armex_panel *out, const struct armex_panel *panel,
                        size_t s)
{
    for (size_t y = 0; y < panel->n_years; y++) {
        out->values[y * panel->n_series + s] = panel->values[y * panel->n_series + s];
        out->marks[y * panel->n_series + s] = panel->marks[y * panel->n_series + s];
    }
}

static void lose_series(struct armex_panel *out, const struct armex_panel *panel,
                        size_t s)
{
    for (size_t y = 0; y < panel->n_years; y++)
        out->marks[y * panel->n_series + s] = panel->marks[y * panel->n_series + s] &
                                              (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK);
}

/* Says what the figures stand on: "converted to USD of 2020 by exchange-rates
 * 2026-11-23 (yearly averages) and deflators 2026-11-23 (GDP deflators)". */
static armex_status note_tables(struct armex_panel *out,
                                const struct armex_conversion *conversion,
                                struct armex_error *error)
{
    const struct {
        const struct armex_panel *table;
        bool used;
        const char *words;
    } tables[] = {
        {conversion->rates->exchange_rates, conversion->uses_rates, "yearly averages"},
        {conversion->rates->deflators, conversion->uses_deflators, "GDP deflators"},
    };
    struct armex_listing names = {0};
    char label[ARMEX_UNIT_SIZE + 16], date[ARMEX_DATE_SIZE], before[80];
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < 2; i++) {
        if (!tables[i].used || !tables[i].table || !tables[i].table->notes.n_sources)
            continue;
        const struct armex_provenance *source = &tables[i].table->notes.sources[0];
        armex_date_write(date, source->vintage);
        armex_listing_add(&names, " and ", "%s %s (%s)", source->dataset, date,
                          tables[i].words);
        status = armex_notes_source(&out->notes, out->arena, source, error);
    }
    armex_unit_label(label, conversion->unit);
    snprintf(before, sizeof before, "converted to %s by ", label);
    if (status)
        armex_listing_free(&names);
    else
        status = armex_listing_note(&names, &out->notes, out->arena, before, "", error);
    return status;
}

static armex_status convert_all(struct armex_panel *out,
                                const struct armex_panel *panel,
                                struct armex_conversion *conversion,
                                struct armex_error *error)
{
    struct armex_listing refused = {0}, lost = {0};
    armex_status status = ARMEX_OK;

    for (size_t s = 0; !status && s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s];
        const char *why = armex_conversion_refusal(conversion, series);
        status = armex_series_copy(&out->series[s], series, out->arena, error);
        if (status)
            break;
        out->series[s].unit = conversion->unit;
        if (why) {
            lose_series(out, panel, s);
            armex_listing_add(&refused, "; ", "%s: %s", series->name, why);
        } else if (armex_unit_equal(series->unit, conversion->unit)) {
            copy_series(out, panel, s);
        } else {
            armex_conversion_uses(conversion, series);
            convert_series(out, panel, s, conversion, &lost);
        }
    }
    if (!status)
        status = note_tables(out, conversion, error);
    if (!status)
        status = armex_listing_note(&refused, &out->notes, out->arena,
                                    "not converted, so missing: ", "", error);
    if (!status)
        status = armex_listing_note(&lost, &out->notes, out->arena,
                                    "no rate, so missing: ", "", error);
    armex_listing_free(&refused);
    armex_listing_free(&lost);
    return status;
}

armex_status armex_convert(struct armex_panel **out, const struct armex_panel *panel,
                           struct armex_unit unit, const struct armex_rates *rates,
                           struct armex_error *error)
{
    struct armex_conversion conversion;
    struct armex_panel *made = NULL;
    armex_status status =
        armex_conversion_start(&conversion, panel, unit, rates, error);

    *out = NULL;
    if (!status)
        status = armex_panel_create(&made, panel->n_series, panel->first_year,
                                    panel->n_years, error);
    if (!status)
        status = armex_notes_join(&made->notes, made->arena, &panel->notes, error);
    if (!status)
        status = convert_all(made, panel, &conversion, error);
    if (status)
        armex_panel_free(made);
    else
        *out = made;
    return status;
}
