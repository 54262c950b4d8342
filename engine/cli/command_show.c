/** cli/command_show.c: the observations of a dataset. */
#include "cli/answer.h"
#include "cli/command.h"

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    (void)own; // every option of it is the query's
    return armex_answer(session, "show", error);
}

const struct armex_command armex_command_show = {
    .name = "show",
    .summary = "the observations, each with its status",
    .operands = "",
    .description =
        "One row an observation: a figure, or the reason why there is none. Missing is "
        "not zero: nil, below and withheld are written out.\n\nWith --publications "
        "every statement of a figure that was ever published is a row, with who "
        "published it, when and where, and whether it is the one that decides.",
    .analyses = "show",
    .examples =
        {{"armex show -d national-figures -e 'South Korea' -m orders -y 2015-2024",
          "South Korea's export orders, year by year, in dollars"},
         {"armex show -d national-figures -e KOR -m orders -y 2023 --publications",
          "every figure ever given for 2023, and the one that stands"}},
    .run = run};
