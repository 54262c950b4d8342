/** tests/chart/courses.h: tables of figures and their trend, built by hand. */
#ifndef ARMEX_TESTS_CHART_COURSES_H
#define ARMEX_TESTS_CHART_COURSES_H

#include "counts.h"

/** One row of a trend: a year to come, or a break. */
struct course {
    int year;
    double forecast, lower_80, upper_80, lower, upper;
    double number; /**< of a break */
    const char *reason;
};

/** Figures of one entity, and what a trend fitted by `fit` says of it. Owner: the test,
 *  armex_table_free(). */
static inline struct armex_table *course_of(const struct observation *rows, size_t n,
                                            const struct course *courses, size_t m,
                                            const char *fit)
{
    static const char *const names[] = {
        "entity", "name",  "unit",        "measure",  "scope",    "status",   "reason",
        "fit",    "year",  "value",       "forecast", "lower_80", "upper_80", "lower",
        "upper",  "error", "naive_error", "origins",  "number"};
    struct armex_table *table = empty_table("figures_and_trend", names, 8, 19);
    for (size_t i = 0; i < n + m; i++) {
        const struct course *course = i < n ? NULL : &courses[i - n];
        const char *status = rows[i < n ? i : 0].status;
        armex_table_add(table, NULL);
        armex_table_text(table, 0, rows[i < n ? i : 0].entity, NULL);
        armex_table_text(table, 1, rows[i < n ? i : 0].name, NULL);
        armex_table_text(table, 2, "usd", NULL);
        armex_table_text(table, 3, "orders", NULL);
        armex_table_text(table, 4, "national", NULL);
        armex_table_text(table, 5, course ? "" : status ? status : "final", NULL);
        armex_table_text(table, 6, course && course->reason ? course->reason : "",
                         NULL);
        armex_table_text(table, 7, course ? fit : "", NULL);
        armex_table_number(table, 8, course ? course->year : rows[i].year, NULL);
        armex_table_number(table, 9, course ? (double)NAN : rows[i].value, NULL);
        if (!course)
            continue;
        armex_table_number(table, 10, course->forecast, NULL);
        armex_table_number(table, 11, course->lower_80, NULL);
        armex_table_number(table, 12, course->upper_80, NULL);
        armex_table_number(table, 13, course->lower, NULL);
        armex_table_number(table, 14, course->upper, NULL);
        armex_table_number(table, 15, 1.5e9, NULL);
        armex_table_number(table, 16, 1.25e9, NULL);
        armex_table_number(table, 17, 4, NULL);
        armex_table_number(table, 18, course->number, NULL);
    }
    add_source(table);
    return table;
}

/** Two years beyond `korea`; the second one's upper bound is beyond a double. */
static const struct course to_come[] = {
    {2026, 14e9, 9e9, 21e9, 7e9, 27e9, NAN, NULL},
    {2027, 14e9, 8e9, 24e9, 5e9, NAN, NAN, NULL},
};

/** A break between 2021 and 2022. */
static const struct course one_break[] = {
    {2022, NAN, NAN, NAN, 2021, 2023, 1, NULL},
};

/** A year of `share`. */
struct share_year {
    int year;
    double hhi, cr4, effective, entities;
};

/** Owner: the test, armex_table_free(). */
static inline struct armex_table *shares_of(const struct share_year *rows, size_t n)
{
    static const char *const names[] = {"year", "hhi", "cr4", "effective_number",
                                        "entities"};
    struct armex_table *table = empty_table("share", names, 0, 5);
    for (size_t i = 0; i < n; i++) {
        armex_table_add(table, NULL);
        armex_table_number(table, 0, rows[i].year, NULL);
        armex_table_number(table, 1, rows[i].hhi, NULL);
        armex_table_number(table, 2, rows[i].cr4, NULL);
        armex_table_number(table, 3, rows[i].effective, NULL);
        armex_table_number(table, 4, rows[i].entities, NULL);
    }
    add_source(table);
    return table;
}

/** From a half each to a quarter each, four exporters; 2021 has no figures. */
static const struct share_year spread[] = {
    {2020, 0.5, 1.0, 2.0, 4}, {2022, 0.4, 1.0, 2.5, 4}, {2023, 0.25, 1.0, 4.0, 4}};

/** The table that a kind draws: of its own, else one of those given. */
static inline struct armex_table *own_table(const struct armex_chart_kind *kind)
{
    if (!strcmp(kind->name, "fan"))
        return course_of(korea, 6, to_come, 2, "forecast");
    if (!strcmp(kind->name, "breaks"))
        return course_of(korea, 6, one_break, 1, "steps");
    if (!strcmp(kind->name, "concentration"))
        return shares_of(spread, 3);
    if (!strcmp(kind->analysis, "flows"))
        return pairs_of(deliveries, 8);
    if (!strcmp(kind->name, "scatter"))
        return counts_of(volumes, 8, &volume_and_value);
    if (!strcmp(kind->name, "agreement"))
        return counts_of(volumes, 8, &alike);
    return NULL;
}

#endif
