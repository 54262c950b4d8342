/** ingest/totals.c: rows one by one, and what their codes say. */
#include "ingest/totals.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "ingest/scan.h"
#include "ingest/totals_rows.h"

static bool read_digits(uint64_t *amount, const char *end, uint32_t length)
{
    static const uint64_t units[] = {4000, 400, 40, 4}; // by decimal places
    const uint32_t places = sizeof units / sizeof *units;
    uint32_t point = length;
    bool sound = true;

    *amount = 0;
    for (uint32_t i = 0; i < length; i++) {
        const char c = (end - length)[i];
        if (c >= '0' && c <= '9')
            *amount = 10 * *amount + (unsigned)(c - '0');
        else if (c == '.' && point == length && length > 1 && length - i <= places)
            point = i;
        else
            sound = false;
    }
    sound = sound && *amount >> ARMEX_TOTALS_DIGITS == 0;
    *amount *= units[point < length ? length - point - 1 : 0];
    return sound;
}

static uint64_t key_of(const char *text, uint32_t span)
{
    return armex_code_key(text, span <= ARMEX_CODE_SIZE ? span - 1 : ARMEX_CODE_SIZE);
}

bool armex_totals_take_thoroughly(struct armex_totals_worker *worker,
                                  struct armex_totals_line line, size_t n_cells)
{
    const struct armex_totals_form form = {read_digits, key_of, true, true};
    struct armex_totals_lookup lookup;

    return armex_totals_look_up(&lookup, worker, n_cells) &&
           armex_totals_take_some(worker, &lookup, line, 1, n_cells, form) == 1;
}

static size_t take(void *worker, const struct armex_rows *rows)
{
    return armex_totals_take(worker, rows, read_digits, key_of);
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

static bool is_code(const struct armex_cell *cell)
{
    for (size_t i = 0; i < cell->length; i++)
        if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
                    cell->text[i]))
            return false;
    return cell->length > 0 && cell->length <= ARMEX_CODE_MOST;
}

static armex_status judge(uint32_t *out, struct armex_totals_worker *worker,
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
        armex_totals_meet_year(worker, (int)year);
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
        *out = armex_trade_says_partner(cell->text, cell->length);
        return ARMEX_OK;
    case ARMEX_TRADE_FLOW:
        *out = armex_trade_says_flow(cell->text, cell->length);
        return ARMEX_OK;
    default:
        *out =
            armex_trade_says_level(cell->text, cell->length, worker->columns->levels);
        return ARMEX_OK;
    }
}

/** Adds the code, as it is or within quotes, if it is short enough and not there yet.
 */
static armex_status add_code(struct armex_codes *codes, const char *code, size_t length,
                             bool in_quotes, uint32_t says, struct armex_error *error)
{
    const size_t quoted = in_quotes;
    char text[2 * ARMEX_CODE_SIZE] = {'"'};

    if (length + 2 * quoted > ARMEX_CODE_SIZE)
        return ARMEX_OK;
    memcpy(text + quoted, code, length);
    text[length + quoted] = quoted ? '"' : '\0';
    const uint64_t key = armex_code_key(text, length + 2 * quoted);
    return armex_codes_find(codes, key) ? ARMEX_OK
                                        : armex_codes_add(codes, key, says, error);
}

/** Of partners those alone are known that may be the World by how they begin: nobody
 *  asks who the others are. Whether the code is one, and short enough to be known by
 *  its first eight bytes with its quotes. */
static bool is_partner_to_know(const struct armex_cell *cell)
{
    return cell->length + 2 < ARMEX_CODE_SIZE &&
           armex_trade_may_be_world(armex_trade_beginning(cell->text, cell->length));
}

/** What the cell says; a code not met before gets its number. Rows are read with the
 *  quotes of their codes: one that is met again is met in them. */
static armex_status learn(uint32_t *out, struct armex_totals_worker *worker,
                          enum armex_trade_role role, const char *file,
                          const struct armex_cell *cell, struct armex_error *error)
{
    struct armex_codes *codes = &worker->codes[role];
    char padded[2 * ARMEX_CODE_SIZE] = {0};

    *out = 0;
    armex_status status = judge(out, worker, role, file, cell, error);

    if (!status && role == ARMEX_TRADE_PARTNER && !codes->slots)
        status = add_code(codes, "0", 1, false, ARMEX_TRADE_SAYS_WORLD, error);
    if (status || cell->length == 0 || cell->length > ARMEX_CODE_MOST ||
        memchr(cell->text, '"', cell->length) ||
        (role == ARMEX_TRADE_PARTNER && !is_partner_to_know(cell)))
        return status; // judged anew each time
    memcpy(padded, cell->text, cell->length);
    const uint64_t key = armex_code_key(padded, cell->length);
    const uint32_t known = armex_codes_find(codes, key);
    if (known) {
        *out = known;
        return add_code(codes, cell->text, cell->length, true, known, error);
    }
    if (role == ARMEX_TRADE_REPORTER)
        return armex_totals_add_reporter(worker, key, out, error);
    return armex_codes_add(codes, key, *out, error);
}

/** Adds one row of arms. */
static armex_status count(struct armex_totals_worker *worker,
                          const uint32_t says[ARMEX_TRADE_ROLES], armex_amount amount,
                          bool blank, struct armex_error *error)
{
    const size_t at = armex_totals_at(says);
    armex_status status = ARMEX_OK;

    if (!worker->places[at])
        status = armex_totals_add_place(worker, at, error);
    if (!status)
        status = armex_totals_add(
            worker, (size_t)worker->places[at] + says[ARMEX_TRADE_YEAR] - 1, amount,
            blank ? ARMEX_SEEN_BLANK : ARMEX_SEEN_VALUE, error);
    worker->counted += !status;
    return status;
}

armex_status armex_totals_take_one(void *context, const char *file,
                                   const struct armex_cell *cells, size_t n,
                                   struct armex_error *error)
{
    struct armex_totals_worker *worker = context;
    const struct armex_trade_columns *columns = worker->columns;
    const struct armex_cell *value = &cells[columns->value];
    uint32_t says[ARMEX_TRADE_ROLES] = {0};
    armex_amount amount = 0;
    armex_status status = armex_totals_relieve(worker, error);
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
    if (!part &&
        !((says[ARMEX_TRADE_FLOW] | says[ARMEX_TRADE_COMMODITY]) & ARMEX_TRADE_PASSED))
        return count(worker, says, amount, value->length == 0, error);
    worker->passed[armex_totals_passed(says, part)]++;
    return ARMEX_OK;
}
