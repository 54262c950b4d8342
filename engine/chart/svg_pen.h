/**
 * chart/svg_pen.h: a picture of the program's own drawn once more, by another pen.
 *
 * What chart/svg.c finished holds paths that are lines or areas, circles, one rectangle
 * that is the paper, and text, with no transformation among them: whoever paints
 * pixels, a page or TikZ gives a pen for each. A group may say the colour of the areas
 * in it.
 */
#ifndef ARMEX_CHART_SVG_PEN_H
#define ARMEX_CHART_SVG_PEN_H

#include "chart/svg_tag.h"

typedef void armex_svg_stroke(void *context, const struct armex_svg_tag *tag);

struct armex_svg_pen {
    armex_svg_stroke *line, *area, *disc, *paper;
    void (*words)(void *context, const struct armex_svg_tag *tag,
                  struct armex_span words);
};

/** Hands the marks to the pen, in the order in which they cover each other. */
void armex_svg_draw(const struct armex_svg_pen *pen, void *context, const char *svg,
                    size_t length);

/** The number that an attribute is; `other` without one. */
double armex_svg_amount(const struct armex_svg_tag *tag, const char *name,
                        double other);

/** Of how the text stands to its place: 0 begins there, 0.5 is centred, 1 ends. */
double armex_svg_anchor(const struct armex_svg_tag *tag);

enum armex_svg_step { ARMEX_SVG_MOVE, ARMEX_SVG_LINE, ARMEX_SVG_CLOSE, ARMEX_SVG_END };

/** Path data or a list of points; starts as {.data = attribute}. */
struct armex_svg_path {
    struct armex_span data;
    bool begun;   /**< the next point ends a line */
    char command; /**< the letter in force; 0: none, as in a list of points */
    double at[2]; /**< where the last step led */
};

/** The next step and, but for CLOSE and END, where it leads. Only M, L and Z, which is
 *  all that gnuplot writes, and l, h and v, as chart/svg_path.h does: then to a tenth.
 */
enum armex_svg_step armex_svg_step(double at[2], struct armex_svg_path *path);

#endif
