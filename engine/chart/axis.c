/** chart/axis.c: scales of figures and of years, with few and round ticks. */
#include "chart/axis.h"

#include <math.h>
#include <string.h>

static const double steps[] = {1.0, 2.0, 5.0, 10.0};
static const double slack = 0.4, headroom = 0.04;

/** The least round step with which low..high takes at most ARMEX_TICKS ticks. */
static double round_step(double low, double high)
{
    const double least = (high - low) / (ARMEX_TICKS - 1);
    const double power = pow(10.0, floor(log10(least)));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const double step = steps[i] * power;
        const double n = ceil(high / step - 1e-9) - floor(low / step + 1e-9);
        if (n <= ARMEX_TICKS - 1)
            return step;
    }
    return 20.0 * power;
}

struct armex_axis armex_axis_linear(double low, double high)
{
    struct armex_axis axis = {0};
    low = low < 0.0 ? low : 0.0;
    high = high > 0.0 ? high : 0.0;
    if (!(high > low) || !isfinite(high - low))
        return (struct armex_axis){.high = 1.0, .ticks = {0.0}, .n = 1};
    const double step = round_step(low, high);
    const double first = floor(low / step + 1e-9), last = ceil(high / step - 1e-9);
    axis.low = first * step;
    axis.high = last * step;
    if (axis.high - high > slack * step) // a band of empty paper tells nothing
        axis.high = high + headroom * (high - low);
    if (low - axis.low > slack * step)
        axis.low = low - headroom * (high - low);
    for (double i = first; i <= last && axis.n < ARMEX_TICKS; i += 1.0)
        if (i * step >= axis.low && i * step <= axis.high)
            axis.ticks[axis.n++] = i * step;
    return axis;
}

/** 1, 3, 10, 30, ...: the figure of index i, where 0 is 1. */
static double half_decade(int i)
{
    const double power = pow(10.0, floor(i / 2.0));
    return i % 2 ? 3.0 * power : power;
}

struct armex_axis armex_axis_log(double low, double high)
{
    struct armex_axis axis = {.log = true};
    int first = 2 * (int)floor(log10(low)), last = 2 * (int)ceil(log10(high));
    if (half_decade(first + 1) <= low)
        first++;
    if (last - 1 > first && half_decade(last - 1) >= high)
        last--;
    if (last <= first)
        last = first + 1;
    axis.low = half_decade(first);
    axis.high = half_decade(last);
    int step = 1;
    if (last - first + 1 > ARMEX_TICKS) { // whole decades, and not all if too many
        step = 2;
        while ((last - first) / step + 1 > ARMEX_TICKS)
            step += 2;
    }
    if (step > 1 && first % 2)
        first++;
    for (int i = first; i <= last && axis.n < ARMEX_TICKS; i += step)
        axis.ticks[axis.n++] = half_decade(i);
    return axis;
}

struct armex_axis armex_axis_years(int first, int last, double span, double least)
{
    static const int years[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
    struct armex_axis axis = {.low = first, .high = last};
    const double one = last > first ? span / (last - first) : span;
    size_t i = 0;
    while (i + 1 < sizeof years / sizeof *years &&
           (years[i] * one < least || (last - first) / years[i] >= ARMEX_TICKS))
        i++;
    const int step = years[i];
    int year = first % step > 0 ? first + step - first % step : first;
    for (; year < last && axis.n < ARMEX_TICKS; year += step)
        axis.ticks[axis.n++] = year;
    if (axis.n && (last - axis.ticks[axis.n - 1]) * one < least)
        axis.n--; // the last year matters more than a round one
    if (axis.n == ARMEX_TICKS)
        axis.n--;
    axis.ticks[axis.n++] = last;
    if (axis.n < ARMEX_TICKS && (axis.ticks[0] - first) * one >= least) {
        memmove(axis.ticks + 1, axis.ticks, axis.n * sizeof *axis.ticks);
        axis.ticks[0] = first;
        axis.n++;
    }
    return axis;
}

double armex_axis_at(const struct armex_axis *axis, double value)
{
    if (axis->log)
        return value > 0.0 ? log(value / axis->low) / log(axis->high / axis->low)
                           : (double)NAN;
    if (axis->high == axis->low)
        return 0.5;
    return (value - axis->low) / (axis->high - axis->low);
}

int armex_axis_decimals(const struct armex_axis *axis, int scale)
{
    int decimals = 0;
    for (size_t i = 0; i < axis->n; i++) {
        const double tick = axis->ticks[i] / pow(10.0, scale);
        while (decimals < 6 &&
               fabs(tick * pow(10.0, decimals) - round(tick * pow(10.0, decimals))) >
                   1e-6 * pow(10.0, decimals) * fabs(tick))
            decimals++;
    }
    return decimals;
}
