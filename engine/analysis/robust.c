/** analysis/robust.c: one claim under every choice. */
#include "analysis/robust.h"

#include <stdlib.h>

#include "analysis/robust_parts.h"

enum { AROUND_UNLESS_NAMED = 2 };

static armex_status gather(struct armex_choices *out, struct armex_library *library,
                           const struct armex_statement *statement, int around)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < library->n; i++) {
        status = armex_library_read(&library->books[i], out->error);
        if (!status && library->books[i].vintage->panel)
            status =
                armex_choices_of(out, library->books[i].vintage, statement, around);
    }
    if (!status && !out->n)
        status = armex_fail(out->error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "no dataset holds such a figure of %s in those years",
                            statement->entity->name);
    return status;
}

static armex_status add_sources(struct armex_table *table,
                                const struct armex_choices *choices,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < choices->n; i++)
        if (i == 0 || choices->items[i].source != choices->items[i - 1].source)
            status = armex_notes_source(&table->notes, table->arena,
                                        choices->items[i].source, error);
    return status;
}

armex_status armex_robust(struct armex_table **out, const struct armex_store *store,
                          const struct armex_statement *statement,
                          const struct armex_robust_options *options,
                          struct armex_error *error)
{
    const int around = options->around ? options->around : AROUND_UNLESS_NAMED;
    struct armex_choices choices = {.error = error};
    struct armex_library library;
    struct armex_table *table = NULL;
    armex_status status =
        armex_library_open(&library, store, options->dataset, 0, error);

    *out = NULL;
    if (!status)
        status = gather(&choices, &library, statement, around);
    if (!status)
        status = options->choices ? armex_robust_list(&table, &choices, statement)
                                  : armex_robust_summary(&table, &choices, statement);
    if (!status)
        status = add_sources(table, &choices, error);
    free(choices.items);
    armex_library_close(&library);
    if (status)
        armex_table_free(table);
    else
        *out = table;
    return status;
}
