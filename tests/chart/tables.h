/** tests/chart/tables.h: tables as the analyses make them, built by hand. */
#ifndef ARMEX_TESTS_CHART_TABLES_H
#define ARMEX_TESTS_CHART_TABLES_H

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "chart/chart.h"

#define PLOTS TESTS "/../plots"

static const struct armex_chart_tools tools = {
    .plots = PLOTS, .painter = PAINTER, .stand_ins = STAND_INS};

/** One row of `show`. */
struct observation {
    const char *entity, *name;
    int year;
    double value;
    const char *status;
};

static inline void add_source(struct armex_table *table)
{
    const struct armex_provenance source = {.dataset = "national-figures",
                                            .vintage = {2026, 11, 23},
                                            .title = "National figures",
                                            .description = "",
                                            .publisher = "armex",
                                            .url = "",
                                            .licence = "CC BY 4.0",
                                            .file = "figures.csv",
                                            .sha256 = "0123456789abcdef",
                                            .retrieved = "",
                                            .version = "0.1.0"};
    assert_int_equal(armex_notes_source(&table->notes, table->arena, &source, NULL), 0);
}

/** A table without rows: of `n` columns the first are texts, the others numbers.
 *  Owner: the test, armex_table_free(). */
static inline struct armex_table *empty_table(const char *analysis,
                                              const char *const *names, size_t n_texts,
                                              size_t n)
{
    struct armex_column columns[32];
    struct armex_table *table;
    assert_true(n <= 32);
    for (size_t c = 0; c < n; c++)
        columns[c] = (struct armex_column){
            names[c], "", "", "", c < n_texts ? ARMEX_COLUMN_TEXT : ARMEX_COLUMN_NUMBER,
            false};
    assert_int_equal(armex_table_create(&table, analysis, columns, n, NULL), 0);
    return table;
}

/** Owner: the test, armex_table_free(). */
static inline struct armex_table *show_of(const struct observation *rows, size_t n,
                                          const char *unit)
{
    static const struct armex_column columns[] = {
        {"entity", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"name", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"year", "", "", "", ARMEX_COLUMN_YEAR, false},
        {"value", "", "", "", ARMEX_COLUMN_AMOUNT, false},
        {"unit", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"measure", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"scope", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"status", "", "", "", ARMEX_COLUMN_TEXT, false}};
    struct armex_table *table;
    assert_int_equal(armex_table_create(&table, "show", columns, 8, NULL), 0);
    for (size_t i = 0; i < n; i++) {
        armex_table_add(table, NULL);
        armex_table_text(table, 0, rows[i].entity, NULL);
        armex_table_text(table, 1, rows[i].name, NULL);
        armex_table_number(table, 2, rows[i].year, NULL);
        armex_table_number(table, 3, rows[i].value, NULL);
        armex_table_text(table, 4, unit, NULL);
        armex_table_text(table, 5, "orders", NULL);
        armex_table_text(table, 6, "national", NULL);
        armex_table_text(table, 7, rows[i].status ? rows[i].status : "final", NULL);
    }
    add_source(table);
    return table;
}

/** One row of `rank`. */
struct place {
    double rank;
    const char *entity, *name;
    int year;
    double value, share, previous_rank, previous_share, change, coverage;
};

static inline struct armex_table *rank_of(const struct place *rows, size_t n,
                                          const char *unit, const char *measure)
{
    static const struct armex_column columns[] = {
        {"rank", "", "", "", ARMEX_COLUMN_NUMBER, false},
        {"entity", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"name", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"value", "", "", "", ARMEX_COLUMN_AMOUNT, false},
        {"unit", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"share", "", "", "", ARMEX_COLUMN_FRACTION, false},
        {"previous_rank", "", "", "", ARMEX_COLUMN_NUMBER, false},
        {"previous_share", "", "", "", ARMEX_COLUMN_FRACTION, false},
        {"change", "", "", "", ARMEX_COLUMN_CHANGE, false},
        {"measure", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"year", "", "", "", ARMEX_COLUMN_YEAR, false},
        {"coverage", "", "", "", ARMEX_COLUMN_COUNT, false}};
    struct armex_table *table;
    assert_int_equal(armex_table_create(&table, "rank", columns, 12, NULL), 0);
    for (size_t i = 0; i < n; i++) {
        const struct place *row = &rows[i];
        armex_table_add(table, NULL);
        armex_table_number(table, 0, row->rank, NULL);
        armex_table_text(table, 1, row->entity, NULL);
        armex_table_text(table, 2, row->name, NULL);
        armex_table_number(table, 3, row->value, NULL);
        armex_table_text(table, 4, unit, NULL);
        armex_table_number(table, 5, row->share, NULL);
        armex_table_number(table, 6, row->previous_rank, NULL);
        armex_table_number(table, 7, row->previous_share, NULL);
        armex_table_number(table, 8, row->change, NULL);
        armex_table_text(table, 9, measure, NULL);
        armex_table_number(table, 10, row->year, NULL);
        armex_table_number(table, 11, row->coverage, NULL);
    }
    add_source(table);
    return table;
}

/** `n` of 2025, up to 40: X00 with n billion dollars, X01 with one less, and so on;
 * each a quarter more than before. Owner: the test, armex_table_free(). */
