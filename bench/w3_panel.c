/** bench/w3_panel.c: a large panel made up, and each operation on it timed.
 *
 *     w3_panel make N FILE                   N x 70 doubles, year by year, 5 % missing
 *     w3_panel time N FILE ROUNDS [THREADS]  prints lines "operation median least
 * checksum"
 *
 * The checksum is the sum of what is not missing, by which the answers of the peers are
 * compared. Seconds are those after one round that is not counted; results go to memory
 * that has been written before.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "analysis/panel_math.h"
#include "base/threads.h"

enum { YEARS = 70, COPY = 1 << 16, LARGE_PAGE = 1 << 21 };

static uint64_t next(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

static double uniform(uint64_t *state)
{
    return (double)(next(state) >> 11) * 0x1p-53;
}

static double normal(uint64_t *state)
{
    const double radius = sqrt(-2.0 * log(uniform(state) + 1e-300));
    return radius * cos(6.283185307179586 * uniform(state));
}

/* Log-normal levels that drift, in cents, so that small figures tie. */
static void make_up(double *x, size_t n)
{
    uint64_t state = 20240607;

    for (size_t s = 0; s < n; s++) {
        double level = 3.0 + 2.0 * normal(&state);
        const double drift = 0.02 * normal(&state);
        for (size_t y = 0; y < YEARS; y++) {
            level += drift + 0.15 * (uniform(&state) * 3.0 - 1.5);
            const double value = floor(exp(level) * 100.0 + 1.0) / 100.0;
            x[y * n + s] = uniform(&state) < 0.05 ? NAN : value;
        }
    }
}

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

struct buffers {
    const double *values;
    double *cells[5]; /* growth, log growth, mean, rank, share */
    double *series[2], *years;
    size_t n;
    struct armex_threads *threads;
    int rounds;
};

static double checksum(const double *x, size_t n)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += isnan(x[i]) ? 0.0 : x[i];
    return sum;
}

struct seconds {
    double median, least;
};

static struct seconds time_call(const struct buffers *b,
                                const struct armex_panel_results *out)
{
    double seconds[64] = {0};
    const int rounds = b->rounds < 63 ? b->rounds : 63;

    for (int round = 0; round <= rounds; round++) {
        const double start = now();
        if (armex_panel_math_by(b->threads, out, b->values, b->n, YEARS, NULL))
            exit(1);
        seconds[round] = now() - start;
    }
    qsort(seconds + 1, (size_t)rounds, sizeof *seconds, ascending);
    return (struct seconds){seconds[1 + rounds / 2], seconds[1]};
}

static void time_one(const struct buffers *b, const char *name,
                     struct armex_panel_results out, const double *result, size_t n,
                     struct seconds *total)
{
    const struct seconds seconds = time_call(b, &out);
    total->median += seconds.median;
    total->least += seconds.least;
    printf("%s %.6f %.6f %.10g\n", name, seconds.median, seconds.least,
           checksum(result, n));
    fflush(stdout);
}

struct copying {
    char *to;
    const char *from;
    size_t size;
};

static void copy_piece(void *context, size_t piece, void *scratch)
{
    const struct copying *copying = context;
    const size_t at = piece * COPY, left = copying->size - at;
    (void)scratch;
    memcpy(copying->to + at, copying->from + at, left < COPY ? left : COPY);
}

/* What the machine moves: a copy by as many threads, in bytes read and written. */
static void time_copy(const struct buffers *b)
{
    struct copying copying = {(char *)b->cells[0], (const char *)b->values,
                              b->n * YEARS * sizeof(double)};
    double best = INFINITY;

    for (int round = 0; round <= b->rounds; round++) {
        const double start = now();
        armex_threads_do(b->threads, copy_piece, &copying,
                         (copying.size + COPY - 1) / COPY, SIZE_MAX, 0, NULL);
        best = fmin(best, now() - start);
    }
    printf("(copy) %.6f %.1f GB/s\n", best, 2e-9 * (double)copying.size / best);
}

static void time_all(const struct buffers *b)
{
    const size_t n = b->n, cells = n * YEARS;
    double *const *c = b->cells, *slope = b->series[0], *cagr = b->series[1];
    struct seconds total = {0};

    time_copy(b);
    time_one(b, "growth", (struct armex_panel_results){.growth = c[0]}, c[0], cells - n,
             &total);
    time_one(b, "loggrowth", (struct armex_panel_results){.log_growth = c[1]}, c[1],
             cells - n, &total);
    time_one(b, "ma5", (struct armex_panel_results){.mean = c[2]}, c[2], cells - 4 * n,
             &total);
    time_one(b, "cagr", (struct armex_panel_results){.cagr = cagr}, cagr, n, &total);
    time_one(b, "slope", (struct armex_panel_results){.slope = slope}, slope, n,
             &total);
    time_one(b, "rank", (struct armex_panel_results){.rank = c[3]}, c[3], cells,
             &total);
    time_one(b, "share", (struct armex_panel_results){.share = c[4]}, c[4], cells,
             &total);
    time_one(b, "hhi", (struct armex_panel_results){.hhi = b->years}, b->years, YEARS,
             &total);
    printf("total %.6f %.6f\n", total.median, total.least);
    const struct armex_panel_results at_once = {c[0],  c[1], c[2], cagr,
                                                slope, c[3], c[4], b->years};
    const struct seconds joint = time_call(b, &at_once);
    printf("(all at once) %.6f %.6f\n", joint.median, joint.least);
}

/* In large pages, as numpy asks for them too. */
static double *room_for(size_t n)
{
    const size_t size = ((n + 1) * sizeof(double) / LARGE_PAGE + 1) * LARGE_PAGE;
    double *room = aligned_alloc(LARGE_PAGE, size);
    if (!room)
        exit(1);
    madvise(room, size, MADV_HUGEPAGE);
    memset(room, 0, (n + 1) * sizeof *room); // touched, so that no page is new
    return room;
}

static int time_file(size_t n, const char *path, int rounds, int threads)
{
    struct buffers b = {.n = n, .rounds = rounds};
    double *values = room_for(n * YEARS);
    FILE *file = fopen(path, "rb");

    if (armex_threads_open(&b.threads, threads, NULL) || !file ||
        fread(values, sizeof *values * YEARS, n, file) != n)
        return 1;
    fclose(file);
    b.values = values;
    for (size_t i = 0; i < 5; i++)
        b.cells[i] = room_for(n * YEARS);
    b.series[0] = room_for(n);
    b.series[1] = room_for(n);
    b.years = room_for(YEARS);
    time_all(&b);
    armex_threads_close(b.threads);
    for (size_t i = 0; i < 5; i++)
        free(b.cells[i]);
    free(b.series[0]);
    free(b.series[1]);
    free(b.years);
    free(values);
    return 0;
}

static int make_file(size_t n, const char *path)
{
    double *x = room_for(n * YEARS);
    FILE *file = fopen(path, "wb");

    make_up(x, n);
    const bool done = file && fwrite(x, sizeof *x * YEARS, n, file) == n;
    free(x);
    return file && fclose(file) == 0 && done ? 0 : 1;
}

int main(int argc, char **argv)
{
    const size_t n = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;

    if (argc == 4 && n && strcmp(argv[1], "make") == 0)
        return make_file(n, argv[3]);
    if (argc >= 5 && n && strcmp(argv[1], "time") == 0)
        return time_file(n, argv[3], atoi(argv[4]), argc > 5 ? atoi(argv[5]) : 2);
    fputs("usage: w3_panel make N FILE, w3_panel time N FILE ROUNDS [THREADS]\n",
          stderr);
    return 64;
}
