/** analysis/trend_table.c: the tables of trends. */
#include <math.h>

#include "analysis/caution.h"
#include "analysis/trend_parts.h"

enum {
    MOST_OWN = 18,
    COMMON_AFTER = 4,
    MOST = ARMEX_TREND_OWN + MOST_OWN + COMMON_AFTER
};

#define YEAR(name, title, what)                                                        \
    {                                                                                  \
        name, title, "year", what, ARMEX_COLUMN_YEAR, false                            \
    }
#define AMOUNT(name, title, what)                                                      \
    {                                                                                  \
        name, title, "", what, ARMEX_COLUMN_AMOUNT, false                              \
    }
#define CHANGE(name, title, what)                                                      \
    {                                                                                  \
        name, title, "fraction", what, ARMEX_COLUMN_CHANGE, false                      \
    }
#define NUMBER(name, title, what, machine)                                             \
    {                                                                                  \
        name, title, "", what, ARMEX_COLUMN_NUMBER, machine                            \
    }
#define COUNT(name, title, what, machine)                                              \
    {                                                                                  \
        name, title, "", what, ARMEX_COLUMN_COUNT, machine                             \
    }
#define TEXT(name, title, what, machine)                                               \
    {                                                                                  \
        name, title, "", what, ARMEX_COLUMN_TEXT, machine                              \
    }

static const struct armex_column line_columns[] = {
    YEAR("from", "From", "first year with a figure"),
    YEAR("to", "To", "last year with a figure"),
    COUNT("observations", "Years", "years the fit rests on", false),
    CHANGE("growth", "Growth a year", "exp(b) - 1 of ln y = a + b t"),
    CHANGE("lower", "From", "95 %, lower end, by the HAC standard error"),
    CHANGE("upper", "To", "95 %, upper end"),
    NUMBER("standard_error", "SE", "of b, least squares", true),
    NUMBER("standard_error_hac", "SE (HAC)", "of b, Newey and West", false),
    NUMBER("standard_error_hc3", "SE (HC3)", "of b, MacKinnon and White", true),
    COUNT("lag", "Lag", "years of autocorrelation the HAC error allows for", true),
    NUMBER("r_squared", "R squared", "part of the variance of ln y explained", false),
    NUMBER("autocorrelation", "Autocorrelation",
           "of residuals a year apart; none where years are missing", true),
    CHANGE("theil_sen", "Theil-Sen", "exp of the median slope of ln y, - 1"),
    CHANGE("theil_sen_lower", "From", "95 %, lower end"),
    CHANGE("theil_sen_upper", "To", "95 %, upper end"),
    NUMBER("p_value", "p", "of no trend, Mann-Kendall", false),
};

static const struct armex_column smooth_columns[] = {
    YEAR("year", "Year", "the observation's; of a window its last"),
    AMOUNT("value", "Value", "figure, in the unit of the row"),
    AMOUNT("fitted", "Fitted", "smoothed, in the unit of the row"),
    AMOUNT("lower", "Lower", "95 %, of the fitted curve"),
    AMOUNT("upper", "Upper", "95 %, of the fitted curve"),
    CHANGE("growth", "Growth", "of the fitted curve, from this year to the next"),
};

static const struct armex_column break_columns[] = {
    COUNT("number", "Break", "counted from the first; 0: none", false),
    YEAR("year", "Year", "the first after the break"),
    YEAR("lower", "Earliest", "95 %"),
    YEAR("upper", "Latest", "95 %"),
    AMOUNT("before", "Before", "fitted, last year before the break"),
    AMOUNT("after", "After", "fitted, first year after the break"),
    CHANGE("change", "Change", "of after against before"),
    NUMBER("sup_f", "sup F", "of this many breaks against one fewer; of none: of one",
           false),
    NUMBER("critical", "5 %", "what sup F must exceed", false),
    NUMBER("bic", "BIC", "of a division with this many breaks", true),
    COUNT("by_bic", "By BIC", "breaks that the BIC would choose", true),
};

static const struct armex_column cusum_columns[] = {
    YEAR("year", "Year", "of the end of the growth"),
    CHANGE("growth", "Growth", "ln y(t) - ln y(t-1)"),
    NUMBER("cusum", "CUSUM", "sum of growth less its mean, scaled", false),
    NUMBER("boundary", "5 %", "what the largest CUSUM must exceed", false),
    NUMBER("p_value", "p", "of one mean throughout", false),
};

static const struct armex_column outlier_columns[] = {
    YEAR("year", "Year", "of the figure"),
    AMOUNT("value", "Value", "figure, in the unit of the row"),
    AMOUNT("fitted", "Fitted", "on the Theil-Sen line of ln y"),
    NUMBER("score", "Score", "robust standard deviations off the line", false),
    TEXT("outlier", "Outlier", "yes beyond 3.5", false),
};

