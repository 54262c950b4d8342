/** ingest/totals.c: the sums of one thread, joined with those of the others. */
#include "ingest/totals.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "ingest/scan.h"
#include "ingest/totals_rows.h"

static bool read_digits(uint64_t *out, unsigned *decimals, const char *text,
                        size_t length)
{
    size_t point = length;

    *out = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] >= '0' && text[i] <= '9')
            *out = 10 * *out + (unsigned)(text[i] - '0');
        else if (text[i] == '.' && point == length && length > 1)
            point = i;
        else
            return false;
    }
    *decimals = point < length ? (unsigned)(length - point - 1) : 0;
    return true;
}

static size_t take(void *worker, const struct armex_rows *rows)
{
    return armex_totals_take(worker, rows, read_digits);
}

const struct armex_row_sink *armex_totals_sink_portable(void)
{
    static const struct armex_row_sink sink = {.take = take,
                                               .take_one = armex_totals_take_one};
    return &sink;
}

const struct armex_row_sink *armex_totals_sink(void)
{
#ifdef __x86_64__
    if (armex_has_avx2())
        return &armex_totals_sink_avx2;
#endif
    return armex_totals_sink_portable();
}

armex_status armex_totals_add_reporter(struct armex_totals_worker *worker, uint64_t key,
                                       uint32_t *number, struct armex_error *error)
{
    const size_t first = 256, kinds = ARMEX_TOTALS_KINDS;

    if (worker->n_reporters == worker->room) {
        const size_t room = worker->room ? 2 * worker->room : first;
        struct armex_totals_row **rows =
            reallocarray(worker->rows, room * kinds, sizeof(struct armex_totals_row *));
        if (!rows)
            return armex_fail_memory(error);
        memset(rows + worker->room * kinds, 0,
               (room - worker->room) * kinds * sizeof(struct armex_totals_row *));
        worker->rows = rows;
        worker->room = room;
    }
    *number = (uint32_t)(worker->n_reporters++ * kinds) + 1;
    return armex_codes_add(&worker->codes[ARMEX_TRADE_REPORTER], key, *number, error);
}

armex_status armex_totals_need_row(struct armex_totals_worker *worker, size_t at,
                                   struct armex_error *error)
{
    if (!worker->rows[at])
        worker->rows[at] = calloc(1, sizeof(struct armex_totals_row));
    return worker->rows[at] ? ARMEX_OK : armex_fail_memory(error);
}

void armex_totals_worker_free(struct armex_totals_worker *worker)
{
    for (size_t i = 0; i < worker->n_reporters * ARMEX_TOTALS_KINDS; i++)
        free(worker->rows[i]);
    free(worker->rows);
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++)
        armex_codes_free(&worker->codes[i]);
}

static uint32_t level_of(const char *text, size_t length, bool levels)
{
    static const struct {
        const char *code;
        uint32_t level;
    } families[] = {{"93", ARMEX_LEVEL_93},
                    {"8710", ARMEX_LEVEL_8710},
                    {"890610", ARMEX_LEVEL_890610}};
    const size_t n = sizeof families / sizeof *families;

    for (size_t i = 0; i < length; i++)
        if (text[i] < '0' || text[i] > '9')
            return ARMEX_TRADE_PASSED;
    for (size_t i = 0; i < n; i++) {
        const size_t head = strlen(families[i].code), beyond = length - head;
        if (length < head || memcmp(text, families[i].code, head) != 0)
            continue;
        if (!levels)
            return ARMEX_LEVEL_93 + 1;
        if (i == 0)
            return ARMEX_LEVEL_93 + (beyond > 2 ? 2 : beyond > 0) + 1;
        return families[i].level + (i == 1 && beyond > 0) + 1;
    }
    return ARMEX_TRADE_PASSED;
}

static uint32_t word_of(const char *const *words, size_t n, const char *text,
                        size_t length)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0)
            return (uint32_t)i;
    return (uint32_t)n;
}

static uint32_t flow_of(const char *text, size_t length)
{
    static const char *const words[] = {
        "X",       "M",       "RX",         "RM",        "2",         "1",
        "3",       "4",       "Export",     "Import",    "Re-Export", "Re-Import",
        "Exports", "Imports", "Re-exports", "Re-imports"};
    const uint32_t n = sizeof words / sizeof *words,
                   at = word_of(words, n, text, length);

    return at < n ? armex_totals_flow((enum armex_trade_flow)(at % 4)) + 1
                  : ARMEX_TRADE_PASSED;
}

static uint32_t partner_of(const char *text, size_t length)
{
    static const char *const words[] = {"W00", "WLD", "0", "World"};
    const uint32_t n = sizeof words / sizeof *words;

    return word_of(words, n, text, length) < n ? ARMEX_TOTALS_WORLD + 1 : 1;
}

bool armex_trade_level_says(enum armex_trade_level *out, const char *text,
                            size_t length)
{
    const uint32_t says = level_of(text, length, true);

    *out = (enum armex_trade_level)(says - 1);
    return !(says & ARMEX_TRADE_PASSED);
}

bool armex_trade_flow_says(enum armex_trade_flow *out, const char *text, size_t length)
{
    const uint32_t says = flow_of(text, length);

    *out = (enum armex_trade_flow)((says - 1) / armex_totals_flow(1));
    return !(says & ARMEX_TRADE_PASSED);
}

