/** tests/base/test_error.c: messages that can be printed anywhere. */
#include "check.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

static void a_message_begins_with_its_place(void **state)
{
    (void)state;
    struct armex_error error;
    const struct armex_place cell = {"tiv.csv", 41, 7}, file = {"tiv.csv", 0, 0};
    assert_int_equal(
        armex_fail(&error, ARMEX_BAD_INPUT, cell, "'%s' is no number", "x"),
        ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "tiv.csv:41:7: 'x' is no number");
    assert_int_equal(error.line, 41);
    assert_int_equal(error.column, 7);
    assert_string_equal(error.message + error.words, "'x' is no number");
    armex_fail(&error, ARMEX_NOT_FOUND, file, "there is no such file");
    assert_string_equal(error.message, "tiv.csv: there is no such file");
    armex_fail(&error, ARMEX_USAGE, ARMEX_NOWHERE, "what?");
    assert_string_equal(error.message, "what?");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.words, 0);
    assert_int_equal(error.status, ARMEX_USAGE);
    assert_int_equal(armex_fail(NULL, ARMEX_IO, ARMEX_NOWHERE, "unheard"), ARMEX_IO);
}

static void nothing_from_data_moves_the_terminal(void **state)
{
    (void)state;
    struct armex_error error;
    armex_fail(&error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "'%s'",
               "a\x1b[2J\n\xff\xc2\x9b\x7f대");
    assert_string_equal(error.message, "'a?[2J????대'");
}

static void a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    struct armex_error error;
    struct armex_text text = {0};
    for (int i = 0; i < 2000; i++)
        armex_text_add(&text, "한");
    armex_fail(&error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "%s", text.data);
    const size_t length = strlen(error.message);
    assert_true(length < sizeof error.message);
    assert_string_equal(error.message + length - 3, "...");
    assert_true(armex_utf8_valid(error.message, length));
    assert_int_equal((length - 3) % 3, 0);
    armex_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_message_begins_with_its_place),
        cmocka_unit_test(nothing_from_data_moves_the_terminal),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
