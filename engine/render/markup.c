/** render/markup.c: words that a markup language takes for words. */
#include "render/markup.h"

/** Hands what was gathered to the escape. */
static void set(struct armex_text *out, struct armex_text *gathered,
                armex_markup_escape escape)
{
    if (!gathered->failed && gathered->data)
        escape(out, gathered->data);
    out->failed = out->failed || gathered->failed;
    armex_text_free(gathered);
}

void armex_markup_words(struct armex_text *out, const char *words,
                        armex_markup_escape escape)
{
    struct armex_text clean = {0};
    armex_view_clean(&clean, words);
    set(out, &clean, escape);
}

void armex_markup_cell(struct armex_text *out, const struct armex_view *view,
                       size_t row, size_t i, armex_markup_escape escape)
{
    struct armex_text cell = {0};
    armex_view_cell(&cell, view, row, i);
    set(out, &cell, escape);
}

void armex_markup_source(struct armex_text *out, const struct armex_provenance *source,
                         armex_markup_escape escape)
{
    struct armex_text said = {0};
    armex_view_source(&said, source);
    set(out, &said, escape);
}
