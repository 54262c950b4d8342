/**
 * analysis/published_parts.h: what the files of published share among themselves.
 */
#ifndef ARMEX_ANALYSIS_PUBLISHED_PARTS_H
#define ARMEX_ANALYSIS_PUBLISHED_PARTS_H

#include "analysis/published.h"
#include "analysis/row.h"

enum armex_printed_figure {
    ARMEX_PRINTED_RANK,
    ARMEX_PRINTED_SHARE,
    ARMEX_PRINTED_PREVIOUS_SHARE,
    ARMEX_PRINTED_CHANGE,
    ARMEX_PRINTED_TOP5,
    ARMEX_PRINTED_PREVIOUS_TOP5,
    ARMEX_PRINTED_CHANGE_10, /**< against the five years that ended ten years before */
    ARMEX_PRINTED_CHANGE_15,
    ARMEX_PRINTED_FIGURES
};

/** What is known of a kind of figure. */
struct armex_printed_kind {
    const char *name;  /**< "previous_share" */
    const char *scope; /**< of the dataset: "share" */
    int back;          /**< years from the figure's own to the edition's */
    int reach; /**< years of deliveries that it rests on, back from the edition's */
};
extern const struct armex_printed_kind armex_printed_kinds[ARMEX_PRINTED_FIGURES];

/** One printed figure. Texts are borrowed from the facts. */
struct armex_printed {
    int edition;
    enum armex_flow_direction flow;
    enum armex_printed_figure figure;
    const char *entity, *name, *url;
    double value; /**< per cent, or a rank */
    int decimals; /**< as printed */
    bool flagged; /**< the page is doubtful, or cut digits off */
};

/** An edition: months are year * 12 + month - 1. */
struct armex_edition {
    int edition, released, next;
};

struct armex_printed_list {
    struct armex_vintage *facts;
    struct armex_printed *items; /**< by edition, flow, entity, figure */
    size_t n;
    struct armex_edition *editions; /**< oldest first */
    size_t n_editions;
};

/** Reads the printed figures. Ended by armex_printed_end(), on failure too.
 *  Errors: as armex_store_find(), armex_vintage_read(); ARMEX_NO_MEMORY. */
armex_status armex_printed_read(struct armex_printed_list *out,
                                const struct armex_store *store,
                                struct armex_error *error);
void armex_printed_end(struct armex_printed_list *list);

/** The month in which an edition appeared, or in March of the next year did. */
int armex_printed_release(const struct armex_printed_list *list, int edition);

/** A stored register, or table of a register's totals. */
struct armex_shelved {
    const struct armex_stored *stored;
    struct armex_vintage *vintage;
    int first_year, last_year; /**< with a delivery; 0: there is none */
    int release;               /**< the edition with which its release appeared */
    size_t kind;               /**< the smaller, the better */
    bool rounded;              /**< its years are whole millions */
    bool second_hand;          /**< states alone, published again by somebody else */
    bool has[2];               /**< whether it has what shares are taken of, by flow */
};

struct armex_shelf {
    struct armex_shelved *items;
    size_t n;
};

/** Reads every register of the store. Ended by armex_shelf_end(), on failure too. */
armex_status armex_shelf_read(struct armex_shelf *out, const struct armex_store *store,
                              const struct armex_printed_list *printed,
                              struct armex_error *error);
void armex_shelf_end(struct armex_shelf *shelf);

/** The vintage to hold the edition against; NULL: none covers its five years. */
const struct armex_shelved *armex_shelf_choose(const struct armex_shelf *shelf,
                                               int edition,
                                               enum armex_flow_direction flow);

/** A vintage, as the edition's table of one flow sees it. */
struct armex_held {
    const struct armex_shelved *from;
    struct armex_panel *panel;   /**< of the flow */
    struct armex_table *ranking; /**< in SIPRI's style */
    int edition;
    bool right; /**< of the edition's own release */
};

/** The first series of that entity, or n_series. */
size_t armex_held_entity(const struct armex_panel *panel, const char *entity);

/** Ended by armex_held_end(), on failure too. Errors: as armex_select(), armex_rank().
 */
armex_status armex_held_make(struct armex_held *out, const struct armex_shelved *from,
                             int edition, enum armex_flow_direction flow,
                             struct armex_error *error);
void armex_held_end(struct armex_held *held);

enum armex_verdict {
    ARMEX_CELL_EQUAL,
    ARMEX_CELL_OPEN,
    ARMEX_CELL_REVISED,
    ARMEX_CELL_DOUBTFUL,
    ARMEX_CELL_DIFFERS,
    ARMEX_CELL_NOT_COVERED,
    ARMEX_CELL_VERDICTS
};
extern const char *const armex_verdict_names[ARMEX_CELL_VERDICTS];

/** What `held` has in the place of `printed`: per cent or a rank, unrounded; NAN: none.
 */
double armex_held_value(const struct armex_held *held,
                        const struct armex_printed *printed);

/** How they compare. `found` is armex_held_value(). */
enum armex_verdict armex_held_verdict(const struct armex_held *held,
                                      const struct armex_printed *printed,
                                      double found);

/** Whether the printed figure lies within what the vintage leaves open: its years are
 *  whole millions; at second hand NATO, armed groups, the unknown and Taiwan are not in
 *  it. */
bool armex_held_leaves_open(const struct armex_held *held,
                            const struct armex_printed *printed);

/** The rank of an entity as found; NAN: none. */
double armex_held_rank(const struct armex_held *held, const char *entity);

#endif
