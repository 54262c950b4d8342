/** tests/chart/test_draw.c: charts are drawn, alike each time, by a gnuplot that may
 *  fail. */
#include "courses.h"

#include <locale.h>
#include <time.h>

#include "base/file.h"
#include "chart/kinds.h"

static const enum armex_chart_format formats[] = {ARMEX_SVG, ARMEX_PNG, ARMEX_PDF,
                                                  ARMEX_TEX};
static const char *const beginnings[] = {"<svg ", "\x89PNG", "%PDF-", "% "};

enum { FORMATS = sizeof formats / sizeof *formats, WAYS = 4 * FORMATS };

static void draw(struct armex_text *out, const struct armex_chart *chart)
{
    struct armex_error error = {0};
    if (armex_chart_draw(out, chart, &tools, &error))
        fail_msg("%s", error.message);
}

static bool contains(const struct armex_text *text, const char *word)
{
    return memmem(text->data, text->length, word, strlen(word)) != NULL;
}

/** A table that the kind draws. */
static struct armex_table *table_of(const struct armex_chart_kind *kind)
{
    static const struct place rows[] = {
        {1, "USA", "United States", 2022, 5e9, 0.5, 1, 0.4, 0.2, 1},
        {2, "FRA", "France", 2022, -3e9, 0.3, 3, 0.2, -2.0, 1},
        {1, "USA", "United States", 2023, 5e9, 0.5, 1, 0.4, 0.2, 1},
        {2, "FRA", "France", 2023, -3e9, 0.3, 3, 0.2, -2.0, 1}};
    struct armex_table *own = own_table(kind);
    if (own)
        return own;
    return strcmp(kind->analysis, "rank") ? show_of(korea, 6, "usd")
                                          : rank_of(rows, 4, "usd", "orders");
}

static void every_kind_is_drawn_in_every_format_width_and_light(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);
    for (size_t i = 0; i < WAYS * n; i++) {
        struct armex_text out = {0};
        const struct armex_chart_kind *kind = &kinds[i / WAYS];
        struct armex_table *table = table_of(kind);
        struct armex_chart chart = chart_of(kind->name, table);
        chart.format = formats[i % FORMATS];
        chart.width = i / FORMATS % 2 ? 328 : 720;
        chart.dark = i / FORMATS / 2 % 2;
        chart.bare = i % WAYS == WAYS - 2;
        draw(&out, &chart);
        const char *beginning = beginnings[i % FORMATS];
        assert_memory_equal(out.data, beginning, strlen(beginning));
        assert_true(out.length > 1500);
        armex_text_free(&out);
        armex_table_free(table);
    }
}

enum { LOOKS = 3, IN_COMPANY = LOOKS * ARMEX_CHART_KINDS };

/** Orders every kind in light, in dark and for paper; `by_kind`: the looks of a kind
 *  one after the other, else the kinds of a look. */
static void order_all(struct armex_chart charts[IN_COMPANY],
                      struct armex_chart_desk *desk,
                      struct armex_table *const tables[ARMEX_CHART_KINDS], bool by_kind)
{
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);
    for (size_t i = 0; i < IN_COMPANY; i++) {
        const size_t kind = by_kind ? i / LOOKS : i % n;
        const size_t look = by_kind ? i % LOOKS : i / n;
        charts[i] = chart_of(kinds[kind].name, tables[kind]);
        charts[i].dark = look == 1;
        charts[i].style = look == 2 ? ARMEX_PAPER : ARMEX_WEB;
        assert_int_equal(armex_chart_desk_order(desk, &charts[i], NULL), ARMEX_OK);
    }
}

static void expect_as_alone(struct armex_text out[IN_COMPANY],
                            const struct armex_chart charts[IN_COMPANY])
{
    for (size_t i = 0; i < IN_COMPANY; i++) {
        struct armex_text alone = {0};
        draw(&alone, &charts[i]);
        assert_string_equal(out[i].data, alone.data);
        armex_text_free(&alone);
        armex_text_free(&out[i]);
    }
}

