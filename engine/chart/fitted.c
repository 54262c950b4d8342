/** chart/fitted.c: the curve that a trend fits to each line. */
#include "chart/fitted.h"

#include <math.h>
#include <string.h>

#include "chart/cells.h"
#include "chart/sentence.h"
#include "chart/subject.h"
#include "chart/words.h"

enum { MOST_NAMED = 3 }; /* of those who have no curve */

struct columns {
    size_t year, fitted, lower, upper, years, reason, fit;
};

/** What is being read. Arrays hold one for each of the lines. */
struct reading {
    const struct armex_table *table;
    struct columns at;
    const char **reasons;
    struct armex_fitted *fitted;
    struct armex_lines curves;
};

/** The first row of a smoother; n_rows: none. */
static size_t first_row(const struct armex_table *table)
{
    const size_t fit = armex_table_column(table, "fit");
    size_t row = 0;
    while (row < table->n_rows && !*armex_cell_text(table, row, fit))
        row++;
    return row;
}

static armex_status find_columns(struct columns *at, const struct armex_chart *chart,
                                 struct armex_error *error)
{
    const struct armex_cell_want wants[] = {
        {"year", &at->year, true},    {"fitted", &at->fitted, true},
        {"lower", &at->lower, false}, {"upper", &at->upper, false},
        {"years", &at->years, false}, {"reason", &at->reason, true},
        {"fit", &at->fit, true}};
    return armex_cells_find(chart->table, wants, sizeof wants / sizeof *wants,
                            chart->kind->name, "trend with a smoother", error);
}

static armex_status begin_curves(struct reading *reading, struct armex_arena *arena,
                                 struct armex_error *error)
{
    struct armex_lines *curves = &reading->curves;
    const struct armex_line *figures = curves->items;
    reading->reasons = armex_arena_new(arena, curves->n, sizeof *reading->reasons);
    curves->items = armex_arena_new(arena, curves->n, sizeof *curves->items);
    if (!reading->reasons || !curves->items)
        return armex_fail_memory(error);
    for (size_t i = 0; i < curves->n; i++) {
        struct armex_line *curve = &curves->items[i];
        *curve = figures[i];
        curve->values = armex_arena_new(arena, curves->n_years, sizeof *curve->values);
        curve->marks = armex_arena_new(arena, curves->n_years, sizeof *curve->marks);
        if (!curve->values || !curve->marks)
            return armex_fail_memory(error);
        curve->first = 1;
        curve->last = 0;
        reading->reasons[i] = "";
        for (size_t year = 0; year < curves->n_years; year++) {
            const armex_mark broken = ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK;
            curve->values[year] = (double)NAN;
            curve->marks[year] = ARMEX_UNKNOWN_YET | (figures[i].marks[year] & broken);
        }
    }
    return ARMEX_OK;
}

/** Rows of one line follow each other, so the last one found is tried first. */
static size_t find_curve(const struct reading *reading, size_t row, size_t likely)
{
    const struct armex_lines *curves = &reading->curves;
    for (size_t tried = 0; tried < curves->n; tried++) {
        const size_t i = (likely + tried) % curves->n;
        if (armex_subject_row(reading->table, row, &curves->items[i]))
            return i;
    }
    return curves->n;
}

static void take_row(struct reading *reading, size_t row, size_t i)
{
    struct armex_line *curve = &reading->curves.items[i];
    const double value = armex_cell_number(reading->table, row, reading->at.fitted);
    const double year = armex_cell_number(reading->table, row, reading->at.year);
    const double at = year - reading->curves.first_year;
    const char *reason = armex_cell_text(reading->table, row, reading->at.reason);
    if (*reason)
        reading->reasons[i] = reason;
    if (!isfinite(value) || !(at >= 0.0 && at < (double)reading->curves.n_years) ||
        year < curve->founded + fmax(0.0, reading->fitted->window - 1.0) ||
        (curve->ended && year > curve->ended))
        return; // a mean of years in which there was no state is none of the state's
    const size_t place = (size_t)at;
    curve->values[place] = value;
    curve->marks[place] =
        ARMEX_FINAL | (curve->marks[place] & (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK));
    if (curve->last < curve->first)
        curve->first = curve->last = place;
    curve->first = place < curve->first ? place : curve->first;
    curve->last = place > curve->last ? place : curve->last;
}

