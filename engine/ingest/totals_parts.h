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

/** Sums for a kind that has none yet, by its number. Errors: ARMEX_NO_MEMORY. */
armex_status armex_totals_add_place(struct armex_totals_worker *worker, size_t at,
                                    struct armex_error *error);

/** Adds an amount, and what was seen, to the sum at `place` of worker->sums.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_totals_add(struct armex_totals_worker *worker, size_t place,
                              armex_amount amount, uint32_t seen,
                              struct armex_error *error);

/** Two sums as worker->sums holds them, together. */
static inline uint64_t armex_totals_plus(uint64_t a, uint64_t b)
{
    const uint64_t seen = ARMEX_SEEN;
    return ((a & ~seen) + (b & ~seen)) | ((a | b) & seen);
}

/** Adds to the rest at `place`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_totals_add_rest(struct armex_totals_worker *worker, size_t place,
                                   armex_amount amount, struct armex_error *error);

/** Makes room in sums that are full. Errors: ARMEX_NO_MEMORY. */
armex_status armex_totals_relieve(struct armex_totals_worker *worker,
                                  struct armex_error *error);

/** The sum at `place`; `*seen` says what was seen, 0 for nothing at all. */
armex_amount armex_totals_sum(const struct armex_totals_worker *worker, size_t place,
                              uint32_t *seen);

/** Notes that a year was met. */
static inline void armex_totals_meet_year(struct armex_totals_worker *worker, int year)
{
    if (!worker->first_year || year < worker->first_year)
        worker->first_year = year;
    if (year > worker->last_year)
        worker->last_year = year;
}

#ifdef __x86_64__
extern const struct armex_row_sink armex_totals_sink_avx2;
#endif

/** Values with so many binary digits go straight to their sums: some dozens of them
 *  can be added to one that is full before it wraps. */
enum { ARMEX_TOTALS_DIGITS = 46 };

/** What a row's codes say of its place among the kinds, or ARMEX_TRADE_PASSED; of text
 *  without quotes and blanks around. */
enum {
    ARMEX_TRADE_SAYS_OTHER = 1, /**< a partner that is not the World */
    ARMEX_TRADE_SAYS_WORLD = ARMEX_TOTALS_GROUP * ARMEX_TOTALS_WORLD + 1
};
uint32_t armex_trade_says_level(const char *text, size_t length, bool levels);
uint32_t armex_trade_says_flow(const char *text, size_t length);
uint32_t armex_trade_says_partner(const char *text, size_t length);

/** How names of the World begin that have no W first: four bytes with the bit 0x20 set,
 *  each where the multiplier of armex_trade_may_be_world() puts it. */
#define ARMEX_FOUR(a, b, c, d)                                                         \
    (0x20202020u |                                                                     \
     ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16 | (uint32_t)(d) << 24))
static const uint32_t armex_world_beginnings[32] = {
    [1] = ARMEX_FOUR('v', 'a', 'r', 'l'),
    [4] = ARMEX_FOUR('t', 'o', 't', 'a'),    // Total
    [5] = ARMEX_FOUR('l', 'u', 'm', 'e'),    // Lume
    [6] = ARMEX_FOUR('m', 'o', 'n', 'd'),    // Monde, Mondo
    [7] = ARMEX_FOUR('a', 'l', 'l', ' '),    // All, All countries
    [9] = ARMEX_FOUR('t', 'o', 'd', 'o'),    // Todos los paises
    [11] = ARMEX_FOUR('d', 0xc3, 0xbc, 'n'), // the same, with its dots
    [15] = ARMEX_FOUR('t', 'u', 't', 't'),   // Tutti i paesi
    [16] = ARMEX_FOUR('m', 'u', 'n', 'd'),   // Mundo
    [18] = ARMEX_FOUR('v', 'e', 'r', 'd'),   // Verden
    [19] = ARMEX_FOUR('d', 'u', 'n', 'y'),   // Dunya
    [21] = ARMEX_FOUR('s', 'v', 'e', 't'),
    [22] = ARMEX_FOUR('m', 'a', 'a', 'i'),   // Maailma
    [24] = ARMEX_FOUR('v', 0xc3, 0xa4, 'r'), // Varlden, with its dots
    [26] = ARMEX_FOUR('a', 'l', 'l', '"'),   // All, within quotes
    [27] = ARMEX_FOUR('s', 'v', 0xc4, 0x9b), // Svet, with its caron
    [28] = ARMEX_FOUR('t', 'o', 'u', 's'),   // Tous pays
    [29] = ARMEX_FOUR('d', 'u', 'n', 'i'),   // Dunia
    [30] = ARMEX_FOUR('a', 'l', 'l', 'e'),   // Alle Laender
};

