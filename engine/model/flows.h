/**
 * model/flows.h: who delivered to whom: the sparse sibling of the panel.
 *
 * One row a (supplier, recipient, category, year); several rows of one key add up. A
 * row may say more about the deal that it belongs to.
 */
#ifndef ARMEX_MODEL_FLOWS_H
#define ARMEX_MODEL_FLOWS_H

#include "model/panel.h"

/** Who says so. Only what suppliers report as exports is added up: the others are the
 *  same goods seen from the other side, or a part of what was counted already. */
enum armex_report {
    ARMEX_BY_SUPPLIER,  /**< its exports; the only kind outside of customs data */
    ARMEX_BY_RECIPIENT, /**< its imports: the mirror of the supplier's exports */
    ARMEX_RE_EXPORTS, /**< the part of a supplier's exports that came from elsewhere */
    ARMEX_RE_IMPORTS, /**< the part of a recipient's imports that comes home */
    ARMEX_DETAIL,     /**< lies within another row of its reporter and year */
    ARMEX_REPORTS     /**< how many there are */
};

/** "supplier", "recipient", "re-exports", "re-imports", "detail". */
const char *armex_report_name(unsigned report);

struct armex_flow {
    uint32_t supplier, recipient, category; /**< indices into the lists of the flows */
    short year;
    armex_mark mark; /**< as in model/mark.h */
    uint8_t report;  /**< enum armex_report */
    double value;    /**< in the unit of the flows; NAN where none was given */
};

/** What is known of a deal: bits of armex_deal.flags. Without SECOND_HAND: new. */
enum {
    ARMEX_ORDER_YEAR_ESTIMATED = 1u << 0,
    ARMEX_NUMBER_ORDERED_ESTIMATED = 1u << 1,
    ARMEX_NUMBER_ESTIMATED = 1u << 2, /**< of items delivered */
    ARMEX_YEAR_ESTIMATED = 1u << 3,   /**< of delivery */
    ARMEX_SECOND_HAND = 1u << 4,
    ARMEX_MODERNISED = 1u << 5, /**< second hand, and modernised before delivery */
    ARMEX_LOCAL_PRODUCTION = 1u << 6, /**< made under licence by the recipient */
};
enum { ARMEX_DEAL_FLAGS = 7 };

/** "order_year_estimated", "second_hand", ... of bit `i`. */
const char *armex_deal_flag_name(unsigned i);

struct armex_deal {
    uint32_t id;      /**< the publisher's number of the deal; 0: none given */
    short order_year; /**< 0: not given */
    uint8_t flags;
    double number; /**< items delivered; NAN where not given */
};

/** Rows that lie elsewhere, where they are more than memory should hold. */
struct armex_flow_rows {
    size_t n;
    /** Copies rows [first, first + n); several threads may ask at once.
     *  Errors: ARMEX_IO, ARMEX_NO_MEMORY. */
    armex_status (*read)(const void *from, struct armex_flow *out, size_t first,
                         size_t n, struct armex_error *error);
    void (*close)(void *from); /**< ends `from` with the flows */
    void *from;
    bool unstated; /**< some have no value; the marks of all others are ARMEX_FINAL */
    bool others;   /**< some are not ARMEX_BY_SUPPLIER */
};

struct armex_flows {
    struct armex_arena *arena; /**< owns all that follows, and the flows */
    size_t n, capacity;        /**< rows in memory */
    struct armex_flow *items;
    struct armex_deal *deals; /**< one a row, or NULL: no row says more */
    const char **entities;    /**< codes, sorted by bytes */
    size_t n_entities;
    const char **categories; /**< sorted by bytes */
    size_t n_categories;
    enum armex_measure measure;
    struct armex_unit unit;
    const char *scope; /**< which of several counts; "national" to begin with */
    struct armex_notes notes;
    struct armex_flow_rows elsewhere; /**< instead of items, until they are stored; what
                                           adds up flows adds up items alone */
};

/** Owner: the caller, armex_flows_free(). The lists are copied and must be sorted and
 *  free of doubles (else ARMEX_BUG). Errors: ARMEX_NO_MEMORY. */
armex_status armex_flows_create(struct armex_flows **out, const char *const *entities,
                                size_t n_entities, const char *const *categories,
                                size_t n_categories, struct armex_error *error);
void armex_flows_free(struct armex_flows *flows); /* NULL is fine */

/** How many rows there are, in memory or elsewhere. */
size_t armex_flows_count(const struct armex_flows *flows);

/** Copies rows [first, first + n) from wherever they are; any thread may.
 *  Errors: those of `elsewhere`. */
armex_status armex_flows_read(const struct armex_flows *flows, struct armex_flow *out,
                              size_t first, size_t n, struct armex_error *error);

/** Errors: ARMEX_NO_MEMORY; ARMEX_BUG for an index outside the lists, or for a row
 *  without a deal where others have one. */
armex_status armex_flows_add(struct armex_flows *flows, struct armex_flow flow,
                             struct armex_error *error);

/** The same for a row that says more of its deal; all rows of the flows must. */
armex_status armex_flows_add_deal(struct armex_flows *flows, struct armex_flow flow,
                                  struct armex_deal deal, struct armex_error *error);

/** Year by year totals of each supplier (ARMEX_EXPORTS) or recipient (ARMEX_IMPORTS),
 *  one series an entity that has any row, sums in the order of the rows. An entity's
 *  mark is the softest of its rows; what is below half a digit adds nothing and softens
 *  nothing; what is not ARMEX_BY_SUPPLIER is left out.
 *  Missing: a year without a row is ARMEX_NIL (none identified), value 0; a year whose
 *           rows all lack a value is missing.
 *  Owner:   the caller, armex_panel_free().
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_flows_totals(struct armex_panel **out,
                                const struct armex_flows *flows,
                                enum armex_flow_direction side,
                                struct armex_error *error);

/** The totals of all suppliers and all recipients in one panel, in the order of stored
 *  panels, over the years `from` to `to`. With `world`, the entity WLD has the sum of
 *  all rows as its exports and as its imports: unknown suppliers, armed groups and
 *  licensed production too, so that shares have the publisher's denominator.
 *  Missing, Owner: as armex_flows_totals().
 *  Errors:  ARMEX_NO_MEMORY; ARMEX_BUG when a row lies outside the years. */
armex_status armex_flows_panel(struct armex_panel **out,
                               const struct armex_flows *flows, int from, int to,
                               bool world, struct armex_error *error);

#endif
