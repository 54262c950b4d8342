/**
 * ingest/totals_rows.h: the inner loop of the totals, for each form of reading digits.
 */
#ifndef ARMEX_INGEST_TOTALS_ROWS_H
#define ARMEX_INGEST_TOTALS_ROWS_H

#include "ingest/totals_parts.h"

/** Adds what `length` bytes spell: digits with at most one point, at most 16 bytes of
 *  them; nothing for none. false: they are something else. */
typedef bool armex_digits_function(uint64_t *digits, unsigned *decimals,
                                   const char *text, size_t length);

/** One cell without its quotes. */
struct armex_span {
    const char *text;
    size_t length;
};

static inline __attribute__((always_inline)) struct armex_span armex_span_of(
    const struct armex_rows *rows, const uint32_t *ends, uint32_t start, size_t column)
{
    const uint32_t first = column ? ends[column - 1] + 1 : start, end = ends[column];
    const bool quoted = rows->bytes[first] == '"';
    struct armex_span span = {rows->bytes + first + quoted, end - first - 2u * quoted};

    if (column + 1 == rows->n_cells && end > first && rows->bytes[end] == '\n')
        span.length -= rows->bytes[end - 1] == '\r';
    return span;
}

/** What is looked up in the inner loop, a copy that nothing else can change. */
struct armex_trade_lookup {
    struct armex_trade_columns columns;
    struct armex_codes codes[ARMEX_TRADE_ROLES];
};

/** What each role says. true: one is a code not met before. Codes are known with their
 *  quotes as well, so that nobody has to take them off. */
static inline __attribute__((always_inline)) bool armex_trade_says(
    uint32_t says[ARMEX_TRADE_ROLES], const struct armex_trade_lookup *lookup,
    const struct armex_rows *rows, const uint32_t *ends, uint32_t start)
{
    uint32_t unknown = 0;

#pragma GCC unroll 5
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++) {
        const size_t column = lookup->columns.roles[i];
        const uint32_t first = column ? ends[column - 1] + 1 : start;
        uint32_t length = ends[column] - first;
        if (column + 1 == rows->n_cells)
            length -= length && rows->bytes[first + length - 1] == '\r';
        const uint64_t key = armex_code_key(
            rows->bytes + first, length < ARMEX_CODE_SIZE ? length : ARMEX_CODE_SIZE);
        says[i] = armex_codes_look(&lookup->codes[i], key);
        unknown |= says[i] - 1;
    }
    return unknown >> 31;
}

/** Whether a column in which only the total is wanted holds something else. */
static inline __attribute__((always_inline)) bool armex_trade_part(
    const struct armex_trade_columns *columns, const struct armex_rows *rows,
    const uint32_t *ends, uint32_t start)
{
    bool part = false;

    for (size_t i = 0; i < columns->n_more; i++) {
        const struct armex_span span =
            armex_span_of(rows, ends, start, columns->more[i].column);
        part |= !armex_trade_total_is(&columns->more[i], span.text, span.length);
    }
    return part;
}

/** Reads one row. false: it needs more care, and nothing was done. */
static inline __attribute__((always_inline)) bool armex_totals_read(
    struct armex_totals_step *step, struct armex_totals_worker *worker,
    const struct armex_trade_lookup *lookup, const struct armex_rows *rows,
    const uint32_t *ends, uint32_t start, armex_digits_function *read_digits)
{
    const struct armex_span value =
        armex_span_of(rows, ends, start, lookup->columns.value);
    uint32_t says[ARMEX_TRADE_ROLES];
    unsigned decimals;
    uint64_t digits;

    if (armex_trade_says(says, lookup, rows, ends, start) || value.length > 16 ||
        !read_digits(&digits, &decimals, value.text, value.length))
        return false;
    const bool part =
        lookup->columns.n_more && armex_trade_part(&lookup->columns, rows, ends, start);
    step->amount = armex_totals_amount(
        (armex_amount)digits * armex_amount_units[decimals], value.length == 0);
    return armex_totals_place(&step->sum, worker, says, part);
}

/** Rows are read some at a time and added then: meanwhile their sums are fetched. */
static inline __attribute__((always_inline)) size_t armex_totals_take(
    void *context, const struct armex_rows *rows, armex_digits_function *read_digits)
{
    enum { TOGETHER = 32 };
    struct armex_totals_worker *worker = context;
    struct armex_trade_lookup lookup = {.columns = *worker->columns};
    struct armex_totals_step steps[TOGETHER];
    const uint32_t *ends = rows->ends;
    uint32_t start = rows->start;
    size_t row = 0;
    bool easy = true;

    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++) {
        lookup.codes[i] = worker->codes[i];
        if (!lookup.codes[i].slots)
            return 0; // nothing is known yet
    }
    while (easy && row < rows->n) {
        size_t n = 0;
        for (; n < TOGETHER && row < rows->n; row++) {
            easy = armex_totals_read(&steps[n], worker, &lookup, rows, ends, start,
                                     read_digits);
            if (!easy)
                break;
            __builtin_prefetch(steps[n].sum, 1);
            n += steps[n].sum != NULL;
            start = ends[rows->n_cells - 1] + 1;
            ends += rows->n_cells;
        }
        for (size_t i = 0; i < n; i++)
            armex_totals_add(worker, steps[i].sum, steps[i].amount);
    }
    return row;
}

#endif
