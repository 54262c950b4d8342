/** chart/transfers.c: a table of `flows --as pairs` as suppliers by recipients. */
#include "chart/transfers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/cells.h"
#include "chart/frame.h"

enum { MOST_ROWS = 100000, MOST_PARTIES = 1000 };

struct columns {
    size_t entity, name, partner, partner_name, value, unit, sent, got, from, to;
    size_t measure;
};

/** All of one side, as they are met. */
struct side {
    struct armex_party *items;
    size_t n;
};

static armex_status find_columns(struct columns *at, const struct armex_chart *chart,
                                 struct armex_error *error)
{
    const struct armex_cell_want wants[] = {
        {"entity", &at->entity, true},    {"name", &at->name, true},
        {"partner", &at->partner, true},  {"partner_name", &at->partner_name, true},
        {"value", &at->value, true},      {"unit", &at->unit, false},
        {"sent", &at->sent, false},       {"got", &at->got, false},
        {"from", &at->from, false},       {"to", &at->to, false},
        {"measure", &at->measure, false},
    };
    return armex_cells_find(chart->table, wants, sizeof wants / sizeof *wants,
                            chart->kind->name, "flows --as pairs", error);
}

static double value_at(const struct armex_table *table, const struct columns *at,
                       size_t row)
{
    const double value = armex_cell_number(table, row, at->value);
    return isfinite(value) && value > 0.0 ? value : 0.0;
}

/** The party of that code, new if need be; NULL: there are too many. */
static struct armex_party *party_of(struct side *side, const char *code)
{
    for (size_t i = 0; i < side->n; i++)
        if (!strcmp(side->items[i].code, code))
            return &side->items[i];
    if (side->n == MOST_PARTIES)
        return NULL;
    side->items[side->n] = (struct armex_party){.code = code};
    return &side->items[side->n++];
}

static bool add_party(struct side *side, const char *code, const char *name,
                      double value, double total)
{
    struct armex_party *party = party_of(side, code);
    if (!party)
        return false;
    party->name = *name ? name : code;
    party->shown += value;
    party->total = fmax(party->total, isfinite(total) ? total : 0.0);
    return true;
}

static int by_size(const void *left, const void *right)
{
    const struct armex_party *a = left, *b = right;
    if (a->shown != b->shown)
        return a->shown > b->shown ? -1 : 1;
    return strcmp(a->code, b->code);
}

static void sort(struct side *side)
{
    qsort(side->items, side->n, sizeof *side->items, by_size);
    for (size_t i = 0; i < side->n; i++)
        side->items[i].total = fmax(side->items[i].total, side->items[i].shown);
}

static armex_status read_unit(struct armex_transfers *out,
                              const struct armex_table *table, const struct columns *at,
                              struct armex_error *error)
{
    struct armex_unit unit = {.kind = ARMEX_COUNT};
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *words = armex_cell_text(table, row, at->unit);
        armex_unit_parse(&unit, words, strlen(words));
        if (row && !armex_unit_equal(unit, out->unit))
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "cannot draw flows of several units");
        out->unit = unit;
    }
    return ARMEX_OK;
}

static int year_at(const struct armex_table *table, size_t column)
{
    const double year = armex_cell_number(table, 0, column);
    return year >= 1.0 && year <= 9999.0 ? (int)year : 0;
}

static armex_status read_parties(struct side sides[2], struct armex_transfers *out,
                                 struct armex_arena *arena,
                                 const struct armex_table *table,
                                 const struct columns *at, struct armex_error *error)
{
    for (size_t i = 0; i < 2; i++) {
        sides[i].items = armex_arena_new(arena, MOST_PARTIES, sizeof *sides[i].items);
        if (!sides[i].items)
            return armex_fail_memory(error);
    }
    for (size_t row = 0; row < table->n_rows; row++) {
        const double value = value_at(table, at, row);
        if (value == 0.0)
            continue;
        out->all += value;
        if (!add_party(&sides[0], armex_cell_text(table, row, at->entity),
                       armex_cell_text(table, row, at->name), value,
                       armex_cell_number(table, row, at->sent)) ||
            !add_party(&sides[1], armex_cell_text(table, row, at->partner),
                       armex_cell_text(table, row, at->partner_name), value,
                       armex_cell_number(table, row, at->got)))
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "cannot draw more than %d suppliers or recipients",
                              MOST_PARTIES);
    }
    if (!out->all || !isfinite(out->all))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          out->all ? "cannot draw figures that large"
                                   : "nothing to draw: nothing was delivered");
    sort(&sides[0]);
    sort(&sides[1]);
    return ARMEX_OK;
}

static size_t place_of(const struct armex_party *parties, size_t n, const char *code)
{
    size_t i = 0;
    while (i < n && strcmp(parties[i].code, code) != 0)
        i++;
    return i;
}

