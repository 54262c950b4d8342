/** tests/analysis/test_query.c: from the words of a question to its answer. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "analysis/query.h"
#include "analysis/query_data.h"
#include "analysis/query_request.h"
#include "vintage_by_hand.h"

/* A store in a folder of its own, with three datasets of figures and one of records. */
static char folder[] = "query-store-XXXXXX";

static void add(struct armex_store *store, struct armex_vintage *vintage)
{
    enum armex_added added;
    struct armex_error error = {.message = ""};
    if (armex_store_add(&added, store, vintage, &error))
        fail_msg("%s", error.message);
    armex_vintage_free(vintage);
}

static void add_figures(struct armex_store *store)
{
    const struct by_hand hands[] = {
        {.entity = "DEU",
         .name = "Germany",
         .marks = "..FF.",
         .unit = "eur",
         .measure = ARMEX_LICENCES,
         .scope = "individual-licences",
         .values = (double[]){0, 0, 5, 6, 0}},
        {.entity = "FRA",
         .name = "France",
         .marks = "FFFF.",
         .unit = "eur",
         .values = (double[]){1e9, 2e9, 4e9, 8e9, 0}},
        {.entity = "KOR", .marks = ".....", .values = (double[]){0}},
    };
    const struct publication_by_hand published[] = {
        {0, 2022, 5, ARMEX_FINAL, "2024", "BMWK"},
        {0, 2023, 6, ARMEX_FINAL, "2024", "BMWK"},
        {1, 2020, 1e9, ARMEX_FINAL, "2021", "DGA"},
        {1, 2021, 2e9, ARMEX_FINAL, "2022", "DGA"},
        {1, 2022, 4e9, ARMEX_FINAL, "2023", "DGA"},
        {1, 2023, 8e9, ARMEX_FINAL, "2024", "DGA"},
        {2, 2021, 7.25e9, ARMEX_FINAL, "2022", "DAPA"},
        {2, 2022, 17.3e9, ARMEX_FINAL, "2023", "DAPA"},
        {2, 2023, 14e9, ARMEX_PRELIMINARY, "2023-12", "Yonhap"},
        {2, 2023, 13.5e9, ARMEX_FINAL, "2025-01-02", "Edaily"},
        {2, 2023, 13e9, ARMEX_FINAL, "2026-01-14", "DAPA"},
        {2, 2024, 23e9, ARMEX_TARGET, "2025-01-25", "Yonhap"},
    };
    struct armex_vintage *vintage =
        vintage_by_hand("national-figures", panel_by_hand(2020, hands, 3));
    publish_by_hand(vintage, published, sizeof published / sizeof *published);
    add(store, vintage);
}

static void add_rates(struct armex_store *store)
{
    const struct by_hand euro = {.entity = "EMU",
                                 .name = "Euro area",
                                 .marks = ".FFF",
                                 .unit = "usd-per-eur",
                                 .scope = "annual-average",
                                 .measure = ARMEX_EXCHANGE_RATE,
                                 .values = (double[]){0, 1.25, 1.5, 2}};
    const struct by_hand index = {.entity = "USA",
                                  .marks = "FFFF",
                                  .unit = "index-2020",
                                  .scope = "gdp-deflator",
                                  .measure = ARMEX_PRICE_INDEX,
                                  .values = (double[]){100, 110, 120, 130}};
    add(store, vintage_by_hand("exchange-rates", panel_by_hand(2020, &euro, 1)));
    add(store, vintage_by_hand("deflators", panel_by_hand(2020, &index, 1)));
}

static void add_records(struct armex_store *store)
{
    const struct armex_column columns[] = {
        {"id", "Id", "", "of the claim", ARMEX_COLUMN_TEXT, false}};
    struct armex_vintage *vintage = vintage_by_hand("claims", NULL);
    assert_int_equal(armex_table_create(&vintage->records, "claims", columns, 1, NULL),
                     ARMEX_OK);
    assert_int_equal(armex_table_add(vintage->records, NULL), ARMEX_OK);
    assert_int_equal(armex_table_text(vintage->records, 0, "C001", NULL), ARMEX_OK);
    add(store, vintage);
}

