/** ingest/tidy_titles.c: titles read for the unit of the table below them. */
#include "ingest/tidy_titles.h"

#include <stdio.h>
#include <string.h>

#include "ingest/tidy_bare.h"

/* As columns of the layout hold them. */
static void spell(struct armex_tidy_title *out)
{
    const struct armex_unit_words *words = &out->unit.words;

    if (words->has_unit)
        armex_unit_write(out->unit_text, words->unit);
    if (words->has_exponent)
        snprintf(out->multiplier, sizeof out->multiplier, "1%.*s", words->exponent,
                 "000000000000");
}

static armex_status take(struct armex_tidy_title *out, const struct armex_cell *cell,
                         const char *file, struct armex_error *error)
{
    struct armex_unit_words words;

    return cell->length && armex_unit_words_find(&words, cell->text, cell->length)
               ? armex_said_unit_take(&out->unit, &words, cell, file, error)
               : ARMEX_OK;
}

armex_status armex_tidy_title_find(struct armex_tidy_title *out,
                                   const struct armex_document *document,
                                   const struct armex_sheet *sheet,
                                   struct armex_error *error)
{
    const struct armex_cell *cells;
    struct armex_tidy_bare bare;
    struct armex_csv *csv = NULL;
    size_t n = 1;
    armex_status status =
        armex_csv_open(&csv, document->path, document->bytes, document->length,
                       armex_csv_delimits(sheet->csv), error);

    for (size_t row = 0; !status && n && row < sheet->above; row++) {
        status = armex_csv_next(csv, &cells, &n, error);
        for (size_t c = 0; !status && c < n; c++) {
            const struct armex_cell cell = armex_cell_trim(cells[c]);
            status = take(out, &cell, document->path, error);
        }
    }
    armex_csv_close(csv);
    if (!status && armex_tidy_bare_find(&bare, sheet->header, sheet->n_columns))
        status = take(out, &sheet->header[bare.value], document->path, error);
    spell(out);
    return status;
}

static bool is_said(const struct armex_sheet *sheet,
                    const struct armex_defaults *defaults, const char *column)
{
    return armex_sheet_column(sheet, column) < sheet->n_columns ||
           armex_default_find(defaults, column);
}

armex_status armex_tidy_title_take(struct armex_defaults *defaults,
                                   const struct armex_tidy_title *title,
                                   const struct armex_sheet *sheet, const char *stated,
                                   struct armex_error *error)
{
    const bool is_asked = !stated && !is_said(sheet, defaults, "unit");
    struct armex_unit unit;
    armex_status status = ARMEX_OK;

    if (is_asked)
        status = armex_said_unit_ask(&title->unit, error);
    else if (stated && armex_unit_parse(&unit, stated, strlen(stated)))
        status = armex_said_unit_check(&title->unit, &unit, error);
    if (status)
        return status;
    if (*title->unit_text && is_asked)
        defaults->items[defaults->n++] =
            (struct armex_default){"unit", title->unit_text, title->unit.place};
    if (*title->multiplier && !is_said(sheet, defaults, "multiplier"))
        defaults->items[defaults->n++] =
            (struct armex_default){"multiplier", title->multiplier, title->unit.place};
    return ARMEX_OK;
}
