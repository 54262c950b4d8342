/** tests/model/test_publication.c: which of several published figures decides.
 *
 * The first cases are South Korea's orders as its press and agencies published them;
 * the expected figures follow from the rule in model/publication.h by hand. */
#include "check.h"

#include <string.h>

#include "base/number.h"
#include "model/publication.h"

struct said {
    const char *published, *value;
    armex_mark status;
    enum armex_flag flag;
    const char *publisher;
};

static struct armex_publications *publications_of(const struct said *said, size_t n)
{
    struct armex_publications *made = NULL;
    assert_int_equal(armex_publications_create(&made, n, n, NULL), ARMEX_OK);
    for (size_t i = 0; i < n; i++) {
        struct armex_publication *item = &made->items[i];
        made->citations[i] =
            (struct armex_citation){said[i].publisher ? said[i].publisher : "", "", ""};
        item->citation = (uint32_t)i;
        item->note = "";
        item->year = 2023;
        item->status = said[i].status;
        item->flag = said[i].flag;
        item->value = NAN;
        if (*said[i].value) {
            assert_true(armex_number_parse(&item->value, said[i].value,
                                           strlen(said[i].value), 6));
            item->digits =
                (uint8_t)armex_number_digits(said[i].value, strlen(said[i].value));
        }
        assert_true(armex_date_parse(&item->published, said[i].published,
                                     strlen(said[i].published)));
    }
    armex_publications_sort(made);
    return made;
}

static double decided(const struct said *said, size_t n, int as_of)
{
    struct armex_publications *made = publications_of(said, n);
    const size_t best = armex_publications_deciding(made, 0, n, as_of);
    const double value = best < n ? made->items[best].value : NAN;
    armex_publications_free(made);
    return value;
}

static const struct said korea_2023[] = {
    {"2023-12", "14000", ARMEX_PRELIMINARY, ARMEX_UNFLAGGED, "Yonhap"},
    {"2023-12-20", "13000", ARMEX_PRELIMINARY, ARMEX_UNFLAGGED, "Reuters"},
    {"2025-01-02", "13500", ARMEX_FINAL, ARMEX_UNFLAGGED, "Aju"},
    {"2026-01-01", "14000", ARMEX_FINAL, ARMEX_SUPERSEDED, "Edaily"},
    {"2026-01-14", "13000", ARMEX_FINAL, ARMEX_UNFLAGGED, "DAPA"},
};

static void the_latest_publication_decides_as_of_each_day(void **state)
{
    (void)state;
    assert_same_value(decided(korea_2023, 5, 0), 13e9);
    assert_same_value(decided(korea_2023, 5, 20250201), 13.5e9);
    assert_same_value(decided(korea_2023, 5, 20231231), 14e9);
    assert_same_value(decided(korea_2023, 5, 20231225), 13e9);
    assert_missing(decided(korea_2023, 5, 20231219));
}

static void a_rounded_repetition_does_not_replace_the_figure(void **state)
{
    (void)state;
    static const struct said said[] = {
        {"2010-01-05", "253.23", ARMEX_FINAL, ARMEX_UNFLAGGED, "DAPA"},
        {"2011", "253", ARMEX_FINAL, ARMEX_UNFLAGGED, "AsiaMS"},
        {"2014-01-02", "250", ARMEX_FINAL, ARMEX_UNFLAGGED, "Seoul Economic Daily"},
    };
    assert_same_value(decided(said, 3, 0), 253230000.0);
    static const struct said revised[] = {
        {"2010-01-05", "253.23", ARMEX_FINAL, ARMEX_UNFLAGGED, "a"},
        {"2011", "260", ARMEX_FINAL, ARMEX_UNFLAGGED, "b"},
    };
    assert_same_value(decided(revised, 2, 0), 260e6);
}

static void targets_and_spoilt_figures_never_decide(void **state)
{
    (void)state;
    static const struct said said[] = {
        {"2020-01", "5", ARMEX_FINAL, ARMEX_UNFLAGGED, "a"},
        {"2021-01", "6", ARMEX_TARGET, ARMEX_UNFLAGGED, "b"},
        {"2021-02", "7", ARMEX_FINAL, ARMEX_MISPRINT, "c"},
        {"2021-03", "8", ARMEX_FINAL, ARMEX_PARTIAL, "d"},
        {"2021-04", "9", ARMEX_FINAL, ARMEX_EXCLUDED, "e"},
        {"2021-05", "11", ARMEX_FINAL, ARMEX_MISDATED, "f"},
        {"2021-06", "", ARMEX_WITHHELD, ARMEX_UNFLAGGED, "g"},
    };
    assert_same_value(decided(said, 6, 0), 5e6);
    assert_missing(decided(said + 1, 5, 0));
}

