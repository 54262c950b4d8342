/** tests/chart/counts.h: tables of two counts of one thing, built by hand. */
#ifndef ARMEX_TESTS_CHART_COUNTS_H
#define ARMEX_TESTS_CHART_COUNTS_H

#include "tables.h"

/** One row of `compare --by figure`. */
struct shared {
    const char *entity, *name;
    int year;
    double a, b;
    const char *status; /**< of the other, and "nil" of both; NULL: final */
};

/** What the two counts are. */
struct counted {
    const char *dataset_a, *measure_a, *unit_a;
    int years_a;
    const char *dataset_b, *measure_b, *unit_b;
    int years_b;
    const char *unlike;    /**< NULL: they have a ratio */
    const char *vintage_a; /**< NULL: that of the other */
};

static const struct counted alike = {"sipri-tiv",
                                     "deliveries-tiv",
                                     "tiv",
                                     1,
                                     "sipri-register",
                                     "deliveries-tiv",
                                     "tiv",
                                     1,
                                     NULL,
                                     NULL};

static const struct counted volume_and_value = {
    "national-figures",
    "deliveries",
    "usd",
    1,
    "sipri-tiv",
    "deliveries-tiv",
    "tiv",
    5,
    "TIV measures military capability moved, not price",
    NULL};

static inline const char *first_status(const struct shared *row)
{
    return row->status && !strcmp(row->status, "nil") ? "nil" : "final";
}

static inline void add_counts(struct armex_table *table, const struct shared *rows,
                              size_t n, const struct counted *what)
{
    for (size_t i = 0; i < n; i++) {
        const char *const texts[] = {
            rows[i].entity,  rows[i].name,
            what->dataset_a, what->measure_a,
            what->unit_a,    what->vintage_a ? what->vintage_a : "2026-11-23",
            "national",      first_status(&rows[i]),
            what->dataset_b, what->measure_b,
            what->unit_b,    "2026-11-23",
            "national",      rows[i].status,
            "exports",       what->unlike};
        const double numbers[] = {rows[i].year, rows[i].a, rows[i].b, what->years_a,
                                  what->years_b};
        assert_int_equal(armex_table_add(table, NULL), 0);
        for (size_t c = 0; c < 16; c++)
            armex_table_text(table, c,
                             texts[c]  ? texts[c]
                             : c == 13 ? "final"
                                       : "",
                             NULL);
        for (size_t c = 0; c < 5; c++)
            armex_table_number(table, 16 + c, numbers[c], NULL);
    }
}

/** Owner: the test, armex_table_free(). */
static inline struct armex_table *counts_of(const struct shared *rows, size_t n,
                                            const struct counted *what)
{
    static const char *const names[] = {
        "entity",  "name",     "dataset_a", "measure_a", "unit_a", "vintage_a",
        "scope_a", "status_a", "dataset_b", "measure_b", "unit_b", "vintage_b",
        "scope_b", "status_b", "flow",      "unlike",    "year",   "value_a",
        "value_b", "years_a",  "years_b"};
    struct armex_table *table = empty_table("compare", names, 16, 21);
    add_counts(table, rows, n, what);
    add_source(table);
    return table;
}

/** Two editions' volumes of one year, made up: the second mostly greater. */
static const struct shared volumes[] = {
    {"USA", "United States", 2024, 9800e6, 10400e6, NULL},
    {"FRA", "France", 2024, 2100e6, 2300e6, NULL},
    {"RUS", "Russia", 2024, 1340e6, 1300e6, NULL},
    {"DEU", "Germany", 2024, 1250e6, 1700e6, NULL},
    {"KOR", "South Korea", 2024, 870e6, 960e6, "preliminary"},
    {"ISR", "Israel", 2024, 650e6, 640e6, NULL},
    {"ESP", "Spain", 2024, 420e6, 210e6, NULL},
    {"SWE", "Sweden", 2024, 150e6, 155e6, NULL},
};

#endif
