/** tests/chart/test_stand_ins.c: a gnuplot without the libraries that an svg needs not.
 */
#include "courses.h"

#include "base/file.h"
#include "chart/gnuplot.h"

enum { SEVERAL = 5 };

/** Charts of all formats that come from an svg, and some more. */
static void draw_several(struct armex_text out[SEVERAL],
                         const struct armex_chart_tools *own)
{
    static const enum armex_chart_format formats[SEVERAL] = {ARMEX_SVG, ARMEX_TEX,
                                                             ARMEX_SVG, ARMEX_SVG};
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart charts[SEVERAL];
    const struct armex_chart *each[SEVERAL];
    struct armex_error errors[SEVERAL] = {0};
    for (int i = 0; i < SEVERAL; i++) {
        charts[i] = chart_of("line", table);
        charts[i].width = 500 + i;
        charts[i].format = formats[i];
        each[i] = &charts[i];
    }
    assert_int_equal(armex_charts_draw(out, errors, each, SEVERAL, own), ARMEX_OK);
    armex_table_free(table);
}

/** Whatever gnuplot is started, the pictures are those of one with its own libraries.
 */
static void expect_same_pictures(const struct armex_chart_tools *own)
{
    const struct armex_chart_tools plain = {.plots = PLOTS};
    struct armex_text mine[SEVERAL] = {0}, others[SEVERAL] = {0};
    draw_several(mine, own);
    draw_several(others, &plain);
    for (int i = 0; i < SEVERAL; i++) {
        assert_true(mine[i].length > 1500);
        assert_string_equal(mine[i].data, others[i].data);
        armex_text_free(&mine[i]);
        armex_text_free(&others[i]);
    }
}

static bool starts_light(const char *program, const char *stand_ins)
{
    struct armex_gnuplot gnuplot;
    assert_int_equal(armex_gnuplot_start(&gnuplot, program, stand_ins, NULL), 0);
    const bool light = armex_gnuplot_is_light(&gnuplot);
    armex_gnuplot_end(&gnuplot);
    return light;
}

/** The names that Debian's gnuplot asks for are all there, or it would not run. */
static void gnuplot_without_windows_runs_with_them(void **state)
{
    struct armex_gnuplot gnuplot;
    (void)state;
    NEEDS_GNUPLOT();
    if (!starts_light(NULL, STAND_INS)) {
        print_message("skipped: gnuplot is not gnuplot-nox\n");
        skip();
    }
    assert_int_equal(armex_gnuplot_start(&gnuplot, NULL, STAND_INS, NULL), 0);
    armex_gnuplots_finish(&gnuplot, 1, 20, NULL, NULL);
    assert_true(armex_child_succeeded(&gnuplot.child));
    assert_true(armex_gnuplot_is_light(&gnuplot)); // it was not started again
    armex_gnuplot_end(&gnuplot);
    expect_same_pictures(&tools);
}

static void others_have_their_own_libraries(void **state)
{
    static const char script[] = "#!/bin/sh\nexec cat\n";
    (void)state;
    write_program("gnuplot-nox", script);
    write_program("gnuplot-qt", script);
    write_program("my-gnuplot-nox", script);
    unlink("linked");
    assert_int_equal(symlink("gnuplot-nox", "linked"), 0);
    assert_true(starts_light("./gnuplot-nox", "/nowhere"));
    assert_true(starts_light("./linked", "/nowhere"));
    assert_false(starts_light("./gnuplot-qt", "/nowhere"));
    assert_false(starts_light("./my-gnuplot-nox", "/nowhere"));
    assert_false(starts_light("./gnuplot-nox", NULL));
    assert_false(starts_light("./gnuplot-nox", "here")); // nothing from where we stand
    assert_false(starts_light("./gnuplot-nox", "/a:b"));
    assert_false(starts_light("./gnuplot-nox", "/a;b"));
    assert_false(starts_light("./gnuplot-nox", "/$LIB/a"));
}

/** As the dynamic linker does when a name is not found. */
static void one_that_does_not_start_is_started_without(void **state)
{
    static const char script[] = "#!/bin/sh\n"
                                 "echo \"$LD_LIBRARY_PATH\" >>started\n"
                                 "[ -z \"$LD_LIBRARY_PATH\" ] || exit 127\n"
                                 "exec gnuplot \"$@\"\n";
    struct armex_chart_tools own = {.plots = PLOTS,
                                    .gnuplot = "./gnuplot-nox",
                                    .stand_ins = "/nowhere",
                                    .gnuplots = 1};
    char *started;
    size_t length;
    (void)state;
    NEEDS_GNUPLOT();
    write_program("gnuplot-nox", script);
    unsetenv("LD_LIBRARY_PATH");
    unlink("started");
    expect_same_pictures(&own);
    assert_int_equal(armex_file_read(&started, &length, "started", 100, NULL), 0);
    assert_string_equal(started, "/nowhere\n\n"); // once with, once without
    free(started);
    own.gnuplots = 2;
    expect_same_pictures(&own);
}

/** One that ends with its first picture begun: the others are drawn all the same. */
static void one_that_ends_early_is_made_up_for(void **state)
{
    static const char script[] =
        "#!/bin/sh\n"
        "[ -z \"$LD_LIBRARY_PATH\" ] && exec gnuplot \"$@\"\n"
        "unset LD_LIBRARY_PATH\n"
        "{ read load; read print; echo \"$load\"; echo \"$print\"; } | gnuplot -d\n"
        "exit 1\n";
    const struct armex_chart_tools own = {
        .plots = PLOTS, .gnuplot = "./gnuplot-nox", .stand_ins = "/nowhere"};
    (void)state;
    NEEDS_GNUPLOT();
    write_program("gnuplot-nox", script);
    expect_same_pictures(&own);
}

static void a_pdf_is_drawn_with_all_libraries(void **state)
{
    struct armex_error errors[2] = {0};
    struct armex_text out[2] = {0};
    struct armex_chart_desk *desk;
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    for (int foretold = 0; foretold < 2; foretold++) {
        struct armex_chart_tools own = tools;
        own.pdfs = foretold;
        assert_int_equal(armex_chart_desk_open(&desk, &own, NULL), ARMEX_OK);
        chart.format = ARMEX_PDF;
        assert_int_equal(armex_chart_desk_order(desk, &chart, NULL), ARMEX_OK);
        chart.format = ARMEX_SVG;
        assert_int_equal(armex_chart_desk_order(desk, &chart, NULL), ARMEX_OK);
        assert_int_equal(armex_chart_desk_take(desk, out, errors), ARMEX_OK);
        assert_memory_equal(out[0].data, "%PDF", 4);
        assert_non_null(strstr(out[1].data, "</svg>"));
        armex_chart_desk_close(desk);
    }
    armex_text_free(&out[0]);
    armex_text_free(&out[1]);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gnuplot_without_windows_runs_with_them),
        cmocka_unit_test(others_have_their_own_libraries),
        cmocka_unit_test(one_that_does_not_start_is_started_without),
        cmocka_unit_test(one_that_ends_early_is_made_up_for),
        cmocka_unit_test(a_pdf_is_drawn_with_all_libraries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