static const struct armex_column forecast_columns[] = {
    YEAR("year", "Year", "to come"),
    AMOUNT("forecast", "Forecast", "the median; of an intermittent exporter the mean"),
    {"lower_80", "Lower 80 %", "", "80 %, lower end", ARMEX_COLUMN_AMOUNT, true},
    {"upper_80", "Upper 80 %", "", "80 %, upper end", ARMEX_COLUMN_AMOUNT, true},
    AMOUNT("lower", "Lower 95 %", "lower end"),
    AMOUNT("upper", "Upper 95 %", "upper end"),
    TEXT("model", "Model", "chosen by AICc, or by the backtest where years are zero",
         false),
    AMOUNT("error", "Backtest", "mean absolute error this many years ahead"),
    AMOUNT("naive_error", "Naive", "the same, of the last figure"),
    AMOUNT("drift_error", "Drift", "the same, of the line from first to last"),
    COUNT("origins", "Tries", "forecasts tried in the backtest", false),
};

struct kind {
    const char *title;
    const struct armex_column *columns;
    size_t n;
};

#define KIND(title, columns)                                                           \
    {                                                                                  \
        title, columns, sizeof(columns) / sizeof *(columns)                            \
    }

static struct kind kind_of(const struct armex_trend_run *run)
{
    static const struct kind kinds[ARMEX_TREND_FITS] = {
        [ARMEX_TREND_LINE] = KIND("Growth a year, fitted to all years", line_columns),
        [ARMEX_TREND_MEAN] = KIND("Trailing means", smooth_columns),
        [ARMEX_TREND_MEDIAN] = KIND("Trailing medians", smooth_columns),
        [ARMEX_TREND_SPLINE] = KIND("Smoothing spline", smooth_columns),
        [ARMEX_TREND_HP] = KIND("Hodrick-Prescott trend", smooth_columns),
        [ARMEX_TREND_LOCAL] = KIND("Local linear trend", smooth_columns),
        [ARMEX_TREND_BREAKS] = KIND("Breaks in level and growth", break_columns),
        [ARMEX_TREND_STEPS] = KIND("Breaks in the level", break_columns),
        [ARMEX_TREND_CUSUM] = KIND("Whether growth kept one mean", cusum_columns),
        [ARMEX_TREND_OUTLIERS] = KIND("Years far off the trend", outlier_columns),
    };
    static const struct kind forecast = KIND("Forecast", forecast_columns);
    return run->options.forecast ? forecast : kinds[run->options.fit];
}

/* Columns that this fit leaves empty are not for people. */
static bool always_empty(const struct armex_trend_run *run, size_t own)
{
    enum { LOWER = 3, UPPER = 4, GROWTH = 5 };
    const enum armex_trend_fit fit = run->options.fit;

    if (run->options.forecast || fit < ARMEX_TREND_MEAN || fit > ARMEX_TREND_LOCAL)
        return false;
    if (own == GROWTH)
        return fit != ARMEX_TREND_LOCAL;
    return (own == LOWER || own == UPPER) && fit != ARMEX_TREND_LOCAL &&
           fit != ARMEX_TREND_SPLINE;
}

static size_t all_columns(struct armex_column out[MOST],
                          const struct armex_trend_run *run)
{
    const struct kind kind = kind_of(run);
    const bool one_subject = armex_panel_one_subject(run->panel);
    size_t n = 0;

    out[n++] = (struct armex_column)TEXT("entity", "Code",
                                         "ISO 3166 code, or a code of its own", true);
    out[n++] = (struct armex_column)TEXT("name", "Name", "name of the entity", false);
    for (size_t i = 0; i < kind.n; i++) {
        out[n] = kind.columns[i];
        out[n].machine |= always_empty(run, i);
        n++;
    }
    out[n++] = (struct armex_column)TEXT("reason", "Why none", "why there is no answer",
                                         false);
    out[n++] = (struct armex_column)TEXT("unit", "Unit", "unit of the figures", false);
    out[n++] =
        (struct armex_column)TEXT("measure", "Measure", "what is counted", one_subject);
    out[n++] = (struct armex_column)TEXT(
        "scope", "Scope", "which of several counts of the measure", one_subject);
    return n;
}

armex_status armex_trend_table(struct armex_trend_run *run)
{
    struct armex_column columns[MOST];
    const size_t n = all_columns(columns, run);
    armex_status status =
        armex_table_create(&run->table, "trend", columns, n, run->error);

    if (status)
        return status;
    run->table->title = kind_of(run).title;
    return armex_notes_join(&run->table->notes, run->table->arena, &run->panel->notes,
                            run->error);
}

struct armex_row armex_trend_row(struct armex_trend_run *run, const char *reason)
{
    const struct armex_series *series = &run->panel->series[run->sample.s];
    const size_t after = run->table->n_columns - COMMON_AFTER;
    struct armex_row row = {.table = run->table, .error = run->error};
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    armex_row_add(&row);
    armex_row_text(&row, 0, series->entity);
    armex_row_text(&row, 1, series->name);
    armex_row_text(&row, after, reason);
    armex_row_text(&row, after + 1, unit);
    armex_row_text(&row, after + 2, armex_measure_name(series->measure));
    armex_row_text(&row, after + 3, series->scope);
    return row;
}

void armex_trend_put(struct armex_row *row, size_t i, double value)
{
    armex_row_number(row, ARMEX_TREND_OWN + i, isfinite(value) ? value : NAN);
}
