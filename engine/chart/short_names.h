/**
 * chart/short_names.h: names as they stand where there is no room for them.
 */
#ifndef ARMEX_CHART_SHORT_NAMES_H
#define ARMEX_CHART_SHORT_NAMES_H

#include "base/arena.h"

/** So many names have one, each as country/entity.h has it. */
enum { ARMEX_SHORT_NAMES = 28 };

/** "UK" of "United Kingdom", and "UK, orders" of "United Kingdom, orders": the usual
 *  short form of a name that begins `text` and is followed by a comma or nothing.
 *  Owner: it lives in `arena`. NULL: none is usual, or no memory. */
const char *armex_short_name(struct armex_arena *arena, const char *text);

#endif
