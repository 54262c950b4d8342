/**
 * report/report.h: a specification becomes a folder: a page, its charts and tables, a
 * manifest.
 */
#ifndef ARMEX_REPORT_REPORT_H
#define ARMEX_REPORT_REPORT_H

#include "chart/chart.h"
#include "store/store.h"

struct armex_report_request {
    const char *spec;    /**< path of the YAML file */
    const char *folder;  /**< where the report goes; its folder above must exist */
    const char *command; /**< as typed, for the manifest */
    const char *version; /**< of the program */
    const struct armex_chart_tools *tools;
};

/** Builds the report aside and swaps it in whole: index.html, charts/, tables/,
 *  manifest.json. What stood in `folder` stands until then, and stays on failure.
 *  Errors: ARMEX_BAD_SPEC with file:line:column; ARMEX_TRY_AGAIN when another run holds
 * the lock; ARMEX_CANNOT_CREATE, ARMEX_IO; else as the questions and charts in it. */
armex_status armex_report(const struct armex_store *store,
                          const struct armex_report_request *request,
                          struct armex_error *error);

#endif
