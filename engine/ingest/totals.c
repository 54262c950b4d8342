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

static uint32_t says_level(uint32_t level)
{
    return level * ARMEX_TOTALS_GROUP * ARMEX_TOTALS_LEVEL + 1;
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
            return says_level(ARMEX_LEVEL_93);
        if (i == 0)
            return says_level(ARMEX_LEVEL_93 + (beyond > 2 ? 2 : beyond > 0));
        return says_level(families[i].level + (i == 1 && beyond > 0));
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

    return at < n ? ARMEX_TOTALS_GROUP * (at % ARMEX_TRADE_FLOWS) + 1
                  : ARMEX_TRADE_PASSED;
}

static const char *const world[] = {"W00", "WLD", "0", "World"};
enum {
    WORLD_WORDS = sizeof world / sizeof *world,
    SAYS_WORLD = ARMEX_TOTALS_GROUP * ARMEX_TOTALS_WORLD + 1
};

static uint32_t partner_of(const char *text, size_t length)
{
    return word_of(world, WORLD_WORDS, text, length) < WORLD_WORDS ? SAYS_WORLD : 1;
}

bool armex_trade_level_says(enum armex_trade_level *out, const char *text,
                            size_t length)
{
    const uint32_t says = level_of(text, length, true);

    *out = (enum armex_trade_level)((says - 1) / (says_level(1) - 1));
    return !(says & ARMEX_TRADE_PASSED);
}

bool armex_trade_flow_says(enum armex_trade_flow *out, const char *text, size_t length)
{
    const uint32_t says = flow_of(text, length);

    *out = (enum armex_trade_flow)((says - 1) / ARMEX_TOTALS_GROUP);
    return !(says & ARMEX_TRADE_PASSED);
}

bool armex_trade_is_world(const char *text, size_t length)
{
    return partner_of(text, length) == SAYS_WORLD;
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

/** Of partners the World alone is known: nobody asks who the others are. */
static armex_status learn_world(struct armex_codes *codes, struct armex_error *error)
{
    const bool learnt = codes->slots != NULL;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && !learnt && i < (size_t)2 * WORLD_WORDS; i++)
        status = add_code(codes, world[i / 2], strlen(world[i / 2]), i % 2, SAYS_WORLD,
                          error);
    return status;
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
    const armex_status status = judge(out, worker, role, file, cell, error);

    if (!status && role == ARMEX_TRADE_PARTNER)
        return learn_world(codes, error);
    if (status || cell->length == 0 || cell->length > ARMEX_CODE_MOST ||
        memchr(cell->text, '"', cell->length))
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
