/** tests/ingest/test_xlsx.c: workbooks written out part by part, and what their cells
 *  say. Days were looked up in a calendar. */
#include "ingest/xlsx.h"
#include "ingest_files.h"
#include "zip_file.h"

static struct armex_xlsx *book_of(struct armex_text *zip,
                                  const struct xlsx_parts *parts)
{
    struct armex_xlsx *book = NULL;
    struct armex_error error = {0};
    *zip = xlsx_of(parts);
    if (armex_xlsx_open(&book, "b.xlsx", zip->data, zip->length, &error))
        fail_msg("%s", error.message);
    return book;
}

/** The first sheet of a workbook that has this one. Owner: the test, all three. */
static struct armex_xlsx_sheet *sheet_of(struct armex_xlsx **book,
                                         struct armex_text *zip,
                                         const struct xlsx_parts *parts)
{
    struct armex_xlsx_sheet *sheet = NULL;
    struct armex_error error = {0};
    *book = book_of(zip, parts);
    if (armex_xlsx_sheet_read(&sheet, *book, 0, &error))
        fail_msg("%s", error.message);
    return sheet;
}

static void assert_cell(const struct armex_xlsx_sheet *sheet, uint32_t row,
                        uint16_t column, enum armex_xlsx_kind kind, const char *text)
{
    const struct armex_xlsx_cell cell = armex_xlsx_at(sheet, row, column);
    assert_string_equal(cell.text, text);
    assert_int_equal(cell.kind, kind);
    assert_int_equal(cell.length, strlen(text));
}

static void done(struct armex_xlsx_sheet *sheet, struct armex_xlsx *book,
                 struct armex_text *zip)
{
    armex_xlsx_sheet_free(sheet);
    armex_xlsx_close(book);
    armex_text_free(zip);
}

static void every_kind_of_cell_is_read(void **state)
{
    (void)state;
    const struct xlsx_parts parts = {
        .strings = "<sst><si><t>Shared</t></si><si><r><t xml:space=\"preserve\">rich "
                   "</t></r><r><t>text</t></r><rPh><t>hint</t></rPh></si></sst>",
        .sheet =
            "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"2\">"
            "<x:c r=\"A2\" t=\"s\"><x:v>0</x:v></x:c><x:c t=\"s\"><x:v>1</x:v></x:c>"
            "<x:c r=\"D2\" t=\"inlineStr\"><x:is><x:t> in \xc2\xa0</x:t></x:is></x:c>"
            "<x:c r=\"E2\"><x:v>6.2E-2</x:v></x:c>"
            "<x:c r=\"F2\" t=\"str\"><x:f>A2&amp;\"x\"</x:f><x:v>Sharedx</x:v></x:c>"
            "<x:c r=\"G2\" t=\"b\"><x:v>1</x:v></x:c>"
            "<x:c r=\"H2\" t=\"e\"><x:v>#DIV/0!</x:v></x:c>"
            "<x:c r=\"I2\"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r=\"J2\" s=\"0\"/>"
            "</x:row></x:sheetData></x:worksheet>"};
    struct armex_xlsx *book;
    struct armex_text zip;
    struct armex_xlsx_sheet *sheet = sheet_of(&book, &zip, &parts);
    double number = 0.0;
    assert_cell(sheet, 2, 1, ARMEX_XLSX_TEXT, "Shared");
    assert_cell(sheet, 2, 2, ARMEX_XLSX_TEXT, "rich text");
    assert_cell(sheet, 2, 3, ARMEX_XLSX_EMPTY, "");
    assert_cell(sheet, 2, 4, ARMEX_XLSX_TEXT, "in");
    assert_cell(sheet, 2, 5, ARMEX_XLSX_NUMBER, "6.2E-2");
    assert_cell(sheet, 2, 6, ARMEX_XLSX_TEXT, "Sharedx");
    assert_cell(sheet, 2, 7, ARMEX_XLSX_BOOL, "1");
    assert_cell(sheet, 2, 8, ARMEX_XLSX_ERROR, "#DIV/0!");
    assert_cell(sheet, 2, 9, ARMEX_XLSX_NUMBER, "2");
    assert_cell(sheet, 2, 10, ARMEX_XLSX_EMPTY, "");
    assert_int_equal(sheet->n_rows, 2);
    assert_int_equal(sheet->n_columns, 9);
    const struct armex_xlsx_cell cell = armex_xlsx_at(sheet, 2, 5);
    assert_true(armex_xlsx_number(&number, &cell, 3));
    assert_same_value(number, 62.0);
    done(sheet, book, &zip);
}

