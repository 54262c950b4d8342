/** tests/ingest/test_flows_keep.c: every row of arms is kept, in the order of the file,
 * however it is read. */
#include <stdlib.h>

#include "base/file.h"
#include "ingest/csv.h"
#include "ingest/flows_made.h"
#include "ingest/sources/comtrade.h"
#include "ingest_files.h"
#include "random_text.h"
#include "same_vintage.h"
#include "trade_document.h"

#define COMTRADE FILES "comtrade/"

static const char header[] =
    "cmdDesc,flowCode,refYear,partnerISO,reporterISO,cmdCode,primaryValue";

/** Rows of all sorts in `n` lines, some of which take the long way. */
static void write_random(const char *name, size_t n, bool levels)
{
    static const char *const codes[] = {"9301",     "930110", "8710",
                                        "\"9302\"", "0101",   "93"};
    static const char *const flows[] = {"X", "M", "RX", "RM", "\"X\"", "TR"};
    FILE *file = fopen(name, "wb");
    uint64_t state = 123456789;

    assert_non_null(file);
    fprintf(file, "%s%s\n", header, levels ? ",aggrLevel" : "");
    for (size_t i = 0; i < n; i++) {
        const uint64_t r = draw(&state);
        fprintf(file, "\"\"\"x\"\" %.*s\",%s,%u,%s,%c%c%c,%s,", (int)((r >> 32) % 60),
                "a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q,",
                flows[(r >> 40) % 6], 1990 + (unsigned)(r % 30),
                (r >> 16) % 20 ? ((r >> 20) % 2 ? "DEU" : "\"FRA\"") : "W00",
                'A' + (int)((r >> 8) % 3), 'A' + (int)((r >> 12) % 5), 'A',
                codes[(r >> 24) % 6]);
        if ((r >> 44) % 16)
            fprintf(file, "%llu.%0*llu", (unsigned long long)(draw(&state) >> 14),
                    1 + (int)((r >> 48) % 9), (unsigned long long)(draw(&state) % 10));
        fputs(levels ? ",4\n" : "\n", file);
    }
    assert_int_equal(fclose(file), 0);
}

static bool cell_is_one_of(const struct armex_cell *cell, const char *a, const char *b)
{
    return armex_cell_is(cell, a) || armex_cell_is(cell, b);
}

/** Whether a row of the columns above is kept: by hand, apart from what is tested. */
static bool is_kept(const struct armex_cell *cells)
{
    return !armex_cell_is(&cells[1], "TR") && !armex_cell_is(&cells[3], "W00") &&
           !armex_cell_is(&cells[5], "0101");
}

static void assert_flow(const struct armex_flows *flows, const struct armex_flow *flow,
                        const struct armex_cell *cells)
{
    const bool exports = cell_is_one_of(&cells[1], "X", "RX");
    const char *from = flows->entities[exports ? flow->supplier : flow->recipient],
               *to = flows->entities[exports ? flow->recipient : flow->supplier];
    char value[64] = "";

    memcpy(value, cells[6].text, cells[6].length);
    assert_true(armex_cell_is(&cells[4], from) && armex_cell_is(&cells[3], to));
    assert_true(armex_cell_is(&cells[5], flows->categories[flow->category]));
    assert_int_equal(flow->year, atoi(cells[2].text));
    assert_same_value(flow->value, *value ? strtod(value, NULL) : NAN);
    assert_int_equal(flow->mark, *value ? ARMEX_FINAL : ARMEX_UNKNOWN_YET);
    assert_int_equal(flow->report, armex_cell_is(&cells[1], "X")    ? ARMEX_BY_SUPPLIER
                                   : armex_cell_is(&cells[1], "M")  ? ARMEX_BY_RECIPIENT
                                   : armex_cell_is(&cells[1], "RX") ? ARMEX_RE_EXPORTS
                                                                    : ARMEX_RE_IMPORTS);
}

/** The flows are those rows of the file that are kept, in its order. */
static void assert_flows_of(const struct armex_flows *flows, const char *name)
{
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    char *bytes = NULL;
    size_t length = 0, n, kept = 0;
    struct armex_flow flow;

    assert_int_equal(armex_file_read(&bytes, &length, name, 1 << 30, NULL), ARMEX_OK);
    assert_int_equal(armex_csv_open(&csv, name, bytes, length, ',', NULL), ARMEX_OK);
    assert_int_equal(armex_csv_next(csv, &cells, &n, NULL), ARMEX_OK);
    while (armex_csv_next(csv, &cells, &n, NULL) == ARMEX_OK && n > 0) {
        if (!is_kept(cells))
            continue;
        assert_true(kept < armex_flows_count(flows));
        assert_int_equal(armex_flows_read(flows, &flow, kept++, 1, NULL), ARMEX_OK);
        assert_flow(flows, &flow, cells);
    }
    assert_int_equal(kept, armex_flows_count(flows));
    armex_csv_close(csv);
    free(bytes);
}

