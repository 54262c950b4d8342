/** tests/ingest/test_aside.c: names that the user explains or keeps, rows that he sets
 *  aside, in every source that reads rows. */
#include <math.h>
#include <stdio.h>

#include "base/file.h"
#include "ingest/map.h"
#include "ingest/names.h"
#include "ingest/rejects.h"
#include "ingest_files.h"

static const char *const file = "table.csv";

static void write_file(const char *path, const char *text)
{
    assert_int_equal(armex_file_write(path, text, strlen(text), NULL), ARMEX_OK);
}

/** What a reading has besides its file; closed by the test. */
struct aside {
    struct armex_map *map;
    bool keep;
    struct armex_rejects *rejects;
};

static struct aside aside_of(const char *map, bool keep, bool rejects)
{
    struct aside aside = {.keep = keep};
    struct armex_error error = {0};

    if (map) {
        write_file("map.csv", map);
        if (armex_map_read(&aside.map, "map.csv", &error))
            fail_msg("%s", error.message);
    }
    if (rejects)
        assert_int_equal(armex_rejects_create(&aside.rejects, NULL), ARMEX_OK);
    return aside;
}

static void close_aside(struct aside *aside)
{
    armex_rejects_free(aside->rejects);
    armex_map_free(aside->map);
}

static struct armex_ingest_options options_of(const struct aside *aside)
{
    return (struct armex_ingest_options){.vintage = {2026, 2, 12},
                                         .map = aside->map,
                                         .keep_unknown = aside->keep,
                                         .rejects = aside->rejects};
}

/** A table of every source that reads rows: one good row, and one with a name that
 *  means nobody (`unknown`) and a figure that is none (`wrong`), each in a line of its
 *  own. `%s` are those two lines. */
static const struct layout {
    const char *text, *unknown, *wrong;
    const char *source, *measure, *unit;
} layouts[] = {
    {"entity,year,measure,unit,value\nFRA,2020,orders,usd,5\n%s%s", //
     "Freedonia,2020,orders,usd,7\n", "POL,2020,orders,usd,x\n", "tidy", NULL, NULL},
    {"Entity,Code,Year,Arms exports (TIV)\nFrance,FRA,2020,5\n%s%s", //
     "Freedonia,,2020,7\n", "Poland,POL,2020,x\n", "owid", NULL, NULL},
    {"geo,time,arms_exports_us_inflation_adjusted\nfra,2020,5\n%s%s",
     "freedonia,2020,7\n", "pol,2020,x\n", "gapminder", NULL, NULL},
    {"country,2019,2020\nFrance,4,5\n%s%s", "Freedonia,6,7\n", "Poland,8,x\n",
     "gapminder-wide", "gdp", "usd"},
    {"Country Name,Country Code,Indicator Name,Indicator Code,2019,2020\n"
     "France,FRA,Arms exports (SIPRI trend indicator values),MS.MIL.XPRT.KD,4,5\n%s%s",
     "Freedonia,,Arms exports (SIPRI trend indicator values),MS.MIL.XPRT.KD,6,7\n",
     "Poland,POL,Arms exports (SIPRI trend indicator values),MS.MIL.XPRT.KD,8,x\n",
     "worldbank", NULL, NULL},
    {"Time,Country Name,Country Code,Arms exports [MS.MIL.XPRT.KD]\n"
     "2020,France,FRA,5\n%s%s",
     "2020,Freedonia,,7\n", "2020,Poland,POL,x\n", "databank", NULL, NULL},
    {"Country Name,Country Code,Year,Value\nFrance,FRA,2020,5\n%s%s",
     "Freedonia,,2020,7\n", "Poland,POL,2020,x\n", "country-values", "gdp", "usd"},
    {"DATAFLOW,REF_AREA,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n"
     "A:F(2020.01.01),FRA,ORDERS,USD,2020,5\n%s%s",
     "A:F(2020.01.01),FREEDONIA,ORDERS,USD,2020,7\n",
     "A:F(2020.01.01),POL,ORDERS,USD,2020,x\n", "sdmx", NULL, NULL},
    {"Ausstellungsdatum,Bestimmungs-/Lieferland,Position / G\xc3\xbcterart,"
     "Position / EKN,Position / Wert [CHF]\n"
     "31.12.2020,France,Besondere milit\xc3\xa4rische G\xc3\xbcter,X,5\n%s%s",
     "31.12.2020,Freedonia,Besondere milit\xc3\xa4rische G\xc3\xbcter,X,7\n",
     "31.12.2020,Poland,Besondere milit\xc3\xa4rische G\xc3\xbcter,X,x\n",
     "switzerland", NULL, NULL},
    {"afgifte datum,SGP,D/T,Verl.,V/N,U/D,T.v.v.,land van eindbestemming,"
     "waarde (\xe2\x82\xac)\n12/31/2020,ML1,D,N,N,2,0,France,5\n%s%s",
     "12/31/2020,ML1,D,N,N,2,0,Freedonia,7\n", "12/31/2020,ML1,D,N,N,2,0,Poland,x\n",
     "netherlands", NULL, NULL},
    {"licence_group,date,rating,count,value,country,refused\n"
     "1,2020-01,ML1,1,5,France,0\n%s%s",
     "2,2020-01,ML1,1,7,Freedonia,0\n", "3,2020-01,ML1,1,x,Poland,0\n", "uk-caat", NULL,
     NULL},
    {"2020,FR,France,issued,CA,Canada,1,5,ML4,50,,BG,Bulgaria\n%s%s",
     "2020,,Freedonia,issued,CA,Canada,1,7,ML4,50,,BG,Bulgaria\n",
     "2020,PL,Poland,issued,CA,Canada,1,x,ML4,50,,BG,Bulgaria\n", "eu-caat", NULL,
     NULL},
    {"Supplier,Recipient,Delivery year,TIV delivery values\nFrance,Poland,2020,5\n%s%s",
     "Freedonia,Poland,2020,7\n", "Poland,France,2020,x\n", "sipri-register", NULL,
     NULL},
    {"Supplier,Recipient,Year of order,Year(s) of delivery,SIPRI TIV of delivered "
     "weapons\nFrance,Poland,2020,2020,5\n%s%s",
     "Freedonia,Poland,2020,2020,7\n", "Poland,France,2020,2020,x\n", "sipri-deals",
     NULL, NULL},
    {"Exports by,2019,2020\nFrance,4,5\n%s%s", "Freedonia,6,7\n", "Poland,8,x\n",
     "sipri-tiv", NULL, NULL},
};
enum { LAYOUTS = sizeof layouts / sizeof *layouts };

