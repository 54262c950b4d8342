/** ingest/sources/comtrade_totals.c: reporters' totals, without counting parts twice.
 */
#include <stdlib.h>
#include <string.h>

#include "ingest/edition.h"
#include "ingest/headline.h"
#include "ingest/sources/comtrade.h"

/** One sum of one commodity; its place in the order of reporter, flow, commodity. */
struct item {
    size_t entry; /* of the tally */
    uint32_t reporter;
    unsigned flow;
    bool world;
    const char *commodity;
};

struct totals {
    struct armex_comtrade *comtrade;
    struct item *items;
    size_t n;
    int from, to;
    bool apart;       /* commodities are rows of their own, none a part of another */
    bool parts;       /* some were left out as parts */
    bool *part;       /* [entry * years + year]: whether it is one */
    const char *code; /* of the only partner, lower case; NULL: several */
};

static const char total_code[] = "TOTAL";

/* By reporter, flow, World first, and TOTAL before the codes that it holds. */
static int compare(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    const bool a_total = strcmp(a->commodity, total_code) == 0,
               b_total = strcmp(b->commodity, total_code) == 0;

    if (a->reporter != b->reporter)
        return a->reporter < b->reporter ? -1 : 1;
    if (a->flow != b->flow)
        return a->flow < b->flow ? -1 : 1;
    if (a->world != b->world)
        return a->world ? -1 : 1;
    if (a_total != b_total)
        return a_total ? -1 : 1;
    return strcmp(a->commodity, b->commodity);
}

static bool lies_within(const char *part, const char *whole)
{
    const size_t length = strlen(whole);

    if (strcmp(whole, total_code) == 0)
        return strcmp(part, total_code) != 0;
    return strlen(part) > length && strncmp(part, whole, length) == 0;
}

static bool is_given(struct armex_sum sum)
{
    return sum.stated || sum.unstated;
}

static struct armex_sum sum_at(const struct totals *totals, size_t item, int year)
{
    return armex_tally_sum(totals->comtrade->sums, totals->items[item].entry, year);
}

/** The end of the items of the same reporter and flow; with `side`, also all World or
 *  none. */
static size_t group_end(const struct totals *totals, size_t first, bool side)
{
    const struct item *a = &totals->items[first];
    size_t end = first + 1;

    while (end < totals->n && totals->items[end].reporter == a->reporter &&
           totals->items[end].flow == a->flow &&
           (!side || totals->items[end].world == a->world))
        end++;
    return end;
}

/** What is done with item `part` in a year in which it lies within item `whole`. */
typedef void part_visitor(struct totals *totals, size_t part, size_t whole, int year);

/** Visits the parts among the items of one side of one reporter and flow. */
static void visit_parts(struct totals *totals, size_t first, size_t end,
                        part_visitor *visit)
{
    for (int year = totals->from; year <= totals->to; year++) {
        size_t whole = end;
        for (size_t i = first; i < end; i++) {
            if (!is_given(sum_at(totals, i, year)))
                continue;
            if (whole < end &&
                lies_within(totals->items[i].commodity, totals->items[whole].commodity))
                visit(totals, i, whole, year);
            else
                whole = i;
        }
    }
}

static void visit_all(struct totals *totals, part_visitor *visit)
{
    for (size_t first = 0, end; first < totals->n; first = end) {
        end = group_end(totals, first, true);
        visit_parts(totals, first, end, visit);
    }
}

/** Comtrade makes the wholes out of the parts: where a part is more than its whole, the
 *  file is not Comtrade's own, and its rows are what they are. */
static void compare_part(struct totals *totals, size_t part, size_t whole, int year)
{
    const double rounding = 1.0 + 1e-6, dollar = 1.0;

    totals->apart =
        totals->apart || sum_at(totals, part, year).value >
                             sum_at(totals, whole, year).value * rounding + dollar;
}

static bool *part_at(const struct totals *totals, size_t entry, int year)
{
    const size_t years = (size_t)(totals->to - totals->from) + 1;
    return &totals->part[entry * years + (size_t)(year - totals->from)];
}

static void mark_part(struct totals *totals, size_t part, size_t whole, int year)
{
    (void)whole;
    *part_at(totals, totals->items[part].entry, year) = true;
    totals->parts = true;
}

/** Puts the sums in order, and finds which are parts of others. */
static armex_status arrange(struct totals *totals, struct armex_comtrade *comtrade,
                            struct armex_error *error)
{
    const struct armex_tally *sums = comtrade->sums;
    const size_t n = armex_tally_count(sums);

