/**
 * report/press/words.h: words set in a style: how much room they take, and drawing
 * them.
 */
#ifndef ARMEX_REPORT_PRESS_WORDS_H
#define ARMEX_REPORT_PRESS_WORDS_H

#include <pango/pangocairo.h>

#include "report/press/document.h"

/** What is drawn on. */
struct press_sheet {
    cairo_t *cairo;
    PangoContext *context;
    const struct press_document *document;
};

/** Where words go. */
struct press_box {
    double x, y, width;
    bool right; /**< set to the right side */
};

void press_colour_set(cairo_t *cairo, enum press_colour colour);

/** Height of words in lines no wider than `width`. */
double press_words_height(const struct press_sheet *sheet,
                          const struct press_style *style, const char *words,
                          double width);

/** Width on one line, and width of what cannot be broken. */
double press_words_width(const struct press_sheet *sheet,
                         const struct press_style *style, const char *words);
double press_words_narrowest(const struct press_sheet *sheet,
                             const struct press_style *style, const char *words);

/** Bytes of `words` that fill at most `height`; their length if all do. */
size_t press_words_fitting(const struct press_sheet *sheet,
                           const struct press_style *style, const char *words,
                           double width, double height);

/** Draws them, their links with them. */
void press_words_draw(const struct press_sheet *sheet, const struct press_style *style,
                      const char *words, const struct press_box *box);

#endif
