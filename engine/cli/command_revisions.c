/** cli/command_revisions.c: what changed since it was first told. */
#include "analysis/revisions_query.h"
#include "cli/command.h"

struct revisions_options {
    const char *from, *to;
};

static const struct armex_option options[] = {
    {.name = "from",
     .value = "DATE",
     .help = "what was known on that day, against what was known later",
     .offset = offsetof(struct revisions_options, from)},
    {.name = "to",
     .value = "DATE",
     .help = "the later day; now unless named",
     .offset = offsetof(struct revisions_options, to)},
    {0}};

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct revisions_options *given = own;
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    armex_status status = armex_session_store(&store, session, error);

    if (!status)
        status = armex_revisions_answer(&table, store, &session->query, given->from,
                                        given->to, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_revisions = {
    .name = "revisions",
    .summary = "what changed between two vintages or days, and what it moves",
    .operands = "",
    .description =
        "With --from: each figure that is not what it was on that day, and the rank "
        "and "
        "growth it had and has; figures that stayed are listed where their rank or "
        "growth moved. Vintages of the store are taken as of the days; a dataset that "
        "keeps every publication answers for any day.\n\n"
        "Without: the figures that stood one after the other, the last two of each; or "
        "the two newest vintages.",
    .analyses = "",
    .options = options,
    .size = sizeof(struct revisions_options),
    .examples =
        {{"armex revisions -d national-figures -e KOR -m orders --from "
          "2025-02-01 --to 2026-11-23",
          "South Korea's orders of 2023 went from 13.5 to 13 billion dollars in "
          "between"},
         {"armex revisions -d national-figures -e KOR -m orders -y 2023",
          "what stood before the present figure, and since when"}},
    .run = run};
