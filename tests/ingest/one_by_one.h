/** tests/ingest/one_by_one.h: rows of trade taken one by one, which the quick forms are
 *  held against. */
#ifndef ARMEX_TESTS_INGEST_ONE_BY_ONE_H
#define ARMEX_TESTS_INGEST_ONE_BY_ONE_H

#include "ingest/totals_parts.h"

static inline size_t take_none(void *worker, const struct armex_rows *rows)
{
    (void)worker;
    (void)rows;
    return 0;
}

/** Totals by a sink that takes no row but one by one. */
static const struct armex_row_sink one_by_one = {.take = take_none,
                                                 .take_one = armex_totals_take_one};

#endif
