/** analysis/network.c: degree, strength and reciprocity. */
#include "analysis/network.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/bilateral_parts.h"
#include "analysis/columns.h"

#include "base/number.h"

enum {
    RANK,
    ENTITY,
    NAME,
    RECIPIENTS,
    SUPPLIERS,
    EXPORTS,
    IMPORTS,
    UNIT,
    RECIPROCITY,
    COLUMNS
};

enum { TOP_UNLESS_NAMED = 10 };

static const struct armex_column columns[COLUMNS] = {
    [RANK] = ARMEX_RANK_COLUMN("by exports and imports together"),
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [RECIPIENTS] = {"recipients", "Recipients", "", "how many it supplied",
                    ARMEX_COLUMN_COUNT, false},
    [SUPPLIERS] = {"suppliers", "Suppliers", "", "how many supplied it",
                   ARMEX_COLUMN_COUNT, false},
    [EXPORTS] = {"exports", "Exports", "", "all it sent", ARMEX_COLUMN_AMOUNT, false},
    [IMPORTS] = {"imports", "Imports", "", "all it got", ARMEX_COLUMN_AMOUNT, false},
    [UNIT] = ARMEX_UNIT_COLUMN("unit of both"),
    [RECIPROCITY] = {"reciprocity", "Returned", "fraction",
                     "of its exports, what partners sent back", ARMEX_COLUMN_FRACTION,
                     false},
};

struct node {
    size_t degree[2]; /* recipients, suppliers */
    double strength[2];
    double returned; /* sum of min(sent, got) */
};

struct network {
    const struct armex_edges *edges;
    struct node *nodes;
    size_t n_nodes, links, mutual;
    double volume, returned;
};

static int by_pair(const void *a, const void *b)
{
    const struct armex_edge *x = a, *y = b;

    for (int side = 0; side < 2; side++)
        if (x->of[side] != y->of[side])
            return x->of[side] < y->of[side] ? -1 : 1;
    return 0;
}

/* What went the other way; 0: nothing. */
static double reverse_of(const struct armex_edges *edges, const struct armex_edge *edge)
{
    const struct armex_edge key = {{edge->of[1], edge->of[0]}, 0.0};
    const struct armex_edge *found =
        bsearch(&key, edges->items, edges->n, sizeof key, by_pair);

    return found ? found->value : 0.0;
}

static armex_status measure(struct network *out, const struct armex_edges *edges,
                            struct armex_error *error)
{
    *out = (struct network){.edges = edges};
    out->nodes = calloc(edges->flows->n_entities + 1, sizeof *out->nodes);
    if (!out->nodes)
        return armex_fail_memory(error);
    for (size_t i = 0; i < edges->n; i++) {
        const struct armex_edge *edge = &edges->items[i];
        if (edge->of[0] == edge->of[1])
            continue;
        const double back = reverse_of(edges, edge);
        for (int side = 0; side < 2; side++) {
            out->nodes[edge->of[side]].degree[side]++;
            out->nodes[edge->of[side]].strength[side] += edge->value;
        }
        out->nodes[edge->of[0]].returned += fmin(edge->value, back);
        out->links++;
        out->mutual += back > 0.0;
        out->volume += edge->value;
        out->returned += fmin(edge->value, back);
    }
    for (size_t i = 0; i < edges->flows->n_entities; i++)
        out->n_nodes += out->nodes[i].degree[0] + out->nodes[i].degree[1] > 0;
    return ARMEX_OK;
}

static double strength(const struct node *node)
{
    return node->strength[0] + node->strength[1];
}

static int by_strength(const void *a, const void *b, void *nodes)
{
    const size_t x = *(const size_t *)a, y = *(const size_t *)b;
    const double by_x = strength((struct node *)nodes + x);
    const double by_y = strength((struct node *)nodes + y);

    if (by_x != by_y)
        return by_x > by_y ? -1 : 1;
    return x < y ? -1 : x > y;
}

static void put(struct armex_row *row, const struct network *network, size_t entity,
                size_t rank)
{
    const struct armex_flows *flows = network->edges->flows;
    const struct node *node = &network->nodes[entity];
    const double sent = node->strength[0];
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, flows->unit);
    armex_row_add(row);
    armex_row_number(row, RANK, (double)rank);
    armex_row_text(row, ENTITY, flows->entities[entity]);
    armex_row_text(row, NAME, armex_edges_name(network->edges, entity));
    armex_row_number(row, RECIPIENTS, (double)node->degree[0]);
    armex_row_number(row, SUPPLIERS, (double)node->degree[1]);
    armex_row_number(row, EXPORTS, sent);
    armex_row_number(row, IMPORTS, node->strength[1]);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, RECIPROCITY,
                     sent > 0.0 ? node->returned / sent : (double)NAN);
}

static bool is_named(const struct armex_bilateral_options *options,
                     const struct network *network, size_t entity)
{
    for (size_t i = 0; i < options->n_entities; i++)
        if (armex_edges_entity(network->edges, options->entities[i]->code) == entity)
            return true;
    return options->n_entities == 0;
}

static armex_status put_all(struct armex_row *row, const struct network *network,
                            const struct armex_bilateral_options *options)
{
    const size_t all = network->edges->flows->n_entities;
    const size_t top = (size_t)(options->top ? options->top : TOP_UNLESS_NAMED);
    size_t *order = calloc(all + 1, sizeof *order);
    size_t n = 0, shown = 0;

    if (!order)
        return armex_fail_memory(row->error);
    for (size_t i = 0; i < all; i++)
        if (network->nodes[i].degree[0] + network->nodes[i].degree[1])
            order[n++] = i;
    qsort_r(order, n, sizeof *order, by_strength, network->nodes);
    for (size_t i = 0; i < n && (shown < top || options->n_entities); i++)
        if (is_named(options, network, order[i])) {
            put(row, network, order[i], i + 1);
            shown++;
        }
    free(order);
    return row->status;
}

static armex_status note_whole(struct armex_table *table, const struct network *network,
                               struct armex_error *error)
{
    const double pairs = (double)network->n_nodes * ((double)network->n_nodes - 1.0);
    const double links = (double)network->links;

    if (!network->links)
        return ARMEX_OK;
    return armex_notes_add(
        &table->notes, table->arena, error,
        "%zu entities, %zu links, density %s; %s of the links and "
        "%s of the volume go both ways",
        network->n_nodes, network->links, armex_number_fixed(links / pairs, 4).text,
        armex_number_fixed((double)network->mutual / links, 4).text,
        armex_number_fixed(network->returned / network->volume, 4).text);
}

armex_status armex_network(struct armex_table **out, const struct armex_flows *flows,
                           const struct armex_bilateral_options *options,
                           struct armex_error *error)
{
    struct armex_edges edges;
    struct network network = {.nodes = NULL};
    struct armex_row row = {.error = error};
    armex_status status = armex_edges_make(&edges, flows, options, error);

    if (!status)
        status = measure(&network, &edges, error);
    if (!status)
        status = armex_table_create(&row.table, "flows", columns, COLUMNS, error);
    if (!status)
        status = put_all(&row, &network, options);
    if (!status)
        status = armex_edges_notes(row.table, &edges, options,
                                   "The network of transfers", error);
    if (!status)
        status = note_whole(row.table, &network, error);
    free(network.nodes);
    armex_edges_end(&edges);
    if (status)
        armex_table_free(row.table);
    *out = status ? NULL : row.table;
    return status;
}
