/** ingest/sources/sipri_flows.c: deliveries gathered, checked and added up. */
#include "ingest/sources/sipri_flows.h"

#include <math.h>
#include <stdlib.h>

armex_status armex_sipri_flows_open(struct armex_sipri_flows *flows,
                                    struct armex_error *error)
{
    *flows = (struct armex_sipri_flows){.names = armex_words_create(),
                                        .categories = armex_words_create()};
    return flows->names && flows->categories ? ARMEX_OK : armex_fail_memory(error);
}

void armex_sipri_flows_close(struct armex_sipri_flows *flows)
{
    armex_words_free(flows->names);
    armex_words_free(flows->categories);
    free(flows->items);
}

armex_status armex_sipri_flows_add(struct armex_sipri_flows *flows,
                                   const struct armex_sipri_delivery *delivery,
                                   struct armex_error *error)
{
    if (flows->n == flows->capacity) {
        const size_t more = flows->capacity ? 2 * flows->capacity : 1024;
        struct armex_sipri_delivery *items =
            reallocarray(flows->items, more, sizeof *items);
        if (!items)
            return armex_fail_memory(error);
        flows->items = items;
        flows->capacity = more;
    }
    flows->items[flows->n++] = *delivery;
    return ARMEX_OK;
}

struct reference {
    const struct armex_sipri_delivery *to;
};

static int compare_deals(const void *left, const void *right)
{
    const struct armex_sipri_delivery *a = ((const struct reference *)left)->to;
    const struct armex_sipri_delivery *b = ((const struct reference *)right)->to;

    if (a->deal.id != b->deal.id)
        return a->deal.id < b->deal.id ? -1 : 1;
    if (a->flow.year != b->flow.year)
        return a->flow.year < b->flow.year ? -1 : 1;
    return (a > b) - (a < b); // in the order of the file
}

static bool is_repeated(const struct armex_sipri_delivery *a,
                        const struct armex_sipri_delivery *b)
{
    return a->deal.id && a->deal.id == b->deal.id && a->flow.year == b->flow.year;
}

/** That no numbered deal has one year twice. */
static armex_status check_once(const struct armex_sipri_flows *flows,
                               struct armex_rejects *rejects, struct armex_error *error)
{
    struct reference *order = calloc(flows->n + 1, sizeof *order);
    armex_status status = ARMEX_OK;

    if (!order)
        return armex_fail_memory(error);
    for (size_t i = 0; i < flows->n; i++)
        order[i].to = &flows->items[i];
    qsort(order, flows->n, sizeof *order, compare_deals);
    for (size_t i = 1; !status && i < flows->n; i++)
        if (is_repeated(order[i].to, order[i - 1].to))
            status = armex_rejects_row(
                rejects,
                armex_fail(error, ARMEX_BAD_INPUT, order[i].to->place,
                           "deal %u has its deliveries of %d in line %zu already",
                           (unsigned)order[i].to->deal.id, order[i].to->flow.year,
                           order[i - 1].to->place.line),
                error);
    free(order);
    return status;
}

static armex_status fill(struct armex_flows *to, const struct armex_sipri_flows *from,
                         bool with_deals, struct armex_error *error)
{
    const uint32_t *party = from->names->place, *category = from->categories->place;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < from->n; i++) {
        struct armex_flow flow = from->items[i].flow;
        if (flow.mark == ARMEX_NIL)
            continue;
        flow.supplier = party[flow.supplier];
        flow.recipient = party[flow.recipient];
        flow.category = category[flow.category];
        status = with_deals ? armex_flows_add_deal(to, flow, from->items[i].deal, error)
                            : armex_flows_add(to, flow, error);
    }
    return status;
}

armex_status armex_sipri_flows_make(struct armex_flows **out,
                                    struct armex_sipri_flows *from,
                                    const struct armex_sipri_kind *kind,
                                    struct armex_error *error)
{
    armex_status status = armex_words_sort(from->names, error);

