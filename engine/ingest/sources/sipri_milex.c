/**
 * ingest/sources/sipri_milex.c: SIPRI's military expenditure workbook.
 *
 * Read: the sheets in US dollars (constant, current, per capita), those of shares (of
 * GDP, of government spending; fractions, shown as per cent), and the regional totals
 * in billions. Not read: local currencies, which compare with nobody's. In a country's
 * sheet, a name without figures heads a region. Vintage: the day the workbook was made,
 * or the one the user names.
 */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "ingest/edition.h"
#include "ingest/names.h"
#include "ingest/sources.h"
#include "ingest/sources/sipri_workbook.h"

/** A sheet that is read. A name ends where its "*" stands. */
static const struct table {
    const char *sheet;
    const char *first; /* of its header */
    const char *unit;  /* NULL: dollars of the year in the sheet's name */
    const char *scope;
    const char *says; /* words in the notes on top, which tell the multiple */
    int exponent;
} tables[] = {
    {"Constant (*", "Country", NULL, "national", "US$ m.", 6},
    {"Current US$", "Country", "usd", "national", "millions of US$", 6},
    {"Share of GDP", "Country", "percent", "share-of-gdp", "percentage", 2},
    {"Share of Govt. spending", "Country", "percent", "share-of-government-spending",
     "percentage", 2},
    {"Per capita", "Country", "usd", "per-capita", "current US$", 0},
    {"Regional totals", "Region", NULL, "national", "US$ b.", 9},
};
enum { TABLES = sizeof tables / sizeof *tables };

static const char telling_sheet[] = "Share of GDP";

static bool recognise(const struct armex_document *document)
{
    return armex_workbook_has(document, telling_sheet);
}

/** One sheet on its way to figures. */
struct reading {
    const struct table *table;
    const struct armex_xlsx_sheet *sheet;
    struct armex_figures *figures;
    struct armex_names *names;
    uint32_t header;
    size_t quantity;
    size_t current; /* regional totals: of the last column, in current prices */
};

static const struct table *find_table(const char *name)
{
    for (size_t i = 0; i < TABLES; i++) {
        const char *pattern = tables[i].sheet, *star = strchr(pattern, '*');
        if (star ? armex_same_letters_n(name, pattern, (size_t)(star - pattern))
                 : armex_same_letters(name, pattern))
            return &tables[i];
    }
    return NULL;
}

/** Whether one of the notes above the header has those words. */
static bool notes_say(const struct reading *reading, const char *words)
{
    for (uint32_t row = 1; row < reading->header; row++) {
        const struct armex_xlsx_cell cell = armex_xlsx_at(reading->sheet, row, 1);
        if (memmem(cell.text, cell.length, words, strlen(words)))
            return true;
    }
    return false;
}

/** The year behind "constant (" in the sheet's name or "at constant " in its notes. */
static short price_year(const struct reading *reading)
{
    static const char *const marks[] = {"Constant (", "constant (", "at constant "};
    long year;

    for (uint32_t row = 0; row < reading->header; row++) {
        const struct armex_xlsx_cell cell = armex_xlsx_at(reading->sheet, row, 1);
        const char *text = row ? cell.text : reading->sheet->name;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            const char *found = strstr(text, marks[i]);
            if (found && strlen(found) >= strlen(marks[i]) + 4 &&
                armex_whole_parse(&year, found + strlen(marks[i]), 4, 1900, 2100))
                return (short)year;
        }
    }
    return 0;
}

static armex_status add_quantity(size_t *number, const struct reading *reading,
                                 struct armex_unit unit, struct armex_error *error)
{
    const struct armex_quantity quantity = {.measure = ARMEX_MILITARY_EXPENDITURE,
                                            .unit = unit,
                                            .scope = reading->table->scope};
    return armex_figures_quantity(number, reading->figures, &quantity, error);
}

/** Finds the header, and what the sheet counts. */
static armex_status begin_sheet(struct reading *reading, struct armex_error *error)
{
    const struct armex_xlsx_cell top = {.row = 1, .column = 1};
    const struct table *table = reading->table;
    struct armex_unit unit = {.kind = ARMEX_MONEY, .currency = "usd"};
    const struct armex_unit current = unit;
    armex_status status;

    reading->header = armex_workbook_header(reading->sheet, table->first);
    if (!reading->header)
        return armex_xlsx_fail(error, reading->sheet, &top,
                               "no row begins with '%s' and goes on with years",
                               table->first);
    if (!notes_say(reading, table->says))
        return armex_xlsx_fail(error, reading->sheet, &top,
                               "the notes do not say '%s', so the unit is not known",
                               table->says);
    if (table->unit)
        armex_unit_parse(&unit, table->unit, strlen(table->unit));
    else if (!(unit.price_year = price_year(reading)))
        return armex_xlsx_fail(error, reading->sheet, &top,
                               "nothing says of which year these constant dollars are");
    status = add_quantity(&reading->quantity, reading, unit, error);
    if (!status)
        status = add_quantity(&reading->current, reading, current, error);
    return status;
}

