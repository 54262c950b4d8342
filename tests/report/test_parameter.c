/** tests/report/test_parameter.c: what may be set, and every way to set it wrong. */
#include "report/spec.h"
#include "written.h"

#define PROFILE                                                                        \
    "parameters:\n"                                                                    \
    "  entity: {kind: entity, about: the country}\n"                                   \
    "  top: {kind: number, about: how many, default: 15}\n"                            \
    "  year: {kind: number, about: which year, default: \"\"}\n"                       \
    "title: \"$(entity:name) and $(top) more\"\n"                                      \
    "sections:\n"                                                                      \
    "  - heading: One\n"                                                               \
    "    items:\n"                                                                     \
    "      - {table: show, entity: $(entity), years: $(year), title: $(year)}\n"

static armex_status read_with(struct armex_spec **spec, const char *yaml,
                              const char *name, const char *value,
                              struct armex_error *error)
{
    const struct armex_setting setting = {name, value};
    const struct armex_settings settings = {&setting, name != NULL};

    written("s.yaml", yaml);
    return armex_spec_read_with(spec, "s.yaml", &settings, error);
}

static void assert_refused(const char *yaml, const char *name, const char *value,
                           armex_status status, const char *message)
{
    struct armex_spec *spec = NULL;
    struct armex_error error = {0};

    assert_int_equal(read_with(&spec, yaml, name, value, &error), status);
    assert_null(spec);
    assert_string_equal(error.message, message);
}

static void a_country_is_set_in_any_spelling(void **state)
{
    (void)state;
    struct armex_spec *spec = NULL;
    struct armex_error error = {0};

    if (read_with(&spec, PROFILE, "entity", "Turkey", &error) != ARMEX_OK)
        fail_msg("%s", error.message);
    assert_string_equal(spec->title.text, "Türkiye and 15 more");
    assert_string_equal(spec->sections[0].items[0].query.entity, "TUR");
    assert_int_equal(spec->n_settings, 3);
    assert_string_equal(spec->settings[0].name, "entity");
    assert_string_equal(spec->settings[0].value, "TUR");
    armex_spec_free(spec);
}

static void a_key_that_is_only_what_was_not_given_is_not_there(void **state)
{
    (void)state;
    struct armex_spec *spec = NULL;
    struct armex_error error = {0};

    if (read_with(&spec, PROFILE, "entity", "KOR", &error) != ARMEX_OK)
        fail_msg("%s", error.message);
    assert_null(spec->sections[0].items[0].query.years);
    assert_null(spec->sections[0].items[0].title.text);
    armex_spec_free(spec);
}

static void a_setting_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    assert_refused(PROFILE, NULL, NULL, ARMEX_USAGE,
                   "this report needs --set entity=COUNTRY: the country");
    assert_refused(PROFILE, "entty", "KOR", ARMEX_USAGE,
                   "s.yaml takes no 'entty'; did you mean 'entity'?");
    assert_refused(
        PROFILE, "entity", "Frence", ARMEX_USAGE,
        "entity: no country is called 'Frence'; did you mean 'France' or 'Greece'?");
    assert_refused(PROFILE, "entity", "{title}", ARMEX_USAGE,
                   "entity: '{title}' is no plain text: no braces, no $");
    assert_refused("title: T\nsections: [{heading: H}]\n", "entity", "KOR", ARMEX_USAGE,
                   "s.yaml takes no 'entity'");
}

static void a_parameter_that_is_wrong_is_named_with_its_place(void **state)
{
    (void)state;
    assert_refused("parameters: none\ntitle: T\n", NULL, NULL, ARMEX_BAD_SPEC,
                   "s.yaml:1:1: names are needed here, such as entity: {kind: entity, "
                   "about: the country}");
    assert_refused("parameters:\n  a: {kind: contry, about: A}\n", NULL, NULL,
                   ARMEX_BAD_SPEC,
                   "s.yaml:2:13: there is no kind 'contry'; there are: entity, number, "
                   "text");
    assert_refused("parameters:\n  a: {kind: text}\n", NULL, NULL, ARMEX_BAD_SPEC,
                   "s.yaml:2:3: the key 'about' is missing");
    assert_refused("parameters:\n  a: {kind: number, about: A, default: ten}\n", NULL,
                   NULL, ARMEX_BAD_SPEC,
                   "s.yaml:2:3: a: 'ten' is not a number from 1 to 1000000");
    assert_refused("parameters:\n  a: {kind: text, about: A, default: x}\n"
                   "title: In $(b)\n",
                   NULL, NULL, ARMEX_BAD_SPEC,
                   "s.yaml:3:8: there is no parameter 'b'; did you mean 'a'?");
    assert_refused("parameters:\n  a: {kind: text, about: A, default: \"\"}\n"
                   "title: $(a)\n",
                   NULL, NULL, ARMEX_BAD_SPEC,
                   "s.yaml:1:1: the key 'title' is missing");
}

static void without_parameters_a_dollar_is_a_text(void **state)
{
    (void)state;
    struct armex_spec *spec = NULL;
    struct armex_error error = {0};

    if (read_with(&spec, "title: In $(b)\nsections: [{heading: H}]\n", NULL, NULL,
                  &error) != ARMEX_OK)
        fail_msg("%s", error.message);
    assert_string_equal(spec->title.text, "In $(b)");
    armex_spec_free(spec);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_country_is_set_in_any_spelling),
        cmocka_unit_test(a_key_that_is_only_what_was_not_given_is_not_there),
        cmocka_unit_test(a_setting_that_does_not_fit_is_refused),
        cmocka_unit_test(a_parameter_that_is_wrong_is_named_with_its_place),
        cmocka_unit_test(without_parameters_a_dollar_is_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
