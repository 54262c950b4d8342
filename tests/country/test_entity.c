/** tests/country/test_entity.c: who is meant by a code or a name. */
#include "check.h"

#include <string.h>

#include "country/entity.h"

static const char *found(const char *name)
{
    const struct armex_entity *entity = armex_entity_find(name, strlen(name));
    return entity ? entity->code : "none";
}

static void a_code_is_found_in_either_case_and_only_whole(void **state)
{
    (void)state;
    assert_string_equal(armex_entity_by_code("KOR")->name, "South Korea");
    assert_string_equal(armex_entity_by_code("kor")->name, "South Korea");
    assert_string_equal(armex_entity_by_code("suhh")->name, "Soviet Union");
    assert_string_equal(armex_entity_by_code("PKK")->code, "pkk");
    assert_string_equal(armex_entity_by_code("Unknown-Supplier")->code,
                        "unknown-supplier");
    assert_null(armex_entity_by_code("KO"));
    assert_null(armex_entity_by_code("KORE"));
    assert_null(armex_entity_by_code("South Korea"));
    assert_null(armex_entity_by_code(""));
    assert_null(
        armex_entity_by_code("a-code-that-is-longer-than-any-that-there-can-be"));
}

static void every_common_spelling_finds_the_state(void **state)
{
    (void)state;
    static const char *const spellings[][12] = {
        {"KOR", "KOR", "kr", "South Korea", "Korea, South", "Republic of Korea",
         "Rep. of Korea", "Korea, Rep.", "ROK", "대한민국", "한국", "Südkorea"},
        {"TUR", "Turkey", "Türkiye", "TURKIYE", "turkiye", "Türkei", "tr", "Turquie"},
        {"VNM", "Viet Nam", "Vietnam", "viet-nam", "North Vietnam"},
        {"ARE", "UAE", "U.A.E.", "United Arab Emirates"},
        {"GBR", "UK", "U.K.", "Britain", "Great Britain", "GB", "Großbritannien"},
        {"COD", "DR Congo", "Congo, DR", "Congo, Dem. Rep.", "Zaire"},
        {"COG", "Congo", "Congo, Rep.", "Congo-Brazzaville"},
        {"CIV", "Cote d'Ivoire", "Côte d’Ivoire", "Ivory Coast"},
        {"SWZ", "eSwatini", "Swaziland"},
        {"CZE", "Czechia", "Czech Republic"},
        {"MKD", "North Macedonia", "Macedonia, FYR", "FYROM"},
        {"NLD", "The Netherlands", "Netherlands (the)", "Nederland", "Holland"},
        {"POL", "Polska", "Polen", "ポーランド", " Poland\t"},
        {"DEU", "Germany", "Deutschland", "West Germany", "Allemagne", "FRG"},
        {"DDDE", "East Germany (GDR)", "GDR", "German Democratic Republic"},
        {"SUHH", "Soviet Union", "USSR", "SUN", "U.S.S.R."},
        {"WLD", "World", "wld"},
        {"EMU", "Euro area"},
        {"XKX", "Kosovo", "XKX"},
        {"TWN", "Taiwan", "Taiwan, China"},
        {"unknown-supplier", "unknown supplier(s)", "Unknown supplier(s)"},
        {"nato", "NATO**", "NATO"},
    };
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        for (size_t j = 1; j < 12 && spellings[i][j]; j++)
            if (strcmp(found(spellings[i][j]), spellings[i][0]) != 0)
                fail_msg("'%s' is %s, not %s", spellings[i][j], found(spellings[i][j]),
                         spellings[i][0]);
}

static void an_armed_group_is_never_the_state_it_fights(void **state)
{
    (void)state;
    assert_string_equal(found("PKK (Turkiye)*"), "pkk");
    assert_string_equal(found("PKK (Turkey)*"), "pkk");
    assert_string_equal(found("PKK*"), "pkk");
    assert_string_equal(found("PKK"), "pkk");
    assert_string_equal(found("RUF (Sierra Leone)*"), "ruf");
    assert_string_equal(found("Hezbollah (Lebanon)"), "hezbollah");
    assert_int_equal(armex_entity_by_code("ruf")->kind, ARMEX_ARMED_GROUP);
    assert_string_equal(found("Sierra Leone*"), "none");
    assert_string_equal(found("Rebels (Syria)*"), "none");
    assert_string_equal(found("Turkiye*"), "none");
    assert_string_equal(found("Poland**"), "none");
    assert_string_equal(found("*"), "none");
}

static void a_code_counts_only_when_written_exactly(void **state)
{
    (void)state;
    assert_string_equal(found("AO"), "AGO");
    assert_string_equal(found("ao"), "AGO");
    assert_string_equal(found("Áo"), "none"); // Vietnamese for Austria, not AO, Angola
    assert_string_equal(found("A.O."), "none");
    assert_string_equal(found("U.S.A."), "USA"); // a name as well as a code
}

static void codes_of_other_bodies_and_half_names_are_not_guessed_at(void **state)
{
    (void)state;
    assert_string_equal(found("AST"), "none"); // SIPRI's Austria
    assert_string_equal(found("CZR"), "none"); // SIPRI's Czechia
    assert_string_equal(found("AUS"), "AUS");  // ISO's Australia
    assert_string_equal(found("410"), "none");
    assert_string_equal(found("Korea"), "none");
    assert_string_equal(found("cad"), "none"); // Čad is Chad in Slovene
    assert_string_equal(found("the"), "none");
    assert_string_equal(found("Total"), "none");
}

