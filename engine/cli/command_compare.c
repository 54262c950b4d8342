/** cli/command_compare.c: datasets against each other. */
#include "analysis/compare_query.h"
#include "cli/command.h"

struct compare_options {
    const char *by, *window, *beyond;
};

static const struct armex_option options[] = {
    {.name = "by",
     .value = "WHAT",
     .help = "a row an entity, a year, a pair of datasets, a state ranked far apart, "
             "or each "
             "figure that both have; entity unless named",
     .choices = "entity|year|pair|rank|figure",
     .offset = offsetof(struct compare_options, by)},
    {.name = "beyond",
     .value = "K",
     .help = "of --by rank: by more than K places; 3 unless named",
     .offset = offsetof(struct compare_options, beyond)},
    {.name = "window",
     .value = "N",
     .help = "trailing N-year sums, so that they stand beside published windows",
     .offset = offsetof(struct compare_options, window)},
    {0}};

/* Datasets named as operands, then those of -d ID,ID. */
static armex_status name_datasets(struct armex_query *query,
                                  const struct armex_session *session,
                                  struct armex_error *error)
{
    const char *names = "";

    for (size_t i = 0; names && i < session->operands.n; i++)
        names = armex_arena_printf(session->arena, "%s,%s", names,
                                   session->operands.items[i]);
    if (names && query->dataset)
        names = armex_arena_printf(session->arena, "%s,%s", names, query->dataset);
    query->dataset = names;
    return names ? ARMEX_OK : armex_fail_memory(error);
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct compare_options *given = own;
    struct armex_query query = session->query;
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    armex_status status = name_datasets(&query, session, error);

    query.by = given->by;
    query.window = given->window;
    if (!status)
        status = armex_session_store(&store, session, error);
    if (!status)
        status = armex_compare_answer(&table, store, &query, given->beyond, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_compare = {
    .name = "compare",
    .summary = "the same entities in several datasets: how far they agree",
    .operands = "[ID[@VINTAGE]...]",
    .most = SIZE_MAX,
    .description =
        "Sets every measure of every dataset named (without a name: of all) beside "
        "every other: how many figures both have, the ratio of their levels with its "
        "limits of agreement (Bland and Altman, of logarithms), rank correlations, how "
        "often both move the same way, and who is missing where. -m chooses of the "
        "datasets that count several things; one named that counts a single thing is "
        "set beside it.\n\n"
        "What has no ratio is not divided: orders and deliveries, TIV and dollars are "
        "compared by rank, growth and direction only, and a note says why.",
    .analyses = "",
    .options = options,
    .size = sizeof(struct compare_options),
    .examples = {{"armex compare national-figures -e FRA",
                  "France's orders, deliveries and licences: in one year of seven, "
                  "orders and deliveries moved the same way"},
                 {"armex compare national-figures sipri-factsheets -e KOR -f csv",
                  "South Korea's orders and its share in SIPRI's volume: the same way "
                  "in half of six years"}},
    .run = run};
