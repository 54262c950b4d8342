/** ingest/flows_made.c: kept rows find their order again, and their lists. */
#include "ingest/flows_made.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** A piece in the order of the file: its first row is number `start` of all. */
struct piece {
    uint64_t chunk, start, at;
    size_t order; /* among the pieces of its keeper, who has all of a chunk */
    const struct armex_kept_row *rows; /* NULL: in the spool */
};

/** The levels above it in its family of arms, as bits. */
static unsigned above(unsigned level)
{
    const unsigned first = level < ARMEX_LEVEL_8710     ? ARMEX_LEVEL_93
                           : level < ARMEX_LEVEL_890610 ? ARMEX_LEVEL_8710
                                                        : ARMEX_LEVEL_890610;
    return (1u << level) - (1u << first);
}

/** All that is needed to give rows of flows. */
struct made {
    struct armex_spool spool;
    struct piece *pieces;
    size_t n_pieces, n;
    uint32_t *party, *category; /* places in the lists, by number */
    uint8_t *level;             /* of each category: enum armex_trade_level */
    uint8_t *standing; /* [reporter, flow, year]: bits of the levels that have rows;
                          NULL: the file does not say levels, and all rows count */
    bool others;       /* a level below one that counts has rows */
};

static void end_made(void *context)
{
    struct made *made = context;

    if (made) {
        armex_spool_close(&made->spool);
        free(made->pieces);
        free(made->party);
        free(made->category);
        free(made->level);
        free(made->standing);
        free(made);
    }
}

static uint8_t *standing_at(const struct made *made, size_t reporter, unsigned flow,
                            unsigned year)
{
    return &made->standing[(reporter * ARMEX_TRADE_FLOWS + flow) * ARMEX_TOTALS_YEARS +
                           year];
}

static bool is_detail(const struct made *made, const struct armex_kept_row *row)
{
    return made->standing && (*standing_at(made, row->reporter, row->flow, row->year) &
                              above(made->level[row->category]));
}

static void translate(struct armex_flow *out, const struct armex_kept_row *row,
                      const struct made *made)
{
    static const uint8_t reports[ARMEX_TRADE_FLOWS] = {
        [ARMEX_TRADE_EXPORTS] = ARMEX_BY_SUPPLIER,
        [ARMEX_TRADE_IMPORTS] = ARMEX_BY_RECIPIENT,
        [ARMEX_TRADE_RE_EXPORTS] = ARMEX_RE_EXPORTS,
        [ARMEX_TRADE_RE_IMPORTS] = ARMEX_RE_IMPORTS};
    const bool supplies =
        row->flow == ARMEX_TRADE_EXPORTS || row->flow == ARMEX_TRADE_RE_EXPORTS;
    const uint32_t reporter = made->party[row->reporter],
                   partner = made->party[row->partner];

    *out = (struct armex_flow){
        .supplier = supplies ? reporter : partner,
        .recipient = supplies ? partner : reporter,
        .category = made->category[row->category],
        .year = (short)(ARMEX_TOTALS_FROM + row->year),
        .mark = isnan(row->value) ? ARMEX_UNKNOWN_YET : ARMEX_FINAL,
        .report = is_detail(made, row) ? ARMEX_DETAIL : reports[row->flow],
        .value = row->value};
}

/** The piece that holds row `row`. */
static size_t find_piece(const struct made *made, size_t row)
{
    size_t from = 0, to = made->n_pieces;

    while (to - from > 1) {
        const size_t middle = from + (to - from) / 2;
        if (made->pieces[middle].start <= row)
            from = middle;
        else
            to = middle;
    }
    return from;
}

/** Rows of one piece, from its row `skip` on. */
static armex_status read_piece(struct armex_flow *out, const struct made *made,
                               const struct piece *piece, size_t skip, size_t n,
                               struct armex_error *error)
{
    enum { SOME = 2048 };
    struct armex_kept_row some[SOME];
    armex_status status = ARMEX_OK;

    for (size_t done = 0; !status && done < n; done += SOME) {
        const size_t count = n - done < SOME ? n - done : SOME, at = skip + done;
        const struct armex_kept_row *rows =
            piece->rows ? piece->rows + piece->at + at : some;
        if (!piece->rows)
            status = armex_spool_read(&made->spool, some, count * sizeof *some,
                                      (piece->at + at) * sizeof *some, error);
        for (size_t i = 0; !status && i < count; i++)
            translate(&out[done + i], &rows[i], made);
    }
    return status;
}

