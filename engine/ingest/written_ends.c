/** ingest/written_ends.c: words and marks taken off a figure. */
#include "ingest/written_ends.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "ingest/written_marks.h"

static const struct {
    const char *word;
    int exponent;
    bool alone; /* a letter that must follow its digit at once */
} magnitudes[] = {
    {"thousand", 3, false},  {"thousands", 3, false},  {"million", 6, false},
    {"millions", 6, false},  {"mio", 6, false},        {"mio.", 6, false},
    {"mln", 6, false},       {"mln.", 6, false},       {"mn", 6, false},
    {"billion", 9, false},   {"billions", 9, false},   {"bn", 9, false},
    {"bln", 9, false},       {"milliard", 9, false},   {"milliards", 9, false},
    {"mrd", 9, false},       {"mrd.", 9, false},       {"milliarden", 9, false},
    {"trillion", 12, false}, {"trillions", 12, false}, {"tn", 12, false},
    {"k", 3, true},          {"m", 6, true},           {"b", 9, true},
};

/* Marks that stand alone; of those in brackets see below. */
static const char *const marks[] = {
    "*",
    "\xe2\x80\xa0", // dagger
    "\xe2\x80\xa1", // double dagger
    "\xc2\xb9",     // raised 1, 2, 3
    "\xc2\xb2",
    "\xc2\xb3",
    "\xe2\x81\xb0", // raised 0, 4 to 9
    "\xe2\x81\xb4",
    "\xe2\x81\xb5",
    "\xe2\x81\xb6",
    "\xe2\x81\xb7",
    "\xe2\x81\xb8",
    "\xe2\x81\xb9",
};

static const char *const abouts[] = {"~", "\xe2\x89\x88", "approx.", "ca.", "c."};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_small_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/** The length without the blanks at the end. */
static size_t without_blanks(const char *text, size_t length)
{
    for (size_t n = 1; n <= 3 && n <= length;)
        if (armex_written_blank(text + length - n, n) == n) {
            length -= n;
            n = 1;
        } else {
            n++;
        }
    return length;
}

static bool ends_in_digit(const char *text, size_t length)
{
    return length && armex_is_digit(text[length - 1]);
}

size_t armex_magnitude_word(int *exponent, const char *text, size_t length)
{
    size_t longest = 0;

    for (size_t i = 0; i < COUNT(magnitudes); i++) {
        const size_t n = strlen(magnitudes[i].word);
        if (n > longest && n <= length &&
            armex_same_letters_n(text, magnitudes[i].word, n)) {
            longest = n;
            *exponent = magnitudes[i].exponent;
        }
    }
    return longest;
}

size_t armex_written_magnitude(int *exponent, const char *text, size_t length)
{
    for (size_t i = 0; i < COUNT(magnitudes); i++) {
        const size_t n = strlen(magnitudes[i].word), left = length - n;
        if (n >= length || !armex_same_letters_n(text + left, magnitudes[i].word, n))
            continue;
        if (ends_in_digit(text,
                          magnitudes[i].alone ? left : without_blanks(text, left))) {
            *exponent = magnitudes[i].exponent;
            return n;
        }
    }
    return 0;
}

/** Bytes of "[1]", "[12]", "[a]" or "(p)" at the end. Digits in round brackets may be
 *  more than a mark. */
static size_t bracketed(const char *text, size_t length)
{
    const char *end = text + length;

    if (length < 4)
        return 0;
    if (end[-1] == ']' && end[-3] == '[' &&
        (armex_is_digit(end[-2]) || is_small_letter(end[-2])))
        return 3;
    if (end[-1] == ')' && end[-3] == '(' && is_small_letter(end[-2]))
        return 3;
    return end[-1] == ']' && end[-4] == '[' && armex_is_digit(end[-2]) &&
                   armex_is_digit(end[-3])
               ? 4
               : 0;
}

/** Bytes of one mark at the end. */
static size_t one_mark(const char *text, size_t length)
{
    for (size_t i = 0; i < COUNT(marks); i++) {
        const size_t n = strlen(marks[i]);
        if (n < length && memcmp(text + length - n, marks[i], n) == 0)
            return n;
    }
    return bracketed(text, length);
}

size_t armex_written_footnote(const char *text, size_t length)
{
    size_t left = length, n;

    while ((n = one_mark(text, left)))
        left = without_blanks(text, left - n);
    return ends_in_digit(text, left) ? length - left : 0;
}

size_t armex_written_about(const char *text, size_t length)
{
    for (size_t i = 0; i < COUNT(abouts); i++) {
        const size_t n = strlen(abouts[i]);
        if (n < length && armex_same_letters_n(text, abouts[i], n))
            return n;
    }
    return 0;
}
