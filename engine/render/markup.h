/**
 * render/markup.h: words set in a markup language, which must not take them for
 * its own. Markdown and LaTeX share everything but the escape.
 */
#ifndef ARMEX_RENDER_MARKUP_H
#define ARMEX_RENDER_MARKUP_H

#include "render/view.h"

/** Appends `text`, which is clean, so that no character of it is a mark. */
typedef void (*armex_markup_escape)(struct armex_text *out, const char *text);

/** Appends words of any origin, cleaned first. */
void armex_markup_words(struct armex_text *out, const char *words,
                        armex_markup_escape escape);

/** Appends a cell of a table. */
void armex_markup_cell(struct armex_text *out, const struct armex_view *view,
                       size_t row, size_t i, armex_markup_escape escape);

/** Appends a source as armex_view_source() says it. */
void armex_markup_source(struct armex_text *out, const struct armex_provenance *source,
                         armex_markup_escape escape);

#endif
