/**
 * ingest/totals.h: a bilateral file of customs trade, added up while it is read: one
 * sum a reporter, flow and year, in memory that does not grow with the file.
 *
 * The sums are exact (ingest/amount.h): neither the order of the rows nor the number of
 * threads changes a bit of them.
 *
 * What counts once: where a file gives the World as a partner too, a reporter's figure
 * is that row, else the sum of the partners. Where a file says at which level of the
 * nomenclature each row stands, of chapter 93 the highest level that a reporter has in
 * a year counts, and so for the headings outside it; where it does not, all rows
 * count. Rows broken down by mode of transport, customs procedure or second partner
 * are passed over: their total stands beside them.
 *
 * A cell says what it says without its quotes and the blanks around, a word whatever
 * its case; a partner or total written with more zeros ("000", "+0") is the same one.
 */
#ifndef ARMEX_INGEST_TOTALS_H
#define ARMEX_INGEST_TOTALS_H

#include "ingest/amount.h"
#include "ingest/codes.h"
#include "ingest/stream.h"

enum { ARMEX_TOTALS_FROM = 1900, ARMEX_TOTALS_YEARS = 160, ARMEX_TOTALS_MORE = 8 };

/** What a row says, and in which column. */
enum armex_trade_role {
    ARMEX_TRADE_YEAR,
    ARMEX_TRADE_REPORTER,
    ARMEX_TRADE_PARTNER,
    ARMEX_TRADE_FLOW,
    ARMEX_TRADE_COMMODITY,
    ARMEX_TRADE_ROLES
};

/** A column in which only the total is wanted: its code, or what begins with it where
 *  `begins` says so, and an empty cell. */
struct armex_trade_total {
    size_t column;
    const char *code;
    size_t length;
    bool begins;
};

/** Where a file keeps what is wanted. */
struct armex_trade_columns {
    size_t roles[ARMEX_TRADE_ROLES], value;
    struct armex_trade_total more[ARMEX_TOTALS_MORE];
    size_t n_more;
    bool levels; /**< rows stand at several levels of the nomenclature */
};

/** Which way goods went, as reporters say it. */
enum armex_trade_flow {
    ARMEX_TRADE_EXPORTS,
    ARMEX_TRADE_IMPORTS,
    ARMEX_TRADE_RE_EXPORTS,
    ARMEX_TRADE_RE_IMPORTS,
    ARMEX_TRADE_FLOWS
};

/** Families of arms in the Harmonized System, each at its levels. */
enum armex_trade_level {
    ARMEX_LEVEL_93, /**< or any arms, where the file does not say levels */
    ARMEX_LEVEL_93XX,
    ARMEX_LEVEL_93XXXX,
    ARMEX_LEVEL_8710, /**< tanks */
    ARMEX_LEVEL_8710XX,
    ARMEX_LEVEL_890610, /**< warships */
    ARMEX_LEVELS
};

/** A kind of row is its level, whether its partner is the World, and its flow: the
 *  codes of a row each say their part of its place among the kinds, plus 1; that of
 *  the year the year since ARMEX_TOTALS_FROM, plus 1. A kind of all reporters of a
 * group stands side by side, for few kinds are often met. */
enum {
    ARMEX_TOTALS_GROUP = 256,
    ARMEX_TOTALS_WORLD = ARMEX_TRADE_FLOWS,
    ARMEX_TOTALS_LEVEL = 2 * ARMEX_TRADE_FLOWS,
    ARMEX_TOTALS_KINDS = ARMEX_LEVELS * ARMEX_TOTALS_LEVEL,
    ARMEX_TOTALS_BLOCK = ARMEX_TOTALS_KINDS + ARMEX_TRADE_FLOWS, /**< see `places` */
    ARMEX_TRADE_PASSED = 1 << 30, /**< transit and the like; goods that are no arms */
};

/** A sum is kept times four: its two low bits say whether rows with a value were seen,
 *  and rows without one. So one line of the cache is all that a row of the file needs.
 */
