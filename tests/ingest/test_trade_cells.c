/** tests/ingest/test_trade_cells.c: a cell of trade means the same however it is
 * written, wherever in the file and on whichever way its row is read. Expected by hand.
 */
#include <stdio.h>
#include <stdlib.h>

#include "ingest/sources/comtrade_bulk.h"
#include "ingest_files.h"
#include "one_by_one.h"
#include "same_vintage.h"
#include "trade_document.h"

#define NBSP "\xc2\xa0"
#define THIN "\xe2\x80\x89"

static const char header[] = "period,reporterCode,partnerCode,cmdCode,flowCode,"
                             "primaryValue,motCode,classificationCode,qty,cmdDesc\n";

enum column {
    YEAR,
    REPORTER,
    PARTNER,
    COMMODITY,
    FLOW,
    VALUE,
    TRANSPORT,
    SCHEME,
    QUANTITY,
    COLUMNS
};

/** The odd row, as it is written cleanly: France's exports to the World. */
static const char *const clean[COLUMNS] = {"2021", "251", "0",  "9302", "X",
                                           "7",    "0",   "H4", "3"};

/** How a cell of it may be written, and whether the row counts then. */
static const struct {
    enum column column;
    const char *cell;
    bool counts;
} cases[] = {
    {YEAR, " 2021", true},
    {YEAR, "2021 ", true},
    {YEAR, "\" 2021\t\"", true},
    {YEAR, NBSP "2021", true},
    {YEAR, "02021", true},
    {REPORTER, " 251 ", true},
    {REPORTER, "\"251\"", true},
    {REPORTER, "\" 251\"", true},
    {REPORTER, "  \"251\"", true},
    {REPORTER, "251" NBSP, true},
    {REPORTER, "\t251", true},
    {PARTNER, "\"0\"", true},
    {PARTNER, " 0", true},
    {PARTNER, "0 ", true},
    {PARTNER, " 0 ", true},
    {PARTNER, "\t0", true},
    {PARTNER, "0\t", true},
    {PARTNER, NBSP "0", true},
    {PARTNER, "0" NBSP, true},
    {PARTNER, THIN "0" THIN, true},
    {PARTNER,
     "\xa0"
     "0",
     true}, // in ISO 8859-1
    {PARTNER, "\" 0\"", true},
    {PARTNER, "\"0 \"", true},
    {PARTNER, "\"" NBSP "0\"", true},
    {PARTNER, "\"\n0\r\n\"", true},
    {PARTNER, " \"0\"", true},
    {PARTNER, "                                 0", true},
    {PARTNER, "0                                 ", true},
    {PARTNER, "00", true},
    {PARTNER, "000", true},
    {PARTNER, "\"000000\"", true},
    {PARTNER, "0000000", true},
    {PARTNER, "00000000000", true},
    {PARTNER, "+0", true},
    {PARTNER, " +000", true},
    {PARTNER, "W00", true},
    {PARTNER, "w00 ", true},
    {PARTNER, "World", true},
    {PARTNER, "WORLD", true},
    {PARTNER, "\"world\"", true},
    {PARTNER, " wld", true},
    {PARTNER, "\"0\"\"\"", false}, // it ends with a quote
    {PARTNER, "\"\"\"0\"", false},
    {PARTNER, "\"000000\"\"0\"", false},
    {PARTNER, "0 0", false},
    {PARTNER, "00,5", false},
    {PARTNER, "004", false},
    {PARTNER, "WSM", false},
    {PARTNER, "\"WSM\"", false},
    {PARTNER, " WSM", false},
    {PARTNER, " 156 ", false},
    {PARTNER, "\"156 \"", false},
    {PARTNER, "Worldwide", false},
    {PARTNER, "Monde", true},
    {PARTNER, "MONDE", true},
    {PARTNER, "\"Monde\"", true},
    {PARTNER, " monde ", true},
    {PARTNER, "Monde entier", true},
    {PARTNER, "Tous pays", true},
    {PARTNER, "Welt", true},
    {PARTNER, "Alle Länder", true},
    {PARTNER, "\"Mundo\"", true},
    {PARTNER, "Todos los países", true},
    {PARTNER, "Mondo", true},
    {PARTNER, "Tutti i paesi", true},
    {PARTNER, "Wereld", true},
    {PARTNER, "Verden", true},
    {PARTNER, "Världen", true},
    {PARTNER, "Maailma", true},
    {PARTNER, "Dünya", true},
    {PARTNER, "Dunya", true},
    {PARTNER, "Dunia", true},
    {PARTNER, "Lume", true},
    {PARTNER, "Svět", true},
    {PARTNER, "Svet", true},
    {PARTNER, "Świat", true},
    {PARTNER, "Мир", true},
    {PARTNER, "世界", true},
    {PARTNER, "세계", true},
    {PARTNER, "All countries", true},
    {PARTNER, "all partners", true},
    {PARTNER, "Total", true},
    {PARTNER, "TOTAL", true},
    {PARTNER, "\"All\"", true},
    {PARTNER, "Total world", true},
    {PARTNER, "Monaco", false},
    {PARTNER, "Mongolia", false},
    {PARTNER, "\"Mundania\"", false},
    {PARTNER, "Tota", false},
    {PARTNER, "Allemagne", false},
    {PARTNER, "Tuttle", false},
    {PARTNER, "Mondes", false},
    {PARTNER, "Dun", false},
    {COMMODITY, " 9302", true},
    {COMMODITY, "9302\t", true},
    {COMMODITY, "\"9302\"", true},
    {COMMODITY, "\" 9302 \"", true},
    {COMMODITY, "9302" NBSP, true},
    {COMMODITY, "         9302", true},
    {COMMODITY, "\"9302\"\"\"", false},
    {COMMODITY, "09302", false},
    {COMMODITY, "+9302", false},
    {COMMODITY, " 0101 ", false},
    {FLOW, " X", true},
    {FLOW, "X ", true},
    {FLOW, "\"X\"", true},
    {FLOW, "\"X \"", true},
    {FLOW, NBSP "X" NBSP, true},
    {FLOW, "x", true},
    {FLOW, "2", true},
    {FLOW, "Export", true},
    {FLOW, "export", true},
    {FLOW, "EXPORTS", true},
    {FLOW, " \"export\"", true},
    {FLOW, "\"X\"\"\"", false},
    {FLOW, "", false},
    {FLOW, " ", false},
    {VALUE, " 7", true},
    {VALUE, "7 ", true},
    {VALUE, "\"7\"", true},
    {VALUE, "\" 7.0 \"", true},
    {VALUE, "7" NBSP, true},
    {VALUE, "\t07.", true},
    {VALUE, "+7", true},
    {VALUE, "         7         ", true},
    {TRANSPORT, " 0", true},
    {TRANSPORT, "0 ", true},
    {TRANSPORT, "\"0\"", true},
    {TRANSPORT, "\"0 \"", true},
    {TRANSPORT, "0" NBSP, true},
    {TRANSPORT, " ", true},
    {TRANSPORT, "\"\"", true},
    {TRANSPORT, "000", true},
    {TRANSPORT, "+0", true},
    {TRANSPORT, "1000", false},
    {TRANSPORT, " 1000 ", false},
    {TRANSPORT, "\"0\"\"\"", false},
    {SCHEME, " H4", true},
    {SCHEME, "\" H4 \"", true},
    {SCHEME, "h4", true},
    {SCHEME, NBSP "H4", true},
    {SCHEME, "\t", true},
    {SCHEME, " S3", false},
    {SCHEME, "\"\"\"H4\"", false},
    {QUANTITY, " 3 ", true},
    {QUANTITY, "\"\"\"three\"\"\"", true},
};