static inline struct armex_table *crowd_of(int n)
{
    struct place rows[40];
    char codes[40][16];
    for (int i = 0; i < n; i++) {
        snprintf(codes[i], sizeof codes[i], "X%02d", i);
        rows[i] = (struct place){i + 1, codes[i], codes[i], 2025, 1e9 * (n - i),
                                 NAN,   NAN,      NAN,      0.25, 1};
    }
    return rank_of(rows, (size_t)n, "usd", "orders");
}

/** One row of `flows --as pairs`: millions of TIV. */
struct delivery {
    const char *entity, *name, *partner, *partner_name;
    double value, sent, got;
};

static inline struct armex_table *pairs_of(const struct delivery *rows, size_t n)
{
    static const struct armex_column columns[] = {
        {"entity", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"name", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"partner", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"partner_name", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"value", "", "", "", ARMEX_COLUMN_AMOUNT, false},
        {"unit", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"sent", "", "", "", ARMEX_COLUMN_AMOUNT, false},
        {"got", "", "", "", ARMEX_COLUMN_AMOUNT, false},
        {"from", "", "", "", ARMEX_COLUMN_YEAR, false},
        {"to", "", "", "", ARMEX_COLUMN_YEAR, false},
        {"measure", "", "", "", ARMEX_COLUMN_TEXT, false}};
    struct armex_table *table;
    assert_int_equal(armex_table_create(&table, "flows", columns, 11, NULL), 0);
    for (size_t i = 0; i < n; i++) {
        armex_table_add(table, NULL);
        armex_table_text(table, 0, rows[i].entity, NULL);
        armex_table_text(table, 1, rows[i].name, NULL);
        armex_table_text(table, 2, rows[i].partner, NULL);
        armex_table_text(table, 3, rows[i].partner_name, NULL);
        armex_table_number(table, 4, rows[i].value * 1e6, NULL);
        armex_table_text(table, 5, "tiv", NULL);
        armex_table_number(table, 6, rows[i].sent * 1e6, NULL);
        armex_table_number(table, 7, rows[i].got * 1e6, NULL);
        armex_table_number(table, 8, 2020, NULL);
        armex_table_number(table, 9, 2024, NULL);
        armex_table_text(table, 10, "deliveries-tiv", NULL);
    }
    add_source(table);
    return table;
}

static inline struct armex_chart chart_of(const char *kind,
                                          const struct armex_table *table)
{
    return (struct armex_chart){.kind = armex_chart_kind_find(kind),
                                .table = table,
                                .command = "armex plot",
                                .format = ARMEX_SVG};
}

/** Whether a chart cannot be drawn, for that reason. */
static inline void expect_refusal(const struct armex_chart *chart, armex_status status,
                                  const char *message)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    struct armex_error error = {0};
    assert_int_equal(armex_chart_words(&words, arena, chart, &error), status);
    assert_string_equal(error.message, message);
    armex_arena_free(arena);
}

/** Whether gnuplot is on the PATH; a test that draws is skipped without it. */
static inline bool can_draw(void)
{
    return system("command -v gnuplot >/dev/null 2>&1") == 0;
}

#define NEEDS_GNUPLOT()                                                                \
    do {                                                                               \
        if (!can_draw()) {                                                             \
            print_message("skipped: gnuplot is not installed\n");                      \
            skip();                                                                    \
        }                                                                              \
    } while (0)

/** A script of the shell in the place of gnuplot or armex-paint. */
static inline void write_program(const char *path, const char *script)
{
    assert_int_equal(armex_file_write(path, script, strlen(script), NULL), 0);
    assert_int_equal(chmod(path, 0755), 0);
}

/** Whether armex-paint is built, which paints png. */
#define NEEDS_PAINTER()                                                                \
    do {                                                                               \
        NEEDS_GNUPLOT();                                                               \
        if (access(PAINTER, X_OK)) {                                                   \
            print_message("skipped: armex-paint is not built\n");                      \
            skip();                                                                    \
        }                                                                              \
    } while (0)

/** South Korea's contracts as published by 2026, US dollars. */
static const struct observation korea[] = {
    {"KOR", "South Korea", 2020, 3.0e9, "final"},
    {"KOR", "South Korea", 2021, 7.25e9, "final"},
    {"KOR", "South Korea", 2022, 17.3e9, "final"},
    {"KOR", "South Korea", 2023, 13.0e9, "final"},
    {"KOR", "South Korea", 2024, 9.6e9, "final"},
    {"KOR", "South Korea", 2025, 15.0e9, "preliminary"},
};

/** Deliveries of a made-up register; somebody not listed supplied the rest. */
static const struct delivery deliveries[] = {
    {"USA", "United States", "SAU", "Saudi Arabia", 740, 2000, 1000},
    {"USA", "United States", "IND", "India", 260, 2000, 800},
    {"USA", "United States", "POL", "Poland", 100, 2000, 500},
    {"FRA", "France", "IND", "India", 200, 600, 800},
    {"FRA", "France", "SAU", "Saudi Arabia", 60, 600, 1000},
    {"RUS", "Russia", "IND", "India", 280, 300, 800},
    {"KOR", "South Korea", "POL", "Poland", 310, 400, 500},
    {"KOR", "South Korea", "IND", "India", 3, 400, 800},
};

#endif
