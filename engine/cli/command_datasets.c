/** cli/command_datasets.c: what is there, and what each dataset holds. */
#include "cli/command.h"
#include "cli/dataset_tables.h"

static armex_status add_vintage(struct armex_table *table,
                                const struct armex_stored *stored, bool contents,
                                struct armex_error *error)
{
    struct armex_vintage *vintage = NULL;
    armex_status status =
        armex_vintage_read(&vintage, stored->path, ARMEX_PANEL_ONLY, error);

    if (!status)
        status = contents ? armex_dataset_contents_add(table, vintage, error)
                          : armex_dataset_list_add(table, vintage, stored, error);
    armex_vintage_free(vintage);
    return status;
}

/** Every vintage; one that is damaged is said, and the others are listed all the same.
 */
static armex_status list_all(struct armex_table *table, struct armex_session *session,
                             const struct armex_store *store, armex_status *damaged,
                             struct armex_error *error)
{
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < n; i++) {
        struct armex_error found = {0};
        status = add_vintage(table, &list[i], false, &found);
        if (status == ARMEX_BAD_INPUT) {
            armex_session_complain(session, &found);
            *damaged = status;
            status = ARMEX_OK;
        } else if (status && error) {
            *error = found;
        }
    }
    return status;
}

static armex_status fill(struct armex_table *table, struct armex_session *session,
                         const struct armex_store *store, armex_status *damaged,
                         struct armex_error *error)
{
    const struct armex_stored *named;
    armex_status status;

    if (!session->operands.n)
        return list_all(table, session, store, damaged, error);
    status = armex_store_find(&named, store, session->operands.items[0], 0, error);
    return status ? status : add_vintage(table, named, true, error);
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    armex_status damaged = ARMEX_OK;
    armex_status status = armex_session_store(&store, session, error);

    (void)own;
    if (!status)
        status = session->operands.n ? armex_dataset_contents_create(&table, error)
                                     : armex_dataset_list_create(&table, error);
    if (!status)
        status = fill(table, session, store, &damaged, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return status ? status : damaged; // which was said above
}

const struct armex_command armex_command_datasets = {
    .name = "datasets",
    .summary =
        "what is there: publisher, measure, unit, years, entities, licence, hash",
    .operands = "[ID]",
    .most = 1,
    .description =
        "Without ID, one row a stored vintage; csv and json carry title, units, "
        "licence, "
        "address and the hash of the source file as well. With ID, what the dataset's "
        "newest vintage holds (or the one named: ID@2026-02-12): one row a measure, "
        "scope and unit, with the share of its years that have a figure.",
    .examples = {{"armex datasets", "every dataset on a machine"},
                 {"armex datasets national-figures",
                  "what that dataset counts, in which "
                  "units, for which years"}},
    .run = run};
