/** analysis/claims_words.c: a claim in words, word by word. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "analysis/claims_parts.h"
#include "analysis/query_request.h"
#include "base/ascii.h"
#include "base/number.h"
#include "base/offer.h"
#include "model/currency.h"

enum { MOST_WORDS = 32, LONGEST_WORD = 64, LONGEST_NAME = 6 };

/* The claim cut at its blanks; signs of relation are words of their own. */
struct reading {
    const char *claim;
    char words[MOST_WORDS][LONGEST_WORD];
    size_t n, next;
    struct armex_error *error;
};

static armex_status fail(const struct reading *reading, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static armex_status fail(const struct reading *reading, const char *format, ...)
{
    char what[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return armex_fail(reading->error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "claim '%s': %s; write, for example, 'KOR orders 2023 = 14 bn "
                      "usd'",
                      reading->claim, what);
}

static size_t length_of_word(const char *text)
{
    static const char signs[] = "<>=";
    const size_t signs_length = strspn(text, signs);

    return signs_length ? signs_length : strcspn(text, " \t\n<>=");
}

static armex_status cut(struct reading *reading)
{
    for (const char *at = reading->claim; *at;) {
        const size_t length = length_of_word(at);
        if (length >= LONGEST_WORD || (length && reading->n == MOST_WORDS))
            return fail(reading, "it is too long");
        if (length) {
            memcpy(reading->words[reading->n], at, length);
            reading->words[reading->n++][length] = '\0';
        }
        at += length ? length : 1;
    }
    return ARMEX_OK;
}

static const char *peek(const struct reading *reading)
{
    return reading->next < reading->n ? reading->words[reading->next] : "";
}

/* Takes the next word where it is this one. */
static bool take(struct reading *reading, const char *word)
{
    if (!armex_same_letters(peek(reading), word))
        return false;
    reading->next++;
    return true;
}

/* Who was probably meant: by two words ("Soth Korea"), or by one. */
static armex_status fail_entity(const struct reading *reading)
{
    char two[2 * LONGEST_WORD + 2];
    char meant[ARMEX_MEANT_SIZE];

    snprintf(two, sizeof two, "%s %s", reading->words[0], reading->words[1]);
    if (armex_entity_meant(meant, two, "'") ||
        armex_entity_meant(meant, reading->words[0], "'"))
        return fail(reading, "it begins with no country; did you mean %s?", meant);
    return fail(reading, "it begins with no country: '%s'", reading->words[0]);
}

/* The longest run of words that names somebody. */
static armex_status read_entity(struct armex_statement *out, struct reading *reading)
{
    struct armex_text name = {0};
    size_t used = 0;

    for (size_t i = 0; i < reading->n && i < LONGEST_NAME; i++) {
        armex_text_printf(&name, "%s%s", i ? " " : "", reading->words[i]);
        if (name.failed)
            break;
        const struct armex_entity *entity = armex_entity_find(name.data, name.length);
        if (entity) {
            out->entity = entity;
            used = i + 1;
        }
    }
    const bool failed = name.failed;
    armex_text_free(&name);
    reading->next = used;
    if (failed)
        return armex_fail_memory(reading->error);
    if (used)
        return ARMEX_OK;
    return fail_entity(reading);
}

static bool read_what(struct armex_statement *out, struct reading *reading)
{
    static const struct {
        const char *word;
        enum armex_claimed what;
    } words[] = {{"value", ARMEX_CLAIMED_VALUE},  {"mean", ARMEX_CLAIMED_MEAN},
                 {"average", ARMEX_CLAIMED_MEAN}, {"growth", ARMEX_CLAIMED_GROWTH},
                 {"cagr", ARMEX_CLAIMED_CAGR},    {"rank", ARMEX_CLAIMED_RANK},
                 {"share", ARMEX_CLAIMED_SHARE}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (take(reading, words[i].word)) {
            out->what = words[i].what;
            return true;
        }
    return false;
}

static bool read_measure(struct armex_statement *out, struct reading *reading)
{
    const char *word = peek(reading);

    if (armex_direction_parse(&out->flow, word, strlen(word))) {
        reading->next++;
        return true;
    }
    if (!armex_measure_parse(&out->measure, word, strlen(word)))
        return false;
    out->any_measure = false;
    reading->next++;
    return true;
}

static bool read_years(struct armex_claim_years *out, struct reading *reading)
{
    if (!armex_years_parse(&out->from, &out->to, peek(reading)) || out->from > out->to)
        return false;
    reading->next++;
    return true;
}

/* A word that is none where what is counted might stand. */
static armex_status fail_measure(const struct reading *reading)
{
    struct armex_text meant = {0};
    armex_status status;

    if (!armex_did_you_mean(&meant, peek(reading), armex_measure_names(),
                            ARMEX_MEASURES))
        status = fail(reading, "'%s' is not understood before a year", peek(reading));
    else if (meant.failed)
        status = armex_fail_memory(reading->error);
    else
        status = fail(reading, "'%s' is not understood; %s", peek(reading), meant.data);
    armex_text_free(&meant);
    return status;
}

/* What stands before the relation, in any order but for the years, of which growth may
   have two. */
static armex_status read_subject(struct armex_statement *out, struct reading *reading)
{
    struct armex_claim_years years[2] = {{0, 0}, {0, 0}};
    size_t n = 0;

    while (reading->next < reading->n && !strpbrk(peek(reading), "<>=")) {
        if (n < 2 && read_years(&years[n], reading))
            n++;
        else if (take(reading, "scope") && *peek(reading))
            out->scope = reading->words[reading->next++];
        else if (!take(reading, "to") && !read_what(out, reading) &&
                 !read_measure(out, reading))
            break;
    }
    const bool grows =
        out->what == ARMEX_CLAIMED_GROWTH || out->what == ARMEX_CLAIMED_CAGR;
    if (!n && *peek(reading) && !strpbrk(peek(reading), "<>="))
        return fail_measure(reading);
    if (!n)
        return fail(reading, "it names no year");
    if (n == 2 && !grows)
        return fail(reading, "only growth is from one year to another");
    out->at = years[n - 1];
    if (n == 2)
        out->base = years[0];
    if (n == 1 && grows) {
        out->base = (struct armex_claim_years){years[0].from, years[0].from};
        out->at = (struct armex_claim_years){years[0].to, years[0].to};
    }
    if (grows && out->base.to >= out->at.to)
        return fail(reading, "growth is from an earlier year to a later one");
    return ARMEX_OK;
}

static armex_status read_relation(struct armex_statement *out, struct reading *reading)
{
    static const struct {
        const char *word, *second;
        enum armex_relation relation;
    } words[] = {{"=", NULL, ARMEX_EQUAL},          {"==", NULL, ARMEX_EQUAL},
                 {"<=", NULL, ARMEX_AT_MOST},       {">=", NULL, ARMEX_AT_LEAST},
                 {"<", NULL, ARMEX_LESS_THAN},      {">", NULL, ARMEX_MORE_THAN},
                 {"at", "least", ARMEX_AT_LEAST},   {"at", "most", ARMEX_AT_MOST},
                 {"more", "than", ARMEX_MORE_THAN}, {"less", "than", ARMEX_LESS_THAN},
                 {"about", NULL, ARMEX_ABOUT},      {"nearly", NULL, ARMEX_NEARLY},
                 {"almost", NULL, ARMEX_NEARLY},    {"is", NULL, ARMEX_EQUAL}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t before = reading->next;
        if (take(reading, words[i].word) &&
            (!words[i].second || take(reading, words[i].second))) {
            out->relation = words[i].relation;
            return ARMEX_OK;
        }
        reading->next = before;
    }
    if (!*peek(reading))
        return fail(reading, "it states no figure");
    return fail(reading, "'%s' is not understood where = or <= might stand",
                peek(reading));
}

/* "bn" and its like, as a power of ten; -1: no such word. */
static int power_of(const char *word, size_t length)
{
    static const struct {
        const char *word;
        int power;
    } words[] = {{"k", 3},       {"thousand", 3}, {"m", 6},        {"mn", 6},
                 {"million", 6}, {"crore", 7},    {"bn", 9},       {"b", 9},
                 {"billion", 9}, {"tn", 12},      {"trillion", 12}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == length &&
            armex_same_letters_n(words[i].word, word, length))
            return words[i].power;
    return -1;
}

/* Passes over a sign of money. Of the currencies that it may stand for it is the first:
 * "$14" is in US dollars. */
static const char *take_sign(const char **text)
{
    const char *codes = NULL;

    *text += armex_currency_sign(&codes, *text, strlen(*text), false);
    return codes;
}

/* The first of several codes of currencies, or a unit of another kind. */
static bool set_unit(struct armex_statement *out, const char *word)
{
    struct armex_unit *unit = &out->unit;

    out->has_unit =
        word && armex_unit_parse(unit, word, strcspn(word, " ")) &&
        (unit->kind == ARMEX_TIV ||
         (unit->kind == ARMEX_MONEY && armex_currency_of_code(unit->currency)));
    return out->has_unit;
}

/* "14", "14bn", "7.3", "50%", "$14bn"; a power and per cent may also follow. */
static armex_status read_figure(struct armex_statement *out, struct reading *reading,
                                bool *percent)
{
    static const char digits[] = "+-0123456789.";
    const char *word = peek(reading), *sign;
    int power;

    if (!*word)
        return fail(reading, "it states no figure");
    sign = take_sign(&word);
    const size_t length = strspn(word, digits);
    const char *suffix = word + length;
    *percent = strcmp(suffix, "%") == 0;
    reading->next++;
    power = power_of(*suffix ? suffix : peek(reading),
                     strlen(*suffix ? suffix : peek(reading)));
    reading->next += power >= 0 && !*suffix;
    if ((*suffix && power < 0 && !*percent) ||
        !armex_number_parse(&out->figure, word, length, power > 0 ? power : 0))
        return fail(reading, "'%s' is no figure", word);
    out->digits = armex_number_digits(word, length);
    set_unit(out, sign);
    return ARMEX_OK;
}

static bool is_relative(const struct armex_statement *statement)
{
    return statement->what == ARMEX_CLAIMED_GROWTH ||
           statement->what == ARMEX_CLAIMED_CAGR ||
           statement->what == ARMEX_CLAIMED_SHARE;
}

/* Per cent become fractions; a percentage or factor has at least two digits. */
static void finish(struct armex_statement *out)
{
    if (!is_relative(out))
        return;
    if (!out->times)
        out->figure /= 100.0;
    if (out->digits < 2)
        out->digits = 2;
}

static armex_status read_unit(struct armex_statement *out, struct reading *reading,
                              bool percent)
{
    const bool amount =
        out->what == ARMEX_CLAIMED_VALUE || out->what == ARMEX_CLAIMED_MEAN;

    if (take(reading, "%") || take(reading, "percent"))
        percent = true;
    else if (out->what == ARMEX_CLAIMED_GROWTH && take(reading, "times"))
        out->times = true;
    else if (amount && *peek(reading) && set_unit(out, peek(reading)))
        reading->next++;
    else if (amount && *peek(reading) && !out->has_unit)
        return fail(reading, "'%s' is no unit that is known: usd, eur, tiv, ...",
                    peek(reading));
    if (reading->next < reading->n)
        return fail(reading, "'%s' is not understood after the figure", peek(reading));
    if (percent && !is_relative(out))
        return fail(reading, "an amount or a rank is not in per cent");
    if (amount && !out->has_unit)
        return fail(reading, "the figure has no unit: usd, eur, tiv, ...");
    if (out->what == ARMEX_CLAIMED_RANK &&
        (out->figure < 1.0 || out->figure != floor(out->figure)))
        return fail(reading, "a rank is 1, 2, 3, ...");
    finish(out);
    return ARMEX_OK;
}

armex_status armex_claim_read(struct armex_statements *out, const char *id,
                              const char *words, struct armex_error *error)
{
    struct armex_statement statement = {.id = id,
                                        .any_measure = true,
                                        .settled = ARMEX_VERDICTS,
                                        .own = NAN,
                                        .why = ""};
    struct reading reading = {.claim = words, .error = error};
    bool percent = false;
    armex_status status = cut(&reading);

    if (!status)
        status = read_entity(&statement, &reading);
    if (!status)
        status = read_subject(&statement, &reading);
    if (!status)
        status = read_relation(&statement, &reading);
    if (!status)
        status = read_figure(&statement, &reading, &percent);
    if (!status)
        status = read_unit(&statement, &reading, percent);
    return status ? status : armex_statements_add(out, &statement, error);
}
