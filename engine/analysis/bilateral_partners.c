/** analysis/bilateral_partners.c: who deals with whom most. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/bilateral_parts.h"
#include "analysis/caution.h"
#include "analysis/columns.h"

enum {
    RANK,
    ENTITY,
    NAME,
    PARTNER,
    PARTNER_NAME,
    VALUE,
    UNIT,
    SHARE,
    DEPENDENCE,
    COLUMNS
};

enum { TOP_UNLESS_NAMED = 10 };

static const struct armex_column columns[COLUMNS] = {
    [RANK] = ARMEX_RANK_COLUMN(
        "by value, of the entity's partners; none: nobody knows who it is"),
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [PARTNER] = ARMEX_PARTNER_COLUMN,
    [PARTNER_NAME] = ARMEX_PARTNER_NAME_COLUMN,
    [VALUE] = ARMEX_VALUE_COLUMN("all that passed between them"),
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the value"),
    [SHARE] = ARMEX_SHARE_COLUMN("of all that the entity sent, or got"),
    [DEPENDENCE] = {"dependence", "Of the partner's", "fraction",
                    "of all that the partner got, or sent", ARMEX_COLUMN_FRACTION,
                    false},
};

struct partners {
    const struct armex_edges *edges;
    const struct armex_bilateral_options *options;
    enum armex_flow_direction side; /* of the entity */
    struct armex_row row;
};

static bool is_partner_meant(const struct partners *run, const struct armex_edge *edge)
{
    const char *code = run->edges->flows->entities[edge->of[!run->side]];

    for (size_t i = 0; i < run->options->n_partners; i++)
        if (strcmp(run->options->partners[i]->code, code) == 0)
            return true;
    return run->options->n_partners == 0;
}

/* Of an entity's partners the one must be known, of all flows both sides. */
static bool is_ranked(const struct partners *run, const struct armex_edge *edge,
                      bool all)
{
    return armex_edges_is_known(run->edges, edge->of[!run->side]) &&
           (!all || armex_edges_is_known(run->edges, edge->of[run->side]));
}

static int by_value(const void *a, const void *b, void *edges)
{
    const size_t x = *(const size_t *)a, y = *(const size_t *)b;
    const struct armex_edge *edge = edges;

    if (edge[x].value != edge[y].value)
        return edge[x].value > edge[y].value ? -1 : 1;
    return x < y ? -1 : x > y; // the edges are sorted by code
}

static double share_of(double value, double total)
{
    return total > 0.0 ? value / total : (double)NAN;
}

static void put(struct partners *run, const struct armex_edge *edge, double rank,
                double total)
{
    const struct armex_edges *edges = run->edges;
    const uint32_t entity = edge->of[run->side], partner = edge->of[!run->side];
    struct armex_row *row = &run->row;
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, edges->flows->unit);
    armex_row_add(row);
    armex_row_number(row, RANK, rank);
    armex_row_text(row, ENTITY, edges->flows->entities[entity]);
    armex_row_text(row, NAME, armex_edges_name(edges, entity));
    armex_row_text(row, PARTNER, edges->flows->entities[partner]);
    armex_row_text(row, PARTNER_NAME, armex_edges_name(edges, partner));
    armex_row_number(row, VALUE, edge->value);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, SHARE, share_of(edge->value, total));
    armex_row_number(row, DEPENDENCE,
                     share_of(edge->value, edges->totals[!run->side][partner]));
}

static void put_ranked(struct partners *run, const size_t *order, size_t n, bool all,
                       double total)
{
    const struct armex_bilateral_options *options = run->options;
    const size_t top = (size_t)(options->top ? options->top : TOP_UNLESS_NAMED);
    size_t rank = 0, shown = 0;

    for (size_t i = 0; i < n && shown < top; i++) {
        const struct armex_edge *edge = &run->edges->items[order[i]];
        if (!is_ranked(run, edge, all))
            continue;
        rank++;
        if (is_partner_meant(run, edge)) {
            put(run, edge, (double)rank, total);
            shown++;
        }
    }
}

/* Those without a rank count in the total, and stand apart from the ranking. */
static void put_unknown(struct partners *run, const size_t *order, size_t n,
                        double total)
{
    for (size_t i = 0; i < n; i++) {
        const struct armex_edge *edge = &run->edges->items[order[i]];
        if (!is_ranked(run, edge, false) && is_partner_meant(run, edge))
            put(run, edge, NAN, total);
    }
}

/* Of all flows there may be many with an unknown side: their sum is said. */
static void note_unknown(struct partners *run)
{
    const struct armex_edges *edges = run->edges;
    struct armex_row *row = &run->row;
    char amount[ARMEX_AMOUNT_SIZE];
    double unknown = 0.0;

    for (size_t i = 0; i < edges->n; i++)
        if (!is_ranked(run, &edges->items[i], true))
            unknown += edges->items[i].value;
    if (!(unknown > 0.0) || row->status)
        return;
    armex_amount_words(amount, unknown, edges->flows->unit);
    row->status = armex_notes_add(&row->table->notes, row->table->arena, row->error,
                                  "in the total, but without a rank, the one side "
                                  "being unknown: %s",
                                  amount);
}

/* Ranks the edges of one entity (its place in the list; n_entities: of all). */
static armex_status rank_one(struct partners *run, size_t entity,
                             struct armex_error *error)
{
    const struct armex_edges *edges = run->edges;
    const bool all = entity == edges->flows->n_entities;
    size_t *order = calloc(edges->n + 1, sizeof *order);
    size_t n = 0;

    if (!order)
        return armex_fail_memory(error);
    for (size_t i = 0; i < edges->n; i++)
        if (all || edges->items[i].of[run->side] == entity)
            order[n++] = i;
    qsort_r(order, n, sizeof *order, by_value, edges->items);
    const double total = all ? edges->all : edges->totals[run->side][entity];
    put_ranked(run, order, n, all, total);
    if (all)
        note_unknown(run);
    else
        put_unknown(run, order, n, total);
    free(order);
    return run->row.status;
}

static armex_status rank_all(struct partners *run, struct armex_error *error)
{
    const struct armex_bilateral_options *options = run->options;
    armex_status status = ARMEX_OK;

    if (!options->n_entities)
        return rank_one(run, run->edges->flows->n_entities, error);
    for (size_t i = 0; !status && i < options->n_entities; i++) {
        const size_t entity =
            armex_edges_entity(run->edges, options->entities[i]->code);
        if (entity < run->edges->flows->n_entities)
            status = rank_one(run, entity, error);
    }
    return status;
}

armex_status armex_bilateral_partners(struct armex_table **out,
                                      const struct armex_flows *flows,
                                      const struct armex_bilateral_options *options,
                                      struct armex_error *error)
{
    struct armex_edges edges;
    struct partners run = {&edges, options, options->flow, {.error = error}};
    armex_status status = armex_edges_make(&edges, flows, options, error);

    if (!status)
        status = armex_table_create(&run.row.table, "flows", columns, COLUMNS, error);
    if (!status)
        status = rank_all(&run, error);
    if (!status)
        status = armex_edges_notes(
            run.row.table, &edges, options,
            options->flow == ARMEX_EXPORTS ? "Recipients" : "Suppliers", error);
    armex_edges_end(&edges);
    if (status)
        armex_table_free(run.row.table);
    *out = status ? NULL : run.row.table;
    return status;
}
