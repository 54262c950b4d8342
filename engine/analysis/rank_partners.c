/** analysis/rank_partners.c: beside each one ranked, its main partners. */
#include "analysis/rank_partners.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/bilateral_parts.h"
#include "analysis/sipri_style.h"

enum { CODE, NAME, SHARE, COLUMNS, MOST_COLUMNS = 32 };

struct adding {
    const struct armex_table *ranking;
    struct armex_table *table; /**< the ranking, and the new columns behind it */
    struct armex_edges edges;
    enum armex_flow_direction flow;
    int year, years; /**< that every row covers */
};

/* Title, name and description of the columns of partner `n`, counted from 0. */
static armex_status describe(struct armex_column out[COLUMNS], size_t n,
                             const struct adding *adding,
                             const struct armex_rank_options *options,
                             struct armex_arena *scratch)
{
    static const char *const places[ARMEX_MAIN_PARTNERS] = {"1st", "2nd", "3rd"};
    const char *role = adding->flow == ARMEX_EXPORTS ? "recipient" : "supplier";
    const char *code = armex_arena_printf(scratch, "partner_%zu", n + 1);
    const char *name = armex_arena_printf(scratch, "partner_%zu_name", n + 1);
    const char *share = armex_arena_printf(scratch, "partner_%zu_share", n + 1);
    const char *title = armex_arena_printf(scratch, "%s %s", places[n], role);

    if (!code || !name || !share || !title)
        return ARMEX_NO_MEMORY;
    out[CODE] =
        (struct armex_column){code, title, "", "its code", ARMEX_COLUMN_TEXT, true};
    out[NAME] = (struct armex_column){
        name, title, "", "who has the largest part but those before", ARMEX_COLUMN_TEXT,
        false};
    out[SHARE] = (struct armex_column){share,
                                       "Its share",
                                       "fraction",
                                       "of all that the entity sent, or got",
                                       options->style == ARMEX_STYLE_SIPRI
                                           ? armex_sipri_column(adding->year)
                                           : ARMEX_COLUMN_FRACTION,
                                       false};
    return ARMEX_OK;
}

static armex_status create(struct adding *adding,
                           const struct armex_rank_options *options,
                           struct armex_error *error)
{
    const struct armex_table *ranking = adding->ranking;
    struct armex_column columns[MOST_COLUMNS];
    struct armex_arena *scratch = armex_arena_create();
    armex_status status = scratch ? ARMEX_OK : ARMEX_NO_MEMORY;
    size_t n = ranking->n_columns;

    if (n + (size_t)COLUMNS * ARMEX_MAIN_PARTNERS > MOST_COLUMNS)
        status = ARMEX_BUG;
    for (size_t c = 0; !status && c < ranking->n_columns; c++)
        columns[c] = ranking->columns[c];
    for (size_t i = 0; !status && i < ARMEX_MAIN_PARTNERS; i++, n += COLUMNS)
        status = describe(&columns[n], i, adding, options, scratch);
    if (status)
        armex_fail(error, status, ARMEX_NOWHERE, "a ranking's columns do not fit");
    else
        status = armex_table_create(&adding->table, ranking->name, columns, n, error);
    armex_arena_free(scratch);
    if (!status)
        status = armex_notes_join(&adding->table->notes, adding->table->arena,
                                  &ranking->notes, error);
    if (!status)
        adding->table->title =
            armex_arena_printf(adding->table->arena, "%s", ranking->title);
    return status || adding->table->title ? status : armex_fail_memory(error);
}

/* The largest edges of `entity` into `best`; returns how many there are. Edges stand by
 * supplier, then recipient, so that of equals the first has the first code. */
static size_t find_best(const struct armex_edge *best[ARMEX_MAIN_PARTNERS],
                        const struct adding *adding, size_t entity)
{
    size_t n = 0;

    for (size_t i = 0; i < adding->edges.n; i++) {
        const struct armex_edge *edge = &adding->edges.items[i];
        size_t place = n;
        if (edge->of[adding->flow] != entity ||
            !armex_edges_is_known(&adding->edges, edge->of[!adding->flow]))
            continue;
        while (place > 0 && best[place - 1]->value < edge->value)
            place--;
        if (place == ARMEX_MAIN_PARTNERS)
            continue;
        n += n < ARMEX_MAIN_PARTNERS;
        for (size_t k = n - 1; k > place; k--)
            best[k] = best[k - 1];
        best[place] = edge;
    }
    return n;
}

static void add_row(struct armex_row *out, const struct adding *adding, size_t row)
{
    const struct armex_table *ranking = adding->ranking;
    const struct armex_edges *edges = &adding->edges;
    const struct armex_edge *best[ARMEX_MAIN_PARTNERS];

    armex_row_add(out);
    for (size_t c = 0; c < ranking->n_columns; c++) {
        if (ranking->columns[c].type == ARMEX_COLUMN_TEXT)
            armex_row_text(out, c, armex_table_get_text(ranking, row, c));
        else
            armex_row_number(out, c, armex_table_get_number(ranking, row, c));
    }
    const size_t entity = armex_edges_entity(
        edges,
        armex_table_get_text(ranking, row, armex_table_column(ranking, "entity")));
    const size_t n = find_best(best, adding, entity);
    for (size_t i = 0; i < n; i++) {
        const size_t first = ranking->n_columns + i * COLUMNS;
        const size_t partner = best[i]->of[!adding->flow];
        armex_row_text(out, first + CODE, edges->flows->entities[partner]);
        armex_row_text(out, first + NAME, armex_edges_name(edges, partner));
        armex_row_number(out, first + SHARE,
                         best[i]->value / edges->totals[adding->flow][entity]);
    }
}

static armex_status add_all(struct adding *adding,
                            const struct armex_rank_options *options,
                            struct armex_error *error)
{
    armex_status status = create(adding, options, error);

    if (status)
        return status;
    struct armex_row row = {.table = adding->table, .error = error};
    for (size_t i = 0; i < adding->ranking->n_rows; i++)
        add_row(&row, adding, i);
    if (row.status)
        return row.status;
    return armex_notes_add(&adding->table->notes, adding->table->arena, error,
                           adding->flow == ARMEX_EXPORTS
                               ? "share of a recipient: of all that the exporter sent"
                               : "share of a supplier: of all that the importer got");
}

armex_status armex_rank_add_partners(struct armex_table **table,
                                     const struct armex_flows *flows,
                                     enum armex_flow_direction flow,
                                     const struct armex_rank_options *options,
                                     struct armex_error *error)
{
    struct adding adding = {.ranking = *table, .flow = flow};

    if (!adding.ranking->n_rows)
        return ARMEX_OK;
    adding.year = (int)armex_table_get_number(
        adding.ranking, 0, armex_table_column(adding.ranking, "year"));
    adding.years = (int)armex_table_get_number(
        adding.ranking, 0, armex_table_column(adding.ranking, "years"));
    const struct armex_bilateral_options span = {
        .flow = flow, .from = adding.year - adding.years + 1, .to = adding.year};
    armex_status status = armex_edges_make(&adding.edges, flows, &span, error);
    if (!status)
        status = add_all(&adding, options, error);
    armex_edges_end(&adding.edges);
    if (status) {
        armex_table_free(adding.table);
        return status;
    }
    armex_table_free(*table);
    *table = adding.table;
    return ARMEX_OK;
}
