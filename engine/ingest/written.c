/** ingest/written.c: what stands around a figure taken off, and the figure read. */
#include "ingest/written.h"

#include <math.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "ingest/written_ends.h"
#include "model/currency.h"

static const struct {
    const char *word;
    armex_mark mark;
} words[] = {
    {"NA", ARMEX_MISSING},
    {"n.a.", ARMEX_MISSING},
    {"n.a", ARMEX_MISSING},
    {"n/a", ARMEX_MISSING},
    {"#N/A", ARMEX_MISSING}, // of a spreadsheet
    {"n.d.", ARMEX_MISSING}, // no data
    {"k.A.", ARMEX_MISSING}, // keine Angabe
    {"null", ARMEX_MISSING}, // of databases and programs
    {"nan", ARMEX_MISSING},
    {":", ARMEX_MISSING}, // of Eurostat
    {"-", ARMEX_MISSING},
    {"--", ARMEX_MISSING},
    {"\xe2\x80\x93", ARMEX_MISSING}, // U+2013, en dash
    {"\xe2\x80\x94", ARMEX_MISSING}, // U+2014, em dash
    {"\xe2\x88\x92", ARMEX_MISSING}, // U+2212, minus
    {"?", ARMEX_UNKNOWN_YET},
    {"\xe2\x80\xa6", ARMEX_UNKNOWN_YET}, // U+2026
    {"xxx", ARMEX_NO_STATE},
};

/* What is left to be read. */
struct rest {
    const char *text;
    size_t length;
};

static bool take_front(struct rest *rest, const char *text)
{
    const size_t n = strlen(text);
    if (rest->length < n || memcmp(rest->text, text, n) != 0)
        return false;
    rest->text += n;
    rest->length -= n;
    return true;
}

static bool take_back(struct rest *rest, const char *text)
{
    const size_t n = strlen(text);
    if (rest->length < n || memcmp(rest->text + rest->length - n, text, n) != 0)
        return false;
    rest->length -= n;
    return true;
}

static void trim(struct rest *rest)
{
    size_t n;

    while (rest->length && (n = armex_written_blank(rest->text, rest->length))) {
        rest->text += n;
        rest->length -= n;
    }
    for (size_t bytes = 1; bytes <= 3 && bytes <= rest->length;)
        if (armex_written_blank(rest->text + rest->length - bytes, bytes) == bytes) {
            rest->length -= bytes;
            bytes = 1;
        } else {
            bytes++;
        }
}

static bool is_dots(const struct rest *rest)
{
    size_t dots = 0;

    for (size_t i = 0; i < rest->length; i++) {
        if (rest->text[i] != '.' && rest->text[i] != ' ')
            return false;
        dots += rest->text[i] == '.';
    }
    return dots >= 2;
}

bool armex_written_word(armex_mark *out, const char *text, size_t length)
{
    struct rest rest = {text, length};

    trim(&rest);
    *out = is_dots(&rest) ? ARMEX_UNKNOWN_YET : ARMEX_MISSING;
    if (!rest.length || *out)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == rest.length &&
            armex_same_letters_n(words[i].word, rest.text, rest.length)) {
            *out = words[i].mark;
            return true;
        }
    return false;
}

/* Whether the unit is that one, at prices of whatever year. */
static bool is_unit(const char *unit, const char *name)
{
    const size_t n = strlen(name);
    return armex_same_letters_n(unit, name, n) && (!unit[n] || unit[n] == '-');
}

/* A sign of a currency or of per cent at one end: its bytes, and the units that it may
   mean; 0: there is none. */
static size_t sign_at(const char **units, const struct rest *rest, bool front)
{
    if (rest->length && rest->text[front ? 0 : rest->length - 1] == '%') {
        *units = "percent";
        return 1;
    }
    return armex_currency_sign(units, rest->text, rest->length, !front);
}

static bool may_mean(const char *units, const char *unit)
{
    const size_t n = strcspn(unit, "-");

    if (strcmp(units, "percent") == 0)
        return is_unit(unit, units);
    return is_unit(unit, "lcu") || (n == 3 && armex_currency_among(units, unit));
}

static bool is_letter(const char *at)
{
    return armex_is_letter(*at);
}

/* "USD" at one end, with no other letter beside it. */
static bool take_code(struct rest *rest, bool front, char code[4])
{
    const size_t n = 3;
    const char *at = front ? rest->text : rest->text + rest->length - n;

    if (rest->length <= n || is_letter(front ? at + n : at - 1))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!armex_is_upper(at[i]))
            return false;
    memcpy(code, at, n);
    code[n] = '\0';
    return front ? take_front(rest, code) : take_back(rest, code);
}

/* Takes a sign or a code off one end. false: it is not of the unit, and in `found`. */
static bool take_currency(struct rest *rest, bool front, const char *unit,
                          char found[4])
{
    const char *units;
    const size_t n = sign_at(&units, rest, front);

    if (n) {
        memcpy(found, front ? rest->text : rest->text + rest->length - n, n);
        found[n] = '\0';
        rest->text += front ? n : 0;
        rest->length -= n;
        return may_mean(units, unit);
    }
    return !take_code(rest, front, found) || is_unit(unit, found) ||
           is_unit(unit, "lcu");
}

