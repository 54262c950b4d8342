/** report/figure_words.c: a figure as people say it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/date.h"
#include "base/number.h"
#include "chart/sentence.h"
#include "render/view.h"
#include "report/figure.h"

enum style {
    FULL,
    SHORT,
    NUMBER,
    PLAIN,
    MOVED,
    ABOVE,
    ORDINAL,
    WORD,
    DATE,
    THE,
    START
};

const char *const armex_report_figure_styles[] = {"full",  "short", "number",  "plain",
                                                  "moved", "above", "ordinal", "word",
                                                  "date",  "the",   "The"};
const size_t armex_n_report_figure_styles =
    sizeof armex_report_figure_styles / sizeof *armex_report_figure_styles;

static const struct {
    int power;
    const char *full, *brief;
} scales[] = {{0, "", ""},
              {3, "thousand", "k"},
              {6, "million", "m"},
              {9, "billion", "bn"},
              {12, "trillion", "tn"}};

enum { SCALES = sizeof scales / sizeof *scales };

static void add_number(struct armex_text *out, double value, int decimals)
{
    char number[400]; // a double has up to 309 digits, and its commas

    armex_number_for_people(number, sizeof number, value, decimals);
    armex_text_add(out, number);
}

/* One decimal below 100, none above; none either for a whole number that is its own
 * scale: 12 tanks are not 12.0 tanks. */
static int decimals_of(double scaled, int scale)
{
    if (scale == 0 && scaled == floor(scaled))
        return 0;
    return fabs(armex_round_digits(scaled, 3)) < 100.0 ? 1 : 0;
}

/* Thousands only from 10,000 on; 1,234 is said as it is. */
static int scale_of(double value)
{
    int scale = 0;
    const double size = fabs(armex_round_digits(value, 3));

    while (scale + 1 < SCALES && size >= pow(10.0, scales[scale + 1].power))
        scale++;
    return scale == 1 && size < 1e4 ? 0 : scale;
}

static bool is_scaled(const struct armex_report_figure *figure)
{
    return figure->type == ARMEX_COLUMN_AMOUNT ||
           (figure->has_unit &&
            (figure->unit.kind == ARMEX_MONEY || figure->unit.kind == ARMEX_TIV));
}

static bool is_percent(const struct armex_report_figure *figure)
{
    return armex_view_is_fraction(figure->type) ||
           (figure->has_unit && figure->unit.kind == ARMEX_PERCENT);
}

/* In per cent, whatever it is kept in. */
static double percent_of(const struct armex_report_figure *figure)
{
    const bool fraction = armex_view_is_fraction(figure->type);
    return fraction ? figure->value * 100.0 : figure->value;
}

/* As SIPRI rounds: whole from 10 on, one decimal below. */
static void add_percent(struct armex_text *out, double percent, int finer)
{
    const bool whole = percent == 0.0 || fabs(armex_round_digits(percent, 2)) >= 10.0;
    add_number(out, percent, (whole ? 0 : 1) + finer);
}

static void add_currency(struct armex_text *out, struct armex_unit unit)
{
    for (size_t i = 0; i < sizeof unit.currency && unit.currency[i]; i++) {
        const char letter = armex_upper(unit.currency[i]);
        armex_text_add_bytes(out, &letter, 1);
    }
}

/* What follows an amount: " TIV", " NOK", " in prices of 2020". */
static void add_unit_after(struct armex_text *out, struct armex_unit unit)
{
    if (unit.kind == ARMEX_TIV) {
        armex_text_add(out, " TIV");
    } else if (unit.kind == ARMEX_MONEY && !*armex_unit_sign(unit)) {
        armex_text_add(out, " ");
        add_currency(out, unit);
    }
    if (unit.kind == ARMEX_MONEY && unit.price_year > 0)
        armex_text_printf(out, " in prices of %d", unit.price_year);
}

static void add_amount(struct armex_text *out, const struct armex_report_figure *figure,
                       enum style style)
{
    const int scale = scale_of(figure->value);
    const double scaled = figure->value / pow(10.0, scales[scale].power);
    const bool bare = style == NUMBER || !figure->has_unit;

    if (!bare && figure->unit.kind == ARMEX_MONEY) {
        if (scaled < 0.0)
            armex_text_add(out, "\u2212");
        armex_text_add(out, armex_unit_sign(figure->unit));
    }
    add_number(out, bare || figure->unit.kind != ARMEX_MONEY ? scaled : fabs(scaled),
               decimals_of(scaled, scale) + figure->finer);
    if (style != NUMBER && scale > 0)
        armex_text_printf(out, " %s",
                          style == SHORT ? scales[scale].brief : scales[scale].full);
    if (!bare)
        add_unit_after(out, figure->unit);
}

