/** tests/base/test_text.c: UTF-8, names folded, words nearly right. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static void assert_folds(const char *text, const char *expected)
{
    char *folded = armex_fold(text, strlen(text));
    assert_non_null(folded);
    assert_string_equal(folded, expected);
    free(folded);
}

static void spellings_of_one_name_fold_alike(void **state)
{
    (void)state;
    assert_folds("Türkiye", "turkiye");
    assert_folds("TURKIYE", "turkiye");
    assert_folds("Côte d’Ivoire", "cote divoire");
    assert_folds("Cote d'Ivoire", "cote divoire");
    assert_folds("Bosnia & Herzegovina", "bosnia and herzegovina");
    assert_folds("Bosnia-Herzegovina", "bosnia herzegovina");
    assert_folds("  U.S.A.  ", "usa");
    assert_folds("PKK (Turkey)*", "pkk turkey *");
    assert_folds("Straße", "strasse");
    assert_folds("", "");
    assert_folds("\xff\xfe", "");
}

static void broken_utf8_is_seen_byte_by_byte(void **state)
{
    (void)state;
    const char *text = "a\xc3(", *end = text + 3;
    assert_int_equal(armex_utf8_next(&text, end), 'a');
    assert_int_equal(armex_utf8_next(&text, end), 0xfffd);
    assert_int_equal(armex_utf8_next(&text, end), '(');
    assert_ptr_equal(text, end);
    assert_true(armex_utf8_valid("대한민국", 12));
    assert_true(armex_utf8_valid("\xef\xbf\xbd", 3));  // U+FFFD itself is a character
    assert_false(armex_utf8_valid("\xed\xa0\x80", 3)); // a surrogate
    assert_false(armex_utf8_valid("\xc0\xaf", 2));     // an overlong slash
    assert_false(armex_utf8_valid("a\0b", 3));
    assert_int_equal(armex_text_columns("대한민국"), 8);
    assert_int_equal(armex_text_columns("Türkiye"), 7);
}

static void the_nearest_word_is_the_one_that_was_meant(void **state)
{
    (void)state;
    static const char *const words[] = {"rank", "growth", "show", "report"};
    assert_string_equal(armex_nearest("rnak", words, 4), "rank");
    assert_string_equal(armex_nearest("grwth", words, 4), "growth");
    assert_null(armex_nearest("xylophone", words, 4));
    assert_int_equal(armex_edit_distance("abc", "acb", 5), 1);
    assert_int_equal(armex_edit_distance("kitten", "sitting", 9), 3);
    assert_int_equal(armex_edit_distance("kitten", "sitting", 2), 3);
    assert_int_equal(armex_edit_distance("한국", "한글", 3), 1);
    assert_int_equal(armex_word_index(words, 4, "show!", 4), 2);
    assert_int_equal(armex_word_index(words, 4, "sho", 3), 4);
}

static void a_text_grows_as_far_as_it_must(void **state)
{
    (void)state;
    struct armex_text text = {0};
    for (int i = 0; i < 1000; i++)
        armex_text_printf(&text, "%03d,", i);
    armex_text_add(&text, "end");
    assert_false(text.failed);
    assert_int_equal(text.length, 4003);
    assert_memory_equal(text.data + 3996, "999,end", 8);
    armex_text_free(&text);
    assert_null(text.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_of_one_name_fold_alike),
        cmocka_unit_test(broken_utf8_is_seen_byte_by_byte),
        cmocka_unit_test(the_nearest_word_is_the_one_that_was_meant),
        cmocka_unit_test(a_text_grows_as_far_as_it_must),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
