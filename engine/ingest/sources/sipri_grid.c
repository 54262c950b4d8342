/** ingest/sources/sipri_grid.c: what the rows and columns of a TIV table are. */
#include "ingest/sources/sipri_grid.h"

#include <string.h>

/* What the column of names is called, and what its rows then are. */
static const struct {
    const char *name;
    enum armex_sipri_rows rows;
} columns[] = {
    {"Exports by", ARMEX_SIPRI_SUPPLIERS},   {"Supplier", ARMEX_SIPRI_SUPPLIERS},
    {"Imports by", ARMEX_SIPRI_RECIPIENTS},  {"Recipient", ARMEX_SIPRI_RECIPIENTS},
    {"Recipients", ARMEX_SIPRI_RECIPIENTS},  {"Exports to", ARMEX_SIPRI_RECIPIENTS},
    {"Imports from", ARMEX_SIPRI_SUPPLIERS},
};
enum { NAMES = sizeof columns / sizeof *columns };

static const char *const categories[] = {
    "Aircraft", "Air defence systems", "Armoured vehicles", "Artillery", "Engines",
    "Missiles", "Naval weapons",       "Satellites",        "Sensors",   "Ships",
    "Other",    "Air-defence systems",
};

static bool is_category(const struct armex_cell *cell)
{
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if (armex_cell_says(cell, categories[i]))
            return true;
    return false;
}

/** Column of the first year that another follows, or the row's length. */
static size_t first_year(const struct armex_page_row *row)
{
    size_t c = 0;

    for (; c < row->n; c++) {
        const struct armex_cell next = armex_page_cell(row, c + 1);
        const short year = armex_cell_year(&row->cells[c]);
        if (year && armex_cell_year(&next) == year + 1)
            break;
    }
    return c;
}

/** The last column before `end` with one of the names; `end` if there is none. */
static size_t name_column(const struct armex_page_row *row, size_t end,
                          enum armex_sipri_rows *rows)
{
    for (size_t c = end; c > 0; c--)
        for (size_t i = 0; i < NAMES; i++)
            if (armex_cell_says(&row->cells[c - 1], columns[i].name)) {
                *rows = columns[i].rows;
                return c - 1;
            }
    return end;
}

/** Whether the lines above speak of trend-indicator values. */
static bool speaks_of_tiv(const struct armex_page *page, size_t header)
{
    for (size_t r = 0; r < header; r++) {
        const struct armex_cell *cell = &page->rows[r].cells[0];
        if (cell->length && memmem(cell->text, cell->length, "TIV", 3))
            return true;
    }
    return false;
}

bool armex_sipri_grid_found(size_t *header, const struct armex_page *page)
{
    enum armex_sipri_rows rows;

    for (*header = 0; *header + 1 < page->n_rows; ++*header) {
        const struct armex_page_row *row = &page->rows[*header];
        const size_t year = first_year(row);
        if (year == row->n)
            continue;
        if (name_column(row, year, &rows) < year)
            return true;
        return year > 0 && !row->cells[0].length &&
               (speaks_of_tiv(page, *header) ||
                is_category(&page->rows[*header + 1].cells[0]));
    }
    return false;
}

static armex_status read_years(struct armex_sipri_grid *grid,
                               const struct armex_page *page, size_t header,
                               struct armex_error *error)
{
    const struct armex_page_row *row = &page->rows[header];

    grid->years = armex_arena_new(page->arena, row->n, sizeof *grid->years);
    if (!grid->years)
        return armex_fail_memory(error);
    for (size_t c = 0; c < row->n; c++) {
        const int year = armex_cell_year(&row->cells[c]);
        if (!year)
            continue;
        if (grid->n_years && year <= grid->years[grid->n_years - 1].year)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(page->file, &row->cells[c]),
                              "the year %d does not come after %d", year,
                              grid->years[grid->n_years - 1].year);
        grid->years[grid->n_years++] = (struct armex_sipri_year_column){c, year};
    }
    return ARMEX_OK;
}

/* "Total", or the span of the years: "1950-2024". */
static void find_total(struct armex_sipri_grid *grid, const struct armex_page_row *row)
{
    grid->total = SIZE_MAX;
    for (size_t c = grid->years[grid->n_years - 1].column + 1; c < row->n; c++) {
        const struct armex_cell *cell = &row->cells[c];
        const struct armex_cell start = {cell->text, cell->length < 4 ? 0 : 4, 0, 0};
        if (armex_cell_says(cell, "Total") ||
            (cell->length == 9 && cell->text[4] == '-' && armex_cell_year(&start))) {
            grid->total = c;
            return;
        }
    }
}

/* Rows that are no countries. */
static armex_status refuse_rows(const struct armex_sipri_reading *reading,
                                struct armex_error *error)
{
    const struct armex_page_row *row = &reading->page->rows[reading->header + 1];
    const struct armex_place place =
        armex_page_place(reading->page, reading->header + 1);
    const struct armex_clip first = armex_cell_clip(&row->cells[0]);
    const struct armex_cell second = armex_page_cell(row, 1);

