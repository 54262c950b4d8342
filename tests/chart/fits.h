/** tests/chart/fits.h: tables of figures and of what is fitted to them, built by hand.
 */
#ifndef ARMEX_TESTS_CHART_FITS_H
#define ARMEX_TESTS_CHART_FITS_H

#include "tables.h"

/** One year of a series: its figure, and what is fitted there; NAN: none. */
struct fitted_year {
    const char *entity, *name;
    int year;
    double value, fitted, lower, upper;
    const char *status; /**< NULL: "final" */
    const char *reason; /**< why nothing is fitted: a row without a year; NULL: none */
};

static inline void add_fit_words(struct armex_table *table,
                                 const struct fitted_year *row, const char *status,
                                 const char *reason, const char *fit)
{
    const char *const words[] = {row->entity, row->name, "usd",  "orders",
                                 "national",  status,    reason, fit};
    armex_table_add(table, NULL);
    for (size_t c = 0; c < 8; c++)
        armex_table_text(table, c, words[c], NULL);
}

/** The figures as rows of `show`, then the rows of a trend fitted by `fit`, of which
 *  each covers `window` years (0: the fit has none). Owner: the test,
 *  armex_table_free(). */
static inline struct armex_table *fit_of(const struct fitted_year *rows, size_t n,
                                         const char *fit, int window)
{
    static const char *const names[] = {"entity", "name",   "unit",  "measure", "scope",
                                        "status", "reason", "fit",   "year",    "value",
                                        "years",  "fitted", "lower", "upper"};
    struct armex_table *table = empty_table("figures_and_trend", names, 8, 14);
    for (size_t i = 0; i < n; i++) {
        add_fit_words(table, &rows[i], rows[i].status ? rows[i].status : "final", "",
                      "");
        armex_table_number(table, 8, rows[i].year, NULL);
        armex_table_number(table, 9, rows[i].value, NULL);
        armex_table_number(table, 10, 1, NULL);
    }
    for (size_t i = 0; i < n; i++) {
        const struct fitted_year *row = &rows[i];
        add_fit_words(table, row, "", row->reason ? row->reason : "", fit);
        if (window)
            armex_table_number(table, 10, window, NULL);
        if (row->reason)
            continue;
        armex_table_number(table, 8, row->year, NULL);
        armex_table_number(table, 11, row->fitted, NULL);
        armex_table_number(table, 12, row->lower, NULL);
        armex_table_number(table, 13, row->upper, NULL);
    }
    add_source(table);
    return table;
}

/** Two-year means: 2020 has no window, 2023 no figure, so neither has 2024 a mean. */
static const struct fitted_year two_year_means[] = {
    {"KOR", "South Korea", 2020, 3.0e9, NAN, NAN, NAN, NULL, NULL},
    {"KOR", "South Korea", 2021, 7.0e9, 5.0e9, NAN, NAN, NULL, NULL},
    {"KOR", "South Korea", 2022, 17.0e9, 12.0e9, NAN, NAN, NULL, NULL},
    {"KOR", "South Korea", 2023, NAN, NAN, NAN, NAN, "missing", NULL},
    {"KOR", "South Korea", 2024, 9.0e9, NAN, NAN, NAN, NULL, NULL},
    {"KOR", "South Korea", 2025, 15.0e9, 12.0e9, NAN, NAN, "preliminary", NULL},
};

/** A smoothed course and its interval, of 95 %. */
static const struct fitted_year smooth[] = {
    {"KOR", "South Korea", 2020, 3.0e9, 3.2e9, 2.1e9, 4.9e9, NULL, NULL},
    {"KOR", "South Korea", 2021, 7.0e9, 6.9e9, 5.2e9, 9.2e9, NULL, NULL},
    {"KOR", "South Korea", 2022, 17.0e9, 11.3e9, 8.4e9, 15.2e9, NULL, NULL},
    {"KOR", "South Korea", 2023, 13.0e9, 12.4e9, 9.3e9, 16.5e9, NULL, NULL},
    {"KOR", "South Korea", 2024, 9.0e9, 12.9e9, 9.6e9, 17.3e9, NULL, NULL},
    {"KOR", "South Korea", 2025, 15.0e9, 14.8e9, 9.9e9, 22.1e9, "preliminary", NULL},
};

/** Three of which one is fitted nothing. */
static const struct fitted_year three_fits[] = {
    {"FRA", "France", 2021, 11.0e9, 11.5e9, NAN, NAN, NULL, NULL},
    {"FRA", "France", 2022, 27.0e9, 18.0e9, NAN, NAN, NULL, NULL},
    {"FRA", "France", 2023, 8.0e9, 15.0e9, NAN, NAN, NULL, NULL},
    {"KOR", "South Korea", 2021, 7.0e9, 8.0e9, NAN, NAN, NULL, NULL},
    {"KOR", "South Korea", 2022, 17.0e9, 12.0e9, NAN, NAN, NULL, NULL},
    {"KOR", "South Korea", 2023, 13.0e9, 14.0e9, NAN, NAN, NULL, NULL},
    {"ISR", "Israel", 2022, 12.5e9, NAN, NAN, NAN, NULL, "too_few"},
};

#endif
