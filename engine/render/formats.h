/**
 * render/formats.h: one function a format; render.h says what each writes. They append
 * to `out` and leave it to the caller to ask whether memory was enough.
 */
#ifndef ARMEX_RENDER_FORMATS_H
#define ARMEX_RENDER_FORMATS_H

#include "render/render.h"
#include "render/view.h"

void armex_render_csv(struct armex_text *out, const struct armex_table *table);
void armex_render_json(struct armex_text *out, const struct armex_table *table,
                       const struct armex_render_options *options);

/** Appends a text as JSON has it, quotes and all: valid UTF-8 that does nothing within
 * a page either. */
void armex_json_text(struct armex_text *out, const char *text);

/** Appends `before`, then a key and its text: ", ", "unit", "usd" as , "unit": "usd".
 */
void armex_json_member(struct armex_text *out, const char *before, const char *key,
                       const char *value);

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_render_terminal(struct armex_text *out,
                                   const struct armex_view *view, size_t width,
                                   struct armex_error *error);
void armex_render_markdown(struct armex_text *out, const struct armex_view *view);

/** Appends one line of text that is no markup of Markdown within a line. */
void armex_markdown_text(struct armex_text *out, const char *text);

/** Appends one line of text as LaTeX sets it to the letter. */
void armex_latex_text(struct armex_text *out, const char *text);

void armex_render_latex(struct armex_text *out, const struct armex_view *view);

#endif