static armex_status read_made(const void *from, struct armex_flow *out, size_t first,
                              size_t n, struct armex_error *error)
{
    const struct made *made = from;
    armex_status status = ARMEX_OK;

    for (size_t i = find_piece(made, first), done = 0; !status && done < n; i++) {
        const struct piece *piece = &made->pieces[i];
        const size_t end = i + 1 < made->n_pieces ? piece[1].start : made->n,
                     skip = first + done - piece->start,
                     left = end - piece->start - skip,
                     count = n - done < left ? n - done : left;
        status = read_piece(out + done, made, piece, skip, count, error);
        done += count;
    }
    return status;
}

static int compare_pieces(const void *a, const void *b)
{
    const struct piece *x = a, *y = b;

    if (x->chunk != y->chunk)
        return x->chunk < y->chunk ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/** Puts the pieces of all keepers in the order of the file. */
static armex_status gather(struct made *made, const struct armex_keeper *keepers,
                           unsigned n, struct armex_error *error)
{
    size_t all = 0, start = 0;

    for (unsigned k = 0; k < n; k++)
        all += keepers[k].n_pieces;
    made->pieces = calloc(all + 1, sizeof *made->pieces);
    if (!made->pieces)
        return armex_fail_memory(error);
    for (unsigned k = 0; k < n; k++)
        for (size_t i = 0; i < keepers[k].n_pieces; i++) {
            const struct armex_kept_piece *piece = &keepers[k].pieces[i];
            made->pieces[made->n_pieces++] =
                (struct piece){piece->chunk, piece->n, piece->at, i,
                               i < keepers[k].n_spooled ? NULL : keepers[k].rows};
        }
    qsort(made->pieces, all, sizeof *made->pieces, compare_pieces);
    for (size_t i = 0; i < all; i++) { // from how many to from where on
        const size_t count = made->pieces[i].start;
        made->pieces[i].start = start;
        start += count;
    }
    made->n = start;
    return ARMEX_OK;
}

/** Which levels have rows of one reporter, flow and year. */
static void find_levels(struct made *made, const struct armex_totals_worker *totals,
                        size_t in_totals, size_t reporter, unsigned flow, unsigned year)
{
    uint8_t *standing = standing_at(made, reporter, flow, year);

    for (unsigned level = 0; level < ARMEX_LEVELS; level++)
        if (armex_totals_stands(totals, in_totals, (enum armex_trade_flow)flow, false,
                                (enum armex_trade_level)level,
                                ARMEX_TOTALS_FROM + (int)year)) {
            made->others = made->others || (*standing & above(level));
            *standing |= (uint8_t)(1u << level);
        }
}

/** Codes of parties by which a reporter of the totals is found again. */
static armex_status index_parties(struct armex_codes *out,
                                  const struct armex_words *parties,
                                  struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < parties->n; i++) {
        char padded[ARMEX_CODE_SIZE + 1] = {0};
        const size_t length = strlen(parties->words[i]);
        if (length > ARMEX_CODE_MOST)
            continue;
        memcpy(padded, parties->words[i], length);
        status = armex_codes_add(out, armex_code_key(padded, length), (uint32_t)i + 1,
                                 error);
    }
    return status;
}

/** Where the file says at which level its rows stand, the highest counts. */
static armex_status find_all_levels(struct made *made,
                                    const struct armex_keeper *keeper,
                                    struct armex_error *error)
{
    const struct armex_totals_worker *totals = &keeper->totals;
    const struct armex_words *parties = keeper->shared->parties;
    const size_t years = ARMEX_TOTALS_YEARS;
    struct armex_codes codes = {0};
    uint64_t *keys = calloc(totals->n_reporters + 1, sizeof *keys);
    armex_status status = index_parties(&codes, parties, error);

    made->standing = calloc(parties->n + 1, ARMEX_TRADE_FLOWS * years);
    if (!status && (!keys || !made->standing))
        status = armex_fail_memory(error);
    if (!status)
        armex_totals_reporters(keys, totals);
    for (size_t r = 0; !status && r < totals->n_reporters; r++) {
        const uint32_t number = armex_codes_find(&codes, keys[r]);
        for (unsigned flow = 0; number && flow < ARMEX_TRADE_FLOWS; flow++)
            for (unsigned year = 0; year < years; year++)
                find_levels(made, totals, r, number - 1, flow, year);
    }
    armex_codes_free(&codes);
    free(keys);
    return status;
}

