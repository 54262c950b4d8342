/** tests/store/test_flows_file.c: flows come back from a vintage file as they went in.
 */
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "store/vintage_file.h"
#include "vintage_by_hand.h"

/** Writes the vintage and reads all of it. Owner: the test. */
static struct armex_vintage *again(const struct armex_vintage *vintage)
{
    struct armex_vintage *read = NULL;
    struct armex_error error = {.message = ""};
    if (armex_vintage_write(vintage, "v.h5", &error) ||
        armex_vintage_read(&read, "v.h5", ARMEX_EVERYTHING, &error))
        fail_msg("%s", error.message);
    return read;
}

static void assert_same_panel(const struct armex_panel *a, const struct armex_panel *b)
{
    assert_int_equal(a->n_series, b->n_series);
    assert_int_equal(a->n_years, b->n_years);
    for (size_t i = 0; i < a->n_series * a->n_years; i++) {
        assert_same_value(a->values[i], b->values[i]);
        assert_int_equal(a->marks[i], b->marks[i]);
    }
}

static void assert_same_bytes(const char *a, const char *b)
{
    char *left = NULL, *right = NULL;
    size_t n = 0, m = 0;

    assert_int_equal(armex_file_read(&left, &n, a, SIZE_MAX / 2, NULL), ARMEX_OK);
    assert_int_equal(armex_file_read(&right, &m, b, SIZE_MAX / 2, NULL), ARMEX_OK);
    assert_int_equal(n, m);
    assert_memory_equal(left, right, n);
    free(left);
    free(right);
}

static void flow_by_hand(struct armex_flows *flows, struct armex_flow flow,
                         struct armex_deal deal)
{
    assert_int_equal(armex_flows_add_deal(flows, flow, deal, NULL), ARMEX_OK);
}

static struct armex_flows *flows_by_hand(void)
{
    static const char *const parties[] = {"FRA", "NOR", "pkk"};
    static const char *const kinds[] = {"Aircraft", "Ships"};
    struct armex_flows *flows = NULL;
    assert_int_equal(armex_flows_create(&flows, parties, 3, kinds, 2, NULL), ARMEX_OK);
    flows->measure = ARMEX_DELIVERIES_TIV;
    flows->unit.kind = ARMEX_TIV;
    flows->scope = "by-order-year";
    flow_by_hand(flows, (struct armex_flow){0, 1, 1, 2001, ARMEX_FINAL, 0, 4.5e6},
                 (struct armex_deal){4000000000u, 1999,
                                     ARMEX_SECOND_HAND | ARMEX_LOCAL_PRODUCTION, 3});
    flow_by_hand(flows, (struct armex_flow){0, 2, 0, 2002, ARMEX_BELOW, 0, 0.0},
                 (struct armex_deal){0, 0, 0, NAN});
    return flows;
}

static void flows_come_back_with_their_deals_if_all_is_asked_for(void **state)
{
    (void)state;
    struct armex_flows *flows = flows_by_hand();
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_panel(&panel, flows, 2001, 2002, true, NULL),
                     ARMEX_OK);
    struct armex_vintage *vintage = vintage_by_hand("flows", panel), *read;
    vintage->flows = flows;
    read = again(vintage);
    assert_same_panel(read->panel, panel);
    assert_int_equal(read->flows->n, 2);
    assert_int_equal(read->flows->n_entities, 3);
    assert_string_equal(read->flows->entities[2], "pkk");
    assert_string_equal(read->flows->categories[1], "Ships");
    assert_string_equal(read->flows->scope, "by-order-year");
    assert_int_equal(read->flows->measure, ARMEX_DELIVERIES_TIV);
    assert_int_equal(read->flows->unit.kind, ARMEX_TIV);
    for (size_t i = 0; i < 2; i++) {
        const struct armex_flow *a = &flows->items[i], *b = &read->flows->items[i];
        const struct armex_deal *c = &flows->deals[i], *d = &read->flows->deals[i];
        assert_int_equal(a->supplier, b->supplier);
        assert_int_equal(a->recipient, b->recipient);
        assert_int_equal(a->category, b->category);
        assert_int_equal(a->year, b->year);
        assert_int_equal(a->mark, b->mark);
        assert_same_value(a->value, b->value);
        assert_true(c->id == d->id);
        assert_int_equal(c->order_year, d->order_year);
        assert_int_equal(c->flags, d->flags);
        assert_same_value(c->number, d->number);
    }
    assert_int_equal(armex_vintage_verify("v.h5", NULL), ARMEX_OK);
    armex_vintage_free(read);
    assert_int_equal(armex_vintage_read(&read, "v.h5", ARMEX_PANEL_ONLY, NULL),
                     ARMEX_OK);
    assert_null(read->flows);
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