static bool take_minus(struct rest *rest)
{
    return take_front(rest, "-") || take_front(rest, "\xe2\x88\x92");
}

/* What is printed around a figure. */
struct around {
    bool question, brackets, minus, noted;
    int exponent;   /* that a word says; 0: none does */
    bool disagrees; /* the currency with the unit */
    char currency[4];
};

/* "12 million", in what can be counted so. */
static void take_magnitude(struct rest *rest, struct around *around,
                           enum armex_unit_kind kind)
{
    if (!around->exponent &&
        (kind == ARMEX_MONEY || kind == ARMEX_TIV || kind == ARMEX_COUNT))
        rest->length -=
            armex_written_magnitude(&around->exponent, rest->text, rest->length);
    trim(rest);
}

/* Whether something says that the figure is not all that it seems. */
static bool take_doubt(struct rest *rest)
{
    const size_t about = armex_written_about(rest->text, rest->length);

    rest->text += about;
    rest->length -= about;
    const size_t mark = armex_written_footnote(rest->text, rest->length);
    rest->length -= mark;
    trim(rest);
    return about || mark;
}

static void take_around(struct rest *rest, struct around *around, const char *unit,
                        enum armex_unit_kind kind)
{
    trim(rest);
    around->question = take_back(rest, "?") || take_front(rest, "?");
    trim(rest);
    around->noted = take_doubt(rest);
    around->brackets = rest->length > 2 && *rest->text == '(' && take_back(rest, ")") &&
                       take_front(rest, "(");
    trim(rest);
    around->minus = take_minus(rest);
    trim(rest);
    take_magnitude(rest, around, kind);
    around->disagrees = !take_currency(rest, true, unit, around->currency) ||
                        !take_currency(rest, false, unit, around->currency);
    trim(rest);
    take_magnitude(rest, around, kind);
}

static armex_status fail(const struct armex_writing *writing,
                         const struct armex_cell *cell, const char *words,
                         struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, writing->place, "'%s' %s",
                      armex_cell_clip(cell).text, words);
}

static armex_status fail_two_ways(const struct armex_plain_figure *figure,
                                  bool negative, const struct armex_cell *cell,
                                  const struct armex_writing *writing,
                                  struct armex_error *error)
{
    const char *minus = negative ? "-" : "";
    return armex_fail(error, ARMEX_BAD_INPUT, writing->place,
                      "'%s' may be %s%s or %s%s; write the one that is meant%s",
                      armex_cell_clip(cell).text, minus, figure->text, minus,
                      figure->other,
                      writing->map_may_say
                          ? ", or say in a --map what the comma is: mark,\",\",decimal "
                            "or mark,\",\",thousands"
                          : "");
}

/* What is left when the surroundings are off. */
static armex_status read_figure(struct armex_written *out, const struct rest *rest,
                                const struct around *around,
                                const struct armex_cell *cell,
                                const struct armex_writing *writing,
                                struct armex_error *error)
{
    const bool negative = around->minus;
    const int exponent = writing->exponent + around->exponent; // one of them is 0
    struct armex_plain_figure figure;
    const enum armex_written_sense sense =
        armex_written_marks(&figure, rest->text, rest->length, writing->comma);

    if (sense == ARMEX_WRITTEN_TWO_WAYS)
        return fail_two_ways(&figure, negative, cell, writing, error);
    if (!sense || (negative && strchr("+-", *figure.text)) ||
        !armex_number_parse(&out->value, figure.text, strlen(figure.text), exponent))
        return fail(writing, cell, "is not a number; leave the cell empty if unknown",
                    error);
    if (negative)
        out->value = -out->value;
    out->mark = ARMEX_FINAL;
    out->digits = armex_number_digits(figure.text, strlen(figure.text));
    return ARMEX_OK;
}

armex_status armex_written_read(struct armex_written *out,
                                const struct armex_cell *cell,
                                const struct armex_writing *writing,
                                struct armex_error *error)
{
    struct rest rest = {cell->text, cell->length};
    struct around around = {0};
    char unit[ARMEX_UNIT_SIZE];

    *out = (struct armex_written){.value = NAN};
    if (armex_written_word(&out->mark, cell->text, cell->length))
        return ARMEX_OK;
    armex_unit_write(unit, writing->unit);
    take_around(&rest, &around, unit, writing->unit.kind);
    if (around.disagrees)
        return armex_fail(error, ARMEX_BAD_INPUT, writing->place,
                          "'%s' is in %s, yet the unit is %s",
                          armex_cell_clip(cell).text, around.currency, unit);
    if (around.brackets && !writing->is_unsure)
        return fail(writing, cell,
                    "may be a figure below zero or one that is unsure; write it "
                    "without brackets",
                    error);
    if (around.exponent && writing->exponent)
        return fail(writing, cell,
                    "says its power of ten, and so does the table; write the digits "
                    "alone",
                    error);
    out->doubtful = around.question || around.noted;
    return read_figure(out, &rest, &around, cell, writing, error);
}