static void weak_figures_decide_only_where_nothing_better_stands(void **state)
{
    (void)state;
    static const struct said said[] = {
        {"2020-01", "5", ARMEX_FINAL, ARMEX_UNFLAGGED, "a"},
        {"2021-01", "6", ARMEX_FINAL, ARMEX_DOUBTFUL, "b"},
        {"2019-01", "4", ARMEX_FINAL, ARMEX_ROUNDED, "c"},
    };
    assert_same_value(decided(said, 3, 0), 5e6);
    assert_same_value(decided(said, 3, 20191231), 4e6);
    assert_same_value(decided(said + 1, 2, 0), 6e6);
}

static void of_one_day_the_firmer_then_the_finer_then_the_first_decides(void **state)
{
    (void)state;
    static const struct said firm[] = {
        {"2020-01-01", "5.1", ARMEX_ESTIMATE, ARMEX_UNFLAGGED, "a"},
        {"2020-01-01", "6", ARMEX_FINAL, ARMEX_UNFLAGGED, "b"},
        {"2020-01-01", "7", ARMEX_PRELIMINARY, ARMEX_UNFLAGGED, "c"},
    };
    assert_same_value(decided(firm, 3, 0), 6e6);
    static const struct said fine[] = {
        {"2020-01-01", "5", ARMEX_FINAL, ARMEX_UNFLAGGED, "a"},
        {"2020-01-01", "6.25", ARMEX_FINAL, ARMEX_UNFLAGGED, "b"},
    };
    assert_same_value(decided(fine, 2, 0), 6.25e6);
    static const struct said equal[] = {
        {"2020-01-01", "6", ARMEX_FINAL, ARMEX_UNFLAGGED, "b"},
        {"2020-01-01", "5", ARMEX_FINAL, ARMEX_UNFLAGGED, "a"},
    };
    assert_same_value(decided(equal, 2, 0), 5e6);
}

static void a_panel_shows_what_was_known_and_keeps_its_breaks(void **state)
{
    (void)state;
    static const struct said said[] = {
        {"2020-01", "5", ARMEX_PRELIMINARY, ARMEX_DOUBTFUL, "a"},
        {"2022-01", "9", ARMEX_TARGET, ARMEX_UNFLAGGED, "b"},
    };
    struct armex_publications *made = publications_of(said, 2);
    struct armex_panel *panel = NULL;
    size_t first, end;
    made->items[1].year = 2024;
    assert_int_equal(armex_panel_create(&panel, 1, 2022, 3, NULL), ARMEX_OK);
    panel->marks[1] = ARMEX_UNIT_BREAK | ARMEX_FINAL;
    armex_publications_choose(made, panel, 0);
    assert_missing(panel->values[0]);
    assert_same_value(panel->values[1], 5e6);
    assert_int_equal(panel->marks[1],
                     ARMEX_PRELIMINARY | ARMEX_WEAK | ARMEX_UNIT_BREAK);
    assert_missing(panel->values[2]);
    assert_int_equal(panel->marks[2], ARMEX_TARGET);
    armex_publications_choose(made, panel, 20191231);
    assert_missing(panel->values[1]);
    assert_int_equal(panel->marks[1], ARMEX_UNIT_BREAK);
    assert_int_equal(panel->marks[2], ARMEX_MISSING);
    armex_publications_of(made, 0, 2024, &first, &end);
    assert_int_equal(first, 1);
    assert_int_equal(end, 2);
    armex_publications_of(made, 0, 2025, &first, &end);
    assert_int_equal(first, end);
    armex_panel_free(panel);
    armex_publications_free(made);
}

static void flags_and_statuses_have_their_words(void **state)
{
    (void)state;
    for (int i = 0; i < ARMEX_FLAGS; i++) {
        const char *name = armex_flag_name((enum armex_flag)i);
        enum armex_flag back = ARMEX_FLAGS;
        assert_true(armex_flag_parse(&back, name, strlen(name)));
        assert_int_equal(back, i);
    }
    for (armex_mark i = 0; i < ARMEX_STATUSES; i++) {
        armex_mark back = 0xff;
        const char *name = armex_mark_name(i);
        assert_true(armex_mark_parse(&back, name, strlen(name)));
        assert_int_equal(back, i);
    }
    assert_false(armex_mark_has_value(ARMEX_TARGET));
    assert_true(armex_mark_has_value(ARMEX_NIL | ARMEX_UNIT_BREAK));
    assert_true(armex_mark_is_soft(ARMEX_FINAL | ARMEX_WEAK));
    assert_false(armex_mark_is_soft(ARMEX_FINAL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_latest_publication_decides_as_of_each_day),
        cmocka_unit_test(a_rounded_repetition_does_not_replace_the_figure),
        cmocka_unit_test(targets_and_spoilt_figures_never_decide),
        cmocka_unit_test(weak_figures_decide_only_where_nothing_better_stands),
        cmocka_unit_test(of_one_day_the_firmer_then_the_finer_then_the_first_decides),
        cmocka_unit_test(a_panel_shows_what_was_known_and_keeps_its_breaks),
        cmocka_unit_test(flags_and_statuses_have_their_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
