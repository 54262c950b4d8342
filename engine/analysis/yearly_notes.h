/**
 * analysis/yearly_notes.h: the notes of several years' answers, said once.
 */
#ifndef ARMEX_ANALYSIS_YEARLY_NOTES_H
#define ARMEX_ANALYSIS_YEARLY_NOTES_H

#include "model/notes.h"

/** Starts as {.step = ...}; texts are copied into the arena. Ended by
 *  armex_yearly_notes_end(). */
struct armex_yearly_notes {
    struct armex_yearly_note *items; /**< in the order they were met */
    size_t n, capacity;
    int n_years; /**< years so far */
    int step;    /**< from one year to the next */
};

/** Adds the notes and sources of one year; the years ascend. Sources go to `out`.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_yearly_notes_add(struct armex_yearly_notes *yearly,
                                    struct armex_notes *out, struct armex_arena *arena,
                                    const struct armex_notes *notes, int year,
                                    struct armex_error *error);

/** Writes to `out` what was said of every year. Errors: ARMEX_NO_MEMORY. */
armex_status armex_yearly_notes_common(struct armex_yearly_notes *yearly,
                                       struct armex_notes *out,
                                       struct armex_arena *arena,
                                       struct armex_error *error);

/** Writes what was said of some years, with the years: "not final: Israel (2022); China
 *  (2014, 2019–2021)". What comes before the first ": " is said once, and years that
 *  the words name are not said again. Errors: ARMEX_NO_MEMORY. */
armex_status armex_yearly_notes_others(struct armex_yearly_notes *yearly,
                                       struct armex_notes *out,
                                       struct armex_arena *arena,
                                       struct armex_error *error);

void armex_yearly_notes_end(struct armex_yearly_notes *yearly);

#endif
