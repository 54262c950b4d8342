/** ingest/totals_join.c: the sums of all threads, and the figures they make. */
#include <math.h>
#include <stdlib.h>

#include "ingest/totals_parts.h"

void armex_totals_reporters(uint64_t *keys, const struct armex_totals_worker *worker)
{
    const struct armex_codes *codes = &worker->codes[ARMEX_TRADE_REPORTER];

    for (size_t i = 0; codes->slots && i <= codes->mask; i++)
        if (armex_code_is_plain(&codes->slots[i]))
            keys[(codes->slots[i].value - 1) / ARMEX_TOTALS_BLOCK] =
                codes->slots[i].key;
}

/** Codes of roles other than the reporter: what they say is the same in every thread.
 */
static armex_status join_codes(struct armex_codes *to, const struct armex_codes *from,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && from->slots && i <= from->mask; i++)
        if (from->slots[i].key != ARMEX_CODE_FREE &&
            !armex_codes_find(to, from->slots[i].key))
            status =
                armex_codes_add(to, from->slots[i].key, from->slots[i].value, error);
    return status;
}

static armex_status join_years(struct armex_totals_worker *to, size_t place,
                               const struct armex_totals_worker *from,
                               size_t from_place, struct armex_error *error)
{
    const struct armex_totals_rest *rest = from->rests[from_place / ARMEX_TOTALS_YEARS];
    armex_status status = ARMEX_OK;

    for (size_t year = 0; !status && year < ARMEX_TOTALS_YEARS; year++) {
        if (from->sums[from_place + year])
            status = armex_totals_add_sum(to, place + year,
                                          from->sums[from_place + year], error);
        if (!status && rest && rest->sums[year])
            status = armex_totals_add_rest(to, place + year, rest->sums[year], error);
    }
    return status;
}

static armex_status join_reporter(struct armex_totals_worker *to, uint64_t key,
                                  const struct armex_totals_worker *from,
                                  size_t reporter, struct armex_error *error)
{
    const uint32_t *places = from->places + reporter * ARMEX_TOTALS_BLOCK;
    uint32_t number = armex_codes_find(&to->codes[ARMEX_TRADE_REPORTER], key);
    armex_status status = ARMEX_OK;

    if (!number)
        status = armex_totals_add_reporter(to, key, &number, error);
    for (size_t kind = 0; !status && kind < ARMEX_TOTALS_KINDS; kind++) {
        const size_t at = number - 1 + kind;
        if (!places[kind])
            continue;
        if (!to->places[at])
            status = armex_totals_add_place(to, at, error);
        if (!status)
            status = join_years(to, to->places[at], from, places[kind], error);
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
        status = join_reporter(to, keys[i], from, i, error);
    to->counted += from->counted;
    for (size_t i = 0; i < ARMEX_TOTALS_REASONS; i++)
        to->passed[i] += from->passed[i];
    to->overflow |= from->overflow;
    free(keys);
    return status;
}

armex_amount armex_totals_sum(const struct armex_totals_worker *worker, size_t place,
                              uint32_t *seen)
{
    const struct armex_totals_rest *rest = worker->rests[place / ARMEX_TOTALS_YEARS];
    const uint64_t sum = worker->sums[place];

    *seen = sum & ARMEX_SEEN;
    return (armex_amount)(sum >> 2) * armex_amount_units[3] +
           (rest ? rest->sums[place % ARMEX_TOTALS_YEARS] : 0);
}

unsigned armex_totals_side(double *out, const struct armex_totals_worker *worker,
                           size_t reporter, enum armex_trade_flow flow, bool world,
                           int year)
{
    static const unsigned families[ARMEX_LEVELS] = {0, 0, 0, 1, 1, 2}; // of each level
    const uint32_t *places = worker->places + reporter * ARMEX_TOTALS_BLOCK;
    const size_t y = (size_t)(year - ARMEX_TOTALS_FROM);
    armex_amount all = 0;
    uint32_t seen = 0;
    unsigned done = 0; // families

    for (uint32_t kinds = places[ARMEX_TOTALS_KINDS + flow]; kinds;
         kinds &= kinds - 1) {
        const unsigned kind = (unsigned)__builtin_ctz(kinds);
        const unsigned family = 1u << families[kind / 2];
        uint32_t here;
        if (kind % 2 != world)
            continue;
        const armex_amount sum = armex_totals_sum(
            worker, places[kind * ARMEX_TRADE_FLOWS + flow] + y, &here);
        if (here && !(done & family)) { // the highest level comes first
            all += sum;
            seen |= here;
            done |= family;
        }
    }
    if (out)
        *out = seen & ARMEX_SEEN_VALUE ? armex_amount_value(all) : NAN;
    return seen;
}

bool armex_totals_stands(const struct armex_totals_worker *worker, size_t reporter,
                         enum armex_trade_flow flow, bool world,
                         enum armex_trade_level level, int year)
{
    const uint32_t *places = worker->places + reporter * ARMEX_TOTALS_BLOCK;
    const unsigned kind = 2 * level + world;
    uint32_t here = 0;

    if (places[ARMEX_TOTALS_KINDS + flow] >> kind & 1)
        armex_totals_sum(worker,
                         places[kind * ARMEX_TRADE_FLOWS + flow] +
                             (size_t)(year - ARMEX_TOTALS_FROM),
                         &here);
    return here != 0;
}