static int make_store(void **state)
{
    struct armex_store *store;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(armex_store_open(&store, folder, NULL, NULL), ARMEX_OK);
    add_figures(store);
    add_rates(store);
    add_records(store);
    armex_store_close(store);
    assert_int_equal(armex_store_open(&store, NULL, folder, NULL), ARMEX_OK);
    *state = store;
    return 0;
}

static int remove_store(void **state)
{
    static const char *const names[] = {"national-figures", "exchange-rates",
                                        "deflators", "claims"};
    char path[128];

    armex_store_close(*state);
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s/%s/2026-11-23.h5", folder, names[i]);
        unlink(path);
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        rmdir(path);
    }
    return rmdir(folder);
}

#define FIGURES .dataset = "national-figures"

static struct armex_table *answer(void **state, struct armex_query query)
{
    struct armex_table *table;
    struct armex_error error = {.message = ""};
    if (armex_query_answer(&table, *state, &query, &error))
        fail_msg("%s", error.message);
    return table;
}

static void refused(void **state, struct armex_query query, armex_status expected,
                    const char *message)
{
    struct armex_table *table;
    struct armex_error error;
    assert_int_equal(armex_query_answer(&table, *state, &query, &error), expected);
    assert_null(table);
    assert_string_equal(error.message, message);
}

static double last_of(void **state, const char *as_of)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"growth", FIGURES, .entity = "KOR",
                                           .measure = "orders", .years = "2021-2023",
                                           .method = "cagr", .as_of = as_of});
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "first"), 7.25e9, 0);
    assert_note(table->notes,
                "South Korea: 2022's 17.3 billion USD, inside the span, is "
                "above both ends");
    const double last = cell(table, 0, "last");
    armex_table_free(table);
    return last;
}

static void growth_is_of_what_was_known_on_the_day(void **state)
{
    assert_close(last_of(state, NULL), 13e9, 0);
    assert_close(last_of(state, "2025-02-01"), 13.5e9, 0);
    assert_close(last_of(state, "2023-12-31"), 14e9, 0);
    assert_close(last_of(state, "2023-12"), 14e9, 0);
}

static void a_preliminary_end_is_told(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"growth", FIGURES, .entity = "South Korea",
                                           .years = "2021-23", .method = "cagr",
                                           .as_of = "2023-12-31"});
    assert_note(table->notes, "not final: South Korea 2023 (preliminary)");
    assert_string_equal(table->notes.sources[0].dataset, "national-figures");
    armex_table_free(table);
}

static void the_past_tells_a_gap_from_what_is_missing(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"growth", FIGURES, .entity = "KOR,FRA",
                                           .measure = "orders", .years = "2023-2024"});
    assert_string_equal(word(table, 0, "entity"), "KOR");
    assert_string_equal(word(table, 0, "reason"), "missing"); // 2024 is only a target
    assert_string_equal(word(table, 1, "reason"), "missing");
    armex_table_free(table);
}

static void a_window_alone_means_growth_by_windows(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"growth", FIGURES, .entity = "FRA",
                                           .years = "2022-2023", .window = "2"});
    assert_close(cell(table, 0, "growth"), 3, 0); // 12 over 3
    armex_table_free(table);
}

static void unlike_currencies_are_not_ranked_but_named(void **state)
{
    refused(state,
            (struct armex_query){"rank", FIGURES, .measure = "orders", .years = "2023"},
            ARMEX_BAD_INPUT,
            "these cannot stand in one ranking: EUR: France; USD: South Korea; --unit "
            "usd converts them");
}

