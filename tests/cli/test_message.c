/** How an error reads, and which exit status it ends the program with. */
#include "check.h"

#include "cli/session.h"

static void expect_lines(armex_status status, const char *command, const char *message,
                         const char *expected)
{
    struct armex_text out = {0};
    struct armex_error error;
    armex_fail(&error, status, ARMEX_NOWHERE, "%s", message);
    armex_error_lines(&out, command, &error);
    assert_string_equal(out.data, expected);
    armex_text_free(&out);
}

static void a_message_is_introduced_by_the_program(void **state)
{
    (void)state;
    expect_lines(ARMEX_IO, "show", "disk full", "armex: disk full\n");
    expect_lines(ARMEX_NOT_FOUND, "show", "x.csv: no such file",
                 "armex: x.csv: no such file\n");
}

static void a_message_that_begins_with_a_place_stands_alone(void **state)
{
    (void)state;
    expect_lines(ARMEX_BAD_INPUT, "ingest", "x.csv:3:1: not a number",
                 "x.csv:3:1: not a number\n");
    expect_lines(ARMEX_BAD_INPUT, "ingest", "a b: c.csv:12:7: twice",
                 "a b: c.csv:12:7: twice\n");
    expect_lines(ARMEX_BAD_INPUT, "ingest", "no dataset 'x:1:2: y'",
                 "armex: no dataset 'x:1:2: y'\n");
}

static void wrong_usage_says_where_to_read_on_unless_it_knows_the_right_word(
    void **state)
{
    (void)state;
    expect_lines(ARMEX_USAGE, "rank", "--years: 'x' is no year",
                 "armex: --years: 'x' is no year\ntry 'armex rank --help'\n");
    expect_lines(ARMEX_USAGE, "", "nothing was asked",
                 "armex: nothing was asked\ntry 'armex --help'\n");
    expect_lines(ARMEX_USAGE, "rank", "no 'a'; did you mean 'b'?",
                 "armex: no 'a'; did you mean 'b'?\n");
}

static void every_status_has_the_exit_code_of_the_contract(void **state)
{
    (void)state;
    assert_int_equal(armex_exit_code(ARMEX_OK), 0);
    assert_int_equal(armex_exit_code(ARMEX_ANSWER_NO), 1);
    assert_int_equal(armex_exit_code(ARMEX_USAGE), 64);
    assert_int_equal(armex_exit_code(ARMEX_BAD_INPUT), 65);
    assert_int_equal(armex_exit_code(ARMEX_TOO_FEW), 65);
    assert_int_equal(armex_exit_code(ARMEX_NOT_FOUND), 66);
    assert_int_equal(armex_exit_code(ARMEX_UNAVAILABLE), 69);
    assert_int_equal(armex_exit_code(ARMEX_BUG), 70);
    assert_int_equal(armex_exit_code(ARMEX_NO_MEMORY), 71);
    assert_int_equal(armex_exit_code(ARMEX_CANNOT_CREATE), 73);
    assert_int_equal(armex_exit_code(ARMEX_IO), 74);
    assert_int_equal(armex_exit_code(ARMEX_TRY_AGAIN), 75);
    assert_int_equal(armex_exit_code(ARMEX_BAD_SPEC), 78);
    assert_int_equal(armex_exit_code((armex_status)99), 70);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_message_is_introduced_by_the_program),
        cmocka_unit_test(a_message_that_begins_with_a_place_stands_alone),
        cmocka_unit_test(
            wrong_usage_says_where_to_read_on_unless_it_knows_the_right_word),
        cmocka_unit_test(every_status_has_the_exit_code_of_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
