/** chart/ruler.c: a scale of figures with the words of its ticks. */
#include "chart/ruler.h"

#include <math.h>
#include <stdio.h>

#include "base/number.h"

struct armex_ruler armex_ruler_make(double least, double high, bool log,
                                    struct armex_unit unit)
{
    const double greatest = fmax(fabs(least), fabs(high));
    struct armex_ruler ruler = {.unit = unit, .scale = armex_figure_scale(greatest)};
    ruler.axis =
        log ? armex_axis_log(least, high) : armex_axis_linear(fmin(least, 0.0), high);
    ruler.mixed = log && least / pow(10.0, ruler.scale) < 0.05;
    return ruler;
}

void armex_ruler_text(char out[ARMEX_FIGURE_SIZE], const struct armex_ruler *ruler,
                      size_t i)
{
    const struct armex_axis *axis = &ruler->axis;
    const bool named = i + 1 == axis->n && axis->ticks[i] != 0.0;
    const struct armex_unit *unit = named ? &ruler->unit : NULL;
    if (ruler->mixed && ruler->scale)
        armex_figure_short(out, axis->ticks[i], unit);
    else
        armex_figure_tick(out, axis->ticks[i], ruler->scale,
                          axis->log && axis->ticks[i] >= pow(10.0, ruler->scale)
                              ? 0
                              : armex_axis_decimals(axis, ruler->scale),
                          unit);
}

double armex_ruler_width(const struct armex_ruler *ruler, struct armex_drawing *drawing,
                         double size)
{
    char text[ARMEX_FIGURE_SIZE];
    double widest = 0.0;
    for (size_t i = 0; i < ruler->axis.n; i++) {
        armex_ruler_text(text, ruler, i);
        widest =
            fmax(widest, armex_font_width(drawing->font, text, size, ARMEX_REGULAR));
    }
    return widest;
}

/** Ratios near 1 at even steps, for 1.1 and 1.2 are rounder than powers of 1.1. */
static bool even_ticks(struct armex_axis *axis)
{
    static const double steps[] = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5};
    if (axis->high / axis->low >= 5.0)
        return false;
    for (size_t s = 0; s < sizeof steps / sizeof *steps; s++) {
        const double first = ceil(axis->low / steps[s] - 1e-9);
        const double last = floor(axis->high / steps[s] + 1e-9);
        if (last - first + 1.0 > ARMEX_TICKS)
            continue;
        for (int i = (int)first; i <= (int)last; i++)
            axis->ticks[axis->n++] = i * steps[s];
        return true;
    }
    return false;
}

static void power_ticks(struct armex_axis *axis)
{
    static const double bases[] = {2.0, 4.0,  10.0, 100.0, 1e3,
                                   1e6, 1e12, 1e24, 1e100, 1e150};
    for (size_t b = 0; b < sizeof bases / sizeof *bases; b++) {
        const double first = ceil(log(axis->low) / log(bases[b]) - 1e-9);
        const double last = floor(log(axis->high) / log(bases[b]) + 1e-9);
        if (last - first + 1.0 > ARMEX_TICKS)
            continue;
        for (int i = (int)first; i <= (int)last; i++)
            axis->ticks[axis->n++] = pow(bases[b], i);
        return;
    }
}

struct armex_axis armex_ratio_axis(double low, double high)
{
    struct armex_axis axis = {
        .log = true, .low = fmin(low, 1.0), .high = fmax(high, 1.0)};
    const double room = fmax(pow(axis.high / axis.low, 0.06), 1.02);
    axis.low = fmax(axis.low / room, 1e-300);
    axis.high = fmin(axis.high * room, 1e300);
    if (!even_ticks(&axis))
        power_ticks(&axis);
    return axis;
}

void armex_ratio_text(char out[ARMEX_FIGURE_SIZE], double ratio, bool tick)
{
    const int decimals = ratio >= 9.95    ? 0
                         : ratio >= 1.995 ? 1
                         : ratio >= 0.095 ? 2
                                          : 3;
    size_t length = armex_number_for_people(out, ARMEX_FIGURE_SIZE, ratio, decimals);
    while (tick && decimals && length && out[length - 1] == '0')
        length--;
    length -= tick && decimals && length && out[length - 1] == '.';
    if (ratio > 0.0 && ratio < 0.0005)
        length = (size_t)snprintf(out, ARMEX_FIGURE_SIZE, "<0.001");
    snprintf(out + length, ARMEX_FIGURE_SIZE - length, "\u00d7");
}