    *totals = (struct totals){.comtrade = comtrade};
    armex_tally_years(sums, &totals->from, &totals->to);
    totals->items = calloc(n, sizeof *totals->items);
    totals->part = calloc(n, (size_t)(totals->to - totals->from) + 1);
    if (!totals->items || !totals->part)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        const uint32_t what = armex_tally_what(sums, i);
        totals->items[i] = (struct item){
            .entry = i,
            .reporter = armex_tally_who(sums, i),
            .flow = armex_comtrade_flow_of(what),
            .world = armex_comtrade_is_world(what),
            .commodity =
                comtrade->ledger.categories->words[armex_comtrade_commodity_of(what)]};
    }
    totals->n = n;
    qsort(totals->items, n, sizeof *totals->items, compare);
    visit_all(totals, compare_part);
    if (!totals->apart)
        visit_all(totals, mark_part);
    return ARMEX_OK;
}

/** The sum of one side of a reporter and flow in a year, parts left out. */
static struct armex_sum add_side(const struct totals *totals, size_t first, size_t end,
                                 bool world, int year)
{
    struct armex_sum all = {0};

    for (size_t i = first; i < end; i++) {
        const struct armex_sum one = sum_at(totals, i, year);
        if (totals->items[i].world != world ||
            *part_at(totals, totals->items[i].entry, year))
            continue;
        all.value += one.value;
        all.stated += one.stated;
        all.unstated += one.unstated;
    }
    return all;
}

/** "national", "re-exports"; of a part of the partners "to-chn", "listed-partners",
 *  "re-exports-listed-partners". From the arena of the words. NULL: no memory. */
static const char *scope_of(const struct totals *totals, unsigned flow, bool world)
{
    struct armex_words *words = totals->comtrade->flows;
    const char *kind = flow < ARMEX_COMTRADE_RE_EXPORTS    ? ""
                       : flow == ARMEX_COMTRADE_RE_EXPORTS ? "re-exports"
                       : flow == ARMEX_COMTRADE_RE_IMPORTS
                           ? "re-imports"
                           : words->words[flow - ARMEX_COMTRADE_FLOWS];
    const bool imports =
        flow == ARMEX_COMTRADE_IMPORTS || flow == ARMEX_COMTRADE_RE_IMPORTS;

    if (world)
        return *kind ? kind : "national";
    if (!totals->code)
        return armex_arena_printf(words->arena, "%s%slisted-partners", kind,
                                  *kind ? "-" : "");
    return armex_arena_printf(words->arena, "%s%s%s-%s", kind, *kind ? "-" : "",
                              imports ? "from" : "to", totals->code);
}

/* A flow that few report is one of imports if its name says so: "foreign-import". */
static enum armex_flow_direction direction_of(const struct totals *totals,
                                              unsigned flow)
{
    if (flow < ARMEX_COMTRADE_FLOWS)
        return flow == ARMEX_COMTRADE_IMPORTS || flow == ARMEX_COMTRADE_RE_IMPORTS
                   ? ARMEX_IMPORTS
                   : ARMEX_EXPORTS;
    return strstr(totals->comtrade->flows->words[flow - ARMEX_COMTRADE_FLOWS], "import")
               ? ARMEX_IMPORTS
               : ARMEX_EXPORTS;
}

static struct armex_series series_of(const struct totals *totals,
                                     const struct item *item, const char *scope)
{
    const char *code = totals->comtrade->ledger.parties->words[item->reporter];
    const struct armex_entity *entity = armex_entity_by_code(code);

    return (struct armex_series){.entity = entity ? entity->code : code,
                                 .name = entity ? entity->name : code,
                                 .scope = scope,
                                 .unit = {.kind = ARMEX_MONEY, .currency = "usd"},
                                 .measure = ARMEX_CUSTOMS,
                                 .flow = direction_of(totals, item->flow),
                                 .period = {1, 1}};
}

/** The totals of one reporter and flow: World's where there are any, else its partners'
 *  sum. */
static armex_status observe_group(struct armex_observations *to,
                                  const struct totals *totals, size_t first, size_t end,
                                  struct armex_error *error)
{
    const struct item *item = &totals->items[first];
    const char *whole = scope_of(totals, item->flow, true),
               *listed = scope_of(totals, item->flow, false);
    armex_status status = whole && listed ? ARMEX_OK : armex_fail_memory(error);

    for (int year = totals->from; !status && year <= totals->to; year++) {
        struct armex_sum sum = add_side(totals, first, end, true, year);
        const bool world = is_given(sum);
        if (!world)
            sum = add_side(totals, first, end, false, year);
        const struct armex_series series =
            series_of(totals, item, world ? whole : listed);
        status = armex_tally_observe(to, &series, year, sum, error);
    }
    return status;
}

