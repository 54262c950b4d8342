/**
 * ingest/sources/gapminder_wide.c: Gapminder's wide tables: country,1960,1961,...
 *
 * Such a table does not say what it counts. Arms exports and imports give themselves
 * away: every figure is a whole number of millions, and the United States deliver far
 * more than India, which receives far more than the United States: over the decades
 * that SIPRI covers by a hundred times, and by four. Figures may be shortened: "6M".
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "ingest/figures.h"
#include "ingest/page.h"
#include "ingest/party.h"
#include "ingest/sources.h"
#include "ingest/sources/gapminder.h"
#include "ingest/stated.h"
#include "ingest/written_year.h"

/** The year of a column: "2019", "2019*", "2019 (p)"; 0: none. */
static struct armex_written_year year_of(const struct armex_cell *cell)
{
    const struct armex_written_year none = {ARMEX_NO_YEAR, 0, false},
                                    year = armex_written_year(cell->text, cell->length);

    return year.kind == ARMEX_CALENDAR_YEAR ? year : none;
}

/** Whether the row is "country" and years, nothing else, in small letters. */
static bool is_header(const struct armex_page_row *row)
{
    if (row->n < 2 || !(armex_cell_is(&row->cells[0], "country") ||
                        armex_cell_is(&row->cells[0], "geo")))
        return false;
    for (size_t c = 1; c < row->n; c++)
        if (!year_of(&row->cells[c]).year)
            return false;
    return true;
}

/** "6M" is 6 and a power of ten: 6. */
static int take_suffix(struct armex_cell *cell)
{
    static const struct {
        char letter;
        int exponent;
    } suffixes[] = {{'k', 3}, {'M', 6}, {'B', 9}};

    for (size_t i = 0; cell->length > 1 && i < 3; i++)
        if (cell->text[cell->length - 1] == suffixes[i].letter) {
            cell->length--;
            return suffixes[i].exponent;
        }
    return 0;
}

/** The sum of a country's row; 0 for one that is not there. */
static double sum_of(const struct armex_page *page, const char *code)
{
    double sum = 0.0;

    for (size_t r = 1; r < page->n_rows; r++) {
        const struct armex_page_row *row = &page->rows[r];
        const struct armex_entity *entity =
            armex_entity_find(row->cells[0].text, row->cells[0].length);
        if (!entity || strcmp(entity->code, code) != 0)
            continue;
        for (size_t c = 1; c < row->n; c++) {
            struct armex_cell cell = row->cells[c];
            const int exponent = take_suffix(&cell);
            double value = 0.0;
            if (armex_number_parse(&value, cell.text, cell.length, exponent))
                sum += value;
        }
    }
    return sum;
}

/** Whether every figure is a whole number of millions. */
static bool whole_millions(const struct armex_page *page)
{
    for (size_t r = 1; r < page->n_rows; r++)
        for (size_t c = 1; c < page->rows[r].n; c++) {
            struct armex_cell cell = page->rows[r].cells[c];
            const int exponent = take_suffix(&cell);
            double value = 0.0;
            if (cell.length &&
                (!armex_number_parse(&value, cell.text, cell.length, exponent) ||
                 fmod(value, 1e6) != 0.0))
                return false;
        }
    return true;
}

/** Anybody may have a table with such a header: Gapminder's arms have such figures. */
static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    const bool known = page && page->n_rows && is_header(&page->rows[0]) &&
                       armex_page_end(page, 0) == page->n_rows && whole_millions(page);

    armex_page_close(page);
    return known;
}

