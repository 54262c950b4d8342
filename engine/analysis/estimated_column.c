/** analysis/estimated_column.c: beside each figure, what part of it is estimated. */
#include "analysis/estimated_column.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/estimates.h"

enum { MOST = 2 };

/* Columns that are added, and that of the year whose figure each is about. */
struct added {
    const char *year;
    struct armex_column column;
};

static const struct added of_year = {
    "year",
    {"estimated", "Estimated", "fraction",
     "of the value: year or number of the delivery is an estimate",
     ARMEX_COLUMN_FRACTION, false}};
static const struct added of_span[MOST] = {
    {"from",
     {"estimated_first", "Estimated first", "fraction",
      "of the first figure: year or number of the delivery is an estimate",
      ARMEX_COLUMN_FRACTION, false}},
    {"to",
     {"estimated", "Estimated last", "fraction", "the same of the last",
      ARMEX_COLUMN_FRACTION, false}}};

static bool has(const struct armex_table *table, const char *column)
{
    return armex_table_column(table, column) < table->n_columns;
}

/* What is added to the table; returns how many columns. */
static size_t choose(const struct added **out, const struct armex_table *table)
{
    *out = &of_year;
    if (has(table, "year"))
        return 1;
    *out = of_span;
    return has(table, "from") && has(table, "to") ? MOST : 0;
}

/* Deliveries by entity and year, [entity][year]; of entities one more: everybody. */
struct sums {
    const struct armex_flows *flows;
    int first, last;
    double *all, *soft;
};

static size_t place(const struct sums *sums, size_t entity, int year)
{
    return entity * ((size_t)(sums->last - sums->first) + 1) +
           (size_t)(year - sums->first);
}

static void add(struct sums *sums, size_t entity, size_t row)
{
    const struct armex_flow *flow = &sums->flows->items[row];
    const unsigned flags =
        armex_estimates_year_flag(sums->flows) | ARMEX_NUMBER_ESTIMATED;
    const size_t at = place(sums, entity, flow->year);

    sums->all[at] += flow->value;
    if (sums->flows->deals[row].flags & flags)
        sums->soft[at] += flow->value;
}

static armex_status add_up(struct sums *sums, enum armex_flow_direction side,
                           struct armex_error *error)
{
    const struct armex_flows *flows = sums->flows;

    sums->first = sums->last = flows->n ? flows->items[0].year : 0;
    for (size_t i = 0; i < flows->n; i++) {
        const int year = flows->items[i].year;
        sums->first = year < sums->first ? year : sums->first;
        sums->last = year > sums->last ? year : sums->last;
    }
    const size_t n = place(sums, flows->n_entities + 1, sums->first);
    sums->all = calloc(n + 1, sizeof *sums->all);
    sums->soft = calloc(n + 1, sizeof *sums->soft);
    if (!sums->all || !sums->soft)
        return armex_fail_memory(error);
    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (flow->report != ARMEX_BY_SUPPLIER || !(flow->value > 0.0))
            continue;
        add(sums, side == ARMEX_EXPORTS ? flow->supplier : flow->recipient, i);
        add(sums, flows->n_entities, i);
    }
    return ARMEX_OK;
}

static double part_of(const struct sums *sums, size_t entity, int from, int to)
{
    double all = 0.0, soft = 0.0;

    for (int year = from > sums->first ? from : sums->first;
         year <= to && year <= sums->last; year++) {
        all += sums->all[place(sums, entity, year)];
        soft += sums->soft[place(sums, entity, year)];
    }
    return all > 0.0 ? fmin(1.0, soft / all) : NAN;
}

/* The entity's place in the flows; n_entities: everybody; one more: not there. */
static size_t find_entity(const struct armex_flows *flows, const char *code)
{
    size_t i = 0;

    if (strcmp(code, "WLD") == 0)
        return flows->n_entities;
    while (i < flows->n_entities && strcmp(flows->entities[i], code) != 0)
        i++;
    return i < flows->n_entities ? i : flows->n_entities + 1;
}

static armex_status copy_row(struct armex_table *out, const struct armex_table *table,
                             size_t row, struct armex_error *error)
{
    armex_status status = armex_table_add(out, error);

    for (size_t c = 0; !status && c < table->n_columns; c++)
        status = armex_table_copy_cell(out, c, table, row, c, error);
    return status;
}

static armex_status copy_table(struct armex_table **out,
                               const struct armex_table *table,
                               const struct added *added, size_t n_added,
                               struct armex_error *error)
{
    const size_t n = table->n_columns;
    struct armex_column *columns = calloc(n + n_added + 1, sizeof *columns);
    armex_status status = ARMEX_OK;

    if (!columns)
        return armex_fail_memory(error);
    memcpy(columns, table->columns, n * sizeof *columns);
    for (size_t i = 0; i < n_added; i++)
        columns[n + i] = added[i].column;
    status = armex_table_create(out, table->name, columns, n + n_added, error);
    free(columns);
    if (!status) {
        (*out)->title = armex_arena_text((*out)->arena, table->title);
        status = (*out)->title ? armex_notes_join(&(*out)->notes, (*out)->arena,
                                                  &table->notes, error)
                               : armex_fail_memory(error);
    }
    for (size_t row = 0; !status && row < table->n_rows; row++)
        status = copy_row(*out, table, row, error);
    return status;
}

static void fill(struct armex_table *table, const struct added *added,
                 const struct sums *sums, int window)
{
    const size_t entity = armex_table_column(table, "entity");
    const size_t year = armex_table_column(table, added->year);
    const size_t years = armex_table_column(table, "years");
    double *out = table->cells[armex_table_column(table, added->column.name)].numbers;

    for (size_t row = 0; row < table->n_rows; row++) {
        const char *code = entity < table->n_columns
                               ? armex_table_get_text(table, row, entity)
                               : "WLD";
        const size_t place = find_entity(sums->flows, code);
        const int last = (int)armex_table_get_number(table, row, year);
        const int length = years < table->n_columns
                               ? (int)armex_table_get_number(table, row, years)
                               : window;
        if (place <= sums->flows->n_entities)
            out[row] = part_of(sums, place, last - length + 1, last);
    }
}

armex_status armex_estimated_column(struct armex_table **table,
                                    const struct armex_vintage *vintage,
                                    enum armex_flow_direction flow, int window,
                                    struct armex_error *error)
{
    struct sums sums = {.flows = vintage->flows};
    struct armex_table *out = NULL;
    const struct added *added;
    const size_t n_added = choose(&added, *table);

    if (!vintage->flows || !vintage->flows->deals)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "%s does not say which of its figures are estimates; SIPRI's "
                          "register does",
                          vintage->provenance.dataset);
    if (!n_added)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--estimates goes with figures of a year, and this table has "
                          "none");
    armex_status status = add_up(&sums, flow, error);
    if (!status)
        status = copy_table(&out, *table, added, n_added, error);
    for (size_t i = 0; !status && i < n_added; i++)
        fill(out, &added[i], &sums, window);
    free(sums.soft);
    free(sums.all);
    if (status) {
        armex_table_free(out);
    } else {
        armex_table_free(*table);
        *table = out;
    }
    return status;
}
