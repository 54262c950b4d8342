/**
 * ingest/sources/comtrade.h: what the files of UN Comtrade's source share.
 *
 * Layouts: the classic one, short (12 columns) and long (35), the new one (47 columns,
 * whose rows end in a comma more), the bulk files, and any file that has their columns
 * for year, reporter, partner, flow, commodity and value, in any order.
 *
 * One rule says what counts, ingest/totals.h, whatever the file's size and however it
 * is read: arms are chapter 93, tanks (8710) and warships (8906.10) of the Harmonized
 * System. Where a file does not say at which level of the nomenclature its rows stand,
 * its first rows may show it. Rows with the partner World are the reporters' own
 * totals; where a reporter has none in a year, its partners are added up under a scope
 * that says so.
 */
#ifndef ARMEX_INGEST_SOURCES_COMTRADE_H
#define ARMEX_INGEST_SOURCES_COMTRADE_H

#include "ingest/sources/comtrade_bulk.h"

/** The party that a cell means, as the user's map says (NULL: nothing), or by its ISO
 *  code or Comtrade's number: the code of an entity; of one that armex does not know
 * the ISO code as printed, or "comtrade-NUMBER". It depends on nothing else. From
 * `arena`, or lasting. NULL: no memory. */
const char *armex_comtrade_party(struct armex_arena *arena, const struct armex_map *map,
                                 const char *text, size_t length);

/** Whether a file ends in a note or total (ingest/footer.h). Then its footer is passed
 *  over, by one thread: of several, none knows which row is the last. Else every row is
 *  a row, wherever the file is read. At most ARMEX_COMTRADE_TAIL bytes at the end are
 *  looked at. */
enum { ARMEX_COMTRADE_TAIL = 2048 };
bool armex_comtrade_care(const char *bytes, size_t length);

/** Whether the World has only names in the map by which it is known without one: those
 *  who add up do not ask the map, and would count it as one more partner.
 *  Errors: ARMEX_USAGE. `map` NULL is fine. */
armex_status armex_comtrade_check_world(const struct armex_map *map, const char *file,
                                        struct armex_error *error);

/** Gives the cells of the header Comtrade's names where the map says what they mean.
 *  `map` NULL is fine.
 *  Errors: ARMEX_BAD_INPUT at the map's line for a column that is not there;
 *          ARMEX_USAGE for lines that say more than names and columns. */
armex_status armex_comtrade_rename(struct armex_cell *header, size_t n,
                                   const struct armex_map *map, const char *file,
                                   struct armex_error *error);

/** Totals as a panel: of each reporter and flow World's rows as "national" or, of
 *  re-exports and re-imports, by their name; its partners, in years without World's, as
 *  "listed-partners", or "to-chn" where the file has but one, `only` (NULL: several).
 *  Parties as of armex_comtrade_party().
 *  Owner:  the caller, armex_panel_free().
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_comtrade_panel(struct armex_panel **out,
                                  const struct armex_totals_worker *totals,
                                  const char *only, const struct armex_map *map,
                                  struct armex_error *error);

/** Which families of arms the file has codes of: bits of these. */
enum {
    ARMEX_COMTRADE_CHAPTER_93 = 1,
    ARMEX_COMTRADE_TANKS = 2,
    ARMEX_COMTRADE_WARSHIPS = 4
};
unsigned armex_comtrade_families(const struct armex_totals_worker *totals);

/** What notes are about. */
struct armex_comtrade_told {
    const struct armex_totals_worker *totals;
    const struct armex_flows *flows; /**< NULL: there are none */
    const struct armex_ingest_options *options;
    bool inferred; /**< levels, from the first rows */
    bool hashed;
};

/** Adds to the panel what must be said beside it: what was counted and what passed
 *  over, codes that are not known, commodities that contain each other, a vintage that
 *  was inferred. Errors: ARMEX_NO_MEMORY. */
armex_status armex_comtrade_notes(struct armex_panel *panel,
                                  const struct armex_comtrade_told *told,
                                  struct armex_error *error);

/** Says why no row of the file counts, by what its first row is. */
struct armex_comtrade_blame {
    const struct armex_cell *header;
    size_t n_columns;
    const struct armex_trade_columns *columns;
};
extern const struct armex_row_sink armex_comtrade_blame_sink;

#endif
