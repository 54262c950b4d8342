/**
 * ingest/sources/gapminder.h: what Gapminder's two layouts have in common.
 *
 * Gapminder passes on the World Bank's arms exports and imports, which are SIPRI's: TIV
 * in units, even where it calls them inflation-adjusted dollars. None of its files says
 * when it was made; vintages of one table differ, for past years are revised.
 */
#ifndef ARMEX_INGEST_SOURCES_GAPMINDER_H
#define ARMEX_INGEST_SOURCES_GAPMINDER_H

#include "ingest/edition.h"

/** All but dataset, title and date. */
extern const struct armex_edition armex_gapminder_credit;

/** Says of volumes that they are no money. Errors: ARMEX_NO_MEMORY. */
armex_status armex_gapminder_finish(struct armex_panel *panel,
                                    struct armex_error *error);

#endif
