/** ingest/sources/comtrade_levels.c: whether codes lie within others, in a file that
 * does not say at which level of the nomenclature its rows stand. */
#include <stdlib.h>
#include <string.h>

#include "ingest/sources/comtrade_read.h"

enum { ROWS = 4000, CODE = 8, KEY = 40 };

/** What one commodity has of one reporter, flow and year, with the World or without. */
struct item {
    char key[KEY], code[CODE];
    double value;
};

struct looking {
    const struct armex_trade_columns *columns;
    struct item *items;
    size_t n, seen;
};

static bool fits(const struct armex_cell *cell)
{
    return cell->length > 0 && cell->length < CODE;
}

/** Remembers the first rows of arms. */
static armex_status look_at(void *context, const char *file,
                            const struct armex_cell *cells, size_t n,
                            struct armex_error *error)
{
    struct looking *looking = context;
    const size_t *roles = looking->columns->roles;
    const struct armex_cell *code = &cells[roles[ARMEX_TRADE_COMMODITY]],
                            *partner = &cells[roles[ARMEX_TRADE_PARTNER]],
                            *value = &cells[looking->columns->value];
    enum armex_trade_level level;
    armex_amount amount = 0;
    size_t at = 0;

    (void)file;
    (void)n;
    (void)error; // what is wrong is said when the rows are read for good
    if (looking->seen++ >= ROWS || !fits(code) ||
        !armex_trade_level_says(&level, code->text, code->length) ||
        !armex_amount_parse(&amount, value->text, value->length))
        return ARMEX_OK;
    struct item *item = &looking->items[looking->n];
    *item = (struct item){.value = armex_amount_value(amount)};
    for (size_t i = 0; i <= ARMEX_TRADE_FLOW; i++) {
        const struct armex_cell *cell = &cells[roles[i]];
        if (i == ARMEX_TRADE_PARTNER)
            item->key[at++] =
                armex_trade_is_world(partner->text, partner->length) ? 'w' : 'p';
        else if (!fits(cell))
            return ARMEX_OK;
        else {
            memcpy(item->key + at, cell->text, cell->length);
            at += cell->length + 1; // a NUL between them
        }
    }
    memcpy(item->code, code->text, code->length);
    looking->n++;
    return ARMEX_OK;
}

/** Rows go one by one until enough are seen. */
static size_t pass_by(void *context, const struct armex_rows *rows)
{
    const struct looking *looking = context;
    return looking->seen < ROWS ? 0 : rows->n;
}

static const struct armex_row_sink looking_sink = {.take = pass_by,
                                                   .take_one = look_at};

/** The first chunk is enough. */
static bool stop(void *context, uint64_t done, uint64_t all)
{
    (void)context;
    (void)done;
    (void)all;
    return false;
}

static int compare_items(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    const int by_key = memcmp(x->key, y->key, KEY);

    return by_key ? by_key : memcmp(x->code, y->code, CODE);
}

/** One item a commodity. */
static void add_up(struct looking *looking)
{
    size_t n = 0;

    qsort(looking->items, looking->n, sizeof *looking->items, compare_items);
    for (size_t i = 0; i < looking->n; i++)
        if (n > 0 && compare_items(&looking->items[n - 1], &looking->items[i]) == 0)
            looking->items[n - 1].value += looking->items[i].value;
        else
            looking->items[n++] = looking->items[i];
    looking->n = n;
}

/** Comtrade makes the wholes out of the parts: where a part is more than its whole, the
 *  file is not Comtrade's own, and its rows are what they are. */
static bool are_nested(const struct looking *looking)
{
    const double rounding = 1.0 + 1e-6, dollar = 1.0;
    const struct item *whole = NULL;
    bool any = false;

    for (size_t i = 0; i < looking->n; i++) {
        const struct item *item = &looking->items[i];
        if (!whole || memcmp(whole->key, item->key, KEY) != 0 ||
            strncmp(whole->code, item->code, strlen(whole->code)) != 0) {
            whole = item;
            continue;
        }
        if (item->value > whole->value * rounding + dollar)
            return false;
        any = true;
    }
    return any;
}

bool armex_comtrade_nested(const struct armex_comtrade_rows *rows,
                           const struct armex_trade_columns *columns)
{
    const struct armex_ingest_options briefly = {.threads = 1, .progress = stop};
    struct looking looking = {.columns = columns,
                              .items = calloc(ROWS, sizeof *looking.items)};
    void *each[1] = {&looking};
    bool nested = false;

    if (looking.items) {
        rows->run(rows, &looking_sink, each, 1, &briefly, NULL);
        if (looking.n > 0) {
            add_up(&looking);
            nested = are_nested(&looking);
        }
    }
    free(looking.items);
    return nested;
}