/** What column `c` counts: false if it is no year of figures. */
static bool read_head(struct armex_slot *slot, const struct reading *reading,
                      uint16_t column)
{
    static const char in_current[] = "(current prices)";
    const struct armex_xlsx_cell head =
        armex_xlsx_at(reading->sheet, reading->header, column);
    long year;

    slot->quantity = reading->quantity;
    slot->exponent = reading->table->exponent;
    slot->year = armex_xlsx_year(&head);
    if (slot->year)
        return true;
    if (head.length < 4 || !strstr(head.text, in_current) ||
        !armex_whole_parse(&year, head.text, 4, 1900, 2100))
        return false;
    slot->quantity = reading->current; // "2022 (current prices)"
    slot->year = (int)year;
    return true;
}

static bool has_figures(const struct reading *reading, uint32_t row)
{
    for (uint16_t column = 2; column <= reading->sheet->n_columns; column++) {
        const struct armex_xlsx_cell cell = armex_xlsx_at(reading->sheet, row, column);
        struct armex_slot slot = {0};
        if (cell.length && read_head(&slot, reading, column))
            return true;
    }
    return false;
}

static armex_status find_entity(const struct armex_entity **out,
                                const struct reading *reading,
                                const struct armex_xlsx_cell *name,
                                struct armex_error *error)
{
    const struct armex_cell cell = {name->text, name->length, 0, 0};
    char meant[ARMEX_MEANT_SIZE];
    armex_status status = ARMEX_OK;

    *out = armex_names_find(reading->names, name->text, name->length);
    if (!*out)
        status = armex_names_keep(out, reading->names, &cell, &cell, error);
    if (status || *out)
        return status;
    return armex_xlsx_fail(error, reading->sheet, name,
                           armex_entity_meant(meant, name->text, "")
                               ? "no entity is called '%.60s'; did you mean %s?"
                               : "no entity is called '%.60s'",
                           name->text, meant);
}

static armex_status read_row(const struct reading *reading, uint32_t row,
                             struct armex_error *error)
{
    const struct armex_xlsx_cell name = armex_xlsx_at(reading->sheet, row, 1);
    struct armex_slot slot = {0};
    armex_status status = ARMEX_OK;

    if (!name.length || !has_figures(reading, row))
        return ARMEX_OK;
    status = find_entity(&slot.entity, reading, &name, error);
    for (uint16_t column = 2; !status && column <= reading->sheet->n_columns;
         column++) {
        const struct armex_xlsx_cell cell = armex_xlsx_at(reading->sheet, row, column);
        if (read_head(&slot, reading, column))
            status = armex_workbook_take(reading->figures, slot, reading->sheet, &cell,
                                         error);
    }
    return status;
}

static armex_status read_table(struct armex_figures *figures, struct armex_names *names,
                               struct armex_xlsx *book, size_t i,
                               struct armex_error *error)
{
    struct armex_xlsx_sheet *sheet = NULL;
    struct reading reading = {.table = find_table(armex_xlsx_sheet_name(book, i)),
                              .figures = figures,
                              .names = names};
    armex_status status;

    if (!reading.table)
        return ARMEX_OK; // front page, local currencies, footnotes
    status = armex_xlsx_sheet_read(&sheet, book, i, error);
    reading.sheet = sheet;
    if (!status)
        status = begin_sheet(&reading, error);
    for (uint32_t row = reading.header + 1; !status && row <= sheet->n_rows; row++)
        status = read_row(&reading, row, error);
    armex_xlsx_sheet_free(sheet);
    return status;
}

static struct armex_edition edition_of(const struct armex_xlsx *book)
{
    return (struct armex_edition){
        .dataset = "sipri-milex",
        .title = "SIPRI Military Expenditure Database",
        .description =
            "Military expenditure in US dollars of a constant year and of each year, "
            "per "
            "head, and as a share of GDP and of government spending. SIPRI's estimates "
            "are marked; those it calls highly uncertain, and regional totals of which "
            "more than a tenth is estimated, are weak as well. Sheets in local "
            "currencies are left out.",
        .publisher = "Stockholm International Peace Research Institute (SIPRI)",
        .url = "https://www.sipri.org/databases/milex",
        .licence = "(c) SIPRI; free with attribution for non-commercial use, larger "
                   "re-publication needs SIPRI's consent",
        .published = armex_xlsx_created(book),
    };
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_xlsx *book = NULL;
    struct armex_figures *figures = NULL;
    struct armex_panel *panel = NULL;
    armex_status status = armex_xlsx_open(&book, document->path, document->bytes,
                                          document->length, error);

    *out = NULL;
    if (!status)
        status = armex_figures_create(&figures, document, error);
    for (size_t i = 0; !status && i < armex_xlsx_sheets(book); i++)
        status = read_table(figures, document->names, book, i, error);
    if (!status)
        status = armex_figures_panel(&panel, figures, error);
    if (!status) {
        const struct armex_edition edition = edition_of(book);
        status = armex_edition_publish(out, &edition, document, options, panel, error);
    }
    armex_figures_free(figures);
    armex_xlsx_close(book);
    return status;
}

const struct armex_source armex_source_sipri_milex = {
    .name = "sipri-milex",
    .credit = "SIPRI's military expenditure workbook (xlsx)",
    .recognise = recognise,
    .read = read,
};
