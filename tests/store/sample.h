/** tests/store/sample.h: small vintages made by hand, one of each kind, and a way to
 *  tell that two are alike. */
#ifndef ARMEX_TESTS_STORE_SAMPLE_H
#define ARMEX_TESTS_STORE_SAMPLE_H

#include "check.h"

#include <string.h>

#include "model/vintage.h"

static inline struct armex_vintage *empty_vintage(const char *dataset)
{
    const struct armex_provenance provenance = {
        .dataset = dataset,
        .vintage = {2026, 3, 9},
        .title = "Exports of Türkiye and others",
        .description = "Two states, three years.",
        .publisher = "Savunma Sanayii",
        .url = "https://example.org/exports",
        .licence = "CC-BY-4.0",
        .file = "exports.csv",
        .sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        .retrieved = "2026-03-10",
        .version = "0.1.0"};
    struct armex_vintage *vintage = NULL;

    assert_int_equal(armex_vintage_create(&vintage, &provenance, NULL), ARMEX_OK);
    return vintage;
}

static inline struct armex_series series_of(const char *entity, const char *name,
                                            const char *unit)
{
    struct armex_series series = {entity,           name,          "national", {0},
                                  ARMEX_DELIVERIES, ARMEX_EXPORTS, {1, 1},     true};

    assert_true(armex_unit_parse(&series.unit, unit, strlen(unit)));
    return series;
}

/** Türkiye, South Korea and the Soviet Union, 2021 to 2023; one value in thirds, one
 *  negative zero apart, every kind of gap. Units differ where `mixed`. */
static inline struct armex_vintage *panel_vintage(bool mixed)
{
    static const double values[9] = {1e9 / 3, 0.0,      NAN, 3.2e9, -0.0,
                                     NAN,     5.5e-300, NAN, 1e300};
    static const armex_mark marks[9] = {ARMEX_FINAL,
                                        ARMEX_NIL,
                                        ARMEX_NO_STATE,
                                        ARMEX_PRELIMINARY | ARMEX_UNIT_BREAK,
                                        ARMEX_BELOW,
                                        ARMEX_WITHHELD,
                                        ARMEX_ESTIMATE | ARMEX_WEAK,
                                        ARMEX_TARGET,
                                        ARMEX_FINAL | ARMEX_ENTITY_BREAK};
    struct armex_vintage *vintage = empty_vintage("sample");

    assert_int_equal(armex_panel_create(&vintage->panel, 3, 2021, 3, NULL), ARMEX_OK);
    vintage->panel->series[0] = series_of("KOR", "대한민국", "usd");
    vintage->panel->series[1] =
        series_of("SUHH", "Soviet Union", mixed ? "tiv" : "usd");
    vintage->panel->series[2] =
        series_of("TUR", "Türkiye", mixed ? "index-1982-84" : "usd");
    if (mixed) {
        vintage->panel->series[2].period = (struct armex_period){10, 5};
        vintage->panel->series[2].flow = ARMEX_IMPORTS;
        vintage->panel->series[2].scope = "";
        vintage->panel->series[2].headline = false;
    }
    memcpy(vintage->panel->values, values, sizeof values);
    memcpy(vintage->panel->marks, marks, sizeof marks);
    assert_int_equal(armex_notes_add(&vintage->panel->notes, vintage->panel->arena,
                                     NULL, "100%% of what is known"),
                     ARMEX_OK);
    return vintage;
}

