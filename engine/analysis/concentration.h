/**
 * analysis/concentration.h: how unequally a total is divided among entities.
 */
#ifndef ARMEX_ANALYSIS_CONCENTRATION_H
#define ARMEX_ANALYSIS_CONCENTRATION_H

#include <stddef.h>

/** Fractions and pure numbers; NAN where there is nothing to divide. */
struct armex_concentration {
    double hhi;              /**< Herfindahl-Hirschman index, 0 to 1 */
    double normalised;       /**< of the same, 0: all alike, 1: one has all */
    double cr1, cr4, cr8;    /**< share of the largest one, four, eight */
    double effective_number; /**< 1/hhi: so many equal ones would be as concentrated */
    double entropy;          /**< in nats, 0 to ln(entities) */
    double gini;             /**< 0: all alike, 1 - 1/entities: one has all */
    double theil;            /**< Theil's T: ln(entities) - entropy */
    size_t entities;
};

/** Describes how `values[0..n)`, none below 0, divide `total`.
 *
 *  Formula: s = value/total; hhi = sum s^2; normalised = (h - 1/n)/(1 - 1/n), h of
 *           the values' own sum; effective_number = 1/hhi. With q = value/sum of
 *           values: entropy = -sum q ln q, theil = sum q ln(n q), gini = 2 sum i
 *           q(i) / n - (n + 1)/n, i the place from the smallest up.
 *  Source:  Rhoades (1993), Federal Reserve Bulletin 79 (HHI); Laakso & Taagepera
 *           (1979), Comparative Political Studies 12; Theil (1967), Economics and
 *           Information Theory; Cowell (2011), Measuring Inequality.
 *  Total:   0 means the sum of the values. A larger total holds what belongs to
 *           nobody known: hhi and the ratios are then the least they can be,
 *           effective_number the most; the other figures are of those known.
 *  Missing: none may be; the caller leaves them out. A value of 0 is an entity.
 *  Shape:   `values` is put in order, the smallest first. */
struct armex_concentration armex_concentration(double *values, size_t n, double total);

#endif
