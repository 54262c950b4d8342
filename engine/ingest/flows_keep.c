/** ingest/flows_keep.c: rows of the file become rows of 16 bytes. */
#include "ingest/flows_keep_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/flows_value.h"
#include "ingest/totals_parts.h"

enum { BUFFER = 1 << 16 };

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

bool armex_keeper_add(struct armex_keeper *keeper, size_t first)
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
    if (!keeper->pieces || keeper->n_pieces == keeper->room) {
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

armex_status armex_keeper_room(struct armex_keeper *keeper, struct armex_error *error)
{
    if (keeper->rows && keeper->n < BUFFER)
        return ARMEX_OK;
    if (keeper->rows)
        return armex_keeper_flush(keeper, error);
    keeper->rows = calloc(BUFFER, sizeof *keeper->rows);
    return keeper->rows ? ARMEX_OK : armex_fail_memory(error);
}

/** One cell. */
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

/** As it stands in its row. */
static inline struct span cell_of(const struct reading *reading, size_t column)
{
    const struct armex_rows *rows = reading->rows;
    const uint32_t first = column ? reading->ends[column - 1] + 1 : reading->start,
                   end = reading->ends[column];
    size_t length = end - first;

    if (column + 1 == rows->n_cells && length > 0)
        length -= rows->bytes[end - 1] == '\r';
    return (struct span){rows->bytes + first, length};
}

/** Without its quotes. */
static inline struct span span_of(const struct reading *reading, size_t column)
{
    const struct span cell = cell_of(reading, column);
    const bool quoted = cell.length > 1 && *cell.text == '"';
    return (struct span){cell.text + quoted, cell.length - 2 * (size_t)quoted};
}

/** What the code of a role says; 0 for one that was not met before. */
static inline uint32_t look(const struct reading *reading, enum armex_trade_role role)
{
    const struct span span = span_of(reading, reading->columns->roles[role]);
    const size_t length = span.length < ARMEX_CODE_SIZE ? span.length : ARMEX_CODE_SIZE;

    return armex_codes_find(&reading->codes[role], armex_code_key(span.text, length));
}

static enum armex_trade_part part_of(const struct reading *reading)
{
    const struct armex_trade_columns *columns = reading->columns;
    enum armex_trade_part part = ARMEX_TRADE_TOTAL;

    for (size_t i = 0; i < columns->n_more; i++) {
        const struct span cell = cell_of(reading, columns->more[i].column);
        const enum armex_trade_part says =
            armex_trade_part_at_once(&columns->more[i], cell.text, cell.length);
        part = says > part ? says : part;
    }
    return part;
}

static inline bool read_value(double *out, const struct reading *reading)
{
    const struct span span = span_of(reading, reading->columns->value);
    return armex_value_read(out, span.text, span.length);
}

enum found { CARE, PASSED, KEPT };

static inline enum found read_row(struct armex_kept_row *out,
                                  const struct reading *reading)
{
    const uint32_t commodity = look(reading, ARMEX_TRADE_COMMODITY),
                   flow = look(reading, ARMEX_TRADE_FLOW),
                   partner = look(reading, ARMEX_TRADE_PARTNER);

    if ((commodity | flow | partner) & ARMEX_TRADE_PASSED)
        return PASSED;
    const enum armex_trade_part part = part_of(reading);
    if (part)
        return part == ARMEX_TRADE_PART ? PASSED : CARE;
    const uint32_t reporter = look(reading, ARMEX_TRADE_REPORTER),
                   year = look(reading, ARMEX_TRADE_YEAR);
    if (!commodity || !flow || !partner || !reporter || !year ||
        !read_value(&out->value, reading))
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

/** Whether the rows have all the same partner, until two have been met. Returns how
 *  many of the first rows can be asked as they stand. */
static size_t meet_partners(struct armex_keeper *keeper, const struct armex_rows *rows)
{
    struct reading reading = {.rows = rows,
                              .columns = keeper->totals.columns,
                              .ends = rows->ends,
                              .start = rows->start};

    for (size_t row = 0; row < rows->n && !keeper->several; row++) {
        struct span partner =
            cell_of(&reading, reading.columns->roles[ARMEX_TRADE_PARTNER]);
        if (!armex_trade_bare(&partner.text, &partner.length))
            return row;
        armex_keeper_meet(keeper, partner.text, partner.length);
        reading.start = reading.ends[rows->n_cells - 1] + 1;
        reading.ends += rows->n_cells;
    }
    return rows->n;
}

static size_t count_rows(struct armex_keeper *keeper, const struct armex_rows *rows)
{
    struct armex_rows met = *rows;

    met.n = meet_partners(keeper, rows);
    return met.n ? armex_totals_sink()->take(&keeper->totals, &met) : 0;
}

/** Keeps and counts: a row is taken where both take it. */
static size_t take_some(struct armex_keeper *keeper, struct armex_rows *rows)
{
    const size_t before = keeper->n;

    rows->n = keep_rows(keeper, rows);
    const size_t counted = count_rows(keeper, rows);
    if (counted < rows->n) {
        keeper->n = before;
        rows->n = counted;
        keep_rows(keeper, rows);
    }
    if (!armex_keeper_add(keeper, before))
        keeper->failed = armex_fail_memory(&keeper->error);
    return counted;
}

static size_t take(void *worker, const struct armex_rows *rows)
{
    struct armex_keeper *keeper = worker;
    struct armex_rows rest = *rows;
    size_t done = 0;

    while (done < rows->n && !keeper->failed) {
        keeper->failed = armex_keeper_room(keeper, &keeper->error);
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

static size_t take_totals(void *worker, const struct armex_rows *rows)
{
    return count_rows(worker, rows);
}

static void begin(void *worker, uint64_t chunk)
{
    struct armex_keeper *keeper = worker;
    keeper->chunk = chunk;
}

const struct armex_row_sink armex_keeper_sink = {
    .take = take, .take_one = armex_keeper_take_one, .begin = begin};
const struct armex_row_sink armex_keeper_totals_sink = {
    .take = take_totals, .take_one = armex_keeper_add_one};