static void converted_figures_are_ranked_and_the_rates_named(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"rank", FIGURES, .measure = "orders",
                                           .years = "2023", .unit = "usd"});
    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "entity"), "FRA");
    assert_close(cell(table, 0, "value"), 16e9, 0);
    assert_close(cell(table, 0, "previous_rank"), 2, 0); // 6 against 17.3 in 2022
    assert_close(cell(table, 1, "rank"), 2, 0);
    assert_note(table->notes, "converted to USD by exchange-rates 2026-11-23 (yearly "
                              "averages)");
    assert_int_equal(table->notes.n_sources, 2);
    armex_table_free(table);
}

static void years_without_a_rate_are_told_only_where_they_matter(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"rank", FIGURES, .measure = "orders",
                                           .years = "2021", .unit = "usd"});
    assert_note(table->notes, "no rate, so missing: France (2020)");
    armex_table_free(table);
    table = answer(state, (struct armex_query){"rank", FIGURES, .measure = "orders",
                                               .years = "2022", .unit = "usd"});
    for (size_t i = 0; i < table->notes.n_notes; i++)
        assert_null(strstr(table->notes.notes[i], "no rate"));
    armex_table_free(table);
}

static void without_a_year_the_newest_well_covered_one_is_ranked(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"rank", FIGURES, .measure = "orders",
                                           .unit = "usd"});
    assert_close(cell(table, 0, "year"), 2023, 0);
    assert_note(table->notes, "ranked for 2023, the newest year with at least half as "
                              "many figures (2) as the best covered one (2)");
    armex_table_free(table);
    table = answer(state, (struct armex_query){"rank", FIGURES, .measure = "orders",
                                               .unit = "usd", .as_of = "2023-12-31"});
    assert_close(cell(table, 0, "year"), 2023, 0); // one of two is half
    assert_note(table->notes, "ranked for 2023, the newest year with at least half as "
                              "many figures (1) as the best covered one (2)");
    armex_table_free(table);
    table = answer(state, (struct armex_query){"rank", FIGURES, .measure = "orders",
                                               .unit = "usd", .years = "2021-2022"});
    assert_note(table->notes,
                "of the years 2021 to 2022 the last is ranked; --window 2 "
                "ranks their sums");
    armex_table_free(table);
}

static void show_has_a_row_a_figure_or_a_status_that_says_why_not(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"show", FIGURES, .entity = "KOR"});
    assert_int_equal(table->n_rows, 4);
    assert_close(cell(table, 0, "year"), 2021, 0);
    assert_close(cell(table, 0, "value"), 7.25e9, 0);
    assert_string_equal(word(table, 0, "unit"), "usd");
    assert_string_equal(word(table, 0, "measure"), "orders");
    assert_string_equal(word(table, 0, "scope"), "national");
    assert_string_equal(word(table, 0, "status"), "final");
    assert_string_equal(word(table, 0, "flow"), "exports");
    assert_close(cell(table, 0, "first_month"), 1, 0);
    assert_string_equal(word(table, 3, "status"), "target");
    assert_missing(cell(table, 3, "value"));
    armex_table_free(table);
}

static void publications_are_shown_with_the_one_that_decides(void **state)
{
    struct armex_table *table = answer(
        state, (struct armex_query){"show", FIGURES, .entity = "KOR", .years = "2023",
                                    .publications = "yes", .as_of = "2025-12-31"});
    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "published"), "2023-12");
    assert_string_equal(word(table, 0, "publisher"), "Yonhap");
    assert_string_equal(word(table, 0, "decides"), "no");
    assert_string_equal(word(table, 1, "decides"), "yes");
    assert_close(cell(table, 1, "value"), 13.5e9, 0);
    armex_table_free(table);
    refused(state,
            (struct armex_query){"show", .dataset = "deflators", .publications = "yes"},
            ARMEX_USAGE,
            "deflators keeps one publication of each figure; leave out --publications");
}

