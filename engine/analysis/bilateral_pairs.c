/** analysis/bilateral_pairs.c: every supplier and recipient that dealt, and how much.
 */
#include <string.h>

#include "analysis/bilateral_parts.h"
#include "analysis/columns.h"

enum {
    ENTITY,
    NAME,
    PARTNER,
    PARTNER_NAME,
    VALUE,
    UNIT,
    SENT,
    GOT,
    FROM,
    TO,
    MEASURE,
    COLUMNS
};

static const struct armex_column columns[COLUMNS] = {
    [ENTITY] = {"entity", "Code", "", "code of the supplier", ARMEX_COLUMN_TEXT, true},
    [NAME] = {"name", "Supplier", "", "name of the supplier", ARMEX_COLUMN_TEXT, false},
    [PARTNER] = {"partner", "Code", "", "code of the recipient", ARMEX_COLUMN_TEXT,
                 true},
    [PARTNER_NAME] = {"partner_name", "Recipient", "", "name of the recipient",
                      ARMEX_COLUMN_TEXT, false},
    [VALUE] = ARMEX_VALUE_COLUMN("all that passed between them"),
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the value"),
    [SENT] = {"sent", "Supplier sent", "", "all that the supplier sent to anybody",
              ARMEX_COLUMN_AMOUNT, false},
    [GOT] = {"got", "Recipient got", "", "all that the recipient got from anybody",
             ARMEX_COLUMN_AMOUNT, false},
    [FROM] = {"from", "From", "year", "first year added up", ARMEX_COLUMN_YEAR, true},
    [TO] = {"to", "To", "year", "last year added up", ARMEX_COLUMN_YEAR, true},
    [MEASURE] = ARMEX_MEASURE_COLUMN(true),
};

static bool is_among(const char *code, const struct armex_entity *const *entities,
                     size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(entities[i]->code, code) == 0)
            return true;
    return n == 0;
}

static bool is_meant(const struct armex_edges *edges, const struct armex_edge *edge,
                     const struct armex_bilateral_options *options)
{
    const char *own = edges->flows->entities[edge->of[options->flow]];
    const char *other = edges->flows->entities[edge->of[!options->flow]];

    return is_among(own, options->entities, options->n_entities) &&
           is_among(other, options->partners, options->n_partners);
}

static void put(struct armex_row *row, const struct armex_edges *edges,
                const struct armex_edge *edge)
{
    const uint32_t supplier = edge->of[ARMEX_EXPORTS];
    const uint32_t recipient = edge->of[ARMEX_IMPORTS];
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, edges->flows->unit);
    armex_row_add(row);
    armex_row_text(row, ENTITY, edges->flows->entities[supplier]);
    armex_row_text(row, NAME, armex_edges_name(edges, supplier));
    armex_row_text(row, PARTNER, edges->flows->entities[recipient]);
    armex_row_text(row, PARTNER_NAME, armex_edges_name(edges, recipient));
    armex_row_number(row, VALUE, edge->value);
    armex_row_text(row, UNIT, unit);
    armex_row_number(row, SENT, edges->totals[ARMEX_EXPORTS][supplier]);
    armex_row_number(row, GOT, edges->totals[ARMEX_IMPORTS][recipient]);
    armex_row_number(row, FROM, edges->from);
    armex_row_number(row, TO, edges->to);
    armex_row_text(row, MEASURE, armex_measure_name(edges->flows->measure));
}

armex_status armex_bilateral_pairs(struct armex_table **out,
                                   const struct armex_flows *flows,
                                   const struct armex_bilateral_options *options,
                                   struct armex_error *error)
{
    struct armex_edges edges;
    struct armex_row row = {.error = error};
    armex_status status = armex_edges_make(&edges, flows, options, error);

    if (!status)
        status = armex_table_create(&row.table, "flows", columns, COLUMNS, error);
    for (size_t i = 0; !status && i < edges.n; i++)
        if (is_meant(&edges, &edges.items[i], options))
            put(&row, &edges, &edges.items[i]);
    if (!status)
        status = row.status;
    if (!status)
        status =
            armex_edges_notes(row.table, &edges, options, "Who supplied whom", error);
    armex_edges_end(&edges);
    if (status)
        armex_table_free(row.table);
    *out = status ? NULL : row.table;
    return status;
}
