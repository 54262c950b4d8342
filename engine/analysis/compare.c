/** analysis/compare.c: every count against every other. */
#include "analysis/compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/agreement_unlike.h"
#include "analysis/caution.h"
#include "analysis/compare_parts.h"
#include "base/text.h"
#include "country/entity.h"

struct comparing {
    struct armex_count *counts;
    size_t n;
    enum armex_compare_by by;
    int beyond;
    struct armex_row row;
    size_t shared; /* pairs with a figure in common */
    struct armex_compare_remarks remarks;
};

bool armex_compare_by_parse(enum armex_compare_by *out, const char *text, size_t length)
{
    static const char *const words[] = {"entity", "pair", "year", "rank", "figure"};
    const size_t i = armex_word_index(words, 5, text, length);

    if (i < 5)
        *out = (enum armex_compare_by)i;
    return i < 5;
}

static bool is_state(const struct armex_series *series)
{
    const struct armex_entity *entity = armex_entity_by_code(series->entity);
    return entity &&
           (entity->kind == ARMEX_STATE || entity->kind == ARMEX_FORMER_STATE ||
            entity->kind == ARMEX_TERRITORY);
}

static bool has_one_unit(const struct armex_panel *panel, enum armex_measure measure)
{
    const struct armex_series *first = NULL;

    for (size_t s = 0; s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s];
        if (series->measure != measure || !is_state(series))
            continue;
        if (first && !armex_unit_equal(first->unit, series->unit))
            return false;
        first = first ? first : series;
    }
    return true;
}

static armex_status list_counts(struct comparing *out,
                                const struct armex_panel *const *panels, size_t n,
                                struct armex_error *error)
{
    out->counts = calloc(n * ARMEX_MEASURES + 1, sizeof *out->counts);
    if (!out->counts)
        return armex_fail_memory(error);
    for (size_t p = 0; p < n; p++)
        for (int m = 0; m < ARMEX_MEASURES; m++) {
            const enum armex_measure measure = (enum armex_measure)m;
            size_t s = 0;
            while (s < panels[p]->n_series && panels[p]->series[s].measure != measure)
                s++;
            if (s < panels[p]->n_series && panels[p]->notes.n_sources)
                out->counts[out->n++] =
                    (struct armex_count){panels[p], &panels[p]->notes.sources[0],
                                         measure, has_one_unit(panels[p], measure)};
        }
    return ARMEX_OK;
}

bool armex_has_figure(const struct armex_panel *panel, size_t s)
{
    for (size_t y = 0; y < panel->n_years; y++)
        if (!isnan(armex_panel_value(panel, s, panel->first_year + (int)y)))
            return true;
    return false;
}

/* The first series of the entity in the count with any figure; n_series: none. */
static size_t series_of(const struct armex_count *count, const char *entity)
{
    size_t s = 0;

    while (s < count->panel->n_series &&
           (count->panel->series[s].measure != count->measure ||
            strcmp(count->panel->series[s].entity, entity) != 0 ||
            !armex_has_figure(count->panel, s)))
        s++;
    return s;
}

static int by_entity(const void *a, const void *b, void *panel)
{
    const struct armex_match *x = a, *y = b;
    const struct armex_series *series = ((const struct armex_panel *)panel)->series;

    return strcmp(series[x->a].entity, series[y->a].entity);
}

static void match_entities(struct armex_pair *pair)
{
    const struct armex_panel *panel = pair->a.panel;
    bool states = false;

    for (size_t s = 0; s < panel->n_series; s++) {
        const char *entity = panel->series[s].entity;
        const size_t other = series_of(&pair->b, entity);
        if (panel->series[s].measure != pair->a.measure ||
            series_of(&pair->a, entity) != s || other == pair->b.panel->n_series)
            continue;
        pair->matches[pair->n_matches++] = (struct armex_match){
            s, other, is_state(&panel->series[s]),
            !armex_entity_is_aggregate(panel->series[s].entity),
            armex_unlike(&panel->series[s], &pair->b.panel->series[other])};
        states |= pair->matches[pair->n_matches - 1].pooled;
    }
    for (size_t m = 0; !states && m < pair->n_matches; m++)
        pair->matches[m].pooled = true; // totals alone: nobody is counted twice
    qsort_r(pair->matches, pair->n_matches, sizeof *pair->matches, by_entity,
            (void *)panel);
}

static void fill(struct armex_pair *pair)
{
    double *a = pair->values, *b = a + pair->n_matches * pair->n_years;

    for (size_t m = 0; m < pair->n_matches; m++)
        for (size_t y = 0; y < pair->n_years; y++) {
            const int year = pair->from + (int)y;
            *a++ = armex_panel_value(pair->a.panel, pair->matches[m].a, year);
            *b++ = armex_panel_value(pair->b.panel, pair->matches[m].b, year);
        }
}

static int end_of(const struct armex_panel *panel)
{
    return panel->first_year + (int)panel->n_years;
}