/** Writes the table with those of its two lines. */
static struct armex_ingest_options begin(const struct layout *layout,
                                         const struct aside *aside, bool with_unknown,
                                         bool with_wrong)
{
    struct armex_text text = {0};
    struct armex_ingest_options options = options_of(aside);

    armex_text_printf(&text, layout->text, with_unknown ? layout->unknown : "",
                      with_wrong ? layout->wrong : "");
    write_file(file, text.data);
    armex_text_free(&text);
    options.source = layout->source;
    options.measure = layout->measure;
    options.unit = layout->unit;
    return options;
}

/** Whether anybody's name is that code. */
static bool names_somebody(const struct armex_vintage *vintage, const char *code)
{
    for (size_t s = 0; s < vintage->panel->n_series; s++)
        if (strcmp(vintage->panel->series[s].entity, code) == 0)
            return true;
    return false;
}

static void an_unknown_name_ends_the_reading_of_every_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < LAYOUTS; i++) {
        struct aside aside = aside_of(NULL, false, false);
        struct armex_vintage *vintage = NULL;
        struct armex_error error = {0};
        const struct armex_ingest_options options =
            begin(&layouts[i], &aside, true, false);
        const bool is_list = strstr(layouts[i].source, "lands") ||
                             strcmp(layouts[i].source, "switzerland") == 0 ||
                             strcmp(layouts[i].source, "uk-caat") == 0;
        const armex_status status = armex_ingest(&vintage, file, &options, &error);
        if (is_list) // a list of licences counts it as unknown, and says so
            assert_non_null(
                strstr(vintage->provenance.description, "unknown: 'Freedonia'"));
        else {
            assert_int_equal(status, ARMEX_BAD_INPUT);
            assert_non_null(strstr(error.message, "no entity is called '"));
            assert_non_null(strcasestr(error.message, "'freedonia'"));
        }
        armex_vintage_free(vintage);
        close_aside(&aside);
    }
}

