/**
 * analysis/bilateral.h: who supplies whom: partners, dependence, matrices.
 */
#ifndef ARMEX_ANALYSIS_BILATERAL_H
#define ARMEX_ANALYSIS_BILATERAL_H

#include "country/entity.h"
#include "model/flows.h"
#include "model/table.h"

/** What of the flows is meant. {0}: all of them, as exports. Only what suppliers report
 * is added up: a recipient's report is of the same goods. */
struct armex_bilateral_options {
    enum armex_flow_direction flow; /**< of the entities; partners are the other side */
    int from, to;                   /**< years added up; 0: the last five there are */
    const struct armex_entity *const *entities; /**< whose partners; 0: all together */
    size_t n_entities;
    const struct armex_entity *const *partners; /**< only these; shares stay of all */
    size_t n_partners;
    const char *const *categories; /**< only these, as the flows spell them; shares are
                                        of them */
    size_t n_categories;
    int top;    /**< rows of each ranking, rows and columns of a matrix; 0: 10 */
    bool pairs; /**< of the mirror: a row a pair and year, whoever the partners */
    int resamples, seed, threads;    /**< of estimates; 0: 10,000, 1, as many as there
                                          are processors */
    double year_error, number_error; /**< of estimates, 0 to 1, see estimates_draw.h */
};

/** Columns: rank, entity, name, partner, partner_name, value, unit, share, dependence.
 *  Of each entity its partners, the largest first; without entities the largest flows
 * of all.
 *
 *  Formula: share = value / all that the entity sent (or got); without entities, of all
 *           flows. dependence = value / all that the partner got (or sent).
 *  Missing: a row of the flows without a value takes no part, and a note counts such
 *           rows. A share of nothing is NAN. Who is not known ("unknown recipient(s)")
 *           counts in all sums, and stands after the others, without a rank; where all
 *           flows are ranked, a note says how much was such.
 *  Order:   as the entities were named; by value, equals by code.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_USAGE where nothing was delivered in those years; ARMEX_NO_MEMORY. */
armex_status armex_bilateral_partners(struct armex_table **out,
                                      const struct armex_flows *flows,
                                      const struct armex_bilateral_options *options,
                                      struct armex_error *error);

/** How much each entity leans on few partners. Columns: rank, entity, name, value,
 *  unit, partners, top_partner, top_partner_name, top_share, hhi, effective_number,
 *  unknown_share. One row an entity, the largest total first, or as named.
 *
 *  Formula: analysis/concentration.h over its known partners, shares being of all, so
 *           that hhi is the least it can be; unknown_share = what passed with those
 *           who are not known / all. Else as above. */
armex_status armex_bilateral_dependence(struct armex_table **out,
                                        const struct armex_flows *flows,
                                        const struct armex_bilateral_options *options,
                                        struct armex_error *error);

/** Suppliers by recipients (whatever `flow` says): the entities (else the largest) of
 *  the one side, the partners (else their largest) of the other, then others and total.
 *  Columns: entity, name, one a partner named by its code, others, total. A pair
 * without a delivery holds 0: none was identified. Else as above. */
armex_status armex_bilateral_matrix(struct armex_table **out,
                                    const struct armex_flows *flows,
                                    const struct armex_bilateral_options *options,
                                    struct armex_error *error);

/** Every pair that dealt, whatever `top` says, by code of the supplier, then of the
 *  recipient: what charts of flows draw. With entities or partners only their pairs.
 *  Columns: entity, name (the supplier), partner, partner_name (the recipient), value,
 *  unit, sent, got (the totals of either, with anybody), from, to (years), measure.
 *  Else as above. */
armex_status armex_bilateral_pairs(struct armex_table **out,
                                   const struct armex_flows *flows,
                                   const struct armex_bilateral_options *options,
                                   struct armex_error *error);

#endif
