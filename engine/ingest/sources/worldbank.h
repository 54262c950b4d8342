/**
 * ingest/sources/worldbank.h: what all files of the World Bank's have in common: which
 * indicators they hold, when they were last updated, under which name they are stored.
 *
 * Dataset: worldbank-<indicator>, in lower case with hyphens, whatever the layout; a
 * file of several indicators that armex has a measure for is worldbank-databank, one
 * series a country and indicator. Indicators without a measure are passed over; where
 * there is no other, the user may say what it counts.
 */
#ifndef ARMEX_INGEST_SOURCES_WORLDBANK_H
#define ARMEX_INGEST_SOURCES_WORLDBANK_H

#include "ingest/edition.h"
#include "ingest/figures.h"
#include "ingest/indicator.h"
#include "ingest/page.h"
#include "ingest/party.h"

/** An indicator as the file names it; either text may be empty. */
struct armex_worldbank_heading {
    struct armex_cell code, name;
};

/** A file being read. */
struct armex_worldbank {
    const struct armex_document *document;
    const struct armex_ingest_options *options;
    struct armex_page *page;
    struct armex_figures *figures;
    struct armex_party party;
    struct armex_date updated; /**< year 0: the file does not say */
    struct armex_worldbank_heading heading,
        stranger;                       /**< last met; first passed over */
    size_t quantity;                    /**< of the heading; SIZE_MAX: passed over */
    const struct armex_indicator *only; /**< the one there is, or the last met */
    const char *named;                  /**< its code, or slug of its name */
    bool several;
};

/** Sets `bank->quantity` to that of the indicator.
 *  Errors: ARMEX_USAGE for a measure or unit of the user's that is none,
 * ARMEX_NO_MEMORY.
 */
armex_status armex_worldbank_meet(struct armex_worldbank *bank,
                                  const struct armex_worldbank_heading *heading,
                                  struct armex_error *error);

/** Whether the row is one of those around the table, which say when it was updated:
 *  "Last Updated Date,2024-11-13", "Last Updated: 03/28/2024", "Data from database".
 *  Takes the date. Errors: ARMEX_BAD_INPUT at a date that is none. */
armex_status armex_worldbank_remark(bool *is_remark, struct armex_worldbank *bank,
                                    size_t row, struct armex_error *error);

/** What a layout does with the page of a bank: takes its figures. */
typedef armex_status armex_worldbank_reader(struct armex_worldbank *bank,
                                            struct armex_error *error);

/** Opens the page, hands it to `take`, and makes the vintage.
 *  Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT when armex has a measure for nothing in it, when nobody says
 *          when it was published; as armex_page_open(), `take`, armex_figures_panel().
 */
armex_status armex_worldbank_read(struct armex_vintage **out,
                                  armex_worldbank_reader *take,
                                  const struct armex_document *document,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error);

#endif