enum { ROWS = 300, CLEAN = 300 * 5 };

/** Amid rows of the World (5 each) and of partners (2 each), three times: a row with
 *  one cell written so. Its last column makes the file two chunks long. */
static void write_odd(const char *name, enum column column, const char *cell,
                      const char *end)
{
    const char *quoted = strchr(cell, ',') ? "\"" : "";
    FILE *file = fopen(name, "wb");

    assert_non_null(file);
    fputs(header, file);
    for (int row = 0; row < 2 * ROWS; row++) {
        fprintf(file, "%d,251,%s,9301,X,%d,0,H4,%d,%0500d%s", 2021,
                row % 2 ? "276" : "0", row % 2 ? 2 : 5, row, row, end);
        for (int c = 0; row % 200 == 199 && c < COLUMNS; c++)
            if (c == (int)column)
                fprintf(file, "%s%s%s,", quoted, cell, quoted);
            else
                fprintf(file, "%s,", clean[c]);
        if (row % 200 == 199)
            fprintf(file, "odd%s", end);
    }
    assert_int_equal(fclose(file), 0);
}

static double exports_of_france(const struct armex_vintage *vintage)
{
    const struct armex_panel *panel = vintage->panel;

    for (size_t s = 0; s < panel->n_series; s++)
        if (strcmp(panel->series[s].entity, "FRA") == 0 &&
            strcmp(panel->series[s].scope, "national") == 0)
            return armex_panel_value(panel, s, 2021);
    return NAN;
}

