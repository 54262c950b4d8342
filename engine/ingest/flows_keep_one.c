/** ingest/flows_keep_one.c: a row with something new or odd in it, cell by cell. */
#include "ingest/flows_keep_parts.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "ingest/columns.h"
#include "ingest/totals_parts.h"

enum { MOST_WORDS = UINT16_MAX + 1 };

void armex_keeper_meet(struct armex_keeper *keeper, const char *text, size_t length)
{
    const bool fits = length > 0 && length < sizeof keeper->partner;

    if (keeper->several || (fits && strlen(keeper->partner) == length &&
                            memcmp(keeper->partner, text, length) == 0))
        return;
    if (armex_trade_is_world(text, length))
        return;
    if (fits && !*keeper->partner && !memchr(text, 0, length))
        memcpy(keeper->partner, text, length);
    else
        keeper->several = true;
}

armex_status armex_keeper_add_one(void *context, const char *file,
                                  const struct armex_cell *cells, size_t n,
                                  struct armex_error *error)
{
    struct armex_keeper *keeper = context;
    const struct armex_cell *partner =
        &cells[keeper->totals.columns->roles[ARMEX_TRADE_PARTNER]];

    armex_keeper_meet(keeper, partner->text, partner->length);
    return armex_totals_sink()->take_one(&keeper->totals, file, cells, n, error);
}

/** The number of a word, which all threads share. */
static armex_status number_word(uint32_t *number, struct armex_keeper *keeper,
                                struct armex_words *words,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    struct armex_keeping *shared = keeper->shared;
    bool new;

    pthread_mutex_lock(&shared->lock);
    armex_status status =
        armex_words_number(number, &new, words, cell->text, cell->length, error);
    if (!status && *number >= MOST_WORDS) {
        shared->too_many = true;
        status = armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "too many");
    }
    pthread_mutex_unlock(&shared->lock);
    ++*number;
    return status;
}

/** From now on the quick way knows what this code says. */
static armex_status remember(struct armex_keeper *keeper, enum armex_trade_role role,
                             const struct armex_cell *cell, uint32_t says,
                             struct armex_error *error)
{
    char padded[2 * ARMEX_CODE_SIZE] = {0};

    if (cell->length == 0 || cell->length > ARMEX_CODE_MOST ||
        memchr(cell->text, '"', cell->length) || memchr(cell->text, 0, cell->length))
        return ARMEX_OK; // judged anew each time
    memcpy(padded, cell->text, cell->length);
    const uint64_t key = armex_code_key(padded, cell->length);
    return armex_codes_find(&keeper->codes[role], key)
               ? ARMEX_OK
               : armex_codes_add(&keeper->codes[role], key, says, error);
}

/** What the codes of commodity, flow and partner say; those of goods and partners that
 *  are kept have no number yet. */
static bool judge(uint32_t says[ARMEX_TRADE_ROLES],
                  const struct armex_trade_columns *columns,
                  const struct armex_cell *cells)
{
    const struct armex_cell *commodity = &cells[columns->roles[ARMEX_TRADE_COMMODITY]],
                            *flow = &cells[columns->roles[ARMEX_TRADE_FLOW]],
                            *partner = &cells[columns->roles[ARMEX_TRADE_PARTNER]];
    enum armex_trade_level level;
    enum armex_trade_flow way;
    const bool is_arms =
                   armex_trade_level_says(&level, commodity->text, commodity->length),
               is_counted = armex_trade_flow_says(&way, flow->text, flow->length),
               is_world = armex_trade_is_world(partner->text, partner->length);
    bool kept = is_arms && is_counted && !is_world;

    says[ARMEX_TRADE_COMMODITY] = is_arms ? 0 : ARMEX_TRADE_PASSED;
    says[ARMEX_TRADE_FLOW] = is_counted ? (uint32_t)way + 1 : ARMEX_TRADE_PASSED;
    says[ARMEX_TRADE_PARTNER] = is_world ? ARMEX_TRADE_PASSED : 0;
    for (size_t i = 0; i < columns->n_more; i++) {
        const struct armex_cell *cell = &cells[columns->more[i].column];
        kept =
            kept && armex_trade_total_is(&columns->more[i], cell->text, cell->length);
    }
    return kept;
}

