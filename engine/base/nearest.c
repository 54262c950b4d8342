/** base/nearest.c: the word that was probably meant. */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_WORD = 128 }; // longer words are compared by their beginnings

static size_t decode(uint32_t out[LONGEST_WORD], const char *word)
{
    const char *end = word + strlen(word);
    size_t n = 0;
    while (word < end && n < LONGEST_WORD)
        out[n++] = armex_utf8_next(&word, end);
    return n;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t armex_edit_distance(const char *a, const char *b, size_t limit)
{
    uint32_t from[LONGEST_WORD], to[LONGEST_WORD];
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    const size_t n = decode(from, a), m = decode(to, b);

    if ((n > m ? n - m : m - n) > limit)
        return limit + 1;
    for (size_t j = 0; j <= m; j++)
        above[j] = before[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t best = row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            const size_t swap = above[j - 1] + (from[i - 1] != to[j - 1]);
            row[j] = least(swap, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
            best = least(best, row[j]);
        }
        if (best > limit)
            return limit + 1;
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[m] > limit ? limit + 1 : above[m];
}

const char *armex_nearest(const char *word, const char *const *words, size_t n)
{
    const size_t length = strlen(word);
    size_t limit = length < 3 ? 1 : length / 3;
    const char *nearest = NULL;

    for (size_t i = 0; i < n; i++) {
        const size_t distance = armex_edit_distance(word, words[i], limit);
        if (distance <= limit) {
            nearest = words[i];
            if (distance == 0)
                break;
            limit = distance - 1;
        }
    }
    return nearest;
}
