/** cli/command_fetch.c: publishers' newest files, asked for and read into the store. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/fetched.h"
#include "cli/ingest_table.h"
#include "cli/publishers.h"
#include "cli/rows.h"
#include "ingest/sources.h"

struct fetch_options {
    const char *list, *url, *vintage, *dry_run, *again, *largest, *timeout;
};

#define FIELD(name) offsetof(struct fetch_options, name)

static const struct armex_option options[] = {
    {"list", 0, NULL, "list whose files can be fetched and where they are", NULL,
     FIELD(list), false},
    {"url", 0, "ADDRESS",
     "ask there, for one DATASET: https, or a server of this machine", NULL, FIELD(url),
     false},
    {"vintage", 0, "DATE",
     "when it was published, where neither the file nor the publisher says", NULL,
     FIELD(vintage), false},
    {"again", 0, NULL, "ask for the whole file, also where it has not changed", NULL,
     FIELD(again), false},
    {"largest", 0, "MB", "refuse a file larger than that; 1024 unless named", NULL,
     FIELD(largest), false},
    {"timeout", 0, "SECONDS", "give up after so long a silence; 30 unless named", NULL,
     FIELD(timeout), false},
    {"dry-run", 'n', NULL, "ask nobody: say what would be asked", NULL, FIELD(dry_run),
     false},
    {0}};

static const struct armex_column columns[] = {
    {"dataset", "Dataset", "",
     "What it is called here; a name that ends in a hyphen "
     "goes on with the publisher's own",
     ARMEX_COLUMN_TEXT, false},
    {"publisher", "Publisher", "", "Who hands it out", ARMEX_COLUMN_TEXT, false},
    {"fetched", "Fetched", "", "yes, or by hand: by a person", ARMEX_COLUMN_TEXT,
     false},
    {"address", "Address", "", "Where it is", ARMEX_COLUMN_TEXT, false},
};

/* The hole in a family's address as people read it. NULL: no memory. */
static const char *address_shown(const struct armex_publisher *publisher,
                                 struct armex_arena *arena)
{
    const char *hole = strstr(publisher->address, "%s");
    return hole ? armex_arena_printf(arena, "%.*sNAME%s",
                                     (int)(hole - publisher->address),
                                     publisher->address, hole + 2)
                : publisher->address;
}

static armex_status list(struct armex_session *session, struct armex_error *error)
{
    struct armex_table *table = NULL;
    size_t n;
    const struct armex_publisher *all = armex_publishers(&n);
    armex_status status = armex_table_create(&table, "publishers", columns,
                                             sizeof columns / sizeof *columns, error);

    for (size_t i = 0; !status && i < n; i++) {
        const char *address = address_shown(&all[i], session->arena);
        const union armex_cell row[] = {{.text = all[i].dataset},
                                        {.text = all[i].publisher},
                                        {.text = all[i].by_hand ? "by hand" : "yes"},
                                        {.text = address}};
        status =
            address ? armex_table_row(table, row, error) : armex_fail_memory(error);
    }
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    return status;
}

static armex_status read_number(long *out, const char *option, const char *text,
                                long otherwise, struct armex_error *error)
{
    *out = otherwise;
    if (!text || armex_whole_parse(out, text, strlen(text), 1, 1000000))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--%s: '%s' is not a number from 1 to 1000000", option, text);
}

static armex_status read_options(struct armex_fetch_options *out,
                                 struct armex_ingest_options *ingest,
                                 struct armex_session *session,
                                 const struct fetch_options *given,
                                 struct armex_error *error)
{
    const char *day = given->vintage;
    armex_status status =
        read_number(&out->largest, "largest", given->largest, 1024, error);

    out->largest *= 1000000;
    if (!status)
        status = read_number(&out->seconds, "timeout", given->timeout, 30, error);
    out->program = armex_paths_helper(&session->paths, "armex-fetch", session->arena);
    *ingest = (struct armex_ingest_options){.version = session->version};
    if (!status && day && !armex_date_parse(&ingest->vintage, day, strlen(day)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--vintage: '%s' is no date; write 2026-03-12, 2026-03 or "
                          "2026",
                          day);
    return status;
}

static armex_status find_address(const char **out, const char *dataset,
                                 const struct fetch_options *given,
                                 struct armex_session *session,
                                 struct armex_error *error)
{
    *out = given->url;
    if (!armex_dataset_name_valid(dataset))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "'%s' cannot name a dataset: names are lower-case letters, "
                          "digits and single hyphens between them",
                          dataset);
    if (given->url)
        return ARMEX_OK;
    return armex_publisher_address(out, dataset, session->arena, error);
}

static armex_status ingest(struct armex_table *table, struct armex_store *store,
                           const char *path, const struct armex_ingest_options *options,
                           struct armex_error *error)
{
    struct armex_vintage *vintage = NULL;
    enum armex_added added = ARMEX_ADDED_NEW;
    armex_status status = armex_ingest(&vintage, path, options, error);

