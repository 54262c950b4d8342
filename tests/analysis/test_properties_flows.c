/** What must hold of every analysis of flows, whatever was delivered. */
#include "analysis/estimates.h"
#include "analysis/lumpiness.h"
#include "analysis/mirror.h"
#include "analysis/network.h"
#include "drawn.h"
#include "flows_by_hand.h"

enum { SEEDS = 20, ROWS = 80 };

struct asked {
    const char *name;
    flows_analysis *answer;
    const char *counts; /* the column that counts */
};

static const struct asked all[] = {
    {"partners", armex_bilateral_partners, NULL},
    {"dependence", armex_bilateral_dependence, "partners"},
    {"matrix", armex_bilateral_matrix, NULL},
    {"network", armex_network, "recipients"},
    {"estimates", armex_estimates, NULL},
    {"lumpiness", armex_lumpiness, "deals"},
    {"mirror", armex_mirror, "pairs"},
};
enum { ALL = sizeof all / sizeof *all };

/* Deliveries in steps of 1, so that their sums are exact in any order. */
static void draw_rows(struct delivery rows[ROWS], uint64_t seed)
{
    for (size_t i = 0; i < ROWS; i++) {
        const uint32_t from = (uint32_t)(4.0 * next_number(&seed));
        const uint32_t to = (from + 1 + (uint32_t)(3.0 * next_number(&seed))) % 4;
        const uint32_t deal = (uint32_t)(9.0 * next_number(&seed));
        const int year = 2018 + (int)(5.0 * next_number(&seed));
        const double value = ceil(1000.0 * next_number(&seed));
        const unsigned flags = (unsigned)(16.0 * next_number(&seed));
        const bool mirrored = next_number(&seed) < 0.3;
        rows[i] = (struct delivery){from,
                                    to,
                                    (short)year,
                                    value,
                                    1 + from * 1000 + to * 100 + deal,
                                    (uint8_t)flags,
                                    deal % 2, // a deal is of one kind
                                    mirrored ? ARMEX_BY_RECIPIENT : ARMEX_BY_SUPPLIER};
    }
}

static const struct armex_bilateral_options usual = {.from = 2019,
                                                     .to = 2021,
                                                     .top = 100,
                                                     .resamples = 200,
                                                     .year_error = 0.5,
                                                     .number_error = 0.2};

static void check_same(const struct asked *asked, const struct armex_table *a,
                       const struct armex_table *b, double scale)
{
    assert_int_equal(a->n_rows, b->n_rows);
    for (size_t i = 0; i < a->n_rows; i++)
        for (size_t c = 0; c < a->n_columns; c++) {
            if (a->columns[c].type == ARMEX_COLUMN_TEXT) {
                assert_string_equal(armex_table_get_text(a, i, c),
                                    armex_table_get_text(b, i, c));
                continue;
            }
            const bool amount = a->columns[c].type == ARMEX_COLUMN_AMOUNT;
            const double x = armex_table_get_number(a, i, c) * (amount ? scale : 1.0);
            const double y = armex_table_get_number(b, i, c);
            if (isnan(x) != isnan(y) || fabs(x - y) > 1e-12 * fmax(1.0, fabs(x)))
                fail_msg("%s: %s of row %zu is %.17g, not %.17g", asked->name,
                         a->columns[c].name, i, y, x);
        }
}

static void answers_are_in_proportion_to_the_deliveries(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct delivery rows[ROWS], scaled[ROWS];
        draw_rows(rows, seed);
        for (size_t i = 0; i < ROWS; i++) {
            scaled[i] = rows[i];
            scaled[i].value *= 1024.0;
        }
        for (size_t k = 0; k < ALL; k++) {
            struct armex_table *a = flows_answer(all[k].answer, rows, ROWS, usual);
            struct armex_table *b = flows_answer(all[k].answer, scaled, ROWS, usual);
            check_same(&all[k], a, b, 1024.0);
            armex_table_free(b);
            armex_table_free(a);
        }
    }
}

