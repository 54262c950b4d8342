/** What must hold of every analysis of a panel, whatever the figures are. */
#include "analysis/growth.h"
#include "analysis/mobility.h"
#include "analysis/rank_details.h"
#include "analysis/share.h"
#include "analysis/trend.h"
#include "drawn.h"

enum { SEEDS = 20 };

/* One way to ask, and how many digits its numerics keep. */
struct asked {
    const char *name;
    armex_status (*answer)(struct armex_table **, const struct armex_panel *, int how);
    int how;
    double tolerance;
    const char *counts; /* the column that counts observations; NULL: none does */
};

static armex_status grow(struct armex_table **out, const struct armex_panel *panel,
                         int method)
{
    const struct armex_growth_options options = {
        .method = (enum armex_growth_method)method,
        .window = 2,
        .contribution = method != ARMEX_GROWTH_TREND,
        .from = 2001,
        .to = 2012};
    return armex_growth(out, panel, &options, NULL);
}

static armex_status bound(struct armex_table **out, const struct armex_panel *panel,
                          int method)
{
    const struct armex_growth_options options = {
        .method = (enum armex_growth_method)method, .window = 2, .interval = true};
    return armex_growth(out, panel, &options, NULL);
}

static armex_status share(struct armex_table **out, const struct armex_panel *panel,
                          int entities)
{
    const struct armex_share_options options = {
        .window = 2, .at_least = 1, .entities = entities};
    return armex_share(out, panel, &options, NULL);
}

static armex_status details(struct armex_table **out, const struct armex_panel *panel,
                            int window)
{
    const struct armex_rank_options options = {.window = window, .at_least = 1};
    return armex_rank_details(out, panel, &options, NULL);
}

static armex_status mobility(struct armex_table **out, const struct armex_panel *panel,
                             int window)
{
    const struct armex_rank_options options = {.window = window, .at_least = 1};
    return armex_mobility(out, panel, &options, NULL);
}

static armex_status trend(struct armex_table **out, const struct armex_panel *panel,
                          int fit)
{
    const struct armex_trend_options options = {.fit = (enum armex_trend_fit)fit};
    return armex_trend(out, panel, &options, NULL);
}

static const struct asked all[] = {
    {"yoy", grow, ARMEX_GROWTH_YOY, 1e-12, NULL},
    {"log", grow, ARMEX_GROWTH_LOG, 1e-12, NULL},
    {"cagr", grow, ARMEX_GROWTH_CAGR, 1e-12, NULL},
    {"symmetric", grow, ARMEX_GROWTH_SYMMETRIC, 1e-12, NULL},
    {"trend", grow, ARMEX_GROWTH_TREND, 1e-9, "observations"},
    {"window", grow, ARMEX_GROWTH_WINDOW, 1e-12, NULL},
    {"share", share, false, 1e-12, "entities"},
    {"decompose", share, true, 1e-12, NULL},
    {"details", details, 1, 1e-12, NULL},
    {"details of windows", details, 3, 1e-12, NULL},
    {"mobility", mobility, 1, 1e-12, "both"},
    {"mobility of windows", mobility, 2, 1e-12, "both"},
    {"line", trend, ARMEX_TREND_LINE, 1e-9, "observations"},
    {"mean", trend, ARMEX_TREND_MEAN, 1e-12, NULL},
    {"median", trend, ARMEX_TREND_MEDIAN, 1e-12, NULL},
    {"hp", trend, ARMEX_TREND_HP, 1e-9, NULL},
    {"cusum", trend, ARMEX_TREND_CUSUM, 1e-9, NULL},
    {"outliers", trend, ARMEX_TREND_OUTLIERS, 1e-9, NULL},
};
enum { ALL = sizeof all / sizeof *all };

static struct armex_table *ask(const struct asked *asked,
                               const struct armex_panel *panel)
{
    struct armex_table *table;
    if (asked->answer(&table, panel, asked->how))
        fail_msg("%s has no answer", asked->name);
    return table;
}

