/** ingest/unit_words.c: words of units told one by one. */
#include "ingest/unit_words.h"

#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "ingest/written_ends.h"
#include "ingest/written_marks.h"
#include "model/currency.h"

enum word_kind { NOTHING, UNIT, POWER, CONSTANT, CURRENT };

enum { LONGEST_SAID = 120 }; // bytes of a unit within a title

/* A word and what it means. */
struct word {
    const char *word;
    enum word_kind kind;
    const char *unit; /* as model/unit.h has it, or several codes of currencies */
    int exponent;     /* of a power */
    bool is_sign;     /* may be joined to what follows: "US$m" */
};

/* What model/currency.h and ingest/written_ends.h do not have. */
static const struct word words[] = {
    {"usd", UNIT, "usd", 0, true},
    {"eur", UNIT, "eur", 0, true},
    {"sipri trend indicator values", UNIT, "tiv", 0, false},
    {"trend indicator values", UNIT, "tiv", 0, false},
    {"trend-indicator values", UNIT, "tiv", 0, false},
    {"sipri tivs", UNIT, "tiv", 0, false},
    {"sipri tiv", UNIT, "tiv", 0, false},
    {"tivs", UNIT, "tiv", 0, false},
    {"tiv", UNIT, "tiv", 0, false},
    {"%", UNIT, "percent", 0, true},
    {"per cent", UNIT, "percent", 0, false},
    {"percent", UNIT, "percent", 0, false},
    {"percentage", UNIT, "percent", 0, false},
    {"tausend", POWER, NULL, 3, false},
    {"milliers", POWER, NULL, 3, false},
    {"tsd.", POWER, NULL, 3, false},
    {"tsd", POWER, NULL, 3, false},
    {"'000s", POWER, NULL, 3, false},
    {"'000", POWER, NULL, 3, false},
    {"000s", POWER, NULL, 3, false},
    {"000", POWER, NULL, 3, false},
    {"millionen", POWER, NULL, 6, false},
    {"millones", POWER, NULL, 6, false},
    {"milhoes", POWER, NULL, 6, false},
    {"milioni", POWER, NULL, 6, false},
    {"miljoen", POWER, NULL, 6, false},
    {"mill.", POWER, NULL, 6, false},
    {"mn.", POWER, NULL, 6, false},
    {"m.", POWER, NULL, 6, false},
    {"miliardi", POWER, NULL, 9, false},
    {"miljard", POWER, NULL, 9, false},
    {"bn.", POWER, NULL, 9, false},
    {"tn.", POWER, NULL, 12, false},
    {"constant", CONSTANT, NULL, 0, false},
    {"real", CONSTANT, NULL, 0, false},
    {"current", CURRENT, NULL, 0, false},
    {"nominal", CURRENT, NULL, 0, false},
    {"prices", NOTHING, NULL, 0, false},
    {"in", NOTHING, NULL, 0, false},
    {"at", NOTHING, NULL, 0, false},
    {"of", NOTHING, NULL, 0, false},
    {"de", NOTHING, NULL, 0, false},
    {"d'", NOTHING, NULL, 0, true},
    {"en", NOTHING, NULL, 0, false},
    {"di", NOTHING, NULL, 0, false},
    {"and", NOTHING, NULL, 0, false},
    {"all", NOTHING, NULL, 0, false},
    {"are", NOTHING, NULL, 0, false},
    {"expressed", NOTHING, NULL, 0, false},
    {"figures", NOTHING, NULL, 0, false},
    {"values", NOTHING, NULL, 0, false},
    {"value", NOTHING, NULL, 0, false},
    {"amounts", NOTHING, NULL, 0, false},
    {"units", NOTHING, NULL, 0, false},
    {"unit", NOTHING, NULL, 0, false},
    {"einheit", NOTHING, NULL, 0, false},
    {"angaben", NOTHING, NULL, 0, false},
    {"valeurs", NOTHING, NULL, 0, false},
};