enum { ARMEX_SEEN_VALUE = 1, ARMEX_SEEN_BLANK = 2, ARMEX_SEEN = 3 };

/** What cells say, one rule wherever they are read: which arms at which level, as if
 * the file said levels, or no arms (false); which flow, or one that is passed over
 * (false); whether a partner is the World: by zeros, a code of it, "Total" or "All", or
 * a name of it in the languages of country/entity.h. */
bool armex_trade_level_says(enum armex_trade_level *out, const char *text,
                            size_t length);
bool armex_trade_flow_says(enum armex_trade_flow *out, const char *text, size_t length);
bool armex_trade_is_world(const char *text, size_t length);

/** What the sums of one reporter and kind of row cannot hold in thousandths: figures
 *  with more decimal places, and what is too large. */
struct armex_totals_rest {
    armex_amount sums[ARMEX_TOTALS_YEARS];
};

/** Why rows are passed over. */
enum armex_totals_reason {
    ARMEX_TOTALS_PART, /**< of a total that stands beside it */
    ARMEX_TOTALS_OTHER_FLOW,
    ARMEX_TOTALS_NO_ARMS,
    ARMEX_TOTALS_REASONS
};

/** What one thread adds up. Starts as {.columns = ...}. */
struct armex_totals_worker {
    const struct armex_trade_columns *columns;
    struct armex_codes codes[ARMEX_TRADE_ROLES];
    /** [reporter / group][kind][reporter % group]: of its sums; 0: none. Behind the
     * kinds, for each flow, bit kind / ARMEX_TRADE_FLOWS of those the reporter has. */
    uint32_t *places;
    uint64_t *sums; /**< [place + year since the first], thousandths of a dollar */
    struct armex_totals_rest **rests; /**< [place / years]; NULL where there is none */
    size_t n_reporters, n_places;
    size_t room_for_reporters, room_for_places;
    int first_year, last_year;             /**< of all that were met; 0: none */
    uint64_t counted;                      /**< rows of the file in the sums */
    uint64_t passed[ARMEX_TOTALS_REASONS]; /**< and those that are not */
    bool full;     /**< a sum is about to be too large for its place */
    bool overflow; /**< a sum is too large for any */
};

void armex_totals_worker_free(struct armex_totals_worker *worker);

/** The sink for workers of this kind; the quickest there is on this processor. */
const struct armex_row_sink *armex_totals_sink(void);
const struct armex_row_sink *armex_totals_sink_portable(void);

/** Adds all that `from` holds to `to`; `from` still means the same. Errors:
 * ARMEX_NO_MEMORY. */
armex_status armex_totals_join(struct armex_totals_worker *to,
                               struct armex_totals_worker *from,
                               struct armex_error *error);

/** The code of each reporter, in the order of their numbers. Shape: n_reporters. */
void armex_totals_reporters(uint64_t *keys, const struct armex_totals_worker *worker);

/** Whether a reporter has any sum of a flow with the World as the partner, or with all
 *  others. */
bool armex_totals_has(const struct armex_totals_worker *worker, size_t reporter,
                      enum armex_trade_flow flow, bool world);

/** The figures of a flow in all years that the worker met, with the World as the
 * partner or with all others. `seen` is what the rows of a year hold: ARMEX_SEEN_VALUE,
 *  ARMEX_SEEN_BLANK, both, 0 for none.
 *  Shapes: values[n], seen[n], n = last_year - first_year + 1.
 *  Missing: NAN where no row of the year has a value. */
void armex_totals_sides(double *values, uint8_t *seen,
                        const struct armex_totals_worker *worker, size_t reporter,
                        enum armex_trade_flow flow, bool world);

/** Whether any row stands at that level of a side in that year. */
bool armex_totals_stands(const struct armex_totals_worker *worker, size_t reporter,
                         enum armex_trade_flow flow, bool world,
                         enum armex_trade_level level, int year);

#endif
