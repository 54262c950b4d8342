/** analysis/rankings_gaps.c: years without a ranking, and why, in few notes. */
#include "analysis/rankings_gaps.h"

#include <stdio.h>
#include <string.h>

/** The message as it holds for other years too. */
static struct armex_text without_year(const char *message, int year)
{
    char its[24];
    struct armex_text reason = {0};
    snprintf(its, sizeof its, " for %d", year);
    const char *found = strstr(message, its);
    const size_t before = found ? (size_t)(found - message) : strlen(message);
    armex_text_add_bytes(&reason, message, before);
    armex_text_add(&reason, found ? found + strlen(its) : "");
    return reason;
}

static void end_stretch(struct armex_rankings_gaps *gaps)
{
    armex_text_printf(&gaps->years, "%s%d", gaps->years.length ? ", " : "", gaps->from);
    if (gaps->to > gaps->from)
        armex_text_printf(&gaps->years, " to %d", gaps->to);
}

void armex_rankings_gaps_free(struct armex_rankings_gaps *gaps)
{
    armex_text_free(&gaps->reason);
    armex_text_free(&gaps->years);
    gaps->n = 0;
}

armex_status armex_rankings_gaps_end(struct armex_rankings_gaps *gaps,
                                     struct armex_arena *arena,
                                     struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    if (!gaps->n)
        return ARMEX_OK;
    end_stretch(gaps);
    status = gaps->years.failed || gaps->reason.failed
                 ? armex_fail_memory(error)
                 : armex_notes_add(&gaps->notes, arena, error, "no ranking for %s: %s",
                                   gaps->years.data, gaps->reason.data);
    armex_rankings_gaps_free(gaps);
    return status;
}

armex_status armex_rankings_gap(struct armex_rankings_gaps *gaps,
                                struct armex_arena *arena, int year, int step,
                                const char *message, struct armex_error *error)
{
    struct armex_text reason = without_year(message, year);
    armex_status status = reason.failed ? armex_fail_memory(error) : ARMEX_OK;
    if (!status && gaps->n && strcmp(gaps->reason.data, reason.data) != 0)
        status = armex_rankings_gaps_end(gaps, arena, error);
    if (status) {
        armex_text_free(&reason);
        return status;
    }
    if (gaps->n && year != gaps->to + step)
        end_stretch(gaps);
    if (!gaps->n || year != gaps->to + step)
        gaps->from = year;
    gaps->to = year;
    gaps->n++;
    armex_text_free(&gaps->reason);
    gaps->reason = reason;
    return ARMEX_OK;
}
