/**
 * ingest/written_ends.h: what people write behind the digits of a figure, or before
 * them: words of thousands and millions, marks of footnotes, "about".
 */
#ifndef ARMEX_INGEST_WRITTEN_ENDS_H
#define ARMEX_INGEST_WRITTEN_ENDS_H

#include <stddef.h>

/** How many bytes at the beginning are a word of magnitude, the longest that fits, and
 *  which power of ten it is: "million" of "million euros"; 0: there is none. The words
 *  are those of armex_written_magnitude(); letters may follow. */
size_t armex_magnitude_word(int *exponent, const char *text, size_t length);

/** How many bytes at the end are a word of magnitude, and which power of ten it is; 0:
 *  there is none. A digit stands before it, with blanks between them or not: "12
 *  million", "1.2bn", "3,4 Mrd." A letter alone ("3.4B", "12k") follows it at once. In
 *  either case of letters: thousand, k; million, mio, mln, mn, m; billion, bn, bln, b,
 *  milliard, Mrd; trillion, tn; many of them in the plural. What "Billion" is to
 * Germans and Spaniards is written otherwise, and not read. */
size_t armex_written_magnitude(int *exponent, const char *text, size_t length);

/** How many bytes at the end are marks of footnotes: "*", a dagger, raised digits,
 *  "[1]", "[a]", "(p)"; 0: there is none. A digit stands before them. */
size_t armex_written_footnote(const char *text, size_t length);

/** How many bytes at the beginning say "about": "~", "ca.", "c.", "approx."; 0: none
 *  do. */
size_t armex_written_about(const char *text, size_t length);

#endif
