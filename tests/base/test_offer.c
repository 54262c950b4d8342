/** tests/base/test_offer.c: what who wrote a word that is none is told. */
#include "check.h"

#include "base/offer.h"

static const char *const datasets[] = {"claims", "national-figures", "sipri-register",
                                       "sipri-register-to-ukr", "sipri-tiv"};
static const char *const categories[] = {"Air defence systems", "Aircraft", "Ships"};

#define REFUSED(word, words, expected)                                                 \
    do {                                                                               \
        struct armex_error error;                                                      \
        assert_int_equal(armex_fail_word(&error, ARMEX_USAGE, "no", word, words,       \
                                         sizeof(words) / sizeof *(words)),             \
                         ARMEX_USAGE);                                                 \
        assert_string_equal(error.message, "no '" word "'; " expected);                \
    } while (0)

static void the_nearest_word_is_offered_whatever_its_case(void **state)
{
    (void)state;
    REFUSED("clams", datasets, "did you mean 'claims'?");
    REFUSED("SIPRI-TIV", datasets, "did you mean 'sipri-tiv'?");
    REFUSED("aircrft", categories, "did you mean 'Aircraft'?");
}

static void a_part_between_hyphens_or_blanks_is_enough(void **state)
{
    (void)state;
    REFUSED("natonal", datasets, "did you mean 'national-figures'?");
    REFUSED("figures", datasets, "did you mean 'national-figures'?");
    REFUSED("tiv", datasets, "did you mean 'sipri-tiv'?");
    REFUSED("defense", categories, "did you mean 'Air defence systems'?");
    REFUSED("register", datasets,
            "did you mean 'sipri-register' or 'sipri-register-to-ukr'?");
}

static void a_beginning_is_enough_and_so_is_a_word_that_goes_on(void **state)
{
    (void)state;
    REFUSED("nati", datasets, "did you mean 'national-figures'?");
    REFUSED("sipri", datasets,
            "did you mean 'sipri-register', 'sipri-register-to-ukr' or 'sipri-tiv'?");
    REFUSED("shipsatsea", categories, "did you mean 'Ships'?");
}

static void what_is_near_none_or_near_too_many_is_answered_with_all(void **state)
{
    (void)state;
    static const char *const alike[] = {"abc-a", "abc-b", "abc-c", "abc-d"};
    REFUSED("xylophone", categories, "there are: Air defence systems, Aircraft, Ships");
    REFUSED("abc", alike, "there are: abc-a, abc-b, abc-c, abc-d");
    REFUSED("", categories, "there are: Air defence systems, Aircraft, Ships");
}

static void without_words_the_wrong_one_is_only_named(void **state)
{
    (void)state;
    struct armex_error error;
    assert_int_equal(armex_fail_word(&error, ARMEX_BAD_SPEC, "no figure", "x", NULL, 0),
                     ARMEX_BAD_SPEC);
    assert_string_equal(error.message, "no figure 'x'");
}

static void long_and_broken_words_are_only_strange(void **state)
{
    (void)state;
    static char endless[1000];
    static const char *const words[] = {endless, "-", "--a--", "\xff-\xfe"};
    struct armex_error error;
    memset(endless, '-', sizeof endless - 1);
    assert_int_equal(
        armex_fail_word(&error, ARMEX_USAGE, "no", "\xff\xfe\xfd", words, 4),
        ARMEX_USAGE);
    assert_int_equal(armex_fail_word(&error, ARMEX_USAGE, "no", endless, words, 4),
                     ARMEX_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_word_is_offered_whatever_its_case),
        cmocka_unit_test(a_part_between_hyphens_or_blanks_is_enough),
        cmocka_unit_test(a_beginning_is_enough_and_so_is_a_word_that_goes_on),
        cmocka_unit_test(what_is_near_none_or_near_too_many_is_answered_with_all),
        cmocka_unit_test(without_words_the_wrong_one_is_only_named),
        cmocka_unit_test(long_and_broken_words_are_only_strange),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
