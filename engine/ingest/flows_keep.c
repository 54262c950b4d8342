/** ingest/flows_keep.c: rows of the file become rows of 16 bytes. */
#include "ingest/flows_keep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "ingest/columns.h"
#include "ingest/totals_parts.h"

enum { BUFFER = 1 << 16, MOST_WORDS = UINT16_MAX + 1 };

armex_status armex_keeping_open(struct armex_keeping *keeping, const char *folder,
                                struct armex_error *error)
{
    *keeping = (struct armex_keeping){.parties = armex_words_create(),
                                      .categories = armex_words_create()};
    armex_spool_open(&keeping->spool, folder);
    pthread_mutex_init(&keeping->lock, NULL);
    return keeping->parties && keeping->categories ? ARMEX_OK
                                                   : armex_fail_memory(error);
}

void armex_keeping_close(struct armex_keeping *keeping)
{
    armex_words_free(keeping->parties);
    armex_words_free(keeping->categories);
    armex_spool_close(&keeping->spool);
    pthread_mutex_destroy(&keeping->lock);
}

void armex_keeper_close(struct armex_keeper *keeper)
{
    armex_totals_worker_free(&keeper->totals);
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++)
        armex_codes_free(&keeper->codes[i]);
    free(keeper->rows);
    free(keeper->pieces);
}

armex_status armex_keeper_flush(struct armex_keeper *keeper, struct armex_error *error)
{
    const size_t size = sizeof *keeper->rows;
    uint64_t offset = 0;
    armex_status status = ARMEX_OK;

    if (keeper->n > 0)
        status = armex_spool_write(&keeper->shared->spool, keeper->rows,
                                   keeper->n * size, &offset, error);
    if (status)
        return status;
    for (; keeper->n_spooled < keeper->n_pieces; keeper->n_spooled++)
        keeper->pieces[keeper->n_spooled].at += offset / size;
    keeper->n = 0;
    return ARMEX_OK;
}

/** What was kept from `first` on in the buffer goes with the piece before it, or is one
 *  of its own. false: no memory. */
static bool add_piece(struct armex_keeper *keeper, size_t first)
{
    const size_t n = keeper->n - first;
    struct armex_kept_piece *last = keeper->n_pieces > keeper->n_spooled
                                        ? &keeper->pieces[keeper->n_pieces - 1]
                                        : NULL;

    keeper->n_kept += n;
    if (n == 0)
        return true;
    if (last && last->chunk == keeper->chunk) {
        last->n += n;
        return true;
    }
    if (keeper->n_pieces == keeper->room) {
        const size_t room = keeper->room ? 2 * keeper->room : 256;
        struct armex_kept_piece *more =
            reallocarray(keeper->pieces, room, sizeof *more);
        if (!more)
            return false;
        keeper->pieces = more;
        keeper->room = room;
    }
    keeper->pieces[keeper->n_pieces++] =
        (struct armex_kept_piece){keeper->chunk, first, n};
    return true;
}

/** Room in the buffer for one row at least. */
static armex_status make_room(struct armex_keeper *keeper, struct armex_error *error)
{
    if (keeper->rows && keeper->n < BUFFER)
        return ARMEX_OK;
    if (keeper->rows)
        return armex_keeper_flush(keeper, error);
    keeper->counts = armex_totals_sink();
    keeper->rows = calloc(BUFFER, sizeof *keeper->rows);
    return keeper->rows ? ARMEX_OK : armex_fail_memory(error);
}

/** One cell without its quotes. */
struct span {
    const char *text;
    size_t length;
};

/** A table of rows, and where the one at hand begins. */
struct reading {
    const struct armex_rows *rows;
    const struct armex_trade_columns *columns;
    const struct armex_codes *codes;
    const uint32_t *ends;
    uint32_t start;
};

static inline struct span span_of(const struct reading *reading, size_t column)
{
    const struct armex_rows *rows = reading->rows;
    const uint32_t first = column ? reading->ends[column - 1] + 1 : reading->start,
                   end = reading->ends[column];
    size_t length = end - first;

    if (column + 1 == rows->n_cells && length > 0)
        length -= rows->bytes[end - 1] == '\r';
    const bool quoted = length > 1 && rows->bytes[first] == '"';
    return (struct span){rows->bytes + first + quoted, length - 2u * quoted};
}

/** What the code of a role says; 0 for one that was not met before. */
static inline uint32_t look(const struct reading *reading, enum armex_trade_role role)
{
    const struct span span = span_of(reading, reading->columns->roles[role]);
    const size_t length = span.length < ARMEX_CODE_SIZE ? span.length : ARMEX_CODE_SIZE;

    return armex_codes_find(&reading->codes[role], armex_code_key(span.text, length));
}

static bool is_part(const struct reading *reading)
{
    const struct armex_trade_columns *columns = reading->columns;

    for (size_t i = 0; i < columns->n_more; i++) {
        const struct span span = span_of(reading, columns->more[i].column);
        if (!armex_trade_total_is(&columns->more[i], span.text, span.length))
            return true;
    }
    return false;
}

/** The double nearest to so many digits, `decimals` of them behind the point. */
static double value_of(uint64_t digits, unsigned decimals)
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const uint64_t exact = (uint64_t)1 << 53; // both are exact, so rounding comes once

    if (digits <= exact)
        return (double)digits / powers[decimals];
    return armex_amount_value((armex_amount)digits * armex_amount_units[decimals]);
}