    if (!status)
        status = armex_store_add(&added, store, vintage, error);
    if (!status)
        status = armex_ingest_table_add(
            table, path, vintage, added == ARMEX_ADDED_NEW ? "new" : "the same", error);
    armex_vintage_free(vintage);
    return status;
}

/** Reads the file under the dataset's name. A file that does not say when it was
 *  published is of the day that its publisher gave it. */
static armex_status read_file(struct armex_table *table, struct armex_store *store,
                              const char *dataset, const struct armex_fetched *fetched,
                              const struct armex_ingest_options *given,
                              struct armex_error *error)
{
    struct armex_ingest_options asked = *given;
    struct armex_error second;

    asked.dataset = dataset;
    const armex_status status = ingest(table, store, fetched->file, &asked, error);
    if (!status || given->vintage.year || status == ARMEX_NO_MEMORY ||
        !armex_date_parse(&asked.vintage, fetched->day, strlen(fetched->day)))
        return status;
    return ingest(table, store, fetched->file, &asked, &second) ? status : ARMEX_OK;
}

/** One dataset: asked for, read, and only then known as fetched. */
static armex_status fetch_one(struct armex_session *session, struct armex_table *table,
                              struct armex_store *store, const char *dataset,
                              const struct fetch_options *given,
                              struct armex_error *error)
{
    struct armex_fetch_options ask;
    struct armex_ingest_options how;
    struct armex_fetched fetched;
    const char *url;
    bool newer = false;
    armex_status status = read_options(&ask, &how, session, given, error);

    if (!status)
        status = find_address(&url, dataset, given, session, error);
    if (!status)
        status = armex_fetched_read(&fetched, session->paths.store, dataset, url,
                                    session->arena, error);
    if (!status && given->again)
        fetched.url = fetched.etag = fetched.last_modified = "";
    if (!status && given->dry_run) {
        armex_text_printf(&session->out, "%s: %s%s\n", dataset, url,
                          *fetched.url ? ", if it has changed" : "");
        return ARMEX_OK;
    }
    if (!status)
        status = armex_fetch(&newer, &fetched, url, &ask, session->arena, error);
    if (!status)
        status = read_file(table, store, dataset, &fetched, &how, error);
    if (!status && newer)
        status = armex_fetched_write(&fetched, error);
    else if (newer)
        remove(fetched.file); // no table of figures: nothing to ask for less of
    if (!status && !newer)
        armex_text_printf(&session->words, "%s: has not changed\n", dataset);
    return status;
}

/** Each stands alone: what fails is said, and the others are fetched all the same. */
static armex_status fetch_all(struct armex_session *session, struct armex_store *store,
                              const struct fetch_options *given,
                              struct armex_error *error)
{
    const struct armex_operands *names = &session->operands;
    struct armex_table *table = NULL;
    armex_status first = ARMEX_OK, status = armex_ingest_table_create(&table, error);

    for (size_t i = 0; !status && i < names->n && !armex_session_stopped(session);
         i++) {
        struct armex_error one = {0};
        const armex_status met =
            fetch_one(session, table, store, names->items[i], given, &one);
        if (met)
            armex_session_complain(session, &one);
        first = first ? first : met;
        armex_session_progress(session, i + 1, names->n);
    }
    if (!status && table->n_rows)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    return status ? status : first; // what went wrong first was said already
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct fetch_options *given = own;
    struct armex_store *store = NULL;
    armex_status status = ARMEX_OK;

    if (given->list)
        return list(session, error);
    if (!session->operands.n)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "whose file? 'armex fetch --list' names what can be fetched");
    if (given->url && session->operands.n != 1)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--url is the address of one dataset, not of %zu",
                          session->operands.n);
    if (!session->paths.store)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "there is no folder for a store; name one with --store");
    status =
        armex_store_open(&store, session->paths.store, session->paths.datasets, error);
    if (!status)
        status = fetch_all(session, store, given, error);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_fetch = {
    .name = "fetch",
    .summary = "publishers' newest files, read into the store",
    .operands = "[DATASET...]",
    .most = SIZE_MAX,
    .description =
        "Asks the publisher of each DATASET for its newest file, and reads it as "
        "ingest "
        "does. This is the only command that uses a network, and nothing else ever "
        "starts it. It needs armex-fetch, which is installed with armex.\n\n"
        "A file that has not changed is not sent again: the store keeps, in .fetched, "
        "the last file and what its publisher calls it. A file takes its place whole "
        "or "
        "not at all; one that cannot be read is not kept as fetched. Addresses are "
        "https, but for a server of this machine.\n\n"
        "Each dataset stands alone: what fails is said, the others are fetched, and "
        "the "
        "exit status is that of the first failure: 75 where trying again may help.",
    .options = options,
    .size = sizeof(struct fetch_options),
    .examples = {{"armex fetch --list", "what can be fetched, and what only by hand"},
                 {"armex -s mine fetch worldbank-ms-mil-xprt-kd --dry-run",
                  "what would be asked; without --dry-run it is fetched and read"}},
    .run = run};
