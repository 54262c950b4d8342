/** tests/country/test_list.c: lists of countries, groups, and slips of the pen. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "country/entity.h"

/* The codes that `list` names, set apart by blanks, or the message. */
static const char *named(const char *list)
{
    static char text[8192];
    const struct armex_entity **entities = NULL;
    struct armex_error error = {0};
    size_t n = 0, used = 0;

    if (armex_entities_named(&entities, &n, list, &error)) {
        assert_int_equal(error.status, ARMEX_USAGE);
        assert_null(entities);
        snprintf(text, sizeof text, "%s", error.message);
        return text;
    }
    text[0] = '\0';
    for (size_t i = 0; i < n; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", i ? " " : "",
                                 entities[i]->code);
    free(entities);
    return text;
}

static void names_codes_and_groups_are_set_apart_by_commas(void **state)
{
    (void)state;
    assert_string_equal(named("KOR, Poland,pl ,Türkiye"), "KOR POL TUR");
    assert_string_equal(named("g7"), "CAN DEU FRA GBR ITA JPN USA");
    assert_string_equal(named("ITA,G7"), "ITA CAN DEU FRA GBR JPN USA");
    assert_string_equal(named("Nordic countries"), "DNK FIN ISL NOR SWE");
    assert_string_equal(named("EUU"), "EUU");
}

static void a_name_may_hold_a_comma_but_a_list_is_a_list(void **state)
{
    (void)state;
    assert_string_equal(named("Korea, Republic of"), "KOR");
    assert_string_equal(named("Poland,Korea, Republic of,Sweden"), "POL KOR SWE");
    assert_string_equal(named("Congo, Dem. Rep.,Yemen, North"), "COD north-yemen");
    assert_string_equal(named("China,Taiwan"), "CHN TWN");
    assert_string_equal(
        named("Congo, The Democratic Republic of the, Iran, Islamic Republic of"),
        "COD IRN");
}

static void an_unlisted_code_is_taken_as_it_is(void **state)
{
    (void)state;
    assert_string_equal(
        named("unlisted-ruritania, POL,unlisted-x1 ,unlisted-ruritania"),
        "unlisted-ruritania POL unlisted-x1");
    assert_string_equal(named("unlisted-"),
                        "no country or group is called 'unlisted-'; `armex entities` "
                        "lists them");
    assert_string_equal(named("Unlisted-x"),
                        "no country or group is called 'Unlisted-x'; `armex entities` "
                        "lists them");
}

static void all_means_every_entity(void **state)
{
    (void)state;
    const struct armex_entity **entities = NULL;
    size_t n = 0, every = 0;

    armex_entities(&every);
    assert_int_equal(armex_entities_named(&entities, &n, "all", NULL), ARMEX_OK);
    assert_int_equal(n, every);
    free(entities);
    assert_int_equal(armex_entities_named(&entities, &n, "POL, all ", NULL), ARMEX_OK);
    assert_int_equal(n, every);
    assert_string_equal(entities[0]->code, "POL");
    free(entities);
}

static void what_is_not_understood_is_named_with_the_nearest_right_one(void **state)
{
    (void)state;
    assert_string_equal(named("POL,Soth Korea"),
                        "no country or group is called 'Soth Korea'; did you mean "
                        "'South Korea' or 'North Korea'?");
    assert_string_equal(named("Deutschlnd"),
                        "no country or group is called 'Deutschlnd'; did you mean "
                        "'Germany'?");
    assert_string_equal(named("Congo, Dem. Rip., SWE"),
                        "no country or group is called 'Dem. Rip.'; `armex entities` "
                        "lists them");
    assert_string_equal(named("POL,,SWE"),
                        "a name is missing in the list of countries");
    assert_string_equal(named(""), "a name is missing in the list of countries");
    assert_string_equal(named("POL, "), "a name is missing in the list of countries");
    assert_string_equal(named("x\x1b[2J"),
                        "no country or group is called 'x?[2J'; `armex entities` lists "
                        "them");
}

static void a_very_long_list_is_read_in_one_go(void **state)
{
    (void)state;
    enum { TIMES = 20000 };
    char *list = malloc(4 * TIMES + 1);
    assert_non_null(list);
    for (size_t i = 0; i < TIMES; i++)
        memcpy(list + 4 * i, "POL,", 4);
    list[4 * TIMES - 1] = '\0';
    assert_string_equal(named(list), "POL");
    free(list);
}

