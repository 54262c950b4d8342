/** ingest/cell.c: what one cell of a csv says, and where. */
#include "ingest/csv.h"

#include <string.h>

#include "base/ascii.h"
#include "ingest/written_marks.h"

struct armex_place armex_cell_place(const char *file, const struct armex_cell *cell)
{
    return (struct armex_place){file, cell->line, cell->column};
}

bool armex_cell_is(const struct armex_cell *cell, const char *text)
{
    const size_t length = strlen(text);
    return cell->length == length && memcmp(cell->text, text, length) == 0;
}

bool armex_cell_says(const struct armex_cell *cell, const char *text)
{
    return cell->length == strlen(text) &&
           armex_same_letters_n(cell->text, text, cell->length);
}

const char *armex_cell_find(const struct armex_cell *cell, const char *words)
{
    const size_t length = strlen(words);

    for (size_t i = 0; i + length <= cell->length; i++)
        if (armex_same_letters_n(cell->text + i, words, length))
            return cell->text + i;
    return NULL;
}

int armex_cell_compare(const struct armex_cell *a, const struct armex_cell *b)
{
    const size_t shared = a->length < b->length ? a->length : b->length;
    const int order = shared ? memcmp(a->text, b->text, shared) : 0;
    return order ? order : (a->length > b->length) - (a->length < b->length);
}

/** Most cells begin and end with a letter or digit of ASCII. */
static bool is_plain(char c)
{
    return c > ' ' && c < 0x7f;
}

/** Bytes of the blank that ends the text. */
static size_t blank_at_end(const char *text, size_t length)
{
    for (size_t n = 1; n <= 3 && n <= length; n++)
        if (armex_written_blank(text + length - n, n) == n)
            return n;
    return 0;
}

struct armex_cell armex_cell_trim(struct armex_cell cell)
{
    size_t n = 1;

    while (cell.length && !is_plain(*cell.text) &&
           (n = armex_written_blank(cell.text, cell.length))) {
        cell.text += n;
        cell.length -= n;
        cell.column += (uint32_t)n;
    }
    while (cell.length && !is_plain(cell.text[cell.length - 1]) &&
           (n = blank_at_end(cell.text, cell.length)))
        cell.length -= n;
    return cell;
}

struct armex_clip armex_cell_clip(const struct armex_cell *cell)
{
    const char cut[] = "...";
    struct armex_clip clip = {{0}};
    size_t length = cell->length;

    if (length >= sizeof clip.text) {
        length = sizeof clip.text - sizeof cut;
        while (length && ((unsigned char)cell->text[length] & 0xc0) == 0x80)
            length--; // never inside a character
        memcpy(clip.text + length, cut, sizeof cut);
    }
    if (length)
        memcpy(clip.text, cell->text, length);
    return clip;
}
