/** bench/w4_intervals.c: rank intervals of 200 series over 5 years, timed.
 *
 *     w4_intervals make FILE                        200 x 5 doubles, two decimals
 *     w4_intervals time FILE RESAMPLES ROUNDS [THREADS]
 *
 * Prints the least, median and most seconds after a round that is not counted, and the
 * mean width of the intervals, by which the answers of the peers are compared.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "analysis/resample.h"

enum { SERIES = 200, YEARS = 5 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sizes a factor of e^7 apart, each year off by up to a factor of e. */
static int make_file(const char *path)
{
    FILE *file = fopen(path, "wb");
    unsigned state = 1;

    for (int i = 0; file && i < SERIES * YEARS; i++) {
        state = state * 1664525U + 1013904223U;
        const double noise = state / 4294967296.0 * 2.0 - 1.0;
        const double size = 2.0 + 7.0 * (i / YEARS) / SERIES;
        const double value = floor(exp(size + noise) * 100.0) / 100.0;
        fwrite(&value, sizeof value, 1, file);
    }
    return file && fclose(file) == 0 ? 0 : 1;
}

static int time_file(const char *path, struct armex_resample_options options,
                     int rounds)
{
    double values[SERIES * YEARS], seconds[64] = {0}, width = 0.0;
    struct armex_rank_interval intervals[SERIES];
    FILE *file = fopen(path, "rb");

    if (!file || fread(values, sizeof values, 1, file) != 1)
        return 1;
    fclose(file);
    rounds = rounds < 1 ? 1 : rounds > 63 ? 63 : rounds;
    for (int round = 0; round <= rounds; round++) {
        const double start = now();
        if (armex_rank_resample(intervals, values, SERIES, YEARS, &options, NULL))
            return 1;
        seconds[round] = now() - start;
    }
    qsort(seconds + 1, (size_t)rounds, sizeof *seconds, ascending);
    for (int i = 0; i < SERIES; i++)
        width += (intervals[i].high - intervals[i].low) / SERIES;
    printf("armex %.4f %.4f %.4f mean width %.3f\n", seconds[1],
           seconds[1 + rounds / 2], seconds[rounds], width);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "make") == 0)
        return make_file(argv[2]);
    if (argc >= 5 && strcmp(argv[1], "time") == 0)
        return time_file(
            argv[2],
            (struct armex_resample_options){.resamples = strtoul(argv[3], NULL, 10),
                                            .seed = 1,
                                            .top = 10,
                                            .threads = argc > 5 ? atoi(argv[5]) : 2},
            atoi(argv[4]));
    fputs("usage: w4_intervals make FILE, w4_intervals time FILE RESAMPLES ROUNDS "
          "[THREADS]\n",
          stderr);
    return 64;
}
