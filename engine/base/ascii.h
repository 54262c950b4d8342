/**
 * base/ascii.h: letters and digits of ASCII, the same in every locale.
 *
 * <ctype.h> and strcasecmp() ask the locale of whoever calls the library, and in a
 * Turkish one "I" is no "i". Bytes beyond ASCII are neither letters nor digits here,
 * and equal only themselves; base/text.h folds those.
 */
#ifndef ARMEX_BASE_ASCII_H
#define ARMEX_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool armex_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool armex_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool armex_is_letter(char c)
{
    return armex_is_upper(c) || (c >= 'a' && c <= 'z');
}

static inline char armex_lower(char c)
{
    if (armex_is_upper(c))
        return (char)(c - 'A' + 'a');
    return c;
}

static inline char armex_upper(char c)
{
    if (c >= 'a' && c <= 'z')
        return (char)(c - 'a' + 'A');
    return c;
}

/** Whether two texts are the same but for the case of their letters. */
bool armex_same_letters(const char *a, const char *b);

/** The same of the first `n` bytes of both, or of all of a text that ends before. */
bool armex_same_letters_n(const char *a, const char *b, size_t n);

/** Where `word` stands first in `text`, in letters of either case; NULL: nowhere. */
const char *armex_find_letters(const char *text, const char *word);

#endif
