/** analysis/claims_stated.c: a figure as a text states it. */
#include "analysis/claims_stated.h"

#include <math.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"

static const struct {
    const char *word;
    enum armex_relation relation;
} relations[] = {{"more than", ARMEX_MORE_THAN}, {"above", ARMEX_MORE_THAN},
                 {"over", ARMEX_MORE_THAN},      {"exceed", ARMEX_MORE_THAN},
                 {"at least", ARMEX_AT_LEAST},   {"less than", ARMEX_LESS_THAN},
                 {"below", ARMEX_LESS_THAN},     {"under", ARMEX_LESS_THAN},
                 {"at most", ARMEX_AT_MOST},     {"up to", ARMEX_AT_MOST},
                 {"nearly", ARMEX_NEARLY},       {"almost", ARMEX_NEARLY},
                 {"about", ARMEX_ABOUT},         {"around", ARMEX_ABOUT},
                 {"roughly", ARMEX_ABOUT}};

static const struct {
    const char *word;
    double factor;
} numerals[] = {{"doubl", 2.0},       {"twice", 2.0},       {"two times", 2.0},
                {"tripl", 3.0},       {"three times", 3.0}, {"four times", 4.0},
                {"five times", 5.0},  {"six times", 6.0},   {"seven times", 7.0},
                {"eight times", 8.0}, {"nine times", 9.0},  {"ten times", 10.0}};

/* The word at the beginning of a word of the text, or NULL. */
static const char *find_word(const char *text, const char *word)
{
    for (const char *at = armex_find_letters(text, word); at;
         at = armex_find_letters(at + 1, word))
        if (at == text || !armex_is_letter(at[-1]))
            return at;
    return NULL;
}

/* "14 times", "31-fold": what follows a number makes it a factor. */
static bool is_factor(const char *after)
{
    after += strspn(after, " -");
    return strncmp(after, "times", 5) == 0 || strncmp(after, "fold", 4) == 0;
}

static void read_number(struct armex_stated *out, const char *text)
{
    static const char decimal[] = "0123456789.";
    const char *at = strpbrk(text, decimal + 0);

    if (!at || !armex_is_digit(*at))
        return;
    size_t length = strspn(at, decimal);
    while (length && at[length - 1] == '.') // the end of a sentence
        length--;
    if (!armex_number_parse(&out->figure, at, length, 0))
        return;
    out->digits = armex_number_digits(at, length);
    out->times = is_factor(at + length);
    if (at > text && at[-1] == '-')
        out->figure = -out->figure;
}

struct armex_stated armex_stated_read(const char *text)
{
    struct armex_stated out = {.figure = NAN, .relation = ARMEX_EQUAL};

    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (find_word(text, relations[i].word)) {
            out.relation = relations[i].relation;
            break;
        }
    out.mean = find_word(text, "average") || find_word(text, "mean");
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (find_word(text, numerals[i].word)) {
            out.figure = numerals[i].factor;
            out.times = true;
            return out;
        }
    read_number(&out, text);
    return out;
}
