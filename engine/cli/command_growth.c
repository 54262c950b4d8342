/** cli/command_growth.c: growth rates. */
#include "cli/answer.h"
#include "cli/command.h"

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    (void)own; // every option of it is the query's
    return armex_answer(session, "growth", error);
}

const struct armex_command armex_command_growth = {
    .name = "growth",
    .summary = "how fast the figures grow, and why a rate is undefined where it is",
    .operands = "",
    .description = "A rate that cannot be had is missing and says why: missing, "
                   "zero_base, below_resolution, new, ceased, gap, unit_break or "
                   "entity_break. Gaps are never bridged.",
    .analyses = "growth",
    .examples = {{"armex growth -d national-figures -e KOR -m orders -y 2021-2023 "
                  "--method cagr",
                  "the compound yearly rate from 2021 to 2023, and what lies between"},
                 {"armex growth -d sipri-factsheets -e FRA,KOR --scope share -f csv",
                  "growth of two states' published shares, window by window, for a "
                  "spreadsheet"}},
    .run = run};
