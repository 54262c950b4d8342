/** tests/analysis/test_revisions.c: the figures that stood, one after the other. */
#include "analysis/revisions.h"
#include "check.h"

#include <string.h>

/* South Korea's orders as they were published (USD million, datasets/national-figures):
 * of 2023 four figures stood, of 2024 two, of 2022 one, and of 2025 only a target. */
static const struct {
    const char *published;
    double million;
    short year;
    armex_mark status;
    enum armex_flag flag;
} rows[] = {
    {"2023-12-20", 17300, 2022, ARMEX_FINAL, ARMEX_UNFLAGGED},
    {"2026-01-14", 17300, 2022, ARMEX_FINAL, ARMEX_UNFLAGGED},
    {"2023-12-20", 13000, 2023, ARMEX_PRELIMINARY, ARMEX_UNFLAGGED},
    {"2023-12", 14000, 2023, ARMEX_PRELIMINARY, ARMEX_UNFLAGGED}, // its last day
    {"2025-01-02", 13500, 2023, ARMEX_FINAL, ARMEX_UNFLAGGED},
    {"2026-01-01", 14000, 2023, ARMEX_FINAL, ARMEX_SUPERSEDED},
    {"2026-01-14", 13000, 2023, ARMEX_FINAL, ARMEX_UNFLAGGED},
    {"2023-12", 20000, 2024, ARMEX_TARGET, ARMEX_UNFLAGGED},
    {"2025-01-02", 9500, 2024, ARMEX_PRELIMINARY, ARMEX_UNFLAGGED},
    {"2026-01-14", 9600, 2024, ARMEX_FINAL, ARMEX_UNFLAGGED},
    {"2025-01-25", 23000, 2025, ARMEX_TARGET, ARMEX_UNFLAGGED},
};
enum { ROWS = sizeof rows / sizeof *rows, FIRST_YEAR = 2022, YEARS = 4 };

static void add_publications(struct armex_vintage *vintage)
{
    assert_int_equal(armex_publications_create(&vintage->publications, ROWS, 1, NULL),
                     ARMEX_OK);
    struct armex_publications *all = vintage->publications;
    all->citations[0] =
        (struct armex_citation){"DAPA", "Orders", "https://example.org"};
    for (size_t i = 0; i < ROWS; i++) {
        all->items[i] = (struct armex_publication){
            .value = rows[i].status == ARMEX_TARGET ? NAN : rows[i].million * 1e6,
            .note = "",
            .year = rows[i].year,
            .status = rows[i].status,
            .flag = (uint8_t)rows[i].flag,
            .digits = 3};
        assert_true(armex_date_parse(&all->items[i].published, rows[i].published,
                                     strlen(rows[i].published)));
    }
    armex_publications_sort(all);
    armex_publications_choose(all, vintage->panel, 0);
}

static struct armex_vintage *korea(void)
{
    const struct armex_provenance provenance = {
        "orders", {2026, 1, 14}, "Orders", "", "DAPA", "",
        "",       "orders.csv",  "",       "", ""};
    struct armex_vintage *vintage = NULL;

    assert_int_equal(armex_vintage_create(&vintage, &provenance, NULL), ARMEX_OK);
    assert_int_equal(armex_panel_create(&vintage->panel, 1, FIRST_YEAR, YEARS, NULL),
                     ARMEX_OK);
    struct armex_series *series = &vintage->panel->series[0];
    *series = (struct armex_series){.entity = "KOR",
                                    .name = "South Korea",
                                    .scope = "national",
                                    .measure = ARMEX_ORDERS,
                                    .period = {1, 1},
                                    .headline = true};
    assert_true(armex_unit_parse(&series->unit, "usd", 3));
    add_publications(vintage);
    return vintage;
}

static struct armex_table *revisions(const struct armex_vintage *vintage, int as_of,
                                     bool changed_only)
{
    const struct armex_selection selection = {.any_measure = true, .as_of = as_of};
    const struct armex_revisions_options options = {changed_only};
    struct armex_table *table = NULL;
    struct armex_error error = {0};

    if (armex_revisions(&table, vintage, &selection, &options, &error) != ARMEX_OK)
        fail_msg("%s", error.message);
    return table;
}