static void dates_and_colours_come_from_the_styles(void **state)
{
    (void)state;
    const struct xlsx_parts parts = {
        .styles =
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[Red]d\\y "
            "yy\"/>"
            "<numFmt numFmtId=\"165\" formatCode=\"0.0&quot;years&quot;\"/></numFmts>"
            "<fonts><font/><font><color indexed=\"10\"/></font><font><color "
            "rgb=\"FF0000FF\"/></font></fonts><cellXfs><xf numFmtId=\"14\"/>"
            "<xf numFmtId=\"164\" fontId=\"1\"/><xf numFmtId=\"165\" fontId=\"2\"/>"
            "</cellXfs></styleSheet>",
        .sheet = "<worksheet><sheetData><row><c s=\"0\"><v>42004</v></c>"
                 "<c s=\"1\"><v>59</v></c><c s=\"2\"><v>42004</v></c>"
                 "<c s=\"0\"><v>60</v></c><c s=\"0\"><v>61.75</v></c>"
                 "<c s=\"0\"><v>1e300</v></c><c t=\"d\"><v>2014-12-31</v></c>"
                 "</row></sheetData></worksheet>"};
    struct armex_xlsx *book;
    struct armex_text zip;
    struct armex_xlsx_sheet *sheet = sheet_of(&book, &zip, &parts);
    assert_cell(sheet, 1, 1, ARMEX_XLSX_DATE, "2014-12-31");
    assert_cell(sheet, 1, 2, ARMEX_XLSX_DATE, "1900-02-28");
    assert_cell(sheet, 1, 3, ARMEX_XLSX_NUMBER, "42004");
    assert_cell(sheet, 1, 4, ARMEX_XLSX_NUMBER, "60"); // 29 February 1900 never was
    assert_cell(sheet, 1, 5, ARMEX_XLSX_DATE, "1900-03-01");
    assert_cell(sheet, 1, 6, ARMEX_XLSX_NUMBER, "1e300");
    assert_cell(sheet, 1, 7, ARMEX_XLSX_DATE, "2014-12-31");
    assert_int_equal(armex_xlsx_at(sheet, 1, 1).colour, ARMEX_XLSX_PLAIN);
    assert_int_equal(armex_xlsx_at(sheet, 1, 2).colour, ARMEX_XLSX_RED);
    assert_int_equal(armex_xlsx_at(sheet, 1, 3).colour, ARMEX_XLSX_BLUE);
    done(sheet, book, &zip);
}

static void days_count_from_1904_where_the_workbook_says_so(void **state)
{
    (void)state;
    const struct xlsx_parts parts = {
        .workbook =
            "<workbook><workbookPr date1904=\"true\"/><sheets><sheet name=\"D\" "
            "id=\"rId1\"/></sheets></workbook>",
        .styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        .sheet =
            "<worksheet><row><c><v>0</v></c><c><v>40542</v></c></row></worksheet>"};
    struct armex_xlsx *book;
    struct armex_text zip;
    struct armex_xlsx_sheet *sheet = sheet_of(&book, &zip, &parts);
    assert_cell(sheet, 1, 1, ARMEX_XLSX_DATE, "1904-01-01");
    assert_cell(sheet, 1, 2, ARMEX_XLSX_DATE, "2014-12-31");
    done(sheet, book, &zip);
}

static void merged_cells_speak_with_the_first(void **state)
{
    (void)state;
    const struct xlsx_parts parts = {
        .sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"B1\"><v>5</v></c></row>"
                 "</sheetData><mergeCells><mergeCell ref=\"B1:C2\"/><mergeCell "
                 "ref=\"nowhere\"/></mergeCells></worksheet>"};
    struct armex_xlsx *book;
    struct armex_text zip;
    struct armex_xlsx_sheet *sheet = sheet_of(&book, &zip, &parts);
    assert_cell(sheet, 2, 3, ARMEX_XLSX_NUMBER, "5");
    assert_cell(sheet, 3, 3, ARMEX_XLSX_EMPTY, "");
    done(sheet, book, &zip);
}

static void cells_out_of_order_are_put_in_order(void **state)
{
    (void)state;
    const struct xlsx_parts parts = {
        .sheet = "<worksheet><row><c r=\"XFD1048576\"><v>9</v></c><c "
                 "r=\"A1\"><v>1</v></c></row></worksheet>"};
    struct armex_xlsx *book;
    struct armex_text zip;
    struct armex_xlsx_sheet *sheet = sheet_of(&book, &zip, &parts);
    assert_int_equal(sheet->n, 2); // and no more memory than that
    assert_cell(sheet, 1, 1, ARMEX_XLSX_NUMBER, "1");
    assert_cell(sheet, 1048576, 16384, ARMEX_XLSX_NUMBER, "9");
    done(sheet, book, &zip);
}

