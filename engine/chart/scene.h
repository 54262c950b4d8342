/**
 * chart/scene.h: what a template draws: numbers by name, and blocks of rows in pixels.
 *
 * A scene is gnuplot script that holds nothing but assignments of numbers and data
 * blocks. Words stand in blocks only, which gnuplot never evaluates, and are made
 * harmless on their way in.
 */
#ifndef ARMEX_CHART_SCENE_H
#define ARMEX_CHART_SCENE_H

#include <stdbool.h>

#include "base/text.h"
#include "chart/font.h"

/** Appends `text` as it may stand in a data block: valid UTF-8, one line, without tab,
 *  control, bidirectional override or straight quote (typographic ones stand in), and
 *  with a backslash that makes no newline. */
void armex_words_add(struct armex_text *out, const char *text);

/** The same as it may stand in XML. */
void armex_xml_add(struct armex_text *out, const char *words);

/** Appends `text`, a box in place of every character that the font says no font draws.
 */
void armex_scene_drawable(struct armex_text *out, const char *text,
                          struct armex_font *font);

/** Appends a single-quoted text of gnuplot, in which only ' means something. */
void armex_scene_quoted(struct armex_text *out, const char *text);

/** `NAME = VALUE`. */
void armex_scene_number(struct armex_text *scene, const char *name, double value);

/** Appends a number rounded to so many places, at most three, without trailing zeros,
 * in the C locale's form; beyond 1e9, or not finite, 0. A pixel needs no more. */
void armex_decimal_add(struct armex_text *out, double value, int places);

/** Opens the data block `$NAME` for lines, vectors, boxes or points. Its first row is
 *  of NaN: gnuplot warns of a block without rows. */
void armex_scene_begin(struct armex_text *scene, const char *name);

/** The same for labels. Its first row lies outside the picture, for labels that are all
 *  NaN crash gnuplot 5.4. */
void armex_scene_begin_words(struct armex_text *scene, const char *name);

/** The same for labels that take their colour from a third number. */
void armex_scene_begin_shaded_words(struct armex_text *scene, const char *name);

/** Whether nothing but its first row stands in the block `$NAME`, whose name is so many
 *  bytes long. false: there is no such block, or it is the scene's very first line. */
bool armex_scene_is_empty(const struct armex_text *scene, const char *name,
                          size_t length);

/** A row: numbers to a hundredth, then words (NULL: none). A NaN is written as such. */
void armex_scene_row(struct armex_text *scene, const double *values, size_t n,
                     const char *words);

/** A row that breaks a line, or ends a polygon (x y, `filledcurves closed`). */
void armex_scene_gap(struct armex_text *scene);

/** A row that ends a band (x, one edge, the other: `using 1:2:3 with filledcurves`).
 *  With fewer columns gnuplot 5.4 fills right across the gap. */
void armex_scene_band_gap(struct armex_text *scene);
void armex_scene_end(struct armex_text *scene);

/** armex_scene_row() of the numbers that follow. */
#define ARMEX_ROW(scene, words, ...)                                                   \
    armex_scene_row(scene, (const double[]){__VA_ARGS__},                              \
                    sizeof((const double[]){__VA_ARGS__}) / sizeof(double), words)

#endif
