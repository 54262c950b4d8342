/** analysis/published_shelf.c: which stored register an edition is held against. */
#include <stdlib.h>
#include <string.h>

#include "analysis/published_parts.h"
#include "analysis/sipri_style.h"

/* The best first. Registers of selections, "sipri-register-to-ukr", have no total of
 * the world; others publish SIPRI's yearly totals of states again. */
static const struct {
    const char *dataset;
    bool rounded, second_hand;
} registers[] = {
    {"sipri-register", false, false},         {"sipri-tiv", true, false},
    {"sipri-tiv-imports", true, false},       {"worldbank-ms-mil-xprt-kd", true, true},
    {"worldbank-ms-mil-mprt-kd", true, true}, {"gapminder-arms-exports", true, true},
    {"gapminder-arms-imports", true, true},
};

enum { REGISTERS = sizeof registers / sizeof *registers };

static size_t kind_of(const struct armex_stored *stored)
{
    size_t i = 0;

    while (i < REGISTERS && strcmp(registers[i].dataset, stored->dataset) != 0)
        i++;
    return i;
}

/* The first and last year with a delivery, and whether there is a total to take shares
 * of. */
static void look_up(struct armex_shelved *out)
{
    const struct armex_panel *panel = out->vintage->panel;

    for (size_t s = 0; panel && s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s];
        const bool world = strcmp(series->entity, "WLD") == 0;
        if (!series->headline || series->measure != ARMEX_DELIVERIES_TIV)
            continue;
        out->has[series->flow] |= world || out->second_hand;
        for (size_t y = 0; y < panel->n_years; y++) {
            const int year = panel->first_year + (int)y;
            if (!(armex_panel_value(panel, s, year) > 0.0))
                continue;
            if (!out->first_year || year < out->first_year)
                out->first_year = year;
            if (year > out->last_year)
                out->last_year = year;
        }
    }
}

/* The newest edition that had appeared when the vintage was generated. In the month of
 * a release its last year tells which side it is of; so it does where only the year is
 * known, and of tables at second hand, which may be older than their date. */
static int release_of(const struct armex_shelved *shelved,
                      const struct armex_printed_list *printed)
{
    const struct armex_date date = shelved->stored->vintage;
    const int month = date.year * 12 + date.month - 1;
    int edition = date.year;

    if (!date.month)
        return shelved->last_year;
    while (armex_printed_release(printed, edition) > month ||
           (armex_printed_release(printed, edition) == month &&
            shelved->last_year < edition))
        edition--;
    return shelved->second_hand && shelved->last_year < edition ? shelved->last_year
                                                                : edition;
}

armex_status armex_shelf_read(struct armex_shelf *out, const struct armex_store *store,
                              const struct armex_printed_list *printed,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);

    *out = (struct armex_shelf){.items = calloc(n + 1, sizeof *out->items)};
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < n; i++) {
        const size_t kind = kind_of(&list[i]);
        if (kind == REGISTERS)
            continue;
        struct armex_shelved *shelved = &out->items[out->n++];
        shelved->stored = &list[i];
        shelved->kind = kind;
        shelved->rounded = registers[kind].rounded;
        shelved->second_hand = registers[kind].second_hand;
        status = armex_vintage_read(&shelved->vintage, list[i].path, ARMEX_PANEL_ONLY,
                                    error);
        if (status)
            break;
        look_up(shelved);
        shelved->release = release_of(shelved, printed);
    }
    return status;
}

void armex_shelf_end(struct armex_shelf *shelf)
{
    for (size_t i = 0; i < shelf->n; i++)
        armex_vintage_free(shelf->items[i].vintage);
    free(shelf->items);
    *shelf = (struct armex_shelf){0};
}

static bool covers(const struct armex_shelved *shelved, int edition, int reach)
{
    return shelved->first_year && shelved->first_year <= edition - reach + 1 &&
           shelved->last_year >= edition;
}

/* Whether `a` serves better than `b`, both of which cover the edition's five years. */
static bool is_better(const struct armex_shelved *a, const struct armex_shelved *b,
                      int edition)
{
    const bool a_both = covers(a, edition, 2 * ARMEX_SIPRI_WINDOW);
    const bool b_both = covers(b, edition, 2 * ARMEX_SIPRI_WINDOW);

    if ((a->release == edition) != (b->release == edition))
        return a->release == edition;
    if (a_both != b_both)
        return a_both;
    if (a->second_hand != b->second_hand)
        return b->second_hand;
    if (a->release != b->release)
        return a->release < b->release;
    if (a->kind != b->kind)
        return a->kind < b->kind;
    return armex_date_last_day(a->stored->vintage) >
           armex_date_last_day(b->stored->vintage);
}

const struct armex_shelved *armex_shelf_choose(const struct armex_shelf *shelf,
                                               int edition,
                                               enum armex_flow_direction flow)
{
    const struct armex_shelved *best = NULL;

    for (size_t i = 0; i < shelf->n; i++) {
        const struct armex_shelved *shelved = &shelf->items[i];
        if (shelved->has[flow] && shelved->release >= edition &&
            covers(shelved, edition, ARMEX_SIPRI_WINDOW) &&
            (!best || is_better(shelved, best, edition)))
            best = shelved;
    }
    return best;
}