/** Digits with at most one point, at most 16 bytes. false: something else. */
static inline bool read_value(double *out, struct span span)
{
    const size_t most = 16;
    size_t point = span.length;
    uint64_t digits = 0;

    *out = NAN;
    if (span.length == 0 || span.length > most)
        return span.length == 0;
    for (size_t i = 0; i < span.length; i++) {
        const unsigned digit = (unsigned)(unsigned char)span.text[i] - '0';
        if (digit <= 9)
            digits = 10 * digits + digit;
        else if (span.text[i] == '.' && point == span.length && span.length > 1)
            point = i;
        else
            return false;
    }
    *out =
        value_of(digits, point < span.length ? (unsigned)(span.length - point - 1) : 0);
    return true;
}

enum found { CARE, PASSED, KEPT };

static inline enum found read_row(struct armex_kept_row *out,
                                  const struct reading *reading)
{
    const uint32_t commodity = look(reading, ARMEX_TRADE_COMMODITY),
                   flow = look(reading, ARMEX_TRADE_FLOW),
                   partner = look(reading, ARMEX_TRADE_PARTNER);

    if (((commodity | flow | partner) & ARMEX_TRADE_PASSED) || is_part(reading))
        return PASSED;
    const uint32_t reporter = look(reading, ARMEX_TRADE_REPORTER),
                   year = look(reading, ARMEX_TRADE_YEAR);
    if (!commodity || !flow || !partner || !reporter || !year ||
        !read_value(&out->value, span_of(reading, reading->columns->value)))
        return CARE;
    out->reporter = (uint16_t)(reporter - 1);
    out->partner = (uint16_t)(partner - 1);
    out->category = (uint16_t)(commodity - 1);
    out->year = (uint8_t)(year - 1);
    out->flow = (uint8_t)(flow - 1);
    return KEPT;
}

/** Appends what counts of the first rows; stops at one that needs more care. */
static size_t keep_rows(struct armex_keeper *keeper, const struct armex_rows *rows)
{
    struct reading reading = {.rows = rows,
                              .columns = keeper->totals.columns,
                              .codes = keeper->codes,
                              .ends = rows->ends,
                              .start = rows->start};
    size_t n = keeper->n, row = 0;
    bool unstated = false, others = false;

    for (; row < rows->n; row++) {
        struct armex_kept_row *to = &keeper->rows[n];
        const enum found found = read_row(to, &reading);
        if (found == CARE)
            break;
        if (found == KEPT) {
            unstated |= isnan(to->value);
            others |= to->flow != ARMEX_TRADE_EXPORTS;
            n++;
        }
        reading.start = reading.ends[rows->n_cells - 1] + 1;
        reading.ends += rows->n_cells;
    }
    keeper->unstated |= unstated;
    keeper->others |= others;
    keeper->n = n;
    return row;
}

/** Keeps and counts: a row is taken where both take it. */
static size_t take_some(struct armex_keeper *keeper, struct armex_rows *rows)
{
    const size_t before = keeper->n;

    rows->n = keep_rows(keeper, rows);
    const size_t counted = rows->n ? keeper->counts->take(&keeper->totals, rows) : 0;
    if (counted < rows->n) {
        keeper->n = before;
        rows->n = counted;
        keep_rows(keeper, rows);
    }
    if (!add_piece(keeper, before))
        keeper->failed = armex_fail_memory(&keeper->error);
    return counted;
}

static size_t take(void *worker, const struct armex_rows *rows)
{
    struct armex_keeper *keeper = worker;
    struct armex_rows rest = *rows;
    size_t done = 0;

    while (done < rows->n && !keeper->failed) {
        keeper->failed = make_room(keeper, &keeper->error);
        if (keeper->failed)
            break;
        const size_t left = rows->n - done, room = BUFFER - keeper->n,
                     asked = left < room ? left : room;
        rest.n = asked;
        const size_t taken = take_some(keeper, &rest);
        done += taken;
        if (taken < asked)
            break;
        rest.ends += taken * rows->n_cells;
        rest.start = rest.ends[-1] + 1;
    }
    return done;
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
    bool kept = true;

    says[ARMEX_TRADE_COMMODITY] =
        armex_trade_level_of(commodity->text, commodity->length, columns->levels) &
        ARMEX_TRADE_PASSED;
    says[ARMEX_TRADE_FLOW] = armex_trade_flow_of(flow->text, flow->length);
    if (!(says[ARMEX_TRADE_FLOW] & ARMEX_TRADE_PASSED)) // from its place to its number
        says[ARMEX_TRADE_FLOW] =
            (says[ARMEX_TRADE_FLOW] - 1) / armex_totals_flow(1) + 1;
    says[ARMEX_TRADE_PARTNER] =
        armex_trade_partner_of(partner->text, partner->length) > ARMEX_TOTALS_WORLD
            ? ARMEX_TRADE_PASSED
            : 0;
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++)
        kept = kept && !(says[i] & ARMEX_TRADE_PASSED);
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
    armex_status status = make_room(keeper, error);

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
    return add_piece(keeper, keeper->n - 1) ? ARMEX_OK : armex_fail_memory(error);
}

static armex_status take_one(void *context, const char *file,
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
    status = make_room(keeper, error);
    if (!status)
        status = keeper->counts->take_one(&keeper->totals, file, cells, n, error);
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

static void begin(void *worker, uint64_t chunk)
{
    struct armex_keeper *keeper = worker;
    keeper->chunk = chunk;
}

const struct armex_row_sink armex_keeper_sink = {
    .take = take, .take_one = take_one, .begin = begin};
