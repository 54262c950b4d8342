/** render/sdmx.c: a panel as SDMX-CSV. */
#include "render/sdmx.h"

#include "base/ascii.h"
#include "base/number.h"

/** A code as SDMX writes it: capitals, digits and '_'. */
static void add_code(struct armex_text *out, const char *name)
{
    for (; *name; name++) {
        const bool kept = armex_is_letter(*name) || armex_is_digit(*name);
        const char c = (char)(kept ? armex_upper(*name) : '_');
        armex_text_add_bytes(out, &c, 1);
    }
}

/** "ARMEX:NATIONAL_FIGURES(2026.11.23)", after the first of the sources. */
static void add_dataflow(struct armex_text *out, const struct armex_panel *panel)
{
    const struct armex_provenance *source = panel->notes.sources;
    char date[ARMEX_DATE_SIZE] = "";

    armex_text_add(out, "ARMEX:");
    add_code(out, panel->notes.n_sources ? source->dataset : "OBSERVATIONS");
    if (panel->notes.n_sources)
        armex_date_write(date, source->vintage);
    for (char *c = date; *c; c++)
        if (*c == '-')
            *c = '.';
    armex_text_printf(out, "(%s)", *date ? date : "1.0");
}

static void add_time(struct armex_text *out, struct armex_period period, int year)
{
    const bool calendar = period.first_month == 1;
    const int first = year - (period.years - 1) - !calendar;

    if (calendar && period.years == 1)
        armex_text_printf(out, "%04d", year);
    else
        armex_text_printf(out, "%04d-%02d-01/P%dY", first, period.first_month,
                          period.years);
}

static char status_code(armex_mark mark)
{
    static const char codes[ARMEX_STATUSES] = {
        [ARMEX_MISSING] = 'L',  [ARMEX_FINAL] = 'A',    [ARMEX_PRELIMINARY] = 'P',
        [ARMEX_ESTIMATE] = 'E', [ARMEX_TARGET] = 'O',   [ARMEX_NIL] = 'A',
        [ARMEX_BELOW] = 'N',    [ARMEX_WITHHELD] = 'Q', [ARMEX_UNKNOWN_YET] = 'L',
        [ARMEX_NO_STATE] = 'M',
    };

    if (mark & (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK))
        return 'B';
    if (mark & ARMEX_WEAK)
        return 'U';
    return codes[mark & ARMEX_STATUS_BITS];
}

static void add_series_key(struct armex_text *out, const struct armex_series *series)
{
    char unit[ARMEX_UNIT_SIZE];

    armex_text_add(out, ",A");
    if (series->period.years != 1)
        armex_text_printf(out, "%d", series->period.years);
    armex_text_add(out, ",");
    add_code(out, series->entity);
    armex_text_add(out, ",");
    add_code(out, armex_measure_name(series->measure));
    armex_text_add(out, ",");
    add_code(out, armex_direction_name(series->flow));
    armex_text_add(out, ",");
    add_code(out, series->scope);
    armex_text_add(out, ",");
    armex_unit_write(unit, series->unit);
    add_code(out, unit);
    armex_text_add(out, ",");
}

armex_status armex_sdmx_csv(struct armex_text *out, const struct armex_panel *panel,
                            struct armex_error *error)
{
    armex_text_add(out, "DATAFLOW,FREQ,REF_AREA,INDICATOR,FLOW,SCOPE,UNIT_MEASURE,"
                        "TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\n");
    for (size_t s = 0; s < panel->n_series; s++)
        for (size_t y = 0; y < panel->n_years; y++) {
            const int year = panel->first_year + (int)y;
            const armex_mark mark = armex_panel_mark(panel, s, year);
            char value[ARMEX_NUMBER_SIZE];
            if (!(mark & ARMEX_STATUS_BITS))
                continue;
            add_dataflow(out, panel);
            add_series_key(out, &panel->series[s]);
            add_time(out, panel->series[s].period, year);
            armex_number_write(value, armex_panel_value(panel, s, year));
            armex_text_printf(out, ",%s,0,%c\n", value, status_code(mark));
        }
    return out->failed ? armex_fail_memory(error) : ARMEX_OK;
}