/** Numbers what a row that is kept says. */
static armex_status number_all(uint32_t says[ARMEX_TRADE_ROLES],
                               struct armex_keeper *keeper, const char *file,
                               const struct armex_cell *cells,
                               struct armex_error *error)
{
    const size_t *roles = keeper->totals.columns->roles;
    const struct armex_cell *partner = &cells[roles[ARMEX_TRADE_PARTNER]],
                            *year = &cells[roles[ARMEX_TRADE_YEAR]];
    struct armex_keeping *shared = keeper->shared;
    long number = 0;

    if (armex_cell_trim(*partner).length == 0)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, partner),
                          "this row does not say with whom was traded");
    armex_whole_parse(&number, year->text, year->length, ARMEX_TOTALS_FROM,
                      ARMEX_TOTALS_FROM + ARMEX_TOTALS_YEARS - 1);
    says[ARMEX_TRADE_YEAR] = (uint32_t)(number - ARMEX_TOTALS_FROM) + 1;
    armex_status status =
        number_word(&says[ARMEX_TRADE_COMMODITY], keeper, shared->categories,
                    &cells[roles[ARMEX_TRADE_COMMODITY]], error);
    if (!status)
        status = number_word(&says[ARMEX_TRADE_REPORTER], keeper, shared->parties,
                             &cells[roles[ARMEX_TRADE_REPORTER]], error);
    if (!status)
        status = number_word(&says[ARMEX_TRADE_PARTNER], keeper, shared->parties,
                             partner, error);
    return status;
}

static armex_status keep_one(struct armex_keeper *keeper,
                             const uint32_t says[ARMEX_TRADE_ROLES],
                             const struct armex_cell *value, struct armex_error *error)
{
    armex_amount amount = 0;
    armex_status status = armex_keeper_room(keeper, error);

    if (status)
        return status;
    armex_amount_parse(&amount, value->text, value->length); // the totals checked it
    struct armex_kept_row *to = &keeper->rows[keeper->n++];
    *to = (struct armex_kept_row){
        .value = value->length ? armex_amount_value(amount) : NAN,
        .reporter = (uint16_t)(says[ARMEX_TRADE_REPORTER] - 1),
        .partner = (uint16_t)(says[ARMEX_TRADE_PARTNER] - 1),
        .category = (uint16_t)(says[ARMEX_TRADE_COMMODITY] - 1),
        .year = (uint8_t)(says[ARMEX_TRADE_YEAR] - 1),
        .flow = (uint8_t)(says[ARMEX_TRADE_FLOW] - 1)};
    keeper->unstated |= value->length == 0;
    keeper->others |= to->flow != ARMEX_TRADE_EXPORTS;
    return armex_keeper_add(keeper, keeper->n - 1) ? ARMEX_OK
                                                   : armex_fail_memory(error);
}

armex_status armex_keeper_take_one(void *context, const char *file,
                                   const struct armex_cell *cells, size_t n,
                                   struct armex_error *error)
{
    struct armex_keeper *keeper = context;
    const struct armex_trade_columns *columns = keeper->totals.columns;
    uint32_t says[ARMEX_TRADE_ROLES] = {0};
    armex_status status = keeper->failed;

    if (status) {
        if (error)
            *error = keeper->error;
        return status;
    }
    status = armex_keeper_room(keeper, error);
    if (!status)
        status = armex_keeper_add_one(keeper, file, cells, n, error);
    if (status)
        return status;
    const bool kept = judge(says, columns, cells);
    if (kept)
        status = number_all(says, keeper, file, cells, error);
    for (size_t i = 0; !status && i < ARMEX_TRADE_ROLES; i++)
        if (says[i])
            status = remember(keeper, (enum armex_trade_role)i,
                              &cells[columns->roles[i]], says[i], error);
    if (!status && kept)
        status = keep_one(keeper, says, &cells[columns->value], error);
    return status;
}
