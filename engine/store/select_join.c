/** store/select_join.c: a successor state continues its predecessors. */
#include <string.h>

#include "store/listing.h"
#include "store/select_parts.h"

enum { LONGEST_CHAIN = 8 }; // no state has more; a loop in the table ends too

static bool has_figure(const struct armex_panel *panel, size_t s, int year)
{
    const armex_mark mark = armex_panel_mark(panel, s, year);
    return armex_mark_has_value(mark) && (mark & ARMEX_STATUS_BITS) != ARMEX_NIL;
}

/* The first year with a figure, or the year after the panel's last. */
static int first_figure(const struct armex_panel *panel, size_t s)
{
    const int end = panel->first_year + (int)panel->n_years;
    int year = panel->first_year;
    while (year < end && !has_figure(panel, s, year))
        year++;
    return year;
}

static bool same_kind(const struct armex_series *a, const struct armex_series *b)
{
    return a->flow == b->flow && a->measure == b->measure &&
           strcmp(a->scope, b->scope) == 0 && armex_unit_equal(a->unit, b->unit) &&
           a->period.first_month == b->period.first_month &&
           a->period.years == b->period.years;
}

/* The series of `entity` that is of a kind with `like`, or n_series. */
static size_t find_series(const struct armex_panel *known,
                          const struct armex_series *like, const char *entity)
{
    size_t s = 0;
    while (s < known->n_series && (strcmp(known->series[s].entity, entity) != 0 ||
                                   !same_kind(&known->series[s], like)))
        s++;
    return s;
}

static bool has_value(const struct armex_panel *panel, size_t s, int year)
{
    return armex_mark_has_value(armex_panel_mark(panel, s, year));
}

/* Copies the predecessor's cells of the years before `end` that nobody filled yet; says
 * whether any of them is a figure, and not only "none identified". */
static bool take_years(struct armex_select_run *run, size_t i, size_t predecessor,
                       int end)
{
    struct armex_panel *panel = run->panel;
    bool any = false;

    for (int year = panel->first_year; year < end; year++) {
        const bool figure = has_figure(run->known, predecessor, year);
        const size_t at = armex_panel_at(panel, i, year);
        if (!has_value(run->known, predecessor, year) || has_figure(panel, i, year) ||
            (!figure && has_value(panel, i, year)))
            continue;
        panel->values[at] = armex_panel_value(run->known, predecessor, year);
        panel->marks[at] &= ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK;
        panel->marks[at] |= armex_panel_mark(run->known, predecessor, year);
        any |= figure;
    }
    return any;
}

static void mark_break(struct armex_panel *panel, size_t i, int year)
{
    const int last = panel->first_year + (int)panel->n_years - 1;
    if (year > panel->first_year && year <= last)
        panel->marks[armex_panel_at(panel, i, year)] |= ARMEX_ENTITY_BREAK;
}

/* Fills series i of the panel before `end`, where `code`'s own figures begin, from its
 * predecessors, and theirs. */
static void join_chain(struct armex_select_run *run, size_t i, const char *code,
                       int end, int depth, struct armex_listing *joined,
                       struct armex_listing *divided)
{
    const struct armex_entity *entity = armex_entity_by_code(code);

    if (!entity || depth == LONGEST_CHAIN)
        return;
    for (const char *const *p = entity->predecessors; p && *p; p++) {
        const size_t s = find_series(run->known, &run->panel->series[i], *p);
        int before = end;
        if (s < run->known->n_series && armex_entity_is_divided(*p)) {
            armex_listing_add(divided, ", ", "%s to %s", run->known->series[s].name,
                              run->panel->series[i].name);
            continue;
        }
        if (s < run->known->n_series && take_years(run, i, s, end)) {
            armex_listing_add(joined, ", ", "%s from %d continues %s",
                              run->panel->series[i].name, end,
                              run->known->series[s].name);
            run->joined[s] = true;
            mark_break(run->panel, i, end);
            before = first_figure(run->known, s);
        }
        join_chain(run, i, *p, before, depth + 1, joined,
                   divided); // and what was before it
    }
}

/* A predecessor that lives on in a successor would be counted twice. */
static void drop_joined(struct armex_select_run *run)
{
    struct armex_panel *panel = run->panel;
    size_t kept = 0, cell = 0;

    for (size_t y = 0; y < panel->n_years; y++)
        for (size_t i = 0; i < run->n_chosen; i++)
            if (!run->joined[run->chosen[i]]) {
                panel->values[cell] = panel->values[y * run->n_chosen + i];
                panel->marks[cell++] = panel->marks[y * run->n_chosen + i];
            }
    for (size_t i = 0; i < run->n_chosen; i++)
        if (!run->joined[run->chosen[i]])
            panel->series[kept++] = panel->series[i];
    panel->n_series = kept;
}

armex_status armex_select_join(struct armex_select_run *run)
{
    struct armex_listing joined = {0}, divided = {0};

    for (size_t i = 0; i < run->n_chosen; i++) {
        const int own = first_figure(run->known, run->chosen[i]);
        if (own < run->known->first_year + (int)run->known->n_years)
            join_chain(run, i, run->panel->series[i].entity, own, 0, &joined, &divided);
    }
    if (run->selection->n_entities == 0)
        drop_joined(run);
    armex_status status =
        armex_listing_note(&joined, &run->panel->notes, run->panel->arena,
                           "joined as successors: ", "", run->error);
    if (status == ARMEX_OK)
        status = armex_listing_note(&divided, &run->panel->notes, run->panel->arena,
                                    "not joined, for several states continue it: ", "",
                                    run->error);
    return status;
}