static armex_status make_pair(struct armex_pair *out, const struct armex_count *a,
                              const struct armex_count *b, struct armex_error *error)
{
    const int from = a->panel->first_year < b->panel->first_year ? a->panel->first_year
                                                                 : b->panel->first_year;
    const int end =
        end_of(a->panel) > end_of(b->panel) ? end_of(a->panel) : end_of(b->panel);

    *out = (struct armex_pair){
        .a = *a, .b = *b, .from = from, .n_years = (size_t)(end - from)};
    out->matches = calloc(a->panel->n_series + 1, sizeof *out->matches);
    if (!out->matches)
        return armex_fail_memory(error);
    match_entities(out);
    out->values = calloc(2 * out->n_matches * out->n_years + 1, sizeof *out->values);
    if (!out->values)
        return armex_fail_memory(error);
    fill(out);
    return ARMEX_OK;
}

static armex_status put_entities(struct comparing *run, const struct armex_pair *pair,
                                 struct armex_error *error)
{
    for (size_t m = 0; !run->row.status && m < pair->n_matches; m++) {
        struct armex_comparison one;
        run->row.status = armex_compare_match(&one, pair, m, error);
        if (!run->row.status && one.n)
            armex_compare_put(&run->row, pair, &one);
    }
    return run->row.status;
}

static armex_status put_years(struct comparing *run, const struct armex_pair *pair,
                              struct armex_error *error)
{
    for (size_t y = 0; !run->row.status && y < pair->n_years; y++) {
        struct armex_comparison one;
        run->row.status = armex_compare_year(&one, pair, pair->from + (int)y, error);
        if (!run->row.status && one.n)
            armex_compare_put(&run->row, pair, &one);
    }
    return run->row.status;
}

static armex_status put_pair(struct comparing *run, const struct armex_pair *pair,
                             size_t i, size_t j, struct armex_error *error)
{
    struct armex_comparison whole;

    run->row.status = armex_compare_pair(&whole, pair, error);
    if (run->row.status || !whole.n)
        return run->row.status;
    run->shared++;
    if (run->by == ARMEX_BY_RANK)
        return run->row.status =
                   armex_compare_apart(&run->row, pair, run->beyond, error);
    if (run->by == ARMEX_BY_FIGURE) {
        armex_compare_figures(&run->row, pair);
        return run->row.status;
    }
    if (run->by != ARMEX_BY_ENTITY || pair->n_matches > 1) // else it would stand twice
        armex_compare_put(&run->row, pair, &whole);
    if (run->by == ARMEX_BY_ENTITY)
        put_entities(run, pair, error);
    else if (run->by == ARMEX_BY_YEAR)
        put_years(run, pair, error);
    if (!run->row.status)
        run->row.status =
            armex_compare_remark(&run->remarks, &run->counts[i], &run->counts[j], pair,
                                 whole.nil_both, error);
    return run->row.status;
}

static armex_status compare_all(struct comparing *run, struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < run->n; i++)
        for (size_t j = i + 1; !status && j < run->n; j++) {
            struct armex_pair pair;
            status = make_pair(&pair, &run->counts[i], &run->counts[j], error);
            if (!status && pair.n_matches)
                status = put_pair(run, &pair, i, j, error);
            free(pair.values);
            free(pair.matches);
        }
    if (!status && !run->shared)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            run->n < 2 ? "there is one count only; name two datasets, "
                                         "two vintages, or one with several measures"
                                       : "no two of them have a figure of the same "
                                         "entity and year");
    return status;
}

/* Whether two of the panels are vintages of one dataset. */
static bool has_vintages(const struct comparing *run)
{
    for (size_t i = 0; i < run->n; i++)
        for (size_t j = i + 1; j < run->n; j++)
            if (armex_count_vintages(&run->counts[i], &run->counts[j]))
                return true;
    return false;
}

static armex_status start_table(struct comparing *run, struct armex_error *error)
{
    const bool vintages = has_vintages(run);
    if (run->by == ARMEX_BY_FIGURE)
        return armex_compare_figures_table(&run->row.table, vintages, error);
    return run->by == ARMEX_BY_RANK
               ? armex_compare_apart_table(&run->row.table, vintages, run->beyond,
                                           error)
               : armex_compare_table(&run->row.table, run->by, vintages, error);
}

armex_status armex_compare(struct armex_table **out,
                           const struct armex_panel *const *panels, size_t n,
                           enum armex_compare_by by, int beyond,
                           struct armex_error *error)
{
    struct comparing run = {.by = by, .beyond = beyond, .row = {.error = error}};
    armex_status status = list_counts(&run, panels, n, error);

    if (!status)
        status = start_table(&run, error);
    if (!status)
        status = compare_all(&run, error);
    if (!status)
        status = armex_compare_notes(run.row.table, &run.remarks, error);
    if (!status && by != ARMEX_BY_RANK && by != ARMEX_BY_FIGURE)
        armex_compare_hide_empty(run.row.table);
    for (size_t p = 0; !status && p < n; p++)
        status = armex_notes_join(&run.row.table->notes, run.row.table->arena,
                                  &panels[p]->notes, error);
    for (size_t p = 0; !status && p < n; p++)
        status = armex_caution_fiscal(&run.row.table->notes, run.row.table->arena,
                                      panels[p], NULL, panels[p]->n_series, error);
    free(run.remarks.items);
    free(run.counts);
    if (status)
        armex_table_free(run.row.table);
    *out = status ? NULL : run.row.table;
    return status;
}
