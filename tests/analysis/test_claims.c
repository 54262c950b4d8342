/** Claims judged by vintages by hand: every verdict, and the reason for it. */
#include "vintage_by_hand.h"

#include <stdio.h>

#include "analysis/claims_evidence.h"
#include "base/text.h"

static struct armex_statements read_all(struct armex_arena *arena, const char *words)
{
    struct armex_statements out = {.arena = arena};
    struct armex_error error;

    if (armex_claim_read(&out, "1", words, &error))
        fail_msg("%s", error.message);
    assert_int_equal(out.n, 1);
    return out;
}

/* The verdict of one vintage on one claim in words; ARMEX_NO_DATA: it does not bear. */
static enum armex_verdict judge(struct armex_judgement *out,
                                const struct armex_vintage *vintage, const char *words)
{
    struct armex_arena *arena = armex_arena_create();
    const struct armex_statements read = read_all(arena, words);
    bool bears, answered = false;

    assert_int_equal(
        armex_claim_judgement(out, &bears, &answered, vintage, &read.items[0], 0, NULL),
        ARMEX_OK);
    armex_arena_free(arena);
    return bears ? out->verdict : ARMEX_NO_DATA;
}

/* South Korea's orders as they were told, and SIPRI's windows. */
static struct armex_vintage *korea(void)
{
    const struct by_hand series[] = {{.marks = "...", .values = (double[]){0, 0, 0}},
                                     {.scope = "rank",
                                      .unit = "rank",
                                      .years = 5,
                                      .marks = "FFF",
                                      .values = (double[]){8, 9, 10}},
                                     {.scope = "share",
                                      .unit = "percent",
                                      .years = 5,
                                      .marks = "FFF",
                                      .values = (double[]){2.8, 2.4, 2.0}}};
    static const struct publication_by_hand told[] = {
        {0, 2021, 7.25e9, ARMEX_FINAL, "2023-12-20", "Reuters"},
        {0, 2022, 17.3e9, ARMEX_FINAL, "2023-12-20", "Reuters"},
        {0, 2023, 14.0e9, ARMEX_PRELIMINARY, "2023-12", "Yonhap"},
        {0, 2023, 13.5e9, ARMEX_FINAL, "2025-01-02", "Aju"},
        {0, 2023, 13.0e9, ARMEX_FINAL, "2026-01-14", "DAPA"},
        {1, 2021, 8, ARMEX_FINAL, "2022-03", "SIPRI"},
        {1, 2022, 9, ARMEX_FINAL, "2023-03", "SIPRI"},
        {1, 2023, 10, ARMEX_FINAL, "2024-03", "SIPRI"},
        {2, 2021, 2.8, ARMEX_FINAL, "2022-03", "SIPRI"},
        {2, 2022, 2.4, ARMEX_FINAL, "2023-03", "SIPRI"},
        {2, 2023, 2.0, ARMEX_FINAL, "2024-03", "SIPRI"}};
    struct armex_vintage *vintage =
        vintage_by_hand("korea", panel_by_hand(2021, series, 3));
    publish_by_hand(vintage, told, sizeof told / sizeof *told);
    return vintage;
}

