/** ingest/footer.c: notes and totals told from rows. */
#include "ingest/footer.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "ingest/map.h"
#include "ingest/names.h"
#include "ingest/written_marks.h"

/* How notes begin; no letter follows. English, German, French, Spanish, Italian. */
static const char *const beginnings[] = {
    "source",      "sources",     "data source",  "data from", "data as of",
    "note",        "notes",       "nb",           "n.b.",      "remark",
    "remarks",     "footnote",    "footnotes",    "(c)",       "\xc2\xa9",
    "copyright",   "licence",     "license",      "figures",   "all figures",
    "updated",     "last update", "last updated", "generated", "downloaded",
    "retrieved",   "accessed",    "extracted",    "exported",  "http://",
    "https://",    "www.",        "quelle",       "quellen",   "anmerkung",
    "anmerkungen", "hinweis",     "hinweise",     "stand",     "remarque",
    "remarques",   "fuente",      "fuentes",      "nota",      "notas",
    "fonte",       "fonti",
};

/* Marks that footnotes begin with; a letter may follow. */
static const char *const marks[] = {
    "* ",       "** ",      "\xe2\x80\xa0", "\xe2\x80\xa1", // daggers
    "\xc2\xb9", "\xc2\xb2", "\xc2\xb3",                     // raised 1, 2, 3
    "[1]",      "[2]",      "[a]",          "[b]",
};

static const char *const totals[] = {
    "total",     "totals", "grand total", "overall total", "sum",
    "sum total", "summe",  "gesamt",      "insgesamt",     "total general",
    "totale",    "suma",   "subtotal",    "gesamtsumme",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool begins(const struct armex_cell *cell, const char *with)
{
    const size_t n = strlen(with);
    return cell->length >= n && armex_same_letters_n(cell->text, with, n);
}

static bool is_letter(char c)
{
    return armex_is_letter(c) || (c & 0x80);
}

/** Whether the word ends with the cell, or what follows is no letter: "Nota" is no
 *  beginning of "Notarised". An address goes on. */
static bool ends_word(const struct armex_cell *cell, size_t n)
{
    return cell->length == n || !is_letter(cell->text[n - 1]) ||
           !is_letter(cell->text[n]);
}

static bool begins_note(const struct armex_cell *cell)
{
    for (size_t i = 0; i < COUNT(beginnings); i++)
        if (begins(cell, beginnings[i]) && ends_word(cell, strlen(beginnings[i])))
            return true;
    for (size_t i = 0; i < COUNT(marks); i++)
        if (begins(cell, marks[i]))
            return true;
    return false;
}

static bool is_figure(const struct armex_cell *cell)
{
    const struct armex_cell text = armex_cell_trim(*cell);
    double value;

    return armex_number_parse(&value, text.text, text.length, 0);
}

static bool has_figure(const struct armex_cell *cells, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (is_figure(&cells[i]))
            return true;
    return false;
}

static bool is_year(const struct armex_cell *cell)
{
    long year;
    return armex_whole_parse(&year, cell->text, cell->length, 1500, 2200);
}

bool armex_footer_says_total(const struct armex_cell *cell)
{
    const bool colon = cell->length && cell->text[cell->length - 1] == ':';

    for (size_t i = 0; i < COUNT(totals); i++)
        if (begins(cell, totals[i]) && cell->length - colon == strlen(totals[i]))
            return true;
    return false;
}

/** Not where the user says whom it means. */
static bool says_total(const struct armex_cell *cell, const struct armex_names *names)
{
    const struct armex_map *map = armex_names_map(names);

    return armex_footer_says_total(cell) &&
           !(map && armex_map_entity(map, cell->text, cell->length));
}

bool armex_footer_is(const struct armex_document *document,
                     const struct armex_cell *cells, size_t n)
{
    size_t first = 0;
    struct armex_cell cell = {0};

    if (!document->footer)
        return false;
    for (; first < n; first++) {
        cell = armex_cell_trim(cells[first]);
        if (cell.length && !is_year(&cell))
            break;
    }
    if (first == n)
        return false;
    return says_total(&cell, document->names) ||
           (begins_note(&cell) && !has_figure(cells + first + 1, n - first - 1));
}

/** Keeps the row, if it is one of totals. */
static void keep_total(struct armex_footer *footer, const struct armex_cell *cells,
                       size_t n)
{
    struct armex_footer_row *row = &footer->totals[footer->n_totals];
    struct armex_cell cell = {0};

    for (size_t c = 0; c < n && (!cell.length || is_year(&cell)); c++)
        cell = armex_cell_trim(cells[c]);
    if (footer->n_totals == ARMEX_FOOTER_TOTALS || !armex_footer_says_total(&cell))
        return;
    row->cells = reallocarray(NULL, n, sizeof *cells);
    if (!row->cells) {
        footer->told.failed = true;
        return;
    }
    memcpy(row->cells, cells, n * sizeof *cells);
    row->n = n;
    footer->n_totals++;
}

void armex_footer_take(struct armex_footer *footer, const struct armex_cell *cells,
                       size_t n)
{
    const size_t most_told = 6;
    size_t first = 0;

    keep_total(footer, cells, n);
    while (first + 1 < n && !armex_cell_trim(cells[first]).length)
        first++;
    if (++footer->n > most_told)
        return;
    const struct armex_cell cell = armex_cell_trim(cells[first]);
    armex_text_printf(&footer->told, "%sline %u '%s'", footer->n > 1 ? ", " : "",
                      (unsigned)cell.line, armex_cell_clip(&cell).text);
    if (footer->n == most_told)
        armex_text_add(&footer->told, ", ...");
}

void armex_footer_clear(struct armex_footer *footer)
{
    if (footer) {
        armex_text_free(&footer->told);
        for (size_t i = 0; i < footer->n_totals; i++)
            free(footer->totals[i].cells);
        footer->n = footer->n_totals = 0;
    }
}

void armex_footer_words(struct armex_text *out, const struct armex_footer *footer)
{
    if (!footer || !footer->n)
        return;
    armex_text_printf(out,
                      "Below the table, and passed over: %zu line%s of notes or totals "
                      "(%s).",
                      footer->n, footer->n == 1 ? "" : "s",
                      footer->told.data ? footer->told.data : "");
    out->failed = out->failed || footer->told.failed;
}
