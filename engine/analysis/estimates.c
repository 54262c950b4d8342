/** analysis/estimates.c: how much of a figure rests on estimates. */
#include "analysis/estimates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/bilateral_parts.h"
#include "analysis/caution.h"
#include "analysis/columns.h"
#include "analysis/estimates_draw.h"

#include "base/number.h"

enum {
    RANK,
    ENTITY,
    NAME,
    VALUE,
    UNIT,
    ESTIMATED,
    ESTIMATED_YEAR,
    ESTIMATED_NUMBER,
    ESTIMATED_ORDER,
    LOW,
    HIGH,
    SHARE,
    SHARE_LOW,
    SHARE_HIGH,
    RANK_LOW,
    RANK_HIGH,
    TOP_PROBABILITY,
    COLUMNS
};

static const struct armex_column columns[COLUMNS] = {
    [RANK] = ARMEX_RANK_COLUMN("by value"),
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [VALUE] = ARMEX_VALUE_COLUMN("all that it sent, or got"),
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the amounts"),
    [ESTIMATED] = {"estimated", "Estimated", "fraction",
                   "of the value: year or number of the delivery is an estimate",
                   ARMEX_COLUMN_FRACTION, false},
    [ESTIMATED_YEAR] = {"estimated_year", "Year", "fraction",
                        "of the value: the year it is counted in is an estimate",
                        ARMEX_COLUMN_FRACTION, false},
    [ESTIMATED_NUMBER] = {"estimated_number", "Number", "fraction",
                          "of the value: the number delivered is an estimate",
                          ARMEX_COLUMN_FRACTION, false},
    [ESTIMATED_ORDER] = {"estimated_order", "Order", "fraction",
                         "of the value: year or number of the order is an estimate",
                         ARMEX_COLUMN_FRACTION, true},
    [LOW] = {"low", "At least", "", "2.5 % of the draws are below", ARMEX_COLUMN_AMOUNT,
             false},
    [HIGH] = {"high", "At most", "", "2.5 % of the draws are above",
              ARMEX_COLUMN_AMOUNT, false},
    [SHARE] = ARMEX_SHARE_COLUMN("of all deliveries"),
    [SHARE_LOW] = {"share_low", "At least", "fraction", "2.5 % of the draws are below",
                   ARMEX_COLUMN_FRACTION, true},
    [SHARE_HIGH] = {"share_high", "At most", "fraction", "2.5 % of the draws are above",
                    ARMEX_COLUMN_FRACTION, true},
    [RANK_LOW] = ARMEX_RANK_LOW_COLUMN("2.5 % of the drawn ranks are better"),
    [RANK_HIGH] = ARMEX_RANK_HIGH_COLUMN("2.5 % of the drawn ranks are worse"),
    [TOP_PROBABILITY] = {"top_probability", "Among the first", "fraction",
                         "share of the draws in which it is among the first so many",
                         ARMEX_COLUMN_FRACTION, true},
};

enum { TOP_UNLESS_NAMED = 10, DRAWS_UNLESS_NAMED = 10000, KINDS = 4 };

unsigned armex_estimates_year_flag(const struct armex_flows *flows)
{
    return armex_is_by_order_year(flows->scope) ? ARMEX_ORDER_YEAR_ESTIMATED
                                                : ARMEX_YEAR_ESTIMATED;
}

struct asking {
    const struct armex_flows *flows;
    const struct armex_bilateral_options *options;
    struct armex_edges edges; /* the window's sums, as every such table has them */
    struct armex_estimates_draw draw;
    unsigned flags[KINDS];      /* of year or number, year, number, order */
    double *firm, *soft[KINDS]; /* of each entity; soft of one more, the total */
    bool *ranked;
    struct armex_estimated_delivery *items;
    struct armex_estimates_interval *intervals;
    struct armex_row row;
};

static armex_status make_room(struct asking *asking, struct armex_error *error)
{
    const size_t n = asking->flows->n_entities;
    bool there = true;

    asking->firm = calloc(n + 1, sizeof *asking->firm);
    asking->ranked = calloc(n + 1, sizeof *asking->ranked);
    asking->items = calloc(asking->flows->n + 1, sizeof *asking->items);
    asking->intervals = calloc(n + 1, sizeof *asking->intervals);
    for (int kind = 0; kind < KINDS; kind++) {
        asking->soft[kind] = calloc(n + 1, sizeof(double));
        there = there && asking->soft[kind];
    }
    return there && asking->firm && asking->ranked && asking->items && asking->intervals
               ? ARMEX_OK
               : armex_fail_memory(error);
}

