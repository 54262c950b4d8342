/** tests/chart/test_flow.c: streams from suppliers to recipients, and their picture. */
#include "tables.h"

#include <math.h>
#include <stdio.h>

#include "chart/streams.h"

static void make(struct armex_streams *out, struct armex_transfers *transfers,
                 struct armex_arena *arena, const struct armex_table *table,
                 const char *highlight, int parties)
{
    struct armex_chart chart = chart_of("flow", table);
    chart.highlight = highlight;
    chart.parties = parties;
    assert_int_equal(armex_transfers_read(transfers, arena, &chart, NULL), ARMEX_OK);
    assert_int_equal(armex_streams_make(out, arena, transfers, NULL), ARMEX_OK);
}

/** Whatever passes an end is what the end has, on either side. */
static void expect_both_columns_add_up(const struct armex_streams *streams)
{
    double all[2] = {0.0, 0.0};
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; i < streams->n[side]; i++) {
            double sum = 0.0;
            for (size_t j = 0; j < streams->n[!side]; j++)
                sum += side ? streams->values[j][i] : streams->values[i][j];
            assert_close(sum, streams->ends[side][i].value, 1.0);
            all[side] += sum;
        }
    assert_close(all[0], streams->all, 1.0);
    assert_close(all[1], streams->all, 1.0);
}

static void every_column_adds_up_with_its_others(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = pairs_of(deliveries, 8);
    struct armex_transfers transfers;
    struct armex_streams streams;
    for (int parties = 1; parties <= 4; parties++) {
        make(&streams, &transfers, arena, table, NULL, parties);
        expect_both_columns_add_up(&streams);
    }
    make(&streams, &transfers, arena, table, NULL, 2);
    assert_int_equal(streams.n[0], 3);
    assert_string_equal(streams.ends[0][2].name, "others (2)");
    assert_null(streams.ends[0][2].code);
    assert_close(streams.ends[0][2].value, 540e6, 1.0); // Russia 280 and France 260
    assert_close(streams.values[2][0], 60e6, 1.0);      // to Saudi Arabia: France
    assert_close(streams.values[2][1], 480e6, 1.0);     // to India: both
    armex_table_free(table);
    armex_arena_free(arena);
}

static void a_single_one_left_over_keeps_its_name(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = pairs_of(deliveries, 8);
    struct armex_transfers transfers;
    struct armex_streams streams;
    make(&streams, &transfers, arena, table, NULL, 2);
    assert_string_equal(streams.ends[1][2].name, "Poland");
    assert_string_equal(streams.ends[1][2].code, "POL");
    make(&streams, &transfers, arena, table, "FRA", 3); // takes Russia's place
    assert_string_equal(streams.ends[0][2].code, "FRA");
    assert_true(streams.ends[0][2].subject);
    assert_string_equal(streams.ends[0][3].code, "RUS");
    expect_both_columns_add_up(&streams);
    armex_table_free(table);
    armex_arena_free(arena);
}

static void nobody_highlighted_the_largest_supplier_is_the_subject(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = pairs_of(deliveries, 8);
    struct armex_transfers transfers;
    struct armex_streams streams;
    size_t s, r;
    make(&streams, &transfers, arena, table, NULL, 0);
    assert_string_equal(streams.subject, "USA");
    assert_true(armex_streams_main(&s, &r, &streams));
    assert_string_equal(streams.ends[0][s].code, "USA");
    assert_string_equal(streams.ends[1][r].code, "SAU");
    armex_table_free(table);
    armex_arena_free(arena);
}

static void expect_words(const char *highlight, const char *title)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = pairs_of(deliveries, 8);
    struct armex_chart chart = chart_of("flow", table);
    struct armex_chart_words words;
    chart.highlight = highlight;
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_string_equal(words.title, title);
    assert_string_equal(words.subtitle, "Deliveries of major arms from supplier to "
                                        "recipient, million TIV, 2020–24");
    assert_non_null(strstr(words.description,
                           "South Korea, 313 million TIV: to India 3.0 million TIV, to "
                           "Poland 310 million TIV."));
    armex_table_free(table);
    armex_arena_free(arena);
}