static void who_reports_a_flow_comes_back(void **state)
{
    (void)state;
    static const char *const parties[] = {"FRA", "NOR"}, *const kinds[] = {"93"};
    struct armex_flows *flows = NULL;
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_create(&flows, parties, 2, kinds, 1, NULL), ARMEX_OK);
    for (uint8_t report = 0; report < ARMEX_REPORTS; report++) {
        const struct armex_flow flow = {0, 1, 0, 2001, ARMEX_FINAL, report, 2.0};
        assert_int_equal(armex_flows_add(flows, flow, NULL), ARMEX_OK);
    }
    assert_int_equal(armex_flows_panel(&panel, flows, 2001, 2001, true, NULL),
                     ARMEX_OK);
    struct armex_vintage *vintage = vintage_by_hand("flows", panel), *read;
    vintage->flows = flows;
    read = again(vintage);
    for (uint8_t report = 0; report < ARMEX_REPORTS; report++)
        assert_int_equal(read->flows->items[report].report, report);
    assert_int_equal(armex_vintage_verify("v.h5", NULL), ARMEX_OK);
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

static void flows_without_deals_or_without_rows_come_back(void **state)
{
    (void)state;
    static const char *const parties[] = {"FRA", "NOR"}, *const kinds[] = {"all"};
    for (size_t n = 0; n < 2; n++) {
        struct armex_flows *flows = NULL;
        assert_int_equal(armex_flows_create(&flows, parties, 2 * n, kinds, n, NULL),
                         ARMEX_OK);
        const struct armex_flow flow = {0, 1, 0, 2001, ARMEX_FINAL, 0, 2.0};
        if (n)
            assert_int_equal(armex_flows_add(flows, flow, NULL), ARMEX_OK);
        struct armex_panel *panel = NULL;
        assert_int_equal(armex_flows_panel(&panel, flows, 2001, 2001, true, NULL),
                         ARMEX_OK);
        struct armex_vintage *vintage = vintage_by_hand("flows", panel), *read;
        vintage->flows = flows;
        read = again(vintage);
        assert_int_equal(read->flows->n, n);
        assert_null(read->flows->deals);
        armex_vintage_free(read);
        armex_vintage_free(vintage);
    }
}

enum { MANY = 300000, PARTIES = 300 };

/** Row `i` of many: any thread may ask for it. */
static struct armex_flow row_by_hand(size_t i)
{
    return (struct armex_flow){.supplier = (uint32_t)(i % PARTIES),
                               .recipient = (uint32_t)(i / 7 % PARTIES),
                               .category = 0,
                               .year = (short)(1962 + i % 60),
                               .mark = i % 50 ? ARMEX_FINAL : ARMEX_UNKNOWN_YET,
                               .report = i % 3 ? ARMEX_BY_SUPPLIER : ARMEX_DETAIL,
                               .value = i % 50 ? (double)i / 8 : NAN};
}

static armex_status read_by_hand(const void *from, struct armex_flow *out, size_t first,
                                 size_t n, struct armex_error *error)
{
    const size_t *last = from;

    if (first + n > *last)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gone");
    for (size_t i = 0; i < n; i++)
        out[i] = row_by_hand(first + i);
    return ARMEX_OK;
}

