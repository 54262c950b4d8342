/** analysis/kalman_smooth.c: what the whole series says of every year. */
#include <math.h>
#include <stdlib.h>

#include "analysis/kalman_filter.h"

/* What later errors say of this year's state: r, carried thrice, and its variance N. */
struct news {
    double r0[ARMEX_CARRIED], r1[ARMEX_CARRIED];
    double n00, n01, n11;
};

/* Carries the news from before the next year's observation to before this year's:
 * r = Z' v/F + L' r, N = Z'Z/F + L' N L, L = T - T P Z' Z / F. */
static struct news carry_back(const struct news *later,
                              const struct armex_kalman_state *state)
{
    const double k0 = state->seen ? (state->p00 + state->p01) / state->variance : 0.0;
    const double k1 = state->seen ? state->p01 / state->variance : 0.0;
    const double l00 = 1.0 - k0, l10 = -k1; // the second column of L is (1, 1)
    struct news now;

    for (int c = 0; c < ARMEX_CARRIED; c++) {
        now.r0[c] = l00 * later->r0[c] + l10 * later->r1[c];
        now.r1[c] = later->r0[c] + later->r1[c];
        if (state->seen)
            now.r0[c] += state->error[c] / state->variance;
    }
    const double m00 = later->n00 * l00 + later->n01 * l10;
    const double m10 = later->n01 * l00 + later->n11 * l10;
    now.n00 = l00 * m00 + l10 * m10 + (state->seen ? 1.0 / state->variance : 0.0);
    now.n01 = m00 + m10;
    now.n11 = later->n00 + 2.0 * later->n01 + later->n11;
    return now;
}

static double deviation_of(const struct armex_kalman_state *at, const struct news *news,
                           const double level[ARMEX_CARRIED],
                           const struct armex_kalman_sums *sums)
{
    const double explained = at->p00 * at->p00 * news->n00 +
                             2.0 * at->p00 * at->p01 * news->n01 +
                             at->p01 * at->p01 * news->n11;
    const double of_start = level[1] * level[1] * sums->s00 +
                            2.0 * level[1] * level[2] * sums->s01 +
                            level[2] * level[2] * sums->s11;
    return sqrt(fmax(0.0, at->p00 - explained + of_start));
}

armex_status armex_local_trend_smooth(double *level, double *slope, double *deviation,
                                      const struct armex_local_trend *model,
                                      const double *y, size_t n,
                                      struct armex_error *error)
{
    struct armex_kalman_state *states = calloc(n + 1, sizeof *states);
    struct news news = {0};

    if (!states)
        return armex_fail_memory(error);
    const struct armex_kalman_sums sums = armex_kalman_filter(states, model, y, n);
    for (size_t i = n; i-- > 0;) {
        const struct armex_kalman_state *at = &states[i];
        double levels[ARMEX_CARRIED], slopes[ARMEX_CARRIED];
        news = carry_back(&news, at);
        for (int c = 0; c < ARMEX_CARRIED; c++) {
            levels[c] = at->level[c] + at->p00 * news.r0[c] + at->p01 * news.r1[c];
            slopes[c] = at->slope[c] + at->p01 * news.r0[c] + at->p11 * news.r1[c];
        }
        level[i] = sums.origin + levels[0] + sums.start[0] * levels[1] +
                   sums.start[1] * levels[2];
        slope[i] = slopes[0] + sums.start[0] * slopes[1] + sums.start[1] * slopes[2];
        deviation[i] = deviation_of(at, &news, levels, &sums);
    }
    free(states);
    return ARMEX_OK;
}