static void each_claim_has_its_verdict(void **state)
{
    (void)state;
    static const struct {
        const char *claim;
        enum armex_verdict verdict;
        double found;
    } expected[] = {
        {"KOR orders 2021 = 7.25 bn usd", ARMEX_SUPPORTED, 7.25e9},
        {"KOR orders 2021 = 7.3 bn usd", ARMEX_ROUNDING, 7.25e9},
        {"KOR orders 2021 = 7.2 bn usd", ARMEX_ROUNDING, 7.25e9}, // cut, not rounded
        {"KOR orders 2021 = 7.4 bn usd", ARMEX_CONTRADICTED, 7.25e9},
        {"KOR orders 2022 = 17.34 bn usd", ARMEX_ROUNDING, 17.3e9},
        {"KOR orders 2022 = 17.36 bn usd", ARMEX_CONTRADICTED, 17.3e9},
        {"KOR orders 2023 = 14 bn usd", ARMEX_OTHER_VINTAGE, 14e9},
        {"KOR orders 2023 = 13.5 bn usd", ARMEX_OTHER_VINTAGE, 13.5e9},
        {"KOR orders 2023 = 17.3 bn usd", ARMEX_OTHER_WINDOW, 17.3e9},
        {"KOR orders 2023 > 12 bn usd", ARMEX_SUPPORTED, 13e9},
        {"KOR orders 2023 > 13 bn usd", ARMEX_OTHER_VINTAGE, 13.5e9},
        {"KOR orders 2023 >= 13 bn usd", ARMEX_SUPPORTED, 13e9},
        {"KOR orders 2021 > 10 bn usd", ARMEX_CONTRADICTED, 7.25e9},
        {"KOR orders 2023 nearly 14 bn usd", ARMEX_SUPPORTED, 13e9},
        {"KOR orders 2023 nearly 12 bn usd", ARMEX_CONTRADICTED, 13e9},
        {"KOR orders 2023 about 12.5 bn usd", ARMEX_SUPPORTED, 13e9},
        {"KOR orders 2022-2023 mean >= 15 bn usd", ARMEX_SUPPORTED, 15.15e9},
        {"KOR orders 2021-2023 = 37.55 bn usd", ARMEX_SUPPORTED, 37.55e9},
        {"KOR orders growth 2021-2022 = 139 %", ARMEX_ROUNDING, 17.3 / 7.25 - 1.0},
        {"KOR orders growth 2021 2022 = 2.4 times", ARMEX_ROUNDING, 17.3 / 7.25 - 1.0},
        {"KOR orders growth 2021-2022 < 100 %", ARMEX_CONTRADICTED, 17.3 / 7.25 - 1.0},
        {"KOR orders cagr 2021-2023 > 30 %", ARMEX_SUPPORTED, 0.33906812682},
        {"KOR rank 2019-23 <= 10", ARMEX_SUPPORTED, 10},
        {"KOR rank 2023 <= 10", ARMEX_SUPPORTED, 10},
        {"KOR rank 2019-23 = 9", ARMEX_OTHER_WINDOW, 9},
        {"KOR rank 2019-23 <= 5", ARMEX_CONTRADICTED, 10},
        {"KOR share 2018-22 = 2.4 %", ARMEX_SUPPORTED, 0.024},
        {"KOR share 2018-22 = 2.9 %", ARMEX_CONTRADICTED, 0.024},
        {"KOR orders 2031 = 14 bn usd", ARMEX_NO_DATA, NAN},
        {"KOR deliveries 2023 = 14 bn usd", ARMEX_NO_DATA, NAN},
        {"KOR orders 2023 = 14 bn eur", ARMEX_NO_DATA, NAN},
        {"FRA orders 2023 = 14 bn usd", ARMEX_NO_DATA, NAN},
        {"KOR imports 2023 = 14 bn usd", ARMEX_NO_DATA, NAN}};
    struct armex_vintage *vintage = korea();

    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct armex_judgement found;
        const enum armex_verdict verdict = judge(&found, vintage, expected[i].claim);
        if (verdict != expected[i].verdict)
            fail_msg("%s: %s, not %s", expected[i].claim, armex_verdict_name(verdict),
                     armex_verdict_name(expected[i].verdict));
        if (verdict != ARMEX_NO_DATA)
            assert_close_relative(found.found.value, expected[i].found, 1e-8);
    }
    armex_vintage_free(vintage);
}

static void the_reason_names_the_day_and_what_stands_now(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    const struct armex_statements read = read_all(arena, "KOR orders 2023 = 14 bn usd");
    struct armex_vintage *vintage = korea();
    struct armex_judgement found;
    struct armex_text words = {0};

    judge(&found, vintage, "KOR orders 2023 = 14 bn usd");
    armex_claim_reason(&words, &read.items[0], vintage->panel, &found);
    assert_string_equal(
        words.data, "orders 2023 as known in Dec 2023; what stands is 13 billion USD");
    armex_text_free(&words);
    judge(&found, vintage, "KOR orders 2023 = 17.3 bn usd");
    armex_claim_reason(&words, &read.items[0], vintage->panel, &found);
    assert_string_equal(words.data, "orders 2022; what stands is 13 billion USD");
    armex_text_free(&words);
    armex_vintage_free(vintage);
    armex_arena_free(arena);
}

static void a_claim_is_judged_by_what_was_known_on_the_day(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    const struct armex_statements read = read_all(arena, "KOR orders 2023 = 14 bn usd");
    struct armex_vintage *vintage = korea();
    struct armex_judgement found;
    bool bears, answered = false;

    armex_claim_judgement(&found, &bears, &answered, vintage, &read.items[0], 20240101,
                          NULL);
    assert_true(bears);
    assert_int_equal(found.verdict, ARMEX_SUPPORTED);
    armex_claim_judgement(&found, &bears, &answered, vintage, &read.items[0], 20230101,
                          NULL);
    assert_false(bears); // nobody knew
    armex_vintage_free(vintage);
    armex_arena_free(arena);
}

/* A dataset of the whole world, of which two states are listed. */
static struct armex_vintage *world(double others)
{
    const struct by_hand series[] = {
        {.entity = "KOR", .marks = "F", .values = (double[]){20}},
        {.entity = "USA", .marks = "F", .values = (double[]){60}},
        {.entity = "WLD", .marks = "F", .values = (double[]){80 + others}}};
    return vintage_by_hand("world", panel_by_hand(2023, series, 3));
}

