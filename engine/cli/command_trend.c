/** cli/command_trend.c: trends, breaks, smoothing, forecasts. */
#include "cli/answer.h"
#include "cli/command.h"

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    (void)own; // every option of it is the query's
    return armex_answer(session, "trend", error);
}

const struct armex_command armex_command_trend = {
    .name = "trend",
    .summary = "fitted trends, smoothing, breaks, and forecasts with a backtest",
    .operands = "",
    .description =
        "line: one rate of growth for all years, by least squares with standard errors "
        "that allow for autocorrelation, and by Theil and Sen. mean, median, spline, "
        "hp "
        "(Hodrick-Prescott), local (Kalman): the smoothed series. breaks, steps: when "
        "level and growth, or the level, changed, by Bai and Perron. cusum: whether "
        "growth kept one mean. outliers: years far off the trend.\n\n"
        "A year without a figure is estimated by local, bridged by hp, left out by "
        "line, spline, breaks and steps. A year of nil has no logarithm: --levels fits "
        "the figures themselves.\n\n"
        "--forecast stands beside the error that such forecasts would have had, and "
        "that of the last figure alone. A series too short, with a break, or with a "
        "gap where none may be (cusum, --forecast) has no answer and says why.",
    .analyses = "trend",
    .examples = {{"armex trend -d national-figures -e FRA -m orders -y 2000-2024",
                  "French orders grew by 5.3 % a year, with 95 % by 3.2 to 7.6 %"},
                 {"armex trend -d national-figures -e FRA -m orders -y 2000-2024 "
                  "--forecast 3",
                  "14.3 billion EUR for 2025, with 95 % 6.5 to 31.5; such forecasts "
                  "were off by "
                  "4.5 billion on average, the last figure alone by 5.4"}},
    .run = run};
