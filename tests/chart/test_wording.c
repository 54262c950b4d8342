/** tests/chart/test_wording.c: figures, grammar and the cleaning of words. */
#include "check.h"

#include <string.h>

#include "chart/figure.h"
#include "chart/scene.h"
#include "chart/sentence.h"

static const struct armex_unit usd = {.kind = ARMEX_MONEY, .currency = "usd"};
static const struct armex_unit tiv = {.kind = ARMEX_TIV};

static void figures_carry_the_unit_people_use(void **state)
{
    (void)state;
    const struct {
        double value;
        struct armex_unit unit;
        const char *words;
    } cases[] = {
        {17.3e9, usd, "$17.3 billion"},
        {7.25e9, usd, "$7.3 billion"}, // half up in decimal; printf says 7.2
        {240e6, usd, "$240 million"},
        {-4.4e6, usd, "\u2212$4.4 million"},
        {0.0, usd, "$0"},
        {743.06e6, tiv, "743 million TIV"},
        {42.0, {.kind = ARMEX_PERCENT}, "42%"},
        {12.34e9, {.kind = ARMEX_MONEY, .currency = "eur"}, "\u20ac12.3 billion"},
    };
    char out[ARMEX_FIGURE_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        armex_figure_with_unit(out, cases[i].value, cases[i].unit);
        assert_string_equal(out, cases[i].words);
    }
    armex_figure_with_unit(out, 1.7e308, usd);
    assert_true(strlen(out) < ARMEX_FIGURE_SIZE);
}

static void what_is_not_zero_is_not_printed_as_zero(void **state)
{
    (void)state;
    char out[ARMEX_FIGURE_SIZE];
    armex_figure(out, 0.04e9, 9, false);
    assert_string_equal(out, "<0.1");
    armex_figure(out, 0.0, 9, false);
    assert_string_equal(out, "0");
    armex_figure(out, NAN, 9, false);
    assert_string_equal(out, "");
}

static void changes_show_their_sign_and_large_ones_are_multiples(void **state)
{
    (void)state;
    const struct {
        double change;
        const char *words;
        int sign;
    } cases[] = {{0.1716, "+17%", 1},        {-0.5255, "\u221253%", -1},
                 {-0.033, "\u22123.3%", -1}, {0.0, "0%", 0},
                 {0.0001, "0%", 0},          {11.3847, "\u00d712", 1},
                 {-1.0, "\u2212100%", -1},   {NAN, "", 0}};
    char out[ARMEX_FIGURE_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int sign = 9;
        armex_figure_change(out, cases[i].change, &sign);
        assert_string_equal(out, cases[i].words);
        assert_int_equal(sign, cases[i].sign);
    }
}

static void ticks_name_their_unit_once(void **state)
{
    (void)state;
    char out[ARMEX_FIGURE_SIZE];
    armex_figure_tick(out, 20e9, 9, 0, &usd);
    assert_string_equal(out, "$20 bn");
    armex_figure_tick(out, 15e9, 9, 0, NULL);
    assert_string_equal(out, "15");
    armex_figure_tick(out, 0, 9, 1, NULL);
    assert_string_equal(out, "0");
    armex_figure_short(out, 11.5e9, NULL);
    assert_string_equal(out, "11.5 bn");
    armex_figure_short(out, 1e9, &usd);
    assert_string_equal(out, "$1 bn");
}

static void states_take_the_article_and_apostrophe_that_english_gives_them(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    assert_string_equal(armex_with_article(arena, "United States", true),
                        "The United States");
    assert_string_equal(armex_with_article(arena, "Netherlands", false),
                        "the Netherlands");
    assert_string_equal(armex_with_article(arena, "South Korea", true), "South Korea");
    assert_string_equal(armex_with_article(arena, "World", true), "The world");
    assert_string_equal(armex_possessive(arena, "the Netherlands"),
                        "the Netherlands\u2019");
    assert_string_equal(armex_possessive(arena, "South Korea"), "South Korea\u2019s");
    armex_arena_free(arena);
}

static void ordinals_are_words_to_ten_and_then_figures(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    const struct {
        long n;
        const char *word;
    } cases[] = {{1, "first"}, {10, "tenth"},  {11, "11th"},   {12, "12th"},
                 {13, "13th"}, {21, "21st"},   {22, "22nd"},   {33, "33rd"},
                 {40, "40th"}, {101, "101st"}, {111, "111th"}, {112, "112th"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(armex_ordinal(arena, cases[i].n), cases[i].word);
    assert_string_equal(armex_ordinal_digits(arena, 10), "10th");
    assert_string_equal(armex_ordinal_digits(arena, 3), "3rd");
    armex_arena_free(arena);
}

static void words_become_one_clean_line(void **state)
{
    (void)state;
    const struct {
        const char *given, *clean;
    } cases[] = {
        {"a\tb\nc\r\x01  d ", "a b c d"},
        {"\"so\" (\"said\")", "\u201cso\u201d (\u201csaid\u201d)"},
        {"Cote d'Ivoire", "Cote d\u2019Ivoire"},
        {"x\\ny", "x\\\u200bny"},
        {"\xff\xc3(", "\ufffd\ufffd("},
        {"a\u202eb\u2066c\ufeff", "abc"},
        {"", ""},
        {"\t \n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct armex_text out = {0};
        armex_words_add(&out, cases[i].given);
        assert_string_equal(out.data ? out.data : "", cases[i].clean);
        assert_true(armex_utf8_valid(out.data ? out.data : "", out.length));
        armex_text_free(&out);
    }
}

static void pixels_are_written_alike_in_every_locale(void **state)
{
    (void)state;
    const struct {
        double value;
        int places;
        const char *text;
    } cases[] = {{12.0, 2, "12"},     {0.055, 2, "0.06"}, {-0.001, 2, "0"},
                 {-3.5, 1, "-3.5"},   {100.0, 2, "100"},  {0.1, 2, "0.1"},
                 {479.999, 2, "480"}, {1e30, 2, "0"},     {0.05, 1, "0.1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct armex_text out = {0};
        armex_decimal_add(&out, cases[i].value, cases[i].places);
        assert_string_equal(out.data, cases[i].text);
        armex_text_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_carry_the_unit_people_use),
        cmocka_unit_test(what_is_not_zero_is_not_printed_as_zero),
        cmocka_unit_test(changes_show_their_sign_and_large_ones_are_multiples),
        cmocka_unit_test(ticks_name_their_unit_once),
        cmocka_unit_test(
            states_take_the_article_and_apostrophe_that_english_gives_them),
        cmocka_unit_test(ordinals_are_words_to_ten_and_then_figures),
        cmocka_unit_test(words_become_one_clean_line),
        cmocka_unit_test(pixels_are_written_alike_in_every_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
