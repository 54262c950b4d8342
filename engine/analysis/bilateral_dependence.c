/** analysis/bilateral_dependence.c: who leans on few partners. */
#include <math.h>
#include <stdlib.h>

#include "analysis/bilateral_parts.h"
#include "analysis/columns.h"
#include "analysis/concentration.h"

enum {
    RANK,
    ENTITY,
    NAME,
    VALUE,
    UNIT,
    PARTNERS,
    TOP_PARTNER,
    TOP_PARTNER_NAME,
    TOP_SHARE,
    HHI,
    EFFECTIVE_NUMBER,
    UNKNOWN_SHARE,
    COLUMNS
};

enum { TOP_UNLESS_NAMED = 10 };

static const struct armex_column columns[COLUMNS] = {
    [RANK] = ARMEX_RANK_COLUMN("by value; none: nobody knows who it is"),
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [VALUE] = ARMEX_VALUE_COLUMN("all that it got, or sent"),
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the value"),
    [PARTNERS] = {"partners", "Partners", "", "how many are known", ARMEX_COLUMN_COUNT,
                  false},
    [TOP_PARTNER] = {"top_partner", "Code", "", "code of the largest partner",
                     ARMEX_COLUMN_TEXT, true},
    [TOP_PARTNER_NAME] = {"top_partner_name", "Largest", "", "the largest partner",
                          ARMEX_COLUMN_TEXT, false},
    [TOP_SHARE] = {"top_share", "Its share", "fraction", "of the value",
                   ARMEX_COLUMN_FRACTION, false},
    [HHI] = {"hhi", "HHI", "", "sum of the squared shares of the known partners",
             ARMEX_COLUMN_NUMBER, false},
    [EFFECTIVE_NUMBER] = {"effective_number", "Like", "",
                          "so many equal partners would be as concentrated",
                          ARMEX_COLUMN_NUMBER, false},
    [UNKNOWN_SHARE] = {"unknown_share", "Unknown", "fraction",
                       "of the value: nobody knows with whom; in no other column but "
                       "the value, and in what shares are of",
                       ARMEX_COLUMN_FRACTION, true},
};

struct leaning {
    const struct armex_edges *edges;
    enum armex_flow_direction side;
    double *values; /* scratch, one an edge */
    struct armex_row row;
};

static void put_top(struct armex_row *row, const struct armex_edges *edges,
                    const struct armex_edge *top, enum armex_flow_direction side)
{
    if (!top)
        return;
    const uint32_t partner = top->of[!side];
    armex_row_text(row, TOP_PARTNER, edges->flows->entities[partner]);
    armex_row_text(row, TOP_PARTNER_NAME, armex_edges_name(edges, partner));
    armex_row_number(row, TOP_SHARE, top->value / edges->totals[side][top->of[side]]);
}

static void put(struct leaning *run, size_t entity, double rank)
{
    const struct armex_edges *edges = run->edges;
    const struct armex_edge *top = NULL;
    struct armex_row *row = &run->row;
    char unit[ARMEX_UNIT_SIZE];
    const double total = edges->totals[run->side][entity];
    double unknown = 0.0;
    size_t n = 0;

    for (size_t i = 0; i < edges->n; i++) {
        const struct armex_edge *edge = &edges->items[i];
        if (edge->of[run->side] != entity)
            continue;
        if (!armex_edges_is_known(edges, edge->of[!run->side])) {
            unknown += edge->value;
            continue;
        }
        run->values[n++] = edge->value;
        if (!top || edge->value > top->value)
            top = edge;
    }
    const struct armex_concentration concentration =
        armex_concentration(run->values, n, unknown > 0.0 ? total : 0.0);
    armex_unit_write(unit, edges->flows->unit);
    armex_row_add(row);
    armex_row_number(row, RANK, rank);
    armex_row_text(row, ENTITY, edges->flows->entities[entity]);
    armex_row_text(row, NAME, armex_edges_name(edges, entity));
    armex_row_number(row, VALUE, total);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, PARTNERS, (double)n);
    put_top(row, edges, top, run->side);
    armex_row_number(row, HHI, n ? concentration.hhi : NAN);
    armex_row_number(row, EFFECTIVE_NUMBER, n ? concentration.effective_number : NAN);
    armex_row_number(row, UNKNOWN_SHARE, unknown / total);
    if (unknown > 0.0)
        row->table->columns[UNKNOWN_SHARE].machine = false;
}

/* Its place among those known, who stand first; NAN of those who are not. */
static double rank_of(const struct armex_edges *edges, const size_t *order, size_t n,
                      size_t entity)
{
    size_t i = 0;

    while (i < n && order[i] != entity)
        i++;
    return armex_edges_is_known(edges, entity) ? (double)(i + 1) : (double)NAN;
}

static void put_named(struct leaning *run,
                      const struct armex_bilateral_options *options,
                      const size_t *order, size_t n)
{
    const struct armex_edges *edges = run->edges;

    for (size_t i = 0; i < options->n_entities; i++) {
        const size_t entity = armex_edges_entity(edges, options->entities[i]->code);
        if (entity < edges->flows->n_entities && edges->totals[run->side][entity] > 0.0)
            put(run, entity, rank_of(edges, order, n, entity));
    }
}

static armex_status put_all(struct leaning *run,
                            const struct armex_bilateral_options *options,
                            struct armex_error *error)
{
    const struct armex_edges *edges = run->edges;
    const size_t top = (size_t)(options->top ? options->top : TOP_UNLESS_NAMED);
    size_t *order = calloc(edges->flows->n_entities + 1, sizeof *order);

    if (!order)
        return armex_fail_memory(error);
    const size_t n = armex_edges_order(order, edges, run->side);
    if (options->n_entities)
        put_named(run, options, order, n);
    for (size_t i = 0; !options->n_entities && i < n; i++)
        if (i < top || !armex_edges_is_known(edges, order[i]))
            put(run, order[i], rank_of(edges, order, n, order[i]));
    free(order);
    return run->row.status;
}

armex_status armex_bilateral_dependence(struct armex_table **out,
                                        const struct armex_flows *flows,
                                        const struct armex_bilateral_options *options,
                                        struct armex_error *error)
{
    struct armex_edges edges;
    struct leaning run = {&edges, options->flow, NULL, {.error = error}};
    armex_status status = armex_edges_make(&edges, flows, options, error);

    if (!status && !(run.values = calloc(edges.n + 1, sizeof *run.values)))
        status = armex_fail_memory(error);
    if (!status)
        status = armex_table_create(&run.row.table, "flows", columns, COLUMNS, error);
    if (!status)
        status = put_all(&run, options, error);
    if (!status)
        status = armex_edges_notes(run.row.table, &edges, options,
                                   options->flow == ARMEX_EXPORTS
                                       ? "Dependence of suppliers on recipients"
                                       : "Dependence of recipients on suppliers",
                                   error);
    free(run.values);
    armex_edges_end(&edges);
    if (status)
        armex_table_free(run.row.table);
    *out = status ? NULL : run.row.table;
    return status;
}
