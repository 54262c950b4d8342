/** ingest/totals_join.c: the sums of all threads, and the figures they make. */
#include <math.h>
#include <stdlib.h>

#include "ingest/totals_parts.h"

/** The reporter of a code that says `says`. */
static size_t reporter_of(uint32_t says)
{
    const size_t group = ARMEX_TOTALS_GROUP, at = says - 1;
    return at / (group * ARMEX_TOTALS_BLOCK) * group + at % group;
}

void armex_totals_reporters(uint64_t *keys, const struct armex_totals_worker *worker)
{
    const struct armex_codes *codes = &worker->codes[ARMEX_TRADE_REPORTER];

    for (size_t i = 0; codes->slots && i <= codes->mask; i++)
        if (armex_code_is_plain(&codes->slots[i]))
            keys[reporter_of(codes->slots[i].value)] = codes->slots[i].key;
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

/** Neither may be full: then their sum does not wrap. */
static armex_status join_years(struct armex_totals_worker *to, size_t place,
                               const struct armex_totals_worker *from,
                               size_t from_place, struct armex_error *error)
{
    const struct armex_totals_rest *rest = from->rests[from_place / ARMEX_TOTALS_YEARS];
    const size_t first = (size_t)(from->first_year - ARMEX_TOTALS_FROM),
                 last = (size_t)(from->last_year - ARMEX_TOTALS_FROM);
    uint64_t *sums = to->sums + place, bits = 0;
    armex_status status = ARMEX_OK;

    for (size_t year = first; year <= last; year++) {
        sums[year] = armex_totals_plus(sums[year], from->sums[from_place + year]);
        bits |= sums[year];
    }
    to->full |= bits >> 63;
    for (size_t year = first; rest && !status && year <= last; year++)
        if (rest->sums[year])
            status = armex_totals_add_rest(to, place + year, rest->sums[year], error);
    return status ? status : armex_totals_relieve(to, error);
}

static armex_status join_reporter(struct armex_totals_worker *to, uint64_t key,
                                  const struct armex_totals_worker *from,
                                  size_t reporter, struct armex_error *error)
{
    const uint32_t *places = from->places + armex_totals_base(reporter);
    uint32_t number = armex_codes_find(&to->codes[ARMEX_TRADE_REPORTER], key);
    armex_status status = ARMEX_OK;

    if (!number)
        status = armex_totals_add_reporter(to, key, &number, error);
    for (size_t kind = 0; !status && kind < ARMEX_TOTALS_KINDS; kind++) {
        const size_t beyond = kind * ARMEX_TOTALS_GROUP, at = number - 1 + beyond;
        if (!places[beyond])
            continue;
        if (!to->places[at])
            status = armex_totals_add_place(to, at, error);
        if (!status)
            status = join_years(to, to->places[at], from, places[beyond], error);
    }
    return status;
}

armex_status armex_totals_join(struct armex_totals_worker *to,
                               struct armex_totals_worker *from,
                               struct armex_error *error)
{
    uint64_t *keys = calloc(from->n_reporters + 1, sizeof *keys);
    armex_status status =
        keys ? armex_totals_relieve(to, error) : armex_fail_memory(error);

    if (!status)
        status = armex_totals_relieve(from, error);
    if (!status)
        armex_totals_reporters(keys, from);
    for (size_t i = 0; !status && i < ARMEX_TRADE_ROLES; i++)
        if (i != ARMEX_TRADE_REPORTER)
            status = join_codes(&to->codes[i], &from->codes[i], error);
    for (size_t i = 0; !status && i < from->n_reporters; i++)
        status = join_reporter(to, keys[i], from, i, error);
    if (from->first_year) {
        armex_totals_meet_year(to, from->first_year);
        armex_totals_meet_year(to, from->last_year);
    }
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

/** Thousandths of a dollar, and what cannot be said in them. Three sums, one a
 *  family of arms, do not wrap. */
struct sum {
    uint64_t thousandths;
    armex_amount rest;
};

static void add_sum(struct sum *sum, const struct armex_totals_worker *worker,
                    size_t place)
{
    const struct armex_totals_rest *rest = worker->rests[place / ARMEX_TOTALS_YEARS];

    sum->thousandths += worker->sums[place] >> 2;
    if (rest)
        sum->rest += rest->sums[place % ARMEX_TOTALS_YEARS];
}

/** As armex_amount_value(), of which most are a division of two whole numbers that a
 *  double holds. */
static double value_of(const struct sum *sum)
{
    const uint64_t most = (uint64_t)1 << 53;

    if (!sum->rest && sum->thousandths < most)
        return (double)sum->thousandths / 1000.0;
    return armex_amount_value(sum->thousandths * (armex_amount)armex_amount_units[3] +
                              sum->rest);
}

/** The kinds of a flow, bit by bit, whose partner is the World, or is not. */
static uint32_t kinds_of(const uint32_t *places, enum armex_trade_flow flow, bool world)
{
    const uint32_t every_other = 0x55555555;
    const size_t group = ARMEX_TOTALS_GROUP;
    return places[group * (ARMEX_TOTALS_KINDS + flow)] & every_other << world;
}

bool armex_totals_has(const struct armex_totals_worker *worker, size_t reporter,
                      enum armex_trade_flow flow, bool world)
{
    return kinds_of(worker->places + armex_totals_base(reporter), flow, world) != 0;
}

/** The place of the sums of a kind, as kinds_of() numbers them. */
static size_t place_of(const uint32_t *places, unsigned kind,
                       enum armex_trade_flow flow)
{
    const size_t group = ARMEX_TOTALS_GROUP;
    return places[group * (kind * ARMEX_TRADE_FLOWS + flow)];
}

/** The sums of one side of a reporter and flow, the highest level of a family first. */
struct side {
    struct {
        size_t place;
        unsigned family; /**< of arms: one bit */
    } kinds[ARMEX_LEVELS];
    size_t n;
};

static struct side side_of(const struct armex_totals_worker *worker, size_t reporter,
                           enum armex_trade_flow flow, bool world)
{
    static const unsigned families[ARMEX_LEVELS] = {0, 0, 0, 1, 1, 2}; // of each level
    const uint32_t *places = worker->places + armex_totals_base(reporter);
    struct side side = {.n = 0};

    for (uint32_t kinds = kinds_of(places, flow, world); kinds; kinds &= kinds - 1) {
        const unsigned kind = (unsigned)__builtin_ctz(kinds);
        side.kinds[side.n].place = place_of(places, kind, flow);
        side.kinds[side.n++].family = 1u << families[kind / 2];
    }
    return side;
}

/** The figure of year `y` since the first that a place is for. */
static inline unsigned figure_of(double *out, const struct armex_totals_worker *worker,
                                 const struct side *side, size_t y)
{
    struct sum all = {0};
    uint32_t seen = 0;
    unsigned done = 0; // families

    for (size_t i = 0; i < side->n; i++) {
        const size_t place = side->kinds[i].place + y;
        const uint64_t here = worker->sums[place];
        if (here && !(done & side->kinds[i].family)) {
            add_sum(&all, worker, place);
            seen |= here & ARMEX_SEEN;
            done |= side->kinds[i].family;
        }
    }
    *out = seen & ARMEX_SEEN_VALUE ? value_of(&all) : NAN;
    return seen;
}

void armex_totals_sides(double *values, uint8_t *seen,
                        const struct armex_totals_worker *worker, size_t reporter,
                        enum armex_trade_flow flow, bool world)
{
    const struct side side = side_of(worker, reporter, flow, world);

    for (int year = worker->first_year; year <= worker->last_year; year++)
        *seen++ = (uint8_t)figure_of(values++, worker, &side,
                                     (size_t)(year - ARMEX_TOTALS_FROM));
}

bool armex_totals_stands(const struct armex_totals_worker *worker, size_t reporter,
                         enum armex_trade_flow flow, bool world,
                         enum armex_trade_level level, int year)
{
    const uint32_t *places = worker->places + armex_totals_base(reporter);
    const unsigned kind = 2 * level + world;

    return kinds_of(places, flow, world) >> kind & 1 &&
           worker->sums[place_of(places, kind, flow) +
                        (size_t)(year - ARMEX_TOTALS_FROM)] &
               ARMEX_SEEN;
}
