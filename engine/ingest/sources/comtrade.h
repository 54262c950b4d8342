/**
 * ingest/sources/comtrade.h: UN Comtrade's tables: who reports what trade with whom.
 *
 * Layouts: the classic one, short (12 columns) and long (35), the new one (47 columns,
 * whose rows end in a comma more), the bulk files, and any file that has their columns
 * for year, reporter, partner, flow, commodity and value.
 *
 * Rows with the partner World are the reporters' own totals; where a reporter has none
 * in a year, its partners are added up under a scope that says so. Commodity codes lie
 * within one another (930110 in 9301 in 93 in TOTAL): of each reporter, flow and year
 * only those within no other are added up.
 */
#ifndef ARMEX_INGEST_SOURCES_COMTRADE_H
#define ARMEX_INGEST_SOURCES_COMTRADE_H

#include "base/text.h"
#include "country/entity.h"
#include "ingest/columns.h"
#include "ingest/ledger.h"
#include "ingest/tally.h"

enum armex_comtrade_column {
    ARMEX_COMTRADE_YEAR,
    ARMEX_COMTRADE_PERIOD,
    ARMEX_COMTRADE_REPORTER_ISO,
    ARMEX_COMTRADE_REPORTER,
    ARMEX_COMTRADE_REPORTER_CODE,
    ARMEX_COMTRADE_PARTNER_ISO,
    ARMEX_COMTRADE_PARTNER,
    ARMEX_COMTRADE_PARTNER_CODE,
    ARMEX_COMTRADE_FLOW_CODE,
    ARMEX_COMTRADE_FLOW,
    ARMEX_COMTRADE_COMMODITY,
    ARMEX_COMTRADE_VALUE,
    ARMEX_COMTRADE_CLASSIFICATION,
    ARMEX_COMTRADE_FREQUENCY,
    ARMEX_COMTRADE_TYPE,
    ARMEX_COMTRADE_PARTNER_2,
    ARMEX_COMTRADE_CUSTOMS,
    ARMEX_COMTRADE_TRANSPORT,
    ARMEX_COMTRADE_SUPPLY,
    ARMEX_COMTRADE_COLUMNS
};

/** Where each column is; n_columns where it is not. */
struct armex_comtrade_layout {
    size_t at[ARMEX_COMTRADE_COLUMNS];
    size_t n_columns;
};

/** false: the row is no header of Comtrade's. */
bool armex_comtrade_header(struct armex_comtrade_layout *out,
                           const struct armex_cell *header, size_t n);

/** The cell of a row, trimmed; an empty one where the layout has no such column. */
struct armex_cell armex_comtrade_cell(const struct armex_comtrade_layout *layout,
                                      const struct armex_cell *cells,
                                      enum armex_comtrade_column column);

/** The four flows that everybody reports, then those that few do, by their names. */
enum armex_comtrade_flow {
    ARMEX_COMTRADE_EXPORTS,
    ARMEX_COMTRADE_IMPORTS,
    ARMEX_COMTRADE_RE_EXPORTS,
    ARMEX_COMTRADE_RE_IMPORTS,
    ARMEX_COMTRADE_FLOWS,
    ARMEX_COMTRADE_MOST_FLOWS = 32
};

/** A file being read. */
struct armex_comtrade {
    const char *file;
    struct armex_comtrade_layout layout;
    bool every_commodity; /**< the user named a dataset of his own; else HS 93 alone */
    struct armex_ledger ledger;
    struct armex_tally *sums;  /**< by reporter, and armex_comtrade_what() */
    struct armex_words *flows; /**< beyond the four: their names as scopes */
    uint32_t world;            /**< the number of the partner World */
    uint32_t only_partner;     /**< while there is but one; else UINT32_MAX */
    bool has_partner;
    struct armex_text unknown; /**< codes that mean no party armex knows */
    size_t n_unknown, n_details, n_others;
    struct armex_cell other; /**< the first commodity that is not HS 93 */
    bool other_scheme;       /**< it was classified by something else than the HS */
};

/** What a row counts in one number, and back. */
uint32_t armex_comtrade_what(uint32_t commodity, unsigned flow, bool world);
uint32_t armex_comtrade_commodity_of(uint32_t what);
unsigned armex_comtrade_flow_of(uint32_t what);
bool armex_comtrade_is_world(uint32_t what);

/** A row being read. */
struct armex_comtrade_row {
    const struct armex_comtrade *comtrade;
    const struct armex_cell *cells;
};

struct armex_cell armex_comtrade_cell_of(const struct armex_comtrade_row *row,
                                         enum armex_comtrade_column column);

/** Whether the row is a whole, not the part of one that came by sea, or by way of
 *  somebody, or under one procedure. */
bool armex_comtrade_is_whole(const struct armex_comtrade_row *row);

/** Whether it is of the Harmonized System, where chapter 93 is arms; in the SITC it is
 *  something else. */
bool armex_comtrade_is_harmonized(const struct armex_comtrade_row *row);
bool armex_comtrade_is_arms(const struct armex_comtrade_row *row);

/** That it is of goods and of a year. Errors: ARMEX_BAD_INPUT at the cell. */
armex_status armex_comtrade_check_kind(const struct armex_comtrade_row *row,
                                       struct armex_error *error);

/** Errors: ARMEX_BAD_INPUT at the cell. */
armex_status armex_comtrade_year(int *out, const struct armex_comtrade_row *row,
                                 struct armex_error *error);

/** The number of its flow: one of enum armex_comtrade_flow, or above them one of
 *  comtrade->flows. Errors: ARMEX_BAD_INPUT at the cell, ARMEX_NO_MEMORY. */
armex_status armex_comtrade_flow_read(unsigned *out, struct armex_comtrade *comtrade,
                                      const struct armex_comtrade_row *row,
                                      struct armex_error *error);

/** The number of the party in three cells: its ISO code, name and number, of which some
 *  may be empty. One that armex does not know stands for itself: its code as printed,
 *  or its name in lower case with hyphens.
 *  Errors: ARMEX_BAD_INPUT at a row that names nobody, ARMEX_NO_MEMORY. */
armex_status armex_comtrade_party(uint32_t *number, struct armex_comtrade *comtrade,
                                  const struct armex_cell cells[3],
                                  struct armex_error *error);

/** The panel of totals. Takes out of the ledger what is a part of another of its rows,
 *  and says in `words` what was added up and how. Owner: the caller,
 *  armex_panel_free().
 *  Errors: ARMEX_BAD_INPUT when there is nothing to add up; ARMEX_NO_MEMORY. */
armex_status armex_comtrade_totals(struct armex_panel **out,
                                   struct armex_comtrade *comtrade,
                                   struct armex_text *words, struct armex_error *error);

#endif
