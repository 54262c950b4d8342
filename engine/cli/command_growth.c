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
    .description =
        "A rate that cannot be had is missing and says why: missing, "
        "zero_base, below_resolution, new, ceased, gap, unit_break or "
        "entity_break. Gaps are never bridged.\n\n"
        "--contribution: how many points of the growth of all (the world, or "
        "the sum of those asked for) are each one's; these add up where rates "
        "do not. --interval: between which bounds the rate lies, a printed 0 "
        "being anything up to half its last digit.",
    .analyses = "growth",
    .examples =
        {{"armex growth -d national-figures -e KOR -m orders -y 2021-2023 "
          "--method cagr",
          "South Korea's orders grew by 79.3 % in two years, 33.9 % a year, and "
          "2022's 17.3 billion USD lie above both ends"},
         {"armex growth -d national-figures -e KOR -m orders -y 2022-2023 "
          "--interval",
          "the fall by 24.9 % that followed may be one of 21.7 or of 28.0: the "
          "figures were printed rounded"}},
    .run = run};