/** The same with three publications, two citations, dates known to day, month, year. */
static inline struct armex_vintage *published_vintage(void)
{
    struct armex_vintage *vintage = panel_vintage(true);
    struct armex_publications *made = NULL;

    assert_int_equal(armex_publications_create(&made, 3, 2, NULL), ARMEX_OK);
    made->citations[0] =
        (struct armex_citation){"DAPA", "방산수출", "https://example.org/1"};
    made->citations[1] = (struct armex_citation){"Yonhap", "", ""};
    made->items[0] = (struct armex_publication){
        3e9, 0, 1, "about", 2022, {2022, 12, 0}, ARMEX_ESTIMATE, ARMEX_ROUNDED, 1};
    made->items[1] = (struct armex_publication){
        3.2e9, 0, 0, "", 2022, {2023, 1, 31}, ARMEX_PRELIMINARY, ARMEX_UNFLAGGED, 2};
    made->items[2] = (struct armex_publication){
        NAN, 2, 1, "a goal", 2023, {2021, 0, 0}, ARMEX_TARGET, ARMEX_MISDATED, 0};
    vintage->publications = made;
    return vintage;
}

/** Two claims as records: a text, a year, a number that is missing once. */
static inline struct armex_vintage *record_vintage(void)
{
    static const struct armex_column columns[] = {
        {"claim", "Claim", "", "what was said", ARMEX_COLUMN_TEXT, false},
        {"year", "Year", "year", "the year meant", ARMEX_COLUMN_YEAR, false},
        {"figure", "Figure", "usd", "as claimed", ARMEX_COLUMN_AMOUNT, true}};
    struct armex_vintage *vintage = empty_vintage("claims");
    struct armex_table *table = NULL;

    assert_int_equal(armex_table_create(&table, "claims", columns, 3, NULL), ARMEX_OK);
    table->title = "Claims of the press";
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_int_equal(armex_table_text(table, 0, "„dreimal so viel“", NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 1, 2022, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 2, 17.3e9, NULL), ARMEX_OK);
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 1, 2023, NULL), ARMEX_OK);
    vintage->records = table;
    return vintage;
}

/** `n_series` by `n_years` of made-up figures, one in seven missing. */
static inline struct armex_vintage *large_vintage(size_t n_series, size_t n_years)
{
    struct armex_vintage *vintage = empty_vintage("large");
    struct armex_panel *panel = NULL;

    assert_int_equal(armex_panel_create(&panel, n_series, 1950, n_years, NULL),
                     ARMEX_OK);
    for (size_t s = 0; s < n_series; s++) {
        panel->series[s] = series_of("", "", "usd");
        panel->series[s].entity = armex_arena_printf(panel->arena, "s-%05zu", s);
        panel->series[s].name = armex_arena_printf(panel->arena, "Series %zu", s);
    }
    for (size_t i = 0; i < n_series * n_years; i++)
        if (i % 7) {
            panel->values[i] = (double)(i * 2654435761u % 1000003) / 7;
            panel->marks[i] = ARMEX_FINAL;
        }
    vintage->panel = panel;
    return vintage;
}

static inline void assert_same_series(const struct armex_series *a,
                                      const struct armex_series *b)
{
    assert_string_equal(a->entity, b->entity);
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->scope, b->scope);
    assert_true(armex_unit_equal(a->unit, b->unit));
    assert_int_equal(a->measure, b->measure);
    assert_int_equal(a->flow, b->flow);
    assert_int_equal(a->period.first_month, b->period.first_month);
    assert_int_equal(a->period.years, b->period.years);
    assert_int_equal(a->headline, b->headline);
}

static inline void assert_same_panel(const struct armex_panel *a,
                                     const struct armex_panel *b)
{
    assert_int_equal(a->n_series, b->n_series);
    assert_int_equal(a->n_years, b->n_years);
    assert_int_equal(a->first_year, b->first_year);
    for (size_t s = 0; s < a->n_series; s++)
        assert_same_series(&a->series[s], &b->series[s]);
    assert_memory_equal(a->values, b->values, a->n_series * a->n_years * 8);
    assert_memory_equal(a->marks, b->marks, a->n_series * a->n_years);
    assert_int_equal(a->notes.n_notes, b->notes.n_notes);
    for (size_t i = 0; i < a->notes.n_notes; i++)
        assert_string_equal(a->notes.notes[i], b->notes.notes[i]);
}

#endif
