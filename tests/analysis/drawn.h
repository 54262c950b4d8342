/**
 * tests/analysis/drawn.h: panels drawn at random from fixed seeds, for what must hold
 * whatever the figures are.
 */
#ifndef ARMEX_TESTS_DRAWN_H
#define ARMEX_TESTS_DRAWN_H

#include <stdlib.h>

#include "by_hand.h"

enum { SERIES = 9, YEARS = 12, ROUNDS = 50 };

static const char *const codes[SERIES] = {"AUT", "BEL", "CHE", "DEU", "ESP",
                                          "FRA", "GBR", "ITA", "KOR"};

/** 0 to 1, the same on every machine: a linear congruential generator (Knuth's MMIX).
 */
static inline double next_number(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (double)(*seed >> 11) / 9007199254740992.0;
}

/** A letter and a value a figure, see tests/by_hand.h. */
struct figures {
    char marks[SERIES][YEARS + 1];
    double values[SERIES][YEARS];
};

/** `whole`: every figure is there and above zero. */
static inline struct figures draw(uint64_t seed, bool whole)
{
    struct figures drawn = {0};
    for (size_t s = 0; s < SERIES; s++)
        for (size_t y = 0; y < YEARS; y++) {
            const double dice = next_number(&seed);
            drawn.values[s][y] = 1.0 + 1e9 * next_number(&seed);
            drawn.marks[s][y] = 'F';
            if (!whole && dice < 0.3)
                drawn.marks[s][y] = ".0<U"[(int)(dice * 13.3)];
            if (drawn.marks[s][y] == '0' || drawn.marks[s][y] == '<')
                drawn.values[s][y] = 0.0;
        }
    return drawn;
}

/** The figures as a panel, series in the order given, every figure times `scale`.
 *  Owner: the test. */
static inline struct armex_panel *panel_of(const struct figures *drawn,
                                           const size_t order[SERIES], double scale)
{
    struct by_hand hands[SERIES];
    double scaled[SERIES][YEARS];

    for (size_t i = 0; i < SERIES; i++) {
        const size_t s = order ? order[i] : i;
        for (size_t y = 0; y < YEARS; y++)
            scaled[i][y] = scale * drawn->values[s][y];
        hands[i] = (struct by_hand){.entity = codes[s],
                                    .name = codes[s],
                                    .marks = drawn->marks[s],
                                    .values = scaled[i]};
    }
    return panel_by_hand(2001, hands, SERIES);
}

/** Of as many entities a fixed order that is not their own. */
static const size_t shuffled_order[SERIES] = {4, 8, 0, 3, 7, 1, 5, 2, 6};

#endif
