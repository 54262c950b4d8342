/**
 * render/sdmx.h: a panel as SDMX-CSV, for statistical offices' tools.
 */
#ifndef ARMEX_RENDER_SDMX_H
#define ARMEX_RENDER_SDMX_H

#include "base/text.h"
#include "model/panel.h"

/** Appends the panel's observations as SDMX-CSV 1.0: DATAFLOW, FREQ, REF_AREA,
 *  INDICATOR, FLOW, SCOPE, UNIT_MEASURE, TIME_PERIOD, OBS_VALUE, UNIT_MULT, OBS_STATUS.
 *  TIME_PERIOD and the columns before it are the key; no key comes twice.
 *
 *  Codes:   the names in use here in capitals, '-' as '_'. REF_AREA is ISO 3166-1
 *           alpha-3 where that is the entity's code. FREQ is A; A5 for windows of five
 *           years. TIME_PERIOD is a year (2023); a fiscal year or window is a range
 *           from its first day, 2022-10-01/P1Y.
 *  Status:  CL_OBS_STATUS: A normal, P provisional, E estimated, N not significant (a
 *           printed 0), Q suppressed, L missing, M cannot exist, O no figure (a
 *           target), U low reliability, B break (which outranks the others).
 *  Source:  SDMX 2.1 field guide to SDMX-CSV; "Possible ways of implementing the
 *           observation status concept", version 2.0, 2019.
 *  Missing: an observation of which nothing is known has no row.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_sdmx_csv(struct armex_text *out, const struct armex_panel *panel,
                            struct armex_error *error);

#endif
