/** analysis/claims_library.c: the datasets that claims are judged by, each read once.
 */
#include "analysis/claims_library.h"

#include <stdlib.h>
#include <string.h>

static void add(struct armex_library *out, const struct armex_stored *stored,
                bool newest)
{
    out->books[out->n++] = (struct armex_book){.stored = stored, .newest = newest};
}

/* The newest vintage of a dataset, then those before it, newest first. The list goes
   from the oldest to the newest. */
static void add_dataset(struct armex_library *out, const struct armex_stored *list,
                        size_t first, const struct armex_stored *newest)
{
    add(out, newest, true);
    for (const struct armex_stored *older = newest; older-- > list + first;)
        add(out, older, false);
}

static armex_status add_all(struct armex_library *out, const struct armex_store *store,
                            const char *only, int as_of, struct armex_error *error)
{
    size_t n, end;
    const struct armex_stored *list = armex_store_list(store, &n), *newest;
    armex_status status = ARMEX_OK;

    for (size_t first = 0; !status && first < n; first = end) {
        for (end = first; end < n && !strcmp(list[end].dataset, list[first].dataset);)
            end++;
        if (only && strcmp(only, list[first].dataset) != 0)
            continue;
        struct armex_error why = {0};
        status = armex_store_find(&newest, store, list[first].dataset, as_of, &why);
        if (!status)
            add_dataset(out, list, first, newest);
        else if (status == ARMEX_USAGE && !only)
            status = ARMEX_OK; // nothing of it was out by then
        else if (error)
            *error = why;
    }
    return status;
}

armex_status armex_library_open(struct armex_library *out,
                                const struct armex_store *store, const char *dataset,
                                int as_of, struct armex_error *error)
{
    const struct armex_stored *named = NULL;
    armex_status status = ARMEX_OK;
    size_t n;

    armex_store_list(store, &n);
    *out = (struct armex_library){.books = calloc(n + 1, sizeof *out->books)};
    if (!out->books)
        return armex_fail_memory(error);
    if (dataset)
        status = armex_store_find(&named, store, dataset, as_of, error);
    if (!status && named && strchr(dataset, '@'))
        add(out, named, true);
    else if (!status)
        status = add_all(out, store, named ? named->dataset : NULL, as_of, error);
    return status;
}

void armex_library_close(struct armex_library *library)
{
    for (size_t i = 0; i < library->n; i++)
        armex_vintage_free(library->books[i].vintage);
    free(library->books);
    *library = (struct armex_library){0};
}

armex_status armex_library_read(struct armex_book *book, struct armex_error *error)
{
    return book->vintage ? ARMEX_OK
                         : armex_vintage_read(&book->vintage, book->stored->path,
                                              ARMEX_EVERYTHING, error);
}
