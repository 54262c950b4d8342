/**
 * ingest/sources/sipri_workbook.h: what SIPRI's workbooks have in common: sheets with
 * notes on top, then years along a header.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_WORKBOOK_H
#define ARMEX_INGEST_SOURCES_SIPRI_WORKBOOK_H

#include "ingest/figures.h"
#include "ingest/ingest.h"
#include "ingest/xlsx.h"

/** The first row whose first cell says `first` and which holds three years or more; 0
 * if there is none. `first` "" is an empty cell. */
uint32_t armex_workbook_header(const struct armex_xlsx_sheet *sheet, const char *first);

/** Takes what a cell says as the figure of `slot`: a number; "..." not available; "xxx"
 *  no such state; blue an estimate of SIPRI's, red an uncertain one.
 *  Errors: ARMEX_BAD_INPUT at the cell, ARMEX_NO_MEMORY. */
armex_status armex_workbook_take(struct armex_figures *figures, struct armex_slot slot,
                                 const struct armex_xlsx_sheet *sheet,
                                 const struct armex_xlsx_cell *cell,
                                 struct armex_error *error);

/** Whether the document is a workbook that has a sheet of that name. */
bool armex_workbook_has(const struct armex_document *document, const char *sheet);

#endif