static void each_row_of_arms_is_kept_in_the_order_of_the_file(void **state)
{
    (void)state;
    write_random("random.csv", 30000, false);
    for (unsigned threads = 1; threads < 6; threads++) {
        struct armex_vintage *vintage =
            vintage_of("random.csv", (struct armex_ingest_options){.threads = threads});
        assert_flows_of(vintage->flows, "random.csv");
        armex_vintage_free(vintage);
    }
}

/** Reads the file by keepers; with more than `most` rows they stay in the spool. */
static struct armex_flows *flows_of(const char *name, size_t most)
{
    enum { THREADS = 2 };
    const struct armex_ingest_options options = {.threads = THREADS};
    struct armex_keeping keeping;
    struct armex_keeper keepers[THREADS] = {0};
    void *each[THREADS] = {&keepers[0], &keepers[1]};
    struct armex_trade_columns columns;
    struct armex_stream *stream = NULL;
    struct armex_flows *flows = NULL;
    size_t n;

    assert_int_equal(armex_stream_open(&stream, name, NULL), ARMEX_OK);
    const struct armex_cell *cells = armex_stream_header(stream, &n);
    assert_true(armex_comtrade_bulk_columns(&columns, cells, n));
    assert_int_equal(armex_keeping_open(&keeping, "no/such/folder", NULL), ARMEX_OK);
    for (size_t i = 0; i < THREADS; i++)
        keepers[i] =
            (struct armex_keeper){.totals.columns = &columns, .shared = &keeping};
    assert_int_equal(
        armex_stream_run(stream, &armex_keeper_sink, each, THREADS, &options, NULL),
        ARMEX_OK);
    assert_int_equal(armex_totals_join(&keepers[0].totals, &keepers[1].totals, NULL),
                     ARMEX_OK);
    assert_int_equal(armex_keepers_flows(&flows, keepers, THREADS, most, NULL),
                     ARMEX_OK);
    for (size_t i = 0; i < THREADS; i++)
        armex_keeper_close(&keepers[i]);
    armex_keeping_close(&keeping);
    armex_stream_close(stream);
    return flows;
}

static void rows_in_the_spool_are_those_in_memory(void **state)
{
    (void)state;
    enum { SOME = 5000 };
    static struct armex_flow some[SOME];

    for (int levels = 0; levels < 2; levels++) {
        write_random("many.csv", 200000, levels); // more than two buffers
        struct armex_flows *memory = flows_of("many.csv", SIZE_MAX),
                           *spool = flows_of("many.csv", 1000);
        assert_int_equal(memory->elsewhere.n, 0);
        assert_int_equal(spool->n, 0);
        assert_int_equal(spool->elsewhere.n, memory->n);
        assert_true(spool->elsewhere.unstated && spool->elsewhere.others);
        for (size_t at = 0; at + SOME <= memory->n; at += SOME - 7) {
            assert_int_equal(armex_flows_read(spool, some, at, SOME, NULL), ARMEX_OK);
            assert_memory_equal(some, &memory->items[at], sizeof some);
        }
        armex_flows_free(memory);
        armex_flows_free(spool);
    }
}

static void a_row_below_the_level_that_counts_is_a_detail(void **state)
{
    (void)state;
    static const char rows[] =
        "aggrLevel,flowCode,refYear,partnerISO,reporterISO,cmdCode,primaryValue\n"
        "6,X,2020,DEU,FRA,930110,5\n4,X,2020,DEU,FRA,9301,6\n"
        "6,X,2021,DEU,FRA,930110,7\n6,X,2020,DEU,FRA,871000,8\n"
        "4,X,2020,DEU,ITA,8710,9\n6,M,2020,DEU,FRA,930110,3\n"
        "2,X,2020,W00,FRA,93,40\n";
    static const enum armex_report expected[] = {ARMEX_DETAIL,      ARMEX_BY_SUPPLIER,
                                                 ARMEX_BY_SUPPLIER, ARMEX_BY_SUPPLIER,
                                                 ARMEX_BY_SUPPLIER, ARMEX_BY_RECIPIENT};

    assert_int_equal(armex_file_write("d.csv", rows, strlen(rows), NULL), ARMEX_OK);
    for (size_t most = 0; most <= 1000; most += 1000) {
        struct armex_flows *flows = flows_of("d.csv", most);
        assert_int_equal(armex_flows_count(flows), 6);
        for (size_t i = 0; i < 6; i++) {
            struct armex_flow flow;
            assert_int_equal(armex_flows_read(flows, &flow, i, 1, NULL), ARMEX_OK);
            assert_int_equal(flow.report, expected[i]);
        }
        armex_flows_free(flows);
    }
}

