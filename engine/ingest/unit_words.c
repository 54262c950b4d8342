/** ingest/unit_words.c: words of units told one by one. */
#include "ingest/unit_words.h"

#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "ingest/written_marks.h"

enum word_kind { NOTHING, UNIT, POWER, CONSTANT, CURRENT };

enum { LONGEST_SAID = 120 }; // bytes of a unit within a title

/* `text` is a unit as model/unit.h has it; `exponent` is a power's. Signs may be joined
   to what follows them: "US$m". The longer of two that begin alike comes first. */
static const struct word {
    const char *word;
    enum word_kind kind;
    const char *unit;
    int exponent;
    bool is_sign;
} words[] = {
    {"us dollars", UNIT, "usd", 0, false},
    {"us dollar", UNIT, "usd", 0, false},
    {"u.s. dollars", UNIT, "usd", 0, false},
    {"us-dollar", UNIT, "usd", 0, false},
    {"us$", UNIT, "usd", 0, true},
    {"usd", UNIT, "usd", 0, true},
    {"dollars us", UNIT, "usd", 0, false},
    {"au$", UNIT, "aud", 0, true},
    {"a$", UNIT, "aud", 0, true},
    {"ca$", UNIT, "cad", 0, true},
    {"c$", UNIT, "cad", 0, true},
    {"r$", UNIT, "brl", 0, true},
    {"eur", UNIT, "eur", 0, true},
    {"euros", UNIT, "eur", 0, false},
    {"euro", UNIT, "eur", 0, false},
    {"\xe2\x82\xac", UNIT, "eur", 0, true},
    {"pounds sterling", UNIT, "gbp", 0, false},
    {"\xc2\xa3", UNIT, "gbp", 0, true},
    {"\xe2\x82\xa9", UNIT, "krw", 0, true},
    {"\xe2\x82\xaa", UNIT, "ils", 0, true},
    {"\xe2\x82\xb9", UNIT, "inr", 0, true},
    {"\xe2\x82\xbd", UNIT, "rub", 0, true},
    {"\xe2\x82\xba", UNIT, "try", 0, true},
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
    {"thousands", POWER, NULL, 3, false},
    {"thousand", POWER, NULL, 3, false},
    {"tausend", POWER, NULL, 3, false},
    {"milliers", POWER, NULL, 3, false},
    {"tsd.", POWER, NULL, 3, false},
    {"tsd", POWER, NULL, 3, false},
    {"'000s", POWER, NULL, 3, false},
    {"'000", POWER, NULL, 3, false},
    {"000s", POWER, NULL, 3, false},
    {"000", POWER, NULL, 3, false},
    {"k", POWER, NULL, 3, false},
    {"millions", POWER, NULL, 6, false},
    {"million", POWER, NULL, 6, false},
    {"millionen", POWER, NULL, 6, false},
    {"millones", POWER, NULL, 6, false},
    {"milhoes", POWER, NULL, 6, false},
    {"milioni", POWER, NULL, 6, false},
    {"miljoen", POWER, NULL, 6, false},
    {"mio.", POWER, NULL, 6, false},
    {"mio", POWER, NULL, 6, false},
    {"mln.", POWER, NULL, 6, false},
    {"mln", POWER, NULL, 6, false},
    {"mill.", POWER, NULL, 6, false},
    {"mn.", POWER, NULL, 6, false},
    {"mn", POWER, NULL, 6, false},
    {"m.", POWER, NULL, 6, false},
    {"m", POWER, NULL, 6, false},
    {"billions", POWER, NULL, 9, false},
    {"billion", POWER, NULL, 9, false},
    {"milliarden", POWER, NULL, 9, false},
    {"milliards", POWER, NULL, 9, false},
    {"milliard", POWER, NULL, 9, false},
    {"miliardi", POWER, NULL, 9, false},
    {"miljard", POWER, NULL, 9, false},
    {"mrd.", POWER, NULL, 9, false},
    {"mrd", POWER, NULL, 9, false},
    {"bn.", POWER, NULL, 9, false},
    {"bn", POWER, NULL, 9, false},
    {"bln", POWER, NULL, 9, false},
    {"b", POWER, NULL, 9, false},
    {"trillions", POWER, NULL, 12, false},
    {"trillion", POWER, NULL, 12, false},
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

/* Codes of currencies that such tables are in: not every three letters are one. */
static const char currencies[] = "USD EUR GBP CHF SEK NOK DKK ISK PLN CZK HUF RON BGN "
                                 "HRK RSD UAH BYN RUB GEL AMD AZN "
                                 "KZT TRY ILS SAR AED QAR KWD OMR BHD JOD EGP MAD DZD "
                                 "TND IRR IQD INR PKR LKR BDT CNY "
                                 "JPY KRW KPW TWD HKD SGD MYR IDR THB VND PHP AUD NZD "
                                 "CAD BRL ARS CLP COP PEN MXN ZAR "
                                 "NGN KES DEM FRF ITL ESP NLG BEF ATS FIM GRD PTE IEP";

static bool is_currency(const char *code)
{
    for (const char *at = currencies; *at; at += at[3] ? 4 : 3)
        if (armex_same_letters_n(at, code, 3))
            return true;
    return false;
}

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

static const struct word *word_at(const char *at, const char *end, size_t *length)
{
    const struct word *found = NULL;

    *length = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t n = strlen(words[i].word);
        if (n > *length && n <= (size_t)(end - at) &&
            armex_same_letters_n(at, words[i].word, n) &&
            (words[i].is_sign ? at + n == end || at[n] != '-'
                              : ends_word(at + n, end))) {
            found = &words[i];
            *length = n;
        }
    }
    return found;
}

static bool take_unit(struct armex_unit_words *out, const char *text, size_t length)
{
    if (out->has_unit || !armex_unit_parse(&out->unit, text, length))
        return false;
    out->has_unit = true;
    return true;
}

static bool take(struct reading *reading, const struct word *word)
{
    struct armex_unit_words *out = reading->out;

    switch (word->kind) {
    case UNIT:
        return take_unit(out, word->unit, strlen(word->unit));
    case POWER:
        if (out->has_exponent)
            return false;
        out->exponent = word->exponent;
        out->has_exponent = true;
        out->is_spelt = strlen(word->word) > 3;
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
    return (is_code || (n > 4 && at[3] == '-')) && is_currency(at) &&
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

    *out = (struct armex_unit_words){0};
    while (at < end) {
        size_t n = gap_at(at, end);
        if (n) {
            at += n;
            continue;
        }
        const struct word *word = word_at(at, end, &n);
        if (word ? !take(&reading, word) : !(n = take_other(&reading, at, end)))
            return false;
        at += n;
    }
    return (out->has_unit || out->has_exponent) && set_prices(&reading);
}

/** Reads what a title may say of its unit: "(m)" alone is the number of a table. */
static bool read_said(struct armex_unit_words *out, const char *text, size_t length)
{
    return armex_unit_words_read(out, text, length) && (out->has_unit || out->is_spelt);
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
    return at == text || (out->has_unit && out->has_exponent) ||
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
           (!a->has_unit || armex_unit_equal(a->unit, b->unit));
}
