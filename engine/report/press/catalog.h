/**
 * report/press/catalog.h: what cairo does not say of a PDF.
 */
#ifndef ARMEX_REPORT_PRESS_CATALOG_H
#define ARMEX_REPORT_PRESS_CATALOG_H

#include "base/text.h"
#include "report/press/document.h"

/** Appends to a whole PDF of cairo's, as PDF's own incremental update, its catalogue
 *  with the language, the structure and the title in the window's bar, and what it says
 *  of itself: title, subject, sources (Keywords) and command (Comments), as the charts'
 *  own files do, so that `armex explain` reads it wherever it is.
 *  Errors: ARMEX_BUG when the PDF is not as cairo writes them; ARMEX_NO_MEMORY. */
armex_status press_catalog(struct armex_text *pdf,
                           const struct press_document *document,
                           struct armex_error *error);

#endif
