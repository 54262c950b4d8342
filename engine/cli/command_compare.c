/** cli/command_compare.c: datasets against each other. */
#include <stdlib.h>
#include <string.h>

#include "analysis/compare.h"
#include "analysis/window.h"
#include "base/number.h"
#include "cli/command.h"

struct compare_options {
    const char *by, *window;
};

static const struct armex_option options[] = {
    {.name = "by",
     .value = "WHAT",
     .help = "a row an entity, a year, or a pair of datasets; entity unless named",
     .choices = "entity|year|pair",
     .offset = offsetof(struct compare_options, by)},
    {.name = "window",
     .value = "N",
     .help = "trailing N-year sums, so that they stand beside published windows",
     .offset = offsetof(struct compare_options, window)},
    {0}};

struct panels {
    struct armex_panel **items;
    size_t n;
};

static void free_panels(struct panels *panels)
{
    for (size_t i = 0; i < panels->n; i++)
        armex_panel_free(panels->items[i]);
    free(panels->items);
}

static armex_status sum_windows(struct armex_panel **panel, const char *window,
                                struct armex_error *error)
{
    struct armex_panel *sums = NULL;
    struct armex_error why = {0}; // shares and published windows stay as they are
    long years;

    if (!armex_whole_parse(&years, window, strlen(window), 1, 100))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--window: '%s' is not a number from 1 to 100", window);
    const armex_status status =
        armex_window(&sums, *panel, ARMEX_WINDOW_SUM, (int)years, 0, &why);
    if (status == ARMEX_BAD_INPUT)
        return ARMEX_OK;
    if (status)
        *error = why;
    else {
        armex_panel_free(*panel);
        *panel = sums;
    }
    return status;
}

/* What the query selects of one dataset; where a unit makes no sense, as it is. */
static armex_status read_panel(struct armex_panel **out, struct armex_session *session,
                               const struct armex_store *store, const char *dataset,
                               const struct compare_options *given,
                               struct armex_error *error)
{
    struct armex_query query = session->query;

    query.dataset = dataset;
    query.analysis = "show";
    struct armex_error why = {0};
    armex_status status = armex_query_panel(out, store, &query, &why);
    if (status == ARMEX_BAD_INPUT && query.unit) {
        query.unit = NULL;
        status = armex_query_panel(out, store, &query, error);
    } else if (status) {
        *error = why;
    }
    if (!status && given->window)
        status = sum_windows(out, given->window, error);
    if (status) {
        armex_panel_free(*out);
        *out = NULL;
    }
    return status;
}

static bool is_arms(const struct armex_panel *panel)
{
    return panel->n_series && panel->series[0].measure != ARMEX_PRICE_INDEX &&
           panel->series[0].measure != ARMEX_EXCHANGE_RATE;
}

/* The newest vintage of every dataset of arms; what holds nothing of it is left out. */
static armex_status read_all(struct panels *out, struct armex_session *session,
                             const struct armex_store *store,
                             const struct compare_options *given,
                             struct armex_error *error)
{
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < n; i++) {
        struct armex_panel *panel = NULL;
        struct armex_error why = {0}; // a dataset that does not fit is no error here
        if (i + 1 < n && strcmp(list[i].dataset, list[i + 1].dataset) == 0)
            continue;
        status = read_panel(&panel, session, store, list[i].dataset, given, &why);
        if (status == ARMEX_USAGE || status == ARMEX_BAD_INPUT)
            status = ARMEX_OK;
        else if (!status && is_arms(panel))
            out->items[out->n++] = panel;
        else
            armex_panel_free(panel);
        if (status)
            *error = why;
    }
    return status;
}

static armex_status read_named(struct panels *out, struct armex_session *session,
                               const struct armex_store *store,
                               const struct compare_options *given,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < session->operands.n; i++) {
        status = read_panel(&out->items[out->n], session, store,
                            session->operands.items[i], given, error);
        out->n += !status;
    }
    return status;
}

/* -d ID,ID is the same as naming them. */
static armex_status split_dataset(struct armex_session *session,
                                  struct armex_error *error)
{
    struct armex_arena *arena = session->arena;
    const char *rest = session->query.dataset ? session->query.dataset : "";
    const size_t most = session->operands.n + strlen(rest) + 1;
    const char **items = armex_arena_new(arena, most, sizeof *items);

    if (!items)
        return armex_fail_memory(error);
    for (size_t i = 0; i < session->operands.n; i++)
        items[i] = session->operands.items[i];
    while (*rest) {
        const size_t length = strcspn(rest, ",");
        const char *one = armex_arena_copy(arena, rest, length);
        if (!one)
            return armex_fail_memory(error);
        items[session->operands.n++] = one;
        rest += length + (rest[length] == ',');
    }
    session->operands.items = items;
    return ARMEX_OK;
}

static armex_status read_panels(struct panels *out, struct armex_session *session,
                                const struct armex_store *store,
                                const struct compare_options *given,
                                struct armex_error *error)
{
    armex_status status = split_dataset(session, error);
    size_t n;

    armex_store_list(store, &n);
    out->items = calloc(n + session->operands.n + 1, sizeof(struct armex_panel *));
    if (!status && !out->items)
        return armex_fail_memory(error);
    if (!status)
        status = session->operands.n ? read_named(out, session, store, given, error)
                                     : read_all(out, session, store, given, error);
    return status;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct compare_options *given = own;
    enum armex_compare_by by = ARMEX_BY_ENTITY;
    struct panels panels = {0};
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    armex_status status = armex_session_store(&store, session, error);

    if (given->by)
        armex_compare_by_parse(&by, given->by, strlen(given->by));
    if (!status)
        status = read_panels(&panels, session, store, given, error);
    if (!status)
        status = armex_compare(&table, (const struct armex_panel *const *)panels.items,
                               panels.n, by, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    free_panels(&panels);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_compare = {
    .name = "compare",
    .summary = "the same entities in several datasets: how far they agree",
    .operands = "[ID[@VINTAGE]...]",
    .most = SIZE_MAX,
    .description =
        "Sets every measure of every dataset named (without a name: of all) beside "
        "every other: how many figures both have, the ratio of their levels with its "
        "limits of agreement (Bland and Altman, of logarithms), rank correlations, how "
        "often both move the same way, and who is missing where.\n\n"
        "What has no ratio is not divided: orders and deliveries, TIV and dollars are "
        "compared by rank, growth and direction only, and a note says why.",
    .analyses = "",
    .options = options,
    .size = sizeof(struct compare_options),
    .examples = {{"armex compare national-figures -e FRA",
                  "France's orders, deliveries and licences: in one year of seven, "
                  "orders and deliveries moved the same way"},
                 {"armex compare national-figures sipri-factsheets -e KOR -f csv",
                  "South Korea's orders and its share in SIPRI's volume: the same way "
                  "in half of six years"}},
    .run = run};
