/** ingest/sources/sipri_preamble.c: the notes that SIPRI writes above its tables. */
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "ingest/sources/sipri_preamble.h"

/** Where `words` stand in the cell, case aside; its length if they do not. */
static size_t find_words(const struct armex_cell *cell, const char *words)
{
    const char *at = armex_cell_find(cell, words);
    return at ? (size_t)(at - cell->text) : cell->length;
}

/** The cell from byte `from` to byte `to`, without blanks and full stops around it. */
static struct armex_cell part(const struct armex_cell *cell, size_t from, size_t to)
{
    struct armex_cell piece = {cell->text + from, to > from ? to - from : 0, cell->line,
                               cell->column + from};

    while (piece.length && strchr(" .", piece.text[piece.length - 1]))
        piece.length--;
    while (piece.length && *piece.text == ' ') {
        piece.text++;
        piece.length--;
        piece.column++;
    }
    return piece;
}

/** A month from its English name or the first letters of it, at least three; 0: none.
 */
static signed char month_of(const struct armex_cell *word)
{
    static const char *const months[] = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};

    for (signed char i = 0; word->length >= 3 && i < 12; i++)
        if (word->length <= strlen(months[i]) &&
            armex_same_letters_n(word->text, months[i], word->length))
            return (signed char)(i + 1);
    return 0;
}

/** The next word of the text, cut off its front. */
static struct armex_cell next_word(struct armex_cell *text)
{
    size_t end = 0;

    while (end < text->length && text->text[end] != ' ')
        end++;
    const struct armex_cell word = part(text, 0, end);
    *text = part(text, end, text->length);
    return word;
}

/** "18 May 2026 2:29:20 PM", "28 July 2022" or an ISO date. */
static struct armex_date read_date(struct armex_cell text)
{
    struct armex_date date = {0};
    long day = 0;
    const struct armex_cell first = next_word(&text);

    if (armex_date_parse(&date, first.text, first.length))
        return date;
    const struct armex_cell second = next_word(&text), third = next_word(&text);
    const short year = armex_cell_year(&third);
    const signed char month = month_of(&second);
    if (!year || !month || !armex_whole_parse(&day, first.text, first.length, 1, 31))
        return date;
    char iso[ARMEX_DATE_SIZE];
    const struct armex_date given = {year, month, (signed char)day};
    armex_date_parse(&date, iso, armex_date_write(iso, given)); // no 31 June
    return date;
}

/* "TIV of arms exports from United States, 1950-2021", "... to all, ...";
 * "Transfers of major conventional arms from All countries to Ukraine. Deals with ..."
 */
static void read_title(struct armex_sipri_preamble *out)
{
    const char from[] = " from ", to[] = " to ";
    const struct armex_cell *title = &out->title;
    const size_t start = find_words(title, from);
    size_t end = find_words(title, "Deals with");

    if (end == title->length)
        for (size_t i = end; i > 0; i--) // the last comma: names may hold one, too
            if (title->text[i - 1] == ',') {
                end = i - 1;
                break;
            }
    struct armex_cell parties = *title;
    parties.length = end;
    const size_t middle = find_words(&parties, to);
    if (start < end)
        out->supplier = part(title, start + strlen(from), middle < end ? middle : end);
    if (middle < end)
        out->recipient = part(title, middle + strlen(to), end);
}

/* "year range '1950' to '2023'", "... 'Not specified' to 'Not specified'", "1950-2021"
 */
static void read_range(struct armex_sipri_preamble *out)
{
    const struct armex_cell *title = &out->title;
    short *next = &out->from;

    out->all_years = find_words(title, "not specified") < title->length;
    for (size_t i = 0; i + 4 <= title->length; i++) {
        const struct armex_cell four = {title->text + i, 4, 0, 0};
        const short year = armex_cell_year(&four);
        if (!year)
            continue;
        *next = year;
        next = &out->to;
        i += 3;
    }
    if (out->from > out->to)
        out->from = out->to = 0;
}

void armex_sipri_preamble_read(struct armex_sipri_preamble *out,
                               const struct armex_page *page, size_t header)
{
    static const char *const openings[] = {"Data generated:", "Generated:"};

    *out = (struct armex_sipri_preamble){0};
    if (header > 0) {
        out->title = page->rows[0].cells[0];
        read_title(out);
        read_range(out);
    }
    for (size_t row = 0; row < header; row++)
        for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
            const struct armex_cell *cell = &page->rows[row].cells[0];
            const size_t opening = strlen(openings[i]);
            if (cell->length > opening && find_words(cell, openings[i]) == 0) {
                out->generated = part(cell, opening, cell->length);
                out->date = read_date(out->generated);
                break;
            }
        }
}