static const char *nearest(const char *name)
{
    static char meant[ARMEX_MEANT_SIZE];
    return armex_entity_meant(meant, name, "") ? meant : "none";
}

static void names_as_near_but_for_a_slip_are_all_told(void **state)
{
    (void)state;
    char meant[ARMEX_MEANT_SIZE];
    const struct armex_entity *near[ARMEX_NEAREST_ENTITIES];
    assert_string_equal(nearest("Nigeri"), "Niger or Nigeria");
    assert_string_equal(nearest("Ngeria"), "Nigeria or Algeria");
    assert_string_equal(nearest("Iram"), "Iran or Iraq");
    assert_int_equal(armex_entities_nearest(near, "Austrla"), 2);
    assert_string_equal(near[0]->code, "AUT");
    assert_string_equal(near[1]->code, "AUS");
    assert_string_equal(nearest("Ira"), "Iran, Iraq or Lord's Resistance Army");
    assert_true(armex_entity_meant(meant, "Irax", "'"));
    assert_string_equal(meant, "'Iran' or 'Iraq'");
    assert_false(armex_entity_meant(meant, "Wakanda Forever", "'"));
    assert_string_equal(meant, "");
}

static void the_nearest_name_is_the_plain_english_one(void **state)
{
    (void)state;
    assert_string_equal(nearest("Soth Korea"), "South Korea or North Korea");
    assert_string_equal(nearest("Frnace"), "France");
    assert_string_equal(nearest("Unted Kingdm"), "United Kingdom");
    assert_string_equal(nearest("Lybia"), "Libya");
    assert_string_equal(nearest("대한민극"), "South Korea");
    assert_string_equal(nearest("Poland"), "Poland");
    assert_string_equal(nearest("Wakanda Forever"), "none");
    assert_string_equal(nearest(""), "none");
    assert_string_equal(nearest("\xff\xfe"), "none");
}

static void only_an_armed_group_is_near_a_name_with_a_star(void **state)
{
    (void)state;
    assert_string_equal(nearest("Hezbolah*"), "Hezbollah");
    assert_string_equal(nearest("Sweeden*"), "none");
}

static void groups_have_codes_names_and_members(void **state)
{
    (void)state;
    size_t n = 0;
    const struct armex_group *groups = armex_groups(&n);
    size_t members_of_eu = 0, members_of_nato = 0, entities = 0;
    const struct armex_entity *all = armex_entities(&entities);

    for (size_t i = 0; i < n; i++) {
        assert_true(i == 0 || strcmp(groups[i - 1].code, groups[i].code) < 0);
        assert_ptr_equal(armex_group_find(groups[i].code, strlen(groups[i].code)),
                         &groups[i]);
        assert_ptr_equal(armex_group_find(groups[i].name, strlen(groups[i].name)),
                         &groups[i]);
    }
    for (size_t i = 0; i < entities; i++) {
        members_of_eu += armex_entity_in(&all[i], "eu");
        members_of_nato += armex_entity_in(&all[i], "nato");
        assert_true(!*all[i].groups || all[i].kind == ARMEX_STATE);
    }
    assert_int_equal(members_of_eu, 27);
    assert_int_equal(members_of_nato, 32);
    assert_true(armex_entity_in(armex_entity_by_code("SWE"), "nato"));
    assert_false(armex_entity_in(armex_entity_by_code("GBR"), "eu"));
    assert_false(armex_entity_in(armex_entity_by_code("GBR"), "g"));
    assert_null(armex_group_find("POL", 3));
    assert_null(armex_group_find("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_codes_and_groups_are_set_apart_by_commas),
        cmocka_unit_test(a_name_may_hold_a_comma_but_a_list_is_a_list),
        cmocka_unit_test(an_unlisted_code_is_taken_as_it_is),
        cmocka_unit_test(all_means_every_entity),
        cmocka_unit_test(what_is_not_understood_is_named_with_the_nearest_right_one),
        cmocka_unit_test(a_very_long_list_is_read_in_one_go),
        cmocka_unit_test(names_as_near_but_for_a_slip_are_all_told),
        cmocka_unit_test(the_nearest_name_is_the_plain_english_one),
        cmocka_unit_test(only_an_armed_group_is_near_a_name_with_a_star),
        cmocka_unit_test(groups_have_codes_names_and_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
