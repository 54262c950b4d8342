/** ingest/xlsx_sheet.c: the cells of one sheet. */
#include "ingest/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "base/text.h"

enum { MOST_ROWS = 1048576, MOST_COLUMNS = 16384 };

struct reading {
    struct armex_xlsx *book;
    struct armex_xlsx_sheet *sheet;
    uint32_t row, column; /* of the cell being read */
    size_t style;
    char type[12];          /* of its value, as the attribute t says */
    struct armex_text text; /* its value so far */
    bool in_value, in_cell;
    unsigned phonetic;
    const char *failed;
};

/** "AB12" gives column 28, row 12. */
static bool read_place(uint32_t *row, uint32_t *column, const char *text)
{
    uint32_t c = 0;
    long r;
    size_t n = 0;

    for (; n < 4 && armex_is_upper(text[n]); n++)
        c = 26 * c + (uint32_t)(text[n] - 'A' + 1);
    if (!c || c > MOST_COLUMNS ||
        !armex_whole_parse(&r, text + n, strlen(text + n), 1, MOST_ROWS))
        return false;
    *row = (uint32_t)r;
    *column = c;
    return true;
}

static void start_cell(struct reading *reading, const char **attributes)
{
    const char *place = armex_xml_attribute(attributes, "r"),
               *type = armex_xml_attribute(attributes, "t");

    reading->column++; // a cell that does not say where it is follows the last one
    if ((place && !read_place(&reading->row, &reading->column, place)) ||
        reading->column > MOST_COLUMNS || !reading->row || reading->row > MOST_ROWS)
        reading->failed = "a cell lies outside of any sheet";
    reading->style = armex_xml_number(attributes, "s", SIZE_MAX >> 1, 0);
    reading->type[0] = '\0';
    if (type && strlen(type) < sizeof reading->type)
        memcpy(reading->type, type, strlen(type) + 1);
    reading->text.length = 0;
    reading->in_cell = true;
}

static void add_block(struct reading *reading, const char **attributes)
{
    struct armex_xlsx_sheet *sheet = reading->sheet;
    const size_t enough = 4096; // more than any table's headings
    const char *given = armex_xml_attribute(attributes, "ref");
    const char *colon = given ? strchr(given, ':') : NULL;
    uint32_t row[2], column[2];
    char first[16] = "";

    if (!colon || (size_t)(colon - given) >= sizeof first || sheet->n_blocks == enough)
        return;
    memcpy(first, given, (size_t)(colon - given));
    if (!read_place(&row[0], &column[0], first) ||
        !read_place(&row[1], &column[1], colon + 1))
        return;
    struct armex_xlsx_block *blocks = armex_xlsx_grow(
        sheet->blocks, sheet->n_blocks, &sheet->most_blocks, sizeof *blocks);
    if (!blocks) {
        reading->failed = armex_xml_no_memory;
        return;
    }
    sheet->blocks = blocks;
    blocks[sheet->n_blocks++] = (struct armex_xlsx_block){
        row[0], row[1], (uint16_t)column[0], (uint16_t)column[1]};
}

static void start(void *context, const char *name, const char **attributes)
{
    struct reading *reading = context;

    if (strcmp(name, "row") == 0) {
        reading->row = (uint32_t)armex_xml_number(attributes, "r", MOST_ROWS,
                                                  (size_t)reading->row + 1);
        reading->column = 0;
    } else if (strcmp(name, "c") == 0)
        start_cell(reading, attributes);
    else if (strcmp(name, "rPh") == 0)
        reading->phonetic++;
    else if (reading->in_cell && !reading->phonetic &&
             (strcmp(name, "v") == 0 || strcmp(name, "t") == 0))
        reading->in_value = true;
    else if (strcmp(name, "mergeCell") == 0)
        add_block(reading, attributes);
}

static void text(void *context, const char *bytes, size_t length)
{
    struct reading *reading = context;

    if (reading->in_value)
        armex_text_add_bytes(&reading->text, bytes, length);
}

/** A day as its number gives it. Excel believes that 1900 was a leap year: its day 60
 *  does not exist. Source for the calendar: Hinnant, chrono-Compatible Low-Level Date
 *  Algorithms, civil_from_days. */
static bool write_day(char out[ARMEX_DATE_SIZE], double number, bool from_1904)
{
    const long epoch = from_1904 ? 24107 : 25569; // of 1970-01-01
    const long latest = 2958465;                  // 9999-12-31

    if (!(number >= (from_1904 ? 0 : 1)) || number > (double)latest ||
        (!from_1904 && (long)number == 60))
        return false;
    const long serial = (long)number + (!from_1904 && number < 60);
    const long z = serial - epoch + 719468, era = z / 146097, doe = z % 146097;
    const long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    const long month = mp < 10 ? mp + 3 : mp - 9;
    const struct armex_date date = {(short)(yoe + era * 400 + (month <= 2)),
                                    (signed char)month,
                                    (signed char)(doy - (153 * mp + 2) / 5 + 1)};
    return armex_date_write(out, date) > 0;
}

