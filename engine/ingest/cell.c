/** ingest/cell.c: what one cell of a csv says, and where. */
#include "ingest/csv.h"

#include <string.h>

struct armex_place armex_cell_place(const char *file, const struct armex_cell *cell)
{
    return (struct armex_place){file, cell->line, cell->column};
}

bool armex_cell_is(const struct armex_cell *cell, const char *text)
{
    const size_t length = strlen(text);
    return cell->length == length && memcmp(cell->text, text, length) == 0;
}

int armex_cell_compare(const struct armex_cell *a, const struct armex_cell *b)
{
    const size_t shared = a->length < b->length ? a->length : b->length;
    const int order = shared ? memcmp(a->text, b->text, shared) : 0;
    return order ? order : (a->length > b->length) - (a->length < b->length);
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
