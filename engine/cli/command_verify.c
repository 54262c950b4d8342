/** cli/command_verify.c: is every stored file whole and unaltered? */
#include <string.h>

#include "cli/command.h"
#include "cli/rows.h"

enum { DATASET, VINTAGE, ANSWER, REASON, PATH, N_COLUMNS };

static const struct armex_column columns[N_COLUMNS] = {
    [DATASET] = {"dataset", "Dataset", "", "The dataset", ARMEX_COLUMN_TEXT, false},
    [VINTAGE] = {"vintage", "Vintage", "", "Its vintage", ARMEX_COLUMN_TEXT, false},
    [ANSWER] = {"answer", "Answer", "", "whole, or altered", ARMEX_COLUMN_TEXT, false},
    [REASON] = {"reason", "Reason", "", "What differs", ARMEX_COLUMN_TEXT, true},
    [PATH] = {"path", "File", "", "The file", ARMEX_COLUMN_TEXT, false}};

/** Verifies one file. What cannot be read as a vintage is altered as well. */
static armex_status verify_one(struct armex_table *table, size_t *altered,
                               struct armex_session *session,
                               const struct armex_stored *stored,
                               struct armex_error *error)
{
    char date[ARMEX_DATE_SIZE];
    struct armex_error found = {0};
    const armex_status status = armex_vintage_verify(stored->path, &found);
    const bool whole = status == ARMEX_OK;

    if (!whole && status != ARMEX_ANSWER_NO && status != ARMEX_BAD_INPUT) {
        *error = found;
        return status;
    }
    if (!whole)
        armex_session_complain(session, &found);
    *altered += !whole;
    armex_date_write(date, stored->vintage);
    return armex_table_row(table,
                           (const union armex_cell[]){
                               [DATASET].text = stored->dataset,
                               [VINTAGE].text = date,
                               [ANSWER].text = whole ? "whole" : "altered",
                               [REASON].text = found.message,
                               [PATH].text = stored->path,
                           },
                           error);
}

/** The files of the dataset that was named, or all. */
static armex_status verify_all(struct armex_table *table, size_t *altered,
                               struct armex_session *session,
                               const struct armex_store *store,
                               struct armex_error *error)
{
    const struct armex_stored *named = NULL;
    const bool any = !session->operands.n;
    const bool one = !any && strchr(session->operands.items[0], '@');
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);
    armex_status status =
        any ? ARMEX_OK
            : armex_store_find(&named, store, session->operands.items[0], 0, error);

    for (size_t i = 0; !status && i < n; i++) {
        if (any || (one ? !strcmp(named->path, list[i].path)
                        : !strcmp(named->dataset, list[i].dataset)))
            status = verify_one(table, altered, session, &list[i], error);
        armex_session_progress(session, i + 1, n);
    }
    return status;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    size_t altered = 0;
    armex_status status = armex_session_store(&store, session, error);

    (void)own;
    if (!status)
        status = armex_table_create(&table, "verify", columns, N_COLUMNS, error);
    if (!status)
        status = verify_all(table, &altered, session, store, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return !status && altered ? ARMEX_ANSWER_NO : status; // each was said above
}

const struct armex_command armex_command_verify = {
    .name = "verify",
    .summary = "is every stored file whole and unaltered?",
    .operands = "[DATASET]",
    .most = 1,
    .description =
        "Reads each stored file whole, against the checksums in it and the "
        "totals it recorded. The exit status is 1 if one was altered. DATASET "
        "may name a vintage: ID@2026-02-12.",
    .examples = {{"armex verify", "every file of the store and those beneath it"},
                 {"armex verify national-figures -f csv", "those of one dataset"}},
    .run = run};
