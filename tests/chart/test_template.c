/** Elements of a plot command that would draw nothing are left out. */
#include "chart/template.h"

#include "check.h"

static const char scene_of_two[] =
    "W = 720\n"
    "$dots << END_OF_BLOCK\nNaN\tNaN\n1\t2\nEND_OF_BLOCK\n"
    "$none << END_OF_BLOCK\nNaN\tNaN\nEND_OF_BLOCK\n"
    "$words << END_OF_BLOCK\n-99\t-99\t-\nEND_OF_BLOCK\n";

static void expect(const char *template, const char *left)
{
    struct armex_text scene = {0}, out = {0};

    armex_text_add(&scene, scene_of_two);
    armex_template_add(&out, template, &scene);
    assert_string_equal(out.data ? out.data : "", left);
    armex_text_free(&out);
    armex_text_free(&scene);
}

static void an_element_without_rows_is_left_out(void **state)
{
    (void)state;
    expect("a = 1\nplot @FRAME, \\\n    $none using 1:2 with lines, \\\n"
           "    $dots using 1:2 with points\n",
           "a = 1\nplot @FRAME, \\\n    $dots using 1:2 with points\n");
}

static void the_command_ends_where_its_last_element_does(void **state)
{
    (void)state;
    expect("plot @FRAME, \\\n    $dots using 1:2 with points, \\\n"
           "    $none using 1:2 with lines, \\\n    $words using 1:2:3 with labels\n"
           "unset x\n",
           "plot @FRAME, \\\n    $dots using 1:2 with points\nunset x\n");
    expect("plot @FRAME, \\\n    $none using 1:2 with lines", "plot @FRAME\n");
}

static void what_is_not_a_whole_element_stays(void **state)
{
    (void)state;
    const char *const kept[] = {
        "plot @FRAME, \\\n    $none using 1:2 \\\n        with lines\n",
        "plot @FRAME, \\\n    $unknown using 1:2 with lines\n",
        "plot @FRAME, \\\n    $dots using 1:2 with lines, $none using 1:2 with dots\n",
        "stats $none using 1\n",
        "",
        "plot @FRAME\n"};

    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        expect(kept[i], kept[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_element_without_rows_is_left_out),
        cmocka_unit_test(the_command_ends_where_its_last_element_does),
        cmocka_unit_test(what_is_not_a_whole_element_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
