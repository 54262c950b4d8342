/** ingest/totals_sums.c: where the sums of one thread are kept. */
#include <stdlib.h>

#include "ingest/totals_parts.h"

armex_status armex_totals_add_reporter(struct armex_totals_worker *worker, uint64_t key,
                                       uint32_t *number, struct armex_error *error)
{
    const size_t first = ARMEX_TOTALS_GROUP, block = ARMEX_TOTALS_BLOCK;

    if (worker->n_reporters == worker->room_for_reporters) {
        const size_t had = worker->room_for_reporters, room = had ? 2 * had : first;
        uint32_t *places = reallocarray(worker->places, room * block, sizeof *places);
        if (!places)
            return armex_fail_memory(error);
        memset(places + had * block, 0, (room - had) * block * sizeof *places);
        worker->places = places;
        worker->room_for_reporters = room;
    }
    *number = (uint32_t)armex_totals_base(worker->n_reporters++) + 1;
    return armex_codes_add(&worker->codes[ARMEX_TRADE_REPORTER], key, *number, error);
}

/** Room for twice as many kinds. */
static armex_status grow(struct armex_totals_worker *worker, struct armex_error *error)
{
    const size_t years = ARMEX_TOTALS_YEARS, had = worker->room_for_places / years,
                 first = 1024, room = had ? 2 * had : first;
    uint64_t *sums = reallocarray(worker->sums, room * years, sizeof *sums);

    if (!sums)
        return armex_fail_memory(error);
    worker->sums = sums;
    struct armex_totals_rest **rests =
        reallocarray(worker->rests, room, sizeof(struct armex_totals_rest *));
    if (!rests)
        return armex_fail_memory(error);
    worker->rests = rests;
    worker->room_for_places = room * years;
    return ARMEX_OK;
}

armex_status armex_totals_add_place(struct armex_totals_worker *worker, size_t at,
                                    struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (worker->n_places == 0)
        worker->n_places = ARMEX_TOTALS_YEARS; // the first are no places of sums
    if (worker->n_places >= worker->room_for_places)
        status = grow(worker, error);
    if (!status) {
        // Cleared when it is wanted: pages that are never written to cost nothing.
        memset(worker->sums + worker->n_places, 0,
               ARMEX_TOTALS_YEARS * sizeof *worker->sums);
        worker->rests[worker->n_places / ARMEX_TOTALS_YEARS] = NULL;
        const size_t group = ARMEX_TOTALS_GROUP, flows = ARMEX_TRADE_FLOWS,
                     kind = at / group % ARMEX_TOTALS_BLOCK;
        worker->places[at + group * (ARMEX_TOTALS_KINDS + kind % flows - kind)] |=
            1u << (kind / flows);
        worker->places[at] = (uint32_t)worker->n_places;
        worker->n_places += ARMEX_TOTALS_YEARS;
    }
    return status;
}

armex_status armex_totals_add_rest(struct armex_totals_worker *worker, size_t place,
                                   armex_amount amount, struct armex_error *error)
{
    struct armex_totals_rest **rest = &worker->rests[place / ARMEX_TOTALS_YEARS];

    if (!*rest)
        *rest = calloc(1, sizeof **rest);
    if (!*rest)
        return armex_fail_memory(error);
    armex_amount *sum = &(*rest)->sums[place % ARMEX_TOTALS_YEARS];
    *sum += amount;
    worker->overflow |= armex_amount_overflows(4 * *sum);
    return ARMEX_OK;
}

armex_status armex_totals_add(struct armex_totals_worker *worker, size_t place,
                              armex_amount amount, uint32_t seen,
                              struct armex_error *error)
{
    const armex_amount most = (uint64_t)1 << ARMEX_TOTALS_DIGITS,
                       thousandths = amount / armex_amount_units[3];

    if (thousandths < most && thousandths * armex_amount_units[3] == amount) {
        worker->sums[place] =
            armex_totals_plus(worker->sums[place], 4 * (uint64_t)thousandths | seen);
        worker->full |= worker->sums[place] >> 63;
        return armex_totals_relieve(worker, error);
    }
    worker->sums[place] |= seen;
    return armex_totals_add_rest(worker, place, amount, error);
}

armex_status armex_totals_relieve(struct armex_totals_worker *worker,
                                  struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (!worker->full)
        return ARMEX_OK;
    for (size_t i = ARMEX_TOTALS_YEARS; !status && i < worker->n_places; i++) {
        const uint64_t sum = worker->sums[i];
        if (sum >> 63) {
            status = armex_totals_add_rest(
                worker, i, (armex_amount)(sum >> 2) * armex_amount_units[3], error);
            worker->sums[i] = sum & ARMEX_SEEN;
        }
    }
    worker->full = false;
    return status;
}

void armex_totals_worker_free(struct armex_totals_worker *worker)
{
    for (size_t i = 1; i < worker->n_places / ARMEX_TOTALS_YEARS; i++)
        free(worker->rests[i]);
    free(worker->rests);
    free(worker->sums);
    free(worker->places);
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++)
        armex_codes_free(&worker->codes[i]);
}
