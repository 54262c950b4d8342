/** tests/base/test_ascii.c: letters and digits, whatever the locale of the caller. */
#include "check.h"

#include <locale.h>
#include <string.h>

#include "base/ascii.h"

static void letters_of_either_case_are_the_same(void **state)
{
    (void)state;
    assert_true(armex_same_letters("EXPORTS", "exports"));
    assert_true(armex_same_letters("", ""));
    assert_false(armex_same_letters("export", "exports"));
    assert_false(armex_same_letters("exports", "export"));
    assert_true(armex_same_letters_n("Exports of arms", "EXPORTS BY", 7));
    assert_false(armex_same_letters_n("Exports of arms", "EXPORTS BY", 9));
    assert_true(armex_same_letters_n("abc", "ABC", 99)); // both end
}

static void bytes_that_differ_by_the_bit_of_case_are_not_letters_for_it(void **state)
{
    (void)state;
    assert_false(armex_same_letters("[", "{"));
    assert_false(armex_same_letters("@", "`"));
    assert_false(armex_same_letters("\xc0", "\xe0"));
    assert_int_equal(armex_lower('['), '[');
    assert_int_equal(armex_upper('{'), '{');
    assert_int_equal(armex_upper('z'), 'Z');
    assert_false(armex_is_letter('\xe9'));
    assert_false(armex_is_digit('\xb2'));
}

static void a_word_is_found_in_either_case(void **state)
{
    (void)state;
    const char *text = "Fiscal YEAR of the year";
    assert_ptr_equal(armex_find_letters(text, "year"), text + 7);
    assert_ptr_equal(armex_find_letters(text + 8, "YEAR"), text + 19);
    assert_ptr_equal(armex_find_letters(text, ""), text);
    assert_null(armex_find_letters(text, "years"));
    assert_null(armex_find_letters("", "y"));
}

/* In a Turkish locale of one byte a letter, tolower('I') is no 'i'. */
static void a_turkish_locale_changes_nothing(void **state)
{
    (void)state;
    if (!setlocale(LC_ALL, "tr_TR.ISO-8859-9") && !setlocale(LC_ALL, "tr_TR.UTF-8") &&
        !setlocale(LC_ALL, "tr_TR"))
        skip(); // the locale is not on this machine
    assert_true(armex_same_letters("LICENCES", "licences"));
    assert_int_equal(armex_lower('I'), 'i');
    assert_int_equal(armex_upper('i'), 'I');
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_of_either_case_are_the_same),
        cmocka_unit_test(bytes_that_differ_by_the_bit_of_case_are_not_letters_for_it),
        cmocka_unit_test(a_word_is_found_in_either_case),
        cmocka_unit_test(a_turkish_locale_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
