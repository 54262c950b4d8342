/** chart/figure.c: figures and their units as people read them on a chart. */
#include "chart/figure.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

static const struct scale {
    int power;
    const char *word, *letters;
} scales[] = {{12, "trillion", "trn"}, {9, "billion", "bn"}, {6, "million", "m"}};

int armex_figure_scale(double most)
{
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (fabs(most) >= 2.0 * pow(10.0, scales[i].power))
            return scales[i].power;
    return 0;
}

static const struct scale *find_scale(int power)
{
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (scales[i].power == power)
            return &scales[i];
    return NULL;
}

const char *armex_figure_scale_word(int scale)
{
    const struct scale *found = find_scale(scale);
    return found ? found->word : "";
}

static void set(char out[ARMEX_FIGURE_SIZE], const char *text)
{
    snprintf(out, ARMEX_FIGURE_SIZE, "%s", text);
}

/** Sets a sign or word before a figure, but after its minus. */
static void put_before(char out[ARMEX_FIGURE_SIZE], const char *sign)
{
    const size_t minus = !strncmp(out, "\u2212", 3) ? 3 : 0;
    const size_t room = strlen(sign), length = strlen(out);
    if (length + room >= ARMEX_FIGURE_SIZE)
        return;
    memmove(out + minus + room, out + minus, length - minus + 1);
    for (size_t i = 0; i < room; i++)
        out[minus + i] = sign[i];
}

static void put_after(char out[ARMEX_FIGURE_SIZE], const char *words)
{
    const size_t length = strlen(out);
    snprintf(out + length, ARMEX_FIGURE_SIZE - length, "%s", words);
}

static bool prints_as_zero(const char *text)
{
    return strspn(text, "0.\u2212") == strlen(text);
}

void armex_figure(char out[ARMEX_FIGURE_SIZE], double value, int scale, bool whole)
{
    const double scaled = value / pow(10.0, scale);
    const int decimals = whole || fabs(scaled) >= 99.95 || scaled == 0.0 ? 0 : 1;
    armex_number_for_people(out, ARMEX_FIGURE_SIZE, scaled, decimals);
    if (scaled > 0.0 && prints_as_zero(out))
        set(out, decimals ? "<0.1" : "<1");
    else if (scaled < 0.0 && prints_as_zero(out))
        set(out, decimals ? ">\u22120.1" : ">\u22121");
}

/** Whole figures keep no ".0": people do not order 3.0 tanks. */
static bool is_whole(double value, int scale)
{
    return scale == 0 && fabs(value) < 1e15 && value == floor(value);
}

void armex_figure_with_unit(char out[ARMEX_FIGURE_SIZE], double value,
                            struct armex_unit unit)
{
    char words[64];
    const char *sign = armex_unit_sign(unit);
    const int scale = armex_figure_scale(value / 0.5); // 1.2 billion, not 1,200 million
    armex_figure(out, value, scale, is_whole(value, scale));
    if (unit.kind == ARMEX_PERCENT) {
        put_after(out, "%");
        return;
    }
    if (*sign)
        put_before(out, sign);
    if (scale) {
        put_after(out, " ");
        put_after(out, armex_figure_scale_word(scale));
    }
    if (!*sign && unit.kind != ARMEX_COUNT) {
        armex_unit_words(words, unit);
        words[strcspn(words, ",")] = '\0'; // without "constant prices of ..."
        put_after(out, " ");
        put_after(out, words);
    }
}

void armex_figure_tick(char out[ARMEX_FIGURE_SIZE], double value, int scale,
                       int decimals, const struct armex_unit *unit)
{
    const struct scale *found = find_scale(scale);
    armex_number_for_people(out, ARMEX_FIGURE_SIZE, value / pow(10.0, scale),
                            value == 0.0 ? 0 : decimals);
    if (!unit)
        return;
    if (unit->kind == ARMEX_PERCENT)
        put_after(out, "%");
    if (*armex_unit_sign(*unit))
        put_before(out, armex_unit_sign(*unit));
    if (found) {
        put_after(out, " ");
        put_after(out, found->letters);
    }
}

void armex_figure_short(char out[ARMEX_FIGURE_SIZE], double value,
                        const struct armex_unit *unit)
{
    const int scale = armex_figure_scale(value / 0.5); // 1 bn, not 1,000 m
    const struct scale *found = find_scale(scale);
    const double scaled = value / pow(10.0, scale);
    armex_figure(out, value, scale, fabs(scaled - round(scaled)) < 1e-9);
    if (unit && *armex_unit_sign(*unit))
        put_before(out, armex_unit_sign(*unit));
    if (found) {
        put_after(out, " ");
        put_after(out, found->letters);
    }
}

void armex_figure_share(char out[ARMEX_FIGURE_SIZE], double fraction)
{
    armex_figure(out, fraction * 100.0, 0, false);
    if (*out)
        put_after(out, "%");
}

void armex_figure_change(char out[ARMEX_FIGURE_SIZE], double change, int *sign)
{
    *sign = 0;
    *out = '\0';
    if (isnan(change))
        return;
    if (change > 4.0) {
        armex_figure(out, 1.0 + change, 0, change >= 9.0);
        put_before(out, "\u00d7");
        *sign = 1;
        return;
    }
    const double per_cent = change * 100.0;
    armex_number_for_people(out, ARMEX_FIGURE_SIZE, per_cent,
                            fabs(per_cent) < 9.95 ? 1 : 0);
    if (prints_as_zero(out)) {
        set(out, "0%");
        return;
    }
    *sign = per_cent > 0.0 ? 1 : -1;
    put_after(out, "%");
    if (*sign > 0)
        put_before(out, "+");
}

void armex_figure_difference(char out[ARMEX_FIGURE_SIZE], double difference, int scale,
                             int *sign)
{
    const double scaled = difference / pow(10.0, scale);
    *sign = 0;
    *out = '\0';
    if (isnan(scaled))
        return;
    armex_number_for_people(out, ARMEX_FIGURE_SIZE, scaled,
                            fabs(scaled) < 99.95 ? 1 : 0);
    if (prints_as_zero(out)) {
        set(out, "0");
        return;
    }
    *sign = scaled > 0.0 ? 1 : -1;
    if (*sign > 0)
        put_before(out, "+");
}

void armex_rank_text(char out[32], double rank)
{
    armex_number_for_people(out, 32, rank, rank == floor(rank) ? 0 : 1);
}