    if (is_category(&row->cells[0]))
        return armex_fail(
            error, ARMEX_BAD_INPUT, place,
            "the rows of this table are weapon categories ('%s'), not "
            "countries; take the register of deliveries from SIPRI, which "
            "has the category of every deal",
            first.text);
    if (armex_cell_says(&second, "Regional total"))
        return armex_fail(
            error, ARMEX_BAD_INPUT, place,
            "this table counts deliveries to regions ('%s'), which are no "
            "countries; take the register of deliveries from SIPRI, which "
            "has every recipient",
            first.text);
    return ARMEX_OK;
}

/* Without a name above its rows, a table says in its title whose they are. */
static armex_status ask_title(struct armex_sipri_grid *grid,
                              const struct armex_sipri_reading *reading,
                              struct armex_error *error)
{
    const struct armex_sipri_preamble *preamble = &reading->preamble;
    const armex_status status = refuse_rows(reading, error);

    if (status)
        return status;
    if (!preamble->supplier.length && !preamble->recipient.length)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          armex_page_place(reading->page, reading->header),
                          "nothing says whose figures these are; name the first column "
                          "'Exports by' or 'Imports by'");
    grid->name = 0;
    // deliveries from one supplier are listed by recipient, all others by supplier
    grid->rows = reading->selection.supplier ||
                         (!preamble->supplier.length && !reading->selection.recipient)
                     ? ARMEX_SIPRI_RECIPIENTS
                     : ARMEX_SIPRI_SUPPLIERS;
    return ARMEX_OK;
}

static armex_status read_header(struct armex_sipri_grid *grid,
                                const struct armex_sipri_reading *reading,
                                struct armex_error *error)
{
    const struct armex_page_row *header = &reading->page->rows[reading->header];
    const size_t year = first_year(header);
    armex_status status = ARMEX_OK;

    grid->name = name_column(header, year, &grid->rows);
    if (grid->name == year)
        status = ask_title(grid, reading, error);
    if (!status)
        status = read_years(grid, reading->page, reading->header, error);
    if (!status)
        find_total(grid, header);
    return status;
}

static bool is_total(const struct armex_cell *cell)
{
    const char opening[] = "Total";
    const struct armex_cell start = {
        cell->text, cell->length < strlen(opening) ? 0 : strlen(opening), 0, 0};
    return armex_cell_says(&start, opening);
}

/** "supplier,recipients,...": the supplier stands in the first row only. */
static armex_status take_supplier(struct armex_sipri_reading *reading,
                                  const struct armex_sipri_grid *grid, size_t r,
                                  struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    const size_t column = armex_page_column(&page->rows[reading->header], "supplier");
    const struct armex_cell cell = armex_page_cell(&page->rows[r], column);
    const struct armex_entity **supplier = &reading->selection.supplier, *found = NULL;
    armex_status status = ARMEX_OK;

    if (column >= grid->name || !cell.length)
        return ARMEX_OK;
    status = armex_sipri_entity(&found, page, &cell, error);
    if (!status && *supplier && *supplier != found)
        status = armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(page->file, &cell),
                            "a second supplier, '%s'; a table of recipients has one",
                            armex_cell_clip(&cell).text);
    if (!status)
        *supplier = found;
    return status;
}

static armex_status take_line(struct armex_sipri_grid *grid,
                              struct armex_sipri_reading *reading, size_t r,
                              struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    const struct armex_cell name = armex_page_cell(&page->rows[r], grid->name);

    if (!name.length)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(page, r),
                          "this row has figures and no name");
    if (armex_cell_says(&name, "Others"))
        return ARMEX_OK; // of a list of the top suppliers: nobody in particular
    if (is_total(&name) && grid->totals != SIZE_MAX)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(page, r),
                          "a second row of totals");
    if (is_total(&name))
        grid->totals = r;
    else
        grid->lines[grid->n_lines++] = r;
    return ARMEX_OK;
}

armex_status armex_sipri_grid_read(struct armex_sipri_grid *grid,
                                   struct armex_sipri_reading *reading,
                                   struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    armex_status status;

    *grid = (struct armex_sipri_grid){.totals = SIZE_MAX};
    status = read_header(grid, reading, error);
    if (status)
        return status;
    grid->lines = armex_arena_new(page->arena, page->n_rows, sizeof *grid->lines);
    if (!grid->lines)
        return armex_fail_memory(error);
    for (size_t r = reading->header + 1; !status && r < page->n_rows; r++) {
        const struct armex_cell name = armex_page_cell(&page->rows[r], grid->name);
        if (!is_total(&name)) // SIPRI ends its row of totals with one comma only
            status = armex_page_check_length(page, r, reading->header, error);
        if (!status)
            status = take_supplier(reading, grid, r, error);
        if (!status)
            status = take_line(grid, reading, r, error);
        status = armex_rejects_row(page->rejects, status, error);
    }
    return status;
}