static void take_rows(struct reading *reading, size_t first)
{
    const struct armex_table *table = reading->table;
    size_t likely = 0;
    for (size_t row = first; row < table->n_rows; row++) {
        if (!*armex_cell_text(table, row, reading->at.fit))
            continue;
        const size_t i = find_curve(reading, row, likely);
        if (i == reading->curves.n)
            continue;
        take_row(reading, row, i);
        likely = i;
    }
}

/** Why a line has no curve, as a sentence's end. */
static const char *why(const char *reason)
{
    static const char *const words[][2] = {
        {"", "too many years have no figure"},
        {"missing", "no year has a figure above zero"},
        {"too_few", "fewer than five years have a figure"},
        {"zero_base", "a figure of zero or less has no logarithm; --levels fits the "
                      "figures themselves"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(reason, words[i][0]))
            return words[i][1];
    return armex_subject_reason(reason);
}

static bool has_curve(const struct armex_line *curve)
{
    return curve->first <= curve->last;
}

/** Who has no curve, and why: the subject first. */
static const char *say_unfitted(const struct reading *reading,
                                struct armex_arena *arena)
{
    const struct armex_lines *curves = &reading->curves;
    struct armex_text text = {0};
    size_t n = 0;
    for (size_t place = 0; place <= curves->n; place++) {
        const size_t i = place ? place - 1 : curves->highlight;
        if (has_curve(&curves->items[i]) || (place && i == curves->highlight))
            continue;
        if (n++ < MOST_NAMED)
            armex_text_printf(&text, "No line for %s: %s. ", curves->items[i].label,
                              why(reading->reasons[i]));
    }
    if (n > MOST_NAMED)
        armex_text_printf(&text, "Nor for %zu more. ", n - MOST_NAMED);
    return armex_words_keep(arena, &text);
}

/** Keeps the lines with a curve, and the subject. Returns how many have one. */
static size_t keep_fitted(struct reading *reading)
{
    struct armex_lines *curves = &reading->curves;
    struct armex_line *figures = reading->fitted->figures.items;
    size_t kept = 0, fitted = 0, highlight = 0;
    for (size_t i = 0; i < curves->n; i++) {
        fitted += has_curve(&curves->items[i]);
        if (!has_curve(&curves->items[i]) && i != curves->highlight)
            continue;
        highlight = i == curves->highlight ? kept : highlight;
        curves->items[kept] = curves->items[i];
        figures[kept++] = figures[i];
    }
    curves->n = reading->fitted->figures.n = kept;
    curves->highlight = reading->fitted->figures.highlight = highlight;
    return fitted;
}

/** The interval of the subject's curve, unless no year has one. */
static armex_status read_interval(struct reading *reading, struct armex_arena *arena,
                                  size_t first, struct armex_error *error)
{
    const struct armex_lines *curves = &reading->curves;
    double *lower = armex_arena_new(arena, curves->n_years, sizeof *lower);
    double *upper = armex_arena_new(arena, curves->n_years, sizeof *upper);
    if (!lower || !upper)
        return armex_fail_memory(error);
    for (size_t i = 0; i < curves->n_years; i++)
        lower[i] = upper[i] = (double)NAN;
    for (size_t row = first; row < reading->table->n_rows; row++) {
        const double low = armex_cell_number(reading->table, row, reading->at.lower);
        const double high = armex_cell_number(reading->table, row, reading->at.upper);
        const double year = armex_cell_number(reading->table, row, reading->at.year);
        const double at = year - curves->first_year;
        if (!isfinite(low) || !isfinite(high) || !(at >= 0.0) ||
            !(at < (double)curves->n_years) ||
            !armex_subject_row(reading->table, row, &curves->items[curves->highlight]))
            continue;
        lower[(size_t)at] = low;
        upper[(size_t)at] = high;
        reading->fitted->lower = lower;
        reading->fitted->upper = upper;
    }
    return ARMEX_OK;
}

static void stretch(struct armex_lines *lines, const struct armex_line *line)
{
    for (size_t i = line->first; i <= line->last; i++) {
        lines->low = fmin(lines->low, line->values[i]);
        lines->high = fmax(lines->high, line->values[i]);
    }
}

/** The curves' scale, which the figures share. */
static armex_status share_scale(struct reading *reading, struct armex_arena *arena,
                                struct armex_error *error)
{
    struct armex_lines *curves = &reading->curves;
    struct armex_lines *figures = &reading->fitted->figures;
    struct armex_lines *scale = armex_arena_new(arena, 1, sizeof *scale);
    if (!scale)
        return armex_fail_memory(error);
    curves->low = curves->high = 0.0;
    for (size_t i = 0; i < curves->n; i++)
        stretch(curves, &curves->items[i]);
    stretch(curves, &figures->items[figures->highlight]);
    for (size_t i = 0; reading->fitted->lower && i < curves->n_years; i++) {
        curves->low = fmin(curves->low, reading->fitted->lower[i]);
        curves->high = fmax(curves->high, reading->fitted->upper[i]);
    }
    figures->low = curves->low;
    figures->high = curves->high;
    curves->fitted = reading->fitted;
    *scale = *curves;
    figures->scale = scale;
    return ARMEX_OK;
}

static bool are_yearly(const struct reading *reading, size_t rows)
{
    for (size_t row = 0; row < rows; row++)
        if (armex_cell_number(reading->table, row, reading->at.years) > 1.0)
            return false;
    return true;
}

static armex_status read_curves(struct reading *reading, struct armex_arena *arena,
                                size_t first, struct armex_error *error)
{
    struct armex_fitted *fitted = reading->fitted;
    const double window = armex_cell_number(reading->table, first, reading->at.years);
    const char *subject = reading->curves.items[reading->curves.highlight].label;
    const size_t highlight = reading->curves.highlight;
    *fitted = (struct armex_fitted){
        .fit = armex_cell_text(reading->table, first, reading->at.fit),
        .window = window >= 1.0 && window <= 100.0 ? (int)window : 0,
        .yearly = are_yearly(reading, first),
        .figures = reading->curves};
    armex_status status = begin_curves(reading, arena, error);
    if (status)
        return status;
    take_rows(reading, first);
    fitted->unfitted = say_unfitted(reading, arena);
    if (!fitted->unfitted)
        return armex_fail_memory(error);
    if (!keep_fitted(reading))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nothing to draw: no line can be fitted to %s: %s", subject,
                          why(reading->reasons[highlight]));
    status = read_interval(reading, arena, first, error);
    return status ? status : share_scale(reading, arena, error);
}

