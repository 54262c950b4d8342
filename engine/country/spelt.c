/** country/spelt.c: looking names up in the tables of names. */
#include "country/entity_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

const struct armex_spelt *armex_spelt_find(const struct armex_spelt *names, size_t n,
                                           const char *folded)
{
    size_t first = 0, end = n;
    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        const int order = strcmp(folded, armex_spelt_texts + names[middle].text);
        if (order == 0)
            return &names[middle];
        if (order < 0)
            end = middle;
        else
            first = middle + 1;
    }
    return NULL;
}

/* "Netherlands (the)" and "the Netherlands" are the Netherlands. */
static char *without_article(char *folded)
{
    const size_t length = strlen(folded);
    if (length > 4 && strcmp(folded + length - 4, " the") == 0)
        folded[length - 4] = '\0';
    return strncmp(folded, "the ", 4) == 0 ? folded + 4 : folded;
}

/* Whether `text` is `folded` but for the case of its letters. */
static bool is_written_exactly(const char *text, size_t length, const char *folded)
{
    if (strlen(folded) != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((text[i] >= 'A' && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]) !=
            folded[i])
            return false;
    return true;
}

const struct armex_spelt *armex_spelt_find_text(const struct armex_spelt *names,
                                                size_t n, const char *text,
                                                size_t length)
{
    while (length && (*text == ' ' || *text == '\t')) {
        text++;
        length--;
    }
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    if (!length || !armex_utf8_valid(text, length))
        return NULL;
    char *folded = armex_fold(text, length);
    if (!folded)
        return NULL;
    const struct armex_spelt *found = armex_spelt_find(names, n, folded);
    if (!found)
        found = armex_spelt_find(names, n, without_article(folded));
    if (found && found->spelling == ARMEX_SPELT_CODE &&
        !is_written_exactly(text, length, armex_spelt_texts + found->text))
        found = NULL;
    free(folded);
    return found;
}
