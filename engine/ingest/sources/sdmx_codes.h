/**
 * ingest/sources/sdmx_codes.h: what the codes of an SDMX-CSV message mean, the other
 * way round than render/sdmx.h writes them.
 */
#ifndef ARMEX_INGEST_SOURCES_SDMX_CODES_H
#define ARMEX_INGEST_SOURCES_SDMX_CODES_H

#include "ingest/csv.h"
#include "ingest/observations.h"

/** A code as armex writes names: lower case, '_' as '-'. At most 63 bytes are kept. */
struct armex_sdmx_name {
    char text[64];
};
struct armex_sdmx_name armex_sdmx_name(const struct armex_cell *code);

/** TIME_PERIOD with FREQ: "2023"; "2022-10-01/P1Y", twelve months from October 2022,
 *  which is the fiscal year 2023; "2019-01-01/P5Y", the window that ends in 2023.
 *  Errors: ARMEX_BAD_INPUT at the cell: no year, months or quarters. */
armex_status armex_sdmx_time(struct armex_period *period, short *year, const char *file,
                             const struct armex_cell *time, struct armex_error *error);

/** OBS_STATUS of CL_OBS_STATUS: A normal, B break, P provisional, E and I estimated, N
 *  not significant, U low reliability, Q suppressed, M cannot exist, F forecast, L and
 * H and empty values missing. `is_break` says B; `flag` weakens U. Errors:
 * ARMEX_BAD_INPUT at the cell for another code. */
struct armex_sdmx_status {
    armex_mark mark;
    enum armex_flag flag;
    bool is_break;
};
armex_status armex_sdmx_status(struct armex_sdmx_status *out, const char *file,
                               const struct armex_cell *cell,
                               struct armex_error *error);

/** The parts of DATAFLOW or STRUCTURE_ID: "ARMEX:NATIONAL_FIGURES(2026.11.23)". `date`
 * is the version where that is one, else year 0. */
struct armex_sdmx_flow {
    struct armex_sdmx_name dataset;
    struct armex_date date;
};
struct armex_sdmx_flow armex_sdmx_flow(const struct armex_cell *cell);

#endif
