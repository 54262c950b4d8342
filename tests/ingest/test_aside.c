/** tests/ingest/test_aside.c: names that the user explains or keeps, rows that he sets
 *  aside, in every source that reads rows. */
#include <math.h>

#include "aside_files.h"
#include "ingest/names.h"

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
    {"Exporter,2019,2020\nFrance,4,5\n%s%s", "Freedonia,6,7\n", "Poland,8,x\n", "wide",
     "gdp", "usd"},
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

/** Says that something is wrong in a line. */
static void say_wrong(struct armex_rejects *rejects, size_t line)
{
    struct armex_error error = {0};
    const struct armex_place place = {"x.csv", line, 1};
    const armex_status status =
        armex_fail(&error, ARMEX_BAD_INPUT, place, "this is wrong");
    assert_int_equal(armex_rejects_row(rejects, status, &error), ARMEX_OK);
}

/** A CR before a row that goes and the LF behind it must not become one line break;
 *  nor those within it. */
static void lines_keep_their_numbers_whatever_ends_them(void **state)
{
    (void)state;
    static const char bytes[] = "head\rwrong\nright\r\"of\rtwo\n\"\nlast\n";
    static const char expected[] = "head\r\r\nright\r\r\n\r\n\r\nlast\n";
    struct armex_rejects *rejects = NULL;
    struct armex_error error = {0};
    const char *rest = NULL;
    size_t length = 0;

    assert_int_equal(armex_rejects_create(&rejects, NULL), ARMEX_OK);
    armex_rejects_begin(rejects, bytes, strlen(bytes));
    say_wrong(rejects, 2);
    say_wrong(rejects, 5);
    assert_int_equal(armex_rejects_rest(&rest, &length, rejects, "x.csv", &error), 0);
    assert_string_equal(rest, expected);
    assert_int_equal(length, strlen(expected));
    assert_false(armex_rejects_found(rejects));
    say_wrong(rejects, 4); // where a row went that may hold it
    assert_int_equal(armex_rejects_rest(&rest, &length, rejects, "x.csv", &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "x.csv:4:1: this is wrong");
    armex_rejects_free(rejects);
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
        "already, and is another; leave out the row that is wrong\"\n"
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

static void ten_thousand_wrong_rows_take_two_readings(void **state)
{
    (void)state;
    struct aside aside = aside_of(NULL, false, true);
    struct armex_text text = {0};
    armex_text_add(&text, "entity,year,measure,unit,value\nKOR,2020,orders,usd,1\n");
    for (int i = 0; i < 10000; i++)
        armex_text_printf(&text, "KOR,2021,orders,usd,%s%d\n", i % 2 ? "x" : "", i);
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
        cmocka_unit_test(an_unfinished_merge_is_refused_whoever_would_take_its_rows),
        cmocka_unit_test(codes_of_kept_names_are_the_same_in_every_file),
        cmocka_unit_test(a_long_name_has_a_short_code_of_its_own),
        cmocka_unit_test(nobody_in_the_table_is_unlisted),
        cmocka_unit_test(lines_keep_their_numbers_whatever_ends_them),
        cmocka_unit_test(ten_thousand_wrong_rows_take_two_readings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
