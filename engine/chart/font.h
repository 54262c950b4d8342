/**
 * chart/font.h: the font a chart is set in, and how wide its words are.
 *
 * The first of Inter, Open Sans, Liberation Sans and DejaVu Sans that is installed, as
 * fontconfig's fc-match finds it; where the usual folders leave no doubt what that will
 * be, it is not asked. A font belongs to one thread at a time.
 */
#ifndef ARMEX_CHART_FONT_H
#define ARMEX_CHART_FONT_H

#include <stdbool.h>

#include "base/error.h"

enum armex_weight { ARMEX_REGULAR, ARMEX_BOLD };

struct armex_font;

/** Where none of the four is found, the family is "sans-serif" and widths are
 *  estimates on the safe side.
 *  Owner: the caller, armex_font_free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_font_find(struct armex_font **out, struct armex_error *error);
void armex_font_free(struct armex_font *font); /* NULL is fine */

/** "Inter"; letters, digits and blanks only. */
const char *armex_font_family(const struct armex_font *font);

/** "Inter-Regular.otf", without its folder; "" when estimated. For provenance. */
const char *armex_font_file(const struct armex_font *font);

/** The families a reader's machine may fall back on, as CSS writes them. */
const char *armex_font_fallbacks(void);

/** Whether this machine can draw a character, in this font or any other. Asks fc-list
 *  the first time that a character is not in this one. gnuplot's cairo terminals draw
 *  what no font has over the whole picture. */
bool armex_font_draws(struct armex_font *font, unsigned c);

/** Width of a line of UTF-8.
 *  Formula: the sum of the font's advances, and 2 % for what hinting adds; a character
 *           that the font lacks counts 1 em, a combining mark 0.
 *  Unit:    pixels when `size` is in pixels. */
double armex_font_width(struct armex_font *font, const char *text, double size,
                        enum armex_weight weight);

#endif
