/** store/put_panel.c: values, their status, and what each series is. */
#include "store/vintage_write.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static const char series_variables[] =
    "entity name scope measure flow unit first_month years headline";

/** Texts of all series along the axis, or the one they share. */
static void put_column(struct armex_put *put, const char *name, const char *long_name,
                       const struct armex_axis *axis, const char *const *texts)
{
    bool shared = axis->length > 1;

    for (size_t s = 1; shared && s < axis->length; s++)
        shared = texts[s] == texts[0] || strcmp(texts[s], texts[0]) == 0;
    armex_put_texts(put, name, long_name, shared ? NULL : axis, texts);
}

/** Small whole numbers, the same way. */
static void put_numbers(struct armex_put *put, const char *name, const char *long_name,
                        const struct armex_axis *axis, const signed char *numbers)
{
    bool shared = axis->length > 1;

    for (size_t s = 1; shared && s < axis->length; s++)
        shared = numbers[s] == numbers[0];
    const struct armex_variable variable = {
        name, long_name, ARMEX_FORM_INT8, shared ? 0 : 1, {axis, NULL}};
    armex_put_variable(put, &variable, numbers);
}

/** Each unit as text; neighbours of one unit share it. */
static bool write_units(const char **texts, const struct armex_panel *panel,
                        struct armex_arena *scratch)
{
    for (size_t s = 0; s < panel->n_series; s++) {
        char unit[ARMEX_UNIT_SIZE];

        if (s > 0 && armex_unit_equal(panel->series[s].unit, panel->series[s - 1].unit))
            texts[s] = texts[s - 1];
        else if (!(texts[s] = armex_arena_copy(
                       scratch, unit, armex_unit_write(unit, panel->series[s].unit))))
            return false;
    }
    return true;
}

static void put_texts_of_series(struct armex_put *put, const struct armex_panel *panel,
                                const struct armex_axis *axis, const char **texts)
{
    const size_t n = panel->n_series;

    for (size_t s = 0; s < n; s++)
        texts[s] = panel->series[s].entity;
    armex_put_texts(put, "entity", "code of the entity (ISO 3166 where it has one)",
                    axis, texts);
    for (size_t s = 0; s < n; s++)
        texts[s] = panel->series[s].name;
    armex_put_texts(put, "name", "name of the entity", axis, texts);
    for (size_t s = 0; s < n; s++)
        texts[s] = panel->series[s].scope;
    put_column(put, "scope", "which of several counts of one measure", axis, texts);
    for (size_t s = 0; s < n; s++)
        texts[s] = armex_measure_name(panel->series[s].measure);
    put_column(put, "measure", "what is counted", axis, texts);
    for (size_t s = 0; s < n; s++)
        texts[s] = armex_direction_name(panel->series[s].flow);
    put_column(put, "flow", "exports or imports of the entity", axis, texts);
}

static void put_numbers_of_series(struct armex_put *put,
                                  const struct armex_panel *panel,
                                  const struct armex_axis *axis, signed char *numbers)
{
    const size_t n = panel->n_series;

    for (size_t s = 0; s < n; s++)
        numbers[s] = panel->series[s].period.first_month;
    put_numbers(put, "first_month",
                "month in which the year begins: 1, or of the calendar year before",
                axis, numbers);
    for (size_t s = 0; s < n; s++)
        numbers[s] = panel->series[s].period.years;
    put_numbers(put, "years",
                "years that one figure covers; it bears the number of the last", axis,
                numbers);
    for (size_t s = 0; s < n; s++)
        numbers[s] = panel->series[s].headline ? 1 : 0;
    put_numbers(put, "headline", "1 where people mean this count who name no scope",
                axis, numbers);
}

static void put_series(struct armex_put *put, const struct armex_panel *panel,
                       const struct armex_axis *axis, const char *const *units,
                       struct armex_arena *scratch)
{
    const char **texts = armex_arena_new(scratch, panel->n_series, sizeof *texts);
    signed char *numbers = armex_arena_new(scratch, panel->n_series, sizeof *numbers);

    if (!texts || !numbers) {
        put->failed = true;
        return;
    }
    put_texts_of_series(put, panel, axis, texts);
    put_column(put, "unit", "unit of the values", axis, units);
    put_numbers_of_series(put, panel, axis, numbers);
}

