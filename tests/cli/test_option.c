/** Options are read as GNU programs read them, from a table. */
#include "check.h"

#include <string.h>

#include "cli/option.h"

struct values {
    const char *entity, *dataset, *format, *quiet, *verbose, *title;
};

#define FIELD(name) offsetof(struct values, name)

static const struct armex_option options[] = {
    {"entity", 'e', "LIST", "who", NULL, FIELD(entity), false},
    {"dataset", 'd', "ID[@VINTAGE]", "which", NULL, FIELD(dataset), false},
    {"format", 'f', "FORMAT", "how", "text|csv|json", FIELD(format), false},
    {"quiet", 'q', NULL, "less", NULL, FIELD(quiet), false},
    {"verbose", 'v', NULL, "more", NULL, FIELD(verbose), false},
    {0}};
static const struct armex_option others[] = {
    {"title", 0, "TEXT", "words", NULL, FIELD(title), false}, {0}};

/** One reading; `message` is "" when it went well. */
struct reading {
    struct armex_arena *arena;
    struct values values;
    struct armex_operands operands;
    struct armex_error error;
};

static int begin(void **state)
{
    struct reading *reading = test_calloc(1, sizeof *reading);
    reading->arena = armex_arena_create();
    *state = reading;
    return !reading->arena;
}

static int end(void **state)
{
    struct reading *reading = *state;
    armex_arena_free(reading->arena);
    test_free(reading);
    return 0;
}

static armex_status read_words(struct reading *reading, bool only_leading, size_t n,
                               const char *const *words)
{
    const struct armex_option_group groups[] = {{"One", options, &reading->values},
                                                {"Two", others, &reading->values}};
    return armex_options_read(&reading->operands, groups, 2, words, n, only_leading,
                              reading->arena, &reading->error);
}

#define READ(reading, ...)                                                             \
    read_words(reading, false,                                                         \
               sizeof((const char *[]){__VA_ARGS__}) / sizeof(const char *),           \
               (const char *[]){__VA_ARGS__})

static void long_options_take_the_next_word_or_what_follows_the_equals_sign(
    void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "--entity", "KOR", "--format=csv", "--title=a=b"),
                     ARMEX_OK);
    assert_string_equal(reading->values.entity, "KOR");
    assert_string_equal(reading->values.format, "csv");
    assert_string_equal(reading->values.title, "a=b");
    assert_null(reading->values.quiet);
    assert_int_equal(reading->operands.n, 0);
}

static void short_options_take_the_next_word_or_the_rest_of_theirs(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "-e", "KOR", "-fcsv"), ARMEX_OK);
    assert_string_equal(reading->values.entity, "KOR");
    assert_string_equal(reading->values.format, "csv");
}

static void switches_of_one_letter_may_stand_together_with_a_value_at_the_end(
    void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "-qvf", "json"), ARMEX_OK);
    assert_string_equal(reading->values.quiet, "yes");
    assert_string_equal(reading->values.verbose, "yes");
    assert_string_equal(reading->values.format, "json");
}

static void operands_may_stand_among_options_and_a_dash_is_one(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "one", "-q", "-", "two"), ARMEX_OK);
    assert_int_equal(reading->operands.n, 3);
    assert_string_equal(reading->operands.items[0], "one");
    assert_string_equal(reading->operands.items[1], "-");
    assert_string_equal(reading->operands.items[2], "two");
}

static void two_dashes_end_the_options(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "-q", "--", "-v", "--", "--entity"), ARMEX_OK);
    assert_null(reading->values.verbose);
    assert_int_equal(reading->operands.n, 3);
    assert_string_equal(reading->operands.items[0], "-v");
    assert_string_equal(reading->operands.items[1], "--");
    assert_string_equal(reading->operands.items[2], "--entity");
}

static void only_leading_options_stop_at_the_first_operand(void **state)
{
    struct reading *reading = *state;
    const char *words[] = {"-q", "rank", "-v"};
    assert_int_equal(read_words(reading, true, 3, words), ARMEX_OK);
    assert_int_equal(reading->operands.read, 1);
    assert_int_equal(reading->operands.n, 0);
    assert_null(reading->values.verbose);
}

static void an_option_given_twice_keeps_the_last_but_a_list_grows(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "-f", "csv", "-f", "json", "-e", "KOR", "-e", "FRA"),
                     ARMEX_OK);
    assert_string_equal(reading->values.format, "json");
    assert_string_equal(reading->values.entity, "KOR,FRA");
}