    *out = NULL;
    if (!status)
        status = armex_words_sort(from->categories, error);
    if (!status)
        status =
            armex_flows_create(out, from->names->list, from->names->n_list,
                               from->categories->list, from->categories->n_list, error);
    if (!status) {
        (*out)->measure = ARMEX_DELIVERIES_TIV;
        (*out)->unit = (struct armex_unit){.kind = ARMEX_TIV};
        (*out)->scope = kind->scope;
        status = fill(*out, from, kind->with_deals, error);
    }
    if (status) {
        armex_flows_free(*out);
        *out = NULL;
    }
    return status;
}

static struct armex_sipri_years years_of(const struct armex_sipri_flows *flows)
{
    struct armex_sipri_years years = {0, 0};

    for (size_t i = 0; i < flows->n; i++) {
        const int year = flows->items[i].flow.year;
        years.from = i && years.from < year ? years.from : year;
        years.to = i && years.to > year ? years.to : year;
    }
    return years;
}

/** Per cent of the volume whose number or year of delivery SIPRI estimated. */
static double percent_estimated(const struct armex_flows *flows)
{
    double all = 0.0, estimated = 0.0;

    for (size_t i = 0; i < flows->n; i++) {
        const unsigned flags = flows->deals ? flows->deals[i].flags : 0;
        all += flows->items[i].value;
        if (flags & (ARMEX_NUMBER_ESTIMATED | ARMEX_YEAR_ESTIMATED))
            estimated += flows->items[i].value;
    }
    return all > 0.0 ? 100.0 * estimated / all : 0.0;
}

static armex_status describe(struct armex_vintage **out,
                             const struct armex_flows *flows,
                             const struct armex_sipri_kind *kind,
                             const struct armex_sipri_reading *reading, int last_year,
                             struct armex_error *error)
{
    struct armex_arena *scratch = armex_arena_create();
    const double share = percent_estimated(flows);
    const struct armex_sipri_subject subject = {
        .dataset = kind->dataset,
        .title = kind->title,
        .description =
            !scratch ? NULL
            : share > 0.0
                ? armex_arena_printf(scratch,
                                     "%s Number or year is SIPRI's own estimate for "
                                     "%.0f %% of the volume.",
                                     kind->description, share)
                : kind->description,
        .last_year = last_year,
    };
    const armex_status status = subject.description
                                    ? armex_sipri_vintage(out, reading, &subject, error)
                                    : armex_fail_memory(error);

    armex_arena_free(scratch);
    return status;
}

static armex_status make_vintage(struct armex_vintage **out,
                                 struct armex_sipri_flows *flows,
                                 const struct armex_sipri_kind *kind,
                                 const struct armex_sipri_reading *reading,
                                 struct armex_error *error)
{
    const struct armex_sipri_years years =
        armex_sipri_coverage(&reading->preamble, years_of(flows));
    struct armex_flows *made = NULL;
    struct armex_panel *panel = NULL;
    armex_status status = armex_sipri_flows_make(&made, flows, kind, error);

    *out = NULL;
    if (!status)
        status = armex_flows_panel(&panel, made, years.from, years.to, true, error);
    if (!status)
        status = armex_sipri_qualify(panel, reading, error);
    if (!status)
        status = describe(out, made, kind, reading, years.to, error);
    if (*out) {
        (*out)->flows = made;
        (*out)->panel = panel;
    } else {
        armex_flows_free(made);
        armex_panel_free(panel);
    }
    return status;
}

armex_status armex_sipri_flows_read(struct armex_vintage **out,
                                    const struct armex_sipri_kind *kind,
                                    const struct armex_document *document,
                                    const struct armex_ingest_options *options,
                                    struct armex_error *error)
{
    struct armex_sipri_reading reading;
    struct armex_sipri_flows flows = {0};
    armex_status status = armex_sipri_begin_named(&reading, document, options,
                                                  kind->names, kind->n_names, error);

    *out = NULL;
    if (!status)
        status = armex_sipri_flows_open(&flows, error);
    if (!status)
        status = kind->read_rows(&flows, &reading, error);
    if (!status)
        status = check_once(&flows, document->rejects, error);
    if (!status)
        status = make_vintage(out, &flows, kind, &reading, error);
    armex_sipri_flows_close(&flows);
    armex_sipri_end(&reading);
    return status;
}
