/** ingest/tidy_titles.c: titles read for the unit of the table below them. */
#include "ingest/tidy_titles.h"

#include <stdio.h>
#include <string.h>

static armex_status take(struct armex_tidy_title *out,
                         const struct armex_unit_words *words,
                         const struct armex_cell *cell, const char *file,
                         struct armex_error *error)
{
    if (*out->said.text && !armex_unit_words_same(&out->words, words))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                          "'%s' is another unit than '%s' in line %zu; keep the one "
                          "that all figures are counted in",
                          armex_cell_clip(cell).text, out->said.text, out->place.line);
    out->words = *words;
    out->said = armex_cell_clip(cell);
    out->place = armex_cell_place(file, cell);
    if (words->has_unit)
        armex_unit_write(out->unit, words->unit);
    if (words->has_exponent)
        snprintf(out->multiplier, sizeof out->multiplier, "1%.*s", words->exponent,
                 "000000000000");
    return ARMEX_OK;
}

armex_status armex_tidy_title_find(struct armex_tidy_title *out,
                                   const struct armex_document *document, size_t above,
                                   struct armex_error *error)
{
    const struct armex_cell *cells;
    struct armex_csv *csv = NULL;
    size_t n = 1;
    armex_status status = armex_csv_open(&csv, document->path, document->bytes,
                                         document->length, 0, error);

    for (size_t row = 0; !status && n && row < above; row++) {
        status = armex_csv_next(csv, &cells, &n, error);
        for (size_t c = 0; !status && c < n; c++) {
            const struct armex_cell cell = armex_cell_trim(cells[c]);
            struct armex_unit_words words;
            if (cell.length && armex_unit_words_find(&words, cell.text, cell.length))
                status = take(out, &words, &cell, document->path, error);
        }
    }
    armex_csv_close(csv);
    return status;
}

static bool is_said(const struct armex_sheet *sheet,
                    const struct armex_defaults *defaults, const char *column)
{
    return armex_sheet_column(sheet, column) < sheet->n_columns ||
           armex_default_find(defaults, column);
}

/** "usd" of a title is that of any year's prices. */
static bool agrees(const struct armex_unit_words *words, const char *stated)
{
    struct armex_unit unit;

    return !words->has_unit || !armex_unit_parse(&unit, stated, strlen(stated)) ||
           (unit.kind == words->unit.kind &&
            strcmp(unit.currency, words->unit.currency) == 0 &&
            (words->unit.price_year == ARMEX_CURRENT_PRICES ||
             words->unit.price_year == unit.price_year));
}

armex_status armex_tidy_title_take(struct armex_defaults *defaults,
                                   const struct armex_tidy_title *title,
                                   const struct armex_sheet *sheet, const char *stated,
                                   struct armex_error *error)
{
    if (stated && !agrees(&title->words, stated))
        return armex_fail(error, ARMEX_USAGE, title->place,
                          "'%s' says what the figures are counted in, and it is not "
                          "%s, as --unit has it",
                          title->said.text, stated);
    if (*title->unit && !stated && !is_said(sheet, defaults, "unit"))
        defaults->items[defaults->n++] =
            (struct armex_default){"unit", title->unit, title->place};
    if (*title->multiplier && !is_said(sheet, defaults, "multiplier"))
        defaults->items[defaults->n++] =
            (struct armex_default){"multiplier", title->multiplier, title->place};
    return ARMEX_OK;
}
