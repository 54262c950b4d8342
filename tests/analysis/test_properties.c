/** tests/analysis/test_properties.c: what must hold whatever the figures are. */
#include "analysis/growth.h"
#include "analysis/rank.h"
#include "analysis/window.h"
#include "drawn.h"

static struct armex_table *grow(const struct armex_panel *panel,
                                enum armex_growth_method method)
{
    const struct armex_growth_options options = {.method = method, .window = 2};
    struct armex_table *table;
    assert_int_equal(armex_growth(&table, panel, &options, NULL), ARMEX_OK);
    return table;
}

static void every_rate_is_finite_or_has_a_reason(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        const struct figures drawn = draw(seed, false);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        for (int method = ARMEX_GROWTH_YOY; method <= ARMEX_GROWTH_WINDOW; method++) {
            struct armex_table *table = grow(panel, (enum armex_growth_method)method);
            for (size_t i = 0; i < table->n_rows; i++) {
                const double growth = cell(table, i, "growth");
                assert_int_equal(isnan(growth), *word(table, i, "reason") != '\0');
                assert_false(isinf(growth) || isinf(cell(table, i, "cagr")));
            }
            armex_table_free(table);
        }
        armex_panel_free(panel);
    }
}

static void growth_does_not_depend_on_the_unit_of_money(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        const struct figures drawn = draw(seed, false);
        struct armex_panel *one = panel_of(&drawn, NULL, 1.0);
        struct armex_panel *other = panel_of(&drawn, NULL, 1024.0); // exact in binary
        struct armex_table *a = grow(one, ARMEX_GROWTH_YOY);
        struct armex_table *b = grow(other, ARMEX_GROWTH_YOY);
        assert_int_equal(a->n_rows, b->n_rows);
        for (size_t i = 0; i < a->n_rows; i++) {
            assert_same_value(cell(a, i, "growth"), cell(b, i, "growth"));
            assert_string_equal(word(a, i, "reason"), word(b, i, "reason"));
        }
        armex_table_free(b);
        armex_table_free(a);
        armex_panel_free(other);
        armex_panel_free(one);
    }
}

static void yearly_growth_chains_to_the_growth_of_the_whole(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        const struct figures drawn = draw(seed, true);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        struct armex_table *yearly = grow(panel, ARMEX_GROWTH_YOY);
        struct armex_table *logs = grow(panel, ARMEX_GROWTH_LOG);
        struct armex_table *whole = grow(panel, ARMEX_GROWTH_CAGR);
        for (size_t s = 0; s < SERIES; s++) {
            const double total = 1.0 + cell(whole, s, "growth");
            double chained = 1.0, summed = 0.0;
            for (size_t i = s * (YEARS - 1); i < (s + 1) * (YEARS - 1); i++) {
                chained *= 1.0 + cell(yearly, i, "growth");
                summed += cell(logs, i, "growth");
            }
            assert_close_relative(chained, total, 1e-13);
            assert_close(summed, log(total), 1e-12);
            assert_close_relative(pow(1.0 + cell(whole, s, "cagr"), YEARS - 1), total,
                                  1e-13);
        }
        armex_table_free(whole);
        armex_table_free(logs);
        armex_table_free(yearly);
        armex_panel_free(panel);
    }
}

static struct armex_table *rank_of(const struct armex_panel *panel, int window,
                                   enum armex_ties ties)
{
    const struct armex_rank_options options = {
        .window = window, .at_least = 1, .ties = ties};
    struct armex_table *table;
    assert_int_equal(armex_rank(&table, panel, &options, NULL), ARMEX_OK);
    return table;
}

static void shares_add_up_to_one(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        const struct figures drawn = draw(seed, false);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        struct armex_table *table = rank_of(panel, 1, ARMEX_TIES_COMPETITION);
        double sum = 0.0;
        for (size_t i = 0; i < table->n_rows; i++)
            sum += cell(table, i, "share");
        assert_close(sum, 1.0, 1e-14);
        armex_table_free(table);
        armex_panel_free(panel);
    }
}

static void the_order_of_the_panel_does_not_matter(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        struct figures drawn = draw(seed, false);
        for (size_t s = 1; s < SERIES; s += 2) // ties
            memcpy(drawn.values[s], drawn.values[s - 1], sizeof drawn.values[s]);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        struct armex_panel *shuffled = panel_of(&drawn, shuffled_order, 1.0);
        struct armex_table *a = rank_of(panel, 3, ARMEX_TIES_ORDINAL);
        struct armex_table *b = rank_of(shuffled, 3, ARMEX_TIES_ORDINAL);
        assert_int_equal(a->n_rows, b->n_rows);
        for (size_t i = 0; i < a->n_rows; i++) {
            assert_string_equal(word(a, i, "entity"), word(b, i, "entity"));
            assert_same_value(cell(a, i, "share"), cell(b, i, "share"));
            assert_same_value(cell(a, i, "previous_rank"), cell(b, i, "previous_rank"));
        }
        armex_table_free(b);
        armex_table_free(a);
        armex_panel_free(shuffled);
        armex_panel_free(panel);
    }
}

static void ranks_turned_round_are_the_ranks_of_the_negatives(void **state)
{
    (void)state;
    uint64_t seed = 42;
    double values[40], negatives[40], ranks[40], turned[40];
    size_t order[40];

    for (size_t i = 0; i < 40; i++) {
        values[i] = floor(12.0 * next_number(&seed)); // ties are sure
        negatives[i] = -values[i];
    }
    armex_ranks(ranks, order, values, 40, ARMEX_TIES_FRACTIONAL);
    armex_ranks(turned, order, negatives, 40, ARMEX_TIES_FRACTIONAL);
    for (size_t i = 0; i < 40; i++)
        assert_close(ranks[i] + turned[i], 41.0, 0);
}

static size_t figures_in(const struct armex_panel *panel)
{
    size_t n = 0;
    for (size_t i = 0; i < panel->n_series * panel->n_years; i++)
        n += !isnan(panel->values[i]);
    return n;
}

static void a_figure_taken_away_never_adds_an_observation(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < ROUNDS; seed++) {
        struct figures drawn = draw(seed, false);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0), *before, *after;
        assert_int_equal(armex_window(&before, panel, ARMEX_WINDOW_SUM, 3, 2, NULL),
                         ARMEX_OK);
        const size_t at = (size_t)seed % (SERIES * YEARS);
        panel->values[at] = NAN;
        panel->marks[at] = ARMEX_MISSING;
        panel->marks[at] |= before->marks[at] & ARMEX_UNIT_BREAK;
        assert_int_equal(armex_window(&after, panel, ARMEX_WINDOW_SUM, 3, 2, NULL),
                         ARMEX_OK);
        assert_true(figures_in(after) <= figures_in(before));
        armex_panel_free(after);
        armex_panel_free(before);
        armex_panel_free(panel);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rate_is_finite_or_has_a_reason),
        cmocka_unit_test(growth_does_not_depend_on_the_unit_of_money),
        cmocka_unit_test(yearly_growth_chains_to_the_growth_of_the_whole),
        cmocka_unit_test(shares_add_up_to_one),
        cmocka_unit_test(the_order_of_the_panel_does_not_matter),
        cmocka_unit_test(ranks_turned_round_are_the_ranks_of_the_negatives),
        cmocka_unit_test(a_figure_taken_away_never_adds_an_observation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
