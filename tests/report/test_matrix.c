/** tests/report/test_matrix.c: long figures of series and years, seen as a matrix. */
#include "check.h"
#include "report/columns.h"
#include "report/matrix.h"
#include "report/page.h"
#include "report/page_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ENTITY, NAME, YEAR, VALUE, UNIT, STATUS, YEARS, COLUMNS };

static const struct armex_column columns[COLUMNS] = {
    {"entity", "Entity", "", "", ARMEX_COLUMN_TEXT, true},
    {"name", "Name", "", "", ARMEX_COLUMN_TEXT, false},
    {"year", "Year", "year", "", ARMEX_COLUMN_YEAR, false},
    {"value", "Value", "", "", ARMEX_COLUMN_AMOUNT, false},
    {"unit", "Unit", "", "", ARMEX_COLUMN_TEXT, false},
    {"status", "Status", "", "", ARMEX_COLUMN_TEXT, false},
    {"years", "Years", "", "", ARMEX_COLUMN_COUNT, true},
};

struct figure {
    const char *name;
    int year;
    double value;
    const char *unit, *status;
};

/* A chart of that kind with that table; what was found and what the page says. */
struct shown {
    struct armex_item item;
    struct armex_exhibit exhibit;
    struct armex_table *table;
    struct armex_view view;
    struct armex_text same;
    struct armex_matrix matrix;
};

/* What a page says of it, anew. */
static void prepare(struct shown *shown)
{
    struct armex_contents contents = {.exhibits = &shown->exhibit, .n_exhibits = 1};

    armex_text_free(&shown->exhibit.rows);
    armex_text_free(&shown->exhibit.link);
    assert_int_equal(armex_page_prepare(&contents, NULL), 0);
}

static void show(struct shown *shown, const char *kind, const char *ranked,
                 const struct figure *figures, size_t n, int years)
{
    struct armex_column own[COLUMNS];

    *shown = (struct shown){.item = {.kind = ARMEX_CHART, .value = kind, .id = "one"}};
    memcpy(own, columns, sizeof own);
    if (ranked) {
        own[VALUE].name = ranked;
        own[VALUE].type = ARMEX_COLUMN_COUNT;
    }
    assert_int_equal(armex_table_create(&shown->table, "show", own, COLUMNS, NULL), 0);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(armex_table_add(shown->table, NULL), 0);
        armex_table_text(shown->table, ENTITY, figures[i].name, NULL);
        armex_table_text(shown->table, NAME, figures[i].name, NULL);
        armex_table_number(shown->table, YEAR, figures[i].year, NULL);
        armex_table_number(shown->table, VALUE, figures[i].value, NULL);
        armex_table_text(shown->table, UNIT, figures[i].unit, NULL);
        armex_table_text(shown->table, STATUS, figures[i].status, NULL);
        armex_table_number(shown->table, YEARS, years, NULL);
    }
    shown->exhibit =
        (struct armex_exhibit){.item = &shown->item, .table = shown->table};
    assert_int_equal(
        armex_columns_choose(&shown->view, &shown->same, &shown->exhibit, NULL), 0);
    assert_int_equal(
        armex_matrix_find(&shown->matrix, &shown->view, &shown->exhibit, NULL), 0);
    prepare(shown);
}

static void end(struct shown *shown)
{
    armex_view_end(&shown->view);
    armex_text_free(&shown->same);
    armex_text_free(&shown->exhibit.rows);
    armex_text_free(&shown->exhibit.link);
    armex_table_free(shown->table);
}

static void assert_says(const struct shown *shown, const char *words)
{
    if (!strstr(shown->exhibit.rows.data, words))
        fail_msg("not there: %s\nin: %s", words, shown->exhibit.rows.data);
}

#define N(figures) (sizeof(figures) / sizeof *(figures))

static const struct figure firm[] = {
    {"Andorra", 2020, 1.5e6, "usd", "final"}, {"Andorra", 2021, 2e6, "usd", "final"},
    {"Andorra", 2022, 4e6, "usd", "final"},   {"Brazil", 2020, 12345e6, "usd", "final"},
    {"Brazil", 2022, 7e6, "usd", "final"},
};

