/** tests/chart/test_describing.c: who does not see a chart hears its figures, in short
 *  where they are many. */
#include "courses.h"

static void expect_heard(const struct armex_chart *chart, const char *words)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words said;
    assert_int_equal(armex_chart_words(&said, arena, chart, NULL), ARMEX_OK);
    if (!strstr(said.description, words))
        fail_msg("'%s' is not in: %s", words, said.description);
    armex_arena_free(arena);
}

enum { MOST = 800 };
static char codes[MOST][24];

/** `n` lines over `years` years from 1985: line l has l + 1 billion dollars in 1985 and
 *  a billion more each year, save for a fall to half a billion in 1987. */
static struct armex_table *lines_of(size_t n, size_t years)
{
    static struct observation rows[MOST];
    size_t at = 0;
    for (size_t l = 0; l < n; l++) {
        snprintf(codes[l], sizeof codes[l], "X%02zu", l);
        for (size_t i = 0; i < years; i++)
            rows[at++] = (struct observation){
                codes[l], codes[l], 1985 + (int)i,
                i == 2 ? 0.5e9 : 1e9 * (double)(l + 1 + i), "final"};
    }
    if (years > 5) {
        rows[1].value = NAN;
        rows[4].status = "estimate";
        rows[5].status = "preliminary";
    }
    return show_of(rows, at, "usd");
}

static void forty_figures_are_heard_one_by_one(void **state)
{
    (void)state;
    struct armex_table *table = lines_of(2, 20);
    const struct armex_chart chart = chart_of("line", table);
    expect_heard(&chart,
                 "Line chart. X00: 1985 $1.0 billion, 1986 no figure, 1987 $500 "
                 "million, 1988 $4.0 billion,");
    expect_heard(&chart, "2003 $20.0 billion, 2004 $21.0 billion. ");
    armex_table_free(table);
}

static void more_figures_are_heard_as_ends_extremes_and_gaps(void **state)
{
    (void)state;
    static const char *const kinds[] = {"line", "heat", "multiples", "area"};
    struct armex_table *table = lines_of(3, 14);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const struct armex_chart chart = chart_of(kinds[k], table);
        expect_heard(
            &chart,
            " X00: $1.0 billion in 1985, $14.0 billion in 1998; highest $14.0 "
            "billion in 1998, lowest $500 million in 1987; no figure in 1 year; "
            "1 preliminary; 1 estimated. X01: $2.0 billion in 1985, $15.0 "
            "billion in 1998; highest $15.0 billion in 1998, lowest $500 "
            "million in 1987. X02: ");
    }
    armex_table_free(table);
}

/** Of an index the base year is 100. */
static void indices_are_heard_in_short_too(void **state)
{
    (void)state;
    struct armex_table *table = lines_of(3, 14);
    const struct armex_chart chart = chart_of("index", table);
    expect_heard(&chart,
                 "X00: 100 in 1985, 1,400 in 1998; highest 1,400 in 1998, lowest "
                 "50 in 1987; ");
    armex_table_free(table);
}

static void of_many_lines_the_subject_and_the_highest_are_heard(void **state)
{
    (void)state;
    struct armex_table *table = lines_of(20, 6);
    const struct armex_chart chart = chart_of("line", table);
    expect_heard(&chart, "Line chart. X00: ");
    expect_heard(&chart, " X19: $20.0 billion in 1985, $25.0 billion in 1990; ");
    expect_heard(&chart, " X09: $10.0 billion in 1985, $15.0 billion in 1990; highest "
                         "$15.0 billion in 1990, lowest $500 million in 1987. 8 more, "
                         "none above $14.0 billion.");
    armex_table_free(table);
}

static void a_line_of_four_years_says_them_all(void **state)
{
    (void)state;
    struct armex_table *table = lines_of(11, 4);
    const struct armex_chart chart = chart_of("line", table);
    expect_heard(&chart, "X10: 1985 $11.0 billion, 1986 $12.0 billion, 1987 $500 "
                         "million, 1988 $14.0 billion.");
    armex_table_free(table);
}

static void a_triangle_of_many_stretches_says_its_extremes(void **state)
{
    (void)state;
    struct armex_table *table = lines_of(1, 12); // 11 figures: 55 stretches
    const struct armex_chart chart = chart_of("triangle", table);
    // 12 / 1 over eleven years, 4 / 0.5 over one, and 0.5 / 1 over two
    expect_heard(&chart, "Growth a year: 1985 to 1996 +25%; highest 1987 to 1988 ×8.0; "
                         "lowest 1985 to 1987 −29%.");
    armex_table_free(table);
}

/** `n` of each year from 2021 on in the same order, of 2023 one rank down, and the last
 *  of 2021 gone. */
static struct armex_table *ranks_of(size_t n, size_t years)
{
    static struct place rows[MOST];
    size_t at = 0;
    for (size_t y = 0; y < years; y++)
        for (size_t i = 0; i < n; i++) {
            const bool last = years > 1 && y + 1 == years;
            snprintf(codes[i], sizeof codes[i], "X%02zu", i);
            if (last && i + 1 == n)
                continue;
            rows[at++] = (struct place){(double)(i + 1 + last),
                                        codes[i],
                                        codes[i],
                                        2021 + (int)y,
                                        1e9 * (double)(n - i),
                                        0.5 / (double)(i + 1),
                                        NAN,
                                        NAN,
                                        NAN,
                                        1};
        }
    return rank_of(rows, at, "usd", "orders");
}

