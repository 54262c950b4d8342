/**
 * report/press/picture.h: a chart of the program's own as lines, areas and real text.
 */
#ifndef ARMEX_REPORT_PRESS_PICTURE_H
#define ARMEX_REPORT_PRESS_PICTURE_H

#include "report/press/words.h"

/** Height of the picture when it is `width` wide; 0: it is no picture. */
double press_picture_height(const char *svg, size_t length, double width);

/** Draws it: what chart/svg.c writes (rect, polygon, path of M and L, circle, text) and
 *  nothing else; its paper is left out. */
void press_picture_draw(const struct press_sheet *sheet, const char *svg, size_t length,
                        double x, double y, double width);

#endif
