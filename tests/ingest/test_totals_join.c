/** tests/ingest/test_totals_join.c: the sums of several threads, put together. Expected
 * by hand. */
#include "check.h"
#include "ingest/totals.h"

#include <stdio.h>

enum { YEAR = 2019, PLACE = ARMEX_TOTALS_YEARS + YEAR - ARMEX_TOTALS_FROM };

/** One row of 0 dollars, in the first place for sums. */
static void add_one_row(struct armex_totals_worker *worker,
                        const struct armex_trade_columns *columns)
{
    const struct armex_ingest_options options = {.threads = 1};
    void *workers[1] = {worker};
    struct armex_stream *stream = NULL;
    FILE *file = fopen("one.csv", "wb");

    assert_non_null(file);
    fputs("year,reporter,partner,flow,code,value\n2019,USA,JPN,X,9301,0\n", file);
    assert_int_equal(fclose(file), 0);
    *worker = (struct armex_totals_worker){.columns = columns};
    assert_int_equal(armex_stream_open(&stream, "one.csv", NULL), ARMEX_OK);
    assert_int_equal(
        armex_stream_run(stream, armex_totals_sink(), workers, 1, &options, NULL),
        ARMEX_OK);
    armex_stream_close(stream);
    assert_int_equal(worker->sums[PLACE], ARMEX_SEEN_VALUE);
}

/** 2^61 thousandths in each of two threads: four times their sum, as sums are kept,
 *  is 2^64, which a word does not hold. */
static void sums_that_are_full_are_joined_without_loss(void **state)
{
    (void)state;
    const struct armex_trade_columns columns = {.roles = {0, 1, 2, 3, 4}, .value = 5};
    struct armex_totals_worker workers[2];
    double value = 0;
    uint8_t seen = 0;

    for (int i = 0; i < 2; i++) {
        add_one_row(&workers[i], &columns);
        workers[i].sums[PLACE] |= (uint64_t)1 << 63;
        workers[i].full = true;
    }
    assert_int_equal(armex_totals_join(&workers[0], &workers[1], NULL), ARMEX_OK);
    armex_totals_sides(&value, &seen, &workers[0], 0, ARMEX_TRADE_EXPORTS, false);
    assert_int_equal(seen, ARMEX_SEEN_VALUE);
    assert_float_equal(value, 0x1p62 / 1000.0, 0.0);
    for (int i = 0; i < 2; i++)
        armex_totals_worker_free(&workers[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_that_are_full_are_joined_without_loss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