/** One, two and five threads make what one thread makes of a document. */
static void check_vintages(const char *path, bool totals, double expected)
{
    static const unsigned threads[] = {1, 2, 5};
    const struct armex_ingest_options in_memory = {.threads = 1, .totals = totals};
    struct armex_vintage *document = NULL;
    struct armex_error error = {0};

    assert_int_equal(read_document(&document, path, &in_memory, &error), ARMEX_OK);
    assert_same_value(exports_of_france(document), expected);
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
        const struct armex_ingest_options options = {.threads = threads[i],
                                                     .totals = totals};
        struct armex_vintage *stream = NULL;
        assert_int_equal(armex_comtrade_bulk(&stream, path, &options, &error),
                         ARMEX_OK);
        assert_non_null(stream);
        assert_same_vintage(stream, document);
        armex_vintage_free(stream);
    }
    armex_vintage_free(document);
}

/** What a sink counts, passes over and adds up for France and the World. */
static double add_with(struct armex_totals_worker *worker, const char *path,
                       const struct armex_row_sink *sink)
{
    const struct armex_ingest_options options = {.threads = 1};
    struct armex_trade_columns columns;
    struct armex_stream *stream = NULL;
    void *workers[1] = {worker};
    double sum = NAN;
    uint8_t seen;
    size_t n;

    assert_int_equal(armex_stream_open(&stream, path, NULL), ARMEX_OK);
    const struct armex_cell *cells = armex_stream_header(stream, &n);
    assert_true(armex_comtrade_bulk_columns(&columns, cells, n));
    *worker = (struct armex_totals_worker){.columns = &columns};
    assert_int_equal(armex_stream_run(stream, sink, workers, 1, &options, NULL),
                     ARMEX_OK);
    assert_true(worker->first_year == 2021 && worker->last_year == 2021);
    armex_totals_sides(&sum, &seen, worker, 0, ARMEX_TRADE_EXPORTS, true);
    armex_stream_close(stream);
    armex_totals_worker_free(worker);
    return sum;
}

static void check_sinks(const char *path, double expected)
{
    enum { SINKS = 3 };
    const struct armex_row_sink *const sinks[SINKS] = {
        &one_by_one, armex_totals_sink_portable(), armex_totals_sink()};
    struct armex_totals_worker first, other;

    for (size_t i = 0; i < SINKS; i++) {
        assert_same_value(add_with(i ? &other : &first, path, sinks[i]), expected);
        assert_true(i == 0 || other.counted == first.counted);
        assert_true(i == 0 ||
                    memcmp(other.passed, first.passed, sizeof first.passed) == 0);
    }
    assert_int_equal(first.counted + first.passed[ARMEX_TOTALS_PART] +
                         first.passed[ARMEX_TOTALS_OTHER_FLOW] +
                         first.passed[ARMEX_TOTALS_NO_ARMS],
                     2 * ROWS + 3);
}

static void a_cell_means_the_same_on_every_way_it_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double expected = CLEAN + (cases[i].counts ? 3 * 7.0 : 0.0);
        print_message("[ column %d ] %s\n", (int)cases[i].column, cases[i].cell);
        write_odd("odd.csv", cases[i].column, cases[i].cell, i % 2 ? "\n" : "\r\n");
        check_vintages("odd.csv", true, expected);
        check_vintages("odd.csv", false, expected);
        check_sinks("odd.csv", expected);
    }
}

