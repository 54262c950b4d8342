/** cli/command_share.c: shares and concentration. */
#include "cli/answer.h"
#include "cli/command.h"

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    (void)own; // every option of it is the query's
    return armex_answer(session, "share", error);
}

const struct armex_command armex_command_share = {
    .name = "share",
    .summary = "how concentrated exports are, year by year, and who moved it",
    .operands = "",
    .description =
        "The Herfindahl-Hirschman index (hhi) is the sum of squared shares, 0 to 1; "
        "its "
        "inverse is the number of equal exporters that would be as concentrated. Its "
        "change against the year or window before is that of exporters staying, those "
        "that entered and those that left.\n\n"
        "Aggregates are left out; unknown suppliers count in the total alone.",
    .analyses = "share",
    .examples =
        {{"armex share -d sipri-factsheets -y 2018-2023",
          "from SIPRI's published shares: the HHI of 2019-23 is 0.213, as if 4.7 "
          "equal states exported all"},
         {"armex share -d sipri-factsheets -y 2023 --decompose -f csv",
          "the same state by state: the United States, from 34 to 42 %, raised the "
          "index by 0.061 since 2014-18"}},
    .run = run};