bool armex_trade_is_world(const char *text, size_t length)
{
    return partner_of(text, length) == ARMEX_TOTALS_WORLD + 1;
}

static bool is_code(const struct armex_cell *cell)
{
    for (size_t i = 0; i < cell->length; i++)
        if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
                    cell->text[i]))
            return false;
    return cell->length > 0 && cell->length <= ARMEX_CODE_MOST;
}

static armex_status judge(uint32_t *out, const struct armex_totals_worker *worker,
                          enum armex_trade_role role, const char *file,
                          const struct armex_cell *cell, struct armex_error *error)
{
    const struct armex_place place = armex_cell_place(file, cell);
    const long from = ARMEX_TOTALS_FROM, to = from + ARMEX_TOTALS_YEARS - 1;
    long year = 0;

    switch (role) {
    case ARMEX_TRADE_YEAR:
        if (!armex_whole_parse(&year, cell->text, cell->length, from, to))
            return armex_fail(error, ARMEX_BAD_INPUT, place,
                              "'%s' is no year from %ld to %ld",
                              armex_cell_clip(cell).text, from, to);
        *out = (uint32_t)(year - from) + 1;
        return ARMEX_OK;
    case ARMEX_TRADE_REPORTER:
        if (!is_code(cell))
            return armex_fail(error, ARMEX_BAD_INPUT, place,
                              "'%s' is no code of a reporter: one is up to seven "
                              "letters and digits",
                              armex_cell_clip(cell).text);
        *out = 0; // it gets a number
        return ARMEX_OK;
    case ARMEX_TRADE_PARTNER:
        *out = partner_of(cell->text, cell->length);
        return ARMEX_OK;
    case ARMEX_TRADE_FLOW:
        *out = flow_of(cell->text, cell->length);
        return ARMEX_OK;
    default:
        *out = level_of(cell->text, cell->length, worker->columns->levels);
        return ARMEX_OK;
    }
}

/** Rows are read with the quotes of their codes: one more form to know it by. */
static armex_status learn_quoted(struct armex_codes *codes,
                                 const struct armex_cell *cell, uint32_t says,
                                 struct armex_error *error)
{
    char quoted[2 * ARMEX_CODE_SIZE] = {'"'};

    if (cell->length + 2 > ARMEX_CODE_SIZE)
        return ARMEX_OK;
    memcpy(quoted + 1, cell->text, cell->length);
    quoted[cell->length + 1] = '"';
    const uint64_t key = armex_code_key(quoted, cell->length + 2);
    return armex_codes_find(codes, key) ? ARMEX_OK
                                        : armex_codes_add(codes, key, says, error);
}

/** What the cell says; a code not met before gets its number. */
static armex_status learn(uint32_t *out, struct armex_totals_worker *worker,
                          enum armex_trade_role role, const char *file,
                          const struct armex_cell *cell, struct armex_error *error)
{
    struct armex_codes *codes = &worker->codes[role];
    char padded[2 * ARMEX_CODE_SIZE] = {0};

    *out = 0;
    const armex_status status = judge(out, worker, role, file, cell, error);

    if (status || cell->length == 0 || cell->length > ARMEX_CODE_MOST ||
        memchr(cell->text, '"', cell->length))
        return status; // judged anew each time
    memcpy(padded, cell->text, cell->length);
    const uint64_t key = armex_code_key(padded, cell->length);
    const uint32_t known = armex_codes_find(codes, key);
    if (known) {
        *out = known;
        return learn_quoted(codes, cell, known, error);
    }
    if (role == ARMEX_TRADE_REPORTER)
        return armex_totals_add_reporter(worker, key, out, error);
    return armex_codes_add(codes, key, *out, error);
}

armex_status armex_totals_take_one(void *context, const char *file,
                                   const struct armex_cell *cells, size_t n,
                                   struct armex_error *error)
{
    struct armex_totals_worker *worker = context;
    const struct armex_trade_columns *columns = worker->columns;
    const struct armex_cell *value = &cells[columns->value];
    uint32_t says[ARMEX_TRADE_ROLES] = {0};
    armex_amount amount = 0, *sum = NULL;
    armex_status status = ARMEX_OK;
    bool part = false;

    (void)n;
    for (size_t i = 0; !status && i < ARMEX_TRADE_ROLES; i++)
        status = learn(&says[i], worker, (enum armex_trade_role)i, file,
                       &cells[columns->roles[i]], error);
    if (status)
        return status;
    if (value->length && !armex_amount_parse(&amount, value->text, value->length))
        return armex_fail(
            error, ARMEX_BAD_INPUT, armex_cell_place(file, value),
            "'%s' is no value in dollars; leave the cell empty if unknown",
            armex_cell_clip(value).text);
    for (size_t i = 0; i < columns->n_more; i++) {
        const struct armex_cell *cell = &cells[columns->more[i].column];
        part |= !armex_trade_total_is(&columns->more[i], cell->text, cell->length);
    }
    if (!armex_totals_place(&sum, worker, says, part)) {
        status = armex_totals_need_row(worker, armex_totals_at(says), error);
        if (!status)
            armex_totals_place(&sum, worker, says, part);
    }
    if (!status && sum)
        armex_totals_add(worker, sum, armex_totals_amount(amount, value->length == 0));
    return status;
}
