/** tests/ingest/test_map.c: tables whose names, columns and marks the user explains. */
#include "aside_files.h"

static void a_map_makes_a_tidy_table_of_any(void **state)
{
    (void)state;
    struct aside aside = aside_of("kind;written;means\n"
                                  "name;Corea del Sur;KOR\n"
                                  "column;Exportador;entity\n"
                                  "column;Ejercicio;year\n"
                                  "column;Importe (M\xe2\x82\xac);value\n"
                                  "every;unit;eur\n"
                                  "every;measure;licences\n"
                                  "every;multiplier;1000000\n",
                                  false, false);
    write_file(file, "value|Exportador|Ejercicio|Importe (M\xe2\x82\xac)\n"
                     "a|COREA DEL SUR|2020|1.5\nb|Espa\xc3\xb1"
                     "a|2020|2\n");
    struct armex_vintage *vintage = vintage_of(file, options_of(&aside));
    const struct armex_panel *panel = vintage->panel;
    assert_int_equal(panel->n_series, 2);
    assert_same_value(value_of(panel, "KOR", ARMEX_LICENCES, "national", 2020), 1.5e6);
    assert_same_value(value_of(panel, "ESP", ARMEX_LICENCES, "national", 2020), 2e6);
    assert_string_equal(panel->series[0].unit.currency, "eur");
    armex_vintage_free(vintage);
    close_aside(&aside);
}

static void a_map_says_what_a_comma_is(void **state)
{
    (void)state;
    static const struct {
        const char *mark, *text;
        double first, second;
    } cases[] = {
        {"decimal", "KOR;2020;1,234\nKOR;2021;1.234,5\n", 1.234, 1234.5},
        {"decimal", "KOR;2020;1.234\nKOR;2021;5\n", 1234, 5},
        {"thousands", "KOR;2020;1,234\nKOR;2021;1,234.5\n", 1234, 1234.5},
        {"thousands", "KOR;2020;1.234\nKOR;2021;5\n", 1.234, 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char map[100], text[100];
        snprintf(map, sizeof map, "kind,written,means\nmark,\",\",%s\n", cases[i].mark);
        snprintf(text, sizeof text, "entity;year;value\n%s", cases[i].text);
        struct aside aside = aside_of(map, false, false);
        struct armex_ingest_options options = options_of(&aside);
        options.measure = "orders";
        options.unit = "usd";
        write_file(file, text);
        struct armex_vintage *vintage = vintage_of(file, options);
        assert_same_value(armex_panel_value(vintage->panel, 0, 2020), cases[i].first);
        assert_same_value(armex_panel_value(vintage->panel, 0, 2021), cases[i].second);
        armex_vintage_free(vintage);
        close_aside(&aside);
    }
}

static void commas_and_words_are_read_in_tables_of_publishers(void **state)
{
    (void)state;
    struct aside aside =
        aside_of("kind,written,means\nmark,\",\",decimal\n", false, false);
    const struct armex_ingest_options options = options_of(&aside);
    write_file(file, "Entity;Code;Year;Military expenditure (constant 2021 US$)\n"
                     "France;FRA;2001;1.234,5\nFrance;FRA;2002;2,125\n"
                     "France;FRA;2003;...\nFrance;FRA;2004;n.a.\n"
                     "France;FRA;2005;$ 7\nFrance;FRA;2006;8?\n");
    struct armex_vintage *vintage = vintage_of(file, options);
    const struct armex_panel *panel = vintage->panel;
    assert_same_value(armex_panel_value(panel, 0, 2001), 1234.5);
    assert_same_value(armex_panel_value(panel, 0, 2002), 2.125);
    assert_int_equal(armex_panel_mark(panel, 0, 2003), ARMEX_UNKNOWN_YET);
    assert_int_equal(armex_panel_mark(panel, 0, 2004), ARMEX_MISSING);
    assert_same_value(armex_panel_value(panel, 0, 2005), 7);
    assert_int_equal(armex_panel_mark(panel, 0, 2006), ARMEX_FINAL | ARMEX_WEAK);
    armex_vintage_free(vintage);
    close_aside(&aside);
}

static void a_map_is_refused_where_it_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } refused[] = {
        {"a,b\nx,y\n", "map.csv:1:1: there is no column 'written'"},
        {"written,means\nX,Koria del Norte\n",
         "map.csv:2:3: no entity is called 'Koria del Norte'; did you mean North "
         "Korea?"},
        {"written,means\nX,\n",
         "map.csv:2:3: a line of a map says what is written and what it means"},
        {"written,means\nX,KOR\nx ,POL\n", "map.csv:3:1: 'x' is said twice"},
        {"kind,written,means\nrow,X,KOR\n",
         "map.csv:2:1: 'row' is no kind of line; kinds are name, column, every, mark"},
        {"kind,written,means\nmark,.,decimal\n",
         "map.csv:2:6: '.' is no mark of figures that a map tells of; ',' is"},
        {"kind,written,means\nmark,\",\",point\n",
         "map.csv:2:10: 'point' is no meaning of a comma; write decimal or thousands"},
        {"kind,written,means\nmark,\",\",decimal\nmark,\",\",thousands\n",
         "map.csv:3:6: ',' is said twice"},
        {"kind,written,means\ncolumn,X,valu\n",
         "map.csv:2:10: 'valu' is no column of the tidy layout; did you mean value?"},
        {"kind,written,means\ncolumn,X,value\ncolumn,Y,value\n",
         "map.csv:3:8: 'Y' or what it means is said of a column already"},
        {"kind,written,means\nevery,unit,eur\nevery,unit,usd\n",
         "map.csv:3:7: 'unit' is said twice"},
        {"", "map.csv:1:1: the file is empty; it needs a header line"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct armex_map *map = NULL;
        struct armex_error error = {0};
        write_file("map.csv", refused[i].text);
        assert_int_equal(armex_map_read(&map, "map.csv", &error), ARMEX_BAD_INPUT);
        assert_null(map);
        assert_string_equal(error.message, refused[i].message);
    }
}

