/** tests/ingest/test_comtrade_bulk.c: customs trade added up while it is read. Expected
 * by hand. */
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "ingest/sources/comtrade_bulk.h"
#include "ingest/totals_parts.h"
#include "ingest_files.h"
#include "random_text.h"

static const char header[] =
    "refYear,reporterISO,partnerISO,cmdCode,cmdDesc,flowCode,primaryValue\n";

#define LISTED "listed-partners"

static void write_text(const char *name, const char *first, const char *second)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_true(fputs(first, file) >= 0 && fputs(second, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static const struct armex_ingest_options totals = {.totals = true, .threads = 2};

static struct armex_vintage *totals_of(const char *first, const char *rows)
{
    write_text("trade.csv", first, rows);
    return vintage_of("trade.csv", totals);
}

static double figure(const struct armex_vintage *vintage, const char *entity,
                     enum armex_flow_direction flow, const char *scope, int year)
{
    const struct armex_panel *panel = vintage->panel;

    for (size_t s = 0; s < panel->n_series; s++)
        if (strcmp(panel->series[s].entity, entity) == 0 &&
            panel->series[s].flow == flow && strcmp(panel->series[s].scope, scope) == 0)
            return armex_panel_value(panel, s, year);
    fail_msg("no series %s %s", entity, scope);
    return NAN;
}

static void assert_noted(const struct armex_vintage *vintage, const char *note)
{
    const struct armex_notes *notes = &vintage->panel->notes;

    for (size_t i = 0; i < notes->n_notes; i++)
        if (strcmp(notes->notes[i], note) == 0)
            return;
    for (size_t i = 0; i < notes->n_notes; i++)
        print_error("noted: %s\n", notes->notes[i]);
    fail_msg("not noted: %s", note);
}

static void each_reporter_flow_and_year_has_its_sum(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        totals_of(header, "2021,FRA,DEU,9301,\"guns, big\",X,0.1,\n"
                          "2021,FRA,ITA,9302,pistols,X,0.2,\n"
                          "2021,FRA,ITA,9302,pistols,M,5,\n"
                          "2021,FRA,ITA,9302,pistols,RX,0.05,\n"
                          "2023,FRA,ITA,9302,\"say \"\"pistols\"\"\",X,7e3,\n"
                          "2021,DEU,ITA,9302,pistols,RM,1,\n");

    assert_string_equal(vintage->provenance.dataset, "comtrade-hs93");
    assert_int_equal(vintage->panel->n_series, 4);
    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2021), 0.3);
    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2023), 7000.0);
    assert_missing(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2022));
    assert_same_value(figure(vintage, "FRA", ARMEX_IMPORTS, LISTED, 2021), 5.0);
    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, "re-exports-" LISTED, 2021),
                      0.05);
    assert_same_value(figure(vintage, "DEU", ARMEX_IMPORTS, "re-imports-" LISTED, 2021),
                      1.0);
    assert_int_equal(vintage->panel->series[0].measure, ARMEX_CUSTOMS);
    assert_null(vintage->flows);
    armex_vintage_free(vintage);
}

static void a_row_of_the_world_stands_for_its_partners(void **state)
{
    (void)state;
    struct armex_vintage *vintage = totals_of(header, "2021,FRA,DEU,9301,a,X,10\n"
                                                      "2021,FRA,W00,9301,a,X,25\n"
                                                      "2022,FRA,DEU,9301,a,X,11\n"
                                                      "2022,FRA,ITA,9301,a,X,12\n");

    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, "national", 2021), 25.0);
    assert_missing(figure(vintage, "FRA", ARMEX_EXPORTS, "national", 2022));
    assert_missing(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2021));
    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2022), 23.0);
    armex_vintage_free(vintage);
}

