/** Where the store is, as the environment has it. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "cli/paths.h"

static void expect_store(const char *given, const char *variable, const char *data,
                         const char *home, const char *expected)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_paths paths;
    const char *const names[] = {"ARMEX_STORE", "XDG_DATA_HOME", "HOME"};
    const char *const values[] = {variable, data, home};

    for (size_t i = 0; i < 3; i++)
        if (values[i])
            setenv(names[i], values[i], 1);
        else
            unsetenv(names[i]);
    assert_int_equal(armex_paths_find(&paths, given, arena, NULL), ARMEX_OK);
    if (expected)
        assert_string_equal(paths.store, expected);
    else
        assert_null(paths.store);
    armex_arena_free(arena);
}

static void the_option_comes_before_the_variables_and_they_in_their_order(void **state)
{
    (void)state;
    expect_store("here", "/v", "/d", "/h", "here");
    expect_store(NULL, "there", "/d", "/h", "there");
    expect_store(NULL, NULL, "/d", "/h", "/d/armex");
    expect_store(NULL, NULL, NULL, "/h", "/h/.local/share/armex");
    expect_store(NULL, NULL, NULL, NULL, NULL);
}

static void an_empty_variable_is_none(void **state)
{
    (void)state;
    expect_store(NULL, "", "/d", "/h", "/d/armex");
    expect_store(NULL, "", "", "/h", "/h/.local/share/armex");
    expect_store(NULL, "", "", "", NULL);
}

static void a_relative_data_folder_is_ignored_as_xdg_demands(void **state)
{
    (void)state;
    expect_store(NULL, NULL, "d", "/h", "/h/.local/share/armex");
    expect_store(NULL, NULL, "d", "h", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_option_comes_before_the_variables_and_they_in_their_order),
        cmocka_unit_test(an_empty_variable_is_none),
        cmocka_unit_test(a_relative_data_folder_is_ignored_as_xdg_demands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