static void a_map_that_does_not_fit_its_table_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *map, *message;
        armex_status status;
    } refused[] = {
        {"kind,written,means\ncolumn,Jahr,year\n",
         "map.csv:2:8: table.csv has no column 'Jahr'; its columns are land, value, "
         "unit",
         ARMEX_BAD_INPUT},
        {"kind,written,means\ncolumn,land,entity\nevery,unit,eur\n",
         "map.csv:3:12: table.csv has a column 'unit' of its own", ARMEX_BAD_INPUT},
        {"kind,written,means\ncolumn,land,entity\n",
         "table.csv:1:1: there is no column 'measure'; add it, or give --measure",
         ARMEX_BAD_INPUT},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct aside aside = aside_of(refused[i].map, false, false);
        write_file(file, "land,value,unit\nPOL,1,usd\n");
        assert_refused(file, options_of(&aside), refused[i].status, refused[i].message);
        close_aside(&aside);
    }
}

static void a_map_says_which_columns_are_of_trade(void **state)
{
    (void)state;
    static const char columns[] = "kind,written,means\nname,Q99,KOR\n"
                                  "column,Jahr,year\ncolumn,Land,reporter\n"
                                  "column,Partner,partner\ncolumn,Ware,commodity\n"
                                  "column,Richtung,flow\ncolumn,Wert,value\n";
    struct aside map = aside_of(columns, false, false);
    write_file(file, "Jahr;Land;Partner;Ware;Richtung;Wert;cmdCode\n"
                     "2020;Q99;POL;9301;X;5;0101\n\nQuelle: Zoll;;;;;;\n");
    struct armex_vintage *vintage = vintage_of(file, options_of(&map));
    assert_int_equal(vintage->panel->n_series, 1);
    assert_string_equal(vintage->panel->series[0].entity, "KOR");
    assert_same_value(vintage->panel->values[0], 5);
    assert_int_equal(armex_flows_count(vintage->flows), 1);
    armex_vintage_free(vintage);
    write_file(file, "Jahr,Land,Partner,Ware,Richtung\n2020,KOR,POL,9301,X\n");
    assert_refused(file, options_of(&map), ARMEX_BAD_INPUT,
                   "map.csv:8:8: table.csv has no column 'Wert'; its columns are Jahr, "
                   "Land, Partner, Ware, Richtung");
    close_aside(&map);
    map = aside_of("kind,written,means\ncolumn,Land,reporter\n", false, false);
    assert_refused(
        file, options_of(&map), ARMEX_BAD_INPUT,
        "table.csv:1:1: the first row does not have Comtrade's columns for "
        "year, reporter, partner, flow, commodity and value, nor does the map "
        "say which they are");
    close_aside(&map);
    map = aside_of("kind,written,means\nevery,unit,eur\n", false, false);
    assert_refused(FILES "comtrade/levels.csv", options_of(&map), ARMEX_USAGE,
                   FILES "comtrade/levels.csv: of UN Comtrade's tables a map says what "
                         "names and columns mean; lines of the kinds every and mark do "
                         "not go with them");
    close_aside(&map);
}

/* Whoever adds up does not ask the map: France's 100 to all would be one more partner.
 */
static void a_map_gives_the_world_no_name_of_its_own_in_tables_of_trade(void **state)
{
    (void)state;
    struct aside aside = aside_of("written,means\nGesamt,WLD\n", false, false);
    struct armex_ingest_options options = options_of(&aside);
    struct armex_vintage *vintage = NULL;
    struct armex_error error = {0};
    write_file(file, "refYear,reporterCode,partnerCode,cmdCode,flowCode,primaryValue\n"
                     "2019,FRA,Gesamt,93,X,100\n2019,FRA,DEU,93,X,60\n");
    for (options.totals = false;; options.totals = true) {
        assert_int_equal(armex_ingest(&vintage, file, &options, &error), ARMEX_USAGE);
        assert_string_equal(
            strrchr(error.message, ':'),
            ": the map calls the World 'gesamt', by which it is not known in tables of "
            "trade; write World, or W00, in the file itself");
        if (options.totals)
            break;
    }
    close_aside(&aside);
    aside = aside_of("written,means\nMonde,WLD\nAllemagne,DEU\n", false, false);
    options = options_of(&aside);
    write_file(file, "refYear,reporterCode,partnerCode,cmdCode,flowCode,primaryValue\n"
                     "2019,FRA,Monde,93,X,100\n2019,FRA,Allemagne,93,X,60\n");
    vintage = vintage_of(file, options);
    assert_same_value(value_of(vintage->panel, "FRA", ARMEX_CUSTOMS, "national", 2019),
                      100.0);
    armex_vintage_free(vintage);
    close_aside(&aside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_makes_a_tidy_table_of_any),
        cmocka_unit_test(a_map_says_what_a_comma_is),
        cmocka_unit_test(commas_and_words_are_read_in_tables_of_publishers),
        cmocka_unit_test(a_map_is_refused_where_it_is_wrong),
        cmocka_unit_test(a_map_that_does_not_fit_its_table_is_refused),
        cmocka_unit_test(a_map_says_which_columns_are_of_trade),
        cmocka_unit_test(a_map_gives_the_world_no_name_of_its_own_in_tables_of_trade),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