static void fill(struct armex_transfers *out, const struct armex_table *table,
                 const struct columns *at)
{
    for (size_t row = 0; row < table->n_rows; row++) {
        const size_t s = place_of(out->suppliers, out->n_suppliers,
                                  armex_cell_text(table, row, at->entity));
        const size_t r = place_of(out->recipients, out->n_recipients,
                                  armex_cell_text(table, row, at->partner));
        if (s < out->n_suppliers && r < out->n_recipients)
            out->values[s][r] += value_at(table, at, row);
    }
}

static double size_of(const struct side *side, const char *code)
{
    const size_t place = place_of(side->items, side->n, code);
    return place < side->n ? side->items[place].shown : 0.0;
}

/** The subject takes the last place kept when it is further down, and gives its own. */
static void keep_subject(struct side *side, size_t kept, const char *code)
{
    const size_t place = place_of(side->items, side->n, code);
    if (place >= side->n || place < kept)
        return;
    const struct armex_party subject = side->items[place];
    side->items[place] = side->items[kept - 1];
    side->items[kept - 1] = subject;
}

static armex_status find_subject(struct armex_transfers *out, struct side sides[2],
                                 const struct armex_chart *chart,
                                 struct armex_error *error)
{
    if (!chart->highlight)
        return ARMEX_OK;
    out->highlight = chart->highlight;
    const double sent = size_of(&sides[0], chart->highlight);
    const double got = size_of(&sides[1], chart->highlight);
    if (sent >= got)
        keep_subject(&sides[0], out->n_suppliers, chart->highlight);
    else
        keep_subject(&sides[1], out->n_recipients, chart->highlight);
    return sent > 0.0 || got > 0.0
               ? ARMEX_OK
               : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "'%s' is to be highlighted, and neither supplied nor got "
                            "anything",
                            chart->highlight);
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

/** How many of a side find room. A recipient is a column of a matrix, which needs room
 *  for figures; bands need room between the names. */
static size_t most_that_fit(const struct armex_chart *chart, bool recipients)
{
    const bool narrow = armex_chart_is_narrow(chart);
    if (narrow && !strcmp(chart->kind->name, "flow"))
        return ARMEX_ENDS_NARROW;
    return narrow && recipients ? ARMEX_PARTIES_NARROW : ARMEX_PARTIES;
}

/** How many of `n` are kept. */
static size_t kept_of(size_t n, const struct armex_chart *chart, bool recipients)
{
    const size_t fit = lesser(n, most_that_fit(chart, recipients));
    return chart->parties > 0 ? lesser(fit, (size_t)chart->parties) : fit;
}

armex_status armex_transfers_read(struct armex_transfers *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  struct armex_error *error)
{
    struct columns at;
    struct side sides[2] = {{0}, {0}};
    const struct armex_table *table = chart->table;
    *out = (struct armex_transfers){0};
    armex_status status = find_columns(&at, chart, error);
    if (status)
        return status;
    if (table->n_rows > MOST_ROWS)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "cannot draw %zu flows", table->n_rows);
    status = read_unit(out, table, &at, error);
    if (!status)
        status = read_parties(sides, out, arena, table, &at, error);
    if (status)
        return status;
    out->all_suppliers = sides[0].n;
    out->all_recipients = sides[1].n;
    out->n_suppliers = kept_of(sides[0].n, chart, false);
    out->n_recipients = kept_of(sides[1].n, chart, true);
    out->suppliers = sides[0].items;
    out->recipients = sides[1].items;
    out->measure = armex_cell_text(table, 0, at.measure);
    out->from = year_at(table, at.from);
    out->to = year_at(table, at.to);
    status = find_subject(out, sides, chart, error);
    fill(out, table, &at);
    return status;
}

const char *armex_transfers_span(struct armex_arena *arena,
                                 const struct armex_transfers *transfers)
{
    const int from = transfers->from, to = transfers->to;
    if (!to)
        return armex_arena_text(arena, "");
    if (!from || from == to)
        return armex_arena_printf(arena, "%d", to);
    if (from / 100 == to / 100)
        return armex_arena_printf(arena, "%d\u2013%02d", from, to % 100);
    return armex_arena_printf(arena, "%d\u2013%d", from, to);
}

double armex_transfers_share(const struct armex_transfers *transfers, size_t s,
                             size_t r)
{
    return transfers->values[s][r] / transfers->recipients[r].total;
}

double armex_transfers_rest(const struct armex_transfers *transfers, size_t n, size_t r)
{
    double rest = 1.0;
    for (size_t s = 0; s < n; s++)
        rest -= armex_transfers_share(transfers, s, r);
    return rest > 1e-9 ? rest : 0.0;
}
