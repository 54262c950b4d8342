/**
 * ingest/dates.h: dates as spreadsheets write them.
 */
#ifndef ARMEX_INGEST_DATES_H
#define ARMEX_INGEST_DATES_H

#include "base/date.h"

/** Reads an ISO date, or three numbers set apart by / . or -: year first (2025/3/24),
 *  or the year of four digits last. Then the month stands first, as in the United
 *  States (3/28/2024), unless that is no date (28/3/2024) or dots are between them
 *  (28.3.2024). false: it is no such date. */
bool armex_date_of_spreadsheet(struct armex_date *out, const char *text, size_t length);

#endif
