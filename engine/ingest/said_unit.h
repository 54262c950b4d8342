/**
 * ingest/said_unit.h: the unit that a table says its figures are counted in, in words
 * around it.
 */
#ifndef ARMEX_INGEST_SAID_UNIT_H
#define ARMEX_INGEST_SAID_UNIT_H

#include "ingest/csv.h"
#include "ingest/unit_words.h"

/** Starts as {0}. */
struct armex_said_unit {
    struct armex_unit_words words;
    struct armex_clip said;   /**< the words; "" where nothing says a unit */
    struct armex_place place; /**< where the first of them stand */
};

/** Takes the words of a cell, unless others said the same.
 *  Errors: ARMEX_BAD_INPUT at the cell where others said another unit. */
armex_status armex_said_unit_take(struct armex_said_unit *out,
                                  const struct armex_unit_words *words,
                                  const struct armex_cell *cell, const char *file,
                                  struct armex_error *error);

/** Whether --unit is not another unit than the table says; "usd" of a title is that of
 *  any year's prices, and "$" any of its dollars.
 *  Errors: ARMEX_USAGE at the words. */
armex_status armex_said_unit_check(const struct armex_said_unit *said,
                                   const struct armex_unit *stated,
                                   struct armex_error *error);

/** Where nobody states the unit: the words must not leave it open, as "$ m" does.
 *  Errors: ARMEX_BAD_INPUT at the words. */
armex_status armex_said_unit_ask(const struct armex_said_unit *said,
                                 struct armex_error *error);

#endif