/* Numbers of both rows are the same, but that amounts of b are `scale` times a's. */
static void check_row(const struct asked *asked, const struct armex_table *a, size_t i,
                      const struct armex_table *b, size_t k, double scale)
{
    for (size_t c = 0; c < a->n_columns; c++) {
        if (a->columns[c].type == ARMEX_COLUMN_TEXT) {
            assert_string_equal(armex_table_get_text(a, i, c),
                                armex_table_get_text(b, k, c));
            continue;
        }
        const bool amount = a->columns[c].type == ARMEX_COLUMN_AMOUNT;
        const double x = armex_table_get_number(a, i, c) * (amount ? scale : 1.0);
        const double y = armex_table_get_number(b, k, c);
        if (isnan(x) != isnan(y) || fabs(x - y) > asked->tolerance * fmax(1.0, fabs(x)))
            fail_msg("%s: %s of row %zu is %.17g, not %.17g", asked->name,
                     a->columns[c].name, i, y, x);
    }
}

static void answers_are_in_proportion_to_the_figures(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const struct figures drawn = draw(seed, false);
        struct armex_panel *one = panel_of(&drawn, NULL, 1.0);
        struct armex_panel *other = panel_of(&drawn, NULL, 1024.0); // exact in binary
        for (size_t k = 0; k < ALL; k++) {
            struct armex_table *a = ask(&all[k], one), *b = ask(&all[k], other);
            assert_int_equal(a->n_rows, b->n_rows);
            for (size_t i = 0; i < a->n_rows; i++)
                check_row(&all[k], a, i, b, i, 1024.0);
            armex_table_free(b);
            armex_table_free(a);
        }
        armex_panel_free(other);
        armex_panel_free(one);
    }
}

/* Where the row of b stands that answers row i of a: of one entity they keep order. */
static size_t same_row(const struct armex_table *a, size_t i,
                       const struct armex_table *b)
{
    const size_t c = armex_table_column(a, "entity");
    size_t before = 0;

    if (c == a->n_columns)
        return i;
    const char *code = armex_table_get_text(a, i, c);
    for (size_t k = 0; k < i; k++)
        before += strcmp(armex_table_get_text(a, k, c), code) == 0;
    for (size_t k = 0; k < b->n_rows; k++)
        if (strcmp(armex_table_get_text(b, k, c), code) == 0 && before-- == 0)
            return k;
    fail_msg("%s has no row %zu", code, i);
    return 0;
}

static void the_order_of_the_series_does_not_matter(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const struct figures drawn = draw(seed, false);
        struct armex_panel *one = panel_of(&drawn, NULL, 1.0);
        struct armex_panel *other = panel_of(&drawn, shuffled_order, 1.0);
        for (size_t k = 0; k < ALL; k++) {
            struct armex_table *a = ask(&all[k], one), *b = ask(&all[k], other);
            assert_int_equal(a->n_rows, b->n_rows);
            for (size_t i = 0; i < a->n_rows; i++)
                check_row(&all[k], a, i, b, same_row(a, i, b), 1.0);
            armex_table_free(b);
            armex_table_free(a);
        }
        armex_panel_free(other);
        armex_panel_free(one);
    }
}

/* What an answer rests on: the sum of its counts, or how many rates it has. */
static double observations(const struct asked *asked, const struct armex_panel *panel)
{
    struct armex_table *table = ask(asked, panel);
    const size_t growth = armex_table_column(table, "growth");
    double n = 0.0;

    for (size_t i = 0; i < table->n_rows; i++) {
        if (asked->counts) {
            const double count = cell(table, i, asked->counts);
            n += isnan(count) ? 0.0 : count;
        } else if (growth < table->n_columns) {
            n += !isnan(armex_table_get_number(table, i, growth));
        } else {
            n += 1.0;
        }
    }
    armex_table_free(table);
    return n;
}

