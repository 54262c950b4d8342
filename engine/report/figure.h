/**
 * report/figure.h: figures of a report: asked for once, said in words many times.
 *
 * Styles of {NAME:STYLE}; without one "full":
 *     full     $13.0 billion · 204 million TIV · 2.0% · +79% · 2022 · 10
 *     short    $13.0 bn
 *     number   13.0: as full, without sign of currency and words of unit
 *     plain    a fraction without its sign: 79%, also of -79%
 *     moved    "rose 79%", "fell 25%", "did not change": of a change
 *     above    "79% above", "25% below", "level with": of a change
 *     ordinal  10th
 *     word     tenth (from 21 on: 21st); "two" of a count up to ten
 *     date     14 Jan 2026, of a text that is a date
 *     the      "the United States", "France": of a country's name
 *     The      the same where it begins a sentence
 *
 * Amounts of 1,000 and more are scaled to thousand, million, billion and have one
 * decimal; so have numbers below 100 that are not whole and per cent below 10.
 */
#ifndef ARMEX_REPORT_FIGURE_H
#define ARMEX_REPORT_FIGURE_H

#include "base/text.h"
#include "report/answers.h"
#include "report/spec.h"

/** What a figure says, and where it comes from. */
struct armex_report_figure {
    const char *text; /**< of a column of texts, else NULL */
    double value;     /**< NAN: missing */
    enum armex_column_type type;
    bool has_unit;
    struct armex_unit unit;          /**< of an amount, where the answer names one */
    int finer;                       /**< decimals beyond the usual */
    bool rank;                       /**< counts places, not things */
    const struct armex_table *table; /**< the answer it is of: its sources and notes;
                                        of a ratio, that of its second figure */
};

/** As in the spec, n_figures of them. What they point to belongs to the answers. */
struct armex_report_figures {
    struct armex_report_figure *items;
};

extern const char *const armex_report_figure_styles[];
extern const size_t armex_n_report_figure_styles;

/** Answers every figure of `spec`. A figure with no row, or a missing cell, is missing.
 *  Owner:  the caller, armex_report_figures_free().
 *  Errors: ARMEX_BAD_SPEC at the figure: a column that is not there, several rows that
 *          fit, figures of unlike units; what the question itself meets, there too. */
armex_status armex_report_figures_answer(struct armex_report_figures *out,
                                         const struct armex_spec *spec,
                                         struct armex_answers *answers,
                                         struct armex_error *error);
void armex_report_figures_free(struct armex_report_figures *figures);

bool armex_report_figure_missing(const struct armex_report_figure *figure);

/** Appends the figure in a style, whose `length` bytes name one of the above. */
void armex_report_figure_write(struct armex_text *out,
                               const struct armex_report_figure *figure,
                               const char *style, size_t length);

/** The unit alone, short: "$ bn", "m TIV", "%", or "". */
void armex_report_figure_unit(struct armex_text *out,
                              const struct armex_report_figure *figure);

/** Whether all conditions hold; one with a missing figure does not. */
bool armex_conditions_hold(const struct armex_conditions *conditions,
                           const struct armex_report_figures *figures);

#endif
