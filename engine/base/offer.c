/** base/offer.c: the words that there are, for who wrote another. */
#include "base/offer.h"

#include <string.h>

#include "base/ascii.h"

enum { LONGEST_WORD = 128, MOST_MEANT = 3, SHORTEST_PART = 3 };

/** The words that are equally near. */
struct meant {
    const char *words[MOST_MEANT];
    size_t n; /* may exceed MOST_MEANT: then they are too many to be named */
    size_t distance;
};

static void copy_lower(char out[LONGEST_WORD], const char *word)
{
    size_t n = 0;

    for (; word[n] && n + 1 < LONGEST_WORD; n++)
        out[n] = armex_lower(word[n]);
    out[n] = '\0';
}

static void add(struct meant *meant, const char *word, size_t distance)
{
    if (distance > meant->distance)
        return;
    if (distance < meant->distance)
        meant->n = 0;
    meant->distance = distance;
    if (meant->n < MOST_MEANT)
        meant->words[meant->n] = word;
    meant->n++;
}

/** Appends the question; false where there is no word, or too many are. */
static bool ask(struct armex_text *out, const struct meant *meant)
{
    if (meant->n == 0 || meant->n > MOST_MEANT)
        return false;
    armex_text_add(out, "did you mean ");
    for (size_t i = 0; i < meant->n; i++)
        armex_text_printf(out, "%s'%s'",
                          i == 0             ? ""
                          : i + 1 < meant->n ? ", "
                                             : " or ",
                          meant->words[i]);
    armex_text_add(out, "?");
    return true;
}

/** The least distance of `typed` to a run of parts of `word`, which is written over and
 *  put back; beyond `limit` if none is near. */
static size_t part_distance(const char *typed, char *word, size_t limit)
{
    static const char joints[] = "- ";
    size_t least = limit + 1;

    for (char *from = word; *from; from += strspn(from, joints)) {
        for (char *to = from + strcspn(from, joints);; to += strcspn(to, joints)) {
            const char joint = *to;
            *to = '\0';
            const size_t distance = armex_edit_distance(typed, from, limit);
            *to = joint;
            least = distance < least ? distance : least;
            if (!joint)
                break;
            to += strspn(to, joints);
        }
        from += strcspn(from, joints);
    }
    return least;
}

static void find_whole(struct meant *meant, const char *typed, const char *const *words,
                       size_t n)
{
    const size_t length = strlen(typed);
    size_t limit = length < 3 ? 1 : length / 3;
    char word[LONGEST_WORD];

    for (size_t i = 0; i < n; i++) {
        copy_lower(word, words[i]);
        const size_t distance = armex_edit_distance(typed, word, limit);
        if (distance > limit || (meant->n && distance == meant->distance))
            continue; // the first of equals wins, as of armex_nearest()
        add(meant, words[i], distance);
        limit = distance;
    }
}

static void find_parts(struct meant *meant, const char *typed, const char *const *words,
                       size_t n)
{
    const size_t length = strlen(typed), limit = length / 3;
    char word[LONGEST_WORD];

    if (length < SHORTEST_PART)
        return;
    for (size_t i = 0; i < n; i++) {
        copy_lower(word, words[i]);
        const bool begins =
            strncmp(word, typed, length) == 0 ||
            (strlen(word) > SHORTEST_PART && strncmp(typed, word, strlen(word)) == 0);
        const size_t distance = begins ? 0 : part_distance(typed, word, limit);
        if (distance <= limit)
            add(meant, words[i], distance);
    }
}

bool armex_did_you_mean(struct armex_text *out, const char *word,
                        const char *const *words, size_t n)
{
    struct meant meant = {.distance = LONGEST_WORD};
    char typed[LONGEST_WORD];

    copy_lower(typed, word);
    find_whole(&meant, typed, words, n);
    if (!meant.n)
        find_parts(&meant, typed, words, n);
    return ask(out, &meant);
}

armex_status armex_fail_word(struct armex_error *error, armex_status status,
                             const char *phrase, const char *word,
                             const char *const *words, size_t n)
{
    return armex_fail_word_at(error, status, ARMEX_NOWHERE, phrase, word, words, n);
}

armex_status armex_fail_word_at(struct armex_error *error, armex_status status,
                                struct armex_place place, const char *phrase,
                                const char *word, const char *const *words, size_t n)
{
    struct armex_text offer = {0};

    armex_text_add(&offer, n ? "; " : "");
    if (!armex_did_you_mean(&offer, word, words, n))
        for (size_t i = 0; i < n; i++)
            armex_text_printf(&offer, "%s%s", i ? ", " : "there are: ", words[i]);
    status = offer.failed ? armex_fail_memory(error)
                          : armex_fail(error, status, place, "%s '%s'%s", phrase, word,
                                       offer.data);
    armex_text_free(&offer);
    return status;
}
