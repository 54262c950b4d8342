/** analysis/query_check.c: whether a query has only words that there are. */
#include "analysis/query_check.h"

#include <string.h>

#include "analysis/query_request.h"
#include "base/offer.h"

enum { MOST_CHOICES = 16, LONGEST_CHOICE = 32 };

static armex_status wrong_choice(const struct armex_query_option *option,
                                 const char *text, const char *const *choices, size_t n,
                                 struct armex_error *error)
{
    struct armex_text phrase = {0};
    armex_status status;

    armex_text_printf(&phrase, "--%s: there is no", option->name);
    status = phrase.failed
                 ? armex_fail_memory(error)
                 : armex_fail_word(error, ARMEX_USAGE, phrase.data, text, choices, n);
    armex_text_free(&phrase);
    return status;
}

/* Checks a value against the choices of its option: "exports|imports". */
static armex_status check_choice(const struct armex_query_option *option,
                                 const char *text, struct armex_error *error)
{
    char words[MOST_CHOICES][LONGEST_CHOICE];
    const char *choices[MOST_CHOICES];
    size_t n = 0;

    for (const char *word = option->choices; n < MOST_CHOICES; word++) {
        const size_t length = strcspn(word, "|");
        const size_t kept = length < LONGEST_CHOICE ? length : LONGEST_CHOICE - 1;
        memcpy(words[n], word, kept);
        words[n][kept] = '\0';
        choices[n] = words[n];
        if (strcmp(words[n++], text) == 0)
            return ARMEX_OK;
        word += length;
        if (!*word)
            break;
    }
    return wrong_choice(option, text, choices, n, error);
}

static bool has_word(const char *list, const char *word, size_t length)
{
    for (; *list; list += strspn(list, " ")) {
        const size_t other = strcspn(list, " ");
        if (other == length && !memcmp(list, word, length))
            return true;
        list += other;
    }
    return false;
}

bool armex_query_option_applies(const struct armex_query_option *option,
                                const char *analyses)
{
    bool any = !option->analyses;

    for (const char *word = analyses; !any && *word; word += strspn(word, " ")) {
        const size_t length = strcspn(word, " ");
        any = has_word(option->analyses, word, length);
        word += length;
    }
    return any;
}

/* "growth rank share" as "growth, rank or share". */
static void add_words(struct armex_text *out, const char *words)
{
    for (const char *blank = strchr(words, ' '); blank; blank = strchr(words, ' ')) {
        armex_text_add_bytes(out, words, (size_t)(blank - words));
        words = blank + 1;
        armex_text_add(out, strchr(words, ' ') ? ", " : " or ");
    }
    armex_text_add(out, words);
}

static armex_status refuse_option(const struct armex_query_option *option,
                                  const char *analysis, struct armex_error *error)
{
    struct armex_text where = {0};
    armex_status status;

    add_words(&where, option->analyses);
    status = where.failed ? armex_fail_memory(error)
                          : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                                       "--%s is an option of %s, not of %s",
                                       option->name, where.data, analysis);
    armex_text_free(&where);
    return status;
}

static armex_status check_options(const struct armex_query *query, const char *analysis,
                                  struct armex_error *error)
{
    size_t n;
    const struct armex_query_option *options = armex_query_options(&n);
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < n; i++) {
        const char *value = armex_query_value(query, &options[i]);
        if (!value)
            continue;
        if (!armex_query_option_applies(&options[i], analysis))
            status = refuse_option(&options[i], analysis, error);
        else if (options[i].choices)
            status = check_choice(&options[i], value, error);
    }
    return status;
}

static armex_status check_analysis(const char **out, const char *given,
                                   struct armex_error *error)
{
    const char *names[MOST_CHOICES];
    size_t n;
    const struct armex_analysis *analyses = armex_analyses(&n);

    for (size_t i = 0; i < n; i++) {
        names[i] = analyses[i].name;
        if (strcmp(given, names[i]) == 0) {
            *out = names[i];
            return ARMEX_OK;
        }
    }
    return armex_fail_word(error, ARMEX_USAGE, "there is no analysis", given, names, n);
}

armex_status armex_query_check(const char **analysis, const struct armex_query *query,
                               struct armex_error *error)
{
    const char *given = query->analysis ? query->analysis : "";
    const armex_status status = check_analysis(analysis, given, error);

    return status ? status : check_options(query, *analysis, error);
}
