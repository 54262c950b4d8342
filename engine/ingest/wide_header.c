/** ingest/wide_header.c: columns told by their names. */
#include "ingest/wide_header.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/text.h"
#include "ingest/commas.h"
#include "ingest/footer.h"
#include "ingest/map.h"
#include "ingest/wide_unit.h"
#include "ingest/written_year.h"

/* Folded (base/text.h), what stands in brackets left off. */
static const char *const names[] = {
    "country",
    "countries",
    "country name",
    "country or area",
    "country territory",
    "countries territories",
    "state",
    "states",
    "nation",
    "entity",
    "name",
    "geo",
    "exporter",
    "exporters",
    "exporting country",
    "supplier",
    "suppliers",
    "supplying country",
    "reporter",
    "reporting country",
    "land",
    "lander",
    "staat",
    "exportland",
    "pays",
    "pays exportateur",
    "exportateur",
    "pais",
    "paises",
    "pais exportador",
    "exportador",
    "paese",
    "paesi",
    "esportatore",
    "landen",
    "kraj",
    "strana",
    "ulke",
    "exporting countries",
};

static const char *const importers[] = {
    "importer",
    "importers",
    "importing country",
    "importing countries",
};

static const char *const codes[] = {
    "code",         "codes",     "country code", "iso",        "iso3",       "iso 3",
    "iso code",     "iso3 code", "iso 3166",     "iso 2",      "iso2",       "alpha 3",
    "alpha 3 code", "iso3c",     "iso alpha 3",  "iso 3 code", "landercode",
};

static const char *const asides[] = {
    "region",    "regions",   "sub region", "subregion",   "continent", "income group",
    "rank",      "ranking",   "no",         "nr",          "rang",      "",
    "note",      "notes",     "comment",    "comments",    "remarks",   "footnote",
    "footnotes", "source",    "sources",    "quelle",      "anmerkung", "anmerkungen",
    "change",    "change in", "growth",     "cagr",        "share",     "anteil",
    "trend",     "average",   "mean",       "veranderung", "variation", "part",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/** The year of a heading: "2019", "Exports 2019", "2019 exports". Words of a unit must
 *  not be lost there, nor those that set columns apart. */
static struct armex_written_year year_of(const struct armex_cell *cell)
{
    static const char *const says_nothing[] = {
        "exports", "export", "arms exports", "exportations", "exportaciones",
        "exporte", "value",  "values",       "amount",
    };
    struct armex_written_year year = armex_written_year(cell->text, cell->length);

    for (size_t i = 0; !year.kind && i < COUNT(says_nothing); i++) {
        const size_t n = strlen(says_nothing[i]), left = cell->length - n - 1;
        if (cell->length < n + 2)
            continue;
        if (cell->text[n] == ' ' &&
            armex_same_letters_n(cell->text, says_nothing[i], n))
            year = armex_written_year(cell->text + n + 1, left);
        else if (cell->text[left] == ' ' &&
                 armex_same_letters_n(cell->text + left + 1, says_nothing[i], n))
            year = armex_written_year(cell->text, left);
    }
    return year;
}

/** The cell's text without what stands in brackets at its end. */
static size_t without_brackets(const struct armex_cell *cell)
{
    size_t n = cell->length;

    if (n && (cell->text[n - 1] == ')' || cell->text[n - 1] == ']')) {
        while (n && cell->text[n - 1] != '(' && cell->text[n - 1] != '[')
            n--;
        if (!n)
            return cell->length;
        n--;
    }
    return n;
}

static bool is_among(const char *folded, const char *const *words, size_t n)
{
    return armex_word_index(words, n, folded, strlen(folded)) < n;
}

static enum armex_wide_kind kind_of_name(bool *is_imports, const char *folded)
{
    *is_imports = is_among(folded, importers, COUNT(importers));
    if (*is_imports || is_among(folded, names, COUNT(names)))
        return ARMEX_WIDE_NAME;
    if (is_among(folded, codes, COUNT(codes)))
        return ARMEX_WIDE_CODE;
    return is_among(folded, asides, COUNT(asides)) ? ARMEX_WIDE_ASIDE
                                                   : ARMEX_WIDE_OTHER;
}

static struct armex_wide_column column_of(bool *is_imports,
                                          const struct armex_cell *cell)
{
    const struct armex_written_year year = year_of(cell);
    struct armex_wide_column column = {.kind = ARMEX_WIDE_EMPTY};
    char *folded;

    *is_imports = false;
    if (!cell->length)
        return column;
    column.kind = ARMEX_WIDE_OTHER;
    if (year.kind != ARMEX_NO_YEAR) {
        const bool whole = year.kind == ARMEX_CALENDAR_YEAR;
        column.kind = ARMEX_WIDE_YEAR;
        if (whole)
            column.year = (short)year.year;
        column.noted = year.noted;
    } else if (armex_footer_says_total(cell)) {
        column.kind = ARMEX_WIDE_TOTAL;
    } else if ((folded = armex_fold(cell->text, without_brackets(cell)))) {
        column.kind = kind_of_name(is_imports, folded);
        free(folded);
    }
    return column;
}

enum armex_wide_kind armex_wide_kind_of(bool *is_imports, const struct armex_cell *cell)
{
    return column_of(is_imports, cell).kind;
}

/** Whom the corner cell stands above, where it says nothing of that: "", "US$ m". */
static bool names_follow(const struct armex_page *page, size_t row)
{
    const size_t looked_at = 6, enough = 2;
    size_t found = 0;

    for (size_t r = row + 1; r < page->n_rows && r <= row + looked_at; r++) {
        const struct armex_cell name = armex_page_cell(&page->rows[r], 0);
        found += name.length &&
                 armex_names_find(page->names, name.text, name.length) != NULL;
    }
    return found >= enough;
}

static bool is_corner(const struct armex_page *page, size_t row)
{
    const struct armex_cell *cell = &page->rows[row].cells[0];
    struct armex_unit_words words;

    return (!cell->length || armex_unit_words_read(&words, cell->text, cell->length)) &&
           names_follow(page, row);
}

/** How many columns of the row are years, if it is a header: one name before them. */
static size_t years_of(const struct armex_page *page, size_t row)
{
    const struct armex_page_row *cells = &page->rows[row];
    size_t named = is_corner(page, row), years = 0;

    for (size_t c = 0; c < cells->n; c++) {
        bool is_imports;
        const struct armex_wide_column column =
            column_of(&is_imports, &cells->cells[c]);
        named += column.kind == ARMEX_WIDE_NAME && !years;
        years += column.kind == ARMEX_WIDE_YEAR;
    }
    return named == 1 ? years : 0;
}

static bool find_header(size_t *row, const struct armex_page *page)
{
    const size_t most_above = 48; // as of a glance

    for (*row = 0; *row < page->n_rows && *row < most_above; ++*row)
        if (years_of(page, *row) > (page->rows[*row].n > 2 ? 1 : 0))
            return true;
    return false;
}

bool armex_wide_is(const struct armex_page *page)
{
    size_t row;
    return find_header(&row, page);
}

static armex_status fail_at(const struct armex_page *page,
                            const struct armex_cell *cell, const char *words,
                            struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(page->file, cell),
                      "'%s' %s", armex_cell_clip(cell).text, words);
}