static void a_figure_taken_away_never_adds_an_observation(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct figures drawn = draw(seed, false);
        for (size_t s = 0; s < SERIES; s++) // a break refuses what lies across it
            for (size_t y = 0; y < YEARS; y++)
                if (drawn.marks[s][y] == 'U')
                    drawn.marks[s][y] = 'F';
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        double before[ALL];
        for (size_t k = 0; k < ALL; k++)
            before[k] = observations(&all[k], panel);
        const size_t at = (size_t)(seed * 37) % (SERIES * YEARS);
        panel->values[at] = NAN;
        panel->marks[at] = ARMEX_MISSING;
        for (size_t k = 0; k < ALL; k++)
            if (observations(&all[k], panel) > before[k])
                fail_msg("%s found more in less", all[k].name);
        armex_panel_free(panel);
    }
}

static void contributions_add_up_to_the_growth_of_all(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const struct figures drawn = draw(seed, false);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        struct armex_table *table = ask(&all[0], panel);
        double sum[YEARS] = {0}, whole[YEARS];

        for (size_t i = 0; i < table->n_rows; i++) {
            const size_t y = (size_t)cell(table, i, "to") - 2001;
            const double part = cell(table, i, "contribution");
            sum[y] += isnan(part) ? 0.0 : part;
            whole[y] = cell(table, i, "whole_growth");
        }
        for (size_t y = 1; y < YEARS; y++)
            assert_close(sum[y], whole[y], 1e-12);
        armex_table_free(table);
        armex_panel_free(panel);
    }
}

static void the_shares_of_a_year_add_up_to_one_and_their_squares_to_the_index(
    void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const struct figures drawn = draw(seed, false);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        const struct armex_share_options years = {0}, parts = {.entities = true};
        struct armex_table *index, *table;
        assert_int_equal(armex_share(&index, panel, &years, NULL), ARMEX_OK);
        assert_int_equal(armex_share(&table, panel, &parts, NULL), ARMEX_OK);

        for (size_t y = 0; y < index->n_rows; y++) {
            double sum = 0.0, squares = 0.0, change = 0.0;
            for (size_t i = 0; i < table->n_rows; i++) {
                const double q = cell(table, i, "share");
                if (cell(table, i, "year") != cell(index, y, "year"))
                    continue;
                sum += isnan(q) ? 0.0 : q;
                squares += isnan(q) ? 0.0 : q * q;
                change += cell(table, i, "change");
            }
            assert_close(sum, 1.0, 1e-14);
            assert_close(squares, cell(index, y, "hhi"), 1e-14);
            if (!isnan(cell(index, y, "change")))
                assert_close(change, cell(index, y, "change"), 1e-14);
        }
        armex_table_free(table);
        armex_table_free(index);
        armex_panel_free(panel);
    }
}

/* The same figures, the last year first. */
static struct figures turn(const struct figures *drawn)
{
    struct figures out = *drawn;
    for (size_t s = 0; s < SERIES; s++)
        for (size_t y = 0; y < YEARS; y++) {
            out.values[s][y] = drawn->values[s][YEARS - 1 - y];
            out.marks[s][y] = drawn->marks[s][YEARS - 1 - y];
        }
    return out;
}

static void a_series_turned_round_grows_by_the_inverse(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const struct figures drawn = draw(seed, true), turned = turn(&drawn);
        struct armex_panel *one = panel_of(&drawn, NULL, 1.0);
        struct armex_panel *other = panel_of(&turned, NULL, 1.0);
        struct armex_table *a, *b;

        assert_int_equal(trend(&a, one, ARMEX_TREND_LINE), ARMEX_OK);
        assert_int_equal(trend(&b, other, ARMEX_TREND_LINE), ARMEX_OK);
        for (size_t i = 0; i < SERIES; i++) {
            const double there = 1.0 + cell(a, i, "growth");
            const double robust = 1.0 + cell(a, i, "theil_sen");
            assert_close(there * (1.0 + cell(b, i, "growth")), 1.0, 1e-12);
            assert_close(robust * (1.0 + cell(b, i, "theil_sen")), 1.0, 1e-12);
            assert_close(cell(a, i, "standard_error_hac"),
                         cell(b, i, "standard_error_hac"), 1e-12);
            assert_close(cell(a, i, "p_value"), cell(b, i, "p_value"), 1e-12);
        }
        armex_table_free(b);
        armex_table_free(a);
        assert_int_equal(grow(&a, one, ARMEX_GROWTH_LOG), ARMEX_OK);
        assert_int_equal(grow(&b, other, ARMEX_GROWTH_LOG), ARMEX_OK);
        for (size_t s = 0; s < SERIES; s++)
            for (size_t y = 0; y < YEARS - 1; y++)
                assert_close(cell(a, s * (YEARS - 1) + y, "growth"),
                             -cell(b, s * (YEARS - 1) + YEARS - 2 - y, "growth"),
                             1e-12);
        armex_table_free(b);
        armex_table_free(a);
        armex_panel_free(other);
        armex_panel_free(one);
    }
}