static void of_several_levels_the_highest_counts(void **state)
{
    (void)state;
    const char levels[] = "refYear,reporterISO,partnerISO,cmdCode,aggrLevel,flowCode,"
                          "primaryValue\n";
    struct armex_vintage *vintage =
        totals_of(levels, "2021,FRA,DEU,93,2,X,100\n2021,FRA,DEU,9301,4,X,60\n"
                          "2021,FRA,DEU,930110,6,X,50\n2021,FRA,DEU,8710,4,X,7\n"
                          "2021,FRA,DEU,871000,6,X,6\n2021,FRA,DEU,890610,6,X,1\n"
                          "2022,FRA,DEU,9301,4,X,60\n2022,FRA,DEU,930110,6,X,50\n"
                          "2022,FRA,DEU,TOTAL,0,X,99999\n2022,FRA,DEU,87,2,X,999\n");

    assert_string_equal(vintage->provenance.dataset, "comtrade-arms");
    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, "to-deu", 2021), 108.0);
    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, "to-deu", 2022), 60.0);
    assert_noted(vintage, "passed over: 2 rows of goods that are no arms");
    armex_vintage_free(vintage);
}

static void codes_that_hold_less_than_what_lies_within_count_beside_it(void **state)
{
    (void)state;
    struct armex_vintage *vintage = totals_of(header, "2021,FRA,DEU,9301,a,X,40\n"
                                                      "2021,FRA,DEU,930110,b,X,70\n"
                                                      "2021,XYQ,DEU,9305,b,TR,50\n"
                                                      "2021,XYQ,DEU,9305,b,X,\n");

    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, "to-deu", 2021), 110.0);
    assert_missing(figure(vintage, "XYQ", ARMEX_EXPORTS, "to-deu", 2021));
    assert_int_equal(armex_panel_mark(vintage->panel, 1, 2021), ARMEX_UNKNOWN_YET);
    assert_noted(vintage,
                 "commodity 9301 contains 930110, and both were added: the file does "
                 "not say at which level its rows stand (aggrLevel), so that goods may "
                 "count twice");
    assert_noted(vintage, "passed over: 1 row of other flows than exports, imports, "
                          "re-exports and re-imports");
    assert_noted(vintage, "reporters of no known country, under the codes of the file: "
                          "XYQ");
    assert_noted(vintage, "the file does not say when it was published: the vintage is "
                          "its last year, 2021; --vintage DATE sets it");
    armex_vintage_free(vintage);
}

static void rows_that_break_a_total_down_are_passed_over(void **state)
{
    (void)state;
    const char now[] =
        "\"freqCode\",\"refYear\",\"reporterISO\",\"flowCode\",\"partnerISO\","
        "\"partner2ISO\",\"classificationCode\",\"cmdCode\",\"motCode\","
        "\"primaryValue\"\n";
    struct armex_vintage *vintage = totals_of(
        now,
        "\"A\",\"2021\",\"FRA\",\"X\",\"DEU\",\"W00\",\"H6\",\"930110\",\"0\","
        "\"60\",\n"
        "\"A\",\"2021\",\"FRA\",\"X\",\"DEU\",\"ITA\",\"H6\",\"930110\",\"0\","
        "\"50\",\n"
        "\"M\",\"2021\",\"FRA\",\"X\",\"DEU\",\"W00\",\"H6\",\"930110\",\"0\","
        "\"40\",\n"
        "\"A\",\"2021\",\"FRA\",\"X\",\"DEU\",\"W00\",\"S4\",\"93\",\"0\",\"30\",\n"
        "\"A\",\"2021\",\"FRA\",\"X\",\"DEU\",\"W00\",\"H6\",\"930110\",\"2100\","
        "\"20\",\n");

    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, "to-deu", 2021), 60.0);
    assert_noted(vintage,
                 "passed over: 4 rows that break down a total by mode of transport, "
                 "customs procedure or second partner, or are of another frequency or "
                 "classification");
    armex_vintage_free(vintage);
}