static void a_rank_needs_all_the_world_or_what_is_left_of_it_too_small(void **state)
{
    (void)state;
    struct armex_vintage *small = world(19), *large = world(21);
    struct armex_judgement found;

    assert_int_equal(judge(&found, small, "KOR rank 2023 = 2"), ARMEX_SUPPORTED);
    assert_int_equal(judge(&found, large, "KOR rank 2023 = 2"), ARMEX_NO_DATA);
    assert_int_equal(judge(&found, small, "KOR share 2023 = 20.2 %"), ARMEX_ROUNDING);
    assert_close(found.found.value, 20.0 / 99.0, 1e-15);
    armex_vintage_free(small);
    armex_vintage_free(large);
}

static void what_cannot_be_read_is_refused_with_the_word(void **state)
{
    (void)state;
    static const struct {
        const char *claim, *why;
    } wrong[] = {
        {"", "it begins with no country: ''"},
        {"Soth Korea orders 2023 = 1 bn usd",
         "it begins with no country; did you mean 'South Korea' or 'North Korea'?"},
        {"KOR", "it names no year"},
        {"KOR orders 2023", "it states no figure"},
        {"KOR orders 2023 =", "it states no figure"},
        {"KOR orders 2023 = x", "'x' is no figure"},
        {"KOR orders 2023 = 1e999 usd", "'1e999' is no figure"},
        {"KOR orders 2023 = 14 bn", "the figure has no unit: usd, eur, tiv, ..."},
        {"KOR orders 2023 = 14 bn xyz",
         "'xyz' is no unit that is known: usd, eur, tiv, ..."},
        {"KOR orders 2023 = 14 bn zorkmids",
         "'zorkmids' is no unit that is known: usd, eur, tiv, ..."},
        {"KOR orders 2023 roughish 14 bn usd",
         "'roughish' is not understood where = or <= might stand"},
        {"KOR rank 2023 = 1.5", "a rank is 1, 2, 3, ..."},
        {"KOR rank 2023 = 10 %", "an amount or a rank is not in per cent"},
        {"KOR orders 2019 2023 = 1 bn usd", "only growth is from one year to another"},
        {"KOR growth 2023 = 5 %", "growth is from an earlier year to a later one"}};
    struct armex_arena *arena = armex_arena_create();

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct armex_statements out = {.arena = arena};
        struct armex_error error;
        char expected[512];
        assert_int_equal(armex_claim_read(&out, "1", wrong[i].claim, &error),
                         ARMEX_USAGE);
        snprintf(expected, sizeof expected,
                 "claim '%s': %s; write, for example, 'KOR orders 2023 = 14 bn usd'",
                 wrong[i].claim, wrong[i].why);
        assert_string_equal(error.message, expected);
        assert_int_equal(out.n, 0);
    }
    armex_arena_free(arena);
}

static void hostile_words_are_refused_and_nothing_else_happens(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_statements out = {.arena = arena};
    char long_word[5000], many[4000];

    memset(long_word, 'x', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    assert_int_equal(armex_claim_read(&out, "1", long_word, NULL), ARMEX_USAGE);
    for (size_t i = 0; i + 2 < sizeof many; i += 2)
        memcpy(many + i, "a ", 3);
    assert_int_equal(armex_claim_read(&out, "1", many, NULL), ARMEX_USAGE);
    assert_int_equal(armex_claim_read(&out, "1", "\xff\xfe 2023 = \x01", NULL),
                     ARMEX_USAGE);
    assert_int_equal(out.n, 0);
    armex_arena_free(arena);
}

static void signs_and_scales_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *claim;
        double figure;
        const char *unit;
    } right[] = {{"KOR orders 2023 = $14bn", 14e9, "usd"},
                 {"KOR orders 2023 = 14bn usd", 14e9, "usd"},
                 {"KOR orders 2023 is 900 m eur", 9e8, "eur"},
                 {"India deliveries 2024 = 21083 crore inr", 210.83e9, "inr"},
                 {"South Korea orders 2023 >= 2 billion USD", 2e9, "usd"},
                 {"KOR deliveries-tiv 2023 = 800 million tiv", 8e8, "tiv"},
                 {"KOR orders 2023=14 bn usd", 14e9, "usd"}};
    struct armex_arena *arena = armex_arena_create();

    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        const struct armex_statements out = read_all(arena, right[i].claim);
        char unit[ARMEX_UNIT_SIZE];
        armex_unit_write(unit, out.items[0].unit);
        assert_close(out.items[0].figure, right[i].figure, 0);
        assert_string_equal(unit, right[i].unit);
    }
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_claim_has_its_verdict),
        cmocka_unit_test(the_reason_names_the_day_and_what_stands_now),
        cmocka_unit_test(a_claim_is_judged_by_what_was_known_on_the_day),
        cmocka_unit_test(a_rank_needs_all_the_world_or_what_is_left_of_it_too_small),
        cmocka_unit_test(what_cannot_be_read_is_refused_with_the_word),
        cmocka_unit_test(hostile_words_are_refused_and_nothing_else_happens),
        cmocka_unit_test(signs_and_scales_are_read_as_people_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
