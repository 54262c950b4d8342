/**
 * chart/paint/words.h: a line of words painted.
 */
#ifndef ARMEX_CHART_PAINT_WORDS_H
#define ARMEX_CHART_PAINT_WORDS_H

#include "base/text.h"
#include "chart/paint/picture.h"

struct paint_words {
    double x, y;   /**< y of the baseline */
    double anchor; /**< 0: they begin at x, 1: they end there */
    double size;
    bool bold;
};

/** The families that words are set in, in the order of chart/font.h. */
const char *paint_families(void);

/** Paints one line of UTF-8 in the colour that is set. */
void paint_words(const struct paint_sheet *sheet, const struct paint_words *how,
                 const struct armex_text *words);

#endif