static uint32_t *copy_places(const struct armex_words *words)
{
    uint32_t *places = calloc(words->n + 1, sizeof *places);

    if (places && words->n)
        memcpy(places, words->place, words->n * sizeof *places);
    return places;
}

static armex_status make_lists(struct made *made, const struct armex_keeper *keeper,
                               struct armex_error *error)
{
    struct armex_words *parties = keeper->shared->parties,
                       *categories = keeper->shared->categories;
    armex_status status = armex_words_sort(parties, error);

    if (!status)
        status = armex_words_sort(categories, error);
    if (status)
        return status;
    made->party = copy_places(parties);
    made->category = copy_places(categories);
    made->level = calloc(categories->n + 1, sizeof *made->level);
    if (!made->party || !made->category || !made->level)
        return armex_fail_memory(error);
    for (size_t i = 0; i < categories->n; i++) {
        enum armex_trade_level level;
        armex_trade_level_says(&level, categories->words[i],
                               strlen(categories->words[i]));
        made->level[i] = (uint8_t)level;
    }
    return keeper->totals.columns->levels ? find_all_levels(made, keeper, error)
                                          : ARMEX_OK;
}

static armex_status create_flows(struct armex_flows **out,
                                 const struct armex_keeping *keeping,
                                 struct armex_error *error)
{
    const struct armex_words *parties = keeping->parties,
                             *categories = keeping->categories;
    const armex_status status =
        armex_flows_create(out, parties->list, parties->n_list, categories->list,
                           categories->n_list, error);

    if (!status) {
        (*out)->measure = ARMEX_CUSTOMS;
        (*out)->unit = (struct armex_unit){.kind = ARMEX_MONEY, .currency = "usd"};
    }
    return status;
}

/** Few rows come to memory. */
static armex_status load(struct armex_flows *flows, const struct made *made,
                         struct armex_error *error)
{
    flows->items = calloc(made->n + 1, sizeof *flows->items);
    if (!flows->items)
        return armex_fail_memory(error);
    flows->n = flows->capacity = made->n;
    return read_made(made, flows->items, 0, made->n, error);
}

/** Many stay where they are, and go with the flows. */
static void leave(struct armex_flows *flows, struct made *made,
                  const struct armex_keeper *keepers, unsigned n)
{
    struct armex_flow_rows *rows = &flows->elsewhere;

    *rows = (struct armex_flow_rows){made->n, read_made, end_made,
                                     made,    false,     made->others};
    for (unsigned k = 0; k < n; k++) {
        rows->unstated = rows->unstated || keepers[k].unstated;
        rows->others = rows->others || keepers[k].others;
    }
}

/** The flows of what was gathered; `stay` where it is. */
static armex_status make(struct armex_flows **out, struct made *made,
                         struct armex_keeper *keepers, unsigned n, bool stay,
                         struct armex_error *error)
{
    armex_status status = make_lists(made, &keepers[0], error);

    if (!status)
        status = create_flows(out, keepers[0].shared, error);
    if (!status && stay)
        leave(*out, made, keepers, n);
    else if (!status)
        status = load(*out, made, error);
    return status;
}

static armex_status flush_all(struct armex_keeper *keepers, unsigned n,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (unsigned k = 0; !status && k < n; k++)
        status = armex_keeper_flush(&keepers[k], error);
    return status;
}

/** Moves the spool, which then belongs to `made`. */
static void take_spool(struct made *made, struct armex_keeping *keeping)
{
    made->spool.file = keeping->spool.file;
    made->spool.end = keeping->spool.end;
    keeping->spool.file = -1;
}

armex_status armex_keepers_flows(struct armex_flows **out, struct armex_keeper *keepers,
                                 unsigned n, size_t most, struct armex_error *error)
{
    struct made *made = calloc(1, sizeof *made);
    uint64_t all = 0;
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (!made)
        return armex_fail_memory(error);
    armex_spool_open(&made->spool, NULL);
    for (unsigned k = 0; k < n; k++)
        all += keepers[k].n_kept;
    if (all > most)
        status = flush_all(keepers, n, error);
    if (!status)
        status = gather(made, keepers, n, error);
    take_spool(made, keepers[0].shared);
    if (!status && all > 0)
        status = make(out, made, keepers, n, all > most, error);
    if (!*out || (*out)->elsewhere.from != made)
        end_made(made);
    if (status) {
        armex_flows_free(*out);
        *out = NULL;
    }
    return status;
}
