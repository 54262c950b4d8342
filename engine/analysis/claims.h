/**
 * analysis/claims.h: is it true? A claim against every dataset that could bear on it.
 *
 * A claim is read into statements, each of one figure: "7.3 bn to 14 bn" makes two. A
 * statement is judged dataset by dataset; where the figure that stands does not bear it
 * out, what was published before and the neighbouring years and windows are searched,
 * for that is where most wrong claims come from.
 */
#ifndef ARMEX_ANALYSIS_CLAIMS_H
#define ARMEX_ANALYSIS_CLAIMS_H

#include "country/entity.h"
#include "model/table.h"
#include "store/store.h"

enum armex_verdict {
    ARMEX_SUPPORTED,     /**< the figure found is the one claimed, or the bound holds */
    ARMEX_ROUNDING,      /**< the same but for rounding, to the claim's own digits or
                              within what the published digits allow */
    ARMEX_OTHER_VINTAGE, /**< it was so published once, and is not so any more */
    ARMEX_OTHER_WINDOW,  /**< it is so of a neighbouring year or another window */
    ARMEX_CONTRADICTED,  /**< the data say otherwise */
    ARMEX_NOT_COMPARABLE, /**< what there is counts something else */
    ARMEX_NO_DATA,        /**< nothing there bears on it */
    ARMEX_VERDICTS
};

/** "supported", "rounding", ... */
const char *armex_verdict_name(enum armex_verdict verdict);

enum armex_claimed {
    ARMEX_CLAIMED_VALUE,  /**< of one year, or the sum of a window */
    ARMEX_CLAIMED_MEAN,   /**< a year, over the years of a window */
    ARMEX_CLAIMED_GROWTH, /**< figure of `at` over figure of `base`, less 1 */
    ARMEX_CLAIMED_CAGR,   /**< the same as a compound yearly rate */
    ARMEX_CLAIMED_RANK,
    ARMEX_CLAIMED_SHARE, /**< of the world */
};

/** How the claim binds its figure. "about": within 5 %; "nearly": from 90 % of it up to
 *  the figure itself. */
enum armex_relation {
    ARMEX_EQUAL,
    ARMEX_ABOUT,
    ARMEX_NEARLY,
    ARMEX_AT_LEAST,
    ARMEX_AT_MOST,
    ARMEX_MORE_THAN,
    ARMEX_LESS_THAN,
};

/** A year, or several added up. */
struct armex_claim_years {
    int from, to;
};

/** One figure that a claim states. Texts live in the arena it was read into. */
struct armex_statement {
    const char *id; /**< of the claim; several statements may share it */
    const struct armex_entity *entity;
    enum armex_claimed what;
    struct armex_claim_years base; /**< of growth; year 0 otherwise */
    struct armex_claim_years at;
    double figure;   /**< base units; a rank; a fraction; with `times` a factor */
    bool times;      /**< of growth: "14 times" */
    unsigned digits; /**< significant ones, as claimed */
    enum armex_relation relation;
    bool any_measure; /**< else `measure` */
    enum armex_measure measure;
    enum armex_flow_direction flow;
    const char *scope; /**< NULL: any, the headline first */
    bool has_unit;     /**< of a value; without: that of the headline */
    struct armex_unit unit;
    /** The verdict where it needs no data: ARMEX_NOT_COMPARABLE (arms revenue is no
     *  export) or ARMEX_CONTRADICTED (by the claim's own figures); else ARMEX_VERDICTS.
     */
    enum armex_verdict settled;
    double own;      /**< what the claim's own figures give; NAN */
    const char *why; /**< reason of `settled` */
};

/** Grows; everything lives in `arena`. Starts as {.arena = ...}. */
struct armex_statements {
    struct armex_arena *arena;
    struct armex_statement *items;
    size_t n, capacity;
};

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_statements_add(struct armex_statements *statements,
                                  const struct armex_statement *statement,
                                  struct armex_error *error);

