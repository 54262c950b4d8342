/** tests/fuzz/fuzz_vintage.h: what holds of every vintage, whatever it was made from.
 */
#ifndef ARMEX_TESTS_FUZZ_VINTAGE_H
#define ARMEX_TESTS_FUZZ_VINTAGE_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "ingest/ingest.h"

static inline void check_panel(const struct armex_panel *panel)
{
    for (size_t s = 1; s < panel->n_series; s++)
        if (armex_series_compare(&panel->series[s - 1], &panel->series[s]) >= 0)
            abort(); // sorted, each once
    for (size_t i = 0; i < panel->n_series * panel->n_years; i++) {
        if (isinf(panel->values[i]))
            abort();
        if (isnan(panel->values[i]) == armex_mark_has_value(panel->marks[i]))
            abort(); // a value stands exactly where the mark says so
    }
}

/** A source's answer to hostile bytes: a sound vintage, or a refusal in words. */
static inline void check_answer(armex_status status, struct armex_vintage *vintage,
                                const struct armex_error *error)
{
    if ((status == ARMEX_OK) != (vintage != NULL) || status == ARMEX_BUG)
        abort();
    if (status && !*error->message)
        abort();
    if (vintage && !vintage->panel == !vintage->records)
        abort(); // the one or the other
    if (vintage && vintage->panel)
        check_panel(vintage->panel);
    armex_vintage_free(vintage);
}

#endif