/** A gnuplot reads the theme once for all charts of a look: none may change it. */
static void in_company_a_chart_looks_as_it_does_alone(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct armex_chart_tools one = {.plots = PLOTS, .gnuplots = 1};
    struct armex_table *tables[ARMEX_CHART_KINDS];
    struct armex_chart charts[IN_COMPANY];
    struct armex_text out[IN_COMPANY] = {0};
    struct armex_error errors[IN_COMPANY] = {0};
    struct armex_chart_desk *desk;
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);

    assert_int_equal(n, ARMEX_CHART_KINDS);
    for (size_t i = 0; i < n; i++)
        tables[i] = table_of(&kinds[i]);
    assert_int_equal(armex_chart_desk_open(&desk, &one, NULL), ARMEX_OK);
    for (int by_kind = 0; by_kind < 2; by_kind++) {
        order_all(charts, desk, tables, by_kind);
        assert_int_equal(armex_chart_desk_take(desk, out, errors), ARMEX_OK);
        expect_as_alone(out, charts);
    }
    armex_chart_desk_close(desk);
    for (size_t i = 0; i < n; i++)
        armex_table_free(tables[i]);
}

static void the_same_chart_is_the_same_bytes_at_any_time_and_place(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    struct armex_table *table = show_of(korea, 6, "usd");
    for (size_t f = 0; f < FORMATS; f++) {
        struct armex_text first = {0}, second = {0};
        struct armex_chart chart = chart_of("line", table);
        chart.format = formats[f];
        setenv("TZ", "UTC", 1);
        draw(&first, &chart);
        setenv("TZ", "Asia/Seoul", 1);
        setenv("LANG", "de_DE.UTF-8", 1);
        setenv("GNUTERM", "dumb", 1);
        setenv("GNUPLOT_LIB", "/nowhere", 1);
        nanosleep(&(struct timespec){1, 100000000}, NULL); // a clock would show
        draw(&second, &chart);
        assert_int_equal(first.length, second.length);
        assert_memory_equal(first.data, second.data, first.length);
        armex_text_free(&first);
        armex_text_free(&second);
    }
    unsetenv("GNUTERM");
    unsetenv("GNUPLOT_LIB");
    armex_table_free(table);
}

static void a_picture_says_where_it_comes_from(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    struct armex_table *table = show_of(korea, 6, "usd");
    for (size_t f = 0; f < FORMATS; f++) {
        struct armex_text out = {0};
        struct armex_chart chart = chart_of("line", table);
        chart.format = formats[f];
        draw(&out, &chart);
        if (chart.format == ARMEX_PDF) { // UTF-16 in hexadecimal: "2026-11-23"
            assert_true(contains(&out, "00320030003200360"));
            assert_true(contains(&out, "(D:20261123000000Z)"));
        } else {
            assert_true(contains(&out, "national-figures 2026-11-23 "
                                       "sha256:0123456789abcdef"));
            assert_true(contains(&out, "armex plot"));
            assert_true(contains(&out, "2022 $17.3 billion"));
        }
        armex_text_free(&out);
    }
    armex_table_free(table);
}

static void a_missing_gnuplot_says_what_to_install(void **state)
{
    (void)state;
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("line", table);
    const struct armex_chart_tools none = {.plots = PLOTS,
                                           .gnuplot = "/nowhere/gnuplot"};
    struct armex_text out = {0};
    struct armex_error error = {0};
    assert_int_equal(armex_chart_draw(&out, &chart, &none, &error), ARMEX_UNAVAILABLE);
    assert_string_equal(error.message,
                        "gnuplot is missing: apt-get install gnuplot-nox");
    assert_int_equal(out.length, 0);
    armex_table_free(table);
}

static void missing_templates_are_named(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("line", table);
    const struct armex_chart_tools none = {.plots = "/nowhere"};
    struct armex_text out = {0};
    struct armex_error error = {0};
    assert_int_equal(armex_chart_draw(&out, &chart, &none, &error), ARMEX_NOT_FOUND);
    assert_non_null(strstr(error.message, "/nowhere/theme.gp"));
    armex_table_free(table);
}

static void expect_failure(const char *script, const char *message)
{
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("line", table);
    const struct armex_chart_tools fake = {.plots = PLOTS, .gnuplot = "./fake-gnuplot"};
    struct armex_text out = {0};
    struct armex_error error = {0};
    write_program("fake-gnuplot", script);
    assert_int_equal(armex_chart_draw(&out, &chart, &fake, &error), ARMEX_IO);
    assert_string_equal(error.message, message);
    assert_int_equal(out.length, 0);
    armex_table_free(table);
}