/** Reads a claim in words and adds its statement:
 *
 *      ENTITY [WHAT] [MEASURE] YEARS RELATION FIGURE [UNIT]
 *      KOR orders 2023 = 14 bn usd            South Korea rank 2019-23 <= 10
 *      KOR orders growth 2021-2023 > 50 %     FRA share 2019-23 = 11 %
 *
 *  WHAT is value (unless named), mean, growth, cagr, rank or share. MEASURE is one of
 *  --measure, or exports or imports for any; "scope NAME" narrows it. Growth takes two
 *  windows ("2014-18 2019-23") or a range, which is read as its first and last year.
 *  RELATION is =, <, <=, >, >=, about, nearly, "at least", "at most", "more than" or
 *  "less than". Figures bear k, m, bn, tn in any common spelling, %, or times.
 *  Errors: ARMEX_USAGE naming the word that is not understood, ARMEX_NO_MEMORY. */
armex_status armex_claim_read(struct armex_statements *out, const char *id,
                              const char *words, struct armex_error *error);

/** Adds the statements of a table of claims: columns id, entity, predicate, year_from,
 *  value_from, year_to, value_to, unit, stated, kind as in the dataset `claims`; others
 *  are passed over. A growth whose own two figures do not give it makes a statement
 *  that is settled at once.
 *  `file` and `lines` (one a row; NULL: no file) are for messages.
 *  Errors: ARMEX_BAD_INPUT at the row that cannot be read, ARMEX_NO_MEMORY. */
armex_status armex_claims_from_table(struct armex_statements *out,
                                     const struct armex_table *table, const char *file,
                                     const size_t *lines, struct armex_error *error);

/** The same from a csv file of that layout.
 *  Errors: as armex_file_read(), armex_sheet_read(), armex_claims_from_table(). */
armex_status armex_claims_from_file(struct armex_statements *out, const char *path,
                                    struct armex_error *error);

struct armex_claims_options {
    const char *dataset; /**< "ID" or "ID@VINTAGE": only this one; NULL: all */
    int as_of;           /**< yyyymmdd: what was known on that day; 0: all */
};

/** One row a statement and dataset that bears on it; where none does, one row that says
 *  so. Columns promised: id, verdict, dataset, vintage, claimed, found, reason; then
 *  statement, unit, entity, and the two figures in words.
 *
 *  Judged:  a figure is supported when it is the same number, or the bound holds;
 *           rounding when it is the claimed one to the claim's significant digits
 *           (halves away from zero, or the rest cut off; of percentages and factors at
 *           least two), when the
 *           published figure has fewer digits (at least two) and is the claimed one
 *           rounded to them, or, of growth and shares that are worked out here, when
 *           the last digits of the published figures leave room for it.
 *  Found:   of several counts of one measure the one that bears the claim out best, the
 *           headline of equals; the reason names it. Ranks and shares as published
 *           where there are such; else among the states with the same measure, scope
 *           and unit, and of the series of the world; a rank only where the world less
 *           those states is no more than the figure ranked. A window of a dataset that
 * holds only windows answers for the year it ends in, and the reason says so. Search:
 * other_vintage: what stood on any day a figure was published, the latest such day,
 * then older stored vintages; other_window: years one off, and windows of 1 to 5 and 10
 * years with the same end. Unit:    money of another currency is converted at the
 * yearly average; TIV is never set against money. Missing: claimed or found is NAN
 * where there is no such figure.
 *  `*contradicted` counts statements that some dataset contradicts and none bears out.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  as armex_store_find(), armex_vintage_read(); ARMEX_NO_MEMORY. */
armex_status armex_claims_check(struct armex_table **out, size_t *contradicted,
                                const struct armex_store *store,
                                const struct armex_statements *statements,
                                const struct armex_claims_options *options,
                                struct armex_error *error);

#endif
