/** The command as a line that a shell would read back. */
#include "check.h"

#include "cli/as_typed.h"

struct values {
    const char *years, *output, *dark;
};

static const struct armex_option options[] = {
    {"years", 'y', "FROM-TO", "when", NULL, offsetof(struct values, years), false},
    {"output", 'o', "FILE", "where", NULL, offsetof(struct values, output), true},
    {"dark", 0, NULL, "how", NULL, offsetof(struct values, dark), false},
    {0}};

static void expect_quoted(const char *word, const char *expected)
{
    struct armex_text out = {0};
    armex_shell_quote(&out, word);
    assert_string_equal(out.data, expected);
    armex_text_free(&out);
}

static void a_plain_word_stays_and_any_other_is_quoted(void **state)
{
    (void)state;
    expect_quoted("KOR,FRA", "KOR,FRA");
    expect_quoted("/tmp/a.csv", "/tmp/a.csv");
    expect_quoted("대한민국", "대한민국");
    expect_quoted("South Korea", "'South Korea'");
    expect_quoted("", "''");
    expect_quoted("Jane's", "'Jane'\\''s'");
    expect_quoted("$(touch x)`y`", "'$(touch x)`y`'");
    expect_quoted("a\nb", "'a\nb'");
    expect_quoted("~", "'~'");
    expect_quoted("*", "'*'");
}

static void the_line_as_typed_leaves_out_the_program_s_path(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    const char *words[] = {"show", "-e", "South Korea"};
    assert_string_equal(armex_line_as_typed(words, 3, arena),
                        "armex show -e 'South Korea'");
    assert_string_equal(armex_line_as_typed(words, 0, arena), "armex");
    armex_arena_free(arena);
}

static void the_line_as_asked_says_what_but_not_where(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct values values = {"2019-2023", "/a/b/x.svg", "yes"};
    const struct armex_option_group group = {"", options, &values};
    const char *operand = "line";
    const struct armex_operands operands = {&operand, 1, 1};
    assert_string_equal(armex_line_as_asked("plot", &group, 1, &operands, arena),
                        "armex plot line --years 2019-2023 --dark");
    values = (struct values){"-5", NULL, NULL};
    assert_string_equal(armex_line_as_asked("plot", &group, 1, &operands, arena),
                        "armex plot line --years=-5");
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_word_stays_and_any_other_is_quoted),
        cmocka_unit_test(the_line_as_typed_leaves_out_the_program_s_path),
        cmocka_unit_test(the_line_as_asked_says_what_but_not_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
