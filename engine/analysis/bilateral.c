/** analysis/bilateral.c: flows added up pair by pair. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/bilateral_parts.h"
#include "store/listing.h"

enum { YEARS_UNLESS_NAMED = 5 };

/* A row that is meant, with its place, so that sums run in the order of the rows. */
struct kept {
    struct armex_edge edge;
    size_t row;
};

bool armex_edges_category(const struct armex_flows *flows, uint32_t category,
                          const struct armex_bilateral_options *options)
{
    for (size_t i = 0; i < options->n_categories; i++)
        if (strcmp(options->categories[i], flows->categories[category]) == 0)
            return true;
    return options->n_categories == 0;
}

static void find_years(struct armex_edges *out,
                       const struct armex_bilateral_options *options)
{
    const struct armex_flows *flows = out->flows;
    int last = 0;

    for (size_t i = 0; i < flows->n; i++)
        if (flows->items[i].report == ARMEX_BY_SUPPLIER)
            last = flows->items[i].year > last ? flows->items[i].year : last;
    out->to = options->to ? options->to : last;
    out->from = options->from ? options->from : out->to - YEARS_UNLESS_NAMED + 1;
}

static int by_pair(const void *a, const void *b)
{
    const struct kept *x = a, *y = b;

    for (int side = 0; side < 2; side++)
        if (x->edge.of[side] != y->edge.of[side])
            return x->edge.of[side] < y->edge.of[side] ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static size_t keep(struct kept *kept, struct armex_edges *out,
                   const struct armex_bilateral_options *options)
{
    const struct armex_flows *flows = out->flows;
    size_t n = 0;

    for (size_t i = 0; i < flows->n; i++) {
        const struct armex_flow *flow = &flows->items[i];
        if (flow->report != ARMEX_BY_SUPPLIER || flow->year < out->from ||
            flow->year > out->to ||
            !armex_edges_category(flows, flow->category, options))
            continue;
        if (isnan(flow->value))
            out->without_value++;
        else if (flow->value > 0.0)
            kept[n++] =
                (struct kept){{{flow->supplier, flow->recipient}, flow->value}, i};
    }
    qsort(kept, n, sizeof *kept, by_pair);
    return n;
}

static void add_up(struct armex_edges *out, const struct kept *kept, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct armex_edge *edge = &kept[i].edge;
        struct armex_edge *last = out->n ? &out->items[out->n - 1] : NULL;
        if (last && last->of[0] == edge->of[0] && last->of[1] == edge->of[1])
            last->value += edge->value;
        else
            out->items[out->n++] = *edge;
    }
    for (size_t i = 0; i < out->n; i++) {
        const struct armex_edge *edge = &out->items[i];
        out->totals[0][edge->of[0]] += edge->value;
        out->totals[1][edge->of[1]] += edge->value;
        out->all += edge->value;
    }
}

armex_status armex_edges_make(struct armex_edges *out, const struct armex_flows *flows,
                              const struct armex_bilateral_options *options,
                              struct armex_error *error)
{
    struct kept *kept = calloc(flows->n + 1, sizeof *kept);

    *out = (struct armex_edges){.flows = flows};
    out->items = calloc(flows->n + 1, sizeof *out->items);
    out->totals[0] = calloc(flows->n_entities + 1, sizeof(double));
    out->totals[1] = calloc(flows->n_entities + 1, sizeof(double));
    if (!kept || !out->items || !out->totals[0] || !out->totals[1]) {
        free(kept);
        return armex_fail_memory(error);
    }
    find_years(out, options);
    add_up(out, kept, keep(kept, out, options));
    free(kept);
    if (out->n == 0 && out->from == out->to)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "nothing was delivered in %d that fits", out->from);
    if (out->n == 0)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "nothing was delivered from %d to %d that fits", out->from,
                          out->to);
    return ARMEX_OK;
}

void armex_edges_end(struct armex_edges *edges)
{
    free(edges->items);
    free(edges->totals[0]);
    free(edges->totals[1]);
    *edges = (struct armex_edges){0};
}