static void the_names_of_the_former_site_will_do(void **state)
{
    (void)state;
    struct armex_vintage *vintage = totals_of(
        "Classification,Year,Aggregate Level,Trade Flow Code,Trade Flow,Reporter "
        "ISO,Partner ISO,Commodity Code,Trade Value (US$)\r\n",
        "H5,2017,2,2,Export,ALB,WLD,93,1028137\r\n"
        "H5,2017,2,1,Import,ALB,WLD,93,5\r\nH5,2017,2,3,Re-Export,ALB,WLD,93,4\r\n");

    assert_same_value(figure(vintage, "ALB", ARMEX_EXPORTS, "national", 2017),
                      1028137.);
    assert_same_value(figure(vintage, "ALB", ARMEX_IMPORTS, "national", 2017), 5.0);
    assert_same_value(figure(vintage, "ALB", ARMEX_EXPORTS, "re-exports", 2017), 4.0);
    armex_vintage_free(vintage);
}

static void cells_that_do_not_read_are_refused_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *row, *message;
    } cases[] = {
        {"21,FRA,DEU,9301,a,X,1\n", ":3:1: '21' is no year from 1900 to 2059"},
        {"2021,F RA,DEU,9301,a,X,1\n", ":3:6: 'F RA' is no code of a reporter: one is "
                                       "up to seven letters and digits"},
        {"2021,,DEU,9301,a,X,1\n",
         ":3:6: '' is no code of a reporter: one is up to seven letters and digits"},
        {"2021,FRA,DEU,9301,a,X,-1\n",
         ":3:23: '-1' is no value in dollars; leave the cell empty if unknown"},
        {"2021,FRA,DEU,9301,a,X,10000000000000000\n",
         ":3:23: '10000000000000000' is no value in dollars; leave the cell empty if "
         "unknown"},
        {"2021,FRA,DEU,9301,a,X\n", ":3:1: this row has 6 cells, the header 7"},
        {"2021,FRA,DEU,9301,a,X,1,2\n", ":3:1: this row has 8 cells, the header 7"},
    };
    char rows[400], message[400];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(rows, sizeof rows, "2021,FRA,DEU,9301,a,X,1\n%s", cases[i].row);
        snprintf(message, sizeof message, "trade.csv%s", cases[i].message);
        write_text("trade.csv", header, rows);
        assert_refused("trade.csv", totals, ARMEX_BAD_INPUT, message);
    }
    write_text("trade.csv", header, "2021,FRA,DEU,8703,cars,X,1\n");
    assert_refused("trade.csv", totals, ARMEX_BAD_INPUT,
                   "trade.csv: no row is of arms (HS chapter 93, headings 8710 and "
                   "8906.10): they are of '8703' and the like; download these");
}

/** Rows of all sorts, some of which take the long way. */
static void write_random(const char *name, size_t n)
{
    static const char *const codes[] = {"9301", "930110", "8710", "\"9302\"", "0101"};
    static const char *const flows[] = {"X", "M", "RX", "RM", "\"X\"", "TR"};
    FILE *file = fopen(name, "wb");
    uint64_t state = 987654321;

    assert_non_null(file);
    fputs(header, file);
    for (size_t i = 0; i < n; i++) {
        const uint64_t r = draw(&state);
        fprintf(
            file, "%u,%c%c%c,%s,%s,\"\"\"x\"\" %.*s\",%s,", 1990 + (unsigned)(r % 30),
            'A' + (int)((r >> 8) % 3), 'A' + (int)((r >> 12) % 5), 'A',
            (r >> 16) % 20 ? "DEU" : "W00", codes[(r >> 24) % 5], (int)((r >> 32) % 60),
            "a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q,", flows[(r >> 40) % 6]);
        if ((r >> 44) % 16)
            fprintf(file, "%llu.%0*llu\n", (unsigned long long)(draw(&state) >> 20),
                    1 + (int)((r >> 48) % 9), (unsigned long long)(draw(&state) % 10));
        else
            fputs("\n", file);
    }
    assert_int_equal(fclose(file), 0);
}