static void a_kept_name_is_an_entity_of_its_own_in_every_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < LAYOUTS; i++) {
        struct aside aside = aside_of(NULL, true, false);
        struct armex_vintage *vintage =
            vintage_of(file, begin(&layouts[i], &aside, true, false));
        const struct armex_notes *notes = &vintage->panel->notes;
        if (!names_somebody(vintage, "unlisted-freedonia"))
            fail_msg("%s keeps nobody", layouts[i].source);
        const char *said = notes->notes[notes->n_notes - 1];
        assert_non_null(strstr(said, "stand for themselves: 1: '"));
        assert_non_null(strstr(said, "' (unlisted-freedonia)."));
        armex_vintage_free(vintage);
        close_aside(&aside);
    }
}

static void a_mapped_name_is_whom_the_user_says_in_every_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < LAYOUTS; i++) {
        struct aside aside =
            aside_of("written,means\nfreedonia,South Korea\n", false, false);
        struct armex_vintage *vintage =
            vintage_of(file, begin(&layouts[i], &aside, true, false));
        if (!names_somebody(vintage, "KOR"))
            fail_msg("%s maps nobody", layouts[i].source);
        armex_vintage_free(vintage);
        close_aside(&aside);
    }
}

static void a_wrong_row_is_set_aside_in_every_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < LAYOUTS; i++) {
        struct aside aside = aside_of(NULL, false, true);
        struct armex_ingest_options options = begin(&layouts[i], &aside, false, true);
        struct armex_vintage *vintage = vintage_of(file, options);
        const struct armex_notes *notes = &vintage->panel->notes;
        const char *written = armex_rejects_text(aside.rejects);
        const size_t whole = strlen(layouts[i].wrong) - 1;
        assert_int_equal(armex_rejects_count(aside.rejects), 1);
        if (!memmem(written, strlen(written), layouts[i].wrong, whole))
            fail_msg("%s writes %s", layouts[i].source, written);
        assert_non_null(strstr(written, "'x' is n"));
        assert_non_null(
            strstr(notes->notes[notes->n_notes - 1], "Rows set aside as wrong: 1 (li"));
        armex_vintage_free(vintage);
        close_aside(&aside);
    }
}

/** The vintage without a row is that of a file that never had it. */
static void nothing_of_a_row_set_aside_is_left(void **state)
{
    (void)state;
    for (size_t i = 0; i < LAYOUTS; i++) {
        struct aside aside = aside_of(NULL, false, true);
        struct armex_vintage *with =
            vintage_of(file, begin(&layouts[i], &aside, false, true));
        struct armex_vintage *without =
            vintage_of(file, begin(&layouts[i], &aside, false, false));
        const struct armex_panel *a = with->panel, *b = without->panel;
        assert_int_equal(a->n_series, b->n_series);
        assert_int_equal(a->n_years, b->n_years);
        for (size_t s = 0; s < a->n_series; s++)
            assert_int_equal(armex_series_compare(&a->series[s], &b->series[s]), 0);
        for (size_t n = 0; n < a->n_series * a->n_years; n++) {
            assert_int_equal(a->marks[n], b->marks[n]);
            assert_same_value(a->values[n], b->values[n]);
        }
        armex_vintage_free(with);
        armex_vintage_free(without);
        close_aside(&aside);
    }
}

static void rows_are_written_with_their_own_cells_and_the_reason(void **state)
{
    (void)state;
    struct aside aside = aside_of(NULL, false, true);
    write_file(file, "\xef\xbb\xbf"
                     "entity;year;measure;unit;value;note\r\n"
                     "KOR;2020;orders;usd;1;\r\n"
                     "KOR;20x0;orders;usd;2;\"two\r\nlines; \"\"so\"\"\"\r\n"
                     "KOR;2021;orders\r\n"
                     "KOR;2020;orders;usd;3;again\r\n"
                     "Polnd;2022;orders;usd;4;");
    struct armex_vintage *vintage = vintage_of(file, options_of(&aside));
    assert_string_equal(
        armex_rejects_text(aside.rejects),
        "entity;year;measure;unit;value;note;line;column;reason\n"
        "KOR;20x0;orders;usd;2;\"two\r\nlines; \"\"so\"\"\";3;5;\"'20x0' is no year "
        "from 1500 to 2200\"\n"
        "KOR;2021;orders;;;;5;1;\"this row has 3 cells, the header 6\"\n"
        "KOR;2020;orders;usd;3;again;6;1;\"this observation stands in line 2 "
        "already\"\n"
        "Polnd;2022;orders;usd;4;;7;1;\"no entity is called 'Polnd'; did you mean "
        "Poland?\"\n");
    assert_int_equal(vintage->panel->n_series, 1);
    assert_same_value(armex_panel_value(vintage->panel, 0, 2020), 1);
    assert_string_equal(vintage->panel->notes.notes[0],
                        "Rows set aside as wrong: 4 (lines 3, 5, 6, 7).");
    armex_vintage_free(vintage);
    close_aside(&aside);
}

