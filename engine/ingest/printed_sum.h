/**
 * ingest/printed_sum.h: a printed total held against the printed figures that it is one
 * of.
 */
#ifndef ARMEX_INGEST_PRINTED_SUM_H
#define ARMEX_INGEST_PRINTED_SUM_H

#include "country/entity.h"
#include "ingest/written.h"

/** Whether such figures add up to anything: rates, indices, shares and ranks do not. */
bool armex_printed_adds_up(enum armex_unit_kind kind);

/** Whether the figures of an entity (NULL: of whom nothing is known) are parts of a
 *  total: an aggregate's hold those of others. */
bool armex_printed_is_part(const struct armex_entity *entity);

/** Figures added up; starts as {0}. */
struct armex_printed_sum {
    double value;
    double slack;     /**< half a unit of the last place of each figure, added up */
    int decimals;     /**< the most that one of them has */
    bool has_unknown; /**< a word that stands for a figure: ".." */
    bool has_figure;
};

/** Adds what the cell says, as ingest/written.h reads it; what it does not read adds
 *  nothing: false. */
bool armex_printed_add(struct armex_printed_sum *sum, const struct armex_cell *cell,
                       const struct armex_writing *writing);

/** "add up to 2101.0 and not 2500.0, which is 399.0 more"; "" where the total agrees
 *  within half a unit of its last place and the slack of the sum, where it or all
 *  figures are missing or add up to more than a double holds, and where figures that
 *  are not known may explain what it is more. */
struct armex_printed_words {
    char text[160];
};
struct armex_printed_words armex_printed_compare(const struct armex_printed_sum *sum,
                                                 const struct armex_cell *total,
                                                 const struct armex_writing *writing);

#endif
