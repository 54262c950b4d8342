/** bench/small_store.c: makes a small store, or opens and reads it as a command does.
 *
 *      small_store write FOLDER     `wide` (266 x 65) and `long` (180 x 34)
 *      small_store read FOLDER      prints how many values there are, and the first
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "store/store.h"
#include "synthetic.h"

static int fail(const struct armex_error *error)
{
    fprintf(stderr, "small_store: %s\n", error->message);
    return 1;
}

static armex_status write_one(struct armex_store *store, const char *dataset,
                              size_t n_series, size_t n_years,
                              struct armex_error *error)
{
    struct armex_vintage *vintage = synthetic_vintage(dataset, n_series, n_years);
    enum armex_added added;
    const armex_status status = vintage ? armex_store_add(&added, store, vintage, error)
                                        : armex_fail_memory(error);

    armex_vintage_free(vintage);
    return status;
}

/** Counting and finding the first is what makes sure that all was read. */
static armex_status read_one(struct armex_store *store, const char *dataset,
                             struct armex_error *error)
{
    const struct armex_stored *stored = NULL;
    struct armex_vintage *vintage = NULL;
    size_t n = 0, last = 0;
    armex_status status = armex_store_find(&stored, store, dataset, 0, error);

    if (!status)
        status = armex_vintage_read(&vintage, stored->path, ARMEX_PANEL_ONLY, error);
    if (status)
        return status;
    const struct armex_panel *panel = vintage->panel;
    for (size_t i = 0; i < panel->n_series * panel->n_years; i++)
        if (!isnan(panel->values[i])) {
            n++;
            last = i;
        }
    printf("%s %zu %.0f %s\n", dataset, n, panel->values[last],
           panel->series[panel->n_series - 1].name);
    armex_vintage_free(vintage);
    return ARMEX_OK;
}

int main(int count, char **arguments)
{
    struct armex_store *store = NULL;
    struct armex_error error = {0};
    armex_status status;

    if (count != 3)
        return 64;
    const bool write = strcmp(arguments[1], "write") == 0;
    status = armex_store_open(&store, arguments[2], NULL, &error);
    if (!status)
        status = write ? write_one(store, "wide", 266, 65, &error)
                       : read_one(store, "wide", &error);
    if (!status)
        status = write ? write_one(store, "long", 180, 34, &error)
                       : read_one(store, "long", &error);
    armex_store_close(store);
    return status ? fail(&error) : 0;
}