static void datasets_named_one_after_another_add_up(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "-d", "one", "-d", "two@2024"), ARMEX_OK);
    assert_string_equal(reading->values.dataset, "one,two@2024");
}

static void a_value_may_be_empty_or_look_like_an_option(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "--title=", "-e", "--quiet"), ARMEX_OK);
    assert_string_equal(reading->values.title, "");
    assert_string_equal(reading->values.entity, "--quiet");
    assert_null(reading->values.quiet);
}

static void a_misspelt_option_is_answered_with_the_nearest(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "--entiyt", "KOR"), ARMEX_USAGE);
    assert_string_equal(reading->error.message,
                        "there is no option '--entiyt'; did you mean '--entity'?");
    assert_int_equal(READ(reading, "--titel=x"), ARMEX_USAGE);
    assert_string_equal(reading->error.message,
                        "there is no option '--titel'; did you mean '--title'?");
}

static void what_is_near_no_option_is_only_said_to_be_none(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "--zzzzzz"), ARMEX_USAGE);
    assert_string_equal(reading->error.message, "there is no option '--zzzzzz'");
    assert_int_equal(READ(reading, "-x"), ARMEX_USAGE);
    assert_string_equal(reading->error.message, "there is no option '-x'");
}

static void a_name_is_never_shortened(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "--entit", "KOR"), ARMEX_USAGE);
    assert_null(reading->values.entity);
}

static void a_missing_value_and_one_too_many_are_refused(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "-q", "--entity"), ARMEX_USAGE);
    assert_string_equal(reading->error.message,
                        "option '--entity' needs a value: --entity LIST");
    assert_int_equal(READ(reading, "-qe"), ARMEX_USAGE);
    assert_string_equal(reading->error.message,
                        "option '--entity' needs a value: --entity LIST");
    assert_int_equal(READ(reading, "--quiet=no"), ARMEX_USAGE);
    assert_string_equal(reading->error.message, "option '--quiet' takes no value");
}

static void a_choice_that_is_none_is_answered_with_the_nearest_or_with_all(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "-f", "jsno"), ARMEX_USAGE);
    assert_string_equal(reading->error.message,
                        "--format: there is no 'jsno'; did you mean 'json'?");
    assert_int_equal(READ(reading, "-f", "parquet"), ARMEX_USAGE);
    assert_string_equal(reading->error.message,
                        "--format: there is no 'parquet'; there are: text, csv, json");
    assert_null(reading->values.format);
}

static void control_characters_of_a_wrong_word_do_not_reach_the_terminal(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(READ(reading, "--\x1b[31m\xff"), ARMEX_USAGE);
    assert_string_equal(reading->error.message, "there is no option '--?[31m?'");
}

static void choices_are_taken_apart(void **state)
{
    struct reading *reading = *state;
    size_t n;
    const char **choices = armex_option_choices(&n, "a|bc|d", reading->arena);
    assert_int_equal(n, 3);
    assert_string_equal(choices[0], "a");
    assert_string_equal(choices[1], "bc");
    assert_string_equal(choices[2], "d");
    assert_string_equal(armex_option_choices(&n, "one", reading->arena)[0], "one");
    assert_int_equal(n, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(long_options_take_the_next_word_or_what_follows_the_equals_sign),
        TEST(short_options_take_the_next_word_or_the_rest_of_theirs),
        TEST(switches_of_one_letter_may_stand_together_with_a_value_at_the_end),
        TEST(operands_may_stand_among_options_and_a_dash_is_one),
        TEST(two_dashes_end_the_options),
        TEST(only_leading_options_stop_at_the_first_operand),
        TEST(an_option_given_twice_keeps_the_last_but_a_list_grows),
        TEST(datasets_named_one_after_another_add_up),
        TEST(a_value_may_be_empty_or_look_like_an_option),
        TEST(a_misspelt_option_is_answered_with_the_nearest),
        TEST(what_is_near_no_option_is_only_said_to_be_none),
        TEST(a_name_is_never_shortened),
        TEST(a_missing_value_and_one_too_many_are_refused),
        TEST(a_choice_that_is_none_is_answered_with_the_nearest_or_with_all),
        TEST(control_characters_of_a_wrong_word_do_not_reach_the_terminal),
        TEST(choices_are_taken_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
