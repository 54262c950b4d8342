/** analysis/bilateral_dependence.c: who leans on few partners. */
#include <math.h>
#include <stdlib.h>

#include "analysis/bilateral_parts.h"
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
    COLUMNS
};

enum { TOP_UNLESS_NAMED = 10 };

static const struct armex_column columns[COLUMNS] = {
    [RANK] = {"rank", "Rank", "", "by value", ARMEX_COLUMN_COUNT, false},
    [ENTITY] = {"entity", "Code", "", "ISO 3166 code, or a code of its own",
                ARMEX_COLUMN_TEXT, true},
    [NAME] = {"name", "Name", "", "name of the entity", ARMEX_COLUMN_TEXT, false},
    [VALUE] = {"value", "Value", "", "all that it got, or sent", ARMEX_COLUMN_AMOUNT,
               false},
    [UNIT] = {"unit", "Unit", "", "unit of the value", ARMEX_COLUMN_TEXT, false},
    [PARTNERS] = {"partners", "Partners", "", "how many", ARMEX_COLUMN_COUNT, false},
    [TOP_PARTNER] = {"top_partner", "Code", "", "code of the largest partner",
                     ARMEX_COLUMN_TEXT, true},
    [TOP_PARTNER_NAME] = {"top_partner_name", "Largest", "", "the largest partner",
                          ARMEX_COLUMN_TEXT, false},
    [TOP_SHARE] = {"top_share", "Its share", "fraction", "of the value",
                   ARMEX_COLUMN_FRACTION, false},
    [HHI] = {"hhi", "HHI", "", "sum of the squared shares of the partners",
             ARMEX_COLUMN_NUMBER, false},
    [EFFECTIVE_NUMBER] = {"effective_number", "Like", "",
                          "so many equal partners would be as concentrated",
                          ARMEX_COLUMN_NUMBER, false},
};

struct leaning {
    const struct armex_edges *edges;
    enum armex_flow_direction side;
    double *values; /* scratch, one an edge */
    struct armex_row row;
};

static void put(struct leaning *run, size_t entity, size_t rank)
{
    const struct armex_edges *edges = run->edges;
    const struct armex_edge *top = NULL;
    struct armex_row *row = &run->row;
    char unit[ARMEX_UNIT_SIZE];
    size_t n = 0;

    for (size_t i = 0; i < edges->n; i++) {
        const struct armex_edge *edge = &edges->items[i];
        if (edge->of[run->side] != entity)
            continue;
        run->values[n++] = edge->value;
        if (!top || edge->value > top->value)
            top = edge;
    }
    if (!top)
        return;
    const struct armex_concentration concentration =
        armex_concentration(run->values, n, 0.0);
    const uint32_t partner = top->of[!run->side];
    armex_unit_write(unit, edges->flows->unit);
    armex_row_add(row);
    armex_row_number(row, RANK, (double)rank);
    armex_row_text(row, ENTITY, edges->flows->entities[entity]);
    armex_row_text(row, NAME, armex_edges_name(edges, entity));
    armex_row_number(row, VALUE, edges->totals[run->side][entity]);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, PARTNERS, (double)n);
    armex_row_text(row, TOP_PARTNER, edges->flows->entities[partner]);
    armex_row_text(row, TOP_PARTNER_NAME, armex_edges_name(edges, partner));
    armex_row_number(row, TOP_SHARE, top->value / edges->totals[run->side][entity]);
    armex_row_number(row, HHI, concentration.hhi);
    armex_row_number(row, EFFECTIVE_NUMBER, concentration.effective_number);
}

static size_t rank_of(const size_t *order, size_t n, size_t entity)
{
    size_t i = 0;

    while (i < n && order[i] != entity)
        i++;
    return i + 1;
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
    for (size_t i = 0; !options->n_entities && i < n && i < top; i++)
        put(run, order[i], i + 1);
    for (size_t i = 0; i < options->n_entities; i++) {
        const size_t entity = armex_edges_entity(edges, options->entities[i]->code);
        put(run, entity, rank_of(order, n, entity));
    }
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
