/** ingest/sources/comtrade_levels.c: whether codes lie within others, in a file that
 * does not say at which level of the nomenclature its rows stand. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "ingest/sources/comtrade_read.h"
#include "ingest/totals_parts.h"

enum { ROWS = 4000, CODE = 8, KEY = 40 };

/** What one commodity has of one reporter, flow and year, with the World or without. */
struct item {
    uint64_t hash; /**< of the key: items of a key stand together, in whatever order */
    char key[KEY], code[CODE];
    double value;
};

struct looking {
    const struct armex_trade_columns *columns;
    struct item *items;
    size_t n, seen;
};

/** A cell without its quotes. */
struct span {
    const char *text;
    size_t length;
};

/** The cells of a row that matter. */
struct said {
    struct span roles[ARMEX_TRADE_ROLES], value;
};

static bool fits(struct span cell)
{
    return cell.length > 0 && cell.length < CODE;
}

/** FNV-1a, eight bytes at a time. */
static uint64_t hash_of(const char key[KEY])
{
    uint64_t hash = 0xcbf29ce484222325u, word;

    for (size_t i = 0; i < KEY; i += sizeof word) {
        memcpy(&word, key + i, sizeof word);
        hash = (hash ^ word) * 0x100000001b3u;
        hash ^= hash >> 32;
    }
    return hash;
}

/** Remembers a row of arms; what is wrong is said when the rows are read for good. */
static void remember(struct looking *looking, const struct said *said)
{
    const struct span code = said->roles[ARMEX_TRADE_COMMODITY],
                      partner = said->roles[ARMEX_TRADE_PARTNER];
    const struct span text = said->value;
    const double most = 1e16; // of armex_amount_parse(), which need not be exact here
    enum armex_trade_level level;
    double value = 0.0;
    size_t at = 0;

    if (looking->seen++ >= ROWS || !fits(code) ||
        !armex_trade_level_says(&level, code.text, code.length) ||
        !armex_number_parse(&value, text.text, text.length, 0) || *text.text == '-' ||
        value >= most)
        return;
    struct item *item = &looking->items[looking->n];
    *item = (struct item){.value = value};
    for (size_t i = 0; i <= ARMEX_TRADE_FLOW; i++) {
        const struct span cell = said->roles[i];
        if (i == ARMEX_TRADE_PARTNER)
            item->key[at++] =
                armex_trade_is_world(partner.text, partner.length) ? 'w' : 'p';
        else if (!fits(cell))
            return;
        else {
            memcpy(item->key + at, cell.text, cell.length);
            at += cell.length + 1; // a NUL between them
        }
    }
    memcpy(item->code, code.text, code.length);
    item->hash = hash_of(item->key);
    looking->n++;
}

static armex_status look_at(void *context, const char *file,
                            const struct armex_cell *cells, size_t n,
                            struct armex_error *error)
{
    struct looking *looking = context;
    const struct armex_trade_columns *columns = looking->columns;
    struct said said = {
        .value = {cells[columns->value].text, cells[columns->value].length}};

    (void)file;
    (void)n;
    (void)error;
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++) {
        const struct armex_cell *cell = &cells[columns->roles[i]];
        said.roles[i] = (struct span){cell->text, cell->length};
    }
    remember(looking, &said);
    return ARMEX_OK;
}

/** The cell without its quotes and the blanks around. false: it has more of them, or
 * what is not ASCII, and is read cell by cell. */
static bool find_span(struct span *out, const struct armex_rows *rows,
                      const uint32_t *ends, size_t column)
{
    const uint32_t first = ends[(ptrdiff_t)column - 1] + 1, end = ends[column];
    const char *text = rows->bytes + first;
    size_t length = end - first;

    if (column + 1 == rows->n_cells && length > 0)
        length -= text[length - 1] == '\r';
    const bool bare = armex_trade_bare(&text, &length);
    *out = (struct span){text, length};
    return bare;
}

/** Rows are passed by once enough are seen. */
static size_t look_at_rows(void *context, const struct armex_rows *rows)
{
    struct looking *looking = context;
    const struct armex_trade_columns *columns = looking->columns;
    const uint32_t *ends = rows->ends;
    struct said said;

    for (size_t row = 0; row < rows->n && looking->seen < ROWS;
         row++, ends += rows->n_cells) {
        bool plain = find_span(&said.value, rows, ends, columns->value);
        for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++)
            plain &= find_span(&said.roles[i], rows, ends, columns->roles[i]);
        if (!plain)
            return row;
        remember(looking, &said);
    }
    return rows->n;
}

static const struct armex_row_sink looking_sink = {.take = look_at_rows,
                                                   .take_one = look_at};

/** Chunks are read until so many rows were seen as are looked at of a document. */
static bool go_on(void *context, uint64_t done, uint64_t all)
{
    const struct looking *looking = context;

    (void)done;
    (void)all;
    return looking->seen < ROWS;
}

static int compare_items(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    const int by_hash = (x->hash > y->hash) - (x->hash < y->hash);
    const int by_key = by_hash ? by_hash : memcmp(x->key, y->key, KEY);

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
    struct looking looking = {.columns = columns,
                              .items = reallocarray(NULL, ROWS, sizeof *looking.items)};
    const struct armex_ingest_options briefly = {
        .threads = 1, .progress = go_on, .progress_context = &looking};
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