static void the_day_it_was_made_is_told(void **state)
{
    (void)state;
    const struct xlsx_parts parts = {
        .properties =
            "<p xmlns:d=\"d\"><d:created>2023-04-26T08:11:05Z</d:created></p>"};
    struct armex_text zip;
    struct armex_xlsx *book = book_of(&zip, &parts);
    assert_int_equal(armex_date_last_day(armex_xlsx_created(book)), 20230426);
    done(NULL, book, &zip);
}

static void assert_workbook_refused(const struct xlsx_parts *parts, const char *message)
{
    struct armex_text zip = xlsx_of(parts);
    struct armex_xlsx *book = NULL;
    struct armex_xlsx_sheet *sheet = NULL;
    struct armex_error error = {0};
    armex_status status =
        armex_xlsx_open(&book, "b.xlsx", zip.data, zip.length, &error);
    if (!status)
        status = armex_xlsx_sheet_read(&sheet, book, 0, &error);
    assert_int_equal(status, ARMEX_BAD_INPUT);
    assert_null(sheet);
    assert_string_equal(error.message, message);
    armex_xlsx_close(book);
    armex_text_free(&zip);
}

static void hostile_and_damaged_workbooks_are_refused(void **state)
{
    (void)state;
    static const struct {
        struct xlsx_parts parts;
        const char *message;
    } refused[] = {
        {{.sheet =
              "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w>&e;</w>"},
         "b.xlsx: the workbook's part 'xl/worksheets/sheet1.xml' is damaged in line 1: "
         "it "
         "has a DOCTYPE, which no workbook needs"},
        {{.strings =
              "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><s>&b;</s>"},
         "b.xlsx: the workbook's part 'xl/sharedStrings.xml' is damaged in line 1: it "
         "has "
         "a DOCTYPE, which no workbook needs"},
        {{.sheet = "<worksheet>\n<row></worksheet>"},
         "b.xlsx: the workbook's part 'xl/worksheets/sheet1.xml' is damaged in line 2: "
         "mismatched tag"},
        {{.sheet = "<worksheet><row><c t=\"s\"><v>0</v></c></row></worksheet>"},
         "b.xlsx: the workbook's part 'xl/worksheets/sheet1.xml' is damaged in line 1: "
         "a "
         "cell has a text that is not there"},
        {{.sheet = "<worksheet><row><c r=\"XFE1\"><v>0</v></c></row></worksheet>"},
         "b.xlsx: the workbook's part 'xl/worksheets/sheet1.xml' is damaged in line 1: "
         "a "
         "cell lies outside of any sheet"},
        {{.sheet = "<worksheet><row><c r=\"A1048577\"><v>0</v></c></row></worksheet>"},
         "b.xlsx: the workbook's part 'xl/worksheets/sheet1.xml' is damaged in line 1: "
         "a "
         "cell lies outside of any sheet"},
        {{.sheet = "<worksheet><row><c r=\"B3\"><v>0</v></c><c "
                   "r=\"B3\"><v>1</v></c></row></worksheet>"},
         "b.xlsx: sheet 'Data', cell B3: this cell stands there twice"},
        {{.relations = "<Relationships/>"},
         "b.xlsx: the workbook does not say where its sheet 'Data' is; save it again"},
        {{.relations =
              "<R><Relationship Id=\"rId1\" Target=\"../../etc/passwd\"/></R>"},
         "b.xlsx: this workbook lacks its part 'xl/../../etc/passwd'; save it again"},
        {{.workbook = "<workbook><sheets><sheet/></sheets></workbook>"},
         "b.xlsx: the workbook's part 'xl/workbook.xml' is damaged in line 1: a sheet "
         "has "
         "no name"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_workbook_refused(&refused[i].parts, refused[i].message);
}

static void a_zip_file_that_is_no_workbook_is_refused(void **state)
{
    (void)state;
    const struct zip_part part = {"[Content_Types].xml", "<Types/>"};
    struct armex_text zip = zip_of(&part, 1);
    struct armex_xlsx *book = (struct armex_xlsx *)&zip;
    struct armex_error error = {0};
    assert_int_equal(armex_xlsx_open(&book, "w.docx", zip.data, zip.length, &error),
                     ARMEX_BAD_INPUT);
    assert_null(book);
    assert_string_equal(
        error.message,
        "w.docx: this workbook lacks its part 'xl/workbook.xml'; save it again");
    armex_text_free(&zip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_cell_is_read),
        cmocka_unit_test(dates_and_colours_come_from_the_styles),
        cmocka_unit_test(days_count_from_1904_where_the_workbook_says_so),
        cmocka_unit_test(merged_cells_speak_with_the_first),
        cmocka_unit_test(cells_out_of_order_are_put_in_order),
        cmocka_unit_test(the_day_it_was_made_is_told),
        cmocka_unit_test(hostile_and_damaged_workbooks_are_refused),
        cmocka_unit_test(a_zip_file_that_is_no_workbook_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