static void rankings_turned_round_move_as_much_and_entry_is_exit(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const struct figures drawn = draw(seed, false), turned = turn(&drawn);
        struct armex_panel *one = panel_of(&drawn, NULL, 1.0);
        struct armex_panel *other = panel_of(&turned, NULL, 1.0);
        struct armex_table *a, *b;

        assert_int_equal(mobility(&a, one, 1), ARMEX_OK);
        assert_int_equal(mobility(&b, other, 1), ARMEX_OK);
        assert_int_equal(a->n_rows, b->n_rows);
        for (size_t i = 0, k = a->n_rows - 1; i < a->n_rows; i++, k--) {
            const double spearman = cell(a, i, "spearman");
            assert_int_equal(isnan(spearman), isnan(cell(b, k, "spearman")));
            if (!isnan(spearman))
                assert_close(spearman, cell(b, k, "spearman"), 1e-12);
            assert_same_value(cell(a, i, "kendall"), cell(b, k, "kendall"));
            assert_same_value(cell(a, i, "mean_move"), cell(b, k, "mean_move"));
            assert_same_value(cell(a, i, "entered"), cell(b, k, "left"));
            assert_string_equal(word(a, i, "entered_names"), word(b, k, "left_names"));
        }
        armex_table_free(b);
        armex_table_free(a);
        armex_panel_free(other);
        armex_panel_free(one);
    }
}

static void the_rate_lies_within_its_bounds(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct figures drawn = draw(seed, false);
        for (size_t s = 0; s < SERIES; s++) // printed in steps of a hundred million
            for (size_t y = 0; y < YEARS; y++)
                drawn.values[s][y] = 1e8 * ceil(drawn.values[s][y] / 1e8);
        struct armex_panel *panel = panel_of(&drawn, NULL, 1.0);
        for (int method = ARMEX_GROWTH_YOY; method <= ARMEX_GROWTH_WINDOW; method++) {
            struct armex_table *table;
            if (method == ARMEX_GROWTH_TREND)
                continue;
            assert_int_equal(bound(&table, panel, method), ARMEX_OK);
            for (size_t i = 0; i < table->n_rows; i++) {
                const double rate = cell(table, i, "growth");
                assert_false(rate < cell(table, i, "growth_low")); // NAN is no bound
                assert_false(rate > cell(table, i, "growth_high"));
                assert_false(cell(table, i, "growth_low") >
                             cell(table, i, "growth_high"));
            }
            armex_table_free(table);
        }
        armex_panel_free(panel);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_in_proportion_to_the_figures),
        cmocka_unit_test(the_order_of_the_series_does_not_matter),
        cmocka_unit_test(a_figure_taken_away_never_adds_an_observation),
        cmocka_unit_test(contributions_add_up_to_the_growth_of_all),
        cmocka_unit_test(
            the_shares_of_a_year_add_up_to_one_and_their_squares_to_the_index),
        cmocka_unit_test(a_series_turned_round_grows_by_the_inverse),
        cmocka_unit_test(rankings_turned_round_move_as_much_and_entry_is_exit),
        cmocka_unit_test(the_rate_lies_within_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
