/**
 * base/text.h: UTF-8 text: growing it, folding it, finding the nearest word.
 */
#ifndef ARMEX_BASE_TEXT_H
#define ARMEX_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** A text that grows. Starts as {0}; `data` is NUL-terminated once anything was added.
 *  Running out of memory sets `failed`, keeps what is there and makes every later
 *  call do nothing: check once, at the end. */
struct armex_text {
    char *data;
    size_t length, capacity;
    bool failed;
};

/** Makes room for `more` bytes and a NUL. false: it has failed. */
bool armex_text_make_room(struct armex_text *text, size_t more);

static inline void armex_text_add_bytes(struct armex_text *text, const char *bytes,
                                        size_t length)
{
    const bool fits =
        text->data && length < text->capacity - text->length && !text->failed;

    if (!fits && !armex_text_make_room(text, length))
        return;
    if (length)
        memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

static inline void armex_text_add(struct armex_text *text, const char *more)
{
    armex_text_add_bytes(text, more, strlen(more)); // known where `more` is a literal
}

void armex_text_printf(struct armex_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void armex_text_free(struct armex_text *text); /* leaves {0}; fine on {0} */

/** Whether `length` bytes are UTF-8 as RFC 3629 has it, without NUL. */
bool armex_utf8_valid(const char *bytes, size_t length);

/** The next character of `text` before `end`, which moves on past it. A broken byte
 *  gives U+FFFD and moves on by one. */
unsigned armex_utf8_next(const char **text, const char *end);

/** Writes a character in UTF-8; returns the bytes written, at most 4. */
size_t armex_utf8_write(char *out, unsigned character);

/** How many columns of a terminal the text takes (East Asian wide counts two). */
size_t armex_text_columns(const char *text);

/** The form in which names are compared: case folded, accents and other marks off,
 *  compatibility forms resolved (NFKD), "&" as "and", dots and apostrophes gone, any
 *  other run of characters that are neither letters nor digits one blank, trimmed.
 *  "Türkiye" and "TURKIYE" fold alike; so do "Côte d’Ivoire" and "cote divoire".
 *  `*` is kept: it marks armed groups and organisations.
 *  Owner: the caller, free(). NULL: no memory. Broken UTF-8 folds byte by byte. */
char *armex_fold(const char *text, size_t length);

/** Damerau-Levenshtein distance (optimal string alignment) in characters.
 *  Returns `limit` + 1 as soon as it must be more than `limit`. */
size_t armex_edit_distance(const char *a, const char *b, size_t limit);

/** The word of `words` nearest to `word`, or NULL when none is near enough to be
 *  meant (a third of its length, at least 1). The first of equals wins. */
const char *armex_nearest(const char *word, const char *const *words, size_t n);

/** The index in `words` of the word that `length` bytes of `text` spell; `n` if none.
 */
size_t armex_word_index(const char *const *words, size_t n, const char *text,
                        size_t length);

#endif
