/** cli/command_verify.c: is every stored file whole, and does it give what was
 * published? */
#include <string.h>

#include "analysis/published.h"
#include "base/number.h"
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

static armex_status verify_files(struct armex_session *session,
                                 const struct armex_store *store,
                                 struct armex_error *error)
{
    struct armex_table *table = NULL;
    size_t altered = 0;
    armex_status status =
        armex_table_create(&table, "verify", columns, N_COLUMNS, error);

    if (!status)
        status = verify_all(table, &altered, session, store, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    return !status && altered ? ARMEX_ANSWER_NO : status; // each was said above
}

/** Holds the stored registers against the fact sheets, or against one edition. */
static armex_status verify_published(struct armex_session *session,
                                     const struct armex_store *store,
                                     struct armex_error *error)
{
    const char *word = session->operands.n ? session->operands.items[0] : NULL;
    struct armex_table *table = NULL;
    size_t differing = 0;
    long edition = 0;
    armex_status status = ARMEX_OK;

    if (word && !armex_whole_parse(&edition, word, strlen(word), 1950, 2100))
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "'%s' is no edition of the fact sheet; write the year in "
                            "its title, 2023",
                            word);
    else if (word)
        status =
            armex_published_edition(&table, &differing, store, (int)edition, error);
    else
        status = armex_published_editions(&table, &differing, store, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    if (status || !differing)
        return status;
    return armex_fail(
        error, ARMEX_ANSWER_NO, ARMEX_NOWHERE,
        "%zu printed figure%s, though the register is of the very release", differing,
        differing == 1 ? " differs" : "s differ");
}

struct verify_words {
    const char *published;
};

static const struct armex_option options[] = {
    {.name = "published",
     .help =
         "hold the stored registers against what SIPRI's fact sheets printed: a row "
         "an edition, or with EDITION every figure of that one",
     .offset = offsetof(struct verify_words, published)},
    {0}};

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct verify_words *words = own;
    struct armex_store *store = NULL;
    armex_status status = armex_session_store(&store, session, error);

    if (!status)
        status = words->published ? verify_published(session, store, error)
                                  : verify_files(session, store, error);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_verify = {
    .name = "verify",
    .summary = "is every stored file whole, and does it give what was published?",
    .operands = "[DATASET|EDITION]",
    .most = 1,
    .description =
        "Reads each stored file whole, against the checksums in it and the totals it "
        "recorded. The exit status is 1 if one was altered. DATASET may name a "
        "vintage: "
        "ID@2026-02-12.\n\n"
        "--published: a fact sheet of SIPRI's comes out of the register of its own "
        "release, generated from the month it appeared until the next one did. Says "
        "for "
        "each edition which register it needs, whether the store has it, and how many "
        "of the figures quoted in sipri-factsheets are equal to the last printed "
        "digit; "
        "what differs in a later release is revised, what differs in the very release "
        "gives exit status 1.\n\n"
        "Worked examples: of the edition of 2023 the register generated on 3 January "
        "2025 gives all 101 figures of exporters, South Korea's share of 2.0 % (1.992) "
        "and the world's change of -3.3 % among them, and all 36 of importers. "
        "Held "
        "against the edition of 2018 it gives 34 % for the United States where 36 was "
        "printed: revised, as are 50 of those 91 figures; the table of that release, "
        "published again by Gapminder in July 2019, gives all 91.",
    .options = options,
    .size = sizeof(struct verify_words),
    .examples =
        {{"armex verify", "every file of the store and those beneath it"},
         {"armex -s mine ingest register.csv && armex -s mine verify --published",
          "which editions of SIPRI's fact sheet the register reproduces"}},
    .run = run};