static double number(const struct armex_table *table, size_t row, const char *column)
{
    return armex_table_get_number(table, row, armex_table_column(table, column));
}

static const char *text(const struct armex_table *table, size_t row, const char *column)
{
    return armex_table_get_text(table, row, armex_table_column(table, column));
}

static void each_figure_stands_until_the_next_decides(void **state)
{
    (void)state;
    struct armex_vintage *vintage = korea();
    struct armex_table *table = revisions(vintage, 0, false);

    assert_int_equal(table->n_rows, 3); // of 2025 no figure ever stood
    assert_close(number(table, 1, "year"), 2023, 0);
    assert_close(number(table, 1, "first"), 13000e6, 0);
    assert_string_equal(text(table, 1, "first_published"), "2023-12-20");
    assert_close(number(table, 1, "previous"), 13500e6, 0); // not the superseded 14000
    assert_string_equal(text(table, 1, "previous_published"), "2025-01-02");
    assert_close(number(table, 1, "value"), 13000e6, 0);
    assert_string_equal(text(table, 1, "published"), "2026-01-14");
    assert_close(number(table, 1, "change"), 13.0 / 13.5 - 1.0, 1e-15);
    assert_close(number(table, 1, "total_change"), 0.0, 0);
    assert_close(number(table, 1, "figures"), 4, 0); // 13, 14, 13.5, 13
    assert_close(number(table, 1, "publications"), 5, 0);
    armex_table_free(table);
    armex_vintage_free(vintage);
}

static void a_figure_that_never_changed_has_none_before_it(void **state)
{
    (void)state;
    struct armex_vintage *vintage = korea();
    struct armex_table *table = revisions(vintage, 0, false);

    assert_close(number(table, 0, "value"), 17300e6, 0);
    assert_string_equal(text(table, 0, "published"), "2023-12-20"); // since then
    assert_missing(number(table, 0, "previous"));
    assert_missing(number(table, 0, "change"));
    assert_missing(number(table, 0, "total_change"));
    assert_string_equal(text(table, 0, "previous_published"), "");
    armex_table_free(table);
    table = revisions(vintage, 0, true);
    assert_int_equal(table->n_rows, 2);
    assert_close(number(table, 0, "year"), 2023, 0);
    assert_close(number(table, 1, "year"), 2024, 0);
    armex_table_free(table);
    armex_vintage_free(vintage);
}

static void a_day_in_the_past_knows_only_what_was_published(void **state)
{
    (void)state;
    struct armex_vintage *vintage = korea();
    struct armex_table *table = revisions(vintage, 20250201, true);

    assert_int_equal(table->n_rows, 1);
    assert_close(number(table, 0, "value"), 13500e6, 0);
    assert_close(number(table, 0, "previous"), 14000e6, 0);
    assert_close(number(table, 0, "change"), 13.5 / 14.0 - 1.0, 1e-15);
    assert_close(number(table, 0, "publications"), 3, 0);
    armex_table_free(table);
    armex_vintage_free(vintage);
}

static void without_publications_there_is_nothing_to_compare(void **state)
{
    (void)state;
    const struct armex_selection selection = {.any_measure = true};
    const struct armex_revisions_options options = {false};
    struct armex_vintage *vintage = korea();
    struct armex_table *table = NULL;
    struct armex_error error = {0};

    armex_publications_free(vintage->publications);
    vintage->publications = NULL;
    assert_int_equal(armex_revisions(&table, vintage, &selection, &options, &error),
                     ARMEX_BAD_INPUT);
    assert_null(table);
    assert_string_equal(error.message,
                        "orders keeps one figure an observation, not every "
                        "publication: there are no revisions to show");
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_figure_stands_until_the_next_decides),
        cmocka_unit_test(a_figure_that_never_changed_has_none_before_it),
        cmocka_unit_test(a_day_in_the_past_knows_only_what_was_published),
        cmocka_unit_test(without_publications_there_is_nothing_to_compare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
