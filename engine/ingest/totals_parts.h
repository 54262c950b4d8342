/**
 * ingest/totals_parts.h: what the files of totals share among themselves.
 */
#ifndef ARMEX_INGEST_TOTALS_PARTS_H
#define ARMEX_INGEST_TOTALS_PARTS_H

#include "ingest/totals.h"

/** The take_one() of both sinks. */
armex_status armex_totals_take_one(void *worker, const char *file,
                                   const struct armex_cell *cells, size_t n,
                                   struct armex_error *error);

/** A place for the sums of one more reporter, and its number from 1 on.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_totals_add_reporter(struct armex_totals_worker *worker, uint64_t key,
                                       uint32_t *number, struct armex_error *error);

/** The sums at that place of worker->rows. Errors: ARMEX_NO_MEMORY. */
armex_status armex_totals_need_row(struct armex_totals_worker *worker, size_t at,
                                   struct armex_error *error);

#ifdef __x86_64__
extern const struct armex_row_sink armex_totals_sink_avx2;
#endif

static inline bool armex_trade_total_is(const struct armex_trade_total *total,
                                        const char *text, size_t length)
{
    return length == 0 ||
           ((total->begins ? length >= total->length : length == total->length) &&
            memcmp(text, total->code, total->length) == 0);
}

/** Adds one row; `part` of a total that stands beside it. false: the sums of its kind
 *  have no place yet, and nothing was done. */
static inline __attribute__((always_inline)) bool armex_totals_add(
    struct armex_totals_worker *worker, const uint32_t says[ARMEX_TRADE_ROLES],
    bool part, armex_amount amount, bool blank)
{
    const uint32_t flow = says[ARMEX_TRADE_FLOW], level = says[ARMEX_TRADE_COMMODITY];
    const size_t reporter = says[ARMEX_TRADE_REPORTER] - 1;

    if (part || flow == ARMEX_TRADE_OTHER || level == ARMEX_LEVEL_NONE) {
        worker->parts += part;
        worker->other_flow += !part && flow == ARMEX_TRADE_OTHER;
        worker->not_arms += !part && flow != ARMEX_TRADE_OTHER;
        return true;
    }
    struct armex_totals_row *row =
        worker->rows[reporter * ARMEX_TOTALS_KINDS +
                     armex_totals_kind(flow, says[ARMEX_TRADE_PARTNER] - 1, level)];
    if (!row)
        return false;
    const size_t year = says[ARMEX_TRADE_YEAR] - 1;
    row->sums[year] += amount;
    worker->overflow |= armex_amount_overflows(row->sums[year]);
    row->seen[year] |= blank ? 2 : 1;
    worker->counted++;
    return true;
}

#endif
