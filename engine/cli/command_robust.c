/** cli/command_robust.c: one claim under every choice. */
#include <string.h>

#include "analysis/robust.h"
#include "base/number.h"
#include "cli/command.h"

struct robust_options {
    const char *dataset, *around, *choices;
};

#define FIELD(name) offsetof(struct robust_options, name)

static const struct armex_option options[] = {
    {.name = "dataset",
     .letter = 'd',
     .value = "ID[@VINTAGE]",
     .help = "this one only; else all that can answer",
     .offset = FIELD(dataset)},
    {.name = "around",
     .value = "N",
     .help = "move start and end by up to N years; 2 unless named",
     .offset = FIELD(around)},
    {.name = "choices",
     .help = "list every choice with its figure, not the summary",
     .offset = FIELD(choices)},
    {0}};

static armex_status read_options(struct armex_robust_options *out,
                                 const struct robust_options *given,
                                 struct armex_error *error)
{
    long around = 0;

    if (given->around &&
        !armex_whole_parse(&around, given->around, strlen(given->around), 1, 20))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--around: '%s' is not a number from 1 to 20", given->around);
    *out = (struct armex_robust_options){.dataset = given->dataset,
                                         .around = (int)around,
                                         .choices = given->choices != NULL};
    return ARMEX_OK;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    struct armex_statements statements = {.arena = session->arena};
    struct armex_robust_options ask;
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    armex_status status = read_options(&ask, own, error);

    if (!status)
        status = armex_claim_read(&statements, "1", session->operands.items[0], error);
    if (!status)
        status = armex_session_store(&store, session, error);
    if (!status)
        status = armex_robust(&table, store, &statements.items[0], &ask, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_robust = {
    .name = "robust",
    .summary = "one claim under every choice of years, window, dataset and vintage",
    .operands = "CLAIM",
    .least = 1,
    .most = 1,
    .description =
        "Says how often a claim (in the words of armex check) holds when its start, "
        "its "
        "end and its window are moved, in every dataset and count that can answer, and "
        "by every figure that was ever published. A claim that holds under few of them "
        "stands on the choice, not on the data.",
    .options = options,
    .size = sizeof(struct robust_options),
    .examples =
        {{"armex robust 'KOR orders growth 2021-2023 > 50 %'",
          "South Korea's growth holds in 6 of 20 choices, and in none that starts in "
          "2022"},
         {"armex robust 'KOR rank 2019-23 <= 10' --choices",
          "10th or better in all five of SIPRI's fact sheets from 2022 to 2026"}},
    .run = run};
