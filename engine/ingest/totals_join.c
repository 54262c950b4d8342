/** ingest/totals_join.c: the sums of all threads, and the figures they make. */
#include <math.h>
#include <stdlib.h>

#include "ingest/totals_parts.h"

void armex_totals_reporters(uint64_t *keys, const struct armex_totals_worker *worker)
{
    const struct armex_codes *codes = &worker->codes[ARMEX_TRADE_REPORTER];

    for (size_t i = 0; codes->slots && i <= codes->mask; i++)
        if (armex_code_is_plain(&codes->slots[i]))
            keys[(codes->slots[i].value - 1) / ARMEX_TOTALS_KINDS] =
                codes->slots[i].key;
}

/** Codes of roles other than the reporter: what they say is the same in every thread.
 */
static armex_status join_codes(struct armex_codes *to, const struct armex_codes *from,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && from->slots && i <= from->mask; i++)
        if (from->slots[i].key && !armex_codes_find(to, from->slots[i].key))
            status =
                armex_codes_add(to, from->slots[i].key, from->slots[i].value, error);
    return status;
}

static void join_row(struct armex_totals_worker *to, struct armex_totals_row *sums,
                     const struct armex_totals_row *from)
{
    const uint64_t counted = to->counted; // rows, which are counted once already

    for (size_t year = 0; year < ARMEX_TOTALS_YEARS; year++)
        armex_totals_add(to, &sums->sums[year], from->sums[year]);
    to->counted = counted;
}

static armex_status join_reporter(struct armex_totals_worker *to, uint64_t key,
                                  struct armex_totals_row *const *from,
                                  struct armex_error *error)
{
    uint32_t number = armex_codes_find(&to->codes[ARMEX_TRADE_REPORTER], key);
    armex_status status = ARMEX_OK;

    if (!number)
        status = armex_totals_add_reporter(to, key, &number, error);
    for (size_t kind = 0; !status && kind < ARMEX_TOTALS_KINDS; kind++) {
        const size_t at = number - 1 + kind;
        if (from[kind])
            status = armex_totals_need_row(to, at, error);
        if (from[kind] && !status)
            join_row(to, to->rows[at], from[kind]);
    }
    return status;
}

armex_status armex_totals_join(struct armex_totals_worker *to,
                               const struct armex_totals_worker *from,
                               struct armex_error *error)
{
    uint64_t *keys = calloc(from->n_reporters + 1, sizeof *keys);
    armex_status status = ARMEX_OK;

    if (!keys)
        return armex_fail_memory(error);
    armex_totals_reporters(keys, from);
    for (size_t i = 0; !status && i < ARMEX_TRADE_ROLES; i++)
        if (i != ARMEX_TRADE_REPORTER)
            status = join_codes(&to->codes[i], &from->codes[i], error);
    for (size_t i = 0; !status && i < from->n_reporters; i++)
        status = join_reporter(to, keys[i], from->rows + i * ARMEX_TOTALS_KINDS, error);
    to->counted += from->counted;
    to->parts += from->parts;
    to->other_flow += from->other_flow;
    to->not_arms += from->not_arms;
    to->overflow |= from->overflow;
    free(keys);
    return status;
}

/** Adds the highest level of the family that has a row; what was seen there. */
static unsigned add_family(armex_amount *sum, struct armex_totals_row *const *levels,
                           size_t n, size_t year)
{
    for (size_t i = 0; i < n; i++)
        if (levels[i] && levels[i]->sums[year]) {
            *sum += levels[i]->sums[year] >> 2;
            return levels[i]->sums[year] & ARMEX_SEEN;
        }
    return 0;
}

static struct armex_totals_row *const *levels_of(
    const struct armex_totals_worker *worker, size_t reporter,
    enum armex_trade_flow flow, bool world)
{
    return worker->rows + reporter * ARMEX_TOTALS_KINDS + armex_totals_flow(flow) +
           world * (size_t)ARMEX_TOTALS_WORLD;
}

unsigned armex_totals_side(double *out, const struct armex_totals_worker *worker,
                           size_t reporter, enum armex_trade_flow flow, bool world,
                           int year)
{
    const size_t y = (size_t)(year - ARMEX_TOTALS_FROM);
    struct armex_totals_row *const *levels = levels_of(worker, reporter, flow, world);
    armex_amount sum = 0;
    unsigned seen = add_family(&sum, levels, 3, y);

    seen |= add_family(&sum, levels + ARMEX_LEVEL_8710, 2, y);
    seen |= add_family(&sum, levels + ARMEX_LEVEL_890610, 1, y);
    if (out)
        *out = seen & ARMEX_SEEN_VALUE ? armex_amount_value(sum) : NAN;
    return seen;
}

bool armex_totals_stands(const struct armex_totals_worker *worker, size_t reporter,
                         enum armex_trade_flow flow, bool world,
                         enum armex_trade_level level, int year)
{
    const struct armex_totals_row *sums =
        levels_of(worker, reporter, flow, world)[level];

    return sums && sums->sums[year - ARMEX_TOTALS_FROM] != 0;
}