armex_status armex_lines_fit(struct armex_lines *lines, struct armex_arena *arena,
                             const struct armex_chart *chart, struct armex_error *error)
{
    struct reading reading = {.table = chart->table, .curves = *lines};
    const size_t first = first_row(chart->table);
    if (first == chart->table->n_rows)
        return ARMEX_OK;
    reading.fitted = armex_arena_new(arena, 1, sizeof *reading.fitted);
    armex_status status = reading.fitted ? find_columns(&reading.at, chart, error)
                                         : armex_fail_memory(error);
    if (!status)
        status = read_curves(&reading, arena, first, error);
    if (!status)
        *lines = reading.curves;
    return status;
}

/** "five-year", "12-year". */
static const char *length_of(struct armex_arena *arena, int years)
{
    const char *word = armex_count_word((size_t)years);
    return word ? armex_arena_printf(arena, "%s-year", word)
                : armex_arena_printf(arena, "%d-year", years);
}

const char *armex_fit_name(struct armex_arena *arena, const struct armex_fitted *fitted,
                           bool many)
{
    static const char *const names[][2] = {{"spline", "smoothing spline"},
                                           {"hp", "Hodrick-Prescott trend"},
                                           {"local", "local linear trend"}};
    const char *name = fitted->fit, *length;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(fitted->fit, names[i][0]))
            name = names[i][1];
    if (!fitted->window)
        return armex_arena_printf(arena, "%s%s", name, many ? "s" : "");
    length = length_of(arena, fitted->window);
    return length ? armex_arena_printf(arena, "%s %s%s", length, name, many ? "s" : "")
                  : NULL;
}