/** Flows whose rows are elsewhere, of which `*readable` can be read. */
static struct armex_vintage *elsewhere_by_hand(size_t *readable)
{
    static char codes[PARTIES][8];
    static const char *const kinds[] = {"9301"};
    const char *parties[PARTIES];
    struct armex_flows *flows = NULL;
    struct armex_panel *panel = NULL;

    for (size_t i = 0; i < PARTIES; i++) {
        snprintf(codes[i], sizeof codes[i], "P%03zu", i);
        parties[i] = codes[i];
    }
    assert_int_equal(armex_flows_create(&flows, parties, PARTIES, kinds, 1, NULL),
                     ARMEX_OK);
    flows->elsewhere = (struct armex_flow_rows){.n = MANY,
                                                .read = read_by_hand,
                                                .from = readable,
                                                .unstated = true,
                                                .others = true};
    assert_int_equal(armex_flows_panel(&panel, flows, 1962, 2021, true, NULL),
                     ARMEX_OK);
    struct armex_vintage *vintage = vintage_by_hand("flows", panel);
    vintage->flows = flows;
    return vintage;
}

static void rows_elsewhere_are_stored_as_those_in_memory(void **state)
{
    (void)state;
    size_t readable = MANY;
    struct armex_vintage *vintage = elsewhere_by_hand(&readable);
    struct armex_vintage *read = again(vintage), *twice;
    const struct armex_flow *items = read->flows->items;

    assert_int_equal(read->flows->n, MANY);
    for (size_t i = 0; i < MANY; i++) {
        const struct armex_flow row = row_by_hand(i);
        assert_true(items[i].supplier == row.supplier &&
                    items[i].recipient == row.recipient && items[i].category == 0 &&
                    items[i].year == row.year && items[i].mark == row.mark &&
                    items[i].report == row.report);
        assert_same_value(items[i].value, row.value);
    }
    assert_int_equal(armex_vintage_verify("v.h5", NULL), ARMEX_OK);
    assert_int_equal(rename("v.h5", "elsewhere.h5"), 0);
    twice = again(read); // now from memory
    assert_same_bytes("elsewhere.h5", "v.h5");
    armex_vintage_free(twice);
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

static void rows_that_cannot_be_read_leave_no_file(void **state)
{
    (void)state;
    size_t readable = MANY - 1;
    struct armex_vintage *vintage = elsewhere_by_hand(&readable);

    unlink("v.h5");
    assert_int_equal(armex_vintage_write(vintage, "v.h5", NULL), ARMEX_IO);
    assert_int_equal(access("v.h5", F_OK), -1);
    armex_vintage_free(vintage);
}

static void a_byte_altered_in_a_column_of_rows_is_found(void **state)
{
    (void)state;
    size_t readable = MANY;
    struct armex_vintage *vintage = elsewhere_by_hand(&readable), *read = NULL;
    struct armex_error error;
    FILE *file;

    assert_int_equal(armex_vintage_write(vintage, "v.h5", NULL), ARMEX_OK);
    file = fopen("v.h5", "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, 1500000, SEEK_SET), 0);
    const int before = fgetc(file);
    assert_int_equal(fseek(file, 1500000, SEEK_SET), 0);
    fputc(before ^ 1, file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(armex_vintage_verify("v.h5", &error), ARMEX_ANSWER_NO);
    assert_int_equal(armex_vintage_read(&read, "v.h5", ARMEX_EVERYTHING, NULL),
                     ARMEX_BAD_INPUT);
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flows_come_back_with_their_deals_if_all_is_asked_for),
        cmocka_unit_test(who_reports_a_flow_comes_back),
        cmocka_unit_test(flows_without_deals_or_without_rows_come_back),
        cmocka_unit_test(rows_elsewhere_are_stored_as_those_in_memory),
        cmocka_unit_test(rows_that_cannot_be_read_leave_no_file),
        cmocka_unit_test(a_byte_altered_in_a_column_of_rows_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
