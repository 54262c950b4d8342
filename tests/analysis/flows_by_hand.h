/**
 * tests/analysis/flows_by_hand.h: flows with deals written out by hand.
 */
#ifndef ARMEX_TESTS_FLOWS_BY_HAND_H
#define ARMEX_TESTS_FLOWS_BY_HAND_H

#include "by_hand.h"

#include "analysis/bilateral.h"

enum { FRA, IND, KOR, POL, BY_HAND_ENTITIES };

/** One delivery; of aircraft unless said otherwise, reported by the supplier. */
struct delivery {
    uint32_t from, to;
    short year;
    double value;
    uint32_t id;
    uint8_t flags;
    uint32_t category;
    uint8_t report;
};

/** In TIV. Owner: the test. */
static inline struct armex_flows *flows_by_hand(const struct delivery *rows, size_t n,
                                                bool with_deals)
{
    static const char *const entities[] = {"FRA", "IND", "KOR", "POL"};
    static const char *const categories[] = {"Aircraft", "Ships"};
    struct armex_flows *made;

    assert_int_equal(
        armex_flows_create(&made, entities, BY_HAND_ENTITIES, categories, 2, NULL),
        ARMEX_OK);
    assert_true(armex_unit_parse(&made->unit, "tiv", 3));
    for (size_t i = 0; i < n; i++) {
        const struct armex_flow flow = {.supplier = rows[i].from,
                                        .recipient = rows[i].to,
                                        .category = rows[i].category,
                                        .year = rows[i].year,
                                        .mark = ARMEX_FINAL,
                                        .report = rows[i].report,
                                        .value = rows[i].value};
        const struct armex_deal deal = {
            .id = rows[i].id, .flags = rows[i].flags, .number = NAN};
        assert_int_equal(with_deals ? armex_flows_add_deal(made, flow, deal, NULL)
                                    : armex_flows_add(made, flow, NULL),
                         ARMEX_OK);
    }
    return made;
}

typedef armex_status flows_analysis(struct armex_table **, const struct armex_flows *,
                                    const struct armex_bilateral_options *,
                                    struct armex_error *);

/** What the analysis says of the deliveries. */
static inline struct armex_table *flows_answer(flows_analysis *analysis,
                                               const struct delivery *rows, size_t n,
                                               struct armex_bilateral_options options)
{
    struct armex_flows *made = flows_by_hand(rows, n, true);
    struct armex_table *table;

    assert_int_equal(analysis(&table, made, &options, NULL), ARMEX_OK);
    armex_flows_free(made);
    return table;
}

/** That the analysis refuses flows without deals, or whatever else, with these words.
 */
static inline void flows_refused(flows_analysis *analysis, const struct delivery *rows,
                                 size_t n, bool with_deals, armex_status expected,
                                 const char *message)
{
    const struct armex_bilateral_options options = {0};
    struct armex_flows *made = flows_by_hand(rows, n, with_deals);
    struct armex_table *table;
    struct armex_error error;

    assert_int_equal(analysis(&table, made, &options, &error), expected);
    assert_string_equal(error.message, message);
    assert_null(table);
    armex_flows_free(made);
}

#endif
