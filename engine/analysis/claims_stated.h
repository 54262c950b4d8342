/**
 * analysis/claims_stated.h: a figure as a text states it: "more than 7 bn", "31-fold".
 */
#ifndef ARMEX_ANALYSIS_CLAIMS_STATED_H
#define ARMEX_ANALYSIS_CLAIMS_STATED_H

#include "analysis/claims_parts.h"

struct armex_stated {
    double figure;   /**< the first number, or what "doubled" means; NAN: none */
    unsigned digits; /**< significant digits of it */
    bool times;      /**< it is a factor: "14 times", "31-fold", "doubled" */
    bool mean;       /**< it is an average */
    enum armex_relation relation;
};

/** Reads it word by word; English. What is not understood says nothing. */
struct armex_stated armex_stated_read(const char *text);

#endif