/* What was read so far. */
struct reading {
    struct armex_unit_words *out;
    bool constant, current;
    short price_year;
};

static bool ends_word(const char *at, const char *end)
{
    return at == end ||
           (!armex_is_letter(*at) && !armex_is_digit(*at) &&
            (unsigned char)*at < 0x80 && *at != '$') ||
           armex_written_blank(at, (size_t)(end - at));
}

/** Bytes of what stands between words. */
static size_t gap_at(const char *at, const char *end)
{
    const size_t blank = armex_written_blank(at, (size_t)(end - at));
    return blank ? blank : strchr(",;:()[]/", *at) && *at ? 1 : 0;
}

/** The longer of two that begin alike. */
static void prefer(struct word *found, size_t *longest, struct word other, size_t n,
                   const char *at, const char *end)
{
    if (n > *longest &&
        (other.is_sign ? at + n == end || at[n] != '-' : ends_word(at + n, end))) {
        *found = other;
        *longest = n;
    }
}

/** Bytes of the word at the beginning; 0: there is none. */
static size_t word_at(struct word *found, const char *at, const char *end)
{
    const size_t left = (size_t)(end - at);
    struct word sign = {"", UNIT, NULL, 0, true}, money = {"", UNIT, NULL, 0, false},
                power = {"", POWER, NULL, 0, false};
    size_t longest = 0, n = armex_currency_sign(&sign.unit, at, left, false);

    prefer(found, &longest, sign, n, at, end);
    n = armex_currency_words(&money.unit, at, left);
    prefer(found, &longest, money, n, at, end);
    n = armex_magnitude_word(&power.exponent, at, left);
    prefer(found, &longest, power, n, at, end);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        n = strlen(words[i].word);
        if (n <= left && armex_same_letters_n(at, words[i].word, n))
            prefer(found, &longest, words[i], n, at, end);
    }
    return longest;
}

static bool take_unit(struct armex_unit_words *out, const char *text, size_t length)
{
    if (out->has_unit || out->either || !armex_unit_parse(&out->unit, text, length))
        return false;
    out->has_unit = true;
    return true;
}

/** A unit, or what may be several. */
static bool take_money(struct armex_unit_words *out, const char *codes)
{
    const bool is_one = !strchr(codes, ' ');

    if (is_one)
        return take_unit(out, codes, strlen(codes));
    if (out->has_unit || out->either)
        return false;
    out->either = codes;
    return true;
}

static bool take(struct reading *reading, const struct word *word, const char *at,
                 size_t length)
{
    struct armex_unit_words *out = reading->out;

    switch (word->kind) {
    case UNIT:
        if (length == 3 && armex_same_letters_n(at, "won", 3) && !out->has_exponent)
            return false; // "contracts won"; "million won" is money
        return take_money(out, word->unit);
    case POWER:
        if (out->has_exponent)
            return false;
        out->exponent = word->exponent;
        out->has_exponent = true;
        out->is_spelt = length > 3;
        return true;
    case CONSTANT:
        reading->constant = true;
        return !reading->current;
    case CURRENT:
        reading->current = true;
        return !reading->constant;
    default:
        return true;
    }
}

/** "2020" of prices, "CHF", "chf-2020": bytes taken; 0: none of them. */
static size_t take_other(struct reading *reading, const char *at, const char *end)
{
    const char *stop = at;
    long year;

    while (stop < end &&
           (armex_is_letter(*stop) || armex_is_digit(*stop) || *stop == '-'))
        stop++;
    const size_t n = (size_t)(stop - at);
    if (!ends_word(stop, end))
        return 0;
    if (n == 4 && armex_whole_parse(&year, at, n, 1900, 2199) && !reading->price_year) {
        reading->price_year = (short)year;
        return n;
    }
    const bool is_code = n == 3 && armex_is_upper(at[0]) && armex_is_upper(at[1]) &&
                         armex_is_upper(at[2]); // "try" is a word
    return (is_code || (n > 4 && at[3] == '-')) && armex_currency_of_code(at) &&
                   take_unit(reading->out, at, n)
               ? n
               : 0;
}

