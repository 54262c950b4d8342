/** base/ascii.c: texts compared without regard to the case of ASCII letters. */
#include "base/ascii.h"

#include <string.h>

bool armex_same_letters_n(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (armex_lower(a[i]) != armex_lower(b[i]))
            return false;
        if (!a[i])
            return true;
    }
    return true;
}

bool armex_same_letters(const char *a, const char *b)
{
    return armex_same_letters_n(a, b, strlen(a) + 1);
}

const char *armex_find_letters(const char *text, const char *word)
{
    const size_t length = strlen(word);

    for (;; text++) {
        if (armex_same_letters_n(text, word, length))
            return text;
        if (!*text)
            return NULL;
    }
}
