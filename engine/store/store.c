/** store/store.c: two folders seen as one list of vintages, and adding to the upper. */
#include "store/store.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "store/lending.h"

static const char suffix[] = ".h5";

enum { MOST_KEPT = 64 * 1024 * 1024 }; // bytes of vintages that nobody is using

struct armex_store {
    struct armex_arena *arena;
    const char *own; // "" for none
    struct armex_stored *items;
    size_t n, capacity;
    struct armex_lending *lending;
};

/** Ids become names of folders, so they are plain: nothing that leads elsewhere. */
static bool is_id(const char *text)
{
    const size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return length > 0 && length <= 128 && text[length] == '\0' && text[0] != '-';
}

/** "2026-03-09.h5" and nothing that merely reads like it. */
static bool parse_file_name(struct armex_date *out, const char *name)
{
    const size_t length = strlen(name);

    return length > sizeof suffix - 1 &&
           armex_date_parse(out, name, length - (sizeof suffix - 1));
}

static bool is_folder(const char *path)
{
    struct stat found;

    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

/** Old lists stay where they are: what was given out is good as long as the store. */
static armex_status add_item(struct armex_store *store, struct armex_stored item,
                             struct armex_error *error)
{
    if (!item.dataset || !item.path)
        return armex_fail_memory(error);
    if (store->n == store->capacity) {
        const size_t capacity = store->capacity ? 2 * store->capacity : 16;
        struct armex_stored *more =
            armex_arena_new(store->arena, capacity, sizeof *more);
        if (!more)
            return armex_fail_memory(error);
        if (store->n > 0)
            memcpy(more, store->items, store->n * sizeof *more);
        store->items = more;
        store->capacity = capacity;
    }
    store->items[store->n++] = item;
    return ARMEX_OK;
}

static armex_status list_dataset(struct armex_store *store, const char *folder,
                                 const char *dataset, bool builtin,
                                 struct armex_error *error)
{
    const char *path = armex_arena_printf(store->arena, "%s/%s", folder, dataset);
    char **names = NULL;
    size_t n = 0;
    armex_status status = ARMEX_OK;

    if (!path)
        return armex_fail_memory(error);
    if (is_folder(path))
        status = armex_folder_list(&names, &n, path, suffix, error);
    for (size_t i = 0; !status && i < n; i++) {
        struct armex_stored item = {.builtin = builtin};
        if (!parse_file_name(&item.vintage, names[i]))
            continue;
        item.dataset = armex_arena_text(store->arena, dataset);
        item.path = armex_arena_printf(store->arena, "%s/%s", path, names[i]);
        status = add_item(store, item, error);
    }
    free(names);
    return status;
}

static armex_status list_folder(struct armex_store *store, const char *folder,
                                bool builtin, struct armex_error *error)
{
    char **names = NULL;
    size_t n = 0;
    armex_status status = armex_folder_list(&names, &n, folder, "", error);

    for (size_t i = 0; !status && i < n; i++)
        if (is_id(names[i]))
            status = list_dataset(store, folder, names[i], builtin, error);
    free(names);
    return status;
}

/** By dataset, then day; one known to the year before those of its last day. */
static int compare_vintages(const struct armex_stored *a, const struct armex_stored *b)
{
    const int by_dataset = strcmp(a->dataset, b->dataset);
    const int last[2] = {armex_date_last_day(a->vintage),
                         armex_date_last_day(b->vintage)};
    const int first[2] = {armex_date_first_day(a->vintage),
                          armex_date_first_day(b->vintage)};

    if (by_dataset)
        return by_dataset;
    if (last[0] != last[1])
        return last[0] < last[1] ? -1 : 1;
    return (first[0] > first[1]) - (first[0] < first[1]);
}

/** The user's own before the built-in of the same vintage. */
static int compare_items(const void *a, const void *b)
{
    const struct armex_stored *x = a, *y = b;
    const int by_vintage = compare_vintages(x, y);

    return by_vintage ? by_vintage : (int)x->builtin - (int)y->builtin;
}

static void sort_items(struct armex_store *store)
{
    size_t n = 0;

    if (store->n > 0)
        qsort(store->items, store->n, sizeof *store->items, compare_items);
    for (size_t i = 0; i < store->n; i++)
        if (n == 0 || compare_vintages(&store->items[n - 1], &store->items[i]) != 0)
            store->items[n++] = store->items[i];
    store->n = n;
}

armex_status armex_store_open(struct armex_store **out, const char *own,
                              const char *builtin, struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_store *store = arena ? armex_arena_new(arena, 1, sizeof *store) : NULL;
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (!store) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    store->arena = arena;
    store->lending = armex_lending_open(MOST_KEPT);
    if (!store->lending || !(store->own = armex_arena_text(arena, own)))
        status = armex_fail_memory(error);
    if (!status && own)
        status = list_folder(store, own, false, error);
    if (!status && builtin)
        status = list_folder(store, builtin, true, error);
    if (status) {
        armex_store_close(store);
        return status;
    }
    sort_items(store);
    *out = store;
    return ARMEX_OK;
}

void armex_store_close(struct armex_store *store)
{
    if (!store)
        return;
    armex_lending_close(store->lending);
    armex_arena_free(store->arena);
}

armex_status armex_store_borrow(const struct armex_vintage **out,
                                const struct armex_store *store,
                                const struct armex_stored *stored,
                                enum armex_vintage_parts parts,
                                struct armex_error *error)
{
    return armex_lending_borrow(out, store->lending, stored->path, parts, error);
}

void armex_store_return(const struct armex_store *store,
                        const struct armex_vintage *vintage)
{
    if (vintage)
        armex_lending_return(store->lending, vintage);
}

const struct armex_stored *armex_store_list(const struct armex_store *store, size_t *n)
{
    *n = store->n;
    return store->items;
}

/** Whether both hold the same figures of the same series. */
static bool same_figures(const struct armex_panel *a, const struct armex_panel *b)
{
    const size_t n = a->n_series * a->n_years;
    bool same = a->n_series == b->n_series && a->n_years == b->n_years &&
                a->first_year == b->first_year &&
                memcmp(a->marks, b->marks, n * sizeof *a->marks) == 0;

    for (size_t s = 0; same && s < a->n_series; s++)
        same = armex_series_compare(&a->series[s], &b->series[s]) == 0;
    for (size_t i = 0; same && i < n; i++)
        same = a->values[i] == b->values[i] ||
               (isnan(a->values[i]) && isnan(b->values[i]));
    return same;
}

/** The same source bytes; where no hash of them was taken, the same name and figures.
 */
static armex_status same_source(bool *same, const char *path,
                                const struct armex_vintage *there,
                                const struct armex_vintage *here,
                                struct armex_error *error)
{
    struct armex_vintage *whole = NULL;
    armex_status status = ARMEX_OK;

    *same = strcmp(there->provenance.sha256, here->provenance.sha256) == 0;
    if (!*same || *here->provenance.sha256 || !here->panel)
        return ARMEX_OK;
    status = armex_vintage_read(&whole, path, ARMEX_PANEL_ONLY, error);
    if (!status)
        *same = whole->panel &&
                strcmp(whole->provenance.file, here->provenance.file) == 0 &&
                same_figures(whole->panel, here->panel);
    armex_vintage_free(whole);
    return status;
}

static const char *hash_words(const char *sha256)
{
    return *sha256 ? sha256 : "not taken";
}

/** What to do with `vintage` where a file stands already. A damaged one is replaced: to
 *  ingest its source again is what mends it. */
static armex_status compare_stored(enum armex_added *added, const char *path,
                                   const struct armex_vintage *vintage,
                                   struct armex_error *error)
{
    struct armex_vintage *there = NULL;
    armex_status status = armex_vintage_verify(path, NULL);

    *added = ARMEX_ADDED_NEW;
    if (status == ARMEX_NOT_FOUND || status == ARMEX_ANSWER_NO ||
        status == ARMEX_BAD_INPUT)
        return ARMEX_OK;
    status = armex_vintage_read(&there, path, ARMEX_PROVENANCE_ONLY, error);
    if (status)
        return status;
    bool same = false;
    status = same_source(&same, path, there, vintage, error);
    if (!status && same)
        *added = ARMEX_ADDED_SAME;
    else if (!status)
        status = armex_fail(
            error, ARMEX_BAD_INPUT, (struct armex_place){path, 0, 0},
            "this vintage is stored already, from other bytes: there %s (SHA-256 %s), "
            "here %s (SHA-256 %s); give the new one a vintage of its own, or remove "
            "the file",
            there->provenance.file, hash_words(there->provenance.sha256),
            vintage->provenance.file, hash_words(vintage->provenance.sha256));
    armex_vintage_free(there);
    return status;
}

static armex_status write_item(struct armex_store *store, struct armex_stored item,
                               const struct armex_vintage *vintage,
                               struct armex_error *error)
{
    armex_status status = armex_vintage_write(vintage, item.path, error);

    armex_lending_forget(store->lending, item.path);
    if (!status)
        status = add_item(store, item, error);
    if (!status)
        sort_items(store);
    return status;
}

armex_status armex_store_add(enum armex_added *added, struct armex_store *store,
                             const struct armex_vintage *vintage,
                             struct armex_error *error)
{
    const struct armex_provenance *from = &vintage->provenance;
    struct armex_stored item = {.vintage = from->vintage};
    char date[ARMEX_DATE_SIZE];
    const char *folder;

    if (!is_id(from->dataset))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "'%s' cannot name a dataset; use lower-case letters, digits "
                          "and hyphens",
                          from->dataset);
    if (armex_date_write(date, from->vintage) == 0)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "dataset '%s' comes without a vintage; give its date of "
                          "publication with --vintage",
                          from->dataset);
    if (!*store->own)
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "there is no store of yours to add to; name one with --store");
    folder = armex_arena_printf(store->arena, "%s/%s", store->own, from->dataset);
    item.dataset = armex_arena_text(store->arena, from->dataset);
    item.path = armex_arena_printf(store->arena, "%s/%s/%s%s", store->own,
                                   from->dataset, date, suffix);
    if (!folder || !item.dataset || !item.path)
        return armex_fail_memory(error);
    armex_status status = armex_folder_make(folder, error);
    if (!status)
        status = compare_stored(added, item.path, vintage, error);
    if (!status && *added == ARMEX_ADDED_NEW)
        status = write_item(store, item, vintage, error);
    return status;
}
