/**
 * report/press/catalog.h: what cairo does not say of a PDF: its language.
 */
#ifndef ARMEX_REPORT_PRESS_CATALOG_H
#define ARMEX_REPORT_PRESS_CATALOG_H

#include "base/error.h"
#include "base/text.h"

/** Appends to a whole PDF of cairo's its catalogue again, with `language` (a tag such
 * as "en") and with the title in the window's bar, as PDF's own incremental update.
 *  Errors: ARMEX_BUG when the PDF has no catalogue; ARMEX_NO_MEMORY. */
armex_status press_catalog(struct armex_text *pdf, const char *language,
                           struct armex_error *error);

#endif