static enum armex_xlsx_kind kind_of(const struct reading *reading)
{
    static const struct {
        const char *type;
        enum armex_xlsx_kind kind;
    } kinds[] = {{"", ARMEX_XLSX_NUMBER},  {"n", ARMEX_XLSX_NUMBER},
                 {"b", ARMEX_XLSX_BOOL},   {"e", ARMEX_XLSX_ERROR},
                 {"d", ARMEX_XLSX_DATE},   {"s", ARMEX_XLSX_TEXT},
                 {"str", ARMEX_XLSX_TEXT}, {"inlineStr", ARMEX_XLSX_TEXT}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(reading->type, kinds[i].type) == 0)
            return kinds[i].kind;
    return ARMEX_XLSX_TEXT;
}

/** The text of the cell: shared, a day, or as it stands. */
static struct armex_xlsx_string value_of(struct reading *reading,
                                         enum armex_xlsx_kind *kind)
{
    const struct armex_xlsx *book = reading->book;
    const char *given = reading->text.length ? reading->text.data : "";
    const size_t length = reading->text.length;
    char day[ARMEX_DATE_SIZE];
    double number;
    long shared;

    if (strcmp(reading->type, "s") == 0) {
        if (armex_whole_parse(&shared, given, length, 0, (long)book->n_strings - 1))
            return book->strings[shared];
        reading->failed = "a cell has a text that is not there";
        return (struct armex_xlsx_string){"", 0};
    }
    if (*kind == ARMEX_XLSX_NUMBER && reading->style < book->n_styles &&
        book->styles[reading->style].date &&
        armex_number_parse(&number, given, length, 0) &&
        write_day(day, number, book->from_1904)) {
        *kind = ARMEX_XLSX_DATE;
        return armex_xlsx_copy(reading->sheet->arena, day, strlen(day));
    }
    return armex_xlsx_copy(reading->sheet->arena, given, length);
}

static void end_cell(struct reading *reading)
{
    struct armex_xlsx_sheet *sheet = reading->sheet;
    const struct armex_xlsx *book = reading->book;
    enum armex_xlsx_kind kind = kind_of(reading);
    const bool given = reading->text.length > 0;
    const struct armex_xlsx_string value =
        given ? value_of(reading, &kind) : (struct armex_xlsx_string){"", 0};
    struct armex_xlsx_cell *cells;

    reading->in_cell = reading->in_value = false;
    if (!value.text || reading->text.failed)
        reading->failed = armex_xml_no_memory;
    if (reading->failed || !value.length)
        return;
    cells = armex_xlsx_grow(sheet->cells, sheet->n, &sheet->capacity, sizeof *cells);
    if (!cells) {
        reading->failed = armex_xml_no_memory;
        return;
    }
    sheet->cells = cells;
    cells[sheet->n++] = (struct armex_xlsx_cell){
        .text = value.text,
        .length = value.length,
        .row = reading->row,
        .column = (uint16_t)reading->column,
        .kind = (uint8_t)kind,
        .colour = reading->style < book->n_styles ? book->styles[reading->style].colour
                                                  : (uint8_t)ARMEX_XLSX_PLAIN};
}

static void end(void *context, const char *name)
{
    struct reading *reading = context;

    if (strcmp(name, "c") == 0)
        end_cell(reading);
    else if (strcmp(name, "rPh") == 0 && reading->phonetic)
        reading->phonetic--;
    else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
        reading->in_value = false;
}

static int compare(const void *left, const void *right)
{
    const struct armex_xlsx_cell *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/** Puts the cells in order, and finds how far they reach. */
static armex_status arrange(struct armex_xlsx_sheet *sheet, struct armex_error *error)
{
    bool sorted = true;

    for (size_t i = 1; i < sheet->n; i++)
        sorted = sorted && compare(&sheet->cells[i - 1], &sheet->cells[i]) < 0;
    if (!sorted)
        qsort(sheet->cells, sheet->n, sizeof *sheet->cells, compare);
    for (size_t i = 0; i < sheet->n; i++) {
        const struct armex_xlsx_cell *cell = &sheet->cells[i];
        if (i && compare(cell - 1, cell) == 0)
            return armex_xlsx_fail(error, sheet, cell, "this cell stands there twice");
        sheet->n_columns =
            cell->column > sheet->n_columns ? cell->column : sheet->n_columns;
        sheet->n_rows = cell->row;
    }
    return ARMEX_OK;
}

armex_status armex_xlsx_sheet_read(struct armex_xlsx_sheet **out,
                                   struct armex_xlsx *book, size_t i,
                                   struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct reading reading = {
        .book = book, .sheet = arena ? armex_arena_new(arena, 1, sizeof **out) : NULL};
    const struct armex_xml_reader reader = {&reading, start, end, text,
                                            &reading.failed};
    armex_status status;

    *out = NULL;
    if (!reading.sheet) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    *reading.sheet = (struct armex_xlsx_sheet){
        .arena = arena, .file = book->file, .name = book->sheets[i].name};
    status = armex_xlsx_read_part(book, book->sheets[i].target, true, &reader, error);
    if (!status)
        status = arrange(reading.sheet, error);
    armex_text_free(&reading.text);
    if (status)
        armex_xlsx_sheet_free(reading.sheet);
    else
        *out = reading.sheet;
    return status;
}

void armex_xlsx_sheet_free(struct armex_xlsx_sheet *sheet)
{
    if (sheet) {
        free(sheet->cells);
        free(sheet->blocks);
        armex_arena_free(sheet->arena);
    }
}
