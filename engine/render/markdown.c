/** render/markdown.c: a table of GitHub-flavoured markdown. */
#include "render/formats.h"

#include <string.h>

#include "render/markup.h"

static bool is_alphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* CommonMark lets a backslash stand before any of these; none then means anything. A
   '_' within a word means nothing anyhow, and an address must keep it bare. */
static void add_escaped(struct armex_text *out, const char *text)
{
    char before = ' ';
    for (; *text; before = *text++) {
        const bool within = is_alphanumeric(before) && is_alphanumeric(text[1]);
        if (strchr("\\`*[]<>&~|$#", *text) || (*text == '_' && !within))
            armex_text_add(out, "\\");
        armex_text_add_bytes(out, text, 1);
    }
}

void armex_markdown_text(struct armex_text *out, const char *text)
{
    armex_markup_words(out, text, add_escaped);
}

static void add_head(struct armex_text *out, const struct armex_view *view)
{
    if (*view->table->title) {
        armex_text_add(out, "**");
        armex_markdown_text(out, view->table->title);
        armex_text_add(out, "**\n\n");
    }
    armex_text_add(out, "|");
    for (size_t i = 0; i < view->n; i++) {
        armex_text_add(out, " ");
        add_escaped(out, view->columns[i].header);
        armex_text_add(out, " |");
    }
    armex_text_add(out, "\n|");
    for (size_t i = 0; i < view->n; i++)
        armex_text_add(out, view->columns[i].right ? " ---: |" : " :--- |");
    armex_text_add(out, "\n");
}

static void add_row(struct armex_text *out, const struct armex_view *view, size_t row)
{
    armex_text_add(out, "|");
    for (size_t i = 0; i < view->n; i++) {
        armex_text_add(out, " ");
        armex_markup_cell(out, view, row, i, add_escaped);
        armex_text_add(out, " |");
    }
    armex_text_add(out, "\n");
}

static void add_foot(struct armex_text *out, const struct armex_notes *notes)
{
    if (notes->n_notes + notes->n_sources)
        armex_text_add(out, "\n");
    for (size_t i = 0; i < notes->n_notes; i++) {
        armex_text_add(out, "- Note: ");
        armex_markdown_text(out, notes->notes[i]);
        armex_text_add(out, "\n");
    }
    for (size_t i = 0; i < notes->n_sources; i++) {
        armex_text_add(out, "- Source: ");
        armex_markup_source(out, &notes->sources[i], add_escaped);
        armex_text_add(out, "\n");
    }
}

void armex_render_markdown(struct armex_text *out, const struct armex_view *view)
{
    add_head(out, view);
    for (size_t row = 0; row < view->table->n_rows && !out->failed; row++)
        add_row(out, view, row);
    add_foot(out, &view->table->notes);
}
