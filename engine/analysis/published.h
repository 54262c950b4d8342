/**
 * analysis/published.h: SIPRI's registers held against what SIPRI's fact sheets
 * printed.
 *
 * A fact sheet is reproduced by the register of its own release: generated from the
 * month in which the edition appeared until the next one did. Later releases count the
 * past anew. Printed figures are those of the dataset sipri-factsheets; of several
 * pages that quote one figure the one decides that model/publication.h says.
 */
#ifndef ARMEX_ANALYSIS_PUBLISHED_H
#define ARMEX_ANALYSIS_PUBLISHED_H

#include "model/table.h"
#include "store/store.h"

/** One row an edition and flow. Columns: edition, flow, needs_from and needs_before
 * (the months between which the register must have been generated), needs_years,
 * dataset, vintage, fit, cells, then how many of them are equal, open, revised,
 * doubtful, differs, not_covered.
 *
 *  Fit:     "as needed"; "second hand": of the release, published again by others;
 *           "later release"; "none". Taken is the vintage as needed, the best first:
 *           sipri-register; the tables sipri-tiv and sipri-tiv-imports, whose years are
 *           whole millions; the World Bank's and Gapminder's tables of the same for
 *           states alone. Else the one of the next release that is stored.
 *  Verdict: equal: rounded as printed, every digit agrees. open: what the table rounds
 *           or leaves out leaves the printed figure open. revised: differs, in a later
 *           release. doubtful: differs, and the page or the table is at second hand.
 *           differs: in the very release. not_covered: the vintage lacks years.
 *  `*differing` counts the last but one.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_NOT_FOUND where no register is stored at all, saying which file to
 *           get; else as armex_vintage_read(). */
armex_status armex_published_editions(struct armex_table **out, size_t *differing,
                                      const struct armex_store *store,
                                      struct armex_error *error);

/** Every figure of one edition. Columns: flow, rank, entity, name, figure, years,
 *  printed, found (both as texts, rounded alike), verdict, printed_number and
 *  found_number (per cent, or a rank; found unrounded), dataset, vintage, url.
 *  Figures:  rank, share, previous_share, change, share_of_top5, ...
 *  Order:    flow, rank as found, entity, figure.
 *  Errors:   ARMEX_USAGE for an edition that nobody quoted; ARMEX_NOT_FOUND where no
 *            stored register covers it, saying which file to get. Else as above. */
armex_status armex_published_edition(struct armex_table **out, size_t *differing,
                                     const struct armex_store *store, int edition,
                                     struct armex_error *error);

#endif
