/** chart/finding.c: titles of line charts that say what the data show. */
#include "chart/finding.h"

#include <math.h>
#include <stdio.h>

#include "chart/figure.h"
#include "chart/sentence.h"
#include "model/panel.h"

/** What can be said of the figures of one line. */
struct shape {
    size_t peak;
    bool alone;  /**< no other year is as great */
    bool gaps;   /**< a year between the first and the last has no figure */
    bool falls;  /**< no year is above the one before it */
    bool breaks; /**< not all years can be compared */
};

static struct shape shape_of(const struct armex_line *line)
{
    struct shape shape = {.peak = line->first, .alone = true, .falls = true};
    double before = line->values[line->first];
    for (size_t i = line->first + 1; i <= line->last; i++) {
        const double value = line->values[i];
        shape.breaks = shape.breaks || armex_line_breaks(line, i);
        if (isnan(value)) {
            shape.gaps = true;
            continue;
        }
        if (value > line->values[shape.peak]) {
            shape.peak = i;
            shape.alone = true;
        } else if (value == line->values[shape.peak]) {
            shape.alone = false;
        }
        shape.falls = shape.falls && value <= before;
        before = value;
    }
    return shape;
}

static const char *year_words(struct armex_arena *arena,
                              const struct armex_lines *lines,
                              const struct armex_line *line, size_t at)
{
    const int year = lines->first_year + (int)at;
    char label[16];
    armex_window_label(label, line->years > 1 ? year - line->years + 1 : year, year);
    return armex_arena_printf(arena, "%s%s", line->first_month > 1 ? "FY" : "", label);
}

/** "an estimated $17.3 billion (2020 prices)". */
static const char *amount_words(struct armex_arena *arena,
                                const struct armex_lines *lines,
                                const struct armex_line *line, size_t at)
{
    char amount[ARMEX_FIGURE_SIZE], prices[32] = "";
    const char *soft = "";
    const armex_mark status = line->marks[at] & ARMEX_STATUS_BITS;
    if (status == ARMEX_PRELIMINARY)
        soft = "a preliminary ";
    else if (status == ARMEX_ESTIMATE)
        soft = "an estimated ";
    armex_figure_with_unit(amount, line->values[at], lines->unit);
    if (lines->unit.kind == ARMEX_MONEY && lines->unit.price_year > 0 &&
        *armex_unit_sign(lines->unit))
        snprintf(prices, sizeof prices, " (%d prices)", lines->unit.price_year);
    return armex_arena_printf(arena, "%s%s%s", soft, amount, prices);
}

armex_status armex_finding_line(const char **out, struct armex_arena *arena,
                                const struct armex_lines *lines,
                                struct armex_error *error)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    const struct shape shape = shape_of(line);
    const char *who = armex_with_article(arena, line->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    const char *what = armex_line_counted(line, lines->unit);
    const char *much = amount_words(arena, lines, line, shape.peak);
    const char *when = year_words(arena, lines, line, shape.peak);
    const char *least = amount_words(arena, lines, line, line->last);
    const char *end = year_words(arena, lines, line, line->last);

    *out = NULL;
    if (!whose || !much || !when || !least || !end)
        return armex_fail_memory(error);
    if (line->first == line->last || !shape.alone || shape.breaks ||
        line->values[shape.peak] <= 0.0)
        return ARMEX_OK;
    if (shape.gaps)
        *out = armex_arena_printf(arena, "%s highest known %s: %s in %s", whose, what,
                                  much, when);
    else if (shape.peak == line->last)
        *out = armex_arena_printf(arena, "%s %s reached a high of %s in %s", whose,
                                  what, much, when);
    else if (shape.peak > line->first)
        *out = armex_arena_printf(arena, "%s %s peaked at %s in %s", whose, what, much,
                                  when);
    else if (shape.falls)
        *out = armex_arena_printf(arena, "%s %s fell from %s in %s to %s in %s", whose,
                                  what, much, when, least, end);
    else
        return ARMEX_OK;
    return *out ? ARMEX_OK : armex_fail_memory(error);
}