static void the_order_of_the_rows_does_not_matter(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct delivery rows[ROWS], shuffled[ROWS];
        draw_rows(rows, seed);
        for (size_t i = 0; i < ROWS; i++)
            shuffled[i] = rows[(i * 37 + 11) % ROWS]; // 37 and 80 share no factor
        for (size_t k = 0; k < ALL; k++) {
            struct armex_table *a = flows_answer(all[k].answer, rows, ROWS, usual);
            struct armex_table *b = flows_answer(all[k].answer, shuffled, ROWS, usual);
            check_same(&all[k], a, b, 1.0);
            armex_table_free(b);
            armex_table_free(a);
        }
    }
}

static double count(const struct asked *asked, const struct delivery *rows, size_t n)
{
    struct armex_table *table = flows_answer(asked->answer, rows, n, usual);
    double sum = 0.0;

    for (size_t i = 0; i < table->n_rows; i++)
        sum += asked->counts ? cell(table, i, asked->counts) : 1.0;
    armex_table_free(table);
    return sum;
}

static void a_delivery_taken_away_never_adds_anything(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct delivery rows[ROWS];
        draw_rows(rows, seed);
        for (size_t k = 0; k < ALL; k++)
            for (size_t less = 1; less <= 40; less += 13)
                if (count(&all[k], rows, ROWS - less) > count(&all[k], rows, ROWS))
                    fail_msg("%s found more in less", all[k].name);
    }
}

static void shares_of_all_partners_add_up_to_one(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const struct armex_entity *korea = armex_entity_by_code("KOR");
        struct armex_bilateral_options options = usual;
        struct delivery rows[ROWS];
        double sum = 0.0;

        options.entities = &korea;
        options.n_entities = 1;
        draw_rows(rows, seed);
        struct armex_table *table =
            flows_answer(armex_bilateral_partners, rows, ROWS, options);
        for (size_t i = 0; i < table->n_rows; i++)
            sum += cell(table, i, "share");
        assert_close(sum, 1.0, 1e-14);
        armex_table_free(table);
    }
}

static void the_figure_lies_within_what_its_estimates_allow(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct armex_bilateral_options options = usual;
        struct delivery rows[ROWS];

        options.year_error = 0.0;
        draw_rows(rows, seed);
        struct armex_table *table = flows_answer(armex_estimates, rows, ROWS, options);
        for (size_t i = 0; i < table->n_rows; i++) {
            const double value = cell(table, i, "value");
            const double soft = value * cell(table, i, "estimated_number");
            assert_true(cell(table, i, "low") >= value - 0.2 * soft - 1e-9);
            assert_true(cell(table, i, "high") <= value + 0.2 * soft + 1e-9);
            assert_true(cell(table, i, "low") <= cell(table, i, "high"));
        }
        armex_table_free(table);
    }
}

/* What suppliers report of exports is what recipients' partners report of imports. */
static void the_mirror_of_the_mirror_is_the_report(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct delivery rows[ROWS], mirrored[ROWS];
        draw_rows(rows, seed);
        for (size_t i = 0; i < ROWS; i++) {
            mirrored[i] = rows[i];
            mirrored[i].report = rows[i].report == ARMEX_BY_SUPPLIER
                                     ? ARMEX_BY_RECIPIENT
                                     : ARMEX_BY_SUPPLIER;
        }
        struct armex_table *a = flows_answer(armex_mirror, rows, ROWS, usual);
        struct armex_table *b = flows_answer(armex_mirror, mirrored, ROWS, usual);
        assert_int_equal(a->n_rows, b->n_rows);
        for (size_t i = 0; i < a->n_rows; i++) {
            assert_string_equal(word(a, i, "entity"), word(b, i, "entity"));
            assert_same_value(cell(a, i, "value"), cell(b, i, "mirrored"));
            assert_same_value(cell(a, i, "unmatched_own"),
                              cell(b, i, "unmatched_partner"));
            assert_same_value(cell(a, i, "distance"), cell(b, i, "distance"));
        }
        armex_table_free(b);
        armex_table_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_in_proportion_to_the_deliveries),
        cmocka_unit_test(the_order_of_the_rows_does_not_matter),
        cmocka_unit_test(a_delivery_taken_away_never_adds_anything),
        cmocka_unit_test(shares_of_all_partners_add_up_to_one),
        cmocka_unit_test(the_figure_lies_within_what_its_estimates_allow),
        cmocka_unit_test(the_mirror_of_the_mirror_is_the_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