static void what_is_wrong_amid_a_file_is_refused_at_its_place(void **state)
{
    (void)state;
    static const struct {
        enum column column;
        const char *cell, *message;
    } wrong[] = {
        {YEAR, " 20 21", "wrong.csv:202:2: '20 21' is no year from 1900 to 2059"},
        {YEAR, NBSP, "wrong.csv:202:3: '' is no year from 1900 to 2059"},
        {REPORTER, " 2 51 ",
         "wrong.csv:202:7: '2 51' is no code of a reporter: one is up to seven letters "
         "and digits"},
        {REPORTER, "+251",
         "wrong.csv:202:6: '+251' is no code of a reporter: one is up to seven letters "
         "and digits"},
        {PARTNER, "\"0\" ",
         "wrong.csv:202:13: text follows the closing quote of a cell; a quote inside a "
         "quoted cell is written twice"},
        {PARTNER, "\t\"0\"",
         "wrong.csv:202:11: a quote stands inside a cell that does not begin with one; "
         "put the whole cell in quotes and double those in it"},
        {VALUE, " 7 7",
         "wrong.csv:202:20: '7 7' is no value in dollars; leave the cell "
         "empty if unknown"},
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (int totals = 0; totals < 2; totals++) {
            const struct armex_ingest_options options = {.threads = 2,
                                                         .totals = totals};
            struct armex_vintage *vintage = NULL;
            struct armex_error of_stream = {0}, of_memory = {0};
            write_odd("wrong.csv", wrong[i].column, wrong[i].cell, "\n");
            assert_int_equal(
                armex_comtrade_bulk(&vintage, "wrong.csv", &options, &of_stream),
                ARMEX_BAD_INPUT);
            assert_string_equal(of_stream.message, wrong[i].message);
            assert_int_equal(read_document(&vintage, "wrong.csv", &options, &of_memory),
                             ARMEX_BAD_INPUT);
            assert_string_equal(of_memory.message, wrong[i].message);
        }
}

/** As the partner's name is written in the file's one scope, "to-chn". */
static void a_padded_partner_is_no_second_partner(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "2021,251,156,9301,X,5,0,H4,,a\n2021,251, 156 ,9302,X,6,0,H4,,b\n",
        "2021,251, 156,9301,X,5,0,H4,,a\n2021,251,\"156" NBSP "\",9302,X,6,0,H4,,b\n"};

    for (size_t i = 0; i < 2; i++)
        for (int totals = 0; totals < 2; totals++) {
            FILE *file = fopen("one.csv", "wb");
            assert_non_null(file);
            fprintf(file, "%s%s", header, rows[i]);
            assert_int_equal(fclose(file), 0);
            struct armex_vintage *vintage =
                vintage_of("one.csv", (struct armex_ingest_options){.threads = 2,
                                                                    .totals = totals});
            assert_int_equal(vintage->panel->n_series, 1);
            assert_string_equal(vintage->panel->series[0].scope, "to-chn");
            assert_same_value(armex_panel_value(vintage->panel, 0, 2021), 11.0);
            armex_vintage_free(vintage);
        }
}

/** Codes of partners alone, then, in row `at`, one that lies within that of the row
 *  before it: 40 in it, 100 without. */
static void write_nested(const char *name, int at)
{
    FILE *file = fopen(name, "wb");

    assert_non_null(file);
    fputs(header, file);
    for (int row = 1; row < 6000; row++)
        fprintf(file, "%d,251,0,%s,X,%d,0,H4,%d,%0150d\n", 1962 + row % 50,
                row == at ? "930110" : "9301", row == at ? 40 : 100, row, row);
    assert_int_equal(fclose(file), 0);
}

/* Rows of some 190 bytes: 512 KiB are 2,800 of them. */
static void levels_are_looked_for_in_as_many_rows_on_every_way(void **state)
{
    (void)state;
    static const struct {
        int at; // the row of the code within another
        bool seen;
    } cases[] = {{200, true}, {3990, true}, {4000, true}, {4001, false}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const int year = 1962 + cases[i].at % 50, others = cases[i].at % 50 ? 119 : 118;
        const struct armex_ingest_options options = {.threads = 1};
        struct armex_vintage *document = NULL, *stream = NULL;
        write_nested("nested.csv", cases[i].at);
        assert_int_equal(read_document(&document, "nested.csv", &options, NULL),
                         ARMEX_OK);
        assert_int_equal(armex_comtrade_bulk(&stream, "nested.csv", &options, NULL),
                         ARMEX_OK);
        assert_same_vintage(stream, document);
        assert_same_value(armex_panel_value(stream->panel, 0, year),
                          100.0 * others + (cases[i].seen ? 0.0 : 40.0));
        armex_vintage_free(stream);
        armex_vintage_free(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_means_the_same_on_every_way_it_is_read),
        cmocka_unit_test(what_is_wrong_amid_a_file_is_refused_at_its_place),
        cmocka_unit_test(a_padded_partner_is_no_second_partner),
        cmocka_unit_test(levels_are_looked_for_in_as_many_rows_on_every_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
