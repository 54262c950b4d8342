/** ingest/stated.c: the measure and unit of --measure and --unit. */
#include "ingest/stated.h"

#include <string.h>

#include "base/text.h"
#include "ingest/tidy_cell.h"

armex_status armex_stated_check(const struct armex_ingest_options *options,
                                struct armex_error *error)
{
    const char *given = options->measure, *nearest;
    enum armex_measure measure;
    struct armex_unit unit;

    if (given && !armex_measure_parse(&measure, given, strlen(given))) {
        nearest = armex_nearest(given, armex_measure_names(), ARMEX_MEASURES);
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          nearest ? "no measure is called '%s'; did you mean %s?"
                                  : "no measure is called '%s'",
                          given, nearest);
    }
    given = options->unit;
    if (given && !armex_unit_parse(&unit, given, strlen(given)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "'%s' is no unit; units are tiv, usd, usd-2020 and the like",
                          given);
    return ARMEX_OK;
}

armex_status armex_stated_quantity(struct armex_quantity *out,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error)
{
    const armex_status status = armex_stated_check(options, error);

    if (status)
        return status;
    *out = (struct armex_quantity){.flow = ARMEX_EXPORTS, .scope = "national"};
    if (!armex_measure_parse(&out->measure, options->measure,
                             strlen(options->measure)) ||
        !armex_unit_parse(&out->unit, options->unit, strlen(options->unit)))
        return ARMEX_BUG; // checked above
    const struct armex_series series = {.measure = out->measure, .unit = out->unit};
    return armex_tidy_measure_fits(&series, ARMEX_NOWHERE, error);
}

/** What the indicator counts, in the unit that is always its own, that the user states
 *  or that the column does; false: none of them. */
static bool take_indicator(struct armex_quantity *out,
                           const struct armex_indicator *known,
                           const struct armex_cell *column, const char *stated)
{
    const char *unit = known->unit ? known->unit : stated;

    *out = (struct armex_quantity){
        .measure = known->measure, .flow = known->flow, .scope = known->scope};
    return unit ? armex_unit_parse(&out->unit, unit, strlen(unit))
                : armex_indicator_unit(&out->unit, column);
}

armex_status armex_stated_column(struct armex_quantity *out, struct armex_cell *title,
                                 const char *file, const struct armex_cell *column,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    const struct armex_indicator *known = armex_indicator_by_name(column);
    const struct armex_place place = armex_cell_place(file, column);
    const armex_status status = armex_stated_check(options, error);

    *title = *column;
    if (status)
        return status;
    if (known && known->unit) // the name may go on in words that are wrong
        *title = (struct armex_cell){known->title, strlen(known->title), 0, 0};
    if (known && !options->measure)
        return take_indicator(out, known, column, options->unit)
                   ? ARMEX_OK
                   : armex_fail(error, ARMEX_BAD_INPUT, place,
                                "'%s' does not say in what it is counted; give --unit, "
                                "as usd, or usd-2020 for prices of 2020",
                                armex_cell_clip(column).text);
    if (options->measure && options->unit)
        return armex_stated_quantity(out, options, error);
    return armex_fail(error, ARMEX_BAD_INPUT, place,
                      "'%s' names nothing that armex has a measure for; say what it "
                      "counts, as --measure gdp --unit usd",
                      armex_cell_clip(column).text);
}
