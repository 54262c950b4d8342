/**
 * ingest/sources/sipri_preamble.h: the notes that SIPRI writes above its tables.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_PREAMBLE_H
#define ARMEX_INGEST_SOURCES_SIPRI_PREAMBLE_H

#include "base/date.h"
#include "ingest/page.h"

/** What the lines above the header say; texts are "" and numbers 0 where they do not.
 */
struct armex_sipri_preamble {
    struct armex_cell title;     /**< the first row, if it lies above the header */
    struct armex_cell generated; /**< the date as written */
    struct armex_date date;      /**< the same, read; year 0 if it is none */
    struct armex_cell supplier; /**< whom deliveries are from: "all", "United States" */
    struct armex_cell recipient; /**< and to: "All countries", "Ukraine" */
    short from, to;              /**< years that were asked for */
    bool all_years;              /**< "Not specified" */
};

/** Reads rows 0 to `header`. */
void armex_sipri_preamble_read(struct armex_sipri_preamble *out,
                               const struct armex_page *page, size_t header);

#endif
