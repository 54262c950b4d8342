/** model/mark.c: the words for what is known of an observation. */
#include "model/mark.h"

#include "base/text.h"

static const char *const names[ARMEX_STATUSES] = {
    [ARMEX_MISSING] = "missing",         [ARMEX_FINAL] = "final",
    [ARMEX_PRELIMINARY] = "preliminary", [ARMEX_ESTIMATE] = "estimate",
    [ARMEX_TARGET] = "target",           [ARMEX_NIL] = "nil",
    [ARMEX_BELOW] = "below_resolution",  [ARMEX_WITHHELD] = "withheld",
    [ARMEX_UNKNOWN_YET] = "unknown",     [ARMEX_NO_STATE] = "no_state",
};

const char *armex_mark_name(armex_mark mark)
{
    const unsigned status = mark & ARMEX_STATUS_BITS;
    return status < ARMEX_STATUSES ? names[status] : names[ARMEX_MISSING];
}

bool armex_mark_parse(armex_mark *out, const char *text, size_t length)
{
    const size_t i = armex_word_index(names, ARMEX_STATUSES, text, length);
    if (i < ARMEX_STATUSES)
        *out = (armex_mark)i;
    return i < ARMEX_STATUSES;
}

bool armex_mark_is_soft(armex_mark mark)
{
    const unsigned status = mark & ARMEX_STATUS_BITS;
    return status == ARMEX_PRELIMINARY || status == ARMEX_ESTIMATE ||
           (mark & ARMEX_WEAK) != 0;
}