static void end(struct asking *asking)
{
    armex_edges_end(&asking->edges);
    for (int kind = 0; kind < KINDS; kind++)
        free(asking->soft[kind]);
    free(asking->intervals);
    free(asking->items);
    free(asking->ranked);
    free(asking->firm);
}

static uint64_t deal_of(const struct armex_flows *flows, size_t i)
{
    const uint64_t without = (uint64_t)1 << 32; // numbers of deals are below
    return flows->deals[i].id ? flows->deals[i].id : without + i;
}

/* One delivery of the window, or of the years around it that may come in. */
static void take(struct asking *asking, size_t i)
{
    const struct armex_flow *flow = &asking->flows->items[i];
    const unsigned flags = asking->flows->deals[i].flags;
    const uint32_t entity =
        asking->options->flow == ARMEX_EXPORTS ? flow->supplier : flow->recipient;
    const bool inside =
        flow->year >= asking->edges.from && flow->year <= asking->edges.to;

    for (int kind = 0; inside && kind < KINDS; kind++)
        if (flags & asking->flags[kind]) {
            asking->soft[kind][entity] += flow->value;
            asking->soft[kind][asking->flows->n_entities] += flow->value;
        }
    if (flags & asking->flags[0])
        asking->items[asking->draw.n++] = (struct armex_estimated_delivery){
            .deal = deal_of(asking->flows, i),
            .value = flow->value,
            .entity = entity,
            .year = flow->year,
            .year_estimated = flags & asking->flags[1],
            .number_estimated = flags & asking->flags[2]};
    else if (inside)
        asking->firm[entity] += flow->value;
}

static void take_all(struct asking *asking)
{
    const struct armex_flows *flows = asking->flows;
    struct armex_estimates_draw *draw = &asking->draw;

    asking->flags[1] = armex_estimates_year_flag(flows);
    asking->flags[2] = ARMEX_NUMBER_ESTIMATED;
    asking->flags[0] = asking->flags[1] | asking->flags[2];
    asking->flags[3] = ARMEX_ORDER_YEAR_ESTIMATED | ARMEX_NUMBER_ORDERED_ESTIMATED;
    draw->first = draw->last = asking->edges.to;
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (flow->report != ARMEX_BY_SUPPLIER)
            continue;
        draw->first = flow->year < draw->first ? flow->year : draw->first;
        draw->last = flow->year > draw->last ? flow->year : draw->last;
        if (flow->value > 0.0 && flow->year >= asking->edges.from - 1 &&
            flow->year <= asking->edges.to + 1 &&
            armex_edges_category(flows, flow->category, asking->options))
            take(asking, i);
    }
    for (size_t i = 0; i < flows->n_entities; i++) {
        const struct armex_entity *entity = armex_entity_by_code(flows->entities[i]);
        asking->ranked[i] = !entity || entity->kind != ARMEX_UNKNOWN;
    }
}

static armex_status draw(struct asking *asking, struct armex_error *error)
{
    const struct armex_bilateral_options *options = asking->options;
    struct armex_estimates_draw *draw = &asking->draw;
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    take_all(asking);
    draw->n_entities = asking->flows->n_entities;
    draw->firm = asking->firm;
    draw->ranked = asking->ranked;
    draw->items = asking->items;
    draw->from = asking->edges.from;
    draw->to = asking->edges.to;
    draw->year_error = options->year_error;
    draw->number_error = options->number_error;
    draw->resamples =
        (size_t)(options->resamples ? options->resamples : DRAWS_UNLESS_NAMED);
    draw->top = options->top ? options->top : TOP_UNLESS_NAMED;
    draw->seed = (uint64_t)(options->seed ? options->seed : 1);
    draw->threads = options->threads ? options->threads : (int)processors;
    return armex_estimates_draw(asking->intervals, draw, error);
}