static void records_are_shown_as_they_are(void **state)
{
    struct armex_table *table =
        answer(state, (struct armex_query){"show", .dataset = "claims"});
    assert_int_equal(table->n_rows, 1);
    assert_string_equal(word(table, 0, "id"), "C001");
    assert_int_equal(table->notes.n_sources, 1);
    armex_table_free(table);
    refused(state, (struct armex_query){"rank", .dataset = "claims"}, ARMEX_BAD_INPUT,
            "claims holds records, not observations; `show` prints them");
    refused(state, (struct armex_query){"show", .dataset = "claims", .years = "2023"},
            ARMEX_USAGE, "claims is a table of records; --years does not apply to it");
}

static void the_panel_of_a_query_has_the_years_asked_for(void **state)
{
    const struct armex_query query = {"show", FIGURES, .entity = "FRA",
                                      .years = "2021-2022", .unit = "usd-2020"};
    struct armex_panel *panel;
    assert_int_equal(armex_query_panel(&panel, *state, &query, NULL), ARMEX_OK);
    assert_int_equal(panel->n_years, 2);
    assert_close(armex_panel_value(panel, 0, 2022), 6e9 / 1.2, 1e-5);
    armex_panel_free(panel);
}

static void several_measures_ask_for_one(void **state)
{
    refused(state, (struct armex_query){"rank", FIGURES}, ARMEX_USAGE,
            "national-figures holds several measures there: orders, licences; choose "
            "one with --measure");
    struct armex_table *table =
        answer(state, (struct armex_query){"rank", FIGURES, .entity = "DEU"});
    assert_string_equal(word(table, 0, "measure"), "licences");
    armex_table_free(table);
}

static void words_that_mean_nothing_are_answered_with_what_would(void **state)
{
    const struct {
        struct armex_query query;
        const char *message;
    } cases[] = {
        {{.analysis = "shwo"}, "there is no analysis 'shwo'; did you mean 'show'?"},
        {{0}, "there is no analysis ''; there are: show, growth, rank, share, trend"},
        {{"show", .years = "20x1"},
         "--years: '20x1' is not a year or a range; write 2021 or 2019-2023"},
        {{"show", .years = "2021-"},
         "--years: '2021-' is not a year or a range; write 2021 or 2019-2023"},
        {{"show", .years = "2023-2021"},
         "--years: 2023-2021 runs backwards; write 2021-2023"},
        {{"show", .measure = "order"},
         "--measure: there is no 'order'; did you mean 'orders'?"},
        {{"show", .flow = "sideways"},
         "--flow: there is no 'sideways'; there are: exports, imports"},
        {{"show", .method = "yoy"}, "--method is an option of growth, not of show"},
        {{"show", .window = "5"},
         "--window is an option of growth, rank, share or trend, not of show"},
        {{"growth", .window = "0"}, "--window: '0' is not a whole number of 1 or more"},
        {{"growth", .window = "5", .method = "yoy"},
         "--window goes with --method window, not with yoy"},
        {{"growth", .at_least = "3"},
         "--at-least is about a window; give --window too"},
        {{"rank", .top = "ten"}, "--top: 'ten' is not a whole number of 1 or more"},
        {{"rank", .ties = "densee"},
         "--ties: there is no 'densee'; did you mean 'dense'?"},
        {{"show", .as_of = "yesterday"},
         "--as-of: 'yesterday' is not a date; write 2023-12-31"},
        {{"show", .unit = "dollars"},
         "--unit: 'dollars' is no unit; write usd, eur, or usd-2020 for prices of "
         "2020"},
        {{"trend", .fit = "lien"}, "--fit: there is no 'lien'; did you mean 'line'?"},
        {{"trend", .fit = "hp", .forecast = "2"},
         "--forecast chooses its own model; leave out --fit hp"},
        {{"trend", .window = "3"}, "--window goes with --fit mean or --fit median"},
        {{"trend", .forecast = "0"},
         "--forecast: '0' is not a whole number of 1 or more"},
        {{"rank", .decompose = "yes"},
         "--decompose is an option of share, not of rank"},
        {{"rank", .details = "yes", .mobility = "yes"},
         "--details and --mobility are two tables; ask for one"},
        {{"rank", .mobility = "yes", .interval = "yes"},
         "--interval goes with the ranking itself; leave out --mobility"},
        {{"show", .estimates = "yes", .publications = "yes"},
         "--estimates is about the register's own deliveries; leave out "
         "--publications"},
        {{"share", .interval = "yes"},
         "--interval is an option of rank or growth, not of share"},
        {{"rank", .contribution = "yes"},
         "--contribution is an option of growth, not of rank"},
        {{"show", .publications = "yes", .unit = "usd"},
         "--publications shows figures as published; leave out --unit"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refused(state, cases[i].query, ARMEX_USAGE, cases[i].message);
}

static void years_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int from, to;
    } cases[] = {{"2021", 2021, 2021},
                 {"2019-2023", 2019, 2023},
                 {"2019-23", 2019, 2023},
                 {"2019–23", 2019, 2023},
                 {"1998–2002", 1998, 2002}};
    static const char *const wrong[] = {"",        "21",        "2019-",      "2019-3",
                                        "2019 23", "2019–",     "2019-20233", "-2019",
                                        "0999",    "2019-2023x"};
    int from, to;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(armex_years_parse(&from, &to, cases[i].text));
        assert_int_equal(from, cases[i].from);
        assert_int_equal(to, cases[i].to);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(armex_years_parse(&from, &to, wrong[i]));
}