static armex_status fail_year(const struct armex_page *page,
                              const struct armex_cell *cell, struct armex_error *error)
{
    const enum armex_year_kind kind = year_of(cell).kind;

    if (kind != ARMEX_FISCAL_YEAR)
        return fail_at(page, cell, armex_year_words(kind), error);
    return fail_at(page, cell,
                   "is a fiscal year; give a tidy csv with columns entity, year, value "
                   "and first_month, the month that such a year begins with",
                   error);
}

static armex_status check_column(const struct armex_wide_header *header,
                                 const struct armex_page *page, size_t c,
                                 struct armex_error *error)
{
    const struct armex_cell *cells = page->rows[header->row].cells;
    const struct armex_wide_column *column = &header->columns[c];

    if (column->kind == ARMEX_WIDE_OTHER)
        return fail_at(page, &cells[c],
                       "is neither the countries' column nor a year, and may set rows "
                       "of one country apart; leave that column out, or give a tidy "
                       "csv with columns entity, year, value",
                       error);
    if (column->kind == ARMEX_WIDE_YEAR && !column->year)
        return fail_year(page, &cells[c], error);
    for (size_t i = 0; column->year && i < c; i++)
        if (header->columns[i].year == column->year)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(page->file, &cells[c]),
                              "columns %zu and %zu are both of %d; leave one of them "
                              "out",
                              i + 1, c + 1, column->year);
    return ARMEX_OK;
}

static armex_status read_columns(struct armex_wide_header *out,
                                 const struct armex_page *page,
                                 struct armex_error *error)
{
    const struct armex_page_row *row = &page->rows[out->row];
    struct armex_wide_column *columns =
        armex_arena_new(page->arena, row->n, sizeof *columns);
    armex_status status = columns ? ARMEX_OK : armex_fail_memory(error);

    out->columns = columns;
    out->n = out->name = out->code = row->n;
    for (size_t c = 0; !status && c < row->n; c++) {
        bool is_imports;
        columns[c] = column_of(&is_imports, &row->cells[c]);
        if (c == 0 && is_corner(page, out->row))
            columns[c].kind = ARMEX_WIDE_NAME;
        if (columns[c].kind == ARMEX_WIDE_NAME && out->name == row->n) {
            out->name = c;
            out->is_imports = is_imports;
        } else if (columns[c].kind == ARMEX_WIDE_NAME) {
            columns[c].kind = ARMEX_WIDE_OTHER;
        } else if (columns[c].kind == ARMEX_WIDE_CODE && out->code == row->n) {
            out->code = c;
        }
        status = check_column(out, page, c, error);
    }
    return status;
}

/** As the user says, or as all figures together show it. */
static enum armex_comma comma_of(const struct armex_wide_header *header,
                                 const struct armex_page *page)
{
    const enum armex_comma said = armex_map_comma(armex_names_map(page->names));
    struct armex_commas commas = {false, false, false};

    for (size_t r = header->first; r < page->n_rows; r++)
        for (size_t c = 0; c < header->n && c < page->rows[r].n; c++)
            if (header->columns[c].year)
                armex_commas_see(&commas, &page->rows[r].cells[c]);
    return said ? said : armex_commas_judge(&commas, armex_csv_delimits(page->csv));
}

armex_status armex_wide_read(struct armex_wide_header *out,
                             const struct armex_page *page, struct armex_error *error)
{
    const struct armex_place whole = {page->file, 0, 0};
    armex_status status = ARMEX_OK;

    *out = (struct armex_wide_header){0};
    if (!find_header(&out->row, page))
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "there is no header of a column of countries and one or more "
                          "of years");
    out->first = out->row + 1;
    out->end = armex_page_end(page, out->row);
    status = read_columns(out, page, error);
    if (!status)
        out->comma = comma_of(out, page);
    return status ? status : armex_wide_find_unit(out, page, error);
}
