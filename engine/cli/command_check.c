/** cli/command_check.c: claims against the figures. */
#include <string.h>

#include "analysis/claims.h"
#include "cli/command.h"

struct check_options {
    const char *file, *against, *as_of, *dataset;
};

#define FIELD(name) offsetof(struct check_options, name)

static const struct armex_option options[] = {
    {.name = "file",
     .value = "FILE",
     .help = "claims in a csv file laid out as the dataset claims",
     .offset = FIELD(file)},
    {.name = "dataset",
     .letter = 'd',
     .value = "ID[@VINTAGE]",
     .help =
         "a dataset of claims; the one that ships with armex where no claim is given",
     .offset = FIELD(dataset)},
    {.name = "against",
     .value = "ID[@VINTAGE]",
     .help = "judge by this dataset only; else by all that bear on a claim",
     .offset = FIELD(against)},
    {.name = "as-of",
     .value = "DATE",
     .help = "judge by what was known on that day",
     .offset = FIELD(as_of)},
    {0}};

static armex_status read_dataset(struct armex_statements *out,
                                 const struct armex_store *store, const char *dataset,
                                 struct armex_error *error)
{
    const struct armex_stored *stored;
    struct armex_vintage *vintage = NULL;
    armex_status status = armex_store_find(&stored, store, dataset, 0, error);

    if (!status)
        status = armex_vintage_read(&vintage, stored->path, ARMEX_EVERYTHING, error);
    if (!status && !vintage->records)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "%s holds observations, not claims; --against judges by it",
                            dataset);
    if (!status)
        status = armex_claims_from_table(out, vintage->records, NULL, NULL, error);
    armex_vintage_free(vintage);
    return status;
}

/* Those of the command line, then of the file, then of the dataset; with none of them,
   the curated ones. */
static armex_status read_claims(struct armex_statements *out,
                                const struct armex_session *session,
                                const struct armex_store *store,
                                const struct check_options *given,
                                struct armex_error *error)
{
    const bool any = session->operands.n || given->file || given->dataset;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < session->operands.n; i++) {
        const char *id = armex_arena_printf(session->arena, "%zu", i + 1);
        status = id ? armex_claim_read(out, id, session->operands.items[i], error)
                    : armex_fail_memory(error);
    }
    if (!status && given->file)
        status = armex_claims_from_file(out, given->file, error);
    if (!status && (given->dataset || !any))
        status =
            read_dataset(out, store, given->dataset ? given->dataset : "claims", error);
    return status;
}

static armex_status read_options(struct armex_claims_options *out,
                                 const struct check_options *given,
                                 struct armex_error *error)
{
    struct armex_date date;

    *out = (struct armex_claims_options){.dataset = given->against};
    if (!given->as_of)
        return ARMEX_OK;
    if (!armex_date_parse(&date, given->as_of, strlen(given->as_of)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--as-of: '%s' is not a date; write 2023-12-31",
                          given->as_of);
    out->as_of = armex_date_last_day(date);
    return ARMEX_OK;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct check_options *given = own;
    struct armex_statements statements = {.arena = session->arena};
    struct armex_claims_options ask;
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    size_t contradicted = 0;
    armex_status status = read_options(&ask, given, error);

    if (!status)
        status = armex_session_store(&store, session, error);
    if (!status)
        status = read_claims(&statements, session, store, given, error);
    if (!status)
        status =
            armex_claims_check(&table, &contradicted, store, &statements, &ask, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return !status && contradicted ? ARMEX_ANSWER_NO : status;
}

const struct armex_command armex_command_check = {
    .name = "check",
    .summary = "is it true? claims against every dataset that bears on them",
    .operands = "[CLAIM...]",
    .most = SIZE_MAX,
    .description =
        "A claim says who, what, when and how much: 'KOR orders 2023 = 14 bn usd', "
        "'KOR rank 2019-23 <= 10', 'FRA orders growth 2023-2024 > 100 %', 'USA share "
        "2019-23 = 42 %', 'KOR orders 2022-2023 mean >= 15 bn usd'. The figure is "
        "taken "
        "to its own digits: 7.25 bears out 7.3.\n\n"
        "Verdicts: supported; rounding, the same once rounded; other_vintage, it was "
        "so "
        "published once; other_window, it is so of another year or window; "
        "contradicted; not_comparable, what there is counts something else; no_data. "
        "The exit status is 1 if a claim is contradicted by one dataset and borne out "
        "by "
        "none.",
    .options = options,
    .size = sizeof(struct check_options),
    .examples = {{"armex check 'KOR orders 2021 = 7.3 bn usd' 'KOR orders 2023 = 14 bn "
                  "usd'",
                  "the first is 7.25 rounded, the second a preliminary figure of "
                  "December 2023: 13 bn stands now"},
                 {"armex check 'KOR rank 2019-23 <= 10' -f csv",
                  "South Korea is 10th in SIPRI's fact sheet of March 2024"}},
    .run = run};