static void assert_same_panel(const struct armex_panel *a, const struct armex_panel *b)
{
    const size_t n = a->n_series * a->n_years;

    assert_true(a->n_series == b->n_series && a->n_years == b->n_years);
    assert_memory_equal(a->values, b->values, n * sizeof *a->values);
    assert_memory_equal(a->marks, b->marks, n * sizeof *a->marks);
    for (size_t s = 0; s < a->n_series; s++)
        assert_int_equal(armex_series_compare(&a->series[s], &b->series[s]), 0);
}

static void the_number_of_threads_changes_no_bit(void **state)
{
    (void)state;
    struct armex_ingest_options options = totals;
    struct armex_vintage *one, *more;

    write_random("random.csv", 20000);
    options.threads = 1;
    one = vintage_of("random.csv", options);
    for (options.threads = 2; options.threads < 6; options.threads++) {
        more = vintage_of("random.csv", options);
        assert_same_panel(one->panel, more->panel);
        armex_vintage_free(more);
    }
    armex_vintage_free(one);
}

/** A description of 700 KB whose lines look like rows, between two rows: threads that
 *  begin within it see no quotes, and take its lines for what they are not. */
static void a_description_that_looks_like_rows_is_none(void **state)
{
    (void)state;
    enum { LINES = 20000 };
    struct armex_text rows = {0};

    armex_text_add(&rows, "2021,FRA,DEU,9301,guns,X,10\n2021,FRA,DEU,9301,\"as in\n");
    for (size_t i = 0; i < LINES; i++)
        armex_text_add(&rows, "2021,ITA,DEU,9301,long guns,X,5000\n");
    armex_text_add(&rows, "and so on\",X,7\n2022,FRA,ITA,9301,guns,X,3\n");
    assert_false(rows.failed);
    for (unsigned threads = 1; threads <= 3; threads++) {
        write_text("note.csv", header, rows.data);
        struct armex_vintage *vintage =
            vintage_of("note.csv", (struct armex_ingest_options){.totals = true,
                                                                 .threads = threads});
        assert_int_equal(vintage->panel->n_series, 1);
        assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2021), 17.0);
        assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2022), 3.0);
        armex_vintage_free(vintage);
    }
    armex_text_free(&rows);
}

/** All rows by one sink; what it counts and adds up. */
static void add_with(struct armex_totals_worker *worker,
                     const struct armex_trade_columns *columns,
                     const struct armex_row_sink *sink)
{
    struct armex_stream *stream = NULL;
    void *workers[1] = {worker};

    *worker = (struct armex_totals_worker){.columns = columns};
    assert_int_equal(armex_stream_open(&stream, "random.csv", NULL), ARMEX_OK);
    assert_int_equal(armex_stream_run(stream, sink, workers, 1, &totals, NULL),
                     ARMEX_OK);
    armex_stream_close(stream);
}

static void quick_digits_add_up_as_plain_ones_do(void **state)
{
    (void)state;
    struct armex_totals_worker quick, plain;
    struct armex_trade_columns columns;
    struct armex_stream *stream = NULL;
    size_t n;

    write_random("random.csv", 5000);
    assert_int_equal(armex_stream_open(&stream, "random.csv", NULL), ARMEX_OK);
    const struct armex_cell *cells = armex_stream_header(stream, &n);
    assert_true(armex_comtrade_bulk_columns(&columns, cells, n));
    armex_stream_close(stream);
    add_with(&quick, &columns, armex_totals_sink());
    add_with(&plain, &columns, armex_totals_sink_portable());
    assert_true(quick.counted == plain.counted && quick.n_places == plain.n_places);
    assert_memory_equal(quick.passed, plain.passed, sizeof quick.passed);
    assert_int_equal(quick.n_reporters, plain.n_reporters);
    assert_int_equal(quick.room_for_reporters, plain.room_for_reporters);
    assert_memory_equal(quick.places, plain.places,
                        quick.room_for_reporters * ARMEX_TOTALS_BLOCK *
                            sizeof *quick.places);
    for (size_t i = ARMEX_TOTALS_YEARS; i < quick.n_places; i++) {
        uint32_t seen, plainly;
        assert_true(armex_totals_sum(&quick, i, &seen) ==
                    armex_totals_sum(&plain, i, &plainly));
        assert_int_equal(seen, plainly);
    }
    armex_totals_worker_free(&quick);
    armex_totals_worker_free(&plain);
}

