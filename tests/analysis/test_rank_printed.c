/** tests/analysis/test_rank_printed.c: ranks as a publisher printed them, by hand. */
#include "analysis/mobility.h"
#include "analysis/rank_details.h"
#include "analysis/rank_printed.h"
#include "vintage_by_hand.h"

#define SHARE(code, called, letters, ...)                                              \
    {                                                                                  \
        .entity = code, .name = called, .unit = "percent", .scope = "share",           \
        .years = 5, .marks = letters, .values = (double[])                             \
        {                                                                              \
            __VA_ARGS__                                                                \
        }                                                                              \
    }
#define RANK(code, called, letters, ...)                                               \
    {                                                                                  \
        .entity = code, .name = called, .unit = "rank", .scope = "rank", .years = 5,   \
        .marks = letters, .values = (double[])                                         \
        {                                                                              \
            __VA_ARGS__                                                                \
        }                                                                              \
    }

/* Six years, 2020 to 2025. Of 2025 there is no share of Israel, and of the eighth there
 * is nothing; Spain's share of 2020 was revised below Israel's. Greece has ranks alone,
 * Poland a share alone. 2021 has one share and no rank. */
static const struct by_hand hands[] = {
    RANK("ESP", "Spain", "F....F", 7, 0, 0, 0, 0, 10),
    SHARE("ESP", "Spain", "F....F", 2.4, 0, 0, 0, 0, 2.3),
    RANK("GRC", "Greece", "F....F", 20, 0, 0, 0, 0, 10),
    RANK("ISR", "Israel", "F....F", 8, 0, 0, 0, 0, 7),
    SHARE("ISR", "Israel", "F.....", 3.0, 0, 0, 0, 0, 0),
    RANK("KOR", "South Korea", "F....F", 9, 0, 0, 0, 0, 9),
    SHARE("KOR", "South Korea", "FF...F", 2.7, 2.8, 0, 0, 0, 3.0),
    SHARE("POL", "Poland", ".....F", 0, 0, 0, 0, 0, 1.1),
};
enum { SERIES = sizeof hands / sizeof *hands };

struct world {
    struct armex_vintage *vintage;
    struct armex_panel *panel, *ranks;
    struct armex_rank_options options;
};

static struct world world(const char *scope, const struct armex_entity **entities,
                          size_t n)
{
    const struct armex_selection selection = {.any_measure = true,
                                              .scope = scope,
                                              .history = true,
                                              .entities = entities,
                                              .n_entities = n};
    struct world out = {.panel = NULL};
    struct armex_error error = {.message = ""};

    out.vintage = vintage_by_hand("sheets", panel_by_hand(2020, hands, SERIES));
    if (armex_select(&out.panel, out.vintage, &selection, &error) ||
        armex_printed_ranks(&out.panel, &out.ranks, out.vintage, &selection, &error))
        fail_msg("%s", error.message);
    out.options.printed_ranks = out.ranks;
    return out;
}

static void end(struct world *world)
{
    armex_panel_free(world->ranks);
    armex_panel_free(world->panel);
    armex_vintage_free(world->vintage);
}

static void check_row(const struct armex_table *table, size_t row, const char *entity,
                      double rank, double value, double before)
{
    assert_string_equal(word(table, row, "entity"), entity);
    assert_same_value(cell(table, row, "rank"), rank);
    assert_same_value(cell(table, row, "value"), value);
    assert_same_value(cell(table, row, "previous_rank"), before);
}

static struct armex_table *rank(struct world *world, int year)
{
    struct armex_table *table;
    struct armex_error error = {.message = ""};

    world->options.year = year;
    if (armex_rank(&table, world->panel, &world->options, &error))
        fail_msg("%s", error.message);
    return table;
}

