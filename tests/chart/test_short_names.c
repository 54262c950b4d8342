/** tests/chart/test_short_names.c: names as they stand where there is no room for them.
 */
#include "check.h"

#include <string.h>

#include "chart/short_names.h"
#include "country/entity.h"

static void a_short_form_is_of_a_whole_name_and_keeps_what_follows(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    assert_string_equal(armex_short_name(arena, "United Kingdom"), "UK");
    assert_string_equal(armex_short_name(arena, "United Kingdom, orders"),
                        "UK, orders");
    assert_null(armex_short_name(arena, "United Kingdoms"));
    assert_null(armex_short_name(arena, "France"));
    assert_null(armex_short_name(arena, ""));
    armex_arena_free(arena);
}

/** Whom charts name, as country/ names them: a form of another spelling is never found.
 */
static void names_that_have_one_are_those_that_tables_have(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    size_t n, found = 0;
    const struct armex_entity *all = armex_entities(&n);
    for (size_t i = 0; i < n; i++) {
        const char *usual = armex_short_name(arena, all[i].name);
        if (!usual)
            continue;
        found++;
        if (strlen(usual) >= strlen(all[i].name))
            fail_msg("%s is no shorter than %s", usual, all[i].name);
    }
    assert_int_equal(found, ARMEX_SHORT_NAMES);
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_form_is_of_a_whole_name_and_keeps_what_follows),
        cmocka_unit_test(names_that_have_one_are_those_that_tables_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
