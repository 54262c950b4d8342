/** cli/command_rank.c: rankings. */
#include "cli/answer.h"
#include "cli/command.h"

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    (void)own; // every option of it is the query's
    return armex_answer(session, "rank", error);
}

const struct armex_command armex_command_rank = {
    .name = "rank",
    .summary = "who is first, by how much, and who moved",
    .operands = "",
    .description =
        "Ranks the entities of the last year, or of the N years that end there. Series "
        "of unlike unit or measure are not ranked together: the message says which "
        "option makes them comparable.\n\nAggregates such as World are left out; an "
        "entity without a figure has no rank. Where a dataset prints ranks beside its "
        "shares (sipri-factsheets), those are the ranks, for not every share is at "
        "hand.\n\n"
        "--style sipri: the tables of SIPRI's fact sheet from a register of its "
        "deliveries: -y 2019-2023 --top 25 --with recipients for exporters; --flow "
        "imports --top 40 --with suppliers for importers, NATO among them. Windows "
        "that end before 2015 have whole per cents, as the editions had; `verify "
        "--published` holds them against what was printed.\n\n"
        "--interval: how far each rank might be off, and how likely each is among the "
        "first. --details: how long it has been held, and what would swap neighbours. "
        "--mobility: how much the rankings moved, by Spearman and Kendall, and who "
        "entered and left.",
    .analyses = "rank",
    .examples = {{"armex rank -d national-figures -m deliveries -y 2023 --unit usd",
                  "Türkiye is first of those who publish deliveries, with 5.5 billion "
                  "USD; Spain follows with 4.1"},
                 {"armex rank -d sipri-factsheets --scope share -y 2023 --top 10 "
                  "--details",
                  "South Korea is tenth in 2019-23 with 2.0 %; with 20 % more it would "
                  "draw level with Israel"}},
    .run = run};
