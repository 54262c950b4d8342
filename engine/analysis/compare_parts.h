/**
 * analysis/compare_parts.h: what the files of compare share among themselves.
 */
#ifndef ARMEX_ANALYSIS_COMPARE_PARTS_H
#define ARMEX_ANALYSIS_COMPARE_PARTS_H

#include "analysis/agreement.h"
#include "analysis/compare.h"
#include "analysis/row.h"

/** The two counts, A and B, as every table of them names them. */
#define ARMEX_DATASET_A_COLUMN                                                         \
    {                                                                                  \
        "dataset_a", "A", "", "the one dataset", ARMEX_COLUMN_TEXT, false              \
    }
#define ARMEX_VINTAGE_A_COLUMN                                                         \
    {                                                                                  \
        "vintage_a", "of", "", "vintage of the one dataset", ARMEX_COLUMN_TEXT, true   \
    }
#define ARMEX_MEASURE_A_COLUMN                                                         \
    {                                                                                  \
        "measure_a", "counts", "", "what the one counts", ARMEX_COLUMN_TEXT, false     \
    }
#define ARMEX_DATASET_B_COLUMN                                                         \
    {                                                                                  \
        "dataset_b", "B", "", "the other", ARMEX_COLUMN_TEXT, false                    \
    }
#define ARMEX_VINTAGE_B_COLUMN                                                         \
    {                                                                                  \
        "vintage_b", "of", "", "vintage of the other", ARMEX_COLUMN_TEXT, true         \
    }
#define ARMEX_MEASURE_B_COLUMN                                                         \
    {                                                                                  \
        "measure_b", "counts", "", "what the other counts", ARMEX_COLUMN_TEXT, false   \
    }

/** One measure of one panel. */
struct armex_count {
    const struct armex_panel *panel;
    const struct armex_provenance *source;
    enum armex_measure measure;
    bool one_unit; /**< of all its states */
};

/** An entity in both counts: its series in either. */
struct armex_match {
    size_t a, b;
    bool state;          /**< is ranked among states */
    bool pooled;         /**< has part in what is said of all together */
    const char *refused; /**< why there is no ratio; NULL: there is one */
};

/** Two counts; matches by entity code. Years run from `from`, `n_years` of them, over
 *  all that either panel has. */
struct armex_pair {
    struct armex_count a, b;
    struct armex_match *matches;
    size_t n_matches;
    int from;
    size_t n_years;
    double *values; /**< scratch of a, then of b, each n_matches * n_years: figures of a
                         match stand together */
};

/** One row; NAN where there is nothing to say. */
struct armex_comparison {
    const char *entity, *name, *scope_a, *scope_b, *unit_a, *unit_b;
    int year; /**< 0: none */
    size_t n, only_a, only_b;
    struct armex_agreement levels;
    double spearman, kendall, same_direction, index_ratio;
    double nil_both; /**< states that ranks leave out; NAN where none are ranked */
    struct armex_lead lead;
};

/** Whether the series has any: publishers' tables name states without one, and what
 *  cannot be converted has none left. */
bool armex_has_figure(const struct armex_panel *panel, size_t s);

/** Whether the two are of one dataset and differ in their vintage. */
bool armex_count_vintages(const struct armex_count *a, const struct armex_count *b);

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_compare_match(struct armex_comparison *out,
                                 const struct armex_pair *pair, size_t match,
                                 struct armex_error *error);
armex_status armex_compare_year(struct armex_comparison *out,
                                const struct armex_pair *pair, int year,
                                struct armex_error *error);
armex_status armex_compare_pair(struct armex_comparison *out,
                                const struct armex_pair *pair,
                                struct armex_error *error);

/** Makes the table, without rows; people see the vintages where they tell counts apart.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_compare_table(struct armex_table **out, enum armex_compare_by by,
                                 bool vintages, struct armex_error *error);
void armex_compare_put(struct armex_row *row, const struct armex_pair *pair,
                       const struct armex_comparison *comparison);

/** Hides from people, once all rows stand, the statistics that none of them has. */
void armex_compare_hide_empty(struct armex_table *table);

void armex_compare_put_count(struct armex_row *row, const struct armex_count *count,
                             size_t dataset, size_t measure, size_t vintage);

/** The same for states ranked far apart. Errors: ARMEX_NO_MEMORY. */
armex_status armex_compare_apart_table(struct armex_table **out, bool vintages,
                                       int beyond, struct armex_error *error);
armex_status armex_compare_apart(struct armex_row *row, const struct armex_pair *pair,
                                 int beyond, struct armex_error *error);

/** The same for the figures themselves. Errors: ARMEX_NO_MEMORY. */
armex_status armex_compare_figures_table(struct armex_table **out, bool vintages,
                                         struct armex_error *error);
void armex_compare_figures(struct armex_row *row, const struct armex_pair *pair);

/** Says that ranks need one unit. Errors: ARMEX_NO_MEMORY. */
armex_status armex_compare_note_units(struct armex_table *table,
                                      struct armex_error *error);

/** What is to be said of two counts that share a figure: why there is no ratio, of each
 *  reason one; or, `refused` NULL and of each pair one, who is missing where. */
struct armex_compare_remark {
    const struct armex_count *a, *b;
    const char *refused;
    double nil_both; /**< of the latter; NAN: nobody is ranked */
};

/** Starts as {0}. */
struct armex_compare_remarks {
    struct armex_compare_remark *items;
    size_t n;
};

/** Puts down what there is to say of a pair. Errors: ARMEX_NO_MEMORY. */
armex_status armex_compare_remark(struct armex_compare_remarks *remarks,
                                  const struct armex_count *a,
                                  const struct armex_count *b,
                                  const struct armex_pair *pair, double nil_both,
                                  struct armex_error *error);

/** Makes the notes: each reason once, with the pairs it is true of; of few pairs also
 *  who is missing where. Errors: ARMEX_NO_MEMORY. */
armex_status armex_compare_notes(struct armex_table *table,
                                 const struct armex_compare_remarks *remarks,
                                 struct armex_error *error);

#endif