static void every_field_of_a_query_has_its_option(void **state)
{
    (void)state;
    size_t n;
    const struct armex_query_option *options = armex_query_options(&n);
    const size_t fields = sizeof(struct armex_query) / sizeof(const char *);
    assert_int_equal(n, fields - 2); // the analysis is a command, threads the program's
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) {
            assert_true(options[i].offset != options[k].offset);
            assert_string_not_equal(options[i].name, options[k].name);
            assert_true(!options[i].letter || options[i].letter != options[k].letter);
        }
}

/* As a file has it from which somebody took the years. */
static void of_no_years_none_is_chosen(void **state)
{
    (void)state;
    struct armex_panel *panel;
    struct armex_request request = {.analysis = "rank"};
    assert_int_equal(armex_panel_create(&panel, 1, 0, 0, NULL), ARMEX_OK);
    panel->series[0].entity = "DEU";
    assert_int_equal(armex_query_rank_year(&request, panel, NULL), ARMEX_OK);
    assert_int_equal(request.rank.year, 0);
    assert_int_equal(panel->notes.n_notes, 0);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_is_of_what_was_known_on_the_day),
        cmocka_unit_test(a_preliminary_end_is_told),
        cmocka_unit_test(the_past_tells_a_gap_from_what_is_missing),
        cmocka_unit_test(a_window_alone_means_growth_by_windows),
        cmocka_unit_test(unlike_currencies_are_not_ranked_but_named),
        cmocka_unit_test(converted_figures_are_ranked_and_the_rates_named),
        cmocka_unit_test(years_without_a_rate_are_told_only_where_they_matter),
        cmocka_unit_test(without_a_year_the_newest_well_covered_one_is_ranked),
        cmocka_unit_test(show_has_a_row_a_figure_or_a_status_that_says_why_not),
        cmocka_unit_test(publications_are_shown_with_the_one_that_decides),
        cmocka_unit_test(records_are_shown_as_they_are),
        cmocka_unit_test(the_panel_of_a_query_has_the_years_asked_for),
        cmocka_unit_test(several_measures_ask_for_one),
        cmocka_unit_test(words_that_mean_nothing_are_answered_with_what_would),
        cmocka_unit_test(years_are_read_as_people_write_them),
        cmocka_unit_test(every_field_of_a_query_has_its_option),
        cmocka_unit_test(of_no_years_none_is_chosen),
    };
    return cmocka_run_group_tests(tests, make_store, remove_store);
}
