/** tests/chart/test_desk.c: charts ordered at a desk and taken later. */
#include "courses.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/file.h"

static struct armex_chart_desk *open_desk(void)
{
    struct armex_chart_desk *desk;
    assert_int_equal(armex_chart_desk_open(&desk, &tools, NULL), ARMEX_OK);
    return desk;
}

static size_t count(const struct armex_text *text, const char *word)
{
    size_t n = 0;
    for (const char *at = text->data; (at = strstr(at, word)); at++)
        n++;
    return n;
}

/** "0 0 720 480" of a picture, whose end is set to a NUL in `out`. */
static const char *view_box(char out[64], const struct armex_text *picture)
{
    const char *at = strstr(picture->data, "viewBox=\"");
    assert_non_null(at);
    snprintf(out, 64, "%.*s", (int)strcspn(at + 9, "\""), at + 9);
    return out;
}

/** The marks of a chart drawn bare are those cut from the drawing of its file. */
static void expect_cut(const char *kind, const struct armex_table *table)
{
    static const char *const marks[] = {"<path", "<title", "<circle", "<text"};
    char cut_box[64], bare_box[64];
    struct armex_chart chart = chart_of(kind, table);
    struct armex_text out[3] = {0};
    struct armex_error errors[3] = {0};
    struct armex_chart_desk *desk = open_desk();
    assert_int_equal(armex_chart_desk_order(desk, &chart, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_order_bare(desk, NULL), ARMEX_OK);
    chart.bare = true;
    assert_int_equal(armex_chart_desk_order(desk, &chart, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_take(desk, out, errors), ARMEX_OK);
    assert_string_equal(view_box(cut_box, &out[1]), view_box(bare_box, &out[2]));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        assert_int_equal(count(&out[1], marks[i]), count(&out[2], marks[i]));
    assert_true(count(&out[0], "<text") > count(&out[1], "<text"));
    assert_null(strstr(out[1].data, "font-size=\"20\""));
    for (size_t i = 0; i < 3; i++)
        armex_text_free(&out[i]);
    armex_chart_desk_close(desk);
}

static void a_bare_chart_is_cut_from_the_drawing_of_its_file(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct place rows[] = {
        {1, "USA", "United States", 2022, 5e9, 0.5, 1, 0.4, 0.2, 1},
        {2, "FRA", "France", 2022, 3e9, 0.3, 3, 0.2, -2.0, 1},
        {1, "USA", "United States", 2023, 5e9, 0.5, 1, 0.4, 0.2, 1},
        {2, "FRA", "France", 2023, 4e9, 0.3, 3, 0.2, -2.0, 1}};
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);
    struct armex_table *show = show_of(korea, 6, "usd");
    struct armex_table *rank = rank_of(rows, 4, "usd", "orders");
    for (size_t i = 0; i < n; i++) {
        struct armex_table *own = own_table(&kinds[i]);
        expect_cut(kinds[i].name, own                                 ? own
                                  : strcmp(kinds[i].analysis, "rank") ? show
                                                                      : rank);
        armex_table_free(own);
    }
    armex_table_free(show);
    armex_table_free(rank);
}

static void only_a_framed_svg_of_the_web_can_be_cut(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart framed = chart_of("line", table);
    struct armex_chart others[3] = {framed, framed, framed};
    others[0].bare = true;
    others[1].format = ARMEX_PNG;
    others[2].style = ARMEX_PAPER;
    struct armex_chart_desk *desk = open_desk();
    assert_int_equal(armex_chart_desk_order_bare(desk, NULL), ARMEX_BUG);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(armex_chart_desk_order(desk, &others[i], NULL), ARMEX_OK);
        assert_int_equal(armex_chart_desk_order_bare(desk, NULL), ARMEX_BUG);
    }
    assert_int_equal(armex_chart_desk_order(desk, &framed, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_order_bare(desk, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_order_bare(desk, NULL), ARMEX_BUG);
    armex_chart_desk_close(desk); // what was ordered and not taken is let go
    armex_table_free(table);
}

/** A wave is 128 drawings: the first is taken when the 129th is ordered. */
static void charts_of_several_waves_come_in_their_order(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    enum { CHARTS = 140, BAD = 7 };
    const struct observation none[] = {{"KOR", "South Korea", 2020, NAN, "withheld"}};
    struct armex_table *bad = show_of(none, 1, "usd"), *good = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", good), broken = chart_of("line", bad);
    struct armex_text *out = calloc(CHARTS, sizeof *out);
    struct armex_error *errors = calloc(CHARTS, sizeof *errors);
    struct armex_chart_desk *desk = open_desk();
    for (size_t i = 0; i < CHARTS; i++) {
        chart.width = 400 + (int)i;
        assert_int_equal(
            armex_chart_desk_order(desk, i == BAD ? &broken : &chart, NULL), ARMEX_OK);
    }
    assert_int_equal(armex_chart_desk_take(desk, out, errors), ARMEX_BAD_INPUT);
    for (size_t i = 0; i < CHARTS; i++) {
        char width[32];
        snprintf(width, sizeof width, " width=\"%zu\"", 400 + i);
        assert_int_equal(errors[i].status, i == BAD ? ARMEX_BAD_INPUT : ARMEX_OK);
        assert_true(i == BAD ? !out[i].length : strstr(out[i].data, width) != NULL);
        armex_text_free(&out[i]);
    }
    armex_chart_desk_close(desk);
    free(out);
    free(errors);
    armex_table_free(good);
    armex_table_free(bad);
}

/** In a process of its own: draws with a gnuplot that says when it is to be killed. */
static void draw_and_hang(const char *temporary)
{
    const struct armex_chart_tools slow = {.plots = PLOTS, .gnuplot = "./slow-gnuplot"};
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("line", table);
    struct armex_text out = {0};
    setenv("TMPDIR", temporary, 1);
    armex_chart_draw(&out, &chart, &slow, NULL);
    _exit(0);
}

static void who_is_killed_while_drawing_leaves_nothing_behind(void **state)
{
    static const char script[] = "#!/bin/sh\nread line\n>drawing\ncat >/dev/null\n"
                                 "exec sleep 9\n";
    const struct timespec moment = {0, 10000000};
    char **names;
    size_t n;
    (void)state;
    unlink("drawing");
    assert_int_equal(armex_folder_make("temporary-killed", NULL), 0);
    write_program("slow-gnuplot", script);
    char *folder = realpath("temporary-killed", NULL);
    const pid_t child = fork();
    if (child == 0)
        draw_and_hang(folder);
    for (int i = 0; i < 1000 && access("drawing", F_OK) != 0; i++)
        nanosleep(&moment, NULL);
    assert_int_equal(access("drawing", F_OK), 0);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(armex_folder_list(&names, &n, folder, "", NULL), 0);
    assert_int_equal(n, 0);
    free(names);
    free(folder);
}

/** Unloading gnuplot's libraries would take as long as a chart. */
static void a_gnuplot_that_has_drawn_is_not_waited_for(void **state)
{
    static const char script[] = "#!/bin/sh\n"
                                 "gnuplot -d 2>said\n"
                                 "cat said >&2\n"
                                 "exec sleep 20\n";
    (void)state;
    NEEDS_GNUPLOT();
    struct timespec before, after;
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("line", table);
    const struct armex_chart_tools idle = {.plots = PLOTS, .gnuplot = "./idle-gnuplot"};
    struct armex_text out = {0};
    write_program("idle-gnuplot", script);
    clock_gettime(CLOCK_MONOTONIC, &before);
    assert_int_equal(armex_chart_draw(&out, &chart, &idle, NULL), ARMEX_OK);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_true(after.tv_sec - before.tv_sec < 15);
    assert_true(out.length > 1500);
    armex_text_free(&out);
    armex_table_free(table);
}

enum { SEVERAL = 7 };

/** Several charts at a desk with so many gnuplots, or with a program of that name. */
static armex_status draw_several(struct armex_text out[SEVERAL], size_t gnuplots,
                                 const char *program)
{
    const struct armex_chart_tools own = {
        .plots = PLOTS, .gnuplot = program, .gnuplots = gnuplots};
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    struct armex_error errors[SEVERAL] = {0};
    struct armex_chart_desk *desk;
    assert_int_equal(armex_chart_desk_open(&desk, &own, NULL), ARMEX_OK);
    for (int i = 0; i < SEVERAL; i++) {
        chart.width = 500 + i;
        assert_int_equal(armex_chart_desk_order(desk, &chart, NULL), ARMEX_OK);
    }
    const armex_status status = armex_chart_desk_take(desk, out, errors);
    armex_chart_desk_close(desk);
    armex_table_free(table);
    return status;
}

static void free_several(struct armex_text out[SEVERAL])
{
    for (int i = 0; i < SEVERAL; i++)
        armex_text_free(&out[i]);
}

static void expect_equal(struct armex_text a[SEVERAL], struct armex_text b[SEVERAL])
{
    for (int i = 0; i < SEVERAL; i++) {
        assert_true(a[i].length > 1500);
        assert_string_equal(a[i].data, b[i].data);
    }
}

/** What was told of so far. */
struct told {
    const struct armex_text *out;
    size_t times[4];
};

static void note_told(void *context, size_t i)
{
    struct told *told = context;
    told->times[i]++;
    assert_true(told->out[i].length > 1500); // it is there when it is told of
}

/** A file and its bare picture, one that cannot be drawn, one more. */
static void every_picture_that_is_made_is_told_of_once(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct observation none[] = {{"KOR", "South Korea", 2020, NAN, "withheld"}};
    struct armex_table *bad = show_of(none, 1, "usd"), *good = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("line", good),
                             broken = chart_of("line", bad);
    struct armex_text out[4] = {0};
    struct armex_error errors[4] = {0};
    armex_text_add(&out[2], "of a chart before");
    struct told told = {.out = out};
    const struct armex_chart_receiver receiver = {note_told, &told};
    struct armex_chart_desk *desk = open_desk();
    assert_int_equal(armex_chart_desk_order(desk, &chart, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_order_bare(desk, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_order(desk, &broken, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_order(desk, &chart, NULL), ARMEX_OK);
    assert_int_equal(armex_chart_desk_take_each(desk, out, errors, &receiver),
                     ARMEX_BAD_INPUT);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(told.times[i], i == 2 ? 0 : 1);
        assert_int_equal(errors[i].status, i == 2 ? ARMEX_BAD_INPUT : ARMEX_OK);
    }
    assert_null(out[2].data);
    assert_string_equal(out[0].data, out[3].data);
    for (size_t i = 0; i < 4; i++)
        armex_text_free(&out[i]);
    armex_chart_desk_close(desk);
    armex_table_free(good);
    armex_table_free(bad);
}

static void one_gnuplot_draws_what_two_draw(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_text one[SEVERAL] = {0}, two[SEVERAL] = {0};
    assert_int_equal(draw_several(one, 1, NULL), ARMEX_OK);
    assert_int_equal(draw_several(two, 2, NULL), ARMEX_OK);
    expect_equal(one, two);
    free_several(one);
    free_several(two);
}

/** The first to be started says that it has drawn all, and has not. */
static void who_says_that_he_has_drawn_is_not_believed_without_a_picture(void **state)
{
    static const char lies[] =
        "#!/bin/sh\n"
        "for i in 1 2 3 4 5 6 7 8 9; do echo 'armex: drawn' >&2; done\n"
        "cat >/dev/null\n";
    struct armex_text honest[SEVERAL] = {0}, other[SEVERAL] = {0};
    (void)state;
    NEEDS_GNUPLOT();
    write_program("lying-gnuplot", lies);
    write_program("once-lying-gnuplot", "#!/bin/sh\nmkdir lied 2>/dev/null || exec "
                                        "gnuplot -d\nexec ./lying-gnuplot\n");
    assert_int_equal(draw_several(honest, 1, NULL), ARMEX_OK);
    assert_int_equal(draw_several(other, 1, "./once-lying-gnuplot"), ARMEX_OK);
    expect_equal(honest, other);
    free_several(other);
    assert_int_equal(draw_several(other, 2, "./lying-gnuplot"), ARMEX_IO);
    free_several(honest);
    free_several(other);
}

/** Dies in the middle of its work, the first time. */
static void what_a_dead_gnuplot_left_is_drawn_by_another(void **state)
{
    static const char dies[] = "#!/bin/sh\n"
                               "mkdir died 2>/dev/null || exec gnuplot -d\n"
                               "head -n 5 | gnuplot -d\n";
    struct armex_text whole[SEVERAL] = {0}, pieced[SEVERAL] = {0};
    (void)state;
    NEEDS_GNUPLOT();
    write_program("dying-gnuplot", dies);
    assert_int_equal(draw_several(whole, 1, NULL), ARMEX_OK);
    assert_int_equal(draw_several(pieced, 1, "./dying-gnuplot"), ARMEX_OK);
    expect_equal(whole, pieced);
    free_several(whole);
    free_several(pieced);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bare_chart_is_cut_from_the_drawing_of_its_file),
        cmocka_unit_test(only_a_framed_svg_of_the_web_can_be_cut),
        cmocka_unit_test(charts_of_several_waves_come_in_their_order),
        cmocka_unit_test(who_is_killed_while_drawing_leaves_nothing_behind),
        cmocka_unit_test(a_gnuplot_that_has_drawn_is_not_waited_for),
        cmocka_unit_test(every_picture_that_is_made_is_told_of_once),
        cmocka_unit_test(one_gnuplot_draws_what_two_draw),
        cmocka_unit_test(who_says_that_he_has_drawn_is_not_believed_without_a_picture),
        cmocka_unit_test(what_a_dead_gnuplot_left_is_drawn_by_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