/** Shares are of all that the subject sent or got, with anybody. */
static void the_title_says_the_largest_stream_of_the_subject(void **state)
{
    (void)state;
    expect_words("KOR", "Poland got 77.5% of South Korea’s deliveries of major arms");
    expect_words("IND", "Russia supplied 35.0% of India’s imports of major arms");
    expect_words(
        NULL, "Saudi Arabia got 37.0% of the United States’ deliveries of major arms");
}

static size_t count(const struct armex_text *text, const char *word)
{
    size_t n = 0;
    for (const char *at = text->data; (at = strstr(at, word)); at++)
        n++;
    return n;
}

/** `n` rows drawn at a width; the number of bands in accent. */
static size_t bands_in_accent(const struct delivery *rows, size_t n,
                              const char *highlight, int width)
{
    struct armex_table *table = pairs_of(rows, n);
    struct armex_chart chart = chart_of("flow", table);
    struct armex_text out = {0};
    struct armex_error error = {0};
    chart.highlight = highlight;
    chart.width = width;
    if (armex_chart_draw(&out, &chart, &tools, &error))
        fail_msg("%s", error.message);
    const size_t bands = count(&out, "<path fill=\"#de6335\"");
    armex_text_free(&out);
    armex_table_free(table);
    return bands;
}

static void bands_of_the_subject_are_in_accent_on_either_side(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    static const struct delivery both[] = {
        {"USA", "United States", "KOR", "South Korea", 1, 1, 1},
        {"USA", "United States", "POL", "Poland", 2, 1, 1},
        {"KOR", "South Korea", "POL", "Poland", 1e-6, 1, 1}};
    assert_int_equal(bands_in_accent(deliveries, 8, "KOR", 720), 2);
    assert_int_equal(bands_in_accent(deliveries, 8, "IND", 328), 4);
    assert_int_equal(bands_in_accent(both, 3, "KOR", 720), 2);
}

static void one_supplier_or_recipient_or_pair_is_drawn(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    static struct delivery many[40];
    static char names[40][80];
    assert_int_equal(bands_in_accent(deliveries, 1, NULL, 720), 1);
    assert_int_equal(bands_in_accent(deliveries, 3, NULL, 328), 3);
    assert_int_equal(bands_in_accent(deliveries + 5, 1, "IND", 328), 1);
    for (size_t i = 0; i < 40; i++) {
        snprintf(names[i], sizeof names[i],
                 "The %02d United Sovereign Kingdoms and Federated Emirates", (int)i);
        many[i] = (struct delivery){
            names[i], names[i], "IND", "India", 1e3 / (double)(i + 1), 1, 1};
    }
    assert_int_equal(bands_in_accent(many, 40, "IND", 720), 11);
    assert_int_equal(bands_in_accent(many, 40, "IND", 328), 8);
}

static void bands_speak_when_pointed_at(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = pairs_of(deliveries, 8);
    const struct armex_chart chart = chart_of("flow", table);
    struct armex_text out = {0};
    assert_int_equal(armex_chart_draw(&out, &chart, &tools, NULL), ARMEX_OK);
    assert_int_equal(count(&out, "<title>Poland from South Korea: 310 million TIV"), 2);
    assert_int_equal(count(&out, "<title>India, got: 743 million TIV"), 1);
    armex_text_free(&out);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_column_adds_up_with_its_others),
        cmocka_unit_test(a_single_one_left_over_keeps_its_name),
        cmocka_unit_test(nobody_highlighted_the_largest_supplier_is_the_subject),
        cmocka_unit_test(the_title_says_the_largest_stream_of_the_subject),
        cmocka_unit_test(bands_of_the_subject_are_in_accent_on_either_side),
        cmocka_unit_test(one_supplier_or_recipient_or_pair_is_drawn),
        cmocka_unit_test(bands_speak_when_pointed_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