size_t armex_edges_entity(const struct armex_edges *edges, const char *code)
{
    size_t i = 0;

    while (i < edges->flows->n_entities && strcmp(edges->flows->entities[i], code) != 0)
        i++;
    return i;
}

const char *armex_edges_name(const struct armex_edges *edges, size_t entity)
{
    const char *code = edges->flows->entities[entity];
    const struct armex_entity *known = armex_entity_by_code(code);

    return known ? known->name : code;
}

bool armex_edges_is_known(const struct armex_edges *edges, size_t entity)
{
    const struct armex_entity *found =
        armex_entity_by_code(edges->flows->entities[entity]);

    return !found || found->kind != ARMEX_UNKNOWN;
}

struct totals {
    const struct armex_edges *edges;
    const double *of;
};

static int by_total(const void *a, const void *b, void *totals)
{
    const size_t x = *(const size_t *)a, y = *(const size_t *)b;
    const struct totals *all = totals;
    const double *total = all->of;
    const bool known = armex_edges_is_known(all->edges, x);

    if (known != armex_edges_is_known(all->edges, y))
        return known ? -1 : 1;
    if (total[x] != total[y])
        return total[x] > total[y] ? -1 : 1;
    return x < y ? -1 : x > y; // the list is sorted by code
}

size_t armex_edges_order(size_t *order, const struct armex_edges *edges,
                         enum armex_flow_direction side)
{
    struct totals totals = {edges, edges->totals[side]};
    size_t n = 0;

    for (size_t i = 0; i < edges->flows->n_entities; i++)
        if (edges->totals[side][i] > 0.0)
            order[n++] = i;
    qsort_r(order, n, sizeof *order, by_total, &totals);
    return n;
}

static armex_status note_categories(struct armex_table *table,
                                    const struct armex_bilateral_options *options,
                                    struct armex_error *error)
{
    struct armex_text words = {0};

    for (size_t i = 0; i < options->n_categories; i++)
        armex_text_printf(&words, "%s%s", i ? ", " : "", options->categories[i]);
    const armex_status status =
        words.failed ? armex_fail_memory(error)
                     : armex_notes_add(&table->notes, table->arena, error,
                                       "of these categories only: %s", words.data);
    armex_text_free(&words);
    return status;
}

/* Entities that were asked about and have nothing on their side. */
static armex_status note_without(struct armex_table *table,
                                 const struct armex_edges *edges,
                                 const struct armex_bilateral_options *options,
                                 struct armex_error *error)
{
    struct armex_listing without = {0};

    for (size_t i = 0; i < options->n_entities; i++) {
        const size_t entity = armex_edges_entity(edges, options->entities[i]->code);
        if (entity == edges->flows->n_entities ||
            !(edges->totals[options->flow][entity] > 0.0))
            armex_listing_add(&without, ", ", "%s", options->entities[i]->name);
    }
    return armex_listing_note(&without, &table->notes, table->arena,
                              options->flow == ARMEX_EXPORTS
                                  ? "no exports identified: "
                                  : "no imports identified: ",
                              "", error);
}

armex_status armex_edges_notes(struct armex_table *table,
                               const struct armex_edges *edges,
                               const struct armex_bilateral_options *options,
                               const char *subject, struct armex_error *error)
{
    char label[16];
    armex_status status =
        armex_notes_join(&table->notes, table->arena, &edges->flows->notes, error);

    armex_window_label(label, edges->from, edges->to);
    table->title = edges->from == edges->to
                       ? armex_arena_printf(table->arena, "%s, %d", subject, edges->to)
                       : armex_arena_printf(table->arena, "%s, %s", subject, label);
    if (!table->title)
        return armex_fail_memory(error);
    if (!status && options->n_categories)
        status = note_categories(table, options, error);
    if (!status)
        status = note_without(table, edges, options, error);
    if (!status && edges->without_value)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "%zu deliveries without a value take no part",
                                 edges->without_value);
    return status;
}
