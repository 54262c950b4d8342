/**
 * analysis/caution.h: what a reader must know before comparing figures.
 */
#ifndef ARMEX_ANALYSIS_CAUTION_H
#define ARMEX_ANALYSIS_CAUTION_H

#include "model/panel.h"
#include "store/listing.h"

#define ARMEX_AMOUNT_SIZE 64

/** "17.3 billion USD", "4.2 million TIV", "GBP of 2008", "6.2 %": three significant
 *  digits, halves up. Returns the length. */
size_t armex_amount_words(char out[ARMEX_AMOUNT_SIZE], double value,
                          struct armex_unit unit);

/** The unit in a sentence: "USD", "USD of 2020", "TIV", "%". Returns the length. */
size_t armex_unit_label(char out[ARMEX_UNIT_SIZE + 16], struct armex_unit unit);

/** Adds "South Korea 2023 (preliminary)" for a figure that is less than firm. */
void armex_caution_soft(struct armex_listing *soft, const struct armex_panel *panel,
                        size_t s, int year);

/** Ends `soft` with the note it makes. Errors: ARMEX_NO_MEMORY. */
armex_status armex_caution_soft_note(struct armex_listing *soft,
                                     struct armex_notes *notes,
                                     struct armex_arena *arena,
                                     struct armex_error *error);

/** Notes which series are counted by fiscal years that differ from calendar years.
 *  `chosen[0..n)` are the series meant, NULL the panel's first n. Errors:
 * ARMEX_NO_MEMORY. */
armex_status armex_caution_fiscal(struct armex_notes *notes, struct armex_arena *arena,
                                  const struct armex_panel *panel, const size_t *chosen,
                                  size_t n, struct armex_error *error);

/** Notes that figures of the panel cover several years, where they do: the year that a
 *  figure bears is the last of them. Errors: ARMEX_NO_MEMORY. */
armex_status armex_caution_years(struct armex_notes *notes, struct armex_arena *arena,
                                 const struct armex_panel *panel,
                                 struct armex_error *error);

/** Whether figures of this scope ("by-order-year") stand in the year of the order
 * though they count what was delivered: a register of deals does not say what came
 * when. */
bool armex_is_by_order_year(const char *scope);

/** Notes that such figures do, and what follows: the newest years are still growing.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_caution_order_year(struct armex_notes *notes,
                                      struct armex_arena *arena,
                                      struct armex_error *error);

/** Whether all series count one thing: the same measure and the same scope. */
bool armex_panel_one_subject(const struct armex_panel *panel);

#endif