static void hostile_names_find_nobody(void **state)
{
    (void)state;
    assert_null(armex_entity_find("", 0));
    assert_null(armex_entity_find("   ", 3));
    assert_null(armex_entity_find("Poland\0", 7));
    assert_null(armex_entity_find("\xffPoland", 7));
    assert_null(armex_entity_find("T\xfcrkiye", 7));
    assert_string_equal(armex_entity_find("Polandia", 6)->code, "POL");
    char longest[4096];
    memset(longest, 'a', sizeof longest);
    assert_null(armex_entity_find(longest, sizeof longest));
}

static void the_table_is_sorted_and_everybody_is_found_by_name(void **state)
{
    (void)state;
    size_t n = 0;
    const struct armex_entity *all = armex_entities(&n);
    assert_true(n > 400);
    for (size_t i = 0; i < n; i++) {
        assert_true(i == 0 || strcmp(all[i - 1].code, all[i].code) < 0);
        assert_ptr_equal(armex_entity_by_code(all[i].code), &all[i]);
        assert_ptr_equal(armex_entity_find(all[i].name, strlen(all[i].name)), &all[i]);
        assert_ptr_equal(armex_entity_find(all[i].code, strlen(all[i].code)), &all[i]);
        if (*all[i].alpha2)
            assert_ptr_equal(armex_entity_find(all[i].alpha2, 2), &all[i]);
        for (size_t j = 0; all[i].predecessors[j]; j++)
            assert_non_null(armex_entity_by_code(all[i].predecessors[j]));
        assert_true(strlen(armex_entity_kind_name(all[i].kind)) > 0);
    }
}

static void states_that_came_and_went_know_their_years(void **state)
{
    (void)state;
    const struct armex_entity *russia = armex_entity_by_code("RUS");
    const struct armex_entity *soviet = armex_entity_by_code("SUHH");
    const struct armex_entity *serbia = armex_entity_by_code("SRB");

    assert_int_equal(russia->first_year, 1992);
    assert_int_equal(russia->last_year, 0);
    assert_string_equal(russia->predecessors[0], "SUHH");
    assert_null(russia->predecessors[1]);
    assert_int_equal(soviet->kind, ARMEX_FORMER_STATE);
    assert_int_equal(soviet->last_year, 1991);
    assert_string_equal(serbia->predecessors[0], "CSXX");
    assert_string_equal(armex_entity_by_code("CSXX")->predecessors[0], "YUCS");
    assert_null(armex_entity_by_code("DEU")->predecessors[0]);
    assert_true(armex_entity_is_aggregate("WLD"));
    assert_false(armex_entity_is_aggregate("FRA"));
    assert_false(armex_entity_is_aggregate("nobody"));
    assert_false(armex_entity_is_divided("SUHH")); // the others are no successors of it
    assert_true(armex_entity_is_divided("CSHH"));
    assert_false(armex_entity_is_divided("FRA"));
    assert_int_equal(armex_entity_by_code("POL")->first_year, 0);
}

static void numbers_and_short_codes_are_those_of_the_united_nations_and_iso(
    void **state)
{
    (void)state;
    assert_int_equal(armex_entity_by_code("POL")->m49, 616);
    assert_string_equal(armex_entity_by_code("POL")->alpha2, "PL");
    assert_int_equal(armex_entity_by_code("AFG")->m49, 4);
    assert_int_equal(armex_entity_by_code("YUCS")->m49, 890);
    assert_string_equal(armex_entity_by_code("YUCS")->alpha2, "");
    assert_int_equal(armex_entity_by_code("pkk")->m49, 0);
    assert_string_equal(armex_entity_by_code("XKX")->alpha2, "");
}

static void kinds_have_words(void **state)
{
    (void)state;
    assert_string_equal(armex_entity_kind_name(ARMEX_STATE), "state");
    assert_string_equal(armex_entity_kind_name(ARMEX_FORMER_STATE), "former state");
    assert_string_equal(armex_entity_kind_name(ARMEX_ARMED_GROUP), "armed group");
    assert_string_equal(armex_entity_kind_name(ARMEX_AGGREGATE), "aggregate");
    assert_string_equal(armex_entity_kind_name((enum armex_entity_kind)99), "");
    assert_int_equal(armex_entity_by_code("WLD")->kind, ARMEX_AGGREGATE);
    assert_int_equal(armex_entity_by_code("HKG")->kind, ARMEX_TERRITORY);
    assert_int_equal(armex_entity_by_code("GRL")->kind, ARMEX_TERRITORY);
    assert_int_equal(armex_entity_by_code("united-nations")->kind, ARMEX_ORGANISATION);
    assert_int_equal(armex_entity_by_code("unknown-recipient")->kind, ARMEX_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_found_in_either_case_and_only_whole),
        cmocka_unit_test(every_common_spelling_finds_the_state),
        cmocka_unit_test(an_armed_group_is_never_the_state_it_fights),
        cmocka_unit_test(a_code_counts_only_when_written_exactly),
        cmocka_unit_test(codes_of_other_bodies_and_half_names_are_not_guessed_at),
        cmocka_unit_test(hostile_names_find_nobody),
        cmocka_unit_test(the_table_is_sorted_and_everybody_is_found_by_name),
        cmocka_unit_test(states_that_came_and_went_know_their_years),
        cmocka_unit_test(
            numbers_and_short_codes_are_those_of_the_united_nations_and_iso),
        cmocka_unit_test(kinds_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
