/** store/find.c: the vintage that a person means by "ID" or "ID@VINTAGE". */
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/offer.h"

/** Names to choose from, each once, as a list of words and as one text. */
struct choice {
    const char **words;
    size_t n;
    struct armex_text text;
};

static bool add_word(struct choice *choice, const char *word)
{
    if (choice->n > 0 && strcmp(choice->words[choice->n - 1], word) == 0)
        return true;
    const char **more =
        realloc((void *)choice->words, (choice->n + 1) * sizeof *choice->words);
    if (!more)
        return false;
    choice->words = more;
    choice->words[choice->n++] = word;
    armex_text_printf(&choice->text, "%s%s", choice->n > 1 ? ", " : "", word);
    return !choice->text.failed;
}

static void free_choice(struct choice *choice)
{
    free((void *)choice->words);
    armex_text_free(&choice->text);
}

static armex_status choose_among(struct choice *choice,
                                 const struct armex_stored *items, size_t n,
                                 struct armex_error *error)
{
    for (size_t i = 0; i < n; i++)
        if (!add_word(choice, items[i].dataset))
            return armex_fail_memory(error);
    return ARMEX_OK;
}

static armex_status say_no_dataset(const char *spec, size_t length,
                                   const struct choice *choice,
                                   struct armex_error *error)
{
    char *word = strndup(spec, length < 200 ? length : 200);
    armex_status status;

    if (!word)
        return armex_fail_memory(error);
    if (choice->n == 0)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "there is no dataset '%s': the store is empty; 'armex "
                            "ingest FILE' adds to it",
                            word);
    else
        status = armex_fail_word(error, ARMEX_USAGE, "there is no dataset", word,
                                 choice->words, choice->n);
    free(word);
    return status;
}

static bool is_called(const struct armex_stored *item, const char *id, size_t length)
{
    return strlen(item->dataset) == length && strncmp(item->dataset, id, length) == 0;
}

static bool begins_with(const struct armex_stored *item, const char *id, size_t length)
{
    return length > 0 && strncmp(item->dataset, id, length) == 0 &&
           item->dataset[length] == '-';
}

/** The first item that `id` means, or n: the dataset of that name, else the only one
 *  whose name goes on from it with a hyphen ("sipri-tiv" for sipri-tiv-imports). */
static size_t find_first(const struct armex_stored *items, size_t n, const char *id,
                         size_t length)
{
    size_t found = n;

    for (size_t i = 0; i < n; i++)
        if (is_called(&items[i], id, length))
            return i;
    for (size_t i = 0; i < n; i++) {
        if (!begins_with(&items[i], id, length))
            continue;
        if (found < n && strcmp(items[found].dataset, items[i].dataset) != 0)
            return n; // two of them
        found = found < n ? found : i;
    }
    return found;
}

/** The items [*first, *end) of the one dataset meant. */
static armex_status find_dataset(size_t *first, size_t *end, const char *spec,
                                 const struct armex_stored *items, size_t n,
                                 struct armex_error *error)
{
    struct choice choice = {0};
    armex_status status = choose_among(&choice, items, n, error);
    const char *id = spec ? spec : choice.n == 1 ? choice.words[0] : "";
    const size_t length = strcspn(id, "@");

    *first = find_first(items, n, id, length);
    for (*end = *first;
         *end < n && strcmp(items[*end].dataset, items[*first].dataset) == 0;)
        ++*end;
    if (!status && !spec && choice.n == 0)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "the store is empty; 'armex ingest FILE' adds to it");
    else if (!status && !spec && choice.n > 1)
        status =
            armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                       "which dataset? Name one with --dataset: %s", choice.text.data);
    else if (!status && *first == *end)
        status = say_no_dataset(id, length, &choice, error);
    free_choice(&choice);
    return status;
}

static armex_status say_no_vintage(const char *word, const struct armex_stored *items,
                                   size_t n, struct armex_error *error)
{
    char(*dates)[ARMEX_DATE_SIZE] = calloc(n + 1, sizeof *dates);
    struct choice choice = {0};
    bool listed = dates != NULL;

    for (size_t i = 0; listed && i < n; i++) {
        armex_date_write(dates[i], items[i].vintage);
        listed = add_word(&choice, dates[i]);
    }
    const armex_status status =
        listed ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "dataset '%s' has no vintage '%.40s'; it has: %s",
                            items->dataset, word, choice.text.data)
               : armex_fail_memory(error);
    free_choice(&choice);
    free(dates);
    return status;
}

static armex_status find_named(const struct armex_stored **out, const char *word,
                               const struct armex_stored *items, size_t n,
                               struct armex_error *error)
{
    for (size_t i = 0; i < n; i++) {
        char date[ARMEX_DATE_SIZE];
        armex_date_write(date, items[i].vintage);
        if (strcmp(date, word) == 0) {
            *out = &items[i];
            return ARMEX_OK;
        }
    }
    return say_no_vintage(word, items, n, error);
}

/** Whether its observations say themselves when they were published. */
static bool is_dated_within(const struct armex_store *store,
                            const struct armex_stored *item)
{
    const struct armex_vintage *vintage = NULL;
    bool dated = false;

    if (item->builtin &&
        armex_store_borrow(&vintage, store, item, ARMEX_EVERYTHING, NULL) == ARMEX_OK)
        dated = vintage->publications != NULL;
    armex_store_return(store, vintage);
    return dated;
}

static armex_status find_newest(const struct armex_stored **out,
                                const struct armex_store *store, int as_of,
                                const struct armex_stored *items, size_t n,
                                struct armex_error *error)
{
    char date[ARMEX_DATE_SIZE];

    for (size_t i = n; i-- > 0;)
        if (as_of == 0 || armex_date_last_day(items[i].vintage) <= as_of ||
            is_dated_within(store, &items[i])) {
            *out = &items[i];
            return ARMEX_OK;
        }
    armex_date_write(date, items[0].vintage);
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "dataset '%s' was not out on %04d-%02d-%02d; its first vintage "
                      "here is %s",
                      items[0].dataset, as_of / 10000, as_of / 100 % 100, as_of % 100,
                      date);
}

armex_status armex_store_find(const struct armex_stored **out,
                              const struct armex_store *store, const char *spec,
                              int as_of, struct armex_error *error)
{
    const char *at = spec ? strchr(spec, '@') : NULL;
    size_t n, first, end;
    const struct armex_stored *items = armex_store_list(store, &n);
    const armex_status status = find_dataset(&first, &end, spec, items, n, error);

    *out = NULL;
    if (status)
        return status;
    if (at)
        return find_named(out, at + 1, items + first, end - first, error);
    return find_newest(out, store, as_of, items + first, end - first, error);
}