static void add_moved(struct armex_text *out, double percent, enum style style)
{
    static const char *const words[2][3] = {{"fell ", "rose ", "did not change"},
                                            {" below", " above", "level with"}};
    const char *const *said = words[style == ABOVE];

    if (fabs(percent) < 0.05) {
        armex_text_add(out, said[2]);
        return;
    }
    if (style == MOVED)
        armex_text_add(out, said[percent > 0.0]);
    add_percent(out, fabs(percent), 0);
    armex_text_add(out, "%");
    if (style == ABOVE)
        armex_text_add(out, said[percent > 0.0]);
}

static void add_fraction(struct armex_text *out,
                         const struct armex_report_figure *figure, enum style style)
{
    const double percent = percent_of(figure);

    if (style == MOVED || style == ABOVE) {
        add_moved(out, percent, style);
        return;
    }
    if (figure->type == ARMEX_COLUMN_CHANGE && style != PLAIN && percent > 0.0)
        armex_text_add(out, "+");
    add_percent(out, style == PLAIN ? fabs(percent) : percent, figure->finer);
    if (style != NUMBER)
        armex_text_add(out, "%");
}

static void add_ordinal(struct armex_text *out, double value)
{
    static const char *const ends[] = {"th", "st", "nd", "rd"};
    const long n = (long)value, tens = n % 100, ones = n % 10;
    const bool teen = tens >= 11 && tens <= 13;

    armex_text_printf(out, "%ld%s", n, ends[ones <= 3 && !teen ? ones : 0]);
}

static bool is_small_whole(double value, double least, double most)
{
    return value >= least && value <= most && value == floor(value);
}

static void add_word(struct armex_text *out, const struct armex_report_figure *figure)
{
    static const char *const places[] = {
        "first",     "second",      "third",      "fourth",     "fifth",
        "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
        "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
        "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

    if (figure->rank && is_small_whole(figure->value, 1.0, 20.0))
        armex_text_add(out, places[(size_t)figure->value - 1]);
    else if (!figure->rank && is_small_whole(figure->value, 0.0, 10.0))
        armex_text_add(out, armex_count_word((size_t)figure->value));
    else
        armex_report_figure_write(out, figure, figure->rank ? "ordinal" : "full",
                                  figure->rank ? 7 : 4);
}

static void add_with_article(struct armex_text *out, const char *name, bool starts)
{
    struct armex_arena *arena = armex_arena_create();
    const char *words = arena ? armex_with_article(arena, name, starts) : NULL;

    armex_text_add(out, words ? words : "");
    out->failed = out->failed || !words;
    armex_arena_free(arena);
}

static void add_text(struct armex_text *out, const char *text, enum style style)
{
    char people[ARMEX_DATE_SIZE];
    struct armex_date date;

    if (style == DATE && armex_date_parse(&date, text, strlen(text))) {
        armex_date_for_people(people, date);
        text = people;
    }
    if (style == THE || style == START)
        add_with_article(out, text, style == START);
    else
        armex_text_add(out, text);
}

static void add_plain_number(struct armex_text *out,
                             const struct armex_report_figure *figure)
{
    char year[ARMEX_NUMBER_SIZE];

    if (figure->type == ARMEX_COLUMN_YEAR) {
        armex_number_write(year, figure->value);
        armex_text_add(out, year);
    } else {
        add_number(out, figure->value, decimals_of(figure->value, 0) + figure->finer);
    }
}

void armex_report_figure_write(struct armex_text *out,
                               const struct armex_report_figure *figure,
                               const char *style_name, size_t length)
{
    const enum style style = (enum style)armex_word_index(
        armex_report_figure_styles, armex_n_report_figure_styles, style_name, length);

    if (figure->text)
        add_text(out, figure->text, style);
    else if (style == WORD)
        add_word(out, figure);
    else if (style == ORDINAL && is_small_whole(figure->value, 1.0, 1e6))
        add_ordinal(out, figure->value);
    else if (is_percent(figure))
        add_fraction(out, figure, style);
    else if (is_scaled(figure))
        add_amount(out, figure, style);
    else
        add_plain_number(out, figure);
}

void armex_report_figure_unit(struct armex_text *out,
                              const struct armex_report_figure *figure)
{
    if (figure->text || isnan(figure->value))
        return;
    if (is_percent(figure)) {
        armex_text_add(out, "%");
    } else if (is_scaled(figure) && figure->has_unit) {
        const char *brief = scales[scale_of(figure->value)].brief;
        const char *sign =
            figure->unit.kind == ARMEX_MONEY ? armex_unit_sign(figure->unit) : "";
        armex_text_printf(out, "%s%s%s", sign, *sign && *brief ? " " : "", brief);
        add_unit_after(out, figure->unit);
    }
}