/** Fifty-three bits would not do: the sum is beyond them, and above what a sum of
 *  thousandths holds, many times. */
static void a_sum_may_be_far_larger_than_its_place(void **state)
{
    (void)state;
    const size_t n = 120000; // of 7 * 10^10, and as many of a thousandth
    FILE *file = fopen("large.csv", "wb");

    assert_non_null(file);
    fputs(header, file);
    for (size_t i = 0; i < n; i++)
        fputs("2021,FRA,DEU,9301,a,X,70000000000\n2021,FRA,ITA,9301,a,X,0.001\n", file);
    fputs("2021,FRA,ITA,9301,a,X,0.00005\n", file); // more places than most
    assert_int_equal(fclose(file), 0);
    struct armex_vintage *vintage = vintage_of("large.csv", totals);
    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, LISTED, 2021),
                      8400000000000120.0);
    armex_vintage_free(vintage);
}

static void cells_are_read_with_and_without_their_quotes(void **state)
{
    (void)state;
    struct armex_vintage *vintage = totals_of(
        header, "\"2021\",\"FRA\",\"World\",\"930110\",\"a\",\"Export\",\"1.5\"\r\n"
                "\"2021\",\"FRA\",\"World\",\"930110\",\"a\",\"Export\",\"1.5\"\r\n"
                "\"2021\",\"FRA\",\"World\",\"930110\",\"a\",\"Export\",\"1.5\"\r\n"
                "\"2021\",\"FRA\",\"World\",\"930110\"\"x\",\"a\",\"Export\",\"9\"\r\n"
                "2021,FRA,World,930110,a,Export,.5\r\n"
                "2021,FRA,United States Minor Outlying Islands,930110,a,Export,7\r\n"
                "2021,FRA,World,930110,a,Export,5.\r\n"
                "2021,FRA,World,930110,a,,1000\r\n");

    assert_same_value(figure(vintage, "FRA", ARMEX_EXPORTS, "national", 2021), 10.0);
    assert_noted(vintage, "passed over: 1 row of goods that are no arms");
    assert_noted(vintage, "passed over: 1 row of other flows than exports, imports, "
                          "re-exports and re-imports");
    armex_vintage_free(vintage);
}

static void other_files_are_none_of_comtrade(void **state)
{
    (void)state;
    struct armex_vintage *vintage = (struct armex_vintage *)&totals;

    write_text("other.csv", "entity,year,value\n", "FRA,2021,1\n");
    assert_int_equal(armex_comtrade_bulk(&vintage, "other.csv", &totals, NULL),
                     ARMEX_OK);
    assert_null(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_reporter_flow_and_year_has_its_sum),
        cmocka_unit_test(a_row_of_the_world_stands_for_its_partners),
        cmocka_unit_test(of_several_levels_the_highest_counts),
        cmocka_unit_test(codes_that_hold_less_than_what_lies_within_count_beside_it),
        cmocka_unit_test(rows_that_break_a_total_down_are_passed_over),
        cmocka_unit_test(the_names_of_the_former_site_will_do),
        cmocka_unit_test(cells_that_do_not_read_are_refused_with_their_place),
        cmocka_unit_test(the_number_of_threads_changes_no_bit),
        cmocka_unit_test(a_description_that_looks_like_rows_is_none),
        cmocka_unit_test(quick_digits_add_up_as_plain_ones_do),
        cmocka_unit_test(a_sum_may_be_far_larger_than_its_place),
        cmocka_unit_test(cells_are_read_with_and_without_their_quotes),
        cmocka_unit_test(other_files_are_none_of_comtrade),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