/** The first bytes of a text, of which no more than its own can be read. */
static inline uint64_t armex_trade_beginning(const char *text, size_t length)
{
    uint64_t key = 0;

    for (size_t i = 0; i < 4 && i < length; i++)
        key |= (uint64_t)(uint8_t)text[i] << 8 * i;
    return key;
}

/** Whether a partner whose first bytes are `key` (ingest/codes.h), its quote aside, may
 *  be the World, in whatever case, with zeros, a sign or blanks before it or by a name
 *  beyond ASCII: else nobody need look further. */
static inline __attribute__((always_inline)) bool armex_trade_may_be_world(uint64_t key)
{
    const uint32_t four = (uint32_t)key | 0x20202020u, multiplier = 0x9e377ecb;
    const uint8_t byte = (uint8_t)key;

    return ((uint8_t)four == 'w') | ((byte ^ 0x80) <= ('0' ^ 0x80)) |
           (armex_world_beginnings[four * multiplier >> 27] == four);
}

/** Takes quotes and blanks off a cell as it stands in its row. false: it holds quotes
 *  of its own, or what is not ASCII, and has to be read by ingest/csv.h. */
bool armex_trade_bare(const char **text, size_t *length);

/** Whether text without quotes and blanks around says the total that is wanted. */
bool armex_trade_total_is(const struct armex_trade_total *total, const char *text,
                          size_t length);

/** The same of a cell as it stands in its row. */
enum armex_trade_part { ARMEX_TRADE_TOTAL, ARMEX_TRADE_PART, ARMEX_TRADE_UNCLEAR };
enum armex_trade_part armex_trade_part_of(const struct armex_trade_total *total,
                                          const char *text, size_t length);

/** The same, quick where it can be: a total as its code is written; a part that begins
 *  as no way to write the total does. */
static inline enum armex_trade_part armex_trade_part_at_once(
    const struct armex_trade_total *total, const char *text, size_t length)
{
    const size_t quoted = length > 1 && *text == '"', inner = length - 2 * quoted;
    const char first = text[quoted];

    if (inner == 0 ||
        ((total->begins ? inner >= total->length : inner == total->length) &&
         memcmp(text + quoted, total->code, total->length) == 0))
        return ARMEX_TRADE_TOTAL;
    if (first > '0' && first <= '~' && (first | ' ') != (*total->code | ' '))
        return ARMEX_TRADE_PART;
    return armex_trade_part_of(total, text, length);
}

/** The place in worker->places of the sums that a row counts in. */
static inline __attribute__((always_inline)) size_t armex_totals_at(
    const uint32_t says[ARMEX_TRADE_ROLES])
{
    return (size_t)says[ARMEX_TRADE_REPORTER] + says[ARMEX_TRADE_PARTNER] +
           says[ARMEX_TRADE_FLOW] + says[ARMEX_TRADE_COMMODITY] - 4;
}

/** Where the places of a reporter begin; those of its kinds lie a group apart. */
static inline size_t armex_totals_base(size_t reporter)
{
    const size_t group = ARMEX_TOTALS_GROUP;
    return reporter / group * (group * ARMEX_TOTALS_BLOCK) + reporter % group;
}

/** Why a row with such codes is passed over, if it is. */
static inline enum armex_totals_reason armex_totals_passed(
    const uint32_t says[ARMEX_TRADE_ROLES], bool part)
{
    if (part)
        return ARMEX_TOTALS_PART;
    return says[ARMEX_TRADE_FLOW] & ARMEX_TRADE_PASSED ? ARMEX_TOTALS_OTHER_FLOW
                                                       : ARMEX_TOTALS_NO_ARMS;
}

#endif
