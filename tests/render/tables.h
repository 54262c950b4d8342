/** tests/render/tables.h: the tables that every format is shown with. */
#ifndef ARMEX_TESTS_RENDER_TABLES_H
#define ARMEX_TESTS_RENDER_TABLES_H

#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "render/render.h"

static const struct armex_render_options all_options = {0, "armex rank", "1.0"};

/** `table` in `format`, with `options`. Owner: the caller, free(). */
static inline char *rendered_with(const struct armex_table *table,
                                  enum armex_format format,
                                  const struct armex_render_options *options)
{
    struct armex_text out = {0};
    assert_int_equal(armex_render(&out, table, format, options, NULL), ARMEX_OK);
    assert_true(armex_utf8_valid(out.data, out.length));
    return out.data;
}

#define assert_renders_with(table, format, options, expected)                          \
    do {                                                                               \
        char *actual_ = rendered_with(table, format, options);                         \
        assert_string_equal(actual_, expected);                                        \
        free(actual_);                                                                 \
    } while (0)

#define assert_renders(table, format, expected)                                        \
    assert_renders_with(table, format, &all_options, expected)

/** A table of `columns`, without rows. Owner: the caller. */
static inline struct armex_table *table_of(const struct armex_column *columns, size_t n)
{
    struct armex_table *table = NULL;
    assert_int_equal(armex_table_create(&table, "test", columns, n, NULL), ARMEX_OK);
    return table;
}

/** A row of a ranking. */
static inline void add_exporter(struct armex_table *table, double rank,
                                const char *code, const char *name, double value,
                                const char *unit, double share, double change)
{
    const double numbers[] = {rank, NAN, NAN, value, NAN, share, change, 2023};
    const char *texts[] = {NULL, code, name, NULL, unit, NULL, NULL, NULL};

    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(texts[i] ? armex_table_text(table, i, texts[i], NULL)
                                  : armex_table_number(table, i, numbers[i], NULL),
                         ARMEX_OK);
}

static inline struct armex_table *empty_ranking(void)
{
    static const struct armex_column columns[] = {
        {"rank", "Rank", "", "1 is the largest", ARMEX_COLUMN_COUNT, false},
        {"entity", "Code", "", "ISO 3166 code", ARMEX_COLUMN_TEXT, true},
        {"name", "Name", "", "of the entity", ARMEX_COLUMN_TEXT, false},
        {"value", "Value", "", "in the unit of the row", ARMEX_COLUMN_AMOUNT, false},
        {"unit", "Unit", "", "of the value", ARMEX_COLUMN_TEXT, false},
        {"share", "Share", "fraction", "of all", ARMEX_COLUMN_FRACTION, false},
        {"change", "Change", "fraction", "of the value", ARMEX_COLUMN_CHANGE, false},
        {"year", "Year", "year", "ranked for", ARMEX_COLUMN_YEAR, false},
    };
    return table_of(columns, sizeof columns / sizeof *columns);
}

/** Three exporters of one unit, a missing figure, a note and a source. */
static inline struct armex_table *ranking(void)
{
    static const struct armex_provenance source = {.dataset = "national-figures",
                                                   .vintage = {2026, 2, 12},
                                                   .title = "National figures",
                                                   .description = "",
                                                   .publisher = "armex",
                                                   .url = "https://example.org/a_b",
                                                   .licence = "CC-BY-4.0",
                                                   .file = "f.csv",
                                                   .sha256 = "00ff",
                                                   .retrieved = "",
                                                   .version = "1.0"};
    struct armex_table *table = empty_ranking();

    table->title = "Largest exporters, 2023";
    add_exporter(table, 1, "USA", "United States", 80.94e9, "usd", 0.7525, 0.555);
    add_exporter(table, 2, "TUR", "Türkiye", 5.5e9, "usd", 0.0725, -0.0333);
    add_exporter(table, 3, "KOR", "South Korea", NAN, "usd", NAN, NAN);
    assert_int_equal(armex_notes_source(&table->notes, table->arena, &source, NULL),
                     ARMEX_OK);
    assert_int_equal(armex_notes_add(&table->notes, table->arena, NULL, "%s",
                                     "licences & orders are not 100 % deliveries"),
                     ARMEX_OK);
    return table;
}

/** One name of text, as hostile as it comes, in a table of its own. */
static inline struct armex_table *table_with_name(const char *name)
{
    static const struct armex_column columns[] = {
        {"name", "Name", "", "of the entity", ARMEX_COLUMN_TEXT, false},
        {"n", "N", "", "a number", ARMEX_COLUMN_COUNT, false},
    };
    struct armex_table *table = table_of(columns, 2);
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_int_equal(armex_table_text(table, 0, name, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 1, -1, NULL), ARMEX_OK);
    return table;
}

#endif