static void a_gnuplot_that_claims_success_is_not_believed(void **state)
{
    (void)state;
    expect_failure("#!/bin/sh\ncat >/dev/null\n", "gnuplot failed: it gives no reason");
    expect_failure("#!/bin/sh\ncat >/dev/null\necho 'line 3: no room' >&2\nexit 1\n",
                   "gnuplot failed: line 3: no room");
    expect_failure("#!/bin/sh\nexec <&-\nexit 3\n",
                   "gnuplot failed: it gives no reason");
    expect_failure("#!/bin/sh\ngp=$(sed -n \"s/^load '\\(.*\\)'/\\1/p\")\n"
                   "out=$(sed -n \"s/^OUT = '\\(.*\\)'/\\1/p\" \"$gp\")\n"
                   "printf '<svg><g>' >\"$out\"\n",
                   "gnuplot's svg breaks off after 8 bytes");
    expect_failure("#!/bin/sh\ngp=$(sed -n \"s/^load '\\(.*\\)'/\\1/p\")\n"
                   "out=$(sed -n \"s/^OUT = '\\(.*\\)'/\\1/p\" \"$gp\")\n"
                   "printf '<svg><g></g></svg>' >\"$out\"\n",
                   "gnuplot's svg is blank");
}

static void one_bad_chart_among_many_fails_alone(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct observation none[] = {{"KOR", "South Korea", 2020, NAN, "withheld"}};
    struct armex_table *good = show_of(korea, 6, "usd");
    struct armex_table *bad = show_of(none, 1, "usd");
    const struct armex_chart charts[] = {chart_of("line", good), chart_of("line", bad),
                                         chart_of("line", good)};
    const struct armex_chart *list[] = {&charts[0], &charts[1], &charts[2]};
    struct armex_text out[3] = {0};
    struct armex_error errors[3] = {0};
    assert_int_equal(armex_charts_draw(out, errors, list, 3, &tools), ARMEX_BAD_INPUT);
    assert_string_equal(errors[1].message, "nothing to draw: no year has a figure");
    assert_int_equal(out[1].length, 0);
    assert_int_equal(out[0].length, out[2].length);
    assert_memory_equal(out[0].data, out[2].data, out[0].length);
    armex_text_free(&out[0]);
    armex_text_free(&out[2]);
    armex_table_free(good);
    armex_table_free(bad);
}

static void a_script_runs_on_its_own(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    struct armex_text script = {0};
    char *bytes;
    size_t length;
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), ARMEX_OK);
    assert_int_equal(armex_file_write("chart.gp", script.data, script.length, NULL), 0);
    unlink("chart.svg");
    assert_int_equal(system("gnuplot chart.gp 2>said.txt && test ! -s said.txt"), 0);
    assert_int_equal(armex_file_read(&bytes, &length, "chart.svg", 1 << 20, NULL), 0);
    assert_non_null(strstr(bytes, "$17.3 billion"));
    free(bytes);
    armex_text_free(&script);
    armex_table_free(table);
}

static void nothing_is_left_behind(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    char **names;
    size_t n;
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    struct armex_text out = {0};
    assert_int_equal(armex_folder_make("temporary", NULL), 0);
    char *folder = realpath("temporary", NULL);
    setenv("TMPDIR", folder, 1);
    draw(&out, &chart);
    const struct armex_chart_tools fake = {.plots = PLOTS, .gnuplot = "/bin/false"};
    assert_int_equal(armex_chart_draw(&out, &chart, &fake, NULL), ARMEX_IO);
    unsetenv("TMPDIR");
    assert_int_equal(armex_folder_list(&names, &n, folder, "", NULL), 0);
    assert_int_equal(n, 0);
    free(names);
    free(folder);
    armex_text_free(&out);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_drawn_in_every_format_width_and_light),
        cmocka_unit_test(in_company_a_chart_looks_as_it_does_alone),
        cmocka_unit_test(the_same_chart_is_the_same_bytes_at_any_time_and_place),
        cmocka_unit_test(a_picture_says_where_it_comes_from),
        cmocka_unit_test(a_missing_gnuplot_says_what_to_install),
        cmocka_unit_test(missing_templates_are_named),
        cmocka_unit_test(a_gnuplot_that_claims_success_is_not_believed),
        cmocka_unit_test(one_bad_chart_among_many_fails_alone),
        cmocka_unit_test(a_script_runs_on_its_own),
        cmocka_unit_test(nothing_is_left_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
