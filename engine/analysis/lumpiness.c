/** analysis/lumpiness.c: how much of a year is one deal. */
#include "analysis/lumpiness.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/bilateral_parts.h"
#include "analysis/columns.h"

enum {
    ENTITY,
    NAME,
    YEAR,
    VALUE,
    UNIT,
    DEALS,
    LARGEST_DEAL,
    PARTNER,
    PARTNER_NAME,
    CATEGORY,
    LARGEST,
    LARGEST_SHARE,
    EFFECTIVE_NUMBER,
    GROWTH,
    GROWTH_WITHOUT,
    REASON,
    COLUMNS
};

enum { TOP_UNLESS_NAMED = 10 };

static const struct armex_column columns[COLUMNS] = {
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [YEAR] = {"year", "Year", "year", "of delivery", ARMEX_COLUMN_YEAR, false},
    [VALUE] = ARMEX_VALUE_COLUMN("all that it sent, or got"),
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the amounts"),
    [DEALS] = {"deals", "Deals", "", "with deliveries in the year", ARMEX_COLUMN_COUNT,
               false},
    [LARGEST_DEAL] = {"largest_deal", "Deal", "", "the publisher's number of it",
                      ARMEX_COLUMN_YEAR, true},
    [PARTNER] = {"partner", "Code", "", "code of its other side", ARMEX_COLUMN_TEXT,
                 true},
    [PARTNER_NAME] = {"partner_name", "Largest with", "", "its other side",
                      ARMEX_COLUMN_TEXT, false},
    [CATEGORY] = {"category", "Of", "", "kind of arms", ARMEX_COLUMN_TEXT, false},
    [LARGEST] = {"largest", "Largest", "", "deliveries of the largest deal",
                 ARMEX_COLUMN_AMOUNT, true},
    [LARGEST_SHARE] = {"largest_share", "Its share", "fraction", "of the value",
                       ARMEX_COLUMN_FRACTION, false},
    [EFFECTIVE_NUMBER] = {"effective_number", "Like", "",
                          "so many equal deals would be as lumpy", ARMEX_COLUMN_NUMBER,
                          false},
    [GROWTH] = {"growth", "Growth", "fraction", "on the year before",
                ARMEX_COLUMN_CHANGE, false},
    [GROWTH_WITHOUT] = {"growth_without", "Without it", "fraction",
                        "the same, the deal left out of both years",
                        ARMEX_COLUMN_CHANGE, false},
    [REASON] = {"reason", "Why none", "", "why growth is undefined", ARMEX_COLUMN_TEXT,
                false},
};

/* What one deal delivered in one year. */
struct delivered {
    uint64_t deal;
    double value;
    size_t row; /* of the flows: the first of them */
    short year;
};

struct lumps {
    const struct armex_flows *flows;
    const struct armex_bilateral_options *options;
    struct armex_edges edges;
    struct delivered *items; /* of the entity at hand, by deal, then year */
    size_t n;
    int first, last; /* years recorded */
    struct armex_row row;
};

static int by_deal(const void *a, const void *b)
{
    const struct delivered *x = a, *y = b;

    if (x->deal != y->deal)
        return x->deal < y->deal ? -1 : 1;
    if (x->year != y->year)
        return x->year < y->year ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void join(struct lumps *lumps)
{
    size_t kept = 0;

    for (size_t i = 0; i < lumps->n; i++) {
        const struct delivered *item = &lumps->items[i];
        struct delivered *last = kept ? &lumps->items[kept - 1] : NULL;
        if (last && last->deal == item->deal && last->year == item->year)
            last->value += item->value;
        else
            lumps->items[kept++] = *item;
    }
    lumps->n = kept;
}

/* All that the entity sent (or got) in the years reported on and the one before. */
static void gather(struct lumps *lumps, size_t entity)
{
    const struct armex_flows *flows = lumps->flows;
    const bool exports = lumps->options->flow == ARMEX_EXPORTS;
    const uint64_t without = (uint64_t)1 << 32; // numbers of deals are below

    lumps->n = 0;
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if ((exports ? flow->supplier : flow->recipient) != entity ||
            flow->report != ARMEX_BY_SUPPLIER || !(flow->value > 0.0) ||
            flow->year < lumps->edges.from - 1 || flow->year > lumps->edges.to ||
            !armex_edges_category(flows, flow->category, lumps->options))
            continue;
        lumps->items[lumps->n++] = (struct delivered){
            .deal = flows->deals[i].id ? flows->deals[i].id : without + i,
            .value = flow->value,
            .row = i,
            .year = flow->year};
    }
    qsort(lumps->items, lumps->n, sizeof *lumps->items, by_deal);
    join(lumps);
}

static double total_of(const struct lumps *lumps, int year)
{
    double total = 0.0;

    for (size_t i = 0; i < lumps->n; i++)
        if (lumps->items[i].year == year)
            total += lumps->items[i].value;
    return isfinite(total) ? total : NAN;
}

/* A year's deals: which is the largest (n: none), how many, how alike. */
struct year_of_deals {
    size_t largest, deals;
    double effective_number;
};

static struct year_of_deals describe(const struct lumps *lumps, int year, double total)
{
    struct year_of_deals out = {lumps->n, 0, NAN};
    double squares = 0.0;

