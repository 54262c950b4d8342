/** model/currency.c: tables of currencies, and what is looked up in them. */
#include "model/currency.h"

#include <string.h>

#include "base/ascii.h"

static const struct armex_currency_name known[] = {
    {"aud", "Australian dollars", "A$"},
    {"bam", "convertible marks", ""},
    {"brl", "Brazilian reais", "R$"},
    {"cad", "Canadian dollars", "C$"},
    {"chf", "Swiss francs", ""},
    {"cny", "yuan", ""},
    {"czk", "Czech crowns", ""},
    {"dkk", "Danish kroner", ""},
    {"eur", "euros", "\xe2\x82\xac"},
    {"gbp", "pounds", "\xc2\xa3"},
    {"ils", "shekels", "\xe2\x82\xaa"},
    {"inr", "Indian rupees", "\xe2\x82\xb9"},
    {"jpy", "yen", "\xc2\xa5"},
    {"krw", "won", "\xe2\x82\xa9"},
    {"lcu", "local currency", ""},
    {"nok", "Norwegian kroner", ""},
    {"pln", "zloty", ""},
    {"rub", "roubles", "\xe2\x82\xbd"},
    {"sek", "Swedish kronor", ""},
    {"skk", "Slovak crowns", ""},
    {"try", "Turkish lira", "\xe2\x82\xba"},
    {"usd", "US dollars", "$"},
    {"zar", "rand", ""},
};

/* Known by their codes alone. */
static const struct armex_currency_name others[] = {
    {"aed", NULL, ""}, {"amd", NULL, ""}, {"ars", NULL, ""}, {"ats", NULL, ""},
    {"azn", NULL, ""}, {"bdt", NULL, ""}, {"bef", NULL, ""}, {"bgn", NULL, ""},
    {"bhd", NULL, ""}, {"byn", NULL, ""}, {"clp", NULL, ""}, {"cop", NULL, ""},
    {"cyp", NULL, ""}, {"dem", NULL, ""}, {"dzd", NULL, ""}, {"eek", NULL, ""},
    {"egp", NULL, ""}, {"esp", NULL, ""}, {"fim", NULL, ""}, {"frf", NULL, ""},
    {"gel", NULL, ""}, {"grd", NULL, ""}, {"hkd", NULL, ""}, {"hrk", NULL, ""},
    {"huf", NULL, ""}, {"idr", NULL, ""}, {"iep", NULL, ""}, {"iqd", NULL, ""},
    {"irr", NULL, ""}, {"isk", NULL, ""}, {"itl", NULL, ""}, {"jod", NULL, ""},
    {"kes", NULL, ""}, {"kpw", NULL, ""}, {"kwd", NULL, ""}, {"kzt", NULL, ""},
    {"lkr", NULL, ""}, {"ltl", NULL, ""}, {"lvl", NULL, ""}, {"mad", NULL, ""},
    {"mdl", NULL, ""}, {"mkd", NULL, ""}, {"mxn", NULL, ""}, {"myr", NULL, ""},
    {"ngn", NULL, ""}, {"nlg", NULL, ""}, {"nzd", NULL, ""}, {"omr", NULL, ""},
    {"pen", NULL, ""}, {"php", NULL, ""}, {"pkr", NULL, ""}, {"pte", NULL, ""},
    {"qar", NULL, ""}, {"ron", NULL, ""}, {"rsd", NULL, ""}, {"sar", NULL, ""},
    {"sgd", NULL, ""}, {"sit", NULL, ""}, {"thb", NULL, ""}, {"tnd", NULL, ""},
    {"twd", NULL, ""}, {"uah", NULL, ""}, {"vnd", NULL, ""},
};

/* How else people write currencies; the same that is ambiguous to them is here, though
   a table above has one meaning for it when it is we who write. */
static const struct writing {
    const char *text, *codes;
} signs[] = {
    {"US$", "usd"},          {"AU$", "aud"},
    {"CA$", "cad"},          {"$", "usd aud cad hkd nzd sgd twd"},
    {"\xc2\xa5", "jpy cny"},
};
static const struct writing words[] = {
    {"pounds", "gbp egp iep cyp"}, {"pounds sterling", "gbp"},
    {"u.s. dollars", "usd"},       {"us-dollars", "usd"},
    {"dollars us", "usd"},         {"dollars", "usd aud cad hkd nzd sgd twd"},
    {"francs", "chf frf bef"},     {"crowns", "czk dkk eek isk nok sek skk"},
    {"kroner", "dkk nok"},         {"kronor", "sek"},
    {"rupees", "inr lkr pkr"},     {"rubles", "rub"},
    {"Korean won", "krw"},         {"South Korean won", "krw"},
    {"Japanese yen", "jpy"},       {"Chinese yuan", "cny"},
    {"South African rand", "zar"},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

const struct armex_currency_name *armex_currency_of_code(const char code[3])
{
    for (size_t i = 0; i < COUNT(known); i++)
        if (armex_same_letters_n(known[i].code, code, 3))
            return &known[i];
    for (size_t i = 0; i < COUNT(others); i++)
        if (armex_same_letters_n(others[i].code, code, 3))
            return &others[i];
    return NULL;
}

static bool is_text(const char *whole, const char *text, size_t length)
{
    return strlen(whole) == length && armex_same_letters_n(whole, text, length);
}

/** The codes that the whole text may mean as a sign; NULL: it is none. */
static const char *codes_of_sign(const char *text, size_t length)
{
    for (size_t i = 0; i < COUNT(signs); i++)
        if (is_text(signs[i].text, text, length))
            return signs[i].codes;
    for (size_t i = 0; i < COUNT(known); i++)
        if (is_text(known[i].sign, text, length))
            return known[i].code;
    return NULL;
}

size_t armex_currency_sign(const char **codes, const char *text, size_t length,
                           bool at_end)
{
    const size_t longest = 3; // bytes

    for (size_t n = longest < length ? longest : length; n; n--) {
        const char *at = at_end ? text + length - n : text;
        const bool may_be = at[n - 1] == '$' || (at[n - 1] & 0x80); // as all signs end
        const char *found = may_be ? codes_of_sign(at, n) : NULL;
        if (found) {
            *codes = found;
            return n;
        }
    }
    return 0;
}

/** Bytes of the phrase at the beginning of the text, its last s there or not. */
static size_t phrase_at(const char *phrase, const char *text, size_t length)
{
    const size_t n = strlen(phrase);

    if (n <= length && armex_same_letters_n(phrase, text, n))
        return n;
    return n && phrase[n - 1] == 's' && n - 1 <= length &&
                   armex_same_letters_n(phrase, text, n - 1)
               ? n - 1
               : 0;
}

size_t armex_currency_words(const char **codes, const char *text, size_t length)
{
    size_t longest = 0;

    for (size_t i = 0; i < COUNT(words) + COUNT(known); i++) {
        const bool is_own = i >= COUNT(words); // of two the same, the first counts
        const char *phrase = is_own ? known[i - COUNT(words)].words : words[i].text;
        const size_t n = phrase_at(phrase, text, length);
        if (n > longest) {
            longest = n;
            *codes = is_own ? known[i - COUNT(words)].code : words[i].codes;
        }
    }
    return longest;
}

bool armex_currency_among(const char *codes, const char code[3])
{
    for (const char *at = codes; *at; at += at[3] ? 4 : 3)
        if (armex_same_letters_n(at, code, 3))
            return true;
    return false;
}