static void years_stand_down_and_series_across(void **state)
{
    (void)state;
    struct shown shown;

    show(&shown, "line", NULL, firm, N(firm), 1);
    assert_int_equal(shown.matrix.n_series, 2);
    assert_int_equal(shown.matrix.n_years, 3);
    assert_false(shown.matrix.series_down);
    assert_int_equal(armex_matrix_at(&shown.matrix, 2, 1), 4);
    assert_int_equal(armex_matrix_at(&shown.matrix, 1, 1), N(firm)); // no row at all
    assert_says(&shown, "<caption>Value, USD million, final<span");
    assert_says(&shown, "<thead><tr><th scope=\"col\">Year</th>"
                        "<th scope=\"col\" class=\"n\">Andorra</th>"
                        "<th scope=\"col\" class=\"n\">Brazil</th></tr></thead>");
    assert_says(&shown,
                "<tr><th scope=\"row\">2020</th><td>1.5</td><td>12,345.0</td></tr>\n"
                "<tr><th scope=\"row\">2021</th><td>2.0</td><td></td></tr>\n"
                "<tr><th scope=\"row\">2022</th><td>4.0</td><td>7.0</td></tr>\n");
    end(&shown);
}

static void a_rounded_figure_keeps_what_it_sorts_by(void **state)
{
    (void)state;
    static const struct figure figures[] = {
        {"A", 2020, 1.26e6, "usd", "final"},
        {"A", 2021, 1.3e6, "usd", "final"},
        {"B", 2020, -1234.5e6, "usd", "final"},
        {"B", 2021, 1.0, "usd", "final"},
    };
    struct shown shown;

    show(&shown, "line", NULL, figures, N(figures), 1);
    assert_says(&shown, "<td data-v=\"1.26\">1.3</td>");
    assert_says(&shown, "<td>1.3</td>");
    assert_says(&shown, "<td>\u22121,234.5</td>");
    assert_says(&shown, "<td data-v=\"1e-6\">&lt;0.1</td>");
    end(&shown);
}

static void statuses_are_letters_and_the_usual_one_is_told_once(void **state)
{
    (void)state;
    static const struct figure figures[] = {
        {"A", 2020, 1e6, "usd", "final"},    {"A", 2021, 2e6, "usd", "estimate"},
        {"A", 2022, NAN, "usd", "withheld"}, {"B", 2020, 3e6, "usd", "final"},
        {"B", 2021, 4e6, "usd", "final"},    {"B", 2022, 5e6, "usd", "preliminary"},
    };
    struct shown shown;

    show(&shown, "line", NULL, figures, N(figures), 1);
    assert_says(&shown, "<caption>Value, USD million; final unless marked e: estimate, "
                        "w: withheld, p: preliminary<span");
    assert_says(&shown, "<td>2<sup>e</sup></td>");
    assert_says(&shown, "<td>\u2013<sup>w</sup></td><td>5<sup>p</sup></td>");
    assert_says(&shown, "<td>1</td><td>3</td>");
    end(&shown);
}

static void two_statuses_never_share_a_letter(void **state)
{
    (void)state;
    static const struct figure figures[] = {
        {"A", 2020, 1e6, "usd", "final"}, {"A", 2021, 2e6, "usd", "final"},
        {"A", 2022, 0.0, "usd", "nil"},   {"B", 2020, 3e6, "usd", "final"},
        {"B", 2021, 4e6, "usd", "final"}, {"B", 2022, NAN, "usd", "no_state"},
    };
    struct shown shown;

    show(&shown, "heat", NULL, figures, N(figures), 1);
    assert_says(&shown, "final unless marked n: nil, o: no_state");
    end(&shown);
}

static void unlike_units_are_told_with_the_series(void **state)
{
    (void)state;
    static const struct figure figures[] = {
        {"A", 2020, 1e6, "usd", "final"},
        {"A", 2021, 2e6, "usd", "final"},
        {"A", 2020, 3e6, "eur", "final"},
        {"A", 2021, 4e6, "eur", "final"},
    };
    struct shown shown;

    show(&shown, "line", NULL, figures, N(figures), 1);
    assert_int_equal(shown.matrix.n_series, 2);
    assert_says(&shown, "<th scope=\"col\" class=\"n\">USD</th>"
                        "<th scope=\"col\" class=\"n\">EUR</th>");
    end(&shown);
}

static void what_takes_less_room_stands_across(void **state)
{
    (void)state;
    enum { MANY = 36 };
    static const char *const names =
        "A\0B\0C\0D\0E\0F\0G\0H\0I\0J\0K\0L\0M\0N\0O\0P\0Q\0R";
    struct figure figures[MANY];
    struct shown shown;

    for (size_t i = 0; i < MANY; i++)
        figures[i] = (struct figure){names + 2 * (i % 18), 2020 + (int)(i / 18), 1e6,
                                     "usd", "final"};
    show(&shown, "line", NULL, figures, MANY, 1);
    assert_int_equal(shown.matrix.n_series, 18);
    assert_true(shown.matrix.series_down);
    assert_says(&shown, "<th scope=\"col\">Name</th><th scope=\"col\" "
                        "class=\"n\">2020</th><th scope=\"col\" class=\"n\">2021</th>");
    end(&shown);
}