/** As udunits has it: a unit of its own for one currency is none it knows. */
static void put_units(struct armex_put *put, struct armex_object *values,
                      const char *const *units, size_t n)
{
    bool shared = n > 0;

    for (size_t s = 1; shared && s < n; s++)
        shared = strcmp(units[s], units[0]) == 0;
    armex_put_text(put, values, "units", shared ? units[0] : "1");
    if (!shared)
        armex_put_text(put, values, "comment",
                       "each series has a unit of its own, named by variable unit");
}

static void put_values(struct armex_put *put, const struct armex_panel *panel,
                       const struct armex_axis *year, const struct armex_axis *series,
                       const char *const *units)
{
    const struct armex_variable variable = {
        "value", "observations, year by year", ARMEX_FORM_DOUBLE, 2, {year, series}};
    struct armex_object *values = armex_put_variable(put, &variable, panel->values);

    put_units(put, values, units, panel->n_series);
    armex_put_number(put, values, "_FillValue", NAN);
    armex_put_text(put, values, "coordinates", series_variables);
    armex_put_text(put, values, "ancillary_variables", "status");
    armex_put_text(put, values, "cell_methods", "year: sum");
}

/** The low four bits are one of several, each bit above them stands alone. */
static void put_status(struct armex_put *put, const struct armex_panel *panel,
                       const struct armex_axis *year, const struct armex_axis *series)
{
    enum { FLAGS = ARMEX_STATUSES + 3 };
    static const uint8_t alone[] = {ARMEX_WEAK, ARMEX_UNIT_BREAK, ARMEX_ENTITY_BREAK};
    const struct armex_variable variable = {"status",
                                            "what is known of the observation",
                                            ARMEX_FORM_UINT8,
                                            2,
                                            {year, series}};
    struct armex_object *status = armex_put_variable(put, &variable, panel->marks);
    struct armex_text meanings = {0};
    uint8_t masks[FLAGS], flags[FLAGS];

    for (int i = 0; i < FLAGS; i++) {
        masks[i] = i < ARMEX_STATUSES ? ARMEX_STATUS_BITS : alone[i - ARMEX_STATUSES];
        flags[i] = i < ARMEX_STATUSES ? (uint8_t)i : alone[i - ARMEX_STATUSES];
        if (i < ARMEX_STATUSES)
            armex_text_printf(&meanings, "%s ", armex_mark_name((armex_mark)i));
    }
    for (char *c = meanings.data; c && *c; c++)
        if (*c == '-')
            *c = '_'; // CF allows no hyphen in these words
    armex_text_add(&meanings, "weak unit_break entity_break");
    armex_put_octets(put, status, "flag_masks", masks, FLAGS);
    armex_put_octets(put, status, "flag_values", flags, FLAGS);
    if (!meanings.failed)
        armex_put_text(put, status, "flag_meanings", meanings.data);
    put->failed = put->failed || meanings.failed;
    armex_put_text(put, status, "coordinates", series_variables);
    armex_text_free(&meanings);
}

static const struct armex_axis *put_years(struct armex_put *put,
                                          const struct armex_panel *panel,
                                          struct armex_arena *scratch)
{
    int *years = armex_arena_new(scratch, panel->n_years, sizeof *years);

    for (size_t y = 0; years && y < panel->n_years; y++)
        years[y] = panel->first_year + (int)y;
    put->failed = put->failed || !years;
    const struct armex_axis *axis =
        armex_put_coordinate(put, "year", years, panel->n_years);
    armex_put_text(put, axis->scale, "units", "year");
    armex_put_text(put, axis->scale, "long_name",
                   "calendar year, or fiscal year by the year in which it ends");
    armex_put_text(put, axis->scale, "axis", "T");
    return axis;
}

void armex_put_panel(struct armex_put *put, const struct armex_panel *panel,
                     struct armex_arena *scratch)
{
    const char **units = armex_arena_new(scratch, panel->n_series, sizeof *units);

    if (!units || !write_units(units, panel, scratch)) {
        put->failed = true;
        return;
    }
    const struct armex_axis *year = put_years(put, panel, scratch);
    const struct armex_axis *series =
        armex_put_dimension(put, "series", panel->n_series);
    put_values(put, panel, year, series, units);
    put_status(put, panel, year, series);
    put_series(put, panel, series, units, scratch);
}