/** The same vintage, or the same refusal, by both ways; the notes of both but for
 *  totals' own. */
static void assert_same_both_ways(const char *path, bool totals)
{
    const struct armex_ingest_options options = {.threads = 2, .totals = totals};
    struct armex_vintage *stream = NULL, *memory = NULL;
    struct armex_error of_stream = {0}, of_memory = {0};
    const armex_status a = armex_comtrade_bulk(&stream, path, &options, &of_stream),
                       b = read_document(&memory, path, &options, &of_memory);

    assert_int_equal(a, b);
    assert_string_equal(of_stream.message, of_memory.message);
    if (!a) {
        assert_same_vintage(stream, memory);
        assert_string_equal(stream->provenance.sha256, memory->provenance.sha256);
    }
    armex_vintage_free(stream);
    armex_vintage_free(memory);
}

static void a_document_in_memory_gives_the_vintage_of_the_file(void **state)
{
    (void)state;
    static const char *const files[] = {COMTRADE "levels.csv",
                                        COMTRADE "apart.csv",
                                        COMTRADE "short.csv",
                                        COMTRADE "long.csv",
                                        COMTRADE "new.csv",
                                        "random.csv",
                                        "d.csv"};

    write_random("random.csv", 3000, true);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        for (int totals = 0; totals < 2; totals++)
            assert_same_both_ways(files[i], totals);
}

static void publishers_files_give_one_vintage_too(void **state)
{
    (void)state;
    static const char *const files[] = {"comtrade/TradeData.csv",
                                        "comtrade/comtrade.csv",
                                        "comtrade/comtrade_hs871200_2017.csv"};
    char path[512];

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!find_published(path, files[i]))
            skip();
        assert_same_both_ways(path, false);
        assert_same_both_ways(path, true);
    }
}

static void totals_alone_are_the_same_totals(void **state)
{
    (void)state;
    write_random("random.csv", 5000, true);
    struct armex_vintage *flows =
                             vintage_of("random.csv", (struct armex_ingest_options){0}),
                         *totals =
                             vintage_of("random.csv",
                                        (struct armex_ingest_options){.totals = true});
    assert_same_panel(flows->panel, totals->panel);
    assert_non_null(flows->flows);
    assert_null(totals->flows);
    armex_vintage_free(flows);
    armex_vintage_free(totals);
}

static bool stop_at_once(void *context, uint64_t done, uint64_t all)
{
    (void)context;
    (void)done;
    (void)all;
    return false;
}

static void who_is_stopped_keeps_nothing(void **state)
{
    (void)state;
    write_random("random.csv", 5000, false);
    assert_refused(
        "random.csv", (struct armex_ingest_options){.progress = stop_at_once},
        ARMEX_TRY_AGAIN, "random.csv: reading was stopped, and nothing of it was kept");
}

static void more_parties_than_there_can_be_are_refused(void **state)
{
    (void)state;
    FILE *file = fopen("parties.csv", "wb");

    assert_non_null(file);
    fprintf(file, "%s\n", header);
    for (int i = 0; i < 70000; i++)
        fprintf(file, "a,X,2020,P%d,FRA,9301,1\n", i);
    assert_int_equal(fclose(file), 0);
    assert_refused(
        "parties.csv", (struct armex_ingest_options){0}, ARMEX_BAD_INPUT,
        "parties.csv: more than 65,536 parties or commodities trade here; is "
        "it Comtrade's?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_of_arms_is_kept_in_the_order_of_the_file),
        cmocka_unit_test(rows_in_the_spool_are_those_in_memory),
        cmocka_unit_test(a_row_below_the_level_that_counts_is_a_detail),
        cmocka_unit_test(a_document_in_memory_gives_the_vintage_of_the_file),
        cmocka_unit_test(publishers_files_give_one_vintage_too),
        cmocka_unit_test(totals_alone_are_the_same_totals),
        cmocka_unit_test(who_is_stopped_keeps_nothing),
        cmocka_unit_test(more_parties_than_there_can_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