static void no_table_is_wider_than_paper_and_all_are_alike(void **state)
{
    (void)state;
    enum { SERIES = 18, OF_YEARS = 60 };
    static const char *const names = "Afghanistan-\0Bangladesh--\0Czechoslovak\0";
    struct figure figures[SERIES * OF_YEARS];
    static char heads[SERIES][16];
    struct shown shown;
    size_t n = 0, tables = 0;

    for (size_t s = 0; s < SERIES; s++) {
        snprintf(heads[s], sizeof heads[s], "%s%c", names + 13 * (s % 3),
                 (char)('a' + (int)s));
        for (size_t y = 0; y < OF_YEARS; y++)
            figures[n++] =
                (struct figure){heads[s], 1960 + (int)y, 1e6, "usd", "final"};
    }
    show(&shown, "line", NULL, figures, n, 1);
    assert_false(shown.matrix.series_down);
    // 13 letters and a gap of 2 each: 7 beside the years on 112; 18 are 3 times 6
    for (size_t at = 0; at < SERIES; at += armex_matrix_block(&shown.matrix, at))
        assert_int_equal(armex_matrix_block(&shown.matrix, at), 6);
    for (const char *c = shown.exhibit.rows.data; (c = strstr(c, "<table")); c++)
        tables++;
    assert_int_equal(tables, 3);
    assert_says(&shown, "; Afghanistan-a to Czechoslovakf<span");
    end(&shown);
}

static void a_series_that_is_set_off_is_a_coloured_column(void **state)
{
    (void)state;
    struct shown shown;

    show(&shown, "line", NULL, firm, N(firm), 1);
    shown.exhibit.highlight = "Brazil";
    prepare(&shown);
    assert_says(&shown, "<colgroup><col><col><col class=\"me\"></colgroup>");
    assert_says(&shown, "<th scope=\"col\" class=\"n me\">Brazil</th>");
    end(&shown);
}

static void ranks_are_a_matrix_of_windows(void **state)
{
    (void)state;
    static const struct figure figures[] = {
        {"A", 2014, 1, "", "final"}, {"B", 2014, 2, "", "final"},
        {"B", 2019, 1, "", "final"}, {"C", 2019, 2, "", "final"},
        {"A", 2024, 1, "", "final"}, {"B", 2024, 2, "", "final"},
    };
    struct shown shown;

    show(&shown, "bump", "rank", figures, N(figures), 5);
    assert_int_equal(shown.matrix.n_series, 3);
    assert_says(&shown, "<caption>Value, final; blank: not among those ranked<span");
    assert_says(&shown, "2010\u201314");
    assert_says(&shown, "2020\u201324");
    end(&shown);
}

static void assert_long(const char *kind, const struct figure *figures, size_t n)
{
    struct shown shown;

    show(&shown, kind, NULL, figures, n, 1);
    assert_int_equal(shown.matrix.n_series, 0);
    assert_says(&shown, "<th scope=\"col\" class=\"n\">Year</th>");
    end(&shown);
}

static void what_is_no_matrix_stays_long(void **state)
{
    (void)state;
    static const struct figure twice[] = {{"A", 2020, 1, "usd", "final"},
                                          {"A", 2020, 2, "usd", "final"},
                                          {"B", 2020, 3, "usd", "final"},
                                          {"B", 2021, 4, "usd", "final"}};
    static const struct figure sparse[] = {{"A", 2000, 1, "usd", "final"},
                                           {"B", 2001, 2, "usd", "final"},
                                           {"C", 2002, 3, "usd", "final"},
                                           {"D", 2003, 4, "usd", "final"}};
    static const struct figure timeless[] = {{"A", 2000, 1, "usd", "final"},
                                             {"B", 5000, 2, "usd", "final"}};

    assert_long("line", twice, N(twice));
    assert_long("line", sparse, N(sparse));
    assert_long("line", timeless, N(timeless));
    assert_long("line", firm, 3); // one series
    assert_long("line", firm, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_stand_down_and_series_across),
        cmocka_unit_test(a_rounded_figure_keeps_what_it_sorts_by),
        cmocka_unit_test(statuses_are_letters_and_the_usual_one_is_told_once),
        cmocka_unit_test(two_statuses_never_share_a_letter),
        cmocka_unit_test(unlike_units_are_told_with_the_series),
        cmocka_unit_test(what_takes_less_room_stands_across),
        cmocka_unit_test(no_table_is_wider_than_paper_and_all_are_alike),
        cmocka_unit_test(a_series_that_is_set_off_is_a_coloured_column),
        cmocka_unit_test(ranks_are_a_matrix_of_windows),
        cmocka_unit_test(what_is_no_matrix_stays_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