static void the_printed_rank_is_the_rank_with_a_share_or_without(void **state)
{
    (void)state;
    struct world sheets = world("share", NULL, 0);
    struct armex_table *table = rank(&sheets, 2025);

    assert_int_equal(table->n_rows, 4);
    check_row(table, 0, "ISR", 7, NAN, 8);
    check_row(table, 1, "KOR", 9, 3.0, 9);
    check_row(table, 2, "ESP", 10, 2.3, 7); // the tie is as printed
    check_row(table, 3, "GRC", 10, NAN, 20);
    assert_same_value(cell(table, 1, "share"), 0.03);
    assert_missing(cell(table, 0, "share"));
    assert_note(table->notes, "no rank printed for 2025: Poland");
    assert_note(table->notes,
                "ranked as printed, the share is not at hand: Israel, Greece");
    armex_table_free(table);
    end(&sheets);
}

static void shares_that_stand_in_another_order_are_named(void **state)
{
    (void)state;
    struct world sheets = world("share", NULL, 0);
    struct armex_table *table = rank(&sheets, 2020);

    check_row(table, 0, "ESP", 7, 2.4, NAN);
    check_row(table, 1, "ISR", 8, 3.0, NAN);
    assert_note(table->notes,
                "shares out of the order of the ranks, as a later edition "
                "may have revised them: Israel below Spain");
    armex_table_free(table);
    end(&sheets);
}