/** What the table counts, by its figures or by the user's word. */
static armex_status find_quantity(struct armex_quantity *out, struct armex_cell *title,
                                  const struct armex_page *page,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error)
{
    const double much_more = 2.0;
    const double america = sum_of(page, "USA"), india = sum_of(page, "IND");
    const bool exports = america > much_more * india,
               imports = india > much_more * america;
    const char *words = exports ? "Arms exports" : "Arms imports";
    char own[48];

    if (options->measure && options->unit) {
        armex_name_of_file(own, sizeof own, page->file);
        words = armex_arena_text(page->arena, own);
        *title = (struct armex_cell){words, words ? strlen(words) : 0, 0, 0};
        return words ? armex_stated_quantity(out, options, error)
                     : armex_fail_memory(error);
    }
    *title = (struct armex_cell){words, strlen(words), 0, 0};
    *out = (struct armex_quantity){
        .measure = ARMEX_DELIVERIES_TIV,
        .flow = exports ? ARMEX_EXPORTS : ARMEX_IMPORTS,
        .unit.kind = ARMEX_TIV,
        .scope = "national",
    };
    if (exports + imports == 1 && whole_millions(page))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(page, 0),
                      "this table does not say what it counts, and its figures are not "
                      "those of arms exports or imports; give --measure and --unit");
}

static armex_status take_row(struct armex_figures *figures, size_t quantity,
                             const struct armex_page *page, size_t r,
                             struct armex_error *error)
{
    const struct armex_page_row *header = &page->rows[0], *row = &page->rows[r];
    const struct armex_cell name = armex_page_cell(row, 0),
                            none = {"", 0, name.line, name.column};
    struct armex_party party = {.names = page->names};
    armex_status status = armex_page_check_length(page, r, 0, error);

    if (!status)
        status = armex_party_find(&party, page->file, &none, &name, error);
    for (size_t c = 1; !status && c < header->n; c++) {
        struct armex_cell cell = armex_page_cell(row, c);
        const int exponent = take_suffix(&cell);
        const struct armex_written_year year = year_of(&header->cells[c]);
        const struct armex_slot slot = {quantity, party.entity, year.year, exponent,
                                        year.noted};
        status = armex_figures_take(figures, slot, &cell, error);
    }
    return status;
}

static armex_status publish(struct armex_vintage **out, struct armex_figures *figures,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            const struct armex_cell *title, struct armex_error *error)
{
    const struct armex_clip words = armex_cell_clip(title);
    struct armex_edition edition = armex_gapminder_credit;
    struct armex_panel *panel = NULL;
    char dataset[64] = "gapminder-";
    const size_t length = strlen(dataset);
    armex_status status = armex_figures_panel(&panel, figures, error);

    armex_slug(dataset + length, sizeof dataset - length, title->text, title->length);
    edition.dataset = dataset;
    edition.title = words.text;
    if (!status)
        status = armex_gapminder_finish(panel, error);
    if (status) {
        armex_panel_free(panel);
        return status;
    }
    return armex_edition_publish(out, &edition, document, options, panel, error);
}

static armex_status read_page(struct armex_vintage **out, const struct armex_page *page,
                              const struct armex_document *document,
                              const struct armex_ingest_options *options,
                              struct armex_error *error)
{
    struct armex_figures *figures = NULL;
    struct armex_quantity quantity = {.scope = ""};
    struct armex_cell title;
    size_t number = 0;
    armex_status status = find_quantity(&quantity, &title, page, options, error);

    if (!status)
        status = armex_figures_create(&figures, document, error);
    if (!status)
        status = armex_figures_quantity(&number, figures, &quantity, error);
    for (size_t r = 1; !status && r < page->n_rows; r++)
        status = armex_rejects_row(page->rejects,
                                   take_row(figures, number, page, r, error), error);
    if (!status)
        status = publish(out, figures, document, options, &title, error);
    armex_figures_free(figures);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_page *page = NULL;
    armex_status status = armex_page_open(&page, document, error);

    *out = NULL;
    if (!status && !(page->n_rows && is_header(&page->rows[0])))
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){document->path, 0, 0},
                            "there is no header of 'country' and years");
    if (!status) {
        armex_page_cut(page, 0);
        status = read_page(out, page, document, options, error);
    }
    armex_page_close(page);
    return status;
}

const struct armex_source armex_source_gapminder_wide = {
    .name = "gapminder-wide",
    .credit = "Gapminder's wide tables: country, and one column a year",
    .recognise = recognise,
    .read = read,
};