    for (size_t i = 0; i < lumps->n; i++) {
        const struct delivered *item = &lumps->items[i];
        if (item->year != year)
            continue;
        out.deals++;
        squares += item->value / total * (item->value / total);
        if (out.largest == lumps->n || item->value > lumps->items[out.largest].value)
            out.largest = i;
    }
    if (squares > 0.0) // the total may be beyond a double
        out.effective_number = 1.0 / squares;
    return out;
}

static double growth_of(double first, double last)
{
    const double growth = last / first - 1.0;
    return first > 0.0 && isfinite(growth) ? growth : NAN;
}

static void put_largest(struct lumps *lumps, size_t largest, double total,
                        double before)
{
    const struct delivered *item = &lumps->items[largest];
    const struct armex_flow *flow = &lumps->flows->items[item->row];
    const uint32_t partner =
        lumps->options->flow == ARMEX_EXPORTS ? flow->recipient : flow->supplier;
    const uint32_t id = lumps->flows->deals[item->row].id;
    const bool continued =
        largest && item[-1].deal == item->deal && item[-1].year == item->year - 1;
    struct armex_row *row = &lumps->row;

    armex_row_number(row, LARGEST_DEAL, id ? (double)id : NAN);
    armex_row_text(row, PARTNER, lumps->flows->entities[partner]);
    armex_row_text(row, PARTNER_NAME, armex_edges_name(&lumps->edges, partner));
    armex_row_text(row, CATEGORY, lumps->flows->categories[flow->category]);
    armex_row_number(row, LARGEST, item->value);
    armex_row_number(row, LARGEST_SHARE, item->value / total);
    armex_row_number(
        row, GROWTH_WITHOUT,
        growth_of(before - (continued ? item[-1].value : 0.0), total - item->value));
}

static void put_year(struct lumps *lumps, size_t entity, int year)
{
    const double total = total_of(lumps, year);
    const double before = year > lumps->first ? total_of(lumps, year - 1) : NAN;
    const struct year_of_deals found = describe(lumps, year, total);
    struct armex_row *row = &lumps->row;
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, lumps->flows->unit);
    armex_row_add(row);
    armex_row_text(row, ENTITY, lumps->flows->entities[entity]);
    armex_row_text(row, NAME, armex_edges_name(&lumps->edges, entity));
    armex_row_number(row, YEAR, year);
    armex_row_number(row, VALUE, total);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, DEALS, (double)found.deals);
    armex_row_number(row, EFFECTIVE_NUMBER, found.effective_number);
    armex_row_number(row, GROWTH, growth_of(before, total));
    armex_row_text(row, REASON,
                   isnan(before)                     ? "missing"
                   : isnan(growth_of(before, total)) ? "zero_base"
                                                     : "");
    if (found.deals)
        put_largest(lumps, found.largest, total, before);
}

static void put_entity(struct lumps *lumps, size_t entity)
{
    gather(lumps, entity);
    for (int year = lumps->edges.from; year <= lumps->edges.to; year++)
        if (year >= lumps->first && year <= lumps->last)
            put_year(lumps, entity, year);
}

static armex_status put_all(struct lumps *lumps, struct armex_error *error)
{
    const struct armex_bilateral_options *options = lumps->options;
    const size_t n = lumps->flows->n_entities;
    const size_t top = (size_t)(options->top ? options->top : TOP_UNLESS_NAMED);
    size_t *order = calloc(n + 1, sizeof *order);

    if (!order)
        return armex_fail_memory(error);
    const size_t shown = armex_edges_order(order, &lumps->edges, options->flow);
    for (size_t i = 0; !options->n_entities && i < shown && i < top; i++)
        put_entity(lumps, order[i]);
    for (size_t i = 0; i < options->n_entities; i++) {
        const size_t entity =
            armex_edges_entity(&lumps->edges, options->entities[i]->code);
        if (entity < n && lumps->edges.totals[options->flow][entity] > 0.0)
            put_entity(lumps, entity);
    }
    free(order);
    return lumps->row.status;
}

static armex_status prepare(struct lumps *lumps, struct armex_error *error)
{
    const struct armex_flows *flows = lumps->flows;
    armex_status status = armex_edges_make(&lumps->edges, flows, lumps->options, error);
    int last = 0;

    lumps->items = calloc(flows->n + 1, sizeof *lumps->items);
    if (!status && !lumps->items)
        status = armex_fail_memory(error);
    lumps->first = lumps->edges.to;
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (flow->report != ARMEX_BY_SUPPLIER)
            continue;
        lumps->first = flow->year < lumps->first ? flow->year : lumps->first;
        last = flow->year > last ? flow->year : last;
    }
    lumps->last = last;
    return status ? status
                  : armex_table_create(&lumps->row.table, "lumpiness", columns, COLUMNS,
                                       error);
}

armex_status armex_lumpiness(struct armex_table **out, const struct armex_flows *flows,
                             const struct armex_bilateral_options *options,
                             struct armex_error *error)
{
    struct lumps lumps = {.flows = flows, .options = options, .row.error = error};

    *out = NULL;
    if (!flows->deals)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "these flows do not tell one deal from another; SIPRI's "
                          "register does");
    armex_status status = prepare(&lumps, error);
    if (!status)
        status = put_all(&lumps, error);
    if (!status)
        status = armex_edges_notes(lumps.row.table, &lumps.edges, options,
                                   "The largest deal of each year", error);
    free(lumps.items);
    armex_edges_end(&lumps.edges);
    if (status)
        armex_table_free(lumps.row.table);
    else
        *out = lumps.row.table;
    return status;
}
