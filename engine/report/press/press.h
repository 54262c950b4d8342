/**
 * report/press/press.h: the look of a report on paper, and what its parts share.
 *
 * armex-paint is a program of its own, so that armex never loads cairo and pango. As
 * `armex-paint pdf` it reads a document from standard input, in the lines of
 * report/press/document.h, and writes a PDF to standard output: real text, charts as
 * vectors, links, an outline, and no clock. Lengths are points throughout (1/72 inch);
 * colours are 0xRRGGBB.
 */
#ifndef ARMEX_REPORT_PRESS_PRESS_H
#define ARMEX_REPORT_PRESS_PRESS_H

#include <stdbool.h>
#include <stddef.h>

/** A4 and its margins. */
#define PRESS_PAGE_WIDTH 595.276
#define PRESS_PAGE_HEIGHT 841.89
#define PRESS_LEFT 45.4
#define PRESS_TOP 48.2
#define PRESS_BOTTOM 51.0
#define PRESS_WIDTH (PRESS_PAGE_WIDTH - 2.0 * PRESS_LEFT)
#define PRESS_HEIGHT (PRESS_PAGE_HEIGHT - PRESS_TOP - PRESS_BOTTOM)

enum press_colour {
    PRESS_INK = 0x1a2026,
    PRESS_MUTED = 0x5b6670,
    PRESS_RULE = 0x87919a,
    PRESS_GRID = 0xe3e7ea,
    PRESS_ACCENT = 0xb9380a,
    PRESS_MINE = 0xfdf1ec
};

/** How words of one kind look. */
struct press_style {
    const char *name; /**< the first word of a line of the document */
    const char *tag;  /**< of the structure that a screen reader follows */
    double size, before;
    bool bold;
    enum press_colour colour;
    bool keep;   /**< never the last thing on a page */
    int outline; /**< level in the outline, from 1; 0: not in it */
    bool rule;   /**< a line above it */
    bool bullet;
    bool figures; /**< digits of one width, for columns */
    int lines;    /**< at most; the rest is cut with an ellipsis. 0: any number */
};

/** The style of that name, or NULL. */
const struct press_style *press_style_find(const char *name);

#endif