static void a_bump_of_many_says_last_and_first_ranks(void **state)
{
    (void)state;
    struct armex_table *table = ranks_of(15, 3);
    const struct armex_chart chart = chart_of("bump", table);
    expect_heard(&chart,
                 "Bump chart. In 2023, in brackets 2021: 2 X00 (1), 3 X01 (2),");
    expect_heard(&chart, "15 X13 (14). No rank any more: X14 (15).");
    armex_table_free(table);
}

static void of_a_long_ranking_the_first_twenty_and_the_subject_are_heard(void **state)
{
    (void)state;
    struct armex_table *table = ranks_of(45, 1);
    struct armex_chart chart = chart_of("rank", table);
    chart.highlight = "X40";
    expect_heard(&chart, "; 20 X19, $26.0 billion, share 2.5%; 41 X40, $5.0 billion, "
                         "share 1.2%; 24 more.");
    chart.kind = armex_chart_kind_find("map");
    expect_heard(&chart, ", X19 $26.0 billion, X40 $5.0 billion; 24 more.");
    armex_table_free(table);
}

static void a_long_course_of_concentration_says_ends_and_extremes(void **state)
{
    (void)state;
    struct share_year rows[20];
    for (int i = 0; i < 20; i++)
        rows[i] = (struct share_year){2000 + i, i == 7 ? 0.5 : 0.2 + 0.01 * i, 0.9,
                                      i == 7 ? 2.0 : 4.0, 9};
    struct armex_table *table = shares_of(rows, 20);
    const struct armex_chart chart = chart_of("concentration", table);
    expect_heard(
        &chart, "Chart of concentration. 2000: index 0.200, largest four 90.0%, as 4.0 "
                "equal ones; 2019: index 0.390, largest four 90.0%, as 4.0 equal ones; "
                "most concentrated 2007: index 0.500, largest four 90.0%, as 2.0 equal "
                "ones; least 2000: index 0.200,");
    armex_table_free(table);
}

/** Seven suppliers of seven recipients, each of 49 streams of its own size. */
static struct armex_table *trade_of(void)
{
    static struct delivery rows[49];
    static char names[2][7][8];
    for (size_t i = 0; i < 7; i++) {
        snprintf(names[0][i], sizeof names[0][i], "S%zu", i);
        snprintf(names[1][i], sizeof names[1][i], "R%zu", i);
    }
    for (size_t i = 0; i < 49; i++)
        rows[i] = (struct delivery){names[0][i / 7],
                                    names[0][i / 7],
                                    names[1][i % 7],
                                    names[1][i % 7],
                                    1.0 + (double)(i % 7),
                                    28.0,
                                    7.0 * (1.0 + (double)(i % 7))};
    return pairs_of(rows, 49);
}

static void of_many_streams_the_three_largest_of_each_are_heard(void **state)
{
    (void)state;
    struct armex_table *table = trade_of();
    struct armex_chart chart = chart_of("flow", table);
    expect_heard(&chart,
                 " S6, 28.0 million TIV: to R6 7.0 million TIV, to R5 6.0 million "
                 "TIV, to R4 5.0 million TIV, to 4 more.");
    chart.kind = armex_chart_kind_find("matrix");
    expect_heard(&chart,
                 " R6, 49.0 million TIV: S0 14.3%, S1 14.3%, S2 14.3%, all others "
                 "57.1%.");
    armex_table_free(table);
}

static void of_many_points_the_leading_ones_and_the_subject_are_heard(void **state)
{
    (void)state;
    enum { POINTS = 50 };
    static struct shared rows[POINTS];
    for (size_t i = 0; i < POINTS; i++) {
        snprintf(codes[i], sizeof codes[i], "X%02zu", i);
        rows[i] = (struct shared){codes[i],
                                  codes[i],
                                  2024,
                                  1e6 * (double)(i + 1),
                                  i == 9 ? 40e6 : 1e6 * (double)(i + 1),
                                  NULL};
    }
    struct armex_table *table = counts_of(rows, POINTS, &alike);
    struct armex_chart chart = chart_of("scatter", table);
    chart.highlight = "X00";
    expect_heard(&chart, "Scatter. X49: 50.0 million TIV, 50.0 million TIV; X48: 49.0");
    expect_heard(&chart, "; X30: 31.0 million TIV, 31.0 million TIV; X00: 1.0 million "
                         "TIV, 1.0 million TIV; 29 more.");
    chart.kind = armex_chart_kind_find("agreement");
    expect_heard(&chart, "Chart of agreement. 50 ratios; lowest X09 2024: 0.25×; "
                         "highest X00 2024: 1.00×.");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_figures_are_heard_one_by_one),
        cmocka_unit_test(more_figures_are_heard_as_ends_extremes_and_gaps),
        cmocka_unit_test(indices_are_heard_in_short_too),
        cmocka_unit_test(of_many_lines_the_subject_and_the_highest_are_heard),
        cmocka_unit_test(a_line_of_four_years_says_them_all),
        cmocka_unit_test(a_triangle_of_many_stretches_says_its_extremes),
        cmocka_unit_test(a_bump_of_many_says_last_and_first_ranks),
        cmocka_unit_test(of_a_long_ranking_the_first_twenty_and_the_subject_are_heard),
        cmocka_unit_test(a_long_course_of_concentration_says_ends_and_extremes),
        cmocka_unit_test(of_many_streams_the_three_largest_of_each_are_heard),
        cmocka_unit_test(of_many_points_the_leading_ones_and_the_subject_are_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