static void what_is_wrong_as_a_whole_is_refused_all_the_same(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } refused[] = {
        {"entity,year,value,value\nKOR,2020,1,2\n",
         "table.csv:1:19: columns 3 and 4 are both called 'value'"},
        {"entity,year,value,measure,unit\nKOR,2020,x,orders,usd\n",
         "table.csv: there is no row below the header; without 1 row set aside, the "
         "first in line 2: 'x' is not a number; leave the cell empty if unknown"},
        {"entity,year,value,measure,unit\nKOR,2020,\"x,orders,usd\n",
         "table.csv:2:10: the quote that opens here is never closed"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct aside aside = aside_of(NULL, false, true);
        write_file(file, refused[i].text);
        assert_refused(file, options_of(&aside), ARMEX_BAD_INPUT, refused[i].message);
        close_aside(&aside);
    }
    struct aside aside = aside_of(NULL, false, true);
    write_file("t.json", "{\"resources\": []}");
    assert_refused("t.json", options_of(&aside), ARMEX_USAGE,
                   "t.json: --rejects sets aside rows of a csv, and this is none");
    close_aside(&aside);
}

static void comtrade_keeps_codes_of_its_own_accord_and_takes_a_map(void **state)
{
    (void)state;
    static const char levels[] = FILES "comtrade/levels.csv";
    struct aside map = aside_of("written,means\nQZX,KOR\n", false, false);
    struct aside keep = aside_of(NULL, true, false);
    write_file(file, "refYear,reporterISO,partnerISO,cmdCode,flowCode,primaryValue\n"
                     "2020,QZX,POL,9301,X,5\n2020,POL,QZX,9301,X,3\n");
    struct armex_vintage *vintage = vintage_of(file, options_of(&map));
    assert_int_equal(vintage->panel->n_series, 2);
    assert_string_equal(vintage->panel->series[0].entity, "KOR");
    assert_same_value(vintage->panel->values[0], 5);
    const struct armex_flows *flows = vintage->flows;
    assert_int_equal(armex_flows_count(flows), 2);
    for (size_t i = 0; i < flows->n_entities; i++)
        assert_string_not_equal(flows->entities[i], "QZX");
    armex_vintage_free(vintage);
    armex_vintage_free(vintage_of(levels, options_of(&keep)));
    close_aside(&keep);
    close_aside(&map);
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

static void an_unfinished_merge_is_refused_whoever_would_take_its_rows(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } refused[] = {
        {"entity,year,measure,unit,value\n<<<<<<< HEAD\nKOR,2020,orders,usd,1\n"
         "=======\nKOR,2020,orders,usd,2\n>>>>>>> other\n",
         "table.csv:2:1: '<<<<<<<' is a mark that an unfinished merge left; choose one "
         "of the two versions and take the marks out"},
        {"entity,year,measure,unit,value\r\nKOR,2020,orders,usd,1\r\n>>>>>>>\r\n",
         "table.csv:3:1: '>>>>>>>' is a mark that an unfinished merge left; choose one "
         "of the two versions and take the marks out"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct aside aside = aside_of(NULL, false, true);
        write_file(file, refused[i].text);
        assert_refused(file, options_of(&aside), ARMEX_BAD_INPUT, refused[i].message);
        close_aside(&aside);
    }
    struct aside aside = aside_of(NULL, false, false);
    write_file(file,
               "entity,year,measure,unit,value,note\n"
               "KOR,2020,orders,usd,1,a <<<<<<< b\nPOL,2020,orders,usd,2,>>>>>>>x\n");
    armex_vintage_free(vintage_of(file, options_of(&aside)));
    close_aside(&aside);
}

static void codes_of_kept_names_are_the_same_in_every_file(void **state)
{
    (void)state;
    static const struct {
        const char *name, *code;
    } kept[] = {
        {"Ruritania (S.)", "unlisted-ruritania-s"},
        {"RURITANIA  s", "unlisted-ruritania-s"},
        {"unlisted-ruritania-s", "unlisted-ruritania-s"},
        {"R\xc3\xbcritanien", "unlisted-ruritanien"},
        // by a second implementation of FNV-1a, in Python
        {"\xeb\xa3\xa8\xeb\xa6\xac", "unlisted-562bda5c"},
    };
    struct armex_names *names = NULL;
    const struct armex_entity *first = NULL, *entity = NULL;
    assert_int_equal(armex_names_create(&names, NULL, true, NULL), ARMEX_OK);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const struct armex_cell cell = {kept[i].name, strlen(kept[i].name), 1, 1};
        assert_int_equal(armex_names_entity(&entity, names, "f", &cell, NULL),
                         ARMEX_OK);
        assert_string_equal(entity->code, kept[i].code);
        assert_int_equal(entity->kind, ARMEX_UNKNOWN);
        assert_true(armex_entity_unlisted(entity->code, strlen(entity->code)));
        assert_ptr_equal(armex_names_by_code(names, entity->code), entity);
        first = first ? first : entity;
    }
    assert_string_equal(first->name, "Ruritania (S.)");
    armex_names_free(names);
}