static armex_status observe(struct armex_observations *to, const struct totals *totals,
                            struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t first = 0, end; !status && first < totals->n; first = end) {
        end = group_end(totals, first, false);
        status = observe_group(to, totals, first, end, error);
    }
    return status;
}

static bool same_side(const struct armex_panel *panel, size_t a, size_t b)
{
    return panel->series[a].flow == panel->series[b].flow &&
           strcmp(panel->series[a].entity, panel->series[b].entity) == 0;
}

/** Where a reporter has no total with World, its plain exports are meant, and not its
 *  re-exports, whatever their name. */
static void mark_plain(struct armex_panel *panel, const struct totals *totals)
{
    const char *const plain[2] = {
        [ARMEX_EXPORTS] = scope_of(totals, ARMEX_COMTRADE_EXPORTS, false),
        [ARMEX_IMPORTS] = scope_of(totals, ARMEX_COMTRADE_IMPORTS, false)};

    for (size_t first = 0, end; first < panel->n_series; first = end) {
        bool national = false;
        for (end = first; end < panel->n_series && same_side(panel, first, end); end++)
            national = national || strcmp(panel->series[end].scope, "national") == 0;
        for (size_t s = first; s < end && !national; s++) {
            struct armex_series *series = &panel->series[s];
            series->headline =
                plain[series->flow] && strcmp(series->scope, plain[series->flow]) == 0;
        }
    }
}

/** Takes the parts out of the ledger, whose rows are added up as well. */
static void drop_parts(const struct totals *totals)
{
    struct armex_ledger *ledger = &totals->comtrade->ledger;
    static const unsigned flows[ARMEX_REPORTS] = {
        [ARMEX_BY_SUPPLIER] = ARMEX_COMTRADE_EXPORTS,
        [ARMEX_BY_RECIPIENT] = ARMEX_COMTRADE_IMPORTS,
        [ARMEX_RE_EXPORTS] = ARMEX_COMTRADE_RE_EXPORTS,
        [ARMEX_RE_IMPORTS] = ARMEX_COMTRADE_RE_IMPORTS};
    size_t kept = 0;

    for (size_t i = 0; i < ledger->n; i++) {
        const struct armex_flow *flow = &ledger->items[i];
        const bool supplies =
            flow->report == ARMEX_BY_SUPPLIER || flow->report == ARMEX_RE_EXPORTS;
        const size_t entry = armex_tally_find(
            totals->comtrade->sums, supplies ? flow->supplier : flow->recipient,
            armex_comtrade_what(flow->category, flows[flow->report], false));
        if (!*part_at(totals, entry, flow->year))
            ledger->items[kept++] = *flow;
    }
    ledger->n = kept;
}

static void describe(struct armex_text *words, const struct totals *totals)
{
    if (totals->apart)
        armex_text_add(words, " Some of its commodity codes lie within others, yet are "
                              "more than these: all rows are added up as they stand.");
    if (totals->parts)
        armex_text_add(words,
                       " Commodities that lie within others of the same reporter "
                       "and year are left out, so that nothing counts twice.");
}

armex_status armex_comtrade_totals(struct armex_panel **out,
                                   struct armex_comtrade *comtrade,
                                   struct armex_text *words, struct armex_error *error)
{
    const struct armex_defaults none = {NULL, 0};
    struct armex_publications *publications = NULL;
    struct armex_observations *rows = NULL;
    struct totals totals;
    char code[64] = "";
    armex_status status = arrange(&totals, comtrade, error);

    *out = NULL;
    if (comtrade->has_partner && comtrade->only_partner != UINT32_MAX &&
        armex_slug(code, sizeof code,
                   comtrade->ledger.parties->words[comtrade->only_partner],
                   strlen(comtrade->ledger.parties->words[comtrade->only_partner])))
        totals.code = code;
    if (!status)
        status = armex_observations_create(&rows, false, error);
    if (!status)
        status = observe(rows, &totals, error);
    if (!status) {
        armex_observations_sort(rows);
        status =
            armex_observations_build(out, &publications, rows, comtrade->file, error);
    }
    if (!status) {
        mark_plain(*out, &totals);
        status = armex_headlines_mark(*out, NULL, &none, error);
    }
    if (!status) {
        drop_parts(&totals);
        describe(words, &totals);
    }
    armex_observations_free(rows);
    free(totals.items);
    free(totals.part);
    return status;
}
