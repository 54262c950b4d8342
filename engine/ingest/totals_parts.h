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

/** A place for the sums of one more reporter, and what its code says from now on.
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

/** One row of the file, ready to be added. */
struct armex_totals_step {
    armex_amount *sum;
    armex_amount amount; /**< times four, and what is seen */
};

/** The place in worker->rows of the sums that a row counts in. */
static inline __attribute__((always_inline)) size_t armex_totals_at(
    const uint32_t says[ARMEX_TRADE_ROLES])
{
    return (size_t)says[ARMEX_TRADE_REPORTER] + says[ARMEX_TRADE_PARTNER] +
           says[ARMEX_TRADE_FLOW] + says[ARMEX_TRADE_COMMODITY] - 4;
}

/** Where a row counts: `*sum` is NULL for one that is passed over; `part` of a total
 *  that stands beside it. false: the sums of its kind have no place yet. */
static inline __attribute__((always_inline)) bool armex_totals_place(
    armex_amount **sum, struct armex_totals_worker *worker,
    const uint32_t says[ARMEX_TRADE_ROLES], bool part)
{
    const uint32_t flow = says[ARMEX_TRADE_FLOW], level = says[ARMEX_TRADE_COMMODITY];

    *sum = NULL;
    if (part || ((flow | level) & ARMEX_TRADE_PASSED)) {
        const bool other = !part && (flow & ARMEX_TRADE_PASSED);
        worker->parts += part;
        worker->other_flow += other;
        worker->not_arms += !part && !other;
        return true;
    }
    struct armex_totals_row *row = worker->rows[armex_totals_at(says)];
    if (!row)
        return false;
    *sum = &row->sums[says[ARMEX_TRADE_YEAR] - 1];
    return true;
}

/** The low bits of the sum are kept apart: they are no carry. */
static inline __attribute__((always_inline)) void armex_totals_add(
    struct armex_totals_worker *worker, armex_amount *sum, armex_amount amount)
{
    const armex_amount seen = (*sum | amount) & ARMEX_SEEN;

    *sum = ((*sum & ~(armex_amount)ARMEX_SEEN) + (amount & ~(armex_amount)ARMEX_SEEN)) |
           seen;
    worker->overflow |= armex_amount_overflows(*sum);
    worker->counted++;
}

/** The form in which sums hold an amount. */
static inline armex_amount armex_totals_amount(armex_amount amount, bool blank)
{
    return amount * 4 | (blank ? ARMEX_SEEN_BLANK : ARMEX_SEEN_VALUE);
}

#endif