/* `entity` n_entities: everybody together. */
static void put(struct asking *asking, size_t entity, double rank)
{
    const size_t n = asking->flows->n_entities;
    const struct armex_estimates_interval *found = &asking->intervals[entity];
    const double value = entity < n
                             ? asking->edges.totals[asking->options->flow][entity]
                             : asking->edges.all;
    struct armex_row *row = &asking->row;
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, asking->flows->unit);
    armex_row_add(row);
    armex_row_number(row, RANK, rank);
    armex_row_text(row, ENTITY, entity < n ? asking->flows->entities[entity] : "WLD");
    armex_row_text(row, NAME,
                   entity < n ? armex_edges_name(&asking->edges, entity) : "World");
    armex_row_number(row, VALUE, value);
    armex_row_text(row, UNIT, unit);
    for (int kind = 0; kind < KINDS; kind++)
        armex_row_number(row, ESTIMATED + (size_t)kind,
                         fmin(1.0, asking->soft[kind][entity] / value)); // rounding
    armex_row_number(row, LOW, found->low);
    armex_row_number(row, HIGH, found->high);
    armex_row_number(row, SHARE, value / asking->edges.all);
    armex_row_number(row, SHARE_LOW, found->share_low);
    armex_row_number(row, SHARE_HIGH, found->share_high);
    armex_row_number(row, RANK_LOW, found->rank_low);
    armex_row_number(row, RANK_HIGH, found->rank_high);
    armex_row_number(row, TOP_PROBABILITY, found->top);
}

/* Competition rank of those who are ranked, the largest first. */
static double rank_of(const struct asking *asking, size_t entity)
{
    const double *totals = asking->edges.totals[asking->options->flow];
    double rank = 1.0;

    for (size_t i = 0; i < asking->flows->n_entities; i++)
        rank += asking->ranked[i] && totals[i] > totals[entity];
    return asking->ranked[entity] ? rank : NAN;
}

static armex_status put_all(struct asking *asking, struct armex_error *error)
{
    const struct armex_bilateral_options *options = asking->options;
    const size_t n = asking->flows->n_entities;
    const size_t top = (size_t)(options->top ? options->top : TOP_UNLESS_NAMED);
    size_t *order = calloc(n + 1, sizeof *order);

    if (!order)
        return armex_fail_memory(error);
    const size_t shown = armex_edges_order(order, &asking->edges, options->flow);
    for (size_t i = 0; !options->n_entities && i < shown && i < top; i++)
        put(asking, order[i], rank_of(asking, order[i]));
    for (size_t i = 0; i < options->n_entities; i++) {
        const size_t entity =
            armex_edges_entity(&asking->edges, options->entities[i]->code);
        if (entity < n && asking->edges.totals[options->flow][entity] > 0.0)
            put(asking, entity, rank_of(asking, entity));
    }
    if (!options->n_entities)
        put(asking, n, NAN);
    free(order);
    return asking->row.status;
}

static armex_status note(struct asking *asking, struct armex_error *error)
{
    struct armex_table *table = asking->row.table;
    const struct armex_estimates_draw *draw = &asking->draw;
    char right[ARMEX_NUMBER_SIZE], early[ARMEX_NUMBER_SIZE], off[ARMEX_NUMBER_SIZE];
    armex_status status = armex_edges_notes(table, &asking->edges, asking->options,
                                            asking->options->flow == ARMEX_EXPORTS
                                                ? "What of the exports is estimated"
                                                : "What of the imports is estimated",
                                            error);

    armex_number_write(right, armex_round_digits(1.0 - draw->year_error, 6));
    armex_number_write(early, armex_round_digits(draw->year_error / 2.0, 6));
    armex_number_write(off, armex_round_digits(100.0 * draw->number_error, 6));
    if (!status)
        status = armex_notes_add(
            &table->notes, table->arena, error,
            "intervals: 95 %% of %zu draws (seed %d), each of which takes a deal's "
            "estimated years as right with probability %s and as a year "
            "early "
            "or late with %s each, and its estimated numbers as off by up to %s %%; "
            "these "
            "are assumptions, not the publisher's",
            draw->resamples, (int)draw->seed, right, early, off);
    if (!status && asking->edges.to >= draw->last)
        status = armex_notes_add(
            &table->notes, table->arena, error,
            "%d is the newest year recorded: what will yet be found of it is in no "
            "interval, and nothing is drawn as delivered later",
            draw->last);
    return status;
}

armex_status armex_estimates(struct armex_table **out, const struct armex_flows *flows,
                             const struct armex_bilateral_options *options,
                             struct armex_error *error)
{
    struct asking asking = {.flows = flows, .options = options, .row.error = error};
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (!flows->deals)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "these flows do not say which of their figures are "
                          "estimates; SIPRI's register does");
    status = armex_edges_make(&asking.edges, flows, options, error);
    if (!status)
        status = make_room(&asking, error);
    if (!status)
        status = draw(&asking, error);
    if (!status)
        status =
            armex_table_create(&asking.row.table, "estimates", columns, COLUMNS, error);
    if (!status)
        status = put_all(&asking, error);
    if (!status)
        status = note(&asking, error);
    end(&asking);
    if (status)
        armex_table_free(asking.row.table);
    else
        *out = asking.row.table;
    return status;
}