static void a_year_without_a_printed_rank_has_no_first(void **state)
{
    (void)state;
    struct world sheets = world("share", NULL, 0);
    struct armex_table *table;
    struct armex_error error;

    sheets.options.year = 2021;
    assert_int_equal(armex_rank(&table, sheets.panel, &sheets.options, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "no rank was printed for 2021, and the shares at "
                        "hand (South Korea) do not say who is first");
    sheets.options.year = 2022;
    assert_int_equal(armex_rank(&table, sheets.panel, &sheets.options, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "nobody has a figure for 2022 here");
    end(&sheets);
}

static void who_is_asked_for_alone_keeps_the_rank(void **state)
{
    (void)state;
    const struct armex_entity *korea[] = {armex_entity_by_code("KOR")};
    const struct armex_entity *poland[] = {armex_entity_by_code("POL")};
    struct world sheets = world("share", korea, 1);
    struct armex_table *table = rank(&sheets, 2025);
    struct armex_error error;

    assert_int_equal(table->n_rows, 1);
    check_row(table, 0, "KOR", 9, 3.0, 9);
    armex_table_free(table);
    end(&sheets);

    sheets = world("share", poland, 1);
    sheets.options.year = 2025;
    assert_int_equal(armex_rank(&table, sheets.panel, &sheets.options, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "no rank was printed for 2025, and the shares at "
                        "hand (Poland) do not say who is first");
    end(&sheets);
}

static void ranks_of_something_else_and_no_ranks_at_all_do_not_count(void **state)
{
    (void)state;
    struct by_hand others[] = {
        SHARE("ESP", "Spain", "FF", 40, 60),
        RANK("ESP", "Spain", "FF", 0, 2), // there is no rank 0
        RANK("FRA", "France", "FF", 1, 1),
        RANK("ITA", "Italy", "FF", 4, 4),
    };
    const struct armex_selection shares = {.any_measure = true, .scope = "share"};
    struct armex_panel *panel, *ranks;
    others[3].years = 1; // of single years, not of five
    struct armex_vintage *vintage =
        vintage_by_hand("sheets", panel_by_hand(2024, others, 4));

    assert_int_equal(armex_select(&panel, vintage, &shares, NULL), ARMEX_OK);
    assert_int_equal(armex_printed_ranks(&panel, &ranks, vintage, &shares, NULL),
                     ARMEX_OK);
    assert_int_equal(panel->n_series, 2);
    assert_string_equal(ranks->series[0].entity, "ESP");
    assert_string_equal(ranks->series[1].entity, "FRA");
    assert_missing(armex_panel_value(ranks, 0, 2024));
    assert_same_value(armex_panel_value(ranks, 0, 2025), 2);
    assert_same_value(armex_panel_value(ranks, 1, 2024), 1);
    assert_missing(armex_panel_value(panel, 1, 2024));
    armex_panel_free(ranks);
    armex_panel_free(panel);
    armex_vintage_free(vintage);
}

static void figures_that_are_no_shares_have_no_printed_ranks(void **state)
{
    (void)state;
    struct world sheets = world("rank", NULL, 0);

    assert_null(sheets.ranks);
    end(&sheets);
}

static void shares_without_printed_ranks_say_how_much_they_leave_out(void **state)
{
    (void)state;
    const struct by_hand alone[] = {
        SHARE("ESP", "Spain", "F", 60),
        SHARE("FRA", "France", "F", 22),
    };
    struct armex_panel *panel = panel_by_hand(2025, alone, 2);
    struct armex_table *table;

    assert_int_equal(armex_rank(&table, panel, &(struct armex_rank_options){0}, NULL),
                     ARMEX_OK);
    assert_note(table->notes, "the shares here add up to 82 % of the whole: others may "
                              "stand between, and ranks are among these alone");
    armex_table_free(table);
    panel->values[1] = 38;
    assert_int_equal(armex_rank(&table, panel, &(struct armex_rank_options){0}, NULL),
                     ARMEX_OK);
    assert_int_equal(table->notes.n_notes, 1);
    armex_table_free(table);
    armex_panel_free(panel);
}

static void details_are_of_printed_ranks_and_of_neighbours_at_hand(void **state)
{
    (void)state;
    struct world sheets = world("share", NULL, 0);
    struct armex_table *table;

    assert_int_equal(armex_rank_details(&table, sheets.panel, &sheets.options, NULL),
                     ARMEX_OK);
    assert_int_equal(table->n_rows, 4);
    assert_string_equal(word(table, 1, "entity"), "KOR");
    assert_close(cell(table, 1, "rank"), 9, 0);
    assert_close(cell(table, 1, "years_at_rank"), 2, 0);
    assert_missing(cell(table, 1, "to_next")); // the eighth is not at hand
    assert_close(cell(table, 1, "to_lose"), 0.7, 1e-12);
    assert_close(cell(table, 2, "worst_rank"), 10, 0);
    assert_close(cell(table, 2, "to_next"), 0.7, 1e-12);
    assert_missing(cell(table, 2, "to_lose")); // Greece has no share
    assert_missing(cell(table, 1, "rank_low"));
    armex_table_free(table);

    sheets.options.year = 2020;
    assert_int_equal(armex_rank_details(&table, sheets.panel, &sheets.options, NULL),
                     ARMEX_OK);
    assert_string_equal(word(table, 0, "entity"), "ESP");
    assert_missing(cell(table, 0, "to_lose")); // Israel's share is the larger
    armex_table_free(table);
    end(&sheets);
}

static void mobility_is_of_printed_ranks(void **state)
{
    (void)state;
    struct world sheets = world("share", NULL, 0);
    struct armex_table *table;

    assert_int_equal(armex_mobility(&table, sheets.panel, &sheets.options, NULL),
                     ARMEX_OK);
    assert_int_equal(table->n_rows, 1); // 2020 against 2025
    assert_close(cell(table, 0, "both"), 4, 0);
    assert_close(cell(table, 0, "moved"), 0.75, 0);
    assert_close(cell(table, 0, "mean_move"), (3 + 10 + 1 + 0) / 4.0, 0);
    // ESP 7 to 10=, GRC 20 to 10=, ISR 8 to 7, KOR 9 to 9: of 1 2 3 4 and 3.5 1 2 3.5
    assert_close(cell(table, 0, "spearman"), 0.10540925533894598, 1e-12);
    armex_table_free(table);
    end(&sheets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_printed_rank_is_the_rank_with_a_share_or_without),
        cmocka_unit_test(shares_that_stand_in_another_order_are_named),
        cmocka_unit_test(a_year_without_a_printed_rank_has_no_first),
        cmocka_unit_test(who_is_asked_for_alone_keeps_the_rank),
        cmocka_unit_test(ranks_of_something_else_and_no_ranks_at_all_do_not_count),
        cmocka_unit_test(figures_that_are_no_shares_have_no_printed_ranks),
        cmocka_unit_test(shares_without_printed_ranks_say_how_much_they_leave_out),
        cmocka_unit_test(details_are_of_printed_ranks_and_of_neighbours_at_hand),
        cmocka_unit_test(mobility_is_of_printed_ranks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
