/** ingest/tidy_value.c: the value of a row, in the light of its status and unit. */
#include "ingest/tidy_cell.h"

#include <math.h>

#include "base/number.h"
#include "ingest/written.h"

/** A status whose figure, if it says any, is 0 by its meaning. */
static bool means_zero(armex_mark status)
{
    return status == ARMEX_NIL || status == ARMEX_BELOW;
}

static armex_status without_value(struct armex_tidy_row *row)
{
    struct armex_observation *observation = &row->observation;

    observation->value = means_zero(observation->status) ? 0.0 : NAN;
    observation->digits = 0;
    // "final" without a figure: it was published that there is none to give
    if (armex_mark_has_value(observation->status) && !means_zero(observation->status))
        observation->status = ARMEX_MISSING;
    return ARMEX_OK;
}

/* "..", "xxx", "n.a.": more than an empty cell says, and less than a status does. */
static armex_status with_word(struct armex_tidy_row *row, armex_mark said,
                              struct armex_error *error)
{
    armex_mark *status = &row->observation.status;

    if (means_zero(*status) && said != ARMEX_MISSING)
        return armex_fail(error, ARMEX_BAD_INPUT, row->value_place,
                          "the status %s means 0, yet the value is %s",
                          armex_mark_name(*status), armex_cell_clip(&row->value).text);
    const bool says_more = armex_mark_has_value(*status) && !means_zero(*status);
    without_value(row);
    if (says_more)
        *status = said;
    return ARMEX_OK;
}

static armex_status check_value(const struct armex_tidy_row *row,
                                struct armex_error *error)
{
    const armex_mark status = row->observation.status;
    const struct armex_clip clip = armex_cell_clip(&row->value);

    if (!armex_mark_has_value(status) && status != ARMEX_TARGET)
        return armex_fail(error, ARMEX_BAD_INPUT, row->value_place,
                          "the status is %s, yet a value stands here: %s",
                          armex_mark_name(status), clip.text);
    if (means_zero(status) && row->observation.value != 0.0)
        return armex_fail(error, ARMEX_BAD_INPUT, row->value_place,
                          "the status %s means 0, yet the value is %s",
                          armex_mark_name(status), clip.text);
    return ARMEX_OK;
}

/* As a person wrote it. Brackets say that a figure is unsure only where its status
   or flag says so, too. */
static armex_status with_written(struct armex_tidy_row *row, struct armex_error *error)
{
    struct armex_observation *observation = &row->observation;
    const struct armex_writing writing = {
        .unit = observation->series.unit,
        .exponent = row->exponent,
        .comma = row->comma,
        .map_may_say = true,
        .is_unsure = armex_mark_is_soft(observation->status) ||
                     observation->flag == ARMEX_DOUBTFUL,
        .place = row->value_place,
    };
    struct armex_written written;
    const armex_status status =
        armex_written_read(&written, &row->value, &writing, error);

    if (status)
        return status;
    if (written.mark != ARMEX_FINAL)
        return with_word(row, written.mark, error);
    observation->value = written.value;
    observation->digits =
        (uint8_t)(written.digits < UINT8_MAX ? written.digits : UINT8_MAX);
    if (written.doubtful && observation->flag == ARMEX_UNFLAGGED)
        observation->flag = ARMEX_DOUBTFUL;
    return check_value(row, error);
}

static armex_status with_value(struct armex_tidy_row *row, struct armex_error *error)
{
    struct armex_observation *observation = &row->observation;
    const unsigned digits = armex_number_digits(row->value.text, row->value.length);

    if (armex_comma_rules_points(row->comma) ||
        !armex_number_parse(&observation->value, row->value.text, row->value.length,
                            row->exponent))
        return with_written(row, error);
    observation->digits = (uint8_t)(digits < UINT8_MAX ? digits : UINT8_MAX);
    return check_value(row, error);
}

armex_status armex_tidy_value(struct armex_tidy_row *row, struct armex_error *error)
{
    if (!row->has_status)
        row->observation.status = row->value.length ? ARMEX_FINAL : ARMEX_MISSING;
    return row->value.length ? with_value(row, error) : without_value(row);
}

static bool fits(enum armex_measure measure, enum armex_unit_kind kind)
{
    switch (measure) {
    case ARMEX_PRICE_INDEX:
        return kind == ARMEX_INDEX;
    case ARMEX_EXCHANGE_RATE:
        return kind == ARMEX_RATE;
    case ARMEX_INFLATION:
        return kind == ARMEX_PERCENT;
    case ARMEX_DELIVERIES_TIV:
        return kind != ARMEX_MONEY && kind != ARMEX_RATE && kind != ARMEX_INDEX;
    default:
        return kind != ARMEX_TIV && kind != ARMEX_RATE && kind != ARMEX_INDEX;
    }
}

armex_status armex_tidy_measure_fits(const struct armex_series *series,
                                     struct armex_place place,
                                     struct armex_error *error)
{
    char unit[ARMEX_UNIT_SIZE];

    if (fits(series->measure, series->unit.kind))
        return ARMEX_OK;
    armex_unit_write(unit, series->unit);
    return armex_fail(error, ARMEX_BAD_INPUT, place, "%s are not counted in %s",
                      armex_measure_name(series->measure), unit);
}
