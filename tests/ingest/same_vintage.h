/** tests/ingest/same_vintage.h: what two ways to read a file make of it is the same. */
#ifndef ARMEX_TESTS_SAME_VINTAGE_H
#define ARMEX_TESTS_SAME_VINTAGE_H

#include "check.h"
#include "ingest/ingest.h"

static inline void assert_same_flows(const struct armex_flows *a,
                                     const struct armex_flows *b)
{
    assert_int_equal(!a, !b);
    if (!a)
        return;
    assert_int_equal(a->n, b->n);
    assert_int_equal(a->n_entities, b->n_entities);
    assert_int_equal(a->n_categories, b->n_categories);
    for (size_t i = 0; i < a->n_entities; i++)
        assert_string_equal(a->entities[i], b->entities[i]);
    for (size_t i = 0; i < a->n_categories; i++)
        assert_string_equal(a->categories[i], b->categories[i]);
    for (size_t i = 0; i < a->n; i++) {
        const struct armex_flow *x = &a->items[i], *y = &b->items[i];
        assert_true(x->supplier == y->supplier && x->recipient == y->recipient &&
                    x->category == y->category && x->year == y->year &&
                    x->mark == y->mark && x->report == y->report);
        assert_same_value(x->value, y->value);
    }
}

static inline void assert_same_panel(const struct armex_panel *a,
                                     const struct armex_panel *b)
{
    const size_t n = a->n_series * a->n_years;

    assert_true(a->n_series == b->n_series && a->n_years == b->n_years &&
                a->first_year == b->first_year);
    assert_memory_equal(a->values, b->values, n * sizeof *a->values);
    assert_memory_equal(a->marks, b->marks, n * sizeof *a->marks);
    for (size_t s = 0; s < a->n_series; s++) {
        assert_int_equal(armex_series_compare(&a->series[s], &b->series[s]), 0);
        assert_int_equal(a->series[s].headline, b->series[s].headline);
    }
}

static inline void assert_same_vintage(const struct armex_vintage *a,
                                       const struct armex_vintage *b)
{
    const struct armex_notes *x = &a->panel->notes, *y = &b->panel->notes;

    assert_same_panel(a->panel, b->panel);
    assert_same_flows(a->flows, b->flows);
    assert_string_equal(a->provenance.dataset, b->provenance.dataset);
    assert_int_equal(x->n_notes, y->n_notes);
    for (size_t i = 0; i < x->n_notes; i++)
        assert_string_equal(x->notes[i], y->notes[i]);
}

#endif
