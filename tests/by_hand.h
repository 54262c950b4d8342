/**
 * tests/by_hand.h: panels written out by hand.
 */
#ifndef ARMEX_TESTS_BY_HAND_H
#define ARMEX_TESTS_BY_HAND_H

#include "check.h"

#include <string.h>

#include "model/panel.h"
#include "model/table.h"

/** One series; what is left out is South Korea's or France's orders in dollars. */
struct by_hand {
    const char *entity, *name, *unit, *scope;
    /** A letter a year: F final, P preliminary, S estimate, W final but weak, 0 nil,
     *  < below resolution, . missing, T target, U final after a unit break,
     *  E final after an entity break. */
    const char *marks;
    const double *values; /**< one a year; what stands at . and T is not read */
    enum armex_measure measure;
    int first_month, years;
};

static inline armex_mark mark_by_hand(char letter)
{
    switch (letter) {
    case 'F':
        return ARMEX_FINAL;
    case 'P':
        return ARMEX_PRELIMINARY;
    case 'S':
        return ARMEX_ESTIMATE;
    case 'W':
        return ARMEX_FINAL | ARMEX_WEAK;
    case '0':
        return ARMEX_NIL;
    case '<':
        return ARMEX_BELOW;
    case 'T':
        return ARMEX_TARGET;
    case 'U':
        return ARMEX_FINAL | ARMEX_UNIT_BREAK;
    case 'E':
        return ARMEX_FINAL | ARMEX_ENTITY_BREAK;
    default:
        return ARMEX_MISSING;
    }
}

static inline void series_by_hand(struct armex_panel *panel, size_t s,
                                  const struct by_hand *hand)
{
    struct armex_series *series = &panel->series[s];
    const char *unit = hand->unit ? hand->unit : "usd";

    *series = (struct armex_series){
        .entity = armex_arena_text(panel->arena, hand->entity ? hand->entity : "KOR"),
        .name = armex_arena_text(panel->arena, hand->name ? hand->name : "South Korea"),
        .scope = armex_arena_text(panel->arena, hand->scope ? hand->scope : "national"),
        .measure = hand->measure ? hand->measure : ARMEX_ORDERS,
        .period = {(signed char)(hand->first_month ? hand->first_month : 1),
                   (signed char)(hand->years ? hand->years : 1)},
        .headline = true,
    };
    assert_true(armex_unit_parse(&series->unit, unit, strlen(unit)));
    for (size_t y = 0; y < panel->n_years; y++) {
        const size_t at = y * panel->n_series + s;
        panel->marks[at] = mark_by_hand(hand->marks[y]);
        if (armex_mark_has_value(panel->marks[at]))
            panel->values[at] = hand->values[y];
    }
}

/** Years are counted from `first_year`, as many as the first series has marks.
 *  Owner: the test. */
static inline struct armex_panel *panel_by_hand(int first_year,
                                                const struct by_hand *series, size_t n)
{
    struct armex_panel *panel;
    assert_int_equal(
        armex_panel_create(&panel, n, first_year, strlen(series->marks), NULL),
        ARMEX_OK);
    for (size_t s = 0; s < n; s++)
        series_by_hand(panel, s, &series[s]);
    return panel;
}

static inline double cell(const struct armex_table *table, size_t row, const char *name)
{
    const size_t column = armex_table_column(table, name);
    assert_true(column < table->n_columns && row < table->n_rows);
    return armex_table_get_number(table, row, column);
}

static inline const char *word(const struct armex_table *table, size_t row,
                               const char *name)
{
    const size_t column = armex_table_column(table, name);
    assert_true(column < table->n_columns && row < table->n_rows);
    return armex_table_get_text(table, row, column);
}

static inline bool has_note(const struct armex_notes *notes, const char *text)
{
    for (size_t i = 0; i < notes->n_notes; i++)
        if (strcmp(notes->notes[i], text) == 0)
            return true;
    for (size_t i = 0; i < notes->n_notes; i++)
        print_message("note: %s\n", notes->notes[i]);
    return false;
}

#define assert_note(notes, text) assert_true(has_note(&(notes), text))

#endif