/** A year alone is that of its prices only where they are said to be constant. */
static bool set_prices(struct reading *reading)
{
    struct armex_unit *unit = &reading->out->unit;

    if (!reading->constant && !reading->current)
        return !reading->price_year;
    if (reading->out->either)
        return reading->current && !reading->price_year;
    if (!reading->out->has_unit || unit->kind != ARMEX_MONEY ||
        unit->price_year != ARMEX_CURRENT_PRICES)
        return false;
    if (reading->current)
        return !reading->price_year;
    unit->price_year = ARMEX_PRICE_YEAR_UNKNOWN;
    if (reading->price_year)
        unit->price_year = reading->price_year;
    return true;
}

bool armex_unit_words_read(struct armex_unit_words *out, const char *text,
                           size_t length)
{
    const char *at = text, *end = text + length;
    struct reading reading = {.out = out};
    struct word word = {0};

    *out = (struct armex_unit_words){0};
    while (at < end) {
        size_t n = gap_at(at, end);
        if (n) {
            at += n;
            continue;
        }
        n = word_at(&word, at, end);
        if (n ? !take(&reading, &word, at, n) : !(n = take_other(&reading, at, end)))
            return false;
        at += n;
    }
    return (out->has_unit || out->either || out->has_exponent) && set_prices(&reading);
}

/** Reads what a title may say of its unit: "(m)" alone is the number of a table. */
static bool read_said(struct armex_unit_words *out, const char *text, size_t length)
{
    return armex_unit_words_read(out, text, length) &&
           (out->has_unit || out->either || out->is_spelt);
}

/** Words in brackets, the last first: they say what is counted. */
static bool find_bracketed(struct armex_unit_words *out, const char *text,
                           size_t length)
{
    const char *close = text + length;

    while (close > text) {
        const char *open = close - 1;
        if (*open != ')' && *open != ']') {
            close = open;
            continue;
        }
        close = open;
        while (open > text && close - open < LONGEST_SAID && *open != '(' &&
               *open != '[')
            open--;
        if ((*open == '(' || *open == '[') &&
            read_said(out, open + 1, (size_t)(close - open - 1)))
            return true;
    }
    return false;
}

/** "in euros", ", millions" at the end of a title: its last word alone may be of
 * something else, as in "sold for 5 million". */
static bool is_apart(const struct armex_unit_words *out, const char *text,
                     const char *at, const char *end)
{
    const char *before = at;

    while (before > text && before[-1] == ' ')
        before--;
    return at == text || ((out->has_unit || out->either) && out->has_exponent) ||
           (end - at > 3 && (armex_same_letters_n(at, "in ", 3) ||
                             armex_same_letters_n(at, "en ", 3))) ||
           (out->has_exponent && before > text &&
            (before[-1] == ',' || before[-1] == ':'));
}

bool armex_unit_words_find(struct armex_unit_words *out, const char *text,
                           size_t length)
{
    const char *end = text + length,
               *from = length > LONGEST_SAID ? end - LONGEST_SAID : text;

    if (find_bracketed(out, text, length))
        return true;
    for (const char *at = from; at < end; at++)
        if ((at == text || gap_at(at - 1, end)) &&
            read_said(out, at, (size_t)(end - at)) && is_apart(out, text, at, end))
            return true;
    *out = (struct armex_unit_words){0};
    return false;
}

bool armex_unit_words_same(const struct armex_unit_words *a,
                           const struct armex_unit_words *b)
{
    return a->has_unit == b->has_unit && a->exponent == b->exponent &&
           a->either == b->either &&
           (!a->has_unit || armex_unit_equal(a->unit, b->unit));
}