static void a_long_name_has_a_short_code_of_its_own(void **state)
{
    (void)state;
    struct armex_names *names = NULL;
    const struct armex_entity *a = NULL, *b = NULL;
    char name[900];
    assert_int_equal(armex_names_create(&names, NULL, true, NULL), ARMEX_OK);
    memset(name, 'x', sizeof name);
    const struct armex_cell one = {name, 899, 1, 1}, other = {name, 898, 1, 1};
    assert_int_equal(armex_names_entity(&a, names, "f", &one, NULL), ARMEX_OK);
    assert_int_equal(armex_names_entity(&b, names, "f", &other, NULL), ARMEX_OK);
    assert_int_equal(strlen(a->code), 46);
    assert_string_not_equal(a->code, b->code);
    armex_names_free(names);
}

static void nobody_in_the_table_is_unlisted(void **state)
{
    (void)state;
    size_t n = 0;
    const struct armex_entity *all = armex_entities(&n);
    for (size_t i = 0; i < n; i++)
        assert_false(armex_entity_unlisted(all[i].code, strlen(all[i].code)));
}

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

static void ten_thousand_wrong_rows_take_two_readings(void **state)
{
    (void)state;
    struct aside aside = aside_of(NULL, false, true);
    struct armex_text text = {0};
    armex_text_add(&text, "entity,year,measure,unit,value\nKOR,2020,orders,usd,1\n");
    for (int i = 0; i < 10000; i++)
        armex_text_printf(&text, "KOR,%d,orders,usd,%s\n", 2021, i % 2 ? "x" : "1");
    write_file(file, text.data);
    armex_text_free(&text);
    struct armex_vintage *vintage = vintage_of(file, options_of(&aside));
    assert_int_equal(armex_rejects_count(aside.rejects), 9999);
    armex_vintage_free(vintage);
    close_aside(&aside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_name_ends_the_reading_of_every_source),
        cmocka_unit_test(a_kept_name_is_an_entity_of_its_own_in_every_source),
        cmocka_unit_test(a_mapped_name_is_whom_the_user_says_in_every_source),
        cmocka_unit_test(a_wrong_row_is_set_aside_in_every_source),
        cmocka_unit_test(nothing_of_a_row_set_aside_is_left),
        cmocka_unit_test(rows_are_written_with_their_own_cells_and_the_reason),
        cmocka_unit_test(what_is_wrong_as_a_whole_is_refused_all_the_same),
        cmocka_unit_test(comtrade_keeps_codes_of_its_own_accord_and_takes_a_map),
        cmocka_unit_test(a_map_says_which_columns_are_of_trade),
        cmocka_unit_test(an_unfinished_merge_is_refused_whoever_would_take_its_rows),
        cmocka_unit_test(codes_of_kept_names_are_the_same_in_every_file),
        cmocka_unit_test(a_long_name_has_a_short_code_of_its_own),
        cmocka_unit_test(nobody_in_the_table_is_unlisted),
        cmocka_unit_test(a_map_makes_a_tidy_table_of_any),
        cmocka_unit_test(a_map_says_what_a_comma_is),
        cmocka_unit_test(commas_and_words_are_read_in_tables_of_publishers),
        cmocka_unit_test(a_map_is_refused_where_it_is_wrong),
        cmocka_unit_test(a_map_that_does_not_fit_its_table_is_refused),
        cmocka_unit_test(ten_thousand_wrong_rows_take_two_readings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
